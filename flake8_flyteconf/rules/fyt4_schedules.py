"""FYT42 and FYT43: notifications, launch plans and their schedules."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from flake8_flyteconf.flytekit import cron
from flake8_flyteconf.rules.conversions import converted, mistyped
from flake8_flyteconf.rules.predicates import (
    describe_type,
    duration_of,
    has_other_type,
    is_given,
    is_truthy,
    is_utf8,
    shorten,
    string_of,
    type_name,
)
from flake8_flyteconf.rules.rule import Edit, Hit, Remedy, hit, replaced, rule, string
from flake8_flyteconf.flytekit.calls import CronSchedule, FixedRate, LaunchPlan, Notification
from flake8_flyteconf.values import Call, Constant, QualifiedName, SequenceValue, format_value

_PHASE = "flytekit.WorkflowExecutionPhase."
#: The same in the protobuf message, which flytekit takes too.
_TERMINAL_NUMBERS = (4, 6, 7, 8)
_TERMINAL = ("SUCCEEDED", "FAILED", "ABORTED", "TIMED_OUT")
#: What only a launch plan with a name may have.
_NAMED = (
    "default_inputs",
    "fixed_inputs",
    "schedule",
    "notifications",
    "labels",
    "annotations",
    "raw_output_data_config",
    "auth_role",
    "max_parallelism",
    "security_context",
    "trigger",
    "overwrite_cache",
)


@rule("FYT421", on=Notification, kind="refused", stage="import")
def non_terminal_phase(call: Notification) -> Iterator[Hit]:
    """A notification for a phase in which an execution does not end, or for none.

    flytekit raises ``AssertionError: Invalid phase: ... only terminal states are permitted for notifications`` while
    the module is imported. The phases are SUCCEEDED, FAILED, ABORTED and TIMED_OUT. Source: flytekit,
    core/notification.py.

    Bad::

        from flytekit import Email, WorkflowExecutionPhase

        late = Email(
            phases=[WorkflowExecutionPhase.RUNNING],
            recipients_email=["me@example.com"],
        )

    Good::

        from flytekit import Email, WorkflowExecutionPhase

        late = Email(
            phases=[WorkflowExecutionPhase.FAILED],
            recipients_email=["me@example.com"],
        )
    """
    phases = call.get("phases")
    if isinstance(phases, QualifiedName) and phases.name.startswith(_PHASE):
        yield hit(phases.position, "phases must be a list of phases")
    elif isinstance(phases, SequenceValue):
        if not phases.items and not phases.incomplete:
            yield hit(phases.position, "phases must name at least one phase")
        for item in phases.items:
            name = item.name.removeprefix(_PHASE) if isinstance(item, QualifiedName) else None
            if name is not None and isinstance(item, QualifiedName) and item.name.startswith(_PHASE):
                if name not in _TERMINAL:
                    yield hit(item.position, f"phase {name} must be one of {', '.join(_TERMINAL)}")
            elif (
                type_name(item) in ("str", "None") or isinstance(item, Constant) and item.value not in _TERMINAL_NUMBERS
            ):
                fault = f"must be WorkflowExecutionPhase.{_TERMINAL[1]} or another terminal phase"
                yield hit(item.position, f"phase {format_value(item)} {fault}")


@rule(
    "FYT422",
    "recipients_email is one str, which becomes a list of its characters{advice}",
    on=Notification,
    kind="ignored",
    stage="undetected",
)
def recipients_as_string(call: Notification) -> Iterator[Hit]:
    """The recipients of a notification as one string.

    A string is a sequence of characters, so every letter becomes a recipient and no one is notified. Source: flytekit,
    core/notification.py.

    Bad::

        from flytekit import Email, WorkflowExecutionPhase

        failed = Email(
            phases=[WorkflowExecutionPhase.FAILED],
            recipients_email="me@example.com",
        )

    Good::

        from flytekit import Email, WorkflowExecutionPhase

        failed = Email(
            phases=[WorkflowExecutionPhase.FAILED],
            recipients_email=["me@example.com"],
        )
    """
    value = call.get("recipients_email")
    if value is not None and type_name(value) == "str" and is_truthy(value):
        text = string_of(value)
        remedies = replaced(value.position, f"[{string(text)}]") if text is not None else []
        yield hit(value.position, remedies=remedies, advice=f"; write [{string(text)}]" if text is not None else "")


@rule(
    "FYT423",
    "{what}; flyteadmin refuses a notification without recipients",
    on=Notification,
    kind="refused",
    stage="registration",
)
def missing_recipient(call: Notification) -> Iterator[Hit]:
    """A notification with no recipient, or an empty one.

    flyteadmin refuses the launch plan: ``missing recipients``. Source: flyteadmin,
    manager/impl/validation/notifications_validator.go.

    Bad::

        from flytekit import Email, WorkflowExecutionPhase

        failed = Email(phases=[WorkflowExecutionPhase.FAILED], recipients_email=[])

    Good::

        from flytekit import Email, WorkflowExecutionPhase

        failed = Email(
            phases=[WorkflowExecutionPhase.FAILED],
            recipients_email=["me@example.com"],
        )
    """
    value = call.get("recipients_email")
    if isinstance(value, SequenceValue):
        if not value.items and not value.incomplete:
            yield hit(value.position, what="recipients_email is empty")
        for item in value.items:
            if string_of(item) == "":
                yield hit(item.position, what="a recipient is empty")


@rule("FYT424", "each recipient must be a str, not {found}", on=Notification, kind="refused", stage="serialization")
def non_string_recipient(call: Notification) -> Iterator[Hit]:
    """A recipient of a notification that is not a string.

    Registration ends in ``TypeError: bad argument type for built-in operation``. Source: flytekit,
    core/notification.py.

    Bad::

        from flytekit import Email, Options, WorkflowExecutionPhase

        failed = Options(
            notifications=[
                Email(phases=[WorkflowExecutionPhase.FAILED], recipients_email=[5])
            ]
        )

    Good::

        from flytekit import Email, Options, WorkflowExecutionPhase

        failed = Options(
            notifications=[
                Email(
                    phases=[WorkflowExecutionPhase.FAILED],
                    recipients_email=["me@a.com"],
                )
            ]
        )
    """
    value = call.get("recipients_email")
    if isinstance(value, SequenceValue):
        for item in value.items:
            if type_name(item) not in (None, "str") and not is_utf8(item):
                yield hit(item.position, found=describe_type(item))


@rule(
    "FYT425",
    'recipient "{text}" is not an e-mail address; {callee} sends e-mail',
    on=Notification,
    kind="suspicious",
    stage="undetected",
)
def recipient_without_address(call: Notification) -> Iterator[Hit]:
    """A recipient of a notification that is not an e-mail address, such as a channel or a webhook.

    Flyte sends e-mail, also for ``Slack`` and ``PagerDuty``, whose integrations have an address each. Anything else is
    registered and reaches no one. Source: flytekit, core/notification.py.

    Bad::

        from flytekit import Slack, WorkflowExecutionPhase

        failed = Slack(
            phases=[WorkflowExecutionPhase.FAILED], recipients_email=["#alerts"]
        )

    Good::

        from flytekit import Slack, WorkflowExecutionPhase

        failed = Slack(
            phases=[WorkflowExecutionPhase.FAILED],
            recipients_email=["alerts@team.slack.com"],
        )
    """
    value = call.get("recipients_email")
    if isinstance(value, SequenceValue):
        for item in value.items:
            text = string_of(item)
            if text and ("@" not in text or text.startswith(("http://", "https://"))):
                yield hit(item.position, text=shorten(text), callee=call.title)


@rule("FYT431", "{name}= needs a launch plan with a name; give name=", on=LaunchPlan, kind="refused", stage="import")
def unnamed_launch_plan(call: LaunchPlan) -> Iterator[Hit]:
    """Properties on a launch plan without a name.

    flytekit raises ``ValueError: Only named launchplans can be created that have other properties`` while the module is
    imported: without a name it is the default launch plan of the workflow. Source: flytekit,
    core/launch_plan.py.

    Bad::

        from flytekit import CronSchedule, LaunchPlan, workflow

        @workflow
        def nightly() -> None: ...

        plan = LaunchPlan.get_or_create(
            nightly, schedule=CronSchedule(schedule="0 0 * * *")
        )

    Good::

        from flytekit import CronSchedule, LaunchPlan, workflow

        @workflow
        def nightly() -> None: ...

        plan = LaunchPlan.get_or_create(
            nightly, name="every-night", schedule=CronSchedule(schedule="0 0 * * *")
        )
    """
    if call.name.endswith("get_or_create") and call.lacks("name") and not call.incomplete:
        given = next((name for name in _NAMED if is_given(call.get(name))), None)
        if given is not None:
            yield hit(call.place(given), name=given)


@rule("FYT432", "{field} must be {expected}, not {found}", on=LaunchPlan, kind="refused", stage="serialization")
def wrong_launch_plan_type(call: LaunchPlan) -> Iterator[Hit]:
    """An argument of a launch plan of the wrong type.

    Registration ends in ``AttributeError: 'str' object has no attribute 'to_flyte_idl'`` or a ``TypeError``. Source:
    flytekit, core/launch_plan.py.

    Bad::

        from flytekit import LaunchPlan, workflow

        @workflow
        def nightly() -> None: ...

        plan = LaunchPlan.get_or_create(nightly, name="nightly", schedule="0 0 * * *")

    Good::

        from flytekit import CronSchedule, LaunchPlan, workflow

        @workflow
        def nightly() -> None: ...

        plan = LaunchPlan.get_or_create(
            nightly, name="by-night", schedule=CronSchedule(schedule="0 0 * * *")
        )
    """
    schedule = call.get("schedule")
    if schedule is not None and has_other_type(schedule, "CronSchedule", "FixedRate") and is_truthy(schedule):
        expected = "CronSchedule(...) or FixedRate(...)"
        yield mistyped(schedule, expected, field="schedule")
    name = call.get("name")
    if name is not None and has_other_type(name, "str") and not is_utf8(name):
        yield hit(
            name.position, remedies=converted(name, "a str"), field="name", expected="a str", found=describe_type(name)
        )
    notifications = call.get("notifications")
    if isinstance(notifications, SequenceValue):
        for item in notifications.items:
            if type_name(item) not in (None, "Email", "Slack", "PagerDuty"):
                field, expected = "each notification", "Email(...), Slack(...) or PagerDuty(...)"
                yield mistyped(item, expected, field=field)


@rule("FYT433", 'schedule "{text}": {fault}', on=CronSchedule, kind="refused", stage="import")
def malformed_schedule(call: CronSchedule) -> Iterator[Hit]:
    """A cron schedule that flytekit refuses.

    flytekit raises ``ValueError: Schedule is invalid`` while the module is imported. A schedule has five fields, or is
    an alias such as ``@daily``; from 1.16.4 on its day must come. Source: flytekit, core/schedule.py.

    Bad::

        from flytekit import CronSchedule

        nightly = CronSchedule(schedule="0 24 * * *")

    Good::

        from flytekit import CronSchedule

        nightly = CronSchedule(schedule="0 0 * * *")
    """
    yield from _schedule_faults(call, at_import=True)


@rule(
    "FYT436", 'schedule "{text}": {fault}; flyteadmin refuses it', on=CronSchedule, kind="refused", stage="registration"
)
def schedule_refused_at_registration(call: CronSchedule) -> Iterator[Hit]:
    """A cron schedule that flytekit takes and Flyte's scheduler does not understand.

    flytekit checks with croniter, which takes a seventh day of the week, six fields, ``L`` and names without ``@``.
    flyteadmin refuses them since November 2024; before, it took them and never ran the workflow. Source: robfig/cron;
    flyteadmin, manager/impl/validation/launch_plan_validator.go; flyte#4953.

    Bad::

        from flytekit import CronSchedule

        sundays = CronSchedule(schedule="0 0 * * 7")

    Good::

        from flytekit import CronSchedule

        sundays = CronSchedule(schedule="0 0 * * 0")
    """
    yield from _schedule_faults(call, at_import=False)


@rule(
    "FYT434",
    "cron_expression{place} is no longer accepted; {advice}",
    on=CronSchedule,
    kind="refused",
    stage="import",
    holds="flytekit>=1.12",
)
def old_cron_expression(call: CronSchedule) -> Iterator[Hit]:
    """A schedule in the argument of the old scheduler.

    flytekit raises ``AssertionError: cron_expression is deprecated and should not be used`` while the module is
    imported. A positional argument is that one too. Source: flytekit, core/schedule.py.

    Bad::

        from flytekit import CronSchedule

        daily = CronSchedule("0 0 * * ? *")

    Good::

        from flytekit import CronSchedule

        daily = CronSchedule(schedule="0 0 * * *")
    """
    value = call.get("cron_expression")
    if value is None or type_name(value) != "str" or not is_truthy(value):
        return
    by_name = "cron_expression" in call.keywords
    text = _in_five_fields(string_of(value) or "")
    edits = [Edit(call.place("cron_expression"), "schedule", "rename"), Edit(value.position, string(text))]
    advice = f"write schedule={string(text)}" if text else "write a schedule of five fields in schedule="
    place = "" if by_name else ", the first argument,"
    yield hit(value.position, remedies=[Remedy(edits)] if text and by_name else [], place=place, advice=advice)


def _in_five_fields(text: str) -> str:
    """An expression of the old scheduler, which had a year, as a schedule; empty when it is none without its year."""
    fields = text.split()
    if len(fields) == 6 and fields[-1] in ("*", "?"):
        text = " ".join("*" if field == "?" else field for field in fields[:-1])
    return text if cron.fault(text) is None else ""


@rule("FYT435", on=FixedRate, kind="refused", stage="import")
def malformed_rate(call: FixedRate) -> Iterator[Hit]:
    """A rate that is not a ``timedelta`` of whole minutes, or below zero.

    flytekit raises ``AssertionError: Granularity of less than a minute is not supported for FixedRate schedules``, or
    an ``AttributeError`` for another type, while the module is imported. Source: flytekit, core/schedule.py.

    Bad::

        from datetime import timedelta

        from flytekit import FixedRate

        often = FixedRate(duration=timedelta(seconds=90))

    Good::

        from datetime import timedelta

        from flytekit import FixedRate

        often = FixedRate(duration=timedelta(minutes=2))
    """
    value = call.get("duration")
    if value is not None and has_other_type(value, "timedelta"):
        yield hit(value.position, f"duration must be datetime.timedelta(...), not {describe_type(value)}")
    elif isinstance(value, Call) and (duration := duration_of(value)) is not None:
        if duration % datetime.timedelta(minutes=1):
            yield hit(value.position, "duration must be whole minutes")
        elif duration < datetime.timedelta(0):
            yield hit(value.position, "duration must not be negative")


@rule(
    "FYT437",
    "{name}= has no effect on a launch plan without a name; give name=",
    on=LaunchPlan,
    kind="ignored",
    stage="undetected",
)
def property_on_default_plan(call: LaunchPlan) -> Iterator[Hit]:
    """``auto_activate`` or ``concurrency`` on a launch plan without a name.

    Without a name it is the default launch plan of the workflow, which takes no properties. Most raise, these two are
    dropped. Source: flytekit, core/launch_plan.py.

    Bad::

        from flytekit import LaunchPlan, workflow

        @workflow
        def hourly() -> None: ...

        plan = LaunchPlan.get_or_create(hourly, auto_activate=True)

    Good::

        from flytekit import LaunchPlan, workflow

        @workflow
        def hourly() -> None: ...

        plan = LaunchPlan.get_or_create(hourly, name="every-hour", auto_activate=True)
    """
    if call.name.endswith("get_or_create") and call.lacks("name"):
        for name in ("auto_activate", "concurrency"):
            value = call.get(name)
            if value is not None and is_truthy(value):
                yield hit(call.place(name), name=name)


@rule(
    "FYT438",
    "auth_role and security_context are mutually exclusive; keep security_context",
    on=LaunchPlan,
    kind="refused",
    stage="import",
)
def two_identities(call: LaunchPlan) -> Iterator[Hit]:
    """A launch plan with both an ``auth_role`` and a ``security_context``.

    flytekit raises ``ValueError: Use of AuthRole is deprecated. You cannot specify both`` while the module is imported.
    Source: flytekit, core/launch_plan.py.

    Bad::

        from flytekit import AuthRole, LaunchPlan, SecurityContext, workflow

        @workflow
        def weekly() -> None: ...

        plan = LaunchPlan.get_or_create(
            weekly,
            name="a-week",
            auth_role=AuthRole(assumable_iam_role="runner"),
            security_context=SecurityContext(),
        )

    Good::

        from flytekit import LaunchPlan, SecurityContext, workflow

        @workflow
        def weekly() -> None: ...

        plan = LaunchPlan.get_or_create(
            weekly, name="every-week", security_context=SecurityContext()
        )
    """
    role, context = call.get("auth_role"), call.get("security_context")
    if role is not None and context is not None and is_truthy(role) and is_truthy(context):
        yield hit(call.place("auth_role"))


def _schedule_faults(call: CronSchedule, *, at_import: bool) -> Iterator[Hit]:
    value = call.get("schedule")
    text = string_of(value)
    fault = cron.fault(text) if text is not None else None
    if value is not None and fault is not None and fault.at_import is at_import:
        new = cron.corrected(text or "")
        remedies = replaced(value.position, string(new)) if new else []
        yield hit(value.position, remedies=remedies, text=shorten(text), fault=fault.text)
    elif value is not None and text is not None and fault is None and at_import and cron.never_fires(text):
        yield hit(value.position, text=shorten(text), fault="never fires", holds="flytekit>=1.16.4")
