"""What is surely known about the Python type of a value."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeGuard

from flake8_flyteconf.flytekit.objects import is_accelerator
from flake8_flyteconf.sdk import signature
from flake8_flyteconf.kubernetes.models import is_model
from flake8_flyteconf.values import (
    Call,
    Constant,
    DictValue,
    PartialString,
    QualifiedName,
    SequenceValue,
    Value,
    is_none,
)

#: What both generations of the kubernetes client take for a list.
LISTS = ("list", "tuple", "set", "frozenset")


def type_name(value: Value | None) -> str | None:
    """The name of the type a value surely has: ``str``, ``dict``, ``V1Container``; None when it is not sure."""
    if isinstance(value, Constant):
        return "None" if value.value is None else type(value.value).__name__
    if isinstance(value, PartialString):
        return "str"
    if isinstance(value, SequenceValue):
        return value.type
    if isinstance(value, DictValue):
        return "dict"
    if isinstance(value, Call):
        # What a function of flytekit returns is another matter, and so is a member of an enumeration.
        is_class = value.title[:1].isupper() or value.name.startswith(("builtins.", "datetime."))
        return value.title if is_class else None
    if isinstance(value, QualifiedName):
        if is_accelerator(value.name):
            return "GPUAccelerator"
        if is_model(value.name) or signature(value.name) is not None and value.name.rpartition(".")[2][:1].isupper():
            return "type"
    return None


def describe_type(value: Value) -> str:
    """A type in the words of a message: ``a str``, ``None``, ``V1Container(...)``."""
    name = type_name(value) or "something else"
    if isinstance(value, Call):
        return f"{name}(...)"
    if name == "None":
        return name
    if name == "type" and isinstance(value, QualifiedName):
        return f"the class {value.name.rpartition('.')[2]}"
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def is_given(value: Value | None) -> bool:
    """Whether a value is surely passed and not None: a literal, a class, or an object of a class that is known."""
    return type_name(value) not in (None, "None")


def is_truthy(value: Value) -> bool:
    """Whether a value surely counts as true."""
    if isinstance(value, Constant):
        return bool(value.value)
    if isinstance(value, PartialString):
        return bool(value.head or value.tail)
    if isinstance(value, SequenceValue):
        return bool(value.items)
    if isinstance(value, DictValue):
        return bool(value.entries)
    return type_name(value) is not None


def is_true(value: Value | None) -> bool:
    """Whether a value is surely ``True``."""
    return isinstance(value, Constant) and value.value is True


def is_false(value: Value | None) -> bool:
    """Whether a value is surely ``False``."""
    return isinstance(value, Constant) and value.value is False


def entries_of(value: Value | None) -> Sequence[tuple[Value, Value]]:
    """The entries of a dict, none of anything else."""
    return value.entries if isinstance(value, DictValue) else ()


if TYPE_CHECKING:

    class Number(Constant):
        """A constant as type checkers see it behind :func:`is_number`."""

        value: int | float


def is_number(value: Value | None) -> TypeGuard[Number]:
    """Whether a value is surely an int, float or bool."""
    return isinstance(value, Constant) and isinstance(value.value, (int, float))


def duration_of(value: Value | None) -> datetime.timedelta | None:
    """The duration that ``timedelta(...)`` says, None when not all of it is known."""
    if not isinstance(value, Call) or value.name != "datetime.timedelta" or value.incomplete:
        return None
    names = ("days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks")
    parts = {**dict(zip(names, value.extra_positional)), **value.arguments}
    numbers = {name: part.value for name, part in parts.items() if is_number(part) and name in names}
    try:
        return datetime.timedelta(**numbers) if len(numbers) == len(parts) else None
    except OverflowError:
        return None


def seconds(value: Value | None) -> float | None:
    """A number of seconds or a timedelta in seconds; None when it is not known."""
    if is_number(value):
        return value.value
    duration = duration_of(value)
    return duration.total_seconds() if duration is not None else None


def string_of(value: Value | None) -> str | None:
    """The string a value surely is, None when it is another thing or not wholly known."""
    return value.value if isinstance(value, Constant) and isinstance(value.value, str) else None


def has_other_type(value: Value | None, *expected: str) -> bool:
    """Whether a value is surely passed, not None and of none of the expected types."""
    return value is not None and not is_none(value) and type_name(value) not in (None, *expected)


def is_utf8(value: Value) -> bool:
    """Whether a value is bytes that protobuf takes for a string."""
    if not isinstance(value, Constant) or not isinstance(value.value, bytes):
        return False
    try:
        value.value.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def shorten(text: str | None) -> str:
    """A text as a message quotes it: one line, not too long."""
    visible = text or ""
    visible = visible if visible.isprintable() else ascii(visible)[1:-1]
    return visible if len(visible) <= 48 else f"{visible[:45]}..."


def is_conda_requirement(text: str) -> bool:
    """Whether a requirement has one ``=`` before its version, which conda takes and pip does not."""
    return re.match(r"\s*[A-Za-z0-9][\w.-]*(\[[\w, .-]*\])? *=(?!=)", text) is not None
