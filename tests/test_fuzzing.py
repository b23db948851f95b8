"""Nothing that Python parses brings the plugin down, and every finding lies inside the file."""

from __future__ import annotations

import ast
import io
import pathlib
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flake8_flyteconf.flytekit.tables import SIGNATURES
from flake8_flyteconf.kubernetes import models as pods
from tests.findings import PROJECT, fault_in, found

HEADER = """\
import copy, dataclasses, functools, datetime
import flytekit
from flytekit import *
from flytekit import LaunchPlan, Options, Resources, dynamic, task, workflow
from flytekit.remote import FlyteRemote
from kubernetes.client import *
from kubernetes import client as k8s
"""
NAMES = ("A", "B", "train", "nightly", "remote", "self", "größe")

texts = st.sampled_from(
    ["2GB", "512m", "-1", "", "1", "gpu large", "primary", "@daily", "0 0 * * 7", "é\u200b", "{{x}}"]
)
literals = st.one_of(
    texts.map(repr),
    st.text(max_size=6).map(ascii),
    st.integers(-(10**6), 10**6).map(repr),
    st.floats(allow_nan=False, allow_infinity=False, width=16).map(repr),
    st.sampled_from(["None", "True", "False", "...", "b'1'", "1j", "()", "[]", "{}", "f'{A}Gi'", "lambda x: x"]),
    st.sampled_from(NAMES),
)
flyte_names = st.sampled_from(sorted(SIGNATURES)).map(lambda name: name.removeprefix("flytekit."))
models = st.sampled_from(sorted(pods.models()))


def arguments(values: st.SearchStrategy[str], keywords: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """The arguments of a call: by position, by name, spread, in any number."""
    positional = st.lists(values, max_size=2)
    named = st.dictionaries(keywords, values, max_size=4)
    spread = st.sampled_from(["", "", "", "**A", "*B"])
    return st.tuples(positional, named, spread).map(
        lambda parts: (
            ", ".join([*parts[0], *filter(None, [parts[2]]), *(f"{k}={v}" for k, v in parts[1].items())])
            if not parts[2].startswith("**")
            else ", ".join([*parts[0], *(f"{k}={v}" for k, v in parts[1].items()), parts[2]])
        )
    )


def calls(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Calls of flytekit's and the kubernetes client's objects, with keywords of theirs and of others."""

    def of_flyte(name: str) -> st.SearchStrategy[str]:
        known = SIGNATURES["flytekit." + name]
        keywords = st.sampled_from([*known[0], *known[1], "memory", "nonsense"])
        return arguments(values, keywords).map(lambda text: f"flytekit.{name}({text})")

    def of_kubernetes(name: str) -> st.SearchStrategy[str]:
        keywords = st.sampled_from([*(pods.fields("37", name) or ()), "nonsense"])
        return arguments(values, keywords).map(lambda text: f"k8s.{name}({text})")

    return st.one_of(flyte_names.flatmap(of_flyte), models.flatmap(of_kubernetes))


def displays(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    items = st.lists(values, max_size=3)
    pairs = st.lists(st.tuples(values, values), max_size=3)
    return st.one_of(
        items.map(lambda found: f"[{', '.join(found)}]"),
        items.map(lambda found: f"({''.join(item + ', ' for item in found)})"),
        pairs.map(lambda found: "{" + ", ".join(f"({k}): {v}" for k, v in found) + "}"),
        st.tuples(values, values).map(lambda two: f"({two[0]} if A else {two[1]})"),
        st.tuples(values, st.sampled_from("+ * - ** // | or".split()), values).map(
            lambda t: f"(({t[0]}) {t[1]} ({t[2]}))"
        ),
        st.tuples(values, values).map(lambda two: f"({two[0]})[{two[1]}]"),
        values.map(lambda value: f"copy.deepcopy({value})"),
        values.map(lambda value: f"({value}).with_overrides(mem='1', retries={value})"),
    )


expressions = st.recursive(literals, lambda values: st.one_of(calls(values), displays(values)), max_leaves=12)
statements = st.one_of(
    st.tuples(st.sampled_from(NAMES), expressions).map(lambda t: f"{t[0]} = {t[1]}"),
    expressions,
    expressions.map(lambda e: f"@task({e})\ndef train(x: int = 1, *, y: str): ..."),
    expressions.map(lambda e: f"@workflow\ndef nightly(x: int):\n    train(x=x).with_overrides(requests={e})"),
    expressions.map(lambda e: f"if A:\n    B = {e}\nelse:\n    B = 1"),
    expressions.map(lambda e: f"A.pod_spec.containers.append({e})"),
    expressions.map(lambda e: f"A['x'] = {e}"),
    expressions.map(lambda e: f"def helper(a=1):\n    return {e}\nhelper({e})"),
    expressions.map(lambda e: f"remote = FlyteRemote({e})\nremote.execute(nightly, options={e})"),
    expressions.map(lambda e: f"class K:\n    A = {e}\n    def f(self):\n        global B\n        B = K.A"),
)


def check(text: str) -> None:
    """The findings lie inside the file and no rule fails."""
    findings = found(text, PROJECT, policy=True)
    lines = list(io.StringIO(text))
    assert fault_in(findings, lines) is None
    assert all(finding.text.isprintable() for finding in findings)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(statements, min_size=1, max_size=6))
def test_flyte_configurations(format_value: list[str]) -> None:
    text = HEADER + "\n".join(format_value) + "\n"
    try:
        ast.parse(text)
    except (SyntaxError, ValueError):
        return
    check(text)


def test_any_program() -> None:
    """Programs of hypothesmith, with the names of flytekit in reach."""
    hypothesmith = pytest.importorskip("hypothesmith")

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(hypothesmith.from_grammar())
    def run(program: str) -> None:
        text = f"from flytekit import *\nfrom kubernetes.client import *\n{program}\n"
        try:
            ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return
        check(text)

    run()


RUNNER = """\
import multiprocessing, sys
from flake8.main.cli import main

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv.pop(1))
    sys.exit(main())
"""


def test_findings_do_not_depend_on_how_flake8_runs(tmp_path: pathlib.Path) -> None:
    (tmp_path / "runner.py").write_text(RUNNER)
    examples = pathlib.Path(__file__).parents[1] / "examples"
    fixtures = sorted(map(str, (pathlib.Path(__file__).parent / "fixtures").glob("fyt[45]*.py")))
    outputs = set()
    for method, jobs, seed in (
        ("fork", "1", "0"),
        ("fork", "2", "1"),
        ("spawn", "2", "2"),
        ("forkserver", "2", "3"),
    ):
        if sys.platform == "win32" and method != "spawn":
            continue
        options = ["--isolated", "--select=FYT", "--enable-extensions=FYT9", f"-j{jobs}", "--disable-noqa"]
        command = [sys.executable, "runner.py", method, *options, str(examples), *fixtures]
        environment = {"PYTHONHASHSEED": seed, "PATH": "", "SYSTEMROOT": "C:\\Windows"}
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=environment)
        assert done.stderr == ""
        assert done.stdout.count("FYT") > 100
        outputs.add(done.stdout)
    assert len(outputs) == 1
