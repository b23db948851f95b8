"""FYT44 and FYT45: arguments of ``@workflow``, and how workflows are executed."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_flyteconf.rules.conversions import converted, dropped, mistyped
from flake8_flyteconf.rules.predicates import has_other_type, is_truthy, type_name
from flake8_flyteconf.rules.rule import Edit, Hit, Remedy, closest, did_you_mean, hit, renamed, rule
from flake8_flyteconf.flytekit.calls import (
    DefaultOptions,
    Execution,
    Options,
    PluginConfig,
    WithOptions,
    Workflow,
)
from flake8_flyteconf.sdk import is_never_optional
from flake8_flyteconf.rules.availability import FORKS
from flake8_flyteconf.values import Call, Constant, Definition, Entity, Input, SequenceValue, format_value, is_none

#: The fields of ``default_options`` that reach the default launch plan.
_USED = ("labels", "annotations")


@rule("FYT441", "{name} must be {expected}, not {found}", on=Workflow, kind="refused", stage="import")
def wrong_workflow_value(call: Workflow) -> Iterator[Hit]:
    """A flag or a failure policy of a workflow of the wrong type.

    flytekit raises ``FlyteValidationException: Interruptible must be boolean`` or ``Failure policy ... not acceptable``
    while the module is imported. Source: flytekit, core/workflow.py.

    Bad::

        from flytekit import workflow

        @workflow(interruptible="yes")
        def nightly() -> None: ...

    Good::

        from flytekit import workflow

        @workflow(interruptible=True)
        def nightly() -> None: ...
    """
    value = call.get("interruptible")
    if value is not None and type_name(value) not in (None, "bool"):
        yield hit(
            value.position,
            remedies=converted(value, "True or False") or dropped(call, "interruptible"),
            name="interruptible",
            expected="True or False",
            found=format_value(value),
        )
    value = call.get("failure_policy")
    if value is not None and type_name(value) in ("str", "int", "bool") and is_truthy(value):
        expected = "WorkflowFailurePolicy.FAIL_IMMEDIATELY or FAIL_AFTER_EXECUTABLE_NODES_COMPLETE"
        yield mistyped(value, expected, name="failure_policy")


@rule("FYT442", "{name} must be {expected}, not {found}", on=Workflow, kind="refused", stage="serialization")
def unserializable_workflow_value(call: Workflow) -> Iterator[Hit]:
    """Documentation or a failure handler of a workflow of the wrong type.

    Registration ends in ``AttributeError: 'str' object has no attribute 'to_flyte_idl'``. Source: flytekit,
    core/workflow.py.

    Bad::

        from flytekit import workflow

        @workflow(docs="Trains every night.")
        def nightly() -> None: ...

    Good::

        from flytekit import Documentation, workflow

        @workflow(docs=Documentation(short_description="Trains every night."))
        def nightly() -> None: ...
    """
    value = call.get("docs")
    if value is not None and has_other_type(value, "Documentation") and is_truthy(value):
        yield mistyped(value, "Documentation(...)", name="docs")
    value = call.get("on_failure")
    if value is not None and type_name(value) in ("str", "int") and is_truthy(value):
        yield mistyped(value, "a task or workflow", name="on_failure")


@rule(
    "FYT443",
    "{field} in default_options has no effect, only labels and annotations do; create a LaunchPlan for it",
    on=Workflow,
    kind="ignored",
    stage="undetected",
)
def unused_default_option(call: Workflow) -> Iterator[Hit]:
    """A field of ``default_options`` that flytekit does not copy to the default launch plan.

    Only labels and annotations are; ``max_parallelism``, notifications and the rest vanish. Source: flytekit,
    core/launch_plan.py (get_default_launch_plan).

    Bad::

        from flytekit import Options, workflow

        @workflow(default_options=Options(max_parallelism=5))
        def nightly() -> None: ...

    Good::

        from flytekit import Labels, Options, workflow

        @workflow(default_options=Options(labels=Labels({"team": "ml"})))
        def nightly() -> None: ...
    """
    options = call.get("default_options")
    if isinstance(options, (Options, DefaultOptions)):
        for field, value in options.arguments.items():
            if field not in _USED and is_truthy(value):
                yield hit(options.place(field), field=field)


@rule(
    "FYT444",
    "flytekit has no with_options; pass options= to FlyteRemote.execute or create a LaunchPlan",
    on=WithOptions,
    kind="refused",
    stage="import",
)
def invented_with_options(call: WithOptions) -> Iterator[Hit]:
    """``with_options`` on a task or workflow.

    Python raises ``AttributeError: 'PythonFunctionWorkflow' object has no attribute 'with_options'``. Options are given
    to ``FlyteRemote.execute`` and to the registration of a launch plan; nodes have ``with_overrides``. Source:
    flytekit, core/workflow.py.

    Bad::

        from flytekit import Options, workflow

        @workflow
        def nightly() -> None: ...

        wide = nightly.with_options(options=Options(max_parallelism=50))

    Good::

        from flytekit import LaunchPlan, workflow

        @workflow
        def nightly() -> None: ...

        wide = LaunchPlan.get_or_create(
            nightly, name="wide-nightly", max_parallelism=50
        )
    """
    yield hit(call.position)


@rule(
    "FYT445",
    "on_failure takes the {entity} itself; leave out the call",
    on=Workflow,
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def called_failure_handler(call: Workflow) -> Iterator[Hit]:
    """The call of a task where the handler of failures belongs.

    The task runs while the module is imported, and its result is no handler: the workflow has none. Source: flytekit,
    core/workflow.py; flyte#4999.

    Bad::

        from flytekit import task, workflow

        @task
        def clean() -> None: ...

        @workflow(on_failure=clean())
        def nightly() -> None: ...

    Good::

        from flytekit import task, workflow

        @task
        def clean() -> None: ...

        @workflow(on_failure=clean)
        def nightly() -> None: ...
    """
    if call.calls_handler:
        yield hit(call.arguments["on_failure"].position, entity="task or workflow")


@rule(
    "FYT446",
    "{handler} cannot handle failures of the workflow: {fault}",
    on=Workflow,
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def unsuitable_failure_handler(call: Workflow) -> Iterator[Hit]:
    """A handler of failures whose inputs do not fit those of the workflow.

    ``FlyteFailureNodeInputMismatchException`` when the workflow is compiled: the handler takes every input of the
    workflow, with the same type, and further ones must be Optional; a default does not make them so. Source: flytekit,
    core/workflow.py; flytekit#2693.

    Bad::

        from flytekit import task, workflow

        @task
        def clean(name: str) -> None: ...

        @task
        def train() -> None: ...

        @workflow(on_failure=clean)
        def nightly() -> None:
            train()

    Good::

        from flytekit import task, workflow

        @task
        def clean() -> None: ...

        @task
        def train() -> None: ...

        @workflow(on_failure=clean)
        def nightly() -> None:
            train()
    """
    handler = call.get("on_failure")
    if not isinstance(handler, Entity) or handler.inputs is None or call.inputs is None:
        return
    own, others = {each.name: each for each in handler.inputs}, {each.name: each for each in call.inputs}
    place = call.uses.get("on_failure", handler.position)
    for name, each in others.items():
        if name not in own:
            yield hit(place, handler=handler.label, fault=f"it does not take {name}")
        elif each.type and own[name].type and each.type != own[name].type and _are_plain(each, own[name]):
            known = f"{name} is {own[name].type.rpartition('.')[2]}, not {each.type.rpartition('.')[2]}"
            yield hit(place, handler=handler.label, fault=known)
    for name, each in own.items():
        if name not in others and is_never_optional(each.type) and each.default != "NoneType":
            fault = f"its input {name} is neither one of the workflow nor Optional"
            yield hit(place, handler=handler.label, fault=fault)


def _are_plain(*inputs: Input) -> bool:
    """Whether types are surely not the same under other names."""
    return all(each.type.startswith("builtins.") and each.type[9:] not in ("list", "dict") for each in inputs)


@rule(
    "FYT451",
    "{field}= in these options is not sent with the execution; {advice}",
    on=Execution,
    kind="ignored",
    stage="undetected",
)
def unsent_option(call: Execution) -> Iterator[Hit]:
    """Notifications or ``overwrite_cache`` in the options of an execution.

    ``FlyteRemote.execute`` sends an empty list of notifications, and ``overwrite_cache`` only as its own argument.
    Source: flytekit, remote/remote.py (_execute).

    Bad::

        from flytekit import Email, Options, WorkflowExecutionPhase
        from flytekit.configuration import Config
        from flytekit.remote import FlyteRemote

        def launch() -> None:
            remote = FlyteRemote(Config.auto())
            failed = Email(
                phases=[WorkflowExecutionPhase.FAILED],
                recipients_email=["me@example.com"],
            )
            remote.execute(
                remote.fetch_workflow(name="nightly"),
                options=Options(notifications=[failed]),
            )

    Good::

        from flytekit import Labels, Options
        from flytekit.configuration import Config
        from flytekit.remote import FlyteRemote

        def launch() -> None:
            remote = FlyteRemote(Config.auto())
            remote.execute(
                remote.fetch_workflow(name="nightly"),
                options=Options(labels=Labels({"team": "ml"})),
            )
    """
    options = call.get("options")
    if not isinstance(options, Options):
        return
    notifications, disabled = options.get("notifications"), options.get("disable_notifications")
    if (
        isinstance(notifications, SequenceValue)
        and notifications.items
        and not (disabled is not None and is_truthy(disabled))
    ):
        yield hit(
            options.place("notifications"),
            remedies=dropped(options, "notifications"),
            field="notifications",
            advice="put them on the launch plan",
        )
    overwrite = options.get("overwrite_cache")
    if isinstance(overwrite, Constant) and overwrite.value is True and call.lacks("overwrite_cache"):
        yield hit(options.place("overwrite_cache"), field="overwrite_cache", advice="pass overwrite_cache= to execute")


@rule(
    "FYT452",
    "disable_notifications=False needs notifications=[...] in FlyteRemote.execute; leave it out",
    on=Execution,
    kind="refused",
    stage="execution",
)
def enabled_notifications_without_list(call: Execution) -> Iterator[Hit]:
    """``disable_notifications=False`` without notifications in the options of an execution.

    ``FlyteRemote.execute`` makes a list of them and fails with ``TypeError: 'NoneType' object is not iterable``. Left
    out, the notifications of the launch plan are sent. Source: flytekit, remote/remote.py (_execute).

    Bad::

        from flytekit import Options
        from flytekit.configuration import Config
        from flytekit.remote import FlyteRemote

        def launch() -> None:
            remote = FlyteRemote(Config.auto())
            remote.execute(
                remote.fetch_workflow(name="nightly"),
                options=Options(disable_notifications=False),
            )

    Good::

        from flytekit import Options
        from flytekit.configuration import Config
        from flytekit.remote import FlyteRemote

        def launch() -> None:
            remote = FlyteRemote(Config.auto())
            remote.execute(
                remote.fetch_workflow(name="nightly"),
                options=Options(max_parallelism=10),
            )
    """
    options = call.get("options")
    if isinstance(options, Options) and options.lacks("notifications"):
        flag = options.get("disable_notifications")
        if isinstance(flag, Constant) and not flag.value and not is_none(flag):
            yield hit(flag.position)


@rule(
    "FYT447",
    '"{name}" is a promise and has no value yet; make the {of} in a task or in @dynamic',
    on=Definition,
    kind="refused",
    stage="serialization",
    unless_used=FORKS,
    since="0.2.0",
)
def promise_in_dataclass(call: Definition) -> Iterator[Hit]:
    """A workflow input or task result in a field of a dataclass.

    ``TypeError: can not serialize 'Promise' object``: the body of a workflow runs once, when the workflow is compiled.
    Source: flytekit, core/promise.py; flytesnacks#911.

    Bad::

        from dataclasses import dataclass

        from flytekit import task, workflow

        @dataclass
        class Settings:
            epochs: int

        @task
        def train(settings: Settings) -> None: ...

        @workflow
        def nightly(epochs: int) -> None:
            train(settings=Settings(epochs=epochs))

    Good::

        from flytekit import task, workflow

        @task
        def train(epochs: int) -> None: ...

        @workflow
        def nightly(epochs: int) -> None:
            train(epochs=epochs)
    """
    for promise, name in call.promises:
        yield hit(promise.position, name=promise.name, of=name)


@rule(
    "FYT448",
    "min_success_ratio lets results be None; declare List[Optional[{item}]] where they go, not List[{item}]",
    on=Definition,
    kind="refused",
    stage="serialization",
    unless_used=FORKS,
    since="0.2.0",
    holds="flytekit>=1.13.15",
)
def list_without_optional(call: Definition) -> Iterator[Hit]:
    """Results of a mapped task of which some may fail, where a list without None is declared.

    ``AssertionError`` or ``FlyteValidationException``, which is one: ``Expected type 'typing.List[int]' does not match
    upstream type 'typing.List[typing.Optional[int]]'``. Source: flytekit, core/array_node_map_task.py; flyte#1709.

    Bad::

        from typing import List

        from flytekit import map_task, task, workflow

        @task
        def score(row: int) -> int:
            return row

        @workflow
        def nightly(rows: List[int]) -> List[int]:
            return map_task(score, min_success_ratio=0.9)(row=rows)

    Good::

        from typing import List, Optional

        from flytekit import map_task, task, workflow

        @task
        def score(row: int) -> int:
            return row

        @workflow
        def nightly(rows: List[int]) -> List[Optional[int]]:
            return map_task(score, min_success_ratio=0.9)(row=rows)
    """
    for position, item, declared in call.optional:
        edit = Edit(declared, "Optional[{}]", "wrap", needs="typing.Optional")
        yield hit(position, item=item, remedies=[Remedy([edit], safe=False)])


@rule(
    "FYT449",
    "{label} {fault}{hint}",
    on=Definition,
    kind="refused",
    stage="serialization",
    unless_used=FORKS,
    since="0.2.0",
)
def wrong_node_inputs(call: Definition) -> Iterator[Hit]:
    """Inputs that a workflow gives to a task or workflow that does not have them, or does not get all it needs.

    Compiling the workflow ends in ``AssertionError: Received unexpected keyword argument``, or in ``FlyteAssertion:
    Input rows was not specified``. Source: flytekit, core/promise.py.

    Bad::

        from flytekit import task, workflow

        @task
        def train(rows: int) -> int:
            return rows

        @workflow
        def nightly(rows: int) -> int:
            return train(row=rows)

    Good::

        from flytekit import task, workflow

        @task
        def train(rows: int) -> int:
            return rows

        @workflow
        def nightly(rows: int) -> int:
            return train(rows=rows)
    """
    for position, entity, positional, keywords in call.nodes:
        if entity.inputs is None:
            continue
        known = [each.name for each in entity.inputs]
        unknown = [name for name in keywords if name not in known]
        later = entity.inputs[positional:]
        missing = [f"{each.name}=" for each in later if each.required and each.name not in keywords]
        if not (unknown or missing) or not _has_inputs_of_function(entity):
            continue
        for name in unknown:
            meant = closest(name, set(known) - set(keywords))
            remedies = renamed(keywords[name], meant)
            fields = {"label": entity.label, "fault": f"has no input {name}", "hint": did_you_mean(meant)}
            yield hit(keywords[name], remedies=remedies, **fields)
        if not unknown:
            yield hit(position, label=entity.label, fault=f"needs {' and '.join(missing)}", hint="")


def _has_inputs_of_function(entity: Entity) -> bool:
    """Whether a task takes what its function takes: a plugin of the project may add inputs or give some itself."""
    settings = entity.configuration
    if settings is None:
        return True
    config = settings.get("task_config") if isinstance(settings, Call) else settings
    return config is None and isinstance(settings, Call) and not settings.incomplete or isinstance(config, PluginConfig)
