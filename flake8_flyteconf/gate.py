"""Whether a file has anything to do with Flyte; most have not, and cost this search."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: An import of the package that offers flytekit under another name, or of Flyte 2; the words alone are common.
_IMPORT = re.compile(r"\b(?:from|import)\b.*\b(?:union|flyte|flyteplugins)\b")


def is_about_flyte(lines: Iterable[str]) -> bool:
    return any(map(_is_import, lines))


def _is_import(line: str) -> bool:
    return "flytekit" in line or ("flyte" in line or "union" in line) and _IMPORT.search(line) is not None
