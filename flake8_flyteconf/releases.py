"""The releases that the rules and tables are about; a docstring names a source without its release."""

from __future__ import annotations

import re

RELEASES = {
    "flyte": "2.12.1",
    "flyte backend": "6fadb90d",
    "flytekit": "1.16.30",
    "flytekitplugins": "1.16.31",
    "flyteadmin": "1.16.8",
    "flyteplugins": "1.16.8",
    "flytepropeller": "1.16.8",
    "Kubernetes": "1.34.1",
    "kubernetes client": "36.0.3 and 37.0.1",
    "robfig/cron": "v3.0.1",
}
#: The longest names first; each plugin is a package of its own.
_SOURCES = re.compile(rf"(?<![\w/#])({'|'.join(sorted(RELEASES, key=len, reverse=True))})(-[a-z]+)?(?=[,;. ])")


def with_releases(text: str) -> str:
    """A text with the release behind each project that its ``Source:`` names."""
    before, heading, sources = text.partition("Source:")
    return before + heading + _SOURCES.sub(lambda found: f"{found[0]} {RELEASES[found[1]]}", sources)
