"""The rules, one module for each family of codes."""

from __future__ import annotations

from typing import Any

from flake8_flyteconf.model import Call
from flake8_flyteconf.rules import launches, pod_templates, quantities, resources, task_arguments, unreadable
from flake8_flyteconf.rules.rule import Rule

#: The families in the order of their codes.
FAMILIES = (unreadable, quantities, resources, task_arguments, launches, pod_templates)

RULES: tuple[Rule[Any], ...] = tuple(
    sorted(
        (member for family in FAMILIES for member in vars(family).values() if isinstance(member, Rule)),
        key=lambda rule: rule.code,
    )
)

_BY_KIND: dict[type[Call], list[Rule[Any]]] = {}


def rules_for(kind: type[Call]) -> list[Rule[Any]]:
    """The rules that look at a kind of call."""
    if kind not in _BY_KIND:
        _BY_KIND[kind] = [rule for rule in RULES if issubclass(kind, rule.on)]
    return _BY_KIND[kind]
