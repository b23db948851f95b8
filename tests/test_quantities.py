"""The quantity grammar against the recorded verdicts of Kubernetes' own parser."""

from __future__ import annotations

import json
import pathlib
from fractions import Fraction

import pytest

from flake8_flyteconf.kubernetes.quantities import can_end_with, parse, spellings

RECORDS = pathlib.Path(__file__).parent / "fixtures" / "conformance" / "quantities.jsonl"


def test_every_recorded_verdict_agrees() -> None:
    differences = []
    for line in RECORDS.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        quantity = parse(record["text"])
        if (quantity is not None) != record["ok"] or quantity and quantity.value != Fraction(record["value"]):
            differences.append((record, quantity))
    assert not differences


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1e-10", Fraction(1, 10**9)),
        ("8Ei", Fraction(2**63 - 1)),
        ("9" * 3000, None),
        ("1e99999", Fraction(10) ** 9999),
        ("-1.5Ki", Fraction(-1536)),
    ],
)
def test_extreme_values(text: str, value: Fraction | None) -> None:
    quantity = parse(text)
    assert quantity is not None
    assert value is None or quantity.value == value


@pytest.mark.parametrize("text", ["", "Ei", "e-10", "1e99999999999999999999", "１", "1\n", "0x1"])
def test_refused(text: str) -> None:
    assert parse(text) is None


def test_whole_rounds_up_like_value() -> None:
    quantity = parse("900m")
    assert quantity is not None
    assert quantity.whole == 1


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2GB", ["2G", "2Gi"]),
        ("2gi", ["2Gi"]),
        ("512mi", ["512Mi"]),
        ("1 Gi", ["1Gi"]),
        ("1K", ["1k", "1Ki"]),
        ("1,5", ["1.5"]),
        ("1_000Mi", ["1000Mi"]),
        ("2 cores", ["2"]),
        ("1Gi1", []),
        ("two", []),
    ],
)
def test_spellings(text: str, meant: list[str]) -> None:
    assert spellings(text) == meant


@pytest.mark.parametrize(
    ("tail", "possible"), [("Gi", True), ("i", True), ("", True), ("5", True), ("GB", False), (" Gi", False)]
)
def test_ends(tail: str, possible: bool) -> None:
    assert can_end_with(tail) is possible
