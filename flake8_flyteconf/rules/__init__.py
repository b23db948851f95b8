"""The rules, one module for each family of codes."""

from __future__ import annotations

from typing import Any

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
