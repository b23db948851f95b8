"""The entry points of flake8, and nothing of flake8 behind them."""

from __future__ import annotations

import argparse
import ast
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from flake8.exceptions import ExecutionError

from flake8_flyteconf.collector import paused
from flake8_flyteconf.diagnostics import Report, failure, reports
from flake8_flyteconf.gate import is_about_flyte as _is_about_flyte
from flake8_flyteconf.kubernetes.models import GENERATIONS

if TYPE_CHECKING:
    from flake8.options.manager import OptionManager

    from flake8_flyteconf.linter import Linted
    from flake8_flyteconf.settings import Settings

#: The prefix of the rules that a project must ask for.
POLICY = "FYT9"


class FlyteConfiguration:
    """Reports Flyte task configuration that will be refused, ignored or misread.

    :param tree: the module as flake8 parsed it, shared with all plugins and never changed here.
    :param lines: its lines as flake8 read them.
    :param filename: its path, ``-`` or the display name for standard input.
    """

    _settings: Settings | None = None
    #: Whether the policy rules are on. Then both entry points see a module one after the other, and the second one
    #: takes the findings of the first; otherwise nothing is kept.
    _policy = False
    _last: tuple[ast.Module | None, Linted | None] = (None, None)

    def __init__(self, tree: ast.Module, lines: Sequence[str], filename: str = "-") -> None:
        self._tree = tree
        self._lines = lines
        self._filename = filename

    @staticmethod
    def add_options(manager: OptionManager) -> None:
        manager.add_option(
            "--flyteconf-kubernetes-client",
            choices=GENERATIONS,
            parse_from_config=True,
            help="generation of the kubernetes client that the project uses; unset, what fails with both is reported",
        )
        for package, example, code in (("flytekit", "1.11", "FYT312"), ("flyte", "2.6", "FYT882")):
            manager.add_option(
                f"--flyteconf-{package}",
                metavar="RELEASE",
                parse_from_config=True,
                help=f"release of {package} that the project uses, for example {example}; what came later is {code}; "
                "unset, lock files and bounds of the project tell",
            )
        manager.add_option(
            "--flyteconf-task-arguments",
            metavar="NAMES",
            default="",
            comma_separated_list=True,
            parse_from_config=True,
            help="arguments that a fork of flytekit adds to @task, for example enable_nfs,instance_type",
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
        from flake8_flyteconf.settings import LIMITED, InvalidOption, checked

        FlyteConfiguration._policy = False
        limits = {name: str(getattr(options, name)) for name in LIMITED if getattr(options, name) is not None}
        labels = tuple(label for label in options.flyteconf_required_labels if label)
        arguments = tuple(name for name in options.flyteconf_task_arguments if name)
        given = {"flytekit": options.flyteconf_flytekit, "flyte": options.flyteconf_flyte}
        releases = {package: str(release) for package, release in given.items() if release is not None}
        try:
            FlyteConfiguration._settings = checked(
                options.flyteconf_kubernetes_client, limits, labels, releases, arguments
            )
        except InvalidOption as error:
            raise ExecutionError(str(error)) from error

    def run(self) -> Iterator[Report]:
        # Other files cost no import.
        if not _is_about_flyte("".join(self._lines)):
            return
        # An exception would end flake8 for all files.
        try:
            linted = self._linted()
            findings = linted.findings(self._is_ours) if linted is not None else []
            found = list(reports(findings, self._lines, type(self)))
        except Exception as error:
            fault = failure("plugin", error)
            found = list(reports([fault], self._lines, type(self))) if self._is_ours(fault.code) else []
        yield from found

    @paused()
    def _linted(self) -> Linted | None:
        from flake8_flyteconf.linter import lint

        tree, linted = FlyteConfiguration._last
        if tree is not self._tree:
            settings, policy = FlyteConfiguration._settings, FlyteConfiguration._policy
            linted = lint(self._tree, self._lines, settings, policy, path=self._filename)
        again = tree is self._tree or not FlyteConfiguration._policy
        FlyteConfiguration._last = (None, None) if again else (self._tree, linted)
        return linted

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
