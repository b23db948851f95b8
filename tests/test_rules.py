"""What every rule owes its readers: a legal name, a complete docstring, examples that do what they say."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from typing import Any

import pytest

from flake8_flyteconf import sdk
from flake8_flyteconf.flyte2 import tables
from flake8_flyteconf.reference import example, settings_for, terminal
from flake8_flyteconf.rules import MODULES, RETIRED, RULES, flyte2_types
from flake8_flyteconf.rules.rule import Rule
from tests.findings import codes, found

#: Nothing that every Python parses breaks LibCST, so this rule has no example.
EXEMPLARY = [rule for rule in RULES if rule.code != "FYT001"]


def each(rules: list[Rule[Any]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("rule", rules, ids=[rule.code for rule in rules])


def test_codes_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_retired_codes_are_not_used_again() -> None:
    codes_in_use = {rule.code for rule in RULES}
    assert not codes_in_use & set(RETIRED)
    assert set(RETIRED.values()) <= codes_in_use


def test_names_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_codes_belong_to_their_family() -> None:
    for module in MODULES:
        members = [member for member in vars(module).values() if isinstance(member, Rule)]
        assert members
        assert {rule.code[:4].lower() for rule in members} == {module.__name__.rpartition(".")[2][:4]}


def test_every_summary_is_its_own() -> None:
    """It is the title of a page, which a search shows alone."""
    summaries = [rule.summary for rule in RULES]
    assert len(set(summaries)) == len(summaries)


def test_no_literal_is_inside_another() -> None:
    """``A `code` with ``code`` in it`` ends too early."""
    for rule in RULES:
        text = rule.docstring.partition("Bad::")[0]
        assert text.count("``") % 2 == 0, rule.code
        assert not [each for each in re.findall(r"``(.+?)``", text, re.DOTALL) if each != each.strip()], rule.code


@each(list(RULES))
def test_docstring_has_a_summary_and_a_reason(rule: Rule[Any]) -> None:
    summary, blank, *reason = rule.docstring.splitlines()
    assert summary.endswith(".") and len(summary) <= 120
    assert blank == ""
    assert len(" ".join(reason).partition("Bad::")[0]) > 60


@each(list(RULES))
def test_message_is_one_line_without_full_stop(rule: Rule[Any]) -> None:
    assert "\n" not in rule.message
    assert not rule.message.endswith(".")
    assert all(name for _, name, _, _ in string.Formatter().parse(rule.message) if name is not None)


@each(EXEMPLARY)
def test_bad_example_yields_exactly_its_code(rule: Rule[Any]) -> None:
    assert codes(example(rule, "Bad"), settings_for(rule), policy=rule.kind == "policy") == [rule.code]


@each(EXEMPLARY)
def test_good_example_yields_nothing(rule: Rule[Any]) -> None:
    assert codes(example(rule, "Good"), settings_for(rule), policy=rule.kind == "policy") == []


@each(EXEMPLARY)
def test_page_fits_a_terminal(rule: Rule[Any]) -> None:
    assert max(map(len, terminal(rule).splitlines())) <= 80


@each(EXEMPLARY)
def test_printed_message_is_short(rule: Rule[Any]) -> None:
    (finding,) = found(example(rule, "Bad"), settings_for(rule), policy=rule.kind == "policy")
    assert len(finding.text) <= 160
    assert not re.search(r"(?<!\{)\{[a-z_]+\}", finding.text)


@pytest.mark.parametrize("types", [flyte2_types.AT_CONSTRUCTION, flyte2_types.AT_DEPLOYMENT])
def test_the_types_of_flyte_2_are_about_its_arguments(types: Mapping[str, Mapping[str, str]]) -> None:
    of_python = "bool bytes datetime dict float frozenset int list set str timedelta tuple Path V1PodSpec".split()
    for name, fields in types.items():
        signature = sdk.signature(name)
        assert signature is not None, name
        for field, expected in fields.items():
            argument = field.removesuffix("[]")
            assert signature.accepts(argument) or argument in tables.TEMPLATE_FIELDS, (name, field)
            for word in expected.split():
                module, _, title = word.rpartition(".")
                offered = tables.NAMES.get(module, "").split()
                is_there = title in offered or offered == ["*"] or sdk.signature(word) is not None
                assert word in of_python or is_there, (name, field, word)
