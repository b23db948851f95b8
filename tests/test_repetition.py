"""What a long run of flake8 keeps."""

from __future__ import annotations

import ast
import gc
import pathlib
import subprocess
import sys

import pytest

from flake8_flyteconf.plugin import FlyteConfiguration

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


@pytest.mark.parametrize("enabled", [True, False])
def test_the_garbage_collector_rests_while_a_file_is_linted(monkeypatch: pytest.MonkeyPatch, enabled: bool) -> None:
    seen = []

    def lint(*arguments: object, **options: object) -> None:
        seen.append(gc.isenabled())
        raise RuntimeError("a fault")

    monkeypatch.setattr("flake8_flyteconf.linter.lint", lint)
    if not enabled:
        gc.disable()
    try:
        found = list(FlyteConfiguration(ast.parse(TASK), TASK.splitlines(keepends=True)).run())
        assert (seen, gc.isenabled(), len(found)) == ([False], enabled, 1)
    finally:
        gc.enable()


def test_what_is_made_for_a_file_goes_without_the_garbage_collector() -> None:
    """Else whatever collects next goes through all of it, in flake8's own time."""
    alive = []
    gc.collect()
    gc.disable()
    try:
        for number in range(20):
            text = f'{TASK}\nnumber = {number}\nname = "task-{number}"\n'
            assert not list(FlyteConfiguration(ast.parse(text), text.splitlines(keepends=True)).run())
            alive.append(len(gc.get_objects()))
    finally:
        gc.enable()
    assert alive[-1] - alive[9] < 100
