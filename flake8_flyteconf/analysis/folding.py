"""Constants and parts put together: arithmetic, strings, lists and dicts, and a value with one part changed."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from dataclasses import replace

import libcst as cst

from flake8_flyteconf.sdk import signature
from flake8_flyteconf.flytekit.calls import ContainerTask, Options, PodTemplate, Resources, Task
from flake8_flyteconf.values import (
    Call,
    Constant,
    DictValue,
    Entity,
    KubernetesObject,
    OneOf,
    PartialString,
    Position,
    Promise,
    QualifiedName,
    SequenceValue,
    Unknown,
    Value,
    unknown,
)

#: The longest string and the largest number that constant arithmetic may give.
LONGEST_STRING = 1 << 20


LARGEST_NUMBER = 1 << 256


MOST_ITEMS = 10_000


_MOST_ALTERNATIVES = 16


#: Why constants put together have no value.
_UNCOMPUTED = "it is too large or cannot be computed"
_ARITHMETIC: dict[type[cst.BaseBinaryOp], Callable[..., object]] = {
    cst.Add: operator.add,
    cst.Subtract: operator.sub,
    cst.Multiply: operator.mul,
    cst.Divide: operator.truediv,
    cst.FloorDivide: operator.floordiv,
    cst.Modulo: operator.mod,
    cst.Power: operator.pow,
}


COMPARISONS: dict[type[cst.BaseCompOp], Callable[..., object]] = {
    cst.Equal: operator.eq,
    cst.NotEqual: operator.ne,
    cst.LessThan: operator.lt,
    cst.LessThanEqual: operator.le,
    cst.GreaterThan: operator.gt,
    cst.GreaterThanEqual: operator.ge,
    cst.Is: operator.is_,
    cst.IsNot: operator.is_not,
    cst.In: lambda part, text: part in text,
    cst.NotIn: lambda part, text: part not in text,
}


def one_of(position: Position, values: Sequence[Value]) -> Value:
    """One of several values; which task or workflow it is decides about too much around it."""
    alternatives: list[Value] = []
    for value in values:
        for alternative in value.alternatives if isinstance(value, OneOf) else (value,):
            if not any(alternative is other for other in alternatives):
                alternatives.append(alternative)
    if len(alternatives) > _MOST_ALTERNATIVES or any(isinstance(value, Entity) for value in alternatives):
        return Unknown(position, _UNCOMPUTED)
    return alternatives[0] if len(alternatives) == 1 else OneOf(position, tuple(alternatives))


def is_immutable(value: Value) -> bool:
    """Whether a value cannot be changed in place."""
    if isinstance(value, SequenceValue):
        return value.kind == "tuple" and all(is_immutable(item) for item in value.items)
    if isinstance(value, OneOf):
        return all(is_immutable(item) for item in value.alternatives)
    return isinstance(value, (Constant, Unknown, PartialString, QualifiedName, Entity))


def truth(value: Value) -> bool | None:
    """Whether a value is true, None when that is not known."""
    if isinstance(value, Constant):
        return bool(value.value)
    if isinstance(value, (SequenceValue, DictValue)):
        filled = bool(value.items if isinstance(value, SequenceValue) else value.entries)
        return filled if filled or not value.incomplete else None
    return True if isinstance(value, (Resources, KubernetesObject, Entity)) else None


def changed_at(value: Value, path: Sequence[str | int], change: Callable[[Value], Value], adds: bool) -> Value:
    """The value with the part at ``path`` changed; where the path leads nowhere, the value becomes unknown."""
    if isinstance(value, OneOf):
        return replace(value, alternatives=tuple(changed_at(v, path, change, adds) for v in value.alternatives))
    if not path:
        return change(value)
    head, rest = path[0], path[1:]

    def inside(part: Value) -> Value:
        return changed_at(part, rest, change, adds)

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


def _with_argument(call: Call, name: str, change: Callable[[Value], Value]) -> Value:
    """A call after something was done to an attribute of its result."""
    if name.startswith("__"):
        return call if name == "__doc__" else Unknown(call.position, f"its attribute {name} is changed")
    known = signature(call.name)
    is_field = isinstance(call, KubernetesObject) or known is not None and known.accepts(name)
    if not is_field or isinstance(call, (Task, ContainerTask)):
        # A task or partial is no longer its arguments, and any other attribute changes none of them.
        is_data = isinstance(call, (Resources, PodTemplate, Options))
        return call if is_data else Unknown(call.position, f"its attribute {name} is changed")
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


def distinct(entries: Sequence[tuple[Value, Value]]) -> tuple[tuple[Value, Value], ...]:
    """The entries of a dict: of two with one key the later."""
    last = {key.value if isinstance(key, Constant) else key: (key, value) for key, value in entries}
    return tuple(last.values())


def merged(first: DictValue, second: Value) -> DictValue:
    """``{**first, **second}``."""
    if not isinstance(second, DictValue):
        return DictValue(
            first.position,
            tuple((k, Unknown(v.position, "an unknown dict may replace it")) for k, v in first.entries),
            True,
        )
    if len(first.entries) + len(second.entries) > MOST_ITEMS and first.entries:
        return DictValue(first.position, (), True)
    known = all(isinstance(key, Constant) for key, _ in second.entries) and not second.incomplete
    replaced = {key.value for key, _ in second.entries if isinstance(key, Constant)}
    kept = tuple(
        (k, v if known else Unknown(v.position, "an unknown dict may replace it"))
        for k, v in first.entries
        if not (isinstance(k, Constant) and k.value in replaced)
    )
    return DictValue(first.position, (*kept, *second.entries), first.incomplete or second.incomplete)


def joined(position: Position, pieces: Sequence[Value]) -> Value:
    """The string of which some pieces may be unknown."""
    promise = next((piece for piece in pieces if isinstance(piece, Promise)), None)
    if promise is not None:
        return Promise(position, promise.name)
    if any(isinstance(piece, Constant) and not isinstance(piece.value, str) for piece in pieces):
        return Unknown(position, _UNCOMPUTED)  # a string plus a number
    head, is_whole = _beginning(pieces, lambda piece: piece.head)
    tail = head if is_whole else _beginning(pieces[::-1], lambda piece: piece.tail, backwards=True)[0]
    if len(pieces) > 1 and len(head) + len(tail) > LONGEST_STRING:
        return Unknown(position, _UNCOMPUTED)
    return Constant(position, head) if is_whole else PartialString(position, head, tail)


def _beginning(
    pieces: Sequence[Value], known: Callable[[PartialString], str], backwards: bool = False
) -> tuple[str, bool]:
    """What is known of a string up to the first unknown piece, and whether that is all of it."""
    found: list[str] = []
    is_whole = True
    for piece in pieces:
        if not isinstance(piece, Constant):
            found += [known(piece)] if isinstance(piece, PartialString) else []
            is_whole = False
            break
        found.append(str(piece.value))
    return "".join(found[::-1] if backwards else found), is_whole


def concatenated(position: Position, left: Value, right: Value) -> Value:
    """``[first, *others]`` written with ``+``."""
    groups = [v for v in (left, right) if isinstance(v, SequenceValue)]
    if sum(len(group.items) for group in groups) > MOST_ITEMS:
        return Unknown(position, _UNCOMPUTED)
    items = tuple(item for group in groups for item in group.items)
    return SequenceValue(position, groups[0].kind, items, len(groups) < 2 or any(g.incomplete for g in groups))


def repeated(position: Position, sequence: SequenceValue, count: int) -> Value:
    """``[item] * 3``."""
    if len(sequence.items) * max(count, 0) > MOST_ITEMS:
        return Unknown(position, _UNCOMPUTED)
    return SequenceValue(position, sequence.kind, sequence.items * count, sequence.incomplete)


def computed(position: Position, sign: cst.BaseBinaryOp, left: object, right: object) -> Value:
    """Constant arithmetic such as ``2 ** 30`` or ``"x" * 70``, as long as the result stays small."""
    function = _ARITHMETIC.get(type(sign))
    if function is None or not _stays_small(sign, left, right):
        return Unknown(position, _UNCOMPUTED)
    try:
        result = function(left, right)
    except (ArithmeticError, TypeError, ValueError):
        return Unknown(position, _UNCOMPUTED)
    if isinstance(result, (int, float)) and abs(result) > LARGEST_NUMBER:
        return Unknown(position, _UNCOMPUTED)
    return (
        Constant(position, result) if isinstance(result, (str, bytes, int, float)) else Unknown(position, _UNCOMPUTED)
    )


def _stays_small(sign: cst.BaseBinaryOp, left: object, right: object) -> bool:
    """Whether an operation may be carried out without taking long or a lot of memory."""
    if isinstance(left, complex) or isinstance(right, complex):
        return False
    if isinstance(sign, cst.Modulo) and isinstance(left, (str, bytes)):
        return False
    if isinstance(sign, cst.Power) and not (isinstance(right, int) and abs(right) <= 256):
        return False
    return not any(
        isinstance(text, (str, bytes)) and isinstance(count, int) and len(text) * count > LONGEST_STRING
        for text, count in ((left, right), (right, left))
    )
