"""What the commands print, on streams that may be closed, full, or know few characters."""

from __future__ import annotations

import contextlib
import io
import os
import sys

#: The exit status of a run whose output could not be printed.
NOT_PRINTED = 3


class Printer:
    """Prints what a run says; when that fails, the run goes on without words."""

    def __init__(self) -> None:
        self.problem = "" if sys.stdout is not None else "standard output is closed"
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")

    def out(self, shown: str | bytes) -> None:
        """Print text, or the bytes of a file, on standard output."""
        if self.problem:
            return
        try:
            if isinstance(shown, bytes):
                sys.stdout.buffer.write(shown)
            else:
                sys.stdout.write(shown)
            sys.stdout.flush()
        except OSError as error:
            self.problem = error.strerror or str(error)
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def told(self, text: str) -> None:
        """Tell a person something, on standard error."""
        if sys.stderr is not None:  # print would take standard output instead
            with contextlib.suppress(OSError, ValueError):
                print(text, file=sys.stderr, flush=True)

    def status(self, otherwise: int) -> int:
        """The exit status of a run that ends with another one when all was printed."""
        if not self.problem:
            return otherwise
        self.told(f"the output could not be printed: {self.problem}")
        return NOT_PRINTED
