"""``python -m flake8_flyteconf fix``: mend what the rules know how to mend.

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
from typing import TYPE_CHECKING, Any

from flake8.discover_files import expand_paths
from flake8.exceptions import EarlyQuit, ExecutionError
from flake8.options.parse_args import parse_args
from flake8.processor import FileProcessor
from flake8.style_guide import Decision, StyleGuideManager
from flake8.violation import Violation

from flake8_flyteconf.diagnostics import Diagnostic
from flake8_flyteconf.linter import lint
from flake8_flyteconf.mending import mended
from flake8_flyteconf.plugin import POLICY, FlyteConfiguration

if TYPE_CHECKING:
    from flake8_flyteconf.check import Fault
    from flake8_flyteconf.rules.rule import Remedy

#: Runs over one file: a remedy may uncover another fault.
_MOST_RUNS = 10


@dataclass(slots=True)
class Outcome:
    """What became of a file: its text before and after, the codes that were mended, what is left, why it is not."""

    path: str
    before: bytes = b""
    after: bytes = b""
    mended: list[str] = field(default_factory=list)
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
    """Run the command; the exit status is 1 when something is or was to be mended, 2 when a file could not be."""
    parser = argparse.ArgumentParser(
        prog="python -m flake8_flyteconf fix",
        description="Mend what the rules know how to mend: print a diff, or write the files. Everything else on the "
        "command line is an option of flake8 or a path.",
        epilog="exit status: 0 nothing to mend, 1 something to mend or mended, 2 a file or option is in the way",
    )
    parser.add_argument("--write", action="store_true", help="write the files instead of printing a diff")
    parser.add_argument("--unsafe", action="store_true", help="mend also what changes the meaning of what is written")
    parser.add_argument("--quiet", action="store_true", help="say nothing about files that are mended")
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
            if not self._options.quiet and time.monotonic() - told > 1:
                told = time.monotonic()
                print(f"{count} files in {told - begun:.0f} s", file=sys.stderr)
        return self._status

    def _one(self, path: str) -> None:
        outcome = mend_file(path, self._selection, unsafe=self._options.unsafe)
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
        elif self._options.write and outcome.mended and not self._options.quiet and path != "-":
            counted = f"{len(outcome.mended)} mended ({', '.join(sorted(set(outcome.mended)))})"
            print(f"{path}: {counted}, {outcome.left} left")

    def _to_stdout(self, outcome: Outcome) -> None:
        if self._options.write:
            sys.stdout.buffer.write(outcome.after)
        else:
            sys.stdout.write(diff(outcome))


def mend_file(path: str, selection: Selection, *, unsafe: bool) -> Outcome:
    """Read a file and mend it in memory."""
    outcome = Outcome(path)
    try:
        if path != "-" and pathlib.Path(path).is_symlink():
            outcome.problem = "it is a symbolic link; name the file itself"
            return outcome
        outcome.before = outcome.after = sys.stdin.buffer.read() if path == "-" else pathlib.Path(path).read_bytes()

        def faults(source: bytes) -> list[Fault]:
            return _faults(source, path, selection)

        outcome.after, outcome.mended, outcome.left = mend(outcome.before, faults, unsafe=unsafe)
    except (OSError, SyntaxError, ValueError, RecursionError) as error:
        outcome.problem, outcome.after = f"left alone: {error}", outcome.before
    return outcome


def mend(source: bytes, faults: Callable[[bytes], Sequence[Fault]], *, unsafe: bool) -> tuple[bytes, list[str], int]:
    """The source with what can be mended, the codes of that in their order, and the number of faults that are left.

    ``faults`` tells what is wrong with a source. Raises :class:`flake8_flyteconf.mending.Unmendable`.
    """
    codes: list[str] = []
    found = faults(source)
    for _ in range(_MOST_RUNS):
        chosen = [(fault.rule.code, remedy) for fault in found for remedy in _chosen(fault, unsafe)]
        step = _step(source, found, chosen, faults)
        if step is None:
            # One of them brings another fault: each by itself.
            step = next(filter(None, (_step(source, found, [each], faults) for each in chosen)), None)
        if step is None:
            break
        source, found, made = step
        codes += made
    return source, codes, len(found)


_Chosen = Sequence[tuple[str, "Remedy"]]


def _step(
    source: bytes, found: Sequence[Fault], chosen: _Chosen, faults: Callable[[bytes], Sequence[Fault]]
) -> tuple[bytes, Sequence[Fault], list[str]] | None:
    """The source after some remedies, what is wrong with it, and the codes; None when that is not an improvement."""
    if not chosen:
        return None
    after, made = mended(source, [remedy for _, remedy in chosen], named_in(source))
    if not made:
        return None
    left = faults(after)
    before, now = (collections.Counter(fault.rule.code for fault in each) for each in (found, left))
    if now - before or now == before:
        return None
    return after, left, [code for code, remedy in chosen if any(remedy is each for each in made)]


def _chosen(fault: Fault, unsafe: bool) -> Sequence[Remedy]:
    """The remedy that is made: the first safe one, or when asked for the first of all."""
    remedies = [remedy for remedy in fault.hit.remedies if remedy.safe] or (fault.hit.remedies if unsafe else ())
    return list(remedies[:1])


def _decoded(source: bytes) -> str:
    """The text of a module by Python's rules, with the line ends as they are."""
    encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
    return source.decode(encoding)


def _faults(source: bytes, path: str, selection: Selection) -> list[Fault]:
    """The faults that flake8 would report in a module."""
    lines = list(io.StringIO(_decoded(source), newline=None))
    linted = lint(ast.parse("".join(lines)), lines, selection.settings, selection.policy)
    found = [] if linted is None else [f for f in linted.faults if selection.policy or f.rule.code[:4] != POLICY]
    return [fault for fault, _ in selection.selected(path, lines, found)]


def named_in(source: bytes) -> Callable[[str], str | None]:
    """How a module calls objects of the SDKs: by the name of an import, or behind that of a module."""
    from flake8_flyteconf.analysis.names import Names
    from flake8_flyteconf.analysis.scopes import Kind
    from flake8_flyteconf.flyte import objects

    text = _decoded(source)
    names = Names(ast.parse(text), list(io.StringIO(text)), objects.canonical)

    def named(qualified_name: str) -> str | None:
        package, _, rest = qualified_name.partition(".")
        for name, bindings in names.module.bindings.items():
            if len(bindings) == 1 and bindings[0].kind is Kind.IMPORT:
                origin = objects.canonical(bindings[0].origin)
                if origin in (qualified_name, package):
                    return name if origin == qualified_name else f"{name}.{rest}"
        return None

    return named


def diff(outcome: Outcome) -> str:
    """The change of a file as a unified diff."""
    before, after = (_decoded(text).splitlines(keepends=True) for text in (outcome.before, outcome.after))
    name = "stdin" if outcome.path == "-" else outcome.path
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
