"""Write the rule reference: a page for each family, their index, and the table of codes in the README.

Run it with the plugin installed: ``python docs/generate.py``. A test fails while a page differs from the rules.
"""

from __future__ import annotations

import pathlib

from flake8_flyteconf.reference import FAMILIES, family, restructured, rows

ROOT = pathlib.Path(__file__).parents[1]
COMMAND = "python docs/generate.py"
_README = ROOT / "README.rst"
_BEGIN, _END = (f".. {edge} of the table of codes, written by {COMMAND}\n" for edge in ("Begin", "End"))


def render() -> dict[pathlib.Path, str]:
    """The files that this script writes, with their text."""
    pages = {ROOT / "docs" / "rules" / "index.rst": _index()}
    for prefix, title in FAMILIES.items():
        pages[ROOT / "docs" / "rules" / f"{prefix.lower()}.rst"] = _page(prefix, title)
    before, _, rest = _README.read_text(encoding="utf-8").partition(_BEGIN)
    _, _, after = rest.partition(_END)
    pages[_README] = f"{before}{_BEGIN}\n{_table()}\n{_END}{after}"
    return pages


def _heading(text: str) -> str:
    return f"{'=' * len(text)}\n{text}\n{'=' * len(text)}\n"


def _index() -> str:
    entries = "".join(f"    {prefix.lower()}\n" for prefix in FAMILIES)
    return f"{_heading('Rules')}\n.. toctree::\n    :maxdepth: 2\n\n{entries}"


def _page(prefix: str, title: str) -> str:
    return "\n".join([_heading(f"{prefix}: {title}"), *(restructured(rule) for rule in family(prefix))])


def _table() -> str:
    columns = {"code": "Code", "kind": "Kind", "summary": "What is wrong"}
    body = [columns, *rows()]
    widths = {name: max(len(row[name]) for row in body) for name in columns}
    rule = "  ".join("=" * width for width in widths.values())
    lines = ["  ".join(row[name].ljust(widths[name]) for name in columns).rstrip() for row in body]
    return "\n".join([rule, lines[0], rule, *lines[1:], rule, ""])


if __name__ == "__main__":
    for path, text in render().items():
        path.write_text(text, encoding="utf-8")
