"""The releases that the rules and tables are about, and those that a project uses.

``packaging`` is imported when a release is compared for the first time: a run without Flyte does without it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from packaging.specifiers import SpecifierSet
    from packaging.version import Version

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
#: The package whose release a plugin shares unless it has one of its own.
_FAMILIES = {"flytekitplugins": "flytekit", "flyteplugins": "flyte"}


def with_releases(text: str) -> str:
    """A text with the release behind each project that its ``Source:`` names."""
    before, heading, sources = text.partition("Source:")
    return before + heading + _SOURCES.sub(lambda found: f"{found[0]} {RELEASES[found[1]]}", sources)


def in_words(claim: str) -> str:
    """The releases of a claim as a page shows them: ``flytekit>=1.13.1`` is "flytekit 1.13.1 and later"."""
    package, specifier = _parsed(claim)
    words = {">=": "{} and later", ">": "after {}", "<": "before {}", "<=": "up to {}"}
    return f"{package} " + ", ".join(words[each.operator].format(each.version) for each in specifier)


class Release(NamedTuple):
    """A release that a project uses, and what tells so: ``uv.lock``, ``--flyteconf-flytekit``."""

    version: Version
    source: str

    def is_before(self, other: Version) -> bool:
        """Whether the release surely came before another one; a pre-release may have what the next minor one has."""
        if self.version.is_prerelease:
            return other.release[:2] > (self.version.major, self.version.minor + 1)
        return other > self.version


@dataclass(frozen=True, slots=True)
class Releases:
    """The releases that a project uses, by the names of packages; of others the newest known is assumed.

    ``python`` are the Python releases that it supports, None when it does not tell.
    """

    pinned: Mapping[str, Release] = field(default_factory=dict)
    python: SpecifierSet | None = None

    def of(self, package: str) -> Release | None:
        """The release of a package, None when the project does not tell."""
        return self.pinned.get(package) or self.pinned.get(_family(package))

    def meet(self, claim: str) -> bool:
        """Whether what holds from or until a release, such as ``flytekit>=1.13.1``, holds in this project."""
        package, specifier = _parsed(claim)
        release = self.of(package)
        version = release.version if release is not None else newest(package)
        return specifier.contains(version, prereleases=True)

    def surely_python(self, version: tuple[int, int]) -> bool:
        """Whether the project supports no release of Python before this one."""
        older = (f"{version[0]}.{minor}.{patch}" for minor in range(version[1]) for patch in (0, 99))
        return self.python is not None and not any(self.python.contains(release) for release in older)

    def assumed(self) -> list[str]:
        """The releases that are assumed of the SDKs and of the client, each with what tells it, for people."""
        lines = []
        for package in ("flytekit", "flyte", "kubernetes"):
            release = self.of(package)
            told = f"{release.version} ({release.source})" if release is not None else ""
            unknown = "any (not told, what all refuse counts)" if package == "kubernetes" else ""
            lines.append(f"{package} {told or unknown or f'{newest(package)} (not told, the newest known)'}")
        return lines

    def or_else(self, others: Releases) -> Releases:
        """These, and of packages that they do not name what others tell."""
        return Releases({**others.pinned, **self.pinned}, self.python if self.python is not None else others.python)


class Lifespan(NamedTuple):
    """The first and the last release that has something; None for an end that is not known or not reached."""

    first: Version | None
    last: Version | None

    @classmethod
    def of(cls, text: str) -> Lifespan:
        """What ``first-last`` says, either end of which may be empty."""
        from packaging.version import Version

        first, _, last = text.partition("-")
        return cls(Version(first) if first else None, Version(last) if last else None)


@functools.cache
def lifespan(name: str) -> Lifespan:
    """The releases that have a callable by its canonical name, or its parameter as ``callable(parameter)``."""
    return Lifespan.of(_lifespans().get(name, ""))


@functools.cache
def moved_from(name: str, positional: tuple[str, ...], release: Release) -> int | None:
    """The first position behind which a callable took other parameters in a release, None when it took the same.

    The first parameter was renamed at times, and never another one.
    """
    firsts = [lifespan(f"{name}({each})").first for each in positional]
    later = [index for index, first in enumerate(firsts) if index and first is not None and release.is_before(first)]
    gone = [Lifespan.of(span).last for key, span in _lifespans().items() if key.startswith(f"{name}(")]
    if any(last is not None and last >= release.version for last in gone):
        return 1
    return later[0] if later else None


def _lifespans() -> Mapping[str, str]:
    from flake8_flyteconf.history import LIFESPANS  # large, and seldom needed

    return LIFESPANS


def package_of(name: str) -> str:
    """The package on PyPI that has an object by its canonical name; each plugin is one."""
    package, _, rest = name.partition(".")
    return f"{package}-{rest.partition('.')[0]}" if package in _FAMILIES else package


def successor(package: str, version: Version) -> Version:
    """The release after one that is not the newest."""
    return next(each for each in known(_family(package)) if each > version)


def _family(package: str) -> str:
    return _FAMILIES.get(package.partition("-")[0], package)


@functools.cache
def _parsed(claim: str) -> tuple[str, SpecifierSet]:
    from packaging.requirements import Requirement

    requirement = Requirement(claim)
    return requirement.name, requirement.specifier


@functools.cache
def newest(package: str) -> Version:
    """The newest release of a package that the tables are about."""
    return known(_family(package))[-1]


@functools.cache
def known(package: str) -> tuple[Version, ...]:
    """The final releases of a package, the oldest first."""
    from packaging.version import Version

    from flake8_flyteconf.history import RELEASES as published  # large, and seldom needed

    return tuple(map(Version, published[package].split()))
