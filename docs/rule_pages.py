"""The page of each rule, and the lists of rules by family, stage and kind."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

from error_messages import Row, literal
from flake8_flyteconf.reference import (
    FAMILIES,
    claim,
    example,
    family,
    findings,
    fix,
    fix_of,
    needed,
    reason,
    related,
)
from flake8_flyteconf.rules import RULES
from flake8_flyteconf.rules.rule import Rule
from restructured import heading, link


def page(rule: Rule[Any], messages: Sequence[Row]) -> str:
    """The page of a rule, with the messages that a user meets without the linter."""
    about = reason(rule).partition("\n\n")[2]
    parts = [
        ":orphan:",
        f".. meta::\n    :description: {_described(rule)}",
        f".. _{rule.code}:",
        heading(rule.summary),
        f"``{rule.code}`` {rule.name}, in :doc:`{rule.code[:4].lower()}`.",
        f"*{claim(rule)}*",
    ]
    parts += [about] if about else []
    if needed(rule):
        parts.append(f"Needs {needed(rule)}.")
    if messages:
        parts.append("Without the linter, this is what you would read:")
    parts += [f"{literal(row.message)}\n{row.source}" for row in messages]
    if example(rule, "Bad"):
        parts += ["Bad:", _block("python", example(rule, "Bad")), _block("text", "\n".join(_findings(rule)))]
        sentence, lines = fix(rule)
        parts += ["Good:", _block("python", example(rule, "Good")), sentence]
        parts += [_block("python", lines)] if lines else []
    if related(rule):
        parts.append("See also:")
        parts.append(listed(other for other in RULES if other.code in related(rule)))
    return "\n\n".join(parts) + "\n"


def family_page(prefix: str) -> str:
    """The rules of a family."""
    return f"{heading(f'{prefix}: {FAMILIES[prefix]}')}\n{_with_kinds(prefix)}\n"


def index() -> str:
    """All rules, family by family."""
    entries = "".join(f"    {prefix.lower()}\n" for prefix in FAMILIES)
    parts = [heading("Rules"), f".. toctree::\n    :maxdepth: 1\n    :hidden:\n\n    fields\n{entries}"]
    for prefix, title in FAMILIES.items():
        name = f"{prefix}: {title}"
        parts += [f"{name}\n{'=' * len(name)}\n", _with_kinds(prefix) + "\n"]
    return "\n".join(parts)


def listed(rules: Iterable[Rule[Any]]) -> str:
    """Rules with their summaries, one on a line."""
    return "\n".join(f"| {link(rule.code)} {rule.summary}" for rule in rules)


def _with_kinds(prefix: str) -> str:
    """The rules of a family with what they claim and whether there is a fix."""
    lines = []
    for rule in family(prefix):
        fixed = f", {fix_of(rule)} fix" if fix_of(rule) else ""
        lines.append(f"| {link(rule.code)} {rule.summary} (*{rule.kind}*{fixed})")
    return "\n".join(lines)


def _described(rule: Rule[Any]) -> str:
    """What a search engine shows below the title."""
    text = " ".join(reason(rule).partition("\n\n")[2].replace("``", "").split()) or rule.summary
    return f"flake8-flyteconf {rule.code} {rule.name}: {textwrap.shorten(text, 160, placeholder=' ...')}"


def _findings(rule: Rule[Any]) -> list[str]:
    """What flake8 prints for the bad example."""
    return [f"jobs.py:{each.line}:{each.column + 1}: {each.code} {each.text}" for each in findings(rule)]


def _block(language: str, text: str) -> str:
    return f".. code-block:: {language}\n\n{textwrap.indent(text, '    ')}"
