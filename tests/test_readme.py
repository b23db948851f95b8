"""What the README shows is what happens."""

from __future__ import annotations

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).parents[1]
README = (ROOT / "README.rst").read_text(encoding="utf-8")


def shown_findings() -> list[str]:
    """The findings in the examples as the README shows them."""
    shorten = re.search(r"\.\. code-block:: text\n\n((?:    .*\n)+)", README)
    assert shorten
    return [line[4:] for line in shorten[1].splitlines()]


def test_the_output_of_the_first_command_is_shown() -> None:
    command = re.search(r"python -m pip install \. && python -m (flake8 .*)", README)
    assert command
    done = subprocess.run([sys.executable, "-m", *command[1].split()], cwd=ROOT, capture_output=True, text=True)
    assert shown_findings() == done.stdout.splitlines()
    assert done.returncode == 1


def test_the_pod_that_is_shown_is_printed() -> None:
    command = re.search(r"``flyteconf (pod .*)``:", README)
    shown = re.search(r"\.\. code-block:: yaml\n\n((?:    .*\n)+)", README)
    assert command and shown
    words = [sys.executable, "-m", "flake8_flyteconf", *command[1].split()]
    printed = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    first, second = shown[1].split("        ...\n")
    for part in (first, second):
        assert "".join(line[4:] for line in part.splitlines(keepends=True)) in printed


def test_ci_calls_the_second_command() -> None:
    command = "python -m pip install tox && python -m tox"
    assert f"    {command}\n" in README
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").rstrip().endswith(command)
