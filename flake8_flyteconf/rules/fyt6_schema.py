"""FYT60: the classes, keywords and types of the kubernetes client."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from flake8_flyteconf.kubernetes import grammar, models
from flake8_flyteconf.kubernetes.models import GENERATIONS, Field
from flake8_flyteconf.rules.conversions import converted, dropped, mistyped
from flake8_flyteconf.rules.predicates import LISTS, describe_type, string_of, type_name
from flake8_flyteconf.rules.rule import Hit, Remedy, closest, did_you_mean, hit, renamed, rule
from flake8_flyteconf.values import Constant, DictValue, KubernetesObject, SequenceValue, Value, is_none

#: What users call the fields of a pod, or the place where a field belongs.
_ELSEWHERE = {
    "V1Container": {
        name: f"{name} belongs to V1PodSpec" for name in ("tolerations", "node_selector", "volumes", "affinity")
    }
    | {name: "use resources=V1ResourceRequirements(...)" for name in ("cpu", "memory", "requests", "limits")},
    "V1PodSpec": {"labels": "labels belong to PodTemplate", "annotations": "annotations belong to PodTemplate"},
    "V1Volume": {"pvc": "use persistent_volume_claim"},
}


@rule("FYT601", "{model} has no field {name}{hint}", on=KubernetesObject, kind="refused", stage="import")
def unknown_pod_field(call: KubernetesObject) -> Iterator[Hit]:
    """A field that a class of the kubernetes client does not have.

    The client raises ``ValidationError: ... Extra inputs are not permitted`` while the module is imported, before
    version 37 a ``TypeError``. Source: kubernetes client.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSpec

        plain = PodTemplate(pod_spec=V1PodSpec(containers=[], toleration=[]))

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSpec

        plain = PodTemplate(pod_spec=V1PodSpec(containers=[], tolerations=[]))
    """
    if call.fields is not None:
        hints = _ELSEWHERE.get(call.title, {})
        for name in call.arguments:
            # The client offers its configuration to every model, and it is never passed by hand.
            if name not in call.fields and name != "local_vars_configuration":
                meant = _MEANT.get((call.title, name)) or (None if name in hints else closest(name, call.fields))
                fields = {"model": call.title, "name": name}
                if name in hints:
                    fields["hint"] = f"; {hints[name]}"
                elif meant is not None:
                    fields["hint"] = did_you_mean(meant)
                remedies = _renamed(call, name, meant)
                needed = [each for each, f in call.fields.items() if f.required]
                if not remedies and call.title not in grammar.NEEDED and all(each in call.arguments for each in needed):
                    remedies = dropped(call, name)
                yield hit(call.place(name), remedies=remedies, **fields)


#: Fields by names that are those of something else.
_MEANT = {
    ("V1ConfigMapVolumeSource", "config_map_name"): "name",
    ("V1EnvVar", "key"): "name",
    ("V1SecretVolumeSource", "name"): "secret_name",
    ("V1VolumeMount", "path"): "mount_path",
    ("V1VolumeMount", "volume"): "name",
}


@rule("FYT602", on=KubernetesObject, kind="refused", stage="import")
def missing_pod_field(call: KubernetesObject) -> Iterator[Hit]:
    """A required field that is not given.

    The client raises ``ValidationError: ... Field required`` while the module is imported, before version 37 a
    ``ValueError``. For a ``V1PodSpec`` without containers see FYT510. Source: kubernetes client.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec

        plain = PodTemplate(
            pod_spec=V1PodSpec(containers=[V1Container(image="busybox")])
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec

        plain = PodTemplate(
            pod_spec=V1PodSpec(containers=[V1Container(name="primary")])
        )
    """
    if (
        call.fields is None
        or call.incomplete
        or call.dropped
        or any(name not in call.fields for name in call.arguments)
    ):
        return
    required = [name for name, field in call.fields.items() if field.required]
    missing = [name for name in required if name not in call.arguments]
    if missing and call.title != "V1PodSpec":
        yield hit(call.position, f'{call.title} needs {" and ".join(f"{name}=" for name in missing)}')


@rule("FYT603", "{field} of {model} takes {expected}, not {found}", on=KubernetesObject, kind="refused", stage="import")
def wrong_pod_type(call: KubernetesObject) -> Iterator[Hit]:
    """A value of the wrong type in a pod spec.

    The client raises ``ValidationError`` while the module is imported. Before version 37 it took anything, and the
    fault came out at registration: ``json: cannot unmarshal number into Go struct field``. One object where a list
    belongs is the classic. Source: kubernetes client; flyte#1123.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1EnvVar, V1PodSpec

        MAIN = V1Container(name="primary", env=[V1EnvVar(name="WORKERS", value=4)])
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[MAIN]))

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1EnvVar, V1PodSpec

        MAIN = V1Container(name="primary", env=[V1EnvVar(name="WORKERS", value="4")])
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[MAIN]))
    """
    for name, value in call.arguments.items():
        field = (call.fields or {}).get(name)
        # A V1PodSpec whose containers are None is FYT510.
        if field is not None and not (is_none(value) and (call.title, name) == ("V1PodSpec", "containers")):
            for fault in _wrong(name, value, field):
                yield replace(fault, fields={**fault.fields, "model": call.title})


@rule("FYT604", "the kubernetes client has no class {name}{hint}", on=KubernetesObject, kind="refused", stage="import")
def unknown_pod_class(call: KubernetesObject) -> Iterator[Hit]:
    """A class that the kubernetes client does not have.

    Python raises ``ImportError`` or ``AttributeError`` while the module is imported. Source: kubernetes client.

    Bad::

        from flytekit import PodTemplate
        from kubernetes import client

        plain = PodTemplate(
            pod_spec=client.V1PodSpec(
                containers=[], tolerations=[client.V1Tolerations(key="gpu")]
            )
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes import client

        TOLERATION = client.V1Toleration(key="gpu", operator="Exists")
        plain = PodTemplate(
            pod_spec=client.V1PodSpec(containers=[], tolerations=[TOLERATION])
        )
    """
    if call.unknown:
        yield hit(
            call.position, name=call.title, hint=did_you_mean(closest(call.title, models.classes(GENERATIONS[-1])))
        )


@rule("FYT605", "{model} takes its fields by name", on=KubernetesObject, kind="refused", stage="import")
def positional_pod_field(call: KubernetesObject) -> Iterator[Hit]:
    """A field of a pod spec given by position.

    The client raises ``TypeError: ... takes 1 positional argument`` while the module is imported; before version 37
    the value went into whatever field comes first. Source: kubernetes client.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec

        plain = PodTemplate(
            pod_spec=V1PodSpec([V1Container(name="primary")], containers=[])
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec

        plain = PodTemplate(
            pod_spec=V1PodSpec(containers=[V1Container(name="primary")])
        )
    """
    if call.fields is not None and call.extra_positional:
        yield hit(call.extra_positional[0].position, model=call.title)


@rule("FYT606", "{what} is dropped{hint}", on=KubernetesObject, kind="ignored", stage="undetected", client="36")
def dropped_pod_field(call: KubernetesObject) -> Iterator[Hit]:
    """A key of a raw dict, or an attribute set later, that a client before version 37 does not know.

    That client sends a raw dict as it is, and the backend drops keys it does not know: names are in camel case there.
    An attribute that a class does not have is kept in the object and never sent. Since version 37 the client takes both
    spellings of keys and refuses everything else (FYT601). Choose the client with ``--flyteconf-kubernetes-client=36``.
    Source: kubernetes client.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSpec

        plain = PodTemplate(
            pod_spec=V1PodSpec(containers=[], security_context={"run_as_user": 1000})
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSpec

        plain = PodTemplate(
            pod_spec=V1PodSpec(containers=[], security_context={"runAsUser": 1000})
        )
    """
    fields = call.fields or {}
    for name, position in call.dropped.items():
        if call.raw:
            what, spellings = f'the key "{name}" of a raw dict', {keyword: f.json for keyword, f in fields.items()}
        else:
            what, spellings = f"the attribute {name} of {call.title}", {
                f.json: keyword for keyword, f in fields.items()
            }
        if name not in spellings:
            meant = closest(name, spellings.values())
            # An attribute that resembles none is a note of the file's own, which the older client takes.
            if call.raw or meant is not None:
                yield hit(position, what=what, hint=did_you_mean(meant))
        else:
            # An attribute that is set later has no keyword to be renamed.
            remedies = renamed(position, spellings[name]) if call.raw else []
            yield hit(position, remedies=remedies, what=what, hint=f"; write {spellings[name]}")


def _renamed(call: KubernetesObject, name: str, meant: str | None) -> Sequence[Remedy]:
    """The remedy of another keyword, where its field takes the value; an attribute that is set later has no keyword."""
    field = (call.fields or {}).get(meant or "")
    if field is None or meant in call.arguments or name not in call.keywords:
        return []
    return [] if any(_wrong(name, call.arguments[name], field)) else renamed(call.place(name), meant)


def _wrong(name: str, value: Value, field: Field) -> Iterator[Hit]:
    if is_none(value):
        if field.required:
            yield hit(value.position, field=name, expected=_expected(field.type), found="None")
    elif field.type.startswith("["):
        if type_name(value) not in (None, *LISTS):
            yield mistyped(value, _expected(field.type), field=name)
        for item in value.items if isinstance(value, SequenceValue) else ():
            if not _fits(item, field.item):
                yield mistyped(item, _expected(field.item), field=f"each item of {name}")
    elif field.type.startswith("{"):
        if type_name(value) not in (None, "dict"):
            yield mistyped(value, _expected(field.type), field=name)
        elif isinstance(value, DictValue):
            yield from _wrong_entries(name, value, field)
    elif not _fits(value, field.type):
        expected = _expected(field.type)
        # A number as a string is right where any string is, as in a variable.
        remedies = converted(value, expected) if name == "value" or field.type != "str" else []
        yield hit(value.position, remedies=remedies, field=name, expected=expected, found=describe_type(value))


def _wrong_entries(name: str, value: DictValue, field: Field) -> Iterator[Hit]:
    for key, item in value.entries:
        if type_name(key) not in (None, "str"):
            yield hit(key.position, field=f"each key of {name}", expected="a str", found=describe_type(key))
        elif not _fits(item, field.item):
            # Memory in a number would be bytes.
            remedies = [] if string_of(key) in ("memory", "ephemeral-storage") else converted(item, "a str")
            fields = {"field": name, "expected": _expected(field.type), "found": f"of {describe_type(item)}"}
            yield hit(item.position, remedies=remedies, **fields)


def _fits(value: Value, expected: str) -> bool:
    """Whether a value may be of a type of the schema."""
    found = type_name(value)
    if isinstance(value, KubernetesObject) and value.unknown:
        return True  # FYT604 says so
    if found is None or expected in ("Any", "object", "datetime"):
        return True
    if isinstance(value, Constant) and isinstance(value.value, float) and value.value.is_integer():
        found = "whole float" if "whole float" in expected else found
    # A dict is an object of the class by now, unless its keys are not known.
    return found in expected.split(" or ") or found == "dict" and expected.startswith(("V", "Core"))


def _expected(kind: str) -> str:
    kind = kind.replace(" or whole float", "")
    if kind.startswith("["):
        inner = kind[1:-1]
        return f"a list of {inner}"
    if kind.startswith("{"):
        return f"a dict of {kind[1:-1]}"
    if kind.startswith(("V", "Core")):
        return f"{kind}(...)"
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
