"""The tables are those of the installed packages."""

from __future__ import annotations

from tools import generate_tables


def test_flytekit_table_is_current() -> None:
    written = generate_tables.TABLE.read_text(encoding="utf-8")
    assert written == generate_tables.render(), "run: python tools/generate_tables.py"
