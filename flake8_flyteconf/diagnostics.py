"""Findings, and how flake8 takes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

#: What flake8 expects of an AST plugin: line, column, text with the code in front, the plugin's class.
Report = tuple[int, int, str, type]

#: The code of what could not be read.
UNREADABLE = "FYT001"


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """A fault in the file: ``line`` counts from 1, ``column`` in characters from 0."""

    line: int
    column: int
    code: str
    text: str


def failure(stage: str, error: Exception) -> Diagnostic:
    """The finding for a fault of the linter itself outside any statement."""
    reason = ascii(error)[:200]
    text = f"this file could not be checked completely: stage {stage} raised {reason}; please report it"
    return Diagnostic(1, 0, UNREADABLE, text)


def reports(findings: Iterable[Diagnostic], lines: Sequence[str], plugin: type) -> Iterator[Report]:
    """flake8's tuples. Every place lies inside the file."""
    for finding in findings:
        line = min(max(finding.line, 1), max(len(lines), 1))
        width = len(lines[line - 1].rstrip("\r\n")) if lines else 0
        yield line, min(max(finding.column, 0), width), f"{finding.code} {finding.text}", plugin
