"""Find the expressions of a file that are worth reading, and read them.

A *site* is the outermost expression that calls something of an SDK: a decorator, a call, the value of a constant. What
it contains, for example ``Resources(...)`` in a decorator, is read with it. The search goes by imported names and by
the words of methods; what a call calls, the evaluator says.
"""

from __future__ import annotations

import ast
import enum
import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from flake8_flyteconf import sdk
from flake8_flyteconf.analysis.calls import Arguments, apply_partial
from flake8_flyteconf.analysis.context import Context
from flake8_flyteconf.analysis.evaluator import Evaluator
from flake8_flyteconf.analysis.expectations import EXPECTING, last_name
from flake8_flyteconf.analysis.interfaces import parameters, undecorated
from flake8_flyteconf.analysis.names import Names
from flake8_flyteconf.analysis.objects import BoundMethod, class_of
from flake8_flyteconf.analysis.scopes import Binding, Kind, Scope, StatementExpression
from flake8_flyteconf.analysis.syntax import Sources
from flake8_flyteconf.analysis.tree import inside, walk
from flake8_flyteconf.flyte2.calls import TaskDecorator
from flake8_flyteconf.flytekit.calls import Task, Workflow
from flake8_flyteconf.kubernetes import models
from flake8_flyteconf.values import Call, QualifiedName, Value

#: Calls that hand their arguments on, so that what they contain belongs to the value around.
TRANSPARENT = frozenset({"copy.copy", "copy.deepcopy", "dataclasses.replace", "functools.partial"})

#: Tests around a site that are looked at, from the inside; a chain of ``elif`` may have any number.
_MOST_TESTS = 16

#: Names that are called or decorate, also by their attributes.
_CALLED = re.compile(r"(?<![\w.])(?:(?<=@)|(?=[\w.]+\s*\())([^\W\d]\w*)")

#: Nodes without a call inside.
_WITHOUT_PARTS = (ast.Constant, ast.Name)
#: Expressions whose parts belong to the value around.
_KEEPING = (ast.List, ast.Tuple, ast.Set, ast.Dict, ast.Starred, ast.NamedExpr)

_Function = ast.FunctionDef | ast.AsyncFunctionDef
Tests = tuple[tuple[ast.expr, bool], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """An expression to read.

    ``name`` is the canonical name of what is called, ``binding`` the name that the value is assigned to, when that
    name is bound once and so may be changed by later statements, ``function`` the function that it decorates. A value
    that is ``replaced`` is built and perhaps never used. What is ``certain`` is evaluated whenever the module is
    imported. ``tests`` are those of the ``if`` statements and conditional expressions around it, each with the outcome
    for which the site is evaluated, ``tries`` the ``try`` statements that may catch its errors, ``statement`` the one
    that the site is in.
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
    statement: ast.AST | None = None


class Reach(enum.Enum):
    """When a site is evaluated: a test around it may decide which of several known values arrive there."""

    NEVER = enum.auto()
    WITH_SOME_VALUES = enum.auto()
    WITH_ANY_VALUES = enum.auto()


class Reader:
    """Reads the sites of one file."""

    def __init__(self, names: Names, evaluator: Evaluator, sources: Sources) -> None:
        self._names = names
        self._evaluator = evaluator
        self._sources = sources
        self._has_overrides = "with_overrides" in names.text

    def read(self, site: Site) -> Value:
        """The value of a site; :class:`Unreadable` when LibCST does not take its text."""
        position = self._sources.position(site.expression)
        # What a name is bound to is looked at when all steps are done; what makes a node is judged as it is written.
        use = (site.scope, position.line) if site.binding is None else None
        context = Context(site.scope, use=use, statement=site.statement)
        value = self._evaluator.evaluate(site.expression, context)
        if site.binding is not None and not sdk.is_node(value):
            value = self._evaluator.name(site.binding, Context(site.scope), position)
        return value if site.function is None else self._decorating(value, site, site.function)

    def built(self, site: Site) -> Value:
        """The value of a site as of its own line, before later steps."""
        line = self._sources.position(site.expression).line
        context = Context(site.scope, use=(site.scope, line), statement=site.statement)
        value = self._evaluator.evaluate(site.expression, context)
        return sdk.refused_at_once(value)

    def reach(self, site: Site) -> Reach:
        """Whether a site can be evaluated: the tests around it may all have the outcome that leads there."""
        context = Context(site.scope)
        reach = Reach.WITH_ANY_VALUES
        for test, outcome in site.tests:
            outcomes = self._evaluator.outcomes(test, context)
            if outcomes == {not outcome}:
                return Reach.NEVER
            if not outcomes:
                reach = Reach.WITH_SOME_VALUES
        return reach

    def _decorating(self, value: Value, site: Site, function: _Function) -> Value:
        """A decorator with what is known of the function beneath."""
        if isinstance(value, BoundMethod):
            value = self._evaluator.method(value, self._sources.position(site.expression))
        if isinstance(value, Call) and value.name == "functools.partial":
            value = apply_partial(value, Arguments(), value.position)
        if isinstance(value, Call) and sdk.calling(value) == site.name != value.name:
            return Call(self._sources.position(site.expression), site.name, {})
        if isinstance(value, Task):
            inputs = None if self._is_shared(site) else _plain_parameters(function)
            return replace(value, parameters=inputs, may_be_overridden=self._has_overrides)
        if isinstance(value, Workflow):
            return self._with_inputs(value, site, function)
        return self._above(value, site, function) if isinstance(value, TaskDecorator) else value

    def _with_inputs(self, value: Workflow, site: Site, function: _Function) -> Workflow:
        """A decorator of workflows with what is known of the function beneath, and of the handler of failures."""
        # A local one is compiled when it is called, perhaps by who expects it to fail.
        is_alone = _plain_parameters(function) is not None and site.scope.function() is None
        inputs = self._evaluator.functions.inputs(function, site.scope) if is_alone else None
        handler = value.get("on_failure")
        return replace(value, inputs=inputs, calls_handler=handler is not None and class_of(handler) == sdk.PROMISE)

    def _above(self, value: TaskDecorator, site: Site, function: _Function) -> TaskDecorator:
        """A decorator of Flyte 2 with what is known of the function beneath."""
        index = function.decorator_list.index(site.expression)
        beneath = function.decorator_list[index + 1 :]
        if beneath:
            wraps = self._evaluator.callable(undecorated(beneath[0]), site.scope)
            return replace(value, wraps=QualifiedName(self._sources.position(beneath[0]), wraps or ""))
        starred = function.args.vararg or function.args.kwarg
        return replace(
            value,
            is_async=isinstance(function, ast.AsyncFunctionDef),
            inputs=self._evaluator.functions.inputs(function, site.scope),
            variadic=self._sources.position(starred) if starred is not None else None,
            tuple_of_one=self._evaluator.functions.tuple_of_one(function, site.scope),
        )

    def _is_shared(self, site: Site) -> bool:
        """Whether a decorator is a partial or helper of the file that also decorates other functions."""
        root = undecorated(site.expression)
        named = self._names.qualified_name(root, site.scope)
        if named is not None:
            return not sdk.is_sdk(named)
        if not isinstance(root, ast.Name):
            return False
        return len(self._names.expressions_mentioning([root.id])) > 2  # its binding and one use


def _plain_parameters(function: _Function) -> tuple[str, ...] | None:
    """The parameters of a decorated function, None when another decorator or ``*`` leaves them open."""
    known = len(function.decorator_list) == 1 and function.args.vararg is None and function.args.kwarg is None
    return tuple(parameters(function)) if known else None


def sites(names: Names, evaluator: Evaluator) -> Iterator[Site]:
    """The sites of a file."""
    return _Locator(names, evaluator).sites()


class _Place(NamedTuple):
    """A node on the way through an expression.

    What is ``covered`` is read with a site around it; ``tests`` are those for which the node is evaluated.
    """

    node: ast.AST
    scope: Scope
    tests: Tests
    covered: bool = False


class _Locator:
    def __init__(self, names: Names, evaluator: Evaluator) -> None:
        self._names = names
        self._evaluator = evaluator
        self._expectations = names.expectations
        self._words = self._imported()

    def _imported(self) -> set[str]:
        """The names under which the modules and objects of the SDKs are imported."""
        words = self._names.imported_from(sdk.SDKS)
        if "*" in words:
            words |= sdk.LAST_WORDS
        return (words - {"*"}).union(self._imported_from_project())

    def _imported_from_project(self) -> Iterator[str]:
        """The names from other modules of the project by whose calls something of an SDK is called."""
        imports = self._evaluator.imports
        if imports is None:
            return
        imported = self._names.imported_as(imports.are_of_project)
        has_stars = any(scope.stars for scope in self._names.scopes.values())
        text = self._names.text if has_stars else self._names.lines_with(name for name, _ in imported)
        called = {*_CALLED.findall(text)}
        for name, origin in imported:
            if name in called and imports.may_lead_to_sdk(origin) and self._evaluator.leads_to_call(origin):
                yield name
        module = self._names.module
        for name in called & self._names.unbound() if has_stars else ():
            meant = self._names.imported(name, module)
            if meant is not None and self._evaluator.leads_to_call(meant):
                yield name

    def sites(self) -> Iterator[Site]:
        if not self._words:
            return  # not even a task of another module
        self._words |= sdk.METHOD_WORDS
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
                        if self._evaluator.maker(part.expression, part.scope) is not None:
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
        if not isinstance(expression, ast.Call):
            name = self._names.qualified_name(expression, scope) or ""
            followed = bool(name) and self._evaluator.is_followed(name)
            return sdk.is_sdk(name) or followed and self._evaluator.callable(expression, scope) is not None
        if self._names.qualified_name(expression.func, scope) == "functools.partial":
            return True
        return sdk.is_decorator(self._evaluator.target(expression, scope) or "")

    def _sites_of(self, part: StatementExpression) -> Iterator[Site]:
        function = _decorated(part)
        if function is not None and not isinstance(part.expression, ast.Call):
            # A decorator of an SDK without arguments says nothing.
            if not sdk.is_sdk(self._names.qualified_name(part.expression, part.scope) or ""):
                name = self._evaluator.callable(part.expression, part.scope)
                if name is not None and sdk.is_decorator(name):
                    if not self._expectations.is_meant_to_fail(part, part.scope):
                        tries = tuple(self._expectations.tries(part))
                        yield Site(part.expression, part.scope, name, function=function, tries=tries)
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
                name = self._evaluator.target(node, place.scope)
                if name is not None and not (node.args or node.keywords) and sdk.says_nothing(name):
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
        never = sdk.is_never_bound(name)
        binding = self._bound_to(call, part) if not never else None
        replaced = (
            self._is_replaced(call, part, binding) or not never and self._evaluator.is_changed(call, part, binding)
        )
        return Site(
            call,
            place.scope,
            name,
            binding,
            function if call is part.expression else None,
            replaced,
            certain,
            place.tests,
            tuple(self._expectations.tries(part)),
            part.statement,
        )

    def _inside_call(self, call: ast.Call, name: str | None, place: _Place) -> Iterator[_Place]:
        """What is called, and the arguments, which are read with the call when it is a site or hands them on."""
        yield _Place(call.func, place.scope, place.tests)
        if self._names.qualified_name(call.func, place.scope) == "dataclasses.replace":
            return  # what is replaced is no longer there
        covered = name is not None or place.covered and self._is_transparent(call, place.scope)
        for argument in (*call.args, *(keyword.value for keyword in call.keywords)):
            yield _Place(argument, place.scope, place.tests, covered)

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
    if isinstance(node, _WITHOUT_PARTS):
        return
    if isinstance(node, (ast.Lambda, ast.GeneratorExp, ast.ListComp, ast.SetComp, ast.DictComp)):
        inner = _shadowing(node, place.scope)
        yield from (_Place(child, inner, place.tests) for child in inside(node))
    elif isinstance(node, ast.IfExp):
        yield _Place(node.test, place.scope, place.tests)
        yield _Place(node.orelse, place.scope, (*place.tests, (node.test, False)), place.covered)
        yield _Place(node.body, place.scope, (*place.tests, (node.test, True)), place.covered)
    elif isinstance(node, ast.BoolOp):
        for index, value in enumerate(node.values):
            before = ((earlier, isinstance(node.op, ast.And)) for earlier in node.values[:index])
            yield _Place(value, place.scope, (*place.tests, *before))
    else:
        covered = place.covered and isinstance(node, _KEEPING)
        for child in inside(node):
            if not isinstance(child, _WITHOUT_PARTS):
                yield _Place(child, place.scope, place.tests, covered)


def _evaluated(expression: ast.expr) -> set[ast.AST]:
    """The expression and, when it is a list, tuple or dict, the items that are evaluated with it."""
    found: set[ast.AST] = set()
    pending: list[ast.AST] = [expression]
    while pending:
        node = pending.pop()
        found.add(node)
        if isinstance(node, (ast.List, ast.Tuple, ast.Dict)):
            pending.extend(inside(node))
    return found


def _shadowing(node: ast.expr, scope: Scope) -> Scope:
    """The scope of a comprehension or lambda: its variables hide the names outside."""
    inner = Scope(node, scope)
    for child in walk(node):
        if isinstance(child, ast.comprehension):
            for target in walk(child.target):
                if isinstance(target, ast.Name):
                    inner.bind(target.id, Binding(Kind.OTHER, node))
    if isinstance(node, ast.Lambda):
        arguments = node.args
        every = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg)
        for argument in every:
            if argument is not None:
                inner.bind(argument.arg, Binding(Kind.OTHER, node))
    return inner
