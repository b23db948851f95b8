"""What ``flyteconf pod`` costs beside linting, as ratios within one run.

Usage: ``python benchmarks/pod.py [--rounds N]``. Modules of ten, a hundred and a thousand tasks are generated, with
resources, pod templates and containers of their own. Printed are the CPU of ``flyteconf pod``, and that over the CPU of
``flyteconf check`` and of ``flake8`` for the same module, the median of rounds in turn.
"""

from __future__ import annotations

import argparse
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile

IMPORTS = """\
from flytekit import ContainerTask, PodTemplate, Resources, task
from kubernetes.client import V1Container, V1EnvVar, V1PodSpec
"""
TASKS = """

@task(requests=Resources(cpu="{size}", mem="{number}Mi"), environment={{"PART": "{number}"}})
def read_{number}(n: int) -> int:
    return n


TEMPLATE_{number} = PodTemplate(
    pod_spec=V1PodSpec(containers=[V1Container(name="primary", env=[V1EnvVar(name="PART", value="{number}")])])
)


@task(pod_template=TEMPLATE_{number}, limits=Resources(cpu="{size}"))
def train_{number}(n: int) -> int:
    return n


load_{number} = ContainerTask(name="load-{number}", image="alpine:{number}", command=["echo", "{number}"])
"""
COMMANDS = {
    "pod": ("flake8_flyteconf", "pod"),
    "check": ("flake8_flyteconf", "check", "--isolated", "--quiet"),
    "flake8": ("flake8", "--isolated", "-j1"),
}


def cpu(command: str, path: pathlib.Path) -> float:
    """The CPU seconds of a command for a module."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", *COMMANDS[command], path.name], cwd=path.parent, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        for count in (10, 100, 1000):
            path = pathlib.Path(folder, f"jobs_{count}.py")
            groups = (TASKS.format(number=number, size=number % 7 + 1) for number in range(count // 3 + 1))
            path.write_text(IMPORTS + "".join(groups))
            figures = [[cpu(command, path) for command in COMMANDS] for _ in range(rounds)]
            pod, check, flake8 = (statistics.median(column) for column in zip(*figures))
            print(f"{count} tasks: {pod:.2f} s, x {pod / check:.2f} check, x {pod / flake8:.2f} flake8")


if __name__ == "__main__":
    main()
