"""``check --add-noqa``: comments on the lines of today's findings, so that a gate can begin today."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator, Mapping, Sequence

from flake8_flyteconf.report.findings import Finding

#: A comment by which flake8 leaves findings out, with its codes.
_NOQA = re.compile(r"#\s*noqa(?P<codes>:[\s]?[A-Z][0-9]+(?:[,\s]+[A-Z][0-9]+)*)?", re.IGNORECASE)
_END = re.compile(r"[ \t]*(\r\n|\r|\n|\Z)$")


def silenced(text: str, findings: Sequence[Finding]) -> str:
    """The text with ``# noqa`` and the codes of the findings behind their lines, and the names of the rules as reason.

    Inside a string of several lines, and behind a backslash, no comment can stand: there it is on the last line of the
    statement. Codes join those of a comment that is there already. Raises :class:`ValueError` when the module would
    mean something else.
    """
    lines = list(io.StringIO(text, newline=""))
    wanted: dict[int, dict[str, str]] = {}
    free = _lines_for_comments(text)
    for finding in findings:
        wanted.setdefault(free.get(finding.span.line, finding.span.line), {})[finding.code] = finding.name
    for number, names in wanted.items():
        lines[number - 1] = _commented(lines[number - 1], names)
    result = "".join(lines)
    if ast.dump(ast.parse(result)) != ast.dump(ast.parse(text)):
        raise ValueError("the comments would change the module")
    return result


def _commented(line: str, names: Mapping[str, str]) -> str:
    found = _NOQA.search(line)
    codes = ",".join(names)
    if found is not None and found["codes"]:
        return f"{line[: found.end()]},{codes}{line[found.end() :]}"
    end = _END.search(line)
    body, rest = (line[: end.start()], end[1]) if end is not None else (line, "")
    return f"{body}  # noqa: {codes}  # {', '.join(names.values())}{rest}"


def _lines_for_comments(text: str) -> Mapping[int, int]:
    """The last lines of statements, by the lines of them behind which no comment can stand."""
    found: dict[int, int] = {}
    lines = text.splitlines(keepends=True)
    for tokens in _statements(text):
        last = tokens[-1].end[0]
        for token in tokens:
            if token.end[0] > token.start[0]:  # a string; in an f-string, what is between its parts
                found.update(dict.fromkeys(range(token.start[0], token.end[0]), last))
        numbers = range(tokens[0].start[0], last)
        found.update((number, last) for number in numbers if lines[number - 1].rstrip("\r\n").endswith("\\"))
    return found


def _statements(text: str) -> Iterator[Sequence[tokenize.TokenInfo]]:
    """The tokens of each statement, without its comments."""
    own: list[tokenize.TokenInfo] = []
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.NEWLINE:
            if own:
                yield own
            own = []
        elif token.type not in (tokenize.NL, tokenize.COMMENT, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER):
            own.append(token)
