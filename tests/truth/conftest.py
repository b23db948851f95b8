"""flytekit keeps every launch plan of a process by its name; each test begins without any."""

from __future__ import annotations

import pytest
from flytekit import LaunchPlan


@pytest.fixture(autouse=True)
def no_launch_plans() -> None:
    LaunchPlan.CACHE.clear()
