"""The command ``fix``: what it changes, what it leaves alone, and how it writes."""

from __future__ import annotations

import ast
import io
import os
import pathlib
import subprocess
import sys
import tokenize

import pytest

from flake8_flyteconf.fix.files import LeftAlone, write
from tests.findings import FILES, FIXTURES, expected_fix, faults, fix, fixed_text, settings_of
from tests.grafting import grafted

WRONG = 'from flytekit import Resources\n\nsmall = Resources(mem="2gi")\n'
RIGHT = WRONG.replace("2gi", "2Gi")


def run(*arguments: str, cwd: pathlib.Path, text: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "flake8_flyteconf", "fix", *arguments]
    return subprocess.run(command, cwd=cwd, input=text, capture_output=True)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_fixes_of_the_fixtures(path: pathlib.Path) -> None:
    recorded = expected_fix(path)
    text = recorded.read_text(encoding="utf-8") if recorded.exists() else ""
    assert fix(path) == text, "read the difference, then: python -m tests.findings"


def test_every_record_has_a_fixture() -> None:
    assert {path.stem for path in FIXTURES.glob("*.fix")} <= {path.stem for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_second_run_changes_nothing_and_comments_stay(path: pathlib.Path) -> None:
    text = path.read_text(encoding="utf-8")
    once = fixed_text(text)
    assert fixed_text(once) == once
    assert comments(once) == comments(text)
    ast.parse(once)


def comments(text: str) -> list[str]:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return [token.string for token in tokens if token.type == tokenize.COMMENT]


def test_two_of_five_findings_have_a_fix() -> None:
    found = []
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        found += faults(text, settings_of(text), policy=text.startswith("# opt-in"))
    assert len([fault for fault in found if fault.hit.remedies]) >= 0.4 * len(found)


def test_a_diff_is_printed_and_nothing_is_written(tmp_path: pathlib.Path) -> None:
    (tmp_path / "jobs.py").write_text(WRONG)
    done = run("jobs.py", cwd=tmp_path)
    assert done.returncode == 1
    assert b'-small = Resources(mem="2gi")\n+small = Resources(mem="2Gi")\n' in done.stdout
    assert (tmp_path / "jobs.py").read_text() == WRONG


def test_nothing_to_mend(tmp_path: pathlib.Path) -> None:
    (tmp_path / "jobs.py").write_text(RIGHT)
    done = run(".", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_files_are_written_with_their_mode(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "jobs.py"
    path.write_text(f'{WRONG}large = Resources(mem=("1Gi", "2Gi", "3Gi"))\n')
    path.chmod(0o750)
    done = run("--write", ".", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.decode().replace("./", "") == "jobs.py: 1 fixed (FYT101), 1 left\n"
    assert path.read_text().startswith(RIGHT)
    assert path.stat().st_mode & 0o777 == 0o750
    assert [each.name for each in tmp_path.iterdir()] == ["jobs.py"]
    assert run("--write", "--quiet", ".", cwd=tmp_path).stdout == b""


ODD = [
    pytest.param(WRONG.replace("\n", "\r\n").encode(), id="CRLF"),
    pytest.param(b"\xef\xbb\xbf" + WRONG.encode(), id="BOM"),
    pytest.param(WRONG.rstrip("\n").encode(), id="no newline at the end"),
    pytest.param(f"# -*- coding: latin-1 -*-\n# caf\u00e9\n{WRONG}".encode("latin-1"), id="latin-1"),
    pytest.param(f"{WRONG}\f\n\tx = 1\n".replace("\tx", "x").encode(), id="form feed"),
    pytest.param(f"{WRONG}if True:\n\ty = 1\n\tz = '\u00fc'\n".encode(), id="tabs"),
    pytest.param(WRONG.replace('"', "'").encode(), id="single quotes"),
    pytest.param(WRONG.replace("mem=", "  mem  =  (  ").replace('i")', 'i"  )   )  # why').encode(), id="blanks"),
]


@pytest.mark.parametrize("source", ODD)
def test_all_other_bytes_stay(tmp_path: pathlib.Path, source: bytes) -> None:
    path = tmp_path / "jobs.py"
    path.write_bytes(source)
    done = run("--write", "jobs.py", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, b"")
    assert path.read_bytes() == source.replace(b"2gi", b"2Gi")


def test_comments_and_configuration_protect(tmp_path: pathlib.Path) -> None:
    (tmp_path / "noqa.py").write_text(WRONG.replace('i")', 'i")  # noqa: FYT101'))
    (tmp_path / "whole.py").write_text(f"# flake8: noqa\n{WRONG}")
    (tmp_path / "per_file.py").write_text(WRONG)
    (tmp_path / "excluded").mkdir()
    (tmp_path / "excluded" / "jobs.py").write_text(WRONG)
    (tmp_path / ".flake8").write_text("[flake8]\nexclude = excluded\nper-file-ignores =\n    per_file.py: FYT1\n")
    assert run(".", cwd=tmp_path).returncode == 0
    assert run("--disable-noqa", "noqa.py", cwd=tmp_path).returncode == 1
    assert run("--isolated", ".", cwd=tmp_path).stdout.count(b"+small") == 2


def test_only_what_is_selected(tmp_path: pathlib.Path) -> None:
    (tmp_path / "jobs.py").write_text(f'{WRONG}large = Resources(memory="1Gi")\n')
    done = run("--select=FYT2", "jobs.py", cwd=tmp_path)
    assert b'+large = Resources(mem="1Gi")' in done.stdout and b"2Gi" not in done.stdout


def test_what_changes_the_meaning_is_asked_for(tmp_path: pathlib.Path) -> None:
    (tmp_path / "jobs.py").write_text('from flytekit import Resources\n\nsmall = Resources(mem="512m")\n')
    assert run("jobs.py", cwd=tmp_path).returncode == 0
    assert b'+small = Resources(mem="512Mi")' in run("--unsafe", "jobs.py", cwd=tmp_path).stdout


def test_standard_input(tmp_path: pathlib.Path) -> None:
    assert run("-", cwd=tmp_path, text=WRONG.encode()).stdout.startswith(b"--- a/stdin")
    assert run("--write", "-", cwd=tmp_path, text=WRONG.encode()).stdout == RIGHT.encode()
    assert run("--write", "-", cwd=tmp_path, text=RIGHT.encode()).stdout == RIGHT.encode()


def test_what_is_left_alone_is_said(tmp_path: pathlib.Path) -> None:
    (tmp_path / "broken.py").write_text(f"{WRONG}def (:\n")
    (tmp_path / "undecodable.py").write_bytes(WRONG.encode() + b"x = '\xff'\n")
    (tmp_path / "jobs.py").write_text(WRONG)
    (tmp_path / "link.py").symlink_to(tmp_path / "jobs.py")
    done = run("--write", ".", cwd=tmp_path)
    assert done.returncode == 2
    lines = done.stderr.decode().splitlines()
    assert [line.split(":")[0].removeprefix("./") for line in lines] == ["broken.py", "link.py", "undecodable.py"]
    assert "Traceback" not in done.stderr.decode()
    assert (tmp_path / "jobs.py").read_text() == RIGHT
    assert (tmp_path / "link.py").is_symlink()


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "jobs.py"
    path.write_text("x = 2\n")
    with pytest.raises(LeftAlone, match="changed meanwhile"):
        write(str(path), b"x = 1\n", b"x = 3\n")
    assert path.read_text() == "x = 2\n"
    assert os.listdir(tmp_path) == ["jobs.py"]


def test_nonsense_options(tmp_path: pathlib.Path) -> None:
    done = run("--flyteconf-max-mem=lots", ".", cwd=tmp_path)
    assert done.returncode == 2
    assert b"write a Kubernetes quantity" in done.stderr and b"Traceback" not in done.stderr


def test_a_fix_that_brings_another_fault_is_not_made() -> None:
    shared = (
        "from flytekit import Labels, Options, PodTemplate\n"
        'TEAM = {"team": "ml"}\n'
        "Options(labels=TEAM)\n"
        "PodTemplate(labels=TEAM)\n"
    )
    assert fixed_text(shared) == shared


def test_one_such_fix_does_not_keep_the_others_from_being_made() -> None:
    shared = (
        "from flytekit import Labels, Options, PodTemplate, Resources\n"
        'TEAM = {"team": "ml"}\n'
        "Options(labels=TEAM)\n"
        "PodTemplate(labels=TEAM)\n"
    )
    wrong = "".join(f'Resources(mem="{size}gi")\n' for size in range(1, 31))
    assert fixed_text(shared + wrong) == shared + wrong.replace("gi", "Gi")


def test_names_are_those_of_the_file() -> None:
    text = 'import flytekit as fl\nfrom flytekit import Options\nOptions(labels={"a": "b"})\n'
    assert 'Options(labels=fl.Labels({"a": "b"}))' in fixed_text(text)
    unknown = 'from flytekit import Options\nOptions(labels={"a": "b"})\n'
    assert fixed_text(unknown) == unknown


@pytest.mark.parametrize("seed", range(12))
def test_grafted_modules_stay_python(seed: int) -> None:
    text = grafted(seed)
    if text is not None:
        once = fixed_text(text)
        ast.parse(once)
        assert comments(once) == comments(text)
        assert fixed_text(once) == once


def test_git_takes_the_diffs(tmp_path: pathlib.Path) -> None:
    (tmp_path / "jobs.py").write_text(WRONG)
    whole = str(tmp_path / "jobs.py")
    for arguments in (["."], [whole], ["--stdin-display-name=jobs.py", "-"]):
        shown = run(*arguments, cwd=tmp_path, text=WRONG.encode()).stdout
        assert shown.startswith(b"--- a/jobs.py\n+++ b/jobs.py\n"), arguments


def test_configuration_knows_standard_input_by_its_name(tmp_path: pathlib.Path) -> None:
    (tmp_path / "setup.cfg").write_text("[flake8]\nper-file-ignores =\n    legacy.py: FYT\n")
    named = "--stdin-display-name=legacy.py"
    assert run(named, "-", cwd=tmp_path, text=WRONG.encode()).returncode == 0
    assert run("-", cwd=tmp_path, text=WRONG.encode()).returncode == 1
