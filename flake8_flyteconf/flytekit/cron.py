"""Cron schedules as flytekit and Flyte's scheduler read them.

Source: robfig/cron (``ParseStandard``), which flyteadmin uses. flytekit checks with croniter
first, which takes some more: both verdicts were compared by running croniter.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_DAYS = {name: n for n, name in enumerate("sun mon tue wed thu fri sat".split())}

#: Name, smallest and largest value and the names of values of each field.
_FIELDS: tuple[tuple[str, int, int, dict[str, int]], ...] = (
    ("minute", 0, 59, {}),
    ("hour", 0, 23, {}),
    ("day of month", 1, 31, {}),
    ("month", 1, 12, _MONTHS),
    ("day of week", 0, 6, _DAYS),
)
_DURATION = re.compile(r"[-+]?P[-+0-9YMWD]*(T[-+0-9HMS.,]*)?")
_ALIASES = frozenset({"@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"})
#: What flytekit takes for an alias and the scheduler does not.
_BARE = frozenset("hourly hours daily days weekly weeks monthly months annually yearly years".split())


class Fault(NamedTuple):
    """What is wrong with a schedule, in the words of a message, and whether flytekit refuses it already."""

    text: str
    at_import: bool


def fault(schedule: str) -> Fault | None:
    """What keeps a string from being a schedule of Flyte; None when it is one."""
    if schedule.startswith("@"):
        if schedule in _ALIASES:
            return None
        if schedule.lower() in _ALIASES:
            return Fault("must be in lower case", False)
        return Fault(f"is not an alias; use one of {', '.join(sorted(_ALIASES))}", True)
    if schedule.lower() in _BARE:
        return Fault("lacks the @ at its beginning", False)
    fields = schedule.split()
    if len(fields) != len(_FIELDS):
        text = f"has {len(fields)} fields; a schedule has 5: minute, hour, day of month, month, day of week"
        return Fault(text, len(fields) not in (6, 7))
    for field, (name, low, high, words) in zip(fields, _FIELDS):
        for item in field.split(","):
            found = _item_fault(item, low, high, words)
            if found is not None:
                return Fault(f"{name} {found.text}", found.at_import)
    return None


#: What the scheduler takes and croniter, which flytekit asks first, does not.
_LENIENT = re.compile(r",,|(?:^|[\s,])[,+]|\*-|,(?:\s|$)")
_LAST_DAY = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}


def fault_in_flyte_2(expression: str) -> str | None:
    """What keeps a string from being the expression of a ``flyte.Cron``; None when it is one, or may be."""
    if expression.startswith(("CRON_TZ=", "TZ=")):
        return "must not name the time zone; give timezone="
    if expression.startswith("@every ") or _LENIENT.search(expression):
        return None
    found = fault(expression)
    return found.text if found is not None else None


def corrected(schedule: str) -> str:
    """A schedule that says the same in the scheduler's words: Sunday as 0, an alias with its @; empty without one."""
    text = schedule.strip().lower()
    fields = schedule.split()
    if text in {alias.removeprefix("@") for alias in _ALIASES} or text in _ALIASES:
        new = f"@{text.removeprefix('@')}"
    elif len(fields) == len(_FIELDS) and re.fullmatch(r"7|[1-6],7", fields[4]):
        days = sorted(day.replace("7", "0") for day in fields[4].split(","))
        new = " ".join([*fields[:4], ",".join(days)])
    else:
        return ""
    return new if new != schedule and fault(new) is None else ""


def never_fires(expression: str) -> bool:
    """Whether an expression without faults names a day of the month that none of its months has."""
    fields = expression.split()
    if len(fields) != len(_FIELDS) or not re.fullmatch(r"\d+", fields[2]) or fields[4] not in ("*", "?"):
        return False
    months = [_bound(month, _MONTHS) for month in fields[3].split(",")]
    return all(month is not None and int(fields[2]) > _LAST_DAY.get(month, 31) for month in months)


def is_duration(offset: str) -> bool:
    """Whether flytekit takes a string for the ISO 8601 duration that a schedule is shifted by."""
    return _DURATION.fullmatch(offset) is not None


def _item_fault(item: str, low: int, high: int, words: dict[str, int]) -> Fault | None:
    span, slash, step = item.partition("/")
    if slash and not re.fullmatch(r"[0-9]+", step):
        return Fault(f'"{item}" has no number behind the slash', True)
    if slash and int(step) == 0:
        return Fault(f'"{item}" has a step of zero', True)
    if span in ("*", "?"):
        return None
    first, dash, last = span.partition("-")
    bounds = [_bound(text, words) for text in ((first, last) if dash else (first,))]
    if None in bounds:
        # croniter knows the last day, nearest weekdays and the like.
        return Fault(f'"{item}" is not understood by the scheduler', not re.search(r"[LlWw#HhRr]", item))
    values = [bound for bound in bounds if bound is not None]
    if not all(low <= value <= high for value in values):
        sunday = words is _DAYS and all(value <= 7 for value in values)
        return Fault(f'"{item}" must be from {low} to {high}', not sunday)
    return Fault(f'"{item}" ends before it begins', False) if values[0] > values[-1] else None


def _bound(text: str, words: dict[str, int]) -> int | None:
    return words.get(text.lower(), int(text) if re.fullmatch(r"[0-9]{1,4}", text) else None)
