"""Recorded verdicts of flytekit, flyteadmin's rules and Kubernetes on whole files.

``tests/fixtures/conformance/README.rst`` describes the records.
"""

from __future__ import annotations

import json
import pathlib
from typing import Any

from flake8_flyteconf.rules import RULES
from flake8_flyteconf.settings import Settings
from tests.findings import found

RECORDS = pathlib.Path(__file__).parent / "fixtures" / "conformance" / "cases.jsonl"
CASES = [json.loads(line) for line in RECORDS.read_text(encoding="utf-8").splitlines()]
#: The verdicts were recorded with this generation of the kubernetes client.
RECORDED = Settings(("37",))
KINDS = {rule.code: rule.kind for rule in RULES}


def on_recorded_line(case: dict[str, Any], line: int) -> bool:
    last = case.get("end_line") or case["line"]
    return case["line"] <= line <= last or line in (case.get("use_lines") or ())


def judged() -> list[dict[str, Any]]:
    return [case for case in CASES if not case.get("gray")]


def test_no_accepted_file_is_called_refused() -> None:
    accepted = [case for case in judged() if case["verdict"] == "ok"]
    false = {case["id"]: f for case in accepted for f in found(case["source"], RECORDED) if KINDS[f.code] == "refused"}
    assert accepted
    assert not false


def test_refused_files_get_a_finding_on_the_line() -> None:
    refused = [case for case in judged() if case["verdict"] != "ok"]
    missed = [
        case["id"]
        for case in refused
        if not any(on_recorded_line(case, finding.line) for finding in found(case["source"], RECORDED))
    ]
    assert len(missed) <= 0.01 * len(refused), missed
