"""The real flytekit does with the examples of the rules what the rules say."""

from __future__ import annotations

import importlib.util
import re
from typing import Any

import pytest

from flake8_flyteconf.reference import example
from flake8_flyteconf.rules import RULES
from flake8_flyteconf.rules.rule import Rule
from tests.truth.flyte import imported, serialized


def _is_installed(rule: Rule[Any]) -> bool:
    """Whether the task plugins of the examples are installed; the environment ``plugins`` has most of them."""
    text = example(rule, "Bad") + example(rule, "Good")
    if re.search(r"^(?:import|from) flyte\b", text, re.MULTILINE) and importlib.util.find_spec("flyte") is None:
        return False
    if "Elastic(" in text and importlib.util.find_spec("torch") is None:
        return False
    return all(
        importlib.util.find_spec(PACKAGE) is not None and importlib.util.find_spec(name) is not None
        for name in re.findall(rf"from ({PACKAGE}\.\w+)", text)
    )


PACKAGE = "flytekitplugins"
#: FYT001 has no example, and those of FYT312 and FYT882 are about older releases.
EXEMPLARY = [rule for rule in RULES if rule.code not in ("FYT001", "FYT312", "FYT882") and _is_installed(rule)]


def each(*stages: str) -> pytest.MarkDecorator:
    rules = [rule for rule in EXEMPLARY if rule.stage in stages]
    return pytest.mark.parametrize("rule", rules, ids=[rule.code for rule in rules])


@each("import")
def test_refused_at_import(rule: Rule[Any]) -> None:
    with pytest.raises(Exception) as raised:
        imported(example(rule, "Bad"))
    assert type(raised.value).__name__ in rule.docstring


@each("serialization")
def test_refused_at_serialization(rule: Rule[Any]) -> None:
    module = imported(example(rule, "Bad"))
    with pytest.raises(Exception) as raised:
        serialized(module)
    assert type(raised.value).__name__ in rule.docstring


@each("registration", "execution", "pod creation", "undetected")
def test_accepted_by_flytekit(rule: Rule[Any]) -> None:
    serialized(imported(example(rule, "Bad")))


@pytest.mark.parametrize("rule", EXEMPLARY, ids=[rule.code for rule in EXEMPLARY])
def test_good_example_registers(rule: Rule[Any]) -> None:
    serialized(imported(example(rule, "Good")))
