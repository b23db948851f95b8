"""The part of a pod that the Flyte 2 SDK writes, as the command ``pod`` has it."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
from typing import Any

import flyte
from flyte._internal.runtime.resources_serde import ACCELERATOR_DEVICE_MAP
from flyte._internal.runtime.task_serde import translate_task_to_wire
from flyte._task import TaskTemplate
from google.protobuf.json_format import MessageToDict

from flake8_flyteconf.flyte2.tables import DEVICES as DEVICES_OF_MAKERS
from flake8_flyteconf.pod.flyte2 import CLASSES, DEVICES, VERSION
from tests.truth.flyte2 import CONTEXT, ROOT
from tests.truth.pods import compared, compared_apart, sources
from tests.truth.test_pods import in_our_form

_CONTEXT = dataclasses.replace(CONTEXT, version=VERSION)


def serialized(task: Any) -> dict[str, Any] | None:
    """The template of a task in the form of the command; None for what is no task or is refused."""
    if not isinstance(task, TaskTemplate):
        return None
    with contextlib.suppress(Exception):
        template = translate_task_to_wire(task, _CONTEXT).task_template
        found = MessageToDict(template, preserving_proto_field_name=True)
        accelerator = found.get("extended_resources", {}).get("gpu_accelerator")
        if accelerator is not None:  # the first of an enumeration is not printed, the last one has no name yet
            kind = accelerator.get("device_class", "NVIDIA_GPU")
            accelerator["device_class"] = "APPLE_SILICON" if kind == 5 else kind
        return in_our_form(found)
    return None


def test_accelerators_are_known() -> None:
    assert {name: device for name, device in ACCELERATOR_DEVICE_MAP.items() if name != device} == DEVICES
    for maker in (flyte.GPU, flyte.TPU, flyte.Neuron, flyte.AMD_GPU, flyte.HABANA_GAUDI, flyte.APPLE_SILICON):
        device, *_ = DEVICES_OF_MAKERS.get(f"flyte.{maker.__name__}", ("",))
        arguments = {"flyte.GPU": (device, 1), "flyte.APPLE_SILICON": ()}.get(f"flyte.{maker.__name__}", (device,))
        assert CLASSES[f"flyte.{maker.__name__}"] == _CLASSES[maker(*arguments).device_class]


#: The classes as protobuf names them, by those of the SDK.
_CLASSES = {
    "GPU": "NVIDIA_GPU",
    "TPU": "GOOGLE_TPU",
    "NEURON": "AMAZON_NEURON",
    "AMD_GPU": "AMD_GPU",
    "HABANA_GAUDI": "HABANA_GAUDI",
    "APPLE_SILICON": "APPLE_SILICON",
}


def test_what_flyte_2_serializes_is_known() -> None:
    found = compared_apart("tests.truth.test_flyte2_pods")
    assert not found.differences, "\n".join(found.differences)
    assert found.tasks >= 300 and found.complete >= 450


if __name__ == "__main__":
    cases = list(sources("flyte2.jsonl"))
    os.chdir(ROOT)  # names of modules are as seen from there
    print(json.dumps(compared(cases, ROOT, serialized)))
