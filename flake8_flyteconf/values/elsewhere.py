"""Values of another module, as a file sees them that imports them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar, get_args

from flake8_flyteconf.values import Input, Position, Value

_VALUES = (*get_args(Value), Input)

V = TypeVar("V")


def seen_from(value: V, use: Position) -> V:
    """A value with every place in it as the file of ``use`` sees it; what is written in that file keeps its own."""
    return _Sight(use).of(value)  # type: ignore[no-any-return]


class _Sight:
    def __init__(self, use: Position) -> None:
        self._use = use
        self._seen: dict[int, Any] = {}

    def of(self, part: Any) -> Any:
        """A value, a place, or a collection of them; anything else stays as it is."""
        if isinstance(part, (*_VALUES, Position)):
            if id(part) not in self._seen:
                self._seen[id(part)] = part.seen_at(self._use) if isinstance(part, Position) else self._value(part)
            return self._seen[id(part)]
        if isinstance(part, (tuple, list)):
            items = [self.of(item) for item in part]
            return part if all(a is b for a, b in zip(part, items)) else type(part)(items)
        return {key: self.of(item) for key, item in part.items()} if isinstance(part, Mapping) and part else part

    def _value(self, value: Any) -> Any:
        changed = {}
        for name in value.__dataclass_fields__:
            before = getattr(value, name)
            after = self.of(before)
            if after is not before:
                changed[name] = after
        return replace(value, **changed) if changed else value
