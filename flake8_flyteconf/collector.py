"""Python's garbage collector, which goes through all that is alive dozens of times in a run."""

from __future__ import annotations

import contextlib
import functools
import gc
import pathlib
import sys
from collections.abc import Iterator


@contextlib.contextmanager
def paused() -> Iterator[None]:
    """Collect nothing while a file is linted: hardly anything made for it is in a cycle, and most goes at its end."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@functools.cache
def freeze() -> None:
    """Tell the collector, once, that what is alive by now stays: LibCST doubles what it goes through.

    A plugin must not do that in another program's process, such as an editor's.
    """
    program = pathlib.PurePath(sys.argv[0])
    if "flake8" in (program.stem, program.parent.name):
        gc.freeze()
