"""Uses that leave an object alone hide no finding, and those that change it do."""

from __future__ import annotations

import random

import pytest

from tests.findings import codes
from tests.uses_of_objects import CHANGES, FIELDS, HARMLESS, HEADERS, changed, harmless


@pytest.mark.parametrize("sdk", HEADERS)
@pytest.mark.parametrize("use", HARMLESS)
def test_harmless_use(use: str, sdk: str) -> None:
    assert codes(HEADERS[sdk] + use.format(n=0) + "\n") == ["FYT101"]


@pytest.mark.parametrize("sdk", HEADERS)
@pytest.mark.parametrize("change", CHANGES)
def test_change(change: str, sdk: str) -> None:
    assert codes(HEADERS[sdk] + change.format(field=FIELDS[sdk]) + "\n") == []


@pytest.mark.parametrize("sdk", HEADERS)
@pytest.mark.parametrize("seed", range(60))
def test_several_uses(seed: int, sdk: str) -> None:
    text = harmless(sdk, random.Random(seed))
    assert codes(text) == ["FYT101"], text


@pytest.mark.parametrize("sdk", HEADERS)
@pytest.mark.parametrize("seed", range(60))
def test_several_uses_and_a_change(seed: int, sdk: str) -> None:
    text = changed(sdk, random.Random(seed))
    assert codes(text) == [], text


FLYTE_2 = """\
import asyncio
import flyte, flyte.app
from settings import change, env

GPU = flyte.Resources(memory="1GB")
jobs = flyte.TaskEnvironment(name="jobs", resources=flyte.Resources(memory="1GB"))
app = flyte.app.AppEnvironment(name="app", image="auto", resources=flyte.Resources(memory="1GB"))

@flyte.TaskEnvironment(name="fit").task
async def fit(x: int) -> int:
    return x

@flyte.TaskEnvironment(name="main").task
async def main(xs: list[int]) -> None:
"""
FLYTEKIT = """\
import flytekit, union
from flytekit import Resources, conditional, task, workflow
from settings import change
from union.actor import ActorEnvironment

GPU = Resources(mem="1GB")

@task
def fit(x: int) -> int:
    return x
"""
#: Uses of objects in the idioms of the SDKs: each leaves alone what its twin changes.
IDIOMS = {
    "serve": ("    flyte.with_servecontext(mode='local').serve(app)", "    app.resources = None"),
    "run": ("    flyte.with_runcontext(mode='local').run(fit, x=1)\nprint(jobs)", "    change(jobs)"),
    "deploy": ("    pass\nd = flyte.deploy(jobs)\nd[0].table_repr()", "    pass\nd = flyte.deploy(change(jobs))"),
    "serve into a name": ("    pass\ns = flyte.serve(app)\nprint(s.url)", "    pass\ns = change(app)"),
    "an app served by a context": (
        "    pass\nc = flyte.with_servecontext()\nh = c.serve(app)\nh.activate(wait=True)\nprint(app.get_port())",
        "    pass\nc = change(flyte)\nh = c.serve(app)",
    ),
    "an address that is asked for": ("    pass\nfetch(app.endpoint, app.name)", "    pass\nfetch(app.resources)"),
    "gather": ("    await asyncio.gather(fit.override(resources=GPU)(1))", "    await asyncio.gather(change(GPU))"),
    "comprehension": ("    [fit.override(resources=GPU)(x) for x in xs]", "    [change(GPU) for x in xs]"),
    "create_task": ("    asyncio.create_task(fit.override(resources=GPU)(1))", "    asyncio.create_task(change(GPU))"),
    "map": ("    list(flyte.map(fit.override(resources=GPU), xs))", "    list(map(change, [GPU]))"),
    "environments": (
        "    pass\nenvs = [flyte.TaskEnvironment(name=n, resources=GPU) for n in 'ab']",
        "    pass\nenvs = [change(n, GPU) for n in 'ab']",
    ),
    "an environment that is not known": (
        "    pass\n@env.task(triggers=GPU)\ndef t(): ...",
        "    pass\nchange(env, GPU)",
    ),
    "a function of the file": (
        "    pass\ndef show(e):\n    print(e.name)\nshow(jobs)",
        "    pass\nshow = change\nshow(jobs)",
    ),
}


@pytest.mark.parametrize("name", IDIOMS)
def test_idioms_of_flyte_2(name: str) -> None:
    use, change = IDIOMS[name]
    whole = codes(FLYTE_2 + "    pass\n").count("FYT101")
    assert whole == 3
    assert codes(FLYTE_2 + use + "\n").count("FYT101") == whole
    assert codes(FLYTE_2 + change + "\n").count("FYT101") == whole - 1


@pytest.mark.parametrize("method", ["wait", "outputs", "show_logs", "abort", "get_report"])
def test_methods_of_a_run(method: str) -> None:
    text = f"{FLYTE_2}    pass\nr = flyte.run(fit, y=1)\n{{}}.{method}()\n"
    assert len(codes(text.format("r"))) == len(codes(text.format("other"))) == 5


@pytest.mark.parametrize("method", ["register_script", "fetch_task", "sync_execution", "register_workflow"])
def test_methods_of_a_remote(method: str) -> None:
    text = "from flytekit import FlyteRemote\nr = FlyteRemote(None)\nr.{}(1)\nr.execute(t, input={{}})\n"
    assert codes(text.format(method)) == codes(text.format("wait")) != []


PATHS = {
    "parent": "Path(__file__).parent",
    "beside": "Path(__file__).parent / 'x'",
    "resolved": "Path(__file__).resolve().parent.joinpath('x', 'y').with_suffix('.txt')",
    "home": "Path.home() / 'x'",
    "in a name": "HERE",
}


@pytest.mark.parametrize("name", PATHS)
def test_paths(name: str) -> None:
    header = "from pathlib import Path\nfrom flytekit import ImageSpec\nHERE = Path(__file__).parent\nHERE.mkdir()\n"
    assert codes(f"{header}ImageSpec(name={PATHS[name]}, requirements={PATHS[name]})\n") == ["FYT351"]
    assert codes(f"{header}ImageSpec(name=({PATHS[name]}).suffix, requirements={PATHS[name]})\n") == []


@pytest.mark.parametrize(
    ("use", "change"),
    [
        ("ys = [fit(x=x).with_overrides(limits=GPU) for x in [1]]", "ys = [change(GPU) for x in [1]]"),
        ("conditional('c').if_(a == 1).then(fit(x=a).with_overrides(limits=GPU)).else_().fail('x')", "change(GPU)"),
        ("return fit(x=fit(x=a).with_overrides(limits=GPU))", "return fit(x=change(GPU))"),
        ("union.App(name='x', requests=GPU)", "change.App(name='x', requests=GPU)"),
        ("ActorEnvironment(name='x', requests=GPU)", "change(name='x', requests=GPU)"),
    ],
)
def test_idioms_of_flytekit(use: str, change: str) -> None:
    workflow = "@workflow\ndef w(a: int) -> int:\n    "
    assert "FYT101" in codes(FLYTEKIT + workflow + use + "\n")
    assert "FYT101" not in codes(FLYTEKIT + workflow + change + "\n")


@pytest.mark.parametrize(
    ("construction", "expected"),
    [
        ("flyte.TaskEnvironment(name='a', retry=1)", ["FYT801"]),
        ("flyte.TaskEnvironment(name='A b')", ["FYT821"]),
        ("flyte.TaskEnvironment(name='a', cache='always')", []),
        ("flyte.TaskEnvironment(name='a', resources=flyte.Resources(memory='1GB'))", []),
    ],
)
def test_what_a_constructor_refuses_is_refused_whatever_follows(construction: str, expected: list[str]) -> None:
    text = f"import flyte\nfrom settings import change\nx = {construction}\nchange(x)\n"
    assert codes(text) == expected
