"""The rules, one module for each family of codes."""

from __future__ import annotations

from typing import Any

from flake8_flyteconf.model import Call
from flake8_flyteconf.rules import (
    caching,
    launch_plans,
    launches,
    pod_spec,
    pod_templates,
    policy,
    quantities,
    resources,
    schedules,
    task_arguments,
    task_values,
    unreadable,
    workflows,
)
from flake8_flyteconf.rules.rule import Rule

#: The families in the order of their codes.
FAMILIES = (
    unreadable,
    quantities,
    resources,
    task_arguments,
    task_values,
    caching,
    launches,
    schedules,
    workflows,
    launch_plans,
    pod_templates,
    *pod_spec.FAMILY,
    policy,
)

RULES: tuple[Rule[Any], ...] = tuple(
    sorted(
        (member for family in FAMILIES for member in vars(family).values() if isinstance(member, Rule)),
        key=lambda rule: rule.code,
    )
)

_BY_NAME: dict[str, list[Rule[Any]]] = {}


def rules_for(call: Call) -> list[Rule[Any]]:
    """The rules that look at a call."""
    if call.name not in _BY_NAME:
        _BY_NAME[call.name] = [
            rule for rule in RULES if isinstance(call, rule.on) and (not rule.models or call.title in rule.models)
        ]
    return _BY_NAME[call.name]
