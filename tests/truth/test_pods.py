"""The part of a pod that flytekit writes, as the command ``pod`` has it."""

from __future__ import annotations

import contextlib
import pathlib
from collections import OrderedDict
from typing import Any

from flytekit.core.base_task import PythonTask
from flytekit.tools.translator import get_serializable
from google.protobuf.json_format import MessageToDict

from tests.truth.flyte import SETTINGS
from tests.truth.pods import compared, sources

_RESOURCES = {"CPU": "cpu", "MEMORY": "memory", "GPU": "gpu", "EPHEMERAL_STORAGE": "ephemeral-storage"}


def serialized(task: Any) -> dict[str, Any] | None:
    """The template of a task in the form of the command; None for what is no task or is refused."""
    if not isinstance(task, PythonTask):
        return None
    with contextlib.suppress(Exception):
        template = get_serializable(OrderedDict(), SETTINGS, task).template.to_flyte_idl()
        return in_our_form(MessageToDict(template, preserving_proto_field_name=True))
    return None


def in_our_form(template: dict[str, Any]) -> dict[str, Any]:
    metadata = template.get("metadata", {})
    found: dict[str, Any] = {
        "type": template["type"],
        "labels": metadata.get("metadata", {}).get("labels"),
        "annotations": metadata.get("metadata", {}).get("annotations"),
        "pod_template_name": metadata.get("pod_template_name"),
        "interruptible": metadata.get("interruptible"),
        "extended": template.get("extended_resources"),
        "secrets": template.get("security_context", {}).get("secrets"),
        "service_account": template.get("security_context", {}).get("run_as", {}).get("k8s_service_account"),
        "primary_container_name": template.get("config", {}).get("primary_container_name"),
    }
    container, pod = template.get("container"), template.get("k8s_pod")
    if container is not None:
        resources = container.get("resources", {})
        found["container"] = {
            "image": container.get("image"),
            "command": container.get("command"),
            "args": container.get("args"),
            "env": [{"name": each["key"], "value": each.get("value", "")} for each in container.get("env", ())],
            "resources": {
                key: {_RESOURCES[each["name"]]: each.get("value", "") for each in resources.get(key, ())}
                for key in ("requests", "limits")
            },
        }
    if pod is not None:
        found["k8s_pod"] = {"metadata": pod.get("metadata", {}), "pod_spec": pod.get("pod_spec", {})}
    data_config = (container or pod or {}).get("data_config")
    if data_config is not None:
        found["data_config"] = {key: data_config.get(key) for key in ("enabled", "input_path", "output_path")}
    return found


def test_what_flytekit_serializes_is_known(tmp_path: pathlib.Path) -> None:
    found = compared(sources("cases.jsonl"), tmp_path, serialized)
    print(f"{found.tasks} tasks of flytekit, {found.complete} of them complete")
    assert not found.differences, "\n".join(found.differences)
    assert found.tasks >= 1000
