"""``tools/new_rule.py`` starts a rule in all the places that one has."""

from __future__ import annotations

import ast
import pathlib
import shutil

import pytest

from tools import new_rule


@pytest.fixture
def copy(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """The script, working on a copy of what it changes."""
    for name, path in (("RULES", "rules"), ("FIXTURES", "fixtures")):
        shutil.copytree(getattr(new_rule, name), tmp_path / path)
        monkeypatch.setattr(new_rule, name, tmp_path / path)
    shutil.copy(new_rule.CHANGELOG, tmp_path)
    monkeypatch.setattr(new_rule, "CHANGELOG", tmp_path / "CHANGELOG.rst")
    return tmp_path


def test_a_rule_is_started(copy: pathlib.Path) -> None:
    module, fixture, changelog = new_rule.start("fyt3_arguments", "impossible-thing")
    assert "def impossible_thing(call: Task)" in module.read_text()
    ast.parse(module.read_text())
    code = fixture.stem.upper()
    assert f"# expect: {code}" in fixture.read_text()
    assert f"* {code} impossible-thing\n" in changelog.read_text().partition("0.2.0")[0]
    assert f'"{code}"' in module.read_text() and int(code[3:]) not in range(301, 310)
    assert new_rule.start("fyt3_arguments", "another-thing")[1].stem.upper() != code


@pytest.mark.parametrize("module", [path.stem for path in new_rule.RULES.glob("fyt*.py")])
def test_every_module_has_a_free_code_of_its_family(module: str) -> None:
    code = new_rule.next_code(module, new_rule.taken())
    assert code // 100 == int(module[3]) and code not in new_rule.taken()


def test_retired_codes_are_taken() -> None:
    assert 337 in new_rule.taken()


@pytest.mark.parametrize(
    ("module", "name", "message"),
    [
        ("fyt3_nonsense", "a-rule", "there is no module fyt3_nonsense; there are fyt0"),
        ("../fyt3_arguments", "a-rule", "there is no module"),
        ("fyt3_arguments", "A rule", "is not a name"),
        ("fyt3_arguments", "unknown-task-argument", "there is a rule"),
    ],
)
def test_what_makes_no_sense(copy: pathlib.Path, module: str, name: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        new_rule.start(module, name)


def test_a_full_family() -> None:
    with pytest.raises(ValueError, match="FYT3 is full"):
        new_rule.next_code("fyt3_arguments", set(range(300, 400)))
