"""A file that was refused and is fixed is taken by the real flytekit."""

from __future__ import annotations

import ast
import io
import json
import pathlib
from typing import Any

import pytest

from flake8_flyteconf.fix.rounds import Judged, fixed
from flake8_flyteconf.linter import lint
from flake8_flyteconf.settings import Settings
from tests.truth.flyte import imported, serialized

RECORDS = pathlib.Path(__file__).parents[1] / "fixtures" / "conformance" / "cases.jsonl"
#: Recorded with this generation of the kubernetes client, which the environment has.
RECORDED = Settings(("37",))


def judge(source: bytes) -> Judged:
    text = source.decode()
    linted = lint(ast.parse(text), list(io.StringIO(text)), RECORDED)
    found = [] if linted is None else linted.faults
    return Judged(found, found)


def all_fixed() -> list[Any]:
    """The recorded files that fail at import or serialization and have nothing wrong after their fixes."""
    found = []
    for line in RECORDS.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case["verdict"] in ("import", "serialize") and not case.get("gray"):
            for unsafe in (False, True):
                result = fixed(case["source"].encode(), judge, unsafe=unsafe)
                if result.made and not result.left:
                    found.append(pytest.param(result.source.decode(), id=case["id"]))
                    break
    return found


FIXED = all_fixed()


def test_there_are_many() -> None:
    # What has a meaning elsewhere is moved there or left, never deleted.
    assert len(FIXED) >= 180


@pytest.mark.parametrize("text", FIXED)
def test_the_real_flytekit_takes_it(text: str) -> None:
    serialized(imported(text))
