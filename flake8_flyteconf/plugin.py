"""The entry point of flake8: the order of the stages, and nothing of flake8 behind it."""

from __future__ import annotations

import argparse
import ast
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from flake8.exceptions import ExecutionError

from flake8_flyteconf.kubernetes.models import GENERATIONS

if TYPE_CHECKING:
    from flake8.options.manager import OptionManager

    from flake8_flyteconf.check import Finding
    from flake8_flyteconf.report import Report


class FlyteConfiguration:
    """Reports Flyte task configuration that will be refused, ignored or misread.

    :param tree: the module as flake8 parsed it, shared with all plugins and never changed here.
    :param lines: its lines as flake8 read them.
    """

    kubernetes_client = GENERATIONS[-1]

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

    @classmethod
    def parse_options(cls, options: argparse.Namespace) -> None:
        cls.kubernetes_client = _known_generation(options.flyteconf_kubernetes_client)

    def run(self) -> Iterator[Report]:
        # Most files have nothing to do with Flyte; they cost this search and no import.
        if not any("flyte" in line for line in self._lines):
            return
        from flake8_flyteconf.report import reports

        yield from reports(findings(self._tree, self._lines, self.kubernetes_client), self._lines, type(self))


def _known_generation(value: str) -> str:
    """The option's value; a file of configuration is not held to the choices by flake8 itself."""
    if value not in GENERATIONS:
        raise ExecutionError(f"flyteconf-kubernetes-client = {value}: choose one of {', '.join(GENERATIONS)}")
    return value


def findings(tree: ast.Module, lines: Sequence[str], kubernetes_client: str = GENERATIONS[-1]) -> Sequence[Finding]:
    """What is wrong in a module: locate, read, shape, check.

    :param kubernetes_client: the generation of the kubernetes client that the module is written for.
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
        return ()
    from flake8_flyteconf.check import Checker
    from flake8_flyteconf.read import Reader, Unreadable
    from flake8_flyteconf.rules import rules_for
    from flake8_flyteconf.rules.rule import hit
    from flake8_flyteconf.rules.unreadable import unreadable_statement
    from flake8_flyteconf.shape import Shaper

    sources = Sources(lines)
    reader = Reader(names, callees, sources)
    shaper = Shaper(kubernetes_client)
    checker = Checker(rules_for, names.packages)
    for site in located:
        try:
            checker.check(shaper.shape(reader.read(site)), replaced=site.replaced)
        except Unreadable as error:
            checker.report(unreadable_statement, hit(sources.span(site.expression), reason=str(error)))
        except Exception as error:  # a fault of ours must neither end flake8 nor hide the other findings
            checker.report(unreadable_statement, hit(sources.span(site.expression), reason=repr(error)))
    return checker.findings
