"""What a long run of flake8 keeps."""

from __future__ import annotations

import pathlib
import subprocess
import sys

import pytest

TASK = """\
from flytekit import Resources, task
@task(requests=Resources(mem="2Gi"))
def train(rows: int) -> None: ...
"""

FROZEN = """
import gc, sys
from flake8.main.cli import main
sys.argv[0] = sys.argv.pop(1)
main(["--isolated", "-j1", "module.py"])
print(gc.get_freeze_count() > 10_000)
"""


@pytest.mark.parametrize(
    ("program", "text", "frozen"),
    [
        ("bin/flake8", TASK, True),
        ("flake8/__main__.py", TASK, True),
        ("flake8", "x = 1\n", False),
        ("ide", TASK, False),
    ],
)
def test_what_is_loaded_for_flyte_is_no_work_for_the_garbage_collector(
    tmp_path: pathlib.Path, program: str, text: str, frozen: bool
) -> None:
    (tmp_path / "module.py").write_text(text)
    command = [sys.executable, "-c", FROZEN, program]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout.split()[-1] == str(frozen), done.stderr
