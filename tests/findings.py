"""Run the plugin over a text, as flake8 would, without flake8."""

from __future__ import annotations

import ast
import io

from flake8_flyteconf.check import Finding
from flake8_flyteconf.kubernetes.models import GENERATIONS
from flake8_flyteconf.plugin import findings


def found(text: str, client: str = GENERATIONS[-1]) -> list[Finding]:
    """The findings of all rules in a module written for a generation of the kubernetes client."""
    return list(findings(ast.parse(text), list(io.StringIO(text)), client))


def codes(text: str, client: str = GENERATIONS[-1]) -> list[str]:
    """The codes of the findings, in the order of the file."""
    return [finding.code for finding in found(text, client)]
