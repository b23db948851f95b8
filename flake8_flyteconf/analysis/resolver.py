"""What a call calls in the end: a callable of flytekit, through imports, aliases, partials and helper functions."""

from __future__ import annotations

import ast

from flake8_flyteconf.analysis.names import LONGEST_CHAIN, Names
from flake8_flyteconf.analysis.scopes import Binding, Kind, Scope
from flake8_flyteconf.flyte2 import objects as flyte2
from flake8_flyteconf.flyte.objects import (
    CALLED_AT_ONCE,
    ENTITIES,
    ENTITY_MAKERS,
    EXECUTE,
    METHODS,
    NODE_FUNCTIONS,
    OVERRIDES,
    REMOTE,
    REMOTE_MAKERS,
    TASKS,
    UNCALLED_TASK,
    WITH_OPTIONS,
    WORKFLOWS,
    is_flytekit,
    signature,
)

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def parameters(function: _Function) -> dict[str, ast.arg]:
    """The parameters of a function by name, those behind ``*`` and ``**`` left out."""
    arguments = function.args
    return {a.arg: a for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)}


def undecorated(decorator: ast.expr) -> ast.expr:
    """What decorates: ``task`` in ``@task`` and in ``@task(...)``."""
    return decorator.func if isinstance(decorator, ast.Call) else decorator


def _returned(function: _Function) -> ast.expr | None:
    found: list[ast.Return] = []
    pending: list[ast.AST] = list(function.body)
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Return):
            found.append(node)
        elif not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.expr)):
            pending.extend(ast.iter_child_nodes(node))
        elif isinstance(node, (ast.Yield, ast.YieldFrom)):
            return None
    return found[0].value if len(found) == 1 and found[0] in function.body else None


class Resolver:
    """The callables that the calls of one file mean."""

    def __init__(self, names: Names) -> None:
        self._names = names
        #: What was found out before, and about what is being looked at, that it means nothing: branches of
        #: branches would be walked again and again otherwise.
        self._called: dict[tuple[ast.expr, Scope, bool], str | None] = {}
        self._nodes: dict[tuple[ast.expr, Scope], bool] = {}
        self._classes: dict[tuple[ast.expr, Scope], str | None] = {}
        self._returned: dict[_Function, ast.expr | None] = {}

    def returned(self, function: _Function) -> ast.expr | None:
        """The expression that a plain function always returns: its only ``return``, outside any branch."""
        if function not in self._returned:
            self._returned[function] = _returned(function)
        return self._returned[function]

    def result(self, call: ast.expr, scope: Scope) -> str | None:
        """The canonical name of what an expression calls, when it is a call."""
        return self._callee(call, scope, called=True)

    def of(self, func: ast.expr, scope: Scope) -> str | None:
        """The canonical name of what calling ``func`` calls in the end."""
        return self._callee(func, scope)

    def _callee(self, func: ast.expr, scope: Scope, *, called: bool = False, depth: int = 0) -> str | None:
        if depth > LONGEST_CHAIN:
            return None
        key = (func, scope, called)
        if key not in self._called:
            self._called[key] = None
            self._called[key] = self._found_callee(func, scope, called, depth)
        return self._called[key]

    def _found_callee(self, func: ast.expr, scope: Scope, called: bool, depth: int) -> str | None:
        if isinstance(func, ast.Call):
            # task(requests=...)(function), or the decorator kept in a name
            qualified_name = self._names.qualified_name(func.func, scope)
            if qualified_name == "functools.partial":
                return self._callee(func.args[0], scope, depth=depth + 1) if func.args else None
            name = self._callee(func.func, scope, depth=depth + 1)
            return name if called or name in TASKS else None
        qualified_name = self._names.qualified_name(func, scope)
        if qualified_name is not None:
            # ``FlyteRemote.execute`` by itself is a function that takes the remote first.
            return qualified_name if signature(qualified_name) is not None and qualified_name != EXECUTE else None
        if isinstance(func, ast.Attribute) and func.attr in flyte2.WORDS:
            receiver = self.class_of(func.value, scope, depth + 1)
            return flyte2.method(receiver, func.attr) if receiver is not None else None
        if not isinstance(func, ast.Name):
            return None
        owner = scope.owner(func.id)
        if owner is None:
            return None
        found = {self._bound_callee(b, owner, called, depth) for b in self._names.definitions(func.id, scope)}
        return found.pop() if len(found) == 1 else None

    def _bound_callee(self, binding: Binding, owner: Scope, called: bool, depth: int) -> str | None:
        if binding.kind is Kind.VALUE and binding.value is not None and binding.item is None:
            if not (called and isinstance(binding.value, ast.Call)):
                return self._callee(binding.value, owner, depth=depth + 1)
        elif binding.kind is Kind.FUNCTION and isinstance(binding.statement, ast.FunctionDef):
            result = self.returned(binding.statement)
            if result is not None and not binding.statement.decorator_list:
                inner = self._names.scope_of(binding.statement)
                return self._callee(result, inner, called=True, depth=depth + 1)
        return None

    def class_of(self, expression: ast.expr, scope: Scope, depth: int = 0) -> str | None:
        """The canonical name of the class of Flyte 2 that an expression is surely an object of."""
        if depth > LONGEST_CHAIN:
            return None
        key = (expression, scope)
        if key not in self._classes:
            self._classes[key] = None
            self._classes[key] = self._found_class(expression, scope, depth)
        return self._classes[key]

    def _found_class(self, expression: ast.expr, scope: Scope, depth: int) -> str | None:
        if isinstance(expression, ast.Call):
            callee = self._callee(expression.func, scope, depth=depth + 1)
            made_by = expression.func.func if isinstance(expression.func, ast.Call) else None
            if callee == flyte2.DECORATOR and expression.args:
                return flyte2.TASK  # env.task(function)
            if made_by is not None and self._callee(made_by, scope, depth=depth + 1) == flyte2.DECORATOR:
                return flyte2.TASK  # env.task(retries=2)(function)
            if callee is not None:
                return flyte2.result(callee)
            called = self.class_of(expression.func, scope, depth + 1)
            if called == flyte2.TASK and self._is_async(expression.func, scope):
                return flyte2.CALLED
            return flyte2.PROMISE if called == flyte2.FLYTEKIT_TASK else None
        if isinstance(expression, ast.Attribute):
            return self._class_of_attribute(expression, scope, depth)
        if not isinstance(expression, ast.Name):
            return None
        owner = scope.owner(expression.id)
        if owner is None:
            return None
        found = {
            (
                flyte2.result(self._declared(expression.id, b, owner) or "")
                if b.kind is Kind.PARAMETER
                else self._class_bound(b, owner, depth)
            )
            for b in self._names.definitions(expression.id, scope)
        }
        return found.pop() if len(found) == 1 else None

    def _class_of_attribute(self, expression: ast.Attribute, scope: Scope, depth: int) -> str | None:
        """The class of ``Config.env`` for a class of this file that binds ``env`` once."""
        bound = self._bound(expression.value, scope)
        if bound is None or bound[0].kind is not Kind.CLASS:
            return None
        inner = self._names.scope_of(bound[0].statement)
        bindings = inner.bindings.get(expression.attr, [])
        return self._class_bound(bindings[0], inner, depth) if len(bindings) == 1 else None

    def _is_async(self, name: ast.expr, scope: Scope) -> bool:
        """Whether an expression names a coroutine function, so that its call is no result yet."""
        bound = self._bound(name, scope)
        return bound is not None and isinstance(bound[0].statement, ast.AsyncFunctionDef)

    def _class_bound(self, binding: Binding, owner: Scope, depth: int) -> str | None:
        if binding.kind is Kind.VALUE and binding.value is not None:
            value = binding.value
            if binding.item is not None:
                if not isinstance(value, (ast.Tuple, ast.List)) or binding.item >= len(value.elts):
                    return None
                value = value.elts[binding.item]
            return self.class_of(value, owner, depth + 1)
        function = binding.statement
        if binding.kind is Kind.FUNCTION and isinstance(function, _FUNCTIONS) and function.decorator_list:
            # The outermost decorator says what the function has become.
            callee = self._callee(undecorated(function.decorator_list[0]), owner, depth=depth + 1)
            return flyte2.TASK if callee == flyte2.DECORATOR else flyte2.FLYTEKIT_TASK if callee in TASKS else None
        return None

    def method(self, call: ast.Call, scope: Scope) -> str | None:
        """The canonical name of a method of flytekit's objects, None when the receiver is not surely one of them."""
        func = call.func
        if not isinstance(func, ast.Attribute):
            return None
        name, receiver = METHODS.get(func.attr), func.value
        if name == OVERRIDES:
            found = flyte2.method(self.class_of(receiver, scope) or "", func.attr)
            if found is not None:
                return found
            is_ours = self.is_node(receiver, scope) or self.is_task(receiver, scope)
            return name if is_ours or self._is_foreign_node(call, receiver, scope) else None
        if name == WITH_OPTIONS:
            return name if self.decorator(receiver, scope) in TASKS | WORKFLOWS else None
        if name == EXECUTE:
            return name if self._is_remote(receiver, scope) else None
        return None

    def decorator(self, name: ast.expr, scope: Scope) -> str | None:
        """The canonical name of the only decorator of the function that an expression names."""
        bound = self._bound(name, scope)
        return self.decorator_of(*bound) if bound is not None else None

    def _bound(self, name: ast.expr, scope: Scope) -> tuple[Binding, Scope] | None:
        """The only binding that a name can mean, with the scope of it."""
        if not isinstance(name, ast.Name):
            return None
        owner, bindings = scope.owner(name.id), self._names.definitions(name.id, scope)
        return (bindings[0], owner) if owner is not None and len(bindings) == 1 else None

    def decorator_of(self, binding: Binding, owner: Scope) -> str | None:
        """The canonical name of the only decorator of a function."""
        function = binding.statement
        if binding.kind is not Kind.FUNCTION or not isinstance(function, _FUNCTIONS):
            return None
        if len(function.decorator_list) != 1:
            return None
        # A decorator of the project's own may wrap the function before it hands it on.
        (decorator,) = function.decorator_list
        name = self._names.qualified_name(undecorated(decorator), owner)
        if name is None and isinstance(undecorated(decorator), ast.Attribute):
            name = self._callee(undecorated(decorator), owner)  # a method of an environment
        return name if name is not None and signature(name) is not None else None

    def _is_remote(self, receiver: ast.expr, scope: Scope, depth: int = 0) -> bool:
        """Whether an expression is surely a ``FlyteRemote``."""
        if isinstance(receiver, ast.Call):
            return self._names.qualified_name(receiver.func, scope) in REMOTE_MAKERS
        bound = self._bound(receiver, scope)
        if bound is None or not isinstance(receiver, ast.Name) or depth > LONGEST_CHAIN:
            return False
        binding, owner = bound
        if binding.kind is Kind.PARAMETER:
            return self._declared(receiver.id, binding, owner) == REMOTE
        if binding.kind is not Kind.VALUE or binding.value is None or binding.item is not None:
            return False
        return self._is_remote(binding.value, owner, depth + 1)

    def _declared(self, name: str, binding: Binding, owner: Scope) -> str | None:
        """The class that a parameter is declared as; a default or a test may put something else there."""
        function = binding.statement
        if not isinstance(function, _FUNCTIONS) or owner.parent is None or binding.value is not None:
            return None
        annotation = parameters(function)[name].annotation
        if annotation is None or function.name.startswith("test"):
            return None
        return self._names.qualified_name(annotation, owner.parent)

    def is_node(self, receiver: ast.expr, scope: Scope, depth: int = 0) -> bool:
        """Whether an expression is surely a node of a Flyte graph, so that its ``with_overrides`` is flytekit's."""
        if depth > LONGEST_CHAIN:
            return False
        key = (receiver, scope)
        if key not in self._nodes:
            self._nodes[key] = False
            self._nodes[key] = self._found_node(receiver, scope, depth)
        return self._nodes[key]

    def _found_node(self, receiver: ast.expr, scope: Scope, depth: int) -> bool:
        if isinstance(receiver, ast.Name):
            bindings = self._names.definitions(receiver.id, scope)
            owner = scope.owner(receiver.id)
            return (
                owner is not None
                and bool(bindings)
                and all(
                    isinstance(b.value, ast.Call) and b.item is None and self.is_node(b.value, owner, depth + 1)
                    for b in bindings
                )
            )
        if not isinstance(receiver, ast.Call):
            return False
        func = receiver.func
        if isinstance(func, ast.Attribute) and func.attr == "with_overrides":
            return self.is_node(func.value, scope, depth + 1)
        return self._makes_nodes(func, scope)

    def _is_foreign_node(self, call: ast.Call, receiver: ast.expr, scope: Scope) -> bool:
        """Whether a task of another module is called and overridden in a workflow.

        What other modules offer may have a ``with_overrides`` of its own; a keyword of flytekit's tells.
        """
        known = signature(OVERRIDES)
        if known is None or not any(keyword.arg and known.accepts(keyword.arg) for keyword in call.keywords):
            return False
        if isinstance(receiver, ast.Name):
            bound = self._bound(receiver, scope)
            if bound is None or bound[0].value is None or bound[0].item is not None:
                return False
            receiver = bound[0].value
        return isinstance(receiver, ast.Call) and self._in_workflow(scope) and self._is_foreign(receiver.func, scope)

    def _makes_nodes(self, func: ast.expr, scope: Scope) -> bool:
        """Whether a callable is a task, workflow or launch plan of this file."""
        if isinstance(func, ast.Call):
            return self._names.qualified_name(func.func, scope) == CALLED_AT_ONCE
        if isinstance(func, ast.Attribute):
            return self._names.qualified_name(func, scope) in NODE_FUNCTIONS
        if not isinstance(func, ast.Name):
            return False
        owner = scope.owner(func.id)
        bindings = self._names.definitions(func.id, scope)
        return owner is not None and bool(bindings) and all(self._is_entity(b, owner) for b in bindings)

    def _is_entity(self, binding: Binding, scope: Scope) -> bool:
        if binding.kind is Kind.IMPORT:
            return self._names.canonical(binding.origin) in NODE_FUNCTIONS
        if isinstance(binding.statement, _FUNCTIONS):
            # The outermost decorator says what the function has become.
            decorators = binding.statement.decorator_list[:1]
            return binding.kind is Kind.FUNCTION and any(
                self._decorates(decorator, scope, ENTITIES) for decorator in decorators
            )
        if isinstance(binding.value, ast.Call):
            return self._callee(binding.value.func, scope) in ENTITY_MAKERS
        return False

    def _decorates(self, decorator: ast.expr, scope: Scope, names: frozenset[str]) -> bool:
        return self._callee(undecorated(decorator), scope) in names

    def _in_workflow(self, scope: Scope) -> bool:
        around = scope.function()
        if around is None or around.parent is None:
            return False
        node = around.node
        return isinstance(node, _FUNCTIONS) and any(
            self._decorates(d, around.parent, WORKFLOWS) for d in node.decorator_list
        )

    def _is_foreign(self, func: ast.expr, scope: Scope) -> bool:
        """Whether a function comes from another module of the project; in a workflow that is a task or workflow."""
        name = self._names.qualified_name(func, scope)
        return name is not None and not is_flytekit(name) and not any(p[:1].isupper() for p in name.split("."))

    def is_task(self, receiver: ast.expr, scope: Scope) -> bool:
        """Whether an expression names a task of this file, not yet called."""
        bound = self._bound(receiver, scope)
        if bound is None or bound[0].kind is not Kind.FUNCTION or not isinstance(bound[0].statement, ast.FunctionDef):
            return False
        return any(self._decorates(d, bound[1], TASKS) for d in bound[0].statement.decorator_list[:1])

    def entity(self, receiver: ast.expr, scope: Scope, depth: int = 0) -> str:
        """The canonical name of what made the task or workflow of a node, empty when it is not known."""
        if depth > LONGEST_CHAIN:
            return ""
        if isinstance(receiver, ast.Name):
            if self.is_task(receiver, scope):
                return UNCALLED_TASK
            bound = self._bound(receiver, scope)
            if bound is None or not isinstance(bound[0].value, ast.Call):
                return ""
            return self.entity(bound[0].value, bound[1], depth + 1)
        if not isinstance(receiver, ast.Call):
            return ""
        func = receiver.func
        if isinstance(func, ast.Attribute) and func.attr == "with_overrides":
            return self.entity(func.value, scope, depth + 1)
        bound = self._bound(func, scope)
        if bound is None:
            return ""
        statement, value = bound[0].statement, bound[0].value
        if isinstance(statement, _FUNCTIONS) and statement.decorator_list:
            return self.of(undecorated(statement.decorator_list[0]), scope) or ""
        return self.of(value.func, scope) or "" if isinstance(value, ast.Call) else ""

    def is_promise(self, binding: Binding, scope: Scope) -> bool:
        """Whether a name bound in ``scope`` has a value that only a running workflow knows.

        Inside ``@workflow`` that is every parameter and every result of a task.
        """
        node = scope.node
        if not isinstance(node, _FUNCTIONS) or scope.parent is None:
            return False
        if not any(self._decorates(d, scope.parent, WORKFLOWS) for d in node.decorator_list):
            return False
        if binding.kind is Kind.PARAMETER:
            return True
        value = binding.value
        return binding.kind is Kind.VALUE and isinstance(value, ast.Call) and self._makes_nodes(value.func, scope)
