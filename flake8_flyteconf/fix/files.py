"""Read and write the files of a project without damage."""

from __future__ import annotations

import contextlib
import os
import pathlib
import stat
import sys
import tempfile


class LeftAlone(OSError):
    """A file that is not touched; the text says why."""


def read(path: str) -> bytes:
    """The content of a file, ``-`` is standard input; raises :class:`LeftAlone` for a device, a pipe or a folder."""
    if path == "-":
        if sys.stdin is None:
            raise LeftAlone("standard input is closed")
        return sys.stdin.buffer.read()
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise LeftAlone("it is no regular file")
    return pathlib.Path(path).read_bytes()


def read_to_fix(path: str) -> bytes:
    """The content of a file that may be written; raises :class:`LeftAlone` for a link and a notebook, too."""
    if path.endswith(".ipynb"):
        raise LeftAlone(f'it is a notebook; use nbqa: nbqa "flake8_flyteconf fix" {path} --write')
    if os.path.islink(path):
        raise LeftAlone("it is a symbolic link; name the file itself")
    return read(path)


def write(path: str, before: bytes, after: bytes) -> None:
    """Replace the content of a file, all of it or nothing, and keep mode, owner, group and further links.

    A new file takes the place of the old one in one step. Where that would lose what belongs to the old one, which has
    several links, another owner or attributes of its own, it is written in place: the old content is first kept in a
    file beside it, which is deleted when the new content is on the disk, and put back when that fails.

    Raises :class:`LeftAlone` when the file may not be written or has changed since it was read, and :class:`OSError`
    for all else that goes wrong, with the old content in the file.
    """
    status = os.stat(path)
    if not os.access(path, os.W_OK) or not status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise LeftAlone("there is no permission to write it")
    if pathlib.Path(path).read_bytes() != before:
        raise LeftAlone("it has changed meanwhile")
    if status.st_nlink == 1 and not _attributes(path):
        new = _beside(path, after)
        try:
            if _is_like(new, status):
                os.replace(new, path)
                return
        finally:
            pathlib.Path(new).unlink(missing_ok=True)
    old = _beside(path, before)
    try:
        _overwrite(path, before, after)
    except OSError as error:
        if pathlib.Path(path).read_bytes() != before:
            raise LeftAlone(f"{error.strerror}; what was in it is in {old}") from error
        pathlib.Path(old).unlink()
        raise
    pathlib.Path(old).unlink()


def _beside(path: str, content: bytes) -> str:
    """A new file in the folder of another, with a content that is on the disk."""
    target = pathlib.Path(path)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        _to_disk(handle, content)
    except OSError:
        pathlib.Path(name).unlink(missing_ok=True)
        raise
    return name


def _to_disk(handle: int, content: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _is_like(path: str, status: os.stat_result) -> bool:
    """Whether a new file could be given mode, owner and group of another."""
    try:
        created = os.stat(path)
        if (created.st_uid, created.st_gid) != (status.st_uid, status.st_gid):
            os.chown(path, status.st_uid, status.st_gid)
        os.chmod(path, stat.S_IMODE(status.st_mode))
    except OSError:
        return False
    return True


def _overwrite(path: str, before: bytes, after: bytes) -> None:
    """Write a file in place, and put the old content back when that fails."""
    try:
        _to_disk(os.open(path, os.O_WRONLY | os.O_TRUNC), after)
    except OSError:
        with contextlib.suppress(OSError):
            _to_disk(os.open(path, os.O_WRONLY | os.O_TRUNC), before)
        raise


def _attributes(path: str) -> list[str]:
    """The extended attributes of a file, where the system has such."""
    try:
        return os.listxattr(path)
    except (AttributeError, OSError):
        return []
