"""FYT4: what configures an execution: options, launch plans, labels and annotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flake8_flyteconf.kubernetes import validation
from flake8_flyteconf.rules.conversions import as_label, as_name, converted, mistyped, reworded
from flake8_flyteconf.rules.predicates import (
    describe_type,
    entries_of,
    has_other_type,
    is_truthy,
    is_utf8,
    shorten,
    string_of,
    type_name,
)
from flake8_flyteconf.rules.rule import Hit, hit, rule
from flake8_flyteconf.rules.availability import FORKS, unknown_arguments
from flake8_flyteconf.flytekit.calls import (
    Annotations,
    Cache,
    ConcurrencyPolicy,
    CronSchedule,
    DefaultLaunchPlan,
    DefaultOptions,
    Documentation,
    Execution,
    FixedRate,
    Gate,
    Identity,
    ImageSpec,
    Labels,
    LaunchPlan,
    Notification,
    Options,
    PodTemplate,
    RawOutputDataConfig,
    Reference,
    Secret,
    SecurityContext,
    Task,
    TaskMetadata,
    Workflow,
)
from flake8_flyteconf.values import Call, Constant, SequenceValue, Value, format_value

_CLASSES: dict[type[Call], dict[str, str]] = {
    Options: {
        "labels": "Labels",
        "annotations": "Annotations",
        "raw_output_data_config": "RawOutputDataConfig",
        "security_context": "SecurityContext",
    },
    SecurityContext: {"run_as": "Identity"},
    Workflow: {"default_options": "Options"},
    Execution: {"options": "Options"},
}
_CLASSES[LaunchPlan] = {**_CLASSES[Options], "auth_role": "AuthRole", "concurrency": "ConcurrencyPolicy"}
_ELSEWHERE = {
    "label": "use labels=Labels({...})",
    "annotation": "use annotations=Annotations({...})",
    "service_account": "use Options.default_from(k8s_service_account=...)",
    "k8s_service_account": "use Options.default_from(k8s_service_account=...)",
    "raw_data_prefix": "use Options.default_from(raw_data_prefix=...)",
    "tags": "pass tags= to FlyteRemote.execute",
    "envs": "pass envs= to FlyteRemote.execute",
    "prefix": "use raw_data_prefix",
    "expression": "use schedule",
    "cron": "use schedule",
    "recipients": "use recipients_email",
    "phase": "use phases=[...]",
    "inputs": "use default_inputs or fixed_inputs",
    "options": "LaunchPlan takes the fields of Options itself",
}
#: Arguments that are strings wherever they occur.
_TEXTS = (
    "k8s_service_account",
    "kubernetes_service_account",
    "iam_role",
    "assumable_iam_role",
    "raw_data_prefix",
    "output_location_prefix",
    "kickoff_time_input_arg",
)
#: Stores of which a location names a bucket.
_BUCKETED = ("s3", "s3a", "gs", "gcs")
#: flyteadmin's maxLabelArrayLength.
_MOST_LABELS = 16
_LARGEST_INT32 = 2**31 - 1


@rule(
    "FYT401",
    "{callee} has no argument {name}{hint}",
    on=(
        Options,
        DefaultLaunchPlan,
        DefaultOptions,
        LaunchPlan,
        Labels,
        Annotations,
        Notification,
        CronSchedule,
        FixedRate,
        Cache,
        ImageSpec,
        Secret,
        SecurityContext,
        Identity,
        RawOutputDataConfig,
        Execution,
        TaskMetadata,
        ConcurrencyPolicy,
        Documentation,
        Reference,
        Gate,
    ),
    kind="refused",
    stage="import",
    unless_used=FORKS,
)
def unknown_option(call: Call) -> Iterator[Hit]:
    """An argument that one of flytekit's classes of configuration does not have.

    Python raises ``TypeError: ... got an unexpected keyword argument`` while the module is imported. ``Labels`` and
    ``Annotations`` take one dict. Source: flytekit, core/options.py, models/common.py.

    Bad::

        from flytekit import Options

        nightly = Options(maxParallelism=5)

    Good::

        from flytekit import Options

        nightly = Options(max_parallelism=5)
    """
    dict_hint = {n: "it takes one dict" for n in call.arguments} if isinstance(call, (Labels, Annotations)) else {}
    yield from unknown_arguments(call, dict_hint or _ELSEWHERE)


@rule(
    "FYT402",
    "{field} of {callee} takes {expected}(...), not {found}",
    on=tuple(_CLASSES),
    kind="refused",
    stage="serialization",
)
def plain_value_in_options(call: Call) -> Iterator[Hit]:
    """A dict, string or other object where flytekit's own class belongs.

    Registration and execution end in ``AttributeError: 'dict' object has no attribute 'to_flyte_idl'``, wrong
    ``default_options`` and ``auth_role`` already when the launch plan is made. It is ``@task`` and ``PodTemplate`` that
    take labels as a dict. Source: flytekit, core/options.py.

    Bad::

        from flytekit import Options

        nightly = Options(labels={"team": "ml"})

    Good::

        from flytekit import Labels, Options

        nightly = Options(labels=Labels({"team": "ml"}))
    """
    for field, expected in _CLASSES[type(call)].items():
        value = call.get(field)
        if value is not None and has_other_type(value, expected) and is_truthy(value):
            yield mistyped(value, expected, field=field, callee=call.callee)


@rule(
    "FYT403",
    'label key "{key}": {fault}',
    on=(Labels, Task, PodTemplate),
    kind="refused",
    stage="pod creation",
)
def malformed_label_key(call: Call) -> Iterator[Hit]:
    """A label key that Kubernetes refuses.

    Labels of tasks and pod templates reach the pod unchecked, and Kubernetes refuses it; those of options and launch
    plans are refused at registration. Source: Kubernetes, apimachinery/pkg/util/validation (IsQualifiedName).

    Bad::

        from flytekit import Labels

        team = Labels({"team name": "ml"})

    Good::

        from flytekit import Labels

        team = Labels({"team-name": "ml"})
    """
    for key, _ in _entries(call, "labels"):
        text = string_of(key)
        fault = validation.qualified_name(text) if text is not None else None
        if fault:
            yield hit(key.position, remedies=reworded(key, as_label, _is_key), key=shorten(text), fault=fault)


@rule(
    "FYT404",
    'value "{text}" of label {key} {fault}',
    on=(Labels, Task, PodTemplate),
    kind="refused",
    stage="pod creation",
)
def malformed_label_value(call: Call) -> Iterator[Hit]:
    """A label value that Kubernetes refuses.

    No blanks, no ``@``, ``/`` or ``:``, at most 63 characters. Labels of tasks and pod templates reach the pod
    unchecked, and Kubernetes refuses it; those of options and launch plans are refused at registration. An annotation
    takes any text. Source: Kubernetes, apimachinery/pkg/util/validation (IsValidLabelValue).

    Bad::

        from flytekit import Labels

        owner = Labels({"owner": "me@example.com"})

    Good::

        from flytekit import Labels

        owner = Labels({"owner": "me"})
    """
    for key, value in _entries(call, "labels"):
        text = string_of(value)
        fault = validation.label_value(text) if text is not None else None
        if fault:
            yield hit(
                value.position,
                remedies=reworded(value, as_label, _is_label),
                text=shorten(text),
                key=format_value(key),
                fault=fault,
            )


@rule(
    "FYT405",
    'annotation key "{key}": {fault}',
    on=(Annotations, Task, PodTemplate),
    kind="refused",
    stage="pod creation",
)
def malformed_annotation_key(call: Call) -> Iterator[Hit]:
    """An annotation key that Kubernetes refuses.

    A key is a name with an optional domain in front; the value may be any text. Source: Kubernetes,
    apimachinery/pkg/api/validation/objectmeta.go.

    Bad::

        from flytekit import Annotations

        note = Annotations({"team name": "ml"})

    Good::

        from flytekit import Annotations

        note = Annotations({"example.com/team-name": "machine learning"})
    """
    for key, _ in _entries(call, "annotations"):
        text = string_of(key)
        fault = validation.annotation_key(text) if text is not None else None
        if fault:
            yield hit(key.position, remedies=reworded(key, as_label, _is_key), key=shorten(text), fault=fault)


@rule(
    "FYT406",
    "{what} must be a str, not {found}",
    on=(Labels, Annotations, Task, PodTemplate),
    kind="refused",
    stage="serialization",
)
def non_string_label(call: Call) -> Iterator[Hit]:
    """A key or value of labels or annotations that is not a string.

    Registration ends in ``TypeError: bad argument type for built-in operation``, which names neither the task nor the
    label. Source: flytekit, models/common.py; flytekit#2543.

    Bad::

        from flytekit import PodTemplate

        keep = PodTemplate(
            annotations={"cluster-autoscaler.kubernetes.io/safe-to-evict": False}
        )

    Good::

        from flytekit import PodTemplate

        keep = PodTemplate(
            annotations={"cluster-autoscaler.kubernetes.io/safe-to-evict": "false"}
        )
    """
    for field in ("labels", "annotations"):
        for key, value in _entries(call, field):
            if type_name(key) not in (None, "str") and not is_utf8(key):
                yield hit(
                    key.position, remedies=converted(key, "a str"), what=f"a key of {field}", found=describe_type(key)
                )
            elif type_name(value) not in (None, "str") and not is_utf8(value):
                yield hit(
                    value.position,
                    remedies=converted(value, "a str"),
                    what=f"{field}[{format_value(key)}]",
                    found=describe_type(value),
                )


@rule(
    "FYT407",
    "{field} takes a dict of str, not {found}",
    on=(Labels, Annotations, Task, PodTemplate),
    kind="refused",
    stage="serialization",
)
def labels_not_a_dict(call: Call) -> Iterator[Hit]:
    """Labels or annotations in another shape than a dict.

    Serialization ends in ``AttributeError: 'str' object has no attribute 'items'``. ``@task``, ``PodTemplate`` and
    ``Labels`` take a dict; ``Options`` and ``LaunchPlan`` take ``Labels(...)``.

    Bad::

        from flytekit import Labels, PodTemplate

        team = PodTemplate(labels=Labels({"team": "ml"}))

    Good::

        from flytekit import PodTemplate

        team = PodTemplate(labels={"team": "ml"})
    """
    fields = ("values",) if isinstance(call, (Labels, Annotations)) else ("labels", "annotations")
    for field in fields:
        value = call.get(field)
        if value is not None and has_other_type(value, "dict") and is_truthy(value):
            where = f"{call.title}(...)" if field == "values" else field
            yield hit(value.position, field=where, found=describe_type(value))


@rule(
    "FYT408",
    "{count} labels; flyteadmin accepts at most 16",
    on=(Options, LaunchPlan),
    kind="refused",
    stage="registration",
)
def too_many_labels(call: Call) -> Iterator[Hit]:
    """More than 16 labels on an execution or launch plan.

    flyteadmin refuses it: ``labels map cannot exceed 16 entries``. Tasks and pod templates have no such limit. Source:
    flyteadmin, manager/impl/validation/project_validator.go.

    Bad::

        from flytekit import Labels, Options

        many = Options(
            labels=Labels(
                {
                    "a": "1",
                    "b": "1",
                    "c": "1",
                    "d": "1",
                    "e": "1",
                    "f": "1",
                    "g": "1",
                    "h": "1",
                    "i": "1",
                    "j": "1",
                    "k": "1",
                    "l": "1",
                    "m": "1",
                    "n": "1",
                    "o": "1",
                    "p": "1",
                    "q": "1",
                }
            )
        )

    Good::

        from flytekit import Labels, Options

        few = Options(labels=Labels({"a": "1", "b": "1"}))
    """
    labels = call.get("labels")
    if isinstance(labels, Labels):
        count = len({string_of(key) for key, _ in _entries(labels, "labels")} - {None})
        if count > _MOST_LABELS:
            yield hit(labels.position, count=count)


@rule(
    "FYT409",
    "{field} must be {expected}, not {found}",
    on=(Options, LaunchPlan, DefaultOptions, Identity, RawOutputDataConfig, CronSchedule, FixedRate),
    kind="refused",
    stage="serialization",
)
def wrong_option_type(call: Call) -> Iterator[Hit]:
    """A number, flag or text of the wrong type in options.

    Registration ends in ``TypeError: 'str' object cannot be interpreted as an integer`` or ``bad argument type for
    built-in operation``, without the name of the field. Source: flytekit, core/options.py.

    Bad::

        from flytekit import Options

        wide = Options(max_parallelism="10")

    Good::

        from flytekit import Options

        wide = Options(max_parallelism=10)
    """
    for field, expected, types in (
        ("max_parallelism", "an int", ("int", "bool")),
        ("overwrite_cache", "a bool", ("bool", "int")),
        ("disable_notifications", "a bool", ("bool", "int")),
        *((name, "a str", ("str",)) for name in _TEXTS),
    ):
        value = call.get(field)
        if value is not None and has_other_type(value, *types) and is_truthy(value):
            # The flag itself is only asked whether it is true.
            if field != "disable_notifications" and not (types == ("str",) and is_utf8(value)):
                yield mistyped(value, expected, field=field)
        elif field == "max_parallelism" and isinstance(value, Constant) and isinstance(value.value, int):
            if not -_LARGEST_INT32 - 1 <= value.value <= _LARGEST_INT32:
                yield hit(value.position, field=field, expected="a 32-bit int", found=str(value.value))


@rule(
    "FYT410",
    'max_parallelism={count} means "platform default", neither "unlimited" nor "none"',
    on=(Options, LaunchPlan),
    kind="ignored",
    stage="undetected",
)
def unset_parallelism(call: Call) -> Iterator[Hit]:
    """A ``max_parallelism`` of zero or less.

    It is not sent, or counts as not set, so the limit of the platform applies. Source: flyteadmin,
    manager/impl/util/shared.go.

    Bad::

        from flytekit import Options

        wide = Options(max_parallelism=0)

    Good::

        from flytekit import Options

        wide = Options(max_parallelism=100)
    """
    value = call.get("max_parallelism")
    if isinstance(value, Constant) and isinstance(value.value, int) and -_LARGEST_INT32 <= value.value <= 0:
        yield hit(value.position, count=value.value)


@rule(
    "FYT411",
    "notifications must be a list, not {found}",
    on=(Options, LaunchPlan),
    kind="refused",
    stage="serialization",
)
def notifications_not_a_list(call: Call) -> Iterator[Hit]:
    """One notification in place of a list of them.

    Registration ends in ``TypeError: 'Email' object is not iterable``. Source: flytekit, core/launch_plan.py.

    Bad::

        from flytekit import Email, Options, WorkflowExecutionPhase

        failed = Email(
            phases=[WorkflowExecutionPhase.FAILED],
            recipients_email=["me@example.com"],
        )
        loud = Options(notifications=failed)

    Good::

        from flytekit import Email, Options, WorkflowExecutionPhase

        failed = Email(
            phases=[WorkflowExecutionPhase.FAILED],
            recipients_email=["me@example.com"],
        )
        loud = Options(notifications=[failed])
    """
    value = call.get("notifications")
    if value is not None and has_other_type(value, "list", "tuple", "set", "frozenset") and is_truthy(value):
        yield hit(value.position, found=describe_type(value))


@rule(
    "FYT412",
    "notifications are given and disable_notifications=True turns them off",
    on=Options,
    kind="ignored",
    stage="undetected",
)
def disabled_notifications(call: Options) -> Iterator[Hit]:
    """Notifications together with ``disable_notifications=True``.

    The flag wins and no one is notified. Source: flytekit, remote/remote.py.

    Bad::

        from flytekit import Email, Options, WorkflowExecutionPhase

        failed = Email(
            phases=[WorkflowExecutionPhase.FAILED],
            recipients_email=["me@example.com"],
        )
        quiet = Options(notifications=[failed], disable_notifications=True)

    Good::

        from flytekit import Options

        quiet = Options(disable_notifications=True)
    """
    flag, value = call.get("disable_notifications"), call.get("notifications")
    if isinstance(flag, Constant) and flag.value is True and isinstance(value, SequenceValue) and value.items:
        yield hit(flag.position)


@rule(
    "FYT413",
    'service account "{name}" {fault}',
    on=(DefaultOptions, Identity),
    kind="refused",
    stage="pod creation",
)
def malformed_service_account(call: Call) -> Iterator[Hit]:
    """A service account with a name that Kubernetes refuses.

    Registration succeeds; no pod of the execution can be made. Source: Kubernetes,
    pkg/apis/core/validation/validation.go (ValidateServiceAccountName).

    Bad::

        from flytekit import Options

        nightly = Options.default_from(k8s_service_account="My_Account")

    Good::

        from flytekit import Options

        nightly = Options.default_from(k8s_service_account="my-account")
    """
    for field in ("k8s_service_account", "kubernetes_service_account"):
        value = call.get(field)
        name = string_of(value)
        if value is not None and name and (fault := validation.dns_subdomain(name)):
            yield hit(value.position, remedies=reworded(value, as_name, _is_account), name=shorten(name), fault=fault)


@rule(
    "FYT414",
    "the annotations are {size} bytes; Kubernetes accepts at most 262144",
    on=(Annotations, Task, PodTemplate),
    kind="refused",
    stage="pod creation",
)
def oversized_annotations(call: Call) -> Iterator[Hit]:
    """Annotations of more than 256 KiB.

    Kubernetes refuses the pod: ``metadata.annotations: Too long``. Keys and values count together. Source: Kubernetes,
    apimachinery/pkg/api/validation/objectmeta.go.

    Bad::

        from flytekit import Annotations

        report = Annotations({"report": "x" * 300000})

    Good::

        from flytekit import Annotations

        report = Annotations({"report": "s3://bucket/report"})
    """
    entries = list(_entries(call, "annotations"))
    size = sum(len((string_of(part) or "").encode("utf-8", "surrogatepass")) for entry in entries for part in entry)
    if size > validation.ANNOTATIONS_SIZE:
        largest = max(entries, key=lambda entry: len(string_of(entry[1]) or ""))
        yield hit(largest[1].position, size=size)


@rule(
    "FYT415",
    'raw output location "{text}" {fault}; write "s3://bucket/path", or "file://..." for a mounted volume',
    on=(RawOutputDataConfig, DefaultOptions),
    kind="suspicious",
    stage="undetected",
)
def malformed_output_location(call: Call) -> Iterator[Hit]:
    """A location for raw outputs that is not a URL with a bucket.

    Whatever has no ``://`` is a directory of the container: the files are written, vanish with the pod, and the next
    task does not find them. No scheme that fsspec knows begins with a blank, and no name of a bucket contains one.
    ``file://`` and every other scheme are left to fsspec. Source: flytekit, core/data_persistence.py
    (FileAccessProvider).

    Bad::

        from flytekit import Options

        nightly = Options.default_from(raw_data_prefix="s3:/bucket/nightly")

    Good::

        from flytekit import Options

        nightly = Options.default_from(raw_data_prefix="s3://bucket/nightly")
    """
    for field in ("output_location_prefix", "raw_data_prefix"):
        value = call.get(field)
        text = string_of(value)
        # ``{{...}}`` and ``${...}`` are filled in before the file is used.
        fault = _location_fault(text) if text and "{{" not in text and "${" not in text else None
        if value is not None and fault is not None:
            remedies = reworded(value, _as_location, lambda new: _location_fault(new) is None)
            yield hit(value.position, remedies=remedies, text=shorten(text), fault=fault)


def _as_location(text: str) -> str:
    return re.sub(r"^(s3|gs|abfs|file):/(?=[^/])", r"\1://", text.strip())


def _location_fault(text: str) -> str | None:
    scheme, separator, rest = text.partition("://")
    if text[0].isspace():
        return "begins with a blank"
    if not separator:
        return None if text.startswith("file:") else "has no scheme and is a directory of the container"
    bucket = rest.partition("/")[0]
    if scheme not in _BUCKETED:
        return None
    if not bucket:
        return "names no bucket"
    return "has a blank in the name of its bucket" if any(map(str.isspace, bucket)) else None


def _entries(call: Call, field: str) -> Sequence[tuple[Value, Value]]:
    """The entries of the labels or annotations of a call."""
    if isinstance(call, (Labels, Annotations)):
        field = "values" if (field == "labels") == isinstance(call, Labels) else ""
    return entries_of(call.get(field))


def _is_key(text: str) -> bool:
    return validation.qualified_name(text) is None


def _is_label(text: str) -> bool:
    return validation.label_value(text) is None


def _is_account(text: str) -> bool:
    return validation.dns_subdomain(text) is None
