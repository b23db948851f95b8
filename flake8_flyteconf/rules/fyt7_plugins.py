"""FYT70: the configuration classes of task plugins: fields, types, and what they configure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from flake8_flyteconf.flytekit.objects import SDK
from flake8_flyteconf.sdk import signature
from flake8_flyteconf.rules.conversions import dropped, mistyped
from flake8_flyteconf.rules.predicates import (
    describe_type,
    is_given,
    is_number,
    is_truthy,
    shorten,
    string_of,
    type_name,
)
from flake8_flyteconf.rules.rule import Hit, close_to, closest, did_you_mean, hit, rule
from flake8_flyteconf.releases import package_of
from flake8_flyteconf.rules.availability import FORKS, unknown_arguments, until_now
from flake8_flyteconf.settings import Settings
from flake8_flyteconf.flytekit.calls import Configured, Overrides, PluginConfig, Pod, Replica, Task
from flake8_flyteconf.values import (
    Call,
    Constant,
    Definition,
    DictValue,
    NameUse,
    QualifiedName,
    SequenceValue,
    Unknown,
    Value,
    is_none,
)

PREFIX = "flytekitplugins."
#: What became of fields that older releases had, and what is taken for a field.
_SUCCESSORS = {
    "k8s_pod": "it was replaced by pod_template in 1.15",
    "num_cpus": "give requests=Resources(cpu=...)",
    "num_cpus_per_worker": "give each WorkerNodeConfig requests=",
    "per_replica_requests": "it was replaced by requests of each replica in 1.2.14",
    "per_replica_limits": "it was replaced by limits of each replica in 1.2.14",
    "sbatch_conf": "use sbatch_config (renamed in 1.16)",
    "databricks_token": "it is a secret since 1.13",
    "project_id": "use ProjectID",
    "location": "use Location",
    "ttl": "use ttl_seconds_after_finished",
    "min_replicas": "nnodes is a range such as 1:4",
    "max_replicas": "nnodes is a range such as 1:4",
}
#: Classes that are the configuration of a task.
REGISTERED = frozenset(
    """awsbatch.AWSBatchConfig dask.Dask kfmpi.HorovodJob kfmpi.MPIJob kfpytorch.Elastic kfpytorch.PyTorch
    kftensorflow.TfJob pod.Pod ray.RayJobConfig slurm.SlurmFunctionConfig slurm.SlurmScriptConfig slurm.SlurmConfig
    spark.Databricks spark.DatabricksV2 spark.GenericSparkConf spark.Spark""".split()
)
#: Tasks of plugins, which take any keyword.
_TASKS = frozenset("""athena.AthenaTask bigquery.BigQueryTask hive.HiveTask papermill.NotebookTask slurm.SlurmShellTask
    slurm.SlurmTask snowflake.SnowflakeTask""".split())
#: What these tasks hand on to flytekit's own classes.
_METADATA = ("retries", "cache", "cache_version", "cache_serialize", "timeout", "interruptible")

Types = tuple[str, tuple[str, ...]]
_STR: Types = ("a str", ("str",))
_INT: Types = ("an int", ("int", "bool"))
_FLAG: Types = ("a bool", ("bool", "int"))
_RESOURCES: Types = ("Resources(...)", ("Resources", "type"))  # the class is FYT207
_TEMPLATE: Types = ("PodTemplate(...)", ("PodTemplate",))
_STRINGS: Types = ("a dict of str", ("dict",))
_RUN_POLICY: Types = ("RunPolicy(...)", ("RunPolicy",))
_RESTART: Types = ("a member of RestartPolicy", ())
_SPARK: Mapping[str, Types] = {
    "spark_conf": _STRINGS,
    "hadoop_conf": _STRINGS,
    "driver_pod": _TEMPLATE,
    "executor_pod": _TEMPLATE,
}
_REPLICA: Mapping[str, Types] = {
    "requests": _RESOURCES,
    "limits": _RESOURCES,
    "image": _STR,
    "replicas": _INT,
    "restart_policy": _RESTART,
}
_MPI_REPLICA = {**_REPLICA, "command": ("a list of str", ("dict", "list", "set", "str", "tuple"))}
_POLICY: Mapping[str, Types] = {
    "clean_pod_policy": ("a member of CleanPodPolicy", ()),
    "ttl_seconds_after_finished": _INT,
    "active_deadline_seconds": _INT,
    "backoff_limit": _INT,
}
#: What the fields of the classes take.
_FIELDS: Mapping[str, Mapping[str, Types]] = {
    "awsbatch.AWSBatchConfig": {"platformCapabilities": _STR, "parameters": _STRINGS, "tags": _STRINGS},
    "bigquery.BigQueryConfig": {"ProjectID": _STR, "Location": _STR, "QueryJobConfig": ("QueryJobConfig(...)", ())},
    "bigquery.BigQueryTask": {"task_config": ("BigQueryConfig(...)", ("BigQueryConfig",))},
    "dask.Dask": {
        "scheduler": ("Scheduler(...)", ("Scheduler", "WorkerGroup")),
        "workers": ("WorkerGroup(...)", ("WorkerGroup",)),
    },
    "dask.Scheduler": _REPLICA,
    "dask.WorkerGroup": {**_REPLICA, "number_of_workers": _INT},
    "kfmpi.HorovodJob": {
        "run_policy": _RUN_POLICY,
        "slots": _INT,
        "num_workers": _INT,
        "discovery_script_path": _STR,
    },
    "kfmpi.Launcher": _MPI_REPLICA,
    "kfmpi.MPIJob": {"run_policy": _RUN_POLICY, "slots": _INT, "num_workers": _INT, "num_launcher_replicas": _INT},
    "kfmpi.RunPolicy": _POLICY,
    "kfmpi.Worker": _MPI_REPLICA,
    "kfpytorch.Elastic": {"max_restarts": _INT, "run_policy": _RUN_POLICY},
    "kfpytorch.Master": _REPLICA,
    "kfpytorch.PyTorch": {
        "run_policy": _RUN_POLICY,
        "num_workers": _INT,
        "master": ("Master(...)", ("Chief", "Evaluator", "Launcher", "Master", "PS", "Worker")),
    },
    "kfpytorch.RunPolicy": _POLICY,
    "kfpytorch.Worker": _REPLICA,
    "kftensorflow.Chief": _REPLICA,
    "kftensorflow.Evaluator": _REPLICA,
    "kftensorflow.PS": _REPLICA,
    "kftensorflow.RunPolicy": _POLICY,
    "kftensorflow.TfJob": {
        "run_policy": _RUN_POLICY,
        **dict.fromkeys(("num_workers", "num_ps_replicas", "num_chief_replicas", "num_evaluator_replicas"), _INT),
        "evaluator": ("Evaluator(...)", ("Chief", "Evaluator", "PS", "Worker")),
    },
    "kftensorflow.Worker": _REPLICA,
    "ray.AutoscalerOptionsConfig": {
        **_REPLICA,
        "env": _STRINGS,
        "idle_timeout_seconds": _INT,
        "upscaling_mode": ("a member of AutoscalerOptionsConfig.UpscalingMode", ()),
    },
    "ray.HeadNodeConfig": {**_REPLICA, "ray_start_params": _STRINGS, "pod_template": _TEMPLATE},
    "ray.RayJobConfig": {
        "worker_node_config": ("a list of WorkerNodeConfig(...)", ("list", "tuple")),
        "head_node_config": ("HeadNodeConfig(...)", ("HeadNodeConfig",)),
        "enable_autoscaling": _FLAG,
        "shutdown_after_job_finishes": _FLAG,
        "autoscaler_options": ("AutoscalerOptionsConfig(...)", ("AutoscalerOptionsConfig",)),
        "ttl_seconds_after_finished": _INT,
    },
    "ray.WorkerNodeConfig": {
        **_REPLICA,
        "group_name": _STR,
        "min_replicas": _INT,
        "max_replicas": _INT,
        "ray_start_params": _STRINGS,
        "pod_template": _TEMPLATE,
    },
    "snowflake.SnowflakeConfig": dict.fromkeys(("user", "account", "database", "schema", "warehouse"), _STR),
    "spark.Databricks": _SPARK,
    "spark.DatabricksV2": _SPARK,
    "spark.GenericSparkConf": _SPARK,
    "spark.Spark": _SPARK,
}


#: Fields for which None is not taken as not given.
_NEVER_NONE = frozenset(
    {
        *(("snowflake.SnowflakeConfig", name) for name in ("user", "account", "database", "schema", "warehouse")),
        ("awsbatch.AWSBatchConfig", "platformCapabilities"),
        ("kfmpi.HorovodJob", "discovery_script_path"),
        ("kfmpi.HorovodJob", "slots"),
        ("kfmpi.MPIJob", "slots"),
        ("kfpytorch.PyTorch", "master"),
        ("kftensorflow.TfJob", "evaluator"),
    }
)
#: The largest number that the message of a plugin holds.
_LARGEST, _MOST_WORKERS_OF_DASK = 2**31 - 1, 2**32 - 1


def short_name(call: Call) -> str:
    """The package and class of a configuration: ``ray.RayJobConfig``."""
    return call.name.removeprefix(PREFIX)


@rule(
    "FYT701",
    "{callee} has no field {name}{hint}",
    on=(PluginConfig, Replica, Pod),
    kind="refused",
    stage="import",
    since="0.2.0",
)
def unknown_plugin_field(call: Call) -> Iterator[Hit]:
    """A field that a configuration class of a task plugin does not have.

    Python raises ``TypeError: ... got an unexpected keyword argument`` while the module is imported. Source:
    flytekitplugins.

    Bad::

        from flytekitplugins.dask import WorkerGroup

        workers = WorkerGroup(replicas=3)

    Good::

        from flytekitplugins.dask import WorkerGroup

        workers = WorkerGroup(number_of_workers=3)
    """
    known = signature(call.name)
    if known is not None and not known.swallows:
        hints = {name: hint for name, hint in _SUCCESSORS.items() if not known.accepts(name)}
        if call.title != "Elastic":
            hints = {name: hint for name, hint in hints.items() if "nnodes" not in hint}
        for found in unknown_arguments(call, hints):
            # A field of a similar name may take something else.
            evident = found.fields["name"] in hints and found.fields["name"] != "ttl"
            yield found if evident else replace(found, remedies=[r for r in found.remedies if not r.safe])


@rule(
    "FYT702",
    "{field} of {callee} must be {expected}, not {found}",
    on=(PluginConfig, Replica),
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def wrong_plugin_type(call: Call) -> Iterator[Hit]:
    """A value of the wrong type in the configuration of a task plugin.

    Serialization ends in ``TypeError: bad argument type for built-in operation``, ``'str' object cannot be interpreted
    as an integer`` or ``AttributeError: 'dict' object has no attribute ...``. Source: flytekitplugins.

    Bad::

        from flytekit import task
        from flytekitplugins.kfpytorch import PyTorch, Worker

        @task(task_config=PyTorch(worker=Worker(replicas="2")))
        def train() -> None: ...

    Good::

        from flytekit import task
        from flytekitplugins.kfpytorch import PyTorch, Worker

        @task(task_config=PyTorch(worker=Worker(replicas=2)))
        def train() -> None: ...
    """
    for field, (expected, types) in _FIELDS.get(short_name(call), {}).items():
        value = call.get(field)
        if is_none(value) and (short_name(call), field) in _NEVER_NONE:
            yield _wrong(call, field, value, expected)
        if value is None or not is_given(value) or field in ("requests", "limits") and isinstance(call, Configured):
            continue  # FYT206 is about resources
        if type_name(value) not in types and (is_truthy(value) or is_number(value) and types):
            if not _is_taken_all_the_same(field, value):
                yield _wrong(call, field, value, expected)
        elif types == _INT[1] and isinstance(value, Constant) and type(value.value) is int:
            largest = _MOST_WORKERS_OF_DASK if field == "number_of_workers" else _LARGEST
            if value.value > largest and call.title != "Elastic":  # which sends nothing for one node
                yield hit(
                    value.position, field=field, callee=call.callee, expected=f"{largest} at most", found=value.value
                )
        elif types == _STRINGS[1] and isinstance(value, DictValue):
            yield from _wrong_entries(call, field, value)
        elif field == "command" and isinstance(value, SequenceValue):
            wrong = (item for item in value.items if type_name(item) not in (None, "bytes", "str"))
            yield from (_wrong(call, "each item of command", item, "a str") for item in wrong)
    if short_name(call) == "ray.RayJobConfig":
        yield from _wrong_workers(call, call.get("worker_node_config"))


def _wrong_workers(call: Call, workers: Value | None) -> Iterator[Hit]:
    if workers is not None and is_none(workers):
        yield _wrong(call, "worker_node_config", workers, "a list of WorkerNodeConfig(...)")
    for item in workers.items if isinstance(workers, SequenceValue) else ():
        if type_name(item) not in (None, "WorkerNodeConfig"):
            yield _wrong(call, "each item of worker_node_config", item, "WorkerNodeConfig(...)")


def _is_taken_all_the_same(field: str, value: Value) -> bool:
    """Whether protobuf takes something that is not what the plugin asks for."""
    if field == "upscaling_mode":
        return is_number(value) or (string_of(value) or "").startswith("UPSCALING_MODE_")
    are_pairs = isinstance(value, SequenceValue) and all(isinstance(item, SequenceValue) for item in value.items)
    return field in ("spark_conf", "hadoop_conf") and are_pairs


def _wrong_entries(call: Call, field: str, value: DictValue) -> Iterator[Hit]:
    """Keys and values of a dict that are no strings; the plugin of Spark makes strings of the values."""
    for key, item in value.entries:
        # Protobuf takes bytes for strings, and a variable without a value.
        is_unset = field == "env" and is_none(item)
        if type_name(key) not in (None, "bytes", "str"):
            yield _wrong(call, f"each key of {field}", key, "a str")
        elif (
            type_name(item) not in (None, "bytes", "str")
            and field not in ("spark_conf", "hadoop_conf")
            and not is_unset
        ):
            name = string_of(key)
            yield _wrong(call, f"{field}[{name!r}]" if name else field, item, "a str")


def _wrong(call: Call, field: str, value: Value, expected: str) -> Hit:
    return mistyped(value, expected, field=field, callee=call.callee)


@rule(
    "FYT703",
    "task_config={found} configures no task plugin and is ignored{hint}",
    on=Task,
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def misplaced_plugin_config(call: Task) -> Iterator[Hit]:
    """The class of a configuration, a part of one, a subclass or a server where the configuration of a task belongs.

    flytekit looks the plugin up by the exact type, finds none and runs a plain Python task without a word. Source:
    flytekit, core/task.py (TaskPlugins.find_pythontask_plugin).

    Bad::

        from flytekit import task
        from flytekitplugins.dask import Dask

        @task(task_config=Dask)
        def train() -> None: ...

    Good::

        from flytekit import task
        from flytekitplugins.dask import Dask

        @task(task_config=Dask())
        def train() -> None: ...
    """
    value = call.get("task_config")
    if isinstance(value, QualifiedName) and value.name.startswith(PREFIX):
        if signature(value.name) is not None:
            name = value.name.rpartition(".")[2]
            yield hit(value.position, found=name, hint=f"; write {name}(...)")
    elif isinstance(value, (PluginConfig, Replica)) and short_name(value) not in REGISTERED:
        yield hit(value.position, found=f"{value.title}(...)")
    elif isinstance(value, Unknown) and value.extends.removeprefix(PREFIX) in REGISTERED:
        name = value.extends.rpartition(".")[2]
        yield hit(value.position, f"task_config takes {name} itself; a class that extends it is ignored")


@rule(
    "FYT704",
    "{callee} ignores the argument {name}{hint}",
    on=PluginConfig,
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def ignored_by_plugin_task(call: PluginConfig) -> Iterator[Hit]:
    """An argument that a notebook, query or Slurm task takes and throws away.

    They accept any keyword. What other tasks take themselves belongs into ``metadata=TaskMetadata(...)``. Source:
    flytekitplugins; flytekit, core/base_task.py.

    Bad::

        from flytekitplugins.papermill import NotebookTask

        report = NotebookTask(name="report", notebook_path="report.ipynb", retries=3)

    Good::

        from flytekit import TaskMetadata
        from flytekitplugins.papermill import NotebookTask

        report = NotebookTask(
            name="report",
            notebook_path="report.ipynb",
            metadata=TaskMetadata(retries=3),
        )
    """
    if short_name(call) in _TASKS:
        for name in _METADATA:
            if name in call.arguments:
                remedies = dropped(call, name)
                fields = {"callee": call.title, "name": name, "hint": "; use metadata=TaskMetadata(...)"}
                yield hit(call.place(name), remedies=remedies, **fields)
        if call.title != "NotebookTask":
            for name in ("requests", "limits"):
                if name in call.arguments:
                    yield hit(call.place(name), remedies=dropped(call, name), callee=call.title, name=name, hint="")


@rule(
    "FYT705",
    "{what}{hint}",
    on=NameUse,
    kind="refused",
    stage="import",
    since="0.2.0",
)
def unknown_plugin_name(call: NameUse) -> Iterator[Hit]:
    """A name that a task plugin never had or no longer has, or a member that its enumeration does not have.

    Python raises ``ImportError`` or ``AttributeError`` while the module is imported. Source: flytekitplugins.

    Bad::

        from flytekitplugins.kfpytorch import RestartPolicy, Worker

        worker = Worker(replicas=2, restart_policy=RestartPolicy.ON_FAILURE)

    Good::

        from flytekitplugins.kfpytorch import RestartPolicy, Worker

        worker = Worker(replicas=2, restart_policy=RestartPolicy.FAILURE)
    """
    title = f"{call.owner}.{call.attribute}"
    if title in _RENAMED:
        what = f"{call.owner} has no {call.attribute} since 1.16"
        yield hit(call.position, holds=f"{package_of(title)}>=1.16", what=what, hint=f"; use {_RENAMED[title]}")
    names = _names_of_plugin(call.owner)
    if names and call.attribute[:1] not in ("", "_") and call.attribute not in names:
        hint = f"; use {_MEANT[title]}" if title in _MEANT else did_you_mean(closest(call.attribute, names))
        yield hit(call.position, holds=until_now(SDK), what=f"{call.owner} has no {call.attribute}", hint=hint)
    members = _MEMBERS.get(call.owner.rpartition(".")[2]) if call.owner.startswith(f"{PREFIX}kf") else None
    if members is not None and not call.attribute.startswith("_") and call.attribute not in members:
        what = f"{call.owner.rpartition('.')[2]} has no member {call.attribute}"
        yield hit(call.position, what=what, hint=f"; it has {', '.join(members)}")


def _names_of_plugin(package: str) -> Sequence[str]:
    """The names that any release of a plugin has had; none for a package that is not known."""
    if not package.startswith(PREFIX):
        return ()
    from flake8_flyteconf.flytekit.names import PLUGINS  # large, and seldom needed

    return PLUGINS.get(package, "").split()


#: What is meant by a name that people expect.
_MEANT = {
    "flytekitplugins.dask.DaskCluster": "Dask",
    "flytekitplugins.kfpytorch.PyTorchJob": "PyTorch",
    "flytekitplugins.kftensorflow.TensorFlowJob": "TfJob",
    "flytekitplugins.kftensorflow.TensorflowJob": "TfJob",
    "flytekitplugins.ray.RayCluster": "RayJobConfig",
    "flytekitplugins.ray.RayConfig": "RayJobConfig",
    "flytekitplugins.spark.SparkConfig": "Spark",
    "flytekitplugins.spark.SparkJob": "Spark",
}
_RENAMED = {
    "flytekitplugins.slurm.Slurm": "SlurmConfig",
    "flytekitplugins.slurm.SlurmFunction": "SlurmFunctionConfig",
    "flytekitplugins.slurm.SlurmRemoteScript": "SlurmScriptConfig",
}
_MEMBERS = {"RestartPolicy": ("ALWAYS", "FAILURE", "NEVER"), "CleanPodPolicy": ("NONE", "ALL", "RUNNING")}


@rule(
    "FYT706",
    "with_overrides(task_config=) changes the task, not the node, and only to the same class",
    on=Overrides,
    kind="suspicious",
    stage="undetected",
    since="0.2.0",
)
def overridden_task_config(call: Overrides) -> Iterator[Hit]:
    """The configuration of a plugin overridden on a node.

    It changes the task itself while the workflow is compiled: a registered workflow does not see it, ``pyflyte run``
    uses the last one for every node, and another class ends in ``ValueError: can't change the type of the task
    config``. Make two tasks. Source: flytekit, core/node.py.

    Bad::

        from flytekit import task, workflow
        from flytekitplugins.dask import Dask, WorkerGroup

        @task(task_config=Dask())
        def train() -> None: ...

        @workflow
        def nightly() -> None:
            train().with_overrides(task_config=Dask(workers=WorkerGroup(4)))

    Good::

        from flytekit import task
        from flytekitplugins.dask import Dask, WorkerGroup

        @task(task_config=Dask(workers=WorkerGroup(4)))
        def train() -> None: ...
    """
    value = call.get("task_config")
    if isinstance(value, (PluginConfig, Pod)):
        yield hit(value.position)


@rule(
    "FYT707",
    on=PluginConfig,
    kind="refused",
    stage="execution",
    since="0.2.0",
)
def unsupported_batch_platform(call: PluginConfig) -> Iterator[Hit]:
    """A platform that AWS Batch does not know.

    The task fails when it starts: the platforms are ``EC2`` and ``FARGATE``. Source: flyteplugins,
    tasks/plugins/array/awsbatch/transformer.go.

    Bad::

        from flytekitplugins.awsbatch import AWSBatchConfig

        batch = AWSBatchConfig(platformCapabilities="ec2")

    Good::

        from flytekitplugins.awsbatch import AWSBatchConfig

        batch = AWSBatchConfig(platformCapabilities="EC2")
    """
    platform = call.get("platformCapabilities")
    text = string_of(platform)
    if platform is not None and text is not None and text not in ("EC2", "FARGATE"):
        remedies = close_to(text, ("EC2", "FARGATE"), platform.position)
        message = f'platformCapabilities must be "EC2" or "FARGATE", not "{shorten(text)}"'
        yield hit(platform.position, message, remedies=remedies)


@rule("FYT753", on=Task, kind="refused", stage="execution", since="0.2.0")
def batch_task_with_template(call: Task) -> Iterator[Hit]:
    """A pod template of a task that runs on AWS Batch.

    The task fails when it starts, because the template leaves it without an image. Source: flyteplugins,
    tasks/plugins/array/awsbatch/transformer.go.

    Bad::

        from flytekit import PodTemplate, task
        from flytekitplugins.awsbatch import AWSBatchConfig

        @task(task_config=AWSBatchConfig(), pod_template=PodTemplate())
        def train() -> None: ...

    Good::

        from flytekit import task
        from flytekitplugins.awsbatch import AWSBatchConfig

        @task(task_config=AWSBatchConfig())
        def train() -> None: ...
    """
    template = call.get("pod_template")
    if call.plugin() == "awsbatch.AWSBatchConfig" and template is not None and is_given(template):
        yield hit(call.place("pod_template"), "pod_template leaves a task of AWS Batch without an image")


@rule("FYT754", on=PluginConfig, kind="refused", stage="execution", since="0.2.0")
def ignored_notebook_config(call: PluginConfig) -> Iterator[Hit]:
    """The configuration of another plugin on a notebook task.

    ``NotebookTask`` does not pass on the configuration of Spark, PyTorch, MPI, TensorFlow, Dask or Ray. Source:
    flytekitplugins-papermill, task.py.

    Bad::

        from flytekitplugins.papermill import NotebookTask
        from flytekitplugins.ray import RayJobConfig

        report = NotebookTask(
            name="report",
            notebook_path="report.ipynb",
            task_config=RayJobConfig(worker_node_config=[]),
        )

    Good::

        from flytekitplugins.papermill import NotebookTask

        report = NotebookTask(name="report", notebook_path="report.ipynb")
    """
    config = call.get("task_config")
    if short_name(call) == "papermill.NotebookTask" and isinstance(config, PluginConfig):
        if short_name(config) in REGISTERED - {"awsbatch.AWSBatchConfig"}:
            yield hit(config.position, f"{config.title} is not passed on by a NotebookTask")


@rule("FYT708", on=(Task, PluginConfig), kind="refused", stage="import", since="0.2.0")
def incomplete_slurm_config(call: Call) -> Iterator[Hit]:
    """A configuration that the plugin refuses while the module is imported.

    A Slurm function needs a host (``KeyError``), a Slurm script a path (``ValueError``), and ``SlurmConfig`` is for
    ``SlurmShellTask`` (``TypeError``). Source: flytekitplugins-slurm.

    Bad::

        from flytekit import task
        from flytekitplugins.slurm import SlurmFunctionConfig

        @task(task_config=SlurmFunctionConfig(ssh_config={"username": "ml"}))
        def train() -> None: ...

    Good::

        from flytekit import task
        from flytekitplugins.slurm import SlurmFunctionConfig

        @task(
            task_config=SlurmFunctionConfig(
                ssh_config={"host": "login", "username": "ml"}
            )
        )
        def train() -> None: ...
    """
    if isinstance(call, Configured):
        config = call.get("task_config")
        if call.plugin() == "slurm.SlurmConfig" and config is not None:
            yield hit(config.position, "SlurmConfig is for SlurmShellTask; use SlurmFunctionConfig")
        return
    ssh = call.get("ssh_config")
    if short_name(call) == "slurm.SlurmFunctionConfig" and isinstance(ssh, DictValue):
        if not ssh.incomplete and ssh.get("host") is None:
            yield hit(ssh.position, 'ssh_config needs a "host"')
    if short_name(call) == "slurm.SlurmScriptConfig" and call.lacks("batch_script_path"):
        yield hit(call.position, "SlurmScriptConfig needs batch_script_path=")


@rule(
    "FYT709",
    'the default {names} of {callee} are numbers; pass strings such as cpu="1"',
    on=PluginConfig,
    kind="refused",
    stage="import",
    client="37",
    option="--flyteconf-kubernetes-client",
    since="0.2.0",
)
def numeric_defaults(call: PluginConfig, settings: Settings) -> Iterator[Hit]:
    """The numbers that an inference server asks for unless it is told otherwise.

    The kubernetes client raises ``ValidationError`` for them since version 37. Source: flytekitplugins-inference.

    Bad::

        from flytekitplugins.inference import VLLM, HFSecret

        server = VLLM(hf_secret=HFSecret(secrets_prefix="A", hf_token_key="b"))

    Good::

        from flytekitplugins.inference import VLLM, HFSecret

        server = VLLM(
            hf_secret=HFSecret(secrets_prefix="A", hf_token_key="b"), cpu="2", gpu="1"
        )
    """
    if settings.kubernetes_clients != ("37",):
        return
    if short_name(call) in ("inference.NIM", "inference.Ollama", "inference.VLLM") and not call.incomplete:
        wrong = [name for name in ("cpu", "gpu") if call.get(name) is None or is_number(call.get(name))]
        if wrong:
            yield hit(call.position, names=" and ".join(wrong), callee=call.title)


def is_zero(value: Value | None) -> bool:
    """Whether a value is surely the number zero."""
    return isinstance(value, Constant) and type(value.value) is int and value.value == 0


def number(value: Value | None) -> int | None:
    """The int that a value surely is."""
    return value.value if isinstance(value, Constant) and type(value.value) is int else None


def objects(call: Call, name: str, title: str) -> list[Call]:
    """The objects of a class in a list, as far as they are known."""
    value = call.get(name)
    items = value.items if isinstance(value, SequenceValue) else ()
    return [item for item in items if isinstance(item, Call) and item.title == title]


#: The objects that an inference server asks for their attributes.
_PARTS = {
    "inference.NIM": ("secrets", "NIMSecrets"),
    "inference.Ollama": ("model", "Model"),
    "inference.VLLM": ("hf_secret", "HFSecret"),
}


@rule(
    "FYT756",
    "{callee} takes {expected}(...) for {field}, not {found}",
    on=PluginConfig,
    kind="refused",
    stage="import",
    since="0.2.0",
)
def wrong_part_of_server(call: PluginConfig) -> Iterator[Hit]:
    """Something else where the constructor of an inference server asks an object for its attributes.

    ``AttributeError: 'str' object has no attribute 'name'`` while the module is imported. Source:
    flytekitplugins-inference, nim/serve.py and ollama/serve.py.

    Bad::

        from flytekitplugins.inference import Ollama

        server = Ollama(model="llama3", cpu="1", gpu="1")

    Good::

        from flytekitplugins.inference import Model, Ollama

        server = Ollama(model=Model(name="llama3", cpu="1"), cpu="1", gpu="1")
    """
    field, expected = _PARTS.get(short_name(call), ("", ""))
    value = call.get(field)
    # The secrets of a NIM may have those of Hugging Face among them.
    if value is not None and type_name(value) not in (None, expected, "NIMSecrets"):
        yield hit(value.position, callee=call.title, expected=expected, field=field, found=describe_type(value))


@rule(
    "FYT757",
    "{title} does not run coroutine functions; write def {label}",
    on=Definition,
    kind="refused",
    stage="import",
    unless_used=FORKS,
    since="0.2.0",
)
def coroutine_with_plugin(call: Definition) -> Iterator[Hit]:
    """A coroutine function under ``@task`` with the configuration of a plugin.

    ``AssertionError: Task plugin <class ...> is not compatible with async functions`` while the module is imported.
    Source: flytekit, core/task.py.

    Bad::

        from flytekit import task
        from flytekitplugins.dask import Dask

        @task(task_config=Dask())
        async def train() -> None: ...

    Good::

        from flytekit import task
        from flytekitplugins.dask import Dask

        @task(task_config=Dask())
        def train() -> None: ...
    """
    config = call.configuration.get("task_config") if isinstance(call.configuration, Task) else None
    if (
        call.is_async
        and call.head is not None
        and isinstance(config, PluginConfig)
        and short_name(config) in REGISTERED
    ):
        yield hit(call.head, title=config.title, label=call.label)
