"""Whether a file may have anything to do with Flyte; most have not, and cost this search.

Either it imports an SDK, or it uses what another module made with one: ``@env.task``, ``fit.override(...)``.
"""

from __future__ import annotations

import re

#: An import of the package that offers flytekit under another name, or of Flyte 2; the words alone are common.
_IMPORT = re.compile(r"\b(?:from|import)\b.*\b(?:union|flyte|flyteplugins)\b")

#: What tasks and environments are used by, whoever imports the SDK.
_USE = re.compile(r"^\s*@[\w.]+\.task\b|\.(?:with_overrides|override)\(")
#: A text without any of these has none of the above.
_WORDS = ("flyte", "union", ".task", "overrid")


def is_about_flyte(text: str) -> bool:
    """Whether a text, of a file or a line, tells that its file may have to do with Flyte."""
    if "flytekit" in text:
        return True
    return any(word in text for word in _WORDS) and any(map(_tells, text.splitlines()))


def _tells(line: str) -> bool:
    if ("flyte" in line or "union" in line) and _IMPORT.search(line) is not None:
        return True
    return (".task" in line or "overrid" in line) and _USE.search(line) is not None
