"""FYT5: pod templates, and how a template and its task fit together."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_flyteconf.flyte2 import calls as flyte2
from flake8_flyteconf.kubernetes import validation
from flake8_flyteconf.rules.conversions import as_name, converted, dropped, mistyped, reworded
from flake8_flyteconf.rules.predicates import (
    LISTS,
    describe_type,
    has_other_type,
    is_given,
    is_truthy,
    string_of,
    type_name,
)
from flake8_flyteconf.rules.rule import Hit, closest, hit, inserted, renamed, replaced, rule, string
from flake8_flyteconf.rules.availability import FORKS, unknown_arguments
from flake8_flyteconf.flytekit.calls import Configured, ContainerTask, Pod, PodTemplate, Task, Templated
from flake8_flyteconf.values import DictValue, KubernetesObject, SequenceValue, Value, is_none

#: What a pod template is given to, in either SDK.
_TEMPLATED = (Templated, flyte2.TemplatedMethod)
_CAMEL_CASE = {
    "podSpec": "use pod_spec",
    "primaryContainerName": "use primary_container_name",
    "primary_container": "use primary_container_name",
    "primary_name": "use primary_container_name",
}


@rule(
    "FYT501",
    'no container is named "{primary}": flytekit adds one without the settings of "{name}"; name that one {remedy}',
    on=Configured,
    kind="ignored",
    stage="undetected",
)
def misnamed_primary_container(call: Configured) -> Iterator[Hit]:
    """A container without an image whose name is not the primary one.

    flytekit looks for the container with the primary name and adds an empty one when there is none. The container that
    was meant becomes a sidecar: its resources, environment and mounts do not reach the task. Source: flytekit,
    core/utils.py.

    Bad::

        from flytekit import PodTemplate, task
        from kubernetes.client import V1Container, V1PodSpec

        @task(
            pod_template=PodTemplate(
                pod_spec=V1PodSpec(containers=[V1Container(name="base")])
            )
        )
        def train() -> None: ...

    Good::

        from flytekit import PodTemplate, task
        from kubernetes.client import V1Container, V1PodSpec

        @task(
            pod_template=PodTemplate(
                pod_spec=V1PodSpec(containers=[V1Container(name="primary")])
            )
        )
        def train() -> None: ...
    """
    primary, containers = _without_primary(call)
    for container in containers:
        if _lacks_image(container):
            name = container.arguments["name"]
            remedies = replaced(name.position, string(primary))
            yield hit(name.position, remedies=remedies, primary=primary, name=string_of(name))
            return


@rule(
    "FYT502",
    'no container is named "{primary}": flytekit adds an empty one; name the container of the task "{primary}"',
    on=Configured,
    kind="suspicious",
    stage="undetected",
)
def missing_primary_container(call: Configured) -> Iterator[Hit]:
    """A container with an image that was probably meant as the primary one, which no container is.

    Its name is nearly the primary one, or its image is that of the task. flytekit adds an empty primary container, so
    the task runs beside it. Templates of sidecars alone are common and meant. Source: flytekit, core/utils.py.

    Bad::

        from flytekit import PodTemplate, task
        from kubernetes.client import V1Container, V1PodSpec

        @task(
            pod_template=PodTemplate(
                pod_spec=V1PodSpec(
                    containers=[V1Container(name="primry", image="trainer:1")]
                )
            )
        )
        def train() -> None: ...

    Good::

        from flytekit import PodTemplate, task
        from kubernetes.client import V1Container, V1PodSpec

        SPEC = V1PodSpec(
            containers=[
                V1Container(name="primary", image="trainer:1"),
                V1Container(name="proxy", image="envoy:1.29"),
            ]
        )

        @task(pod_template=PodTemplate(pod_spec=SPEC))
        def train() -> None: ...
    """
    primary, containers = _without_primary(call)
    if not all(is_given(container.get("image")) for container in containers):
        return
    image = string_of(call.get("container_image"))
    for container in containers:
        name = string_of(container.get("name")) or ""
        if closest(name, (primary, "primary")) or image is not None and string_of(container.get("image")) == image:
            yield hit(container.position, primary=primary)
            return


@rule("FYT503", "primary_container_name must not be {found}", on=PodTemplate, kind="refused", stage="import")
def empty_primary_name(call: PodTemplate) -> Iterator[Hit]:
    """An empty or missing primary container name.

    flytekit raises ``FlyteValidationException: A primary container name cannot be undefined`` while the module is
    imported. Left out, the name is ``primary``. Source: flytekit, core/pod_template.py.

    Bad::

        from flytekit import PodTemplate

        plain = PodTemplate(primary_container_name="")

    Good::

        from flytekit import PodTemplate

        plain = PodTemplate(primary_container_name="main")
    """
    value = call.get("primary_container_name")
    if value is not None and (is_none(value) or string_of(value) == ""):
        yield hit(
            value.position,
            remedies=dropped(call, "primary_container_name"),
            found="empty" if string_of(value) == "" else "None",
        )


@rule("FYT504", 'primary container name "{name}" {fault}', on=PodTemplate, kind="refused", stage="pod creation")
def malformed_primary_name(call: PodTemplate) -> Iterator[Hit]:
    """A primary container name that is not a DNS label.

    Registration or the creation of the pod fails: container names are RFC 1123 labels of lower case letters, digits
    and ``-``. Source: flytepropeller, pkg/compiler/task_compiler.go; Kubernetes.

    Bad::

        from flytekit import PodTemplate

        plain = PodTemplate(primary_container_name="my_task")

    Good::

        from flytekit import PodTemplate

        plain = PodTemplate(primary_container_name="my-task")
    """
    value = call.get("primary_container_name")
    name = string_of(value)
    if value is not None and name and (fault := validation.dns_label(name)):
        # A container may bear the name.
        free = not call.containers()
        remedies = reworded(value, as_name, lambda new: validation.dns_label(new) is None) if free else []
        yield hit(value.position, remedies=remedies, name=name, fault=fault)


@rule(
    "FYT505",
    '{field} of the primary container "{primary}" is overwritten by Flyte; leave it out',
    on=_TEMPLATED,
    kind="ignored",
    stage="undetected",
)
def overwritten_command(call: Templated | flyte2.TemplatedMethod) -> Iterator[Hit]:
    """``command`` or ``args`` on the container that runs the task.

    flytekit puts its own entry point there, so what is written never runs. Sidecars and init containers keep theirs.
    Source: flytekit, core/utils.py.

    Bad::

        from flytekit import PodTemplate, task
        from kubernetes.client import V1Container, V1PodSpec

        MAIN = V1Container(name="primary", command=["python"])

        @task(pod_template=PodTemplate(pod_spec=V1PodSpec(containers=[MAIN])))
        def train() -> None: ...

    Good::

        from flytekit import PodTemplate, task
        from kubernetes.client import V1Container, V1PodSpec

        MAIN = V1Container(name="primary", tty=True)

        @task(pod_template=PodTemplate(pod_spec=V1PodSpec(containers=[MAIN])))
        def train() -> None: ...
    """
    template = call.pod_template()
    container = template.primary_container() if template is not None else None
    if template is not None and container is not None:
        for field in ("command", "args"):
            value = container.get(field)
            # What is no list is FYT603.
            if value is not None and is_given(value) and is_truthy(value) and type_name(value) in LISTS:
                yield hit(value.position, remedies=dropped(container, field), field=field, primary=template.primary())


@rule(
    "FYT506",
    'resources of container "{primary}" are replaced by {keyword}= of the task{lost}',
    on=(Task, ContainerTask),
    kind="ignored",
    stage="undetected",
)
def replaced_resources(call: Configured) -> Iterator[Hit]:
    """Resources in the pod template of a task that has resources itself.

    flytekit replaces the whole ``V1ResourceRequirements`` of the primary container, it does not merge: a GPU or a
    memory limit of the template is lost. Source: flytekit, core/utils.py; flyte#6483.

    Bad::

        from flytekit import PodTemplate, Resources, task
        from kubernetes.client import V1Container, V1PodSpec, V1ResourceRequirements

        GPU = V1Container(
            name="primary",
            resources=V1ResourceRequirements(limits={"nvidia.com/gpu": "1"}),
        )

        @task(
            requests=Resources(cpu="1"),
            pod_template=PodTemplate(pod_spec=V1PodSpec(containers=[GPU])),
        )
        def train() -> None: ...

    Good::

        from flytekit import PodTemplate, Resources, task
        from kubernetes.client import V1Container, V1PodSpec

        GPU = V1Container(name="primary")

        @task(
            requests=Resources(cpu="1", gpu="1"),
            pod_template=PodTemplate(pod_spec=V1PodSpec(containers=[GPU])),
        )
        def train() -> None: ...
    """
    template = call.pod_template()
    container = template.primary_container() if template is not None else None
    value = container.get("resources") if container is not None else None
    keyword = next((k for k, r in call.resources() if any(_is_set(v) for v in r.arguments.values())), None)
    if template is not None and isinstance(value, KubernetesObject) and value.arguments and keyword is not None:
        kept = {n for _, r in call.resources() for n in r.arguments}
        lost = [name for name in _resource_names(value) if name not in kept]
        names_lost = f" ({', '.join(lost)} is lost)" if lost else ""
        yield hit(value.position, primary=template.primary(), keyword=keyword, lost=names_lost)


@rule(
    "FYT507",
    "{field} takes {expected}, not {found}",
    on=Configured,
    kind="refused",
    stage="serialization",
)
def wrong_pod_template(call: Configured) -> Iterator[Hit]:
    """Something else where a ``PodTemplate`` or the name of one belongs.

    Serialization ends in ``AttributeError: 'str' object has no attribute 'pod_spec'``. Source: flytekit,
    core/python_auto_container.py.

    Bad::

        from flytekit import task

        @task(pod_template="gpu-template")
        def train() -> None: ...

    Good::

        from flytekit import task

        @task(pod_template_name="gpu-template")
        def train() -> None: ...
    """
    template, name = call.get("pod_template"), call.get("pod_template_name")
    if template is not None and has_other_type(template, "PodTemplate", "type"):
        hint = "flytekit.PodTemplate(...)"
        if string_of(template) is not None:
            hint += " and pod_template_name= the name of one"
        yield hit(
            template.position,
            remedies=(
                renamed(call.keywords["pod_template"], "pod_template_name")
                if string_of(template) and "pod_template" in call.keywords and "pod_template_name" not in call.arguments
                else []
            ),
            field="pod_template",
            expected=hint,
            found=describe_type(template),
        )
    if isinstance(name, PodTemplate):
        yield mistyped(name, "a str", field="pod_template_name")


@rule("FYT508", "pod_spec takes V1PodSpec(...), not {found}", on=PodTemplate, kind="refused", stage="serialization")
def wrong_pod_spec(call: PodTemplate) -> Iterator[Hit]:
    """Something else where a ``V1PodSpec`` belongs.

    Serialization ends in ``AttributeError: 'dict' object has no attribute 'containers'``. Source: flytekit,
    core/utils.py.

    Bad::

        from flytekit import PodTemplate

        plain = PodTemplate(pod_spec={"containers": []})

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSpec

        plain = PodTemplate(pod_spec=V1PodSpec(containers=[]))
    """
    value = call.get("pod_spec")
    if value is not None and has_other_type(value, "V1PodSpec"):
        yield hit(value.position, remedies=converted(value, "V1PodSpec"), found=describe_type(value))


@rule(
    "FYT509",
    "PodTemplate has no argument {name}{hint}",
    on=PodTemplate,
    kind="refused",
    stage="import",
    unless_used=FORKS,
)
def unknown_template_argument(call: PodTemplate) -> Iterator[Hit]:
    """An argument that ``PodTemplate`` does not have.

    Python raises ``TypeError: PodTemplate.__init__() got an unexpected keyword argument`` while the module is
    imported. What describes the pod goes into ``pod_spec=V1PodSpec(...)``. Source: flytekit,
    core/pod_template.py.

    Bad::

        from flytekit import PodTemplate

        plain = PodTemplate(tolerations=[])

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSpec

        plain = PodTemplate(pod_spec=V1PodSpec(containers=[], tolerations=[]))
    """
    into_spec = {name: f"use pod_spec=V1PodSpec(..., {name}=...)" for name in _POD_FIELDS}
    yield from unknown_arguments(call, {**into_spec, **_CAMEL_CASE})


@rule(
    "FYT510",
    "V1PodSpec needs containers; write containers=[] when Flyte's own container is enough",
    on=KubernetesObject,
    kind="refused",
    stage="import",
)
def pod_spec_without_containers(call: KubernetesObject) -> Iterator[Hit]:
    """A ``V1PodSpec`` without ``containers``.

    The kubernetes client raises ``ValidationError: ... Field required`` while the module is imported, before version 37
    a ``ValueError``. Flyte adds the primary container, so an empty list is right when the template only sets, say,
    tolerations. Source: kubernetes client 36 and 37.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSpec

        plain = PodTemplate(pod_spec=V1PodSpec(tolerations=[]))

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSpec

        plain = PodTemplate(pod_spec=V1PodSpec(containers=[], tolerations=[]))
    """
    if call.title == "V1PodSpec":
        value = call.get("containers")
        if value is None and not call.incomplete:
            yield hit(call.position, remedies=inserted(call.position, "containers=[]"))
        elif is_none(value) and value is not None:
            yield hit(value.position)


@rule(
    "FYT511",
    'container_image= is ignored: the pod template sets the image of container "{primary}"',
    on=(Task, ContainerTask),
    kind="ignored",
    stage="undetected",
)
def image_in_template(call: Configured) -> Iterator[Hit]:
    """An image on the task and another one in its pod template.

    flytekit keeps the image of the template. Source: flytekit, core/utils.py.

    Bad::

        from flytekit import PodTemplate, task
        from kubernetes.client import V1Container, V1PodSpec

        MAIN = V1Container(name="primary", image="team/app:1")

        @task(
            container_image="team/app:2",
            pod_template=PodTemplate(pod_spec=V1PodSpec(containers=[MAIN])),
        )
        def train() -> None: ...

    Good::

        from flytekit import PodTemplate, task
        from kubernetes.client import V1Container, V1PodSpec

        MAIN = V1Container(name="primary")

        @task(
            container_image="team/app:2",
            pod_template=PodTemplate(pod_spec=V1PodSpec(containers=[MAIN])),
        )
        def train() -> None: ...
    """
    template = call.pod_template()
    container = template.primary_container() if template is not None else None
    image = call.get("container_image")
    own = container.text("image") if container is not None else None
    if isinstance(template, Pod):
        return  # there the image of the task wins: FYT744
    if template is not None and own and image is not None and is_given(image) and string_of(image) != own:
        yield hit(call.place("container_image"), primary=template.primary())


@rule(
    "FYT512",
    '"{name}" is set by environment= and by the pod template; the template wins',
    on=(Task, ContainerTask),
    kind="ignored",
    stage="undetected",
)
def environment_in_template(call: Configured) -> Iterator[Hit]:
    """A variable in ``environment=`` that the pod template sets to another value.

    flytekit puts both into the container, that of the task first, and Kubernetes takes the last. Source: flytekit,
    core/utils.py; flyte#5809.

    Bad::

        from flytekit import PodTemplate, task
        from kubernetes.client import V1Container, V1EnvVar, V1PodSpec

        MAIN = V1Container(name="primary", env=[V1EnvVar(name="MODE", value="slow")])

        @task(
            environment={"MODE": "fast"},
            pod_template=PodTemplate(pod_spec=V1PodSpec(containers=[MAIN])),
        )
        def train() -> None: ...

    Good::

        from flytekit import PodTemplate, task
        from kubernetes.client import V1Container, V1EnvVar, V1PodSpec

        MAIN = V1Container(name="primary", env=[V1EnvVar(name="LEVEL", value="info")])

        @task(
            environment={"MODE": "fast"},
            pod_template=PodTemplate(pod_spec=V1PodSpec(containers=[MAIN])),
        )
        def train() -> None: ...
    """
    template, environment = call.pod_template(), call.get("environment")
    container = template.primary_container() if template is not None else None
    if container is not None and isinstance(environment, DictValue):
        for variable in container.objects("env"):
            value = environment.get(variable.text("name") or "")
            if value is not None and string_of(value) is not None and string_of(value) != variable.text("value"):
                key = next(k for k, v in environment.entries if v is value)
                yield hit(key.position, name=variable.text("name"))


@rule(
    "FYT513",
    'restart_policy "{policy}" restarts a failed container without counting against retries=; leave it out',
    on=_TEMPLATED,
    kind="suspicious",
    stage="undetected",
)
def restarting_pod(call: Templated | flyte2.TemplatedMethod) -> Iterator[Hit]:
    """A pod of a task that restarts its containers.

    Flyte watches for the pod to end; with ``"Always"`` or ``"OnFailure"`` Kubernetes starts a failed container again
    instead. Left out, Flyte sets ``"Never"``; attempts are counted by ``retries=``. Source: flyteplugins,
    tasks/pluginmachinery/flytek8s/pod_helper.go.

    Bad::

        from flytekit import PodTemplate, task
        from kubernetes.client import V1PodSpec

        @task(
            pod_template=PodTemplate(
                pod_spec=V1PodSpec(containers=[], restart_policy="OnFailure")
            )
        )
        def train() -> None: ...

    Good::

        from flytekit import PodTemplate, task
        from kubernetes.client import V1PodSpec

        @task(
            retries=3,
            pod_template=PodTemplate(
                pod_spec=V1PodSpec(containers=[], restart_policy="Never")
            ),
        )
        def train() -> None: ...
    """
    template = call.pod_template()
    spec = template.pod_spec() if template is not None else None
    policy = spec.text("restart_policy") if spec is not None else None
    if spec is not None and policy in ("Always", "OnFailure"):
        yield hit(spec.arguments["restart_policy"].position, policy=policy)


_POD_FIELDS = ("containers", "init_containers", "tolerations", "node_selector", "affinity", "volumes")


def _without_primary(call: Configured) -> tuple[str, list[KubernetesObject]]:
    """The primary name and the containers, when there are some and surely none bears that name."""
    template = call.pod_template()
    if template is None or call.get("pod_template_name") is not None or call.incomplete:
        return "", []
    primary, containers = template.primary(), template.containers()
    if not primary or validation.dns_label(primary) or not containers:
        return "", []
    if any(string_of(container.get("name")) == primary for container in containers):
        return "", []
    return primary, containers


def _lacks_image(container: KubernetesObject) -> bool:
    # With a command of its own it is a sidecar on the image of the task.
    return container.lacks("image") and container.lacks("command") and container.lacks("args")


def _is_set(value: Value) -> bool:
    items = value.items if isinstance(value, SequenceValue) else (value,)
    return any(is_given(item) and is_truthy(item) for item in items)


def _resource_names(value: KubernetesObject) -> list[str]:
    """The resources that a ``V1ResourceRequirements`` names, as ``Resources`` would call them."""
    renamed = {"memory": "mem", "ephemeral-storage": "ephemeral_storage", "nvidia.com/gpu": "gpu"}
    found = []
    for keyword in ("requests", "limits"):
        for key, _ in getattr(value.get(keyword), "entries", ()):
            name = string_of(key)
            if name is not None and renamed.get(name, name) not in found:
                found.append(renamed.get(name, name))
    return found


@rule(
    "FYT514",
    "Flyte 2 ignores a PodTemplate of flytekit; use flyte.PodTemplate",
    on=flyte2.TaskDecorator,
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def pod_template_of_flytekit(call: flyte2.TaskDecorator) -> Iterator[Hit]:
    """A pod template of flytekit for a task of Flyte 2.

    The SDK looks for a template of its own and takes anything else for none: the task gets a plain container. Source:
    flyte, _internal/runtime/task_serde.py.

    Bad::

        import flyte
        from flytekit import PodTemplate

        env = flyte.TaskEnvironment(name="jobs")

        @env.task(pod_template=PodTemplate(labels={"team": "ml"}))
        async def job(x: int) -> int:
            return x

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task(pod_template=flyte.PodTemplate(labels={"team": "ml"}))
        async def job(x: int) -> int:
            return x
    """
    value = call.get("pod_template")
    if isinstance(value, PodTemplate) and value.name == "flytekit.PodTemplate":
        yield hit(call.uses.get("pod_template", value.position))
