"""``python -m flake8_flyteconf check``: find, select and configure as flake8 does, and print more than it can."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import NamedTuple

from flake8_flyteconf.fix.command import (
    IN_THE_WAY,
    NOTHING,
    SOMETHING,
    UNREADABLE,
    Selection,
    given,
    what_is_wrong,
)
from flake8_flyteconf.fix.files import read_to_fix, write
from flake8_flyteconf.fix.rounds import decoded, encoding_of
from flake8_flyteconf.printing import Printer
from flake8_flyteconf.report.findings import Finding, Problem, check
from flake8_flyteconf.report.formats import FORMATS, summary
from flake8_flyteconf.report.silencing import silenced


def run(arguments: Sequence[str]) -> int:
    """Run the command; the exit status is one of those that its help names."""
    parser = argparse.ArgumentParser(
        prog="flyteconf check",
        usage="%(prog)s [--format FORMAT] [--quiet] [OPTION OF FLAKE8 ...] [PATH ...]",
        description="Report Flyte task configuration that will be refused, ignored or misread. PATH is a file, a "
        "folder, or - for standard input; without one it is the current folder. Everything else on the command line "
        "is an option of flake8; those about its own output, such as --statistics, do nothing here.",
        epilog="exit status: 0 nothing found, 1 findings, 2 a file or option is in the way, 3 the output could not be "
        "printed",
        allow_abbrev=False,
    )
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="how to print (default: text)")
    parser.add_argument(
        "--add-noqa",
        action="store_true",
        help="write # noqa with the codes on the lines of all findings; nothing else changes",
    )
    parser.add_argument("--quiet", action="store_true", help="print no summary")
    options, selection = given(parser, arguments)
    if selection is None:
        return IN_THE_WAY
    if options.add_noqa:
        return _silence(selection, options.quiet)
    findings: list[Finding] = []
    problems: list[Problem] = []
    printer, paths, unselected = Printer(), selection.files(), 0
    for path in paths:
        found = check(path, selection)
        if isinstance(found, Problem):
            problems.append(found)
            printer.told(f"{found.place}: not checked: {found.message}")
        else:
            findings += found.findings
            unselected += found.unselected
    printer.out(FORMATS[options.format](findings, problems))
    if not options.quiet and options.format == "text":
        printer.told(summary(findings, problems, len(paths), unselected))
    found_something = bool(findings) and not selection.options.exit_zero
    return printer.status(IN_THE_WAY if problems else SOMETHING if found_something else NOTHING)


def _silence(selection: Selection, quiet: bool) -> int:
    """Write comments on the lines of all findings; what cannot be silenced is in the way."""
    printer, count, status = Printer(), 0, NOTHING
    if selection.options.disable_noqa:
        printer.told("flake8 looks at no comments with --disable-noqa, so none is written")
        return IN_THE_WAY
    for path in selection.files():
        problem = ""
        try:
            count, problem = count + (done := _silenced(path, selection)).findings, done.problem
        except UNREADABLE as error:
            problem = what_is_wrong(error)
        if problem:
            status = IN_THE_WAY
            printer.told(f"{path}: left alone: {problem}")
    if not quiet:
        printer.told(f"{count} finding{'' if count == 1 else 's'} silenced")
    return printer.status(max(status, SOMETHING if count else NOTHING))


class _Silenced(NamedTuple):
    """How many findings of a file are silenced, and what is in the way of others."""

    findings: int
    problem: str = ""


def _silenced(path: str, selection: Selection) -> _Silenced:
    """Write comments on the lines of the findings in a file, those that flake8 then looks at."""
    found = check(path, selection) if path != "-" else Problem(path, "comments are written into files only")
    if isinstance(found, Problem):
        return _Silenced(0, found.message)
    if not found.findings:
        return _Silenced(0)
    before, width = read_to_fix(path), selection.options.max_line_length
    text = decoded(before)

    def commented(findings: Sequence[Finding]) -> bytes:
        return silenced(text, findings, width).encode(encoding_of(before))

    left = {
        (fault.finding().line, fault.rule.code) for fault in selection.judged(commented(found.findings), path)[0].chosen
    }
    gone = [each for each in found.findings if (each.span.line, each.code) not in left]
    if gone:
        write(path, before, commented(gone))
    problem = f"flake8 reads something else on line {min(left)[0]} as the comment" if left else ""
    return _Silenced(len(gone), problem)
