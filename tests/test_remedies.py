"""Advice works: a remedy removes its finding and brings no other."""

from __future__ import annotations

import collections
import json
import pathlib
from collections.abc import Iterator

import pytest

from flake8_flyteconf.check import Fault
from flake8_flyteconf.fix.edits import Fixable
from flake8_flyteconf.fix.rounds import named_in
from flake8_flyteconf.rules.rule import Remedy
from flake8_flyteconf.settings import Settings
from tests.findings import FILES, faults, settings_of
from tests.test_conformance import FURTHER, RECORDED, RECORDS, judged


def remedied(text: str, settings: Settings, policy: bool = False) -> Iterator[tuple[Fault, Remedy, str]]:
    """The text with each remedy of its faults by itself, where that can be made."""
    pairs = [(fault, each) for fault in faults(text, settings, policy=policy) for each in fault.hit.remedies]
    module = Fixable(text, named_in(text)) if pairs else None
    for fault, remedy in pairs:
        if module is not None and (fixed := module.edited([remedy]).text) != text:
            yield fault, remedy, fixed


def codes(text: str, settings: Settings, policy: bool = False) -> collections.Counter[str]:
    return collections.Counter(fault.rule.code for fault in faults(text, settings, policy=policy))


def assert_remedies_work(text: str, settings: Settings, policy: bool = False) -> int:
    before, count = codes(text, settings, policy), 0
    for fault, remedy, fixed in remedied(text, settings, policy):
        after = codes(fixed, settings, policy)
        where = (fault.finding(), [edit.source for edit in remedy.edits])
        assert after[fault.rule.code] < before[fault.rule.code], where
        assert not after - before, where
        count += 1
    return count


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_remedies_of_the_fixtures(path: pathlib.Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert_remedies_work(text, settings_of(text), text.startswith("# opt-in"))


def test_remedies_of_the_recorded_files() -> None:
    refused = [case for case in judged() if case["verdict"] != "ok"]
    assert sum(assert_remedies_work(case["source"], RECORDED) for case in refused) > 500


@pytest.mark.parametrize("name", FURTHER)
def test_remedies_of_further_records(name: str) -> None:
    lines = RECORDS.with_name(name).read_text(encoding="utf-8").splitlines()
    assert sum(assert_remedies_work(json.loads(line)["source"], RECORDED) for line in lines) > 10
