"""What Flyte makes of the template of a task, as far as no cluster decides it.

Read in the sources of flyteadmin, propeller and flyteplugins 1.16.8 and of the executor of Flyte 2 (main, 6fadb90),
with their default configuration: ``flytek8s/pod_helper.go``, ``container_helper.go``, ``k8s_resource_adds.go``. What a
cluster configures, and what only an execution knows, is left out with a remark.
"""

from __future__ import annotations

import base64
import re
from dataclasses import replace

from flake8_flyteconf.kubernetes.quantities import parse
from flake8_flyteconf.pod.parts import Mapping, Missing, Part, Scalar, Sequence, at, copied, noted, plain
from flake8_flyteconf.pod.template import Template

_FLYTE = "added by Flyte"
#: The names of accelerators in Kubernetes by their classes (``flytek8s/config``).
_ACCELERATORS = {
    "AMAZON_NEURON": "aws.amazon.com/neuron",
    "AMD_GPU": "amd.com/gpu",
    "GOOGLE_TPU": "google.com/tpu",
    "HABANA_GAUDI": "habana.ai/gaudi",
}
_GPU = "nvidia.com/gpu"
#: The label of nodes with a device, and with a partition of one, unless a cluster is configured otherwise.
_DEVICE_LABEL = "k8s.amazonaws.com/accelerator"
_PARTITION_LABEL = "k8s.amazonaws.com/gpu-partition-size"
_TPU_LABELS = ("cloud.google.com/gke-tpu-accelerator", "cloud.google.com/gke-tpu-topology")
_CLUSTER = "the default of Flyte; clusters are configured otherwise"
#: Labels that tell about the execution, whatever else has the name (``nodes/task/k8s``; of Flyte 2, ``plugin/k8s``).
_OF_EXECUTION = frozenset(
    """action attempt domain execution-id interruptible node-id organization project run shard-key task-name
    workflow-name""".split()
)
#: Resources that are filled in where they are not given; others stay as they are.
_ADJUSTED = frozenset({"cpu", "memory", "ephemeral-storage"})
#: Devices that the SDK of Flyte 2 sends by its own names, and what Flyte calls them.
_DEVICES = (
    (re.compile(r"[BH]200"), "nvidia"),
    (re.compile(r"(Inf|Trn)\d\w*"), "aws-neuron"),
    (re.compile(r"MI\d\w+"), "amd"),
)
_SLICES = re.compile(r"(\d+)g\..*")
#: Characters that protobuf prints as they are.
_PLAIN = re.compile(r"[ !#-\[\]-~]*")
#: Keys of a container that say nothing when they are empty.
_SILENT = ("command", "args", "env", "resources")
#: The keys of a container in the order in which one reads them.
_ORDER = ("name", "image", "command", "args", "env", "resources", "volumeMounts")
#: The alphabet of the annotations for secrets, beside that of base 32 (``secret/k8s_secrets.go``).
_ALPHABET = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "abcdefghijklmnopqrstuvwxyz123456")


def pod_of(template: Template) -> Mapping:
    """The manifest of the pod."""
    metadata = Mapping({"name": Scalar(_label(template.name), note="Flyte names it by the execution")})
    spec: Part = copied(template.pod.spec) if template.pod is not None else _spec_of_container(template)
    labels, annotations = _described(template, spec)
    _label_slices(labels, template)
    for key, part in (("labels", labels), ("annotations", annotations)):
        if part.entries:
            metadata.entries[key] = part
        else:
            metadata.remarks += [f"{key}: {text.removeprefix('? ')}" for text in part.remarks]
    metadata.remarks.append("Flyte adds labels about the execution, such as its project and domain")
    if isinstance(spec, Mapping):
        _complete(spec, template)
    return Mapping({"apiVersion": Scalar("v1"), "kind": Scalar("Pod"), "metadata": metadata, "spec": spec})


def _label_slices(labels: Mapping, template: Template) -> None:
    """The label for a part of a GPU, which Flyte 2 sets."""
    accelerator = template.extended.get("gpu_accelerator") if template.sdk == "flyte" else None
    size = accelerator.get("partition_size") if isinstance(accelerator, Mapping) else None
    slices = _SLICES.fullmatch(str(size.value)) if isinstance(size, Scalar) else None
    if slices is not None:
        labels.entries["platform.union.ai/gpu-partition-slices"] = Scalar(slices[1], note=_FLYTE)


def why_not_shown(template: Template) -> str:
    """Why no manifest can be made of a template: its containers are not known; empty otherwise."""
    spec = template.pod.spec if template.pod is not None else None
    containers = spec.get("containers") if isinstance(spec, Mapping) else spec
    if not isinstance(containers, Missing):
        return ""
    return f"the containers of its pod template are not known: {containers.reason}{at(containers)}"


def _label(name: str) -> str:
    """A name as Kubernetes takes it for a pod."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:63].rstrip("-") or "task"


def _spec_of_container(template: Template) -> Mapping:
    container = Mapping({"name": Scalar(_label(template.name), note="Flyte names it by the execution")})
    container.entries.update(copied(template.container).entries)  # type: ignore[union-attr]
    container.entries["terminationMessagePolicy"] = Scalar("FallbackToLogsOnError", note=_FLYTE)
    return Mapping({"containers": Sequence([container], note=_FLYTE)}, note=_FLYTE)


def _described(template: Template, spec: Part) -> tuple[Mapping, Mapping]:
    """Labels and annotations: those of the template, and over these those of the task."""
    of_pod = (template.pod.labels, template.pod.annotations) if template.pod is not None else (None, None)
    labels, annotations = Mapping(), Mapping()
    safe = Scalar("false", note=_FLYTE)
    annotations.entries["cluster-autoscaler.kubernetes.io/safe-to-evict"] = safe
    _merge(labels, of_pod[0])
    _merge(annotations, of_pod[1])
    containers = spec.get("containers") if isinstance(spec, Mapping) else None
    is_alone = isinstance(containers, Sequence) and len(containers.items) == 1 and not containers.more
    if template.type == "sidecar" or is_alone and template.type != "raw-container":
        primary = template.pod.primary if template.pod is not None else _label(template.name)
        annotations.entries["primary_container_name"] = Scalar(primary, note=_FLYTE)
    _merge(labels, template.labels)
    _merge(annotations, template.annotations)
    for key in [key for key in labels.entries if key in _OF_EXECUTION or key.startswith("flyte.org/")]:
        labels.remarks.append(f"Flyte replaces the label {key}{at(labels.entries.pop(key))} with its own")
    if template.secrets is not None:
        _ask_for_secrets(template, labels, annotations)
    return labels, annotations


def _merge(target: Mapping, part: Part | None) -> None:
    if isinstance(part, Missing):
        target.remarks.append(f"? {part.reason}")
    if not isinstance(part, Mapping):
        return
    target.position = target.position or part.position
    for key, value in part.entries.items():
        before = target.get(key)
        if before is not None and before.position is not None:
            target.remarks.append(f"{key}{at(before)} of the template is replaced by that of the task")
        target.entries[key] = value


def _ask_for_secrets(template: Template, labels: Mapping, annotations: Mapping) -> None:
    """What tells the webhook of Flyte which secrets to bring."""
    labels.entries["inject-flyte-secrets"] = Scalar("true", note=_FLYTE)
    if not isinstance(template.secrets, Sequence):
        annotations.remarks.append("? flyte.secrets/...: the secrets are not known")
        return
    for index, secret in enumerate(template.secrets.items):
        text = _as_text(secret)
        key = f"flyte.secrets/s{index}"
        if text is None:
            annotations.remarks.append(f"? {key}: the secret is not known")
            continue
        words = " ".join(text.replace("\n", " ").split())
        annotations.entries[key] = Scalar(_encoded(text), secret.position, note=f"{words}, encoded by Flyte")


def _as_text(secret: Part) -> str | None:
    """A request for a secret as protobuf prints it; None when something of it is not known."""
    if not isinstance(secret, Mapping):
        return None
    parts = secret.entries.values()
    if not all(isinstance(part, Scalar) and _PLAIN.fullmatch(str(part.value)) for part in parts):
        return None
    lines = []
    for name in ("group", "group_version", "key", "mount_requirement", "env_var"):
        part = secret.get(name)
        if isinstance(part, Scalar):
            quoted = f'"{part.value}"' if name != "mount_requirement" else part.value
            lines.append(f"{name}: {quoted}\n")
    return "".join(lines)


def _encoded(text: str) -> str:
    return base64.b32encode(text.encode()).decode().rstrip("=").translate(_ALPHABET)


# -- the specification


def _complete(spec: Mapping, template: Template) -> None:
    """Put in what Flyte adds to the specification."""
    containers, before = _mappings(spec.get("containers")), _mappings(spec.get("initContainers"))
    primary_name = template.pod.primary if template.pod is not None else None
    primary = next((container for container in containers if _is_called(container, primary_name)), None)
    gpu = _gpu_of(template)
    for container in (*containers, *before):
        _rename_gpus(container.get("resources"), gpu)
    if primary is not None:
        if template.image_override is not None:
            primary.entries["image"] = template.image_override
        _complete_resources(primary, template, gpu)
    for container in before if template.sdk == "flytekit" else ():
        _complete_resources(container, template, gpu)
    for container in (*containers, *before):
        if container is not primary and (template.sdk == "flyte" or container not in before):
            _remark_resources(container)
    _complete_fields(spec, template)
    _select_nodes(spec, template, containers, gpu)
    if primary is not None:
        _share_memory(spec, primary, template)
        variables = primary.get("env")
        beside: Mapping | Sequence = variables if isinstance(variables, Sequence) and variables.items else primary
        beside.remarks.append("Flyte adds variables about the execution, FLYTE_INTERNAL_..., to every container")
    for container in (*containers, *before):
        _put_in_order(container)
    spec.remarks += template.dropped


def _mappings(part: Part | None) -> list[Mapping]:
    return [item for item in part.items if isinstance(item, Mapping)] if isinstance(part, Sequence) else []


def _complete_fields(spec: Mapping, template: Template) -> None:
    """The fields of the pod itself, where they are not given or empty."""
    for key in ("restartPolicy", "serviceAccountName"):
        given = spec.get(key)
        if isinstance(given, Scalar) and not given.value:
            del spec.entries[key]
    spec.entries.setdefault("restartPolicy", Scalar("Never", note=_FLYTE))
    if template.sdk == "flyte":
        spec.entries["enableServiceLinks"] = Scalar(False, note=_FLYTE)
    if template.service_account is not None:
        spec.entries.setdefault("serviceAccountName", template.service_account)
    elif "serviceAccountName" not in spec.entries:
        spec.remarks.append("? serviceAccountName: that of the execution")
    if template.takes_outputs:
        spec.entries["terminationGracePeriodSeconds"] = Scalar(3600, note="Flyte waits for the outputs")
    if template.brings_inputs or template.takes_outputs:
        spec.remarks.append("Flyte adds containers, volumes and mounts for inputs and outputs (flyte-copilot)")
    if template.pod_template_name is not None:
        name = template.pod_template_name
        shown = f" {name.value}" if isinstance(name, Scalar) else ""
        spec.remarks.append(f"? the PodTemplate{shown} of the cluster is merged with this")


def _remark_resources(container: Mapping) -> None:
    """Say that Flyte completes the resources of a container beside the primary one."""
    resources = container.get("resources")
    parts = [resources.get(key) if isinstance(resources, Mapping) else None for key in ("requests", "limits")]
    if not all(isinstance(part, Mapping) and {"cpu", "memory"} <= part.entries.keys() for part in parts):
        container.remarks.append("Flyte writes 0 for the cpu and memory that are not given")


def _is_called(container: Mapping, name: str | None) -> bool:
    found = container.get("name")
    return name is None or isinstance(found, Scalar) and found.value == name


def _put_in_order(container: Mapping) -> None:
    """Order the keys of a container, and leave out what is empty."""
    entries = container.entries
    for key in _SILENT:
        part = entries.get(key)
        if isinstance(part, Mapping):
            for inner in [each for each, value in part.entries.items() if isinstance(value, Mapping)]:
                if not part.mapping(inner).entries:
                    del part.entries[inner]
        if isinstance(part, Mapping) and not part.entries and not part.remarks:
            del entries[key]
        elif isinstance(part, Sequence) and not part.items and not part.more:
            del entries[key]
    names = [*(key for key in _ORDER if key in entries), *(key for key in entries if key not in _ORDER)]
    container.entries = {key: entries[key] for key in names}


def _gpu_of(template: Template) -> str:
    """What Kubernetes calls the accelerators of a task."""
    accelerator = template.extended.get("gpu_accelerator")
    device_class = accelerator.get("device_class") if isinstance(accelerator, Mapping) else None
    return _ACCELERATORS.get(str(device_class.value), _GPU) if isinstance(device_class, Scalar) else _GPU


def _rename_gpus(resources: Part | None, gpu: str) -> None:
    for key in ("requests", "limits"):
        part = resources.get(key) if isinstance(resources, Mapping) else None
        if isinstance(part, Mapping) and "gpu" in part.entries:
            others = {name: value for name, value in part.entries.items() if name != gpu}
            part.entries = {gpu if name == "gpu" else name: value for name, value in others.items()}


def _complete_resources(container: Mapping, template: Template, gpu: str) -> None:
    """Balance requests and limits of a container, before and after a node overrides some."""
    if isinstance(container.get("resources"), Missing):
        return
    resources = container.mapping("resources")
    if any(isinstance(resources.get(key), Missing) for key in ("requests", "limits")):
        return
    requests, limits = resources.mapping("requests"), resources.mapping("limits")
    if template.pod is None:
        _balance(requests, limits, gpu)
    override = copied(template.resources_override)
    _rename_gpus(override, gpu)
    for key, part in override.entries.items() if isinstance(override, Mapping) else ():
        if not isinstance(part, Mapping):
            resources.entries[key] = part
            return
        for name, value in part.entries.items():
            old = resources.mapping(key).get(name)
            note = f"over {old.value}{at(old)}" if isinstance(old, Scalar) else "of the node"
            resources.mapping(key).entries[name] = noted(value, note)
    _balance(requests, limits, gpu)
    unset = [name for name in ("cpu", "memory") if name not in requests.entries]
    if unset:
        default = f"the default{'s' if len(unset) > 1 else ''} of the platform"
        beside = resources if requests.entries else container
        where = "" if beside is resources else "resources: "
        beside.remarks.append(f"? {where}{' and '.join(unset)}: {default}")


def _balance(requests: Mapping, limits: Mapping, gpu: str) -> None:
    """A limit that is not given is the request, and the other way round; a request is no more than its limit.

    Zero counts as not given.
    """
    for part in (requests, limits):
        for name in [name for name, value in part.entries.items() if _is_zero(value)]:
            part.remarks.append(f"{name} of zero{at(part.entries.pop(name))} counts as not given")
    for name in [*requests.entries, *(name for name in limits.entries if name not in requests.entries)]:
        request, limit = requests.get(name), limits.get(name)
        if name not in _ADJUSTED and name != gpu:
            continue
        if limit is None and request is not None:
            limits.entries[name] = noted(request, "Flyte takes the request for the limit, too")
        elif request is None and limit is not None:
            requests.entries[name] = noted(limit, "Flyte takes the limit for the request, too")
        elif isinstance(request, Scalar) and isinstance(limit, Scalar) and _is_over(request, limit):
            note = f"not {request.value}, which is above the limit"
            requests.entries[name] = replace(request, value=limit.value, note=note)


def _is_zero(part: Part) -> bool:
    amount = parse(str(part.value)) if isinstance(part, Scalar) else None
    return amount is not None and amount.value == 0


def _is_over(request: Scalar, limit: Scalar) -> bool:
    first, second = (parse(str(part.value)) for part in (request, limit))
    return first is not None and second is not None and first.value > second.value


def _extended(template: Template, key: str) -> Part | None:
    """The accelerator or the shared memory: that of the node before that of the task."""
    return template.extended_override.get(key) or template.extended.get(key)


def _select_nodes(spec: Mapping, template: Template, containers: list[Mapping], gpu: str) -> None:
    """What leads to the nodes that have the accelerator, if a container asks for one."""
    accelerator = _extended(template, "gpu_accelerator")
    if accelerator is None:
        return
    asks = any(_has_limit(container, gpu) for container in containers)
    if not asks or not isinstance(accelerator, Mapping):
        reason = f"? {accelerator.reason}" if isinstance(accelerator, Missing) else f"no container asks for {gpu}"
        spec.remarks.append(f"the accelerator selects no nodes: {reason}" if not asks else reason)
        return
    labels = (_DEVICE_LABEL, _PARTITION_LABEL) if gpu != "google.com/tpu" else _TPU_LABELS
    expressions: list[Part] = []
    tolerations: list[Part] = []
    for part, label in zip(("device", "partition_size"), labels):
        value = accelerator.get(part)
        if value is None:
            continue
        if part == "device" and isinstance(value, Scalar):
            value = replace(value, value=_device(str(value.value)))
        expressions.append(_expression(label, value))
        tolerations.append(
            Mapping(
                {
                    "key": Scalar(label, note=_CLUSTER),
                    "operator": Scalar("Equal", note=_FLYTE),
                    "value": value,
                    "effect": Scalar("NoSchedule", note=_FLYTE),
                }
            )
        )
    if "unpartitioned" in accelerator.entries:
        key, operator = Scalar(labels[1], note=_CLUSTER), Scalar("DoesNotExist", note=_FLYTE)
        expressions.append(Mapping({"key": key, "operator": operator}))
    affinity = spec.mapping("affinity").mapping("nodeAffinity")
    required = affinity.mapping("requiredDuringSchedulingIgnoredDuringExecution")
    terms = required.sequence("nodeSelectorTerms")
    if not terms.items:
        terms.items.append(Mapping())
    for term in terms.items:
        if isinstance(term, Mapping):
            term.sequence("matchExpressions").items += [copied(each) for each in expressions]
    spec.sequence("tolerations").items += tolerations


def _device(name: str) -> str:
    """What Flyte calls a device on the labels of nodes."""
    if name == "Gaudi1":
        return "habana-gaudi-dl1"
    return next((f"{maker}-{name.lower()}" for word, maker in _DEVICES if word.fullmatch(name)), name)


def _expression(label: str, value: Part) -> Mapping:
    return Mapping(
        {
            "key": Scalar(label, note=_CLUSTER),
            "operator": Scalar("In", note=_FLYTE),
            "values": Sequence([value], note=_FLYTE),
        }
    )


def _has_limit(container: Mapping, name: str) -> bool:
    resources = container.get("resources")
    limits = resources.get("limits") if isinstance(resources, Mapping) else None
    return isinstance(limits, Mapping) and name in limits.entries


def _share_memory(spec: Mapping, primary: Mapping, template: Template) -> None:
    """The volume in memory, and its mount."""
    memory = _extended(template, "shared_memory")
    if isinstance(memory, Missing):
        spec.remarks.append(f"? a volume for shared memory: {memory.reason}")
    if not isinstance(memory, Mapping):
        return
    name = memory.entries["mount_name"]
    volumes, mounts = _mappings(spec.get("volumes")), _mappings(primary.get("volumeMounts"))
    names = [plain(each).get("name") for each in (*volumes, *mounts)]
    paths = [plain(each).get("mountPath") for each in mounts]
    if plain(name) in names or plain(memory.entries["mount_path"]) in paths:
        spec.remarks.append("the task fails: the template already uses the name or path of the shared memory")
        return
    size = memory.get("size_limit") or Scalar("0", note="no limit")
    empty = Mapping({"medium": Scalar("Memory", note=_FLYTE), "sizeLimit": size}, note=_FLYTE)
    spec.sequence("volumes").items.append(Mapping({"name": noted(name, _FLYTE), "emptyDir": empty}))
    mount = Mapping({"name": noted(name, _FLYTE), "mountPath": noted(memory.entries["mount_path"], _FLYTE)})
    primary.sequence("volumeMounts").items.append(mount)
