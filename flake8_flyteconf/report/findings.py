"""What ``check`` reports of a file: findings from where to where, with what fixes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from flake8_flyteconf.fix.command import UNREADABLE, Selection, what_is_wrong
from flake8_flyteconf.fix.edits import Change, Fixable
from flake8_flyteconf.fix.files import read
from flake8_flyteconf.fix.rounds import decoded, named_in

if TYPE_CHECKING:
    from flake8_flyteconf.check import Fault


class Span(NamedTuple):
    """From where to where: lines and columns count from 1, columns in characters; the end is behind the last one."""

    line: int
    column: int
    end_line: int
    end_column: int


class Fix(NamedTuple):
    """One way to fix a finding; one that is ``safe`` keeps or restores the evident meaning."""

    safe: bool
    edits: Sequence[tuple[Span, str]]


class Finding(NamedTuple):
    """A finding with what its rule claims; ``page`` is the address of the page about it.

    The ``fact`` is the message without the place of a literal in another module.
    """

    path: str
    span: Span
    code: str
    name: str
    kind: str
    stage: str
    message: str
    page: str
    fixes: Sequence[Fix]
    fact: str


class Problem(NamedTuple):
    """A file that could not be checked, and why; ``line`` and ``column`` say where Python stopped, if it did."""

    path: str
    message: str
    line: int | None = None
    column: int | None = None

    @property
    def place(self) -> str:
        """The path, with line and column where they are known."""
        return f"{self.path}:{self.line}:{self.column}" if self.line is not None else self.path


class Checked(NamedTuple):
    """The findings in a file that flake8 selects, in their order, and how many its configuration leaves out."""

    findings: Sequence[Finding]
    unselected: int


def check(path: str, selection: Selection) -> Checked | Problem:
    """What is found in a file; ``-`` is standard input."""
    name = selection.options.stdin_display_name if path == "-" else path
    if path.endswith(".ipynb"):
        return Problem(name, f'it is a notebook; use nbqa: nbqa "flake8_flyteconf check" {path}')
    try:
        source = read(path)
        judged, unselected = selection.judged(source, name)
        text = decoded(source)
        module = Fixable(text, named_in(text)) if judged.chosen else None
    except UNREADABLE as error:
        place = (error.lineno, error.offset) if isinstance(error, SyntaxError) and error.lineno else (None, None)
        return Problem(name, what_is_wrong(error), *place)
    found = [_finding(fault, name, module) for fault in judged.chosen if module is not None]
    return Checked(sorted(found, key=lambda finding: (finding.span, finding.code)), unselected)


def _finding(fault: Fault, path: str, module: Fixable) -> Finding:
    diagnostic, rule = fault.finding(), fault.rule
    start = module.offset((diagnostic.line, diagnostic.column))
    span = _span(module, start, module.end(start))
    # Where the file is shorter than what flake8 reports, the beginning counts.
    span = span._replace(line=diagnostic.line, column=diagnostic.column + 1)
    fixes = [
        Fix(remedy.safe, [_edit(module, change) for change in module.edited([remedy]).changes])
        for remedy in fault.hit.remedies
        if module.can_make(remedy)
    ]
    return Finding(
        path, span, rule.code, rule.name, rule.kind, rule.stage, diagnostic.text, rule.page, fixes, fault.text
    )


def _edit(module: Fixable, change: Change) -> tuple[Span, str]:
    return _span(module, change.start, change.end), change.text


def _span(module: Fixable, start: int, end: int) -> Span:
    (line, column), (end_line, end_column) = module.place(start), module.place(end)
    return Span(line, column + 1, end_line, end_column + 1)
