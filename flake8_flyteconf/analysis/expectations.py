"""What may fail as intended: handled by ``try``, expected by tests, or in a branch for another version.

This is asked before names can be followed, because what is bound where it may fail has perhaps no value. So the names
of contexts and tests mean all that they are bound to.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from typing import Any

from flake8_flyteconf.analysis.scopes import Binding, Kind, Scope, Scopes, StatementExpression
from flake8_flyteconf.analysis.tree import walk
from flake8_flyteconf.sdk import PACKAGES

TRIES = (ast.Try, ast.TryStar) if sys.version_info >= (3, 11) else (ast.Try,)
#: Functions that expect an error in what they are given or in the block of their ``with``.
EXPECTING = frozenset({"assertRaises", "assertRaisesRegex", "raises"})
_SUPPRESSING = "suppress"
#: Decorators of tests that are expected to fail.
_FAILING = frozenset({"expectedFailure", "xfail"})
#: Decorators that hand values to tests.
_PROVIDING = frozenset({"fixture", "parametrize"})
#: Identifiers by which a test asks about what is installed.
_ABOUT_INSTALLED = frozenset({"__version__", "find_spec", "hasattr", "signature", "version", "version_info"})

#: Statements in ``finally`` that let no error pass.
_LEAVING = (ast.Return, ast.Break, ast.Continue)
#: One of them is there where anything may catch an error.
_WORDS = ("except", "finally", "__exit__", "with ")


class Expectations:
    """The expectations of one file. Certain is only what no handler, test or test of the version can account for."""

    def __init__(self, scopes: Scopes) -> None:
        self._scopes = scopes
        text = scopes.text
        self._tests = any(word in text for word in EXPECTING)
        #: Whether the file has tests that expect errors, perhaps of what they take out of lists.
        self.are_tested = self._tests and any(f"{word}(" in text for word in EXPECTING)
        self._suppresses = _SUPPRESSING in text
        self._handles = self._tests or self._suppresses or any(word in text for word in _WORDS)
        self._marks_all = "pytestmark" in text and "xfail" in text
        self._enters = (self._tests or self._suppresses) and "enter_context" in text
        self._asks_for_versions = any(word in text for word in _ABOUT_INSTALLED)
        self._relevant = (
            self._handles or self._asks_for_versions or "patch" in text or any(word in text for word in _FAILING)
        )
        self._uses: dict[Scope, list[StatementExpression]] = {}
        self._active: set[Scope] = set()

    def may_fail(self, statement: ast.AST, scope: Scope) -> bool:
        """Whether an error of a statement is expected or handled around it, so that what it binds may have no value."""
        return self._relevant and (
            bool(self._tries_around(statement, scope)) or self._is_in_expecting_block(statement, scope)
        )

    def is_meant_to_fail(self, part: StatementExpression, scope: Scope) -> bool:
        """Whether an error is expected of an expression that is evaluated in ``scope``, a lambda for example."""
        if not self._relevant:
            return False
        if self._marks_all or self._enters or self._handles and _in_lambda(scope):
            return True
        if self._is_handed_to_tests(part) or self._is_in_expecting_block(part.statement, part.scope):
            return True
        if self._tests and self._is_case(part):
            return True
        function = part.scope.function()
        return function is not None and self._is_function_meant_to_fail(function)

    def tries(self, part: StatementExpression) -> list[Any]:
        """The ``try`` statements around an expression, or around all calls of its function, that may catch it."""
        if not self._handles:
            return []
        found = self._tries_around(part.statement, part.scope)
        function = part.scope.function()
        if function is None or function in self._active:
            return found
        self._active.add(function)
        around = [self._tries_of_use(use, function) for use in self._uses_of(function)]
        found += [
            each for use in self._uses_of_method(function) for each in self._tries_around(use.statement, use.scope)
        ]
        around_it = function.parent.function() if function.parent is not None else None
        if not around and around_it is not None and function.parent is not None:
            # What is called by no name, such as the constructor of an enumeration, runs with what is around it.
            found += self.tries(StatementExpression(part.expression, function.parent, function.node))
        self._active.discard(function)
        return found + [each for tries in around for each in tries] if around and all(around) else found

    def _tries_of_use(self, use: StatementExpression, function: Scope) -> list[Any]:
        """What may catch the errors of a function where it is used."""
        name = getattr(function.node, "name", "")
        # A lambda is called by what it is given to, and so is a function that is handed on.
        handed_on = _is_handed_on(use.expression, name) and isinstance(use.expression, ast.Call)
        foreign = handed_on and not self._is_of_sdk(use.expression, use.scope)
        return [_ANYTHING] if foreign or _is_in_lambda(use.expression, name) else self.tries(use)

    def _is_of_sdk(self, expression: ast.expr, scope: Scope) -> bool:
        """Whether a call, or what its method is called on, begins with a name of an SDK."""
        return not self._packages(expression, scope).isdisjoint(PACKAGES)

    def _packages(self, expression: ast.expr, scope: Scope) -> set[str]:
        """The packages from which the name may be imported that attributes and calls begin with."""
        while isinstance(expression, (ast.Attribute, ast.Call)):
            expression = expression.func if isinstance(expression, ast.Call) else expression.value
        bindings = self._bindings(expression.id, scope) if isinstance(expression, ast.Name) else []
        return {binding.origin.partition(".")[0] for binding in bindings if binding.origin}

    def _uses_of_method(self, function: Scope) -> list[StatementExpression]:
        """The calls by which a method may be called, of whatever object."""
        owner = function.parent.node if function.parent is not None else None
        if not isinstance(owner, ast.ClassDef):
            return []
        name = getattr(function.node, "name", "")
        name = owner.name if name in ("__init__", "__new__", "__post_init__") else name
        return [
            part
            for part in self._scopes.expressions_mentioning([name])
            if any(isinstance(node, ast.Call) and last_name(node) == name for node in walk(part.expression))
        ]

    def _is_function_meant_to_fail(self, function: Scope) -> bool:
        decorators = {self._named(each, function) for each in getattr(function.node, "decorator_list", ())}
        if decorators & _FAILING or self._is_swallowed(function):
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
            self._uses[function] = self._uses_of_name(getattr(function.node, "name", ""), function.parent)
        return self._uses[function]

    def _uses_of_name(self, name: str, owner: Scope | None, depth: int = 0) -> list[StatementExpression]:
        found = []
        for part in self._scopes.expressions_mentioning([name] if name else []):
            if part.scope.owner(name) is not owner:
                continue
            targets = getattr(part.statement, "targets", [])
            is_alias = isinstance(part.expression, ast.Name) and [type(target) for target in targets] == [ast.Name]
            if is_alias and last_name(part.expression) == name and depth < 3 and targets[0].id != name:
                found += self._uses_of_name(targets[0].id, part.scope.owner(targets[0].id), depth + 1)
            elif any(isinstance(node, ast.Name) and node.id == name for node in walk(part.expression)):
                if part.expression not in targets:
                    found.append(part)
        return found

    def _is_handed_to_tests(self, part: StatementExpression) -> bool:
        """Whether an expression is part of a decorator by which tests that expect errors get their values."""
        decorators = getattr(part.statement, "decorator_list", ())
        is_decorator = any(part.expression is decorator for decorator in decorators)
        return self._tests and is_decorator and last_name(part.expression) in _PROVIDING

    def _is_case(self, part: StatementExpression) -> bool:
        """Whether an expression is the value of a constant by which tests that expect errors get their values."""
        targets = getattr(part.statement, "targets", [getattr(part.statement, "target", None)])
        names = [target.id for target in targets if isinstance(target, ast.Name)]
        return any(self._is_handed_to_tests(use) for use in self._scopes.expressions_mentioning(names))

    def _named(self, decorator: ast.expr, function: Scope) -> str:
        """The last name of a decorator, or of what a constant of the file holds: ``broken = pytest.mark.xfail()``."""
        if isinstance(decorator, ast.Name) and function.parent is not None:
            values = [b.value for b in self._bindings(decorator.id, function.parent) if b.value is not None]
            if len(values) == 1:
                return last_name(values[0])
        return last_name(decorator)

    def _bindings(self, name: str, scope: Scope) -> list[Binding]:
        owner = scope.owner(name)
        return owner.bindings[name] if owner is not None else []

    def _tries_around(self, statement: ast.AST, scope: Scope) -> list[Any]:
        """The statements around one that may catch its errors: ``try`` with a handler, ``finally``, ``suppress``."""
        if not self._handles:
            return []
        found: list[Any] = []
        for inner, outer in self._scopes.ancestors(statement, scope):
            if isinstance(outer, TRIES) and any(inner is item for item in outer.body):
                if any(not self._is_own(handler.type, scope) for handler in outer.handlers):
                    found.append(outer)
                elif any(isinstance(node, _LEAVING) for last in outer.finalbody for node in walk(last)):
                    found.append(_handling(outer.body, None))
            elif isinstance(outer, (ast.With, ast.AsyncWith)):
                found += [each for item in outer.items for each in self._caught_by(item.context_expr, outer, scope)]
        return found

    def _caught_by(self, context: ast.expr, block: ast.With | ast.AsyncWith, scope: Scope) -> Iterator[Any]:
        """What stands for the errors that a context may catch."""
        if isinstance(context, (ast.Name, ast.Attribute)) and self._is_of_project(context, scope):
            yield _ANYTHING
        for call in self._made_by(context, scope):
            if _SUPPRESSING in self._called(call, scope):
                yield _handling(block.body, ast.Tuple(call.args, ast.Load()))
            elif self._is_of_project(call.func, scope):
                yield _ANYTHING

    def _made_by(self, context: ast.expr, scope: Scope) -> list[ast.Call]:
        """The calls that make a context, itself or those that its name is bound to."""
        if isinstance(context, ast.Name):
            values = [binding.value for binding in self._bindings(context.id, scope)]
            return [value for value in values if isinstance(value, ast.Call)]
        return [context] if isinstance(context, ast.Call) else []

    def _is_of_project(self, func: ast.expr, scope: Scope) -> bool:
        """Whether a context, or what makes one, is imported from a module of the project, whose contexts may catch."""
        packages = self._packages(func, scope)
        return bool(packages) and not packages & {*sys.stdlib_module_names, *PACKAGES}

    def _is_own(self, caught: ast.expr | None, scope: Scope) -> bool:
        """Whether a handler is for exceptions of the file's own, which no library raises."""
        names = caught.elts if isinstance(caught, ast.Tuple) else [caught]
        bindings = [self._bindings(each.id, scope) if isinstance(each, ast.Name) else [] for each in names]
        return all(bound and all(binding.kind is Kind.CLASS for binding in bound) for bound in bindings)

    def _called(self, context: ast.Call, scope: Scope) -> set[str]:
        """The last name of what makes a context, also by its import under another name."""
        bindings = self._bindings(context.func.id, scope) if isinstance(context.func, ast.Name) else []
        return {last_name(context), *(binding.origin.rpartition(".")[2] for binding in bindings)}

    def _is_swallowed(self, function: Scope) -> bool:
        """Whether a decorator of the file catches what its functions raise."""
        decorators = [d for d in getattr(function.node, "decorator_list", ()) if isinstance(d, ast.Name)]
        scope = function.parent
        return scope is not None and any(
            _catches(binding.statement) for d in decorators for binding in self._bindings(d.id, scope)
        )

    def _is_in_expecting_block(self, statement: ast.AST, scope: Scope) -> bool:
        """Whether a block around a statement expects an error, or is the branch for another version."""
        for inner, outer in [(statement, statement), *self._scopes.ancestors(statement, scope)]:
            if isinstance(outer, (ast.With, ast.AsyncWith)):
                if any(self._is_expecting(item.context_expr, scope) for item in outer.items):
                    return True
            if isinstance(outer, ast.If) and inner is not outer and self._asks_for_installed(outer.test, scope):
                return True
        return False

    def _asks_for_installed(self, test: ast.expr, scope: Scope) -> bool:
        """Whether a test asks which version is installed, or what it offers, itself or by the constants in it."""
        if not self._asks_for_versions:
            return False
        names = [node.id for node in walk(test) if isinstance(node, ast.Name)]
        values = [binding.value for name in names for binding in self._bindings(name, scope)]
        return any(_mentions_installed(each) for each in (test, *values) if each is not None)

    def _is_expecting(self, context: ast.expr, scope: Scope) -> bool:
        """Whether a context manager expects an error, or puts something else in the place of an object."""
        if isinstance(context, ast.Name):
            bindings = self._bindings(context.id, scope)
            if self._tests and any(b.kind is Kind.PARAMETER for b in bindings):
                return True  # with expectation:
            return any(isinstance(b.value, ast.Call) and self._is_expecting(b.value, scope) for b in bindings)
        if not isinstance(context, ast.Call):
            return False
        called = self._called(context, scope)
        made_by = self._bindings(context.func.id, scope) if isinstance(context.func, ast.Name) else []
        if self._handles and any(_expects(binding.statement) for binding in made_by):
            return True
        replaces = any("patch" in (getattr(n, "attr", ""), getattr(n, "id", "")) for n in walk(context.func))
        return replaces or not EXPECTING.isdisjoint(called)


def last_name(node: ast.expr) -> str:
    """The last name of what is called or decorates: ``raises`` of ``pytest.raises(ValueError)``, empty without one."""
    func = node.func if isinstance(node, ast.Call) else node
    name: str = getattr(func, "attr", getattr(func, "id", ""))
    return name


def _mentions_installed(expression: ast.expr) -> bool:
    # An attribute such as cache.version is another version.
    return any(
        last_name(node) in _ABOUT_INSTALLED
        for node in walk(expression)
        if isinstance(node, (ast.Name, ast.Attribute, ast.Call))
        and (isinstance(node, ast.Call) or last_name(node) != "version")
    )


def _in_lambda(scope: Scope | None) -> bool:
    while scope is not None:
        if isinstance(scope.node, ast.Lambda):
            return True
        scope = scope.parent
    return False


def _is_in_lambda(expression: ast.expr, name: str) -> bool:
    """Whether a name is used inside a lambda."""
    lambdas = (node for node in walk(expression) if isinstance(node, ast.Lambda))
    return any(isinstance(node, ast.Name) and node.id == name for each in lambdas for node in walk(each))


def _is_handed_on(expression: ast.expr, name: str) -> bool:
    """Whether a function is an argument of a call rather than called."""
    called = {node.func for node in walk(expression) if isinstance(node, ast.Call)}
    uses = [node for node in walk(expression) if isinstance(node, ast.Name) and node.id == name]
    return isinstance(expression, ast.Call) and not called.intersection(uses)


def _expects(manager: ast.AST) -> bool:
    """Whether a context manager of the file expects an error itself, or catches what its block raises."""
    if not isinstance(manager, (ast.FunctionDef, ast.ClassDef)):
        return False
    return _catches(manager) or any(
        isinstance(node, ast.Call) and last_name(node) in (*EXPECTING, _SUPPRESSING) for node in walk(manager)
    )


def _catches(definition: ast.AST) -> bool:
    """Whether a decorator or context manager of the file catches errors: by a handler, or when its block ends."""
    if not isinstance(definition, (ast.FunctionDef, ast.ClassDef)):
        return False
    return any(
        isinstance(node, TRIES) and node.handlers or isinstance(node, ast.FunctionDef) and node.name == "__exit__"
        for node in walk(definition)
    )


def _handling(body: list[ast.stmt], caught: ast.expr | None) -> ast.Try:
    """A ``try`` that stands for something else that catches errors."""
    return ast.Try(body, [ast.ExceptHandler(caught, None, [])], [], [])


#: What may catch any error of one statement.
_ANYTHING = _handling([ast.Expr(ast.Constant(None))], None)


def _is_helper_method(function: Scope) -> bool:
    """Whether a function is a method of a class of tests and no test itself."""
    is_method = function.parent is not None and isinstance(function.parent.node, ast.ClassDef)
    return is_method and not getattr(function.node, "name", "").startswith(("test", "setUp", "setup"))
