"""``python -m flake8_flyteconf check``: find, select and configure as flake8 does, and print more than it can."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from flake8.exceptions import EarlyQuit, ExecutionError

from flake8_flyteconf.fix.command import IN_THE_WAY, NOT_PRINTED, NOTHING, SOMETHING, Printer, selected
from flake8_flyteconf.report.findings import Finding, Problem, check
from flake8_flyteconf.report.formats import FORMATS, summary


def run(arguments: Sequence[str]) -> int:
    """Run the command; the exit status is one of those that its help names."""
    parser = argparse.ArgumentParser(
        prog="flyteconf check",
        usage="%(prog)s [--format FORMAT] [--quiet] [OPTION OF FLAKE8 ...] [PATH ...]",
        description="Report Flyte task configuration that will be refused, ignored or misread. PATH is a file, a "
        "folder, or - for standard input; without one it is the current folder. Everything else on the command line "
        "is an option of flake8.",
        epilog="exit status: 0 nothing found, 1 findings, 2 a file or option is in the way, 3 the output could not be "
        "printed",
        allow_abbrev=False,
    )
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="how to print (default: text)")
    parser.add_argument("--quiet", action="store_true", help="print no summary")
    options, rest = parser.parse_known_args(arguments)
    try:
        selection = selected(rest)
    except (ExecutionError, EarlyQuit) as error:
        Printer().told(str(error))
        return IN_THE_WAY
    findings: list[Finding] = []
    problems: list[Problem] = []
    printer, files = Printer(), 0
    for files, path in enumerate(sorted(set(selection.files())), 1):
        found = check(path, selection)
        if isinstance(found, Problem):
            problems.append(found)
            printer.told(f"{found.path}: not checked: {found.message}")
        else:
            findings += found
    printer.out(FORMATS[options.format](findings, problems))
    if not options.quiet and options.format == "text":
        printer.told(summary(findings, problems, files))
    if printer.problem:
        printer.told(f"the output could not be printed: {printer.problem}")
        return NOT_PRINTED
    return IN_THE_WAY if problems else SOMETHING if findings else NOTHING
