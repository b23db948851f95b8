"""The parts of a manifest, with where each is written, and the values of the linter as such parts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping as AbstractMapping
from dataclasses import dataclass, field, replace
from typing import Any, Union

from flake8_flyteconf.values import (
    Call,
    Constant,
    DictValue,
    KubernetesObject,
    OneOf,
    Position,
    QualifiedName,
    SequenceValue,
    Unknown,
    Value,
    is_none,
)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string, number or bool; ``position`` is where it is written, None for what nobody wrote.

    The ``note`` says who adds it, or what becomes of it.
    """

    value: str | bool | int | float
    position: Position | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """A part that is there but not known; the ``reason`` says why."""

    reason: str
    position: Position | None = None


@dataclass(slots=True)
class Mapping:
    """A mapping of parts; ``remarks`` are about entries that are not there: dropped ones, and those of the platform."""

    entries: dict[str, Part] = field(default_factory=dict)
    position: Position | None = None
    note: str = ""
    remarks: list[str] = field(default_factory=list)

    def get(self, key: str) -> Part | None:
        return self.entries.get(key)

    def mapping(self, key: str) -> Mapping:
        """The mapping at a key, made when there is none."""
        found = self.entries.get(key)
        if not isinstance(found, Mapping):
            found = self.entries[key] = Mapping()
        return found

    def sequence(self, key: str) -> Sequence:
        """The sequence at a key, made when there is none."""
        found = self.entries.get(key)
        if not isinstance(found, Sequence):
            found = self.entries[key] = Sequence()
        return found


@dataclass(slots=True)
class Sequence:
    """A sequence of parts, likewise; ``more`` says why there may be others behind those known."""

    items: list[Part] = field(default_factory=list)
    position: Position | None = None
    note: str = ""
    remarks: list[str] = field(default_factory=list)
    more: str = ""


#: How a value is prepared before it becomes a part.
Normalize = Callable[[Value], Value]

Part = Union[Scalar, Missing, Mapping, Sequence]

#: What stands for a part that is not known in :func:`plain`.
UNKNOWN = object()


def where(position: Position) -> str:
    """The file, as seen from the current folder, and the line of a place."""
    return f"{file_of(position)}:{position.written.line}"


def file_of(position: Position) -> str:
    """The file in which something is written, as seen from the current folder."""
    file = position.written.file
    return os.path.relpath(file) if os.path.isabs(file) else file


def at(part: Part) -> str:
    """Where a part is written, in brackets."""
    return f" ({where(part.position)})" if part.position is not None else ""


def plain(part: Part) -> Any:
    """A part as JSON has it, :data:`UNKNOWN` where it is not known."""
    if isinstance(part, Scalar):
        return part.value
    if isinstance(part, Mapping):
        return {key: plain(item) for key, item in part.entries.items()}
    if isinstance(part, Sequence) and not part.more:
        return [plain(item) for item in part.items]
    return UNKNOWN


def unknown_parts(part: Part) -> Iterator[Missing]:
    """The parts inside one that are not known."""
    if isinstance(part, Missing):
        yield part
    elif not isinstance(part, Scalar):
        if isinstance(part, Sequence) and part.more:
            yield Missing(part.more, part.position)
        inside = part.entries.values() if isinstance(part, Mapping) else part.items
        for item in inside:
            yield from unknown_parts(item)


def copied(part: Part) -> Part:
    """A part that may be changed without changing the original."""
    if isinstance(part, Mapping):
        entries = {key: copied(item) for key, item in part.entries.items()}
        return Mapping(entries, part.position, part.note, [*part.remarks])
    if isinstance(part, Sequence):
        items = [copied(item) for item in part.items]
        return Sequence(items, part.position, part.note, [*part.remarks], part.more)
    return part


def noted(part: Part, note: str) -> Part:
    """The part with a note; what is not known has none."""
    return part if isinstance(part, Missing) else replace(part, note=note)


def part_of(value: Value) -> Part:
    """A value as JSON has it; fields that are None are left out, as the kubernetes client does.

    Objects of the client must be normalized.
    """
    if isinstance(value, Constant):
        if isinstance(value.value, (str, bool, int, float)):
            return Scalar(value.value, value.position)
        return Missing("it is None" if value.value is None else "it has no form in JSON", value.position)
    if isinstance(value, SequenceValue):
        more = "there may be others" if value.incomplete else ""
        return Sequence([part_of(item) for item in value.items], value.position, more=more)
    if isinstance(value, DictValue):
        return _of_dict(value)
    if isinstance(value, KubernetesObject):
        return _of_object(value)
    if isinstance(value, Unknown):
        return Missing(value.reason, value.position)
    if isinstance(value, OneOf):
        return Missing("one of several values", value.position)
    if isinstance(value, QualifiedName):
        return Missing(f"the value of {value.name.removeprefix('builtins.')} is not known", value.position)
    return Missing("it is worked out at run time", value.position)


def _of_dict(value: DictValue) -> Part:
    if not value.knows_keys:
        return Missing("its keys are not known", value.position)
    found = Mapping(position=value.position)
    for key, item in value.entries:
        if isinstance(key, Constant) and not is_none(item):
            found.entries[str(key.value)] = part_of(item)
    return found


def _of_object(value: KubernetesObject) -> Part:
    if value.fields is None or value.incomplete or value.extra_positional:
        return Missing("its fields are not known", value.position)
    found = Mapping(position=value.position)
    for name, item in value.arguments.items():
        known = value.fields.get(name)
        if known is not None and not is_none(item):
            found.entries[known.json] = part_of(item)
    found.remarks += [f"{name} is no field, so it is dropped (FYT606)" for name in value.dropped]
    return found


def variables(value: DictValue) -> Iterator[Mapping]:
    """The variables that a dict sets, each once: at its first place, with its last value."""
    found: dict[str, Mapping] = {}
    for key, item in value.entries:
        if isinstance(key, Constant):
            name = str(key.value)
            entry = found.setdefault(name, Mapping({"name": Scalar(name, key.position)}, key.position))
            entry.entries["value"] = part_of(item)
    yield from found.values()


class Arguments:
    """The arguments of a call as parts.

    :param convert: how a value becomes a part.
    """

    def __init__(
        self,
        given: AbstractMapping[str, Value],
        incomplete: bool = False,
        convert: Normalize = lambda value: value,
    ) -> None:
        self._given = given
        self._incomplete = incomplete
        self._convert = convert

    @classmethod
    def of(cls, call: Call, convert: Normalize = lambda value: value) -> Arguments:
        return cls(call.arguments, call.incomplete, convert)

    def value(self, name: str) -> Value | None:
        """The value of an argument that is given and not None; unknown when it may be given."""
        value = self._given.get(name)
        if value is None and self._incomplete:
            anything = next(iter(self._given.values()), None)
            position = anything.position if anything is not None else Position(lambda _: (1, 0), None)
            return Unknown(position, f"{name}= may be given by **")
        return None if value is None or is_none(value) else self._convert(value)

    def part(self, name: str) -> Part | None:
        """The same as a part."""
        value = self.value(name)
        return part_of(value) if value is not None else None
