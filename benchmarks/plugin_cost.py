"""What the plugin costs, as ratios within one run.

Usage: ``python benchmarks/plugin_cost.py [FOLDER ...]``, each a project such as a clone of a public repository.
Without one three are generated: a thousand modules of some hundred lines, as real ones look, that use flytekit, as many
that use Flyte 2, and as many without. Printed are

* the CPU that the plugin adds to the start of flake8,
* CPU and peak memory of ``flake8`` with the plugin beside those without it, and the same of flake8-bugbear and
  flake8-async, where they are installed,
* the CPU of the plugin by stage, the one-time import of LibCST apart, as ``benchmarks/stages.py`` prints it.

Each figure is the median of several rounds; compare figures of one run only. With the default of five rounds it takes
half an hour.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator

ROUNDS = 5

PLAIN = '''\
def {name}_{number}(rows: list[dict[str, float]], threshold: float = 0.5) -> dict[str, float]:
    """Group the rows of a partition and keep those above the threshold."""
    totals: dict[str, float] = {{}}
    for row in rows:
        key = "{name}-" + str(int(row.get("id", 0)) % {number})
        if row.get("score", 0.0) < threshold:
            continue
        totals[key] = totals.get(key, 0.0) + row["score"] * {number}
    if not totals:
        logger.warning("nothing above %s in %d rows", threshold, len(rows))
        return {{}}
    largest = max(totals.values())
    return {{key: value / largest for key, value in sorted(totals.items())}}


'''

TASK = '''\
{decorator}
def {name}_{number}(path: str, threshold: float = 0.5) -> pd.DataFrame:
    """Read a partition, drop what is incomplete and write the rest to the shared bucket."""
    frame = pd.read_parquet(path)
    frame = frame.dropna(subset=["id", "score"])
    frame = frame[frame["score"] > threshold]
    for column in ("country", "device", "campaign"):
        frame[column] = frame[column].astype("category")
    summary = frame.groupby(["country", "device"]).agg({{"score": ["mean", "std"], "id": "count"}})
    summary.columns = ["_".join(column) for column in summary.columns]
    logger.info("kept %d rows of %s", len(frame), path)
    if len(summary) > {number}:
        summary = summary.sort_values("id_count", ascending=False).head({number})
    return summary.reset_index()


'''

#: A fifth of the tasks of public code is plain; the others differ in what they set and in every value.
DECORATORS = (
    "@task",
    '@task(cache=True, cache_version="{version}")',
    '@task(requests=Resources(cpu="{cpu}", mem="{mem}Gi"), retries={retries})',
    '@task(limits=Resources(mem="{mem}Gi", gpu="{cpu}"), container_image="ghcr.io/{name}:{version}", timeout={mem})',
    '@task(requests=DEFAULTS, environment={{"STAGE": "{name}-{mem}"}}, interruptible=True)',
    '@task(container_image=image, cache=True, cache_version="{version}", retries={retries})',
    "@task(pod_template=template, requests=DEFAULTS)",
)
CONSTANT = """\
DEFAULTS = Resources(cpu="{cpu}", mem="{mem}Gi")
image = ImageSpec(name="{name}-{mem}", packages=["pandas=={version}", "pyarrow"], registry="ghcr.io/org")
"""
TEMPLATE = """\
from kubernetes.client import (
    V1Container,
    V1EmptyDirVolumeSource,
    V1PodSpec,
    V1ResourceRequirements,
    V1Toleration,
    V1Volume,
    V1VolumeMount,
)

template = PodTemplate(
    primary_container_name="{name}-{mem}",
    labels={{"team": "{name}"}},
    pod_spec=V1PodSpec(
        containers=[
            V1Container(
                name="{name}-{mem}",
                volume_mounts=[V1VolumeMount(name="scratch", mount_path="/scratch/{mem}")],
                resources=V1ResourceRequirements(requests={{"cpu": "{cpu}"}}, limits={{"memory": "{mem}Gi"}}),
            )
        ],
        volumes=[V1Volume(name="scratch", empty_dir=V1EmptyDirVolumeSource(size_limit="{mem}Gi"))],
        tolerations=[V1Toleration(key="team", operator="Equal", value="{name}", effect="NoSchedule")],
    ),
)
"""

WORKFLOW = """\
@workflow
def {name}_pipeline(path: str = "s3://bucket/{name}") -> pd.DataFrame:
    return {name}_1(path=path, threshold=0.1)
"""

#: The same in Flyte 2, where an environment holds what several tasks share.
ENVIRONMENTS = (
    'env = flyte.TaskEnvironment(name="{name}-{mem}", resources=flyte.Resources(cpu={cpu}, memory="{mem}Gi"))\n',
    """\
image = flyte.Image.from_debian_base(name="{name}").with_pip_packages("pandas=={version}", "pyarrow")
env = flyte.TaskEnvironment(
    name="{name}-{mem}",
    image=image,
    resources=flyte.Resources(cpu=({cpu}, {cpu}), memory=("{mem}Mi", "{mem}Gi"), gpu="T4:1"),
    env_vars={{"STAGE": "{name}-{mem}"}},
    secrets="{name}-token",
)
""",
)
DECORATORS_2 = (
    "@env.task",
    '@env.task(cache="auto", retries={retries})',
    '@env.task(cache=flyte.Cache("override", version_override="{version}"), timeout={mem})',
    '@env.task(triggers=flyte.Trigger("{name}-{mem}", flyte.Cron("0 {retries} * * *"), inputs={{"path": "s3://"}}))',
)
MAIN = """\
@env.task
async def {name}_pipeline(path: str = "s3://bucket/{name}") -> pd.DataFrame:
    return {name}_1.override(resources=flyte.Resources(memory="{mem}Gi"))(path, 0.1)


if __name__ == "__main__":
    flyte.init_from_config()
    flyte.run({name}_pipeline, path="s3://bucket/{version}")
"""

HEADERS = {
    "flyte2": """\
import logging

import flyte
import pandas as pd

logger = logging.getLogger(__name__)


""",
    "flyte": """\
import logging

import pandas as pd
from flytekit import ImageSpec, PodTemplate, Resources, task, workflow

logger = logging.getLogger(__name__)


""",
    "plain": """\
import logging

logger = logging.getLogger(__name__)


""",
}
NAMES = ("clean", "train", "score", "export", "resample", "embed", "validate")


def generated(folder: pathlib.Path, count: int) -> Iterator[pathlib.Path]:
    """Folders of modules of each kind."""
    for kind in HEADERS:
        project(folder / kind, kind, count)
        yield folder / kind


def project(folder: pathlib.Path, kind: str, count: int) -> None:
    """Write modules of about a hundred lines.

    In each of kind ``flyte`` and ``flyte2`` there are one to four tasks and what calls them, in some constants, a pod
    template or an image.
    Hardly a value comes twice, so that no parsed text can be used again.
    """
    folder.mkdir()
    chance = random.Random(1)
    for index in range(count):
        name = chance.choice(NAMES)
        parts = [PLAIN.format(name=f"{name}_part", number=chance.randint(3, 9)) for _ in range(3)]
        if kind == "flyte":
            parts = _flyte_parts(name, chance) + parts + [WORKFLOW.format(name=name)]
        elif kind == "flyte2":
            parts = _flyte2_parts(name, chance) + parts + [_filled(MAIN, name, chance)]
        else:
            parts += [PLAIN.format(name=name, number=number) for number in (1, 2, 3, 4)]
        (folder / f"{kind}_{index}.py").write_text(HEADERS[kind] + "".join(parts), encoding="utf-8")


def _flyte_parts(name: str, chance: random.Random) -> list[str]:
    """The constants and tasks of a module."""
    usable = list(DECORATORS[:4])
    parts = []
    if chance.random() < 0.4:
        parts.append(CONSTANT)
        usable += DECORATORS[4:6]
        if chance.random() < 0.5:
            parts.append(TEMPLATE)
            usable += DECORATORS[6:]
    for number in range(1, chance.randint(1, 4) + 1):
        parts.append(TASK.replace("{decorator}", chance.choice(usable)).replace("{number}", str(number)))
    return [_filled(part, name, chance) for part in parts]


def _flyte2_parts(name: str, chance: random.Random) -> list[str]:
    """The environment and tasks of a module of Flyte 2."""
    parts = [chance.choice(ENVIRONMENTS) + "\n\n"]
    for number in range(1, chance.randint(1, 4) + 1):
        parts.append(TASK.replace("{decorator}", chance.choice(DECORATORS_2)).replace("{number}", str(number)))
    return [_filled(part, name, chance) for part in parts]


def _filled(text: str, name: str, chance: random.Random) -> str:
    return text.format(
        name=name,
        version=f"{chance.randint(0, 9)}.{chance.randint(0, 99)}",
        cpu=chance.randint(1, 99),
        mem=chance.randint(1, 999),
        retries=chance.randint(0, 5),
    )


def flake8(folder: pathlib.Path, site: str, plugin: str) -> tuple[float, float]:
    """Seconds of CPU and peak memory in MB of flake8 with one of the plugins."""
    # flake8 has no switch for a plugin, so the run does not see the installed packages of the others.
    hidden = ",".join(name for name in PLUGINS if name != plugin)
    environment = {**os.environ, "PYTHONPATH": site, "HIDDEN": hidden}
    command = [sys.executable, "-m", "flake8", "--isolated", "-j1", "."]
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


#: Found by Python at its start, because its folder is on the path.
HIDE = """\
import importlib.metadata as metadata
import os

_hidden = os.environ.get("HIDDEN", "").split(",")
_distributions = metadata.distributions
metadata.distributions = lambda **options: (
    each for each in _distributions(**options) if each.metadata["Name"] not in _hidden
)
"""
#: Plugins that are measured in the same run, as far as they are installed.
PLUGINS = ("flake8-flyteconf", "flake8-bugbear", "flake8-async")


def compare(folder: pathlib.Path, rounds: int) -> None:
    """Print what each installed plugin costs flake8."""
    installed = {distribution.metadata["Name"] for distribution in importlib.metadata.distributions()}
    plugins = [name for name in PLUGINS if name in installed]
    ratios: dict[str, list[float]] = {name: [] for name in plugins}
    memory: dict[str, list[float]] = {name: [] for name in plugins}
    with tempfile.TemporaryDirectory() as site:
        pathlib.Path(site, "sitecustomize.py").write_text(HIDE, encoding="utf-8")
        flake8(folder, site, "")
        for _ in range(rounds):
            cpu, peak = flake8(folder, site, "")
            for name in plugins:
                with_plugin, with_peak = flake8(folder, site, name)
                ratios[name].append(with_plugin / cpu)
                memory[name].append(with_peak)
    print(f"{folder.name}: flake8 {cpu:.1f} s, {peak:.0f} MB")
    for name in plugins:
        ratio, megabytes = statistics.median(ratios[name]), statistics.median(memory[name])
        print(f"  with {name:20} x {ratio:.3f}  {megabytes:.0f} MB", flush=True)
    # In a process of its own: what this one holds would count as memory of those that it starts.
    subprocess.run([sys.executable, str(pathlib.Path(__file__).with_name("stages.py")), str(folder)], check=True)


def start_up() -> float:
    """Milliseconds of CPU that importing the entry point and what its options need takes, in a process of flake8."""
    done = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True)
    return float(done.stdout)


START = """\
import time
import flake8.main.application
begun = time.process_time()
from flake8_flyteconf import plugin, settings
settings.checked("37", {}, ())
print((time.process_time() - begun) * 1000)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=pathlib.Path, metavar="FOLDER", help="projects to measure")
    parser.add_argument("--modules", type=int, default=1000, help="modules of each kind to generate (default: 1000)")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"runs of each command (default: {ROUNDS})")
    options = parser.parse_args()
    print(f"start-up  {statistics.median(start_up() for _ in range(options.rounds)):.1f} ms")
    with tempfile.TemporaryDirectory() as name:
        for folder in options.folders or generated(pathlib.Path(name), options.modules):
            compare(folder, options.rounds)


if __name__ == "__main__":
    main()
