"""FYT382 to FYT385: triggers and notifications of the Flyte 2 SDK, for which FYT85 has no more room."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_flyteconf.flyte2 import calls as flyte2
from flake8_flyteconf.rules.flyte2_types import describe, items_of, type_of
from flake8_flyteconf.rules.fyt8_triggers import entries_of_trigger
from flake8_flyteconf.rules.predicates import string_of
from flake8_flyteconf.rules.rule import Hit, hit, rule
from flake8_flyteconf.values import DictValue, SequenceValue

_DICTS = ("builtins.dict", "typing.Dict")


@rule(
    "FYT382",
    "triggers takes flyte.Trigger(...), not {found}",
    on=flyte2.TaskDecorator,
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def non_trigger(call: flyte2.TaskDecorator) -> Iterator[Hit]:
    """Something else than triggers in the list of them.

    Deployment ends in ``AttributeError: 'Cron' object has no attribute 'env_vars'``. Source: flyte,
    _internal/runtime/trigger_serde.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task(triggers=[flyte.Cron("0 0 * * *")])
        def job(rows: int = 1) -> int:
            return rows

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task(triggers=[flyte.Trigger("nightly", flyte.Cron("0 0 * * *"))])
        def job(rows: int = 1) -> int:
            return rows
    """
    triggers = call.get("triggers")
    for trigger in items_of(triggers) if isinstance(triggers, SequenceValue) else ():
        if type_of(trigger) not in (None, "flyte.Trigger"):
            yield hit(trigger.position, found=describe(trigger))


@rule(
    "FYT383",
    "notifications takes {expected}",
    on=flyte2.TaskDecorator,
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def misplaced_notification(call: flyte2.TaskDecorator) -> Iterator[Hit]:
    """A notification of a trigger that is a string, or a named rule among several.

    Deployment ends in ``AttributeError: 'NamedRule' object has no attribute 'on_phase'``, or in the same for ``'str'``.
    Source: flyte, _internal/runtime/notifications_serde.py.

    Bad::

        import flyte
        from flyte import notify

        env = flyte.TaskEnvironment(name="jobs")
        RULES = [notify.NamedRule("on-call")]

        @env.task(
            triggers=flyte.Trigger(
                "nightly", flyte.Cron("0 0 * * *"), notifications=RULES
            )
        )
        def job(rows: int = 1) -> int:
            return rows

    Good::

        import flyte
        from flyte import notify

        env = flyte.TaskEnvironment(name="jobs")
        RULE = notify.NamedRule("on-call")

        @env.task(
            triggers=flyte.Trigger(
                "nightly", flyte.Cron("0 0 * * *"), notifications=RULE
            )
        )
        def job(rows: int = 1) -> int:
            return rows
    """
    for trigger in items_of(call.get("triggers")):
        given = trigger.get("notifications") if isinstance(trigger, flyte2.Trigger) else None
        for item in items_of(given):
            if string_of(item) is not None and (item is not given or string_of(item)):  # an empty one is not looked at
                yield hit(item.position, expected="objects of flyte.notify, not a str")
            elif type_of(item) == "flyte.notify.NamedRule" and item is not given:
                yield hit(item.position, expected="a NamedRule alone, not in a list")


@rule(
    "FYT384",
    "no trigger can set the items of a typed dict; annotate {name} as dict",
    on=flyte2.TaskDecorator,
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def typed_dict_from_trigger(call: flyte2.TaskDecorator) -> Iterator[Hit]:
    """A dict that a trigger gives to an input with the types of its items.

    Deployment ends in ``RuntimeError: Failed to convert trigger default input``. Source: flyte,
    _internal/runtime/trigger_serde.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task(
            triggers=flyte.Trigger(
                "nightly", flyte.Cron("0 0 * * *"), inputs={"sizes": {"a": 1}}
            )
        )
        def job(sizes: dict[str, int]) -> int:
            return len(sizes)

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task(
            triggers=flyte.Trigger(
                "nightly", flyte.Cron("0 0 * * *"), inputs={"sizes": {"a": 1}}
            )
        )
        def job(sizes: dict) -> int:
            return len(sizes)
    """
    if call.inputs is None or call.variadic is not None:
        return
    typed = {each.name for each in call.inputs if each.type in _DICTS and each.has_items}
    for trigger in items_of(call.get("triggers")):
        for key, value in entries_of_trigger(trigger):
            if string_of(key) in typed and isinstance(value, DictValue) and value.entries:
                if all(string_of(inner) is not None for inner, _ in value.entries):  # other keys are converted
                    yield hit(value.position, name=string_of(key))


@rule(
    "FYT385",
    "{field} must not be empty; the notification needs somebody to go to",
    on=flyte2.Object,
    models=("Email", "Slack", "Teams", "Webhook"),
    kind="refused",
    stage="import",
    since="0.2.0",
)
def notification_for_nobody(call: flyte2.Object) -> Iterator[Hit]:
    """A notification without recipients or without an address.

    ``ValueError: At least one recipient must be specified``, or ``url is required`` and ``webhook_url is required``.
    Source: flyte, notify/_notifiers.py.

    Bad::

        from flyte import notify

        alert = notify.Email(on_phase="failed", recipients=[])

    Good::

        from flyte import notify

        alert = notify.Email(on_phase="failed", recipients=["me@example.com"])
    """
    if not call.name.startswith("flyte.notify."):
        return
    for field in ("recipients", "url", "webhook_url"):
        value = call.get(field)
        is_empty = isinstance(value, SequenceValue) and not value.items and not value.incomplete
        if value is not None and (is_empty or field != "recipients" and string_of(value) == ""):
            yield hit(value.position, field=field)
