"""``python -m flake8_flyteconf``: what the rules are."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from flake8_flyteconf.rules import RULES

_FIELDS = ("code", "name", "kind", "stage", "summary")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m flake8_flyteconf",
        description="The rules of flake8-flyteconf. To check files, run flake8: it finds the plugin by itself.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    rules = commands.add_parser(
        "rules",
        help="list the rules",
        description="List code, name, kind and summary of every rule. The kind says what a finding claims: refused "
        "(flytekit, flyteadmin or Kubernetes refuses it), ignored (accepted, without effect or with another one), "
        "suspicious (valid, almost never meant) or policy (opt-in).",
    )
    rules.add_argument("--format", choices=("table", "json"), default="table", help="how to print (default: table)")
    options = parser.parse_args(arguments)
    rows = [{name: getattr(rule, name) for name in _FIELDS} for rule in RULES]
    print(json.dumps(rows, indent=2) if options.format == "json" else _table(rows))
    return 0


def _table(rows: Sequence[dict[str, str]]) -> str:
    columns = ("code", "name", "kind", "summary")
    widths = {column: max(len(row[column]) for row in rows) for column in columns}
    return "\n".join("  ".join(row[column].ljust(widths[column]) for column in columns).rstrip() for row in rows)


if __name__ == "__main__":
    sys.exit(main())
