"""The part of a pod that the Flyte 2 SDK writes, as the command ``pod`` has it."""

from __future__ import annotations

import contextlib
import dataclasses
import pathlib
from typing import Any

import pytest
from flyte._internal.runtime.task_serde import translate_task_to_wire
from flyte._task import TaskTemplate
from google.protobuf.json_format import MessageToDict

from flake8_flyteconf.pod.flyte2 import VERSION
from tests.truth.flyte2 import CONTEXT, ROOT
from tests.truth.pods import compared, sources
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


def test_what_flyte_2_serializes_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)  # names of modules are as seen from there
    found = compared(sources("flyte2.jsonl"), pathlib.Path(ROOT), serialized)
    assert not found.differences, "\n".join(found.differences)
    assert found.tasks >= 300 and found.complete >= 450
