"""Write the rule reference: a page for each family, their index, and the table of codes in the README.

Run it with the plugin installed: ``python docs/generate.py``. A test fails while a page differs from the rules.
"""

from __future__ import annotations

import ast
import collections
import io
import pathlib
from collections.abc import Sequence
from typing import Any

from flake8_flyteconf.linter import lint
from flake8_flyteconf.reference import FAMILIES, STAGES, example, family, fix_of, restructured, rows, settings_for
from flake8_flyteconf.rules import RULES
from flake8_flyteconf.rules.fyt80_flyte2 import HINTS, OF_FLYTEKIT, SUCCESSORS
from flake8_flyteconf.rules.rule import Rule

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
    pages[ROOT / "docs" / "rules" / "fields.rst"] = _fields()
    pages[ROOT / "docs" / "index.rst"] = _between(ROOT / "docs" / "index.rst", _start())
    pages[ROOT / "docs" / "sdks.rst"] = _between(ROOT / "docs" / "sdks.rst", _mixed())
    pages[_README] = _between(_README, _table())
    return pages


def _between(path: pathlib.Path, table: str) -> str:
    """A page with its table as it is now."""
    before, _, rest = path.read_text(encoding="utf-8").partition(_BEGIN)
    _, _, after = rest.partition(_END)
    return f"{before}{_BEGIN}\n{table}\n{_END}{after}"


def _heading(text: str) -> str:
    return f"{'=' * len(text)}\n{text}\n{'=' * len(text)}\n"


def _index() -> str:
    entries = "".join(f"    {prefix.lower()}\n" for prefix in FAMILIES)
    return f"{_heading('Rules')}\n.. toctree::\n    :maxdepth: 1\n\n    fields\n{entries}\n{_list_of_rules()}"


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
    """The families, how many rules they have, and how many of these have a fix."""
    head = ("Family", "Rules", "Fixes", "About")
    body = [head]
    for prefix, title in FAMILIES.items():
        rules = family(prefix)
        body.append((prefix, str(len(rules)), str(sum(bool(fix_of(rule)) for rule in rules)), title))
    return _grid(body)


def _grid(body: Sequence[Sequence[str]]) -> str:
    """A simple table of reStructuredText, the first row as its head."""
    widths = [max(map(len, column)) for column in zip(*body)]
    rule = "  ".join("=" * width for width in widths)
    first, *lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in body)
    return "\n".join([rule, first, rule, *lines, rule, ""])


def _list_of_rules() -> str:
    """All rules in a table, for the page of the rules."""
    body = [("Code", "Kind", "Fix", "What is wrong")]
    body += [(f":ref:`{row['code']}`", row["kind"], row["fix"], row["summary"]) for row in rows()]
    return _grid([("Code", "Kind", "Fix", "What is wrong"), *((r[0], r[1], r[2] or "--", r[3]) for r in body[1:])])


def _fields() -> str:
    """The rules by the argument that they are about, as their examples show it."""
    found: dict[str, list[Rule[Any]]] = {}
    for rule in RULES:
        for name in sorted(arguments_at_fault(rule)):
            found.setdefault(name, []).append(rule)
    parts = [
        _heading("Rules by field"),
        "I wrote ``mem=``: what can be wrong? Each rule stands under the argument, or the key, at which its example is",
        "reported.\n",
    ]
    for name, rules in sorted(found.items(), key=lambda item: item[0].lower()):
        parts += [f"``{name}``"]
        parts += [f"    :ref:`{rule.code}` {rule.summary[0].lower() + rule.summary[1:]}\n" for rule in rules]
    return "\n".join(parts)


def arguments_at_fault(rule: Rule[Any]) -> set[str]:
    """The keywords of the bad example whose name or value is reported."""
    text = example(rule, "Bad")
    linted = lint(ast.parse(text), list(io.StringIO(text)), settings_for(rule), rule.kind == "policy") if text else None
    found = set()
    for finding in linted.findings(lambda code: code == rule.code) if linted is not None else ():
        here = (finding.line, finding.column)
        inside = [
            node
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.keyword)
            and node.arg
            and (node.lineno, node.col_offset) <= here < (node.value.end_lineno or 0, node.value.end_col_offset or 0)
        ]
        if inside:
            found.add(max(inside, key=lambda node: (node.lineno, node.col_offset)).arg or "")
    return found - {""}


def _start() -> str:
    """When the mistakes of the rules would come out, as a table."""
    body = [("Without the linter", "Rules")]
    counted: collections.Counter[str] = collections.Counter(
        rule.stage for rule in RULES if rule.kind != "policy" and rule.on
    )
    for stage, text in STAGES.items():
        body.append((text.removeprefix("found "), str(counted[stage])))
    return _grid(body)


def _mixed() -> str:
    """What people write of one SDK in the other, and what is right there."""
    body = [("Written with Flyte 2", "What is right", "Rule")]
    for owner, hints in {**HINTS, "tasks and environments": OF_FLYTEKIT}.items():
        for name, advice in hints.items():
            if "flytekit" in advice or owner == "tasks and environments":
                body.append((f"``{name}=`` of {owner}", _literal(advice), ":ref:`FYT801`"))
    for name, advice in SUCCESSORS.items():
        body.append((f"``flyte.{name}``", _literal(advice), ":ref:`FYT805`"))
    return _grid(body)


def _literal(advice: str) -> str:
    """An advice with its code marked as such."""
    verb, _, rest = advice.partition(" ")
    if verb not in ("use", "write", "call") or not rest or " and " in rest:
        return advice
    code, blank, more = rest.partition(" (")
    return f"{verb} ``{code}``{' (' + more if blank else ''}"


if __name__ == "__main__":
    for path, text in render().items():
        path.write_text(text, encoding="utf-8")
