"""Unknown arguments of any callable, shared by the families that name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from flake8_flyteconf.sdk import signature
from flake8_flyteconf.rules.conversions import dropped
from flake8_flyteconf.rules.rule import Hit, closest, hit, renamed
from flake8_flyteconf.values import Call

#: Packages that install a fork of flytekit under its name; the signatures are others there.
FORKS = ("latch", "latch_cli")


def unknown_arguments(call: Call, hints: Mapping[str, str] | None = None) -> Iterator[Hit]:
    """A hit for each argument that the callable does not take, with ``name``, ``callee`` and ``hint``."""
    known = signature(call.name)
    if known is None:
        return
    for name in call.arguments:
        if not known.accepts(name):
            fields = {"name": name, "callee": call.callee}
            if advice := (hints or {}).get(name):
                fields["hint"] = f"; {advice}"
                meant = next((word for word in known.names if re.match(rf"use {word}(?:$|;| \()", advice)), None)
            else:
                meant = closest(name, known.names)
            # A keyword given twice is another mistake.
            meant = None if meant in call.arguments else meant
            remedies = renamed(call.place(name), meant)
            if not remedies and all(each in call.arguments for each in known.required):
                remedies = dropped(call, name)
            yield hit(call.place(name), remedies=remedies, **fields)
    for index, value in enumerate(call.extra_positional):
        if not call.incomplete:
            position = len(known.positional) + index + 1
            yield hit(value.position, name=f"in position {position}", callee=call.callee, hint="")
