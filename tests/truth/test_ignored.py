"""What the rules call ignored is ignored: without it, the SDK serializes the same.

Not here is what a backend or an operator ignores, and what shows only while a task or script runs.
"""

from __future__ import annotations

import importlib.util
import re

import pytest

from flake8_flyteconf.reference import example
from flake8_flyteconf.rules import RULES

#: What a Bad example says, and what it says without the part that is ignored.
TWINS = {
    "FYT207": ("requests=Resources", ""),
    "FYT213": ("cpu=0", ""),
    "FYT302": ('mem="4Gi"', ""),
    "FYT306": (", retries=3", ""),
    "FYT307": ('limits=Resources(cpu="4")', ""),
    "FYT308": ('.with_overrides(shared_memory="2Gi")', ""),
    "FYT325": ("shared_memory=2", ""),
    "FYT327": ('task_config=Resources(cpu="1")', ""),
    "FYT331": ('"echo hello"', '[*"echo hello"]'),
    "FYT345": ('("verbose")', 'tuple("verbose")'),
    "FYT361": ("retries=3", ""),
    "FYT410": ("max_parallelism=0", ""),
    "FYT412": (", disable_notifications=True", ""),
    "FYT422": ('"me@example.com"', '[*"me@example.com"]'),
    "FYT437": (", auto_activate=True", ""),
    "FYT443": ("default_options=Options(max_parallelism=5)", ""),
    "FYT505": (', command=["python"]', ""),
    "FYT506": ('    resources=V1ResourceRequirements(limits={"nvidia.com/gpu": "1"}),\n', ""),
    "FYT511": ('    container_image="team/app:2",\n', ""),
}
#: The same with a plugin.
TWINS_OF_PLUGINS = {
    "FYT703": ("task_config=Dask", ""),
    "FYT711": ("pod_template=PodTemplate(), ", ""),
    "FYT744": (', image="team/app:1"', ""),
}
#: What an example that is a part of something becomes a part of.
WHOLES = {
    "FYT422": """
from flytekit import LaunchPlan, workflow
@workflow
def nightly() -> None: ...
plan = LaunchPlan.get_or_create(nightly, name="mailed", notifications=[failed])
""",
    "FYT711": """
from flytekit import task
from flytekitplugins.ray import RayJobConfig
@task(task_config=RayJobConfig([], head))
def train() -> None: ...
""",
}
TWINS_OF_FLYTE_2 = {
    "FYT808": ("@task(retries=3)\n", ""),
    "FYT832": ("cache=False", ""),
    "FYT836": ('cache="override"', 'cache="auto"'),
    "FYT838": ('docs=flyte.Documentation("Counts.")', ""),
}


def bad(code: str, part: str) -> str:
    """The Bad example of a rule, which says that something in it is ignored."""
    (rule,) = (rule for rule in RULES if rule.code == code)
    assert rule.kind == "ignored"
    text = example(rule, "Bad")
    assert part in text
    return text + WHOLES.get(code, "")


def messages(text: str) -> list[str]:
    """What a module serializes to, without the names that are new each time."""
    from flytekit import LaunchPlan

    from tests.truth.flyte import imported, serialized

    LaunchPlan.CACHE.clear()  # both modules name their plans alike
    module = imported(text)
    found = [str(message).replace(module.__name__, "example") for message in serialized(module)]
    assert found
    return [re.sub(r"(plan-|example_)[0-9a-f]{32}", "", message) for message in found]


def messages_of_flyte_2(text: str) -> list[str]:
    """What a module is deployed as, without the version of the cache, which is made of the source."""
    from tests.truth.flyte2 import deployed, imported

    module = imported(text)
    found = [str(message).replace(module.__name__, "example") for message in deployed(module)]
    assert found
    return [re.sub(r'discovery_version: "[0-9a-f]{64}"', "", message) for message in found]


@pytest.mark.parametrize("code", TWINS)
def test_serialized_without_it_is_the_same(code: str) -> None:
    part, other = TWINS[code]
    text = bad(code, part)
    assert messages(text) == messages(text.replace(part, other))


@pytest.mark.skipif(not importlib.util.find_spec("flytekitplugins"), reason="the environment plugins has them")
@pytest.mark.parametrize("code", TWINS_OF_PLUGINS)
def test_serialized_by_a_plugin_without_it_is_the_same(code: str) -> None:
    part, other = TWINS_OF_PLUGINS[code]
    text = bad(code, part)
    assert messages(text) == messages(text.replace(part, other))


@pytest.mark.skipif(not importlib.util.find_spec("flyte"), reason="the environment flyte2 has the SDK")
@pytest.mark.parametrize("code", TWINS_OF_FLYTE_2)
def test_deployed_without_it_is_the_same(code: str) -> None:
    part, other = TWINS_OF_FLYTE_2[code]
    text = bad(code, part)
    assert messages_of_flyte_2(text) == messages_of_flyte_2(text.replace(part, other))
