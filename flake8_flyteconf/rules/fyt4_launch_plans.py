"""FYT46: launch plans beside the workflows of the same file."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_flyteconf.rules.conversions import converted
from flake8_flyteconf.rules.predicates import describe_type, has_other_type, is_truthy, shorten, string_of, type_name
from flake8_flyteconf.rules.rule import Hit, close_to, hit, rule
from flake8_flyteconf.sdk import is_never_optional
from flake8_flyteconf.settings import Settings
from flake8_flyteconf.flytekit.calls import CronSchedule, FixedRate, LaunchPlan
from flake8_flyteconf.values import Call, Constant, DictValue, Entity, Input, Value, is_none

#: The types of values that flytekit takes for an input, by its annotation.
_VALUES = {
    "builtins.int": "int",
    "builtins.float": "float",
    "builtins.str": "str",
    "builtins.bool": "bool",
    "builtins.list": "list",
    "builtins.dict": "dict",
    "typing.List": "list",
    "typing.Dict": "dict",
    "datetime.datetime": "datetime",
    "datetime.timedelta": "timedelta",
}
#: What two launch plans of one name must have in common, with the value that counts as absent.
_COMPARED: dict[str, bool | None] = {
    "schedule": None,
    "labels": None,
    "annotations": None,
    "raw_output_data_config": None,
    "max_parallelism": None,
    "overwrite_cache": None,
    "auto_activate": False,
    "concurrency": None,
}
#: The argument in which two objects of a class must agree to be equal.
_TELLING = {
    "flytekit.Annotations": "values",
    "flytekit.ConcurrencyPolicy": "max_concurrency",
    "flytekit.CronSchedule": "schedule",
    "flytekit.Labels": "values",
    "flytekit.RawOutputDataConfig": "output_location_prefix",
}


@rule("FYT461", "workflow {workflow} has no input {key}{hint}", on=LaunchPlan, kind="refused", stage="import")
def unknown_input(call: LaunchPlan) -> Iterator[Hit]:
    """A default or fixed input that the workflow does not have.

    flytekit raises ``KeyError`` for default inputs and ``AssertionError: Received unexpected keyword argument`` for
    fixed ones while the module is imported. Source: flytekit, core/launch_plan.py.

    Bad::

        from flytekit import LaunchPlan, workflow

        @workflow
        def train(epochs: int) -> None: ...

        plan = LaunchPlan.get_or_create(
            train, name="ten-epochs", default_inputs={"epoch": 10}
        )

    Good::

        from flytekit import LaunchPlan, workflow

        @workflow
        def train(epochs: int) -> None: ...

        plan = LaunchPlan.get_or_create(
            train, name="epochs-by-default", default_inputs={"epochs": 10}
        )
    """
    entity = _workflow(call)
    if entity is not None:
        known = [each.name for each in entity.inputs or ()]
        for _, key, _ in _bound(call):
            text = string_of(key)
            if text is not None and text not in known:
                yield hit(
                    key.position, remedies=close_to(text, known, key.position), workflow=entity.label, key=shorten(text)
                )


@rule(
    "FYT462", "input {key} of {workflow} takes {expected}, not {found}", on=LaunchPlan, kind="refused", stage="import"
)
def wrong_input_type(call: LaunchPlan) -> Iterator[Hit]:
    """A default or fixed input of another type than the workflow declares.

    flytekit raises ``TypeTransformerFailedError`` while the module is imported. It converts nothing: not ``1`` to a
    ``float``, nor a tuple to a list. Source: flytekit, core/launch_plan.py and core/type_engine.py.

    Bad::

        from flytekit import LaunchPlan, workflow

        @workflow
        def train(epochs: int) -> None: ...

        plan = LaunchPlan.get_or_create(
            train, name="quoted-epochs", fixed_inputs={"epochs": "10"}
        )

    Good::

        from flytekit import LaunchPlan, workflow

        @workflow
        def train(epochs: int) -> None: ...

        plan = LaunchPlan.get_or_create(
            train, name="fixed-epochs", fixed_inputs={"epochs": 10}
        )
    """
    entity = _workflow(call)
    if entity is not None:
        kinds = {each.name: each.type for each in entity.inputs or ()}
        for field, key, value in _bound(call):
            expected = _VALUES.get(kinds.get(string_of(key) or "", ""))
            # None as a default takes the default away again.
            known = type_name(value) if not (field == "default_inputs" and is_none(value)) else None
            if expected is not None and known not in (None, expected):
                article = "an" if expected[0] in "aeiou" else "a"
                wanted, found = f"{article} {expected}", describe_type(value)
                yield hit(
                    value.position,
                    remedies=converted(value, f"{wanted}"),
                    key=string_of(key),
                    workflow=entity.label,
                    expected=wanted,
                    found=found,
                )


@rule("FYT463", "{field} takes a dict by input name, not {found}", on=LaunchPlan, kind="refused", stage="import")
def inputs_not_a_dict(call: LaunchPlan) -> Iterator[Hit]:
    """Default or fixed inputs of a launch plan in another shape than a dict.

    flytekit raises ``AttributeError: 'list' object has no attribute 'items'`` while the module is imported. Source:
    flytekit, core/launch_plan.py.

    Bad::

        from flytekit import LaunchPlan, workflow

        @workflow
        def train(epochs: int) -> None: ...

        plan = LaunchPlan.get_or_create(
            train, name="listed-epochs", default_inputs=[10]
        )

    Good::

        from flytekit import LaunchPlan, workflow

        @workflow
        def train(epochs: int) -> None: ...

        plan = LaunchPlan.get_or_create(
            train, name="named-epochs", default_inputs={"epochs": 10}
        )
    """
    for field in ("default_inputs", "fixed_inputs"):
        value = call.get(field)
        if value is not None and has_other_type(value, "dict") and is_truthy(value):
            yield hit(value.position, field=field, found=describe_type(value))


@rule(
    "FYT464",
    "scheduled launch plan leaves required input {key} of {workflow} without a value",
    on=LaunchPlan,
    kind="refused",
    stage="registration",
)
def unbound_scheduled_input(call: LaunchPlan, settings: Settings) -> Iterator[Hit]:
    """A schedule for a workflow with an input that nothing gives a value.

    flyteadmin refuses the launch plan: ``Cannot create a launch plan with a schedule if there is an unbound required
    input``. A default in the signature, ``default_inputs``, ``fixed_inputs`` or ``kickoff_time_input_arg`` binds it;
    flytekit takes the default None for none at all, where Python 3.11 does not make the type optional for it. Source:
    flyteadmin, manager/impl/validation/launch_plan_validator.go; flyte#1817.

    Bad::

        from flytekit import CronSchedule, LaunchPlan, workflow

        @workflow
        def train(epochs: int) -> None: ...

        plan = LaunchPlan.get_or_create(
            train, name="nightly-training", schedule=CronSchedule(schedule="@daily")
        )

    Good::

        from flytekit import CronSchedule, LaunchPlan, workflow

        @workflow
        def train(epochs: int) -> None: ...

        plan = LaunchPlan.get_or_create(
            train,
            name="nightly-epochs",
            schedule=CronSchedule(schedule="@daily"),
            fixed_inputs={"epochs": 10},
        )
    """
    entity, kickoff, bound = _workflow(call), _kickoff(call), _bound_names(call)
    if entity is not None and kickoff is not None and bound is not None:
        for each in entity.inputs or ():
            is_none = each.default == "NoneType" and is_never_optional(each.type)
            required = each.required or is_none and settings.releases.surely_python((3, 11))
            if required and each.name not in bound and each.name != string_of(kickoff):
                yield hit(call.place("schedule"), key=each.name, workflow=entity.label)


@rule("FYT465", "kickoff_time_input_arg {fault}{hint}", on=LaunchPlan, kind="refused", stage="registration")
def wrong_kickoff_input(call: LaunchPlan) -> Iterator[Hit]:
    """A kick-off time for an input that cannot take it.

    flyteadmin refuses the launch plan: the input must exist, must not be fixed, and must be a ``datetime``. Source:
    flyteadmin, manager/impl/validation/launch_plan_validator.go.

    Bad::

        from flytekit import CronSchedule, LaunchPlan, workflow

        @workflow
        def report(day: str = "") -> None: ...

        plan = LaunchPlan.get_or_create(
            report,
            name="report-text",
            schedule=CronSchedule(schedule="@daily", kickoff_time_input_arg="day"),
        )

    Good::

        from datetime import datetime

        from flytekit import CronSchedule, LaunchPlan, workflow

        @workflow
        def report(day: datetime) -> None: ...

        plan = LaunchPlan.get_or_create(
            report,
            name="report-day",
            schedule=CronSchedule(schedule="@daily", kickoff_time_input_arg="day"),
        )
    """
    entity, kickoff = _workflow(call), _kickoff(call)
    name = string_of(kickoff)
    if entity is None or kickoff is None or not name:
        return
    known: dict[str, Input] = {each.name: each for each in entity.inputs or ()}
    if name not in known:
        remedies = close_to(
            name, [key for key, each in known.items() if each.type == "datetime.datetime"], kickoff.position
        )
        yield hit(kickoff.position, remedies=remedies, fault=f'"{shorten(name)}" is not an input of {entity.label}')
    elif any(string_of(key) == name for field, key, _ in _bound(call) if field == "fixed_inputs"):
        yield hit(kickoff.position, fault=f'"{name}" is already one of fixed_inputs')
    elif known[name].type.startswith("builtins."):
        declared = known[name].type.removeprefix("builtins.")
        yield hit(kickoff.position, fault=f'must name a datetime input; "{name}" is declared as {declared}')


@rule(
    "FYT466",
    'a launch plan named "{name}" is already created on line {line}{reason}',
    on=LaunchPlan,
    kind="refused",
    stage="import",
)
def repeated_launch_plan(call: LaunchPlan) -> Iterator[Hit]:
    """Two different launch plans of one name.

    flytekit raises ``AssertionError: Trying to create two launch plans ... both named`` or ``Launch plan named ... was
    already created`` while the module is imported. Asking for the very same plan again is fine. Source: flytekit,
    core/launch_plan.py.

    Bad::

        from flytekit import LaunchPlan, workflow

        @workflow
        def train() -> None: ...

        narrow = LaunchPlan.get_or_create(
            train, name="train-daily", max_parallelism=1
        )
        wide = LaunchPlan.get_or_create(train, name="train-daily", max_parallelism=50)

    Good::

        from flytekit import LaunchPlan, workflow

        @workflow
        def train() -> None: ...

        narrow = LaunchPlan.get_or_create(
            train, name="train-narrow", max_parallelism=1
        )
        wide = LaunchPlan.get_or_create(train, name="train-wide", max_parallelism=50)
    """
    first = call.earlier
    reason = _difference(first, call) if first is not None and not call.incomplete else None
    if first is not None and reason is not None:
        yield hit(call.position, name=shorten(string_of(call.get("name"))), line=first.position.line, reason=reason)


def _difference(first: LaunchPlan, second: LaunchPlan) -> str | None:
    """In what two plans of one name surely differ, None when they may be the same."""
    if second.name.endswith(".create"):
        return "; create makes a new one each time"
    workflows = [plan.get("workflow") for plan in (first, second)]
    if len({entity.label for entity in workflows if isinstance(entity, Entity)}) == 2:
        return " for another workflow"
    for field, absent in _COMPARED.items():
        default = Constant(first.position, absent)
        if _surely_differ(first.get(field) or default, second.get(field) or default):
            return f" with another {field}"
    return None


def _surely_differ(first: Value, second: Value) -> bool:
    if isinstance(first, Constant) and isinstance(second, Constant):
        return first.value != second.value
    if (
        isinstance(first, DictValue)
        and isinstance(second, DictValue)
        and not first.incomplete
        and not second.incomplete
    ):
        texts = [{string_of(key): string_of(value) for key, value in mapping.entries} for mapping in (first, second)]
        known = all(key is not None and value is not None for each in texts for key, value in each.items())
        return known and texts[0] != texts[1]
    if isinstance(first, Call) and isinstance(second, Call) and first.name == second.name:
        # What else a class holds may be written in several ways, as minutes or hours for example.
        field = _TELLING.get(first.name, "")
        one, other = first.get(field), second.get(field)
        empty = any(value is None or is_none(value) or string_of(value) == "" for value in (one, other))
        return one is not None and other is not None and not empty and _surely_differ(one, other)
    kinds = {type_name(first), type_name(second)}
    return len(kinds) == 2 and None not in kinds


def _workflow(call: LaunchPlan) -> Entity | None:
    """The workflow of a plan, when it is defined in this file and its inputs are known."""
    value = call.get("workflow")
    if not isinstance(value, Entity) or value.decorator != "flytekit.workflow" or value.inputs is None:
        return None
    return value


def _bound(call: LaunchPlan) -> Iterator[tuple[str, Value, Value]]:
    """Argument, key and value of each default and fixed input."""
    for field in ("default_inputs", "fixed_inputs"):
        value = call.get(field)
        if isinstance(value, DictValue):
            for key, item in value.entries:
                yield field, key, item


def _bound_names(call: LaunchPlan) -> set[str] | None:
    """The names of all default and fixed inputs, None when not all of them are known."""
    for field in ("default_inputs", "fixed_inputs"):
        value = call.get(field)
        if not call.lacks(field) and not (isinstance(value, DictValue) and not value.incomplete):
            return None
    # None as a default takes the default away again.
    names = [string_of(key) for field, key, value in _bound(call) if not (field == "default_inputs" and is_none(value))]
    return None if None in names else {name for name in names if name is not None}


def _kickoff(call: LaunchPlan) -> Value | None:
    """The name of the input that takes the time of a scheduled plan, ``None`` as a value when there is none.

    Nothing at all when the plan has no schedule, or one that is not known.
    """
    schedule = call.get("schedule")
    runs = isinstance(schedule, FixedRate) or isinstance(schedule, CronSchedule) and string_of(schedule.get("schedule"))
    if not runs or not isinstance(schedule, Call) or schedule.incomplete:
        return None
    value = schedule.get("kickoff_time_input_arg")
    if value is None or is_none(value):
        return Constant(schedule.position, None)
    return value if string_of(value) is not None else None
