"""The calls of plain functions within their file: a parameter has the values that they pass."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from flake8_flyteconf.analysis.names import Names, asking_in
from flake8_flyteconf.analysis.scopes import Kind, Scope
from flake8_flyteconf.analysis.tree import walk

#: Calls of one function that are looked at.
_MOST_CALLS = 8

Call = tuple[ast.Call, Scope]


class Factories:
    """The functions of one file whose every use is a call that passes what it passes openly."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._calls: dict[ast.FunctionDef, Sequence[Call]] = {}
        self._tested: dict[ast.FunctionDef, frozenset[str]] = {}

    def calls(self, function: ast.FunctionDef) -> Sequence[Call]:
        """The calls of a function, none when it may also be called in another way."""
        if function not in self._calls:
            self._calls[function] = ()
            self._calls[function] = self._found(function)
        return self._calls[function]

    def tested(self, function: ast.FunctionDef) -> frozenset[str]:
        """The parameters that a function asks about, so that what it does with each value may differ."""
        if function not in self._tested:
            arguments = function.args
            names = {each.arg for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)}
            asked = (node.id for node in asking_in(function) if isinstance(node, ast.Name))
            self._tested[function] = frozenset(names.intersection(asked))
        return self._tested[function]

    def _found(self, function: ast.FunctionDef) -> Sequence[Call]:
        arguments = function.args
        if function.decorator_list or arguments.vararg or arguments.kwarg or function.name.startswith("test"):
            return ()
        found: list[Call] = []
        for part in self._names.expressions_mentioning([function.name]):
            owner = part.scope.owner(function.name)
            bindings = owner.bindings[function.name] if owner is not None else []
            if not any(binding.statement is function for binding in bindings):
                continue
            if len(bindings) != 1 or bindings[0].kind is not Kind.FUNCTION:
                return ()
            expectations = self._names.expectations
            if expectations.is_meant_to_fail(part, part.scope) or expectations.tries(part):
                return ()
            called = _calls_in(part.expression, function.name)
            if called is None:
                return ()
            found += [(call, part.scope) for call in called]
        return found if len(found) <= _MOST_CALLS else ()


def _calls_in(expression: ast.expr, name: str) -> list[ast.Call] | None:
    """The calls of a name in an expression; None when it is also used in another way, or inside a lambda or loop."""
    calls = []
    called = set()
    for node in walk(expression):
        if isinstance(node, (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
            return None
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            if any(isinstance(a, ast.Starred) for a in node.args) or any(k.arg is None for k in node.keywords):
                return None
            calls.append(node)
            called.add(node.func)
    uses = [node for node in walk(expression) if isinstance(node, ast.Name) and node.id == name]
    return calls if all(use in called for use in uses) else None


def argument_of(call: ast.Call, function: ast.FunctionDef, name: str) -> ast.expr | None:
    """The expression that a call passes for a parameter, or its default; None when there is neither."""
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    positional = [a.arg for a in (*function.args.posonlyargs, *function.args.args)]
    if name in positional and positional.index(name) < len(call.args):
        return call.args[positional.index(name)]
    defaults = dict(zip(reversed(positional), reversed(function.args.defaults)))
    defaults.update((a.arg, d) for a, d in zip(function.args.kwonlyargs, function.args.kw_defaults) if d is not None)
    default = defaults.get(name)
    return default if isinstance(default, ast.Constant) else None
