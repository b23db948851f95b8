"""What it costs to follow names into another module of the project, as a ratio within one run.

Usage: ``python benchmarks/project_cost.py [--rounds N]``. A hundred modules take their configuration from one
``config.py``; in a second project each writes the same values in place. Printed is the CPU of ``flake8 -j1``
over the one beside that over the other, the median of rounds in turn.
"""

from __future__ import annotations

import argparse
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile

MODULES = 100
#: The objects of the configuration, by name.
VALUES = {
    "SMALL": 'Resources(cpu="500m", mem="1Gi")',
    "LARGE": 'Resources(cpu="8", mem="64Gi", gpu="1")',
    "HOUR": "timedelta(hours=1)",
    "VARIABLES": '{"LEVEL": "info", "REGION": "eu-west-1"}',
    "CACHE": 'Cache(version="1.0", serialize=True)',
    "IMAGE": 'ImageSpec(name="jobs", packages=["pandas", "pyarrow"], registry="ghcr.io/acme")',
    "TEMPLATE": 'PodTemplate(pod_spec=V1PodSpec(containers=[V1Container(name="primary", image="busybox")]))',
}
IMPORTS = """\
from datetime import timedelta

from flytekit import Cache, ImageSpec, PodTemplate, Resources, task
from kubernetes.client import V1Container, V1PodSpec
"""
TASKS = """\


@task(requests={SMALL}, cache={CACHE}, container_image={IMAGE})
def extract_{number}(path: str) -> list[str]:
    \"\"\"Read the names of a partition.\"\"\"
    with open(path) as file:
        rows = [line.strip() for line in file if line.strip()]
    names = sorted(set(rows))
    if len(names) > {number}:
        print(path, len(names))
    return names


@task(requests={LARGE}, timeout={HOUR}, environment={VARIABLES}, pod_template={TEMPLATE})
def train_{number}(names: list[str], rate: float = 0.1) -> float:
    \"\"\"Fit on the names.\"\"\"
    total = 0.0
    for index, name in enumerate(names):
        total += len(name) * rate / (index + 1)
    return total / max(1, len(names))
"""


def project(folder: pathlib.Path, in_place: bool) -> None:
    """Write the modules, and what they share unless it is written in place."""
    folder.mkdir()
    (folder / "pyproject.toml").touch()
    if not in_place:
        constants = "".join(f"{name} = {value}\n" for name, value in VALUES.items())
        (folder / "config.py").write_text(f"{IMPORTS}\n{constants}")
    names = VALUES if in_place else {name: name for name in VALUES}
    shared = "" if in_place else f"\nfrom config import {', '.join(VALUES)}\n"
    for number in range(MODULES):
        body = "".join(TASKS.format(number=f"{number + 1}{part}", **names) for part in range(1, 4))
        (folder / f"jobs_{number}.py").write_text(f"{IMPORTS}{shared}{body}")


def cpu(folder: pathlib.Path) -> float:
    """The CPU seconds of flake8 with the plugin over a project."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "flake8", "--isolated", "-j1", "--select=FYT", "."], cwd=folder, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        imported, in_place = pathlib.Path(name, "imported"), pathlib.Path(name, "in_place")
        project(imported, in_place=False)
        project(in_place, in_place=True)
        pairs = [(cpu(imported), cpu(in_place)) for _ in range(rounds)]
    ratio = statistics.median(first / second for first, second in pairs)
    first, second = (statistics.median(column) for column in zip(*pairs))
    print(f"imported {first:.2f} s, in place {second:.2f} s: x {ratio:.2f}")


if __name__ == "__main__":
    main()
