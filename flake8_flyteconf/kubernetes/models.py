"""The classes of the kubernetes client: names, fields and types, for both generations of the client."""

from __future__ import annotations

import functools
import importlib
import re
import types
from collections.abc import Mapping
from typing import NamedTuple

#: The generations of the client that differ in what they accept, the newest last.
GENERATIONS = ("36", "37")

#: Fields that hold quantities or dicts of them.
_QUANTITIES = ("divisor", "limits", "overhead", "requests", "size_limit")

_CLASS = re.compile(r"kubernetes\.client\.(?:models\.(?:[a-z0-9_]+\.)?)?(V[1-9][A-Za-z0-9]*)")


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
def canonical(dotted: str) -> str:
    """The one name of a class of the kubernetes client, whatever module it was imported from.

    ``kubernetes.client.models.v1_container.V1Container`` becomes ``kubernetes.client.V1Container``.
    """
    found = _CLASS.fullmatch(dotted)
    return f"kubernetes.client.{found[1]}" if found else dotted


@functools.cache
def fields(generation: str, model: str) -> Mapping[str, Field] | None:
    """The fields of a model by keyword, None for a class that is no part of a pod spec."""
    found = _table(generation).MODELS.get(model)
    if found is None:
        return None
    known = {keyword: Field(*field) for keyword, field in found.items()}
    if generation == "36":
        # It checks no types. flytekit sends numbers as floats, and Kubernetes takes a number for a quantity.
        known = {keyword: field._replace(type=_classic(keyword, field.type)) for keyword, field in known.items()}
    return known


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


def classes(generation: str) -> frozenset[str]:
    """Every class of the client."""
    found: frozenset[str] = _table(generation).CLASSES
    return found


def _table(generation: str) -> types.ModuleType:
    # The tables are large; only the chosen one is loaded, and only when there is a pod spec.
    return importlib.import_module(f"flake8_flyteconf.kubernetes.client_{generation}")
