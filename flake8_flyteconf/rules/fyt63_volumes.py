"""FYT63: volumes and where they are mounted."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_flyteconf.kubernetes import grammar
from flake8_flyteconf.rules.predicates import is_given, shorten, string_of
from flake8_flyteconf.rules.rule import Hit, close_to, hit, rule
from flake8_flyteconf.values import Configured, Constant, KubernetesObject, PodTemplate, SequenceValue

#: What Flyte adds to the pod of a task that asks for shared memory.
_SHARED_MEMORY = "flyte-shared-memory"


@rule(
    "FYT631",
    "{model} takes one source, not {sources}",
    on=KubernetesObject,
    models=("V1Volume", "V1VolumeProjection"),
    kind="refused",
    stage="pod creation",
)
def several_volume_sources(call: KubernetesObject) -> Iterator[Hit]:
    """A volume, or a source of a projected volume, with several sources.

    Kubernetes refuses the pod: ``may not specify more than 1 volume type``. A volume without any is an empty
    directory. Source: Kubernetes, pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        DATA = k8s.V1Volume(
            name="data",
            empty_dir=k8s.V1EmptyDirVolumeSource(),
            config_map=k8s.V1ConfigMapVolumeSource(name="data"),
        )
        plain = PodTemplate(pod_spec=k8s.V1PodSpec(containers=[], volumes=[DATA]))

    Good::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        DATA = k8s.V1Volume(name="data", config_map=k8s.V1ConfigMapVolumeSource(name="data"))
        plain = PodTemplate(pod_spec=k8s.V1PodSpec(containers=[], volumes=[DATA]))
    """
    sources = [name for name in call.arguments if name != "name" and is_given(call.get(name))]
    known = [name for name in sources if name in (call.fields or {})]
    if len(known) > 1:
        yield hit(call.position, model=call.title, sources=" and ".join(sorted(known)))


@rule("FYT632", '{what} "{name}" has no volume of that name{hint}', on=Configured, kind="refused", stage="pod creation")
def mount_without_volume(call: Configured) -> Iterator[Hit]:
    """A volume mount or device whose volume the pod template does not have.

    Kubernetes refuses the pod: ``Not found``. A template of the cluster that ``pod_template_name=`` names may bring the
    volume. Source: Kubernetes, pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate, task
        from kubernetes import client as k8s

        MAIN = k8s.V1Container(name="primary", volume_mounts=[k8s.V1VolumeMount(name="data", mount_path="/data")])

        @task(pod_template=PodTemplate(pod_spec=k8s.V1PodSpec(containers=[MAIN])))
        def train() -> None: ...

    Good::

        from flytekit import PodTemplate, task
        from kubernetes import client as k8s

        MAIN = k8s.V1Container(name="primary", volume_mounts=[k8s.V1VolumeMount(name="data", mount_path="/data")])
        DATA = k8s.V1Volume(name="data", empty_dir=k8s.V1EmptyDirVolumeSource())

        @task(pod_template=PodTemplate(pod_spec=k8s.V1PodSpec(containers=[MAIN], volumes=[DATA])))
        def train() -> None: ...
    """
    template = call.pod_template()
    spec = template.pod_spec() if template is not None else None
    if spec is None or call.get("pod_template_name") is not None or call.incomplete:
        return
    names = _volume_names(spec)
    if names is None:
        return
    if is_given(call.get("shared_memory")) or call.get("shared_memory") is not None:
        names = {*names, _SHARED_MEMORY}
    for container in (*spec.objects("containers"), *spec.objects("init_containers")):
        for field, what in (("volume_mounts", "volume mount"), ("volume_devices", "volume device")):
            for mount in container.objects(field):
                name = mount.text("name")
                if name and name not in names:
                    position = mount.arguments["name"].position
                    yield hit(position, remedies=close_to(name, names, position), what=what, name=shorten(name))


@rule(
    "FYT633",
    "{field} {fault}",
    on=KubernetesObject,
    models=("V1Container", "V1VolumeMount"),
    kind="refused",
    stage="pod creation",
)
def impossible_mount(call: KubernetesObject) -> Iterator[Hit]:
    """A volume mount whose settings do not go together.

    Kubernetes refuses the pod: two kinds of sub-path, mounts that travel to the host from a container without
    privileges, recursively read-only mounts that are writable. Source: Kubernetes,
    pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        MOUNT = k8s.V1VolumeMount(name="data", mount_path="/data", recursive_read_only="Enabled")
        MAIN = k8s.V1Container(name="primary", volume_mounts=[MOUNT])
        plain = PodTemplate(pod_spec=k8s.V1PodSpec(containers=[MAIN], volumes=[k8s.V1Volume(name="data")]))

    Good::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        MOUNT = k8s.V1VolumeMount(name="data", mount_path="/data", recursive_read_only="Enabled", read_only=True)
        MAIN = k8s.V1Container(name="primary", volume_mounts=[MOUNT])
        plain = PodTemplate(pod_spec=k8s.V1PodSpec(containers=[MAIN], volumes=[k8s.V1Volume(name="data")]))
    """
    if call.title == "V1Container":
        context = call.object("security_context")
        privileged = context.get("privileged") if context is not None else None
        unprivileged = call.lacks("security_context") or context is not None and context.lacks("privileged")
        if unprivileged or isinstance(privileged, Constant) and not privileged.value:
            for mount in call.objects("volume_mounts"):
                if mount.text("mount_propagation") == "Bidirectional":
                    fault = "needs a privileged container"
                    yield hit(mount.arguments["mount_propagation"].position, field='"Bidirectional"', fault=fault)
        return
    if call.text("sub_path") and call.text("sub_path_expr"):
        yield hit(call.arguments["sub_path_expr"].position, field="sub_path_expr", fault="excludes sub_path")
    read_only = call.get("read_only")
    writable = call.lacks("read_only") or isinstance(read_only, Constant) and not read_only.value
    mode = call.text("recursive_read_only")
    if mode in ("Enabled", "IfPossible"):
        place = call.arguments["recursive_read_only"].position
        if writable:
            yield hit(place, field=f'recursive_read_only "{mode}"', fault="needs read_only=True")
        elif call.text("mount_propagation") not in (None, "", "None"):
            yield hit(place, field=f'recursive_read_only "{mode}"', fault="excludes mount_propagation")


@rule(
    "FYT634",
    'volume device "{name}" needs a persistent volume claim',
    on=KubernetesObject,
    models=("V1PodSpec",),
    kind="refused",
    stage="pod creation",
)
def device_of_file_volume(call: KubernetesObject) -> Iterator[Hit]:
    """A raw block device whose volume can only be a file system.

    Kubernetes refuses the pod: ``can only use volume source type of PersistentVolumeClaim or Ephemeral for block
    mode``. Source: Kubernetes, pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        DISK = k8s.V1VolumeDevice(name="disk", device_path="/dev/xvda")
        MAIN = k8s.V1Container(name="primary", volume_devices=[DISK])
        VOLUME = k8s.V1Volume(name="disk", empty_dir=k8s.V1EmptyDirVolumeSource())
        plain = PodTemplate(pod_spec=k8s.V1PodSpec(containers=[MAIN], volumes=[VOLUME]))

    Good::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        DISK = k8s.V1VolumeDevice(name="disk", device_path="/dev/xvda")
        MAIN = k8s.V1Container(name="primary", volume_devices=[DISK])
        CLAIM = k8s.V1PersistentVolumeClaimVolumeSource(claim_name="disk")
        VOLUME = k8s.V1Volume(name="disk", persistent_volume_claim=CLAIM)
        plain = PodTemplate(pod_spec=k8s.V1PodSpec(containers=[MAIN], volumes=[VOLUME]))
    """
    file_volumes = {
        volume.text("name")
        for volume in call.objects("volumes")
        if not volume.incomplete and all(volume.lacks(source) for source in grammar.BLOCK_SOURCES)
    }
    for container in (*call.objects("containers"), *call.objects("init_containers")):
        for device in container.objects("volume_devices"):
            name = device.text("name")
            if name and name in file_volumes:
                yield hit(device.arguments["name"].position, name=shorten(name))


@rule(
    "FYT635",
    "shared_memory= and {what} are mutually exclusive",
    on=Configured,
    kind="refused",
    stage="pod creation",
)
def shared_memory_twice(call: Configured) -> Iterator[Hit]:
    """``shared_memory=`` together with a template that mounts ``/dev/shm`` itself.

    flytepropeller refuses to make the pod: ``/dev/shm is already mounted in container``. Source: flyteplugins,
    tasks/pluginmachinery/flytek8s/pod_helper.go (ApplySharedMemory).

    Bad::

        from flytekit import PodTemplate, task
        from kubernetes import client as k8s

        MAIN = k8s.V1Container(name="primary", volume_mounts=[k8s.V1VolumeMount(name="shm", mount_path="/dev/shm")])
        SHM = k8s.V1Volume(name="shm", empty_dir=k8s.V1EmptyDirVolumeSource(medium="Memory"))

        @task(shared_memory=True, pod_template=PodTemplate(pod_spec=k8s.V1PodSpec(containers=[MAIN], volumes=[SHM])))
        def train() -> None: ...

    Good::

        from flytekit import PodTemplate, task
        from kubernetes import client as k8s

        MAIN = k8s.V1Container(name="primary")

        @task(shared_memory=True, pod_template=PodTemplate(pod_spec=k8s.V1PodSpec(containers=[MAIN])))
        def train() -> None: ...
    """
    asked = call.get("shared_memory")
    if asked is None or not isinstance(asked, Constant) or not (asked.value is True or isinstance(asked.value, str)):
        return
    template = call.pod_template()
    spec = template.pod_spec() if template is not None else None
    if template is None or spec is None:
        return
    if any(volume.text("name") == _SHARED_MEMORY for volume in spec.objects("volumes")):
        yield hit(asked.position, what=f'a volume named "{_SHARED_MEMORY}"')
    elif _mounts_shared_memory(template):
        yield hit(asked.position, what='a volume mounted at "/dev/shm"')


def _mounts_shared_memory(template: PodTemplate) -> bool:
    container = template.primary_container()
    mounts = container.objects("volume_mounts") if container is not None else []
    return any(mount.text("mount_path") == "/dev/shm" for mount in mounts)


def _volume_names(spec: KubernetesObject) -> set[str] | None:
    """The names of all volumes, None when there may be others."""
    value = spec.get("volumes")
    if spec.lacks("volumes"):
        return set()
    if not isinstance(value, SequenceValue) or value.incomplete:
        return None
    names = {string_of(v.get("name")) if isinstance(v, KubernetesObject) else None for v in value.items}
    return None if None in names else {name for name in names if name is not None}
