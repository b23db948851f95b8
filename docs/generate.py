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
    pages[ROOT / "docs" / "covered.rst"] = _covered()
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


#: Why the linter says nothing about what a validator refuses.
REASONS = {
    "cluster": "only a cluster or an installation knows",
    "gate": "a feature gate of Kubernetes decides",
    "set": "Flyte or Kubernetes sets the field",
    "none": "it is not written in a literal",
}
_VALIDATORS = ROOT / "docs" / "validators.tsv"


def validators() -> list[tuple[str, str, str, str]]:
    """What the validators refuse: software, function, condition, and a code or one of the reasons."""
    rows = []
    for line in _VALIDATORS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            software, function, condition, outcome = line.split("\t")
            rows.append((software, function, condition, outcome))
    return rows


def _covered() -> str:
    """The page that says what of the real software's checks is covered."""
    text = (
        "What the real software decides about a task, a pod, a plan or an execution, function by function,\n"
        "and the rule that reports it before. Where there is none, the reason is given. The functions are\n"
        "those of Kubernetes 1.34, flyteadmin 1.16.8 and flytekit 1.16.30; the list is ``docs/validators.tsv``.\n"
    )
    pieces = [_heading("What is covered"), text]
    software = ""
    for name, function, condition, outcome in validators():
        if name != software:
            title = f"{name}\n{'-' * len(name)}\n\n"
            pieces.append(f"{title}.. list-table::\n    :header-rows: 1\n    :widths: 35 45 20\n")
            pieces[-1] += "\n    * - Function\n      - What it refuses\n      - Reported by"
            software = name
        verdict = outcome if outcome.startswith("FYT") else f"silent: {REASONS[outcome]}"
        functions = ", ".join(f"``{each}``" for each in function.split(", "))
        pieces[-1] += f"\n    * - {functions}\n      - {condition}\n      - {verdict}"
        pieces[-1] = pieces[-1].rstrip("\n")
    return "\n".join(f"{piece}\n" if piece.startswith(("Kub", "fly", "pro")) else piece for piece in pieces)


def _table() -> str:
    columns = {"code": "Code", "kind": "Kind", "fix": "Fix", "summary": "What is wrong"}
    body = [columns, *rows()]
    widths = {name: max(len(row[name]) for row in body) for name in columns}
    rule = "  ".join("=" * width for width in widths.values())
    lines = ["  ".join(row[name].ljust(widths[name]) for name in columns).rstrip() for row in body]
    return "\n".join([rule, lines[0], rule, *lines[1:], rule, ""])


if __name__ == "__main__":
    for path, text in render().items():
        path.write_text(text, encoding="utf-8")
