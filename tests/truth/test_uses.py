"""Executed with the SDKs, harmless uses leave an object as it was, and the others change it."""

from __future__ import annotations

import contextlib
import io
import random
from typing import Any

import pytest

from tests.uses_of_objects import FIELDS, HEADERS, changed, harmless

MODULES = 100


def executed(text: str, sdk: str) -> object:
    """The memory of the object after a module."""
    names: dict[str, Any] = {"__name__": "uses"}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(text, "uses.py", "exec"), names)
    return getattr(names["x"], FIELDS[sdk])


@pytest.mark.parametrize("sdk", HEADERS)
def test_uses(sdk: str) -> None:
    pytest.importorskip(sdk)
    for seed in range(MODULES):
        assert executed(harmless(sdk, random.Random(seed)), sdk) == "2GB"
        assert executed(changed(sdk, random.Random(seed)), sdk) == "2Gi"
