"""What flytekit and the kubernetes client do with the objects that they are given.

Both keep what a constructor, a decorator or ``with_overrides`` takes and change none of it, but for one: a launch plan
writes its fixed inputs into the dict of default inputs (flytekit 1.16.30, core/launch_plan.py).
"""

from __future__ import annotations

from flake8_flyteconf.analysis.mutations import Semantics
from flake8_flyteconf.flyte2 import objects as flyte2

SEMANTICS = Semantics(
    reading_methods=frozenset(
        {
            "exist",
            "is_container",
            "to_dict",
            "to_str",
            # They return another image spec.
            "with_apt_packages",
            "with_builder_options",
            "with_commands",
            "with_copy",
            "with_packages",
            "with_runtime_packages",
        }
    )
    | flyte2.WORDS,
    logging=("logging.", "loguru.", "structlog.", "flytekit.loggers.", "flytekit.logger", "flyte.logger"),
    keeping_methods=frozenset({"with_overrides"}) | flyte2.WORDS,
    keeping=("flytekit.", "flytekitplugins.", "kubernetes.", "flyte.", "flyteplugins."),
    decorators=("flytekit.", "flyte."),
    rewritten={"default_inputs": "fixed_inputs"},
)
