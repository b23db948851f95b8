"""``tools/new_rule.py`` starts a rule in all the places that one has."""

from __future__ import annotations

import ast
import pathlib
import re
import shutil

import pytest

from flake8_flyteconf.reference import FAMILIES
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
    module, fixture, changelog = new_rule.start("fyt4_schedules", "wrong-thing")
    assert "def wrong_thing(call: Task)" in module.read_text()
    code = fixture.stem.upper()
    assert f"# expect: {code}" in fixture.read_text()
    listed = changelog.read_text()
    unreleased = re.search(r"^(\S+) \(unreleased\)$", listed, re.MULTILINE)
    assert unreleased and f'since="{unreleased[1]}"' in module.read_text()
    assert f"{FAMILIES['FYT4']}\n    | " in listed and f"    | {code} wrong-thing\n" in listed.partition("0.1.0")[0]
    assert new_rule.start("fyt4_schedules", "another-thing")[1].stem.upper() != code


@pytest.mark.parametrize("module", [path.stem for path in new_rule.RULES.glob("fyt*.py")])
def test_a_new_rule_imports_what_it_uses(copy: pathlib.Path, module: str) -> None:
    path = new_rule.start(module, "wrong-thing")[0]
    tree = ast.parse(path.read_text())
    imported = [alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names]
    assert len(imported) == len(set(imported))
    assert {"Iterator", "Task", "Hit", "hit", "rule", "is_string"} <= set(imported)
    assert tree.body[-1] is next(node for node in tree.body if getattr(node, "name", "") == "wrong_thing")


def test_the_first_rule_of_a_version_opens_the_list() -> None:
    text = "Changelog\n=========\n\n9.0.0 (unreleased)\n==================\n\nBetter.\n\n0.1.0 (2026-11-24)\n"
    added = new_rule.with_changelog_line(text, "FYT399", "wrong-thing")
    assert f"New rules\n---------\n\n{FAMILIES['FYT3']}\n    | FYT399 wrong-thing\n\n" in added
    again = new_rule.with_changelog_line(added, "FYT398", "other-thing")
    assert "    | FYT398 other-thing\n    | FYT399 wrong-thing\n" in again
    with pytest.raises(ValueError, match="unreleased"):
        new_rule.unreleased(text.replace("unreleased", "2027-01-01"))


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
