"""FYT84: pod templates of the Flyte 2 SDK."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_flyteconf.flyte2 import calls as flyte2
from flake8_flyteconf.rules.predicates import is_given, string_of
from flake8_flyteconf.rules.rule import Hit, hit, replaced, rule, string
from flake8_flyteconf.values import Call, KubernetesObject, Value

#: The volume of shared memory that Flyte adds.
_SHARED_MEMORY = "flyte-shm"


def _primary_missing(template: flyte2.PodTemplate) -> list[Value]:
    containers = template.containers()
    if not containers or template.primary() is None:
        return []
    names = [container.arguments["name"] for container in containers]
    return [] if any(string_of(name) == template.primary() for name in names) else names


@rule(
    "FYT829",
    'no container is named "{primary}", which Flyte 2 refuses; name the one that runs the task {remedy}',
    on=(flyte2.Environment, flyte2.TaskDecorator, flyte2.Override),
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def missing_primary_container_in_flyte_2(call: Call) -> Iterator[Hit]:
    """Containers in a pod template, and none of them the primary one.

    ``ValueError: No primary container defined in the pod spec``: Flyte 2 adds one only to a template without any
    container. Source: flyte, _internal/runtime/task_serde.py.

    Bad::

        import flyte
        from kubernetes.client import V1Container, V1PodSpec

        SPEC = V1PodSpec(containers=[V1Container(name="main")])
        env = flyte.TaskEnvironment(
            name="jobs", pod_template=flyte.PodTemplate(pod_spec=SPEC)
        )

        @env.task
        def job(x: int) -> int:
            return x

    Good::

        import flyte
        from kubernetes.client import V1Container, V1PodSpec

        SPEC = V1PodSpec(containers=[V1Container(name="primary")])
        env = flyte.TaskEnvironment(
            name="jobs", pod_template=flyte.PodTemplate(pod_spec=SPEC)
        )

        @env.task
        def job(x: int) -> int:
            return x
    """
    template = call.get("pod_template")
    if isinstance(template, flyte2.PodTemplate):
        for name in _primary_missing(template)[:1]:
            remedies = replaced(name.position, string(template.primary() or ""))
            yield hit(name.position, remedies=remedies, primary=template.primary())


@rule(
    "FYT841",
    on=(flyte2.Environment, flyte2.Clone, flyte2.TaskDecorator),
    kind="refused",
    stage="pod creation",
    since="0.2.0",
)
def shared_memory_twice_in_flyte_2(call: flyte2.Environment | flyte2.Clone | flyte2.TaskDecorator) -> Iterator[Hit]:
    """``shm=`` beside a pod template that mounts /dev/shm itself.

    The deployment succeeds; the pod is refused: ``/dev/shm is already mounted in container``. Source:
    flyte backend, flyteplugins/go/tasks/pluginmachinery/flytek8s.

    Bad::

        import flyte
        from kubernetes import client as k8s

        MOUNT = k8s.V1VolumeMount(name="memory", mount_path="/dev/shm")
        MEMORY = k8s.V1Volume(
            name="memory", empty_dir=k8s.V1EmptyDirVolumeSource(medium="Memory")
        )
        SPEC = k8s.V1PodSpec(
            containers=[k8s.V1Container(name="primary", volume_mounts=[MOUNT])],
            volumes=[MEMORY],
        )
        LARGE = flyte.Resources(shm="1Gi")
        env = flyte.TaskEnvironment(
            name="jobs",
            resources=LARGE,
            pod_template=flyte.PodTemplate(pod_spec=SPEC),
        )

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", resources=flyte.Resources(shm="1Gi"))
    """
    settings = call.settings()
    resources = settings.get("resources")
    template = (call if isinstance(call, flyte2.TaskDecorator) else settings).get("pod_template")
    if not isinstance(template, flyte2.PodTemplate):
        return
    spec = template.pod_spec()
    if not isinstance(resources, flyte2.Resources) or not is_given(resources.get("shm")):
        return
    for volume in spec.objects("volumes") if spec is not None else []:
        if volume.text("name") == _SHARED_MEMORY:
            yield hit(volume.arguments["name"].position, f'Flyte adds a volume "{_SHARED_MEMORY}" for shm= itself')
    container = template.primary_container()
    for mount in container.objects("volume_mounts") if container is not None else []:
        if (mount.text("mount_path") or "").rstrip("/") == "/dev/shm":
            yield hit(mount.arguments["mount_path"].position, "shm= mounts /dev/shm too; leave one of them out")


@rule("FYT842", on=flyte2.Object, models=("from_spec",), kind="refused", stage="import", since="0.2.0")
def unclear_primary_container(call: flyte2.Object) -> Iterator[Hit]:
    """``PodTemplate.from_spec`` of a pod spec that does not tell the primary container.

    ``ValueError: Cannot determine the primary container``: the only container is it, or the one that is named so.
    Source: flyte, _pod.py.

    Bad::

        import flyte
        from kubernetes.client import V1Container, V1PodSpec

        SPEC = V1PodSpec(
            containers=[V1Container(name="main"), V1Container(name="proxy")]
        )
        template = flyte.PodTemplate.from_spec(SPEC)

    Good::

        import flyte
        from kubernetes.client import V1Container, V1PodSpec

        SPEC = V1PodSpec(
            containers=[V1Container(name="main"), V1Container(name="proxy")]
        )
        template = flyte.PodTemplate.from_spec(SPEC, primary_container_name="main")
    """
    if call.name != "flyte.PodTemplate.from_spec" or call.incomplete:
        return
    spec = call.get("pod_spec")
    template = flyte2.PodTemplate(call.position, "flyte.PodTemplate", {"pod_spec": spec} if spec is not None else {})
    containers = template.containers()
    named = call.get("primary_container_name")
    if not containers or not isinstance(spec, KubernetesObject):
        return
    names = [container.text("name") for container in containers]
    wanted = string_of(named)
    if named is not None and wanted is not None and wanted not in names:
        yield hit(named.position, f'no container is named "{wanted}"')
    elif call.lacks("primary_container_name") and len(names) > 1 and "primary" not in names:
        yield hit(call.position, "none of several containers is named primary; give primary_container_name=")


@rule(
    "FYT843",
    'container "{name}" needs image=, only the primary one gets that of the task',
    on=(flyte2.Environment, flyte2.TaskDecorator, flyte2.Override),
    kind="refused",
    stage="pod creation",
    since="0.2.0",
)
def sidecar_without_image(call: Call) -> Iterator[Hit]:
    """A container beside the primary one that names no image.

    Kubernetes refuses the pod: ``spec.containers[1].image: Required value``. Source: flyte,
    _internal/runtime/task_serde.py; Kubernetes, pkg/apis/core/validation/validation.go.

    Bad::

        import flyte
        from kubernetes.client import V1Container, V1PodSpec

        SPEC = V1PodSpec(
            containers=[V1Container(name="primary"), V1Container(name="proxy")]
        )
        env = flyte.TaskEnvironment(
            name="jobs", pod_template=flyte.PodTemplate(pod_spec=SPEC)
        )

    Good::

        import flyte
        from kubernetes.client import V1Container, V1PodSpec

        SPEC = V1PodSpec(
            containers=[
                V1Container(name="primary"),
                V1Container(name="proxy", image="envoy:1.29"),
            ]
        )
        env = flyte.TaskEnvironment(
            name="jobs", pod_template=flyte.PodTemplate(pod_spec=SPEC)
        )
    """
    template = call.get("pod_template")
    if not isinstance(template, flyte2.PodTemplate) or template.primary() is None:
        return
    names = {container.text("name"): container for container in template.containers() or []}
    if template.primary() in names:
        for name, container in names.items():
            if name is not None and name != template.primary() and container.lacks("image"):
                yield hit(container.position, name=name)
