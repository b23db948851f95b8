"""FYT61: what single fields of a pod say, by the tables of ``kubernetes.grammar``."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from flake8_flyteconf.kubernetes import grammar, validation
from flake8_flyteconf.rules.conversions import as_label, as_name, dropped, reworded
from flake8_flyteconf.rules.predicates import shorten, string_of
from flake8_flyteconf.rules.rule import Hit, hit, replaced, rule, string
from flake8_flyteconf.values import Constant, DictValue, KubernetesObject, SequenceValue, Value


@rule("FYT611", on=KubernetesObject, kind="refused", stage="pod creation")
def malformed_pod_string(call: KubernetesObject) -> Iterator[Hit]:
    """A name, path, key or address in a form that Kubernetes refuses.

    The task registers; Kubernetes refuses the pod. Names of containers and volumes are DNS labels without ``_`` and
    dots, a port has a name of at most 15 characters. Source: Kubernetes, pkg/apis/core/validation/validation.go;
    flyte#998.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec

        SETUP = V1Container(name="init_container", image="busybox:1")
        plain = PodTemplate(
            pod_spec=V1PodSpec(containers=[], init_containers=[SETUP])
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec

        SETUP = V1Container(name="init-container", image="busybox:1")
        plain = PodTemplate(
            pod_spec=V1PodSpec(containers=[], init_containers=[SETUP])
        )
    """
    for name, value in call.arguments.items():
        check = grammar.TEXTS.get((call.title, name))
        if check is not None:
            yield from _malformed(call, name, value, check)
        items = grammar.ITEMS.get((call.title, name))
        if items is not None and isinstance(value, SequenceValue):
            for item in value.items:
                yield from _malformed(call, name, item, items)


#: Values that are refused or overwritten where nothing else is changed: see FYT513 and FYT645.
_INCOMPLETE = frozenset(
    {
        ("V1PodSpec", "restart_policy", "Always"),
        ("V1PodSpec", "restart_policy", "OnFailure"),
        ("V1PodSpec", "dns_policy", "None"),
    }
)


@rule("FYT612", '{field} "{text}" must be {choices}{hint}', on=KubernetesObject, kind="refused", stage="pod creation")
def unsupported_pod_value(call: KubernetesObject) -> Iterator[Hit]:
    """A value outside the closed set that Kubernetes knows for a field.

    Kubernetes refuses the pod: ``Unsupported value``. The values are written in capitals as documented, so
    ``restart_policy="never"`` is refused. Source: Kubernetes, pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSpec

        plain = PodTemplate(pod_spec=V1PodSpec(containers=[], restart_policy="never"))

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSpec

        plain = PodTemplate(pod_spec=V1PodSpec(containers=[], restart_policy="Never"))
    """
    for name, value in call.arguments.items():
        key = (call.title, name)
        choices = grammar.CHOICES.get(key)
        text = string_of(value)
        if choices is None or text is None or text in choices or not text and key not in grammar.NEVER_EMPTY:
            continue
        folded = {choice.lower(): choice for choice in choices}
        close = folded.get(text.lower().replace("-", "").replace("_", ""))
        remedies = replaced(value.position, string(close)) if close and (*key, close) not in _INCOMPLETE else []
        *others, last = (f'"{choice}"' for choice in choices if choice)
        listed = f"{', '.join(others)} or {last}" if others else last
        yield hit(value.position, remedies=remedies, field=name, text=shorten(text), choices=listed)


@rule("FYT613", "{field} {number} must be {bounds}{hint}", on=KubernetesObject, kind="refused", stage="pod creation")
def pod_number_out_of_range(call: KubernetesObject) -> Iterator[Hit]:
    """A number outside the range that Kubernetes takes.

    Kubernetes refuses the pod. A file mode is easily written in decimal: ``644`` is ``0o1204``. Source: Kubernetes,
    pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSpec

        plain = PodTemplate(
            pod_spec=V1PodSpec(containers=[], active_deadline_seconds=0)
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSpec

        plain = PodTemplate(
            pod_spec=V1PodSpec(containers=[], active_deadline_seconds=3600)
        )
    """
    for name, value in call.arguments.items():
        number = value.value if isinstance(value, Constant) and type(value.value) is int else None
        if number is None or name not in (call.fields or {}):
            continue
        low, high = grammar.RANGES.get((call.title, name), grammar.INT64)
        word = grammar.INT64 if name in grammar.LONG else grammar.INT32
        if not word[0] <= number <= word[1]:
            low, high = max(low, word[0]), min(high or word[1], word[1])
        if number < low or high is not None and number > high:
            is_mode = name.endswith("mode")
            octal = is_mode and set(str(number)) <= set("01234567") and int(str(number), 8) <= 0o777
            remedies = replaced(value.position, f"0o{number}") if octal else []
            limits = f"at least {low}" if high is None else f"from {low} to {'0o777' if is_mode else high}"
            field = (call.fields or {}).get(name)
            remedies = remedies or ([] if field is None or field.required else dropped(call, name))
            yield hit(value.position, remedies=remedies, field=name, number=number, bounds=limits)
    if call.title == "V1PodSecurityContext":
        groups = call.get("supplemental_groups")
        for item in groups.items if isinstance(groups, SequenceValue) else ():
            if isinstance(item, Constant) and type(item.value) is int and not 0 <= item.value < 2**31:
                yield hit(item.position, field="supplemental_groups", number=item.value, bounds="from 0 to 2147483647")


@rule("FYT614", on=KubernetesObject, kind="refused", stage="pod creation")
def malformed_pod_label(call: KubernetesObject) -> Iterator[Hit]:
    """A node selector or label selector with a key or value that no label can have.

    Kubernetes refuses the pod. Source: Kubernetes, pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSpec

        plain = PodTemplate(
            pod_spec=V1PodSpec(containers=[], node_selector={"pool": "gpu large"})
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSpec

        plain = PodTemplate(
            pod_spec=V1PodSpec(containers=[], node_selector={"pool": "gpu-large"})
        )
    """
    for name, value in call.arguments.items():
        if (call.title, name) in grammar.LABELS and isinstance(value, DictValue):
            for key, item in value.entries:
                for part, check, what in (
                    (key, validation.qualified_name, "key"),
                    (item, validation.label_value, "value"),
                ):
                    text = string_of(part)
                    fault = check(text) if text is not None else None
                    if fault:
                        yield hit(
                            part.position,
                            f'{name} {what} "{shorten(text)}": {fault}',
                            remedies=reworded(part, as_label, _accepts(check)),
                        )


@rule(
    "FYT615",
    on=KubernetesObject,
    models=tuple({*grammar.NEEDED, *(model for model, _ in grammar.FILLED)}),
    kind="refused",
    stage="pod creation",
)
def unset_pod_field(call: KubernetesObject) -> Iterator[Hit]:
    """A field that the kubernetes client lets you omit but Kubernetes requires, such as the name of a secret.

    Kubernetes refuses the pod: ``Required value``. Source: Kubernetes, pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        KEYS = k8s.V1Volume(name="keys", secret=k8s.V1SecretVolumeSource())
        plain = PodTemplate(pod_spec=k8s.V1PodSpec(containers=[], volumes=[KEYS]))

    Good::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        KEYS = k8s.V1Volume(
            name="keys", secret=k8s.V1SecretVolumeSource(secret_name="keys")
        )
        plain = PodTemplate(pod_spec=k8s.V1PodSpec(containers=[], volumes=[KEYS]))
    """
    name = grammar.NEEDED.get(call.title)
    if name is not None and call.lacks(name) and all(given in (call.fields or {}) for given in call.arguments):
        yield hit(call.position, f"{call.title} needs {name}=")
    for name, value in call.arguments.items():
        if (call.title, name) in grammar.FILLED and isinstance(value, SequenceValue):
            if not value.items and not value.incomplete:
                yield hit(value.position, f"{call.title} needs {name}=")


def _accepts(check: grammar.Grammar) -> Callable[[str], bool]:
    return lambda text: check(text) is None


#: Names to which other fields refer.
_REFERRED = frozenset(
    {
        ("V1Container", "name"),
        ("V1Volume", "name"),
        ("V1VolumeDevice", "name"),
        ("V1VolumeMount", "name"),
        ("V1ContainerPort", "name"),
        ("V1PodResourceClaim", "name"),
    }
)


def _malformed(call: KubernetesObject, name: str, value: Value, check: grammar.Grammar) -> Iterator[Hit]:
    text = string_of(value)
    fault = check(text) if text is not None else None
    if fault:
        # What others refer to by its name needs more than another name here.
        own = (call.title, name) not in _REFERRED
        remedies = reworded(value, as_name, _accepts(check)) if own else []
        yield hit(value.position, f'{name} "{shorten(text)}" of {call.title} {fault}', remedies=remedies)
