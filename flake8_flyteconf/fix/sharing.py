"""Which literals of a module have a name by which other code may use them."""

from __future__ import annotations

import ast
import collections
from collections.abc import Iterable, Iterator, Mapping

_Function = ast.FunctionDef | ast.AsyncFunctionDef


def names_of_literals(tree: ast.Module) -> Mapping[ast.expr, frozenset[str]]:
    """The names that lead to each literal: of variables, attributes, parameters by their defaults, and functions."""
    found: dict[ast.expr, frozenset[str]] = {}
    for value, names in _bindings(tree):
        for literal in _literals(value):
            found[literal] = found.get(literal, frozenset()) | names
    return found


def loads(tree: ast.Module) -> Mapping[str, int]:
    """How often each name is read, by itself or as an attribute."""
    return collections.Counter(
        node.id if isinstance(node, ast.Name) else node.attr
        for node in ast.walk(tree)
        if isinstance(node, (ast.Name, ast.Attribute)) and isinstance(node.ctx, ast.Load)
    )


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


def _bindings(tree: ast.Module) -> Iterator[tuple[ast.expr, frozenset[str]]]:
    """The values that are given names, with these."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            yield node.value, _targets(node.targets)
        elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)) and node.value is not None:
            yield node.value, _targets([node.target])
        elif isinstance(node, (ast.For, ast.AsyncFor, ast.comprehension)):
            yield node.iter, _targets([node.target])
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield from _in_function(node)


def _in_function(node: _Function) -> Iterator[tuple[ast.expr, frozenset[str]]]:
    """The defaults of the parameters of a function, and what it returns."""
    positional = [*node.args.posonlyargs, *node.args.args]
    defaults = [
        *zip(reversed(positional), reversed(node.args.defaults)),
        *zip(node.args.kwonlyargs, node.args.kw_defaults),
    ]
    yield from ((value, frozenset({parameter.arg})) for parameter, value in defaults if value is not None)
    for inner in ast.walk(node):
        if isinstance(inner, ast.Return) and inner.value is not None:
            yield inner.value, frozenset({node.name})


def _targets(targets: Iterable[ast.expr]) -> frozenset[str]:
    parts = [part for target in targets for part in ast.walk(target)]
    names = {part.id for part in parts if isinstance(part, ast.Name)}
    return frozenset(names | {part.attr for part in parts if isinstance(part, ast.Attribute)})


def _literals(value: ast.expr) -> Iterator[ast.expr]:
    """A value and what it is made of, but for what is inside a call."""
    pending = [value]
    while pending:
        node = pending.pop()
        yield node
        if not isinstance(node, ast.Call):
            pending += [each for each in ast.iter_child_nodes(node) if isinstance(each, ast.expr)]
