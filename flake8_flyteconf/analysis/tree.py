"""Python's own syntax tree: what is inside a node, and where it is."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

#: Fields that hold operators and contexts, which have no place, or text and numbers; and the others of each class.
_WITHOUT_NODES = frozenset("arg asname attr conversion ctx id is_async kind level module op ops rest simple".split())
_FIELDS: dict[type[ast.AST], Sequence[str]] = {
    node_class: [name for name in node_class._fields if name not in _WITHOUT_NODES]
    for node_class in vars(ast).values()
    if isinstance(node_class, type) and issubclass(node_class, ast.AST)
}
_FIELDS[ast.Constant] = ()


def inside(node: ast.AST) -> list[ast.AST]:
    """The nodes directly inside one, but for operators and contexts, which have no place."""
    found: list[ast.AST] = []
    for name in _FIELDS.get(type(node), node._fields):
        value = getattr(node, name, None)
        if isinstance(value, ast.AST):
            found.append(value)
        elif isinstance(value, list):
            found += [each for each in value if isinstance(each, ast.AST)]
    return found


def walk(node: ast.AST) -> Iterator[ast.AST]:
    """A node and all inside it, level by level, but for operators and contexts, in half the time of ``ast.walk``."""
    pending = [node]
    for each in pending:
        yield each
        pending += inside(each)


def line_of(node: ast.AST) -> int:
    """The line on which a node begins, 0 for one without a place."""
    line: int = getattr(node, "lineno", 0)
    return line


def end_of(statement: ast.AST) -> tuple[int, int]:
    """The line and column at which a statement ends."""
    return getattr(statement, "end_lineno", 0), getattr(statement, "end_col_offset", 0)
