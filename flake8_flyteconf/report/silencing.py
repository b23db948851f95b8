"""``check --add-noqa``: comments on the lines of today's findings, so that a gate can begin today."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Mapping, Sequence

from flake8.defaults import NOQA_INLINE_REGEXP

from flake8_flyteconf.report.findings import Finding

_END = re.compile(r"[ \t]*(\r\n|\r|\n|\Z)$")


def silenced(text: str, findings: Sequence[Finding], width: int) -> str:
    """The text with ``# noqa`` and the codes of the findings behind their lines, and the names of the rules as reason.

    A string of several lines, and lines that a backslash joins, have their comment at the end, where flake8 looks for
    it. Codes join those of a comment that is there already. The names are left out of a line that they would make
    longer than ``width``. Raises :class:`ValueError` when the module would mean something else.
    """
    lines = list(io.StringIO(text, newline=""))
    ends = _ends_of_lines(lines)
    wanted: dict[int, dict[str, str]] = {}
    for finding in findings:
        wanted.setdefault(ends.get(finding.span.line, finding.span.line), {})[finding.code] = finding.name
    for number, names in wanted.items():
        lines[number - 1] = _commented(lines[number - 1], names, width)
    result = "".join(lines)
    if ast.dump(ast.parse(result)) != ast.dump(ast.parse(text)):
        raise ValueError("the comments would change the module")
    return result


def _commented(line: str, names: Mapping[str, str], width: int) -> str:
    found = NOQA_INLINE_REGEXP.search(line)
    given = found["codes"] if found is not None else None
    if found is not None and given:
        known = {code.upper() for code in re.split(r"[,\s]+", given)}
        place = found.start("codes") + len(given.rstrip(", \t\r\n"))
        return line[:place] + "".join(f",{code}" for code in names if code not in known) + line[place:]
    end = _END.search(line)
    body, rest = (line[: end.start()], end[1]) if end is not None else (line, "")
    commented = f"{body}  # noqa: {','.join(names)}"
    explained = f"{commented}  # {', '.join(names.values())}"
    return (explained if len(explained) <= width else commented) + rest


def _ends_of_lines(lines: Sequence[str]) -> Mapping[int, int]:
    """The last lines of what flake8 takes for one line, by the numbers of all its lines."""
    ends: dict[int, int] = {}
    first = 0
    for token in tokenize.generate_tokens(iter(lines).__next__):
        if token.type in (tokenize.DEDENT, tokenize.ENDMARKER):
            continue
        first = first or token.start[0]
        if token.type in (tokenize.NL, tokenize.NEWLINE):
            ends.update(dict.fromkeys(range(first, token.end[0] + 1), token.start[0]))
            first = 0
    return ends
