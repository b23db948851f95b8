"""The error messages that users meet for the mistakes of the rules: ``errors.tsv``, and the page that lists them."""

from __future__ import annotations

import collections
import pathlib
import re
from collections.abc import Mapping
from typing import NamedTuple

from flake8_flyteconf.rules import RULES
from restructured import heading, link

TABLE = pathlib.Path(__file__).with_name("errors.tsv")


class Row(NamedTuple):
    """A message that a user meets for the mistake of a rule; ``source`` is what raised it, or where it is written."""

    code: str
    source: str
    message: str

    @property
    def software(self) -> str:
        """What raised it, without release and file."""
        return re.split(r",| (?=\d|[0-9a-f]{8}\b)", self.source)[0]


def rows() -> list[Row]:
    """The rows of the table."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [Row(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def by_code() -> Mapping[str, list[Row]]:
    """The rows of each rule."""
    found: dict[str, list[Row]] = {}
    for row in rows():
        found.setdefault(row.code, []).append(row)
    return found


def literal(message: str) -> str:
    """A message as a block of text, whatever characters it has."""
    return f".. code-block:: text\n\n    {message}\n"


def page() -> str:
    """All messages, by what raises them, each with the rules that report the mistake before."""
    summaries = {rule.code: rule.summary for rule in RULES}
    messages: dict[str, dict[str, list[str]]] = collections.defaultdict(dict)
    for row in rows():
        messages[row.software].setdefault(row.message, []).append(row.code)
    parts = [
        heading("By error message"),
        "The messages that a mistake ends in without the linter, word for word; ``...`` stands for what varies.\n"
        "Below each are the rules that report the mistake before. Those of the SDKs were raised by them, the\n"
        "others are cited on the pages of the rules.\n",
    ]
    for software in sorted(messages, key=lambda each: -len(messages[each])):
        parts.append(f"{software}\n{'=' * len(software)}\n")
        for message, codes in sorted(messages[software].items()):
            links = "\n".join(f"| {link(code)} {summaries[code]}" for code in sorted(set(codes)))
            parts.append(f"{literal(message)}\n{links}\n")
    return "\n".join(parts)
