"""The pages and tables that the documentation is built with, from the rules and the tables beside this script.

Sphinx writes them when it begins (``conf.py``); git does not keep them.
"""

from __future__ import annotations

import ast
import collections
import io
import pathlib

import error_messages
import options_page
import rule_pages
from flake8_flyteconf.linter import lint
from flake8_flyteconf.reference import FAMILIES, STAGES, family, fix_of
from flake8_flyteconf.rules import RULES
from restructured import grid, heading, link

ROOT = pathlib.Path(__file__).parents[1]
DOCS = ROOT / "docs"


def render() -> dict[pathlib.Path, str]:
    """The files that are written, with their text."""
    messages = error_messages.by_code()
    rules, tables = DOCS / "rules", DOCS / "tables"
    return {
        **{rules / f"{rule.code.lower()}.rst": rule_pages.page(rule, messages.get(rule.code, [])) for rule in RULES},
        **{rules / f"{prefix.lower()}.rst": rule_pages.family_page(prefix) for prefix in FAMILIES},
        rules / "index.rst": rule_pages.index(),
        rules / "fields.rst": _fields(),
        DOCS / "covered.rst": _covered(),
        DOCS / "messages.rst": error_messages.page(),
        DOCS / "options.rst": options_page.page(),
        tables / "families.txt": _table(),
        tables / "stages.txt": _stages(),
        tables / "mixups.txt": _mixed(),
        tables / "ignored.txt": _ignored(),
    }


def write() -> None:
    """Write what has changed, so that Sphinx reads only that again."""
    for path, text in render().items():
        path.parent.mkdir(exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


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
        "those of Kubernetes 1.34, flyteadmin 1.16.8, flytekit 1.16.30 with its plugins 1.16.31, and Flyte 2\n"
        "2.12.1; the list is ``docs/validators.tsv``. A condition in general terms has exceptions.\n"
    )
    pieces = [heading("What is covered"), text]
    software = ""
    for name, function, condition, outcome in validators():
        if name != software:
            pieces.append(f"\n{name}\n{'=' * len(name)}\n")
            software = name
        verdict = link(outcome) if outcome.startswith("FYT") else f"silent, {REASONS[outcome]}"
        functions = ", ".join(f"``{each}``" for each in function.split(", "))
        pieces.append(f"* {functions}: {condition} ({verdict})")
    return "\n".join(pieces) + "\n"


def _table() -> str:
    """The families, how many rules they have, and how many of these have a fix."""
    head = ("Family", "Rules", "Fixes", "About")
    body = [head]
    for prefix, title in FAMILIES.items():
        rules = family(prefix)
        body.append((prefix, str(len(rules)), str(sum(bool(fix_of(rule)) for rule in rules)), title))
    return grid(body)


def _fields() -> str:
    """The rules by the argument that they are about, as their fixtures show it."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "tests" / "fixtures").glob("fyt*.py")):
        for name, code in arguments_at_fault(path):
            found.setdefault(name, set()).add(code)
    summaries = {rule.code: rule.summary[0].lower() + rule.summary[1:] for rule in RULES}
    parts = [
        heading("Rules by field"),
        "I wrote ``mem=``: what can be wrong? A rule is listed under each argument at which its tests get a finding;",
        ":doc:`index` has them all.\n",
    ]
    for name, codes in sorted(found.items(), key=lambda item: (item[0].lower(), item[0])):
        parts += [f"``{name}``", *(f"    | {link(code)} {summaries[code]}" for code in sorted(codes)), ""]
    return "\n".join(parts)


def arguments_at_fault(path: pathlib.Path) -> list[tuple[str, str]]:
    """The keywords of a fixture whose name or value is reported, each with the code of the finding."""
    expected = path.with_suffix(".out")
    if not expected.exists():
        return []
    keywords = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.keyword)]
    found = []
    for line in expected.read_text("utf-8").splitlines():
        row, column, rest = line.split(":", 2)
        here = (int(row), int(column) - 1)
        inside = [
            node
            for node in keywords
            if (node.lineno, node.col_offset) <= here < (node.value.end_lineno or 0, node.value.end_col_offset or 0)
        ]
        if inside and (name := max(inside, key=lambda node: (node.lineno, node.col_offset)).arg):
            found.append((name, rest.split()[0]))
    return found


def _stages() -> str:
    """When the mistakes of the rules would surface, as a table."""
    body = [("When", "Rules")]
    counted: collections.Counter[str] = collections.Counter(
        rule.stage for rule in RULES if rule.kind != "policy" and rule.on
    )
    for stage, text in STAGES.items():
        when = "never, because nothing reports it" if stage == "undetected" else text.removeprefix("found ")
        body.append((when, str(counted[stage])))
    return grid(body)


def _ignored() -> str:
    """The rules about what is accepted and has no effect."""
    return rule_pages.listed(rule for rule in RULES if rule.kind == "ignored") + "\n"


#: The modules that the lines of ``mixups.tsv`` belong to.
_MODULES = {
    "Flyte 2": """
import datetime
import flyte.notify
import flytekit
env = flyte.TaskEnvironment(name="training")
@env.task
async def train() -> None: ...
""",
    "flytekit": """
import flyte
import flytekit
@flytekit.task
def train() -> None: ...
""",
}


def mixups() -> list[tuple[str, str, str, str]]:
    """What is written of one SDK in a module of the other: SDK, line, code and text of the finding."""
    found = []
    for line in (ROOT / "docs" / "mixups.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        sdk, written = line.split("\t")
        text = _MODULES[sdk] + written + ("\ndef predict() -> None: ...\n" if written.startswith("@") else "\n")
        linted = lint(ast.parse(text), list(io.StringIO(text)))
        findings = list(linted.findings(lambda code: True)) if linted else []
        if len(findings) != 1:
            raise ValueError(f"docs/mixups.tsv: {len(findings)} findings in {written}")
        found.append((sdk, written, findings[0].code, findings[0].text))
    return found


def _mixed() -> str:
    """What people write of one SDK in a module of the other, and what the linter says."""
    parts: list[str] = []
    rows = mixups()
    for sdk in _MODULES:
        parts += [f"In a module of {sdk}:", ""]
        for written, code, text in (row[1:] for row in rows if row[0] == sdk):
            parts += [f"``{written}``", f"    {text} ({link(code)})"]
        parts.append("")
    return "\n".join(parts)
