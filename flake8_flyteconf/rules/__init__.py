"""The rules, one module for each family of codes."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

from flake8_flyteconf.model import Call, kind_of
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

#: Codes that are never used again, and what became of them.
RETIRED = {"FYT337": "FYT910"}


def rules_for(call: Call, policy: bool) -> Sequence[Rule[Any]]:
    """The rules that may have something to say about a call, those of the policy only when asked for."""
    return _selected(call.name, policy)


@functools.lru_cache(maxsize=4096)
def _selected(name: str, policy: bool) -> Sequence[Rule[Any]]:
    kind, title = kind_of(name), name.rpartition(".")[2]
    return [
        rule
        for rule in RULES
        if issubclass(kind, rule.on) and (not rule.models or title in rule.models) and (policy or rule.kind != "policy")
    ]
