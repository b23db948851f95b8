"""Diffs of files, byte for byte, as ``git apply`` takes them."""

from __future__ import annotations

import difflib
import os
import pathlib
from collections.abc import Iterator, Mapping, Sequence

_HUNK = b"@@ -"
#: Characters in a path that git escapes.
_ESCAPED = {"\a": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r", '"': '"', "\\": "\\"}


def diff(path: str, before: bytes, after: bytes, codes: Mapping[int, Sequence[str]]) -> bytes:
    """The change of a file as a unified diff, with the path that ``git apply`` looks for in the current folder.

    ``codes`` are those of the faults that were fixed, by their lines; each hunk names its own behind the ``@@``.
    """
    name = pathlib.PurePath(os.path.relpath(path)).as_posix()
    old, new = (_path(f"{side}/{name}") for side in "ab")
    shown = difflib.diff_bytes(difflib.unified_diff, _lines(before), _lines(after), old, new)
    return b"".join(_ended(line) for line in _with_codes(shown, codes))


def _lines(content: bytes) -> list[bytes]:
    """The lines of a file as git counts them, with their ends: only a line feed ends one."""
    lines = content.split(b"\n")
    return [line + b"\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _ended(line: bytes) -> bytes:
    return line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n"


def _with_codes(lines: Iterator[bytes], codes: Mapping[int, Sequence[str]]) -> Iterator[bytes]:
    hunk: list[bytes] = []
    for line in lines:
        if line.startswith(_HUNK):
            yield from _told(hunk, codes)
            hunk = []
        hunk.append(line)
    yield from _told(hunk, codes)


def _told(hunk: list[bytes], codes: Mapping[int, Sequence[str]]) -> Iterator[bytes]:
    """A hunk with the codes of its lines."""
    if hunk and hunk[0].startswith(_HUNK):
        first = int(hunk[0].removeprefix(_HUNK).split()[0].split(b",")[0])
        count = sum(not line.startswith(b"+") for line in hunk[1:])
        own = sorted({code for line in range(first, first + count) for code in codes.get(line, ())})
        hunk = [hunk[0].rstrip(b"\n") + b" " + ", ".join(own).encode() + b"\n" if own else hunk[0], *hunk[1:]]
    yield from hunk


def _path(name: str) -> bytes:
    """A path as git writes it: in quotes when it has special characters, followed by a tab when it has a blank."""
    if any(character in _ESCAPED or not character.isprintable() for character in name):
        escaped = (f"\\{_ESCAPED[c]}" if c in _ESCAPED else _octal(c) for c in name)
        return f'"{"".join(escaped)}"'.encode()
    return os.fsencode(name) + (b"\t" if " " in name else b"")


def _octal(character: str) -> str:
    if character.isprintable():
        return character
    return "".join(f"\\{byte:03o}" for byte in os.fsencode(character))
