"""A fault of the plugin itself is a finding: it neither ends flake8 nor hides what other stages and plugins find."""

from __future__ import annotations

import ast
import io
from typing import Any

import pytest

from flake8_flyteconf import check, diagnostics, linter, normalize, plugin
from flake8_flyteconf.analysis import evaluator, names, sites
from flake8_flyteconf.plugin import FlyteConfiguration, FlytePolicy
from flake8_flyteconf.rules.rule import Rule

TEXT = """\
from flytekit import LaunchPlan, Resources, task, workflow
Resources(mem="1GB")
@workflow
def nightly() -> None: ...
LaunchPlan.create("a", nightly)  # no kubernetes here
LaunchPlan.create("a", nightly)
"""


def reported(entry: type[FlyteConfiguration] = FlyteConfiguration) -> list[tuple[int, str]]:
    """Line and text of what flake8 is given."""
    tree = ast.parse(TEXT)
    return [(line, text) for line, _, text, _ in entry(tree, list(io.StringIO(TEXT))).run()]


def boom(*_: object, **__: object) -> Any:
    raise KeyError("name\nof something")


#: Stage as the finding names it, and what raises there; "" for a fault that costs the statement only.
STAGES = [
    ("names", names.Names, "__init__"),
    ("names", names.Names, "_collect"),
    ("sites", sites._Locator, "sites"),
    ("sites", sites._Locator, "_sites_of"),
    ("names", evaluator.Evaluator, "__init__"),
    ("rules", check.Checker, "__init__"),
    ("", sites.Reader, "read"),
    ("", sites.Reader, "reach"),
    ("", normalize.Normalizer, "normalize"),
    ("", check.Checker, "check"),
    ("read", linter._Statements, "check"),
    ("report", check.Fault, "finding"),
    ("report", Rule, "text"),
    ("plugin", linter.Linted, "findings"),
    ("plugin", linter, "lint"),
    ("plugin", diagnostics, "reports"),
    ("plugin", plugin, "reports"),
]


@pytest.mark.parametrize(("stage", "owner", "name"), STAGES, ids=lambda value: getattr(value, "__name__", value))
def test_a_fault_in_a_stage_is_one_finding(monkeypatch: pytest.MonkeyPatch, stage: str, owner: Any, name: str) -> None:
    if owner is plugin:
        original = plugin.reports

        def once(findings: Any, *others: Any) -> Any:
            monkeypatch.setattr(plugin, "reports", original)
            return boom()

        monkeypatch.setattr(plugin, "reports", once)
    else:
        monkeypatch.setattr(owner, name, boom)
    found = [(line, text) for line, text in reported() if text.startswith("FYT001")]
    if owner is diagnostics:
        assert not found  # the plugin has its own reference
    elif stage:
        assert [line for line, _ in found] == [1]
        assert f"stage {stage} raised KeyError('name\\nof something'); please report it" in found[0][1]
    else:
        # Names that are imported and functions that are decorated are values too.
        assert {line for line, _ in found if line > 1} >= {2, 5, 6}
        assert all("KeyError" in text for _, text in found)
    assert reported(FlytePolicy) == []


def test_what_was_found_before_the_fault_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    sites_of = sites._Locator._sites_of

    def second(self: Any, part: Any) -> Any:
        return boom() if part.statement.lineno > 2 else sites_of(self, part)

    monkeypatch.setattr(sites._Locator, "_sites_of", second)
    assert [text[:6] for _, text in reported()] == ["FYT001", "FYT101"], reported()


def test_a_message_that_fails_costs_that_message(monkeypatch: pytest.MonkeyPatch) -> None:
    text = Rule.text
    monkeypatch.setattr(Rule, "text", lambda rule, hit: boom() if rule.code == "FYT101" else text(rule, hit))
    codes = [text[:6] for _, text in reported()]
    assert codes[0] == "FYT001" and "FYT101" not in codes and len(codes) > 1


def test_lines_that_are_not_those_of_the_tree() -> None:
    found = list(FlyteConfiguration(ast.parse(TEXT), ["import flytekit\n"]).run())
    assert all(line == 1 for line, *_ in found)
