"""What the names of a module stand for, wherever they are bound and used."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping


def named_nodes(tree: ast.AST, context: type[ast.expr_context]) -> Mapping[str, list[ast.Name]]:
    """The places where each name is read, or where it is written."""
    found: dict[str, list[ast.Name]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, context):
            found.setdefault(node.id, []).append(node)
    return found


def bindings(tree: ast.AST) -> Mapping[str, set[str]]:
    """To what each name is bound, in whatever scope: to what imports name, or to something of the module."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for each in node.names:
                root = each.name.partition(".")[0]
                found.setdefault(each.asname or root, set()).add(each.name if each.asname else root)
        elif isinstance(node, ast.ImportFrom):
            for each in node.names:
                found.setdefault(each.asname or each.name, set()).add(f"{node.level}{node.module}.{each.name}")
        for name in _bound_by(node):
            found.setdefault(name, set()).add("")
    return found


def _bound_by(node: ast.AST) -> Iterator[str]:
    """The names that a node binds to something of the module."""
    if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
        yield node.id
    elif isinstance(node, ast.arg):
        yield node.arg
    elif isinstance(
        node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.ExceptHandler, ast.MatchAs, ast.MatchStar)
    ):
        yield from (node.name,) if node.name else ()
