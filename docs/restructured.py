"""Pieces of reStructuredText."""

from __future__ import annotations

from collections.abc import Sequence


def heading(text: str) -> str:
    """The title of a page."""
    return f"{'=' * len(text)}\n{text}\n{'=' * len(text)}\n"


def link(code: str) -> str:
    """A link to the page of a rule, which shows its code."""
    return f":ref:`{code} <{code}>`"


def grid(body: Sequence[Sequence[str]]) -> str:
    """A simple table, the first row as its head."""
    widths = [max(map(len, column)) for column in zip(*body)]
    rule = "  ".join("=" * width for width in widths)
    first, *lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in body)
    return "\n".join([rule, first, rule, *lines, rule, ""])
