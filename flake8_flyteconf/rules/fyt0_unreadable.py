"""FYT0: the plugin itself."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_flyteconf.rules.rule import Hit, rule
from flake8_flyteconf.values import Call


@rule("FYT001", "this statement could not be read: {reason}", on=(), kind="suspicious", stage="undetected")
def unreadable_statement(call: Call) -> Iterator[Hit]:
    """A statement that the linter could not read.

    It is too large, nested too deeply or newer than the installed LibCST. The rest of the file is checked. Please
    report it when the statement looks ordinary.
    """
    yield from ()
