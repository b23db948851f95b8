"""What an object is, as a table: a method is looked at only when the object that it is called on surely has it.

Each program is judged in one place, the evaluator, whether a rule asks for the decorator, the receiver or the value.
"""

from __future__ import annotations

import pytest

from tests.findings import codes

FLYTE_2 = """\
import unittest.mock

import flyte
from elsewhere import Fake, FLAG, decorated, patch

{statements}

@{env}.task(retries=-1)
async def train(x: int) -> int:
    return x
"""
ENVIRONMENT = 'env = flyte.TaskEnvironment(name="jobs")'

#: Statements, and the environment of the task.
KNOWN = {
    "an environment": (ENVIRONMENT, "env"),
    "another name for it": (f"{ENVIRONMENT}\nsame = env", "same"),
    "a clone": (f'{ENVIRONMENT}\nother = env.clone_with("other")', "other"),
    "unpacked": ('env, other = flyte.TaskEnvironment(name="jobs"), flyte.TaskEnvironment(name="o")', "env"),
    "of a class": (f"class Config:\n    {ENVIRONMENT}", "Config.env"),
    "of either branch": (f'if FLAG:\n    {ENVIRONMENT}\nelse:\n    {ENVIRONMENT.replace("jobs", "other")}', "env"),
    "made by a helper": ("def make():\n    return flyte.TaskEnvironment(name='jobs')\nenv = make()", "env"),
    "with a dependency": (f"{ENVIRONMENT}\nenv.add_dependency(flyte.TaskEnvironment(name='base'))", "env"),
    "with a method of its own": (f"{ENVIRONMENT}\nenv.unknown_method(FLAG)", "env"),
    "with another image": (f"{ENVIRONMENT}\nenv.image = 'app:1'", "env"),
    "that is printed": (f"{ENVIRONMENT}\nprint(env)", "env"),
    "with two environments in classes": (
        f"class A:\n    {ENVIRONMENT}\nclass B:\n    {ENVIRONMENT.replace('jobs', 'b')}",
        "B.env",
    ),
}
UNKNOWN = {
    "handed to a function": (f"{ENVIRONMENT}\npatch(env)", "env"),
    "with another decorator": (f"{ENVIRONMENT}\nenv.task = Fake()", "env"),
    "with another decorator by setattr": (f"{ENVIRONMENT}\nsetattr(env, 'task', Fake())", "env"),
    "of a class that gets another": (f"class Config:\n    {ENVIRONMENT}\nConfig.env = Fake()", "Config.env"),
    "of a decorated class": (f"@decorated\nclass Config:\n    {ENVIRONMENT}", "Config.env"),
    "of a class with a metaclass": (f"class Config(metaclass=Fake):\n    {ENVIRONMENT}", "Config.env"),
    "of a class that is derived": (f"class Config(Fake):\n    {ENVIRONMENT}", "Config.env"),
    "of a class that computes": (
        f"class Config:\n    {ENVIRONMENT}\n    def __getattribute__(self, name):\n        return Fake()",
        "Config.env",
    ),
    "bound twice in a class": (f"class Config:\n    {ENVIRONMENT}\n    env = Fake()", "Config.env"),
    "of one branch": (f"if FLAG:\n    {ENVIRONMENT}\nelse:\n    env = Fake()", "env"),
    "with the method of the class replaced": (f"flyte.TaskEnvironment.task = Fake()\n{ENVIRONMENT}", "env"),
    "under mock": (f"{ENVIRONMENT}\nunittest.mock.patch.object(env, 'task', Fake())", "env"),
    "in a loop": (f"for name in FLAG:\n    {ENVIRONMENT}", "env"),
    "made by a decorated helper": (
        f"@decorated\ndef make():\n    {ENVIRONMENT}\n    return env\nmade = make()",
        "made",
    ),
}


@pytest.mark.parametrize("name", KNOWN)
def test_the_task_of_a_known_environment_is_looked_at(name: str) -> None:
    statements, env = KNOWN[name]
    assert "FYT837" in codes(FLYTE_2.format(statements=statements, env=env))


@pytest.mark.parametrize("name", UNKNOWN)
def test_the_task_of_what_may_be_another_object_is_not(name: str) -> None:
    statements, env = UNKNOWN[name]
    assert "FYT837" not in codes(FLYTE_2.format(statements=statements, env=env))


FLYTEKIT = """\
import functools
from datetime import timedelta

from flytekit import LaunchPlan, Resources, approve, map_task, sleep, task, wait_for_input, workflow
from elsewhere import Builder, other_task

@task
def train(x: int) -> int: ...

small = functools.partial(task, retries=1)

@small
def shrink(x: int) -> int: ...

{statements}
"""

#: What happens in a workflow, and what is found there.
IN_WORKFLOWS = {
    "a gate alone": ("sleep(60)", ["FYT352"]),
    "a gate with a name": ("s = sleep(60)", ["FYT352"]),
    "a gate whose result is used": ('title = wait_for_input("title", timeout=60, expected_type=str)', ["FYT352"]),
    "a gate that is right": ("s = sleep(timedelta(seconds=60))", []),
    "a node": ("train(x=x).with_overrides(mem='1Gi')", ["FYT302"]),
    "a node with a name": ("n = train(x=x)\n    n.with_overrides(mem='1Gi')", ["FYT302"]),
    "a node that was overridden": (
        "n = train(x=x).with_overrides(retries=1)\n    n.with_overrides(mem='1Gi')",
        ["FYT302"],
    ),
    "a node of a configured task": ("shrink(x=x).with_overrides(mem='1Gi')", ["FYT302"]),
    "a node of a mapped task": ("map_task(train)(x=[x]).with_overrides(mem='1Gi')", ["FYT302"]),
    "a node of an imported task": ("other_task(x=x).with_overrides(retries=1, mem='1Gi')", ["FYT302"]),
    "something imported": ("other_task(x=x).with_overrides(size='1Gi')", []),
    "an object of a class": ("Builder(x).with_overrides(retries=1, mem='1Gi')", []),
    "a result as a quantity": ("train(x=x).with_overrides(limits=Resources(mem=train(x=x)))", ["FYT214"]),
    "an input": ("x.with_overrides(retries=1, mem='1Gi')", []),
}


@pytest.mark.parametrize("name", IN_WORKFLOWS)
def test_what_happens_in_a_workflow(name: str) -> None:
    statements, expected = IN_WORKFLOWS[name]
    text = FLYTEKIT.format(statements=f"@workflow\ndef flow(x: int) -> None:\n    {statements}")
    assert [code for code in codes(text) if code != "FYT326"] == expected
