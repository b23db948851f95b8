"""FYT35: types and numbers of the arguments that flytekit takes as they are and stumbles over later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flake8_flyteconf.flytekit import cron
from flake8_flyteconf.kubernetes import validation
from flake8_flyteconf.rules.conversions import converted, dropped, mistyped
from flake8_flyteconf.rules.predicates import (
    describe_type,
    entries_of,
    is_given,
    is_truthy,
    is_utf8,
    shorten,
    string_of,
    type_name,
)
from flake8_flyteconf.rules.rule import Hit, hit, removed, rule
from flake8_flyteconf.flytekit.calls import (
    Accelerator,
    Cache,
    ConcurrencyPolicy,
    ContainerTask,
    CronSchedule,
    Documentation,
    Gate,
    ImageSpec,
    LaunchPlan,
    MapTask,
    Overrides,
    Secret,
    ShellTask,
    Task,
    TaskMetadata,
)
from flake8_flyteconf.values import Call, Constant, Entity, SequenceValue

#: What an argument takes: in the words of a message, and the names of the types. No type is whatever is not plain.
Types = tuple[str, tuple[str, ...]]
_STR: Types = ("a str", ("str",))
_INT: Types = ("an int", ("int", "bool"))
_BOOL: Types = ("a bool", ("bool", "int"))
_LIST: Types = ("a list", ("list",))
_DICT: Types = ("a dict", ("dict",))
_DURATION: Types = ("datetime.timedelta(...)", ("timedelta",))
_TIMEOUT: Types = ("int seconds or datetime.timedelta(...)", ("int", "bool", "timedelta"))
_WORKFLOW: Types = ("a workflow", ())
_METADATA: Types = ("TaskMetadata(...)", ("TaskMetadata",))

#: Refused while the module is imported.
_AT_IMPORT: Mapping[type[Call], Mapping[str, Types]] = {
    TaskMetadata: {"timeout": _TIMEOUT},
    ContainerTask: {"metadata": _METADATA},
    CronSchedule: {"schedule": _STR, "cron_expression": _STR, "offset": _STR},
    ImageSpec: {
        "name": _STR,
        "registry": _STR,
        **dict.fromkeys(
            (
                "packages",
                "conda_packages",
                "conda_channels",
                "apt_packages",
                "pip_extra_index_url",
                "entrypoint",
                "commands",
            ),
            ("a list of str", ("list", "str")),  # a string is FYT336, but for the entry point
        ),
    },
    LaunchPlan: {"workflow": _WORKFLOW},
    Secret: {"env_var": _STR},
}
#: Refused when the task, node or plan is serialized.
_AT_SERIALIZATION: Mapping[type[Call], Mapping[str, Types]] = {
    TaskMetadata: {
        "cache_version": _STR,
        "deprecated": _STR,
        "interruptible": _BOOL,
        "pod_template_name": _STR,
        "retries": _INT,
    },
    Task: {"cache": ("a bool or Cache(...)", ("bool", "int", "Cache")), "task_resolver": ("a task resolver", ())},
    Overrides: {"aliases": ("a dict of str", ("dict",)), "name": _STR, "node_name": _STR},
    Cache: {"version": _STR},
    ContainerTask: {
        "io_strategy": ("a member of ContainerTask.IOStrategy", ()),
        "metadata_format": ("a member of ContainerTask.MetadataFormat", ()),
    },
    MapTask: {
        "concurrency": _INT,
        "metadata": _METADATA,
        "min_success_ratio": ("a number", ("int", "float", "bool")),
        "min_successes": _INT,
    },
    Secret: {
        "group": _STR,
        "group_version": _STR,
        "key": _STR,
        "mount_requirement": ("a member of Secret.MountType", ()),
    },
    ConcurrencyPolicy: {
        "behavior": ("a member of ConcurrencyLimitBehavior", ("int",)),
        "max_concurrency": _INT,
    },
    LaunchPlan: {"trigger": ("OnSchedule(...)", ())},
    Documentation: {"short_description": _STR},
    Gate: {"duration": _DURATION, "timeout": _DURATION},
    ImageSpec: {"requirements": ("a path", ("str", "Path"))},
}

_UINT32, _INT64 = (0, 2**32 - 1), (0, 2**63 - 1)
#: Whole numbers as protobuf takes them.
_RANGES: Mapping[type[Call], Mapping[str, tuple[int, int]]] = {
    Task: {"retries": _UINT32},
    Overrides: {"retries": _UINT32},
    TaskMetadata: {"retries": _UINT32},
    MapTask: {"concurrency": _INT64, "min_successes": _INT64},
}


def _wrong(call: Call, tables: Mapping[type[Call], Mapping[str, Types]]) -> Iterator[Hit]:
    for kind, fields in tables.items():
        for field, (expected, types) in fields.items() if isinstance(call, kind) else ():
            value = call.get(field)
            if value is None or not is_given(value) or not is_truthy(value) or type_name(value) in types:
                continue
            if not (types == _STR[1] and is_utf8(value)):
                yield hit(
                    value.position,
                    remedies=[] if field in ("env_var", "schedule") else converted(value, expected),
                    field=field,
                    callee=call.callee,
                    expected=expected,
                    found=describe_type(value),
                )


@rule(
    "FYT351",
    "{field} of {callee} must be {expected}, not {found}",
    on=tuple(_AT_IMPORT),
    kind="refused",
    stage="import",
    since="0.2.0",
)
def wrong_type_in_constructor(call: Call) -> Iterator[Hit]:
    """An argument of a type that flytekit cannot use even while the module is imported.

    It ends in ``AttributeError: 'str' object has no attribute 'python_interface'`` where the name of a plan is in the
    place of its workflow, in a ``ValueError`` or a ``TypeError`` elsewhere. Source: flytekit, core/launch_plan.py,
    core/base_task.py, core/schedule.py, image_spec/image_spec.py.

    Bad::

        from flytekit import LaunchPlan, workflow

        @workflow
        def nightly() -> None: ...

        plan = LaunchPlan.get_or_create("nightly", nightly)

    Good::

        from flytekit import LaunchPlan, workflow

        @workflow
        def nightly() -> None: ...

        plan = LaunchPlan.get_or_create(nightly, "by-night")
    """
    yield from _wrong(call, _AT_IMPORT)


@rule(
    "FYT352",
    "{field} of {callee} must be {expected}, not {found}",
    on=tuple(_AT_SERIALIZATION),
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def wrong_type_at_serialization(call: Call) -> Iterator[Hit]:
    """An argument of a type that flytekit keeps and cannot serialize.

    It ends in ``TypeError: bad argument type for built-in operation`` or ``Fail to convert to Duration``, an
    ``AttributeError`` or an ``AssertionError``. Source: flytekit, core/gate.py, core/node.py, models/.

    Bad::

        from flytekit import sleep, workflow

        @workflow
        def nightly() -> None:
            sleep(60)

    Good::

        from datetime import timedelta

        from flytekit import sleep, workflow

        @workflow
        def nightly() -> None:
            sleep(timedelta(seconds=60))
    """
    yield from _wrong(call, _AT_SERIALIZATION)
    aliases = call.get("aliases") if isinstance(call, Overrides) else None
    for _, item in entries_of(aliases):
        if type_name(item) not in (None, "str"):
            yield mistyped(item, "a str", field="each alias", callee=call.callee)


@rule(
    "FYT353",
    "{field} {number} must be from {low} to {high}",
    on=tuple(_RANGES),
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def number_out_of_range(call: Call) -> Iterator[Hit]:
    """A number that its protobuf message cannot hold.

    Serialization ends in ``ValueError: Value out of range: -1``. Source: flyteidl, core/literals.proto
    (RetryStrategy), plugins/array_job.proto.

    Bad::

        from flytekit import task

        @task(retries=-1)
        def train() -> None: ...

    Good::

        from flytekit import task

        @task(retries=0)
        def train() -> None: ...
    """
    for kind, fields in _RANGES.items():
        for field, (low, high) in fields.items() if isinstance(call, kind) else ():
            value = call.get(field)
            if isinstance(value, Constant) and type(value.value) is int and not low <= value.value <= high:
                yield hit(
                    value.position, remedies=dropped(call, field), field=field, number=value.value, low=low, high=high
                )


@rule("FYT354", on=TaskMetadata, kind="refused", stage="import", since="0.2.0")
def contradicting_metadata(call: TaskMetadata) -> Iterator[Hit]:
    """Settings of the cache in ``TaskMetadata`` that do not go together.

    flytekit raises ``ValueError: Caching is enabled`` while the module is imported. Source: flytekit, core/base_task.py
    (TaskMetadata).

    Bad::

        from flytekit import ContainerTask, TaskMetadata

        hello = ContainerTask(
            name="hello",
            image="alpine:3",
            command=["echo"],
            metadata=TaskMetadata(cache=True),
        )

    Good::

        from flytekit import ContainerTask, TaskMetadata

        CACHED = TaskMetadata(cache=True, cache_version="1")
        hello = ContainerTask(
            name="hello", image="alpine:3", command=["echo"], metadata=CACHED
        )
    """
    cache = call.get("cache")
    unversioned = call.lacks("cache_version") or string_of(call.get("cache_version")) == ""
    if isinstance(cache, Constant) and cache.value and unversioned:
        yield hit(call.place("cache"), 'cache=True needs cache_version="..."')
    elif call.lacks("cache") or isinstance(cache, Constant) and not cache.value:
        for name in ("cache_serialize", "cache_ignore_input_vars"):
            value = call.get(name)
            if value is not None and is_truthy(value):
                yield hit(call.place(name), f"{name}= needs cache=True", remedies=dropped(call, name))


@rule(
    "FYT355",
    "node_dependency_hints= is for @dynamic; a {entity} finds its nodes by itself",
    on=Task,
    kind="refused",
    stage="import",
    since="0.2.0",
)
def ignored_dependency_hints(call: Task) -> Iterator[Hit]:
    """Hints of the nodes of a task that makes none.

    flytekit raises ``ValueError: node_dependency_hints should only be used on dynamic tasks`` while the module is
    imported. Source: flytekit, core/python_function_task.py.

    Bad::

        from flytekit import task

        @task
        def prepare() -> None: ...

        @task(node_dependency_hints=[prepare])
        def train() -> None: ...

    Good::

        from flytekit import dynamic, task

        @task
        def prepare() -> None: ...

        @dynamic(node_dependency_hints=[prepare])
        def train() -> None: ...
    """
    hints = call.get("node_dependency_hints")
    if call.name == "flytekit.task" and isinstance(hints, SequenceValue) and call.lacks("execution_mode"):
        yield hit(call.place("node_dependency_hints"), entity="task")


@rule("FYT356", on=Accelerator, kind="refused", stage="pod creation", since="0.2.0")
def malformed_accelerator(call: Accelerator) -> Iterator[Hit]:
    """The name of a device that no node can be labelled with.

    It becomes the value of a label that the node of the pod must have, and Kubernetes refuses the pod. Source:
    flyteplugins, tasks/pluginmachinery/flytek8s/pod_helper.go (ApplyGPUNodeSelectors).

    Bad::

        from flytekit import Resources, task
        from flytekit.extras.accelerators import GPUAccelerator

        @task(requests=Resources(gpu="1"), accelerator=GPUAccelerator("NVIDIA A100"))
        def train() -> None: ...

    Good::

        from flytekit import Resources, task
        from flytekit.extras.accelerators import GPUAccelerator

        @task(
            requests=Resources(gpu="1"),
            accelerator=GPUAccelerator("nvidia-tesla-a100"),
        )
        def train() -> None: ...
    """
    device = call.get("device")
    text = string_of(device)
    if device is not None and text and (fault := validation.label_value(text)):
        yield hit(device.position, f'accelerator "{shorten(text)}" {fault}')


#: The decks of ``DeckField``.
_DECKS = ("Dependencies", "Input", "Output", "Source Code", "Timeline")


@rule("FYT357", on=Task, kind="refused", stage="import", since="0.2.0")
def unknown_deck_field(call: Task) -> Iterator[Hit]:
    """A deck that flytekit does not have, or the decks as one string.

    flytekit raises ``ValueError: Element ... from deck_fields param is not a valid deck field`` while the module is
    imported, when the deck is enabled. Source: flytekit, core/base_task.py.

    Bad::

        from flytekit import task

        @task(enable_deck=True, deck_fields=["Inputs"])
        def train() -> None: ...

    Good::

        from flytekit import task

        @task(enable_deck=True, deck_fields=["Input"])
        def train() -> None: ...
    """
    enabled, fields = call.get("enable_deck"), call.get("deck_fields")
    if fields is None or not (isinstance(enabled, Constant) and enabled.value is True):
        return
    if text := string_of(fields):
        yield hit(fields.position, f'deck_fields must be a list of DeckField, not "{shorten(text)}"')
    for item in fields.items if isinstance(fields, SequenceValue) else ():
        text = string_of(item)
        if text is not None and text not in _DECKS:
            yield hit(item.position, f'deck_fields "{shorten(text)}" must be one of {", ".join(_DECKS)}')


@rule(
    "FYT358",
    "map_task takes a task, not {label}, which is a {kind}",
    on=MapTask,
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def mapped_non_task(call: MapTask) -> Iterator[Hit]:
    """A workflow, a task that makes nodes or a container task in ``map_task``.

    Compiling the workflow ends in ``ValueError: Only PythonFunctionTask with default execution mode (not @dynamic or
    @eager) and PythonInstanceTask are supported in map tasks``. Source: flytekit, core/array_node_map_task.py.

    Bad::

        from flytekit import map_task, workflow

        @workflow
        def square(x: int = 1) -> None: ...

        @workflow
        def squares() -> None:
            map_task(square)(x=[1, 2])

    Good::

        from flytekit import map_task, task, workflow

        @task
        def square(x: int = 1) -> None: ...

        @workflow
        def squares() -> None:
            map_task(square)(x=[1, 2])
    """
    target = call.get("target")
    if isinstance(target, Entity) and target.decorator in _NEVER_MAPPED:
        yield hit(target.position, label=target.label, kind=_NEVER_MAPPED[target.decorator])
    elif isinstance(target, ContainerTask) and target.name == "flytekit.ContainerTask":
        yield hit(target.position, label="ContainerTask(...)", kind="task of another kind")


_NEVER_MAPPED = {
    "flytekit.workflow": "workflow",
    "flytekit.dynamic": "dynamic workflow",
    "flytekit.eager": "eager workflow",
}


@rule(
    "FYT359",
    "ShellTask takes script= or script_file=, {fault}",
    on=ShellTask,
    kind="refused",
    stage="import",
    since="0.2.0",
)
def missing_or_doubled_script(call: ShellTask) -> Iterator[Hit]:
    """A shell task without a script, or with two.

    flytekit raises ``ValueError: Either a script or script_file is needed`` or ``Only either of script or script_file
    can be provided`` while the module is imported. Source: flytekit, extras/tasks/shell.py.

    Bad::

        from flytekit.extras.tasks.shell import ShellTask

        hello = ShellTask(name="hello")

    Good::

        from flytekit.extras.tasks.shell import ShellTask

        hello = ShellTask(name="hello", script="echo hello")
    """
    given = [name for name in ("script", "script_file") if (value := call.get(name)) is not None and is_truthy(value)]
    if len(given) == 2:
        yield hit(call.place("script_file"), fault="not both")
    elif call.lacks("script") and call.lacks("script_file"):
        yield hit(call.position, fault="and has neither")


@rule(
    "FYT360",
    'offset "{text}" must be an ISO 8601 duration such as "PT10M"',
    on=CronSchedule,
    kind="refused",
    stage="import",
    since="0.2.0",
)
def malformed_offset(call: CronSchedule) -> Iterator[Hit]:
    """The offset of a schedule in a form that is no duration.

    flytekit raises ``ValueError: Offset is invalid. It must be an ISO 8601 duration`` while the module is imported.
    Source: flytekit, core/schedule.py.

    Bad::

        from flytekit import CronSchedule

        nightly = CronSchedule(schedule="0 0 * * *", offset="10m")

    Good::

        from flytekit import CronSchedule

        nightly = CronSchedule(schedule="0 0 * * *", offset="PT10M")
    """
    offset = call.get("offset")
    text = string_of(offset)
    if offset is not None and text is not None and not cron.is_duration(text):
        yield hit(offset.position, text=shorten(text))


@rule("FYT361", "@eager ignores the argument {name}", on=Task, kind="ignored", stage="undetected", since="0.2.0")
def ignored_by_eager(call: Task) -> Iterator[Hit]:
    """An argument that ``@eager`` takes and throws away.

    Since 1.15 flytekit makes no metadata for an eager workflow: it is neither retried nor cached and has no timeout.
    Source: flytekit, core/task.py (eager), core/base_task.py.

    Bad::

        from flytekit import eager

        @eager(retries=3)
        async def nightly() -> None: ...

    Good::

        from flytekit import eager

        @eager
        async def nightly() -> None: ...
    """
    for name, position in call.ignored.items():
        yield hit(position, remedies=removed(position), name=name)
