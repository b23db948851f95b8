"""Run the plugin over a text, as flake8 would, without flake8."""

from __future__ import annotations

import ast
import io

from flake8_flyteconf.check import Finding
from flake8_flyteconf.plugin import POLICY, checked_module
from flake8_flyteconf.settings import Settings

#: Platform limits and required labels as a project would set them.
PROJECT = Settings(limits={"cpu": "64", "mem": "512Gi", "gpu": "8"}, required_labels=("team",))


def found(text: str, settings: Settings | None = None, *, policy: bool = False) -> list[Finding]:
    """The findings in a module; those of the opt-in rules only when asked for."""
    checker = checked_module(ast.parse(text), list(io.StringIO(text)), settings, policy)
    return [] if checker is None else list(checker.findings(lambda code: policy or not code.startswith(POLICY)))


def codes(text: str, settings: Settings | None = None, *, policy: bool = False) -> list[str]:
    """The codes of the findings, in the order of the file."""
    return [finding.code for finding in found(text, settings, policy=policy)]
