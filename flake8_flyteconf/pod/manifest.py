"""A pod as YAML with a comment on each line, and where each part of it is written."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from flake8_flyteconf.pod.parts import Mapping, Missing, Part, Scalar, Sequence, at, where

#: Longest reason in a comment.
_LONGEST = 160
#: Strings that YAML 1.2 takes for numbers, and YAML 1.1, which PyYAML writes, does not.
_NUMBERS = re.compile(r"[-+]?(\d+|\d*\.\d+|\d+\.\d*)([eE][-+]?\d+)?|0[oOxX].*|[-+]?\.(inf|nan)", re.IGNORECASE)
#: Keys that need no quotes in a path.
_WORD = re.compile(r"[\w-]+")
#: Characters at which a plain or single-quoted text would go on in another line.
_BREAKS = frozenset("\n\r\x85\u2028\u2029")
_ADDED = "added by Flyte"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a manifest: the YAML, the comment beside it, and the part that begins there with its path.

    A line that is a comment alone has no YAML and no part.
    """

    text: str
    comment: str
    path: str = ""
    part: Part | None = None

    def __str__(self) -> str:
        if self.part is None:
            return f"{self.text}# {self.comment}"
        return f"{self.text}  # {self.comment}" if self.comment else self.text


def lines(part: Mapping) -> list[Line]:
    """The lines of a document."""
    return list(_of_mapping(part, 0, ""))


def _of_mapping(mapping: Mapping, indent: int, path: str) -> Iterator[Line]:
    for key, part in mapping.entries.items():
        inside = f"{path}.{key}" if path else key
        if _WORD.fullmatch(key) is None:
            inside = f"{path}[{json.dumps(key)}]"
        head = f"{' ' * indent}{_scalar(key)}:"
        if isinstance(part, Missing):
            yield _missing(part, indent, f"{key}: ")
        elif isinstance(part, Scalar):
            yield Line(f"{head} {_scalar(part.value)}", _comment(part), inside, part)
        elif _is_empty(part):
            yield Line(f"{head} {'{}' if isinstance(part, Mapping) else '[]'}", _comment(part), inside, part)
            yield from _remarks(part, indent)
        elif isinstance(part, Mapping):
            yield Line(head, _comment(part), inside, part)
            yield from _of_mapping(part, indent + 2, inside)
        else:
            yield Line(head, _comment(part), inside, part)
            yield from _of_sequence(part, indent, inside)
    yield from _remarks(mapping, indent)


def _of_sequence(sequence: Sequence, indent: int, path: str) -> Iterator[Line]:
    for index, part in enumerate(sequence.items):
        inside = f"{path}[{index}]"
        head = f"{' ' * indent}- "
        if isinstance(part, Missing):
            yield _missing(part, indent)
        elif isinstance(part, Scalar):
            yield Line(f"{head}{_scalar(part.value)}", _comment(part), inside, part)
        elif _is_empty(part):
            yield Line(f"{head}{'{}' if isinstance(part, Mapping) else '[]'}", _comment(part), inside, part)
            yield from _remarks(part, indent + 2)
        else:
            nested = (
                _of_mapping(part, indent + 2, inside)
                if isinstance(part, Mapping)
                else _of_sequence(part, indent + 2, inside)
            )
            yield from _with_dash(nested, indent)
    yield from _remarks(sequence, indent)


def _with_dash(nested: Iterator[Line], indent: int) -> Iterator[Line]:
    """The lines of an item, the first of them behind a dash; comments that come before stay before."""
    is_begun = False
    for line in nested:
        if not is_begun and line.part is not None:
            is_begun = True
            line = Line(f"{' ' * indent}- {line.text[indent + 2 :]}", line.comment, line.path, line.part)
        yield line


def _is_empty(part: Mapping | Sequence) -> bool:
    """Whether nothing of a part can be printed but comments."""
    inside = part.entries.values() if isinstance(part, Mapping) else part.items
    return all(isinstance(item, Missing) for item in inside)


def _remarks(part: Mapping | Sequence, indent: int) -> Iterator[Line]:
    if _is_empty(part):
        missing = part.entries.items() if isinstance(part, Mapping) else (("", item) for item in part.items)
        for key, item in missing:
            if isinstance(item, Missing):
                yield _missing(item, indent, f"{key}: " if key else "")
    if isinstance(part, Sequence) and part.more:
        yield _remark(f"? {part.more}", indent)
    yield from (_remark(text, indent) for text in part.remarks)


def _remark(text: str, indent: int) -> Line:
    return Line(" " * indent, _printable(text))


def _missing(part: Missing, indent: int, name: str = "") -> Line:
    reason = part.reason if len(part.reason) <= _LONGEST else f"{part.reason[:_LONGEST]}..."
    return _remark(f"? {name}{reason}{at(part)}", indent)


def _comment(part: Scalar | Mapping | Sequence) -> str:
    """Where a part is written and what becomes of it, or who adds it."""
    place = where(part.position) if part.position is not None else ""
    return _printable(", ".join(filter(None, (place, part.note))) or _ADDED)


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def _scalar(value: str | bool | int | float) -> str:
    """A scalar as PyYAML writes it, in one line."""
    return _dumped(value, type(value).__name__)


@functools.lru_cache(maxsize=4096)
def _dumped(value: str | bool | int | float, _class_name: str) -> str:
    """The same for values of one type: as keys, True and 1 are equal."""
    style = None
    if isinstance(value, str) and not _BREAKS.isdisjoint(value):
        style = '"'
    elif isinstance(value, str) and _NUMBERS.fullmatch(value):
        style = "'"
    text: str = yaml.safe_dump(value, default_style=style, allow_unicode=True, width=float("inf"))
    return text.removesuffix("\n").removesuffix("\n...")
