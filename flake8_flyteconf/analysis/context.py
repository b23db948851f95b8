"""Where and when an expression is evaluated, as one value that is passed down."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from types import MappingProxyType

from flake8_flyteconf.analysis.scopes import Scope
from flake8_flyteconf.values import Value

#: Nodes that are evaluated and items that are joined for one site; a configuration has some hundred.
_MOST_WORK = 200_000
#: What it costs to call something in another module, in nodes.
_CROSSING = 100
_NOTHING: Mapping[str, Value] = MappingProxyType({})

#: A place in the file: a scope and a line there.
Place = tuple[Scope, int]


class Trace:
    """What reading has cost so far, and whether a step on an object was taken into account on the way."""

    __slots__ = ("stepped", "work")

    def __init__(self, work: int = 0) -> None:
        self.work = work
        self.stepped = False

    def within_budget(self) -> bool:
        """Count one node; False when a site has cost enough."""
        self.work += 1
        return self.work <= _MOST_WORK

    def include(self, inner: Trace) -> None:
        """Take over what a part of the reading has cost."""
        self.work = inner.work
        self.stepped = self.stepped or inner.stepped


class Context:
    """Where an expression is evaluated.

    ``scope`` gives its names a meaning, ``arguments`` are those of the helper function that is being called. ``use`` is
    the place where the value is used: objects are shared, so a step counts when it comes before; None when all steps
    do; ``statement`` is the one in which it is used. ``copy`` is the place where lists and dicts go into an object of
    Kubernetes, which may copy them. ``active`` is what is being worked out further up: what refers to itself is
    unknown. ``depth`` counts the expressions around.
    """

    __slots__ = ("active", "arguments", "copy", "depth", "scope", "statement", "trace", "use")

    def __init__(
        self,
        scope: Scope,
        arguments: Mapping[str, Value] = _NOTHING,
        use: Place | None = None,
        copy: Place | None = None,
        active: frozenset[object] = frozenset(),
        depth: int = 0,
        trace: Trace | None = None,
        statement: ast.AST | None = None,
    ) -> None:
        self.scope = scope
        self.arguments = arguments
        self.use = use
        self.copy = copy
        self.active = active
        self.depth = depth
        self.trace = trace if trace is not None else Trace()
        self.statement = statement

    def within(self, owner: Scope) -> Context:
        """The context of an expression in another scope, where the arguments of this one mean nothing."""
        if owner is self.scope:
            return self
        return Context(owner, _NOTHING, self.use, self.copy, self.active, self.depth, self.trace)

    def elsewhere(self, scope: Scope) -> Context:
        """The context of an expression in another module, where no place of this file means anything."""
        self.trace.work += _CROSSING
        return Context(scope, active=self.active, depth=self.depth, trace=self.trace)

    def of_statement(self, statement: ast.AST) -> Context:
        """The context of an expression in a statement, which may be in a branch."""
        arguments, use, copy = self.arguments, self.use, self.copy
        return Context(self.scope, arguments, use, copy, self.active, self.depth, self.trace, statement)

    def called(self, inner: Scope, arguments: Mapping[str, Value], function: object) -> Context:
        """The context of the body of a function that is called with arguments."""
        active = self.active | {function}
        return Context(inner, arguments, self.use, self.copy, active, self.depth, self.trace)

    def used_at(self, place: Place | None) -> Context:
        """As of a place: what is copied there does not see later steps."""
        return Context(
            self.scope, self.arguments, place, self.copy, self.active, self.depth, self.trace, self.statement
        )

    def copied_at(self, place: Place) -> Context:
        """What goes into an object of Kubernetes at a place.

        Since version 37 the client copies lists and dicts, before that it shared them: a later step on one of them is
        uncertain. Objects inside are always shared.
        """
        return Context(self.scope, self.arguments, self.use, place, self.active, self.depth, self.trace, self.statement)

    def entering(self, key: object) -> Context:
        """While something is being worked out that may refer to itself."""
        active = self.active | {key}
        return Context(self.scope, self.arguments, self.use, self.copy, active, self.depth, self.trace, self.statement)

    def deeper(self) -> Context:
        """For one expression more, with a trace of its own."""
        trace = Trace(self.trace.work)
        return Context(
            self.scope, self.arguments, self.use, self.copy, self.active, self.depth + 1, trace, self.statement
        )
