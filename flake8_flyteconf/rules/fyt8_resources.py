"""FYT81: ``flyte.Resources`` and accelerators of the Flyte 2 SDK."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_flyteconf.flyte2 import calls as flyte2
from flake8_flyteconf.flyte2.tables import ACCELERATORS, DEVICES, PARTITIONS
from flake8_flyteconf.kubernetes import quantities
from flake8_flyteconf.rules.conversions import dropped
from flake8_flyteconf.rules.predicates import is_number, shorten, string_of
from flake8_flyteconf.rules.rule import Hit, close_to, closest, hit, replaced, rule, string
from flake8_flyteconf.values import Constant, SequenceValue, Value, format_value, is_none

_PAIRS = ("cpu", "memory")


@rule(
    "FYT811",
    "{field} {fault}; a pair is (request, limit)",
    on=flyte2.Resources,
    kind="refused",
    stage="import",
    since="0.2.0",
)
def malformed_flyte_2_pair(call: flyte2.Resources) -> Iterator[Hit]:
    """A pair of request and limit that is none.

    ``ValueError: cpu tuple must have exactly two elements``, and ``pair elements must both be set`` for ``None``. A
    number in a pair of memory is refused too. Source: flyte, _resources.py.

    Bad::

        import flyte

        small = flyte.Resources(cpu=(1, 2, 3))

    Good::

        import flyte

        small = flyte.Resources(cpu=(1, 2))
    """
    for field in _PAIRS:
        value = call.get(field)
        if not isinstance(value, SequenceValue) or value.type != "tuple" or value.incomplete:
            continue
        if len(value.items) != 2:
            yield hit(value.position, field=field, fault=f"has {len(value.items)} values")
            continue
        for item in value.items:
            if is_none(item):
                yield hit(item.position, field=field, fault="has None in a pair", holds="flyte>=2.9")
            elif field == "memory" and is_number(item):
                yield hit(item.position, field=field, fault=f"has the number {item.value} where a str belongs")
            elif isinstance(item, SequenceValue):
                yield hit(item.position, field=field, fault=f"has a {item.type} in a pair")


@rule(
    "FYT812",
    "gpu {text} is not an accelerator{hint}",
    on=flyte2.Resources,
    kind="refused",
    stage="import",
    since="0.2.0",
)
def unknown_accelerator(call: flyte2.Resources) -> Iterator[Hit]:
    """A string for ``gpu=`` that names no accelerator and number, or a negative number.

    ``ValueError: gpu must be one of ...``. A string is a device and a count, ``"A100:1"``; a plain number is an int;
    partitions are for ``flyte.GPU``. The strings are those of all releases. Source: flyte, _resources.py.

    Bad::

        import flyte

        large = flyte.Resources(gpu="A100")

    Good::

        import flyte

        large = flyte.Resources(gpu="A100:1")
    """
    value = call.get("gpu")
    text = string_of(value)
    if value is not None and text is not None and text not in ACCELERATORS:
        remedies = replaced(value.position, *_spellings(text))
        fields = {"text": f'"{shorten(text)}"'}
        if not remedies:
            fields["hint"] = '; write "A100:1", a count as an int, or flyte.GPU(...)'
        yield hit(value.position, remedies=remedies, **fields)
    elif value is not None and is_number(value) and value.value is not True and value.value < 0:
        if isinstance(value.value, int):
            yield hit(value.position, text=value.value, hint=" count; it must not be negative")


def _spellings(text: str) -> list[str]:
    """The sources of what was probably meant by a string for ``gpu=``."""
    if text.isdecimal():
        return [text]
    device, _, count = text.partition(":")
    known = {name.partition(":")[0]: name for name in sorted(ACCELERATORS)}
    meant = {name.upper().replace(" ", "_").replace("-", "_"): name for name in known}
    found = meant.get(device.upper().replace(" ", "_").replace("-", "_").removesuffix("B"))
    found = found or meant.get(device.upper().rpartition("-")[2])
    spelling = f"{found}:{count or 1}"
    return [string(spelling)] if found and spelling in ACCELERATORS else []


@rule("FYT813", on=flyte2.Device, kind="refused", stage="import", since="0.2.0")
def malformed_device(call: flyte2.Device) -> Iterator[Hit]:
    """An accelerator that ``flyte.GPU`` and its kin do not make.

    ``ValueError`` for an unknown device, a partition that the device does not have, or no device at all; only A100,
    A100_80G, H100, H200, RTX_PRO_6000, TPUs and shared GPUs have their partitions checked. Source: flyte,
    _resources.py.

    Bad::

        import flyte

        large = flyte.Resources(gpu=flyte.GPU("A100", 1, partition="1g.10gb"))

    Good::

        import flyte

        large = flyte.Resources(gpu=flyte.GPU("A100", 1, partition="1g.5gb"))
    """
    device, partition, quantity = (call.get(name) for name in ("device", "partition", "quantity"))
    text, part = string_of(device), string_of(partition)
    devices = DEVICES.get(call.name)
    if device is not None and text is not None and devices is not None and text not in devices:
        known = ", ".join(devices) if len(devices) < 8 else "a device such as A100"
        remedies = close_to(text, devices, device.position)
        fault = f'unknown device "{shorten(text)}"; write {closest(text, devices) or known}'
        yield hit(device.position, f"{call.callee}: {fault}", remedies=remedies)
    elif partition is not None and part is not None and text in PARTITIONS and part not in PARTITIONS[text]:
        known = ", ".join(PARTITIONS[text])
        fault = f'{text} has no partition "{shorten(part)}"; ' + (f"write one of {known}" if known else "it is shared")
        yield hit(partition.position, f"{call.callee}: {fault}")
    if is_number(quantity) and quantity.value < 1:
        yield hit(quantity.position, f"{call.callee}: quantity must be at least 1")


@rule(
    "FYT814",
    "{field} request {request} is lowered to the limit {limit} in silence",
    on=flyte2.Resources,
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def lowered_flyte_2_request(call: flyte2.Resources) -> Iterator[Hit]:
    """A request of Flyte 2 greater than its limit.

    Flyte 2 accepts the pair, unlike flytekit, and runs the task with the limit for a request. Source:
    flyte backend, flyteplugins/go/tasks/pluginmachinery/flytek8s/container_helper.go.

    Bad::

        import flyte

        small = flyte.Resources(memory=("8Gi", "4Gi"))

    Good::

        import flyte

        small = flyte.Resources(memory=("4Gi", "8Gi"))
    """
    for field in _PAIRS:
        value = call.get(field)
        if (
            isinstance(value, SequenceValue)
            and value.type == "tuple"
            and len(value.items) == 2
            and not value.incomplete
        ):
            request, limit = (_quantity(item) for item in value.items)
            if request is not None and limit is not None and request.value > limit.value > 0:
                first, second = map(format_value, value.items)
                yield hit(
                    value.items[0].position,
                    remedies=replaced(value.items[0].position, second, safe=False),
                    field=field,
                    request=first,
                    limit=second,
                )


def _quantity(value: Value) -> quantities.Quantity | None:
    if isinstance(value, Constant) and not isinstance(value.value, bool):
        return quantities.parse(str(value.value)) if isinstance(value.value, (str, int, float)) else None
    return None


@rule(
    "FYT815",
    "{field} takes {expected}, not {found}",
    on=flyte2.Resources,
    kind="refused",
    stage="pod creation",
    since="0.2.0",
)
def boolean_quantity(call: flyte2.Resources) -> Iterator[Hit]:
    """``True`` where a number belongs.

    Python takes it for an int, so the SDK does too; what is sent is ``"True"``, which is no quantity. Source: flyte,
    _internal/runtime/resources_serde.py.

    Bad::

        import flyte

        large = flyte.Resources(gpu=True)

    Good::

        import flyte

        large = flyte.Resources(gpu=1)
    """
    for field, expected in (("cpu", "a number of cores"), ("gpu", "a number of devices")):
        value = call.get(field)
        if isinstance(value, Constant) and isinstance(value.value, bool):
            remedies = replaced(value.position, "1") if value.value else dropped(call, field)
            yield hit(value.position, remedies=remedies, field=field, expected=expected, found=value.value)
