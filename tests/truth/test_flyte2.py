"""The real Flyte 2 SDK does with the examples of the rules what the rules say, and the tables are of it."""

from __future__ import annotations

import importlib.util
import pathlib
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from flake8_flyteconf.flyte2 import tables
from flake8_flyteconf.reference import example
from flake8_flyteconf.rules import RULES
from flake8_flyteconf.rules.rule import Rule

pytest.importorskip("flyte", reason="the environment flyte2 has it")

from flyte.errors import RuntimeUserError  # noqa: E402

from tests.truth.flyte2 import deployed, imported, run, sent_by_a_run  # noqa: E402

FIXTURES = pathlib.Path(__file__).parents[1] / "fixtures"


def _is_there(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def _is_installed(rule: Rule[Any]) -> bool:
    text = example(rule, "Bad") + example(rule, "Good")
    return "flytekit" not in text or importlib.util.find_spec("flytekit") is not None


EXEMPLARY = [r for r in RULES if r.code.startswith("FYT8") and _is_installed(r) and r.option != "--flyteconf-flyte"]


def each(*stages: str) -> pytest.MarkDecorator:
    rules = [rule for rule in EXEMPLARY if rule.stage in stages]
    return pytest.mark.parametrize("rule", rules, ids=[rule.code for rule in rules])


@each("import")
def test_refused_at_import(rule: Rule[Any]) -> None:
    if rule.code == "FYT883":  # this process has loaded every module
        done = subprocess.run([sys.executable, "-c", example(rule, "Bad")], capture_output=True, text=True)
        assert "AttributeError" in done.stderr and "AttributeError" in rule.docstring
        return
    with pytest.raises(Exception) as raised:
        imported(example(rule, "Bad"))
    assert type(raised.value).__name__ in rule.docstring


@each("serialization")
def test_refused_at_deployment(rule: Rule[Any]) -> None:
    module = imported(example(rule, "Bad"))
    with pytest.raises(Exception) as raised:
        deployed(module)
        if "flytekit" in example(rule, "Bad"):
            from tests.truth.flyte import serialized

            serialized(module)
    assert type(raised.value).__name__ in rule.docstring


@each("execution")
def test_refused_at_run_time(rule: Rule[Any]) -> None:
    if rule.code == "FYT895":
        pytest.skip("the outputs of a container task are uploaded in a cluster only")
    with pytest.raises(Exception) as raised:
        run(example(rule, "Bad"))
    assert type(raised.value).__name__ in rule.docstring


def test_what_a_run_does_not_build() -> None:
    (rule,) = (each for each in RULES if each.code == "FYT378")
    sent_by_a_run(imported(example(rule, "Good")))
    with pytest.raises(RuntimeError, match="not found in image cache"):
        sent_by_a_run(imported(example(rule, "Bad")))


def _statements(name: str) -> Iterator[Any]:
    """The marked statements of a fixture, each with what stands before all of them."""
    head, _, rest = (FIXTURES / name).read_text(encoding="utf-8").partition("\nmade_")
    for line in f"made_{rest}".splitlines():
        known = all(_is_there(module) for module in ("flyteplugins.ray", "flyteplugins.dask"))
        yield pytest.param(f"{head}\n{line}\n", id=line.partition(" ")[0], marks=[] if known else pytest.mark.skip)


@pytest.mark.parametrize("text", _statements("fyt803_types.py"))
def test_types_that_constructors_refuse(text: str) -> None:
    with pytest.raises((AttributeError, TypeError, ValueError)):
        imported(text)


@pytest.mark.parametrize("text", _statements("fyt804_types.py"))
def test_types_that_deployment_refuses(text: str) -> None:
    made = text.rpartition("made_")[2].partition(" ")[0]
    if re.search(r"\b(?:Task|ClusteredTask)Environment\(|env\.clone_with\(", text.splitlines()[-1]):
        text += f"\n\n@made_{made}.task\nasync def job(x: int = 1) -> int:\n    return x\n"
    module = imported(text)
    with pytest.raises((AttributeError, RuntimeUserError, TypeError, ValueError)):
        deployed(module)


@each("registration", "pod creation", "undetected")
def test_accepted_by_the_sdk(rule: Rule[Any]) -> None:
    deployed(imported(example(rule, "Bad")))


@pytest.mark.parametrize("rule", EXEMPLARY, ids=[rule.code for rule in EXEMPLARY])
def test_good_example_deploys(rule: Rule[Any]) -> None:
    deployed(imported(example(rule, "Good")))


def test_tables_are_those_of_the_package() -> None:
    from tools import generate_flyte2 as generator

    modules = [module for module in generator.CALLABLES if _is_there(module)]
    known = {name: s for name, s in tables.SIGNATURES.items() if not name.startswith("flyteplugins.")}
    plugins = {name: s for name, s in tables.SIGNATURES.items() if name.rpartition(".")[0] in modules}
    assert {**known, **plugins} == generator.signatures(modules)
    assert tables.VARIADIC == frozenset(generator.takes_any_number())
    assert tables.TEMPLATE_FIELDS == frozenset(generator.template_fields())
    assert tables.ACCELERATORS == frozenset(generator.accelerators())
    assert tables.DEVICES == generator.devices()
    assert tables.PARTITIONS == generator.partitions()
