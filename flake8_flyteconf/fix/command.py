"""``flyteconf fix``: fix what the rules know how to fix.

Files, excluded paths, selected codes and ``# noqa`` are those of flake8, whose own code decides about them.
"""

from __future__ import annotations

import argparse
import ast
import collections
import configparser
import contextlib
import io
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from flake8.discover_files import expand_paths
from flake8.exceptions import EarlyQuit, ExecutionError
from flake8.options.parse_args import parse_args
from flake8.processor import FileProcessor
from flake8.style_guide import Decision, StyleGuideManager
from flake8.violation import Violation

from flake8_flyteconf.collector import paused
from flake8_flyteconf.fix.diffs import diff
from flake8_flyteconf.fix.files import LeftAlone, read, read_to_fix, write
from flake8_flyteconf.fix.rounds import Judged, decoded, encoding_of, fixed
from flake8_flyteconf.linter import lint
from flake8_flyteconf.printing import Printer
from flake8_flyteconf.plugin import POLICY, FlyteConfiguration

if TYPE_CHECKING:
    from flake8_flyteconf.check import Fault

#: What a file that cannot be read raises.
UNREADABLE = (LookupError, MemoryError, OSError, RecursionError, SyntaxError, ValueError)
#: What flake8 raises for a configuration that it cannot read; a broken ``pyproject.toml`` is a :class:`ValueError`.
_UNREADABLE_CONFIGURATION = (configparser.Error, OSError, ValueError)
#: Exit statuses.
NOTHING, SOMETHING, IN_THE_WAY = range(3)


@dataclass(slots=True)
class Outcome:
    """What became of a file: its content before and after, the codes that were fixed, what is left, why it is not.

    ``lines`` are the codes by the lines of the file before, ``askable`` the faults that ``--unsafe`` would fix too,
    ``unselected`` those that the configuration of flake8 does not select.
    """

    path: str
    before: bytes = b""
    after: bytes = b""
    fixed: Sequence[str] = ()
    lines: dict[int, list[str]] = field(default_factory=dict)
    left: int = 0
    askable: int = 0
    unselected: int = 0
    problem: str = ""

    @property
    def is_changed(self) -> bool:
        return not self.problem and self.after != self.before


class Selection:
    """What flake8 reports in a file: its options, configuration and comments decide."""

    def __init__(self, arguments: Sequence[str]) -> None:
        plugins, self.options = parse_args(arguments)
        formatter = plugins.reporters["default"].obj(self.options)
        self._guides: Any = StyleGuideManager(self.options, formatter)
        self._policy = FlyteConfiguration._policy
        self._settings = FlyteConfiguration._settings

    def files(self) -> Sequence[str]:
        """The files that flake8 would look at, in order, each once however its path is written."""
        excluded = [*self.options.exclude, *self.options.extend_exclude]
        paths = expand_paths(
            paths=self.options.filenames,
            stdin_display_name=self.options.stdin_display_name,
            filename_patterns=self.options.filename,
            exclude=excluded,
        )
        return sorted({path if path == "-" else os.path.abspath(path): path for path in paths}.values())

    @paused()
    def judged(self, source: bytes, path: str) -> tuple[Judged, int]:
        """The faults of a module, those that flake8 would report, and how many its configuration leaves out.

        Raises :class:`SyntaxError` or :class:`ValueError` for a module that cannot be read.
        """
        text = decoded(source)
        lines = list(io.StringIO(text, newline=None))
        linted = lint(ast.parse("".join(lines)), lines, self._settings, self._policy, path=path)
        found = [] if linted is None else [f for f in linted.faults if self._policy or f.rule.code[:4] != POLICY]
        processor = FileProcessor(path, self.options, lines)
        if processor.should_ignore_file():
            return Judged(found, []), 0
        chosen: list[Fault] = []
        seen = set()
        unselected = 0
        has_noqa = "noqa" in text.lower()  # flake8 reads all tokens to know the lines of a comment
        with self._guides.processing_file(path) as guide:
            for fault in found:
                finding = fault.finding()
                key = (finding.line, finding.column, finding.code)
                if key in seen:
                    continue
                seen.add(key)
                if guide.should_report_error(finding.code) is not Decision.Selected:
                    unselected += 1
                    continue
                line = processor.noqa_line_for(finding.line) if has_noqa else None
                violation = Violation(finding.code, path, finding.line, finding.column, finding.text, line or "")
                if not violation.is_inline_ignored(self.options.disable_noqa):
                    chosen.append(fault)
        return Judged(found, chosen), unselected


def fix(arguments: Sequence[str]) -> int:
    """Run the command; the exit status is one of those that its help names."""
    parser = argparse.ArgumentParser(
        prog="flyteconf fix",
        usage="%(prog)s [--write] [--unsafe] [--quiet] [OPTION OF FLAKE8 ...] [PATH ...]",
        description="Fix what the rules know how to fix: print a diff, or write the files. PATH is a file, a folder, "
        "or - for standard input; without one it is the current folder. Everything else on the command line is an "
        "option of flake8.",
        epilog="exit status: 0 nothing to fix, 1 something to fix or fixed, 2 a file or option is in the way, 3 the "
        "output could not be printed",
        allow_abbrev=False,
    )
    parser.add_argument("--write", action="store_true", help="write the files instead of printing a diff")
    parser.add_argument("--unsafe", action="store_true", help="fix also what changes the meaning of what is written")
    parser.add_argument("--quiet", action="store_true", help="say nothing about files that are fixed, and no summary")
    options, selection = given(parser, arguments)
    if selection is None:
        return IN_THE_WAY
    run = _Run(selection, options)
    run.all()
    return run.status


def given(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> tuple[argparse.Namespace, Selection | None]:
    """The options of a command, and what those of flake8 among them select; None, and told why, when they are wrong.

    Without a selection among them only our codes matter.
    """
    options, rest = parser.parse_known_args(arguments)
    try:
        with contextlib.redirect_stdout(sys.stdout or io.StringIO()):
            return options, Selection([*([] if _selects(rest) else ["--select=FYT"]), *rest])
    except (ExecutionError, EarlyQuit, *_UNREADABLE_CONFIGURATION) as error:
        Printer().told(f"{parser.prog}: {error}")
        return options, None


def _selects(arguments: Sequence[str]) -> bool:
    return any(argument.startswith(("--select", "--extend-select")) for argument in arguments)


class _Run:
    """One run of the command over all files."""

    def __init__(self, selection: Selection, options: argparse.Namespace) -> None:
        self.status = NOTHING
        self._printer = Printer()
        self._selection = selection
        self._options = options
        self._count: collections.Counter[str] = collections.Counter()

    def all(self) -> None:
        begun = told = time.monotonic()
        for path in self._selection.files():
            self._one(path)
            self._count["looked at"] += 1
            is_watched = sys.stderr is not None and sys.stderr.isatty() and not self._options.quiet
            if is_watched and time.monotonic() - told > 1:
                told = time.monotonic()
                self._printer.told(f"... {self._count['looked at']} files so far, {told - begun:.0f} s")
        if not self._options.quiet:
            self._printer.told(self._summary())
        self.status = self._printer.status(self.status)

    def _one(self, path: str) -> None:
        outcome = fix_file(path, self._selection, unsafe=self._options.unsafe)
        if outcome.is_changed and self._options.write and path != "-":
            try:
                write(path, outcome.before, outcome.after)
            except OSError as error:
                outcome.problem = _reason(error)
        if path == "-" and self._options.write:
            self._printer.out(outcome.before if outcome.problem else outcome.after)
        elif outcome.is_changed and not self._options.write:
            shown = diff(outcome.path, outcome.before, outcome.after, outcome.lines)
            # A program wants the bytes, a person what the terminal can show.
            is_read = sys.stdout is not None and sys.stdout.isatty()
            self._printer.out(shown.decode(encoding_of(outcome.before), "backslashreplace") if is_read else shown)
        if outcome.problem:
            self.status = IN_THE_WAY
            self._count["left alone"] += 1
            self._printer.told(f"{outcome.path}: {outcome.problem}")
            return
        self.status = max(self.status, SOMETHING) if outcome.is_changed else self.status
        self._count += collections.Counter(
            {
                "fixed": len(outcome.fixed),
                "changed": outcome.is_changed,
                "askable": outcome.askable,
                "left": outcome.left - outcome.askable,
                "unselected": outcome.unselected,
            }
        )
        if self._options.write and outcome.fixed and not self._options.quiet and path != "-":
            counted = f"{len(outcome.fixed)} fixed ({', '.join(sorted(set(outcome.fixed)))})"
            self._printer.out(f"{outcome.path}: {counted}, {outcome.left} left\n")

    def _summary(self) -> str:
        """What the run came to, in one line."""
        count = self._count
        verb = "fixed" if self._options.write else "to fix"
        parts = [
            f"{count['fixed']} {verb} in {_counted(count['changed'], 'file')}" if count["fixed"] else "nothing to fix"
        ]
        if count["askable"]:
            parts.append(f"up to {count['askable']} more with --unsafe")
        if count["left"]:
            parts.append(f"{count['left']} left to you")
        if count["unselected"]:
            parts.append(f"{count['unselected']} not selected by the configuration of flake8")
        if count["left alone"]:
            parts.append(f"{_counted(count['left alone'], 'file')} left alone")
        return ", ".join(parts)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def fix_file(path: str, selection: Selection, *, unsafe: bool) -> Outcome:
    """Read a file and fix it in memory."""
    outcome = Outcome(selection.options.stdin_display_name if path == "-" else path)

    def judge(source: bytes) -> Judged:
        judged, unselected = selection.judged(source, outcome.path)
        if source is outcome.before:
            outcome.unselected = unselected
        return judged

    try:
        outcome.before = outcome.after = read_to_fix(path)
        result = fixed(outcome.before, judge, unsafe=unsafe)
    except UNREADABLE as error:
        outcome.problem = _reason(error)
        return outcome
    outcome.after, outcome.fixed = result.source, [code for code, _ in result.made]
    outcome.left, outcome.askable = len(result.left), result.askable
    for code, lines in result.made:
        for line in lines:
            outcome.lines.setdefault(line, []).append(code)
    return outcome


def _reason(error: Exception) -> str:
    return f"left alone: {what_is_wrong(error)}"


def text_of(path: str) -> str:
    """The text of a module; one of :data:`UNREADABLE` when it has none."""
    if path.endswith(".ipynb"):
        raise LeftAlone("it is a notebook; write its cells into a module: jupyter nbconvert --to python")
    return "".join(io.StringIO(decoded(read(path)), newline=None))


def what_is_wrong(error: Exception) -> str:
    """Why a file cannot be read, in the words of the error."""
    if isinstance(error, SyntaxError):
        return error.msg
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return text or type(error).__name__
