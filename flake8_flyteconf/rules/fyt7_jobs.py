"""FYT73: jobs of other plugins: PyTorch, Elastic, MPI, TensorFlow, Dask, Pod and AWS Batch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flake8_flyteconf.rules.conversions import dropped, split
from flake8_flyteconf.rules.fyt7_plugins import is_zero, number, objects, short_name
from flake8_flyteconf.rules.predicates import describe_type, is_given, shorten, string_of, type_name
from flake8_flyteconf.rules.rule import Hit, Remedy, hit, rule, wrapped
from flake8_flyteconf.flytekit.calls import PluginConfig, Pod, PodTemplate, Replica, Task
from flake8_flyteconf.values import Call, Constant, format_value, is_none

#: The kinds of pods that a job must be given, each with the deprecated number of them.
_REQUIRED = {
    "kfmpi.HorovodJob": {"worker": "num_workers", "launcher": "num_launcher_replicas"},
    "kfmpi.MPIJob": {"worker": "num_workers", "launcher": "num_launcher_replicas"},
    "kfpytorch.PyTorch": {"worker": "num_workers"},
    "kftensorflow.TfJob": {"worker": "num_workers", "ps": "num_ps_replicas", "chief": "num_chief_replicas"},
}
_SHARED = frozenset({"kfpytorch.Elastic", "kfpytorch.PyTorch"})
_NODES = re.compile(r"\s*[+-]?\d+\s*(?::\s*[+-]?\d+\s*)?")


@rule(
    "FYT755",
    "an earlier task has added /dev/shm to this pod template; give each task one of its own",
    on=Task,
    kind="refused",
    stage="import",
    since="0.2.0",
    holds="flytekitplugins-kfpytorch>=1.13.1",
)
def shared_pod_template(call: Task) -> Iterator[Hit]:
    """One pod template for two tasks that add shared memory to theirs.

    The first task changes the object, so the second raises ``ValueError: A shared memory volume mount is already
    configured`` while the module is imported. ``increase_shared_mem=False``, ``shared_memory=`` or a copy of the
    template avoid it. Source: flytekitplugins-kfpytorch, task.py; flytekit#2543.

    Bad::

        from flytekit import PodTemplate, task
        from flytekitplugins.kfpytorch import PyTorch, Worker
        from kubernetes.client import V1Container, V1PodSpec

        MAIN = V1Container(name="primary")
        POOL = PodTemplate(pod_spec=V1PodSpec(containers=[MAIN]))

        WORKERS = PyTorch(worker=Worker(replicas=2))

        @task(task_config=WORKERS, pod_template=POOL)
        def train() -> None: ...

        @task(task_config=WORKERS, pod_template=POOL)
        def tune() -> None: ...

    Good::

        from copy import deepcopy

        from flytekit import PodTemplate, task
        from flytekitplugins.kfpytorch import PyTorch, Worker
        from kubernetes.client import V1Container, V1PodSpec

        MAIN = V1Container(name="primary")
        POOL = PodTemplate(pod_spec=V1PodSpec(containers=[MAIN]))

        WORKERS = PyTorch(worker=Worker(replicas=2))

        @task(task_config=WORKERS, pod_template=deepcopy(POOL))
        def train() -> None: ...

        @task(task_config=WORKERS, pod_template=POOL)
        def tune() -> None: ...
    """
    if call.mounted:
        yield hit(call.uses["pod_template"])


@rule("FYT731", on=PluginConfig, kind="refused", stage="import", since="0.2.0")
def missing_or_doubled_replicas(call: PluginConfig) -> Iterator[Hit]:
    """Replicas that are missing or given twice.

    The plugin raises ``ValueError: Must specify either num_workers or worker.replicas`` or ``Cannot specify both``
    while the module is imported, ``AttributeError`` for a dict in the place of a worker. Source:
    flytekitplugins-kfpytorch, -kfmpi and -kftensorflow, task.py.

    Bad::

        from flytekit import task
        from flytekitplugins.kfpytorch import PyTorch

        @task(task_config=PyTorch())
        def train() -> None: ...

    Good::

        from flytekit import task
        from flytekitplugins.kfpytorch import PyTorch, Worker

        @task(task_config=PyTorch(worker=Worker(replicas=2)))
        def train() -> None: ...
    """
    if call.incomplete:
        return
    remedies: Sequence[Remedy]
    for kind, old in _REQUIRED.get(short_name(call), {}).items():
        replica, count = call.get(kind), call.get(old)
        inner = replica.get("replicas") if isinstance(replica, Replica) else None
        lacks = call.lacks(kind) or isinstance(replica, Replica) and replica.lacks("replicas")
        kinds = f"{kind.title()}(...)" if kind != "ps" else "PS(...)"
        if isinstance(replica, Replica) and replica.title == "Master" and kind == "worker":
            yield hit(replica.position, f"{call.title} takes {kinds} for {kind}, not Master(...)")
        elif replica is not None and not isinstance(replica, Replica) and type_name(replica) is not None:
            message, remedies = f"{call.title} takes {kinds} for {kind}, not {describe_type(replica)}", ()
            if type_name(replica) == "int":
                name = f"{call.name.rpartition('.')[0]}.{kinds.partition('(')[0]}"
                remedies = wrapped(replica.position, f"{name}(replicas={{}})", needs=name)
            yield hit(replica.position, message, remedies=remedies)
        elif lacks and call.lacks(old):
            yield hit(call.position, f"{call.title} needs {kind}= with replicas=")
        elif number(count) and inner is not None and is_given(inner) and number(inner):
            yield hit(call.place(old), f"{call.title} takes {old} or replicas of {kind}, not both")


@rule("FYT732", "{field}=0 counts as not set", on=PluginConfig, kind="ignored", stage="undetected", since="0.2.0")
def zero_in_run_policy(call: PluginConfig) -> Iterator[Hit]:
    """A zero in a ``RunPolicy``.

    It vanishes on the way to the backend, which then reads its default: neither "no retries" nor "delete at once"
    happens. Source: flyteplugins, tasks/plugins/k8s/kfoperators/common/common_operator.go.

    Bad::

        from flytekitplugins.kfpytorch import RunPolicy

        policy = RunPolicy(ttl_seconds_after_finished=0)

    Good::

        from flytekitplugins.kfpytorch import RunPolicy

        policy = RunPolicy(ttl_seconds_after_finished=1)
    """
    if call.title == "RunPolicy":
        for field in ("backoff_limit", "ttl_seconds_after_finished", "active_deadline_seconds"):
            if is_zero(call.get(field)):
                yield hit(call.place(field), field=field)


@rule(
    "FYT733",
    "run_policy has no effect with nnodes=1, which runs a plain pod",
    on=PluginConfig,
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def ignored_single_node_policy(call: PluginConfig) -> Iterator[Hit]:
    """The run policy of an ``Elastic`` job of one node.

    It is no job of the operator but a plain pod, so the policy is dropped. Source: flytekitplugins-kfpytorch,
    task.py.

    Bad::

        from flytekitplugins.kfpytorch import Elastic, RunPolicy

        job = Elastic(nnodes=1, run_policy=RunPolicy(backoff_limit=2))

    Good::

        from flytekitplugins.kfpytorch import Elastic, RunPolicy

        job = Elastic(nnodes=2, run_policy=RunPolicy(backoff_limit=2))
    """
    policy = call.get("run_policy")
    single = call.lacks("nnodes") or number(call.get("nnodes")) == 1
    if short_name(call) == "kfpytorch.Elastic" and policy is not None and is_given(policy) and single:
        yield hit(call.place("run_policy"))


@rule("FYT734", on=PluginConfig, kind="refused", stage="import", since="0.2.0")
def malformed_nnodes(call: PluginConfig) -> Iterator[Hit]:
    """A number of nodes that is neither a number nor a range ``MIN:MAX``.

    The plugin raises ``ValueError: invalid literal for int() with base 10: 'auto'`` while the module is imported.
    Source: flytekitplugins-kfpytorch, task.py; torch, distributed/run.py.

    Bad::

        from flytekit import task
        from flytekitplugins.kfpytorch import Elastic

        @task(task_config=Elastic(nnodes="auto"))
        def train() -> None: ...

    Good::

        from flytekit import task
        from flytekitplugins.kfpytorch import Elastic

        @task(task_config=Elastic(nnodes="1:4"))
        def train() -> None: ...
    """
    value = call.get("nnodes")
    if short_name(call) != "kfpytorch.Elastic" or value is None:
        return
    text = string_of(value)
    if text is None:
        if is_none(value) or is_given(value) and type_name(value) != "int":
            yield hit(value.position, f'nnodes {format_value(value)} must be an int or a str such as "1:4"')
    elif not _NODES.fullmatch(text):
        yield hit(value.position, f'nnodes {format_value(value)} must be a number or a range such as "1:4"')
    else:
        low, _, high = text.partition(":")
        if high and len(text) < 20 and int(low) > int(high):
            yield hit(value.position, f"nnodes {format_value(value)} ends below its beginning")


@rule("FYT735", on=PluginConfig, kind="refused", stage="execution", since="0.2.0")
def malformed_elastic_launch(call: PluginConfig) -> Iterator[Hit]:
    """Processes per node and start method of an ``Elastic`` job that its pods cannot start with.

    ``nproc_per_node`` is a number, whatever its docstring says, and Python starts processes by ``spawn`` or ``fork``.
    Source: flytekitplugins-kfpytorch, task.py.

    Bad::

        from flytekitplugins.kfpytorch import Elastic

        job = Elastic(nnodes=2, nproc_per_node="gpu")

    Good::

        from flytekitplugins.kfpytorch import Elastic

        job = Elastic(nnodes=2, nproc_per_node=4)
    """
    if short_name(call) != "kfpytorch.Elastic":
        return
    processes, method = call.get("nproc_per_node"), string_of(call.get("start_method"))
    if processes is not None and is_given(processes) and type_name(processes) not in ("int", "bool"):
        yield hit(processes.position, f"nproc_per_node {format_value(processes)} must be an int")
    if method is not None and method not in ("spawn", "fork"):
        place = call.arguments["start_method"].position
        yield hit(place, f'start_method "{shorten(method)}" must be "spawn" or "fork"')


@rule("FYT736", on=Task, kind="refused", stage="import", since="0.2.0", holds="flytekitplugins-kfpytorch>=1.13.1")
def doubled_elastic_shared_memory(call: Task) -> Iterator[Hit]:
    """A pod template to which ``Elastic`` or ``PyTorch`` cannot add shared memory.

    They add a volume at ``/dev/shm`` unless told otherwise and raise ``ValueError`` while the module is imported when
    the template mounts it already or has several containers. Source: flytekitplugins-kfpytorch, task.py.

    Bad::

        from flytekit import PodTemplate, task
        from flytekitplugins.kfpytorch import Elastic
        from kubernetes.client import V1Container, V1PodSpec, V1Volume, V1VolumeMount

        SHM = V1Container(
            name="primary",
            volume_mounts=[V1VolumeMount(name="mem", mount_path="/dev/shm")],
        )
        POD = V1PodSpec(containers=[SHM], volumes=[V1Volume(name="mem")])

        @task(task_config=Elastic(nnodes=2), pod_template=PodTemplate(pod_spec=POD))
        def train() -> None: ...

    Good::

        from flytekit import PodTemplate, task
        from flytekitplugins.kfpytorch import Elastic
        from kubernetes.client import V1Container, V1PodSpec

        MAIN = V1Container(name="primary")

        @task(
            task_config=Elastic(nnodes=2),
            pod_template=PodTemplate(pod_spec=V1PodSpec(containers=[MAIN])),
        )
        def train() -> None: ...
    """
    config, template = call.get("task_config"), call.get("pod_template")
    if (
        not isinstance(config, PluginConfig)
        or short_name(config) not in _SHARED
        or not isinstance(template, PodTemplate)
    ):
        return
    adds = config.lacks("increase_shared_mem") or _is_on(config)
    spec = template.pod_spec()
    if not adds or spec is None or not call.lacks("shared_memory") or call.incomplete:
        return
    containers = spec.objects("containers")
    place = call.uses.get("pod_template", template.position)
    mounts = [mount.text("mount_path") for container in containers for mount in container.objects("volume_mounts")]
    if "/dev/shm" in mounts:
        what = "adds /dev/shm itself; set increase_shared_mem=False, or drop the mount and use shared_memory="
        yield hit(place, f"{config.title} {what}")
    elif len(containers) > 1:
        what = "cannot add shared memory to a pod template with several containers; set increase_shared_mem=False"
        yield hit(place, f"{config.title} {what}")


def _is_on(config: Call) -> bool:
    value = config.get("increase_shared_mem")
    return isinstance(value, Constant) and bool(value.value)


@rule(
    "FYT737",
    "num_workers= of {callee} breaks it; give worker=Worker(replicas=...)",
    on=PluginConfig,
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def deprecated_mpi_numbers(call: PluginConfig) -> Iterator[Hit]:
    """The deprecated number of workers of an MPI or Horovod job where the plugin multiplies another one.

    Serialization ends in ``TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'``. Source:
    flytekitplugins-kfmpi, task.py.

    Bad::

        from flytekit import task
        from flytekitplugins.kfmpi import HorovodJob

        @task(task_config=HorovodJob(num_workers=2, num_launcher_replicas=1))
        def train() -> None: ...

    Good::

        from flytekit import task
        from flytekitplugins.kfmpi import HorovodJob, Launcher, Worker

        @task(
            task_config=HorovodJob(
                worker=Worker(replicas=2), launcher=Launcher(replicas=1)
            )
        )
        def train() -> None: ...
    """
    worker, count = call.get("worker"), call.get("num_workers")
    lacks = call.lacks("worker") or isinstance(worker, Replica) and worker.lacks("replicas")
    if short_name(call) in ("kfmpi.HorovodJob", "kfmpi.MPIJob") and lacks and count is not None:
        if number(count) == 0 or number(count) and call.title == "HorovodJob":
            yield hit(call.place("num_workers"), callee=call.title)


@rule("FYT738", on=(PluginConfig, Replica), kind="ignored", stage="undetected", since="0.2.0")
def ignored_replica_setting(call: Call) -> Iterator[Hit]:
    """A number of replicas that the training operator replaces.

    A launcher always has one replica, and a negative number of replicas is none. Source: flyteplugins,
    tasks/plugins/k8s/kfoperators.

    Bad::

        from flytekitplugins.kfmpi import Launcher

        launcher = Launcher(replicas=2)

    Good::

        from flytekitplugins.kfmpi import Launcher

        launcher = Launcher(replicas=1)
    """
    replicas = number(call.get("replicas"))
    name = short_name(call)
    if not name.startswith("kf"):
        return
    if name == "kfmpi.Launcher" and replicas is not None and replicas > 1:
        yield hit(call.arguments["replicas"].position, "a Launcher always has 1 replica")
    elif replicas is not None and replicas < 0:
        yield hit(call.arguments["replicas"].position, f"replicas {replicas} is taken for 0")


@rule("FYT749", on=Replica, kind="ignored", stage="undetected", since="0.2.0")
def ignored_worker_command(call: Replica) -> Iterator[Hit]:
    """The command of an MPI worker.

    The operator replaces it; the command of the job is that of the launcher. Source: flyteplugins,
    tasks/plugins/k8s/kfoperators/mpi/mpi.go.

    Bad::

        from flytekitplugins.kfmpi import Worker

        worker = Worker(command=["mpirun", "python", "train.py"], replicas=2)

    Good::

        from flytekitplugins.kfmpi import Launcher

        launcher = Launcher(command=["mpirun", "python", "train.py"], replicas=1)
    """
    command = call.get("command")
    if short_name(call) == "kfmpi.Worker" and is_given(command) and string_of(command) is None:
        message = "command of a Worker is replaced by the operator; it belongs to the Launcher"
        yield hit(call.place("command"), message, remedies=dropped(call, "command"))


@rule("FYT750", on=Replica, kind="ignored", stage="undetected", since="0.2.0")
def evaluator_without_replicas(call: Replica) -> Iterator[Hit]:
    """Settings of a TensorFlow evaluator that never starts.

    An evaluator starts only with ``replicas``. Source: flyteplugins, tasks/plugins/k8s/kfoperators/tensorflow.

    Bad::

        from flytekit import Resources
        from flytekitplugins.kftensorflow import Evaluator

        evaluator = Evaluator(requests=Resources(cpu="1"))

    Good::

        from flytekit import Resources
        from flytekitplugins.kftensorflow import Evaluator

        evaluator = Evaluator(requests=Resources(cpu="1"), replicas=1)
    """
    if short_name(call) == "kftensorflow.Evaluator" and call.lacks("replicas"):
        for field in ("requests", "limits", "image"):
            if is_given(call.get(field)):
                message = f"{field} of an Evaluator has no effect without replicas="
                yield hit(call.place(field), message, remedies=dropped(call, field))


@rule("FYT739", on=(PluginConfig, Replica), kind="suspicious", stage="undetected", since="0.2.0")
def empty_elastic_job(call: Call) -> Iterator[Hit]:
    """An ``Elastic`` job of no nodes.

    The job has no pod and never starts. Source: flyteplugins, tasks/plugins/k8s/kfoperators.

    Bad::

        from flytekitplugins.kfpytorch import Elastic

        job = Elastic(nnodes=0)

    Good::

        from flytekitplugins.kfpytorch import Elastic

        job = Elastic(nnodes=1)
    """
    nodes = call.get("nnodes")
    if short_name(call) == "kfpytorch.Elastic" and nodes is not None and is_zero(nodes):
        yield hit(nodes.position, "nnodes is 0: the job has no pod and never starts")


@rule("FYT751", on=PluginConfig, kind="suspicious", stage="undetected", since="0.2.0")
def ignored_mpi_slots(call: PluginConfig) -> Iterator[Hit]:
    """More than one slot per worker of an MPI job.

    Flyte 1.16 writes a hostfile with one slot per worker and does not pass on the number. Source: flyteplugins,
    tasks/plugins/k8s/kfoperators/mpi/mpi.go.

    Bad::

        from flytekitplugins.kfmpi import Launcher, MPIJob, Worker

        MAIN = Launcher(replicas=1)
        job = MPIJob(launcher=MAIN, worker=Worker(replicas=2), slots=4)

    Good::

        from flytekitplugins.kfmpi import Launcher, MPIJob, Worker

        MAIN = Launcher(replicas=1)
        job = MPIJob(launcher=MAIN, worker=Worker(replicas=8), slots=1)
    """
    slots = call.get("slots")
    if short_name(call) in ("kfmpi.MPIJob", "kfmpi.HorovodJob") and slots is not None and (number(slots) or 1) > 1:
        message = "slots is not passed on by Flyte 1.16: mpirun asks for more slots than the hostfile has"
        yield hit(call.place("slots"), message, remedies=dropped(call, "slots"))


@rule("FYT752", on=Replica, kind="suspicious", stage="undetected", since="0.2.0")
def command_as_characters(call: Replica) -> Iterator[Hit]:
    """The command of an MPI replica as one string.

    It becomes a list of its characters. Source: flytekitplugins-kfmpi, task.py.

    Bad::

        from flytekitplugins.kfmpi import Launcher

        launcher = Launcher(command="mpirun train.py", replicas=1)

    Good::

        from flytekitplugins.kfmpi import Launcher

        launcher = Launcher(command=["mpirun", "train.py"], replicas=1)
    """
    command = call.get("command")
    if short_name(call) in ("kfmpi.Launcher", "kfmpi.Worker") and command is not None and string_of(command):
        message = "command is one str, which becomes a list of its characters"
        # A worker needs none at all.
        remedies = split(command) if call.title == "Launcher" else []
        yield hit(command.position, message, remedies=remedies)


@rule(
    "FYT740",
    "RunPolicy of a TfJob needs clean_pod_policy=",
    on=PluginConfig,
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def tensorflow_policy_without_pods(call: PluginConfig) -> Iterator[Hit]:
    """A run policy of a TensorFlow job that does not say which pods to clean.

    Serialization ends in ``AttributeError: 'NoneType' object has no attribute 'value'``; PyTorch and MPI jobs have a
    default. Source: flytekitplugins-kftensorflow, task.py.

    Bad::

        from flytekit import task
        from flytekitplugins.kftensorflow import PS, Chief, RunPolicy, TfJob, Worker

        FULL = {
            "worker": Worker(replicas=1),
            "ps": PS(replicas=1),
            "chief": Chief(replicas=1),
        }

        @task(task_config=TfJob(run_policy=RunPolicy(backoff_limit=2), **FULL))
        def train() -> None: ...

    Good::

        from flytekit import task
        from flytekitplugins.kftensorflow import (
            PS,
            Chief,
            CleanPodPolicy,
            RunPolicy,
            TfJob,
            Worker,
        )

        FULL = {
            "worker": Worker(replicas=1),
            "ps": PS(replicas=1),
            "chief": Chief(replicas=1),
        }

        @task(
            task_config=TfJob(
                run_policy=RunPolicy(clean_pod_policy=CleanPodPolicy.ALL), **FULL
            )
        )
        def train() -> None: ...
    """
    policy = call.get("run_policy")
    if short_name(call) == "kftensorflow.TfJob" and isinstance(policy, PluginConfig) and policy.title == "RunPolicy":
        if policy.lacks("clean_pod_policy"):
            yield hit(call.uses.get("run_policy", policy.position))


@rule("FYT741", on=(PluginConfig, Replica), kind="refused", stage="serialization", since="0.2.0")
def dask_without_workers(call: Call) -> Iterator[Hit]:
    """A Dask cluster without workers, or without a scheduler.

    Serialization ends in ``ValueError: Each worker group needs to have at least one worker``. Source:
    flytekitplugins-dask, models.py.

    Bad::

        from flytekit import task
        from flytekitplugins.dask import Dask, WorkerGroup

        @task(task_config=Dask(workers=WorkerGroup(number_of_workers=0)))
        def train() -> None: ...

    Good::

        from flytekit import task
        from flytekitplugins.dask import Dask, WorkerGroup

        @task(task_config=Dask(workers=WorkerGroup(number_of_workers=1)))
        def train() -> None: ...
    """
    count = call.get("number_of_workers")
    if short_name(call) == "dask.WorkerGroup" and count is not None:
        if is_none(count) or number(count) is not None and (number(count) or 0) < 1:
            yield hit(count.position, "number_of_workers must be at least 1")
    if short_name(call) == "dask.Dask":
        for field in ("scheduler", "workers"):
            value = call.get(field)
            if is_none(value):
                yield hit(value.position, f"{field} must not be None")


@rule(
    "FYT742",
    "scheduler takes Scheduler(...), not {found}: its number of workers is ignored; give workers=",
    on=PluginConfig,
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def workers_as_scheduler(call: PluginConfig) -> Iterator[Hit]:
    """A group of workers in the place of the scheduler, which is the first argument of ``Dask``.

    The cluster has one worker, without a word. Source: flytekitplugins-dask, task.py.

    Bad::

        from flytekitplugins.dask import Dask, WorkerGroup

        cluster = Dask(WorkerGroup(4))

    Good::

        from flytekitplugins.dask import Dask, WorkerGroup

        cluster = Dask(workers=WorkerGroup(4))
    """
    value = call.get("scheduler")
    if short_name(call) == "dask.Dask" and isinstance(value, Replica) and value.title == "WorkerGroup":
        place = call.uses.get("scheduler", value.position)
        yield hit(place, found=describe_type(value))


@rule(
    "FYT743",
    "pod_template= and task_config=Pod(...) are mutually exclusive",
    on=Task,
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def pod_beside_template(call: Task) -> Iterator[Hit]:
    """A pod template beside the older ``Pod`` of flytekitplugins-pod.

    Serialization ends in ``AttributeError: 'NoneType' object has no attribute 'image'``. Source:
    flytekitplugins-pod, task.py.

    Bad::

        from flytekit import PodTemplate, task
        from flytekitplugins.pod import Pod
        from kubernetes.client import V1PodSpec

        @task(
            task_config=Pod(pod_spec=V1PodSpec(containers=[])),
            pod_template=PodTemplate(),
        )
        def train() -> None: ...

    Good::

        from flytekit import task
        from flytekitplugins.pod import Pod
        from kubernetes.client import V1PodSpec

        @task(task_config=Pod(pod_spec=V1PodSpec(containers=[])))
        def train() -> None: ...
    """
    if call.plugin() == "pod.Pod" and isinstance(call.get("pod_template"), PodTemplate):
        yield hit(call.place("pod_template"))


@rule(
    "FYT744",
    'image of container "{name}" is replaced by that of the task',
    on=Task,
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def ignored_pod_image(call: Task) -> Iterator[Hit]:
    """An image on the primary container of the older ``Pod``.

    Unlike with a ``PodTemplate`` the image of the task wins. Source: flytekitplugins-pod, task.py.

    Bad::

        from flytekit import task
        from flytekitplugins.pod import Pod
        from kubernetes.client import V1Container, V1PodSpec

        @task(
            task_config=Pod(
                pod_spec=V1PodSpec(
                    containers=[V1Container(name="primary", image="team/app:1")]
                )
            )
        )
        def train() -> None: ...

    Good::

        from flytekit import task
        from flytekitplugins.pod import Pod
        from kubernetes.client import V1Container, V1PodSpec

        @task(
            container_image="team/app:1",
            task_config=Pod(
                pod_spec=V1PodSpec(containers=[V1Container(name="primary")])
            ),
        )
        def train() -> None: ...
    """
    template = call.get("task_config")
    container = template.primary_container() if isinstance(template, Pod) else None
    if container is not None and container.text("image"):
        yield hit(container.arguments["image"].position, name=container.text("name"))


@rule(
    "FYT745",
    "replicas of a {kind} must be above zero",
    on=PluginConfig,
    kind="refused",
    stage="execution",
    since="0.2.0",
)
def job_without_workers(call: PluginConfig) -> Iterator[Hit]:
    """An MPI or TensorFlow job without workers.

    The backend refuses it: ``number of workers must be greater than 0``. Source: flyteplugins,
    tasks/plugins/k8s/kfoperators/mpi/mpi.go, tensorflow/tensorflow.go.

    Bad::

        from flytekitplugins.kfmpi import Launcher, MPIJob, Worker

        job = MPIJob(launcher=Launcher(replicas=1), worker=Worker(replicas=0))

    Good::

        from flytekitplugins.kfmpi import Launcher, MPIJob, Worker

        job = MPIJob(launcher=Launcher(replicas=1), worker=Worker(replicas=2))
    """
    worker = call.get("worker")
    if short_name(call) in ("kfmpi.MPIJob", "kfmpi.HorovodJob", "kftensorflow.TfJob") and isinstance(worker, Replica):
        if is_zero(worker.get("replicas")) and not number(call.get("num_workers")):
            yield hit(worker.arguments["replicas"].position, kind="worker")


@rule(
    "FYT746",
    "the {title} does not inherit {names} from the task: without it here it gets the platform's default",
    on=Task,
    kind="suspicious",
    stage="undetected",
    since="0.2.0",
)
def partial_replica_resources(call: Task) -> Iterator[Hit]:
    """Resources of a replica that name CPU or memory only, beside a task that names the other.

    For PyTorch, MPI and TensorFlow jobs what is missing is the platform's default, for Dask nothing; only Ray takes it
    from the task. Source: flyteplugins, tasks/plugins/k8s/kfoperators/common/common_operator.go,
    tasks/plugins/k8s/dask/dask.go.

    Bad::

        from flytekit import Resources, task
        from flytekitplugins.kfpytorch import PyTorch, Worker

        @task(
            requests=Resources(cpu="8", mem="32Gi"),
            task_config=PyTorch(
                worker=Worker(replicas=2, requests=Resources(cpu="8"))
            ),
        )
        def train() -> None: ...

    Good::

        from flytekit import Resources, task
        from flytekitplugins.kfpytorch import PyTorch, Worker

        @task(
            task_config=PyTorch(
                worker=Worker(replicas=2, requests=Resources(cpu="8", mem="32Gi"))
            )
        )
        def train() -> None: ...
    """
    config = call.get("task_config")
    if not isinstance(config, PluginConfig) or not call.plugin().startswith(("kf", "dask.")):
        return
    asked = {name for _, resources in call.resources() for name in ("cpu", "mem") if resources.given(name)}
    for replica in config.arguments.values():
        if not isinstance(replica, Replica):
            continue
        for keyword, resources in replica.resources():
            named = {name for name, value in resources.arguments.items() if is_given(value)}
            missing = sorted(asked - {name for _, r in replica.resources() for name in r.arguments})
            if named and missing and not resources.incomplete and not replica.incomplete:
                yield hit(replica.place(keyword), title=replica.title, names=" and ".join(missing))
                break


@rule(
    "FYT747",
    "the task's GPU goes to the submitter, the head and every worker of the Ray job; give it to WorkerNodeConfig",
    on=Task,
    kind="suspicious",
    stage="undetected",
    since="0.2.0",
)
def gpu_outside_ray_workers(call: Task) -> Iterator[Hit]:
    """A GPU on the task of a Ray job that has workers.

    The resources of the task are those of the pod that submits the job, of the head and of every worker. Source:
    flyteplugins, tasks/plugins/k8s/ray/ray.go; flyte#5666.

    Bad::

        from flytekit import Resources, task
        from flytekitplugins.ray import RayJobConfig, WorkerNodeConfig

        @task(
            task_config=RayJobConfig(worker_node_config=[WorkerNodeConfig("a", 2)]),
            limits=Resources(gpu="1"),
        )
        def train() -> None: ...

    Good::

        from flytekit import Resources, task
        from flytekitplugins.ray import RayJobConfig, WorkerNodeConfig

        GROUP = WorkerNodeConfig("a", 2, limits=Resources(gpu="1"))

        @task(task_config=RayJobConfig(worker_node_config=[GROUP]))
        def train() -> None: ...
    """
    config = call.get("task_config")
    if call.plugin() == "ray.RayJobConfig" and isinstance(config, PluginConfig):
        groups = objects(config, "worker_node_config", "WorkerNodeConfig")
        if any(number(group.get("replicas")) for group in groups):
            for _, resources in call.resources():
                gpu = string_of(resources.get("gpu"))
                if gpu is not None and gpu.isdecimal() and int(gpu) > 0:
                    yield hit(resources.arguments["gpu"].position)


@rule("FYT748", on=PluginConfig, kind="ignored", stage="undetected", since="0.2.0")
def ignored_batch_priority(call: PluginConfig) -> Iterator[Hit]:
    """The scheduling priority of an AWS Batch job.

    The API calls it ``schedulingPriorityOverride``, so it is dropped. Source: flyteplugins,
    tasks/plugins/array/awsbatch/transformer.go.

    Bad::

        from flytekitplugins.awsbatch import AWSBatchConfig

        batch = AWSBatchConfig(schedulingPriority=5)

    Good::

        from flytekitplugins.awsbatch import AWSBatchConfig

        batch = AWSBatchConfig(platformCapabilities="EC2")
    """
    if short_name(call) == "awsbatch.AWSBatchConfig" and is_given(call.get("schedulingPriority")):
        yield hit(call.place("schedulingPriority"), "schedulingPriority is not passed on to AWS Batch")
