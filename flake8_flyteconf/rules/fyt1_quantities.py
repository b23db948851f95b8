"""FYT1: what one quantity says."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from flake8_flyteconf.flyte2 import calls as flyte2
from flake8_flyteconf.kubernetes import quantities
from flake8_flyteconf.kubernetes.quantities import Quantity
from flake8_flyteconf.rules.predicates import is_number, shorten, string_of
from flake8_flyteconf.rules.rule import Hit, did_you_mean, hit, replaced, rule, string
from flake8_flyteconf.flytekit.calls import Configured, Overrides, Resources
from flake8_flyteconf.values import (
    Call,
    Constant,
    DictValue,
    KubernetesObject,
    PartialString,
    SequenceValue,
    Value,
    is_string,
)

#: No process starts in less: the smallest memory that container runtimes allow.
_SMALLEST_MEMORY = 6 * 1024**2
#: Cores of the largest common machine, and more than any machine has.
_MOST_MEBIBYTES = 100_000
_MANY_CORES, _TOO_MANY_CORES = 256, 4096

_DIMENSIONS = {
    "cpu": "cores",
    "mem": "bytes",
    "memory": "bytes",
    "disk": "bytes",
    "ephemeral_storage": "bytes",
    "ephemeral-storage": "bytes",
    "shm": "bytes",
    "storage": "bytes",
}


#: What holds quantities.
HOLDERS: tuple[type[Call], ...] = (Resources, Configured, KubernetesObject, flyte2.Resources)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place where a quantity goes: what it is called and what it counts (``cores``, ``bytes`` or ``count``)."""

    field: str
    dimension: str
    value: Value

    @property
    def quantity(self) -> Quantity | None:
        """The parsed quantity. Kubernetes trims the blanks around those of a pod spec."""
        text = string_of(self.value)
        if text is not None:
            return quantities.parse(text)
        if isinstance(self.value, Constant) and type(self.value.value) in (int, float):
            return Quantity(Fraction(str(self.value.value)), "") if abs(float(str(self.value.value))) < 1e30 else None
        return None


@functools.lru_cache(maxsize=4)
def slots(call: Call) -> Sequence[Slot]:
    """The quantities that a call holds itself; several rules ask for them one after the other."""
    return list(_slots(call))


def _slots(call: Call) -> Iterator[Slot]:
    if isinstance(call, Resources):
        for name, value in call.arguments.items():
            if name in ("cpu", "mem", "gpu", "ephemeral_storage"):
                yield from _each(name, value, numbers=False)
    elif isinstance(call, flyte2.Resources):
        yield from _flyte2_slots(call)
    elif isinstance(call, Overrides):
        for _, resources in call.resources():
            for name, value in resources.arguments.items():
                yield from _each(name, value, numbers=True)
    shared = call.get("shared_memory")
    if shared is not None and is_string(shared):  # a number is FYT325
        yield Slot("shared_memory", "bytes", shared)
    if isinstance(call, KubernetesObject):
        yield from _pod_slots(call)


def _flyte2_slots(call: flyte2.Resources) -> Iterator[Slot]:
    """The quantities of Flyte 2: numbers of cores too; a gpu is none, and ``shm="auto"`` neither."""
    for name, value in call.arguments.items():
        if name in ("cpu", "memory", "disk", "shm") and not (name == "shm" and string_of(value) == "auto"):
            yield from _each(name, value, numbers=False)
            if name == "cpu":
                items = value.items if isinstance(value, SequenceValue) else (value,)
                yield from (Slot(name, "cores", i) for i in items if is_number(i) and not isinstance(i.value, bool))


def _each(name: str, value: Value, *, numbers: bool) -> Iterator[Slot]:
    for item in value.items if isinstance(value, SequenceValue) else (value,):
        if numbers == (isinstance(item, Constant) and not isinstance(item.value, str)):
            yield Slot(name, _DIMENSIONS.get(name, "count"), item)


def _pod_slots(call: KubernetesObject) -> Iterator[Slot]:
    both = ("requests", "limits")
    maps = {"V1ResourceRequirements": both, "V1VolumeResourceRequirements": both, "V1PodSpec": ("overhead",)}
    for keyword in maps.get(call.title, ()):
        value = call.get(keyword)
        if isinstance(value, DictValue):
            for key, item in value.entries:
                name = string_of(key)
                if name is not None:
                    dimension = "bytes" if name.startswith("hugepages-") else _DIMENSIONS.get(name, "count")
                    yield Slot(name, dimension, _trimmed(item))
    single = {"V1EmptyDirVolumeSource": "size_limit", "V1ResourceFieldSelector": "divisor"}.get(call.title)
    if single is not None and (value := call.get(single)) is not None:
        yield Slot(single, "bytes" if single == "size_limit" else "count", _trimmed(value))


def _trimmed(value: Value) -> Value:
    """A quantity of a pod spec without the blanks around it, which Kubernetes' decoder drops."""
    text = string_of(value)
    return value if text is None or text.strip(" ") == text else Constant(value.position, text.strip(" "))


def _is_usual(text: str, slot: Slot) -> bool:
    """Whether a suggested quantity is one that no other rule would complain about."""
    quantity = quantities.parse(text)
    if quantity is None or quantity.value <= 0:
        return False
    if slot.dimension == "count":
        return quantity.value.denominator == 1
    if slot.dimension == "cores" and quantity.value >= _MANY_CORES:
        return False
    page = quantities.parse(slot.field.removeprefix("hugepages-"))
    if page is not None and page.value > 0 and quantity.value % page.value:
        return False
    return (quantity.suffix in ("", "m")) == (slot.dimension == "cores")


def usual_quantity(field: str, number: str) -> str:
    """A number as a quantity that no rule calls odd: memory in mebibytes, hundreds of cores in thousandths.

    Empty when there is none.
    """
    quantity = quantities.parse(number)
    dimension = _DIMENSIONS.get(field, "count")
    if quantity is None or quantity.value <= 0:
        return ""
    if dimension == "bytes" and quantity.value < _SMALLEST_MEMORY:
        return f"{number}Mi" if quantity.value < _MOST_MEBIBYTES else ""
    return f"{number}m" if dimension == "cores" and quantity.value >= _MANY_CORES else number


def _is_common(cores: str) -> bool:
    """Whether a machine may have that many cores."""
    quantity = quantities.parse(cores)
    return quantity is not None and 0 < quantity.value < _MANY_CORES


@rule("FYT101", '{field} "{text}" is not a Kubernetes quantity{hint}', on=HOLDERS, kind="refused", stage="registration")
def malformed_quantity(call: Call) -> Iterator[Hit]:
    """A quantity with a unit or spelling that Kubernetes does not know.

    flyteadmin refuses the task at registration, and the workflow or the pod where it is written in ``with_overrides``
    or a pod template. Kubernetes knows ``m``, ``k``, ``M``, ``G``, ``T``, ``P``, ``E`` and ``Ki`` to ``Ei``: no ``B``,
    no blank, no lower-case ``g``. Source: Kubernetes, apimachinery/pkg/api/resource/quantity.go.

    Bad::

        from flytekit import Resources

        small = Resources(mem="2GB")

    Good::

        from flytekit import Resources

        small = Resources(mem="2Gi")
    """
    for slot in slots(call):
        text = string_of(slot.value)
        # An empty string is not a quantity either, but flytekit leaves it out of a task: see FYT214.
        if (
            text is not None
            and quantities.parse(text) is None
            and (text or not isinstance(call, (Resources, Configured)))
        ):
            meant = [string(t) for t in quantities.spellings(text) if _is_usual(t, slot)]
            fields = {"field": slot.field, "text": shorten(text)}
            if slot.field == "gpu" and not meant:
                fields["hint"] = "; gpu is a number, accelerator= chooses the model"
            yield hit(slot.value.position, remedies=replaced(slot.value.position, *meant), **fields)
        elif isinstance(slot.value, PartialString) and not quantities.can_end_with(slot.value.tail):
            tail = slot.value.tail
            ends = " or ".join(f'"{t[1:]}"' for t in quantities.spellings(f"1{tail}"))
            yield hit(slot.value.position, field=slot.field, text=f"...{shorten(tail)}", hint=did_you_mean(ends))


@rule("FYT102", "{field} {text} must not be negative", on=HOLDERS, kind="refused", stage="pod creation")
def negative_quantity(call: Call) -> Iterator[Hit]:
    """A quantity below zero.

    It is a quantity, so registration succeeds; Kubernetes then refuses the pod: ``must be greater than or equal to
    0``. Source: Kubernetes, pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import Resources

        small = Resources(cpu="-1")

    Good::

        from flytekit import Resources

        small = Resources(cpu="1")
    """
    for slot in slots(call):
        quantity = slot.quantity
        if quantity is not None and quantity.value < 0:
            source = _quoted(slot.value).replace("-", "", 1)
            usual = _is_usual(source.strip('"'), slot)
            remedies = replaced(slot.value.position, source, safe=False) if usual else []
            yield hit(slot.value.position, remedies=remedies, field=slot.field, text=_quoted(slot.value))


@rule(
    "FYT103",
    '{field} "{text}" means {meaning} bytes; write {remedy}',
    on=HOLDERS,
    kind="suspicious",
    stage="undetected",
)
def milli_bytes(call: Call) -> Iterator[Hit]:
    """Thousandths of a byte where mebibytes were meant.

    ``m`` is the unit *milli*: ``"512m"`` of memory is half a byte. Every stage accepts it and the container is killed
    at once for want of memory.

    Bad::

        from flytekit import Resources

        small = Resources(mem="512m")

    Good::

        from flytekit import Resources

        small = Resources(mem="512Mi")
    """
    for slot in slots(call):
        text, quantity = string_of(slot.value), slot.quantity
        if slot.dimension == "bytes" and text is not None and quantity is not None:
            if quantity.suffix in ("m", "u", "n") and 0 < quantity.value < _SMALLEST_MEMORY:
                place, number = slot.value.position, text[:-1]
                remedies = replaced(place, string(f"{number}Mi"), string(f"{number}M"), safe=False)
                meaning = _decimal(quantity.value)
                yield hit(slot.value.position, remedies=remedies, field=slot.field, text=text, meaning=meaning)


@rule(
    "FYT104",
    "{field} {text} is {count}; add a unit{example}",
    on=HOLDERS,
    kind="suspicious",
    stage="undetected",
)
def bytes_without_unit(call: Call) -> Iterator[Hit]:
    """Memory or storage as a small number of bytes, because the unit is missing.

    A quantity without a unit counts bytes. Below 6 MiB no container starts, so the number was meant in mebibytes.

    Bad::

        from flytekit import Resources

        small = Resources(mem="1024")

    Good::

        from flytekit import Resources

        small = Resources(mem="1024Mi")
    """
    for slot in slots(call):
        quantity = slot.quantity
        if slot.dimension == "bytes" and quantity is not None and not quantity.suffix:
            if 0 < quantity.value < _SMALLEST_MEMORY:
                number = _decimal(quantity.value)
                count, text = f"{number} byte{'s' * (number != '1')}", _quoted(slot.value)
                # A larger number counts something else than mebibytes.
                whole = quantity.value.denominator == 1 and quantity.value < _MOST_MEBIBYTES
                remedies = replaced(slot.value.position, string(f"{number}Mi"), safe=False) if whole else []
                example = f", for example {string(f'{number}Mi')}" if whole else ""
                yield hit(
                    slot.value.position, remedies=remedies, field=slot.field, text=text, count=count, example=example
                )


@rule("FYT105", '{field} "{text}" is {count} cores{hint}', on=HOLDERS, kind="suspicious", stage="undetected")
def memory_unit_on_cpu(call: Call) -> Iterator[Hit]:
    """A unit of memory on cpu, which makes thousands or millions of cores.

    The value is a valid quantity, and no machine can ever run the pod; only a platform limit would refuse it.

    Bad::

        from flytekit import Resources

        small = Resources(cpu="200Mi")

    Good::

        from flytekit import Resources

        small = Resources(cpu="200m")
    """
    for slot in slots(call):
        text, quantity = string_of(slot.value), slot.quantity
        if slot.dimension == "cores" and text is not None and quantity is not None:
            if quantity.suffix and quantity.value > _TOO_MANY_CORES:
                meant = text.removesuffix(quantity.suffix)
                sources = map(string, filter(_is_common, (f"{meant}m", meant)))
                remedies = replaced(slot.value.position, *sources, safe=False)
                yield hit(
                    slot.value.position, remedies=remedies, field=slot.field, text=text, count=_decimal(quantity.value)
                )


@rule("FYT106", "{field} {text} is {count} cores{hint}", on=HOLDERS, kind="suspicious", stage="undetected")
def cpu_in_hundreds(call: Call) -> Iterator[Hit]:
    """Hundreds of whole cores, where thousandths of a core were meant.

    No common machine has so many, so the pod stays pending for ever and the task queued.

    Bad::

        from flytekit import Resources

        small = Resources(cpu="500")

    Good::

        from flytekit import Resources

        small = Resources(cpu="500m")
    """
    for slot in slots(call):
        quantity = slot.quantity
        if slot.dimension == "cores" and quantity is not None and quantity.value >= _MANY_CORES:
            if not quantity.suffix or quantity.value <= _TOO_MANY_CORES:
                count = _decimal(quantity.value)
                remedies = [] if quantity.suffix else replaced(slot.value.position, string(f"{count}m"), safe=False)
                yield hit(
                    slot.value.position, remedies=remedies, field=slot.field, text=_quoted(slot.value), count=count
                )


def _quoted(value: Value) -> str:
    text = string_of(value)
    return f'"{shorten(text)}"' if text is not None else str(value.value) if isinstance(value, Constant) else "..."


def _decimal(value: Fraction) -> str:
    """An exact quantity as people write numbers."""
    if value.denominator == 1 and abs(value) < 10**15:
        return f"{value.numerator}"
    return f"{float(value):g}" if abs(value) < 10**300 else "more than 1e300"
