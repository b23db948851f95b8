"""What happens to an object after its construction, as a table: what a rule still knows of it.

Each statement is done to ``volumes``, a list with the volume "a", or to ``spec``, ``container``, ``labels`` or
``resources``, before all goes into a task.
"""

from __future__ import annotations

import pytest

from tests.findings import codes

MODULE = """\
import copy
from flytekit import PodTemplate, Resources, task
from kubernetes.client import V1Container, V1PodSpec, V1Volume, V1VolumeMount
from settings import FLAG, NAME, UNKNOWN, change

volumes = [V1Volume(name="a")]
labels = {{"team": "a b"}}
container = V1Container(name="wrong", image="app:1")
spec = V1PodSpec(containers=[container])
resources = Resources(mem="2GB")
{statement}

@task(pod_template=PodTemplate(pod_spec={spec}))
def train() -> None: ...
"""

#: Statements after which the second volume, with a name that Kubernetes refuses, is known to be in the list.
ADDING = {
    "append": 'volumes.append(V1Volume(name="B"))',
    "extend": 'volumes.extend([V1Volume(name="B")])',
    "extend by a tuple": 'volumes.extend((V1Volume(name="B"),))',
    "extend by an open list": 'volumes.extend([V1Volume(name="B"), *UNKNOWN])',
    "extend by a name": 'more = [V1Volume(name="B")]\nvolumes.extend(more)',
    "append twice": 'volumes.append(V1Volume(name="c"))\nvolumes.append(V1Volume(name="B"))',
    "append to an item": 'volumes[0].name = "B"',
    "set the name": 'volumes[0] = V1Volume(name="B")',
    "concatenate": 'volumes = [V1Volume(name="a")] + [V1Volume(name="B")]',
    "read in between": 'print(volumes)\nvolumes.append(V1Volume(name="B"))\nlen(volumes)',
    "copied elsewhere": 'other = copy.copy(volumes)\nother.append(UNKNOWN)\nvolumes.append(V1Volume(name="B"))',
}


@pytest.mark.parametrize("name", ADDING)
def test_what_is_added_is_known(name: str) -> None:
    statement = ADDING[name]
    text = MODULE.format(statement=statement, spec="V1PodSpec(containers=[], volumes=volumes)")
    if name == "concatenate":
        text = text.replace('volumes = [V1Volume(name="a")]\nlabels', "labels")
    assert "FYT611" in codes(text)


#: Statements after which the list may hold a volume of any name, so that no mount is called wrong.
OPENING = {
    "append something": "volumes.append(UNKNOWN)",
    "extend by something": "volumes.extend(UNKNOWN)",
    "extend by a list with something in it": "more = [V1Volume(name='c'), *UNKNOWN]\nvolumes.extend(more)",
    "extend by an open list": "volumes.extend([*UNKNOWN])",
    "insert": "volumes.insert(0, V1Volume(name='c'))",
    "in a branch": "if FLAG:\n    volumes.append(V1Volume(name='c'))",
    "in a loop": "for each in UNKNOWN:\n    volumes.append(each)",
    "a method kept in a name": "add = volumes.append\nadd(UNKNOWN)",
    "an alias": "alias = volumes\nalias.append(UNKNOWN)",
    "an alias of an alias": "alias = volumes\nsecond = alias\nsecond.append(UNKNOWN)",
    "handed to something": "change(volumes)",
    "in a dict handed to something": "change({'volumes': volumes})",
    "augmented": "volumes += UNKNOWN",
    "sliced": "volumes[:0] = UNKNOWN",
    "an unknown index": "volumes[NAME] = UNKNOWN",
    "its first item": "volumes[0].name = UNKNOWN",
    "through a loop": "for volume in volumes:\n    volume.name = NAME",
    "through a container": "holder = [volumes]\nholder[0].append(UNKNOWN)",
    "in a function": "def later():\n    volumes.append(UNKNOWN)\nlater()",
    "rebound": "for volumes in [UNKNOWN]:\n    pass",
}


@pytest.mark.parametrize("name", OPENING)
def test_what_may_have_changed_is_unknown(name: str) -> None:
    text = MODULE.format(statement=OPENING[name], spec="V1PodSpec(containers=[mounting], volumes=volumes)")
    mount = 'mounting = V1Container(name="p", volume_mounts=[V1VolumeMount(name="other", mount_path="/o")])\n'
    text = text.replace("volumes =", f"{mount}volumes =", 1)
    assert "FYT632" not in codes(text)
    unchanged = text.replace(OPENING[name], "")
    assert "FYT632" in codes(unchanged)


#: Statements that leave the primary container nameless for the linter, or give it the right name.
RENAMING = {
    "the name": 'container.name = "primary"',
    "through the spec": 'spec.containers[0].name = "primary"',
    "an unknown name": "container.name = NAME",
    "an item of a list that it is in": 'holders = []\nholders.append(container)\nholders[0].name = "primary"',
    "an item of a list that it was put in": 'holders = [container]\nholders[0].name = "primary"',
    "a value of a dict": 'holders = {"main": container}\nholders["main"].name = "primary"',
    "unpacked": 'first, second = container, None\nfirst.name = "primary"',
    "setattr": 'setattr(container, "name", "primary")',
    "through a list that is extended": "held = []\nheld.extend([container])\nfor it in held:\n    it.name = NAME",
    "with": "with change(container):\n    pass",
    "a method": 'container.rename("primary")',
    "in a helper": 'def rename(it):\n    it.name = "primary"\nrename(container)',
    "replaced containers": 'spec.containers = [V1Container(name="primary")]',
    "another primary": 'spec.containers.append(V1Container(name="primary"))',
}


@pytest.mark.parametrize("name", RENAMING)
def test_what_may_be_right_is_not_wrong(name: str) -> None:
    text = MODULE.format(statement=RENAMING[name], spec="spec").replace(', image="app:1"', "")
    assert not {"FYT501", "FYT502"} & set(codes(text))
    assert "FYT501" in codes(text.replace(RENAMING[name], ""))


#: Dicts after a statement, and whether the label that Kubernetes refuses is known to be in it.
UPDATING = {
    "update by another key": ('labels.update({"other": "x"})', True),
    "update by the key": ('labels.update({"team": "x"})', False),
    "update by keyword": ('labels.update(team="x")', False),
    "update by another keyword": ('labels.update(other="x")', True),
    "update by something": ("labels.update(UNKNOWN)", False),
    "update by something and a keyword": ('labels.update(**UNKNOWN, other="x")', False),
    "update in a branch": ('if FLAG:\n    labels.update({"team": "x"})', False),
    "update by pairs": ('labels.update([("team", "x")])', False),
    "set": ('labels["team"] = "x"', False),
    "set another": ('labels["other"] = "x"', True),
    "set something": ("labels[NAME] = UNKNOWN", False),
    "setdefault": ('labels.setdefault("other", "x")', True),
    "setdefault of a key that is there": ('labels.setdefault("team", "x")', True),
    "setdefault of something": ('labels.setdefault(NAME, "x")', False),
    "through an alias": ('alias = labels\nalias["team"] = "x"', False),
    "something else through an alias": ('alias = labels\nalias["other"] = "x"', True),
    "by a helper": ('def name(each):\n    each["team"] = "x"\nname(labels)', False),
    "something else by a helper": ('def name(each):\n    each["other"] = "x"\nname(labels)', True),
    "perhaps by a helper": ('def name(each):\n    if FLAG:\n        each["team"] = "x"\nname(labels)', False),
    "by an unknown value of a helper": ('def name(each):\n    each["team"] = NAME\nname(labels)', False),
    "pop": ('labels.pop("team")', False),
    "clear": ("labels.clear()", False),
    "delete": ('del labels["team"]', False),
    "merged": ('labels = {**{"team": "a b"}, "other": "x"}', True),
    "or": ('labels = {"team": "a b"} | {"team": "x"}', False),
    "read": ('labels.get("team")\nlabels.keys()\nfor key in labels:\n    print(key)', True),
}


@pytest.mark.parametrize("name", UPDATING)
def test_updates_of_dicts(name: str) -> None:
    statement, known = UPDATING[name]
    text = MODULE.format(statement=statement, spec="V1PodSpec(containers=[], node_selector=labels)")
    if statement.startswith("labels = "):
        text = text.replace('labels = {"team": "a b"}\ncontainer', "container")
    assert ("FYT614" in codes(text)) == known


#: Uses that only read an object: what it is stays known.
READING = [
    "print(resources)",
    "len([resources])",
    "repr(resources)",
    "resources == None",
    'f"{resources}"',
    "isinstance(resources, Resources)",
    "assert resources",
    "copy.deepcopy(resources)",
    "other = copy.deepcopy(resources)\nother.mem = UNKNOWN",
    "bool(resources)",
]


@pytest.mark.parametrize("statement", READING)
def test_reading_changes_nothing(statement: str) -> None:
    text = MODULE.format(statement=statement, spec="spec").replace("@task(", "@task(requests=resources, ")
    assert "FYT101" in codes(text)


PARTIALS = {
    "a later keyword": ('functools.partial(task, retries=1, requests=Resources(mem="2GB"))', "@small(retries=2)", True),
    "the keyword replaced": (
        'functools.partial(task, requests=Resources(mem="2GB"))',
        '@small(requests=Resources(mem="2G"))',
        True,  # the value in the partial is built and never used, and no quantity all the same
    ),
    "a partial of a partial": (
        'functools.partial(functools.partial(task, retries=1), requests=Resources(mem="2GB"))',
        "@small()",
        True,
    ),
    "unknown keywords": ("functools.partial(task, **UNKNOWN)", '@small(requests=Resources(mem="2GB"))', True),
    "of something else": ("functools.partial(change, retries=1)", "@small()", False),
}


@pytest.mark.parametrize("name", PARTIALS)
def test_partials(name: str) -> None:
    value, decorator, found = PARTIALS[name]
    text = f"""\
import functools
from flytekit import Resources, task
from settings import UNKNOWN, change
small = {value}
{decorator}
def train() -> None: ...
"""
    assert ("FYT101" in codes(text)) == found


def test_a_partial_says_what_it_sets() -> None:
    text = """\
import functools
from flytekit import task
small = functools.partial(task, retries="3")
@small(retries={retries})
def train() -> None: ...
"""
    assert codes(text.format(retries="2")) == []
    assert codes(text.replace("retries={retries}", "")) == ["FYT322"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("send(map_task(work, max_concurrency=2)(a=[1]))", ["FYT306"]),
        ("out = map_task(work, max_concurrency=2)(a=[1])\nsend(out)", ["FYT306"]),
        ("send(ContainerTask(name='a', image='b', command='true')())", ["FYT331"]),
        ("run = flyte.run(job, b=1)\nsend(run)", ["FYT877"]),
        ("send(flyte.run(job, x=1, b=1).url)", ["FYT877"]),
        # What is handed on itself may be changed.
        ("mapped = map_task(work, max_concurrency=2)\nsend(mapped)", []),
        ("made = task(requests=Resources(mem='2GB'))(work)\nsend(made)", []),
    ],
)
def test_what_a_call_makes_holds_nothing_of_the_task(text: str, expected: list[str]) -> None:
    header = """\
import flyte
from elsewhere import send
from flytekit import ContainerTask, Resources, map_task, task
env = flyte.TaskEnvironment(name="jobs")
@task
def work(a: int) -> int: return a
@env.task
def job(x: int) -> int: return x
"""
    assert sorted(set(codes(header + text + "\n"))) == expected


@pytest.mark.parametrize(
    ("use", "expected"),
    [
        ("F().run(ENV)", []),
        ("fix(F().give(ENV))", []),
        ("F().run(ENV)['A'] = '1'", []),
        ("flyte.with_runcontext().run(job, ENV)", ["FYT809"]),
        ("print(ENV)", ["FYT809"]),
    ],
)
def test_a_method_that_the_file_defines_may_do_anything(use: str, expected: list[str]) -> None:
    text = f"""\
import flyte
from elsewhere import fix, job
ENV = {{"A": 1}}
class F:
    def run(self, x):
        x["A"] = "1"
        return x
    def give(self, x):
        return x
{use}
env = flyte.TaskEnvironment(name="jobs", env_vars=ENV)
"""
    assert codes(text) == expected
