"""FYT82: environments of the Flyte 2 SDK, their secrets, variables and pod templates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from flake8_flyteconf.flyte2 import objects
from flake8_flyteconf.flyte2 import calls as flyte2
from flake8_flyteconf.kubernetes import validation
from flake8_flyteconf.rules.conversions import as_name, dropped, reworded
from flake8_flyteconf.rules.flyte2_types import describe, items_of, type_of
from flake8_flyteconf.rules.predicates import (
    entries_of,
    is_given,
    is_number,
    is_true,
    is_truthy,
    seconds,
    shorten,
    string_of,
)
from flake8_flyteconf.rules.rule import Hit, close_to, hit, inserted, replaced, rule, string, titles
from flake8_flyteconf.values import (
    Call,
    Constant,
    Entity,
    Method,
    SequenceValue,
    Value,
    format_value,
    is_none,
)

_NAME = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
_APP_NAME = re.compile(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?")
_NAMED = (flyte2.Environment, flyte2.Clone, flyte2.App)


@rule(
    "FYT821",
    'name "{text}" of the environment must be {form}',
    on=(*_NAMED, flyte2.FromTask, flyte2.ClonedApp),
    kind="refused",
    stage="import",
    since="0.2.0",
)
def unusable_environment_name(call: Call) -> Iterator[Hit]:
    """A name that an environment cannot have.

    ``ValueError: Environment name 'MyEnv' must be in snake_case or kebab-case format``; an app takes no underscore.
    Source: flyte, _environment.py and app/_app_environment.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="MyEnv")

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="my_env")
    """
    value = call.get("name")
    text = string_of(value)
    is_app = isinstance(call, (flyte2.App, flyte2.ClonedApp))
    if value is not None and text is not None and not (_APP_NAME if is_app else _NAME).fullmatch(text):
        form = 'lower case letters, digits and "-"' if is_app else "in snake_case or kebab-case"
        meant = re.sub(r"[^a-z0-9]+", "-", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", text).lower()).strip("-")
        remedies = replaced(value.position, string(meant)) if meant and text.isascii() else []
        yield hit(value.position, remedies=remedies, text=shorten(text), form=form)


@rule(
    "FYT822",
    'environment "{name}" is defined a second time; give each a name of its own',
    on=(flyte2.Environment, flyte2.Clone),
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def environment_defined_twice(call: flyte2.Environment | flyte2.Clone) -> Iterator[Hit]:
    """Two environments of one name in a module.

    Deploying the module ends in ``ValueError: Environment 'train' is defined in ... but was imported twice``; only one
    of them at a time can be deployed. Source: flyte,
    _deploy.py; flyteorg/flyte-sdk#835.

    Bad::

        import flyte

        cpu = flyte.TaskEnvironment(name="train")
        gpu = flyte.TaskEnvironment(name="train", resources=flyte.Resources(gpu=1))

    Good::

        import flyte

        cpu = flyte.TaskEnvironment(name="train-cpu")
        gpu = flyte.TaskEnvironment(
            name="train-gpu", resources=flyte.Resources(gpu=1)
        )
    """
    value = call.get("name")
    if call.repeats and value is not None:
        yield hit(value.position, name=shorten(string_of(value)))


#: The types of what an environment may depend on; None is unknown.
_DEPENDED_ON = (None, *objects.ENVIRONMENTS, objects.APP, *objects.KINDS_OF_APPS)


@rule("FYT823", on=(flyte2.Environment, flyte2.App, Method), kind="refused", stage="import", since="0.2.0")
def wrong_dependency(call: Call) -> Iterator[Hit]:
    """Something else than an environment in ``depends_on``, or an environment that depends on itself.

    ``TypeError: Expected depends_on to be of type List[Environment]``, or ``ValueError: Cannot add self as a
    dependency``. Source: flyte, _environment.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", depends_on=["other"])

    Good::

        import flyte

        other = flyte.TaskEnvironment(name="other")
        env = flyte.TaskEnvironment(name="jobs", depends_on=[other])
    """
    if call.name == f"{objects.ENVIRONMENT}.add_dependency" and isinstance(call, Method):
        for other in call.extra_positional:
            if other is call.receiver:
                yield hit(call.position, "an environment cannot depend on itself")
            elif type_of(other) not in _DEPENDED_ON:
                yield hit(other.position, f"add_dependency takes environments, not {describe(other)}")
        return
    value = call.get("depends_on")
    for item in items_of(value) if isinstance(value, SequenceValue) else ():
        if type_of(item) not in _DEPENDED_ON:
            yield hit(item.position, f"depends_on takes environments, not {describe(item)}")


@rule(
    "FYT897",
    "from_task takes tasks {which}; {label} has {other}",
    on=flyte2.FromTask,
    kind="refused",
    stage="import",
    since="0.2.0",
)
def tasks_not_for_one_environment(call: flyte2.FromTask) -> Iterator[Hit]:
    """A task of an environment, or of another image, among those of which ``from_task`` is to make one.

    ``ValueError: Tasks cannot assigned to multiple environments.`` or ``Tasks must have the same image`` while the
    module is imported. An override of a task belongs to its environment, too. Source: flyte, _task_environment.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        async def job(x: int) -> int:
            return x

        jobs = flyte.TaskEnvironment.from_task("other", job)

    Good::

        import flyte
        from flyte.extras import ContainerTask

        job = ContainerTask(name="job", image="busybox:1", command=["ls"])
        jobs = flyte.TaskEnvironment.from_task("other", job)
    """
    images: set[str] = set()
    for task in call.extra_positional:
        if isinstance(task, Entity) and task.environment is not None:
            yield hit(task.position, which="without an environment", label=task.label, other="one")
        if isinstance(task, Call) and task.name == objects.CONTAINER_TASK:
            image, label = string_of(task.get("image")), string_of(task.get("name"))
            if image is not None and images - {image}:
                other = f'"{shorten(image)}"'
                yield hit(call.position, which="of one image", label=label or "one", other=other)
            images |= {image} if image is not None else set()


@rule(
    "FYT898",
    "environments that depend on each other cannot be deployed; leave one of the two dependencies out",
    on=flyte2.EnvironmentMethod,
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def circular_dependency(call: Method) -> Iterator[Hit]:
    """Two environments that depend on each other.

    ``RecursionError: maximum recursion depth exceeded`` when one of them is deployed, or a task of it is run. Source:
    flyte, _deploy.py.

    Bad::

        import flyte

        base = flyte.TaskEnvironment(name="base")
        jobs = flyte.TaskEnvironment(name="jobs", depends_on=[base])
        base.add_dependency(jobs)

    Good::

        import flyte

        base = flyte.TaskEnvironment(name="base")
        jobs = flyte.TaskEnvironment(name="jobs")
        base.add_dependency(jobs)
    """
    if call.name == f"{objects.ENVIRONMENT}.add_dependency":
        if call.receiver is not None and any(_depends_on(other, call.receiver) for other in call.extra_positional):
            yield hit(call.position)


def _depends_on(environment: Value, other: Value) -> bool:
    """Whether an environment was built with another among what it depends on, at whatever distance."""
    return any(each is other for each in flyte2.with_dependencies(environment)[1:])


#: Plugins whose tasks cannot be reusable; those of Ray can.
_NOT_REUSABLE = ("flyteplugins.dask.Dask", "flyteplugins.pytorch.Elastic", "flyteplugins.spark.Spark")


@rule(
    "FYT824",
    "{field} cannot be set {where}",
    on=(flyte2.TaskDecorator, flyte2.Environment, flyte2.Clone),
    kind="refused",
    stage="import",
    since="0.2.0",
)
def forbidden_with_reusable(call: flyte2.TaskDecorator | flyte2.Environment | flyte2.Clone) -> Iterator[Hit]:
    """What a reusable environment does not allow.

    ``ValueError``: tasks of a reusable environment have no pod template, service account or plugin of their own, and
    with ``concurrency`` above 1 they are coroutine functions. A clustered environment cannot be reusable at all.
    Source: flyte, _task_environment.py and clustered/_environment.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(
            name="jobs", reusable=flyte.ReusePolicy(replicas=2, concurrency=4)
        )

        @env.task
        def job(x: int) -> int:
            return x

    Good::

        import flyte

        env = flyte.TaskEnvironment(
            name="jobs", reusable=flyte.ReusePolicy(replicas=2, concurrency=4)
        )

        @env.task
        async def job(x: int) -> int:
            return x
    """
    settings = call.settings()
    policy = settings.get("reusable")
    if type_of(policy) != "flyte.ReusePolicy" or not isinstance(policy, Call):
        return
    if call.name == objects.CLUSTERED:
        yield hit(call.place("reusable"), field="reusable", where="on a clustered environment")
        return
    if not isinstance(call, flyte2.TaskDecorator):
        last = "plugin_config" if isinstance(call, flyte2.Environment) else "reusable"
        if last in call.arguments and type_of(settings.get("plugin_config")) in _NOT_REUSABLE:
            yield hit(call.place(last), field="plugin_config", where="beside reusable")
        return
    for field in ("pod_template", "service_account"):
        value = call.get(field)
        if value is not None and is_given(value) and not (field == "service_account" and field in settings):
            yield hit(call.place(field), field=field, where="on a task of a reusable environment")
    concurrency = policy.get("concurrency")
    if call.is_async is False and is_number(concurrency) and concurrency.value > 1:
        yield hit(call.position, field="concurrency", where="above 1 for a task that is not async def")


#: The least that numbers may be, and the largest of a pair.
_LEAST: Mapping[str, Mapping[str, int]] = {
    "flyte.Backoff": {"base": 0, "factor": 1},
    "flyte.Cache": {"max_age": 0},
    "flyte.FixedRate": {"interval_minutes": 1},
    "flyte.PodTemplate.with_termination_grace_period": {"termination_grace_period": 0},
    "flyte.RetryStrategy": {"count": 0},
    "flyte.ReusePolicy": {"concurrency": 1, "idle_ttl": 30, "scaledown_ttl": 30},
    "flyte.Timeout": {"max_queued_time": 0, "deadline": 0},
    "flyte.app.Scaling.Concurrency": {"val": 1},
    "flyte.app.Scaling.RequestRate": {"val": 1},
    objects.CLUSTERED: {"replicas": 1, "nproc_per_node": 1},
}
_LARGEST_OF_PAIR = {"flyte.ReusePolicy": 0, "flyte.app.Scaling": 1}
_LONGEST_REQUEST = 3600


@rule(
    "FYT825",
    on=(flyte2.Object, flyte2.Environment),
    models=(*titles(_LEAST), "Scaling", "Timeouts"),
    kind="refused",
    stage="import",
    since="0.2.0",
)
def flyte_2_number_out_of_range(call: Call) -> Iterator[Hit]:
    """A number outside the range that Flyte 2 takes, or a pair in the wrong order.

    ``ValueError``: replicas are an int or (min, max), times of a reuse policy are at least 30 seconds, a backoff factor
    is at least 1. Source: flyte, _reusable_environment.py, _retry.py, _cache/cache.py, app/_types.py,
    clustered/_environment.py.

    Bad::

        import flyte

        policy = flyte.ReusePolicy(replicas=2, idle_ttl=10)

    Good::

        import flyte

        policy = flyte.ReusePolicy(replicas=2, idle_ttl=60)
    """
    for field, least in _LEAST.get(call.name, {}).items():
        yield from _least(call, field, least, " seconds" if field.endswith("_ttl") else "")
    if call.name in _LARGEST_OF_PAIR:
        yield from _pair(call, "replicas", _LARGEST_OF_PAIR[call.name])
    factor, request = call.get("factor"), call.get("request")
    if call.name == "flyte.Backoff" and is_number(factor) and factor.value > 1 and call.lacks("cap"):
        yield hit(factor.position, "factor above 1 needs cap=")
    number = seconds(request) if call.name == "flyte.app.Timeouts" else None
    if request is not None and number is not None and not 0 <= number <= _LONGEST_REQUEST:
        yield hit(request.position, f"request must be at most {_LONGEST_REQUEST} seconds")


def _least(call: Call, field: str, least: int, unit: str = "") -> Iterator[Hit]:
    value = call.get(field)
    number = seconds(value)
    if value is not None and number is not None and number < least:
        remedies = replaced(value.position, str(least), safe=False) if is_number(value) else []
        yield hit(value.position, f"{field} must be at least {least}{unit}, not {number:g}", remedies=remedies)


def _pair(call: Call, field: str, most_at_least: int) -> Iterator[Hit]:
    value = call.get(field)
    yield from _least(call, field, 0)  # a single number is both
    if not isinstance(value, SequenceValue) or value.type != "tuple" or value.incomplete:
        return
    if len(value.items) != 2:
        yield hit(value.position, f"{field} has {len(value.items)} values; a pair is (min, max)")
        return
    first, last = value.items
    for item in value.items:
        if isinstance(item, Constant) and not isinstance(item.value, int):
            yield hit(item.position, f"{field} takes ints, not {describe(item)}")
    if is_number(first) and is_number(last):
        if first.value > last.value:
            yield hit(first.position, f"{field} has the minimum {first.value} above the maximum {last.value}")
        elif last.value < most_at_least:
            yield hit(last.position, f"{field} must have a maximum of at least {most_at_least}")
        elif first.value < 0:
            yield hit(first.position, f"{field} must not be negative")


@rule(
    "FYT826",
    on=(*_NAMED, flyte2.Override),
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def secret_without_a_name(call: Call) -> Iterator[Hit]:
    """A secret by its name, which the environment variable cannot have.

    ``ValueError: Invalid environment variable name``: the variable is the key in upper case, with its group in front;
    ``as_env_var`` is taken as written. A key with a dot needs ``as_env_var``. Source: flyte, _secret.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", secrets="my.secret")

        @env.task
        def job(x: int) -> int:
            return x

    Good::

        import flyte

        env = flyte.TaskEnvironment(
            name="jobs", secrets=flyte.Secret("my.secret", as_env_var="MY_SECRET")
        )

        @env.task
        def job(x: int) -> int:
            return x
    """
    for item in items_of(call.get("secrets")):
        text = string_of(item)
        if text is not None and not _is_variable(_variable(text)):
            made = shorten(_variable(text))
            fault = f'"{shorten(text)}" makes the variable {made}; write Secret(..., as_env_var=...)'
            yield hit(item.position, f"secret {fault}")


@rule("FYT889", on=flyte2.Object, models=("Secret",), kind="refused", stage="import", since="0.2.0")
def malformed_secret_variable(call: flyte2.Object) -> Iterator[Hit]:
    """A secret whose environment variable cannot have its name, or is mounted elsewhere than Flyte can.

    ``ValueError: Invalid environment variable name`` while the module is imported: the variable is the key in upper
    case, with its group in front; ``as_env_var`` is taken as written. Source: flyte, _secret.py.

    Bad::

        import flyte

        token = flyte.Secret("hub_token", as_env_var="hub-token")

    Good::

        import flyte

        token = flyte.Secret("hub_token", as_env_var="HUB_TOKEN")
    """
    if call.name == "flyte.Secret":
        yield from _secret(call)


def _secret(call: Call) -> Iterator[Hit]:
    mount, variable, key, group = (call.get(name) for name in ("mount", "as_env_var", "key", "group"))
    path = string_of(mount)
    if mount is not None and path and path != "/etc/flyte/secrets":
        remedies = replaced(mount.position, string("/etc/flyte/secrets"), safe=False)
        yield hit(mount.position, 'secret is mounted at "/etc/flyte/secrets" only', remedies=remedies)
    given = string_of(variable)
    if variable is not None and given:
        if not _is_variable(given):
            remedies = replaced(variable.position, string(given.upper())) if _is_variable(given.upper()) else []
            fault = f'variable "{shorten(given)}" must be upper case letters, digits and "_"'
            yield hit(variable.position, f"secret {fault}", remedies=remedies)
    elif key is not None and call.lacks("as_env_var") and call.lacks("mount"):
        text, prefix = string_of(key), string_of(group)
        if text is not None and (call.lacks("group") or prefix is not None):
            name = _variable(f"{prefix}_{text}" if prefix else text)
            if not _is_variable(name):
                yield hit(key.position, f'secret "{shorten(text)}" makes the variable {shorten(name)}; add as_env_var=')


def _variable(key: str) -> str:
    return key.replace("-", "_").upper()


def _is_variable(name: str) -> bool:
    return re.fullmatch(r"[A-Z_][A-Z0-9_]*", name) is not None


@rule(
    "FYT827",
    on=(*_NAMED, flyte2.TaskDecorator, flyte2.Override),
    kind="refused",
    stage="pod creation",
    since="0.2.0",
)
def malformed_variable_name(call: Call) -> Iterator[Hit]:
    """A name in ``env_vars`` that no variable can have.

    The deployment succeeds and Kubernetes refuses the pod. Source: Kubernetes,
    pkg/apis/core/validation/validation.go.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", env_vars={"A=B": "1"})

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", env_vars={"A": "B=1"})
    """
    variables = call.get("env_vars")
    for key, _ in entries_of(variables):
        text = string_of(key)
        if text is not None and (not text or "=" in text or not text.isascii() or not text.isprintable()):
            yield hit(key.position, f'env_vars has the name "{shorten(text)}", which no variable can have')


@rule(
    "FYT860", on=(*_NAMED, flyte2.TaskDecorator, flyte2.Override), kind="refused", stage="pod creation", since="0.2.0"
)
def malformed_flyte_2_service_account(call: Call) -> Iterator[Hit]:
    """A name that a service account of Kubernetes cannot have.

    The deployment succeeds and Kubernetes refuses the pod. Source: Kubernetes,
    pkg/apis/core/validation/validation.go.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", service_account="Trainer_SA")

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", service_account="trainer-sa")
    """
    account = call.get("service_account")
    text = string_of(account)
    if account is not None and text and (fault := validation.dns_subdomain(text)):
        remedies = reworded(account, as_name, lambda new: validation.dns_subdomain(new) is None)
        yield hit(account.position, f'service_account "{shorten(text)}" {fault}', remedies=remedies)


@rule(
    "FYT867", on=(*_NAMED, flyte2.TaskDecorator, flyte2.Override), kind="refused", stage="pod creation", since="0.2.0"
)
def unusable_image(call: Call) -> Iterator[Hit]:
    """An environment without an image, or with a blank around its name.

    The deployment succeeds and Kubernetes refuses the pod. Source: Kubernetes,
    pkg/apis/core/validation/validation.go.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", image=" python:3.12")

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", image="python:3.12")
    """
    image = call.get("image")
    if image is not None and is_none(image) and isinstance(call, flyte2.Environment):
        named = replaced(image.position, string("auto"))
        yield hit(image.position, 'image None leaves the container without one; write "auto"', remedies=named)
    reference = string_of(image)
    if image is not None and reference is not None and reference.strip() != reference:
        stripped = replaced(image.position, string(reference.strip()))
        yield hit(image.position, "image must not begin or end with a blank", remedies=stripped)
    elif image is not None and reference == "":
        yield hit(image.position, "image must not be empty")


_DEVICE_CLASSES = ("GPU", "TPU", "NEURON", "AMD_GPU", "HABANA_GAUDI", "APPLE_SILICON")


@rule(
    "FYT828",
    on=(flyte2.Environment, flyte2.Clone, flyte2.TaskDecorator, flyte2.Object),
    kind="suspicious",
    stage="undetected",
    since="0.2.0",
)
def misspelt_auto_image(call: Call) -> Iterator[Hit]:
    """``image="Auto"``, which is the name of an image: the keyword is ``"auto"``.

    Nothing refuses it; the image ``Auto`` is pulled when a task starts, and does not exist. Source: flyte,
    _environment.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", image="Auto")

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", image="auto")
    """
    image = call.get("image")
    text = string_of(image)
    if image is not None and text is not None and text.lower() == "auto" and text != "auto":
        remedies = replaced(image.position, string("auto"))
        yield hit(image.position, f'image "{text}" is the name of an image; the keyword is "auto"', remedies=remedies)


@rule(
    "FYT816",
    on=(flyte2.TaskDecorator, flyte2.Object),
    models=("task", "Timeout"),
    kind="suspicious",
    stage="undetected",
    since="0.2.0",
)
def unlimited_timeout(call: Call) -> Iterator[Hit]:
    """A timeout that never ends a task.

    A negative ``timeout`` is no limit, and a ``max_runtime`` beyond the ``deadline`` is never reached. Source: flyte,
    _timeout.py.

    Bad::

        import flyte

        limit = flyte.Timeout(max_runtime=60, deadline=30)

    Good::

        import flyte

        limit = flyte.Timeout(max_runtime=30, deadline=60)
    """
    limit = call.get("timeout") if isinstance(call, flyte2.TaskDecorator) else None
    number = seconds(limit)
    if limit is not None and number is not None and number < 0:
        yield hit(limit.position, "a timeout below zero is no limit")
    if call.name == "flyte.Timeout":
        runtime, deadline = seconds(call.get("max_runtime")), seconds(call.get("deadline"))
        if runtime is not None and deadline is not None and runtime > deadline > 0:
            yield hit(call.arguments["max_runtime"].position, "max_runtime exceeds the deadline")


@rule(
    "FYT817",
    on=(flyte2.Environment, flyte2.Clone, flyte2.TaskDecorator, flyte2.Object),
    kind="suspicious",
    stage="undetected",
    since="0.2.0",
)
def variable_without_value(call: Call) -> Iterator[Hit]:
    """A variable of ``None`` in ``env_vars``.

    It is set to the empty string, not left out. Source: flyte, _environment.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", env_vars={"TOKEN": None})

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", env_vars={"TOKEN": ""})
    """
    variables = call.get("env_vars")
    for key, value in entries_of(variables):
        if is_none(value):
            name = shorten(string_of(key))
            message = f"variable {name} of None is set to the empty string; leave it out"
            yield hit(value.position, message, remedies=replaced(value.position, '""', safe=False))


@rule("FYT818", on=flyte2.Device, kind="suspicious", stage="undetected", since="0.2.0")
def unknown_device_class(call: flyte2.Device) -> Iterator[Hit]:
    """A class of devices that Flyte does not know.

    It is taken for an NVIDIA GPU. Source: flyte, _internal/runtime/resources_serde.py.

    Bad::

        import flyte

        device = flyte.Device(1, "TPUS", device="v5e")

    Good::

        import flyte

        device = flyte.Device(1, "TPU", device="v5e")
    """
    if call.name == "flyte.Device":
        kind = call.get("device_class")
        name = string_of(kind)
        if kind is not None and name is not None and name not in _DEVICE_CLASSES:
            known = ", ".join(_DEVICE_CLASSES)
            remedies = close_to(name, _DEVICE_CLASSES, kind.position)
            message = f'device_class "{shorten(name)}" is taken for a GPU; write one of {known}'
            yield hit(kind.position, message, remedies=remedies)


@rule("FYT819", on=flyte2.Object, models=("Secret",), kind="suspicious", stage="undetected", since="0.2.0")
def swapped_secret_arguments(call: flyte2.Object) -> Iterator[Hit]:
    """The group of a secret before its key, as flytekit has it.

    In Flyte 2 a secret is ``Secret(key, group)``, in flytekit ``Secret(group, key)``. Source: flyte, _secret.py.

    Bad::

        import flyte

        token = flyte.Secret("my_group", "token")

    Good::

        import flyte

        token = flyte.Secret(key="token", group="my_group")
    """
    key, group = call.get("key"), call.get("group")
    if call.name != "flyte.Secret" or key is None or group is None or not is_truthy(group):
        return
    if "key" not in call.keywords and "group" not in call.keywords:
        first, second = (string_of(value) or "" for value in (key, group))
        if "group" in first.lower() and "group" not in second.lower():
            yield hit(key.position, "Secret takes (key, group) in Flyte 2; name the arguments")


@rule("FYT840", on=flyte2.Object, models=("ContainerTask",), kind="suspicious", stage="undetected", since="0.2.0")
def lower_case_metadata_format(call: flyte2.Object) -> Iterator[Hit]:
    """A format of the metadata of a container task in lower case.

    The formats are ``JSON``, ``YAML`` and ``PROTO``; another one is taken for ``JSON``. Source: flyte,
    extras/_container.py.

    Bad::

        from flyte.extras import ContainerTask

        count = ContainerTask(
            name="count", image="alpine:3.20", command=["seq"], metadata_format="yaml"
        )

    Good::

        from flyte.extras import ContainerTask

        count = ContainerTask(
            name="count", image="alpine:3.20", command=["seq"], metadata_format="YAML"
        )
    """
    form = call.get("metadata_format") if call.name == "flyte.extras.ContainerTask" else None
    name = string_of(form)
    if form is not None and name is not None and name != name.upper():
        remedies = replaced(form.position, string(name.upper()))
        yield hit(form.position, f'metadata_format "{name}" is not known; write "{name.upper()}"', remedies=remedies)


@rule(
    "FYT893",
    "{fault}",
    on=(flyte2.Environment, flyte2.Clone),
    kind="refused",
    stage="import",
    since="0.2.0",
)
def ray_cluster_that_cannot_be_reused(call: flyte2.Environment | flyte2.Clone) -> Iterator[Hit]:
    """A reusable environment with a configuration of Ray that does not go with it.

    ``RuntimeUserError`` when a task is made of it: one cluster is shared, by one task at a time, and ``idle_ttl`` of
    the policy decides when it ends. Source: flyteplugins-ray, task.py; flyteorg/flyte-sdk#1388.

    Bad::

        import flyte
        from flyteplugins.ray import RayJobConfig, WorkerNodeConfig

        WORKERS = [WorkerNodeConfig(group_name="workers", replicas=2)]
        env = flyte.TaskEnvironment(
            name="ray",
            plugin_config=RayJobConfig(worker_node_config=WORKERS),
            reusable=flyte.ReusePolicy(replicas=2),
        )

        @env.task
        async def train() -> None: ...

    Good::

        import flyte
        from flyteplugins.ray import RayJobConfig, WorkerNodeConfig

        WORKERS = [WorkerNodeConfig(group_name="workers", replicas=2)]
        env = flyte.TaskEnvironment(
            name="ray",
            plugin_config=RayJobConfig(worker_node_config=WORKERS),
            reusable=flyte.ReusePolicy(replicas=1),
        )

        @env.task
        async def train() -> None: ...
    """
    settings = call.settings()
    policy, config = settings.get("reusable"), settings.get("plugin_config")
    if not isinstance(policy, Call) or not isinstance(config, Call) or config.name != "flyteplugins.ray.RayJobConfig":
        return
    own = _is_own(call, "reusable", policy), _is_own(call, "plugin_config", config)
    place = call.place("reusable") if "reusable" in call.arguments else call.position
    replicas = policy.get("replicas")
    most = replicas.items[-1] if isinstance(replicas, SequenceValue) and len(replicas.items) == 2 else replicas
    if policy.lacks("replicas") and replicas is None or is_number(most) and most.value != 1:
        written = "2 by default" if replicas is None else format_value(replicas)
        added = inserted(policy.position, "replicas=1", safe=False) if replicas is None else []
        remedies = replaced(replicas.position, "1", safe=False) if is_number(replicas) else added
        fault = f"a Ray cluster that is reused has 1 replica, not {written}; write replicas=1"
        yield hit(place, remedies=remedies if own[0] else [], fault=fault)
    concurrency = policy.get("concurrency")
    if is_number(concurrency) and concurrency.value != 1:
        fault = "a Ray cluster that is reused takes no concurrency=; leave it out"
        yield hit(place, remedies=dropped(policy, "concurrency") if own[0] else [], fault=fault)
    shutdown, ttl = config.get("shutdown_after_job_finishes"), config.get("ttl_seconds_after_finished")
    if is_true(shutdown):
        fault = "shutdown_after_job_finishes= does not go with reusable=; set idle_ttl in the ReusePolicy"
        name = "shutdown_after_job_finishes"
        yield hit(config.place(name), remedies=dropped(config, name) if own[1] else [], fault=fault)
    if ttl is not None and is_number(ttl):
        fault = "ttl_seconds_after_finished= does not go with reusable=; set idle_ttl in the ReusePolicy"
        name = "ttl_seconds_after_finished"
        yield hit(config.place(name), remedies=dropped(config, name) if own[1] else [], fault=fault)


def _is_own(call: Call, name: str, value: Call) -> bool:
    """Whether an object is written in the call itself, so that nothing else has it."""
    return name in call.arguments and call.uses.get(name, value.position).place == value.position.place
