"""Advice about an argument that a callable lacks can be followed: the callable has the one that is named instead."""

from __future__ import annotations

import re

import pytest

from flake8_flyteconf.flyte2 import tables as flyte2
from flake8_flyteconf.flytekit import plugins, tables
from flake8_flyteconf.rules import fyt2_resources, fyt3_arguments, fyt4_options, fyt8_mixups
from flake8_flyteconf.sdk import signature
from tests.findings import found

#: Keywords that any of the rules has advice about, and others that people write.
WORDS = {
    *fyt2_resources._RENAMED,
    *fyt3_arguments._MISNAMED,
    *fyt3_arguments._TASK_ONLY,
    *fyt4_options._ELSEWHERE,
    *fyt8_mixups.OF_FLYTEKIT,
    *fyt8_mixups._SIZES,
    *fyt8_mixups._NOTIFICATIONS,
    *(name for hints in fyt8_mixups.HINTS.values() for name in hints),
    *"request limit inputs platform timeouts".split(),
}
CALLABLES = [*tables.SIGNATURES, *flyte2.SIGNATURES, *plugins.SIGNATURES]
#: Rules about unknown arguments.
CODES = {"FYT205", "FYT301", "FYT302", "FYT306", "FYT401", "FYT701", "FYT801", "FYT802"}
#: An argument that a message names as the right one, unless it is one of something else.
_NAMED = re.compile(r"(?:; use |; write |; give |\(did you mean )(\w+)(?:$|[=;,?)]| \()")
#: How what is no plain call is written.
_TEMPLATES = {
    "flytekit.task": "import flytekit\n@flytekit.task({arguments})\ndef f() -> None: ...",
    "flytekit.dynamic": "import flytekit\n@flytekit.dynamic({arguments})\ndef f() -> None: ...",
    "flytekit.workflow": "import flytekit\n@flytekit.workflow({arguments})\ndef f() -> None: ...",
    "flytekit.with_overrides": (
        "from flytekit import task, workflow\n@task\ndef t() -> None: ...\n"
        "@workflow\ndef w() -> None:\n    t().with_overrides({arguments})"
    ),
    "flyte.TaskEnvironment.task": (
        "import flyte\nenv = flyte.TaskEnvironment(name='a')\n@env.task({arguments})\nasync def f() -> None: ..."
    ),
    "flyte.TaskTemplate.override": (
        "import flyte\nenv = flyte.TaskEnvironment(name='a')\n@env.task\nasync def f() -> None: ...\n"
        "@env.task\nasync def g() -> None:\n    await f.override({arguments})()"
    ),
}


def written(name: str, keyword: str) -> str:
    """A module that gives a callable one keyword."""
    template = _TEMPLATES.get(name)
    if template is None and name.startswith("flyte.Image.with_"):
        template = f"import flyte\ni = flyte.Image.from_debian_base().{name.rpartition('.')[2]}({{arguments}})"
    if template is None:
        module = ".".join(part for part in name.split(".")[:-1] if not part[:1].isupper())
        template = f"import {module}\n{name}({{arguments}})"
    return template.format(arguments=f"{keyword}=1") + "\n"


@pytest.mark.parametrize("name", CALLABLES)
def test_an_argument_that_is_named_instead_is_there(name: str) -> None:
    known = signature(name)
    assert known is not None
    for keyword in sorted(WORDS):
        if not known.accepts(keyword):
            for finding in found(written(name, keyword)):
                if finding.code in CODES and re.search(rf"\b{keyword}\b", finding.text):
                    named = _NAMED.search(finding.text)
                    elsewhere = finding.text.endswith(" on the environment")
                    assert named is None or known.accepts(named[1]) or elsewhere, finding.text


def test_it_is_about_advice() -> None:
    texts = [finding.text for name in CALLABLES for finding in found(written(name, "retry")) if finding.code in CODES]
    assert sum(_NAMED.search(text) is not None for text in texts) >= 4
    assert "FYT801 TaskEnvironment" not in "".join(texts)
    assert any("set retries on the task, @env.task(retries=...)" in text for text in texts)
