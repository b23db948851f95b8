"""FYT62: containers: their images, environment, ports, probes and privileges."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_flyteconf.kubernetes import grammar, quantities, validation
from flake8_flyteconf.rules.fyt3_images import malformed
from flake8_flyteconf.rules.conversions import converted, dropped
from flake8_flyteconf.rules.predicates import is_false, is_given, is_true, shorten, string_of
from flake8_flyteconf.rules.rule import Hit, close_to, hit, replaced, rule
from flake8_flyteconf.values import Constant, KubernetesObject, SequenceValue

#: Seconds that Kubernetes gives a pod to end, unless it says otherwise.
_GRACE_PERIOD = 30
_PROBES = ("liveness_probe", "readiness_probe", "startup_probe")
_LIFECYCLE = ("lifecycle", *_PROBES)
#: How the kernel parameters of the namespaces begin that a pod may share with its node.
_NETWORK_SYSCTLS = ("net.",)
_IPC_SYSCTLS = ("fs.mqueue.", "kernel.msg", "kernel.sem", "kernel.shm")
_HANDLERS = ("_exec", "http_get", "tcp_socket", "grpc", "sleep")
#: Alternatives of which exactly one must be given, and what to call them.
_ONE_OF: dict[str, tuple[str, ...]] = {
    "V1ClusterTrustBundleProjection": ("name", "signer_name"),
    "V1DownwardAPIVolumeFile": ("field_ref", "resource_field_ref"),
    "V1EnvFromSource": ("config_map_ref", "secret_ref"),
    "V1EnvVarSource": ("field_ref", "resource_field_ref", "config_map_key_ref", "secret_key_ref", "file_key_ref"),
    "V1FCVolumeSource": ("target_wwns", "wwids"),
    "V1FlockerVolumeSource": ("dataset_name", "dataset_uuid"),
    "V1LifecycleHandler": _HANDLERS,
    "V1PodResourceClaim": ("resource_claim_name", "resource_claim_template_name"),
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
        plain = PodTemplate(
            pod_spec=V1PodSpec(
                containers=[MAIN, V1Container(name="primary", image="envoy:1")]
            )
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec

        MAIN = V1Container(name="primary")
        plain = PodTemplate(
            pod_spec=V1PodSpec(
                containers=[MAIN, V1Container(name="proxy", image="envoy:1")]
            )
        )
    """
    if call.title == "V1PodSpec":
        # Kubernetes looks at the main containers first, so a duplicate is found on the init container.
        containers = [*call.objects("containers"), *call.objects("init_containers")]
        yield from _repeated(containers, "name", "container")
        yield from _repeated(call.objects("volumes"), "name", "volume")
        yield from _repeated(call.objects("scheduling_gates"), "name", "scheduling gate")
        yield from _repeated(call.objects("resource_claims"), "name", "resource claim")
        yield from _host_ports(call.objects("containers"))
        # Init containers run one after the other.
        for container in call.objects("init_containers"):
            yield from _host_ports([container])
    elif call.title == "V1Container":
        yield from _repeated(call.objects("volume_mounts"), "mount_path", "mount path")
        yield from _repeated(call.objects("volume_devices"), "device_path", "device path")
        yield from _repeated(call.objects("volume_devices"), "name", "volume device")
        yield from _repeated(call.objects("ports"), "name", "port")
        yield from _repeated(call.objects("resize_policy"), "resource_name", "resize policy")
    elif call.title == "V1PodSecurityContext":
        yield from _repeated(call.objects("sysctls"), "name", "sysctl")
    elif call.title == "V1ResourceRequirements":
        yield from _repeated([each for each in call.objects("claims") if each.lacks("request")], "name", "claim")


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

        plain = PodTemplate(
            pod_spec=V1PodSpec(
                containers=[], init_containers=[V1Container(name="setup")]
            )
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec

        SETUP = V1Container(name="setup", image="busybox:1")
        plain = PodTemplate(
            pod_spec=V1PodSpec(containers=[], init_containers=[SETUP])
        )
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
        from kubernetes.client import (
            V1Container,
            V1PodSpec,
            V1Probe,
            V1TCPSocketAction,
        )

        READY = V1Probe(tcp_socket=V1TCPSocketAction(port=80))
        SETUP = V1Container(name="setup", image="busybox:1", readiness_probe=READY)
        plain = PodTemplate(
            pod_spec=V1PodSpec(containers=[], init_containers=[SETUP])
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import (
            V1Container,
            V1PodSpec,
            V1Probe,
            V1TCPSocketAction,
        )

        READY = V1Probe(tcp_socket=V1TCPSocketAction(port=80))
        SETUP = V1Container(
            name="setup",
            image="busybox:1",
            readiness_probe=READY,
            restart_policy="Always",
        )
        plain = PodTemplate(
            pod_spec=V1PodSpec(containers=[], init_containers=[SETUP])
        )
    """
    for container in call.objects("init_containers"):
        if container.lacks("restart_policy"):
            for field in _LIFECYCLE:
                value = container.get(field)
                if value is not None and is_given(value):
                    yield hit(value.position, field=field, name=f'"{container.text("name")}"')


@rule("FYT624", on=KubernetesObject, models=tuple(_ONE_OF), kind="refused", stage="pod creation")
def not_exactly_one_source(call: KubernetesObject) -> Iterator[Hit]:
    """No source or handler, or several, where exactly one belongs.

    Kubernetes refuses the pod. It concerns probes, handlers, sources of environment variables, files of the downward
    API, resource claims and some volumes. Source: Kubernetes, pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec, V1Probe

        MAIN = V1Container(name="primary", liveness_probe=V1Probe(period_seconds=10))
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[MAIN]))

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import (
            V1Container,
            V1PodSpec,
            V1Probe,
            V1TCPSocketAction,
        )

        MAIN = V1Container(
            name="primary",
            liveness_probe=V1Probe(tcp_socket=V1TCPSocketAction(port=80)),
        )
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[MAIN]))
    """
    fields = [name for name in _ONE_OF[call.title] if name in (call.fields or {})]
    given = [name for name in fields if is_given(call.get(name))]
    if len(given) > 1:
        yield hit(call.position, f"{call.title} takes one of {_listed(given, ' and ')}, not both")
    elif all(call.lacks(name) for name in fields):
        yield hit(call.position, f"{call.title} needs one of {_listed(fields, ' or ')}")


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

        NODE = k8s.V1EnvVarSource(
            field_ref=k8s.V1ObjectFieldSelector(field_path="spec.nodeName")
        )
        MAIN = k8s.V1Container(
            name="primary",
            env=[k8s.V1EnvVar(name="NODE", value="x", value_from=NODE)],
        )
        plain = PodTemplate(pod_spec=k8s.V1PodSpec(containers=[MAIN]))

    Good::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        NODE = k8s.V1EnvVarSource(
            field_ref=k8s.V1ObjectFieldSelector(field_path="spec.nodeName")
        )
        MAIN = k8s.V1Container(
            name="primary", env=[k8s.V1EnvVar(name="NODE", value_from=NODE)]
        )
        plain = PodTemplate(pod_spec=k8s.V1PodSpec(containers=[MAIN]))
    """
    if call.text("value") and is_given(call.get("value_from")):
        yield hit(call.position, name=call.text("name"))


@rule(
    "FYT626",
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

        NODE = k8s.V1EnvVarSource(
            field_ref=k8s.V1ObjectFieldSelector(field_path="spec.node")
        )
        MAIN = k8s.V1Container(
            name="primary", env=[k8s.V1EnvVar(name="NODE", value_from=NODE)]
        )
        plain = PodTemplate(pod_spec=k8s.V1PodSpec(containers=[MAIN]))

    Good::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        NODE = k8s.V1EnvVarSource(
            field_ref=k8s.V1ObjectFieldSelector(field_path="spec.nodeName")
        )
        MAIN = k8s.V1Container(
            name="primary", env=[k8s.V1EnvVar(name="NODE", value_from=NODE)]
        )
        plain = PodTemplate(pod_spec=k8s.V1PodSpec(containers=[MAIN]))
    """
    known = grammar.ENVIRONMENT_FIELDS if call.title == "V1EnvVarSource" else grammar.FILE_FIELDS
    field = call.object("field_ref")
    path = field.text("field_path") if field is not None else None
    if field is not None and path and path not in known:
        fault = _subscript_fault(path)
        if fault:
            yield hit(field.arguments["field_path"].position, f'field_path "{shorten(path)}" {fault}')
    resource = call.object("resource_field_ref")
    if resource is not None:
        if call.title == "V1DownwardAPIVolumeFile" and resource.lacks("container_name"):
            name = resource.text("resource") or "resource"
            fault = "of a file in a volume needs container_name="
            yield hit(resource.position, f'resource "{shorten(name)}" {fault}')
        yield from _resource_field(resource)


@rule("FYT627", on=KubernetesObject, models=("V1Container",), kind="refused", stage="pod creation")
def contradicting_probe(call: KubernetesObject) -> Iterator[Hit]:
    """A probe whose settings do not go together.

    Kubernetes refuses the pod: a liveness or startup probe succeeds with one success, a readiness probe has no grace
    period, a command must say something. Source: Kubernetes, pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import (
            V1Container,
            V1PodSpec,
            V1Probe,
            V1TCPSocketAction,
        )

        ALIVE = V1Probe(tcp_socket=V1TCPSocketAction(port=80), success_threshold=3)
        plain = PodTemplate(
            pod_spec=V1PodSpec(
                containers=[V1Container(name="primary", liveness_probe=ALIVE)]
            )
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import (
            V1Container,
            V1PodSpec,
            V1Probe,
            V1TCPSocketAction,
        )

        READY = V1Probe(tcp_socket=V1TCPSocketAction(port=80), success_threshold=3)
        plain = PodTemplate(
            pod_spec=V1PodSpec(
                containers=[V1Container(name="primary", readiness_probe=READY)]
            )
        )
    """
    for name in _PROBES:
        probe = call.object(name)
        if probe is None:
            continue
        threshold = probe.get("success_threshold")
        if name != "readiness_probe" and isinstance(threshold, Constant) and type(threshold.value) is int:
            if threshold.value > 1:
                fixed = replaced(threshold.position, "1", safe=False)
                yield hit(threshold.position, f"success_threshold of {name} must be 1", remedies=fixed)
        period = probe.get("termination_grace_period_seconds")
        if name == "readiness_probe" and period is not None and is_given(period):
            yield hit(
                period.position,
                "termination_grace_period_seconds is not allowed on a readiness probe",
                remedies=dropped(probe, "termination_grace_period_seconds"),
            )
    lifecycle = call.object("lifecycle")
    hooks = [lifecycle.object(n) for n in ("post_start", "pre_stop")] if lifecycle is not None else []
    for handler in (*(call.object(name) for name in _PROBES), *hooks):
        if handler is not None:
            yield from _actions(handler)


@rule("FYT628", on=KubernetesObject, kind="refused", stage="pod creation")
def contradicting_security(call: KubernetesObject) -> Iterator[Hit]:
    """Security settings that contradict each other.

    Kubernetes refuses the pod: a privileged container may escalate its privileges, a profile on the node needs a path
    and any other profile has none. Source: Kubernetes, pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec, V1SecurityContext

        ROOT = V1SecurityContext(privileged=True, allow_privilege_escalation=False)
        plain = PodTemplate(
            pod_spec=V1PodSpec(
                containers=[V1Container(name="primary", security_context=ROOT)]
            )
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec, V1SecurityContext

        SAFE = V1SecurityContext(privileged=False, allow_privilege_escalation=False)
        plain = PodTemplate(
            pod_spec=V1PodSpec(
                containers=[V1Container(name="primary", security_context=SAFE)]
            )
        )
    """
    if call.title == "V1SecurityContext":
        escalation = call.get("allow_privilege_escalation")
        if isinstance(escalation, Constant) and escalation.value is False:
            capabilities = call.object("capabilities")
            added = capabilities.get("add") if capabilities is not None else None
            if is_true(call.get("privileged")):
                yield hit(
                    escalation.position,
                    "allow_privilege_escalation cannot be False when privileged is True",
                    remedies=dropped(call, "allow_privilege_escalation"),
                )
            elif isinstance(added, SequenceValue) and any(string_of(item) == "CAP_SYS_ADMIN" for item in added.items):
                yield hit(
                    escalation.position,
                    "allow_privilege_escalation cannot be False with CAP_SYS_ADMIN",
                    remedies=dropped(call, "allow_privilege_escalation"),
                )
    elif call.title in ("V1SeccompProfile", "V1AppArmorProfile"):
        kind, profile = call.text("type"), call.get("localhost_profile")
        if kind == "Localhost":
            if call.lacks("localhost_profile"):
                yield hit(call.position, 'localhost_profile is needed when type is "Localhost"')
            elif profile is not None and (fault := _profile_fault(call.title, string_of(profile))):
                yield hit(profile.position, f"localhost_profile {fault}")
        elif kind in ("RuntimeDefault", "Unconfined") and profile is not None and is_given(profile):
            yield hit(
                profile.position,
                f'localhost_profile is only for type "Localhost", not "{kind}"',
                remedies=dropped(call, "localhost_profile"),
            )
    elif call.title == "V1PodSpec":
        yield from _host_namespaces(call)
        yield from _host_sysctls(call)


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

        MAIN = V1Container(
            name="primary", ports=[V1ContainerPort(container_port=80, host_port=8080)]
        )
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[MAIN], host_network=True))

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1ContainerPort, V1PodSpec

        MAIN = V1Container(
            name="primary", ports=[V1ContainerPort(container_port=80, host_port=80)]
        )
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[MAIN], host_network=True))
    """
    if is_true(call.get("host_network")):
        # Kubernetes looks at the containers only; what an init container binds is free again when they start.
        for container in call.objects("containers"):
            for port in container.objects("ports"):
                host, inner = port.get("host_port"), port.get("container_port")
                if isinstance(host, Constant) and isinstance(inner, Constant) and host.value:
                    if host.value != inner.value:
                        yield hit(host.position, port=host.value, container=inner.value)


@rule(
    "FYT656",
    'claim "{name}" is not among the resource_claims of the pod{hint}',
    on=KubernetesObject,
    models=("V1PodSpec",),
    kind="refused",
    stage="pod creation",
    since="0.2.0",
)
def unknown_resource_claim(call: KubernetesObject) -> Iterator[Hit]:
    """A container that uses a resource claim which its pod does not have.

    Kubernetes refuses the pod: ``must be one of the names in pod.spec.resourceClaims``. Source: Kubernetes,
    pkg/apis/core/validation/validation.go (validateResourceClaimNames).

    Bad::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        SIZE = k8s.V1ResourceRequirements(
            claims=[k8s.CoreV1ResourceClaim(name="gpus")]
        )
        MAIN = k8s.V1Container(name="primary", resources=SIZE)
        CLAIM = k8s.V1PodResourceClaim(name="gpu", resource_claim_template_name="gpu")
        plain = PodTemplate(
            pod_spec=k8s.V1PodSpec(containers=[MAIN], resource_claims=[CLAIM])
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        SIZE = k8s.V1ResourceRequirements(
            claims=[k8s.CoreV1ResourceClaim(name="gpu")]
        )
        MAIN = k8s.V1Container(name="primary", resources=SIZE)
        CLAIM = k8s.V1PodResourceClaim(name="gpu", resource_claim_template_name="gpu")
        plain = PodTemplate(
            pod_spec=k8s.V1PodSpec(containers=[MAIN], resource_claims=[CLAIM])
        )
    """
    claims = call.get("resource_claims")
    given = claims.items if isinstance(claims, SequenceValue) and not claims.incomplete else None
    names = {claim.text("name") for claim in call.objects("resource_claims")}
    if None in names or not call.lacks("resource_claims") and (given is None or len(names) < len(given)):
        return
    for container in (*call.objects("containers"), *call.objects("init_containers")):
        resources = container.object("resources")
        for claim in resources.objects("claims") if resources is not None else ():
            name = claim.text("name")
            if name and name not in names:
                place = claim.arguments["name"].position
                choices = [each for each in names if each is not None]
                yield hit(place, remedies=close_to(name, choices, place), name=shorten(name))


@rule(
    "FYT657",
    on=KubernetesObject,
    models=("V1PodSpec",),
    kind="refused",
    stage="pod creation",
    since="0.2.0",
)
def sleep_beyond_grace_period(call: KubernetesObject) -> Iterator[Hit]:
    """A hook that sleeps longer than the pod may take to end.

    Kubernetes refuses the pod: a hook sleeps at most ``termination_grace_period_seconds``, which are 30 unless they are
    given. Source: Kubernetes, pkg/apis/core/validation/validation.go (validateSleepAction).

    Bad::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        WAIT = k8s.V1LifecycleHandler(sleep=k8s.V1SleepAction(seconds=60))
        MAIN = k8s.V1Container(
            name="primary", lifecycle=k8s.V1Lifecycle(pre_stop=WAIT)
        )
        plain = PodTemplate(pod_spec=k8s.V1PodSpec(containers=[MAIN]))

    Good::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        WAIT = k8s.V1LifecycleHandler(sleep=k8s.V1SleepAction(seconds=60))
        MAIN = k8s.V1Container(
            name="primary", lifecycle=k8s.V1Lifecycle(pre_stop=WAIT)
        )
        plain = PodTemplate(
            pod_spec=k8s.V1PodSpec(
                containers=[MAIN], termination_grace_period_seconds=90
            )
        )
    """
    given = call.get("termination_grace_period_seconds")
    grace = given.value if isinstance(given, Constant) and type(given.value) is int else None
    grace = _GRACE_PERIOD if call.lacks("termination_grace_period_seconds") else grace
    for container in (*call.objects("containers"), *call.objects("init_containers")):
        lifecycle = container.object("lifecycle")
        if lifecycle is None:
            continue
        for name in ("post_start", "pre_stop"):
            hook = lifecycle.object(name)
            sleep = hook.object("sleep") if hook is not None else None
            seconds = sleep.get("seconds") if sleep is not None else None
            if isinstance(seconds, Constant) and type(seconds.value) is int and grace is not None:
                if seconds.value > max(grace, 1):
                    message = f"sleep of {seconds.value} seconds exceeds termination_grace_period_seconds ({grace})"
                    yield hit(seconds.position, message)


@rule("FYT662", on=KubernetesObject, models=("V1PodSpec",), kind="refused", stage="pod creation", since="0.2.0")
def stop_signal_without_os(call: KubernetesObject) -> Iterator[Hit]:
    """A stop signal in a pod that does not tell its operating system.

    Kubernetes refuses the pod; where the feature gate ContainerStopSignals is off, it drops the signal. Source:
    Kubernetes, pkg/apis/core/validation/validation.go (validateLifecycle).

    Bad::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        STOP = k8s.V1Lifecycle(stop_signal="SIGUSR1")
        MAIN = k8s.V1Container(name="primary", lifecycle=STOP)
        plain = PodTemplate(pod_spec=k8s.V1PodSpec(containers=[MAIN]))

    Good::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        STOP = k8s.V1Lifecycle(stop_signal="SIGUSR1")
        MAIN = k8s.V1Container(name="primary", lifecycle=STOP)
        plain = PodTemplate(
            pod_spec=k8s.V1PodSpec(containers=[MAIN], os=k8s.V1PodOS(name="linux"))
        )
    """
    for container in (*call.objects("containers"), *call.objects("init_containers")):
        lifecycle = container.object("lifecycle")
        signal = lifecycle.get("stop_signal") if lifecycle is not None else None
        if signal is not None and string_of(signal) and call.lacks("os"):
            yield hit(signal.position, 'stop_signal needs os=V1PodOS(name="linux")')


@rule(
    "FYT661",
    on=KubernetesObject,
    models=("V1PodSpec",),
    kind="refused",
    stage="pod creation",
    since="0.2.0",
)
def wrong_system_settings(call: KubernetesObject) -> Iterator[Hit]:
    """Settings for Linux in a pod for Windows, or the other way round.

    Kubernetes refuses the pod: ``windows options cannot be set for a linux pod``. Containers that run as processes of
    a Windows host need its network. Source: Kubernetes, pkg/apis/core/validation/validation.go (validateLinux,
    validateWindows, validateWindowsHostProcessPod).

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodOS, V1PodSecurityContext, V1PodSpec

        USER = V1PodSecurityContext(run_as_user=1000)
        plain = PodTemplate(
            pod_spec=V1PodSpec(
                containers=[], os=V1PodOS(name="windows"), security_context=USER
            )
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodOS, V1PodSecurityContext, V1PodSpec

        USER = V1PodSecurityContext(run_as_user=1000)
        plain = PodTemplate(
            pod_spec=V1PodSpec(
                containers=[], os=V1PodOS(name="linux"), security_context=USER
            )
        )
    """
    system = call.object("os")
    name = system.text("name") if system is not None else None
    containers = (*call.objects("containers"), *call.objects("init_containers"))
    contexts = [each.object("security_context") for each in (call, *containers)]
    for context in contexts:
        for field, value in context.arguments.items() if context is not None else ():
            of_windows = field == "windows_options"
            if is_given(value) and (of_windows and name == "linux" or not of_windows and name == "windows"):
                if field != "run_as_non_root":  # the only field that both systems have
                    yield hit(
                        value.position,
                        f"{field} cannot be set in a pod for {name}",
                        remedies=dropped(context, field) if context is not None else [],
                    )
    for field in ("host_users", "host_pid", "host_ipc", "share_process_namespace"):
        flag = call.get(field)
        if name == "windows" and isinstance(flag, Constant) and flag.value is not None:
            if flag.value or field in ("host_users", "share_process_namespace"):
                yield hit(flag.position, f"{field} cannot be set in a pod for windows", remedies=dropped(call, field))
    for context in contexts:
        options = context.object("windows_options") if context is not None else None
        process = options.get("host_process") if options is not None else None
        if (
            process is not None
            and is_true(process)
            and (call.lacks("host_network") or is_false(call.get("host_network")))
        ):
            yield hit(process.position, "host_process needs host_network=True")


def _repeated(objects: list[KubernetesObject], field: str, what: str) -> Iterator[Hit]:
    seen: set[str] = set()
    for item in objects:
        text = item.text(field)
        if text and text in seen:
            yield hit(item.arguments[field].position, what=what, name=shorten(text))
        elif text:
            seen.add(text)


def _host_ports(containers: list[KubernetesObject]) -> Iterator[Hit]:
    seen: set[tuple[object, ...]] = set()
    for container in containers:
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
        yield hit(resource.arguments["resource"].position, f'resource "{shorten(name)}" {fault}')
        return
    kind = name.partition(".")[2]
    divisors = grammar.HUGE_PAGES_DIVISORS if kind.startswith("hugepages-") else grammar.DIVISORS.get(kind)
    text = resource.text("divisor")
    quantity = quantities.parse(text) if text else None
    if divisors is not None and text and quantity is not None and quantity.value:
        if quantity.value not in [known.value for d in divisors if (known := quantities.parse(d)) is not None]:
            fault = f"must be one of {', '.join(divisors)}"
            yield hit(resource.arguments["divisor"].position, f'divisor "{shorten(text)}" {fault}')


def _actions(handler: KubernetesObject) -> Iterator[Hit]:
    execute = handler.object("_exec")
    command = execute.get("command") if execute is not None else None
    if execute is not None and execute.lacks("command"):
        yield hit(execute.position, "V1ExecAction needs a command")
    elif isinstance(command, SequenceValue) and not command.items and not command.incomplete:
        yield hit(command.position, "command must not be empty")
    for kind in ("http_get", "tcp_socket"):
        action = handler.object(kind)
        port = action.get("port") if action is not None else None
        text = string_of(port)
        fault = validation.port_name(text) if text is not None else None
        if port is not None and fault:
            yield hit(port.position, f'port "{shorten(text)}" {fault}', remedies=converted(port, "an int"))


def _host_namespaces(spec: KubernetesObject) -> Iterator[Hit]:
    if is_false(spec.get("host_users")):
        for field in ("host_network", "host_pid", "host_ipc"):
            value = spec.get(field)
            if value is not None and is_true(value):
                yield hit(
                    value.position, f"{field} cannot be True when host_users is False", remedies=dropped(spec, field)
                )
    shared = spec.get("share_process_namespace")
    if shared is not None and is_true(shared) and is_true(spec.get("host_pid")):
        yield hit(
            shared.position,
            "share_process_namespace cannot be True when host_pid is True",
            remedies=dropped(spec, "share_process_namespace"),
        )
    if not is_false(spec.get("host_users")) and (spec.lacks("host_users") or is_true(spec.get("host_users"))):
        for container in (*spec.objects("containers"), *spec.objects("init_containers")):
            context = container.object("security_context")
            mount = context.get("proc_mount") if context is not None else None
            if mount is not None and string_of(mount) == "Unmasked":
                yield hit(mount.position, 'proc_mount "Unmasked" needs host_users=False')


def _profile_fault(model: str, path: str | None) -> str | None:
    """What keeps a string from being the path of a profile: of seccomp inside a folder, of AppArmor any name."""
    if path is None:
        return None
    if model == "V1SeccompProfile":
        return validation.relative_path(path)
    return validation.not_empty(path.strip()) or validation.without_blanks(path)


def _host_sysctls(spec: KubernetesObject) -> Iterator[Hit]:
    """Kernel parameters of a namespace that the pod shares with its node."""
    context = spec.object("security_context")
    for sysctl in context.objects("sysctls") if context is not None else ():
        name = (sysctl.text("name") or "").replace("/", ".")
        for field, begins in (("host_network", _NETWORK_SYSCTLS), ("host_ipc", _IPC_SYSCTLS)):
            if name.startswith(begins) and is_true(spec.get(field)):
                fault = f"cannot be set when {field} is True"
                yield hit(sysctl.arguments["name"].position, f"sysctl {shorten(name)} {fault}")


def _listed(fields: list[str], last: str) -> str:
    return ", ".join(fields[:-1]) + last + fields[-1] if len(fields) > 1 else fields[0]


@rule(
    "FYT663",
    'image "{text}" {fault}',
    on=KubernetesObject,
    models=("V1Container",),
    kind="refused",
    stage="pod creation",
    since="0.2.0",
)
def malformed_container_image(call: KubernetesObject) -> Iterator[Hit]:
    """A string in a pod spec that no runtime takes for an image.

    Kubernetes takes it, and the pod waits with ``InvalidImageName``. Source: distribution/reference; Kubernetes,
    pkg/kubelet/images/image_manager.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec

        CACHE = V1Container(name="cache", image="Redis:7")
        cached = PodTemplate(pod_spec=V1PodSpec(containers=[CACHE]))

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec

        CACHE = V1Container(name="cache", image="redis:7")
        cached = PodTemplate(pod_spec=V1PodSpec(containers=[CACHE]))
    """
    yield from malformed(call.get("image"))
