"""How small programs are judged, as tables: each row says what is found in a program, or that nothing is.

The tables follow the modules of the engine. A row that expects silence has a near twin that is found, so that silence
is not all that the engine knows.
"""

from __future__ import annotations

import pytest

from tests.findings import codes

HEADER = """\
import flytekit
from flytekit import PodTemplate, Resources, task, workflow
from kubernetes.client import V1Container, V1PodSpec
from settings import FLAG, UNKNOWN, change

"""
WRONG, RIGHT = 'mem = "2GB"', 'mem = "2Gi"'

#: Which binding a name means, by Python's rules.
SCOPES = {
    "a class attribute is no name in its methods": (
        'class C:\n    mem = "2GB"\n    def f(self):\n        return Resources(mem=mem)',
        [],
    ),
    "a class attribute is a name in the class": ('class C:\n    mem = "2GB"\n    r = Resources(mem=mem)', ["FYT101"]),
    "a global is a name in a method": (
        f"{WRONG}\nclass C:\n    def f(self):\n        return Resources(mem=mem)",
        ["FYT101"],
    ),
    "a starred target takes an unknown number": ('*a, mem, c = "2GB", "x", "2Gi", "y"\nResources(mem=mem)', []),
    "targets without a star go by position": ('a, mem = "x", "2GB"\nResources(mem=mem)', ["FYT101"]),
    "nested targets are not followed": ('(a, mem), c = ("x", "2GB"), 1\nResources(mem=mem)', []),
    "a pattern binds the rest": (
        'labels = {"a b": "x"}\nmatch UNKNOWN:\n    case {**labels}:\n        pass\n'
        "PodTemplate(pod_spec=V1PodSpec(containers=[], node_selector=labels))",
        [],
    ),
    "a pattern binds a name": (f"{WRONG}\nmatch UNKNOWN:\n    case [mem]:\n        pass\nResources(mem=mem)", []),
    "a local name hides a global": (f"{WRONG}\ndef f():\n    {RIGHT}\n    return Resources(mem=mem)", []),
    "a parameter hides a global": (f"{WRONG}\ndef f(mem):\n    return Resources(mem=mem)", []),
    "a comprehension hides a global": (f"{WRONG}\n[Resources(mem=mem) for mem in UNKNOWN]", []),
    "a lambda hides a global": (f"{WRONG}\nf = lambda mem: Resources(mem=mem)", []),
    "a global statement rebinds": (f"{WRONG}\ndef f():\n    global mem\n    {RIGHT}\nResources(mem=mem)", []),
    "a nonlocal statement rebinds": (
        f"def f():\n    {WRONG}\n    def g():\n        nonlocal mem\n        {RIGHT}\n    g()\n"
        "    return Resources(mem=mem)",
        [],
    ),
    "a nonlocal statement is about the function around": (
        f"{WRONG}\ndef f():\n    {RIGHT}\n    def g():\n        nonlocal mem\n        mem = None\n    g()\n"
        "Resources(mem=mem)",
        ["FYT101"],
    ),
    "a parameter may be declared nonlocal": (
        "def f(mem):\n    def g():\n        nonlocal mem\n        mem = '2Gi'\n    g()\n    return mem\n"
        "Resources(mem=f('2GB'))",
        [],
    ),
    "with binds": (f"{WRONG}\nwith change() as mem:\n    pass\nResources(mem=mem)", []),
    "an exception is bound": (f"{WRONG}\ntry:\n    pass\nexcept ValueError as mem:\n    pass\nResources(mem=mem)", []),
    "an import is bound": (f"{WRONG}\nfrom settings import mem\nResources(mem=mem)", []),
    "a function is bound": (f"{WRONG}\ndef mem():\n    pass\nResources(mem=mem)", []),
    "a walrus is bound": (f"{WRONG}\nif (mem := UNKNOWN):\n    pass\nResources(mem=mem)", []),
    "a deleted name is bound no longer": (f"{WRONG}\ndel mem\nResources(mem=mem)", []),
}

#: What a name means when its binding is known.
NAMES = {
    "bound once": (f"{WRONG}\nResources(mem=mem)", ["FYT101"]),
    "bound in an async loop": (
        f"async def f():\n    async for x in UNKNOWN:\n        {WRONG}\n        Resources(mem=mem)",
        [],
    ),
    "bound in a loop": (f"for x in UNKNOWN:\n    {WRONG}\nResources(mem=mem)", []),
    "bound in either branch": (f"if FLAG:\n    {WRONG}\nelse:\n    {RIGHT}\nResources(mem=mem)", ["FYT101"]),
    "bound in one branch": (f"{RIGHT}\nif FLAG:\n    {WRONG}\nResources(mem=mem)", ["FYT101"]),
    "bound in one branch, used in another": (
        f"{RIGHT}\nif FLAG:\n    {WRONG}\nif not FLAG:\n    Resources(mem=mem)",
        [],
    ),
    "bound in one branch, used in the other": (f"{RIGHT}\nif FLAG:\n    {WRONG}\nelse:\n    Resources(mem=mem)", []),
    "bound in one branch that ends the program": (
        f"import sys\n{RIGHT}\nif FLAG:\n    {WRONG}\n    sys.exit(1)\nResources(mem=mem)",
        [],
    ),
    "a default that all branches replace": (
        f"{WRONG}\nif FLAG:\n    {RIGHT}\nelse:\n    {RIGHT}\nResources(mem=mem)",
        [],
    ),
    "a default that one of two branches replaces": (
        f"{WRONG}\nif FLAG:\n    {RIGHT}\nelse:\n    print()\nResources(mem=mem)",
        ["FYT101"],
    ),
    "a mistake made through an alias": ("x = Resources(mem='1Gi')\ny = x\ny.mem = '2GB'", ["FYT101"]),
    "a mistake made by a helper": (
        "def grow(r):\n    r.mem = '2GB'\nx = Resources(mem='1Gi')\ngrow(x)",
        ["FYT101"],
    ),
    "a mistake mended through an alias": ("x = Resources(mem='2GB')\ny = x\ny.mem = '2Gi'", []),
    "a mistake mended by a helper": ("def grow(r):\n    r.mem = '2Gi'\nx = Resources(mem='2GB')\ngrow(x)", []),
    "a default that a test of it replaces": (
        "mem = '1Gi'\nif mem.endswith('B'):\n    mem = '1Gi'\nsize = mem\n"
        "Resources(mem=size if not size.startswith('~') else '2GB')",
        [],
    ),
    "text that is added to": ("mem = '2'\nmem += 'GB'\nResources(mem=mem)", ["FYT101"]),
    "text that is added to later": ("mem = '2G'\nResources(mem=mem)\nmem += 'B'", []),
    "a list that is added to behind an alias": (
        "cpu = ['1']\nalso = cpu\ncpu += ['2', '3']\nResources(cpu=also)",
        [],
    ),
    "an imported name bound anew": (
        "import functools\nResources = functools.partial(Resources, mem='2GB')\nResources(cpu='1')",
        ["FYT101"],
    ),
    "an imported name bound to something else": ("Resources = UNKNOWN\nResources(mem='2GB')", []),
    "bound in a branch that is not taken": (f"if 1 > 2:\n    {WRONG}\nelse:\n    {RIGHT}\nResources(mem=mem)", []),
    "bound in a handler": (f"try:\n    {RIGHT}\nexcept KeyError:\n    {WRONG}\nResources(mem=mem)", []),
    "bound again later": (f"{RIGHT}\nResources(mem=mem)\n{WRONG}", []),
    "bound again before": (f"{RIGHT}\n{WRONG}\nResources(mem=mem)", ["FYT101"]),
    "bound by globals()": (f"{WRONG}\nglobals()['mem'] = '2Gi'\nResources(mem=mem)", []),
    "bound by a star import after it": (f"{WRONG}\nfrom settings import *\nResources(mem=mem)", []),
    "bound by a star import of the SDK": ("from flytekit import *\nResources(mem='2GB')", ["FYT101"]),
    "an alias": ("R = Resources\nR(mem='2GB')", ["FYT101"]),
    "an alias of the module": ("fl = flytekit\nfl.Resources(mem='2GB')", ["FYT101"]),
    "the class of another package": ("from other import Resources\nResources(mem='2GB')", []),
    "an import with a fallback": (
        "try:\n    from flytekit import Resources as R\nexcept ImportError:\n    R = None\nR(mem='2GB')",
        ["FYT101"],
    ),
    "an import of either of two": (
        "try:\n    from flytekit import Resources as R\nexcept ImportError:\n    from other import R\nR(mem='2GB')",
        [],
    ),
    "an object that the file replaces": ("flytekit.Resources = change\nResources(mem='2GB')", []),
    "a name that a test tells apart": (
        f"if FLAG:\n    {WRONG}\nelse:\n    {RIGHT}\nif mem == '2Gi':\n    pass\nResources(mem=mem)",
        [],
    ),
}

#: What may fail as intended.
EXPECTATIONS = {
    "nothing is expected": ("Resources(cpu=('1', '2', '3'))", ["FYT201"]),
    "in try": ("try:\n    Resources(cpu=('1', '2', '3'))\nexcept ValueError:\n    pass", []),
    "in try for another error": ("try:\n    Resources(cpu=('1', '2', '3'))\nexcept KeyError:\n    pass", ["FYT201"]),
    "in a handler": ("try:\n    pass\nexcept ValueError:\n    Resources(cpu=('1', '2', '3'))", ["FYT201"]),
    "in finally": ("try:\n    pass\nfinally:\n    Resources(cpu=('1', '2', '3'))", ["FYT201"]),
    "in else": ("try:\n    pass\nexcept ValueError:\n    pass\nelse:\n    Resources(cpu=('1', '2', '3'))", ["FYT201"]),
    "a lambda in a file with handlers": (
        "f = lambda: Resources(cpu=('1', '2', '3'))\ntry:\n    f()\nexcept ValueError:\n    pass",
        [],
    ),
    "a lambda in a file without": ("f = lambda: Resources(cpu=('1', '2', '3'))", ["FYT201"]),
    "in raises": ("import pytest\nwith pytest.raises(ValueError):\n    Resources(cpu=('1', '2', '3'))", []),
    "in raises under another name": (
        "from pytest import raises as expect\nwith expect(ValueError):\n    Resources(cpu=('1', '2', '3'))\n"
        "import pytest\nwith pytest.raises(ValueError):\n    pass",
        [],
    ),
    "behind raises": (
        "import pytest\nwith pytest.raises(ValueError):\n    pass\nResources(cpu=('1', '2', '3'))",
        ["FYT201"],
    ),
    "a method of a test class": (
        "import unittest\nclass T(unittest.TestCase):\n    def make(self):\n"
        "        return Resources(cpu=('1', '2', '3'))\n    def test(self):\n"
        "        self.assertRaises(ValueError, self.make)",
        [],
    ),
    "a test of a test class": (
        "import unittest\nclass T(unittest.TestCase):\n    def test(self):\n        Resources(cpu=('1', '2', '3'))\n"
        "    def test_other(self):\n        self.assertRaises(ValueError, change)",
        ["FYT201"],
    ),
    "a function whose calls are all expected to fail": (
        "import pytest\ndef f():\n    Resources(cpu=('1', '2', '3'))\nwith pytest.raises(ValueError):\n    f()",
        [],
    ),
    "a function with another call": (
        "import pytest\ndef f():\n    Resources(cpu=('1', '2', '3'))\nwith pytest.raises(ValueError):\n    f()\nf()",
        ["FYT201"],
    ),
    "a branch for another version": (
        "if flytekit.__version__ > '2':\n    Resources(memory='2Gi')",
        [],
    ),
    "a branch by a constant about the version": (
        "NEW = flytekit.__version__ > '2'\nif NEW:\n    Resources(memory='2Gi')",
        [],
    ),
    "a branch by another constant": ("NEW = FLAG > '2'\nif NEW:\n    Resources(memory='2Gi')", ["FYT205"]),
    "a test that is marked": (
        "import pytest\n@pytest.mark.xfail\ndef test_it():\n    Resources(cpu=('1', '2', '3'))",
        [],
    ),
    "all tests are marked": (
        "import pytest\npytestmark = pytest.mark.xfail\ndef test_it():\n    Resources(cpu=('1', '2', '3'))",
        [],
    ),
    "under mock": (
        "from unittest import mock\nwith mock.patch('x.y'):\n    Resources(cpu=('1', '2', '3'))",
        [],
    ),
}

#: What is done to an object, and through which names.
OBJECTS = {
    "as it was built": ("{c}", ["FYT501"]),
    "renamed in a loop over a display": ("{c}\nfor it in [c]:\n    it.name = 'primary'", []),
    "renamed through a helper that returns it": (
        "{c}\ndef main():\n    return c\nmain().name = 'primary'",
        [],
    ),
    "another one renamed": ("{c}\nd = V1Container(name='d')\nd.name = 'primary'", ["FYT501"]),
    "in a list that grows": ("{c}\nheld = []\nheld.append(c)", ["FYT501"]),
    "printed": ("{c}\nprint(c)", ["FYT501"]),
    "compared": ("{c}\nassert c != FLAG", ["FYT501"]),
    "given away": ("{c}\nchange(c)", []),
    "given another setting": ("{c}\nc.tty = UNKNOWN", ["FYT501"]),
}

#: Which expressions are read, and how.
SITES = {
    "a statement of its own": ("Resources(mem='2GB')", ["FYT101"]),
    "in an unknown call": ("change(Resources(mem='2GB'))", ["FYT101"]),
    "in a list": ("[Resources(mem='2GB')]", ["FYT101"]),
    "in a dict": ("{'a': Resources(mem='2GB')}", ["FYT101"]),
    "in a conditional expression": ("x = Resources(mem='2GB') if FLAG else None", ["FYT101"]),
    "in a branch that is not taken": ("x = Resources(mem='2GB') if 1 > 2 else None", []),
    "behind and": ("x = FLAG and Resources(mem='2GB')", ["FYT101"]),
    "awaited": ("async def f():\n    return await change(Resources(mem='2GB'))", ["FYT101"]),
    "returned": ("def f():\n    return Resources(mem='2GB')", ["FYT101"]),
    "a default": ("def f(r=Resources(mem='2GB')):\n    return r", ["FYT101"]),
    "a decorator": ("@task(requests=Resources(mem='2GB'))\ndef f() -> None: ...", ["FYT101"]),
    "a partial": ("import functools\nt = functools.partial(task, requests=Resources(mem='2GB'))", ["FYT101"]),
    "a decorator kept in a name": ("t = task(retrys=1)\n@t\ndef f() -> None: ...", ["FYT301"]),
    "a helper that returns a decorator": (
        "def t():\n    return task(retrys=1)\n@t()\ndef f() -> None: ...",
        ["FYT301"],
    ),
    "with_overrides of another class": (
        "class Builder:\n    pass\n@workflow\ndef w() -> None:\n    Builder().with_overrides(container_image=3)",
        [],
    ),
    "with_overrides of a node": (
        "@task\ndef t() -> None: ...\n@workflow\ndef w() -> None:\n    t().with_overrides(container_image=3)",
        ["FYT322"],
    ),
    "a parameter with a call in a comprehension": (
        "mem = '2GB'\ndef f(mem):\n    return Resources(mem=mem)\n[f(mem) for mem in UNKNOWN]",
        [],
    ),
    "a parameter with all calls in the open": ("def f(mem):\n    return Resources(mem=mem)\nf('2GB')", ["FYT101"]),
    "the function takes what it is given": ("def f(**more):\n    return Resources(**more)\nf(mem='2GB')", ["FYT101"]),
    "dataclasses.replace replaces": (
        "import dataclasses\nx = dataclasses.replace(Resources(mem='2GB'), mem='2Gi')",
        [],
    ),
}

FLYTE_2 = """\
import flyte
from settings import FLAG, MORE, UNKNOWN

cached = flyte.TaskEnvironment(name="cached", cache="auto")
pool = flyte.TaskEnvironment(name="pool", reusable=flyte.ReusePolicy(replicas=2, idle_ttl=60))

@cached.task
async def job(x: int) -> int:
    return x

@pool.task
async def pooled(x: int) -> int:
    return x

"""
#: What objects of Flyte 2 are, and what they inherit.
OBJECTS_OF_FLYTE_2 = {
    "the setting of an environment": ("@cached.task(cache=False)\nasync def f(x: int) -> int: ...", ["FYT832"]),
    "of a clone": (
        "clone = cached.clone_with('clone')\n@clone.task(cache=False)\nasync def f(x: int) -> int: ...",
        ["FYT832"],
    ),
    "of a clone with another cache": (
        "clone = cached.clone_with('clone', cache='disable')\n"
        "@clone.task(cache=False)\nasync def f(x: int) -> int: ...",
        [],
    ),
    "of a clone with more": (
        "clone = cached.clone_with('clone', **MORE)\n@clone.task(cache=False)\nasync def f(x: int) -> int: ...",
        [],
    ),
    "an override": ("pooled.override(resources=flyte.Resources(cpu=1))", ["FYT839"]),
    "an override that leaves the pool": ("pooled.override(reusable='off', resources=flyte.Resources(cpu=1))", []),
    "an override with more": ("pooled.override(resources=flyte.Resources(cpu=1), **MORE)", []),
    "an override of another task": ("job.override(resources=flyte.Resources(cpu=1))", []),
    "a task by another name": ("same = pooled\nsame.override(resources=flyte.Resources(cpu=1))", ["FYT839"]),
    "an override kept in a name": ("small = job.override(retries=1)\nsmall.override(retries=-1)", ["FYT837"]),
    "an image with layers": ("flyte.Image.from_debian_base().with_pip_packages('a b')", ["FYT865"]),
    "an image in a name": (
        "image = flyte.Image.from_debian_base()\nimage.with_pip_packages('a b')",
        ["FYT865"],
    ),
    "an image of another package": ("UNKNOWN.from_debian_base().with_pip_packages('a b')", []),
    "a method that images lack": ("flyte.Image.from_debian_base().pip_install('a')", ["FYT866"]),
    "a declared parameter": ("def f(env: flyte.TaskEnvironment):\n    env.add_task(job)", ["FYT830"]),
    "a declared parameter with a default": ("def f(env: flyte.TaskEnvironment = FLAG):\n    env.add_task(job)", []),
    "a parameter": ("def f(env):\n    env.add_task(job)", []),
    "the result of a task": ("async def f():\n    job(1).override(retries=1)", ["FYT884"]),
    "an environment as a decorator": ("@cached\nasync def f(x: int) -> int: ...", ["FYT830"]),
    "something else as a decorator": ("@UNKNOWN\nasync def f(x: int) -> int: ...", []),
    "a plugin from its package": (
        "from flyteplugins.ray import WorkerNodeConfig\n"
        "WorkerNodeConfig(group_name='g', replicas=2, requests=flyte.Resources(cpu=('1', '2')))",
        ["FYT879"],
    ),
    "a plugin from its module": (
        "from flyteplugins.ray.task import WorkerNodeConfig\n"
        "WorkerNodeConfig(group_name='g', replicas=2, requests=flyte.Resources(cpu=('1', '2')))",
        ["FYT879"],
    ),
}


@pytest.mark.parametrize("name", SCOPES)
def test_scopes(name: str) -> None:
    program, expected = SCOPES[name]
    assert codes(HEADER + program) == expected


@pytest.mark.parametrize("name", NAMES)
def test_names(name: str) -> None:
    program, expected = NAMES[name]
    assert codes(HEADER + program) == expected


@pytest.mark.parametrize("name", EXPECTATIONS)
def test_expectations(name: str) -> None:
    program, expected = EXPECTATIONS[name]
    assert codes(HEADER + program) == expected


@pytest.mark.parametrize("name", OBJECTS)
def test_objects(name: str) -> None:
    program, expected = OBJECTS[name]
    built = program.replace("{c}", "c = V1Container(name='wrong')")
    template = "\n@task(pod_template=PodTemplate(pod_spec=V1PodSpec(containers=[c])))\ndef train() -> None: ...\n"
    assert [code for code in codes(HEADER + built + template) if code == "FYT501"] == expected


@pytest.mark.parametrize("name", SITES)
def test_sites(name: str) -> None:
    program, expected = SITES[name]
    assert codes(HEADER + program) == expected


@pytest.mark.parametrize("name", OBJECTS_OF_FLYTE_2)
def test_objects_of_flyte_2(name: str) -> None:
    program, expected = OBJECTS_OF_FLYTE_2[name]
    assert codes(FLYTE_2 + program) == expected


#: Wrong-looking values that do not arrive.
ELSEWHERE = {
    "read before its key is set": "d = {'mem': '2Gi'}\nm = d['mem']\nd['mem'] = '2GB'\nResources(mem=m)",
    "read by get before its key is set": "d = {'mem': '2Gi'}\nm = d.get('mem')\nd['mem'] = '2GB'\nResources(mem=m)",
    "copied before its key is set": "d = {'mem': '2Gi'}\ne = d.copy()\nd['mem'] = '2GB'\nResources(**e)",
    "merged before its key is set": "d = {'mem': '2Gi'}\ne = d | {}\nd['mem'] = '2GB'\nResources(**e)",
    "sliced before something is added": "c = ['1', '2']\nr = Resources(cpu=c[:])\nc.append('3')",
    "repeated before something is added": "c = ['1', '2']\ne = c * 1\nc.append('3')\nResources(cpu=e)",
    "a name of the module, through its dict": (
        "import sys\nM = '2GB'\nvars(sys.modules[__name__])['M'] = '2Gi'\nResources(mem=M)"
    ),
    "a name of the module, imported by itself": "M = '2GB'\n__import__(__name__).M = '2Gi'\nResources(mem=M)",
    "a class, replaced through a second name of its module": (
        "import flytekit\nf = flytekit\nf.Resources = dict\nflytekit.Resources(mem='2GB')"
    ),
    "an object in a list, changed there": "x = [Resources(mem='2GB')]\ny = x[0]\nx[0].mem = '2Gi'",
    "an attribute of an object that is set": "class K:\n    A = '2GB'\nk = K()\nk.A = '2Gi'\nResources(mem=k.A)",
    "an attribute of an object that a helper sets": (
        "class K:\n    A = '2GB'\ndef fix(x):\n    x.A = '2Gi'\nk = K()\nfix(k)\nResources(mem=k.A)"
    ),
    "a dict of a class, changed through an object": (
        "class K:\n    D = {'mem': '2GB'}\nk = K()\nk.D['mem'] = '2Gi'\nResources(**K.D)"
    ),
    "an attribute that a property reads": (
        "class K:\n    u = 'GB'\n    @property\n    def mem(self):\n        return '2' + self.u\n"
        "k = K()\nk.u = 'Gi'\nResources(mem=k.mem)"
    ),
    "a property that is replaced": (
        "class K:\n    @property\n    def mem(self):\n        return '2GB'\nK.mem = '2Gi'\nResources(mem=K().mem)"
    ),
    "a field that is replaced": (
        "import dataclasses\n@dataclasses.dataclass\nclass K:\n    mem: str = '2GB'\n"
        "k = dataclasses.replace(K(), mem='2Gi')\nResources(mem=k.mem)"
    ),
    "a field without a position": (
        "import dataclasses, typing\n@dataclasses.dataclass\nclass K:\n    unit: typing.ClassVar[str] = 'GB'\n"
        "    mem: str = '2GB'\nResources(mem=K('1Gi').mem)"
    ),
    "an attribute that a subclass sets": "class K:\n    A = '2GB'\nclass L(K): ...\nL.A = '2Gi'\nResources(mem=L.A)",
    "an attribute that a base sets": (
        "class K:\n    def __init__(self):\n        setattr(self, 'A', '2Gi')\nclass L(K):\n    A = '2GB'\n"
        "Resources(mem=L().A)"
    ),
    "two tests of one name": (
        "mem = '2GB'\nif FLAG:\n    mem = '2Gi'\nif not FLAG:\n    mem = '1Gi'\nResources(mem=mem)"
    ),
    "a chain of tests that leaves nothing": (
        "n = len(UNKNOWN)\nmem = '2GB'\nif n > 3:\n    mem = '2Gi'\nelif n <= 3:\n    mem = '1Gi'\nResources(mem=mem)"
    ),
    "a guard before the use": (
        "mem = '2GB'\nif FLAG:\n    mem = '2Gi'\nif not FLAG:\n    raise SystemExit\nResources(mem=mem)"
    ),
    "a test around the use": "mem = '2GB'\nif FLAG:\n    mem = '2Gi'\nr = Resources(mem=mem) if FLAG else None",
    "the text of a member": (
        "import enum\nclass E(str, enum.Enum):\n    S = '2GB'\n    def __str__(self):\n        return '2Gi'\n"
        "Resources(mem=f'{E.S}')"
    ),
    "a name that an inner function binds": (
        "def f():\n    if True:\n        c = '2GB'\n    def g():\n        nonlocal c\n        c = '2Gi'\n    g()\n"
        "    return c\nResources(mem=f())"
    ),
    "another version of Python": "import sys\nResources(mem='2Gi' if sys.version_info[0] >= 3 else '2GB')",
    "the second of two keys": "Resources(**dict([('mem', '2GB'), ('mem', '2Gi')]))",
    "a keyword of the name of a parameter": ("def f(a, /, **k):\n    return Resources(mem=a)\nf('2Gi', a='2GB')"),
    "classes that inherit from one another": "class A(B):\n    pass\nclass B(A):\n    pass\nResources(mem=A.mem)",
}


@pytest.mark.parametrize("name", ELSEWHERE)
def test_values_that_do_not_arrive(name: str) -> None:
    assert codes(HEADER + ELSEWHERE[name] + "\n") == []


def test_diamonds_of_classes() -> None:
    classes = "".join(
        f"class A{i + 1}(A{i}, B{i}):\n    pass\nclass B{i + 1}(A{i}, B{i}):\n    pass\n" for i in range(30)
    )
    assert codes(f"{HEADER}class A0:\n    mem = '2Gi'\nclass B0:\n    pass\n{classes}Resources(mem=A30.mem)\n") == []


def test_chains_of_additions() -> None:
    lines = [f"    m{j} = a" + f"\n    m{j} += m{max(j - 1, 0)}" * 6 for j in range(12)]
    body = "\n".join(lines)
    assert codes(f"{HEADER}def f(a):\n{body}\n    return Resources(mem=m11)\nf('x')\nf('y')\n") == []
