"""FYT3: arguments of tasks, workflows, nodes and whatever else flytekit offers to call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flake8_flyteconf.flytekit.objects import UNCALLED_TASK
from flake8_flyteconf.releases import package_of
from flake8_flyteconf.sdk import is_of_plugin, signature
from flake8_flyteconf.rules.conversions import dropped
from flake8_flyteconf.rules.predicates import entries_of, is_false, is_number, is_true, string_of
from flake8_flyteconf.rules.rule import Hit, hit, inserted, rule
from flake8_flyteconf.rules.availability import FORKS, arguments_ignored_so_far, is_newer, unknown_arguments
from flake8_flyteconf.flytekit.calls import (
    ContainerTask,
    MapTask,
    Overrides,
    PluginConfig,
    Pod,
    Task,
    TaskDefaults,
    Workflow,
)
from flake8_flyteconf.settings import Settings
from flake8_flyteconf.values import Call, Entity, Promise, QualifiedName, SequenceValue

_RESOURCES = {name: f"use requests=Resources({name}=...)" for name in ("cpu", "mem", "gpu", "ephemeral_storage")}
_MISNAMED = {
    **_RESOURCES,
    "memory": "use requests=Resources(mem=...)",
    "image": "use container_image",
    "env": "use environment",
    "env_vars": "use environment (env_vars belongs to Flyte 2)",
    "secrets": "use secret_requests",
    "template": "use pod_template",
    "pod_spec": "use pod_template=PodTemplate(pod_spec=...)",
    "tolerations": "use pod_template=PodTemplate(pod_spec=V1PodSpec(tolerations=..., containers=[]))",
    "node_selector": "use pod_template=PodTemplate(pod_spec=V1PodSpec(node_selector=..., containers=[]))",
    "volumes": "use pod_template=PodTemplate(pod_spec=V1PodSpec(volumes=..., containers=[]))",
    "service_account": "set it on the launch plan or in Options.default_from(k8s_service_account=...)",
    "max_retries": "use retries",
    "retry": "use retries",
    "plugin_config": "use task_config (plugin_config belongs to Flyte 2)",
    "report": "use enable_deck (report belongs to Flyte 2)",
    "triggers": "schedule a LaunchPlan (triggers belong to Flyte 2)",
}
#: What ``with_overrides`` swallows although a task has it, and where to say it instead.
_TASK_ONLY = (
    "environment",
    "secret_requests",
    "pod_template_name",
    "labels",
    "annotations",
    "enable_deck",
    "disable_deck",
)


@rule(
    "FYT301",
    "@{callee} has no argument {name}{hint}",
    on=(Task, Workflow, TaskDefaults),
    kind="refused",
    stage="import",
    unless_used=FORKS,
)
def unknown_task_argument(call: Call) -> Iterator[Hit]:
    """An argument that ``@task``, ``@dynamic`` or ``@workflow`` does not have.

    flytekit raises ``ValueError: Unrecognized argument(s) for task`` while the module is imported; ``@workflow`` a
    ``TypeError``. Source: flytekit, core/task.py, core/workflow.py.

    Bad::

        from flytekit import Resources, task

        @task(request=Resources(cpu="1"))
        def train() -> None: ...

    Good::

        from flytekit import Resources, task

        @task(requests=Resources(cpu="1"))
        def train() -> None: ...
    """
    known = signature(call.name)
    if known is not None and not known.swallows:
        callee = "task" if isinstance(call, TaskDefaults) else ""
        yield from unknown_arguments(call, _MISNAMED, callee)


@rule(
    "FYT302",
    "with_overrides ignores the argument {name}{hint}",
    on=Overrides,
    kind="ignored",
    stage="undetected",
    unless_used=FORKS,
)
def swallowed_override(call: Overrides, settings: Settings) -> Iterator[Hit]:
    """An argument that ``with_overrides`` takes and throws away.

    ``with_overrides`` accepts any keyword and looks at its own only, so the node runs without the override and nobody
    says so. Source: flytekit, core/node.py.

    Bad::

        from flytekit import task, workflow

        @task
        def train() -> None: ...

        @workflow
        def nightly() -> None:
            train().with_overrides(mem="4Gi")

    Good::

        from flytekit import Resources, task, workflow

        @task
        def train() -> None: ...

        @workflow
        def nightly() -> None:
            train().with_overrides(
                requests=Resources(mem="4Gi"), limits=Resources(mem="4Gi")
            )
    """
    on_the_task = {name: "set it on the task" for name in _TASK_ONLY}
    on_the_task.update(dict.fromkeys(("env", "env_vars"), "set environment on the task"))
    on_the_task["secrets"] = "set secret_requests on the task"
    yield from arguments_ignored_so_far(call, settings)
    for found in unknown_arguments(call, {**_MISNAMED, **on_the_task}):
        if (name := found.fields["name"]) in call.arguments:
            # What belongs elsewhere is not thrown away.
            yield found if found.fields["hint"] else replace(found, remedies=found.remedies or dropped(call, str(name)))


@rule("FYT303", "{callee} takes {name} once, not twice", on=Call, kind="refused", stage="import")
def repeated_argument(call: Call) -> Iterator[Hit]:
    """An argument that is given twice, or one that the class itself passes on.

    Python raises ``TypeError: ... got multiple values for argument`` while the module is imported; ``ContainerTask``
    gives its base class a ``task_config`` of its own. Source: flytekit, core/container_task.py; flyte#3560.

    Bad::

        from flytekit import Resources

        small = Resources("1", cpu="2")

    Good::

        from flytekit import Resources

        small = Resources(cpu="2")
    """
    for name in call.repeated:
        yield hit(call.place(name), callee=call.callee, name=name)
    if call.name == "flytekit.ContainerTask" and "task_config" in call.keywords:
        place = call.place("task_config")
        yield hit(place, "ContainerTask sets task_config itself; leave it out", remedies=dropped(call, "task_config"))


@rule("FYT304", on=Call, kind="refused", stage="import")
def missing_argument(call: Call, settings: Settings) -> Iterator[Hit]:
    """A required argument that is not given.

    Python raises ``TypeError: ... missing 1 required positional argument`` while the module is imported.

    Bad::

        from flytekit import ContainerTask

        hello = ContainerTask(name="hello", command=["echo", "hello"])

    Good::

        from flytekit import ContainerTask

        hello = ContainerTask(
            name="hello", image="alpine:3", command=["echo", "hello"]
        )
    """
    known = signature(call.name)
    if known is None or call.incomplete or not all(known.accepts(name) for name in call.arguments):
        return
    missing = [name for name in known.required if name not in call.arguments and not is_newer(call, name, settings)]
    if missing:
        # Of older plugins it is not known what they required.
        holds = f"{package_of(call.name)}>=1.10" if is_of_plugin(call.name) else ""
        yield hit(call.position, f'{call.callee} needs {" and ".join(f"{name}=" for name in missing)}', holds=holds)


@rule(
    "FYT305",
    '"{name}" is a promise in a workflow and has no value yet, but {field}= needs one; call the task in @dynamic',
    on=Overrides,
    kind="refused",
    stage="serialization",
)
def promise_in_overrides(call: Overrides) -> Iterator[Hit]:
    """A workflow input or task result as an argument of ``with_overrides``.

    The body of ``@workflow`` runs once, when the workflow is compiled; flytekit raises ``AssertionError: Cannot use a
    promise in the retries`` then. In ``@dynamic`` the same name has a value. Source: flytekit, core/node.py.

    Bad::

        from flytekit import task, workflow

        @task
        def train() -> None: ...

        @workflow
        def nightly(retries: int = 3) -> None:
            train().with_overrides(retries=retries)

    Good::

        from flytekit import dynamic, task

        @task
        def train() -> None: ...

        @dynamic
        def nightly(retries: int = 3) -> None:
            train().with_overrides(retries=retries)
    """
    for field in (
        "retries",
        "interruptible",
        "container_image",
        "accelerator",
        "cache",
        "shared_memory",
        "pod_template",
    ):
        value = call.get(field)
        if isinstance(value, Promise):
            yield hit(value.position, name=value.name, field=field)


_CONTAINER_TASK = {
    "retries": "use metadata=TaskMetadata(retries=...)",
    "timeout": "use metadata=TaskMetadata(timeout=...)",
    "cache": "use metadata=TaskMetadata(cache=...)",
    "cache_version": "use metadata=TaskMetadata(cache_version=...)",
    "interruptible": "use metadata=TaskMetadata(interruptible=...)",
    "args": "use arguments",
    "env": "use environment",
    "container_image": "use image",
    "labels": "use pod_template=PodTemplate(labels=...)",
    "annotations": "use pod_template=PodTemplate(annotations=...)",
    "pod_labels": "use pod_template=PodTemplate(labels=...)",
    "volumes": "use pod_template=PodTemplate(pod_spec=V1PodSpec(volumes=..., containers=[]))",
    "shared_memory": "mount /dev/shm in pod_template=",
    **_RESOURCES,
}


@rule(
    "FYT306",
    "{callee} ignores the argument {name}{hint}",
    on=(ContainerTask, MapTask),
    kind="ignored",
    stage="undetected",
    unless_used=FORKS,
)
def swallowed_argument(call: Call, settings: Settings) -> Iterator[Hit]:
    """An argument that ``ContainerTask``, ``ShellTask`` or ``map_task`` takes and throws away.

    They accept any keyword and look at their own only, so nothing happens, without a word. Source: flytekit,
    core/container_task.py, core/base_task.py, core/array_node_map_task.py; flyte#4461.

    Bad::

        from flytekit import ContainerTask

        hello = ContainerTask(
            name="hello", image="alpine:3", command=["echo"], retries=3
        )

    Good::

        from flytekit import ContainerTask, TaskMetadata

        hello = ContainerTask(
            name="hello",
            image="alpine:3",
            command=["echo"],
            metadata=TaskMetadata(retries=3),
        )
    """
    hints = {"max_concurrency": "use concurrency"} if isinstance(call, MapTask) else _CONTAINER_TASK
    if call.name == "flytekit.ShellTask":
        hints = {name: hint for name, hint in hints.items() if name in ("retries", "cache", "timeout", "interruptible")}
    yield from arguments_ignored_so_far(call, settings)
    for found in unknown_arguments(call, hints):
        if (name := found.fields["name"]) in call.arguments:
            yield replace(found, remedies=found.remedies or dropped(call, str(name)))


#: Overrides that live in the task of a node, so that only a node with a task carries them.
_OF_THE_TASK = ("requests", "limits", "resources", "container_image", "accelerator", "shared_memory", "pod_template")
_WITHOUT_TASK = {
    "flytekit.workflow": "a sub-workflow",
    "flytekit.LaunchPlan.create": "a launch plan",
    "flytekit.LaunchPlan.get_or_create": "a launch plan",
    "flytekit.reference_task": "a reference task",
    "flytekit.reference_workflow": "a reference workflow",
    "flytekit.reference_launch_plan": "a reference launch plan",
}


@rule("FYT307", "{name}= has no effect on {entity}; {remedy}", on=Overrides, kind="ignored", stage="undetected")
def override_without_task(call: Overrides) -> Iterator[Hit]:
    """Resources or an image overridden on a node that does not run a task.

    The node of a sub-workflow, a launch plan or a reference is serialized without them; name, retries and timeout are
    kept. Source: flytekit, tools/translator.py; flyte#3525.

    Bad::

        from flytekit import Resources, task, workflow

        @task
        def train() -> None: ...

        @workflow
        def inner() -> None:
            train()

        @workflow
        def outer() -> None:
            inner().with_overrides(limits=Resources(cpu="4"))

    Good::

        from flytekit import Resources, task, workflow

        @task
        def train() -> None: ...

        @workflow
        def inner() -> None:
            train().with_overrides(limits=Resources(cpu="4"))

        @workflow
        def outer() -> None:
            inner()
    """
    entity = _WITHOUT_TASK.get(call.entity)
    if entity is not None:
        remedy = "set it where the task is defined" if "reference" in entity else "override its tasks"
        for name in _OF_THE_TASK:
            if name in call.arguments:
                yield hit(call.place(name), remedies=dropped(call, name), name=name, entity=entity, remedy=remedy)


@rule(
    "FYT308",
    "{name}= is reset by the next with_overrides(); put all overrides into one call",
    on=Overrides,
    kind="ignored",
    stage="undetected",
)
def chained_overrides(call: Overrides) -> Iterator[Hit]:
    """An override that the next ``with_overrides`` of the chain takes back.

    Each call sets the accelerator and the shared memory anew, from nothing when they are not given. Source: flytekit,
    core/node.py.

    Bad::

        from flytekit import task, workflow

        @task
        def train() -> None: ...

        @workflow
        def nightly() -> None:
            train().with_overrides(shared_memory="2Gi").with_overrides(retries=2)

    Good::

        from flytekit import task, workflow

        @task
        def train() -> None: ...

        @workflow
        def nightly() -> None:
            train().with_overrides(shared_memory="2Gi", retries=2)
    """
    if call.before is not None and not call.incomplete:
        given = any(name in call.arguments for name in ("accelerator", "shared_memory"))
        for name in ("accelerator", "shared_memory"):
            if call.before.given(name) and not given:
                yield hit(call.before.place(name), name=name)


@rule(
    "FYT309",
    "with_overrides belongs to a node; call the task first",
    on=Overrides,
    kind="refused",
    stage="serialization",
)
def overrides_on_uncalled_task(call: Overrides) -> Iterator[Hit]:
    """``with_overrides`` on a task instead of on its call.

    A task has no such method, and compiling the workflow ends in ``AttributeError: ... has no attribute
    'with_overrides'``. Source: flytekit, core/node.py.

    Bad::

        from flytekit import task, workflow

        @task
        def train() -> None: ...

        @workflow
        def nightly() -> None:
            train.with_overrides(retries=2)

    Good::

        from flytekit import task, workflow

        @task
        def train() -> None: ...

        @workflow
        def nightly() -> None:
            train().with_overrides(retries=2)
    """
    if call.entity == UNCALLED_TASK:
        yield hit(call.position)


@rule(
    "FYT362",
    "min_successes= has no effect{advice}",
    on=MapTask,
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def ignored_min_successes(call: MapTask) -> Iterator[Hit]:
    """A number of successes beside a ratio of them.

    Only one of the two is sent, and the ratio, which is 1.0 unless it is None, wins: one failure fails the map task.
    Only local runs count the number. Source: flytekit, core/array_node_map_task.py; flytekit#2480.

    Bad::

        from flytekit import map_task, task

        @task
        def square(x: int) -> int:
            return x * x

        squares = map_task(square, min_successes=2)

    Good::

        from flytekit import map_task, task

        @task
        def square(x: int) -> int:
            return x * x

        squares = map_task(square, min_success_ratio=0.5)
    """
    value, ratio = call.get("min_successes"), call.get("min_success_ratio")
    if value is None or not is_number(value) or value.value <= 0 or call.incomplete:
        return
    if ratio is None:
        remedies = inserted(call.position, "min_success_ratio=None", safe=False)
        advice = " beside the default min_success_ratio=1.0; give a ratio, or min_success_ratio=None"
        yield hit(call.place("min_successes"), remedies=remedies, advice=advice)
    elif is_number(ratio):
        advice = " beside min_success_ratio="
        # One that a partial gives may be right in another call of it.
        is_own = call.place("min_successes").place > call.position.place
        remedies = dropped(call, "min_successes") if is_own else []
        yield hit(call.place("min_successes"), remedies=remedies, advice=advice)


@rule(
    "FYT367",
    "{name} has no effect without enable_deck=True",
    on=(Task, PluginConfig),
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def deck_that_is_disabled(call: Call) -> Iterator[Hit]:
    """What a deck shows, for a task without one.

    Decks are disabled unless ``enable_deck=True``, so nothing is written. Source: flytekit, core/base_task.py;
    flyte#4463, flyte#5618.

    Bad::

        from flytekit import task
        from flytekit.deck import DeckField

        @task(deck_fields=(DeckField.INPUT,))
        def train() -> None: ...

    Good::

        from flytekit import task
        from flytekit.deck import DeckField

        @task(enable_deck=True, deck_fields=(DeckField.INPUT,))
        def train() -> None: ...
    """
    if call.incomplete or isinstance(call, PluginConfig) and call.title != "NotebookTask":
        return
    if call.name == "flytekit.eager":
        return  # it has a deck by itself
    is_on = not (call.lacks("enable_deck") or is_false(call.get("enable_deck")))
    if is_on or not (call.lacks("disable_deck") or is_true(call.get("disable_deck"))):
        return
    name = "render_deck" if isinstance(call, PluginConfig) else "deck_fields"
    value = call.get(name)
    is_asked = is_true(value) if name == "render_deck" else isinstance(value, SequenceValue) and bool(value.items)
    if value is not None and is_asked:
        written = {"enable_deck", "disable_deck"} & set(call.keywords)
        remedies = [] if written else inserted(call.position, "enable_deck=True", safe=False)
        yield hit(call.place(name), remedies=remedies, name=f"{name}=")


@rule(
    "FYT373",
    "map_task over a task with task_config=Pod runs an empty pod; give the task a pod_template",
    on=MapTask,
    kind="refused",
    stage="pod creation",
    since="0.2.0",
    holds="flytekit>=1.12",
)
def mapped_pod_task(call: MapTask) -> Iterator[Hit]:
    """A mapped task whose pod is that of the Pod plugin.

    Since 1.12 it is serialized as the first version of such a task with the pod where the second one has it, so the
    backend reads an empty pod. ``pod_template=`` of the task says the same and is mapped. Source: flyteplugins,
    tasks/plugins/k8s/pod/plugin.go; flyte#6347.

    Bad::

        from flytekit import map_task, task
        from flytekitplugins.pod import Pod
        from kubernetes.client import V1Container, V1PodSpec

        SPEC = V1PodSpec(containers=[V1Container(name="primary")])

        @task(task_config=Pod(pod_spec=SPEC))
        def square(x: int) -> int:
            return x * x

        squares = map_task(square)

    Good::

        from flytekit import PodTemplate, map_task, task
        from kubernetes.client import V1Container, V1PodSpec

        SPEC = V1PodSpec(containers=[V1Container(name="primary")])

        @task(pod_template=PodTemplate(pod_spec=SPEC))
        def square(x: int) -> int:
            return x * x

        squares = map_task(square)
    """
    target = call.get("target")
    task = target.configuration if isinstance(target, Entity) else None
    if isinstance(task, Task) and isinstance(task.get("task_config"), Pod):
        yield hit(call.position)


@rule(
    "FYT374",
    "output {name} of a container task cannot be {type}; {advice}",
    on=ContainerTask,
    kind="refused",
    stage="execution",
    since="0.2.0",
)
def unreadable_output(call: ContainerTask) -> Iterator[Hit]:
    """An output of a container task of a type that cannot be read from a file.

    The task runs, and its outputs fail to be uploaded: the container that does so reads simple values, files and
    directories only. Source: flytecopilot, data/upload.go; flyte#6662.

    Bad::

        from flytekit import ContainerTask, kwtypes

        sums = ContainerTask(
            name="sums",
            image="busybox:1",
            command=["sums"],
            outputs=kwtypes(sums=list[int]),
        )

    Good::

        from flytekit import ContainerTask, kwtypes
        from flytekit.types.file import FlyteFile

        sums = ContainerTask(
            name="sums",
            image="busybox:1",
            command=["sums"],
            outputs=kwtypes(sums=FlyteFile),
        )
    """
    if call.name == "flytekit.ContainerTask":
        yield from unsupported_outputs(call, "use FlyteFile")


#: Types of outputs that the co-pilot of container tasks does not upload, as a message names them.
_NOT_UPLOADED = {
    "builtins.list": "a list",
    "builtins.list[]": "a list",
    "typing.List": "a list",
    "typing.List[]": "a list",
    "builtins.dict[]": "a dict",
    "typing.Dict[]": "a dict",
    "typing.Optional[]": "Optional",
    "typing.Union[]": "a union",
    "types.UnionType": "a union",
    "flytekit.StructuredDataset": "a StructuredDataset",
    "flyte.io.DataFrame": "a DataFrame",
    "pandas.DataFrame": "a DataFrame",
}


def unsupported_outputs(call: Call, advice: str) -> Iterator[Hit]:
    """A hit for each output of a container task that cannot be uploaded, with ``name``, ``type`` and ``advice``."""
    outputs = call.get("outputs")
    for key, value in entries_of(outputs):
        name = string_of(key)
        if name is not None and isinstance(value, QualifiedName) and value.name in _NOT_UPLOADED:
            yield hit(value.position, name=name, type=_NOT_UPLOADED[value.name], advice=advice)
