"""What Python's own functions and the methods of strings return for arguments that are known, wholly or in part."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator, Mapping, Sequence

from flake8_flyteconf.values import Constant, PartialString, Position, Promise, SequenceValue, Unknown, Value
from flake8_flyteconf.values.folding import LARGEST_NUMBER, LONGEST_STRING, is_plain, joined

#: Functions of constants without an effect.
_FUNCTIONS: Mapping[str, Callable[..., object]] = {
    "abs": abs,
    "bool": bool,
    "float": float,
    "int": int,
    "max": max,
    "min": min,
    "round": round,
}
#: Methods of strings that return a string no longer than it.
_METHODS = frozenset(
    {"lower", "removeprefix", "removesuffix", "replace", "rstrip", "lstrip", "strip", "title", "upper"}
)
STRING_METHODS = _METHODS | {"format", "join"}

_CONVERSION = re.compile(r"%(?:\((?P<key>\w+)\))?(?P<flags>[-+ #0]*\d*(?:\.\d+)?)(?P<conversion>[sdif%])")


def called(name: str, positional: Sequence[Value], position: Position) -> Value | None:
    """The result of a function of Python's own; None for one that is not computed here."""
    if name == "len" and len(positional) == 1 and isinstance(positional[0], SequenceValue):
        sequence = positional[0]
        return None if sequence.incomplete else Constant(position, len(sequence.items))
    function = _FUNCTIONS.get(name)
    if function is None or not positional or not all(isinstance(value, Constant) for value in positional):
        return None
    return _computed(function, [value.value for value in positional if isinstance(value, Constant)], position)


def method(
    text: Value, name: str, positional: Sequence[Value], keywords: Mapping[str, Value], position: Position
) -> Value:
    """The result of a method of a string."""
    if not (isinstance(text, Constant) and isinstance(text.value, str)):
        return Unknown(position, "the string is unknown")
    if name == "format":
        return joined(position, list(_formatted(text.value, positional, keywords, position)))
    if name == "join":
        return _joined(text, positional, position)
    if all(isinstance(value, Constant) for value in positional) and not keywords:
        arguments = [value.value for value in positional if isinstance(value, Constant)]
        if name == "replace" and sum(len(str(each)) for each in arguments) * len(text.value) > LONGEST_STRING:
            return Unknown(position, "it is too large or cannot be computed")
        return _computed(getattr(text.value, name), arguments, position)
    return Unknown(position, "the arguments are unknown")


def percent(text: str, right: Value, position: Position) -> Value:
    """The result of ``text % right``: ``"%dGB" % 4``."""
    values = list(right.items) if isinstance(right, SequenceValue) and right.type == "tuple" else [right]
    pieces: list[Value] = []
    end = 0
    for found in _CONVERSION.finditer(text):
        pieces.append(Constant(position, text[end : found.start()]))
        end = found.end()
        if found["conversion"] == "%":
            pieces.append(Constant(position, "%"))
        elif found["key"] is not None or found["flags"]:
            pieces.append(Unknown(position))
        else:
            pieces.append(_converted(found["conversion"], values.pop(0), position) if values else Unknown(position))
    pieces.append(Constant(position, text[end:]))
    if "%" in _CONVERSION.sub("", text):
        return Unknown(position, "the conversion is not followed")
    return joined(position, pieces)


def _converted(conversion: str, value: Value, position: Position) -> Value:
    """What ``%s`` or ``%d`` makes of a value."""
    if conversion == "s":
        return as_string(value, position)
    known = isinstance(value, Constant)
    if conversion in "di" and isinstance(value, Constant) and type(value.value) is int:
        return Constant(position, str(value.value))
    return Unknown(position) if known else PartialString(position, "", "")


def as_string(value: Value, position: Position) -> Value:
    """What ``str(value)`` is."""
    if isinstance(value, Promise):
        return Promise(position, value.name, formatted=True)
    if isinstance(value, Constant) and is_plain(value):
        return Constant(position, str(value.value))
    return value if isinstance(value, PartialString) else PartialString(position, "", "")


def _formatted(
    text: str, positional: Sequence[Value], keywords: Mapping[str, Value], position: Position
) -> Iterator[Value]:
    """The pieces of ``text.format(...)``."""
    automatic = iter(range(len(positional)))
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError:
        yield Unknown(position)
        return
    for literal, field, spec, conversion in parts:
        yield Constant(position, literal)
        if field is None:
            continue
        index = next(automatic, None) if field == "" else int(field) if field.isdecimal() and len(field) < 4 else None
        value = positional[index] if index is not None and index < len(positional) else keywords.get(field)
        plain = value is not None and not spec and not conversion
        yield as_string(value, position) if plain and value is not None else PartialString(position, "", "")


def _joined(separator: Constant, positional: Sequence[Value], position: Position) -> Value:
    items = positional[0] if len(positional) == 1 else None
    if not isinstance(items, SequenceValue) or items.incomplete or items.type == "set":
        return Unknown(position, "the items are unknown")
    pieces: list[Value] = []
    for item in items.items:
        pieces += [separator, item] if pieces else [item]
    return joined(position, pieces)


def _computed(function: Callable[..., object], arguments: Sequence[object], position: Position) -> Value:
    try:
        result = function(*arguments)
    except (ArithmeticError, AttributeError, TypeError, ValueError):
        return Unknown(position, "it cannot be computed")
    if isinstance(result, str) and len(result) <= LONGEST_STRING:
        return Constant(position, result)
    if isinstance(result, (int, float)) and abs(result) <= LARGEST_NUMBER:
        return Constant(position, result)
    return Unknown(position, "it is too large or cannot be computed")
