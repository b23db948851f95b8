"""All stages over one module: names, sites, read, normalize, check.

A fault of the linter itself is a finding and hides as little as possible: inside a statement it costs that statement,
elsewhere the stage.
"""

from __future__ import annotations

import ast
import functools
import os
import pathlib
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace

from flake8_flyteconf import collector, pins, sdk
from flake8_flyteconf.analysis.evaluator import Evaluator
from flake8_flyteconf.analysis.names import Names
from flake8_flyteconf.analysis.project import Project
from flake8_flyteconf.analysis.sites import Reach, Reader, Site, sites
from flake8_flyteconf.analysis.syntax import Sources, Unreadable
from flake8_flyteconf.check import Checker, Fault, Mark, both, without_choices
from flake8_flyteconf.definitions import definitions
from flake8_flyteconf.diagnostics import Diagnostic, failure
from flake8_flyteconf.gate import is_about_flyte
from flake8_flyteconf.name_uses import Attributes, attributes_of_objects, name_uses
from flake8_flyteconf.normalize import Normalizer
from flake8_flyteconf.releases import Releases
from flake8_flyteconf.rules import SILENCING, rules_for
from flake8_flyteconf.rules.fyt0_unreadable import unreadable_statement
from flake8_flyteconf.rules.rule import hit
from flake8_flyteconf.settings import Settings
from flake8_flyteconf.values import Definition, NameUse, Position, Unknown, Value


def lint(
    tree: ast.Module,
    lines: Sequence[str],
    settings: Settings | None = None,
    policy: bool = False,
    observe: Callable[[Site, Value], None] | None = None,
    path: str = "",
) -> Linted | None:
    """All rules applied to a module, the opt-in ones only with ``policy``; None when it has nothing of Flyte's.

    ``observe`` is called with each site and the value that was read there, before the rules see it. ``path`` tells in
    which project the file is, or whether it is part of an SDK.
    """
    linted = Linted()
    with linted.guarded("names"):
        evaluator = evaluator_of(tree, lines, path)
    if linted.failures:
        return linted
    try:
        return _linted(evaluator, _Run(settings or Settings(), policy, observe), linted, sdk.is_source(path))
    finally:
        if observe is None:  # who watches may keep values that are worked out on demand
            evaluator.release()


def evaluator_of(tree: ast.Module, lines: Sequence[str], path: str) -> Evaluator:
    """What says what the expressions of a file are; other modules of its project are looked at anew."""
    PROJECT.refresh()
    # A file that puts modules in the place of others is not followed.
    imports = PROJECT.imports(path) if "sys.modules" not in "".join(lines) else None
    names = Names(tree, lines, sdk.canonical, imports)
    return Evaluator(names, Sources(lines, os.path.abspath(path) if imports is not None else path), imports)


#: The modules of the project, for all files of a process.
PROJECT = Project()


@dataclass(frozen=True, slots=True)
class _Run:
    """What is asked for: options, whether the opt-in rules are on, and who watches.

    The ``settings`` are the options with what the project of the file tells.
    """

    options: Settings
    policy: bool
    observe: Callable[[Site, Value], None] | None = None
    settings: Settings = Settings()


def _linted(evaluator: Evaluator, run: _Run, linted: Linted, of_sdk: bool = False) -> Linted | None:
    """All stages over a module behind the first."""
    uses: list[NameUse | Definition] = []
    attributes: Attributes | None = None
    located: list[Site] = []
    names = evaluator.names
    with linted.guarded("names"):
        if any(names.uses(package) for package in sdk.REPLACEMENTS):
            return None
        attributes = Attributes(names)
        uses = list(name_uses(names, attributes, evaluator.sources.position))
    with linted.guarded("sites"):
        # One by one: what was found before a fault is kept.
        for site in sites(names, evaluator):
            located.append(site)
    with linted.guarded("definitions"):
        uses.extend(definitions(evaluator))
        if attributes is not None:
            made = {use.label for use in uses if isinstance(use, Definition)}
            made.update(site.binding for site in located if site.binding)
            uses.extend(attributes_of_objects(evaluator, attributes, made))
    if not located and not uses and not linted.failures:
        return None
    collector.freeze()
    with linted.guarded("releases"):
        # Nothing is looked for before there is something of Flyte's.
        found = pins.releases(evaluator.sources.file, names.text)
        run = replace(run, settings=run.options.in_project(found))
        linted.releases = run.settings.releases
    with linted.guarded("rules"):
        has_package = functools.partial(pins.has_package, evaluator.sources.file)
        statements = _Statements(linted, evaluator, run, (lambda package: True) if of_sdk else has_package)
        for use in uses:
            if not isinstance(use, NameUse) or not has_package(use.owner.partition(".")[0]):
                statements.check_name(use)
        for site in sorted(located, key=lambda site: (site.expression.lineno, site.expression.col_offset)):
            with linted.guarded("read"):
                statements.check(site)
    return linted


class Linted:
    """What was found in a module."""

    def __init__(self) -> None:
        self.releases = Releases()
        self.faults: list[Fault] = []
        self.failures: list[Diagnostic] = []

    def guarded(self, stage: str) -> _Guard:
        """The context of a stage, whose fault becomes a finding."""
        return _Guard(self.failures, stage)

    def findings(self, selects: Callable[[str], bool]) -> Sequence[Diagnostic]:
        """What was found by the selected codes, in the order of the file; a second one at one place says nothing new.

        Places are worked out here, so rules that are not selected cost little.
        """
        found: dict[object, Diagnostic] = {}
        for fault in self.faults:
            if selects(fault.rule.code):
                with self.guarded("report"):
                    found.setdefault(
                        (fault.place, fault.rule.code, fault.hit.position.origin and fault.text), fault.finding()
                    )
        failures = [finding for finding in self.failures[:1] if selects(finding.code)]
        return [*failures, *sorted(found.values())]


class _Guard:
    """Turns an exception into a finding."""

    def __init__(self, failures: list[Diagnostic], stage: str) -> None:
        self._failures = failures
        self._stage = stage

    def __enter__(self) -> None:
        pass

    def __exit__(self, exception: object, error: BaseException | None, traceback: object) -> bool:
        if isinstance(error, Exception):
            self._failures.append(failure(self._stage, error))
        return isinstance(error, Exception)


class _Statements:
    """The sites of a file, read and checked one by one."""

    def __init__(self, linted: Linted, evaluator: Evaluator, run: _Run, has_package: Callable[[str], bool]) -> None:
        self._linted = linted
        self._reader = Reader(evaluator.names, evaluator, evaluator.sources)
        self._evaluator = evaluator
        self._sources = evaluator.sources
        self._run = run
        self._normalizers: Sequence[Normalizer] = ()
        folders = pathlib.PurePath(self._sources.file).parts  # such a package may be the one that is linted
        used = frozenset(each for each in SILENCING if evaluator.names.uses(each) or each in folders)
        self._checker = Checker(functools.partial(rules_for, policy=run.policy, used=used), run.settings, has_package)
        self._made = sdk.Made(evaluator.names.text)
        self._told: set[Mark] = set()

    def check_name(self, use: NameUse | Definition) -> None:
        """Everything about a name that is taken from a module, or about a function that is decorated."""
        try:
            self._linted.faults += self._checker.check(use)
        except Exception as error:
            self._unreadable(use.position, ascii(error))

    def check(self, site: Site) -> None:
        """Everything about one site; whatever goes wrong becomes one finding about it."""
        try:
            self._check(site)
        except Unreadable as error:
            self._unreadable(self._sources.position(site.expression), str(error))
        except RecursionError:
            self._unreadable(self._sources.position(site.expression), "it is nested too deeply")
        except Exception as error:  # a fault of ours must neither end flake8 nor hide the other findings
            self._unreadable(self._sources.position(site.expression), ascii(error))

    def _check(self, site: Site) -> None:
        reach = self._reader.reach(site)
        if reach is Reach.NEVER:
            return
        value = self._reader.read(site)
        if site.certain:
            value = self._made.compared(value, site.binding is not None)
        if reach is Reach.WITH_SOME_VALUES:
            value = without_choices(value)
        if self._run.observe is not None:
            self._run.observe(site, value)
        replaced = site.replaced
        if site.binding is not None and isinstance(value, Unknown):
            # Whatever is done to the object later, its constructor has refused it before.
            value, replaced = self._reader.built(site), True
        normalized = self._normalized(value)
        check = functools.partial(self._checker.check, replaced=replaced, tries=site.tries)
        if all(each is normalized[0] for each in normalized):
            faults = check(normalized[0])
        else:
            faults = both(*((each, check(each)) for each in normalized))
        self._linted.faults += (fault for fault in faults if not fault.modules or self._is_shown_here(fault))
        if self._evaluator.imports is not None:
            self._checker.remember(value)

    def _normalized(self, value: Value) -> Sequence[Value]:
        """The value as each generation of the kubernetes client has it; without an import of one there is but one."""
        if not self._normalizers and self._evaluator.mentions("kubernetes"):
            self._normalizers = [Normalizer(generation) for generation in self._run.settings.kubernetes_clients]
        return [normalizer.normalize(value) for normalizer in self._normalizers] or [value]

    def _is_shown_here(self, fault: Fault) -> bool:
        """Whether a fault with a part in another module is one of this file, and not told before."""
        if fault.call is not None and fault.call.position.origin is not None:
            if fault.mark in self._told:
                return False
            self._told.add(fault.mark)
        return not any(fault.mark in _shown_by(path, self._run) for path in fault.modules)

    def _unreadable(self, position: Position, reason: str) -> None:
        self._linted.faults.append(Fault(unreadable_statement, hit(position, reason=reason)))


def _shown_by(path: str, run: _Run) -> Set[Mark]:
    """The faults that a module of the project shows by itself, as flake8 reports them there."""
    module, asked = PROJECT.module(path), (run.options, run.policy)
    if not isinstance(module.reported, tuple) or module.reported[0] != asked:
        module.reported = asked, frozenset()  # what is being worked out shows nothing yet
        linted = None
        if is_about_flyte(module.text):
            linted = _linted(PROJECT.evaluator(module), _Run(run.options, run.policy), Linted())
        module.reported = asked, frozenset(fault.mark for fault in linted.faults) if linted is not None else frozenset()
    marks: Set[Mark] = module.reported[1]
    return marks
