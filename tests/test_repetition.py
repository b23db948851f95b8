"""A decorator that comes again in a run is read once, as long as nothing that its value depends on differs."""

from __future__ import annotations

import pathlib
import subprocess
import sys
from collections.abc import Sequence

import pytest

from flake8_flyteconf import plugin
from flake8_flyteconf.settings import Settings
from tests.findings import FILES, found

TASK = """\
from flytekit import Resources, Secret, task
@task(requests=Resources(mem="2Gi"))
def train(rows: int) -> None: ...
"""
SECRET = TASK.replace('requests=Resources(mem="2Gi")', 'secret_requests=[Secret(key="token")]')
CACHED = TASK.replace(
    'requests=Resources(mem="2Gi")', 'cache=True, cache_version="1", cache_ignore_input_vars=("rows",)'
)
VARIABLE = TASK.replace('mem="2Gi"', "mem=SIZE")


def codes(*texts: str) -> list[list[str]]:
    """The codes found in the modules of one run."""
    clean: set[object] = set()
    return [[finding.code for finding in found(text, clean=clean)] for text in texts]


def test_a_faultless_decorator_is_remembered() -> None:
    clean: set[object] = set()
    for _ in range(2):
        assert found(TASK, clean=clean) == []
        assert len(clean) == 1


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        (CACHED, CACHED.replace("(rows:", "(lines:"), "FYT346"),
        (f"import union\n{SECRET}", SECRET, "FYT337"),
        (f'SIZE = "2Gi"\n{VARIABLE}', f'SIZE = "2GB"\n{VARIABLE}', "FYT101"),
        (
            TASK.replace("Resources,", "PodTemplate as Resources,").replace("2Gi", "2GB"),
            TASK.replace("2Gi", "2GB"),
            "FYT101",
        ),
        (
            'def Resources(mem): return "1"\n' + TASK.replace("Resources, ", "").replace("2Gi", "2GB"),
            TASK.replace("2Gi", "2GB"),
            "FYT101",
        ),
    ],
    ids=["parameters", "packages", "constants", "meanings", "own names"],
)
def test_what_differs_is_read_again(first: str, second: str, code: str) -> None:
    once = codes(second)
    assert code in once[0]
    assert codes(first, second, first) == [*codes(first), *once, *codes(first)]


def test_faults_are_never_remembered() -> None:
    bad = TASK.replace("2Gi", "2GB")
    assert codes(bad, bad) == [["FYT101"], ["FYT101"]]


def test_what_is_remembered_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugin, "MOST_CLEAN", 1)
    clean: set[object] = set()
    for size in ("1Gi", "2Gi"):
        assert found(TASK.replace("2Gi", size), clean=clean) == []
    assert len(clean) == 1


def test_long_decorators_are_not_remembered() -> None:
    clean: set[object] = set()
    assert found(TASK.replace("requests=", f'environment={{"TEXT": "{2000 * "x"}"}}, requests='), clean=clean) == []
    assert clean == set()


@pytest.mark.parametrize("files", [FILES, FILES[::-1]], ids=["forwards", "backwards"])
def test_the_order_of_the_files_does_not_matter(files: Sequence[pathlib.Path]) -> None:
    clean: set[object] = set()
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert found(text, Settings(), clean=clean) == found(text, Settings()), path.name


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
