"""Find the expressions of a file that are worth reading.

A *site* is the outermost expression that calls something of flytekit: a decorator, a call, the value of a constant.
What it contains, for example ``Resources(...)`` in a decorator, is read with it.
"""

from __future__ import annotations

import ast
import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flake8_flyteconf.analysis.expectations import Expectations
from flake8_flyteconf.analysis.names import EXPECTING, Names, last_name
from flake8_flyteconf.analysis.resolver import Resolver
from flake8_flyteconf.analysis.scopes import Binding, Kind, Scope, StatementExpression
from flake8_flyteconf.flyte2 import objects as flyte2
from flake8_flyteconf.flyte.objects import METHODS, SDKS, TASKS, is_flytekit
from flake8_flyteconf.flyte.tables import SIGNATURES
from flake8_flyteconf.kubernetes import models

#: Calls that hand their arguments on, so that what they contain belongs to the value around.
TRANSPARENT = frozenset({"copy.copy", "copy.deepcopy", "dataclasses.replace", "functools.partial"})

#: Tests around a site that are looked at, from the inside; a chain of ``elif`` may have any number.
_MOST_TESTS = 16

_Function = ast.FunctionDef | ast.AsyncFunctionDef
Tests = tuple[tuple[ast.expr, bool], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """An expression to read.

    ``name`` is the canonical name of what is called, ``binding`` the name that the value is assigned to, when that
    name is bound once and so may be changed by later statements, ``function`` the function that it decorates. A value
    that is ``replaced`` is built and perhaps never used. What is ``certain`` is evaluated whenever the module is
    imported. ``tests`` are those of the ``if`` statements and conditional expressions around it, each with the outcome
    for which the site is evaluated, ``tries`` the ``try`` statements that may catch its errors.
    """

    expression: ast.expr
    scope: Scope
    name: str
    binding: str | None = None
    function: _Function | None = None
    replaced: bool = False
    certain: bool = False
    tests: Tests = ()
    tries: tuple[ast.Try, ...] = ()


def sites(names: Names, resolver: Resolver) -> Iterator[Site]:
    """The sites of a file."""
    return _Locator(names, resolver).sites()


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    """A node on the way through an expression.

    What is ``covered`` is read with a site around it; ``tests`` are those for which the node is evaluated.
    """

    node: ast.AST
    scope: Scope
    tests: Tests
    covered: bool = False


class _Locator:
    def __init__(self, names: Names, resolver: Resolver) -> None:
        self._names = names
        self._resolver = resolver
        self._expectations = Expectations(names)
        self._words = self._imported() | {*METHODS}
        if self._words != {*METHODS}:
            self._words |= flyte2.WORDS

    def _imported(self) -> set[str]:
        """The names under which flytekit's modules and objects are imported."""
        words = set().union(*map(self._names.imported_from, SDKS))
        if "*" in words:
            words |= {name.rpartition(".")[2] for name in SIGNATURES}
        return words - {"*"}

    def sites(self) -> Iterator[Site]:
        if self._words == {*METHODS}:
            return
        for part in self._derive():
            yield from self._sites_of(part)

    def _derive(self) -> Sequence[StatementExpression]:
        """The parts with names that matter, also those for a configured decorator or a function that returns one."""
        words = self._words
        parts = found = self._names.expressions_mentioning(words)
        while True:
            new = set()
            for part in found:
                statement = part.statement
                if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
                    target = statement.targets[0]
                    if isinstance(target, ast.Name) and isinstance(
                        part.expression, (ast.Call, ast.Name, ast.Attribute)
                    ):
                        if self._is_factory(part.expression, part.scope) or target.id in self._alone:
                            new.add(target.id)
                elif isinstance(statement, ast.Return) and (scope := part.scope.function()) is not None:
                    function = scope.node
                    if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
                        if self._resolver.result(part.expression, part.scope) is not None:
                            new.add(function.name)
            words = new - self._words
            if not words:
                return parts
            self._words |= words
            found, parts = self._names.expressions_mentioning(words), self._names.expressions_mentioning(self._words)

    @functools.cached_property
    def _alone(self) -> frozenset[str]:
        """The names that stand alone as decorators, as an environment that was meant to be one does."""
        return frozenset(re.findall(r"@(\w+)\s", self._names.text))

    def _is_factory(self, expression: ast.expr, scope: Scope) -> bool:
        """Whether an assigned value is a decorator or class to be called later."""
        if isinstance(expression, ast.Call):
            return (
                self._names.qualified_name(expression.func, scope) == "functools.partial"
                or self._resolver.of(expression.func, scope) in TASKS
            )
        name = self._names.qualified_name(expression, scope) or ""
        return is_flytekit(name) or flyte2.is_flyte2(name)

    def _sites_of(self, part: StatementExpression) -> Iterator[Site]:
        function = _decorated(part)
        if function is not None and not isinstance(part.expression, ast.Call):
            name = self._resolver.of(part.expression, part.scope)
            if name is None and self._resolver.class_of(part.expression, part.scope) == flyte2.ENVIRONMENT:
                name = flyte2.CALLED_ENVIRONMENT
            is_configured = name in TASKS and self._names.qualified_name(part.expression, part.scope) is None
            if name is not None and (is_configured or name in (flyte2.DECORATOR, flyte2.CALLED_ENVIRONMENT)):
                yield Site(part.expression, part.scope, name, function=function)
            return
        # An assertion evaluates its message only when it fails.
        is_executed = self._names.is_top_level(part.statement) and not isinstance(part.statement, ast.Assert)
        certain = _evaluated(part.expression) if is_executed else set()
        around = tuple(itertools.islice(self._names.tests(part.statement, part.scope), _MOST_TESTS))
        pending = [_Place(part.expression, part.scope, around)]
        while pending:
            place = pending.pop()
            node = place.node
            if not isinstance(node, ast.Call):
                pending.extend(_inside(place))
            elif last_name(node) not in EXPECTING:  # pytest.raises(ValueError, lambda: ...)
                name = self._root(node, place.scope)
                if name in flyte2.CONNECTING and not (node.args or node.keywords):
                    name = None
                if name is not None and not place.covered:
                    if not self._expectations.is_meant_to_fail(part, place.scope):
                        yield self._site(node, name, place, part, function, node in certain)
                pending.extend(self._inside_call(node, name, place))

    def _site(
        self,
        call: ast.Call,
        name: str,
        place: _Place,
        part: StatementExpression,
        function: _Function | None,
        certain: bool,
    ) -> Site:
        is_method = name in METHODS.values() or name in flyte2.NEVER_BOUND
        binding = self._bound_to(call, part) if not is_method else None
        return Site(
            call,
            place.scope,
            name,
            binding,
            function if call is part.expression else None,
            self._is_replaced(call, part, binding),
            certain,
            place.tests,
            tuple(self._expectations.tries(part)),
        )

    def _inside_call(self, call: ast.Call, name: str | None, place: _Place) -> Iterator[_Place]:
        """What is called, and the arguments, which are read with the call when it is a site or hands them on."""
        yield replace(place, node=call.func, covered=False)
        if self._names.qualified_name(call.func, place.scope) == "dataclasses.replace":
            return  # what is replaced is no longer there
        covered = name is not None or place.covered and self._is_transparent(call, place.scope)
        for argument in (*call.args, *(keyword.value for keyword in call.keywords)):
            yield replace(place, node=argument, covered=covered)

    def _is_replaced(self, node: ast.Call, part: StatementExpression, binding: str | None) -> bool:
        """Whether the value is assigned to something that gets another value elsewhere."""
        statement = part.statement
        if node is not part.expression or not isinstance(statement, (ast.Assign, ast.AnnAssign)):
            return False
        target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
        if isinstance(target, ast.Name):
            if binding is not None or self._names.definitions(target.id, part.scope):
                return False
            return not self._names.is_last(target.id, part)
        return isinstance(target, (ast.Attribute, ast.Subscript))

    def _root(self, call: ast.Call, scope: Scope) -> str | None:
        if isinstance(call.func, ast.Attribute) and call.func.attr in METHODS:
            return self._resolver.method(call, scope)
        if self._names.qualified_name(call.func, scope) == "functools.partial":
            return self._resolver.of(call, scope)
        return self._resolver.of(call.func, scope)

    def _is_transparent(self, call: ast.Call, scope: Scope) -> bool:
        qualified_name = self._names.qualified_name(call.func, scope)
        if qualified_name is not None:
            return qualified_name in TRANSPARENT or models.is_model(qualified_name)
        return isinstance(call.func, ast.Name) and call.func.id == "dict" and self._names.is_builtin("dict", scope)

    def _bound_to(self, node: ast.expr, part: StatementExpression) -> str | None:
        statement = part.statement
        if node is not part.expression or not isinstance(statement, (ast.Assign, ast.AnnAssign)):
            return None
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        if len(targets) != 1 or not isinstance(targets[0], ast.Name):
            return None
        bindings = self._names.definitions(targets[0].id, part.scope)
        return targets[0].id if len(bindings) == 1 and bindings[0].statement is statement else None


def _decorated(part: StatementExpression) -> _Function | None:
    """The function that an expression decorates."""
    statement = part.statement
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
        if any(part.expression is decorator for decorator in statement.decorator_list):
            return statement
    return None


def _inside(place: _Place) -> Iterator[_Place]:
    """The places inside an expression that is not a call."""
    node = place.node
    if isinstance(node, (ast.Constant, ast.Name)):
        return
    if isinstance(node, (ast.Lambda, ast.GeneratorExp, ast.ListComp, ast.SetComp, ast.DictComp)):
        inner = _shadowing(node, place.scope)
        yield from (_Place(child, inner, place.tests) for child in ast.iter_child_nodes(node))
    elif isinstance(node, ast.IfExp):
        yield replace(place, node=node.test, covered=False)
        yield replace(place, node=node.orelse, tests=(*place.tests, (node.test, False)))
        yield replace(place, node=node.body, tests=(*place.tests, (node.test, True)))
    elif isinstance(node, ast.BoolOp):
        for index, value in enumerate(node.values):
            before = ((earlier, isinstance(node.op, ast.And)) for earlier in node.values[:index])
            yield replace(place, node=value, tests=(*place.tests, *before), covered=False)
    else:
        keeps = isinstance(node, (ast.List, ast.Tuple, ast.Set, ast.Dict, ast.Starred, ast.NamedExpr))
        for child in ast.iter_child_nodes(node):
            yield replace(place, node=child, covered=place.covered and keeps)


def _evaluated(expression: ast.expr) -> set[ast.AST]:
    """The expression and, when it is a list, tuple or dict, the items that are evaluated with it."""
    found: set[ast.AST] = set()
    pending: list[ast.AST] = [expression]
    while pending:
        node = pending.pop()
        found.add(node)
        if isinstance(node, (ast.List, ast.Tuple, ast.Dict)):
            pending.extend(ast.iter_child_nodes(node))
    return found


def _shadowing(node: ast.expr, scope: Scope) -> Scope:
    """The scope of a comprehension or lambda: its variables hide the names outside."""
    inner = Scope(node, scope)
    for child in ast.walk(node):
        if isinstance(child, ast.comprehension):
            for target in ast.walk(child.target):
                if isinstance(target, ast.Name):
                    inner.bind(target.id, Binding(Kind.OTHER, node))
    if isinstance(node, ast.Lambda):
        arguments = node.args
        every = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg)
        for argument in every:
            if argument is not None:
                inner.bind(argument.arg, Binding(Kind.OTHER, node))
    return inner
