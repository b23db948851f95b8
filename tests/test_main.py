"""``python -m flake8_flyteconf``."""

from __future__ import annotations

import json

import pytest

from flake8_flyteconf.__main__ import main
from flake8_flyteconf.reference import FAMILIES, family
from flake8_flyteconf.rules import RULES


def test_rules_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["code"] for row in rows] == [rule.code for rule in RULES]
    assert all(set(row) == {"code", "name", "kind", "stage", "since", "fix", "summary"} for row in rows)


def test_rules_as_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(RULES)
    assert "FYT201  misshapen-pair" in "\n".join(lines)


def test_explain_prints_the_finding_of_the_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "fyt101"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("FYT101 malformed-quantity\n\nrefused: ")
    assert """
  small = Resources(mem="2GB")
                        ^
  FYT101 mem "2GB" is not a Kubernetes quantity (did you mean "2G" or "2Gi"?)
""" in page
    assert "``" not in page


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["misshapen-pair"], ["FYT201"]),
        (["misshapen_pair", "FYT101:", "FYT102,"], ["FYT201", "FYT101", "FYT102"]),
        (["FYT208", "FYT101", "FYT208"], ["FYT208", "FYT101"]),
        (["FYT10"], [rule.code for rule in family("FYT10")]),
        ([*FAMILIES], [rule.code for rule in RULES]),
    ],
)
def test_explain_takes_codes_families_and_names(
    capsys: pytest.CaptureFixture[str], words: list[str], codes: list[str]
) -> None:
    assert main(["explain", *words]) == 0
    titles = [line.split()[0] for line in capsys.readouterr().out.splitlines() if line.startswith("FYT")]
    assert titles == codes


@pytest.mark.parametrize(
    ("word", "nearest"),
    [
        ("FYT199", "FYT106, FYT105, FYT104"),
        ("FYT", ""),
        ("FYTX", "the families are FYT0, FYT1"),
        ("FYT²", "the families are FYT0"),
        ("FYT101x", "the nearest: FYT101"),
        ("mishapen-pair", "misshapen-pair"),
        ("E501", "flyteconf rules lists them"),
    ],
)
def test_explain_names_the_nearest(capsys: pytest.CaptureFixture[str], word: str, nearest: str) -> None:
    if not nearest:
        assert main(["explain", word]) == 0
        return
    with pytest.raises(SystemExit) as stop:
        main(["explain", word])
    assert stop.value.code == 2
    assert nearest in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["rules"], ["explain"]])
def test_help_teaches(capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([*command, "--help"])
    assert stop.value.code == 0
    assert "FYT1" in capsys.readouterr().out or command == ["rules"]


def test_unknown_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["nonsense"])
    assert stop.value.code == 2
    assert "invalid choice" in capsys.readouterr().err
