"""Where the plugin's CPU goes, by stage, as multiples of ``ast.parse`` for the same files.

Usage: ``python benchmarks/stages.py FOLDER ... [--functions N]``. Each folder is a project, such as a clone of a public
repository; only its files about Flyte count. A stage's time is its own, without that of the stages it asks: reading a
site asks LibCST's parser, for example. ``--functions`` prints what cProfile says of the functions instead.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import cProfile
import functools
import gc
import os
import pathlib
import pstats
import time
import tokenize
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from flake8_flyteconf import linter, pins
from flake8_flyteconf.analysis import evaluator, syntax
from flake8_flyteconf.analysis.mutations import Mutations
from flake8_flyteconf.analysis.project import Project
from flake8_flyteconf.analysis.sites import Reader
from flake8_flyteconf.check import Checker
from flake8_flyteconf.gate import is_about_flyte
from flake8_flyteconf.plugin import FlyteConfiguration

#: What is timed: where it is found, its name there, and the stage that it is.
STAGES: tuple[tuple[Any, str, str], ...] = (
    (linter, "Names", "names"),
    (linter, "name_uses", "names from the SDKs"),
    (linter, "attributes_of_objects", "attributes of objects"),
    (linter, "sites", "sites"),
    (linter, "definitions", "definitions"),
    (pins, "releases", "releases of the project"),
    (Reader, "reach", "reach"),
    (Reader, "read", "read"),
    (Checker, "check", "rules"),
    (Mutations, "of", "mutations"),
    (Project, "evaluator", "other modules"),
    (Project, "signature", "files of the project"),
    (evaluator.Evaluator, "outcomes", "tests"),
    (syntax, "_parsed", "LibCST's parser"),
)

SEED = 'from flytekit import Resources\nsmall = Resources(mem="1GB")\n'

Module = tuple[str, ast.Module, list[str]]


class Clock:
    """Sums CPU seconds of nested stages, each without those inside it."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._running = ["everything else"]
        self._since = time.process_time()

    def _switch(self) -> None:
        now = time.process_time()
        self.seconds[self._running[-1]] += now - self._since
        self._since = now

    @contextlib.contextmanager
    def running(self, stage: str) -> Iterator[None]:
        self._switch()
        self._running.append(stage)
        try:
            yield
        finally:
            self._switch()
            self._running.pop()

    def timed(self, function: Callable[..., Any], stage: str) -> Callable[..., Any]:
        """A function whose calls, and the steps of the generator that it returns, count as a stage."""

        @functools.wraps(function)
        def call(*arguments: Any, **keywords: Any) -> Any:
            with self.running(stage):
                result = function(*arguments, **keywords)
            return self._steps(result, stage) if isinstance(result, Iterator) else result

        return call

    def _steps(self, items: Iterator[Any], stage: str) -> Iterator[Any]:
        end = object()
        while True:
            with self.running(stage):
                item = next(items, end)
            if item is end:
                return
            yield item


def modules(folder: pathlib.Path) -> tuple[list[Module], float]:
    """The files about Flyte in a folder, and the CPU seconds that ``ast.parse`` takes for them."""
    found: list[Module] = []
    seconds = 0.0
    for path in sorted(folder.rglob("*.py")):
        try:
            with tokenize.open(path) as file:
                lines = file.readlines()
            if is_about_flyte("".join(lines)):
                begun = time.process_time()
                tree = ast.parse("".join(lines))
                seconds += time.process_time() - begun
                found.append((str(path), tree, lines))
        except (OSError, SyntaxError, ValueError):
            continue
    return found, seconds


def warm_up() -> None:
    """Import LibCST and the tables, once."""
    list(FlyteConfiguration(ast.parse(SEED), SEED.splitlines(keepends=True)).run())


def lint(files: list[Module]) -> float:
    """The CPU seconds of the plugin for some files."""
    begun = time.process_time()
    for path, tree, lines in files:
        list(FlyteConfiguration(tree, lines, path).run())
    return time.process_time() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=pathlib.Path, metavar="FOLDER", help="a project")
    parser.add_argument("--functions", type=int, default=0, metavar="N", help="print the N costliest functions")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    warm_up()
    for folder in [folder.resolve() for folder in options.folders]:
        os.chdir(folder)  # where flake8 is called is part of what tells the modules of a project
        files, parse = modules(folder)
        gc.collect()
        gc.freeze()  # the trees are flake8's; what they cost the collector is not the plugin's
        if options.functions:
            profile = cProfile.Profile()
            profile.runcall(lint, files)
            pstats.Stats(profile).sort_stats("tottime").print_stats(options.functions)
            continue
        own = lint(files)
        print(f"{folder.name}: {len(files)} files, {own:.2f} s, {own / parse:.2f} x ast.parse; by stage:")
        clock = Clock()
        with contextlib.ExitStack() as stack:
            for owner, name, stage in STAGES:
                original = getattr(owner, name)
                setattr(owner, name, clock.timed(original, stage))
                stack.callback(setattr, owner, name, original)
            linter.PROJECT = Project()
            gc.collect()
            with clock.running("everything else"):
                lint(files)
        for stage, seconds in sorted(clock.seconds.items(), key=lambda item: -item[1]):
            print(f"  {stage:28}{seconds:6.2f} s{seconds / parse:8.2f}")


if __name__ == "__main__":
    main()
