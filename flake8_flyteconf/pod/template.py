"""What an SDK serializes of the pod of a task, the same for both SDKs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from flake8_flyteconf.flytekit.calls import PodTemplate
from flake8_flyteconf.pod.parts import Arguments, Mapping, Missing, Part, Scalar, Sequence, at, copied, plain
from flake8_flyteconf.values import Position, Unknown, Value

#: The names of resources in the specification of a pod, by those of both SDKs.
RESOURCES = {
    "cpu": "cpu",
    "mem": "memory",
    "memory": "memory",
    "gpu": "gpu",
    "ephemeral_storage": "ephemeral-storage",
    "disk": "ephemeral-storage",
}


@dataclass(slots=True)
class PodSpec:
    """A pod template as the SDK sends it; ``primary`` is the name of the container that runs the task, if known."""

    spec: Part
    primary: str
    labels: Part | None = None
    annotations: Part | None = None


class NotShown(Exception):
    """A task without a pod that can be shown; the text says why."""


#: What is said of the tasks of most plugins.
PLUGIN = "its plugin makes something else than one pod of it"


def pod_spec_of(template: Value) -> PodSpec:
    """A pod template as it is written; of another value nothing is known."""
    if not isinstance(template, PodTemplate) or not template.primary():
        reason = template.reason if isinstance(template, Unknown) else "the pod template is not known"
        missing = Missing(reason, template.position)
        return PodSpec(missing, "", missing, missing)
    given = Arguments.of(template)
    labels, annotations = (
        None if isinstance(part, Mapping) and not part.entries else part
        for part in (given.part("labels"), given.part("annotations"))
    )
    return PodSpec(given.part("pod_spec") or Mapping(), template.primary() or "", labels, annotations)


@dataclass(slots=True)
class Template:
    """The template of a task.

    ``container`` has the keys of a container of Kubernetes without a name; resources have the names that the SDK gives
    them, such as ``gpu``. With a ``pod`` the SDK sends no container. ``data_config`` says where inputs and outputs of a
    container task are. A node of a workflow sends its overrides beside the template; ``dropped`` are remarks about what
    has no effect.
    """

    name: str
    position: Position
    sdk: str
    type: str
    container: Mapping
    pod: PodSpec | None = None
    labels: Part | None = None
    annotations: Part | None = None
    extended: Mapping = field(default_factory=Mapping)
    secrets: Part | None = None
    service_account: Part | None = None
    pod_template_name: Part | None = None
    interruptible: Part | None = None
    data_config: Mapping | None = None
    brings_inputs: bool = False
    takes_outputs: bool = False
    image_override: Part | None = None
    resources_override: Mapping = field(default_factory=Mapping)
    extended_override: Mapping = field(default_factory=Mapping)
    dropped: list[str] = field(default_factory=list)

    def as_mapping(self) -> Mapping:
        """All of it as one mapping, to be compared with what the SDK serializes."""
        found: dict[str, Part] = {"type": Scalar(self.type)}
        if self.pod is None:
            found["container"] = self.container
        elif not self.pod.primary:  # a string would be the name of one
            parts = ("container", "k8s_pod", "primary_container_name", "pod_template_name")
            found.update(dict.fromkeys(parts, self.pod.spec))
        else:
            metadata = {"labels": self.pod.labels, "annotations": self.pod.annotations}
            found["k8s_pod"] = Mapping(
                {
                    "metadata": Mapping({key: part for key, part in metadata.items() if part is not None}),
                    "pod_spec": self.pod.spec,
                }
            )
            found["primary_container_name"] = Scalar(self.pod.primary)
        others = {
            "labels": self.labels,
            "annotations": self.annotations,
            "extended": self.extended if self.extended.entries else None,
            "secrets": self.secrets,
            "service_account": self.service_account,
            "pod_template_name": self.pod_template_name,
            "interruptible": self.interruptible,
            "data_config": self.data_config,
        }
        found.update({key: part for key, part in others.items() if part is not None and key not in found})
        return Mapping(found)


def with_container(
    pod: PodSpec, container: Mapping, *, merges_resources: bool, resolves_images: bool, replaces_image: bool = False
) -> PodSpec:
    """A pod template with the container of the task in its primary one.

    flytekit replaces all resources where the task has any, Flyte 2 only those of the same name
    (``merges_resources``). flytekit fills in the images that are left to the registration (``resolves_images``), and
    that of the older ``Pod`` replaces the primary one (``replaces_image``). Sources: flytekit 1.16.30
    (``core/utils.py``), flytekitplugins-pod 1.16.31 (``task.py``), flyte 2.12.1 (``task_serde.py``).
    """
    spec = copied(pod.spec)
    if not isinstance(spec, Mapping) or isinstance(spec.get("containers"), Missing):
        return pod
    containers = spec.sequence("containers")
    is_open = bool(containers.more) or any(not isinstance(item, Mapping) for item in containers.items)
    names = [item.get("name") for item in containers.items if isinstance(item, Mapping)]
    is_open = is_open or any(not isinstance(name, Scalar) for name in names)
    if not is_open and not any(isinstance(name, Scalar) and name.value == pod.primary for name in names):
        containers.items.append(Mapping({"name": Scalar(pod.primary, note="added, as no container has this name")}))
    for item in containers.items:
        if not isinstance(item, Mapping):
            continue
        name = item.get("name")
        if isinstance(name, Scalar) and name.value == pod.primary:
            _fill_primary(item, container, merges_resources, replaces_image, resolves_images)
        elif resolves_images and isinstance(name, Scalar):
            item.entries["image"] = _resolved(item.get("image"))
    return replace(pod, spec=spec)


def _resolved(image: Part | None) -> Part:
    """An image as flytekit fills it in at registration: a name in braces, or none, is one of the registration."""
    if image is None or isinstance(image, Scalar) and image.value == "":
        return Missing(DEFAULT_IMAGE, image.position if image is not None else None)
    if isinstance(image, Scalar) and "{{" in str(image.value):
        return Missing(f"{image.value} is filled in at registration", image.position)
    return image


#: Why the image is not known of what names none.
DEFAULT_IMAGE = "the default image of the registration"


def _fill_primary(
    primary: Mapping, container: Mapping, merges_resources: bool, replaces_image: bool, resolves_images: bool
) -> None:
    """Put the container of the task into the primary one of its template."""
    image = container.get("image")
    own = primary.get("image")
    if own is not None and resolves_images:
        own = primary.entries["image"] = _resolved(own)
    if own is None or replaces_image:
        if own is not None:
            primary.remarks.append(f"image{at(own)} of the template is replaced by that of the task (FYT744)")
        if image is not None:
            primary.entries["image"] = image
    elif isinstance(image, Scalar) and isinstance(own, Scalar):
        primary.remarks.append(f"container_image{at(image)} is ignored, as the template has an image (FYT511)")
    for key in ("command", "args"):
        before = primary.entries.pop(key, None)
        if before is not None:
            primary.remarks.append(f"{key}{at(before)} of the template is overwritten (FYT505)")
        if key in container.entries:
            primary.entries[key] = copied(container.entries[key])
    _fill_resources(primary, container.get("resources"), merges_resources)
    variables = container.get("env")
    before = primary.get("env")
    if isinstance(before, Missing) or isinstance(variables, Missing):
        primary.entries["env"] = Missing("some variables are not known")
        return
    items = [*(variables.items if isinstance(variables, Sequence) else ())]
    items += before.items if isinstance(before, Sequence) else ()
    names = [str(plain(each).get("name")) for each in items if isinstance(each, Mapping)]
    twice = [name for name in dict.fromkeys(names) if names.count(name) > 1]
    primary.remarks += [f"variable {name} is set twice, the last one counts (FYT512)" for name in twice]
    more = before.more if isinstance(before, Sequence) else ""
    primary.entries["env"] = Sequence(items, before.position if before is not None else None, more=more)


def _fill_resources(primary: Mapping, resources: Part | None, merges: bool) -> None:
    if isinstance(resources, Missing):
        primary.entries["resources"] = resources
    if not isinstance(resources, Mapping) or not any(_has_entries(part) for part in resources.entries.values()):
        return
    before = primary.get("resources")
    if merges and isinstance(before, Missing):
        return
    if before is not None and not merges:
        primary.remarks.append(f"resources{at(before)} of the template are replaced by those of the task (FYT506)")
    filled = before if merges and isinstance(before, Mapping) else Mapping(position=resources.position)
    for key in ("requests", "limits"):
        part = resources.get(key)
        if isinstance(part, Missing):
            filled.entries[key] = part
        else:  # a map without an entry is sent, too
            filled.mapping(key).entries.update(part.entries if isinstance(part, Mapping) else {})
            filled.mapping(key).position = part.position if isinstance(part, Mapping) else None
    primary.entries["resources"] = filled


def _has_entries(part: Part) -> bool:
    return isinstance(part, Missing) or isinstance(part, Mapping) and bool(part.entries)
