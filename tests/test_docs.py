"""The documentation is what the rules and flake8 really say."""

from __future__ import annotations

import json
import pathlib
import re
import runpy
import textwrap

import pytest

from flake8_flyteconf.reference import example, printed, restructured
from flake8_flyteconf.rules import RETIRED, RULES
from tests.test_plugin import BAD, flake8

ROOT = pathlib.Path(__file__).parents[1]
DOCS = ROOT / "docs"
GENERATOR = runpy.run_path(str(DOCS / "generate.py"))
RENDERED: dict[pathlib.Path, str] = GENERATOR["render"]()


def blocks(page: str, language: str) -> list[str]:
    """The code blocks of a page."""
    found = re.findall(rf"\.\. code-block:: {language}\n\n((?:    .*\n|\n)+)", (DOCS / page).read_text("utf-8"))
    return [textwrap.dedent(block) for block in found]


def test_git_does_not_keep_what_is_written() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    for path in RENDERED:
        parts = [path.relative_to(ROOT).as_posix(), f"{path.parent.relative_to(ROOT).as_posix()}/"]
        assert not set(parts).isdisjoint(ignored), path


def test_every_table_is_included() -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in DOCS.glob("*.rst"))
    tables = {path.name for path in RENDERED if path.parent.name == "tables"}
    assert set(re.findall(r"include:: tables/(\S+)", pages)) == tables


def test_every_rule_has_a_page_with_its_finding() -> None:
    pages = "".join(RENDERED.values())
    for rule in RULES:
        assert restructured(rule) in pages
        markers = [line for line in printed(rule) if line.strip() == "^"]
        assert len(markers) == (1 if example(rule, "Bad") else 0), rule.code


def test_every_check_of_the_validators_is_reported_or_excused() -> None:
    known = {rule.code for rule in RULES} | set(GENERATOR["REASONS"])
    rows = GENERATOR["validators"]()
    assert [row for row in rows if row[3] not in known] == []
    assert len({row[:3] for row in rows}) == len(rows) > 150


def test_the_changelog_names_every_code() -> None:
    text = (ROOT / "CHANGELOG.rst").read_text(encoding="utf-8")
    assert set(re.findall(r"FYT\d{3}", text)) == {rule.code for rule in RULES} | set(RETIRED)


def test_json_is_json() -> None:
    for page in ("ci.rst", "editors.rst"):
        assert all(json.loads(block) for block in blocks(page, "json"))


def test_the_problem_matcher_matches(tmp_path: pathlib.Path) -> None:
    (tmp_path / "tasks.py").write_text(BAD)
    (pattern,) = json.loads(blocks("ci.rst", "json")[0])["problemMatcher"][0]["pattern"]
    match = re.match(pattern["regexp"], flake8("tasks.py", cwd=tmp_path).stdout.rstrip())
    assert match
    found = [match[pattern[part]] for part in ("file", "line", "column", "code")]
    assert found == ["tasks.py", "2", "23", "FYT101"]


def test_findings_as_workflow_commands(tmp_path: pathlib.Path) -> None:
    (tmp_path / "tasks.py").write_text(BAD)
    format_option = re.search(r"flake8 --format='(.*)'", (DOCS / "ci.rst").read_text("utf-8"))
    assert format_option
    done = flake8(f"--format={format_option[1]}", "tasks.py", cwd=tmp_path)
    assert done.stdout.startswith('::error file=tasks.py,line=2,col=23,title=FYT101::mem "2GB"')


@pytest.mark.parametrize(
    ("comment", "options", "reported"),
    [
        ("", ["--select=E,F,W"], True),
        ("", ["--select=E,W"], False),
        ("", ["--ignore=F"], False),
        ("", ["--extend-ignore=F", "--extend-select=FYT"], True),
        ("", ["--per-file-ignores=tasks.py:FYT1"], False),
        ("  # noqa: F", [], False),
        ("  # noqa: F401", [], True),
        ("  # noqa: FYT1", [], False),
        ("\n# flake8: noqa: FYT208", [], False),
    ],
)
def test_what_selects_and_what_silences(
    tmp_path: pathlib.Path, comment: str, options: list[str], reported: bool
) -> None:
    (tmp_path / "tasks.py").write_text(BAD.rstrip() + comment + "\n")
    done = flake8("tasks.py", *options, cwd=tmp_path, select=())
    assert ("FYT101" in done.stdout) == reported
