"""FYT71: what ``RayJobConfig`` and the nodes of a Ray cluster say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flake8_flyteconf.rules.fyt7_plugins import number, objects, short_name
from flake8_flyteconf.rules.conversions import converted
from flake8_flyteconf.rules.predicates import (
    describe_type,
    entries_of,
    is_given,
    is_number,
    is_true,
    is_truthy,
    shorten,
    string_of,
    type_name,
)
from flake8_flyteconf.rules.rule import Hit, Remedy, hit, replaced, rule, string, wrapped
from flake8_flyteconf.settings import Settings
from flake8_flyteconf.flytekit.calls import PluginConfig, PodTemplate, Replica, Resources
from flake8_flyteconf.values import Call, Constant, DictValue, SequenceValue, Value, parts_of

_RAY = "ray.RayJobConfig"
_NODES = {"ray.HeadNodeConfig": "ray-head", "ray.WorkerNodeConfig": "ray-worker"}


def _is_off(call: Call, flag: str) -> bool:
    value = call.get(flag)
    return call.lacks(flag) or isinstance(value, Constant) and value.value is False


@rule("FYT711", on=Replica, kind="ignored", stage="undetected", since="0.2.0")
def ray_template_beside_resources(call: Replica) -> Iterator[Hit]:
    """A pod template beside the resources of a Ray node.

    With ``requests=`` or ``limits=`` the template is dropped, with both the constructor of the job raises ``ValueError:
    Cannot specify both pod_template and requests/limits``. Source: flytekitplugins-ray, task.py.

    Bad::

        from flytekit import PodTemplate, Resources
        from flytekitplugins.ray import HeadNodeConfig

        head = HeadNodeConfig(pod_template=PodTemplate(), requests=Resources(cpu="1"))

    Good::

        from flytekit import Resources
        from flytekitplugins.ray import HeadNodeConfig

        head = HeadNodeConfig(requests=Resources(cpu="1"))
    """
    template = call.get("pod_template")
    given = [name for name in ("requests", "limits") if is_given(call.get(name))]
    if short_name(call) in _NODES and template is not None and is_given(template) and given:
        container = _NODES[short_name(call)]
        fault = f'is replaced by {given[0]}; put the resources into its container "{container}"'
        if len(given) == 2:
            fault = "cannot be given together with requests and limits"
        yield hit(call.place("pod_template"), f"pod_template {fault}")


@rule(
    "FYT712",
    'container "{name}" is dropped; Ray has "{expected}"',
    on=Replica,
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def ray_template_without_ray_container(call: Replica) -> Iterator[Hit]:
    """A container in the template of a Ray node that is not the one of Ray.

    Containers are merged by name onto ``ray-head`` or ``ray-worker``; others, sidecars included, are dropped. Source:
    flyteplugins, tasks/plugins/k8s/ray/ray.go.

    Bad::

        from flytekit import PodTemplate
        from flytekitplugins.ray import HeadNodeConfig
        from kubernetes.client import V1Container, V1PodSpec

        head = HeadNodeConfig(
            pod_template=PodTemplate(
                pod_spec=V1PodSpec(containers=[V1Container(name="primary")])
            )
        )

    Good::

        from flytekit import PodTemplate
        from flytekitplugins.ray import HeadNodeConfig
        from kubernetes.client import V1Container, V1PodSpec

        head = HeadNodeConfig(
            pod_template=PodTemplate(
                pod_spec=V1PodSpec(containers=[V1Container(name="ray-head")])
            )
        )
    """
    template, expected = call.get("pod_template"), _NODES.get(short_name(call))
    spec = template.pod_spec() if isinstance(template, PodTemplate) else None
    if spec is not None and expected is not None:
        for container in (*spec.objects("containers"), *spec.objects("init_containers")):
            name = container.text("name")
            if name is not None and name != expected:
                yield hit(container.position, name=shorten(name), expected=expected)


@rule("FYT713", on=PluginConfig, kind="ignored", stage="undetected", since="0.2.0")
def ignored_ray_shutdown(call: PluginConfig) -> Iterator[Hit]:
    """How a Ray cluster ends, in settings that have no effect.

    ``ttl_seconds_after_finished`` is read only with ``shutdown_after_job_finishes=True``, and ``False`` leaves the
    platform's default, which shuts the cluster down. Source: flyteplugins, tasks/plugins/k8s/ray/ray.go.

    Bad::

        from flytekitplugins.ray import RayJobConfig

        job = RayJobConfig(worker_node_config=[], ttl_seconds_after_finished=60)

    Good::

        from flytekitplugins.ray import RayJobConfig

        job = RayJobConfig(
            worker_node_config=[],
            ttl_seconds_after_finished=60,
            shutdown_after_job_finishes=True,
        )
    """
    if short_name(call) != _RAY:
        return
    ttl, shutdown = call.get("ttl_seconds_after_finished"), call.get("shutdown_after_job_finishes")
    if ttl is not None and is_given(ttl) and _is_off(call, "shutdown_after_job_finishes"):
        fault = "has no effect without shutdown_after_job_finishes=True"
        yield hit(call.place("ttl_seconds_after_finished"), f"ttl_seconds_after_finished {fault}")
    elif isinstance(shutdown, Constant) and shutdown.value is False:
        fault = "cannot change the default of the platform"
        yield hit(call.place("shutdown_after_job_finishes"), f"shutdown_after_job_finishes=False {fault}")
    seconds = number(ttl)
    if ttl is not None and seconds is not None and seconds < 0 and is_true(shutdown):
        yield hit(ttl.position, "ttl_seconds_after_finished must not be negative")


@rule("FYT714", on=PluginConfig, kind="ignored", stage="undetected", since="0.2.0")
def ignored_ray_autoscaling(call: PluginConfig) -> Iterator[Hit]:
    """Bounds of autoscaling that have no effect.

    Without ``enable_autoscaling=True`` a group keeps to ``replicas``; flytekit raises ``max_replicas`` and lowers
    ``min_replicas`` to it in silence. Source: flytekitplugins-ray, models.py; KubeRay 1.5.1.

    Bad::

        from flytekitplugins.ray import RayJobConfig, WorkerNodeConfig

        GROUP = WorkerNodeConfig(group_name="workers", replicas=1, max_replicas=5)
        job = RayJobConfig(worker_node_config=[GROUP])

    Good::

        from flytekitplugins.ray import RayJobConfig, WorkerNodeConfig

        GROUP = WorkerNodeConfig(group_name="workers", replicas=1, max_replicas=5)
        job = RayJobConfig(worker_node_config=[GROUP], enable_autoscaling=True)
    """
    if short_name(call) != _RAY:
        return
    off = _is_off(call, "enable_autoscaling")
    options = call.get("autoscaler_options")
    if off and options is not None and is_given(options):
        fault = "has no effect without enable_autoscaling=True"
        yield hit(call.place("autoscaler_options"), f"autoscaler_options {fault}")
    for group in objects(call, "worker_node_config", "WorkerNodeConfig"):
        replicas = number(group.get("replicas"))
        for name in ("min_replicas", "max_replicas"):
            bound = number(group.get(name))
            if replicas is None or bound is None:
                continue
            turned = bound > replicas if name == "min_replicas" else bound < replicas
            if turned:
                fault = f"{bound} is set to replicas, which is {replicas}"
                yield hit(group.place(name), f"{name} {fault}")
            elif off and bound != replicas:
                yield hit(group.place(name), f"{name} has no effect without enable_autoscaling=True")


@rule(
    "FYT715",
    "enable_autoscaling has no room: max_replicas defaults to replicas",
    on=PluginConfig,
    kind="suspicious",
    stage="undetected",
    since="0.2.0",
)
def ray_cannot_scale(call: PluginConfig) -> Iterator[Hit]:
    """Autoscaling of groups whose largest size is the one they start with.

    flytekit sets ``max_replicas`` to ``replicas`` when it is not given, so the cluster stays as it is. Source:
    flytekitplugins-ray, models.py.

    Bad::

        from flytekitplugins.ray import RayJobConfig, WorkerNodeConfig

        GROUP = WorkerNodeConfig(group_name="workers", replicas=1)
        job = RayJobConfig(worker_node_config=[GROUP], enable_autoscaling=True)

    Good::

        from flytekitplugins.ray import RayJobConfig, WorkerNodeConfig

        GROUP = WorkerNodeConfig(group_name="workers", replicas=1, max_replicas=4)
        job = RayJobConfig(worker_node_config=[GROUP], enable_autoscaling=True)
    """
    groups = call.get("worker_node_config")
    known = objects(call, "worker_node_config", "WorkerNodeConfig")
    if short_name(call) != _RAY or not is_true(call.get("enable_autoscaling")) or not known:
        return
    if isinstance(groups, SequenceValue) and not groups.incomplete and len(known) == len(groups.items):
        if all(group.lacks("max_replicas") and group.lacks("min_replicas") for group in known):
            yield hit(call.place("enable_autoscaling"))


@rule(
    "FYT716",
    on=PluginConfig,
    kind="refused",
    stage="execution",
    since="0.2.0",
)
def malformed_ray_runtime_env(call: PluginConfig) -> Iterator[Hit]:
    """A runtime environment that Ray does not take.

    What is no dict KubeRay cannot read: ``failed to unmarshal RuntimeEnvYAML``. Ray itself refuses variables that are
    no strings, ``pip`` beside ``conda``, and a setup timeout that is no positive number. Source: KubeRay 1.5.1,
    validation.go; ray 2.9.3, runtime_env.py.

    Bad::

        from flytekitplugins.ray import RayJobConfig

        job = RayJobConfig(worker_node_config=[], runtime_env="./requirements.txt")

    Good::

        from flytekitplugins.ray import RayJobConfig

        job = RayJobConfig(
            worker_node_config=[], runtime_env={"pip": "./requirements.txt"}
        )
    """
    value = call.get("runtime_env") if short_name(call) == _RAY else None
    if value is not None and is_given(value) and is_truthy(value) and type_name(value) != "dict":
        yield hit(value.position, f'runtime_env must be a dict such as {{"pip": [...]}}, not {describe_type(value)}')
    if not isinstance(value, DictValue):
        return
    for key, item in entries_of(value.get("env_vars")):
        if type_name(item) not in (None, "str"):
            name, remedies = string_of(key) or "each item", converted(item, "a str")
            yield hit(item.position, f"{name} of env_vars must be a str, not {describe_type(item)}", remedies=remedies)
    pip, conda = value.get("pip"), value.get("conda")
    if pip is not None and conda is not None and is_truthy(pip) and is_truthy(conda):
        yield hit(conda.position, "runtime_env takes pip or conda, not both")


#: The fields of plugins that are written as JSON, and what JSON can hold.
_JSON = {_RAY: "runtime_env", "slurm.SlurmFunctionConfig": "ssh_config", "slurm.SlurmScriptConfig": "ssh_config"}
_IN_JSON = (None, "None", "bool", "dict", "float", "int", "list", "str", "tuple")


@rule(
    "FYT719",
    "{field} is written as JSON, which has no {found}; use {instead}",
    on=PluginConfig,
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def value_that_is_no_json(call: PluginConfig) -> Iterator[Hit]:
    """A value in the configuration of a plugin that JSON does not have.

    ``TypeError: Object of type set is not JSON serializable``: sets, paths, bytes and objects. Source:
    flytekitplugins-ray and -slurm, task.py.

    Bad::

        from flytekit import task
        from flytekitplugins.ray import RayJobConfig, WorkerNodeConfig

        workers = [WorkerNodeConfig(group_name="workers", replicas=2)]

        @task(
            task_config=RayJobConfig(
                worker_node_config=workers, runtime_env={"pip": {"numpy", "torch"}}
            )
        )
        def train() -> None: ...

    Good::

        from flytekit import task
        from flytekitplugins.ray import RayJobConfig, WorkerNodeConfig

        workers = [WorkerNodeConfig(group_name="workers", replicas=2)]

        @task(
            task_config=RayJobConfig(
                worker_node_config=workers, runtime_env={"pip": ["numpy", "torch"]}
            )
        )
        def train() -> None: ...
    """
    field = _JSON.get(short_name(call), "")
    value = call.get(field)
    if isinstance(value, DictValue):
        for part in parts_of(value):
            found = type_name(part)
            if found not in _IN_JSON and (found != "set" or is_truthy(part)):
                instead = "a list" if found in ("set", "frozenset") else "a str"
                yield hit(part.position, field=field, found=found, instead=instead, remedies=_as_json(part))


def _as_json(value: Value) -> Sequence[Remedy]:
    """The remedy of a set as a list, or of a path as a string."""
    if type_name(value) == "Path":
        return wrapped(value.position, "str({})")
    items = [string_of(item) for item in value.items] if isinstance(value, SequenceValue) else [None]
    texts = [string(item) for item in items if item is not None]
    return replaced(value.position, f"[{', '.join(texts)}]") if len(texts) == len(items) else []


@rule(
    "FYT717",
    'group_name "{name}" is given twice',
    on=PluginConfig,
    kind="suspicious",
    stage="undetected",
    since="0.2.0",
)
def duplicate_ray_group(call: PluginConfig) -> Iterator[Hit]:
    """Two groups of workers with one name, whose pods are told apart by it.

    The operator counts the pods of both for each of them. Source: KubeRay 1.5.1, raycluster_controller.go.

    Bad::

        from flytekitplugins.ray import RayJobConfig, WorkerNodeConfig

        job = RayJobConfig(
            worker_node_config=[WorkerNodeConfig("a", 1), WorkerNodeConfig("a", 2)]
        )

    Good::

        from flytekitplugins.ray import RayJobConfig, WorkerNodeConfig

        job = RayJobConfig(
            worker_node_config=[WorkerNodeConfig("a", 1), WorkerNodeConfig("b", 2)]
        )
    """
    seen = set()
    for group in objects(call, "worker_node_config", "WorkerNodeConfig"):
        name = string_of(group.get("group_name"))
        if name is not None and name in seen:
            yield hit(group.arguments["group_name"].position, name=shorten(name))
        seen.add(name)


@rule(
    "FYT718",
    "{field}={number} of a Ray node must be a string",
    on=Replica,
    kind="refused",
    stage="serialization",
    client="37",
    option="--flyteconf-kubernetes-client",
    since="0.2.0",
)
def number_in_ray_resources(call: Replica, settings: Settings) -> Iterator[Hit]:
    """A number in the resources of a Ray node.

    Ray builds a ``V1ResourceRequirements`` of it, and the kubernetes client takes only strings since version 37:
    ``ValidationError``. Source: flytekit, core/resources.py (pod_spec_from_resources).

    Bad::

        from flytekit import Resources, task
        from flytekitplugins.ray import HeadNodeConfig, RayJobConfig

        HEAD = HeadNodeConfig(requests=Resources(cpu=2))

        @task(task_config=RayJobConfig(worker_node_config=[], head_node_config=HEAD))
        def train() -> None: ...

    Good::

        from flytekit import Resources, task
        from flytekitplugins.ray import HeadNodeConfig, RayJobConfig

        HEAD = HeadNodeConfig(requests=Resources(cpu="2"))

        @task(task_config=RayJobConfig(worker_node_config=[], head_node_config=HEAD))
        def train() -> None: ...
    """
    if settings.kubernetes_clients != ("37",):
        return
    for _, resources in call.resources() if short_name(call) in _NODES else ():
        if isinstance(resources, Resources):
            for field, value in resources.arguments.items():
                if is_number(value):
                    yield hit(value.position, field=field, number=value.value)
