"""flytekit's half of the verdict on cron schedules."""

from __future__ import annotations

import pytest
from flytekit import CronSchedule

from flake8_flyteconf.flytekit.cron import fault

SCHEDULES = """\
0 0 * * *|0 0 * * 7|0 24 * * *|*/0 * * * *|*/x * * * *|5/15 * * * *|0 0 L * *|0 0 * * 5-1|0 0 * * 1-7|0 22-2 * * *
hourly|days|@daily|@Daily|@every 1h|@sometimes|* * * * * *|* * * *|every day|0 0 * JAN,feb *|0 0 * * MON-FRI
0 0 32 * *|0 0 0 * *|0 0 * 13 *|60 * * * *|0 0 * * 8|0 0 * foo *|1,,2 * * * *|, * * * *|0 0 ? * *|*-5 * * * *
0 0 * * mon#2|+5 * * * *
""".replace("\n", "|").strip("|").split("|")


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_flytekit_refuses_what_is_said_to_fail_at_import(schedule: str) -> None:
    found = fault(schedule)
    if found is not None and found.at_import:
        with pytest.raises(ValueError, match="Schedule is invalid"):
            CronSchedule(schedule=schedule)
    else:
        CronSchedule(schedule=schedule)
