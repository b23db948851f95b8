"""References to container images, as every runtime parses them.

Source: distribution/reference, regexp.go and normalize.go, which kubelet and the runtimes use.
"""

from __future__ import annotations

import re

_COMPONENT = r"[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*"
_PATH = re.compile(rf"{_COMPONENT}(?:/{_COMPONENT})*")
_LABEL = r"[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?"
_HOST = re.compile(rf"(?:{_LABEL}(?:\.{_LABEL})*|\[[0-9a-fA-F:]+\])(?::\d+)?")
_TAG = re.compile(r"\w[\w.-]{0,127}", re.ASCII)
_DIGEST = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[+._-][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}")


def split(reference: str) -> tuple[str, str, str]:
    """The host with its slash, the repository, and the tag or digest with what is before it.

    What has a dot, a port or a capital letter before the first slash is a host, and so is ``localhost``.
    """
    host, slash, path = reference.partition("/")
    if not slash or not {".", ":"} & set(host) and host == host.lower() and host != "localhost":
        host, slash, path = "", "", reference
    repository, separator, version = re.split(r"([:@]|$)", path, maxsplit=1)
    return host + slash, repository, separator + version


def in_lower_case(reference: str) -> str:
    """A reference with its repository in lower case; the host and the tag are left alone."""
    host, repository, version = split(reference)
    return host + repository.lower() + version


def fault(reference: str) -> str | None:
    """What keeps a string from being a reference to an image, in the words of a message; None when it is one."""
    if not reference.strip():
        return "is empty"
    if re.search(r"\s", reference):
        return "has a blank"
    if "://" in reference:
        return "has a scheme"
    host, repository, version = split(reference)
    if repository != repository.lower():
        return "must have its repository in lower case"
    tag, at, digest = version.removeprefix(":").partition("@")
    if version.startswith(":") and not _TAG.fullmatch(tag) or at and not _DIGEST.fullmatch(digest):
        return "has no valid tag" if not at else "has no valid digest"
    if not _PATH.fullmatch(repository) or host and not _HOST.fullmatch(host.removesuffix("/")):
        return "is not a reference to an image"
    return None


def corrected(reference: str) -> str | None:
    """The reference that was evidently meant, None when nothing is evident."""
    text = in_lower_case(re.sub(r"^\s*(?:https?://|docker://)?(.*?)\s*$", r"\1", reference))
    text = text.removesuffix(":")
    return text if text != reference and fault(text) is None else None
