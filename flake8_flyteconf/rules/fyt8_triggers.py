"""FYT85: triggers, schedules and notifications of the Flyte 2 SDK."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flake8_flyteconf.flytekit import cron
from flake8_flyteconf.flyte2 import calls as flyte2
from flake8_flyteconf.kubernetes import validation
from flake8_flyteconf.rules.flyte2_types import describe, items_of, type_of
from flake8_flyteconf.rules.predicates import entries_of, is_number, shorten, string_of
from flake8_flyteconf.rules.rule import Hit, close_to, did_you_mean, hit, replaced, rule, string
from flake8_flyteconf.values import Call, DictValue, Input, QualifiedName, SequenceValue, Value, is_none

_TIME = "flyte.TriggerTime"


@rule(
    "FYT851",
    "automation takes flyte.Cron(...), FixedRate(...) or OnArtifact(...); with {found} the trigger never fires",
    on=flyte2.Trigger,
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def automation_that_never_fires(call: flyte2.Trigger) -> Iterator[Hit]:
    """Something else than an automation in ``automation=``.

    Every stage accepts it, and the trigger is deployed without a schedule: it never fires. Source: flyte,
    _internal/runtime/trigger_serde.py.

    Bad::

        import flyte

        nightly = flyte.Trigger("nightly", automation="0 0 * * *")

    Good::

        import flyte

        nightly = flyte.Trigger("nightly", automation=flyte.Cron("0 0 * * *"))
    """
    value = call.get("automation")
    if value is None or is_none(value):
        return
    if type_of(value) not in (None, "flyte.Cron", "flyte.FixedRate", "flyte.OnArtifact"):
        yield hit(value.position, found=describe(value))


@rule(
    "FYT852",
    'cron expression "{text}" {fault}',
    on=flyte2.Object,
    models=("Cron",),
    kind="refused",
    stage="registration",
    since="0.2.0",
)
def malformed_cron_expression(call: flyte2.Object) -> Iterator[Hit]:
    """A cron expression or time zone that the scheduler of Flyte 2 does not understand.

    The SDK checks nothing; the service answers ``InvalidArgument: trigger has invalid cron expression``. There are five
    fields and Sunday is 0. Source: robfig/cron (``ParseStandard``); flyte backend.

    Bad::

        import flyte

        weekly = flyte.Trigger("weekly", flyte.Cron("0 0 * * 7"))

    Good::

        import flyte

        weekly = flyte.Trigger("weekly", flyte.Cron("0 0 * * 0"))
    """
    if call.name != "flyte.Cron":
        return
    value = call.get("expression")
    text = string_of(value)
    if value is not None and text is not None and (fault := cron.fault_in_flyte_2(text)):
        new = cron.corrected(text)
        remedies = replaced(value.position, string(new)) if new else []
        yield hit(value.position, remedies=remedies, text=shorten(text), fault=fault)


#: The names of the time zone database without a region.
_ZONES = frozenset(
    """CET CST6CDT Cuba EET EST EST5EDT Egypt Eire Factory GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST Hongkong
    Iceland Iran Israel Jamaica Japan Kwajalein Libya Local MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland
    Portugal ROC ROK Singapore Turkey UCT UTC Universal W-SU WET Zulu""".split()
)
#: Regions to which no city is added any more.
_CLOSED = {
    "US": frozenset(
        """Alaska Aleutian Arizona Central East-Indiana Eastern Hawaii Indiana-Starke Michigan Mountain Pacific
        Pacific-New Samoa""".split()
    )
}


@rule(
    "FYT853",
    'timezone "{text}" is not in the time zone database{hint}',
    on=flyte2.Object,
    models=("Cron",),
    kind="refused",
    stage="registration",
    since="0.2.0",
)
def unknown_time_zone(call: flyte2.Object) -> Iterator[Hit]:
    """A time zone that the scheduler does not know.

    The service answers ``unknown time zone``. Names are those of the tz database, in its spelling; abbreviations such
    as ``EDT`` are none of it. A city of a region is not checked here, because cities are added. Source:
    flyte backend; Go, time.LoadLocation.

    Bad::

        import flyte

        nightly = flyte.Trigger("nightly", flyte.Cron("0 0 * * *", timezone="EDT"))

    Good::

        import flyte

        nightly = flyte.Trigger(
            "nightly", flyte.Cron("0 0 * * *", timezone="America/New_York")
        )
    """
    value = call.get("timezone") if call.name == "flyte.Cron" else None
    text = string_of(value)
    if value is None or not text:
        return
    region, slash, city = text.partition("/")
    if not slash and text not in _ZONES:
        yield hit(
            value.position, remedies=close_to(text, _ZONES, value.position) if len(text) > 3 else [], text=shorten(text)
        )
    elif slash and region in _CLOSED and city not in _CLOSED[region]:
        yield hit(value.position, text=shorten(text), hint=did_you_mean("America/New_York") if region == "US" else "")


@rule(
    "FYT854",
    'trigger sets the input "{name}", which the task does not have{hint}',
    on=flyte2.TaskDecorator,
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def unknown_trigger_input(call: flyte2.TaskDecorator) -> Iterator[Hit]:
    """An input of a trigger that the task does not have.

    Deployment ends in ``ValueError: Trigger default input 'row' must be an input to the task``. Source: flyte,
    _internal/runtime/trigger_serde.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task(
            triggers=flyte.Trigger(
                "nightly", flyte.Cron("0 0 * * *"), inputs={"row": 5}
            )
        )
        def job(rows: int = 1) -> int:
            return rows

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task(
            triggers=flyte.Trigger(
                "nightly", flyte.Cron("0 0 * * *"), inputs={"rows": 5}
            )
        )
        def job(rows: int = 1) -> int:
            return rows
    """
    if call.inputs is None or call.variadic is not None:
        return
    known = [each.name for each in call.inputs]
    for trigger in items_of(call.get("triggers")):
        for written in (*(key for key, _ in entries_of_trigger(trigger)), _input_for_the_time(trigger)):
            name = string_of(written)
            if written is not None and name is not None and name not in known:
                yield hit(written.position, remedies=close_to(name, known, written.position), name=shorten(name))


def _input_for_the_time(trigger: Value) -> Value | None:
    return trigger.get("trigger_time_input_key") if isinstance(trigger, flyte2.Trigger) else None


def entries_of_trigger(trigger: Value) -> Sequence[tuple[Value, Value]]:
    """The inputs that a trigger sets, as far as they are known."""
    inputs = trigger.get("inputs") if isinstance(trigger, flyte2.Trigger) else None
    return inputs.entries if isinstance(inputs, DictValue) else ()


@rule(
    "FYT855",
    "trigger: {fault}, so every run fails",
    on=flyte2.TaskDecorator,
    kind="suspicious",
    stage="undetected",
    since="0.2.0",
)
def trigger_whose_runs_fail(call: flyte2.TaskDecorator) -> Iterator[Hit]:
    """A trigger that starts runs without a required input, or with one of another type.

    Deployment succeeds; unlike flyteadmin, the service of Flyte 2 does not compare. Source: flyte,
    _internal/runtime/trigger_serde.py; flyte backend.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task(triggers=flyte.Trigger.daily())
        def job(rows: int) -> int:
            return rows

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task(triggers=flyte.Trigger.daily(inputs={"rows": 5}))
        def job(rows: int) -> int:
            return rows
    """
    if call.inputs is None or call.variadic is not None:
        return
    types = {each.name: each.type for each in call.inputs}
    for trigger in items_of(call.get("triggers")):
        if not isinstance(trigger, flyte2.Trigger):
            continue
        for key, value in entries_of_trigger(trigger):
            wanted = types.get(string_of(key) or "", "")
            if _is_of_another_type(value, wanted):
                found = "the time of the trigger" if isinstance(value, QualifiedName) else describe(value)
                yield hit(value.position, fault=f"{string_of(key)} is {found} and not {wanted.rpartition('.')[2]}")
        yield from _missing(trigger, call.inputs)


def _missing(trigger: flyte2.Trigger, inputs: tuple[Input, ...]) -> Iterator[Hit]:
    given = trigger.get("inputs")
    start = trigger.get("trigger_time_input_key")
    if trigger.incomplete or given is not None and not (isinstance(given, DictValue) and not given.incomplete):
        return
    if trigger.name == "flyte.Trigger" and trigger.lacks("automation"):
        return  # it is started by hand
    if start is not None and string_of(start) is None:
        return
    names = {string_of(key) for key, _ in entries_of_trigger(trigger)} | {string_of(start)}
    for each in inputs:
        if each.required and each.name not in names:
            # Triggers of usual schedules gave it by itself before.
            holds = "flyte>=2.0.0b29" if each.name == "trigger_time" else ""
            yield hit(trigger.position, holds=holds, fault=f"nothing gives the required input {each.name}")


_OBJECTS = ("datetime.datetime", "datetime.timedelta", "flyte.io.Dir", "flyte.io.File")
_SCALARS = ("builtins.int", "builtins.str", "builtins.bool", "builtins.float")


def _is_of_another_type(value: Value, wanted: str) -> bool:
    if isinstance(value, QualifiedName):
        return value.name == _TIME and wanted in _SCALARS
    found = f"builtins.{type_of(value)}"
    if is_none(value) and wanted in _SCALARS or wanted in _OBJECTS and found in _SCALARS:
        return True
    if wanted not in _SCALARS or found not in _SCALARS:
        return False
    return (wanted == "builtins.str") != (found == "builtins.str")


_PHASES = ("failed", "succeeded", "aborted", "timed_out")


@rule(
    "FYT856",
    on=flyte2.Object,
    models=("Email", "NamedDelivery", "Slack", "Teams", "Webhook"),
    kind="refused",
    stage="import",
    since="0.2.0",
)
def unsupported_notification_phase(call: flyte2.Object) -> Iterator[Hit]:
    """A notification on a phase in which no run ends, or on none.

    ``ValueError: Notification on phase RUNNING is not supported``; phases are written in lower case or as members of
    ``flyte.models.ActionPhase``. Source: flyte, notify/_notifiers.py.

    Bad::

        from flyte import notify

        alert = notify.Email(on_phase="FAILED", recipients=["me@example.com"])

    Good::

        from flyte import notify

        alert = notify.Email(on_phase="failed", recipients=["me@example.com"])
    """
    if not call.name.startswith("flyte.notify."):
        return
    for item in items_of(call.get("on_phase")):
        text = string_of(item)
        if isinstance(item, QualifiedName) and ".ActionPhase." in item.name:
            if item.name.rpartition(".")[2].lower() not in _PHASES:
                yield hit(item.position, f"no run ends in {item.name.rpartition('.')[2]}; {_known()}")
        elif text is not None and text not in _PHASES:
            remedies = replaced(item.position, string(text.lower())) if text.lower() in _PHASES else []
            yield hit(item.position, f'no run ends in "{shorten(text)}"; {_known()}', remedies=remedies)
    phases = call.get("on_phase")
    if is_none(phases) or isinstance(phases, SequenceValue) and not phases.items and not phases.incomplete:
        yield hit(call.place("on_phase"), f"a notification needs a phase; {_known()}")


def _known() -> str:
    return f"write one of {', '.join(_PHASES)}"


@rule(
    "FYT857",
    "{field} takes a tuple or list; every character of {text} is a recipient",
    on=flyte2.Object,
    models=("Email",),
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def flyte_2_recipients_as_string(call: flyte2.Object) -> Iterator[Hit]:
    """One address where several are expected.

    A string is a sequence of characters, so each becomes a recipient. Source: flyte, notify/_notifiers.py.

    Bad::

        from flyte import notify

        alert = notify.Email(on_phase="failed", recipients="me@example.com")

    Good::

        from flyte import notify

        alert = notify.Email(on_phase="failed", recipients=["me@example.com"])
    """
    for field in ("recipients", "cc", "bcc") if call.name == "flyte.notify.Email" else ():
        value = call.get(field)
        text = string_of(value)
        if value is not None and text:
            remedies = replaced(value.position, f"[{string(text)}]")
            yield hit(value.position, remedies=remedies, field=field, text=f'"{shorten(text)}"')


@rule("FYT858", on=(flyte2.Trigger, flyte2.Object), kind="refused", stage="import", since="0.2.0")
def self_blocking_trigger(call: Call) -> Iterator[Hit]:
    """A trigger whose runs may wait for each other for ever.

    ``ValueError`` while the module is imported: with ``max_action_concurrency=1`` a task that waits for another one
    would never end. Source: flyte, _trigger.py.

    Bad::

        import flyte

        nightly = flyte.Trigger(
            "nightly", flyte.Cron("0 0 * * *"), max_action_concurrency=1
        )

    Good::

        import flyte

        nightly = flyte.Trigger(
            "nightly", flyte.Cron("0 0 * * *"), max_action_concurrency=2
        )
    """
    if call.name not in ("flyte.with_runcontext",) and not isinstance(call, flyte2.Trigger):
        return
    most = call.get("max_action_concurrency")
    if is_number(most) and (most.value < 0 or most.value == 1):
        yield hit(most.position, f"max_action_concurrency must be 0, the default, or at least 2, not {most.value}")


@rule("FYT885", on=flyte2.Trigger, kind="refused", stage="import", since="0.2.0")
def nameless_trigger(call: flyte2.Trigger) -> Iterator[Hit]:
    """A trigger without a name.

    ``ValueError: Trigger name cannot be empty`` while the module is imported. Source: flyte, _trigger.py.

    Bad::

        import flyte

        nightly = flyte.Trigger(name="", automation=flyte.Cron("0 0 * * *"))

    Good::

        import flyte

        nightly = flyte.Trigger(name="nightly", automation=flyte.Cron("0 0 * * *"))
    """
    name = call.get("name")
    if name is not None and (string_of(name) == "" or is_none(name)):
        yield hit(name.position, "a trigger needs a name")


@rule("FYT886", on=flyte2.Trigger, models=("Trigger",), kind="refused", stage="import", since="0.2.0")
def trigger_input_without_source(call: flyte2.Trigger) -> Iterator[Hit]:
    """``TriggerTime`` without a schedule, or ``TriggeredArtifact`` without an artifact.

    ``ValueError`` while the module is imported: what a trigger fills in depends on its ``automation``. Source: flyte,
    _trigger.py.

    Bad::

        import flyte

        nightly = flyte.Trigger(
            "nightly", flyte.Cron("0 0 * * *"), inputs={"x": flyte.TriggeredArtifact}
        )

    Good::

        import flyte

        nightly = flyte.Trigger(
            "nightly", flyte.Cron("0 0 * * *"), inputs={"x": flyte.TriggerTime}
        )
    """
    if call.name == "flyte.Trigger":
        automation = call.get("automation")
        if type_of(automation) in ("flyte.Cron", "flyte.FixedRate") or call.lacks("automation"):
            for _, value in entries_of_trigger(call):
                partition = isinstance(value, Call) and value.name == "flyte.TriggeredPartition"
                if partition or isinstance(value, QualifiedName) and value.name == "flyte.TriggeredArtifact":
                    yield hit(value.position, "what triggered it needs automation=flyte.OnArtifact(...)")
        if type_of(automation) == "flyte.OnArtifact" or call.lacks("automation"):
            for _, value in entries_of_trigger(call):
                if isinstance(value, QualifiedName) and value.name == _TIME:
                    yield hit(value.position, "TriggerTime needs a schedule, automation=flyte.Cron(...)")


@rule(
    "FYT859",
    'cron expression "{text}" names a day that no month has, so it never fires',
    on=flyte2.Object,
    models=("Cron",),
    kind="suspicious",
    stage="undetected",
    since="0.2.0",
)
def schedule_that_never_fires(call: flyte2.Object) -> Iterator[Hit]:
    """A day of the month that none of the months has.

    The expression is valid, and the trigger never starts a run. Source: robfig/cron.

    Bad::

        import flyte

        monthly = flyte.Trigger("monthly", flyte.Cron("0 0 31 2 *"))

    Good::

        import flyte

        monthly = flyte.Trigger("monthly", flyte.Cron("0 0 28 2 *"))
    """
    value = call.get("expression") if call.name == "flyte.Cron" else None
    text = string_of(value)
    if value is not None and text is not None and cron.never_fires(text):
        yield hit(value.position, text=shorten(text))


@rule(
    "FYT846",
    on=(flyte2.Trigger, flyte2.Object),
    kind="refused",
    stage="pod creation",
    since="0.2.0",
)
def malformed_run_label(call: Call) -> Iterator[Hit]:
    """A label or annotation of a run that Kubernetes refuses.

    The run is created and hangs: only the log of the service tells why no action starts. Source:
    flyte backend, runs/service/run_service.go; Kubernetes, apimachinery/pkg/util/validation.

    Bad::

        import flyte

        nightly = flyte.Trigger(
            "nightly", flyte.Cron("0 0 * * *"), labels={"owner": "me@example.com"}
        )

    Good::

        import flyte

        nightly = flyte.Trigger(
            "nightly", flyte.Cron("0 0 * * *"), labels={"owner": "me"}
        )
    """
    if not isinstance(call, flyte2.Trigger) and call.name != "flyte.with_runcontext":
        return
    labels, annotations = call.get("labels"), call.get("annotations")
    for key, value in entries_of(labels):
        for what, part, check in (
            ("label key", key, validation.qualified_name),
            ("label value", value, validation.label_value),
        ):
            text = string_of(part)
            if text is not None and (fault := check(text)):
                yield hit(part.position, f'{what} "{shorten(text)}": {fault}')
    for key, _ in entries_of(annotations):
        text = string_of(key)
        if text is not None and (fault := validation.annotation_key(text)):
            yield hit(key.position, f'annotation key "{shorten(text)}": {fault}')


@rule(
    "FYT847",
    'the task has another trigger "{name}"; the last one replaces it',
    on=flyte2.TaskDecorator,
    kind="suspicious",
    stage="undetected",
    since="0.2.0",
)
def duplicate_trigger(call: flyte2.TaskDecorator) -> Iterator[Hit]:
    """Two triggers of one name on a task.

    A trigger is known by its name, so the last one wins. Source: flyte, _deploy.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")
        EARLY = flyte.Trigger("nightly", flyte.Cron("0 1 * * *"))
        LATE = flyte.Trigger("nightly", flyte.Cron("0 2 * * *"))

        @env.task(triggers=(EARLY, LATE))
        def job(x: int = 1) -> int:
            return x

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")
        EARLY = flyte.Trigger("early", flyte.Cron("0 1 * * *"))
        LATE = flyte.Trigger("late", flyte.Cron("0 2 * * *"))

        @env.task(triggers=(EARLY, LATE))
        def job(x: int = 1) -> int:
            return x
    """
    seen = set()
    for trigger in items_of(call.get("triggers")):
        if isinstance(trigger, flyte2.Trigger) and trigger.name == "flyte.Trigger":
            name = trigger.get("name")
            text = string_of(name)
            if name is not None and text is not None:
                if text in seen:
                    yield hit(name.position, name=shorten(text))
                seen.add(text)
