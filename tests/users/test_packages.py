"""What users of Flyte install goes through the plugin: flytekit, its plugins, union, latch, with tests and examples.

``findings.txt`` lists every finding with the reason why it is right. A new one fails the test, and so does one that is
no longer found. tox downloads the packages that ``sdists.txt`` and ``wheels.txt`` name.
"""

from __future__ import annotations

import pathlib

from tests.users.report import every_finding

HERE = pathlib.Path(__file__).parent


def listed() -> list[str]:
    lines = (HERE / "findings.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_every_finding_is_listed(tmp_path: pathlib.Path) -> None:
    assert every_finding(tmp_path) == listed()
