"""The rules; the name of a module begins with the family of its codes, which is their hundreds digit."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

from flake8_flyteconf.rules import (
    fyt0_unreadable,
    fyt1_quantities,
    fyt2_resources,
    fyt3_arguments,
    fyt3_caching,
    fyt3_functions,
    fyt3_images,
    fyt3_names,
    fyt3_triggers,
    fyt3_types,
    fyt3_values,
    fyt4_launch_plans,
    fyt4_options,
    fyt4_schedules,
    fyt4_workflows,
    fyt5_pod_templates,
    fyt6_containers,
    fyt6_fields,
    fyt6_resources,
    fyt6_scheduling,
    fyt6_schema,
    fyt6_volumes,
    fyt7_jobs,
    fyt7_plugins,
    fyt7_ray,
    fyt7_spark,
    fyt8_apps,
    fyt8_environments,
    fyt8_images,
    fyt8_mixups,
    fyt8_pods,
    fyt8_resources,
    fyt8_tasks,
    fyt8_triggers,
    fyt9_policy,
)
from flake8_flyteconf.rules.rule import Rule
from flake8_flyteconf.values import Call, class_of_call

MODULES = (
    fyt0_unreadable,
    fyt1_quantities,
    fyt2_resources,
    fyt3_arguments,
    fyt3_caching,
    fyt3_functions,
    fyt3_images,
    fyt3_names,
    fyt3_triggers,
    fyt3_types,
    fyt3_values,
    fyt4_launch_plans,
    fyt4_options,
    fyt4_schedules,
    fyt4_workflows,
    fyt5_pod_templates,
    fyt6_containers,
    fyt6_fields,
    fyt6_resources,
    fyt6_scheduling,
    fyt6_schema,
    fyt6_volumes,
    fyt7_jobs,
    fyt7_plugins,
    fyt7_ray,
    fyt7_spark,
    fyt8_apps,
    fyt8_environments,
    fyt8_images,
    fyt8_mixups,
    fyt8_pods,
    fyt8_resources,
    fyt8_tasks,
    fyt8_triggers,
    fyt9_policy,
)

RULES: tuple[Rule[Any], ...] = tuple(
    sorted(
        (member for module in MODULES for member in vars(module).values() if isinstance(member, Rule)),
        key=lambda rule: rule.code,
    )
)

#: Codes that are never used again, and what became of them.
RETIRED = {"FYT337": "FYT910"}


#: Packages that change what some rules are about.
SILENCING = frozenset(package for rule in RULES for package in rule.unless_used)


def rules_for(call: Call, policy: bool, used: frozenset[str] = frozenset()) -> Sequence[Rule[Any]]:
    """The rules that may have something to say about a call, those of the policy only when asked for.

    Silent are those that do not hold in a file that has ``used`` one of the :data:`SILENCING` packages.
    """
    return _selected(call.name, policy, used)


@functools.lru_cache(maxsize=4096)
def _selected(name: str, policy: bool, used: frozenset[str]) -> Sequence[Rule[Any]]:
    call_class, title = class_of_call(name), name.rpartition(".")[2]
    return [
        rule
        for rule in RULES
        if issubclass(call_class, rule.on)
        and (not rule.models or title in rule.models)
        and (policy or rule.kind != "policy")
        and used.isdisjoint(rule.unless_used)
    ]
