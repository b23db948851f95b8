"""What is expected to fail, or handled when it does: by tests, by ``try``, or by a branch for another version."""

from __future__ import annotations

import ast
from typing import Any

from flake8_flyteconf.analysis.names import EXPECTING, Names, last_name
from flake8_flyteconf.analysis.scopes import Kind, Scope, StatementExpression

#: Decorators of tests that are expected to fail.
_FAILING = frozenset({"expectedFailure", "xfail"})
#: Decorators that hand values to tests.
_PROVIDING = frozenset({"fixture", "parametrize"})


class Expectations:
    """The expectations of one file. Certain is only what no handler, test or test of the version can account for."""

    def __init__(self, names: Names) -> None:
        self._names = names
        text = names.text
        self._tests = "import raises" in text or any(f"{word}(" in text for word in EXPECTING)
        self._handles = self._tests or "except" in text
        self._marks_all = "pytestmark" in text and "xfail" in text
        self._enters = self._tests and "enter_context" in text
        self._relevant = (
            self._handles or names.asks_for_versions or "patch" in text or any(word in text for word in _FAILING)
        )
        self._uses: dict[Scope, list[StatementExpression]] = {}
        self._active: set[Scope] = set()

    def is_meant_to_fail(self, part: StatementExpression, scope: Scope) -> bool:
        """Whether an error is expected of an expression that is evaluated in ``scope``, a lambda for example."""
        if not self._relevant:
            return False
        if self._marks_all or self._handles and _in_lambda(scope):
            return True
        if self._is_handed_to_tests(part) or self._is_in_expecting_block(part):
            return True
        if self._tests and self._is_case(part):
            return True
        function = part.scope.function()
        return function is not None and self._is_function_meant_to_fail(function)

    def tries(self, part: StatementExpression) -> list[Any]:
        """The ``try`` statements around an expression, or around all calls of its function, that may catch it."""
        if not self._handles:
            return []
        found = self._names.tries(part.statement, part.scope)
        function = part.scope.function()
        if function is None or function in self._active:
            return found
        self._active.add(function)
        around = [self.tries(use) for use in self._uses_of(function)]
        self._active.discard(function)
        return found + [each for tries in around for each in tries] if around and all(around) else found

    def _is_function_meant_to_fail(self, function: Scope) -> bool:
        decorators = {self._named(each, function) for each in getattr(function.node, "decorator_list", ())}
        if decorators & _FAILING or self._enters:
            return True
        if self._tests and (decorators & _PROVIDING or _is_helper_method(function)):
            return True
        if function in self._active or not self._tests:
            return False
        self._active.add(function)
        uses = self._uses_of(function)
        name = getattr(function.node, "name", "")
        expected = [
            last_name(u.expression) in EXPECTING
            or _is_handed_on(u.expression, name)
            or self.is_meant_to_fail(u, u.scope)
            for u in uses
        ]
        self._active.discard(function)
        return bool(uses) and all(expected)

    def _uses_of(self, function: Scope) -> list[StatementExpression]:
        """The expressions with a use of a function by its name, one for each."""
        if function not in self._uses:
            name, owner = getattr(function.node, "name", ""), function.parent
            self._uses[function] = [
                part
                for part in self._names.expressions_mentioning([name] if name else [])
                if part.scope.owner(name) is owner
                and any(isinstance(node, ast.Name) and node.id == name for node in ast.walk(part.expression))
            ]
        return self._uses[function]

    def _is_handed_to_tests(self, part: StatementExpression) -> bool:
        """Whether an expression is part of a decorator by which tests that expect errors get their values."""
        decorators = getattr(part.statement, "decorator_list", ())
        is_decorator = any(part.expression is decorator for decorator in decorators)
        return self._tests and is_decorator and last_name(part.expression) in _PROVIDING

    def _is_case(self, part: StatementExpression) -> bool:
        """Whether an expression is the value of a constant by which tests that expect errors get their values."""
        targets = getattr(part.statement, "targets", [getattr(part.statement, "target", None)])
        names = [target.id for target in targets if isinstance(target, ast.Name)]
        return any(self._is_handed_to_tests(use) for use in self._names.expressions_mentioning(names))

    def _named(self, decorator: ast.expr, function: Scope) -> str:
        """The last name of a decorator, or of what a constant of the file holds: ``broken = pytest.mark.xfail()``."""
        if isinstance(decorator, ast.Name) and function.parent is not None:
            values = [b.value for b in self._names.definitions(decorator.id, function.parent) if b.value is not None]
            if len(values) == 1:
                return last_name(values[0])
        return last_name(decorator)

    def _is_in_expecting_block(self, part: StatementExpression) -> bool:
        statement = part.statement
        for inner, outer in [(statement, statement), *self._names.ancestors(statement, part.scope)]:
            if isinstance(outer, (ast.With, ast.AsyncWith)):
                if any(self._is_expecting(item.context_expr, part.scope) for item in outer.items):
                    return True
            if isinstance(outer, ast.If) and inner is not outer:
                if self._names.asks_for_installed(outer.test, part.scope):
                    return True
        return False

    def _is_expecting(self, context: ast.expr, scope: Scope) -> bool:
        """Whether a context manager expects an error, or puts something else in the place of an object."""
        if isinstance(context, ast.Name):
            bindings = self._names.definitions(context.id, scope)
            if self._tests and any(b.kind is Kind.PARAMETER for b in bindings):
                return True  # with expectation:
            values = [b.value for b in bindings if b.kind is Kind.VALUE]
            return any(isinstance(value, ast.Call) and self._is_expecting(value, scope) for value in values)
        if not isinstance(context, ast.Call):
            return False
        if isinstance(context.func, ast.Name) and self._tests:
            made_by = [b.statement for b in self._names.definitions(context.func.id, scope)]
            if any(_expects(statement) for statement in made_by if isinstance(statement, ast.FunctionDef)):
                return True
        name = self._names.qualified_name(context.func, scope) or ""
        replaces = any("patch" in (getattr(n, "attr", ""), getattr(n, "id", "")) for n in ast.walk(context.func))
        return replaces or last_name(context) in EXPECTING or name.rpartition(".")[2] in EXPECTING


def _in_lambda(scope: Scope | None) -> bool:
    while scope is not None:
        if isinstance(scope.node, ast.Lambda):
            return True
        scope = scope.parent
    return False


def _is_handed_on(expression: ast.expr, name: str) -> bool:
    """Whether a function is an argument of a call rather than called."""
    called = {node.func for node in ast.walk(expression) if isinstance(node, ast.Call)}
    uses = [node for node in ast.walk(expression) if isinstance(node, ast.Name) and node.id == name]
    return isinstance(expression, ast.Call) and not called.intersection(uses)


def _expects(function: ast.FunctionDef) -> bool:
    """Whether a context manager of the file expects an error itself."""
    return any(isinstance(node, ast.Call) and last_name(node) in EXPECTING for node in ast.walk(function))


def _is_helper_method(function: Scope) -> bool:
    """Whether a function is a method of a class of tests and no test itself."""
    is_method = function.parent is not None and isinstance(function.parent.node, ast.ClassDef)
    return is_method and not getattr(function.node, "name", "").startswith(("test", "setUp", "setup"))
