"""What functions and methods of Python return for lists and dicts that are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flake8_flyteconf.values import Call, Constant, DictValue, Position, SequenceValue, Unknown, Value, children
from flake8_flyteconf.values.folding import distinct, is_immutable

DICT_METHODS = frozenset({"copy", "get", "items", "keys", "values"})
LIST_METHODS = frozenset({"copy"})

#: Parts of two values that are compared.
_MOST_COMPARED = 2_000


def item(container: Value, key: Value) -> Value | None:
    """What is in a container under a key or index that is known, None when that is not known."""
    if not isinstance(key, Constant):
        return None
    if isinstance(container, DictValue):
        found = [value for name, value in container.entries if isinstance(name, Constant) and name.value == key.value]
        open_ended = any(not isinstance(name, Constant) for name, _ in container.entries)
        return found[-1] if found and not open_ended else None
    if isinstance(container, SequenceValue) and type(key.value) is int and not container.incomplete:
        ordered = container.type in ("list", "tuple")
        if ordered and -len(container.items) <= key.value < len(container.items):
            return container.items[key.value]
    return None


def method(container: Value, name: str, positional: Sequence[Value], position: Position) -> Value:
    """The result of a method of a dict or list that changes nothing."""
    if name == "copy":
        return container
    if isinstance(container, DictValue):
        if name == "get" and positional:
            return _got(container, positional, position)
        if name == "items":
            pairs = [SequenceValue(key.position, "tuple", (key, value)) for key, value in container.entries]
            return SequenceValue(position, "list", tuple(pairs), container.incomplete)
        if name in ("keys", "values"):
            parts = tuple(entry[name == "values"] for entry in container.entries)
            return SequenceValue(position, "list", parts, container.incomplete)
    return Unknown(position, f"what {name} returns is not known")


def _got(container: DictValue, positional: Sequence[Value], position: Position) -> Value:
    """``settings.get("mem", "1Gi")``."""
    found = item(container, positional[0])
    if found is not None:
        return found
    if container.knows_keys and isinstance(positional[0], Constant):
        return positional[1] if len(positional) > 1 else Constant(position, None)
    return Unknown(position, "the key or index is unknown")


def zipped(sequences: Sequence[Value], position: Position) -> Value | None:
    """``zip(names, sizes)``; None when one of them is not known."""
    known = [each for each in sequences if isinstance(each, SequenceValue) and not each.incomplete]
    if len(known) != len(sequences) or any(each.type not in ("list", "tuple") for each in known):
        return None
    rows = [SequenceValue(position, "tuple", tuple(row)) for row in zip(*(each.items for each in known))]
    return SequenceValue(position, "list", tuple(rows))


def as_dict(pairs: Value, position: Position) -> DictValue | None:
    """A dict of pairs, None when they are not known."""
    if isinstance(pairs, DictValue):
        return pairs
    if not isinstance(pairs, SequenceValue) or pairs.incomplete:
        return None
    entries = [each.items for each in pairs.items if isinstance(each, SequenceValue) and len(each.items) == 2]
    if len(entries) != len(pairs.items):
        return None
    return DictValue(position, distinct([(key, value) for key, value in entries]))


def as_copied(container: Value) -> Value:
    """A container that was copied before later steps: of those nothing is known for what it shares."""
    if isinstance(container, SequenceValue):
        return replace(container, items=tuple(_own(item) for item in container.items))
    if isinstance(container, DictValue):
        return replace(container, entries=tuple((key, _own(item)) for key, item in container.entries))
    return container


def _own(item: Value) -> Value:
    return item if is_immutable(item) else Unknown(item.position, "it may be changed where it is also kept")


def are_alike(first: Value, second: Value) -> bool:
    """Whether two values of one expression are the same but for being evaluated twice."""
    pending = [(first, second)]
    for _ in range(_MOST_COMPARED):
        if not pending:
            return True
        one, other = pending.pop()
        if one is other:
            continue
        parts, others = children(one), children(other)
        if _without_parts(one) != _without_parts(other) or len(parts) != len(others):
            return False
        pending.extend(zip(parts, others))
    return False


def _without_parts(value: Value) -> object:
    """What a value is without its parts."""
    if isinstance(value, Call):
        return type(value), value.name, tuple(value.arguments), value.incomplete, value.later
    plain = ("kind", "head", "tail", "name", "entity", "label", "reason", "incomplete", "node", "class_name")
    constant = repr(value.value) if isinstance(value, Constant) else ""
    return type(value), constant, *(getattr(value, name, None) for name in plain)
