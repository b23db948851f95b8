"""Arguments that a callable does not have, or not yet, shared by the families that name them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from flake8_flyteconf.releases import Release, lifespan, moved_from, newest, package_of, successor
from flake8_flyteconf.sdk import Signature, signature
from flake8_flyteconf.flytekit.calls import Task
from flake8_flyteconf.rules.conversions import dropped
from flake8_flyteconf.rules.rule import Edit, Hit, Remedy, closest, did_you_mean, hit, renamed
from flake8_flyteconf.settings import Settings
from flake8_flyteconf.values import Call, parts_of

if TYPE_CHECKING:
    from packaging.version import Version

#: Packages that install a fork of flytekit under its name; the signatures are others there.
FORKS = ("latch", "latch_cli")
#: The sizes of ``Resources``, which are written beside it at times.
_FIELDS = frozenset({"cpu", "mem", "gpu", "ephemeral_storage", "memory"})


def unknown_arguments(call: Call, hints: Mapping[str, str] | None = None, callee: str = "") -> Iterator[Hit]:
    """A hit for each argument that the callable does not take, with ``name``, ``callee`` and ``hint``."""
    known, callee = signature(call.name), callee or call.callee
    if known is None:
        return
    for name in call.arguments:
        if not known.accepts(name):
            package = package_of(call.name)
            last = lifespan(f"{call.name}({name})").last
            removed = f", removed in {successor(package, last)}" if last is not None else ""
            advice = _fitting((hints or {}).get(name, ""), known)
            if advice:
                meant = next((word for word in known.names if re.match(rf"use {word}(?:$|;| \()", advice)), None)
            else:
                meant = closest(name, known.names)
            # A keyword given twice is another mistake.
            meant = None if meant in call.arguments else meant
            remedies = renamed(call.place(name), meant) or _moved(call, name, advice)
            if not remedies and not advice and all(each in call.arguments for each in known.required):
                remedies = dropped(call, name)
            fields = {"hint": removed + (f"; {advice}" if advice else did_you_mean(meant))}
            holds = f"{package}>{last}" if last is not None else until_now(package)
            yield hit(call.place(name), remedies=remedies, holds=holds, name=name, callee=callee, **fields)
    for index, value in enumerate(call.extra_positional):
        if not call.incomplete:
            position = len(known.positional) + index + 1
            holds = until_now(package_of(call.name))
            yield hit(value.position, holds=holds, name=f"in position {position}", callee=callee, hint="")


#: Advice that names an argument of the callee.
_ARGUMENT = re.compile(r"(?:use|write|give) (\w+)(?:$|[=;,]| \(| or )")
#: The end of advice to write an argument of another callable.
_ELSEWHERE = " on the environment"
#: Advice to put the value into an object: ``use requests=Resources(mem=...)``.
_INTO_OBJECT = re.compile(r"(?:use|write) (\w+)=(flyte\.)?(\w+)\((\w+)=\.\.\.\)$")


def _fitting(advice: str, known: Signature) -> str:
    """Advice that a callable can follow; one that names an argument which it does not have is none."""
    named = _ARGUMENT.match(advice)
    return advice if named is None or known.accepts(named[1]) or advice.endswith(_ELSEWHERE) else ""


def _moved(call: Call, name: str, advice: str) -> Sequence[Remedy]:
    """The remedy of handing a value on in the object that the advice names."""
    into = _INTO_OBJECT.match(advice)
    if into is None or into[1] in call.arguments or sum(n in _FIELDS for n in call.keywords) > 1:
        return []
    # The value must be written in the call: another one may be used elsewhere too.
    line, column = call.keywords[name].place if name in call.keywords else (0, 0)
    if call.arguments[name].position.place != (line, column + len(f"{name}=")):
        return []
    made = f"{into[2] or 'flytekit.'}{into[3]}"
    wrap = Edit(call.arguments[name].position, f"{made}({into[4]}={{}})", "wrap", made)
    return [Remedy([Edit(call.keywords[name], into[1], "rename"), wrap], safe=False)]


def until_now(package: str) -> str:
    """About what no release of a package has had so far; one that is not known yet may have it."""
    return f"{package}<={newest(package)}"


def of_today(package: str) -> str:
    """About what the newest minor release of a package has, when nothing is known of the others."""
    return f"{package}>={newest(package).major}.{newest(package).minor},<={newest(package)}"


def newer_than_the_project(call: Call, settings: Settings, callee: str) -> Iterator[Hit]:
    """A hit for a callable, or for each of its arguments, that came after the release that the project uses.

    With ``what``, ``since``, ``version`` and ``source``.
    """
    release = settings.releases.of(package_of(call.name))
    known = signature(call.name)
    if release is None or known is not None and known.swallows:
        return
    for name, first in _newer(call, release).items():
        place = call.place(name) if name else call.position
        remedies = dropped(call, name) if name else []
        yield hit(place, remedies=remedies, what=name or callee, since=first, **release._asdict())
        if not name:
            return


def arguments_ignored_so_far(call: Call, settings: Settings) -> Iterator[Hit]:
    """A hit for each argument that the release of the project swallows, as for an unknown one."""
    release = settings.releases.of(package_of(call.name))
    for name, first in _newer(call, release).items() if release is not None else ():
        if name:
            assert release is not None
            hint = f", which came with {first}; the project uses {release.version} ({release.source})"
            yield hit(call.place(name), remedies=dropped(call, name), name=name, callee=call.callee, hint=hint)


def is_excused(hit: Hit, call: Call, settings: Settings) -> bool:
    """Whether a hit is about an argument of which nothing is known.

    It came after the release of the project, which is told by itself, the project's fork of flytekit has added it, or
    its position was that of another one.
    """
    release = settings.releases.of(package_of(call.name))
    if release is not None and _is_by_moved_position(hit, call, release):
        return True
    names = set(_newer(call, release)) if release is not None else set()
    names |= settings.task_arguments if isinstance(call, Task) else frozenset()
    excused = [name for name in call.keywords if name in names]
    parts = (part for name in excused if name in call.arguments for part in parts_of(call.arguments[name]))
    return any(part.position is hit.position for part in parts) or hit.position in map(call.place, excused)


def _is_by_moved_position(hit: Hit, call: Call, release: Release) -> bool:
    """Whether a hit is about an argument that is given by a position which may have been that of another one."""
    known = signature(call.name)
    moved = moved_from(call.name, known.positional if known is not None else (), release)
    if moved is None:
        return False
    by_position = [value for name, value in call.arguments.items() if not (name in call.keywords or name in call.later)]
    values = (*by_position[moved:], *call.extra_positional)
    return any(hit.position is part.position for value in values for part in parts_of(value))


def is_newer(call: Call, name: str, settings: Settings) -> bool:
    """Whether an argument of a callable came after the release that the project uses."""
    release = settings.releases.of(package_of(call.name))
    return release is not None and name in _newer_of(call, [name], release)


def _newer(call: Call, release: Release) -> Mapping[str, Version]:
    """What came after a release: the keywords of a call, under an empty name what is called.

    What is given by position may have been another argument.
    """
    return _newer_of(call, ["", *call.keywords], release)


def _newer_of(call: Call, names: Iterable[str], release: Release) -> Mapping[str, Version]:
    firsts = {name: lifespan(f"{call.name}({name})" if name else call.name).first for name in names}
    return {name: first for name, first in firsts.items() if first is not None and release.is_before(first)}
