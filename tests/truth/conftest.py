"""flytekit keeps every launch plan of a process by its name; each test begins without any."""

from __future__ import annotations

import sys

import pytest


@pytest.fixture(autouse=True)
def no_launch_plans() -> None:
    # The tests of the client's tables also run where flytekit is not installed.
    if "flytekit" in sys.modules:
        sys.modules["flytekit"].LaunchPlan.CACHE.clear()
