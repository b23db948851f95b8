"""Functions as they are declared: parameters, inputs with their types, and what a plain function returns."""

from __future__ import annotations

import ast

from flake8_flyteconf import sdk
from flake8_flyteconf.analysis.names import Names
from flake8_flyteconf.analysis.scopes import Binding, Kind, Scope
from flake8_flyteconf.analysis.syntax import Sources
from flake8_flyteconf.analysis.tree import inside
from flake8_flyteconf.values import Constant, Input, Position

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_TUPLES = ("builtins.tuple", "typing.Tuple")


def parameters(function: _Function | ast.Lambda) -> dict[str, ast.arg]:
    """The parameters of a function by name, those behind ``*`` and ``**`` left out."""
    arguments = function.args
    return {a.arg: a for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)}


def undecorated(decorator: ast.expr) -> ast.expr:
    """What decorates: ``task`` in ``@task`` and in ``@task(...)``."""
    return decorator.func if isinstance(decorator, ast.Call) else decorator


class Interfaces:
    """The declared types of one file."""

    def __init__(self, names: Names, sources: Sources) -> None:
        self._names = names
        self._sources = sources
        self._returned: dict[ast.FunctionDef, ast.expr | None] = {}

    def returned(self, function: ast.FunctionDef | ast.Lambda) -> ast.expr | None:
        """The expression that a plain function always returns: its only ``return``, outside any branch."""
        if isinstance(function, ast.Lambda):
            return function.body
        if function not in self._returned:
            self._returned[function] = _returned(function)
        return self._returned[function]

    def inputs(self, function: _Function, owner: Scope) -> tuple[Input, ...]:
        """The inputs of a task or workflow; ``owner`` is the scope in which the function is defined."""
        inner = self._names.scope_of(function)
        found = []
        for name, parameter in parameters(function).items():
            type_name = self._type(parameter.annotation, owner)
            default = inner.default(name)
            required = default is None and sdk.is_never_optional(type_name)
            written = _literal_type(default) or self._name_of(default, owner)
            has_items = isinstance(parameter.annotation, ast.Subscript) and not _is_open(parameter.annotation)
            constant = None
            if isinstance(default, ast.Constant) and isinstance(default.value, (int, float)):
                constant = Constant(self._sources.position(default), default.value)
            position = self._sources.position(parameter)
            found.append(Input(name, type_name, required, position, written, has_items, constant))
        return tuple(found)

    def _name_of(self, default: ast.expr | None, owner: Scope) -> str:
        return (
            self._names.qualified_name(default, owner) or "" if isinstance(default, (ast.Name, ast.Attribute)) else ""
        )

    def declared(self, name: str, binding: Binding, owner: Scope) -> str | None:
        """The class that a parameter is declared as; a default or a test may put something else there."""
        function = binding.statement
        if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)) or binding.value is not None:
            return None
        parameter = parameters(function).get(name)
        annotation = parameter.annotation if parameter is not None else None
        if annotation is None or owner.parent is None or function.name.startswith("test"):
            return None
        return self._names.qualified_name(annotation, owner.parent)

    def declared_result(self, function: ast.FunctionDef | ast.Lambda, owner: Scope) -> str | None:
        """The class of the objects that a function is declared to return."""
        if isinstance(function, ast.Lambda) or function.returns is None:
            return None
        return self._names.qualified_name(function.returns, owner)

    def tuple_of_one(self, function: _Function, owner: Scope) -> Position | None:
        """Where a function is declared to return a tuple of one item, or of any number of them."""
        declared = function.returns
        if not isinstance(declared, ast.Subscript) or self._type(declared, owner) not in _TUPLES:
            return None
        several = declared.slice.elts if isinstance(declared.slice, ast.Tuple) else [declared.slice]
        is_one = len(several) == 1 and self._is_type(several[0], owner)
        return self._sources.position(declared) if is_one or _is_open(declared) else None

    def _is_type(self, node: ast.expr, owner: Scope) -> bool:
        """Whether an item of a type is one type: what is behind a star or a name may be several."""
        if isinstance(node, ast.Name):
            kinds = {binding.kind for binding in self._names.definitions(node.id, owner)}
            return self._names.is_builtin(node.id, owner) or bool(kinds) and kinds <= {Kind.CLASS, Kind.IMPORT}
        return not isinstance(node, (ast.Starred, ast.Tuple))

    def _type(self, node: ast.expr | None, owner: Scope) -> str:
        """The canonical name of a type, without what is in brackets; empty when it is not known."""
        if isinstance(node, ast.Subscript):
            node = node.value
        if isinstance(node, ast.Name) and self._names.is_builtin(node.id, owner):
            return f"builtins.{node.id}"
        return self._names.qualified_name(node, owner) or "" if node is not None else ""


def _is_open(annotation: ast.Subscript) -> bool:
    """Whether the items of a type end in ``...``."""
    items = annotation.slice.elts if isinstance(annotation.slice, ast.Tuple) else []
    return any(isinstance(item, ast.Constant) and item.value is ... for item in items)


def _literal_type(node: ast.expr | None) -> str:
    """The name of the type of a literal, empty for any other expression."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return _literal_type(node.operand).replace("bool", "int")
    if isinstance(node, (ast.List, ast.Dict, ast.Tuple, ast.Set)):
        return type(node).__name__.lower()
    return type(node.value).__name__ if isinstance(node, ast.Constant) else ""


def _returned(function: ast.FunctionDef) -> ast.expr | None:
    found: list[ast.Return] = []
    pending: list[ast.AST] = list(function.body)
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Return):
            found.append(node)
        elif not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.expr)):
            pending.extend(inside(node))
        elif isinstance(node, (ast.Yield, ast.YieldFrom)):
            return None
    return found[0].value if len(found) == 1 and found[0] in function.body else None
