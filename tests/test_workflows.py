"""What the workflows run exists here: environments of tox, scripts, and a version that can be released."""

from __future__ import annotations

import json
import os
import pathlib
import re
import subprocess
import sys
from typing import NamedTuple

import pytest
import yaml

from tools import check_release

ROOT = pathlib.Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TOX = (ROOT / "tox.ini").read_text(encoding="utf-8")
HEADINGS = re.findall(r"^\[testenv:([^{}\n]*)(?:\{(.*)\})?\]", TOX, re.MULTILINE)
ENVIRONMENTS = {prefix + name for prefix, names in HEADINGS for name in names.split(",")}
PYTHONS = {f"py3{minor}" for minor in (10, 11, 12, 13, 14)}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_environments_exist(path: pathlib.Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = {name for each in re.findall(r"tox -e ([\w,-]+)", text) for name in each.split(",")}
    named |= {name.strip() for each in re.findall(r"environment: \[(.*)\]", text) for name in each.split(",")}
    named |= set(re.findall(r"python: .*environment: (\w+)\}", text))
    assert named <= ENVIRONMENTS | PYTHONS
    scripts = re.findall(r"(?:python|bash) ((?:tools|\.ci)/\S+)", text)
    assert all((ROOT / script).is_file() for script in scripts)


def test_every_python_that_is_promised_is_tested() -> None:
    classifiers = re.findall(r"Python :: 3\.(\d+)", (ROOT / "setup.cfg").read_text(encoding="utf-8"))
    text = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    assert [f"py3{minor}" for minor in classifiers] == [name for name in re.findall(r"environment: (py\d+)", text)]


def test_the_lowest_versions_are_those_of_setup() -> None:
    lowest = dict(re.findall(r"(flake8|libcst)==([\d.]+)", TOX.partition("[testenv:lowest]")[2].partition("\n\n")[0]))
    promised = re.findall(r"^    (flake8|libcst)>=([\d.]+)$", (ROOT / "setup.cfg").read_text("utf-8"), re.MULTILINE)
    assert len(promised) == 2
    for name, version in promised:
        assert (lowest[name] + ".").startswith(f"{version}.")


def test_a_release_is_checked(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "setup.cfg").write_text("[metadata]\nversion = 9.1.0\n")
    (tmp_path / "CHANGELOG.rst").write_text("9.1.0 (2027-01-31)\n==================\n")
    monkeypatch.setattr(check_release, "ROOT", tmp_path)
    assert check_release.faults("9.1.0") == []
    assert len(check_release.faults("9.2.0")) == 2
    (tmp_path / "CHANGELOG.rst").write_text("9.1.0 (unreleased)\n==================\n")
    assert check_release.faults("9.1.0") == ["CHANGELOG.rst has no heading 9.1.0 with a date"]


def test_the_script_ends_with_a_status() -> None:
    script = str(ROOT / "tools" / "check_release.py")
    done = subprocess.run([sys.executable, script, "0.0.0"], capture_output=True, text=True)
    assert done.returncode == 1 and "not 0.0.0" in done.stderr


class _Done(NamedTuple):
    """What the action printed, and the status of its last step."""

    shown: str
    status: int


def act(folder: pathlib.Path, **inputs: str) -> _Done:
    """Execute the steps of the action that are commands, as a runner does, but for the installation."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    values = {f"inputs.{name}": each["default"] for name, each in action["inputs"].items()}
    values.update((f"inputs.{name}", value) for name, value in inputs.items())
    install, *steps = [step for step in action["runs"]["steps"] if "run" in step]
    assert install["run"].startswith("python -m pip install")
    outputs, shown, status = folder / "outputs.txt", "", 0
    for step in steps:
        given = {name: re.sub(r"\$\{\{ (\S+) \}\}", lambda m: values[m[1]], each) for name, each in step["env"].items()}
        path = os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]])
        env = {**os.environ, **given, "PATH": path, "GITHUB_OUTPUT": str(outputs)}
        command = ["bash", "-e", "-o", "pipefail", "-c", step["run"]]
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True)
        shown, status = shown + done.stdout, done.returncode
        for line in outputs.read_text().splitlines() if outputs.exists() else ():
            name, _, value = line.partition("=")
            values[f"steps.{step.get('id')}.outputs.{name}"] = value
        if status and step is not steps[-1]:
            break
    return _Done(shown, status)


WRONG = 'from flytekit import Resources\nX = Resources(mem="2gi")\n'


def test_the_action_does_what_it_says(tmp_path: pathlib.Path) -> None:
    (tmp_path / "jobs.py").write_text(WRONG)
    done = act(tmp_path, sarif="reports/found.sarif")
    assert done.status == 1
    assert done.shown.startswith("::error file=jobs.py,line=2,endLine=2,col=19,endColumn=24,title=FYT101")
    (result,) = json.loads((tmp_path / "reports" / "found.sarif").read_text())["runs"][0]["results"]
    assert result["ruleId"] == "FYT101"


def test_the_action_passes_and_takes_paths_with_blanks(tmp_path: pathlib.Path) -> None:
    (tmp_path / "my jobs").mkdir()
    (tmp_path / "my jobs" / "jobs.py").write_text(WRONG)
    (tmp_path / "other.py").write_text(WRONG)
    done = act(tmp_path, paths="my jobs\n", arguments="--extend-ignore=FYT101\n", sarif="found.sarif")
    assert done == ("", 0)
    assert act(tmp_path, paths="my jobs").shown.startswith("::error file=my jobs/jobs.py")


def test_the_action_fails_on_what_cannot_be_checked(tmp_path: pathlib.Path) -> None:
    (tmp_path / "jobs.py").write_text(WRONG)
    (tmp_path / "broken.py").write_text("def (")
    done = act(tmp_path, sarif="found.sarif")
    assert done.status == 2 and "file=jobs.py" in done.shown and "file=broken.py,line=1" in done.shown
    assert json.loads((tmp_path / "found.sarif").read_text())["runs"][0]["results"]
    (tmp_path / ".flake8").write_text("[flake8]\nmax-line-length = many\n")
    assert act(tmp_path).status == 2
