"""What the workflows run exists here: environments of tox, scripts, and a version that can be released."""

from __future__ import annotations

import json
import os
import pathlib
import re
import subprocess
import sys

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


def test_the_action_does_what_it_says(tmp_path: pathlib.Path) -> None:
    """The steps of the action that are commands, executed as a runner does; the first one installs the package."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    values = {name: each["default"] for name, each in action["inputs"].items()} | {"sarif": "found.sarif"}
    (tmp_path / "jobs.py").write_text('from flytekit import Resources\nX = Resources(mem="2gi")\n')
    install, *checks = [step for step in action["runs"]["steps"] if "run" in step]
    assert install["run"].startswith("python -m pip install")
    done = []
    for step in checks:
        inputs = {
            key: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda m: values[m[1]], each) for key, each in step["env"].items()
        }
        path = os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]])
        command = ["bash", "-e", "-o", "pipefail", "-c", step["run"]]
        env = {**os.environ, **inputs, "PATH": path}
        done.append(subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True))
    assert [each.returncode for each in done] == [0, 1], [each.stderr for each in done]
    (result,) = json.loads((tmp_path / "found.sarif").read_text())["runs"][0]["results"]
    assert result["ruleId"] == "FYT101"
    assert done[1].stdout.startswith("::error file=jobs.py,line=2,endLine=2,col=19,endColumn=24,title=FYT101")
