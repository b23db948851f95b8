"""Values of another module, as a file sees them that imports them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar, get_args

from flake8_flyteconf.values import Input, Position, Unknown, Value, children

_VALUES = (*get_args(Value), Input)

#: Parts of a value that is copied only once in a file.
_MANY_PARTS = 500
#: Values and places in one value of another module.
_MOST_PARTS = 20_000

V = TypeVar("V")


def is_large(value: object) -> bool:
    """Whether a value has so many parts that it should be looked at from one place only."""
    pending, count = [value], 0
    while pending and count <= _MANY_PARTS:
        part = pending.pop()
        count += 1
        pending.extend(children(part) if isinstance(part, _VALUES) else ())
    return count > _MANY_PARTS


def seen_from(value: V, use: Position) -> V:
    """A value with every place in it as the file of ``use`` sees it; what is written in that file keeps its own.

    What has more parts than any configuration is unknown: each use of a value makes another one.
    """
    try:
        return _Sight(use).of(value)  # type: ignore[no-any-return]
    except _TooLarge:
        return Unknown(use, "it is too large")  # type: ignore[return-value]


class _TooLarge(Exception):
    """A value with more than :data:`_MOST_PARTS`."""


class _Sight:
    def __init__(self, use: Position) -> None:
        self._use = use
        self._seen: dict[int, Any] = {}

    def of(self, part: Any) -> Any:
        """A value, a place, or a collection of them; anything else stays as it is."""
        value_class = type(part)
        if value_class is Position or value_class in _FIELDS or isinstance(part, _VALUES):
            known = self._seen.get(id(part))
            if known is None:
                if len(self._seen) > _MOST_PARTS:
                    raise _TooLarge
                known = part.seen_at(self._use) if value_class is Position else self._value(part, value_class)
                self._seen[id(part)] = known
            return known
        if value_class is tuple or value_class is list:
            items = [self.of(item) for item in part]
            return part if all(a is b for a, b in zip(part, items)) else value_class(items)
        return {key: self.of(item) for key, item in part.items()} if part and isinstance(part, Mapping) else part

    def _value(self, value: Any, value_class: Any) -> Any:
        names = _FIELDS.get(value_class)
        if names is None:
            names = _FIELDS[value_class] = tuple(
                each.name for each in fields(value_class) if _NAMES_A_CLASS.search(str(each.type))
            )
        before = [getattr(value, name) for name in names]
        after = [self.of(part) for part in before]
        if all(a is b for a, b in zip(before, after)):
            return value
        return replace(value, **dict(zip(names, after)))


#: The fields of each kind of value in which there may be places or values.
_FIELDS: dict[type, tuple[str, ...]] = {}
#: A type that is more than strings and numbers.
_NAMES_A_CLASS = re.compile(r"\b(?!None\b)[A-Z]")
