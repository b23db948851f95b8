"""What is said about an older release is what that release does: what is reported raises, what is not reported runs."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import re
from collections.abc import Iterator
from typing import Any

import pytest
from packaging.version import Version

from flake8_flyteconf.reference import example, settings_for
from flake8_flyteconf.releases import Release, Releases
from flake8_flyteconf.rules import RULES
from flake8_flyteconf.settings import Settings
from tests.findings import FILES, faults

PACKAGES = ("flytekit", "flyte", "kubernetes")


def _installed() -> dict[str, Release]:
    found = {}
    for package in PACKAGES:
        if importlib.util.find_spec(package) is not None:
            found[package] = Release(Version(importlib.metadata.version(package)), "installed")
    return found


RELEASES = _installed()
SDK = "flytekit" if "flytekit" in RELEASES else "flyte"
#: The codes of the rules about the SDK that is installed.
ABOUT = re.compile(r"FYT[1-6]\d\d" if SDK == "flytekit" else r"FYT8\d\d")
#: Rules whose mistakes other releases refuse at another stage, which is not that of the rule: Kubernetes refuses types
#: that the older client lets through, deployment those that constructors take before 2.8. A process that has imported
#: all of Flyte 2 cannot show what it does not load. Of the names in Flyte 2 only those of the newest release are known.
LATER = {"FYT603", "FYT605", "FYT803", "FYT883", "FYT896"}
SETTINGS = Settings().in_project(Releases(RELEASES))


def examples() -> Iterator[Any]:
    """The examples of the rules, with the settings that they are written for in the releases that are installed."""
    for rule in RULES:
        if ABOUT.fullmatch(rule.code) and not rule.client and rule.code not in LATER:
            for heading in ("Bad", "Good"):
                text = example(rule, heading)
                if _is_importable(text):
                    settings = settings_for(rule).in_project(Releases(RELEASES)) if not rule.option else SETTINGS
                    yield pytest.param(text, settings, id=f"{rule.code}-{heading}")


def statements() -> Iterator[Any]:
    """The fixtures that are written for an older release, one marked statement after the other."""
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        if text.startswith(f"# {SDK} ") and _is_importable(text):
            yield pytest.param(text, SETTINGS, id=path.stem)


def _is_importable(text: str) -> bool:
    """Whether all packages that a text imports are installed, apart from the SDK itself."""
    modules = re.findall(r"^(?:from|import) (flytekitplugins\.\w+|flyteplugins\.\w+|\w+)", text, re.M)
    try:
        return all(importlib.util.find_spec(module) is not None for module in modules)
    except ModuleNotFoundError:
        return False


def outcome(text: str) -> Exception | None:
    """What the SDK raises for a module, None when it registers or deploys it."""
    try:
        if SDK == "flytekit":
            from tests.truth import flyte as real

            real.serialized(real.imported(text))
        else:
            from tests.truth import flyte2

            flyte2.deployed(flyte2.imported(text))
    except Exception as error:
        return error
    return None


@pytest.mark.parametrize(("text", "settings"), [*examples(), *statements()])
def test_reported_is_what_raises(text: str, settings: Settings) -> None:
    refusing = [f.text for f in faults(text, settings) if f.rule.stage in ("import", "serialization")]
    error = outcome(text)
    if isinstance(error, (AttributeError, TypeError)) and re.search(r"\bV1|kubernetes.client", str(error)):
        pytest.skip("the kubernetes client is older than the example")
    assert bool(refusing) == (error is not None), f"{refusing or 'nothing'} is reported; {error!r}"
