"""The part of a pod that flytekit writes, as the command ``pod`` has it."""

from __future__ import annotations

import contextlib
import json
import pathlib
import tempfile
from collections import OrderedDict
from typing import Any

from flytekit.core.base_task import PythonTask
from flytekit.extras import accelerators
from flytekit.extras.accelerators import BaseAccelerator
from flytekit.tools.translator import get_serializable
from google.protobuf.json_format import MessageToDict

from flake8_flyteconf.pod.flytekit import DEVICES
from flake8_flyteconf.pod.parts import plain
from flake8_flyteconf.pod.tasks import tasks
from tests.truth.flyte import SETTINGS
from tests.truth.pods import compared, compared_apart, differing, run, sources, without_empty

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


def test_accelerators_are_known() -> None:
    found = {name: value for name, value in vars(accelerators).items() if isinstance(value, BaseAccelerator)}
    assert {name: value.to_flyte_idl().device for name, value in found.items()} == DEVICES


NODES = """
from flytekit import PodTemplate, Resources, task, workflow
from flytekit.extras.accelerators import A100, T4
from kubernetes.client import V1Container, V1PodSpec

PRIMARY, PROXY = V1Container(name="primary", image="acme/jobs:1"), V1Container(name="proxy", image="envoy:1")
SPEC = V1PodSpec(containers=[PRIMARY, PROXY])


@task(requests=Resources(cpu="1", mem="1Gi"), environment={"A": "b"}, accelerator=T4, shared_memory=True)
def train(n: int) -> int:
    return n


@workflow
def nightly() -> None:
    requests = train(n=1).with_overrides(requests=Resources(cpu=2, mem="2Gi"))
    both = train(n=1).with_overrides(limits=Resources(gpu="1"), requests=Resources(gpu="1"))
    pair = train(n=1).with_overrides(resources=Resources(cpu=("1", "2"), mem="4Gi"))
    zero = train(n=1).with_overrides(requests=Resources(cpu="0"))
    image = train(n=1).with_overrides(container_image="acme/jobs:2")
    device = train(n=1).with_overrides(accelerator=A100.partition_1g_5gb)
    memory = train(n=1).with_overrides(shared_memory="2Gi")
    chained = train(n=1).with_overrides(accelerator=T4).with_overrides(requests=Resources(mem="3Gi"))
    emptied = train(n=1).with_overrides(requests=Resources(cpu="4")).with_overrides(requests=Resources())
    template = train(n=1).with_overrides(pod_template=PodTemplate(pod_spec=SPEC, labels={"team": "ml"}))
"""


def overrides(node: Any) -> dict[str, Any]:
    """What a node overrides of its task, in the form of the command."""
    message = get_serializable(OrderedDict(), SETTINGS, node).to_flyte_idl().task_node.overrides
    found = MessageToDict(message, preserving_proto_field_name=True)
    resources, pod = found.get("resources", {}), found.get("pod_template", {})
    return {
        "resources": {
            key: {_RESOURCES[each["name"]]: each["value"] for each in resources.get(key, ())}
            for key in ("requests", "limits")
        },
        "extended": found.get("extended_resources"),
        "image": found.get("container_image"),
        "labels": pod.get("metadata", {}).get("labels"),
        "pod_spec": pod.get("pod_spec"),
    }


def test_what_nodes_override_is_known(tmp_path: pathlib.Path) -> None:
    module = run(NODES, tmp_path)
    found = {each.name: each.template for each in tasks(NODES, module.__file__ or "")}
    names = [line.split()[0] for line in NODES.splitlines() if "with_overrides" in line]
    for name, node in zip(names, module.nightly.nodes):
        template = found[f"nightly.{name}"]
        assert template is not None
        ours = {
            "resources": plain(template.resources_override),
            "extended": plain(template.extended_override),
            "image": plain(template.image_override) if template.image_override is not None else None,
            "labels": plain(template.pod.labels) if template.pod is not None and template.pod.labels else None,
            "pod_spec": plain(template.pod.spec) if template.pod is not None else None,
        }
        assert not [*differing(without_empty(ours), without_empty(overrides(node)))], name


def test_what_flytekit_serializes_is_known() -> None:
    found = compared_apart("tests.truth.test_pods")
    assert not found.differences, "\n".join(found.differences)
    assert found.tasks >= 1000 and found.complete >= 1900


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(compared(sources("cases.jsonl"), pathlib.Path(folder), serialized)))
