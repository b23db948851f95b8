"""Findings as flake8 takes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from flake8_flyteconf.check import Finding

#: What flake8 expects of an AST plugin: line, column, text with the code in front, the plugin's class.
Report = tuple[int, int, str, type]


def reports(findings: Iterable[Finding], lines: Sequence[str], plugin: type) -> Iterator[Report]:
    """flake8's tuples. Every place lies inside the file."""
    for finding in findings:
        line = min(max(finding.line, 1), max(len(lines), 1))
        width = len(lines[line - 1].rstrip("\r\n")) if lines else 0
        yield line, min(max(finding.column, 0), width), f"{finding.code} {finding.text}", plugin
