"""The table of the pod models is that of the installed kubernetes client."""

from __future__ import annotations

from tools import generate_models


def test_model_table_is_current() -> None:
    written = generate_models.TABLE.read_text(encoding="utf-8")
    assert written == generate_models.render(), "run: python tools/generate_models.py"
