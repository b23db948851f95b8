"""The value of an object after the steps that the statements of a file take on it."""

from __future__ import annotations

import ast
import functools
import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from flake8_flyteconf import sdk
from flake8_flyteconf.analysis.context import Context
from flake8_flyteconf.analysis.expressions import Expression
from flake8_flyteconf.analysis.mutations import Mutation, Mutations
from flake8_flyteconf.analysis.objects import Class, Instance, Object, class_of
from flake8_flyteconf.analysis.scopes import Binding, Scope
from flake8_flyteconf.analysis.tree import line_of
from flake8_flyteconf.values import (
    Call,
    Constant,
    DictValue,
    KubernetesObject,
    OneOf,
    SequenceValue,
    Unknown,
    Value,
    unknown,
)
from flake8_flyteconf.values.folding import MOST_ITEMS, is_immutable, merged

if TYPE_CHECKING:
    from flake8_flyteconf.analysis.evaluator import Evaluator


def _changed(part: Value, mutation: Mutation) -> Unknown:
    """A part after a step that may have changed anything in it; its own methods leave it an object of its class."""
    reason = mutation.reason
    class_name = class_of(part) if mutation.effect == "method" else ""
    return Instance(part.position, reason, class_name=class_name) if class_name else Unknown(part.position, reason)


class Steps:
    """Applies the mutations of objects to their values."""

    def __init__(self, evaluator: Evaluator, mutations: Mutations) -> None:
        self._evaluator = evaluator
        self._mutations = mutations

    def applied(
        self, value: Value, mutations: Sequence[Mutation], binding: Binding, owner: Scope, context: Context
    ) -> Value:
        """The value of a binding after the mutations of its object, as far as they come before its use."""
        ends = (context.use, None if isinstance(value, Call) else context.copy)
        last = min((line for scope, line in filter(None, ends) if scope is owner), default=None)

        def outline(mutation: Mutation) -> tuple[tuple[str | int, ...], bool, bool]:
            before = last is None or line_of(mutation.statement) < last
            certain = before and self._mutations.certain(mutation, binding)
            return mutation.path, certain, certain and mutation.effect in ("append", "extend")

        for (path, certain, adds), group in itertools.groupby(mutations, outline):
            if adds:  # a list that grows item by item is copied once
                value = _changed_at(value, path, functools.partial(self._extended, list(group), context), False)
            else:
                for mutation in group:
                    value = self.changed(value, mutation, certain, context)
        return value

    def changed(self, value: Value, mutation: Mutation, certain: bool, context: Context) -> Value:
        """The value after one step."""
        if isinstance(value, (Class, Object)):
            return Unknown(value.position, mutation.reason)  # its attributes are not followed one by one
        if mutation.effect == "escape" and (is_immutable(value) or _is_asked(value, mutation.path)):
            return value
        if mutation.effect == "setdefault":
            return _changed_at(
                value, mutation.path[:-1], lambda part: self._with_default(part, mutation, certain, context), False
            )

        def change(part: Value) -> Value:
            return self._changed_part(part, mutation, certain, context)

        return _changed_at(value, mutation.path, change, certain and mutation.effect == "set")

    def _changed_part(self, part: Value, mutation: Mutation, certain: bool, context: Context) -> Value:
        """The part of a value that a step is about, after it."""
        if mutation.effect == "escape" and is_immutable(part):
            return part
        changed = _changed(part, mutation)
        if mutation.value is None or not certain and mutation.effect == "set":
            return changed
        copied = context.copied_at((mutation.scope, line_of(mutation.statement)))
        if mutation.effect == "set":
            return self._evaluator.evaluate(mutation.value, copied)
        if mutation.effect == "update":
            return self._updated(part, mutation.value, copied, certain)
        return replace(part, incomplete=True) if isinstance(part, SequenceValue) and part.type == "list" else changed

    def _with_default(self, part: Value, mutation: Mutation, certain: bool, context: Context) -> Value:
        """A dict after ``setdefault`` of a key."""
        if not certain or not isinstance(part, DictValue) or not part.knows_keys or mutation.value is None:
            return _changed(part, mutation)
        key = str(mutation.path[-1])
        if part.get(key) is not None:
            return part
        copied = context.copied_at((mutation.scope, line_of(mutation.statement)))
        added = self._evaluator.evaluate(mutation.value, copied)
        return replace(part, entries=(*part.entries, (Constant(added.position, key), added)))

    def _extended(self, mutations: Sequence[Mutation], context: Context, part: Value) -> Value:
        """A list after ``append`` and ``extend``."""
        if not isinstance(part, SequenceValue) or part.type != "list":
            return unknown(part.position, "something is added to what is not a list", part)
        items, is_open = list(part.items), part.incomplete
        for mutation in mutations:
            added: Value = Unknown(part.position)
            # What ``append(*items)`` adds is not followed.
            if mutation.value is not None and not isinstance(mutation.value, ast.Starred):
                copied = context.copied_at((mutation.scope, line_of(mutation.statement)))
                added = self._evaluator.evaluate(mutation.value, copied)
            if mutation.effect == "append" and not isinstance(mutation.value, ast.Starred):
                items.append(added)
            elif isinstance(added, SequenceValue) and len(items) + len(added.items) <= MOST_ITEMS:
                items.extend(added.items)
                is_open = is_open or added.incomplete
            else:
                is_open = True
        return replace(part, items=tuple(items), incomplete=is_open)

    def _updated(self, part: Value, argument: ast.expr, context: Context, certain: bool) -> Value:
        """A dict after ``update``: with a dict, or with keywords when ``argument`` is the call itself."""
        if not isinstance(part, DictValue) or not certain or isinstance(argument, ast.Starred):
            return unknown(part.position, "it is not a dict, or may be updated", part)
        if isinstance(argument, ast.Call) and isinstance(argument.func, ast.Attribute):
            expression = Expression(self._evaluator, self._evaluator.page(argument), context)
            return merged(part, expression.keywords(part.position))
        return merged(part, self._evaluator.evaluate(argument, context))


def _changed_at(value: Value, path: Sequence[str | int], change: Callable[[Value], Value], adds: bool) -> Value:
    """The value with the part at ``path`` changed; where the path leads nowhere, the value becomes unknown."""
    if isinstance(value, OneOf):
        return replace(value, alternatives=tuple(_changed_at(v, path, change, adds) for v in value.alternatives))
    if not path:
        return change(value)
    head, rest = path[0], path[1:]

    def inside(part: Value) -> Value:
        return _changed_at(part, rest, change, adds)

    if isinstance(value, Call) and isinstance(head, str):
        return _with_argument(value, head, inside)
    if isinstance(value, DictValue) and isinstance(head, str):
        return _with_entry(value, head, inside, adds and not rest)
    if isinstance(value, SequenceValue) and isinstance(head, int) and not value.incomplete:
        if -len(value.items) <= head < len(value.items):
            items = list(value.items)
            items[head] = inside(items[head])
            return replace(value, items=tuple(items), uses=())
    return unknown(value.position, "a part of it may be changed that is not known", value)


def _is_asked(value: Value, path: Sequence[str | int]) -> bool:
    """Whether an attribute is handed on that an object works out itself: ``fetch(app.endpoint)``."""
    if not path or not isinstance(value, Call):
        return False
    return isinstance(path[0], str) and not path[0].startswith("__") and not _has_field(value, path[0])


def _has_field(call: Call, name: str) -> bool:
    known = sdk.signature(call.name)
    return isinstance(call, KubernetesObject) or known is not None and known.accepts(name)


def _with_argument(call: Call, name: str, change: Callable[[Value], Value]) -> Value:
    """A call after something was done to an attribute of its result."""
    if name.startswith("__"):
        return call if name == "__doc__" else Unknown(call.position, f"its attribute {name} is changed")
    if not _has_field(call, name) or not call.keeps_arguments:
        return call if call.is_data else Unknown(call.position, f"its attribute {name} is changed")
    # What was left to its default is known by an assignment only.
    default = Unknown(call.position, f"{name} is left to its default")
    return call.with_argument(name, change(call.arguments.get(name, default)))


def _with_entry(value: DictValue, key: str, change: Callable[[Value], Value], adds: bool) -> Value:
    """A dict after something was done to the value of a key, which is new only where the change ``adds`` it."""
    entry = next((e for e in reversed(value.entries) if isinstance(e[0], Constant) and e[0].value == key), None)
    if entry is not None:
        changed = (entry[0], change(entry[1]))
        return replace(value, entries=tuple(changed if e is entry else e for e in value.entries))
    if not adds:
        return replace(value, incomplete=True)
    added = change(Unknown(value.position, f"there may be no key {key!r}"))
    return replace(value, entries=(*value.entries, (Constant(added.position, key), added)))
