"""FYT62: containers: their images, environment, ports, probes and privileges."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_flyteconf.kubernetes import grammar, quantities, validation
from flake8_flyteconf.rules.predicates import is_given, shorten, string_of
from flake8_flyteconf.rules.rule import Hit, hit, rule
from flake8_flyteconf.values import Constant, KubernetesObject, SequenceValue, Value

_PROBES = ("liveness_probe", "readiness_probe", "startup_probe")
_LIFECYCLE = ("lifecycle", *_PROBES)
_HANDLERS = ("_exec", "http_get", "tcp_socket", "grpc", "sleep")
#: Alternatives of which exactly one must be given, and what to call them.
_ONE_OF: dict[str, tuple[str, ...]] = {
    "V1DownwardAPIVolumeFile": ("field_ref", "resource_field_ref"),
    "V1EnvFromSource": ("config_map_ref", "secret_ref"),
    "V1EnvVarSource": ("field_ref", "resource_field_ref", "config_map_key_ref", "secret_key_ref", "file_key_ref"),
    "V1LifecycleHandler": _HANDLERS,
    "V1Probe": _HANDLERS,
}


@rule("FYT621", '{what} "{name}" is given twice', on=KubernetesObject, kind="refused", stage="pod creation")
def duplicate_in_pod(call: KubernetesObject) -> Iterator[Hit]:
    """Two containers, volumes, mounts or ports where each must be unique.

    Kubernetes refuses the pod: ``Duplicate value`` or ``must be unique``. Containers and init containers share their
    names, the containers of a pod their host ports. Source: Kubernetes,
    pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec

        MAIN = V1Container(name="primary")
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[MAIN, V1Container(name="primary", image="envoy:1")]))

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec

        MAIN = V1Container(name="primary")
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[MAIN, V1Container(name="proxy", image="envoy:1")]))
    """
    if call.title == "V1PodSpec":
        # Kubernetes looks at the main containers first, so a duplicate is found on the init container.
        containers = [*call.objects("containers"), *call.objects("init_containers")]
        yield from _repeated(containers, "name", "container")
        yield from _repeated(call.objects("volumes"), "name", "volume")
        yield from _repeated(call.objects("scheduling_gates"), "name", "scheduling gate")
        yield from _host_ports(call)
    elif call.title == "V1Container":
        yield from _repeated(call.objects("volume_mounts"), "mount_path", "mount path")
        yield from _repeated(call.objects("volume_devices"), "device_path", "device path")
        yield from _repeated(call.objects("ports"), "name", "port")
        yield from _repeated(call.objects("resize_policy"), "resource_name", "resize policy")


@rule(
    "FYT622",
    "init container {name} needs an image of its own",
    on=KubernetesObject,
    models=("V1PodSpec",),
    kind="refused",
    stage="pod creation",
)
def init_container_without_image(call: KubernetesObject) -> Iterator[Hit]:
    """An init container without an image.

    flytekit puts the image of the task into main containers only, and Kubernetes refuses the pod:
    ``spec.initContainers[0].image: Required value``. Source: flytekit, core/utils.py; Kubernetes.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec

        plain = PodTemplate(pod_spec=V1PodSpec(containers=[], init_containers=[V1Container(name="setup")]))

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec

        SETUP = V1Container(name="setup", image="busybox:1")
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[], init_containers=[SETUP]))
    """
    for container in call.objects("init_containers"):
        image = container.get("image")
        if container.lacks("image") or string_of(image) == "":
            place = image.position if image is not None else container.position
            name = container.text("name")
            yield hit(place, name=f'"{name}"' if name is not None else "without a name")


@rule(
    "FYT623",
    '{field} is not allowed on init container {name} without restart_policy="Always"',
    on=KubernetesObject,
    models=("V1PodSpec",),
    kind="refused",
    stage="pod creation",
)
def probe_on_init_container(call: KubernetesObject) -> Iterator[Hit]:
    """A probe or lifecycle hook on an init container that runs once.

    Kubernetes refuses the pod. Only an init container that keeps running, with ``restart_policy="Always"``, has them.
    Source: Kubernetes, pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec, V1Probe, V1TCPSocketAction

        READY = V1Probe(tcp_socket=V1TCPSocketAction(port=80))
        SETUP = V1Container(name="setup", image="busybox:1", readiness_probe=READY)
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[], init_containers=[SETUP]))

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec, V1Probe, V1TCPSocketAction

        READY = V1Probe(tcp_socket=V1TCPSocketAction(port=80))
        SETUP = V1Container(name="setup", image="busybox:1", readiness_probe=READY, restart_policy="Always")
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[], init_containers=[SETUP]))
    """
    for container in call.objects("init_containers"):
        if container.lacks("restart_policy"):
            for field in _LIFECYCLE:
                value = container.get(field)
                if value is not None and is_given(value):
                    yield hit(value.position, field=field, name=f'"{container.text("name")}"')


@rule("FYT624", "{model} {fault}", on=KubernetesObject, models=tuple(_ONE_OF), kind="refused", stage="pod creation")
def not_exactly_one_source(call: KubernetesObject) -> Iterator[Hit]:
    """No source or handler, or several, where exactly one belongs.

    Kubernetes refuses the pod. It concerns ``V1Probe``, ``V1LifecycleHandler``, ``V1EnvVarSource``,
    ``V1EnvFromSource`` and ``V1DownwardAPIVolumeFile``. Source: Kubernetes,
    pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec, V1Probe

        MAIN = V1Container(name="primary", liveness_probe=V1Probe(period_seconds=10))
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[MAIN]))

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec, V1Probe, V1TCPSocketAction

        MAIN = V1Container(name="primary", liveness_probe=V1Probe(tcp_socket=V1TCPSocketAction(port=80)))
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[MAIN]))
    """
    fields = [name for name in _ONE_OF[call.title] if name in (call.fields or {})]
    given = [name for name in fields if is_given(call.get(name))]
    if len(given) > 1:
        yield hit(call.position, model=call.title, fault=f"takes one of {_listed(given, ' and ')}, not both")
    elif all(call.lacks(name) for name in fields):
        yield hit(call.position, model=call.title, fault=f"needs one of {_listed(fields, ' or ')}")


@rule(
    "FYT625",
    'value and value_from of "{name}" are mutually exclusive',
    on=KubernetesObject,
    models=("V1EnvVar",),
    kind="refused",
    stage="pod creation",
)
def value_and_value_from(call: KubernetesObject) -> Iterator[Hit]:
    """An environment variable with a value and a source of its value.

    Kubernetes refuses the pod: ``may not be specified when `value` is not empty``. Source: Kubernetes,
    pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        NODE = k8s.V1EnvVarSource(field_ref=k8s.V1ObjectFieldSelector(field_path="spec.nodeName"))
        MAIN = k8s.V1Container(name="primary", env=[k8s.V1EnvVar(name="NODE", value="x", value_from=NODE)])
        plain = PodTemplate(pod_spec=k8s.V1PodSpec(containers=[MAIN]))

    Good::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        NODE = k8s.V1EnvVarSource(field_ref=k8s.V1ObjectFieldSelector(field_path="spec.nodeName"))
        MAIN = k8s.V1Container(name="primary", env=[k8s.V1EnvVar(name="NODE", value_from=NODE)])
        plain = PodTemplate(pod_spec=k8s.V1PodSpec(containers=[MAIN]))
    """
    if call.text("value") and is_given(call.get("value_from")):
        yield hit(call.position, name=call.text("name"))


@rule(
    "FYT626",
    '{field} "{text}" {fault}',
    on=KubernetesObject,
    models=("V1EnvVarSource", "V1DownwardAPIVolumeFile"),
    kind="refused",
    stage="pod creation",
)
def unknown_downward_field(call: KubernetesObject) -> Iterator[Hit]:
    """A field or resource that the downward API does not tell.

    Kubernetes refuses the pod. An environment variable may name other fields than a file in a volume. Source:
    Kubernetes, pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        NODE = k8s.V1EnvVarSource(field_ref=k8s.V1ObjectFieldSelector(field_path="spec.node"))
        MAIN = k8s.V1Container(name="primary", env=[k8s.V1EnvVar(name="NODE", value_from=NODE)])
        plain = PodTemplate(pod_spec=k8s.V1PodSpec(containers=[MAIN]))

    Good::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        NODE = k8s.V1EnvVarSource(field_ref=k8s.V1ObjectFieldSelector(field_path="spec.nodeName"))
        MAIN = k8s.V1Container(name="primary", env=[k8s.V1EnvVar(name="NODE", value_from=NODE)])
        plain = PodTemplate(pod_spec=k8s.V1PodSpec(containers=[MAIN]))
    """
    known = grammar.ENVIRONMENT_FIELDS if call.title == "V1EnvVarSource" else grammar.FILE_FIELDS
    field = call.object("field_ref")
    path = field.text("field_path") if field is not None else None
    if field is not None and path and path not in known:
        fault = _subscript_fault(path)
        if fault:
            yield hit(field.arguments["field_path"].position, field="field_path", text=shorten(path), fault=fault)
    resource = call.object("resource_field_ref")
    if resource is not None:
        yield from _resource_field(resource)


@rule("FYT627", "{field} {fault}", on=KubernetesObject, models=("V1Container",), kind="refused", stage="pod creation")
def impossible_probe(call: KubernetesObject) -> Iterator[Hit]:
    """A probe whose settings do not go together.

    Kubernetes refuses the pod: a liveness or startup probe succeeds with one success, a readiness probe has no grace
    period, a command must say something. Source: Kubernetes, pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec, V1Probe, V1TCPSocketAction

        ALIVE = V1Probe(tcp_socket=V1TCPSocketAction(port=80), success_threshold=3)
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[V1Container(name="primary", liveness_probe=ALIVE)]))

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec, V1Probe, V1TCPSocketAction

        READY = V1Probe(tcp_socket=V1TCPSocketAction(port=80), success_threshold=3)
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[V1Container(name="primary", readiness_probe=READY)]))
    """
    for name in _PROBES:
        probe = call.object(name)
        if probe is None:
            continue
        threshold = probe.get("success_threshold")
        if name != "readiness_probe" and isinstance(threshold, Constant) and type(threshold.value) is int:
            if threshold.value > 1:
                yield hit(threshold.position, field=f"success_threshold of {name}", fault="must be 1")
        period = probe.get("termination_grace_period_seconds")
        if name == "readiness_probe" and period is not None and is_given(period):
            yield hit(
                period.position, field="termination_grace_period_seconds", fault="is not allowed on a readiness probe"
            )
    lifecycle = call.object("lifecycle")
    hooks = [lifecycle.object(n) for n in ("post_start", "pre_stop")] if lifecycle is not None else []
    for handler in (*(call.object(name) for name in _PROBES), *hooks):
        if handler is not None:
            yield from _actions(handler)


@rule("FYT628", "{field} {fault}", on=KubernetesObject, kind="refused", stage="pod creation")
def contradicting_security(call: KubernetesObject) -> Iterator[Hit]:
    """Security settings that contradict each other.

    Kubernetes refuses the pod: a privileged container may escalate its privileges, a profile on the node needs a path
    and any other profile has none. Source: Kubernetes, pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec, V1SecurityContext

        ROOT = V1SecurityContext(privileged=True, allow_privilege_escalation=False)
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[V1Container(name="primary", security_context=ROOT)]))

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec, V1SecurityContext

        SAFE = V1SecurityContext(privileged=False, allow_privilege_escalation=False)
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[V1Container(name="primary", security_context=SAFE)]))
    """
    if call.title == "V1SecurityContext":
        escalation = call.get("allow_privilege_escalation")
        if isinstance(escalation, Constant) and escalation.value is False:
            capabilities = call.object("capabilities")
            added = capabilities.get("add") if capabilities is not None else None
            if _is(call.get("privileged"), True):
                yield hit(
                    escalation.position,
                    field="allow_privilege_escalation",
                    fault="cannot be False when privileged is True",
                )
            elif isinstance(added, SequenceValue) and any(string_of(item) == "CAP_SYS_ADMIN" for item in added.items):
                yield hit(
                    escalation.position, field="allow_privilege_escalation", fault="cannot be False with CAP_SYS_ADMIN"
                )
    elif call.title in ("V1SeccompProfile", "V1AppArmorProfile"):
        kind, profile = call.text("type"), call.get("localhost_profile")
        if kind == "Localhost":
            if call.lacks("localhost_profile"):
                yield hit(call.position, field="localhost_profile", fault='is needed when type is "Localhost"')
            elif call.title == "V1AppArmorProfile" and profile is not None and string_of(profile) == "":
                yield hit(profile.position, field="localhost_profile", fault="must not be empty")
        elif kind in ("RuntimeDefault", "Unconfined") and profile is not None and is_given(profile):
            yield hit(profile.position, field="localhost_profile", fault=f'is only for type "Localhost", not "{kind}"')
    elif call.title == "V1PodSpec":
        yield from _host_namespaces(call)


@rule(
    "FYT629",
    "host_port {port} must equal container_port {container} when host_network is True",
    on=KubernetesObject,
    models=("V1PodSpec",),
    kind="refused",
    stage="pod creation",
)
def host_port_on_host_network(call: KubernetesObject) -> Iterator[Hit]:
    """A host port that differs from the container port on the network of the host.

    Kubernetes refuses the pod: ``must match `containerPort` when `hostNetwork` is true``. Source: Kubernetes,
    pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1ContainerPort, V1PodSpec

        MAIN = V1Container(name="primary", ports=[V1ContainerPort(container_port=80, host_port=8080)])
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[MAIN], host_network=True))

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1ContainerPort, V1PodSpec

        MAIN = V1Container(name="primary", ports=[V1ContainerPort(container_port=80, host_port=80)])
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[MAIN], host_network=True))
    """
    if _is(call.get("host_network"), True):
        # Kubernetes looks at the containers only; what an init container binds is free again when they start.
        for container in call.objects("containers"):
            for port in container.objects("ports"):
                host, inner = port.get("host_port"), port.get("container_port")
                if isinstance(host, Constant) and isinstance(inner, Constant) and host.value:
                    if host.value != inner.value:
                        yield hit(host.position, port=host.value, container=inner.value)


def _repeated(objects: list[KubernetesObject], field: str, what: str) -> Iterator[Hit]:
    seen: set[str] = set()
    for item in objects:
        text = item.text(field)
        if text and text in seen:
            yield hit(item.arguments[field].position, what=what, name=shorten(text))
        elif text:
            seen.add(text)


def _host_ports(spec: KubernetesObject) -> Iterator[Hit]:
    seen: set[tuple[object, ...]] = set()
    for container in spec.objects("containers"):
        for port in container.objects("ports"):
            number = port.get("host_port")
            address, protocol = port.get("host_ip"), port.get("protocol")
            known = all(p is None or isinstance(p, Constant) for p in (address, protocol)) and not port.incomplete
            if isinstance(number, Constant) and number.value and known:
                key = (string_of(protocol) or "TCP", string_of(address) or "", number.value)
                if key in seen:
                    yield hit(number.position, what="host port", name=number.value)
                seen.add(key)


def _subscript_fault(path: str) -> str | None:
    """What is wrong with a field path that is not in the list: ``metadata.labels['team']`` is right."""
    for prefix, check in (
        ("metadata.annotations", validation.annotation_key),
        ("metadata.labels", validation.qualified_name),
    ):
        if path.startswith(f"{prefix}['") and path.endswith("']"):
            fault = check(path[len(prefix) + 2 : -2])
            return f"names no key: {fault}" if fault else None
    return "is not available through the downward API"


def _resource_field(resource: KubernetesObject) -> Iterator[Hit]:
    name = resource.text("resource")
    if name is None:
        return
    if name not in grammar.RESOURCE_FIELDS and not name.startswith(grammar.HUGE_PAGES_FIELDS):
        fault = "is not available through the downward API, as limits.cpu is"
        yield hit(resource.arguments["resource"].position, field="resource", text=shorten(name), fault=fault)
        return
    divisors = grammar.DIVISORS.get(name.partition(".")[2])
    text = resource.text("divisor")
    quantity = quantities.parse(text) if text else None
    if divisors is not None and text and quantity is not None and quantity.value:
        if quantity.value not in [known.value for d in divisors if (known := quantities.parse(d)) is not None]:
            fault = f"must be one of {', '.join(divisors)}"
            yield hit(resource.arguments["divisor"].position, field="divisor", text=shorten(text), fault=fault)


def _actions(handler: KubernetesObject) -> Iterator[Hit]:
    execute = handler.object("_exec")
    command = execute.get("command") if execute is not None else None
    if execute is not None and execute.lacks("command"):
        yield hit(execute.position, field="V1ExecAction", fault="needs a command")
    elif isinstance(command, SequenceValue) and not command.items and not command.incomplete:
        yield hit(command.position, field="command", fault="must not be empty")
    for kind in ("http_get", "tcp_socket"):
        action = handler.object(kind)
        port = action.get("port") if action is not None else None
        text = string_of(port)
        fault = validation.port_name(text) if text is not None else None
        if port is not None and fault:
            yield hit(port.position, field=f'port "{shorten(text)}"', fault=fault)


def _host_namespaces(spec: KubernetesObject) -> Iterator[Hit]:
    if _is(spec.get("host_users"), False):
        for field in ("host_network", "host_pid", "host_ipc"):
            value = spec.get(field)
            if value is not None and _is(value, True):
                yield hit(value.position, field=field, fault="cannot be True when host_users is False")
    shared = spec.get("share_process_namespace")
    if shared is not None and _is(shared, True) and _is(spec.get("host_pid"), True):
        yield hit(shared.position, field="share_process_namespace", fault="cannot be True when host_pid is True")
    if not _is(spec.get("host_users"), False) and (spec.lacks("host_users") or _is(spec.get("host_users"), True)):
        for container in (*spec.objects("containers"), *spec.objects("init_containers")):
            context = container.object("security_context")
            mount = context.get("proc_mount") if context is not None else None
            if mount is not None and string_of(mount) == "Unmasked":
                yield hit(mount.position, field='proc_mount "Unmasked"', fault="needs host_users=False")


def _is(value: Value | None, flag: bool) -> bool:
    return isinstance(value, Constant) and value.value is flag


def _listed(fields: list[str], last: str) -> str:
    return ", ".join(fields[:-1]) + last + fields[-1] if len(fields) > 1 else fields[0]
