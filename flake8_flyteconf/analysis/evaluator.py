"""Read the located expressions with LibCST and turn them into values.

A name is followed to what it is bound to; the value keeps the place where it is written, be it a constant, the default
of a parameter or an argument of a helper function. What cannot be followed becomes ``Unknown``.
"""

from __future__ import annotations

import ast
import contextlib
import enum
import functools
import itertools
import operator
import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Any

import libcst as cst

from flake8_flyteconf.analysis import functions
from flake8_flyteconf.analysis.calls import Arguments, apply_partial, bind
from flake8_flyteconf.analysis.factories import Factories, argument_of
from flake8_flyteconf.analysis.folding import (
    COMPARISONS,
    LARGEST_NUMBER,
    MOST_ITEMS,
    changed_at,
    computed,
    concatenated,
    distinct,
    is_immutable,
    joined,
    merged,
    one_of,
    repeated,
    truth,
)
from flake8_flyteconf.analysis.mutations import Mutation, Mutations
from flake8_flyteconf.analysis.names import LONGEST_CHAIN, Names
from flake8_flyteconf.analysis.resolver import Resolver, parameters, undecorated
from flake8_flyteconf.analysis.scopes import Binding, Kind, Scope
from flake8_flyteconf.analysis.sites import Site
from flake8_flyteconf.analysis.syntax import SMALL, Source, SourceExpression, Sources, Unreadable, guard
from flake8_flyteconf.flyte2 import objects as flyte2
from flake8_flyteconf.flyte2.values import TaskDecorator
from flake8_flyteconf.flyte.objects import CONSUMED, METHODS, NEVER_OPTIONAL, OVERRIDES, TASKS
from flake8_flyteconf.kubernetes import models
from flake8_flyteconf.values import (
    Call,
    Constant,
    DictValue,
    Entity,
    Input,
    Method,
    OneOf,
    Overrides,
    PartialString,
    Position,
    Promise,
    QualifiedName,
    SequenceValue,
    Task,
    Unknown,
    Value,
    is_none,
    is_string,
    unknown,
)

#: Nodes that are evaluated and items that are joined for one site; a configuration has some hundred.
_MOST_WORK = 200_000

#: Methods by which a class gives its attributes other values than those written.
_COMPUTING = frozenset(
    {
        "__init__",
        "__new__",
        "__getattribute__",
        "__getattr__",
        "_missing_",
        "__init_subclass__",
        "_generate_next_value_",
    }
)
_COPIES = frozenset({"copy.copy", "copy.deepcopy", "dataclasses.replace"})


#: Why a value is unknown that is one of several when the file tests which one.
_TOLD_APART = "a test tells its values apart"
#: What reads a variable of the environment and takes a default.
_ENVIRONMENT = frozenset({"os.environ.get", "os.getenv"})
#: Items that a comprehension is evaluated for.
_MOST_ITERATIONS = 100

#: The outcomes of a test that asks for something unknown.
_EITHER: Set[bool] = frozenset({True, False})
_NEITHER: Set[bool] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class _Frame:
    """Where an expression is evaluated: its scope and, inside a called helper, the arguments of the call."""

    scope: Scope
    arguments: dict[str, Value] = field(default_factory=dict)

    def around(self, owner: Scope) -> _Frame:
        """The frame for an expression in the scope ``owner``."""
        return self if owner is self.scope else _Frame(owner)


class Reach(enum.Enum):
    """When a site is evaluated: a test around it may decide which of several known values arrive there."""

    NEVER = enum.auto()
    WITH_SOME_VALUES = enum.auto()
    WITH_ANY_VALUES = enum.auto()


class Evaluator:
    """Turns the sites of one file into values."""

    def __init__(self, names: Names, mutations: Mutations, resolver: Resolver, sources: Sources) -> None:
        self.names = names
        self.mutations = mutations
        self._resolver = resolver
        self._factories = Factories(names)
        self._sources = sources
        self._pages: dict[ast.expr, SourceExpression] = {}
        self._values: dict[ast.expr, Value] = {}
        self._has_overrides = "with_overrides" in names.text
        self._depth = 0
        #: Where the value is used that is being read: objects are shared, so a step counts when it comes before.
        self._use: tuple[Scope, int] | None = None
        #: Where the lists and dicts that are being read go into an object of Kubernetes, which may copy them.
        self._copy: tuple[Scope, int] | None = None
        self._mutated = 0
        self._work = 0
        #: Values after the steps on their names, by the binding and where it is used.
        self._changed: dict[tuple[object, ...] | None, Value] = {}
        self._computed: dict[ast.ClassDef, frozenset[str] | None] = {}
        self._by_attribute: dict[tuple[Scope, str], dict[tuple[str | int, ...], list[Mutation]]] = {}
        #: Functions being called and names whose steps are being applied: what refers to itself is unknown.
        self._active: set[object] = set()

    def read(self, site: Site) -> Value:
        """The value of a site; :class:`Unreadable` when LibCST does not take its text."""
        frame = _Frame(site.scope)
        page = self.page(site.expression)
        self._work = 0
        # What a name is bound to is looked at when all steps are done.
        self._use = (site.scope, page.source.line) if site.binding is None else None
        if site.binding is not None:
            value = self.name(site.binding, frame, page.position(page.root))
        elif site.name in METHODS.values():
            if not isinstance(page.root, cst.Call):
                raise Unreadable("the method is not called here")
            receiver = site.expression.func if isinstance(site.expression, ast.Call) else None
            entity = self._resolver.entity(receiver.value, site.scope) if isinstance(receiver, ast.Attribute) else ""
            value = _ExpressionEvaluator(self, page, frame).method(page.root, site.name, entity)
        elif site.name in flyte2.METHODS and _names_method(page.root, site.name):
            value = _ExpressionEvaluator(self, page, frame).member(page.root, site.name)
        elif site.name == flyte2.CALLED_ENVIRONMENT:
            value = Call(page.position(page.root), site.name, {})
        else:
            value = self.evaluate(site.expression, frame)
        if site.function is not None and isinstance(value, Call) and value.name == "functools.partial":
            value = apply_partial(value, Arguments(), value.position)
        if site.function is not None and isinstance(value, Task):
            parameters = None if self._is_shared(site) else _parameters(site.function)
            value = replace(value, parameters=parameters, may_be_overridden=self._has_overrides)
        if site.function is not None and isinstance(value, TaskDecorator):
            value = self._above(value, site, site.function)
        return value

    def _above(
        self, value: TaskDecorator, site: Site, function: ast.FunctionDef | ast.AsyncFunctionDef
    ) -> TaskDecorator:
        """A decorator of Flyte 2 with what is known of the function beneath."""
        index = function.decorator_list.index(site.expression)
        beneath = function.decorator_list[index + 1 :]
        wraps = self._resolver.of(undecorated(beneath[0]), site.scope) if beneath else None
        if beneath:
            return replace(value, wraps=QualifiedName(self._sources.position(beneath[0]), wraps or ""))
        starred = function.args.vararg or function.args.kwarg
        return replace(
            value,
            is_async=isinstance(function, ast.AsyncFunctionDef),
            inputs=self._inputs(function, site.scope),
            variadic=self._sources.position(starred) if starred is not None else None,
        )

    def _is_shared(self, site: Site) -> bool:
        """Whether a decorator is a partial or helper of the file that also decorates other functions."""
        root = site.expression.func if isinstance(site.expression, ast.Call) else site.expression
        if not isinstance(root, ast.Name) or self.names.imported(root.id, site.scope) is not None:
            return False
        return len(self.names.expressions_mentioning([root.id])) > 2  # its binding and one use

    def within_budget(self) -> bool:
        """Count one node; False when a site has cost enough."""
        self._work += 1
        return self._work <= _MOST_WORK

    @contextlib.contextmanager
    def used_at(self, scope: Scope, line: int) -> Iterator[None]:
        """Read as of a place: what is copied there does not see later steps."""
        use, self._use = self._use, (scope, line)
        try:
            yield
        finally:
            self._use = use

    @contextlib.contextmanager
    def copied_at(self, scope: Scope, line: int) -> Iterator[None]:
        """Read what goes into an object of Kubernetes at a place.

        Since version 37 the client copies lists and dicts, before that it shared them: a later step on one of them is
        uncertain. Objects inside are always shared.
        """
        copy, self._copy = self._copy, (scope, line)
        try:
            yield
        finally:
            self._copy = copy

    def page(self, expression: ast.expr) -> SourceExpression:
        page = self._pages.get(expression)
        if page is None:
            source = self._source(expression)
            try:
                if len(source.text) > SMALL:
                    guard(expression)
                page = self._pages[expression] = SourceExpression(source)
            # TypeError is LibCST's answer to ``x if y else(lambda: z)()``.
            except (cst.ParserSyntaxError, cst.CSTValidationError, ValueError, TypeError, RecursionError) as error:
                raise Unreadable(type(error).__name__) from error
        return page

    def _source(self, expression: ast.expr) -> Source:
        try:
            return self._sources.of(expression)
        except ValueError as error:
            raise Unreadable(str(error)) from error

    def evaluate(self, expression: ast.expr, frame: _Frame) -> Value:
        """The value of an expression of the file."""
        if not frame.arguments and expression in self._values:
            return self._values[expression]
        page = self.page(expression)
        evaluation = _ExpressionEvaluator(self, page, frame)
        if self._depth > LONGEST_CHAIN:
            return Unknown(page.position(page.root), "it is nested too deeply")
        self._depth += 1
        stepped = self._mutated
        try:
            value = evaluation.value(page.root)
        finally:
            self._depth -= 1
        if not frame.arguments and stepped == self._mutated:
            self._values[expression] = value
        return value

    # -- names

    def name(self, name: str, frame: _Frame, position: Position) -> Value:
        """What a name means."""
        owner = frame.scope.owner(name)
        definitions: Sequence[Binding] = self.names.definitions(name, frame.scope)
        if owner is None or definitions and definitions[0].kind is Kind.IMPORT:
            qualified_name = self.names.imported(name, frame.scope)
            return QualifiedName(position, qualified_name or f"builtins.{name}")
        imported = self.names.imported(name, frame.scope)
        if imported is not None:
            return QualifiedName(position, imported)
        if len(definitions) > 1:
            definitions = self._possible(definitions, owner, frame)
        elif not definitions:
            definitions = self._latest(name, owner, frame, position)
        values = [self._bound(name, binding, owner, frame, position) for binding in definitions]
        if not values:
            return Unknown(position, self.names.why_unknown(name, frame.scope))
        value = values[0] if len(values) == 1 else one_of(position, values)
        return Unknown(position, _TOLD_APART) if isinstance(value, OneOf) and name in self.names.tested else value

    def _latest(self, name: str, owner: Scope, frame: _Frame, position: Position) -> Sequence[Binding]:
        """The last of several bindings at the top of the module, for a use there after it: the statements run in order.

        Only for what cannot be changed in place.
        """
        module = owner.parent is None and frame.scope is owner and not frame.arguments
        if not module or not self.names.is_rebound_in_line(name, owner):
            return ()
        before = [b for b in owner.bindings[name] if _line(b.statement) < position.line]
        if not before or self.mutations.of(name, owner):
            return ()
        return before[-1:]

    def reach(self, site: Site) -> Reach:
        """Whether a site can be evaluated: the tests around it may all have the outcome that leads there."""
        frame = _Frame(site.scope)
        reach = Reach.WITH_ANY_VALUES
        for test, outcome in site.tests:
            outcomes = self._outcomes(test, frame)
            if outcomes == {not outcome}:
                return Reach.NEVER
            if not outcomes:
                reach = Reach.WITH_SOME_VALUES
        return reach

    def _possible(self, bindings: Sequence[Binding], owner: Scope, frame: _Frame) -> Sequence[Binding]:
        """Those bindings in the branches of ``if`` statements that can be executed; none when that is unknown."""
        within = frame.around(owner)
        found = []
        for binding in bindings:
            tests = [
                (self._outcomes(test, within), outcome) for test, outcome in self.names.tests(binding.statement, owner)
            ]
            if not all(outcomes for outcomes, _ in tests):
                return []
            if all(outcome in outcomes for outcomes, outcome in tests):
                found.append(binding)
        return found

    def _outcomes(self, test: ast.expr, frame: _Frame) -> Set[bool]:
        """What a test can say, see :meth:`_ExpressionEvaluator.outcomes`."""
        try:
            page = self.page(test)
        except Unreadable:
            return _EITHER
        return _ExpressionEvaluator(self, page, frame).outcomes(page.root)

    def _bound(self, name: str, binding: Binding, owner: Scope, frame: _Frame, position: Position) -> Value:
        """What one binding of a name gives it, after all that is done to the object."""
        if self._resolver.is_promise(binding, owner):
            return Promise(position, name)
        within = frame.around(owner)
        key = None if within.arguments else (binding, name, self._use, self._copy)
        if key in self._changed:
            self._mutated += 1
            return self._changed[key]
        if binding.kind is Kind.PARAMETER:
            given = frame.arguments.get(name) if owner is frame.scope else None
            value = given if given is not None else self._passed(name, binding, owner, position)
        elif binding.kind is Kind.VALUE and binding.value is not None:
            value = self.evaluate(binding.value, within)
        else:
            return self._entity(name, binding, owner, position)
        if binding.item is not None:
            value = _unpacked(value, binding.item, position)
        mutations = self.mutations.of(name, owner) if isinstance(value, (Call, SequenceValue, DictValue, OneOf)) else []
        if not mutations:
            return value
        if (owner, name) in self._active:
            return Unknown(position, f"{name} refers to itself")
        self._mutated += len(mutations)
        self._active.add((owner, name))
        try:
            value = self._mutated_value(value, mutations, binding, owner, within)
        finally:
            self._active.discard((owner, name))
        if key is not None:
            self._changed[key] = value
        return value

    def _passed(self, name: str, binding: Binding, owner: Scope, position: Position) -> Value:
        """What the calls in this file pass for a parameter of a plain function, one alternative per call."""
        unknown_parameter = Unknown(position, f"{name} is a parameter")
        function = binding.statement
        if not isinstance(function, ast.FunctionDef) or (function, name) in self._active:
            return unknown_parameter
        tested = self._factories.tested(function)
        if name in tested:
            return Unknown(position, _TOLD_APART)
        calls = self._factories.calls(function)
        # What a call passes may depend on what it passes for another parameter.
        if not calls or len(calls) > 1 and tested:
            return unknown_parameter
        self._active.add((function, name))
        try:
            values = [self._argument(call, scope, function, name) for call, scope in calls]
        finally:
            self._active.discard((function, name))
        return one_of(position, [value if value is not None else unknown_parameter for value in values])

    def _argument(self, call: ast.Call, scope: Scope, function: ast.FunctionDef, name: str) -> Value | None:
        """What one call passes for a parameter; None when that is not known."""
        expression = argument_of(call, function, name)
        if expression is None:
            return None
        try:
            return self.evaluate(expression, _Frame(scope))
        except Unreadable:
            return None

    def _mutated_value(
        self, value: Value, mutations: Sequence[Mutation], binding: Binding, owner: Scope, within: _Frame
    ) -> Value:
        """The value of a binding after the mutations of its object, as far as they come before its use."""
        ends = (self._use, None if isinstance(value, Call) else self._copy)
        last = min((line for scope, line in filter(None, ends) if scope is owner), default=None)

        def kind(mutation: Mutation) -> tuple[tuple[str | int, ...], bool, bool]:
            before = last is None or _line(mutation.statement) < last
            certain = before and self.mutations.certain(mutation, binding)
            return mutation.path, certain, certain and mutation.effect in ("append", "extend")

        for (path, certain, adds), group in itertools.groupby(mutations, kind):
            if adds:  # a list that grows item by item is copied once
                value = changed_at(value, path, functools.partial(self._extended, list(group), within), False)
            else:
                for mutation in group:
                    value = self.changed(value, mutation, certain, within)
        return value

    def _extended(self, mutations: Sequence[Mutation], frame: _Frame, part: Value) -> Value:
        """A list after ``append`` and ``extend``."""
        if not isinstance(part, SequenceValue) or part.kind != "list":
            return unknown(part.position, "something is added to what is not a list", part)
        items, is_open = list(part.items), part.incomplete
        for mutation in mutations:
            added: Value = Unknown(part.position)
            if mutation.value is not None:
                with self.copied_at(mutation.scope, _line(mutation.statement)):
                    added = self.evaluate(mutation.value, frame)
            if mutation.effect == "append":
                items.append(added)
            elif isinstance(added, SequenceValue) and len(items) + len(added.items) <= MOST_ITEMS:
                items.extend(added.items)
                is_open = is_open or added.incomplete
            else:
                is_open = True
        return replace(part, items=tuple(items), incomplete=is_open)

    def _entity(self, name: str, binding: Binding, owner: Scope, position: Position) -> Value:
        """The task or workflow that a decorated function has become, otherwise nothing known."""
        decorator = self._resolver.decorator_of(binding, owner)
        function = binding.statement
        if decorator is None or not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            return Unknown(position, f"{name} is a function or class")
        is_plain = function.args.vararg is None and function.args.kwarg is None
        environment = None
        if decorator == flyte2.DECORATOR:
            method = undecorated(function.decorator_list[0])
            if isinstance(method, ast.Attribute):
                environment = self.evaluate(method.value, _Frame(owner))
        return Entity(position, name, decorator, self._inputs(function, owner) if is_plain else None, environment)

    def _inputs(self, function: ast.FunctionDef | ast.AsyncFunctionDef, owner: Scope) -> tuple[Input, ...]:
        inner = self.names.scope_of(function)
        found = []
        for name, parameter in parameters(function).items():
            kind = self._annotation(parameter.annotation, owner)
            default = inner.bindings[name][0].value
            # flytekit takes the default None for none at all.
            bound = default is not None and not (isinstance(default, ast.Constant) and default.value is None)
            required = not bound and kind.startswith(NEVER_OPTIONAL)
            found.append(Input(name, kind, required, self._sources.position(parameter), _literal_type(default)))
        return tuple(found)

    def _annotation(self, node: ast.expr | None, owner: Scope) -> str:
        """The canonical name of a type, without what is in brackets; empty when it is not known."""
        if isinstance(node, ast.Subscript):
            node = node.value
        if isinstance(node, ast.Name) and self.names.is_builtin(node.id, owner):
            return f"builtins.{node.id}"
        return self.names.qualified_name(node, owner) or "" if node is not None else ""

    def changed(self, value: Value, mutation: Mutation, certain: bool, frame: _Frame) -> Value:
        """The value after one step."""
        if mutation.effect == "escape" and is_immutable(value):
            return value

        def change(part: Value) -> Value:
            if mutation.effect == "escape" and is_immutable(part):
                return part
            if mutation.value is None or not certain and mutation.effect == "set":
                return Unknown(part.position, _changed_on(mutation))
            with self.copied_at(mutation.scope, _line(mutation.statement)):
                if mutation.effect == "set":
                    return self.evaluate(mutation.value, frame)
                if mutation.effect == "update":
                    return self._updated(part, mutation.value, frame, certain)
            return (
                replace(part, incomplete=True)
                if isinstance(part, SequenceValue) and part.kind == "list"
                else Unknown(part.position, _changed_on(mutation))
            )

        return changed_at(value, mutation.path, change, certain and mutation.effect == "set")

    def _updated(self, part: Value, argument: ast.expr, frame: _Frame, certain: bool) -> Value:
        """A dict after ``update``: with a dict, or with keywords when ``argument`` is the call itself."""
        if not isinstance(part, DictValue) or not certain:
            return unknown(part.position, "it is not a dict, or may be updated", part)
        if isinstance(argument, ast.Call) and isinstance(argument.func, ast.Attribute):
            page = self.page(argument)
            evaluation = _ExpressionEvaluator(self, page, frame)
            if isinstance(page.root, cst.Call):
                return merged(part, evaluation.mapping(evaluation.arguments(page.root.args), part.position))
        return merged(part, self.evaluate(argument, frame))

    def computed_in(self, node: ast.ClassDef) -> frozenset[str] | None:
        """The attributes that a class assigns in its methods or has as methods; None when it may compute any."""
        if node not in self._computed:
            found: set[str] = set()
            for item in ast.walk(node):
                if isinstance(item, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    found.add(item.name)
                elif isinstance(item, ast.Attribute) and isinstance(item.ctx, ast.Store):
                    found.add(item.attr)
            self._computed[node] = None if found & _COMPUTING else frozenset(found)
        return self._computed[node]

    def mutations_on(self, name: str, owner: Scope, attribute: str) -> Sequence[Mutation]:
        """The steps on an object as a whole and on one of its attributes."""
        key = (owner, name)
        if key not in self._by_attribute:
            groups = self._by_attribute[key] = {}
            for mutation in self.mutations.of(name, owner):
                groups.setdefault(mutation.path[:1], []).append(mutation)
        return [*self._by_attribute[key].get((), ()), *self._by_attribute[key].get((attribute,), ())]

    # -- helper functions

    def called(self, function: ast.FunctionDef, scope: Scope, arguments: Arguments, position: Position) -> Value:
        """What a helper function returns for these arguments."""
        result = self._resolver.returned(function)
        if result is None or function.decorator_list or arguments.incomplete:
            return Unknown(
                position, f"{function.name} has several results, is decorated, or takes arguments that are unknown"
            )
        inner = self.names.scope_of(function)
        positional = [a.arg for a in (*function.args.posonlyargs, *function.args.args)]
        if len(arguments.positional) > len(positional) and function.args.vararg is None:
            return Unknown(position, f"{function.name} takes fewer arguments")
        given = {**dict(zip(positional, arguments.positional)), **arguments.keywords}
        values = {}
        for name in parameters(function):
            default = inner.bindings[name][0].value
            if name in given:
                values[name] = given[name]
            elif default is not None:
                values[name] = self.evaluate(default, _Frame(scope))
        if function in self._active:
            return Unknown(position, f"{function.name} calls itself")
        self._active.add(function)
        try:
            return self.evaluate(result, _Frame(inner, values))
        finally:
            self._active.discard(function)


def _literal_type(node: ast.expr | None) -> str:
    """The name of the type of a literal, empty for any other expression."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return _literal_type(node.operand).replace("bool", "int")
    return type(node.value).__name__ if isinstance(node, ast.Constant) else ""


def _names_method(node: cst.BaseExpression, name: str) -> bool:
    """Whether an expression names the method itself, not a function of the file that returns what it returns."""
    func = node.func if isinstance(node, cst.Call) else node
    return isinstance(func, cst.Attribute) and func.attr.value == name.rpartition(".")[2]


def _unpacked(value: Value, index: int, position: Position) -> Value:
    """The item of a list or tuple that is unpacked into a name."""
    if isinstance(value, SequenceValue) and not value.incomplete and index < len(value.items):
        return value.items[index]
    return unknown(position, "it is not known what is unpacked", value)


def _changed_on(mutation: Mutation) -> str:
    return f"it may be changed on line {_line(mutation.statement)}"


def _not_followed(node: cst.CSTNode) -> str:
    """Why a node has no value: by the name of its kind, such as ``a list comp``."""
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", type(node).__name__).lower()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words} is not followed"


def _parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> tuple[str, ...] | None:
    """The parameters of a decorated function, None when another decorator or ``*`` leaves them open."""
    known = len(function.decorator_list) == 1 and function.args.vararg is None and function.args.kwarg is None
    return tuple(parameters(function)) if known else None


def _line(node: ast.AST) -> int:
    line: int = getattr(node, "lineno", 0)
    return line


class _ExpressionEvaluator:
    """The value of each node of one page."""

    def __init__(
        self, evaluator: Evaluator, page: SourceExpression, frame: _Frame, variables: Mapping[str, Value] | None = None
    ) -> None:
        self._evaluator = evaluator
        self._page = page
        self._frame = frame
        #: The variables of the comprehensions around.
        self._variables = variables or {}
        #: What attributes are asked of; in a chain of calls each would be read twice for every link.
        self._receivers: dict[cst.BaseExpression, Value] = {}

    def receiver(self, node: cst.BaseExpression) -> Value:
        """The value of what an attribute is asked of."""
        if node not in self._receivers:
            self._receivers[node] = self.value(node)
        return self._receivers[node]

    def value(self, node: cst.BaseExpression) -> Value:
        evaluate = _NODES.get(type(node)) if self._evaluator.within_budget() else None
        return Unknown(self._page.position(node), _not_followed(node)) if evaluate is None else evaluate(self, node)

    def spread(self, node: cst.BaseExpression) -> Value:
        """The value of what is copied here, by ``*``, ``**`` or a call: it does not see later steps."""
        with self._evaluator.used_at(self._frame.scope, self._page.source.line):
            return self.value(node)

    # -- literals

    def string(self, node: cst.SimpleString | cst.ConcatenatedString) -> Value:
        value = self._page.constant(node)
        if value is None:  # a concatenation with an f-string
            assert isinstance(node, cst.ConcatenatedString)
            return joined(self._page.position(node), [self.value(node.left), self.value(node.right)])
        return Constant(self._page.position(node), value)

    def number(self, node: cst.Integer | cst.Float | cst.Imaginary) -> Value:
        position = self._page.position(node)
        try:
            number = self._page.constant(node)
        except ValueError:  # more digits than Python converts
            return Unknown(position, "the number is too large")
        return (
            Constant(position, number)
            if isinstance(number, complex) or number <= LARGEST_NUMBER
            else Unknown(position, "the number is too large")
        )

    def formatted(self, node: cst.FormattedString) -> Value:
        position = self._page.position(node)
        pieces: list[Value] = []
        for part in node.parts:
            if isinstance(part, cst.FormattedStringText):
                text = self._page.literal_part(part, node.prefix)
                pieces.append(Unknown(position) if text is None else Constant(position, text))
            elif isinstance(part, cst.FormattedStringExpression) and not part.format_spec and not part.conversion:
                inner = self.value(part.expression)
                plain = isinstance(inner, Constant) and type(inner.value) in (str, int, float)
                if plain and isinstance(inner, Constant):
                    pieces.append(Constant(position, str(inner.value)))
                else:
                    pieces.append(inner if isinstance(inner, (Promise, PartialString)) else Unknown(position))
            else:
                pieces.append(Unknown(position))
        return joined(position, pieces)

    def name(self, node: cst.Name) -> Value:
        position = self._page.position(node)
        if node.value in _CONSTANTS:
            return Constant(position, _CONSTANTS[node.value])
        if node.value in self._variables:
            return self._variables[node.value]
        return self._evaluator.name(node.value, self._frame, position)

    # -- operators

    def unary(self, node: cst.UnaryOperation) -> Value:
        position, inner = self._page.position(node), self.value(node.expression)
        if isinstance(inner, Constant):
            if isinstance(node.operator, cst.Not):
                return Constant(position, not inner.value)
            if isinstance(inner.value, (int, float)):
                if isinstance(node.operator, cst.Minus):
                    return Constant(position, -inner.value)
                if isinstance(node.operator, cst.Plus):
                    return Constant(position, +inner.value)
        return unknown(position, "the operand is unknown", inner)

    def binary(self, node: cst.BinaryOperation) -> Value:
        position = self._page.position(node)
        left, right = self.value(node.left), self.value(node.right)
        if isinstance(node.operator, cst.Add):
            if isinstance(left, SequenceValue) or isinstance(right, SequenceValue):
                return concatenated(position, left, right)
            if is_string(left) or is_string(right):
                return joined(position, [left, right])
        if isinstance(node.operator, cst.Modulo) and isinstance(left, Constant) and isinstance(left.value, str):
            return functions.percent(left.value, right, position)
        if isinstance(node.operator, cst.Multiply):
            for sequence, count in ((left, right), (right, left)):
                if isinstance(sequence, SequenceValue) and isinstance(count, Constant) and type(count.value) is int:
                    return repeated(position, sequence, count.value)
        if isinstance(node.operator, cst.BitOr) and isinstance(left, DictValue):
            return replace(merged(left, right), position=position)
        if isinstance(left, Constant) and isinstance(right, Constant):
            return computed(position, node.operator, left.value, right.value)
        return unknown(position, "the operands are unknown", left, right)

    def conditional(self, node: cst.IfExp) -> Value:
        outcomes = self.outcomes(node.test)
        if len(outcomes) == 1:
            return self.value(node.body if True in outcomes else node.orelse)
        if not outcomes:
            return Unknown(self._page.position(node), "the test tells known values apart in a way that is not followed")
        branches = (self.value(node.body), self.value(node.orelse))
        # ``x if x else None`` guards a value; the None is not meant where it is wrong.
        return one_of(self._page.position(node), [Unknown(v.position) if is_none(v) else v for v in branches])

    def outcomes(self, test: cst.BaseExpression) -> Set[bool]:
        """What a test can say: one outcome when it is known, both when it asks for something unknown.

        None when it asks for something known in a way that is not followed, such as ``size.endswith("i")``: then it
        tells the values apart, and each branch is right for those that lead there.
        """
        known = truth(self.value(test))
        if known is not None:
            return {known}
        return _NEITHER if any(self._is_known(name) for name in _names_in(test)) else _EITHER

    def _is_known(self, name: cst.Name | cst.Attribute) -> bool:
        """Whether the file tells what a name means; of what is imported it only tells the name."""
        value = self.value(name)
        if isinstance(value, Unknown) and value.reason == _TOLD_APART:
            return True
        if isinstance(value, QualifiedName) and isinstance(name, cst.Name):
            bindings = self._evaluator.names.definitions(name.value, self._frame.scope)
            return any(binding.kind is not Kind.IMPORT for binding in bindings)
        return not isinstance(value, (Unknown, QualifiedName, Promise))

    def comparison(self, node: cst.Comparison) -> Value:
        position = self._page.position(node)
        left = self.value(node.left)
        if len(node.comparisons) != 1:
            return Unknown(position, "chained comparisons are not followed")
        (target,) = node.comparisons
        right = self.value(target.comparator)
        function = COMPARISONS.get(type(target.operator))
        if is_none(right) and function in (operator.is_, operator.is_not):
            known = not isinstance(left, (Unknown, OneOf, Promise))
            return (
                Constant(position, is_none(left) == (function is operator.is_))
                if known
                else unknown(position, "what is compared is unknown", left)
            )
        if function is None or not (isinstance(left, Constant) and isinstance(right, Constant)):
            return unknown(position, "what is compared is unknown", left, right)
        try:
            return Constant(position, bool(function(left.value, right.value)))
        except TypeError:
            return Unknown(position)

    def boolean(self, node: cst.BooleanOperation) -> Value:
        left = self.value(node.left)
        known = truth(left)
        if known is None:
            return unknown(self._page.position(node), "the operands are unknown", left)
        return left if known is isinstance(node.operator, cst.Or) else self.value(node.right)

    def assigned(self, node: cst.NamedExpr) -> Value:
        return self.value(node.value)

    # -- displays

    def group(self, node: cst.Tuple | cst.List | cst.Set) -> Value:
        kind = "tuple" if isinstance(node, cst.Tuple) else "list" if isinstance(node, cst.List) else "set"
        items: list[Value] = []
        is_open = False
        for element in node.elements:
            starred = isinstance(element, cst.StarredElement)
            value = self.spread(element.value) if starred else self.value(element.value)
            if starred:
                known = isinstance(value, SequenceValue) and len(items) + len(value.items) <= MOST_ITEMS
                items.extend(value.items if known and isinstance(value, SequenceValue) else ())
                is_open = is_open or not known or isinstance(value, SequenceValue) and value.incomplete
            else:
                items.append(value)
        plain = not any(isinstance(element, cst.StarredElement) for element in node.elements)
        uses = tuple(self._page.position(element.value) for element in node.elements) if plain else ()
        return SequenceValue(self._page.position(node), kind, tuple(items), is_open, uses)

    def dict(self, node: cst.Dict) -> Value:
        result = DictValue(self._page.position(node), ())
        entries: list[tuple[Value, Value]] = []
        for element in node.elements:
            if isinstance(element, cst.DictElement):
                entries.append((self.value(element.key), self.value(element.value)))
            elif isinstance(element, cst.StarredDictElement):
                result = merged(
                    merged(result, DictValue(result.position, distinct(entries))), self.spread(element.value)
                )
                entries = []
        return merged(result, DictValue(result.position, distinct(entries)))

    def comprehension(self, node: cst.ListComp | cst.SetComp | cst.GeneratorExp) -> Value:
        position = self._page.position(node)
        items: list[Value] = []
        for inner in self._iterations(node.for_in):
            if inner is None:
                return Unknown(position, "it is unknown what a comprehension goes through")
            items.append(inner.value(node.elt))
        return SequenceValue(position, "set" if isinstance(node, cst.SetComp) else "list", tuple(items))

    def dict_comprehension(self, node: cst.DictComp) -> Value:
        position = self._page.position(node)
        entries = []
        for inner in self._iterations(node.for_in):
            if inner is None:
                return Unknown(position, "it is unknown what a comprehension goes through")
            entries.append((inner.value(node.key), inner.value(node.value)))
        return DictValue(position, distinct(entries))

    def _iterations(self, loop: cst.CompFor) -> Iterator[_ExpressionEvaluator | None]:
        """An evaluator for each item of a loop without conditions, None when its items are not known."""
        source = self.spread(loop.iter)
        simple = isinstance(loop.target, cst.Name) and not loop.ifs and loop.inner_for_in is None
        known = isinstance(source, SequenceValue) and not source.incomplete and len(source.items) <= _MOST_ITERATIONS
        if not simple or not known or loop.asynchronous is not None:
            yield None
        elif isinstance(source, SequenceValue) and isinstance(loop.target, cst.Name):
            for item in source.items:
                variables = {**self._variables, loop.target.value: item}
                yield _ExpressionEvaluator(self._evaluator, self._page, self._frame, variables)

    def subscript(self, node: cst.Subscript) -> Value:
        position, container = self._page.position(node), self.value(node.value)
        index = node.slice[0].slice if len(node.slice) == 1 else None
        key = self.value(index.value) if isinstance(index, cst.Index) else None
        if isinstance(key, Constant):
            if isinstance(container, DictValue) and isinstance(key.value, str):
                return container.get(key.value) or unknown(position, f"there may be no key {key.value!r}", container)
            if isinstance(container, SequenceValue) and type(key.value) is int and not container.incomplete:
                if -len(container.items) <= key.value < len(container.items):
                    return container.items[key.value]
        return unknown(position, "the key or index is unknown", container, *(() if key is None else (key,)))

    # -- attributes and calls

    def attribute(self, node: cst.Attribute) -> Value:
        position, attribute = self._page.position(node), node.attr.value
        if isinstance(node.value, cst.Name):
            found = self._class_attribute(node.value.value, attribute)
            if found is not None:
                return found
        base = self.receiver(node.value)
        if isinstance(base, QualifiedName):
            return QualifiedName(position, self._evaluator.names.canonical(f"{base.name}.{attribute}"))
        if isinstance(base, Call):
            return base.arguments.get(attribute) or Unknown(position, f"{attribute} of {base.title}(...) is not known")
        return unknown(position, f"the attribute {attribute} is not followed", base)

    def _class_attribute(self, name: str, attribute: str) -> Value | None:
        """The value of ``Config.CPU`` for a plain class or an enumeration of this file."""
        names, scope = self._evaluator.names, self._frame.scope
        owner, definitions = scope.owner(name), names.definitions(name, scope)
        if owner is None or len(definitions) != 1 or not isinstance(definitions[0].statement, ast.ClassDef):
            return None
        node = definitions[0].statement
        bases = self._plain_bases(node, owner)
        if definitions[0].kind is not Kind.CLASS or bases is None:
            return None
        is_enumeration = any(base.startswith("enum.") for base in bases)
        inner = names.scope_of(node)
        if not self._is_plain_attribute(node, inner, attribute, is_enumeration):
            return None
        mutations = self._evaluator.mutations_on(name, owner, attribute)
        if any(mutation.effect != "escape" or not mutation.path for mutation in mutations):
            return None
        value = self._evaluator.name(attribute, _Frame(inner), self._page.position(self._page.root))
        for mutation in mutations:
            value = self._evaluator.changed(value, replace(mutation, path=mutation.path[1:]), False, _Frame(inner))
        return Call(value.position, "enum.member", {"value": value}) if is_enumeration else value

    def _is_plain_attribute(self, node: ast.ClassDef, inner: Scope, attribute: str, is_enumeration: bool) -> bool:
        """Whether an attribute of a class is bound once and nothing in the class computes another value for it."""
        computed = self._evaluator.computed_in(node)
        if computed is None or attribute in computed or is_enumeration and "value" in computed:
            return False
        bindings = inner.bindings.get(attribute, [])
        return len(bindings) == 1 and bindings[0].kind is Kind.VALUE

    def _plain_bases(self, node: ast.ClassDef, owner: Scope) -> Sequence[str] | None:
        """The bases of a class, None when it is decorated or one of them may do anything."""
        bases = [self._evaluator.names.qualified_name(b, owner) or getattr(b, "id", "") for b in node.bases]
        known = all(base.startswith("enum.") or base in ("object", "str", "int", "float") for base in bases)
        return bases if known and not node.decorator_list and not node.keywords else None

    def call(self, node: cst.Call) -> Value:
        position = self._page.position(node)
        if isinstance(node.func, cst.Attribute) and node.func.attr.value in functions.STRING_METHODS:
            text = self.receiver(node.func.value)
            if isinstance(text, Constant) and isinstance(text.value, str):
                given = self.arguments(node.args)
                if not given.incomplete:
                    method = node.func.attr.value
                    return functions.method(text, method, given.positional, given.keywords, position)
        if isinstance(node.func, cst.Name) and node.func.value not in self._variables:
            helper = self._helper(node.func.value)
            if helper is not None and not helper[0].decorator_list:
                return self._evaluator.called(*helper, self.arguments(node.args), position)
        if isinstance(node.func, cst.Attribute) and node.func.attr.value in flyte2.WORDS:
            base = self.receiver(node.func.value)
            owner = flyte2.result(base.name) if isinstance(base, Call) else None
            name = flyte2.method(owner, node.func.attr.value) if owner is not None else None
            if name is not None:
                return self.member(node, name)
        callee = self.value(node.func)
        if isinstance(callee, Call) and callee.name == "functools.partial":
            return apply_partial(callee, self.arguments(node.args), position)
        if isinstance(callee, Call) and callee.name in TASKS and "_task_function" not in callee.arguments:
            return callee  # the decorator applied to a function
        if isinstance(callee, Entity) and callee.decorator == flyte2.DECORATOR:
            return Call(position, flyte2.CALLED, {})
        if not isinstance(callee, QualifiedName):
            return unknown(position, "what is called is unknown", callee)
        if callee.name in _COPIES or callee.name.startswith("builtins."):
            with self._evaluator.used_at(self._frame.scope, self._page.source.line):
                return self.bound(callee.name, self.arguments(node.args), position)
        if models.is_model(callee.name):
            with self._evaluator.copied_at(self._frame.scope, self._page.source.line):
                return self.bound(callee.name, self.arguments(node.args), position)
        early = CONSUMED.get(callee.name, ())
        return self.bound(callee.name, self.arguments(node.args, early), position)

    def method(self, node: cst.Call, name: str, entity: str) -> Value:
        """The value of a call of one of flytekit's methods, such as ``node.with_overrides(...)``."""
        if name == OVERRIDES:
            return self.overrides(node, entity)
        return bind(name, self.arguments(node.args), self._page.position(node))

    def member(self, node: cst.BaseExpression, name: str) -> Value:
        """The value of a method of an object of Flyte 2, called or as a decorator without brackets."""
        call = node if isinstance(node, cst.Call) else None
        func = call.func if call is not None else node
        arguments = self.arguments(call.args) if call is not None else Arguments()
        value = bind(name, arguments, self._page.position(node))
        if isinstance(value, Method) and isinstance(func, cst.Attribute):
            return replace(value, receiver=self.receiver(func.value))
        return value

    def overrides(self, node: cst.Call, entity: str) -> Value:
        """The value of ``node.with_overrides(...)``, with the calls to which it is chained."""
        value = bind(OVERRIDES, self.arguments(node.args), self._page.position(node))
        receiver = node.func.value if isinstance(node.func, cst.Attribute) else None
        if isinstance(receiver, cst.Call) and isinstance(receiver.func, cst.Attribute):
            if receiver.func.attr.value == "with_overrides":
                before = self.overrides(receiver, entity)
                if isinstance(value, Overrides) and isinstance(before, Overrides):
                    return replace(value, entity=entity, before=before)
        return replace(value, entity=entity) if isinstance(value, Overrides) else value

    def _helper(self, name: str) -> tuple[ast.FunctionDef, Scope] | None:
        scope = self._frame.scope
        owner, definitions = scope.owner(name), self._evaluator.names.definitions(name, scope)
        if owner is None or len(definitions) != 1:
            return None
        function = definitions[0].statement
        is_helper = definitions[0].kind is Kind.FUNCTION and isinstance(function, ast.FunctionDef)
        return (function, owner) if is_helper and isinstance(function, ast.FunctionDef) else None

    def arguments(self, args: Sequence[cst.Arg], early: Sequence[str] = ()) -> Arguments:
        """The arguments of a call; those in ``early`` are consumed by it, so that later steps do not matter."""
        found = Arguments()
        for arg in args:
            consumed = arg.star or early and (arg.keyword is None or arg.keyword.value in early)
            value = self.spread(arg.value) if consumed else self.value(arg.value)
            if arg.star == "*":
                self._spread_positional(found, value)
            elif arg.star == "**":
                self._spread_keywords(found, value)
            elif arg.keyword is not None:
                self._keyword(found, arg.keyword.value, value, self._page.position(arg.keyword))
                if not isinstance(arg.value, cst.Call):
                    found.uses[arg.keyword.value] = self._page.position(arg.value)
            elif not found.incomplete:
                if not isinstance(arg.value, cst.Call):
                    found.uses[len(found.positional)] = self._page.position(arg.value)
                found.positional.append(value)
        return found

    @staticmethod
    def _spread_positional(found: Arguments, value: Value) -> None:
        known = isinstance(value, SequenceValue) and not value.incomplete and len(value.items) <= MOST_ITEMS
        if found.incomplete or not known or not isinstance(value, SequenceValue):
            found.incomplete = True
        else:
            found.positional.extend(value.items)

    def _spread_keywords(self, found: Arguments, value: Value) -> None:
        if not isinstance(value, DictValue):
            found.incomplete = True
            return
        found.incomplete = found.incomplete or value.incomplete
        for key, item in value.entries:
            if isinstance(key, Constant) and isinstance(key.value, str):
                self._keyword(found, key.value, item, key.position)
            else:
                found.incomplete = True

    @staticmethod
    def _keyword(found: Arguments, name: str, value: Value, position: Position) -> None:
        if name in found.keywords:
            found.repeated.append(name)
        found.keywords[name] = value
        found.places[name] = position

    def bound(self, name: str, arguments: Arguments, position: Position) -> Value:
        """The value of calling something by its canonical name."""
        first = arguments.positional[0] if arguments.positional else None
        if name == "functools.partial":
            positional, is_open = tuple(arguments.positional), arguments.incomplete
            return Call(position, name, arguments.keywords, arguments.places, positional, incomplete=is_open)
        if name in _COPIES and first is not None:
            return _copied(first, arguments) if isinstance(first, Call) else first
        if name == "builtins.dict":
            start = first if isinstance(first, DictValue) else DictValue(position, (), first is not None)
            return merged(start, self.mapping(arguments, position))
        if name in ("builtins.list", "builtins.tuple", "builtins.set", "builtins.frozenset"):
            items = first.items if isinstance(first, SequenceValue) else ()
            known = isinstance(first, SequenceValue) and not first.incomplete or first is None
            return SequenceValue(position, name.rpartition(".")[2], items, not known)
        if name == "builtins.str" and first is not None:
            return functions.as_string(first, position)
        if name in _ENVIRONMENT:
            return self.environment(arguments, position)
        if name.startswith("builtins.") and not arguments.keywords and not arguments.incomplete:
            result = functions.called(name.removeprefix("builtins."), arguments.positional, position)
            if result is not None:
                return result
        return bind(name, arguments, position)

    @staticmethod
    def environment(arguments: Arguments, position: Position) -> Value:
        """A variable of the environment: any string, or the default, which is checked by itself."""
        default = arguments.keywords.get("default", arguments.positional[1] if len(arguments.positional) > 1 else None)
        unset = Unknown(position, "it is read from the environment")
        return unset if default is None or arguments.incomplete else one_of(position, [unset, default])

    def mapping(self, arguments: Arguments, position: Position) -> DictValue:
        """The keywords of a call as a dict: ``dict(cpu="1")``."""
        entries = tuple((Constant(arguments.places[k], k), v) for k, v in arguments.keywords.items())
        return DictValue(position, entries, arguments.incomplete)


def _copied(call: Call, arguments: Arguments) -> Call:
    """A copy of an object, with the fields that ``dataclasses.replace`` replaces."""
    uses = {key: use for key, use in arguments.uses.items() if isinstance(key, str)}
    return replace(
        call,
        arguments={**call.arguments, **arguments.keywords},
        keywords={**call.keywords, **arguments.places},
        uses={**call.uses, **uses},
        incomplete=call.incomplete or arguments.incomplete,
    )


_CONSTANTS = {"True": True, "False": False, "None": None}

_NODES: dict[type[cst.CSTNode], Callable[[_ExpressionEvaluator, Any], Value]] = {
    cst.SimpleString: _ExpressionEvaluator.string,
    cst.ConcatenatedString: _ExpressionEvaluator.string,
    cst.FormattedString: _ExpressionEvaluator.formatted,
    cst.Integer: _ExpressionEvaluator.number,
    cst.Float: _ExpressionEvaluator.number,
    cst.Imaginary: _ExpressionEvaluator.number,
    cst.Name: _ExpressionEvaluator.name,
    cst.Attribute: _ExpressionEvaluator.attribute,
    cst.Call: _ExpressionEvaluator.call,
    cst.Tuple: _ExpressionEvaluator.group,
    cst.List: _ExpressionEvaluator.group,
    cst.Set: _ExpressionEvaluator.group,
    cst.Dict: _ExpressionEvaluator.dict,
    cst.ListComp: _ExpressionEvaluator.comprehension,
    cst.SetComp: _ExpressionEvaluator.comprehension,
    cst.GeneratorExp: _ExpressionEvaluator.comprehension,
    cst.DictComp: _ExpressionEvaluator.dict_comprehension,
    cst.IfExp: _ExpressionEvaluator.conditional,
    cst.Comparison: _ExpressionEvaluator.comparison,
    cst.BooleanOperation: _ExpressionEvaluator.boolean,
    cst.NamedExpr: _ExpressionEvaluator.assigned,
    cst.UnaryOperation: _ExpressionEvaluator.unary,
    cst.BinaryOperation: _ExpressionEvaluator.binary,
    cst.Subscript: _ExpressionEvaluator.subscript,
}


def _names_in(node: cst.CSTNode) -> Iterator[cst.Name | cst.Attribute]:
    """The names in an expression, and what is asked of them by attributes."""
    if isinstance(node, cst.Name):
        if node.value not in _CONSTANTS:
            yield node
    elif isinstance(node, cst.Attribute):
        yield node
        yield from _names_in(node.value)
    else:
        for child in node.children:
            yield from _names_in(child)
