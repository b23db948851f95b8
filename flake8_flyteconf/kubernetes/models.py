"""The classes of the kubernetes client by name."""

from __future__ import annotations

import re

_CLASS = re.compile(r"kubernetes\.client\.(?:models\.(?:[a-z0-9_]+\.)?)?(V[1-9][A-Za-z0-9]*)")


def canonical(dotted: str) -> str:
    """The one name of a class of the kubernetes client, whatever module it was imported from.

    ``kubernetes.client.models.v1_container.V1Container`` becomes ``kubernetes.client.V1Container``.
    """
    found = _CLASS.fullmatch(dotted)
    return f"kubernetes.client.{found[1]}" if found else dotted
