"""The rules; the name of a module begins with its range of codes, the family is the hundreds digit."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

from flake8_flyteconf.rules import (
    fyt0_unreadable,
    fyt1_quantities,
    fyt2_resources,
    fyt5_pod_templates,
    fyt9_policy,
    fyt30_arguments,
    fyt31_names,
    fyt32_values,
    fyt34_caching,
    fyt35_types,
    fyt40_options,
    fyt42_schedules,
    fyt44_workflows,
    fyt46_launch_plans,
    fyt60_schema,
    fyt61_fields,
    fyt62_containers,
    fyt63_volumes,
    fyt64_scheduling,
    fyt65_resources,
    fyt70_plugins,
    fyt71_ray,
    fyt72_spark,
    fyt73_jobs,
    fyt80_flyte2,
    fyt81_flyte2_resources,
    fyt82_flyte2_environments,
    fyt83_flyte2_tasks,
    fyt84_flyte2_pods,
    fyt85_flyte2_triggers,
    fyt86_flyte2_images,
    fyt87_flyte2_apps,
)
from flake8_flyteconf.rules.rule import Rule
from flake8_flyteconf.values import Call, kind_of

#: The modules in the order of their codes.
MODULES = (
    fyt0_unreadable,
    fyt1_quantities,
    fyt2_resources,
    fyt30_arguments,
    fyt31_names,
    fyt32_values,
    fyt34_caching,
    fyt35_types,
    fyt40_options,
    fyt42_schedules,
    fyt44_workflows,
    fyt46_launch_plans,
    fyt5_pod_templates,
    fyt60_schema,
    fyt61_fields,
    fyt62_containers,
    fyt63_volumes,
    fyt64_scheduling,
    fyt65_resources,
    fyt70_plugins,
    fyt71_ray,
    fyt72_spark,
    fyt73_jobs,
    fyt80_flyte2,
    fyt81_flyte2_resources,
    fyt82_flyte2_environments,
    fyt83_flyte2_tasks,
    fyt84_flyte2_pods,
    fyt85_flyte2_triggers,
    fyt86_flyte2_images,
    fyt87_flyte2_apps,
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
