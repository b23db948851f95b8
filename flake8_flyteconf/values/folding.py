"""Constants and parts put together: arithmetic, strings, lists and dicts."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence

from flake8_flyteconf.values import (
    Call,
    Constant,
    DictValue,
    Entity,
    OneOf,
    PartialString,
    Position,
    Promise,
    QualifiedName,
    SequenceValue,
    Unknown,
    Value,
)

#: The longest string and the largest number that constant arithmetic may give.
LONGEST_STRING = 1 << 20
LARGEST_NUMBER = 1 << 256
#: Items of a list or dict that are kept, and values that one name may have.
MOST_ITEMS = 10_000
_MOST_ALTERNATIVES = 16
#: Why constants put together have no value.
_UNCOMPUTED = "it is too large or cannot be computed"


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


def is_plain(value: Value) -> bool:
    """Whether a value reads in text as it is; how members of enumerations do depends on the release of Python."""
    return isinstance(value, Constant) and type(value.value) in (str, int, float) and type(value) is Constant


def is_immutable(value: Value) -> bool:
    """Whether a value cannot be changed in place."""
    if isinstance(value, SequenceValue):
        return value.type == "tuple" and all(is_immutable(item) for item in value.items)
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
    return True if isinstance(value, Entity) or isinstance(value, Call) and value.is_true else None


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
    known = second.knows_keys
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
        return Promise(position, promise.name, formatted=True)
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
    return SequenceValue(position, groups[0].type, items, len(groups) < 2 or any(g.incomplete for g in groups))


def repeated(position: Position, sequence: SequenceValue, count: int) -> Value:
    """``[item] * 3``."""
    if len(sequence.items) * max(count, 0) > MOST_ITEMS:
        return Unknown(position, _UNCOMPUTED)
    if count > 1 and not all(is_immutable(item) or isinstance(item, Call) for item in sequence.items):
        return Unknown(position, "its items are one object")
    return SequenceValue(position, sequence.type, sequence.items * count, sequence.incomplete)


def as_set(position: Position, type_name: str, items: Sequence[Value], incomplete: bool) -> SequenceValue:
    """A set of items, of which equal ones count once; of items that are unknown it is unknown how many differ."""
    known = {(type(item.value), item.value): item for item in items if isinstance(item, Constant)}
    plain = all(isinstance(item, Constant) for item in items)
    # 1, 1.0 and True are one item.
    mixed = len({value for _, value in known}) != len(known)
    kept = tuple(known.values()) if plain and not mixed else tuple(items)
    return SequenceValue(position, type_name, kept, incomplete or (not plain or mixed) and len(items) > 1)


def computed(position: Position, function: Callable[..., object], left: object, right: object) -> Value:
    """Constant arithmetic such as ``2 ** 30`` or ``"x" * 70``, as long as the result stays small."""
    if not _stays_small(function, left, right):
        return Unknown(position, _UNCOMPUTED)
    try:
        result = function(left, right)
    except (ArithmeticError, TypeError, ValueError):
        return Unknown(position, _UNCOMPUTED)
    if isinstance(result, (int, float)) and abs(result) > LARGEST_NUMBER:
        return Unknown(position, _UNCOMPUTED)
    if isinstance(result, (str, bytes, int, float)):
        return Constant(position, result)
    return Unknown(position, _UNCOMPUTED)


def _stays_small(function: Callable[..., object], left: object, right: object) -> bool:
    """Whether an operation may be carried out without taking long or a lot of memory."""
    if isinstance(left, complex) or isinstance(right, complex):
        return False
    if function is operator.mod and isinstance(left, (str, bytes)):
        return False
    if function is operator.pow and not (isinstance(right, int) and abs(right) <= 256):
        return False
    return not any(
        isinstance(text, (str, bytes)) and isinstance(count, int) and len(text) * count > LONGEST_STRING
        for text, count in ((left, right), (right, left))
    )
