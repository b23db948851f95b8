"""Checkers of manifests work on tasks: what ``flyteconf pod`` prints is what they take."""

from __future__ import annotations

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
from typing import Any

import kubernetes_validate
import yaml

from flake8_flyteconf.pod.backend import pod_of
from flake8_flyteconf.pod.manifest import lines
from flake8_flyteconf.pod.parts import unknown_parts
from flake8_flyteconf.pod.tasks import tasks
from tests.findings import found, settings_of
from tests.truth.pods import NOBODY_TELLS, sources

#: The task in the documentation, which no platform team would let pass.
PAGE = (pathlib.Path(__file__).parents[2] / "docs" / "policies.rst").read_text(encoding="utf-8")
(TASK,) = re.findall(r"\.\. code-block:: python\n\n((?:    .*\n|\n)+)", PAGE)


def run(*command: str, cwd: pathlib.Path) -> str:
    # Without a network checkov says at length that it has no guidelines; that is an error to nobody.
    environment = {**os.environ, "LOG_LEVEL": "CRITICAL"}
    program = shutil.which(command[0], path=os.path.dirname(sys.executable)) or command[0]
    done = subprocess.run([program, *command[1:]], cwd=cwd, env=environment, capture_output=True, text=True)
    assert "Traceback" not in done.stdout and done.returncode in (0, 1), done.stderr
    return done.stdout


def test_pods_are_valid() -> None:
    """Those are meant that are wholly known and about which the linter says nothing."""
    count = 0
    for title, text in {*sources("cases.jsonl"), *sources("flyte2.jsonl")}:
        wrong = {finding.line for finding in found(text, settings_of(text))}
        if wrong and not title.endswith(".py"):  # of a fixture the other tasks are right
            continue
        for each in tasks(text, title):
            if each.template is None:
                continue
            if any(part.reason not in NOBODY_TELLS for part in unknown_parts(each.template.as_mapping())):
                continue
            manifest = lines(pod_of(each.template))
            places = [line.part.position for line in manifest if line.part is not None]
            if wrong.isdisjoint({each.position.line, *(place.line for place in places if place is not None)}):
                document = yaml.safe_load("\n".join(map(str, manifest)))
                kubernetes_validate.validate(document, "1.34", strict=True)
                count += 1
    assert count >= 1000


def test_a_finding_of_checkov_leads_to_the_literal(tmp_path: pathlib.Path) -> None:
    (tmp_path / "jobs.py").write_text("\n".join(line[4:] for line in TASK.splitlines()), encoding="utf-8")
    (tmp_path / "pods.yaml").write_text(run("flyteconf", "pod", "jobs.py", cwd=tmp_path), encoding="utf-8")
    report = json.loads(
        run("checkov", "--framework", "kubernetes", "--file", "pods.yaml", "--quiet", "--output", "json", cwd=tmp_path)
    )
    places = {
        each["path"]: each["line"] for each in json.loads(run("flyteconf", "pod", "--map", "jobs.py", cwd=tmp_path))
    }
    found_by = {each["check_id"]: at(each, places) for each in report["results"]["failed_checks"]}
    source = (tmp_path / "jobs.py").read_text(encoding="utf-8").splitlines()
    assert "privileged=True" in source[found_by["CKV_K8S_16"] - 1]
    assert ":latest" in source[found_by["CKV_K8S_14"] - 1]


def at(finding: dict[str, Any], places: dict[str, int]) -> int:
    """The line of the source for a finding: that of the part, or of what lacks it; 0 for the whole pod."""
    for key in finding["check_result"].get("evaluated_keys", ()):
        path = key.replace("/[", "[").replace("/", ".")
        while path and path not in places:
            path = path.rpartition(".")[0]
        return places.get(path, 0)
    return 0
