"""The command ``fix``: what it changes, what it leaves alone, and how it writes."""

from __future__ import annotations

import ast
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tokenize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flake8_flyteconf.fix import files
from flake8_flyteconf.fix.edits import Fixable
from flake8_flyteconf.fix.files import LeftAlone, write
from flake8_flyteconf.fix.rounds import Judged, decoded, fixed
from flake8_flyteconf.rules.rule import Remedy, inserted, removed
from flake8_flyteconf.values import Position
from tests.findings import FIXABLE, FILES, FIXTURES, expected_fix, faults, fix, fixable, fixed_text, settings_of
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
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"nothing to fix\n")
    assert run("--quiet", ".", cwd=tmp_path).stderr == b""


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
    pytest.param(f"x = 1\r\ny = '\f'\n{WRONG}".encode(), id="mixed line ends"),
    pytest.param(f"{WRONG}if True:\n\ty = 1\n\tz = '\u00fc'\n".encode(), id="tabs"),
    pytest.param(WRONG.replace('"', "'").encode(), id="single quotes"),
    pytest.param(WRONG.replace("mem=", "  mem  =  (  ").replace('i")', 'i"  )   )  # why').encode(), id="blanks"),
]


@pytest.mark.parametrize("source", ODD)
def test_all_other_bytes_stay(tmp_path: pathlib.Path, source: bytes) -> None:
    path = tmp_path / "jobs.py"
    path.write_bytes(source)
    done = run("--write", "jobs.py", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, b"1 fixed in 1 file\n")
    assert path.read_bytes() == source.replace(b"2gi", b"2Gi")


@pytest.mark.parametrize("source", ODD)
def test_git_applies_the_diff(tmp_path: pathlib.Path, source: bytes) -> None:
    for name in ("jobs.py", "my jobs.py", "caf\u00e9.py", 'a"b.py'):
        path = tmp_path / name
        path.write_bytes(source)
        shown = run(name, cwd=tmp_path).stdout
        subprocess.run(["git", "apply", "--whitespace=nowarn", "-"], cwd=tmp_path, input=shown, check=True)
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
    *lines, summary = done.stderr.decode().splitlines()
    assert summary == "1 fixed in 1 file, 3 files left alone"
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


def test_a_fix_uncovers_what_it_hid() -> None:
    text = 'from flytekit import Resources\nX = Resources(memory="2gi")\n'
    assert fixed_text(text, unsafe=False) == text.replace("memory", "mem").replace("gi", "Gi")
    hopeless = text.replace("2gi", "lots")
    assert fixed_text(hopeless) == hopeless.replace("memory", "mem"), "what is left is no worse"


def test_a_fix_may_uncover_what_the_call_around_it_does_wrong() -> None:
    text = (
        "from flytekit import Resources, task\n"
        'LARGE = Resources(mem="4gi")\n'
        '@task(requests=LARGE, limits=Resources(mem="2Gi"))\n'
        "def train() -> None: ...\n"
    )
    assert 'LARGE = Resources(mem="4Gi")' in fixed_text(text, unsafe=False)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ('task(retry=2, requests=Resources(memory=("1gi")))', 'task(retries=2, requests=Resources(mem=("1Gi")))'),
        ("task(image='a:1', retry=2,)", "task(container_image='a:1', retries=2,)"),
        ('task(retries="2", requests=Resources(mem=["1gi"]))', 'task(retries=2, requests=Resources(mem="1Gi"))'),
    ],
)
def test_remedies_of_one_call_compose(wrong: str, right: str) -> None:
    head, tail = "from flytekit import Resources, task\n@", "\ndef train() -> None: ...\n"
    assert fixed_text(f"{head}{wrong}{tail}") == f"{head}{right}{tail}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("task(\n    retries=1,  # why\n    memory=2)", "task(\n    retries=1,  # why\n    )"),
        ("task(\n    retries=1,  # why\n    memory=2,\n)", "task(\n    retries=1,  # why\n)"),
        ("task(retries=(1), memory=((2)))", "task(retries=(1))"),
        ("task(memory=(2), retries=(1))", "task(retries=(1))"),
        ("task( memory=2 , )", "task( )"),
        ("task(memory=2, retries=1, cpu=3, gpu=4)", "task(retries=1)"),
        ("task(memory=2, retries=1, cpu=3, timeout=4, gpu=5,)", "task(retries=1, timeout=4,)"),
        ("task(memory=2, # why\n retries=1)", "task(memory=2, # why\n retries=1)"),
    ],
)
def test_arguments_go_with_their_commas(before: str, after: str) -> None:
    module = Fixable(before, lambda name, line: None)
    line, offset = before.split("\n"), 0
    remedies: list[Remedy] = []
    for number, text in enumerate(line, 1):
        for name in ("memory", "cpu", "gpu"):
            offset = text.find(f"{name}=")
            if offset >= 0:
                remedies += removed(Position(lambda node: node, (number, offset)))
    assert module.edited(remedies).text == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("f()", "f(x=1, y=2)"),
        ("f((a))", "f((a), x=1, y=2)"),
        ("f(b'(' )", "f(b'(', x=1, y=2 )"),
        ("f(a,)", "f(a, x=1, y=2,)"),
        ("f(\n    a=(1),  # why\n)", "f(\n    a=(1),\n    x=1,\n    y=2,  # why\n)"),
        ("f(a for a in b)", "f(a for a in b)"),
        ("f(**{'a': (1)})", "f(**{'a': (1)}, x=1, y=2)"),
    ],
)
def test_arguments_come_behind_the_others(before: str, after: str) -> None:
    place = Position(lambda node: node, (1, 0))
    remedies = [*inserted(place, "x=1"), *inserted(place, "y=2")]
    assert Fixable(before, lambda name, line: None).edited(remedies).text == after


def test_nothing_else_keeps_a_fix_from_being_made() -> None:
    others = (
        'Y = Resources(memory="1gi")  # noqa\n'
        'Z = Resources(mem="lots")\n'
        "Resources(mem=(1, 2, 3))\n"
        'TEAM = {"team": "ml"}\n'
        "Options(labels=TEAM)\n"
        "PodTemplate(labels=TEAM)\n"
    )
    head = "from flytekit import Labels, Options, PodTemplate, Resources\n"
    wrong = "".join(f'X{size} = Resources(memory="{size}gi")\n' for size in range(1, 12))
    right = wrong.replace("memory", "mem").replace("gi", "Gi")
    text = head + wrong + others + wrong.replace("X", "W")
    result = fixed_text(text)
    assert right in result and right.replace("X", "W") in result
    assert 'TEAM = {"team": "ml"}\nOptions(labels=TEAM)\n' in result


def test_the_summary_tells_what_is_left(tmp_path: pathlib.Path) -> None:
    text = f'{WRONG}Resources(mem="512m")\nResources(mem="lots")\nResources(mem="512m")  # noqa\n'
    (tmp_path / "jobs.py").write_text(text)
    (tmp_path / "more.py").write_text(WRONG)
    assert run(cwd=tmp_path).stderr == b"2 to fix in 2 files, up to 1 more with --unsafe, 1 left to you\n"
    done = run("--write", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, b"2 fixed in 2 files, up to 1 more with --unsafe, 1 left to you\n")
    done = run("--write", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"nothing to fix, up to 1 more with --unsafe, 1 left to you\n")


def test_it_says_when_the_configuration_hides_everything(tmp_path: pathlib.Path) -> None:
    (tmp_path / "jobs.py").write_text(WRONG)
    (tmp_path / ".flake8").write_text("[flake8]\nper-file-ignores = *.py: FYT\n")
    done = run(".", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"nothing to fix, 1 not selected by the configuration of flake8\n")


def test_each_hunk_has_its_codes(tmp_path: pathlib.Path) -> None:
    (tmp_path / "jobs.py").write_text(f'{WRONG}{"x = 1" * 0}' + "\n" * 20 + 'Resources(memory="1Gi", cpu="1")\n')
    shown = run("jobs.py", cwd=tmp_path).stdout.decode()
    assert [line.rpartition("@@ ")[2] for line in shown.splitlines() if line.startswith("@@")] == ["FYT101", "FYT205"]


def test_a_notebook_is_sent_to_nbqa(tmp_path: pathlib.Path) -> None:
    (tmp_path / "notes.ipynb").write_text("{}")
    done = run("notes.ipynb", cwd=tmp_path)
    assert done.returncode == 2 and b"nbqa" in done.stderr


def test_options_are_not_abbreviated(tmp_path: pathlib.Path) -> None:
    (tmp_path / "jobs.py").write_text(WRONG)
    done = run("--writ", ".", cwd=tmp_path)
    assert done.returncode == 2 and b"--writ" in done.stderr
    assert (tmp_path / "jobs.py").read_text() == WRONG


def test_which_rules_have_a_fix_is_on_record() -> None:
    assert FIXABLE.read_text(encoding="utf-8") == fixable(), "python -m tests.findings"


def test_help_names_what_can_be_fixed(tmp_path: pathlib.Path) -> None:
    shown = " ".join(run("--help", cwd=tmp_path).stdout.decode().split())
    assert "[PATH ...]" in shown and "- for standard input" in shown and "3 the output" in shown


def test_a_read_only_file_is_left_alone(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "jobs.py"
    path.write_text(WRONG)
    path.chmod(0o444)
    done = run("--write", "jobs.py", cwd=tmp_path)
    assert (done.returncode, path.read_text()) == (2, WRONG)
    assert b"no permission" in done.stderr


def test_hard_links_stay_together(tmp_path: pathlib.Path) -> None:
    path, other = tmp_path / "jobs.py", tmp_path / "other.txt"
    path.write_text(WRONG)
    path.chmod(0o640)
    os.link(path, other)
    assert run("--write", "jobs.py", cwd=tmp_path).returncode == 1
    assert path.read_text() == other.read_text() == RIGHT
    assert path.stat().st_ino == other.stat().st_ino and path.stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir(tmp_path)) == ["jobs.py", "other.txt"]


def test_owner_and_group_are_kept(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "jobs.py"
    path.write_text(WRONG)
    try:
        os.chown(path, 12345, 23456)
    except PermissionError:
        pytest.skip("only root gives files away")
    assert run("--write", "jobs.py", cwd=tmp_path).returncode == 1
    assert (path.stat().st_uid, path.stat().st_gid, path.read_text()) == (12345, 23456, RIGHT)


def test_a_write_that_fails_puts_the_old_content_back(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "jobs.py"
    path.write_text(WRONG)
    os.link(path, tmp_path / "other.txt")
    real = files._to_disk

    def failing(handle: int, content: bytes) -> None:
        real(handle, content[:5] if content == RIGHT.encode() else content)
        if content == RIGHT.encode():
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "_to_disk", failing)
    with pytest.raises(OSError, match="No space left"):
        write(str(path), WRONG.encode(), RIGHT.encode())
    assert path.read_text() == WRONG
    assert sorted(os.listdir(tmp_path)) == ["jobs.py", "other.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes in folders")
def test_pipes_and_devices_are_skipped(tmp_path: pathlib.Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    (tmp_path / "jobs.py").write_text(WRONG)
    done = run("--write", "pipe.py", "jobs.py", os.devnull, cwd=tmp_path)
    assert done.returncode == 2 and done.stderr.count(b"no regular file") == 2
    assert (tmp_path / "jobs.py").read_text() == RIGHT


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no full device")
def test_a_full_disk_has_a_status_of_its_own(tmp_path: pathlib.Path) -> None:
    (tmp_path / "jobs.py").write_text(WRONG)
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "flake8_flyteconf", "fix", "."]
        done = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 3
    assert done.stderr.endswith(b"the output could not be printed: No space left on device\n")


def test_a_closed_pipe_has_a_status_of_its_own(tmp_path: pathlib.Path) -> None:
    for number in range(200):
        (tmp_path / f"jobs_{number}.py").write_text(WRONG)
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "flake8_flyteconf", "fix", "."]
    done = subprocess.run(command, cwd=tmp_path, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert done.returncode == 3
    assert done.stderr.endswith(b"the output could not be printed: Broken pipe\n")


def test_what_a_terminal_cannot_show_is_escaped(tmp_path: pathlib.Path) -> None:
    (tmp_path / "caf\u00e9.py").write_text(f"{WRONG}def (:\n", encoding="utf-8")
    command = [sys.executable, "-m", "flake8_flyteconf", "fix", "."]
    ascii_only = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, env=ascii_only)
    assert done.returncode == 2 and b"caf\\xe9.py: left alone" in done.stderr and b"Traceback" not in done.stderr


HEAD = "from flytekit import ContainerTask, ImageSpec, Labels, Options, PodTemplate, Resources, task\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # Only the item of a tuple without parentheses.
        ('mem, cpu = "6gi", "1"\nResources(mem=mem)\n', 'mem, cpu = "6Gi", "1"\nResources(mem=mem)\n'),
        ('X = "6gi",\nResources(mem=X[0])\n', 'X = "6Gi",\nResources(mem=X[0])\n'),
        # A keyword is never given twice.
        ("@task(retry=1, retrys=2)\ndef f(): ...\n", "@task(retries=1, retrys=2)\ndef f(): ...\n"),
        ('Resources(mem="1Gi", memory="2Gi")\n', 'Resources(mem="1Gi", memory="2Gi")\n'),
        ('Resources(**{"mem": "1Gi", "memory": "2Gi"})\n', 'Resources(**{"mem": "1Gi", "memory": "2Gi"})\n'),
        # What other code uses keeps its type and its keys.
        ('N = "3"\n@task(retries=N)\ndef f(): ...\n', ""),
        ('N = "3"\nM = N\nprint("a" + M)\n@task(retries=M)\ndef f(): ...\n', ""),
        ('def g(n):\n    print(n + 1)\n    return task(environment={"A": n})\ng(1)\n', ""),
        ('M = dict(memory="5Gi")\nResources(**M)\nprint(M["memory"])\n', ""),
        ('def p(l):\n    return task(environment={"A": l}, retries=l)\nx = p(1)\n', ""),
        (
            't = ContainerTask(name="a", image="a:b", command="echo \\ud800")\nResources(mem="2gi")\n',
            't = ContainerTask(name="a", image="a:b", command="echo \\ud800")\nResources(mem="2Gi")\n',
        ),
        (
            'A = {"t": "a"}\nB = A\nOptions(labels=B)\nPodTemplate(labels=B)\nResources(mem="7gi")\n',
            'A = {"t": "a"}\nB = A\nOptions(labels=B)\nPodTemplate(labels=B)\nResources(mem="7Gi")\n',
        ),
        ('N = "3"\nprint("a" + N)\n@task(retries=N)\ndef f(): ...\n', ""),
        ('L = {"a": "b"}\nOptions(labels=L)\nprint(L["a"])\n', ""),
        ('M = {"memory": "5Gi"}\nResources(**M)\nprint(M["memory"])\n', ""),
        ('C = "echo 1"\nContainerTask(name="a", image="a:1", command=C)\nprint(C)\n', ""),
        ('M = "5gi"\nResources(mem=M)\nprint(M)\n', 'M = "5Gi"\nResources(mem=M)\nprint(M)\n'),
        # What it brings elsewhere counts, also where nothing is reported.
        ('L = {"a": 5}\nOptions(labels=L)\nPodTemplate(labels=L)\n', ""),
        # A part of an expression is no literal.
        ('@task(environment={"A": 1 < 2})\ndef f(): ...\n', ""),
        ('Resources(mem="6gix"[:-1])\n', ""),
        # The name must mean the object where it is written.
        ('def f(Labels):\n    return Options(labels={"a": "b"})\n', ""),
        # Nothing else in the statement waits for it.
        (
            'def f():\n    L = {}\n    Options(labels=L)\n    PodTemplate(labels=L)\n    Resources(mem="6gi")\n',
            'def f():\n    L = {}\n    Options(labels=L)\n    PodTemplate(labels=L)\n    Resources(mem="6Gi")\n',
        ),
        (
            "x = f\"{ImageSpec(packages='numpy')}\"\nResources(mem='6gi')\n",
            "x = f\"{ImageSpec(packages='numpy')}\"\nResources(mem='6Gi')\n",
        ),
        # Comments and bindings stay.
        ('Resources(**{"mem"  # one\n    "ory": "1Gi"})\n', ""),
    ],
)
def test_nothing_is_damaged(before: str, after: str) -> None:
    assert fixed_text(HEAD + before, unsafe=False) == HEAD + (after or before)


def test_a_constant_of_one_use_changes_its_type_only_when_asked_for() -> None:
    text = f'{HEAD}N = "3"\n@task(retries=N)\ndef f(): ...\n'
    assert fixed_text(text, unsafe=True) == text.replace('"3"', "3")
    augmented = f'{HEAD}N = "3"\n@task(retries=N)\ndef f(): ...\nN += "1"\n'
    assert fixed_text(augmented, unsafe=True) == augmented


def test_what_is_not_selected_counts_too(tmp_path: pathlib.Path) -> None:
    text = f'{HEAD}M = "6gi"\nResources(mem=M)\nResources(cpu=M)\nResources(mem="7gi")\n'
    (tmp_path / "jobs.py").write_text(text)
    assert run("--select=FYT101", "--write", "jobs.py", cwd=tmp_path).returncode == 1
    assert (tmp_path / "jobs.py").read_text() == text.replace("7gi", "7Gi")


@pytest.mark.parametrize(
    ("source", "word"),
    [
        (b"# coding: rot13\n" + WRONG.encode(), b"rot13"),
        (WRONG.encode() + b"x = " + b"-" * 20_000 + b"1\n", b"left alone"),
        (b"# coding: utf-7\n# +AGE-\n" + WRONG.encode(), b"encoding"),
    ],
)
def test_what_cannot_be_read_or_kept_is_left_alone(tmp_path: pathlib.Path, source: bytes, word: bytes) -> None:
    (tmp_path / "a.py").write_bytes(source)
    (tmp_path / "b.py").write_text(WRONG)
    done = run("--write", ".", cwd=tmp_path)
    assert done.returncode == 2 and word in done.stderr and b"Traceback" not in done.stderr
    assert (tmp_path / "a.py").read_bytes() == source
    assert (tmp_path / "b.py").read_text() == RIGHT


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no full device")
@pytest.mark.parametrize(
    ("redirected", "status"), [(">&-", 3), ("2>&-", 1), ("2>/dev/full", 1), (">/dev/full", 3), ("| true", 0)]
)
def test_files_are_fixed_whatever_becomes_of_the_words(tmp_path: pathlib.Path, redirected: str, status: int) -> None:
    for name in ("a.py", "b.py", "c.py"):
        (tmp_path / name).write_text(WRONG)
    command = f"{sys.executable} -m flake8_flyteconf fix --write . {redirected}"
    unbuffered = {**os.environ, "PYTHONUNBUFFERED": "1"}
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, env=unbuffered)
    assert done.returncode == status and b"Traceback" not in done.stderr
    assert {(tmp_path / name).read_text() for name in ("a.py", "b.py", "c.py")} == {RIGHT}


def test_standard_input_may_be_closed(tmp_path: pathlib.Path) -> None:
    done = subprocess.run(["sh", "-c", f"{sys.executable} -m flake8_flyteconf fix - <&-"], capture_output=True)
    assert done.returncode == 2 and b"standard input is closed" in done.stderr


# -- properties

ENDS = st.sampled_from(["\n", "\r\n"])
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "latin-1"])


RECORDS = FIXTURES / "conformance" / "cases.jsonl"
RECORDED = [json.loads(line)["source"] for line in RECORDS.read_text(encoding="utf-8").splitlines()]
MODULES = st.one_of(
    st.sampled_from(FILES).map(lambda path: path.read_text(encoding="utf-8")),
    st.sampled_from(RECORDED),
    st.integers(0, 40).map(lambda seed: grafted(seed) or WRONG),
)


def judged(source: bytes, text: str) -> Judged:
    found = faults(decoded(source), settings_of(text), policy=text.startswith("# opt-in"))
    return Judged(found, found)


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=MODULES, end=ENDS, encoding=ENCODINGS, commented=st.booleans(), unsafe=st.booleans())
def test_whatever_the_bytes(text: str, end: str, encoding: str, commented: bool, unsafe: bool) -> None:
    written = re.sub(r"(?m)^(\s+\w+=.*,)$", r"\1  # why", text) if commented else text
    if encoding == "latin-1":
        written = "# -*- coding: latin-1 -*-\n" + written.encode("latin-1", errors="ignore").decode("latin-1")
    source = written.replace("\n", end).encode(encoding)
    before = judged(source, text)
    result = fixed(source, lambda each: judged(each, text), unsafe=unsafe)
    ast.parse(decoded(result.source))
    assert comments(decoded(result.source).replace("\r", "")) == comments(decoded(source).replace("\r", ""))
    assert fixed(result.source, lambda each: judged(each, text), unsafe=unsafe).source == result.source
    assert len(result.left) <= len(before.every) + len(result.made)
    assert (result.source == source) == (not result.made)
    assert (end == "\r\n") == (b"\r\n" in result.source) and result.source.count(b"\n") == result.source.count(
        end.encode()
    )
    assert result.source.startswith(b"\xef\xbb\xbf") == source.startswith(b"\xef\xbb\xbf")
