"""FYT9: what a platform team may want to forbid. Off unless a project says ``enable-extensions = FYT9``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flake8_flyteconf.flyte2 import calls as flyte2
from flake8_flyteconf.kubernetes import quantities
from flake8_flyteconf.rules.conversions import dropped
from flake8_flyteconf.rules.predicates import entries_of, is_given, shorten, string_of
from flake8_flyteconf.rules.rule import Hit, hit, replaced, rule, string
from flake8_flyteconf.settings import Settings
from flake8_flyteconf.flytekit.calls import Configured, ContainerTask, Overrides, Resources, Secret, Task, Templated
from flake8_flyteconf.values import Call, Constant, DictValue, KubernetesObject, Value, is_none

_SECRET = re.compile(r"(?:^|_)(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|ACCESS_KEY|PRIVATE_KEY)(?:_|$)", re.IGNORECASE)
#: Ends of names that say where a secret is or how it is used.
_ABOUT_SECRET = re.compile(
    r"_(?:FILE|PATH|DIR|NAME|ID|URL|URI|ENDPOINT|LIMIT|TTL|EXPIRY|COUNT|LENGTH)S?$", re.IGNORECASE
)


@rule(
    "FYT901",
    'the task ends only when container "{name}" ends too',
    on=(Templated, flyte2.TemplatedMethod),
    kind="policy",
    stage="undetected",
)
def second_container(call: Templated | flyte2.TemplatedMethod) -> Iterator[Hit]:
    """A second container beside the one of the task.

    With several containers Flyte waits for all of them, so a server as a sidecar keeps the task running for ever. An
    init container with ``restart_policy="Always"`` ends with the task, and so does a pod with the annotation
    ``primary_container_name``. A batch job as a sidecar is right. Source: flyteplugins,
    tasks/plugins/k8s/pod/plugin.go; flyte#1564.

    Bad::

        from flytekit import PodTemplate, Resources, task
        from kubernetes.client import V1Container, V1PodSpec

        SPEC = V1PodSpec(
            containers=[
                V1Container(name="primary"),
                V1Container(name="proxy", image="envoy:1.29"),
            ]
        )

        @task(limits=Resources(mem="1Gi"), pod_template=PodTemplate(pod_spec=SPEC))
        def train() -> None: ...

    Good::

        from flytekit import PodTemplate, Resources, task
        from kubernetes.client import V1Container, V1PodSpec

        PROXY = V1Container(name="proxy", image="envoy:1.29", restart_policy="Always")
        SPEC = V1PodSpec(
            containers=[V1Container(name="primary")], init_containers=[PROXY]
        )

        @task(limits=Resources(mem="1Gi"), pod_template=PodTemplate(pod_spec=SPEC))
        def train() -> None: ...
    """
    template = call.pod_template()
    containers = template.containers() if template is not None else None
    if template is None or not containers or template.primary() is None:
        return
    annotations = template.get("annotations")
    if annotations is not None and not is_none(annotations):
        if (
            not isinstance(annotations, DictValue)
            or annotations.incomplete
            or annotations.get("primary_container_name")
        ):
            return
    for container in containers:
        if container.text("name") != template.primary():
            yield hit(container.arguments["name"].position, name=container.text("name"))


@rule(
    "FYT902",
    "requests= without limits= is lowered to the {limits}",
    on=Overrides,
    kind="policy",
    stage="undetected",
)
def requests_without_limits(call: Overrides) -> Iterator[Hit]:
    """Requests overridden and limits not.

    The limits of the task stay, or those of the platform, and the requests are lowered to them. Source: flytekit,
    core/node.py; flyte#6390.

    Bad::

        from flytekit import Resources, task, workflow

        @task
        def train() -> None: ...

        @workflow
        def nightly() -> None:
            train().with_overrides(requests=Resources(mem="20Gi"))

    Good::

        from flytekit import Resources, task, workflow

        @task
        def train() -> None: ...

        @workflow
        def nightly() -> None:
            train().with_overrides(
                requests=Resources(mem="20Gi"), limits=Resources(mem="20Gi")
            )
    """
    if isinstance(call.get("requests"), Resources) and not call.incomplete:
        if all(call.lacks(name) for name in ("limits", "resources")):
            task = call.task.configuration if call.task is not None else None
            is_bare = isinstance(task, Task) and not task.incomplete and not any(r for r in task.resources())
            unlimited = is_bare or call.task is not None and task is None
            limits = "default limits of the platform" if unlimited else "limits of the task"
            yield hit(call.place("requests"), limits=limits)


@rule(
    "FYT903",
    "a single value of {field} sets no limit; write ({text}, {text})",
    on=Configured,
    kind="policy",
    stage="undetected",
)
def single_value_in_resources(call: Configured) -> Iterator[Hit]:
    """A single value in ``resources=``.

    flytekit's documentation says that it sets request and limit; the code sets the request, and the platform default
    becomes the limit. Source: flytekit, core/resources.py.

    Bad::

        from flytekit import Resources, task

        @task(resources=Resources(cpu="1", mem=("1Gi", "2Gi")))
        def train() -> None: ...

    Good::

        from flytekit import Resources, task

        @task(resources=Resources(cpu=("1", "1"), mem=("1Gi", "2Gi")))
        def train() -> None: ...
    """
    both = call.get("resources")
    if isinstance(both, Resources):
        for field, value in both.arguments.items():
            text = string_of(value)
            if text and quantities.parse(text) is not None:
                remedies = replaced(value.position, f"({string(text)}, {string(text)})")
                yield hit(value.position, remedies=remedies, field=field, text=f'"{text}"')


@rule("FYT904", "the task has no memory limit", on=(Task, flyte2.Environment), kind="policy", stage="undetected")
def no_memory_limit(call: Task | flyte2.Environment) -> Iterator[Hit]:
    """A task that says nothing about the memory it may use at most.

    The default of the platform applies, which is small on most. In Flyte 2 it is said of the environment, and a single
    value of memory is a limit too.

    Bad::

        from flytekit import Resources, task

        @task(requests=Resources(mem="1Gi"))
        def train() -> None: ...

    Good::

        from flytekit import Resources, task

        @task(requests=Resources(mem="1Gi"), limits=Resources(mem="2Gi"))
        def train() -> None: ...
    """
    if call.incomplete or any(
        call.get(name) is not None for name in ("pod_template", "pod_template_name", "task_config", "plugin_config")
    ):
        return
    if isinstance(call, flyte2.Environment):
        resources = call.get("resources")
        known = isinstance(resources, flyte2.Resources) and resources.lacks("memory")
        if known or call.lacks("resources"):
            yield hit(call.position)
        return
    limits, both = call.get("limits"), call.get("resources")
    for value in (limits, both):
        if value is not None and not is_none(value):
            if not isinstance(value, Resources) or value.incomplete:
                return
    mem = both.get("mem") if isinstance(both, Resources) else None
    limit = limits.get("mem") if isinstance(limits, Resources) else None
    if limit is None and (mem is None or string_of(mem) is not None):
        yield hit(call.position)


@rule(
    "FYT905",
    'image "{text}" {fault}; write the tag of a release, or a digest',
    on=(Task, ContainerTask, Overrides, KubernetesObject, flyte2.Environment, flyte2.Clone, flyte2.Object),
    kind="policy",
    stage="undetected",
)
def floating_image(call: Call) -> Iterator[Hit]:
    """An image without a tag, or with ``latest``.

    What runs changes with every push, and an execution cannot be repeated.

    Bad::

        from flytekit import ContainerTask

        hello = ContainerTask(
            name="hello", image="alpine:latest", command=["echo", "hello"]
        )

    Good::

        from flytekit import ContainerTask

        hello = ContainerTask(
            name="hello", image="alpine:3.20", command=["echo", "hello"]
        )
    """
    for field in ("container_image", "image", "image_uri"):
        value = call.get(field)
        text = string_of(value)
        if value is not None and text and text.lower() != "auto" and "{{" not in text and "@" not in text:
            if not isinstance(call, KubernetesObject) or call.title == "V1Container":
                tag = text.rpartition("/")[2].partition(":")[2]
                if tag in ("", "latest"):
                    yield hit(
                        value.position, text=shorten(text), fault="has no tag" if not tag else "changes with every push"
                    )


@rule(
    "FYT906",
    on=KubernetesObject,
    models=("V1SecurityContext", "V1PodSecurityContext"),
    kind="policy",
    stage="undetected",
)
def root_container(call: KubernetesObject) -> Iterator[Hit]:
    """A container that runs as root or with the privileges of the host.

    An attacker who leaves such a container is root on the node, with all that runs there.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec, V1SecurityContext

        ROOT = V1Container(
            name="primary", security_context=V1SecurityContext(privileged=True)
        )
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[ROOT]))

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec, V1SecurityContext

        USER = V1Container(
            name="primary", security_context=V1SecurityContext(run_as_user=1000)
        )
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[USER]))
    """
    privileged, user = call.get("privileged"), call.get("run_as_user")
    if isinstance(privileged, Constant) and privileged.value is True:
        yield hit(
            privileged.position,
            "privileged=True gives the container the privileges of the host",
            remedies=dropped(call, "privileged"),
        )
    if isinstance(user, Constant) and type(user.value) is int and user.value == 0:
        yield hit(user.position, "run_as_user=0 runs the container as root", remedies=dropped(call, "run_as_user"))


@rule(
    "FYT907",
    "{field}=True puts the pod into a namespace of the host",
    on=KubernetesObject,
    models=("V1PodSpec",),
    kind="policy",
    stage="undetected",
)
def host_namespace(call: KubernetesObject) -> Iterator[Hit]:
    """A pod in the network, process or IPC namespace of its host.

    It sees what else runs on the node, can disturb it, and takes its ports.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSpec

        plain = PodTemplate(pod_spec=V1PodSpec(containers=[], host_network=True))

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSpec

        plain = PodTemplate(pod_spec=V1PodSpec(containers=[], host_network=False))
    """
    for field in ("host_network", "host_pid", "host_ipc"):
        value = call.get(field)
        if isinstance(value, Constant) and value.value is True:
            yield hit(value.position, remedies=dropped(call, field), field=field)


@rule(
    "FYT908",
    "{name} holds a literal in {field}=; use {advice}=",
    on=(Task, ContainerTask, flyte2.Environment, flyte2.Clone, flyte2.Override, flyte2.App),
    kind="policy",
    stage="undetected",
)
def secret_in_environment(call: Call) -> Iterator[Hit]:
    """A variable that sounds like a secret, with its value in the source.

    It is readable in the repository, in the registered task and in the pod. Flyte has ``secret_requests=``, Flyte 2
    ``secrets=``.

    Bad::

        from flytekit import Resources, task

        @task(limits=Resources(mem="1Gi"), environment={"HUB_TOKEN": "abc"})
        def train() -> None: ...

    Good::

        from flytekit import Resources, Secret, task

        @task(
            limits=Resources(mem="1Gi"),
            secret_requests=[Secret(group="hub", key="token")],
        )
        def train() -> None: ...
    """
    for field, advice in (("environment", "secret_requests"), ("env_vars", "secrets")):
        environment = call.get(field)
        for key, value in entries_of(environment):
            name = string_of(key)
            if name and _SECRET.search(name) and not _ABOUT_SECRET.search(name) and string_of(value):
                yield hit(value.position, name=shorten(name), field=field, advice=advice)


@rule(
    "FYT909",
    "the task lacks the required {names}",
    on=(Task, flyte2.Environment),
    kind="policy",
    stage="undetected",
    option="--flyteconf-required-labels",
)
def missing_label(call: Task | flyte2.Environment, settings: Settings) -> Iterator[Hit]:
    """A task without a label that the project requires.

    ``flyteconf-required-labels = team, cost-center`` names the keys; labels of the task and of its pod template count.

    Bad::

        from flytekit import Resources, task

        @task(limits=Resources(mem="1Gi"), labels={"stage": "test"})
        def train() -> None: ...

    Good::

        from flytekit import Resources, task

        @task(limits=Resources(mem="1Gi"), labels={"team": "ml"})
        def train() -> None: ...
    """
    template = call.pod_template()
    if call.incomplete or not settings.required_labels or is_given(call.get("pod_template_name")):
        return
    if call.get("pod_template") is not None and not is_none(call.get("pod_template")) and template is None:
        return
    given: list[Value | None] = [call.get("labels"), template.get("labels") if template is not None else None]
    keys: set[str | None] = set()
    for labels in given:
        if labels is not None and not is_none(labels):
            if not isinstance(labels, DictValue) or labels.incomplete:
                return
            keys |= {string_of(key) for key, _ in labels.entries}
    missing = [label for label in settings.required_labels if label not in keys]
    if missing and None not in keys:
        noun = "label" if len(missing) == 1 else "labels"
        yield hit(call.position, names=f"{noun} " + " and ".join(f'"{label}"' for label in missing))


@rule(
    "FYT910",
    "a secret without group= needs a secret plugin",
    on=Secret,
    kind="policy",
    stage="import",
    unless_used=("union", "unionai"),
    since="0.2.0",
)
def secret_without_group(call: Secret) -> Iterator[Hit]:
    """A secret that names no group.

    Plain flytekit raises ``ValueError: Group is a required parameter`` while the module is imported. Where the package
    union is installed its plugin needs no group, and no import in the file tells, so only the project knows whether
    this is a mistake. A file that mentions the package is left alone. Source: flytekit, models/security.py.

    Bad::

        from flytekit import Secret

        TOKEN = Secret(key="token")

    Good::

        from flytekit import Secret

        TOKEN = Secret(group="hub", key="token")
    """
    if call.lacks("group"):
        yield hit(call.position)
