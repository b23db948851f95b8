"""Recorded verdicts of flytekit, flyteadmin's rules and Kubernetes on whole files.

``tests/fixtures/conformance/README.rst`` describes the records.
"""

from __future__ import annotations

import json
import pathlib
from typing import Any

import pytest

from flake8_flyteconf.rules import RULES
from flake8_flyteconf.settings import Settings
from tests.findings import found

RECORDS = pathlib.Path(__file__).parent / "fixtures" / "conformance" / "cases.jsonl"
CASES = [json.loads(line) for line in RECORDS.read_text(encoding="utf-8").splitlines()]
#: The verdicts were recorded with this generation of the kubernetes client.
RECORDED = Settings(("37",))
#: What is known to be missed: a value from a loop, and a value that is looked at only when it is true.
MISSED = {"data_flow-loop-bad001-0", "shared_memory-not_true_or_string-ign001-0"}
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


def test_what_one_generation_of_the_client_accepts_is_not_called_refused() -> None:
    accepted = [case for case in judged() if "ok" in (case["verdict"], case.get("classic_client"))]
    assert len(accepted) > sum(case["verdict"] == "ok" for case in judged())
    assert not {case["id"]: f for case in accepted for f in found(case["source"]) if KINDS[f.code] == "refused"}


def test_what_both_generations_of_the_client_refuse_gets_a_finding() -> None:
    refused = [case for case in judged() if "ok" not in (case["verdict"], case.get("classic_client"))]
    missed = {case["id"] for case in refused if not any(on_recorded_line(case, f.line) for f in found(case["source"]))}
    assert missed == MISSED


def test_refused_files_get_a_finding_on_the_line() -> None:
    refused = [case for case in judged() if case["verdict"] != "ok"]
    missed = {
        case["id"]
        for case in refused
        if not any(on_recorded_line(case, finding.line) for finding in found(case["source"], RECORDED))
    }
    assert missed == MISSED


#: Files about the task plugins and about Flyte 2, and what is known to be missed in them.
FURTHER: dict[str, set[str]] = {
    "plugins.jsonl": set("""plugin-kfpytorch-057 plugin-kfpytorch-081""".split()),
    "flyte2.jsonl": set("""flyte2-clustered-08 flyte2-env_duplicates-05 flyte2-reuse-38 flyte2-trigger-72""".split()),
}


@pytest.mark.parametrize("name", FURTHER)
def test_further_records(name: str) -> None:
    records = [json.loads(line) for line in RECORDS.with_name(name).read_text(encoding="utf-8").splitlines()]
    missed = set()
    for case in records:
        findings = found(case["source"], RECORDED)
        if case["verdict"] == "ok":
            assert not [f for f in findings if KINDS[f.code] == "refused"], case["id"]
        elif not case.get("gray") and not any(on_recorded_line(case, f.line) for f in findings):
            missed.add(case["id"])
    assert missed == FURTHER[name]
