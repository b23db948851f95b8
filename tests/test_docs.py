"""The documentation is what the rules and flake8 really say."""

from __future__ import annotations

import importlib.metadata
import json
import pathlib
import re
import textwrap

import pytest

import error_messages
import generate
from flake8_flyteconf.reference import example, findings
from flake8_flyteconf.rules import RETIRED, RULES
from flake8_flyteconf.rules.rule import DOCUMENTATION
from flake8_flyteconf.settings import LIMITED
from tests.test_plugin import BAD, flake8

ROOT = pathlib.Path(__file__).parents[1]
DOCS = ROOT / "docs"
RENDERED = generate.render()


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
    for rule in RULES:
        page = RENDERED[DOCS / "rules" / f"{rule.code.lower()}.rst"]
        assert f".. _{rule.code}:\n" in page and f"\n{rule.summary}\n====" in page
        assert len(findings(rule)) == (1 if example(rule, "Bad") else 0), rule.code
        assert all(f": {rule.code} {finding.text}\n" in page for finding in findings(rule))


def test_every_family_lists_its_rules() -> None:
    for rule in RULES:
        for page in (f"{rule.code[:4].lower()}.rst", "index.rst"):
            assert (
                f"| :ref:`{rule.code} <{rule.code}>` {rule.summary} (*{rule.kind}*" in RENDERED[DOCS / "rules" / page]
            )


def test_every_message_leads_to_its_rule() -> None:
    codes = {rule.code for rule in RULES}
    page = RENDERED[DOCS / "messages.rst"]
    for row in error_messages.rows():
        assert row.code in codes
        assert row.message in page
        assert row.message in RENDERED[DOCS / "rules" / f"{row.code.lower()}.rst"]
    assert len({row.message for row in error_messages.rows()}) > 150


def test_every_option_is_on_its_page() -> None:
    page = RENDERED[DOCS / "options.rst"]
    for name in (*LIMITED, "flyteconf_flytekit", "flyteconf_required_labels"):
        assert f"``--{name.replace('_', '-')}=" in page
        assert f"``{name.replace('_', '-')} = " in page
    assert "``--flyteconf-kubernetes-client={36,37}``" in page
    for option in ("--add-noqa", "--unsafe", "--write", "--enable-extensions=FYT9"):
        assert option in page


def test_the_address_of_the_pages_is_that_of_the_package() -> None:
    urls = importlib.metadata.metadata("flake8-flyteconf").get_all("Project-URL")
    assert urls == [f"Documentation, {DOCUMENTATION}"]


def test_the_first_page_shows_what_is_printed(tmp_path: pathlib.Path) -> None:
    (tmp_path / "jobs.py").write_text(blocks("index.rst", "python")[0], encoding="utf-8")
    assert flake8("jobs.py", cwd=tmp_path).stdout.splitlines() == blocks("index.rst", "text")[0].strip().splitlines()


def test_every_check_of_the_validators_is_reported_or_excused() -> None:
    known = {rule.code for rule in RULES} | set(generate.REASONS)
    rows = generate.validators()
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
