"""What a class of an installed package and its objects can be asked for."""

from __future__ import annotations

import contextlib
import inspect
import re
import typing

_PLAIN = (object, typing.Generic)


def of_class(target: type) -> set[str]:
    """The names that a class and its objects have: members, fields, and what methods assign to ``self``.

    A class can also be asked for what its own class has, such as ``mro``.
    """
    found = {name for name in (*dir(target), *dir(type(target))) if not name.startswith("_")}
    for base in target.__mro__:
        found |= {name for name in getattr(base, "__annotations__", {}) if not name.startswith("_")}
        if base not in _PLAIN and base.__module__ != "builtins":
            with contextlib.suppress(OSError, TypeError):
                found |= set(re.findall(r"\bself\.([a-z]\w*)\s*(?::[^=\n]+)?=(?!=)", inspect.getsource(base)))
    return found
