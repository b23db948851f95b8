"""A value is judged the same however it is written, as long as it can be followed, and not at all when it cannot."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.findings import codes, found

HEADER = """\
import copy
import dataclasses
import enum
import functools
import os
from typing import Final

from flytekit import PodTemplate, Resources, dynamic, task, workflow
from kubernetes.client import V1Container, V1PodSpec, V1ResourceRequirements
from settings import FLAG, UNKNOWN, change

"""

#: Field, value and the codes that it gets inside ``@task(requests=Resources(...))``.
VALUES = [
    ("mem", '"2GB"', ["FYT101"]),
    ("cpu", '"-1"', ["FYT102"]),
    ("mem", '"512m"', ["FYT103"]),
    ("cpu", "2", ["FYT212"]),
    ("gpu", '"0.5"', ["FYT211"]),
    ("mem", "0.5", ["FYT202"]),
    ("cpu", '("1", "2", "3")', ["FYT201"]),
    ("cpu", '("1", "2")', ["FYT203"]),
    ("mem", '"2Gi"', []),
]

#: Each form turns an expression into statements and the expression that then stands for it. ``{n}`` is a fresh number.
FOLLOWED = {
    "constant": ("C{n} = {v}", "C{n}"),
    "annotated": ("C{n}: Final = {v}", "C{n}"),
    "parentheses": ("", "({v})"),
    "walrus": ("", "(w{n} := {v})"),
    "unpacked": ('A{n}, B{n} = "x", {v}', "B{n}"),
    "item": ("L{n} = [{v}, None]", "L{n}[0]"),
    "entry": ('D{n} = {{"a": {v}}}', 'D{n}["a"]'),
    "entry set later": ('D{n} = {{"a": None}}\nD{n}["a"] = {v}', 'D{n}["a"]'),
    "dict call": ("D{n} = dict(a={v})", 'D{n}["a"]'),
    "class": ("class K{n}:\n    A = {v}", "K{n}.A"),
    "enumeration": ("class E{n}(enum.Enum):\n    A = {v}", "E{n}.A.value"),
    "known test": ("T{n} = 'dev'", "({v} if T{n} != 'prod' else None)"),
    "known branch": ("if not 1 > 2:\n    C{n} = {v}\nelse:\n    C{n} = None", "C{n}"),
    "known operand": ("N{n} = None", "(N{n} or 1 and {v})"),
    "helper": ("def f{n}():\n    return {v}", "f{n}()"),
    "argument": ("def f{n}(x):\n    return x", "f{n}({v})"),
    "default": ("def f{n}(x={v}):\n    return x", "f{n}()"),
    "copy": ("", "copy.deepcopy({v})"),
    "conditional": ("", "({v} if FLAG else None)"),
    "lambda": ("f{n} = lambda c: c", "f{n}({v})"),
    "arguments behind **": ("def f{n}(**more):\n    return more['c']", "f{n}(c={v})"),
    "arguments behind *": ("def f{n}(*more):\n    return more[0]", "f{n}({v})"),
    "branches": ("if FLAG:\n    C{n} = {v}\nelse:\n    C{n} = None", "C{n}"),
}
UNFOLLOWED = {
    "optional binding in a branch that may return": (
        "def f{n}():\n    c = None\n    if FLAG:\n        c = {v}\n        return None\n    return c",
        "f{n}()",
    ),
    "optional binding where another test is made": (
        "def f{n}():\n    c = None\n    if FLAG:\n        c = {v}\n    if UNKNOWN:\n        d = c\n    return d",
        "f{n}()",
    ),
    "try": ("try:\n    C{n} = {v}\nexcept KeyError:\n    C{n} = None", "C{n}"),
    "loop": ("for C{n} in [{v}]:\n    pass", "C{n}"),
    "in a loop": ("while FLAG:\n    C{n} = {v}", "C{n}"),
    "global": ("C{n} = {v}\ndef g{n}():\n    global C{n}\n    C{n} = None", "C{n}"),
    "deleted": ("C{n} = {v}\nif FLAG:\n    del C{n}", "C{n}"),
    "augmented": ("C{n} = {v}\nC{n} += UNKNOWN", "C{n}"),
    "unknown function": ("", "change({v})"),
    "method": ("C{n} = {v}", "C{n}.swapcase()"),
    "environment": ("", "os.environ.get({v})"),
    "bound again in a function": ("def f{n}():\n    c = {v}\n    c = None\n    return c", "f{n}()"),
    "default that no branch leaves": (
        "C{n} = {v}\nif FLAG:\n    C{n} = None\nelse:\n    C{n} = UNKNOWN",
        "C{n}",
    ),
    "bound again after its use": ("C{n} = UNKNOWN\nD{n} = C{n}\nC{n} = {v}", "D{n}"),
    "bound later": ("C{n} = UNKNOWN\ndef f{n}():\n    return C{n}\nC{n} = {v}", "f{n}()"),
    "or": ("", "(UNKNOWN or {v})"),
    "other outcome": ("T{n} = 'dev'", "({v} if T{n} == 'prod' else None)"),
    "undecided test": ("T{n} = 'dev'", "({v} if T{n}.isupper() else None)"),
    "undecided branch": ("T{n} = 1\nif T{n} in ():\n    C{n} = {v}\nelse:\n    C{n} = None", "C{n}"),
    "comprehension": ("", "[c for c in [{v}] if FLAG][0]"),
    "unknown key": ("D{n} = {{FLAG: {v}}}", "D{n}[FLAG]"),
    "changed elsewhere": ('D{n} = {{"a": {v}}}\nchange(D{n})', 'D{n}["a"]'),
    "changed in a branch": ('D{n} = {{"a": {v}}}\nif FLAG:\n    D{n}["a"] = None', 'D{n}["a"]'),
    "changed through an alias": ('D{n} = {{"a": {v}}}\nE{n} = D{n}\nE{n}["a"] = None', 'D{n}["a"]'),
    "popped": ('D{n} = {{"a": {v}}}\nD{n}.pop("a")', 'D{n}["a"]'),
    "two returns": ("def f{n}(x):\n    if x:\n        return None\n    return {v}", "f{n}(1)"),
    "decorated helper": ("@change\ndef f{n}():\n    return {v}", "f{n}()"),
    "decorated class": ("@change\nclass K{n}:\n    A = {v}", "K{n}.A"),
    "changed class": ("class K{n}:\n    A = {v}\nK{n}.A = None", "K{n}.A"),
    "old format": ("", '("%5s" % {v})'),
    "tested parameter": ("def f{n}(x):\n    return x if x else None", "f{n}({v} if FLAG else UNKNOWN)"),
}
#: Forms that are followed where nothing else is around them.
FOLLOWED_AT_THE_TOP = {
    "two bindings in a function": ("def f{n}():\n    c = None\n    c = {v}\n    return c", "f{n}()"),
    "optional binding": ("C{n} = None\nif FLAG:\n    C{n} = {v}", "C{n}"),
    "two bindings": ("C{n} = None\nC{n} = {v}", "C{n}"),
    "default of a variable": ("", 'os.environ.get("X", {v})'),
    "comprehension": ("", "[c for c in [{v}]][0]"),
    "comprehension with a condition": ("", "[c for c in [{v}] if c][0]"),
}


def module(field: str, value: str, forms: list[tuple[str, str]]) -> str:
    """A task whose requests hold the value, written through the forms from the inside out."""
    statements = []
    for number, (prelude, expression) in zip(itertools.count(), forms):
        statements.append(prelude.format(n=number, v=value))
        value = expression.format(n=number, v=value)
    return HEADER + "\n".join(statements) + f"\n@task(requests=Resources({field}={value}))\ndef f() -> None: ...\n"


@pytest.mark.parametrize("form", FOLLOWED)
@pytest.mark.parametrize(("field", "value", "expected"), VALUES)
def test_followed(form: str, field: str, value: str, expected: list[str]) -> None:
    assert codes(module(field, value, [FOLLOWED[form]])) == expected


@pytest.mark.parametrize("form", UNFOLLOWED)
@pytest.mark.parametrize(("field", "value", "expected"), VALUES)
def test_unfollowed(form: str, field: str, value: str, expected: list[str]) -> None:
    assert codes(module(field, value, [UNFOLLOWED[form]])) == []


@pytest.mark.parametrize("form", FOLLOWED_AT_THE_TOP)
@pytest.mark.parametrize(("field", "value", "expected"), VALUES)
def test_followed_at_the_top(form: str, field: str, value: str, expected: list[str]) -> None:
    assert codes(module(field, value, [FOLLOWED_AT_THE_TOP[form]])) == expected


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ('"%dGB" % 4', "4GB"),
        ('"%s%s" % (2, "GB")', "2GB"),
        ('"%d%%GB" % 4', "4%GB"),
        ('"%sGB" % UNKNOWN', "...GB"),
        ('"{}{}".format(2, "GB")', "2GB"),
        ('"{1}{0}".format("GB", 2)', "2GB"),
        ('"{size}GB".format(size=2)', "2GB"),
        ('"{:d}GB".format(2)', "...GB"),
        ('"".join(["2", "GB"])', "2GB"),
        ('str(max(1, 2)) + "GB"', "2GB"),
        ('str(int("2")) + "GB"', "2GB"),
        ('" 2gb ".strip().upper()', "2GB"),
        ('str(len(["a", "b"])) + "GB"', "2GB"),
    ],
)
def test_strings_put_together(expression: str, text: str) -> None:
    (finding,) = found(f"from flytekit import Resources\nfrom elsewhere import UNKNOWN\nResources(mem={expression})\n")
    assert f'mem "{text}"' in finding.text


@pytest.mark.parametrize(
    "expression",
    [
        '"%d" % "x"',
        '"%s%s" % "2GB"',
        '"%(a)s" % {"a": "2GB"}',
        '"%q" % 2',
        '"{".format(2)',
        '"{}{}".format("2GB")',
        '"".join({"2GB"})',
        'int("9" * 5000)',
        'str(UNKNOWN) + "Gi"',
        '"2GB".join(UNKNOWN)',
        "max(UNKNOWN, 1)",
    ],
)
def test_strings_that_stay_unknown(expression: str) -> None:
    text = f"from flytekit import Resources\nfrom elsewhere import UNKNOWN\nResources(mem={expression})\n"
    assert [finding.code for finding in found(text) if finding.code != "FYT202"] == []


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(VALUES), st.lists(st.sampled_from(sorted(FOLLOWED)), max_size=4))
def test_followed_through_several_forms(value: tuple[str, str, list[str]], forms: list[str]) -> None:
    field, text, expected = value
    # Each alternative is seen while all other choices are unknown, so a choice inside a choice is not.
    if sum(form in ("conditional", "branches") for form in forms) < 2:
        assert codes(module(field, text, [FOLLOWED[form] for form in forms])) == expected


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from(VALUES),
    st.lists(st.sampled_from(sorted(FOLLOWED)), max_size=2),
    st.sampled_from(sorted(UNFOLLOWED)),
    st.lists(st.sampled_from(sorted(FOLLOWED)), max_size=2),
)
def test_silent_when_one_form_hides_the_value(
    value: tuple[str, str, list[str]], before: list[str], hiding: str, after: list[str]
) -> None:
    field, text, _ = value
    forms = [*(FOLLOWED[form] for form in before), UNFOLLOWED[hiding], *(FOLLOWED[form] for form in after)]
    assert codes(module(field, text, forms)) == []


#: Ways to give a task the requests ``{v}``.
USES: dict[str, str] = {
    "decorator": "@task(requests={v})\ndef f() -> None: ...",
    "call": "def _f() -> None: ...\nf = task(_f, requests={v})",
    "curried": "def _f() -> None: ...\nf = task(requests={v})(_f)",
    "dynamic": "@dynamic(requests={v})\ndef f() -> None: ...",
    "spread": 'COMMON = {{"requests": {v}}}\n@task(**COMMON)\ndef f() -> None: ...',
    "merged": 'COMMON = {{"retries": 1}}\n@task(**{{**COMMON, "requests": {v}}})\ndef f() -> None: ...',
    "partial": "gpu_task = functools.partial(task, requests={v})\n@gpu_task\ndef f() -> None: ...",
    "partial, called": "gpu_task = functools.partial(task, requests={v})\n@gpu_task(retries=1)\ndef f() -> None: ...",
    "two partials": (
        "one = functools.partial(task, retries=1)\ntwo = functools.partial(one, requests={v})\n"
        "@two()\ndef f() -> None: ..."
    ),
    "kept decorator": "my_task = task(requests={v})\n@my_task\ndef f() -> None: ...",
    "factory": "def sized(x):\n    return task(requests=x)\n@sized({v})\ndef f() -> None: ...",
    "attribute": "R = Resources()\nR = None\n@task(requests={v})\ndef f() -> None: ...",
}


@pytest.mark.parametrize("use", USES)
def test_every_use_is_seen(use: str) -> None:
    assert codes(HEADER + USES[use].format(v="Resources(cpu=2)") + "\n") == ["FYT212"]


USE_T = "@task(pod_template=T)\ndef f() -> None: ..."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gpu_task = functools.partial(task, resources=R)\n@gpu_task(limits=R)\ndef f() -> None: ...", ["FYT204"]),
        ("gpu_task = functools.partial(task, requests=B)\n@gpu_task(requests=R)\ndef f() -> None: ...", []),
        ("R.cpu = 2\n@task(requests=R)\ndef f() -> None: ...", ["FYT212"]),
        ("B.cpu = '1'\n@task(requests=B)\ndef f() -> None: ...", []),
        ("@task(requests=B)\ndef f() -> None: ...\nB.cpu = '1'", []),
        ("def late():\n    B.cpu = '1'\n@task(requests=B)\ndef f() -> None: ...", []),
        ("@task(requests=dataclasses.replace(B, cpu='1'))\ndef f() -> None: ...", []),
        ("@task(requests=dataclasses.replace(R, cpu=2))\ndef f() -> None: ...", ["FYT212"]),
        ("C.resources = V1ResourceRequirements(limits={'cpu': '2GB'})\n" + USE_T, ["FYT101"]),
        ("S.containers.append(V1Container(name='b', command=['x']))\n" + USE_T, []),
        ("T.primary_container_name = 'b'\n" + USE_T, ["FYT501"]),
        ("change(T)\nT.primary_container_name = 'b'\n" + USE_T, []),
        ("for c in S.containers:\n    c.name = 'x'\n" + USE_T, []),
        ("T2 = copy.deepcopy(T)\nT2.primary_container_name = 'b'\n" + USE_T.replace("=T", "=T2"), ["FYT501"]),
        ("T2 = copy.deepcopy(T)\nC.command = ['x']\n" + USE_T.replace("=T", "=T2"), []),
    ],
    ids=range(15),
)
def test_steps_after_construction(text: str, expected: list[str]) -> None:
    prelude = (
        "R = Resources(mem='1Gi')\nB = Resources(cpu=2)\nC = V1Container(name='primary')\n"
        "S = V1PodSpec(containers=[C])\nT = PodTemplate(pod_spec=S)\n"
    )
    assert codes(HEADER + prelude + text + "\n") == expected


@pytest.mark.parametrize(
    "text",
    [
        "def f(task):\n    @task(memory='1Gi')\n    def g() -> None: ...",
        "def task(**kw):\n    return kw\n@task(memory='1Gi')\ndef f() -> None: ...",
        "task = change(task)\n@task(memory='1Gi')\ndef f() -> None: ...",
        "class Resources:\n    def __init__(self, **kw): ...\nResources(memory='2GB')",
        "def f(Resources):\n    return Resources(memory='2GB')",
        "[Resources(memory='2GB') for Resources in UNKNOWN]",
        "lambda Resources: Resources(memory='2GB')",
        "spec = V1PodSpec()",
        "UNKNOWN.task(memory='1Gi')",
        "UNKNOWN.with_overrides(mem='1Gi')",
    ],
)
def test_look_alikes(text: str) -> None:
    assert codes(HEADER + text + "\n") == []


@pytest.mark.parametrize(
    "imports",
    [
        "from flytekit import Resources",
        "from flytekit import Resources as Resources",
        "from flytekit.core.resources import Resources",
        "from flytekit import *",
        "import flytekit\nResources = flytekit.Resources",
        "import flytekit as fl\nResources = fl.core.resources.Resources",
        "import flytekit.core.resources as r\nResources = r.Resources",
        "try:\n    from flytekit import Resources\nexcept ImportError:\n    Resources = None",
        "try:\n    from flytekit import Resources\nexcept ImportError:\n"
        "    from flytekit.core.resources import Resources",
    ],
)
def test_imports(imports: str) -> None:
    assert codes(f"{imports}\nsmall = Resources(mem='2GB')\n") == ["FYT101"]


@pytest.mark.parametrize(
    "imports",
    [
        "from other import Resources  # flyte",
        "from flytekit.models.task import Resources",
        "try:\n    from flytekit import Resources\nexcept ImportError:\n    from other import Resources",
        "from .flytekit import Resources",
    ],
)
def test_foreign_imports(imports: str) -> None:
    assert codes(f"{imports}\nsmall = Resources(mem='2GB')\n") == []


FACTORY = """\
from flytekit import Resources, task
from elsewhere import UNKNOWN, register
def make(mem, cpu="1"):
    @task(requests=Resources(mem=mem, cpu=cpu))
    def job(): ...
    return job
"""


@pytest.mark.parametrize(
    ("calls", "lines"),
    [
        ('a = make("1GB")\nb = make("1Gi")', [7]),
        ('a = make("1Gi")\nb = make(mem="1GB")', [8]),
        ('def later():\n    return make("1GB", "2")', [8]),
        ('a = make(UNKNOWN)\nb = make("1GB")', [8]),
        ('register(make)\na = make("1GB")', []),
        ('a = make(*UNKNOWN)\nb = make("1GB")', []),
        ('try:\n    a = make("1GB")\nexcept ValueError:\n    a = None', []),
        ('import pytest\nwith pytest.raises(ValueError):\n    make("1GB")', []),
        ('make = register(make)\na = make("1GB")', []),
    ],
)
def test_parameters_have_the_values_that_are_passed(calls: str, lines: list[int]) -> None:
    assert [finding.line for finding in found(f"{FACTORY}{calls}\n") if finding.code == "FYT101"] == lines


LOGGED = """\
import logging
from elsewhere import helper
from flytekit import ImageSpec, Resources, task
log = logging.getLogger(__name__)
small = Resources(mem="1GB")
{use}
@task(requests=small)
def job(): ...
"""


@pytest.mark.parametrize(
    ("use", "read"),
    [
        ('log.info("%s", small)', True),
        ('logging.warning("%s", small)', True),
        ('getattr(small, "cpu")', True),
        ('hasattr(small, "cpu")', True),
        ('print(f"{small}", small == 1, len([small]))', True),
        ("helper.info(small)", False),
        ("log.addHandler(small)", False),
        ('getattr(helper, "x")(small)', False),
        ('setattr(small, "mem", "1Gi")', False),
    ],
)
def test_what_is_logged_or_asked_stays_as_it_is(use: str, read: bool) -> None:
    assert (codes(LOGGED.format(use=use)) == ["FYT101"]) is read
