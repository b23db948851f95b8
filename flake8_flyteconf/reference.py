"""What each rule says of itself, in the documentation and in the terminal."""

from __future__ import annotations

import ast
import difflib
import functools
import io
import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from flake8_flyteconf.diagnostics import Diagnostic
from flake8_flyteconf.fix.fixable import FIXES
from flake8_flyteconf.fix.rounds import Judged, fixed
from flake8_flyteconf.linter import lint
from flake8_flyteconf.plugin import POLICY
from flake8_flyteconf.releases import in_words, with_releases
from flake8_flyteconf.rules import RULES
from flake8_flyteconf.rules.rule import Rule
from flake8_flyteconf.settings import Settings, checked

#: The families by the first digit of their codes.
FAMILIES = {
    "FYT0": "The plugin itself",
    "FYT1": "What one quantity says",
    "FYT2": "Resources and the arguments that take them",
    "FYT3": "Arguments of tasks and nodes, images, secrets, caching",
    "FYT4": "Options, labels, notifications, launch plans, schedules, workflows",
    "FYT5": "Pod templates, and how a template and its task fit together",
    "FYT6": "What Kubernetes refuses in a pod spec",
    "FYT7": "Task plugins",
    "FYT8": "The Flyte 2 SDK, and what is mixed up between the two",
    POLICY: "Opt-in rules",
}
#: What a finding of each kind claims.
KINDS = {
    "refused": "the SDK, the backend or Kubernetes refuses it",
    "ignored": "it is accepted and has no effect, or not the one that was intended",
    "suspicious": "it is valid and almost never meant",
    "policy": "a platform team may want to forbid it",
}
#: When the mistake would surface without the linter.
STAGES = {
    "import": "found when the module is imported",
    "serialization": "found when the SDK serializes it for registration or deployment",
    "registration": "found when the backend registers it",
    "execution": "found when the run is started, or while it runs",
    "pod creation": "found when Kubernetes is asked for the pod",
    "undetected": "nothing reports it",
}
#: Settings under which the examples of the rules about platforms say something.
_LIMITS = {"flyteconf_max_cpu": "64", "flyteconf_max_mem": "512Gi", "flyteconf_max_gpu": "8"}
_PROJECT = checked(None, _LIMITS, ("team",))
_OLD_PROJECT = checked(None, {}, (), {"flytekit": "1.11", "flyte": "2.6.0"})


#: The options that a lock file and the like make unnecessary.
_RELEASES = ("--flyteconf-flytekit", "--flyteconf-flyte")


def family(prefix: str) -> list[Rule[Any]]:
    """The rules whose codes begin with a prefix, in the order of their codes."""
    return [rule for rule in RULES if rule.code.startswith(prefix)]


def example(rule: Rule[Any], heading: str) -> str:
    """The code under ``Bad::`` or ``Good::``, empty when the rule has none."""
    block = re.search(rf"^{heading}::\n\n((?:    .*\n|\n)+)", rule.docstring + "\n", re.MULTILINE)
    return "".join(line[4:] or "\n" for line in block[1].splitlines(keepends=True)).rstrip("\n") if block else ""


def settings_for(rule: Rule[Any]) -> Settings:
    """The settings for which the examples of a rule are written."""
    if rule.client:
        return Settings(kubernetes_clients=(rule.client,))
    if rule.option in _RELEASES:
        return _OLD_PROJECT
    return _PROJECT if rule.option else Settings()


#: Columns of a terminal.
_WIDTH = 80


def findings(rule: Rule[Any]) -> Sequence[Diagnostic]:
    """What the rule finds in its bad example."""
    text = example(rule, "Bad")
    linted = lint(ast.parse(text), list(io.StringIO(text)), settings_for(rule), rule.kind == "policy") if text else None
    return linted.findings(lambda code: code == rule.code) if linted is not None else []


def printed(rule: Rule[Any]) -> list[str]:
    """What is found in the bad example: each line, a marker under the place, and the message in lines of a terminal."""
    text, lines = example(rule, "Bad"), []
    for finding in findings(rule):
        lines += [text.splitlines()[finding.line - 1], " " * finding.column + "^"]
        lines += textwrap.wrap(f"{finding.code} {finding.text}", _WIDTH - 4, subsequent_indent="       ")
    return lines


def claim(rule: Rule[Any]) -> str:
    """What a finding claims, who finds it today and since when it is reported, in one line."""
    if not rule.on:
        return f"the linter says nothing about the statement. Since {rule.since}."
    releases = f"; {in_words(rule.holds)}" if rule.holds else ""
    return f"{rule.kind}: {KINDS[rule.kind]}; {STAGES[rule.stage]}{releases}. Since {rule.since}."


def needs(rule: Rule[Any]) -> str:
    """The options without which the rule says nothing, empty when it needs none."""
    options = ["--enable-extensions=FYT9"] if rule.kind == "policy" else []
    if rule.option and not rule.client:
        options.append(rule.option)
    if rule.client:
        options.append(f"--flyteconf-kubernetes-client={rule.client}")
    return " ".join(options)


def needed(rule: Rule[Any]) -> str:
    """The options that a rule needs as text, with what may stand in their place; empty when it needs none."""
    instead = " or a file of the project that tells its releases" if rule.option in _RELEASES else ""
    return f"``{needs(rule)}``{instead}" if needs(rule) else ""


def reason(rule: Rule[Any]) -> str:
    """Summary, reason and source, as reStructuredText."""
    return with_releases(re.split(r"\n\n(?:Bad|Good)::\n", rule.docstring)[0])


def related(rule: Rule[Any]) -> list[str]:
    """The rules that this one names, and those that name it."""
    named = set(re.findall(r"FYT\d{3}", rule.docstring))
    naming = {other.code for other in RULES if rule.code in other.docstring}
    return sorted((named | naming) & {other.code for other in RULES} - {rule.code})


def terminal(rule: Rule[Any]) -> str:
    """The page of a rule as a terminal of 80 columns shows it."""
    paragraphs = [claim(rule), *reason(rule).replace("``", "`").split("\n\n")]
    parts = [f"{rule.code} {rule.name}", *(textwrap.fill(" ".join(text.split()), _WIDTH) for text in paragraphs)]
    if needed(rule):
        parts.append(f"Needs {needed(rule).replace('``', '')}.")
    if example(rule, "Bad"):
        parts += ["Bad:", textwrap.indent(example(rule, "Bad"), "  "), textwrap.indent("\n".join(printed(rule)), "  ")]
        parts += ["Good:", textwrap.indent(example(rule, "Good"), "  ")]
        sentence, lines = fix(rule)
        parts += [sentence.replace("``", "`"), *([textwrap.indent(lines, "  ")] if lines else [])]
    if related(rule):
        parts.append(f"See also {', '.join(related(rule))}.")
    return "\n\n".join(parts) + "\n"


def fix_of(rule: Rule[Any]) -> str:
    """Whether the mistake of the bad example is fixed: ``safe``, ``unsafe``, or empty."""
    return FIXES.get(rule.code, "")


def found_fix_of(rule: Rule[Any]) -> str:
    """The same, worked out anew: it takes a second for all rules."""
    for unsafe, name in ((False, "safe"), (True, "unsafe")):
        if _fixed(rule, unsafe) != example(rule, "Bad"):
            return name
    return ""


@functools.cache
def _fixed(rule: Rule[Any], unsafe: bool) -> str:
    """The bad example with the fixes of the rule."""

    def judge(source: bytes) -> Judged:
        text = source.decode()
        linted = lint(ast.parse(text), list(io.StringIO(text)), settings_for(rule), rule.kind == "policy")
        found = [] if linted is None else [fault for fault in linted.faults if fault.rule is rule]
        return Judged(found, found)

    text = example(rule, "Bad")
    return fixed(text.encode(), judge, unsafe=unsafe).source.decode() if text else text


def fix(rule: Rule[Any]) -> tuple[str, str]:
    """What ``fix`` does about the bad example, in a sentence, and the lines that it writes."""
    safety = fix_of(rule)
    if not safety:
        return "No fix: the file does not tell what is meant.", ""
    before, after = (text.splitlines() for text in (example(rule, "Bad"), _fixed(rule, safety == "unsafe")))
    lines = [line[2:] for line in difflib.ndiff(before, after) if line.startswith("+ ")]
    command = "fix" if safety == "safe" else "fix --unsafe"
    only = "in the file at hand only"
    return f"``{command}`` writes, {only}:" if lines else f"``{command}`` removes the line, {only}.", "\n".join(lines)


def rows() -> Iterator[dict[str, str]]:
    """Each rule as a row of texts, for tables and for tools."""
    for rule in RULES:
        row = {name: getattr(rule, name) for name in ("code", "name", "kind", "stage", "since")}
        yield {**row, "fix": fix_of(rule), "summary": rule.summary.replace("``", "")}
