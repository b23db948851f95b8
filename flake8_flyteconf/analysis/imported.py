"""What the names of one file mean that it imports from other modules of its project."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from flake8_flyteconf.analysis.context import Context
from flake8_flyteconf.analysis.mutations import Mutation, Mutations, Path
from flake8_flyteconf.analysis.names import Names
from flake8_flyteconf.analysis.objects import Class, Function, ProjectModule
from flake8_flyteconf.analysis.scopes import Binding, Kind, Scope
from flake8_flyteconf.analysis.steps import Steps
from flake8_flyteconf.values import Position, QualifiedName, Unknown, Value
from flake8_flyteconf.values.elsewhere import is_large, seen_from
from flake8_flyteconf.values.folding import is_immutable

if TYPE_CHECKING:
    from flake8_flyteconf.analysis.project import Imports


#: Effects of what is no mere use.
_CHANGING = frozenset({"append", "extend", "set", "setdefault", "touch", "update"})


class Target(NamedTuple):
    """Where a dotted name leads: a file, and the attributes behind its module."""

    path: str
    attributes: tuple[str, ...]


class Unfollowed(Exception):
    """A name that leads nowhere in the project; the text says why."""


class Imported:
    """Evaluates imported names.

    :param imports: tells where a name leads and what it means there.
    :param mutations: what this file does to objects, also to those that it imports.
    """

    def __init__(self, names: Names, mutations: Mutations, steps: Steps, imports: Imports) -> None:
        self._names = names
        self._mutations = mutations
        self._steps = steps
        self._imports = imports
        #: Values by what they are and where they are used: two looks at one see the same objects.
        self._values: dict[tuple[Target, tuple[int, int] | None], Value] = {}
        self._changes: list[tuple[str, Path, Mutation | None]] | None = None

    def value(self, name: str, position: Position) -> Value:
        """The value of a dotted name; a :class:`QualifiedName` with the reason when it is not followed."""
        try:
            return self._of_target(self._imports.target(name), name, position)
        except Unfollowed as error:
            return QualifiedName(position, name, str(error))

    def declared(self, name: str, position: Position) -> Value:
        """The value that a dotted name has in its module; :class:`Unfollowed` when it is not followed."""
        target = self._imports.target(name)
        return self._imports.value(target) if target.attributes else self._of_target(target, name, position)

    def attribute(self, module: ProjectModule, attribute: str, position: Position) -> Value:
        """An attribute of a module of the project."""
        name = f"{module.name}.{attribute}"
        try:
            return self._of_target(self._imports.inside(module.path, attribute), name, position)
        except Unfollowed as error:
            return QualifiedName(position, name, str(error))

    def _of_target(self, target: Target, name: str, position: Position) -> Value:
        if not target.attributes:
            return ProjectModule(position, f"{name} is a module", name=name, path=target.path)
        # Of what is large the first place has to do for all.
        for key in ((target, None), (target, position.key)):
            if key in self._values:
                return self._values[key]
        value = self._seen(target, name, position)
        self._values[target, None if is_large(value) else position.key] = value
        return value

    def _seen(self, target: Target, name: str, position: Position) -> Value:
        value = seen_from(self._imports.value(target), position)
        first = self._imports.first(target)
        for path, change in self._changes_in(first.path):
            value = self._changed(value, first.attributes, path, change)
        may_differ = isinstance(value, Unknown) or not is_immutable(value)
        if may_differ and self._is_rewritten(target.path):
            return QualifiedName(position, name, "this file changes something in its module")
        if type(value) is Unknown or isinstance(value, QualifiedName) and self._imports.are_followed(value.name):
            return QualifiedName(position, name, value.reason)
        return value

    # -- what this file does to what it imports

    def _changed(self, value: Value, attributes: Sequence[str], path: Path, change: Mutation | None) -> Value:
        """The value after something was done to a part of its module, to it or to a part of it."""
        depth = len(attributes)
        if any(str(key).startswith("__") for key in path):
            return Unknown(value.position, "this file changes its module by a name of Python's own")
        if change is None:
            touched = len(path) <= depth and path == attributes[: len(path)]
            return Unknown(value.position, "this file puts something else in its place") if touched else value
        if change.effect == "method" and (len(path) < depth or isinstance(value, (Class, Function))):
            return value  # what a function of its module or class changes, the module itself shows
        if path[:depth] == attributes:
            if len(path) == depth and change.effect == "set":
                return Unknown(value.position, change.reason)
            context = Context(change.scope)
            return self._steps.changed(value, replace(change, path=path[depth:]), False, context)
        return Unknown(value.position, change.reason) if path == attributes[: len(path)] else value

    def _is_rewritten(self, path: str) -> bool:
        """Whether this file surely changes something in a module, or where that takes its values from.

        The module may have it under other names, and in the results of its functions.
        """
        changed = {each for each, _, change in self._all_changes() if change is None or change.effect in _CHANGING}
        return bool(changed) and not changed.isdisjoint(self._imports.behind(path))

    def _changes_in(self, path: str) -> Iterator[tuple[Path, Mutation | None]]:
        return ((attributes, change) for changed, attributes, change in self._all_changes() if changed == path)

    def _all_changes(self) -> Sequence[tuple[str, Path, Mutation | None]]:
        if self._changes is None:
            self._changes = []  # what is found on the way does not count, nor what is taken for unchanged there
            self._changes = list(self._found_changes())
            self._values.clear()
        return self._changes

    def _found_changes(self) -> Iterator[tuple[str, Path, Mutation | None]]:
        """The files and attributes that this file changes, and how; replaced ones without a mutation."""
        for origin, mutation in self._mutations_of_imports():
            words = tuple(itertools.takewhile(lambda key: isinstance(key, str), mutation.path))
            dotted = ".".join([origin, *map(str, words)])
            yield from (
                (path, (*attributes, *mutation.path[len(words) :]), mutation) for path, attributes in self._led(dotted)
            )
        for name in self._names.imported_and_changed():
            yield from ((path, attributes, None) for path, attributes in self._led(name))
        for name in self._names.replaced:
            yield from ((path, attributes, None) for path, attributes in self._led(name))

    def _led(self, dotted: str) -> Iterator[Target]:
        if self._imports.are_followed(dotted):
            try:
                yield self._imports.first(self._imports.target(dotted))
            except Unfollowed:
                return

    def _mutations_of_imports(self) -> Iterator[tuple[str, Mutation]]:
        for scope in list(self._names.scopes.values()):
            for name, bindings in list(scope.bindings.items()):
                for binding in bindings:
                    if binding.kind is Kind.IMPORT and self._imports.are_of_project(binding.origin):
                        yield from ((binding.origin, mutation) for mutation in self._mutations.of(name, scope))
                yield from self._mutations_of_results(name, bindings, scope)
            for origin, _ in scope.stars:
                if self._imports.are_of_project(origin):
                    yield from self._mutations_of_star(origin)

    def _mutations_of_results(
        self, name: str, bindings: Sequence[Binding], scope: Scope
    ) -> Iterator[tuple[str, Mutation]]:
        """What is done to the result of a function of another module, which may be an object of that module."""
        for binding in bindings:
            if isinstance(binding.value, ast.Call):
                origin = self._names.qualified_name(binding.value.func, scope)
                if origin is not None and self._imports.are_of_project(origin):
                    changes = [each for each in self._mutations.of(name, scope) if each.effect in _CHANGING]
                    if changes and self._imports.hands_out(origin):
                        yield from ((origin, each) for each in changes)

    def _mutations_of_star(self, origin: str) -> Iterator[tuple[str, Mutation]]:
        """What is done to names that no statement binds but a star."""
        for name in self._names.unbound():
            for mutation in self._mutations.of_unbound(name):
                yield f"{origin}.{name}", mutation
