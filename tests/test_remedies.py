"""Advice works: a remedy removes its finding and brings no other."""

from __future__ import annotations

import ast
import collections
import itertools
import pathlib
import re
from collections.abc import Iterator

import pytest

from flake8_flyteconf.check import Fault
from flake8_flyteconf.rules.rule import Remedy
from flake8_flyteconf.settings import Settings
from tests.findings import FILES, faults, settings_of
from tests.test_conformance import RECORDED, judged


def mended(text: str, remedy: Remedy) -> str:
    """The text with the edits of a remedy, each in the place of the keyword or constant that begins there."""
    lines = text.splitlines(keepends=True)
    starts = [*itertools.accumulate(map(len, lines), initial=0)]

    def offset(line: int, column: int) -> int:
        return starts[line - 1] + len(lines[line - 1].encode()[:column].decode())

    constants = (ast.Constant, ast.BinOp, ast.UnaryOp, ast.JoinedStr)
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, constants)]
    for edit in sorted(remedy, key=lambda edit: edit.position.place, reverse=True):
        start = starts[edit.position.line - 1] + edit.position.column
        ends = [
            offset(node.end_lineno or 0, node.end_col_offset or 0)
            for node in nodes
            if offset(node.lineno, node.col_offset) == start
        ]
        keyword = re.compile(r"\w*").match(text, start)
        end = max(ends, default=keyword.end() if keyword is not None else start)
        source = f'"{edit.source}"' if edit.renames and ends else edit.source
        text = text[:start] + source + text[end:]
    return text


def remedied(text: str, settings: Settings, policy: bool = False) -> Iterator[tuple[Fault, Remedy, str]]:
    for fault in faults(text, settings, policy=policy):
        for remedy in fault.hit.remedies:
            yield fault, remedy, mended(text, remedy)


def codes(text: str, settings: Settings, policy: bool = False) -> collections.Counter[str]:
    return collections.Counter(fault.rule.code for fault in faults(text, settings, policy=policy))


def assert_remedies_work(text: str, settings: Settings, policy: bool = False) -> int:
    before, count = codes(text, settings, policy), 0
    for fault, remedy, fixed in remedied(text, settings, policy):
        after = codes(fixed, settings, policy)
        where = (fault.finding(), [edit.source for edit in remedy])
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
    assert sum(assert_remedies_work(case["source"], RECORDED) for case in refused) > 50
