"""The values of the nodes of one expression, as LibCST parses it."""

from __future__ import annotations

import ast
import builtins
import operator
import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import libcst as cst

from flake8_flyteconf import sdk
from flake8_flyteconf.analysis.calls import (
    Arguments,
    apply_partial,
    bind,
    copied,
    is_bindable,
    of_builtin,
    of_environment,
)
from flake8_flyteconf.analysis.context import Context
from flake8_flyteconf.analysis.objects import BoundMethod, Class, Function, Instance, Object
from flake8_flyteconf.analysis.scopes import Kind
from flake8_flyteconf.analysis.syntax import SourceExpression
from flake8_flyteconf.flytekit.calls import Overrides
from flake8_flyteconf.flytekit.objects import PLAIN_CLASSES
from flake8_flyteconf.kubernetes import models
from flake8_flyteconf.values import (
    Call,
    Constant,
    DictValue,
    Entity,
    Method,
    OneOf,
    PartialString,
    Position,
    Promise,
    QualifiedName,
    SequenceValue,
    Unknown,
    Value,
    is_none,
    is_string,
    unknown,
)
from flake8_flyteconf.values import containers, functions, paths
from flake8_flyteconf.values.folding import (
    LARGEST_NUMBER,
    MOST_ITEMS,
    as_set,
    computed,
    concatenated,
    distinct,
    is_plain,
    joined,
    merged,
    one_of,
    repeated,
    truth,
)

if TYPE_CHECKING:
    from flake8_flyteconf.analysis.evaluator import Evaluator


def _is_in(part: Any, whole: Any) -> bool:
    return part in whole


def _is_not_in(part: Any, whole: Any) -> bool:
    return part not in whole


_ARITHMETIC: Mapping[type[cst.BaseBinaryOp], Callable[..., object]] = {
    cst.Add: operator.add,
    cst.Subtract: operator.sub,
    cst.Multiply: operator.mul,
    cst.Divide: operator.truediv,
    cst.FloorDivide: operator.floordiv,
    cst.Modulo: operator.mod,
    cst.Power: operator.pow,
}
_COMPARISONS: Mapping[type[cst.BaseCompOp], Callable[..., object]] = {
    cst.Equal: operator.eq,
    cst.NotEqual: operator.ne,
    cst.LessThan: operator.lt,
    cst.LessThanEqual: operator.le,
    cst.GreaterThan: operator.gt,
    cst.GreaterThanEqual: operator.ge,
    cst.Is: operator.is_,
    cst.IsNot: operator.is_not,
    cst.In: _is_in,
    cst.NotIn: _is_not_in,
}
#: What it says about an item that is there.
_MEMBERSHIP: Mapping[Callable[..., object], bool] = {_is_in: True, _is_not_in: False}

_COPIES = frozenset({"copy.copy", "copy.deepcopy", "dataclasses.replace"})
#: Why a value is unknown that is one of several when the file tests which one.
TOLD_APART = "a test tells its values apart"
#: What reads a variable of the environment and takes a default.
_ENVIRONMENT = frozenset({"os.environ.get", "os.getenv"})
#: What says the same in every run of a project: which branch a test of it takes is not asked.
_OF_THE_INTERPRETER = frozenset({"sys.version_info", "sys.platform", "os.name"})
#: Items that a comprehension is evaluated for.
_MOST_ITERATIONS = 100

#: The outcomes of a test that asks for something unknown.
EITHER: Set[bool] = frozenset({True, False})
NEITHER: Set[bool] = frozenset()


class Expression:
    """The value of each node of one page."""

    def __init__(
        self,
        evaluator: Evaluator,
        page: SourceExpression,
        context: Context,
        variables: Mapping[str, Value] | None = None,
    ) -> None:
        self._evaluator = evaluator
        self._page = page
        self._context = context
        #: The variables of the comprehensions around.
        self._variables = variables or {}

    def value(self, node: cst.BaseExpression) -> Value:
        evaluate = _NODES.get(type(node)) if self._context.trace.within_budget() else None
        return Unknown(self._page.position(node), _not_followed(node)) if evaluate is None else evaluate(self, node)

    def spread(self, node: cst.BaseExpression) -> Value:
        """The value of what is copied here, by ``*``, ``**`` or a call: it does not see later steps."""
        return self._as_of(self._context.used_at((self._context.scope, self._page.source.line))).value(node)

    def taken(self, node: cst.BaseExpression) -> Value:
        """The value of a container of which a part or a copy is taken here: later steps change neither."""
        late = self.value(node)
        # What an attribute is asked of was taken already; a second look at each of a chain would double the work.
        kinds = (SequenceValue, DictValue, Unknown) if isinstance(node, cst.Name) else (SequenceValue, DictValue)
        if not isinstance(late, kinds) or not isinstance(node, (cst.Name, cst.Attribute)):
            return late
        early = self.spread(node)
        return late if containers.are_alike(late, early) else containers.as_copied(early)

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
            elif isinstance(part, cst.FormattedStringExpression) and not _is_formatted(part):
                inner = self.value(part.expression)
                if isinstance(inner, Constant) and is_plain(inner):
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
        return self._evaluator.name(node.value, self._context, position)

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
        left, right = self.taken(node.left), self.taken(node.right)
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
        if isinstance(node.operator, cst.BitOr) and _are_types(left, right):
            return QualifiedName(position, "types.UnionType")
        if isinstance(node.operator, cst.Divide) and paths.is_path(left):
            return paths.some_path(position)
        function = _ARITHMETIC.get(type(node.operator))
        if function is not None and isinstance(left, Constant) and isinstance(right, Constant):
            return computed(position, function, left.value, right.value)
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
        if isinstance(test, cst.BooleanOperation):
            return self._outcomes_of_both(test)
        known = truth(self.value(test))
        if known is not None:
            return {known}
        names = list(_names_in(test))
        decided = all(self._is_decided(name) for name in names)
        return NEITHER if decided or any(self._is_known(name) for name in names) else EITHER

    def _outcomes_of_both(self, test: cst.BooleanOperation) -> Set[bool]:
        """What a test by ``and`` or ``or`` can say."""
        ends = isinstance(test.operator, cst.Or)
        left, right = self.outcomes(test.left), self.outcomes(test.right)
        if {ends} in (left, right):
            return {ends}
        return left | right if left and right else NEITHER

    def _is_decided(self, name: cst.Name | cst.Attribute) -> bool:
        """Whether a name means the same in every run, though not here: ``__doc__``, ``len``, a class of Python."""
        if isinstance(name, cst.Attribute) and not isinstance(name.value, (cst.Name, cst.Attribute)):
            return True  # what it is asked of has its own names
        value = self.value(name)
        if not isinstance(value, QualifiedName):
            return False
        package, _, rest = value.name.partition(".")
        own = package == "builtins" and hasattr(builtins, rest) and rest != "__name__"
        return own or value.name in PLAIN_CLASSES

    def _is_known(self, name: cst.Name | cst.Attribute) -> bool:
        """Whether the file tells what a name means; of what is imported it only tells the name."""
        value = self.value(name)
        if isinstance(value, Unknown) and value.reason == TOLD_APART:
            return True
        if isinstance(value, QualifiedName) and value.name in _OF_THE_INTERPRETER:
            return True
        if isinstance(value, QualifiedName) and isinstance(name, cst.Name):
            bindings = self._evaluator.names.definitions(name.value, self._context.scope)
            return any(binding.kind is not Kind.IMPORT for binding in bindings)
        return not isinstance(value, (Unknown, QualifiedName, Promise))

    def comparison(self, node: cst.Comparison) -> Value:
        position = self._page.position(node)
        left = self.value(node.left)
        if len(node.comparisons) != 1:
            return Unknown(position, "chained comparisons are not followed")
        (target,) = node.comparisons
        right = self.value(target.comparator)
        function = _COMPARISONS.get(type(target.operator))
        if function in (operator.is_, operator.is_not) and not is_none(right):
            return Unknown(position, "which object is meant is not followed")
        if is_none(right) and function in (operator.is_, operator.is_not):
            # What a name of another module means may be None.
            named = isinstance(left, QualifiedName) and not is_known(left.name)
            known = not named and not isinstance(left, (Unknown, OneOf, Promise))
            return (
                Constant(position, is_none(left) == (function is operator.is_))
                if known
                else unknown(position, "what is compared is unknown", left)
            )
        if isinstance(left, Constant) and isinstance(right, SequenceValue) and not right.incomplete:
            if (
                function is not None
                and function in _MEMBERSHIP
                and all(isinstance(item, Constant) for item in right.items)
            ):
                values = [item.value for item in right.items if isinstance(item, Constant)]
                return Constant(position, (left.value in values) is _MEMBERSHIP[function])
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
        if kind == "set":
            return as_set(self._page.position(node), kind, items, is_open)
        return SequenceValue(self._page.position(node), kind, tuple(items), is_open, uses)

    def dict(self, node: cst.Dict) -> Value:
        result = DictValue(self._page.position(node), ())
        entries: list[tuple[Value, Value]] = []
        for element in node.elements:
            if isinstance(element, cst.DictElement):
                key = self.value(element.key)
                if not isinstance(key, (Constant, QualifiedName)) and entries:
                    # It may be one of those before.
                    result = merged(result, DictValue(result.position, distinct(entries)))
                    result, entries = merged(result, Unknown(result.position)), []
                entries.append((key, self.value(element.value)))
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

    def _iterations(self, loop: cst.CompFor) -> Iterator[Expression | None]:
        """An evaluator for each item that a loop takes, None when its items are not known."""
        source = self.spread(loop.iter)
        if isinstance(source, DictValue):
            source = containers.method(source, "keys", (), source.position)
        known = isinstance(source, SequenceValue) and not source.incomplete and len(source.items) <= _MOST_ITERATIONS
        if not isinstance(source, SequenceValue) or not known or loop.inner_for_in is not None or loop.asynchronous:
            yield None
            return
        scope = self._context.scope
        # The names of a class are none inside a comprehension.
        outside = scope.parent if isinstance(scope.node, ast.ClassDef) and scope.parent is not None else scope
        for item in source.items:
            variables = _unpacked(loop.target, item)
            if variables is None:
                yield None
                return
            inner = Expression(
                self._evaluator, self._page, self._context.within(outside), {**self._variables, **variables}
            )
            outcomes = [inner.outcomes(condition.test) for condition in loop.ifs]
            if any(len(outcome) != 1 for outcome in outcomes):
                yield None
                return
            if all(True in outcome for outcome in outcomes):
                yield inner

    def subscript(self, node: cst.Subscript) -> Value:
        position, container = self._page.position(node), self.taken(node.value)
        index = node.slice[0].slice if len(node.slice) == 1 else None
        if isinstance(index, cst.Slice):
            return self._sliced(container, index, position)
        key = self.value(index.value) if isinstance(index, cst.Index) else None
        if isinstance(container, Class) and isinstance(key, Constant) and isinstance(key.value, str):
            return self._evaluator.member(container, key.value, position, self._context)
        found = containers.item(container, key) if key is not None else None
        if found is not None:
            return found
        if isinstance(container, QualifiedName) and container.name.startswith(_TYPES):
            return QualifiedName(position, f"{container.name}[]")  # a type with its arguments
        if isinstance(container, DictValue) and isinstance(key, Constant):
            return unknown(position, f"there may be no key {key.value!r}", container)
        return unknown(position, "the key or index is unknown", container, *(() if key is None else (key,)))

    def _sliced(self, container: Value, index: cst.Slice, position: Position) -> Value:
        """A part of a list, tuple or string."""
        ends = [self.value(end) if end is not None else None for end in (index.lower, index.upper, index.step)]
        known = all(end is None or isinstance(end, Constant) and type(end.value) is int for end in ends)
        numbers = [end.value if isinstance(end, Constant) and isinstance(end.value, int) else None for end in ends]
        if not known or numbers[2] == 0:
            return Unknown(position, "the key or index is unknown")
        if isinstance(container, SequenceValue) and not container.incomplete and container.type in ("list", "tuple"):
            return SequenceValue(position, container.type, container.items[slice(*numbers)])
        if isinstance(container, Constant) and isinstance(container.value, str):
            return Constant(position, container.value[slice(*numbers)])
        return unknown(position, "a part of what is not known", container)

    # -- attributes and calls

    def attribute(self, node: cst.Attribute) -> Value:
        position = self._page.position(node)
        return self._evaluator.attribute(self.taken(node.value), node.attr.value, position, self._context)

    def call(self, node: cst.Call) -> Value:
        position, callee = self._page.position(node), self.value(node.func)
        if isinstance(callee, Function):
            return self._evaluator.functions.called(callee, self.arguments(node.args), position, self._context)
        if isinstance(callee, BoundMethod):
            return self._method(node, callee, position)
        if isinstance(callee, Entity):
            return self._evaluator.call_of(callee, position, self._context.scope)
        if isinstance(callee, Call):
            return self._of_object(node, callee, position)
        if isinstance(callee, QualifiedName):
            return self._of_library(node, callee, position)
        if isinstance(callee, Class):
            given = self.arguments(node.args)
            if not given.incomplete:
                reason = f"an object of {callee.node.name} is not followed"
                extends, values = callee.home.classes.extended(callee), given.positional
                return Object(position, reason, extends, made_by=callee, positional=values, keywords=given.keywords)
        return unknown(position, "what is called is unknown", callee)

    def _of_library(self, node: cst.Call, callee: QualifiedName, position: Position) -> Value:
        """The call of a class or function of a library."""
        name, place, context = callee.name, (self._context.scope, self._page.source.line), self._context
        if name in _COPIES or name.startswith("builtins."):
            return self._as_of(context.used_at(place)).bound(name, node.args, position)
        if models.is_model(name):
            return self._as_of(context.copied_at(place)).bound(name, node.args, position)
        if sdk.makes_nodes_itself(name) and sdk.signature(name) is None:
            return self._evaluator.node(position, name.rpartition(".")[2], "", context.scope)
        if name in paths.MAKERS:
            return paths.some_path(position)
        if name in sdk.DICTS:
            return of_builtin("dict", self.arguments(node.args), position)
        if not is_known(name):
            return self._evaluator.foreign(name, position, context.scope)
        return self.bound(name, node.args, position, sdk.consumed_by(name))

    def _of_object(self, node: cst.Call, callee: Call, position: Position) -> Value:
        """The call of what a call has made: a partial, a decorator kept in a name, a launch plan."""
        if callee.name == "functools.partial":
            return apply_partial(callee, self.arguments(node.args), position)
        if (made := sdk.made_by(callee)) is not None:  # the decorator is applied to a function
            return (
                callee
                if made == sdk.FLYTEKIT_TASK
                else Instance(position, "its function is not followed", class_name=made)
            )
        if name := sdk.calling(callee):
            # Where an environment is no decorator, what it is called with does not matter.
            return Call(position, name, {}) if sdk.signature(name) is None else self.bound(name, node.args, position)
        if (entity := sdk.entity_made_by(callee.name)) is not None:
            return self._evaluator.node(position, callee.title, entity, self._context.scope)
        return unknown(position, "what is called is unknown", callee)

    def _method(self, node: cst.Call, callee: BoundMethod, position: Position) -> Value:
        """The call of a method of an object that is known."""
        receiver, given = callee.receiver, self.arguments(node.args)
        if paths.is_path(receiver):
            return paths.some_path(position)
        if not sdk.is_method(callee.name):
            name = callee.name.rpartition(".")[2]
            if given.incomplete:
                return Unknown(position, "the arguments are unknown")
            if not isinstance(receiver, Constant):
                return containers.method(receiver, name, given.positional, position)
            return functions.method(receiver, name, given.positional, given.keywords, position)
        value = bind(callee.name, given, position)
        if isinstance(value, Overrides):
            return self._overrides(value, receiver)
        return replace(value, receiver=receiver) if isinstance(value, Method) else value

    @staticmethod
    def _overrides(value: Overrides, receiver: Value) -> Value:
        """``node.with_overrides(...)``, with what is known of the node."""
        if isinstance(receiver, Overrides):
            return replace(value, entity=receiver.entity, task=receiver.task, before=receiver)
        if isinstance(receiver, Instance) and receiver.imported and not sdk.is_surely_override(value):
            return Unknown(value.position, "what is called may be something else")
        entity = receiver.entity if isinstance(receiver, (Promise, Instance)) else None
        task = receiver.task if isinstance(receiver, Promise) else None
        return replace(value, entity=sdk.UNCALLED_TASK if isinstance(receiver, Entity) else entity or "", task=task)

    def _as_of(self, context: Context) -> Expression:
        """The same expression in another context."""
        return Expression(self._evaluator, self._page, context, self._variables)

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

    def bound(self, name: str, args: Sequence[cst.Arg], position: Position, early: Sequence[str] = ()) -> Value:
        """The value of calling something by its canonical name."""
        arguments = self.arguments(args, early)
        if name == "functools.partial":
            positional, is_open = tuple(arguments.positional), arguments.incomplete
            return Call(position, name, arguments.keywords, arguments.places, positional, incomplete=is_open)
        first = arguments.positional[0] if arguments.positional else None
        if name in _COPIES and isinstance(first, Object):
            return replace(first, keywords={**first.keywords, **arguments.keywords})
        if name in _COPIES and first is not None:
            return copied(first, arguments) if isinstance(first, Call) else first
        if name in _ENVIRONMENT:
            return of_environment(arguments, position)
        if name.startswith("builtins."):
            return of_builtin(name.removeprefix("builtins."), arguments, position)
        return bind(name, arguments, position)

    def keywords(self, position: Position) -> DictValue:
        """The keywords of the call that is the expression, as a dict: ``labels.update(team="a")``."""
        call = self._page.root
        return self.arguments(call.args if isinstance(call, cst.Call) else ()).as_dict(position)


def is_known(name: str) -> bool:
    """Whether something is known about the result of a call, by the canonical name of what is called."""
    if name in _COPIES or name in _ENVIRONMENT or name == "functools.partial" or sdk.makes_nodes_itself(name):
        return True
    return (
        is_bindable(name) or name in paths.MAKERS or name.startswith("builtins.") and not name.startswith("builtins.__")
    )


#: Beginnings of the names of Python's own types.
_TYPES = ("builtins.", "typing.")


def _are_types(*operands: Value) -> bool:
    """Whether the operands of ``|`` are types, or None beside one."""
    types = [each for each in operands if isinstance(each, QualifiedName) and each.name.startswith(_TYPES)]
    return bool(types) and all(each in types or is_none(each) for each in operands)


def _is_formatted(part: cst.FormattedStringExpression) -> bool:
    """Whether a field of an f-string is more than the value: ``{size:>4}``, ``{size!r}``, ``{size=}``."""
    return bool(part.format_spec or part.equal) or part.conversion not in (None, "s")


def _not_followed(node: cst.CSTNode) -> str:
    """Why a node has no value: by the name of its kind, such as ``a list comp``."""
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", type(node).__name__).lower()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words} is not followed"


def _unpacked(target: cst.BaseExpression, item: Value) -> dict[str, Value] | None:
    """The variables that a loop binds to an item, None when that is not known."""
    if isinstance(target, cst.Name):
        return {target.value: item}
    if not isinstance(target, (cst.Tuple, cst.List)) or not isinstance(item, SequenceValue) or item.incomplete:
        return None
    names = [each.value.value for each in target.elements if isinstance(each.value, cst.Name)]
    return dict(zip(names, item.items)) if len(names) == len(target.elements) == len(item.items) else None


_CONSTANTS = {"True": True, "False": False, "None": None}

_NODES: dict[type[cst.CSTNode], Callable[[Expression, Any], Value]] = {
    cst.SimpleString: Expression.string,
    cst.ConcatenatedString: Expression.string,
    cst.FormattedString: Expression.formatted,
    cst.Integer: Expression.number,
    cst.Float: Expression.number,
    cst.Imaginary: Expression.number,
    cst.Name: Expression.name,
    cst.Attribute: Expression.attribute,
    cst.Call: Expression.call,
    cst.Tuple: Expression.group,
    cst.List: Expression.group,
    cst.Set: Expression.group,
    cst.Dict: Expression.dict,
    cst.ListComp: Expression.comprehension,
    cst.SetComp: Expression.comprehension,
    cst.GeneratorExp: Expression.comprehension,
    cst.DictComp: Expression.dict_comprehension,
    cst.IfExp: Expression.conditional,
    cst.Comparison: Expression.comparison,
    cst.BooleanOperation: Expression.boolean,
    cst.NamedExpr: Expression.assigned,
    cst.UnaryOperation: Expression.unary,
    cst.BinaryOperation: Expression.binary,
    cst.Subscript: Expression.subscript,
}


def _names_in(node: cst.CSTNode) -> Iterator[cst.Name | cst.Attribute]:
    """The names in an expression, and what is asked of them by attributes."""
    if isinstance(node, cst.Name):
        if node.value not in _CONSTANTS:
            yield node
    elif isinstance(node, cst.Attribute):
        yield node
        yield from _names_in(node.value)
    elif isinstance(node, cst.Arg):  # a keyword names a parameter
        yield from _names_in(node.value)
    else:
        for child in node.children:
            yield from _names_in(child)
