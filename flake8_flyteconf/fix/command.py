"""``python -m flake8_flyteconf fix``: fix what the rules know how to fix.

Files, excluded paths, selected codes and ``# noqa`` are those of flake8, whose own code decides about them.
"""

from __future__ import annotations

import argparse
import ast
import collections
import difflib
import io
import os
import pathlib
import stat
import sys
import tempfile
import time
import tokenize
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8.discover_files import expand_paths
from flake8.exceptions import EarlyQuit, ExecutionError
from flake8.options.parse_args import parse_args
from flake8.processor import FileProcessor
from flake8.style_guide import Decision, StyleGuideManager
from flake8.violation import Violation

from flake8_flyteconf.diagnostics import Diagnostic
from flake8_flyteconf.linter import lint
from flake8_flyteconf.fix.edits import Fixable
from flake8_flyteconf.plugin import POLICY, FlyteConfiguration

if TYPE_CHECKING:
    from flake8_flyteconf.check import Fault
    from flake8_flyteconf.rules.rule import Remedy

#: Runs over one file: a remedy may uncover another fault.
_MOST_RUNS = 10


@dataclass(slots=True)
class Outcome:
    """What became of a file: its text before and after, the codes that were fixed, what is left, why it is not."""

    path: str
    before: bytes = b""
    after: bytes = b""
    fixed: list[str] = field(default_factory=list)
    left: int = 0
    problem: str = ""


class Selection:
    """What flake8 reports in a file: its options, configuration and comments decide."""

    def __init__(self, arguments: Sequence[str]) -> None:
        plugins, self.options = parse_args(arguments)
        formatter = plugins.reporters["default"].obj(self.options)
        self._guides: Any = StyleGuideManager(self.options, formatter)
        self.policy = FlyteConfiguration._policy
        self.settings = FlyteConfiguration._settings

    def files(self) -> Iterator[str]:
        """The files that flake8 would look at."""
        excluded = [*self.options.exclude, *self.options.extend_exclude]
        yield from expand_paths(
            paths=self.options.filenames,
            stdin_display_name=self.options.stdin_display_name,
            filename_patterns=self.options.filename,
            exclude=excluded,
        )

    def selected(self, path: str, lines: list[str], faults: Sequence[Fault]) -> Iterator[tuple[Fault, Diagnostic]]:
        """The faults that flake8 would report, each once."""
        processor = FileProcessor(path, self.options, lines)
        if processor.should_ignore_file():
            return
        seen = set()
        with self._guides.processing_file(path) as guide:
            for fault in faults:
                finding = fault.finding()
                key = (finding.line, finding.column, finding.code)
                if key in seen or guide.should_report_error(finding.code) is not Decision.Selected:
                    continue
                seen.add(key)
                line = processor.noqa_line_for(finding.line)
                violation = Violation(finding.code, path, finding.line, finding.column, finding.text, line)
                if not violation.is_inline_ignored(self.options.disable_noqa):
                    yield fault, finding


def fix(arguments: Sequence[str]) -> int:
    """Run the command; the exit status is 1 when something is or was to be fixed, 2 when a file could not be."""
    parser = argparse.ArgumentParser(
        prog="python -m flake8_flyteconf fix",
        description="Fix what the rules know how to fix: print a diff, or write the files. Everything else on the "
        "command line is an option of flake8 or a path.",
        epilog="exit status: 0 nothing to fix, 1 something to fix or fixed, 2 a file or option is in the way",
    )
    parser.add_argument("--write", action="store_true", help="write the files instead of printing a diff")
    parser.add_argument("--unsafe", action="store_true", help="fix also what changes the meaning of what is written")
    parser.add_argument("--quiet", action="store_true", help="say nothing about files that are fixed")
    options, rest = parser.parse_known_args(arguments)
    try:
        # Without a selection of flake8's own only our codes matter.
        selection = Selection([*([] if _selects(rest) else ["--select=FYT"]), *rest])
    except (ExecutionError, EarlyQuit) as error:
        print(error, file=sys.stderr)
        return 2
    return _Run(selection, options).all()


def _selects(arguments: Sequence[str]) -> bool:
    return any(argument.startswith(("--select", "--extend-select")) for argument in arguments)


class _Run:
    """One run of the command over all files."""

    def __init__(self, selection: Selection, options: argparse.Namespace) -> None:
        self._selection = selection
        self._options = options
        self._status = 0

    def all(self) -> int:
        begun = told = time.monotonic()
        count = 0
        for count, path in enumerate(sorted(set(self._selection.files())), 1):
            self._one(path)
            if sys.stderr.isatty() and not self._options.quiet and time.monotonic() - told > 1:
                told = time.monotonic()
                print(f"{count} files in {told - begun:.0f} s", file=sys.stderr)
        return self._status

    def _one(self, path: str) -> None:
        outcome = fix_file(path, self._selection, unsafe=self._options.unsafe)
        if not outcome.problem and outcome.after != outcome.before:
            self._status = max(self._status, 1)
            if path == "-":
                self._to_stdout(outcome)
            elif self._options.write:
                outcome.problem = write(path, outcome.before, outcome.after)
            else:
                sys.stdout.write(diff(outcome))
        elif path == "-" and self._options.write:
            self._to_stdout(outcome)
        if outcome.problem:
            self._status = 2
            print(f"{path}: {outcome.problem}", file=sys.stderr)
        elif self._options.write and outcome.fixed and not self._options.quiet and path != "-":
            counted = f"{len(outcome.fixed)} fixed ({', '.join(sorted(set(outcome.fixed)))})"
            print(f"{path}: {counted}, {outcome.left} left")

    def _to_stdout(self, outcome: Outcome) -> None:
        if self._options.write:
            sys.stdout.buffer.write(outcome.after)
        else:
            sys.stdout.write(diff(outcome))


def fix_file(path: str, selection: Selection, *, unsafe: bool) -> Outcome:
    """Read a file and fix it in memory."""
    name = selection.options.stdin_display_name if path == "-" else path
    outcome = Outcome(name)
    try:
        if path != "-" and pathlib.Path(path).is_symlink():
            outcome.problem = "it is a symbolic link; name the file itself"
            return outcome
        outcome.before = outcome.after = sys.stdin.buffer.read() if path == "-" else pathlib.Path(path).read_bytes()

        def faults(source: bytes) -> list[Fault]:
            return _faults(source, name, selection)

        outcome.after, outcome.fixed, outcome.left = apply_fixes(outcome.before, faults, unsafe=unsafe)
    except (OSError, SyntaxError, ValueError, RecursionError) as error:
        outcome.problem, outcome.after = f"left alone: {error}", outcome.before
    return outcome


def apply_fixes(source: bytes, faults: _Judge, *, unsafe: bool) -> tuple[bytes, list[str], int]:
    """The source with what can be fixed, the codes of that in their order, and the number of faults that are left.

    ``faults`` tells what is wrong with a source. Raises :class:`flake8_flyteconf.fix.edits.Unfixable`.
    """
    codes: list[str] = []
    found = faults(source)
    for _ in range(_MOST_RUNS):
        chosen = _chosen(found, unsafe)
        step = _Trial(source, found, faults).best(chosen) if chosen else None
        if step is None:
            break
        source, found = step.source, step.found
        codes += [code for code, _ in step.made]
    return source, codes, len(found)


_Judge = Callable[[bytes], "Sequence[Fault]"]
_Chosen = Sequence[tuple[str, "Remedy"]]


def _chosen(found: Sequence[Fault], unsafe: bool) -> _Chosen:
    """The remedy of each fault, with its code: the first safe one, or when asked for the first of all."""
    chosen: dict[tuple[tuple[object, ...], ...], tuple[str, Remedy]] = {}
    for fault in found:
        safe = [remedy for remedy in fault.hit.remedies if remedy.safe]
        for remedy in (safe or (fault.hit.remedies if unsafe else []))[:1]:
            # Faults of one literal, used in several places, have the same remedy.
            same = tuple((edit.position.place, edit.action, edit.source) for edit in remedy.edits)
            chosen.setdefault(same, (fault.rule.code, remedy))
    return list(chosen.values())


class _Step(NamedTuple):
    """A better source, what is still wrong with it, and the remedies with their codes."""

    source: bytes
    found: Sequence[Fault]
    made: _Chosen


class _Trial:
    """Remedies tried on one source."""

    def __init__(self, source: bytes, found: Sequence[Fault], faults: _Judge) -> None:
        self._module = Fixable(source, named_in(source))
        self._before = _counted(found)
        self._faults = faults

    def best(self, chosen: _Chosen) -> _Step | None:
        """The step with all of them; when one brings another fault, with those of each half that bring none."""
        step = self._step(chosen)
        if step is not None or len(chosen) < 2:
            return step
        middle = len(chosen) // 2
        first, second = self.best(chosen[:middle]), self.best(chosen[middle:])
        if first is None or second is None:
            return first or second
        return self._step([*first.made, *second.made]) or first

    def _step(self, chosen: _Chosen) -> _Step | None:
        source, made = self._module.fixed([remedy for _, remedy in chosen])
        if not made:
            return None
        left = self._faults(source)
        now = _counted(left)
        if now - self._before or now == self._before:
            return None
        return _Step(source, left, [pair for pair in chosen if any(pair[1] is each for each in made)])


def _counted(found: Sequence[Fault]) -> collections.Counter[str]:
    return collections.Counter(fault.rule.code for fault in found)


def _decoded(source: bytes) -> str:
    """The text of a module by Python's rules, with the line ends as they are."""
    encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
    return source.decode(encoding)


def _faults(source: bytes, path: str, selection: Selection) -> list[Fault]:
    """The faults that flake8 would report in a module."""
    lines = list(io.StringIO(_decoded(source), newline=None))
    linted = lint(ast.parse("".join(lines)), lines, selection.settings, selection.policy, path=path)
    found = [] if linted is None else [f for f in linted.faults if selection.policy or f.rule.code[:4] != POLICY]
    return [fault for fault, _ in selection.selected(path, lines, found)]


def named_in(source: bytes) -> Callable[[str], str | None]:
    """How a module calls objects of the SDKs: by the name of an import, or behind that of a module."""
    from flake8_flyteconf.analysis.names import Names
    from flake8_flyteconf.analysis.scopes import Kind
    from flake8_flyteconf.sdk import canonical

    text = _decoded(source)
    names = Names(ast.parse(text), list(io.StringIO(text)), canonical)

    def named(qualified_name: str) -> str | None:
        package, _, rest = qualified_name.partition(".")
        for name, bindings in names.module.bindings.items():
            # An import under a condition may not have been executed.
            if len(bindings) == 1 and bindings[0].kind is Kind.IMPORT and names.is_top_level(bindings[0].statement):
                origin = canonical(bindings[0].origin)
                if origin in (qualified_name, package):
                    return name if origin == qualified_name else f"{name}.{rest}"
        return None

    return named


def diff(outcome: Outcome) -> str:
    """The change of a file as a unified diff, with the path that ``git apply`` looks for in the current folder."""
    before, after = (_decoded(text).splitlines(keepends=True) for text in (outcome.before, outcome.after))
    name = pathlib.PurePath(os.path.relpath(outcome.path)).as_posix()
    shown = difflib.unified_diff(before, after, f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in shown)


def write(path: str, before: bytes, after: bytes) -> str:
    """Replace a file at once, with its mode; the text says why it is left alone, empty when it is written."""
    target = pathlib.Path(path)
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(after)
            os.chmod(name, mode)
            if target.read_bytes() != before:
                return "left alone: it has changed meanwhile"
            os.replace(name, target)
        finally:
            pathlib.Path(name).unlink(missing_ok=True)
    except OSError as error:
        return f"left alone: {error}"
    return ""
