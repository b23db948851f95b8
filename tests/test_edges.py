"""The commands at the edges: a message and a status, never a traceback, whatever the files and the output are."""

from __future__ import annotations

import errno
import os
import pathlib
import subprocess
import sys
from typing import Any

import pytest

from flake8_flyteconf.__main__ import main

WRONG = (
    'from flytekit import Resources, task\n\nSIZE = Resources(mem="2gb")  # caf\u00e9 \u2713\n'
    "@task(requests=SIZE)\ndef caf\u00e9() -> None: ...\n"
)
COMMANDS = ("check", "fix", "inspect", "pod")
#: The status of a file that is in the way.
IN_THE_WAY = 2


def run(command: str, *arguments: str, cwd: pathlib.Path, **more: Any) -> subprocess.CompletedProcess[bytes]:
    more.setdefault("stdout", subprocess.PIPE)
    words = [sys.executable, "-m", "flake8_flyteconf", command, *arguments]
    done = subprocess.run(words, cwd=cwd, stderr=subprocess.PIPE, **more)
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done


each_command = pytest.mark.parametrize("command", COMMANDS)


@pytest.fixture
def project(tmp_path: pathlib.Path) -> pathlib.Path:
    (tmp_path / "jobs.py").write_text(WRONG, encoding="utf-8")
    return tmp_path


@each_command
def test_a_terminal_that_knows_ascii_only(project: pathlib.Path, command: str) -> None:
    (project / "caf\u00e9.py").write_text(WRONG.replace("2gb", "2\u00b5"), encoding="utf-8")
    done = run(command, "caf\u00e9.py", cwd=project, env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode in (0, 1, 3)
    assert done.stdout or done.stderr


@each_command
def test_a_full_disk(project: pathlib.Path, command: str) -> None:
    full = pathlib.Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no device that is always full")
    with full.open("wb") as output:
        done = run(command, "jobs.py", cwd=project, stdout=output)
    assert done.returncode == 3
    assert b"could not be printed" in done.stderr


@each_command
def test_output_that_is_closed(project: pathlib.Path, command: str) -> None:
    shell = f'"{sys.executable}" -m flake8_flyteconf {command} jobs.py >&-'
    done = subprocess.run(shell, shell=True, cwd=project, capture_output=True)
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr and b"could not be printed" in done.stderr


@each_command
def test_a_reader_that_has_seen_enough(project: pathlib.Path, command: str) -> None:
    shell = f'"{sys.executable}" -m flake8_flyteconf {command} jobs.py jobs.py | true'
    done = subprocess.run(shell, shell=True, cwd=project, capture_output=True)
    assert b"Traceback" not in done.stderr and b"BrokenPipe" not in done.stderr


@each_command
def test_links_in_circles_and_to_nothing(project: pathlib.Path, command: str) -> None:
    (project / "circle.py").symlink_to(project / "circle.py")
    (project / "nothing.py").symlink_to(project / "missing.py")
    for name in ("circle.py", "nothing.py", "missing.py"):
        done = run(command, name, cwd=project)
        assert done.returncode == IN_THE_WAY
        assert name.encode() in done.stderr


@each_command
def test_a_folder_that_links_to_itself(project: pathlib.Path, command: str) -> None:
    (project / "again").symlink_to(project, target_is_directory=True)
    done = run(command, ".", cwd=project)
    assert done.returncode == (IN_THE_WAY if command in ("inspect", "pod") else 1)


@each_command
def test_bytes_that_are_no_text(project: pathlib.Path, command: str) -> None:
    (project / "nul.py").write_bytes(WRONG.encode() + b"\0\n")
    (project / "latin.py").write_bytes(WRONG.encode("utf-8") + b"# caf\xe9\n")
    (project / "coded.py").write_bytes(b"# -*- coding: nonsense -*-\n" + WRONG.encode())
    for name in ("nul.py", "latin.py", "coded.py"):
        done = run(command, name, cwd=project)
        assert done.returncode == IN_THE_WAY, name
        assert name.encode() in done.stderr


@each_command
def test_a_file_of_five_megabytes(project: pathlib.Path, command: str) -> None:
    lines = "".join(f"x{number} = {number}  # {'-' * 1_000}\n" for number in range(5_000))
    (project / "large.py").write_text(lines + WRONG, encoding="utf-8")
    assert (project / "large.py").stat().st_size > 5_000_000
    done = run(command, "large.py", cwd=project)
    assert done.returncode == (0 if command in ("inspect", "pod") else 1)
    assert b"2gb" in done.stdout


@each_command
def test_a_file_without_permission(
    project: pathlib.Path, command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Root, as whom the tests may run, reads every file, so the refusal is a feigned one."""

    def refused(path: pathlib.Path) -> bytes:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.chdir(project)
    monkeypatch.setattr(pathlib.Path, "read_bytes", refused)
    assert main([command, "jobs.py"]) == IN_THE_WAY
    told = capsys.readouterr().err
    assert "jobs.py" in told and os.strerror(errno.EACCES) in told


def test_what_is_no_module_is_not_inspected(project: pathlib.Path) -> None:
    (project / "notes.ipynb").write_text("{}", encoding="utf-8")
    os.mkfifo(project / "pipe.py")
    for name in ("notes.ipynb", "pipe.py", "jobs.py:99", "jobs.py:0", "."):
        done = run("inspect", name, cwd=project, timeout=60)
        assert done.returncode == IN_THE_WAY and done.stderr, name
    assert b"jobs.py" in run("inspect", "missing.py", "jobs.py", cwd=project).stdout


@pytest.mark.parametrize("command", ["check -", "fix -", "inspect -", "--version", "rules", "explain FYT101"])
def test_streams_that_are_closed(project: pathlib.Path, command: str) -> None:
    for closed in ("<&-", ">&-", "2>&-"):
        shell = f'"{sys.executable}" -m flake8_flyteconf {command} {closed}'
        done = subprocess.run(shell, shell=True, cwd=project, capture_output=True, stdin=subprocess.DEVNULL)
        assert b"Traceback" not in done.stderr
        assert done.returncode == (3 if closed == ">&-" and "-" != command[-1:] else done.returncode)


def test_standard_input_in_any_encoding(project: pathlib.Path) -> None:
    text = "# -*- coding: latin-1 -*-\n" + WRONG.replace("\u2713", "")
    done = run(
        "inspect", "-", cwd=project, input=text.encode("latin-1"), env={**os.environ, "PYTHONIOENCODING": "ascii"}
    )
    assert done.returncode == 0 and b"2gb" in done.stdout
