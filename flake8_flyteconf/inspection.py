"""What the linter reads in a file: each site, the value it was read as, and which rules looked at it.

It answers why nothing was said: an unknown value is printed as ``?`` with its reason, and the reasons are counted.
"""

from __future__ import annotations

import ast
import builtins
import collections
import io
from collections.abc import Iterator, Sequence

from flake8_flyteconf import sdk
from flake8_flyteconf.analysis.sites import Site
from flake8_flyteconf.check import origin
from flake8_flyteconf.linter import lint
from flake8_flyteconf.rules import rules_for
from flake8_flyteconf.settings import Settings
from flake8_flyteconf.values import (
    Call,
    DictValue,
    OneOf,
    Promise,
    QualifiedName,
    SequenceValue,
    Unknown,
    Value,
    children,
    format_value,
    parts_of,
)

#: Items of a list or dict that are printed, and levels of values inside values.
_MOST_ITEMS = 20
_DEEPEST = 12
_OPENING = {"list": "a list", "tuple": "a tuple", "set": "a set"}


def inspect(
    text: str, path: str, line: int | None = None, settings: Settings | None = None, rules: bool = False
) -> str:
    """The sites of a module, or those that touch a line, as text; :class:`SyntaxError` when it does not parse.

    With ``rules`` the codes of all rules that looked are listed, otherwise how many of each family did.
    """
    seen: list[tuple[Site, Value]] = []
    tree = ast.parse(text)
    linted = lint(
        tree, list(io.StringIO(text)), settings, observe=lambda site, value: seen.append((site, value)), path=path
    )
    findings = linted.findings(lambda code: True) if linted is not None else ()
    report = []
    shown: list[Value] = []
    for site, value in seen:
        first, last = site.expression.lineno, site.expression.end_lineno or site.expression.lineno
        if line is None or first <= line <= last:
            shown.append(value)
            report += [f"{path}:{first}: {_titled(site)}", *_indented(_lines(value, 0))]
            codes = sorted(
                {rule.code for part in parts_of(value) if isinstance(part, Call) for rule in rules_for(part, False)}
            )
            report.append(f"    rules: {_ranges(codes) if rules else _families(codes)}")
            report += [f"    {f.line}:{f.column + 1}: {f.code} {f.text}" for f in findings if first <= f.line <= last]
    if not report:
        where = path if line is None else f"{path}:{line}"
        report.append(f"{where}: nothing of either SDK is called here, or the call is unreachable")
    else:
        report += _counted(shown)
        assumed = linted.releases.assumed() if linted is not None else []
        report += ["releases:", *(f"    {line}" for line in assumed)]
    return "\n".join(report) + "\n"


def _titled(site: Site) -> str:
    """What is called, behind the name of the task or of the object that it makes."""
    name = site.function.name if site.function is not None else site.binding
    return f"{name}: {site.name}" if name else site.name


def _counted(values: Sequence[Value]) -> Iterator[str]:
    """How many calls were read, and how often each reason left something unknown."""
    headlines = (_headline(part) for part in dict.fromkeys(part for value in values for part in parts_of(value)))
    reasons = collections.Counter(headline[2:] for headline in headlines if headline.startswith("? "))
    unread = sum(isinstance(value, Unknown) for value in values)
    yield f"read: {len(values) - unread} of {len(values)}, values that are unknown: {reasons.total()}"
    yield from (f"    {count} x {reason}" for reason, count in reasons.most_common())


def _indented(lines: Iterator[str]) -> Iterator[str]:
    return (f"    {line}" for line in lines)


def _lines(value: Value, depth: int, label: str = "") -> Iterator[str]:
    """A value as lines of text, what is inside indented below it."""
    if depth > _DEEPEST:
        yield f"{label}..."
        return
    yield f"{label}{_headline(value)}{origin(value.position)}"
    inner = list(_inside(value))
    for name, item in inner[:_MOST_ITEMS]:
        yield from _indented(_lines(item, depth + 1, name))
    if len(inner) > _MOST_ITEMS:
        yield f"    ... {len(inner) - _MOST_ITEMS} more"
    if getattr(value, "incomplete", False):
        yield "    ? perhaps more"


def _headline(value: Value) -> str:
    if isinstance(value, Unknown):
        return f"? {value.reason}"
    if isinstance(value, Promise):
        return f"{value.name}, a promise in a workflow"
    if isinstance(value, QualifiedName):
        return f"{_library_name(value.name)}{f': {value.reason}' if value.reason else ''}"
    if isinstance(value, SequenceValue):
        return _OPENING.get(value.type, value.type)
    if isinstance(value, OneOf):
        return "one of"
    return value.callee if isinstance(value, Call) else format_value(value)


def _library_name(name: str) -> str:
    """A name of a library that is known, otherwise where it comes from."""
    package, _, rest = name.partition(".")
    if package == "builtins":
        return rest if hasattr(builtins, rest) else f"? {rest} is bound nowhere in this file"
    return name if package in sdk.PACKAGES else f"? {name} is from another module"


def _families(codes: Sequence[str]) -> str:
    """How many codes there are of each family: ``6 of FYT1, 1 of FYT2``."""
    counted = collections.Counter(code[:4] for code in codes)
    return ", ".join(f"{count} of {family}" for family, count in counted.items()) or "none"


def _ranges(codes: Sequence[str]) -> str:
    """Codes in their order, with neighbours joined: ``FYT101-FYT106 FYT201``."""
    groups: list[list[str]] = []
    for code in codes:
        if groups and int(code[3:]) == int(groups[-1][-1][3:]) + 1:
            groups[-1].append(code)
        else:
            groups.append([code])
    return " ".join(group[0] if len(group) == 1 else f"{group[0]}-{group[-1]}" for group in groups) or "none"


def _inside(value: Value) -> Iterator[tuple[str, Value]]:
    """The values inside a value, with what is printed before each."""
    if isinstance(value, Call):
        yield from ((f"{name}=", item) for name, item in value.arguments.items())
        yield from (("", item) for item in value.extra_positional)
    elif isinstance(value, DictValue):
        for key, item in value.entries:
            yield f"{format_value(key)}: ", item
    else:
        yield from (("- ", item) for item in children(value))
