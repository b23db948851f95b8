"""FYT63: volumes and where they are mounted."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_flyteconf.flyte2 import calls as flyte2
from flake8_flyteconf.kubernetes import grammar, quantities, validation
from flake8_flyteconf.rules.conversions import dropped
from flake8_flyteconf.rules.predicates import entries_of, is_given, is_true, is_truthy, shorten, string_of
from flake8_flyteconf.rules.rule import Hit, close_to, hit, rule
from flake8_flyteconf.flytekit.calls import Configured, PodTemplate, Templated
from flake8_flyteconf.values import Constant, DictValue, KubernetesObject, SequenceValue

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

        DATA = k8s.V1Volume(
            name="data", config_map=k8s.V1ConfigMapVolumeSource(name="data")
        )
        plain = PodTemplate(pod_spec=k8s.V1PodSpec(containers=[], volumes=[DATA]))
    """
    sources = [name for name in call.arguments if name != "name" and is_given(call.get(name))]
    known = [name for name in sources if name in (call.fields or {})]
    if len(known) > 1:
        yield hit(call.position, model=call.title, sources=" and ".join(sorted(known)))


@rule(
    "FYT632",
    '{what} "{name}" has no volume of that name{hint}',
    on=(Templated, flyte2.TemplatedMethod),
    kind="refused",
    stage="pod creation",
)
def mount_without_volume(call: Templated | flyte2.TemplatedMethod) -> Iterator[Hit]:
    """A volume mount or device whose volume the pod template does not have.

    Kubernetes refuses the pod: ``Not found``. A template of the cluster that ``pod_template_name=`` names may bring the
    volume. Source: Kubernetes, pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate, task
        from kubernetes import client as k8s

        MAIN = k8s.V1Container(
            name="primary",
            volume_mounts=[k8s.V1VolumeMount(name="data", mount_path="/data")],
        )

        @task(pod_template=PodTemplate(pod_spec=k8s.V1PodSpec(containers=[MAIN])))
        def train() -> None: ...

    Good::

        from flytekit import PodTemplate, task
        from kubernetes import client as k8s

        MAIN = k8s.V1Container(
            name="primary",
            volume_mounts=[k8s.V1VolumeMount(name="data", mount_path="/data")],
        )
        DATA = k8s.V1Volume(name="data", empty_dir=k8s.V1EmptyDirVolumeSource())

        @task(
            pod_template=PodTemplate(
                pod_spec=k8s.V1PodSpec(containers=[MAIN], volumes=[DATA])
            )
        )
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
    on=KubernetesObject,
    models=("V1Container", "V1VolumeMount"),
    kind="refused",
    stage="pod creation",
)
def contradicting_mount(call: KubernetesObject) -> Iterator[Hit]:
    """A volume mount whose settings do not go together.

    Kubernetes refuses the pod: two kinds of sub-path, mounts that travel to the host from a container without
    privileges, recursively read-only mounts that are writable. Source: Kubernetes,
    pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        MOUNT = k8s.V1VolumeMount(
            name="data", mount_path="/data", recursive_read_only="Enabled"
        )
        MAIN = k8s.V1Container(name="primary", volume_mounts=[MOUNT])
        plain = PodTemplate(
            pod_spec=k8s.V1PodSpec(
                containers=[MAIN], volumes=[k8s.V1Volume(name="data")]
            )
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        MOUNT = k8s.V1VolumeMount(
            name="data",
            mount_path="/data",
            recursive_read_only="Enabled",
            read_only=True,
        )
        MAIN = k8s.V1Container(name="primary", volume_mounts=[MOUNT])
        plain = PodTemplate(
            pod_spec=k8s.V1PodSpec(
                containers=[MAIN], volumes=[k8s.V1Volume(name="data")]
            )
        )
    """
    if call.title == "V1Container":
        context = call.object("security_context")
        privileged = context.get("privileged") if context is not None else None
        unprivileged = call.lacks("security_context") or context is not None and context.lacks("privileged")
        if unprivileged or isinstance(privileged, Constant) and not privileged.value:
            for mount in call.objects("volume_mounts"):
                if mount.text("mount_propagation") == "Bidirectional":
                    fault = "needs a privileged container"
                    place = mount.arguments["mount_propagation"].position
                    yield hit(place, f'"Bidirectional" {fault}', remedies=dropped(mount, "mount_propagation"))
        yield from _mounted_devices(call)
        return
    if call.text("sub_path") and call.text("sub_path_expr"):
        place = call.arguments["sub_path_expr"].position
        yield hit(place, "sub_path_expr excludes sub_path", remedies=dropped(call, "sub_path_expr"))
    read_only = call.get("read_only")
    writable = call.lacks("read_only") or isinstance(read_only, Constant) and not read_only.value
    mode = call.text("recursive_read_only")
    if mode in ("Enabled", "IfPossible"):
        place = call.arguments["recursive_read_only"].position
        if writable:
            remedies = dropped(call, "recursive_read_only")
            yield hit(place, f'recursive_read_only "{mode}" needs read_only=True', remedies=remedies)
        elif call.text("mount_propagation") not in (None, "", "None"):
            yield hit(place, f'recursive_read_only "{mode}" excludes mount_propagation')


@rule(
    "FYT634",
    'volume device "{name}" needs a persistent volume claim',
    on=KubernetesObject,
    models=("V1PodSpec",),
    kind="refused",
    stage="pod creation",
)
def device_on_file_volume(call: KubernetesObject) -> Iterator[Hit]:
    """A raw block device whose volume can only be a file system.

    Kubernetes refuses the pod: ``can only use volume source type of PersistentVolumeClaim or Ephemeral for block
    mode``. Source: Kubernetes, pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        DISK = k8s.V1VolumeDevice(name="disk", device_path="/dev/xvda")
        MAIN = k8s.V1Container(name="primary", volume_devices=[DISK])
        VOLUME = k8s.V1Volume(name="disk", empty_dir=k8s.V1EmptyDirVolumeSource())
        plain = PodTemplate(
            pod_spec=k8s.V1PodSpec(containers=[MAIN], volumes=[VOLUME])
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        DISK = k8s.V1VolumeDevice(name="disk", device_path="/dev/xvda")
        MAIN = k8s.V1Container(name="primary", volume_devices=[DISK])
        CLAIM = k8s.V1PersistentVolumeClaimVolumeSource(claim_name="disk")
        VOLUME = k8s.V1Volume(name="disk", persistent_volume_claim=CLAIM)
        plain = PodTemplate(
            pod_spec=k8s.V1PodSpec(containers=[MAIN], volumes=[VOLUME])
        )
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

        MAIN = k8s.V1Container(
            name="primary",
            volume_mounts=[k8s.V1VolumeMount(name="shm", mount_path="/dev/shm")],
        )
        SHM = k8s.V1Volume(
            name="shm", empty_dir=k8s.V1EmptyDirVolumeSource(medium="Memory")
        )

        @task(
            shared_memory=True,
            pod_template=PodTemplate(
                pod_spec=k8s.V1PodSpec(containers=[MAIN], volumes=[SHM])
            ),
        )
        def train() -> None: ...

    Good::

        from flytekit import PodTemplate, task
        from kubernetes import client as k8s

        MAIN = k8s.V1Container(name="primary")

        @task(
            shared_memory=True,
            pod_template=PodTemplate(pod_spec=k8s.V1PodSpec(containers=[MAIN])),
        )
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


@rule(
    "FYT654",
    on=KubernetesObject,
    models=(
        "V1AzureDiskVolumeSource",
        "V1CSIVolumeSource",
        "V1FlexVolumeSource",
        "V1ISCSIVolumeSource",
        "V1ProjectedVolumeSource",
    ),
    kind="refused",
    stage="pod creation",
    since="0.2.0",
)
def contradicting_volume_source(call: KubernetesObject) -> Iterator[Hit]:
    """Settings of a volume that do not go together.

    Kubernetes refuses the pod: two projected files of one path, a CSI or iSCSI volume that needs a secret without the
    name of one, an Azure disk of another kind than its URI, options in a domain of Kubernetes. Source: Kubernetes,
    pkg/apis/core/validation/validation.go (validateVolumeSource).

    Bad::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        ITEMS = [
            k8s.V1KeyToPath(key="a", path="conf"),
            k8s.V1KeyToPath(key="b", path="conf"),
        ]
        FILES = k8s.V1VolumeProjection(
            secret=k8s.V1SecretProjection(name="keys", items=ITEMS)
        )
        KEYS = k8s.V1Volume(
            name="keys", projected=k8s.V1ProjectedVolumeSource(sources=[FILES])
        )
        plain = PodTemplate(pod_spec=k8s.V1PodSpec(containers=[], volumes=[KEYS]))

    Good::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        ITEMS = [
            k8s.V1KeyToPath(key="a", path="conf/a"),
            k8s.V1KeyToPath(key="b", path="conf/b"),
        ]
        FILES = k8s.V1VolumeProjection(
            secret=k8s.V1SecretProjection(name="keys", items=ITEMS)
        )
        KEYS = k8s.V1Volume(
            name="keys", projected=k8s.V1ProjectedVolumeSource(sources=[FILES])
        )
        plain = PodTemplate(pod_spec=k8s.V1PodSpec(containers=[], volumes=[KEYS]))
    """
    if call.title == "V1ProjectedVolumeSource":
        yield from _repeated_paths(call)
    elif call.title == "V1CSIVolumeSource":
        yield from _secret_name(call, "node_publish_secret_ref")
    elif call.title == "V1ISCSIVolumeSource":
        for flag in ("chap_auth_discovery", "chap_auth_session"):
            if is_true(call.get(flag)) and call.lacks("secret_ref"):
                yield hit(call.arguments[flag].position, f"{flag} needs a secret_ref")
    elif call.title == "V1AzureDiskVolumeSource":
        uri, kind = call.text("disk_uri"), call.text("kind")
        begin = {"Managed": "/subscriptions/", "Dedicated": "https://", "Shared": "https://"}.get(kind or "")
        if begin is not None and uri and not uri.startswith(begin):
            fault = f'must begin with "{begin}" when kind is "{kind}"'
            yield hit(call.arguments["disk_uri"].position, f"disk_uri {fault}")
    elif call.title == "V1FlexVolumeSource":
        options = call.get("options")
        for key, _ in entries_of(options):
            domain = f".{(string_of(key) or '').partition('/')[0].lower()}"
            if domain.endswith((".kubernetes.io", ".k8s.io")):
                yield hit(key.position, f'option "{shorten(string_of(key))}" is in a reserved domain')


@rule(
    "FYT655",
    on=KubernetesObject,
    models=("V1PersistentVolumeClaimSpec", "V1PersistentVolumeClaimTemplate"),
    kind="refused",
    stage="pod creation",
    since="0.2.0",
)
def malformed_volume_claim(call: KubernetesObject) -> Iterator[Hit]:
    """An ephemeral volume whose claim asks for nothing, or for what does not go together.

    Kubernetes refuses the pod: a claim requests storage above zero, the mode ``ReadWriteOncePod`` is the only one of
    its claim, and the metadata of a template are labels and annotations. Source: Kubernetes,
    pkg/apis/core/validation/validation.go (ValidatePersistentVolumeClaimTemplate).

    Bad::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        SPEC = k8s.V1PersistentVolumeClaimSpec(access_modes=["ReadWriteOnce"])
        CLAIM = k8s.V1PersistentVolumeClaimTemplate(spec=SPEC)
        DATA = k8s.V1Volume(
            name="data",
            ephemeral=k8s.V1EphemeralVolumeSource(volume_claim_template=CLAIM),
        )
        plain = PodTemplate(pod_spec=k8s.V1PodSpec(containers=[], volumes=[DATA]))

    Good::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        SIZE = k8s.V1VolumeResourceRequirements(requests={"storage": "10Gi"})
        SPEC = k8s.V1PersistentVolumeClaimSpec(
            access_modes=["ReadWriteOnce"], resources=SIZE
        )
        CLAIM = k8s.V1PersistentVolumeClaimTemplate(spec=SPEC)
        DATA = k8s.V1Volume(
            name="data",
            ephemeral=k8s.V1EphemeralVolumeSource(volume_claim_template=CLAIM),
        )
        plain = PodTemplate(pod_spec=k8s.V1PodSpec(containers=[], volumes=[DATA]))
    """
    if call.title == "V1PersistentVolumeClaimTemplate":
        metadata = call.object("metadata")
        for name, value in metadata.arguments.items() if metadata is not None else ():
            if name not in ("labels", "annotations") and is_truthy(value):
                place = metadata.place(name) if metadata is not None else value.position
                remedies = dropped(metadata, name) if metadata is not None else []
                yield hit(place, f"{name} of a volume_claim_template cannot be set", remedies=remedies)
        return
    modes = call.get("access_modes")
    if isinstance(modes, SequenceValue):
        for mode in modes.items:
            others = {string_of(each) for each in modes.items} - {None, "ReadWriteOncePod"}
            if string_of(mode) == "ReadWriteOncePod" and others:
                yield hit(mode.position, 'access_modes "ReadWriteOncePod" excludes every other mode')
    resources = call.object("resources")
    requests = resources.get("requests") if resources is not None else None
    storage = requests.get("storage") if isinstance(requests, DictValue) else None
    is_empty = isinstance(requests, DictValue) and storage is None and not requests.incomplete
    if call.lacks("resources") or resources is not None and resources.lacks("requests") or is_empty:
        place = call.position if resources is None else resources.position
        yield hit(place, 'the claim needs resources with requests={"storage": ...}')
    elif storage is not None and (quantity := quantities.parse(string_of(storage) or "")) is not None:
        if quantity.value == 0:
            yield hit(storage.position, "storage must be above zero")


def _mounted_devices(container: KubernetesObject) -> Iterator[Hit]:
    """Devices that are a file system too, by their volume or by their path."""
    mounts = container.objects("volume_mounts")
    names, paths = {mount.text("name") for mount in mounts}, {mount.text("mount_path") for mount in mounts}
    for device in container.objects("volume_devices"):
        for field, others in (("name", names), ("device_path", paths)):
            text = device.text(field)
            if text and text in others:
                fault = "is given in volume_mounts too"
                place = device.arguments[field].position
                yield hit(place, f'{field} "{shorten(text)}" of a volume device {fault}')


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


def _repeated_paths(volume: KubernetesObject) -> Iterator[Hit]:
    """Files of a projected volume that have the path of another one."""
    seen = set()
    for source in volume.objects("sources"):
        files = [source.object(kind) for kind in ("secret", "config_map", "downward_api")]
        items = [item for each in files if each is not None for item in each.objects("items")]
        bundle = source.object("cluster_trust_bundle")
        for item in (*items, *([bundle] if bundle is not None else ())):
            path = item.text("path")
            if path and path in seen:
                fault = "is already used by another file of the volume"
                yield hit(item.arguments["path"].position, f'path "{shorten(path)}" {fault}')
            seen.add(path)


def _secret_name(volume: KubernetesObject, field: str) -> Iterator[Hit]:
    """A reference to a secret that names none."""
    reference = volume.object(field)
    if reference is None:
        return
    name = reference.text("name")
    if reference.lacks("name"):
        yield hit(reference.position, f"{field} needs the name of a secret")
    elif name is not None and (fault := validation.dns_subdomain(name)):
        yield hit(reference.arguments["name"].position, f'name "{shorten(name)}" of {field} {fault}')
