"""The formats of ``check``: text, JSON, SARIF, annotations of GitHub, and the code quality report of GitLab."""

from __future__ import annotations

import collections
import hashlib
import importlib.metadata
import json
import os
import pathlib
import urllib.parse
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flake8_flyteconf.report.findings import Finding, Fix, Problem, Span
from flake8_flyteconf.reference import reason, terminal
from flake8_flyteconf.rules import RULES
from flake8_flyteconf.rules.rule import DOCUMENTATION

#: How bad each kind of finding is for SARIF, GitHub and GitLab.
_LEVELS = {"refused": "error", "ignored": "warning", "suspicious": "warning", "policy": "note"}
_COMMANDS = {"refused": "error", "ignored": "warning", "suspicious": "warning", "policy": "notice"}
_SEVERITIES = {"refused": "critical", "ignored": "major", "suspicious": "minor", "policy": "info"}

Format = Callable[[Sequence[Finding], Sequence[Problem]], str]


def text(findings: Sequence[Finding], problems: Sequence[Problem]) -> str:
    """A line for each finding, as flake8 prints them."""
    return "".join(f"{f.path}:{f.span.line}:{f.span.column}: {f.code} {f.message}\n" for f in findings)


def summary(findings: Sequence[Finding], problems: Sequence[Problem], files: int, unselected: int) -> str:
    """What a run came to, in one line."""
    kinds = collections.Counter(finding.kind for finding in findings)
    found = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common()) or "nothing found"
    missed = f", {len(problems)} not checked" if problems else ""
    hidden = f", {unselected} not selected by the configuration of flake8" if unselected else ""
    return f"{found} in {files} file{'' if files == 1 else 's'}{missed}{hidden}"


def as_json(findings: Sequence[Finding], problems: Sequence[Problem]) -> str:
    """One object with the ``findings`` and the ``errors``, see the page on scripts."""
    return _dumped(
        {
            "version": 1,
            "findings": [_row(finding) for finding in findings],
            "errors": [problem._asdict() for problem in problems],
        }
    )


def sarif(findings: Sequence[Finding], problems: Sequence[Problem]) -> str:
    """SARIF 2.1.0, with the texts of the rules that have findings."""
    codes = sorted({finding.code for finding in findings})
    rules = {rule.code: rule for rule in RULES}
    driver = {
        "name": "flake8-flyteconf",
        "version": importlib.metadata.version("flake8-flyteconf"),
        "informationUri": DOCUMENTATION,
        "rules": [
            {
                "id": code,
                "name": rules[code].name,
                "shortDescription": {"text": rules[code].summary},
                "fullDescription": {"text": reason(rules[code])},
                "help": {"text": terminal(rules[code])},
                "helpUri": rules[code].page,
                "defaultConfiguration": {"level": _LEVELS[rules[code].kind]},
                "properties": {"kind": rules[code].kind, "stage": rules[code].stage},
            }
            for code in codes
        ],
    }
    notes = [
        {"level": "error", "message": {"text": each.message}, "locations": [{"physicalLocation": _stopped(each)}]}
        for each in problems
    ]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not problems, "toolExecutionNotifications": notes}],
        "results": [_result(finding, codes.index(finding.code)) for finding in findings],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return _dumped({"$schema": schema, "version": "2.1.0", "runs": [run]})


def github(findings: Sequence[Finding], problems: Sequence[Problem]) -> str:
    """Workflow commands, which GitHub shows at the lines of a pull request."""
    lines = []
    for finding in findings:
        span = finding.span
        # Columns are those of one line.
        columns = f",col={span.column},endColumn={span.end_column}" if span.line == span.end_line else ""
        place = f"line={span.line},endLine={span.end_line}{columns}"
        title = _property(f"{finding.code} {finding.name}")
        head = f"::{_COMMANDS[finding.kind]} file={_property(_posix(finding.path))},{place},title={title}"
        lines.append(f"{head}::{_data(finding.message)}\n")
    for each in problems:
        place = f",line={each.line},col={each.column}" if each.line is not None else ""
        lines.append(f"::error file={_property(_posix(each.path))}{place}::{_data(each.message)}\n")
    return "".join(lines)


def gitlab(findings: Sequence[Finding], problems: Sequence[Problem]) -> str:
    """A code quality report; a finding keeps its fingerprint when lines move."""
    seen: collections.Counter[str] = collections.Counter()
    rows = []
    for finding in findings:
        same = f"{_posix(finding.path)}:{finding.code}:{finding.fact}"
        seen[same] += 1
        rows.append(
            {
                "description": f"{finding.message} [{finding.code}]",
                "check_name": finding.code,
                "fingerprint": hashlib.sha256(f"{same}:{seen[same]}".encode("utf-8", "surrogateescape")).hexdigest(),
                "severity": _SEVERITIES[finding.kind],
                "location": {
                    "path": _posix(finding.path),
                    "lines": {"begin": finding.span.line, "end": finding.span.end_line},
                },
            }
        )
    return _dumped(rows)


FORMATS: Mapping[str, Format] = {"text": text, "json": as_json, "sarif": sarif, "github": github, "gitlab": gitlab}


def _row(finding: Finding) -> dict[str, Any]:
    fields = finding._asdict()
    span, fixes, _ = fields.pop("span"), fields.pop("fixes"), fields.pop("fact")
    return {**fields, **span._asdict(), "fixes": [_fix(fix) for fix in fixes]}


def _fix(fix: Fix) -> dict[str, Any]:
    return {"safe": fix.safe, "edits": [{**span._asdict(), "text": new} for span, new in fix.edits]}


def _result(finding: Finding, index: int) -> dict[str, Any]:
    place = {**_artifact(finding.path), "region": _region(finding.span)}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.kind],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": place}],
    }
    if finding.fixes:
        result["fixes"] = [_sarif_fix(finding.path, fix) for fix in finding.fixes]
    return result


def _sarif_fix(path: str, fix: Fix) -> dict[str, Any]:
    replacements = [{"deletedRegion": _region(span), "insertedContent": {"text": new}} for span, new in fix.edits]
    what = "keeps the meaning" if fix.safe else "changes the meaning"
    return {"description": {"text": what}, "artifactChanges": [{**_artifact(path), "replacements": replacements}]}


def _artifact(path: str) -> dict[str, Any]:
    """A file by its address, which is relative unless the path is not."""
    scheme = "file://" if os.path.isabs(path) else ""
    return {"artifactLocation": {"uri": scheme + urllib.parse.quote(os.fsencode(_posix(path)))}}


def _stopped(problem: Problem) -> dict[str, Any]:
    """Where a file could not be checked."""
    region = {"startLine": problem.line, "startColumn": problem.column}
    return {**_artifact(problem.path), **({"region": region} if problem.line is not None else {})}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _posix(path: str) -> str:
    return pathlib.PurePath(path).as_posix()


def _data(message: str) -> str:
    """A message in a workflow command."""
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    """The value of a property in a workflow command."""
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def _dumped(value: object) -> str:
    return json.dumps(value, indent=2) + "\n"
