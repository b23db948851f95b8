"""LibCST at its edges: texts of expressions, their trees, the positions of nodes, and what is too much for it."""

from __future__ import annotations

import ast
import functools
import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

from flake8_flyteconf.analysis.tree import inside
from flake8_flyteconf.values import Position

#: A text below this length is never too deep or too large for LibCST.
SMALL = 300


_DEEPEST = 150


_LARGEST = 60_000


#: A string that says what stands between its quotes.
_PLAIN = re.compile(r"""(["'])[^"'\\\n]*\1""")

_Placed = ast.expr | ast.keyword | ast.alias | ast.arg


class Unreadable(Exception):
    """A statement that LibCST does not take; the message says why."""


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """The text of an expression: ``line`` counts from 1, ``column`` in characters from 0."""

    text: str
    line: int
    column: int
    file: str


class Sources:
    """The text of expressions of a ``file``, by their place in the syntax tree."""

    def __init__(self, lines: Sequence[str], file: str = "") -> None:
        self._lines = lines
        self.file = file

    def of(self, expression: ast.expr) -> Source:
        """The text of an expression; :class:`ValueError` when the tree does not belong to the lines."""
        first, last = expression.lineno, expression.end_lineno or expression.lineno
        if not 0 < first <= last <= len(self._lines):
            raise ValueError("the syntax tree and the text disagree")
        # The columns of the tree count UTF-8 bytes.
        column = _characters(self._lines[first - 1], expression.col_offset)
        end = _characters(self._lines[last - 1], expression.end_col_offset or 0)
        rows = list(self._lines[first - 1 : last])
        rows[-1] = rows[-1][:end]
        rows[0] = rows[0][column:]
        return Source("".join(rows), first, column, self.file)

    def position(self, expression: _Placed) -> Position:
        """The place of an expression, of a keyword, or of a name in an import or among parameters."""
        return Position(self._place, expression, self.file)

    @property
    def end(self) -> Position:
        """The place behind the last line."""
        return Position(lambda lines: (len(lines) + 1, 0), self._lines, self.file)

    def _place(self, expression: _Placed) -> tuple[int, int]:
        line = self._lines[expression.lineno - 1] if expression.lineno <= len(self._lines) else ""
        return expression.lineno, _characters(line, expression.col_offset)


def _characters(line: str, offset: int) -> int:
    return offset if line.isascii() else len(line.encode("utf-8", "surrogatepass")[:offset].decode("utf-8", "replace"))


class ParsedText:
    """A parsed text and the places of its nodes in it. Projects repeat their decorators, so texts are kept."""

    def __init__(self, text: str) -> None:
        # The parentheses let an expression continue over several lines.
        self.root = cst.parse_expression(f"({text})")
        self._places: dict[cst.CSTNode, tuple[int, int]] = {}
        self._constants: dict[cst.CSTNode, Any] = {}

    def constant(self, node: Any) -> Any:
        """The value of a string or number; :class:`ValueError` for more digits than Python converts."""
        if node not in self._constants:
            self._constants[node] = _evaluated(node)
        return self._constants[node]

    def place(self, node: cst.CSTNode) -> tuple[int, int]:
        """Line, from 1, and column of a node; the first line begins with the parenthesis."""
        if not self._places:
            module = cst.Module(body=[cst.SimpleStatementLine(body=[cst.Expr(value=self.root)])])
            try:
                positions = MetadataWrapper(module, unsafe_skip_copy=True).resolve(PositionProvider)
                self._places = {n: (p.start.line, p.start.column) for n, p in positions.items()}
            except RecursionError:  # a thousand strings side by side: the beginning has to do for all of it
                self._places = {self.root: (1, 1)}
        if isinstance(node, cst.Tuple) and node.lpar:
            node = node.lpar[-1]  # a tuple is placed at its first item otherwise
        return self._places.get(node, (1, 1))


def _evaluated(node: Any) -> Any:
    """The value of a string or number. LibCST compiles each, which most need not."""
    if isinstance(node, cst.SimpleString) and _PLAIN.fullmatch(node.value):
        return node.value[1:-1]
    return int(node.value) if isinstance(node, cst.Integer) and node.value.isdecimal() else node.evaluated_value


_parsed = functools.lru_cache(maxsize=128)(ParsedText)


class SourceExpression:
    """One expression of the file: its parsed text, and where its nodes are in the file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._parsed = _parsed(source.text)
        self.root = self._parsed.root
        self._begin = source.line, source.column

    def constant(self, node: cst.CSTNode) -> Any:
        return self._parsed.constant(node)

    @staticmethod
    def literal_part(part: cst.FormattedStringText, prefix: str) -> str | None:
        """What the text between the fields of an f-string says, None with an escape that Python does not know."""
        text = part.value.replace("{{", "{").replace("}}", "}")
        if "\\" not in text or "r" in prefix.lower():
            return text
        quote = next((quote for quote in ('"""', "'''") if quote not in text and not text.endswith(quote[0])), None)
        if quote is None:
            return None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # escapes such as \d
            try:
                return str(ast.literal_eval(f"{quote}{text}{quote}"))
            except (SyntaxError, ValueError):
                return None

    def position(self, node: cst.CSTNode) -> Position:
        return Position(self._place, node, self.source.file, around=self._begin)

    def _place(self, node: cst.CSTNode) -> tuple[int, int]:
        line, column = self._parsed.place(node)
        if line == 1:
            column = max(0, column - 1) + self.source.column
        return self.source.line + line - 1, column


def guard(expression: ast.expr) -> None:
    """Refuse what LibCST, which recurses, cannot read in bounded time and depth."""
    level: list[ast.AST] = [expression]
    depth = count = 0
    while level:
        depth, count = depth + 1, count + len(level)
        if depth > _DEEPEST:
            raise Unreadable("it is nested too deeply")
        if count > _LARGEST:
            raise Unreadable("it is too large")
        level = [child for node in level for child in inside(node)]
