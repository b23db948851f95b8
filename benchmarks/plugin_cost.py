"""What the plugin costs, as ratios within one run.

Usage: ``python benchmarks/plugin_cost.py [FILES]``. Without files a project is generated: modules of some hundred
lines, as real ones look, one half with Flyte and one without. Printed are

* the CPU of the plugin over the CPU of ``ast.parse`` for the same files, the one-time import of LibCST apart,
* the CPU of ``flake8`` with the plugin over that without it.

Each figure is the median of several rounds; compare figures of one run only.
"""

from __future__ import annotations

import argparse
import ast
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence

from flake8_flyteconf.plugin import FlyteConfiguration

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

#: One task is plain, one is cached, one has resources; no two modules have the same texts.
DECORATORS = (
    "@task",
    '@task(cache=True, cache_version="{number}.{other}")',
    '@task(requests=Resources(cpu="{number}", mem="{other}Gi"), retries={number})',
)

WORKFLOW = """\
@workflow
def {name}_pipeline(path: str = "s3://bucket/{name}") -> pd.DataFrame:
    first = {name}_1(path=path, threshold=0.1)
    return {name}_2(path=path, threshold=0.2)
"""

HEADERS = {
    "flyte": """\
import logging

import pandas as pd
from flytekit import Resources, task, workflow

logger = logging.getLogger(__name__)


""",
    "plain": """\
import logging

logger = logging.getLogger(__name__)


""",
}
NAMES = ("clean", "train", "score", "export", "resample", "embed", "validate")


def project(folder: pathlib.Path, kind: str, count: int) -> list[pathlib.Path]:
    """Write modules of about a hundred lines, three tasks and a workflow in each of kind ``flyte``."""
    chance = random.Random(1)
    files = []
    for index in range(count):
        name = chance.choice(NAMES)
        functions = [PLAIN.format(name=f"{name}_part", number=chance.randint(3, 9)) for _ in range(3)]
        if kind == "flyte":
            for number, decorator in enumerate(DECORATORS, 1):
                text = decorator.format(number=chance.randint(1, 99), other=chance.randint(1, 999))
                functions.append(TASK.format(decorator=text, name=name, number=number))
            functions.append(WORKFLOW.format(name=name))
        else:
            functions += [PLAIN.format(name=name, number=number) for number in (1, 2, 3, 4)]
        path = folder / f"{kind}_{index}.py"
        path.write_text(HEADERS[kind] + "".join(functions), encoding="utf-8")
        files.append(path)
    return files


def plugin_over_parse(files: Sequence[pathlib.Path]) -> float:
    """The plugin's CPU over that of ``ast.parse``, for the same texts."""
    # LibCST and the tables are imported once.
    list(FlyteConfiguration(ast.parse(SEED), SEED.splitlines(keepends=True)).run())
    ratios = []
    for _ in range(ROUNDS):
        parse = plugin = 0.0
        for path in files:
            text = path.read_text(encoding="utf-8")
            start = time.process_time()
            tree = ast.parse(text)
            parsed = time.process_time()
            lines = text.splitlines(keepends=True)
            begun = time.process_time()
            list(FlyteConfiguration(tree, lines).run())
            plugin += time.process_time() - begun
            parse += parsed - start
        ratios.append(plugin / parse)
    return statistics.median(ratios)


SEED = 'from flytekit import Resources\nsmall = Resources(mem="1GB")\n'


def flake8_with_over_without(folder: pathlib.Path, kind: str) -> float:
    """The CPU of flake8 with the plugin over that without it."""

    def run(*disabled: str) -> float:
        before = os.times()
        command = [sys.executable, "-m", "flake8", "--isolated", "-j1", *disabled, f"--filename=*{kind}_*.py", "."]
        subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=False)
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    # flake8 has no switch for a plugin, so the run without it sees a copy of the environment without the entry point.
    hidden = {**os.environ, "PYTHONPATH": str(folder)}
    (folder / "sitecustomize.py").write_text(HIDE, encoding="utf-8")
    ratios = []
    for _ in range(ROUNDS):
        with_plugin = run()
        before = os.environ.copy()
        os.environ.update(hidden)
        without = run()
        os.environ.clear()
        os.environ.update(before)
        ratios.append(with_plugin / without)
    return statistics.median(ratios)


HIDE = """\
import importlib.metadata as metadata

_distributions = metadata.distributions
metadata.distributions = lambda **options: (
    each for each in _distributions(**options) if each.metadata["Name"] != "flake8-flyteconf"
)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=pathlib.Path, help="files to measure in place of a generated project")
    parser.add_argument("--modules", type=int, default=200, help="modules of each kind to generate (default: 200)")
    options = parser.parse_args()
    if options.files:
        print(f"plugin / ast.parse, given files:     {plugin_over_parse(options.files):.3f}")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for kind in ("flyte", "plain"):
            files = project(folder, kind, options.modules)
            print(f"plugin / ast.parse, {kind} files:     {plugin_over_parse(files):.3f}")
            print(f"flake8 with / without, {kind} files:  {flake8_with_over_without(folder, kind):.3f}")


if __name__ == "__main__":
    main()
