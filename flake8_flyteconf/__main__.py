"""``python -m flake8_flyteconf``: what the rules are and why, what is read in a file, and what can be fixed."""

from __future__ import annotations

import argparse
import difflib
import importlib.metadata
import json
import os
import sys
from collections.abc import Sequence
from typing import Any

from flake8_flyteconf import pins
from flake8_flyteconf.fix.command import UNREADABLE, fix, text_of, what_is_wrong
from flake8_flyteconf.fix.files import LeftAlone
from flake8_flyteconf.inspection import inspect
from flake8_flyteconf.printing import Printer
from flake8_flyteconf.reference import FAMILIES, KINDS, family, rows, terminal
from flake8_flyteconf.releases import RELEASES
from flake8_flyteconf.report.command import run as check
from flake8_flyteconf.rules import RETIRED, RULES
from flake8_flyteconf.rules.rule import Rule


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status is 2 when it makes no sense."""
    parser = argparse.ArgumentParser(
        prog="flyteconf",
        description="The rules of flake8-flyteconf, and what it reads in a file.\n"
        "To check files, run flake8, which finds the plugin by itself, or the command check.",
        epilog="families:\n" + "\n".join(f"  {prefix}  {title}" for prefix, title in FAMILIES.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and the releases that count")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    rules = commands.add_parser(
        "rules",
        help="list the rules",
        description="List code, name, kind and summary of every rule.",
        epilog="what a finding of each kind claims:\n"
        + "\n".join(f"  {kind:10}  {claim}" for kind, claim in KINDS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    rules.add_argument("--format", choices=("table", "json"), default="table", help="how to print (default: table)")
    explain = commands.add_parser(
        "explain",
        help="explain rules",
        description="Print why a rule exists, a bad example with its finding and a good one.",
        epilog="example: flyteconf explain FYT101 FYT50 misshapen-pair",
    )
    explain.add_argument("rule", nargs="+", help="a code (FYT101), the beginning of codes (FYT1) or a name")
    inspection = commands.add_parser(
        "inspect",
        help="show what is read in files",
        description="Print what the linter reads in files, with ? and the reason for what it cannot know. The command "
        "pod shows the pod that all of this adds up to.",
        epilog="example: flyteconf inspect workflows/train.py:12",
    )
    inspection.add_argument(
        "file", nargs="+", metavar="FILE[:LINE]", help="a Python file, or a line of it; - is standard input"
    )
    inspection.add_argument(
        "--rules", action="store_true", help="list the codes of the rules that looked, not how many of each family"
    )
    commands.add_parser(
        "check", help="report findings, also as JSON and SARIF; check --help tells more", add_help=False
    )
    commands.add_parser("fix", help="fix what the rules know how to fix; fix --help tells more", add_help=False)
    commands.add_parser("pod", help="show the pods that tasks become; pod --help tells more", add_help=False)
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["pod"]:
        from flake8_flyteconf.pod.command import run as pod  # no other command writes YAML

        return pod(given[1:])
    if given[:1] == ["fix"]:
        return fix(given[1:])
    if given[:1] == ["check"]:
        return check(given[1:])
    options = parser.parse_args(given)
    printer = Printer()
    if options.command == "inspect":
        return printer.status(max(_inspect(file, options.rules, printer) for file in options.file))
    if options.command == "rules":
        shown = json.dumps(list(rows()), indent=2) if options.format == "json" else _table(list(rows()))
        printer.out(f"{shown}\n")
        return printer.status(0)
    chosen: dict[str, Rule[Any]] = {}
    for text in options.rule:
        found = _named(text)
        if not found:
            successor = RETIRED.get(text.upper())
            explain.error(
                f"{text} is retired; see {successor}" if successor else f"no rule is called {text!r}{_nearest(text)}"
            )
        chosen.update((rule.code, rule) for rule in found)
    printer.out("\n".join(terminal(rule) for rule in chosen.values()))
    return printer.status(0)


class _Version(argparse.Action):
    """Prints the versions, which are worked out only when somebody asks."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        printer = Printer()
        printer.out(f"{versions()}\n")
        parser.exit(printer.status(0))


def versions() -> str:
    """The version of the linter, the releases that its tables are of, and those that it assumes in this directory."""
    facts = "\n".join(f"    {name} {release}" for name, release in RELEASES.items())
    assumed = "\n".join(f"    {line}" for line in pins.releases("-", "").assumed())
    version = importlib.metadata.version("flake8-flyteconf")
    return f"flake8-flyteconf {version}, based on\n\n{facts}\n\nwithout options, files here are linted for\n\n{assumed}"


def _inspect(argument: str, rules: bool, printer: Printer) -> int:
    """Print what is read in a file, or say why it cannot be read."""
    path, _, number = argument.rpartition(":")
    if not (path and number.isdecimal()):
        path, number = argument, ""
    try:
        text = text_of(path)
        if number and not 0 < int(number) <= max(1, len(text.splitlines())):
            raise LeftAlone(f"it has no line {number}")
        report = inspect(text, path, int(number) if number else None, rules=rules)
    except UNREADABLE as error:
        printer.told(f"{path}: {what_is_wrong(error)}")
        return 2
    printer.out(report)
    return 0


def _named(text: str) -> list[Rule[Any]]:
    """The rules with a code, as a finding prints it or not, a beginning of codes or a name."""
    text = text.strip(":,")
    prefix = text.upper()
    found = family(prefix) if prefix.startswith("FYT") else []
    return found or [rule for rule in RULES if rule.name == text.lower().replace("_", "-")]


def _nearest(text: str) -> str:
    prefix = text.upper()
    if prefix.startswith("FYT"):
        while not family(prefix):
            prefix = prefix[:-1]
        if prefix == "FYT":
            return f"; the families are {', '.join(FAMILIES)}"
        number = int("".join(filter(str.isdecimal, text)) or 0)
        close = sorted((rule.code for rule in family(prefix)), key=lambda code: abs(int(code[3:]) - number))[:3]
    else:
        close = difflib.get_close_matches(text.lower(), [rule.name for rule in RULES], n=3, cutoff=0.5)
    return f"; the nearest: {', '.join(close)}" if close else "; flyteconf rules lists them"


def _table(table: Sequence[dict[str, str]]) -> str:
    columns = ("code", "name", "kind", "fix", "summary")
    widths = {column: max(len(row[column]) for row in table) for column in columns}
    return "\n".join("  ".join(row[column].ljust(widths[column]) for column in columns).rstrip() for row in table)


def command() -> None:
    """The console script ``flyteconf``."""
    try:
        status = main()
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as ``head``, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


if __name__ == "__main__":
    command()
