"""The functions of one file: what their parameters are, what decorated ones have become, what helpers return."""

from __future__ import annotations

import ast
import functools
from typing import TYPE_CHECKING, NamedTuple

from flake8_flyteconf import sdk
from flake8_flyteconf.analysis.calls import Arguments
from flake8_flyteconf.analysis.context import Context
from flake8_flyteconf.analysis.expressions import TOLD_APART
from flake8_flyteconf.analysis.factories import Factories, argument_of
from flake8_flyteconf.analysis.interfaces import Interfaces, parameters, undecorated
from flake8_flyteconf.analysis.objects import Function, Instance, called_by, maker_of
from flake8_flyteconf.analysis.scopes import Binding, Kind, Scope
from flake8_flyteconf.analysis.syntax import Unreadable
from flake8_flyteconf.values import Entity, Input, Position, Promise, SequenceValue, Unknown, Value
from flake8_flyteconf.values.elsewhere import seen_from
from flake8_flyteconf.values.folding import one_of

if TYPE_CHECKING:
    from flake8_flyteconf.analysis.evaluator import Evaluator

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_Function = ast.FunctionDef | ast.AsyncFunctionDef
_DISPLAYS = (ast.Compare, ast.Constant, ast.Dict, ast.DictComp, ast.JoinedStr, ast.List, ast.ListComp, ast.Set)


class _Decorator(NamedTuple):
    """A decorator by its canonical name, empty when it is not known; of a method, with its object."""

    name: str = ""
    receiver: Value | None = None


class Functions:
    """Evaluates parameters, decorated functions and the calls of helpers."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._names = evaluator.names
        self._factories = Factories(evaluator.names)
        self._interfaces = Interfaces(evaluator.names, evaluator.sources)
        self._decorators: dict[_Function, _Decorator] = {}
        self._configurations: dict[_Function, Value | None] = {}

    def parameter(self, name: str, binding: Binding, owner: Scope, context: Context, position: Position) -> Value:
        """The value of a parameter: an input of a workflow, what the call at hand or all calls in the file pass."""
        if owner is context.scope and name in context.arguments:
            return context.arguments[name]
        if self.are_in_workflow(owner):
            return Promise(position, name)
        value = self._passed(name, binding, owner, context, position)
        if type(value) is Unknown and (declared := self._interfaces.declared(name, binding, owner)):
            if class_name := sdk.class_named(declared):
                return Instance(position, value.reason, class_name=class_name)
        return value

    def _passed(self, name: str, binding: Binding, owner: Scope, context: Context, position: Position) -> Value:
        """What the calls in this file pass for a parameter of a plain function, one alternative per call."""
        unknown_parameter = Unknown(position, f"{name} is a parameter")
        function = binding.statement
        if not isinstance(function, ast.FunctionDef) or (function, name) in context.active:
            return unknown_parameter
        tested = self._factories.tested(function)
        if name in tested:
            return Unknown(position, TOLD_APART)
        calls = self._factories.calls(function)
        # What a call passes may depend on what it passes for another parameter.
        if not calls or len(calls) > 1 and tested:
            return unknown_parameter
        entered = context.entering((function, name))
        values = [self._argument(call, function, name, entered.within(scope)) for call, scope in calls]
        return one_of(position, [value if value is not None else unknown_parameter for value in values])

    def _argument(self, call: ast.Call, function: ast.FunctionDef, name: str, context: Context) -> Value | None:
        """What one call passes for a parameter; None when that is not known."""
        expression = argument_of(call, function, name)
        if expression is None:
            return None
        try:
            return self._evaluator.evaluate(expression, context)
        except Unreadable:
            return None

    def defined(self, node: _Function, owner: Scope, position: Position) -> Value:
        """The task or workflow that a decorated function has become, or a plain function."""
        if not node.decorator_list:
            reason = f"{node.name} is a function"
            if isinstance(node, ast.FunctionDef):
                return Function(position, reason, node=node, scope=owner, home=self._evaluator)
            return Unknown(position, reason)
        decorator = self.decorator(node, owner)
        if not decorator.name:
            return Unknown(position, f"{node.name} is a function with a decorator that is not known")
        is_plain = len(node.decorator_list) == 1 and node.args.vararg is None and node.args.kwarg is None
        inputs = self._interfaces.inputs(node, owner) if is_plain else None
        is_async = isinstance(node, ast.AsyncFunctionDef)
        read = functools.partial(self.configuration, node, owner)
        return Entity(position, node.name, decorator.name, inputs, decorator.receiver, is_async, read)

    def configuration(self, node: _Function, owner: Scope) -> Value | None:
        """What the outermost decorator of a task or workflow of flytekit was called with, None when it was not."""
        if node not in self._configurations:
            decorator = node.decorator_list[0]
            is_called = isinstance(decorator, ast.Call) and sdk.made_of_function(self.decorator(node, owner).name)
            is_plain = sdk.made_of_function(self._names.qualified_name(decorator, owner) or "")
            unknown = Unknown(self._evaluator.sources.position(decorator), "it is made elsewhere")
            self._configurations[node] = None if is_plain else unknown
            if is_called:
                line = self._evaluator.sources.position(decorator).line
                context = Context(owner, use=(owner, line), statement=node)  # as whoever reads the decorator
                try:
                    self._configurations[node] = self._evaluator.evaluate(decorator, context)
                except (Unreadable, RecursionError):
                    pass
        return self._configurations[node]

    def decorator(self, node: _Function, owner: Scope) -> _Decorator:
        """The outermost decorator of a function, which says what it has become."""
        if node not in self._decorators:
            self._decorators[node] = _Decorator()  # what decorates itself is unknown
            for decorator in node.decorator_list[:1]:
                value = self._evaluator.callee(undecorated(decorator), Context(owner))
                if isinstance(value, Function):  # a helper that makes the decorator
                    value = self._evaluator.evaluate(decorator, Context(owner))
                    self._decorators[node] = _Decorator(maker_of(value) or "", getattr(value, "receiver", None))
                else:
                    self._decorators[node] = _Decorator(called_by(value) or "", getattr(value, "receiver", None))
        return self._decorators[node]

    def inputs(self, function: _Function, owner: Scope) -> tuple[Input, ...]:
        """The inputs of a function that is decorated, see :meth:`Interfaces.inputs`."""
        return self._interfaces.inputs(function, owner)

    def tuple_of_one(self, function: _Function, owner: Scope) -> Position | None:
        """The return type of a function that is decorated, see :meth:`Interfaces.tuple_of_one`."""
        return self._interfaces.tuple_of_one(function, owner)

    def are_in_workflow(self, scope: Scope) -> bool:
        """Whether an expression in a scope is evaluated when a workflow is compiled."""
        around = scope.function()
        if around is None or around.parent is None or not isinstance(around.node, _FUNCTIONS):
            return False
        return sdk.is_workflow(self.decorator(around.node, around.parent).name)

    def called(self, function: Function, arguments: Arguments, position: Position, context: Context) -> Value:
        """What a helper function returns for these arguments; an object of the declared class when that is unknown."""
        if function.home is not self._evaluator:
            home = function.home
            if not context.trace.within_budget():
                return Unknown(position, "it takes too long to follow")
            there = context.elsewhere(function.scope)
            try:
                return seen_from(home.functions.called(function, arguments, home.sources.end, there), position)
            except RecursionError:
                return Unknown(position, "it leads through too many modules")
        value = self._result(function, arguments, position, context)
        declared = self._interfaces.declared_result(function.node, function.scope)
        if type(value) is Unknown and declared is not None and (class_name := sdk.class_named(declared)):
            return Instance(position, value.reason, class_name=class_name)
        return value

    def _result(self, function: Function, arguments: Arguments, position: Position, context: Context) -> Value:
        node = function.node
        name_of = getattr(node, "name", "a lambda")
        result = self._interfaces.returned(node)
        if result is None or arguments.incomplete:
            return Unknown(position, f"{name_of} has several results or takes arguments that are unknown")
        inner = self._inside(function)
        positional = [a.arg for a in (*node.args.posonlyargs, *node.args.args)]
        if len(arguments.positional) > len(positional) and node.args.vararg is None:
            return Unknown(position, f"{name_of} takes fewer arguments")
        if node in context.active:
            return Unknown(position, f"{name_of} calls itself")
        given = {**arguments.keywords, **dict(zip(positional, arguments.positional))}
        values: dict[str, Value] = {}
        if node.args.vararg is not None:
            rest = tuple(arguments.positional[len(positional) :])
            values[node.args.vararg.arg] = SequenceValue(position, "tuple", rest)
        if node.args.kwarg is not None:
            others = arguments.without(parameters(node))
            values[node.args.kwarg.arg] = others.as_dict(position)
        for name in parameters(node):
            default = inner.default(name)
            if name in given:
                values[name] = given[name]
            elif default is not None:
                values[name] = self._evaluator.evaluate(default, context.within(function.scope))
        return self._evaluator.evaluate(result, context.called(inner, values, node))

    def may_return_call(self, function: Function) -> bool:
        """Whether the result of a function of this file may be a call; most helpers return text and numbers."""
        result = self._interfaces.returned(function.node)
        return result is not None and not self._is_plain(result, self._inside(function))

    def _is_plain(self, expression: ast.expr, scope: Scope) -> bool:
        """Whether an expression is a text, a number or a container, or a name for such a one in its function."""
        if isinstance(expression, ast.Name):
            bindings = scope.bindings.get(expression.id, ())
            values = [binding.value for binding in bindings if binding.kind in (Kind.VALUE, Kind.AUGMENTED)]
            return 0 < len(bindings) == len(values) and all(map(_is_display, values))
        if isinstance(expression, ast.Call) and isinstance(expression.func, ast.Attribute):
            return _is_display(expression.func.value)  # "".join(parts)
        return _is_display(expression)

    def make_something(self, function: Function) -> bool:
        """Whether a function of this file returns something that is made by a callable of an SDK."""
        result = self._interfaces.returned(function.node)
        declared = self._interfaces.declared_result(function.node, function.scope)
        if declared is not None and sdk.class_named(declared):
            return True
        return result is not None and self._evaluator.maker(result, self._inside(function)) is not None

    def _inside(self, function: Function) -> Scope:
        """The scope of a function of this file."""
        if isinstance(function.node, ast.Lambda):
            return self._names.scope_of_lambda(function.node, function.scope)
        return self._names.scope_of(function.node)


def _is_display(expression: ast.expr | None) -> bool:
    """Whether an expression writes a text, a number or a container, or adds to one."""
    if isinstance(expression, ast.BinOp):
        return _is_display(expression.left) or _is_display(expression.right)
    return isinstance(expression, _DISPLAYS)
