"""The types that the arguments of Flyte 2 take, and what is of another type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from flake8_flyteconf.flyte2 import objects
from flake8_flyteconf.flytekit.objects import is_accelerator
from flake8_flyteconf.sdk import signature
from flake8_flyteconf.kubernetes.models import is_model
from flake8_flyteconf.rules.conversions import converted
from flake8_flyteconf.rules.predicates import is_truthy, string_of, type_name
from flake8_flyteconf.rules.rule import Hit, Remedy, hit, replaced, string, wrapped
from flake8_flyteconf.values import Call, Constant, Entity, Input, QualifiedName, SequenceValue, Value, is_none

_ENVIRONMENT = {
    "image": "str flyte.Image",
    "secrets": "str flyte.Secret list",
    "service_account": "str",
    "resources": "flyte.Resources",
    "env_vars": "dict",
    "include": "tuple list set frozenset",
    "include[]": "str",
    "description": "str",
    "depends_on": "list tuple set dict",
}
_TASK_ENVIRONMENT = {
    **_ENVIRONMENT,
    "name": "str",
    "pod_template": "str flyte.PodTemplate",
    "cache": "str flyte.Cache",
    "reusable": "flyte.ReusePolicy",
}
_APP = {
    **_ENVIRONMENT,
    "name": "str",
    "args": "list str",
    "command": "list str",
    "scaling": "flyte.app.Scaling",
    "domain": "flyte.app.Domain",
    "timeouts": "flyte.app.Timeouts",
    "links": "list tuple",
    "pod_template": "flyte.PodTemplate",
}
_DURATION = "int timedelta"
_FLAG = "bool int"
#: Its string becomes a path, but not in time for the name of the folder.
_FOLDER = "flyte.Image.with_source_folder"
_INDEX = {"index_url": "str", "extra_args": "str"}
_TRIGGERS = ("flyte.Trigger", *objects.TRIGGERS)
#: The types that are refused otherwise while the module is imported, by callable and parameter; ``[]`` behind the name
#: stands for the items of a list.
AT_CONSTRUCTION: Mapping[str, Mapping[str, str]] = {
    "flyte.Resources": {
        "cpu": "int float bool str tuple",
        "memory": "str tuple",
        "gpu": "int bool str flyte.Device",
        "disk": "str",
        "shm": "str",
    },
    "flyte.GPU": {"device": "str", "quantity": "int bool float"},
    "flyte.Device": {"quantity": "int bool float"},
    "flyte.PodTemplate.with_termination_grace_period": {"termination_grace_period": _DURATION},
    objects.ENVIRONMENT: _TASK_ENVIRONMENT,
    f"{objects.ENVIRONMENT}.clone_with": _TASK_ENVIRONMENT,
    "flyte.clustered.ClusteredTaskEnvironment": {
        **_TASK_ENVIRONMENT,
        "runtime": "flyte.clustered.TorchRun flyte.clustered.JaxRun",
        "replicas": "int bool",
        "nproc_per_node": "int bool",
    },
    **dict.fromkeys((objects.APP, *objects.KINDS_OF_APPS, objects.CLONED_APP), _APP),
    objects.DECORATOR: {
        "retries": "int bool flyte.RetryStrategy",
        "cache": "str flyte.Cache",
        "triggers": "flyte.Trigger tuple list set",
        "service_account": "str",
    },
    "flyte.OnArtifact": {"partitions": "dict"},
    "flyte.artifacts.Metadata": {"parents": "tuple list str set frozenset dict", "partitions": "dict"},
    "flyte.with_runcontext": {"max_action_concurrency": "int bool float"},
    "flyte.Secret": {"key": "str", "group": "str", "mount": "str Path", "as_env_var": "str"},
    "flyte.PodTemplate.from_spec": {"pod_spec": "V1PodSpec"},
    "flyte.extras.ContainerTask": {
        "service_account": "str",
        "cache": "str flyte.Cache",
        "retries": "int bool flyte.RetryStrategy",
    },
    f"{objects.ENVIRONMENT}.from_task": {"name": "str", "depends_on": "list tuple set dict"},
    "flyte.RetryStrategy": {"count": "int bool"},
    "flyte.Backoff": {"base": "timedelta", "cap": "timedelta", "factor": "int float bool"},
    **{
        name: {"inputs": "dict", "description": "str", "max_action_concurrency": "int bool float"} for name in _TRIGGERS
    },
    "flyte.app.Scaling.Concurrency": {"val": "int float bool"},
    "flyte.app.Scaling.RequestRate": {"val": "int float bool"},
    "flyte.Cache": {"behavior": "str", "max_age": _DURATION},
    "flyte.ReusePolicy": {
        "replicas": "int bool tuple",
        "idle_ttl": f"{_DURATION} bool",
        "scaledown_ttl": f"{_DURATION} bool",
        "concurrency": "int bool",
    },
    "flyte.app.Scaling": {
        "replicas": "int bool tuple",
        "metric": "flyte.app.Scaling.Concurrency flyte.app.Scaling.RequestRate",
        "scaledown_after": f"{_DURATION} bool",
    },
    "flyte.app.Timeouts": {"request": f"{_DURATION} bool"},
    "flyte.app.AppEndpoint": {"app_name": "str"},
    "flyte.app.ArtifactValue": {"name": "str", "version": "str"},
    "flyte.app.RunOutput": {"run_name": "str", "task_name": "str", "getter": "tuple list"},
    "flyte.app.Parameter": {
        "env_var": "str",
        "value": "str flyte.io.File flyte.io.Dir flyte.app.RunOutput flyte.app.ArtifactValue flyte.app.AppEndpoint",
    },
    "flyte.Image.with_pip_packages": _INDEX,
    "flyte.Image.with_requirements": {**_INDEX, "file": "str Path"},
    _FOLDER: {"src": "Path"},
    "flyte.Image.with_source_file": {"src": "Path str list", "src[]": "Path"},
    "flyte.Image.with_uv_project": {
        **_INDEX,
        "pyproject_file": "str Path",
        "uvlock": "Path",
        "extra_index_urls": "tuple str",
    },
    "flyte.Image.with_poetry_project": {"pyproject_file": "str Path", "extra_args": "str", "poetry_lock": "Path"},
    "flyte.Image.from_uv_script": {"script": "str Path"},
    "flyte.Image.from_debian_base": {"python_version": "tuple list str", "flyte_version": "str"},
    "flyte.Image.with_env_vars": {"env_vars": "dict"},
}
_SECRET = "str flyte.Secret flytekit.Secret"
#: What heads and workers of Ray have in common.
_NODE = {
    "ray_start_params": "dict",
    "pod_template": "flyte.PodTemplate",
    **dict.fromkeys(("requests", "limits"), "flyte.Resources"),
}
_ADDRESSES = "list tuple set str dict"
#: The types that are refused otherwise while tasks, triggers and apps are deployed or images built.
AT_DEPLOYMENT: Mapping[str, Mapping[str, str]] = {
    objects.ENVIRONMENT: {"interruptible": _FLAG, "secrets[]": _SECRET},
    f"{objects.ENVIRONMENT}.clone_with": {"interruptible": _FLAG, "secrets[]": _SECRET},
    "flyte.OnArtifact": {"name": "str", "version": "str"},
    "flyte.TriggeredPartition": {"key": "str"},
    objects.DECORATOR: {
        "task_resolver": "",
        "entrypoint": _FLAG,
        "produces_artifacts": _FLAG,
        "timeout": f"{_DURATION} bool flyte.Timeout",
        "short_name": "str",
        "max_inline_io_bytes": "int bool",
        "report": _FLAG,
        "interruptible": _FLAG,
        "pod_template": "str flyte.PodTemplate flytekit.PodTemplate",
        "links": "list tuple flyte.Link",
    },
    objects.OVERRIDE: {
        "resources": "flyte.Resources",
        "retries": "int bool flyte.RetryStrategy",
        "timeout": f"{_DURATION} bool flyte.Timeout",
        "cache": "str flyte.Cache",
        "env_vars": "dict",
        "pod_template": "str flyte.PodTemplate flytekit.PodTemplate",
        "reusable": "str flyte.ReusePolicy",
        "secrets": "str list tuple set frozenset flyte.Secret",
        "secrets[]": _SECRET,
        "service_account": "str",
        "short_name": "str",
        "triggers": "flyte.Trigger tuple list",
        **dict.fromkeys(("interruptible", "entrypoint", "produces_artifacts", "report", "debuggable"), _FLAG),
        "plugin_config": "",
    },
    "flyte.extras.ContainerTask": {
        "name": "str",
        "command": "list tuple",
        "arguments": "list tuple",
        "inputs": "dict",
        "outputs": "dict",
        "resources": "flyte.Resources",
        "env_vars": "dict",
        "timeout": f"{_DURATION} bool flyte.Timeout",
        "pod_template": "str flyte.PodTemplate flytekit.PodTemplate",
        "secrets": "str list tuple set frozenset flyte.Secret",
        "secrets[]": _SECRET,
        "short_name": "str",
        "image": "str flyte.Image",
        "reusable": "flyte.ReusePolicy",
        "triggers": "tuple list",
        **dict.fromkeys(("interruptible", "entrypoint", "report"), _FLAG),
    },
    "flyte.PodTemplate": {"primary_container_name": "str"},
    "flyte.RetryStrategy": {"backoff": "flyte.Backoff"},
    "flyte.Timeout": {name: f"{_DURATION} bool" for name in ("max_runtime", "max_queued_time", "deadline")},
    "flyte.clustered.ClusteredTaskEnvironment": {
        "interruptible": _FLAG,
        "failure_policy": "flyte.clustered.ClusterFailurePolicy",
        "ttl_seconds_after_finished": "int bool",
    },
    "flyte.clustered.ClusterFailurePolicy": {"max_restarts": "int bool", "restart_on_host_maintenance": _FLAG},
    "flyte.clustered.TorchRun": {"max_restarts": "int bool"},
    "flyteplugins.pytorch.Elastic": {"nproc_per_node": "int bool", "max_restarts": "int bool"},
    "flyte.Cache": {
        "ignored_inputs": "str tuple list set frozenset",
        "ignored_inputs[]": "str",
        "version_override": "str",
        "serialize": _FLAG,
    },
    "flyte.FixedRate": {"interval_minutes": "int bool", "start_time": "datetime"},
    **{
        name: {
            "auto_activate": _FLAG,
            "interruptible": _FLAG,
            "overwrite_cache": _FLAG,
            "queue": "str",
            "env_vars": "dict",
            "labels": "dict",
            "annotations": "dict",
            "custom_context": "dict",
            "name": "str",
            "max_action_concurrency": "int bool str",
        }
        for name in _TRIGGERS
    },
    "flyte.Cron": {"expression": "str", "timezone": "str"},
    "flyte.notify.Email": {
        "recipients": _ADDRESSES,
        "recipients[]": "str",
        "cc": _ADDRESSES,
        "cc[]": "str",
        "bcc": _ADDRESSES,
        "bcc[]": "str",
        **dict.fromkeys(("subject", "body", "html_body"), "str"),
    },
    "flyte.notify.NamedDelivery": {"name": "str"},
    "flyte.notify.NamedRule": {"name": "str"},
    "flyte.notify.Slack": {"webhook_url": "str"},
    "flyte.notify.Teams": {"webhook_url": "str"},
    "flyte.notify.Webhook": {"url": "str", "headers": "dict"},
    objects.APP: {
        "port": "int flyte.app.Port",
        "parameters": "list tuple",
        "parameters[]": "flyte.app.Parameter",
        "secrets[]": _SECRET,
        "type": "str",
        "cluster": "str",
        "cluster_pool": "str",
    },
    **{name: {"port": "int flyte.app.Port", "type": "str"} for name in (*objects.KINDS_OF_APPS, objects.CLONED_APP)},
    "flyte.app.Domain": {"custom_domain": "str", "subdomain": "str flyte.app.Subdomain"},
    "flyte.app.Link": {"path": "str", "title": "str", "is_relative": _FLAG},
    "flyte.app.Parameter": {"name": "str", "mount": "str", "ignore_patterns": "list"},
    "flyte.app.Port": {"port": "int bool", "name": "str"},
    "flyte.app.Scaling.Concurrency": {"val": "int bool str"},
    "flyte.app.Scaling.RequestRate": {"val": "int bool str"},
    "flyte.Image.from_base": {"image_uri": "str"},
    "flyte.Image.from_debian_base": {"platform": "tuple list set frozenset"},
    "flyte.Image.with_workdir": {"workdir": "str"},
    "flyte.Image.with_commands": {"commands[]": "str list tuple"},
    "flyteplugins.dask.Dask": {
        "workers": "flyteplugins.dask.WorkerGroup",
        "scheduler": "flyteplugins.dask.Scheduler flyteplugins.dask.WorkerGroup",
    },
    "flyteplugins.dask.Scheduler": {"image": "str", "resources": "flyte.Resources"},
    "flyteplugins.dask.WorkerGroup": {
        "image": "str",
        "number_of_workers": "int bool",
        "resources": "flyte.Resources",
    },
    "flyteplugins.ray.HeadNodeConfig": _NODE,
    "flyteplugins.ray.RayJobConfig": {
        "worker_node_config": "list tuple",
        "worker_node_config[]": "flyteplugins.ray.WorkerNodeConfig",
        "head_node_config": "flyteplugins.ray.HeadNodeConfig",
        "enable_autoscaling": _FLAG,
        "shutdown_after_job_finishes": _FLAG,
        "ttl_seconds_after_finished": "int bool",
    },
    "flyteplugins.ray.WorkerNodeConfig": {
        **_NODE,
        "group_name": "str",
        **dict.fromkeys(("replicas", "min_replicas", "max_replicas"), "int bool"),
    },
    "flyteplugins.spark.Spark": {
        "spark_conf": "dict",
        "hadoop_conf": "dict",
        **dict.fromkeys(("executor_path", "applications_path"), "str"),
        **dict.fromkeys(("driver_pod", "executor_pod"), "flyte.PodTemplate"),
    },
    "flyte.with_runcontext": {"interruptible": _FLAG},
}
#: What belongs into lists, and is given by itself.
_IN_LISTS = (objects.ENVIRONMENT, "flyte.Trigger", "flyte.app.Link", "flyte.app.Parameter")
#: Arguments of which a false value is taken as not given.
_UNLESS_FALSE = frozenset("""arguments bcc cache cc head_node_config image include links outputs parameters partitions
    reusable secrets worker_node_config""".split())
#: Arguments for which None is not taken as not given.
_NEVER_NONE = frozenset(
    {
        ("flyte.Backoff", "base"),
        ("flyte.Cache", "behavior"),
        ("flyte.GPU", "quantity"),
        ("flyte.Image.with_env_vars", "env_vars"),
        ("flyte.Image.with_workdir", "workdir"),
        ("flyte.PodTemplate.with_termination_grace_period", "termination_grace_period"),
        ("flyte.Secret", "key"),
        ("flyte.clustered.ClusteredTaskEnvironment", "failure_policy"),
        ("flyte.extras.ContainerTask", "command"),
        ("flyte.notify.Email", "bcc"),
        ("flyte.notify.Email", "cc"),
        (objects.APP, "parameters"),
        (objects.APP, "port"),
        *((kind, "port") for kind in objects.KINDS_OF_APPS),
        (objects.APP, "scaling"),
        (objects.APP, "timeouts"),
        ("flyte.RetryStrategy", "count"),
        ("flyte.ReusePolicy", "concurrency"),
        ("flyte.ReusePolicy", "idle_ttl"),
        ("flyte.ReusePolicy", "replicas"),
        ("flyte.ReusePolicy", "scaledown_ttl"),
        ("flyte.app.Scaling", "replicas"),
        ("flyteplugins.dask.Dask", "scheduler"),
        ("flyteplugins.dask.Dask", "workers"),
        ("flyteplugins.ray.RayJobConfig", "worker_node_config"),
        (objects.DECORATOR, "triggers"),
        (objects.ENVIRONMENT, "depends_on"),
        (objects.ENVIRONMENT, "include"),
        (objects.ENVIRONMENT, "name"),
    }
)
#: Arguments that name something, so that a number in quotes would be no remedy.
_NAMES = frozenset(
    """as_env_var env_var expression group image key mount name queue secrets service_account timezone url
    webhook_url""".split()
)
_ITERABLES = frozenset({"tuple", "list", "set", "dict"})


def type_of(value: Value | None) -> str | None:
    """The type that a value surely has: ``str``, ``flyte.Image``, ``flytekit.Secret``, ``class``; None when unknown."""
    if isinstance(value, Call):
        if objects.is_flyte2(value.name):
            return objects.result(value.name)
        if value.name.startswith("flytekit"):
            return value.name if value.title[:1].isupper() else None
        return value.title if type_name(value) is not None else None
    if isinstance(value, QualifiedName):
        return _named_type(value.name)
    if isinstance(value, Entity):
        return objects.TASK if value.decorator == objects.DECORATOR else "flytekit.task"
    return type_name(value)


def _named_type(name: str) -> str | None:
    if is_accelerator(name):
        return "flytekit accelerator"
    title = name.rpartition(".")[2]
    is_class = title[:1].isupper() and objects.result(name) != "flyte.Device"
    if is_model(name) or signature(name) is not None and is_class:
        return "class"
    return "function" if objects.is_flyte2(name) and signature(name) is not None else None


def expected(types: str) -> str:
    """Types in the words of a message: ``a str or flyte.Image(...)``."""
    shown: list[str] = []
    for name in types.split():
        if name == "bool" and len(shown) > 0:
            continue  # a bool is an int, and hardly meant
        if "." in name:
            shown.append(f"{name}(...)" if not name.endswith(".Image") else "flyte.Image.from_...(...)")
        else:
            shown.append(one(name))
    return " or ".join(part for part in (", ".join(shown[:-1]), shown[-1]) if part) if shown else "an object"


def describe(value: Value) -> str:
    """The type of a value in the words of a message."""
    found = type_of(value) or "something else"
    if isinstance(value, QualifiedName) and found in ("class", "function"):
        return f"the {found} {value.name.rpartition('.')[2]}"
    if found == "None":
        return found
    if isinstance(value, Call):
        return f"{found}(...)"
    return one(found)


def faults(call: Call, table: Mapping[str, Mapping[str, str]]) -> Iterator[Hit]:
    """A hit for each argument that is surely of a type that the table does not name."""
    for key, types in table.get(call.name, {}).items():
        field, brackets, _ = key.partition("[]")
        for value in _values(call.get(field), items=bool(brackets)):
            # Protobuf takes bytes for strings.
            is_taken = table is AT_DEPLOYMENT and type_of(value) == "bytes" and "str" in types.split()
            if is_taken or not _is_refused(call, key, value, types):
                continue
            shown = f"each item of {field}" if brackets else field
            fields = {"field": shown, "expected": expected(types), "found": describe(value)}
            remedies = replaced(value.position, *_remedies(field, value, types), safe=False)
            if not brackets and "list" in types.split() and type_of(value) in _IN_LISTS:
                remedies = wrapped(call.uses.get(field, value.position), "[{}]")
            if not remedies and not brackets and field not in _NAMES:
                remedies = _converted(value, fields["expected"])
            yield hit(value.position, remedies=remedies, **fields)


def _values(given: Value | None, *, items: bool) -> Sequence[Value]:
    """The value of an argument, or the items of the list that it is."""
    if items:
        return given.items if isinstance(given, SequenceValue) else ()
    return () if given is None else (given,)


def _converted(value: Value, wanted: str) -> Sequence[Remedy]:
    return [] if type_name(value) == "bool" else converted(value, wanted)


def _is_refused(call: Call, field: str, value: Value, types: str) -> bool:
    found = type_of(value)
    if found is None or found in types.split() or found == "bool" and types.startswith("int") and "bool" in types:
        return False
    if call.name == _FOLDER and found == "str":
        return call.lacks("dst") and call.lacks("copy_contents_only")
    if is_none(value):
        return (call.name, field) in _NEVER_NONE or field.endswith("[]")
    if (field in _UNLESS_FALSE or call.name == objects.OVERRIDE) and not is_truthy(value):
        return False
    if not types:  # an object of any class
        return found in ("str", "int", "float", "bool", "class", *_ITERABLES)
    return True


def _remedies(field: str, value: Value, types: str) -> list[str]:
    """The literals that may be put in the place of a number or a list where a string belongs."""
    text = string_of(value.items[0]) if isinstance(value, SequenceValue) and len(value.items) == 1 else None
    if text is not None and "str" in types.split():
        return [string(text)]
    if isinstance(value, Constant) and type(value.value) is int and value.value > 0 and "str" in types.split():
        if field in ("memory", "disk", "shm") and 8 <= value.value < 100_000:
            return [string(f"{value.value}Mi")]
    return []


def one(name: str) -> str:
    """The name of a type with its article."""
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


#: The types of literals.
LITERALS = frozenset("bool bytes dict float int list set str tuple".split())
#: The literals that inputs take by their types, for those without items in brackets too.
_TAKEN_WITHOUT_ITEMS: Mapping[str, tuple[str, ...]] = {
    **{f"builtins.{name}": (name,) for name in ("int", "float", "str", "bool", "dict")},
    "typing.Dict": ("dict",),
    **{f"datetime.{name}": () for name in ("date", "datetime", "timedelta")},
    **{f"flyte.io.{name}": () for name in ("DataFrame", "Dir", "File")},
}
#: Lists and tuples of anything are pickled, so any literal will do.
_TAKEN: Mapping[str, tuple[str, ...]] = {
    **_TAKEN_WITHOUT_ITEMS,
    **dict.fromkeys(("builtins.list", "typing.List"), ("list",)),
    **dict.fromkeys(("builtins.tuple", "typing.Tuple"), ("tuple", "list")),
}


def accepts(given: Input, literal: str) -> bool:
    """Whether an input may take a literal, by the name of the type of that."""
    taken = _TAKEN.get(given.type) if given.has_items else _TAKEN_WITHOUT_ITEMS.get(given.type)
    return taken is None or literal in taken


def items_of(value: Value | None) -> tuple[Value, ...]:
    """The items of a list, tuple or set, or the value itself."""
    if value is None:
        return ()
    return value.items if isinstance(value, SequenceValue) else (value,)
