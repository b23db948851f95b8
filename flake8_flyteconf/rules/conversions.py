"""What may be written in the place of a value of the wrong type or form, or instead of an argument."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Sequence

from flake8_flyteconf.rules.predicates import describe_type, string_of
from flake8_flyteconf.rules.rule import Hit, Remedy, hit, removed, replaced, string, wrapped
from flake8_flyteconf.values import Call, Constant, DictValue, SequenceValue, Value

_TRUE, _FALSE = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})
#: Classes that a dict is put into, by the words of a message, with what stands around it.
_AROUND_DICTS = {
    "Labels(...)": ("flytekit.Labels({})", "flytekit.Labels"),
    "Labels": ("flytekit.Labels({})", "flytekit.Labels"),
    "Annotations": ("flytekit.Annotations({})", "flytekit.Annotations"),
    "flytekit.Resources": ("flytekit.Resources(**{})", "flytekit.Resources"),
    "flyte.Resources(...)": ("flyte.Resources(**{})", "flyte.Resources"),
    "V1PodSpec": ("kubernetes.client.V1PodSpec(**{})", "kubernetes.client.V1PodSpec"),
}


def mistyped(value: Value, expected: str, **fields: str) -> Hit:
    """A hit for a value of another type than is expected, with its conversion as the remedy."""
    remedies, found = converted(value, expected), describe_type(value)
    return hit(value.position, "", remedies=remedies, expected=expected, found=found, **fields)


def converted(value: Value, expected: str) -> Sequence[Remedy]:
    """The remedy for a literal where another type belongs; none when nothing evident would be right.

    ``expected`` is what a message says: ``an int``, ``a str``, ``a list of str``, ``True or False``.
    """
    if isinstance(value, DictValue) and expected in _AROUND_DICTS:
        return wrapped(value.position, *_AROUND_DICTS[expected])
    if isinstance(value, SequenceValue):
        return _as_sequence(value, expected)
    if isinstance(value, Call) and expected == f"a list of {value.title}":
        return wrapped(value.position, "[{}]")
    if not isinstance(value, Constant):
        return []
    text = string_of(value)
    if text is not None:
        source = _from_string(text, expected)
    else:
        source = _from_number(value, expected)
    return replaced(value.position, source) if source else []


def _from_string(text: str, expected: str) -> str:
    if re.search(r"\bints?\b", expected) and re.fullmatch(r"\s*\d{1,9}\s*", text):
        return str(int(text))
    if re.search(r"\bbool\b|True or False", expected):
        word = text.strip().lower()
        return "True" if word in _TRUE else "False" if word in _FALSE else ""
    if expected in ("a list", "a list of str"):
        return f"[{string(text)}]"
    if expected.startswith("a tuple"):
        return f"({string(text)},)"
    return ""


def _from_number(value: Constant, expected: str) -> str:
    number = value.value
    if expected == "a float" and type(number) is int:
        return f"{number}.0"
    if isinstance(number, bytes) and expected.startswith("a str") and number.isascii():
        return string(number.decode())
    if not expected.startswith("a str") or isinstance(number, (str, bytes, complex)) or number is None:
        return ""
    if isinstance(number, bool):
        return string(str(number).lower())
    return string(repr(number)) if not isinstance(number, float) or abs(number) < 1e15 else ""


def _as_sequence(value: SequenceValue, expected: str) -> Sequence[Remedy]:
    """A tuple where a list belongs, and the other way round."""
    if value.type == "tuple" and expected.startswith("a list") and not value.incomplete:
        return wrapped(value.position, "list({})")
    if value.type == "list" and re.search(r"\ba tuple\b", expected) and not value.incomplete:
        return wrapped(value.position, "tuple({})")
    return []


def split(value: Value) -> Sequence[Remedy]:
    """A command line in one string as a list of its words."""
    text = string_of(value)
    try:
        words = shlex.split(text) if text is not None else []
    except ValueError:  # quotes without their end
        words = []
    return replaced(value.position, f"[{', '.join(map(string, words))}]") if words else []


def dropped(call: Call, *names: str) -> Sequence[Remedy]:
    """The remedy of leaving out arguments; none when one of them is not written as a keyword."""
    if not all(name in call.keywords for name in names):
        return []
    edits = [removed(call.keywords[name])[0].edits[0] for name in names]
    return [Remedy(edits, safe=False)]


def reworded(value: Value, change: Callable[[str], str], accepted: Callable[[str], object]) -> Sequence[Remedy]:
    """The remedy of another wording of a string, when it is accepted then; it may be another name."""
    text = string_of(value)
    new = change(text) if text is not None else ""
    return replaced(value.position, string(new), safe=False) if new and new != text and accepted(new) else []


def as_name(text: str) -> str:
    """A text as the name of an object of Kubernetes: lower case letters, digits and ``-``."""
    return re.sub(r"[^a-z0-9.]+", "-", text.lower()).strip("-.")


def as_label(text: str) -> str:
    """A text as the value of a label or the name in its key."""
    prefix, slash, name = text.rpartition("/")
    return prefix + slash + re.sub(r"[^A-Za-z0-9_.]+", "-", name).strip("-_.")


def raised(limit: Value, request: Value) -> Sequence[Remedy]:
    """The remedy of a limit that is its request."""
    text = string_of(request)
    return replaced(limit.position, string(text), safe=False) if text is not None else []
