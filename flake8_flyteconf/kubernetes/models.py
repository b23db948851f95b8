"""The classes of the kubernetes client: names, fields and types, for both generations of the client."""

from __future__ import annotations

import functools
import importlib
import re
import types
from collections.abc import Iterable, Mapping
from typing import NamedTuple

#: The generations of the client that differ in what they accept, the newest last.
GENERATIONS = ("36", "37")

#: Fields that hold quantities or dicts of them.
_QUANTITIES = ("divisor", "limits", "overhead", "requests", "size_limit")

_CLASS = re.compile(r"kubernetes\.client\.(?:models\.(?:[a-z0-9_]+\.)?)?(V[1-9][A-Za-z0-9]*|CoreV1ResourceClaim)")


class Field(NamedTuple):
    """A field of a model: its JSON name, its type and whether the constructor requires it.

    A type is ``str``, ``int``, ``bool``, ``int or str``, ``Any``, a class such as ``V1Volume``, a list of one of these
    in brackets or a dict of them in braces. With generation 36 an ``int`` may be written as a whole float.
    """

    json: str
    type: str
    required: bool

    @property
    def item(self) -> str:
        """The type of an element of a list or a value of a dict, or the type itself."""
        return self.type.strip("[]{}")


@functools.lru_cache(maxsize=4096)
def canonical(qualified_name: str) -> str:
    """The one name of a class of the kubernetes client, whatever module it was imported from.

    ``kubernetes.client.models.v1_container.V1Container`` becomes ``kubernetes.client.V1Container``.
    """
    found = _CLASS.fullmatch(qualified_name)
    return f"kubernetes.client.{found[1]}" if found else qualified_name


def is_model(name: str) -> bool:
    """Whether a canonical name is that of a class of the client."""
    return name.startswith(("kubernetes.client.V", "kubernetes.client.CoreV1ResourceClaim")) and name.count(".") == 2


@functools.cache
def fields(generation: str, model: str) -> Mapping[str, Field] | None:
    """The fields of a model by keyword, None for a class that does not occur in a pod spec."""
    known = {field.partition(":")[0]: field for field in _models("client").get(model, "").split()}
    if generation != GENERATIONS[-1]:
        known.update({field.partition(":")[0]: field for field in _models("client_36").get(model, "").split()})
    found = {keyword: field for keyword, format_value in known.items() if (field := _field(format_value)) is not None}
    if not found:
        return {} if model in _models("client") else None
    if generation == "36":
        found = {keyword: field._replace(type=_classic(keyword, field.type)) for keyword, field in found.items()}
    return found


def _field(format_value: str) -> Field | None:
    """A field as the schema writes it, None for one that does not exist."""
    keyword, _, rest = format_value.partition(":")
    written, _, name = rest.partition("=")
    camel = re.sub(r"_([a-z0-9])", lambda found: found[1].upper(), keyword)
    return Field(name or camel, written.rstrip("!").replace("|", " or "), written.endswith("!")) if written else None


def _classic(keyword: str, declared: str) -> str:
    """The type that survives serialization where the client checks none."""
    if keyword in _QUANTITIES:
        return declared.replace("str", "str or int or float")
    if keyword == "image":
        return "str or ImageSpec"  # flytekit puts the name of the image in its place, for containers (core/utils.py)
    return re.sub(r"\bint\b", "int or whole float", declared)


@functools.cache
def keywords(generation: str, model: str) -> Mapping[str, str]:
    """The keyword of each JSON name of a model: ``mountPath`` is ``mount_path``."""
    return {field.json: keyword for keyword, field in (fields(generation, model) or {}).items()}


@functools.cache
def classes(generation: str) -> frozenset[str]:
    """Every class of the client."""
    found: frozenset[str] = _table("client").CLASSES
    return found if generation == GENERATIONS[-1] else found ^ _table("client_36").CLASSES


def models() -> Iterable[str]:
    """The classes that a pod spec is made of."""
    return _models("client")


def _models(table: str) -> Mapping[str, str]:
    found: Mapping[str, str] = _table(table).MODELS
    return found


def _table(name: str) -> types.ModuleType:
    # The tables are large, so they are loaded when there is a pod spec.
    return importlib.import_module(f"flake8_flyteconf.kubernetes.{name}")
