"""Give the objects of a pod spec one form: fields from the schema, classes to raw dicts, one spelling of names.

The kubernetes client takes ``{"name": "primary"}`` for ``V1Container(name="primary")``, and since version 37
``mountPath`` for ``mount_path``. Behind this stage there are objects with Python names only, so a rule about a
container sees every container.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from flake8_flyteconf.kubernetes import models
from flake8_flyteconf.kubernetes.models import Field
from flake8_flyteconf.values import (
    Constant,
    DictValue,
    KubernetesObject,
    Position,
    SequenceValue,
    Unknown,
    Value,
    children,
    rebuilt,
)


class Normalizer:
    """Normalizes the values of one file; a value that many share is normalized once.

    :param generation: the generation of the kubernetes client, one of ``kubernetes.models.GENERATIONS``.
    """

    def __init__(self, generation: str) -> None:
        self._generation = generation
        self._normalized: dict[Value, Value] = {}

    def normalize(self, value: Value) -> Value:
        """The value with every object of a pod spec inside it normalized."""
        known = self._normalized.get(value)
        if known is not None:
            return known
        parts = children(value)
        normalized = [self.normalize(part) for part in parts]
        result = value if all(a is b for a, b in zip(parts, normalized)) else rebuilt(value, normalized)
        if isinstance(result, KubernetesObject):
            result = self._object(result)
        self._normalized[value] = result
        return result

    def _object(self, value: KubernetesObject) -> KubernetesObject:
        fields = models.fields(self._generation, value.title)
        if fields is None:
            return replace(value, unknown=value.title not in models.classes(self._generation))
        value = _without_attributes(value, fields, older=self._generation == "36" and not value.raw)
        if self._generation != "36" or value.raw:
            value = self._renamed(value)
        arguments = {name: self._argument(item, fields.get(name)) for name, item in value.arguments.items()}
        return replace(value, arguments=arguments, fields=fields)

    def _renamed(self, value: KubernetesObject) -> KubernetesObject:
        """The object with JSON names in their Python spelling."""
        known = models.keywords(self._generation, value.title)
        # An attribute that is set later has no other spelling.
        spelling = {name: known[name] for name in value.keywords if known.get(name, name) != name}
        if not spelling:
            return value
        return replace(
            value,
            arguments={spelling.get(name, name): item for name, item in value.arguments.items()},
            keywords={spelling.get(name, name): position for name, position in value.keywords.items()},
        )

    def _argument(self, value: Value, field: Field | None) -> Value:
        if self._generation == "36" and isinstance(value, DictValue):
            value = _with_string_keys(value)
        if field is None or not field.item.startswith(("V", "Core")):
            return value
        if self._generation == "36" and field.type == field.item and _is_empty_other(value, field.item):
            return Unknown(value.position, "an empty object of any class sends nothing")
        if field.type.startswith("[") and isinstance(value, SequenceValue):
            items = tuple(self._from_dict(item, field.item) for item in value.items)
            return value if all(a is b for a, b in zip(value.items, items)) else replace(value, items=items)
        return self._from_dict(value, field.item) if not field.type.startswith(("[", "{")) else value

    def _from_dict(self, value: Value, model: str) -> Value:
        """A raw dict as the object that it means."""
        if not isinstance(value, DictValue):
            return value
        arguments: dict[str, Value] = {}
        places = {}
        dropped: dict[str, Position] = {}
        is_open = value.incomplete
        for key, item in value.entries:
            if not isinstance(key, Constant) or not isinstance(key.value, str):
                is_open = True
            elif self._generation == "36" and key.value not in models.keywords(self._generation, model):
                dropped[key.value] = key.position
            else:
                arguments[key.value], places[key.value] = item, key.position
        call = KubernetesObject(
            value.position, f"kubernetes.client.{model}", arguments, places, incomplete=is_open, raw=True
        )
        return self._object(replace(call, dropped=dropped))


def _without_attributes(value: KubernetesObject, fields: Container[str], *, older: bool) -> KubernetesObject:
    """The object without attributes set later that its class does not have and that are never sent.

    An older client takes any, both take private ones, which are notes of the file's own.
    """
    later = [name for name in value.arguments if name not in fields and name not in value.keywords]
    unsent = [name for name in later if older or name.startswith("_")]
    if not unsent:
        return value
    kept = {name: item for name, item in value.arguments.items() if name not in unsent}
    dropped = {name: value.arguments[name].position for name in unsent if not name.startswith("_")}
    return replace(value, arguments=kept, dropped={**value.dropped, **dropped})


def _is_empty_other(value: Value, model: str) -> bool:
    """Whether a value is an object of another class without anything that an older client would send."""
    if not isinstance(value, KubernetesObject) or value.title == model:
        return False
    return not value.arguments and not value.incomplete


def _with_string_keys(value: DictValue) -> DictValue:
    """A dict as JSON has it: numbers become strings when they are keys."""
    if not any(isinstance(key, Constant) and type(key.value) in (int, float) for key, _ in value.entries):
        return value
    entries = tuple(
        (
            (replace(key, value=str(key.value)), item)
            if isinstance(key, Constant) and type(key.value) in (int, float)
            else (key, item)
        )
        for key, item in value.entries
    )
    return replace(value, entries=entries)
