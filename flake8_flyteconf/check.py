"""Every rule over every value."""

from __future__ import annotations

import ast
import os
import pathlib
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from flake8_flyteconf.diagnostics import Diagnostic
from flake8_flyteconf.handlers import is_caught
from flake8_flyteconf.rules.availability import is_excused
from flake8_flyteconf.rules.rule import Hit, Rule
from flake8_flyteconf.flytekit.calls import ImageSpec, Task
from flake8_flyteconf.flytekit.objects import PLUGINS
from flake8_flyteconf.pins import of_requirements
from flake8_flyteconf.releases import Releases
from flake8_flyteconf.settings import Settings
from flake8_flyteconf.values import (
    Call,
    Constant,
    Definition,
    NameUse,
    SequenceValue,
    KubernetesObject,
    OneOf,
    Position,
    Unknown,
    Value,
    children,
    parts_of,
    rebuilt,
)

#: Alternatives of one value that are looked at; a configuration has a handful.
_MOST_VARIANTS = 64


#: The rules about task plugins.
PLUGIN_RULES = "FYT7"

#: The code of a fault, and where it is written.
Mark = tuple[str, str, tuple[int, int]]


def origin(position: Position) -> str:
    """Where something is written, when that is in another module, as seen from the folder of the file."""
    if position.origin is None:
        return ""
    path = os.path.relpath(position.origin.file, os.path.dirname(position.file))
    return f" ({pathlib.PurePath(path).as_posix()}:{position.origin.line})"


@dataclass(frozen=True, slots=True, eq=False)
class Fault:
    """What a rule said about a call; ``call`` is None for a statement that could not be read."""

    rule: Rule[Any]
    hit: Hit
    call: Call | None = None

    def finding(self) -> Diagnostic:
        """The fault with its place in the file, which is worked out now."""
        line, column = self.place
        return Diagnostic(line, column, self.rule.code, f"{self.text}{origin(self.hit.position)}")

    @property
    def text(self) -> str:
        """The message without the place of the literal."""
        return self.rule.text(self.hit)

    @property
    def mark(self) -> Mark:
        """By which the same fault is told in another module."""
        written = self.hit.position.written
        return self.rule.code, written.file, written.place

    @property
    def modules(self) -> Set[str]:
        """The other modules that may show the fault by themselves."""
        positions = [self.hit.position, *([self.call.position] if self.call is not None else [])]
        return {position.origin.file for position in positions if position.origin is not None}

    @property
    def place(self) -> tuple[int, int]:
        return self.hit.position.place

    @property
    def is_import_error(self) -> bool:
        return self.rule.kind == "refused" and self.rule.stage == "import"


class Checker:
    """Applies rules to the values of one file, each rule once to each value.

    :param rules: gives the rules that look at a call.
    :param settings: the options of the run.
    :param has_package: whether the project of the file has a package by itself, perhaps a fork of an SDK; what that
        one accepts at import is its own business.
    """

    def __init__(
        self,
        rules: Callable[[Call], Sequence[Rule[Any]]],
        settings: Settings,
        has_package: Callable[[str], bool] = lambda package: False,
    ) -> None:
        self._rules = rules
        self._settings = settings
        self._has_package = has_package
        self._seen: set[Value] = set()
        #: Values without a choice inside.
        self._single: set[Value] = set()
        #: Where the calls of other modules are written that were checked: each use makes values of its own.
        self._told: set[Position] = set()

    def check(self, value: Value, *, replaced: bool = False, tries: Sequence[ast.Try] = ()) -> list[Fault]:
        """The faults of a value and of all inside it that was not seen before.

        Of a value that is ``replaced`` only how it is built counts; ``tries`` are the statements around it that may
        catch its errors.
        """
        plugins = _in_image(value, self._settings)
        return [
            Fault(rule, _at_use(hit, call), call)
            for variant in self._variants(value)
            for call in self._calls(variant)
            for rule in self._rules(call)
            if not (replaced and rule.stage != "import") and not (tries and is_caught(rule, tries))
            for hit in (rule.check(call, self._settings_of(call, plugins)) if rule.takes_settings else rule.check(call))
            if not (call.later and rule.stage == "import" and _is_about(hit, call))
            and _is_deserved(rule, hit, call, plugins if rule.code.startswith(PLUGIN_RULES) else self._settings)
            and not (rule.stage == "import" and self._is_of_project(call))
        ]

    def _is_of_project(self, call: Call) -> bool:
        name = call.owner if isinstance(call, NameUse) else call.name
        name = call.decorator if isinstance(call, Definition) else name
        return self._has_package(name.partition(".")[0])

    def _settings_of(self, call: Call, plugins: Settings) -> Settings:
        return plugins if call.name.startswith(f"{PLUGINS}.") else self._settings

    def _variants(self, value: Value) -> list[Value]:
        """The value once for each alternative inside it, all other choices unknown.

        No two alternatives of different choices are ever seen together, because which go together is unknown.
        """
        parts = parts_of(value, self._single)
        choices = [part for part in parts if isinstance(part, OneOf)]
        if not choices:
            self._single.update(parts)
            return [value]
        variants = [without_choices(value)]
        for choice in choices:
            for index in range(len(choice.alternatives)):
                if len(variants) < _MOST_VARIANTS:
                    variants.append(_chosen(value, choice, index, {}))
        return variants

    def _calls(self, value: Value) -> list[Call]:
        """The calls inside a value that no rule has seen yet; a constant is shared by those who use it."""
        parts = parts_of(value, self._seen)
        self._seen.update(parts)
        return [part for part in parts if isinstance(part, Call) and part.position.origin not in self._told]

    def remember(self, value: Value) -> None:
        """Look no more at what is inside a value that another module has made."""
        origins = (part.position.origin for part in parts_of(value) if isinstance(part, Call))
        self._told.update(origin for origin in origins if origin is not None)


def _is_deserved(rule: Rule[Any], hit: Hit, call: Call, settings: Settings) -> bool:
    """Whether a claim holds in the releases that the project uses."""
    if not all(settings.releases.meet(claim) for claim in (rule.holds, hit.holds) if claim):
        return False
    is_asked = bool(settings.releases.pinned or settings.task_arguments) and not rule.takes_settings
    return not is_asked or not is_excused(hit, call, settings)


def _in_image(value: Value, settings: Settings) -> Settings:
    """The settings for the plugins of a task: those that its image installs count before those of the project."""
    image = value.get("container_image") if isinstance(value, Task) else None
    packages = image.get("packages") if isinstance(image, ImageSpec) else None
    if not isinstance(packages, SequenceValue):
        return settings
    texts = [item.value for item in packages.items if isinstance(item, Constant) and isinstance(item.value, str)]
    installed = of_requirements(texts, "the image of the task")
    return replace(settings, releases=Releases(installed).or_else(settings.releases)) if installed else settings


def _is_about(hit: Hit, call: Call) -> bool:
    """Whether a hit is about an attribute that is set after a construction, which does not check it again.

    The kubernetes client does check what is assigned.
    """
    if isinstance(call, KubernetesObject):
        return False
    parts = (part for name in call.later for part in parts_of(call.arguments[name]))
    return any(part.position is hit.position for part in parts)


def _at_use(hit: Hit, call: Call) -> Hit:
    """A hit about an object as a whole, where it is used: there it is wrong, not where it was built."""
    for value, use in call.objects_in_use():
        if hit.position is value.position and hit.position.origin is None:
            return replace(hit, position=use)
    return hit


def both(*clients: tuple[Value, list[Fault]]) -> list[Fault]:
    """The faults that a statement has with the older and with the newer generation of the kubernetes client.

    ``clients`` are what each makes of the value, and the faults of that. A fault of a value that is the same for both
    counts, so does one that both have at the same place. Where each generation has a fault of its own, the file runs
    with neither: then those of the generation count that does not refuse the import, in doubt of the newer one.
    """
    (_, older), (normalized, newer) = clients
    shared = set(parts_of(normalized, ()))
    common = [fault for fault in older if fault.call in shared]
    older = [fault for fault in older if fault.call not in shared]
    agreed = _at({fault.place for fault in older}, newer)
    own = [_beside({fault.place for fault in agreed}, faults) for faults in (older, newer)]
    if not all(own):
        return common + agreed
    refused = [any(fault.is_import_error for fault in faults) for faults in own]
    return common + agreed + own[0 if refused == [False, True] else 1]


def _at(places: Set[tuple[int, int]], faults: Iterable[Fault]) -> list[Fault]:
    return [fault for fault in faults if fault.place in places]


def _beside(places: Set[tuple[int, int]], faults: Iterable[Fault]) -> list[Fault]:
    return [fault for fault in faults if fault.place not in places]


def without_choices(value: Value) -> Value:
    """The value with all its choices unknown."""
    return _chosen(value, None, 0, {})


def _chosen(value: Value, choice: OneOf | None, index: int, done: dict[Value, Value]) -> Value:
    """The value with one alternative of ``choice`` and every other choice unknown, but those around ``choice``."""
    if value in done:
        return done[value]
    result: Value
    if isinstance(value, OneOf):
        result = Unknown(value.position)
        if value is choice:
            result = _chosen(value.alternatives[index], None, 0, {})
        elif choice is not None:
            for alternative in value.alternatives:
                if any(part is choice for part in parts_of(alternative, ())):
                    result = _chosen(alternative, choice, index, done)
    else:
        parts = children(value)
        chosen = [_chosen(part, choice, index, done) for part in parts]
        result = value if all(a is b for a, b in zip(parts, chosen)) else rebuilt(value, chosen)
    done[value] = result
    return result
