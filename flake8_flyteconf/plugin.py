"""The entry points of flake8: the order of the stages, and nothing of flake8 behind it."""

from __future__ import annotations

import argparse
import ast
import functools
import gc
import pathlib
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from flake8.exceptions import ExecutionError

from flake8_flyteconf.kubernetes.models import GENERATIONS

if TYPE_CHECKING:
    from flake8.options.manager import OptionManager

    from flake8_flyteconf.check import Checker
    from flake8_flyteconf.report import Report
    from flake8_flyteconf.settings import Settings

#: The prefix of the rules that a project must ask for.
POLICY = "FYT9"

#: Decorators without a fault that are remembered; a project has some hundred that differ.
MOST_CLEAN = 10_000


class FlyteConfiguration:
    """Reports Flyte task configuration that will be refused, ignored or misread.

    :param tree: the module as flake8 parsed it, shared with all plugins and never changed here.
    :param lines: its lines as flake8 read them.
    """

    _settings: Settings | None = None
    #: Whether the policy rules are on. Then both entry points see a module one after the other, and the second one
    #: takes the checker of the first; otherwise nothing is kept.
    _policy = False
    _last: tuple[ast.Module | None, Checker | None] = (None, None)
    #: What the decorators without a fault depend on, in all files so far: projects repeat their decorators.
    _clean: set[object] = set()

    def __init__(self, tree: ast.Module, lines: Sequence[str]) -> None:
        self._tree = tree
        self._lines = lines

    @staticmethod
    def add_options(manager: OptionManager) -> None:
        manager.add_option(
            "--flyteconf-kubernetes-client",
            default=GENERATIONS[-1],
            choices=GENERATIONS,
            parse_from_config=True,
            help="generation of the kubernetes client that the pod templates are written for (default: %(default)s)",
        )
        for name, example in (("cpu", "64"), ("mem", "512Gi"), ("gpu", "8"), ("ephemeral-storage", "2Ti")):
            manager.add_option(
                f"--flyteconf-max-{name}",
                metavar="QUANTITY",
                parse_from_config=True,
                help=f"platform limit of Flyte for {name}, for example {example}; what exceeds it is FYT215",
            )
        manager.add_option(
            "--flyteconf-required-labels",
            metavar="KEYS",
            default="",
            comma_separated_list=True,
            parse_from_config=True,
            help="label keys that every task must have (FYT909, with --enable-extensions=FYT9)",
        )

    @staticmethod
    def parse_options(options: argparse.Namespace) -> None:
        from flake8_flyteconf.settings import LIMITED, Nonsense, checked

        FlyteConfiguration._policy, FlyteConfiguration._clean = False, set()
        limits = {name: str(getattr(options, name)) for name in LIMITED if getattr(options, name) is not None}
        labels = tuple(label for label in options.flyteconf_required_labels if label)
        try:
            FlyteConfiguration._settings = checked(options.flyteconf_kubernetes_client, limits, labels)
        except Nonsense as error:
            raise ExecutionError(str(error)) from error

    def run(self) -> Iterator[Report]:
        # Most files have nothing to do with Flyte; they cost this search and no import.
        if not any("flytekit" in line for line in self._lines):
            return
        checker = self._checker()
        if checker is not None:
            from flake8_flyteconf.report import reports

            yield from reports(checker.findings(self._is_ours), self._lines, type(self))

    def _checker(self) -> Checker | None:
        tree, checker = FlyteConfiguration._last
        if tree is not self._tree:
            host = FlyteConfiguration
            checker = checked_module(self._tree, self._lines, host._settings, host._policy, host._clean)
        again = tree is self._tree or not FlyteConfiguration._policy
        FlyteConfiguration._last = (None, None) if again else (self._tree, checker)
        return checker

    @staticmethod
    def _is_ours(code: str) -> bool:
        return not code.startswith(POLICY)


class FlytePolicy(FlyteConfiguration):
    """Reports what a platform team may want to forbid; ``enable-extensions = FYT9`` turns it on."""

    off_by_default = True

    @staticmethod
    def add_options(manager: OptionManager) -> None:
        """The options are those of the main entry point."""

    @staticmethod
    def parse_options(options: argparse.Namespace) -> None:
        """The options are those of the main entry point; that flake8 asks at all means that the rules are on."""
        FlyteConfiguration._policy = True

    @staticmethod
    def _is_ours(code: str) -> bool:
        return code.startswith(POLICY)


@functools.cache
def _freeze() -> None:
    """Tell the garbage collector, once, that what is alive by now stays: LibCST doubles what it goes through.

    That is no business of a plugin in the process of somebody else, such as an editor's.
    """
    program = pathlib.PurePath(sys.argv[0])
    if "flake8" in (program.stem, program.parent.name):
        gc.freeze()


def checked_module(
    tree: ast.Module,
    lines: Sequence[str],
    settings: Settings | None = None,
    policy: bool = False,
    clean: set[object] | None = None,
) -> Checker | None:
    """All rules applied to a module: locate, read, shape, check; None when it has nothing of Flyte's.

    ``clean`` holds what the decorators without a fault depend on, so that none is read twice in a run; it belongs to
    one choice of ``settings`` and ``policy``.
    """
    from flake8_flyteconf.callees import Callees
    from flake8_flyteconf.flyte import objects
    from flake8_flyteconf.kubernetes import models
    from flake8_flyteconf.locate import Sources, sites
    from flake8_flyteconf.names import Names

    names = Names(tree, lines, lambda dotted: models.canonical(objects.canonical(dotted)))
    callees = Callees(names)
    located = list(sites(names, callees))
    if not located:
        return None
    from flake8_flyteconf.check import Checker
    from flake8_flyteconf.model import LaunchPlan, Module
    from flake8_flyteconf.read import Reader, Unreadable
    from flake8_flyteconf.rules import rules_for
    from flake8_flyteconf.rules.rule import hit
    from flake8_flyteconf.settings import Settings
    from flake8_flyteconf.rules.unreadable import unreadable_statement
    from flake8_flyteconf.shape import Shaper

    _freeze()
    settings = settings or Settings()
    clean = set() if clean is None else clean
    sources = Sources(lines)
    reader = Reader(names, callees, sources)
    shaper = Shaper(settings.kubernetes_client)
    checker = Checker(
        lambda call: rules_for(call, policy), settings, lambda package: bool(names.imported_from(package))
    )
    plans = []
    for site in located:
        try:
            dependencies = reader.dependencies(site)
            if dependencies in clean or not reader.is_reached(site):
                continue
            value = shaper.shape(reader.read(site))
            is_clean = checker.check(value, replaced=site.replaced)
            if is_clean and dependencies is not None and len(clean) < MOST_CLEAN:
                clean.add(dependencies)
            if isinstance(value, LaunchPlan) and site.certain:
                plans.append(value)
        except Unreadable as error:
            checker.report(unreadable_statement, hit(sources.span(site.expression), reason=str(error)))
        except RecursionError:
            checker.report(unreadable_statement, hit(sources.span(site.expression), reason="it is nested too deeply"))
        except Exception as error:  # a fault of ours must neither end flake8 nor hide the other findings
            checker.report(unreadable_statement, hit(sources.span(site.expression), reason=repr(error)))
    # Whoever empties flytekit's cache may make a launch plan again.
    if len(plans) > 1 and ".CACHE" not in names.text:
        checker.check(Module(plans[0].span, "module", {}, plans=tuple(plans)))
    return checker
