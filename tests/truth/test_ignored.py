"""What the rules call ignored is ignored: without it, flytekit serializes the same."""

from __future__ import annotations

import pytest

from flake8_flyteconf.reference import example
from flake8_flyteconf.rules import RULES
from tests.truth.flyte import imported, serialized

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
    "FYT422": ('"me@example.com"', '[*"me@example.com"]'),
    "FYT437": (", auto_activate=True", ""),
    "FYT505": (', command=["python"]', ""),
    "FYT506": ('    resources=V1ResourceRequirements(limits={"nvidia.com/gpu": "1"}),\n', ""),
    "FYT511": ('    container_image="team/app:2",\n', ""),
}


def messages(text: str) -> list[str]:
    """What a module serializes to, without the name of the module."""
    module = imported(text)
    return [str(message).replace(module.__name__, "example") for message in serialized(module)]


@pytest.mark.parametrize("code", TWINS)
def test_serialized_without_it_is_the_same(code: str) -> None:
    (rule,) = (rule for rule in RULES if rule.code == code)
    assert rule.kind == "ignored"
    text = example(rule, "Bad")
    part, other = TWINS[code]
    assert part in text
    assert messages(text) == messages(text.replace(part, other))
