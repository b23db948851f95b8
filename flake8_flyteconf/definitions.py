"""The functions of a file that a decorator makes a task, a workflow or a trace, and what they do."""

from __future__ import annotations

import ast
import functools
import os
from collections.abc import Iterator, Sequence

from flake8_flyteconf import sdk
from flake8_flyteconf.analysis.context import Context
from flake8_flyteconf.analysis.evaluator import Evaluator
from flake8_flyteconf.analysis.scopes import Kind, Scope, bound_by
from flake8_flyteconf.analysis.syntax import Unreadable
from flake8_flyteconf.values import Definition, Entity, Position, QualifiedName

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
#: What a file mentions that has such a function.
_WORDS = ("flytekit", "union", "trace")
#: The decorators of functions in which the call of a task is none of its own.
_CALLING = ("flytekit.task", sdk.TRACE)
#: Words by which a decorator keeps the signature of what it decorates.
_KEEPING = frozenset(
    {"wraps", "update_wrapper", "wrapt", "decorator", "__signature__", "__wrapped__", "__annotations__"}
)


def definitions(evaluator: Evaluator) -> Iterator[Definition]:
    """The functions with a decorator of an SDK, but for those that are expected to fail."""
    names = evaluator.names
    if not any(word in names.text for word in _WORDS):
        return
    for owner in list(names.scopes.values()):
        for binding in [each for bindings in owner.bindings.values() for each in bindings]:
            node = binding.statement
            if isinstance(node, _FUNCTIONS) and binding.kind is Kind.FUNCTION and node.decorator_list:
                decorator = _decorator(node, owner, evaluator)
                if decorator and not names.expectations.may_fail(node, owner):
                    yield _defined(node, owner, decorator, evaluator)


def _decorator(node: _Function, owner: Scope, evaluator: Evaluator) -> str:
    """The canonical name of the outermost decorator when it makes a task or workflow of flytekit, or a trace."""
    first = node.decorator_list[0]
    named = evaluator.names.qualified_name(first.func if isinstance(first, ast.Call) else first, owner) or ""
    if sdk.made_of_function(named) or named == sdk.TRACE:
        return named
    name = evaluator.functions.decorator(node, owner).name
    return name if sdk.made_of_function(name) else ""


def _defined(node: _Function, owner: Scope, decorator: str, evaluator: Evaluator) -> Definition:
    sources, beneath = evaluator.sources, node.decorator_list[1:]
    calls = list(_calls(node, evaluator)) if decorator in _CALLING else []
    arguments = node.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
    untyped = {each.arg: sources.position(each) for each in every if each is not None and each.annotation is None}
    if beneath or isinstance(owner.node, ast.ClassDef):
        untyped = {}
    unwrapped, is_local = _unwrapped(beneath, owner, evaluator), _is_local(node, owner, evaluator)
    matters = bool(calls or untyped or unwrapped or is_local)
    return Definition(
        sources.position(node.decorator_list[0]),
        "definition",
        {},
        label=node.name,
        decorator=decorator,
        configuration=evaluator.functions.configuration(node, owner) if matters else None,
        local=is_local,
        untyped=untyped,
        unwrapped=unwrapped,
        head=_head(node, evaluator),
        calls=tuple((position, called) for position, called in calls if isinstance(called, Entity)),
        decks=tuple(position for position, called in calls if isinstance(called, QualifiedName)),
    )


def _head(node: _Function, evaluator: Evaluator) -> Position:
    """Where ``def`` is written."""
    return evaluator.sources.position(ast.copy_location(ast.Name(node.name), node))


def _is_local(node: _Function, scope: Scope, evaluator: Evaluator) -> bool:
    """Whether a function is defined in a plain one that the import of the module calls, and the module is no test.

    Whoever calls it later may be a notebook, where such tasks are right.
    """
    around, names = scope.function(), evaluator.names
    if around is None or os.path.basename(evaluator.sources.file).startswith("test_"):
        return False
    function = around.node
    if not isinstance(function, ast.FunctionDef) or function.decorator_list or around.parent is not names.module:
        return False
    if len(node.decorator_list) > 1 or not _is_always_reached(node, function):
        return False
    return any(
        isinstance(part.expression, ast.Call)
        and isinstance(part.expression.func, ast.Name)
        and part.expression.func.id == function.name
        for part in names.expressions_mentioning([function.name])
        if part.scope is names.module and names.is_top_level(part.statement)
    )


def _is_always_reached(node: _Function, function: ast.FunctionDef) -> bool:
    """Whether each call of a function defines another one in it."""
    if node not in function.body:
        return False
    before = (inner for each in function.body[: function.body.index(node)] for inner in ast.walk(each))
    leaving = any(isinstance(each, (ast.Return, ast.Raise)) for each in before)
    return not leaving and not any(isinstance(each, (ast.Yield, ast.YieldFrom)) for each in ast.walk(function))


def _unwrapped(decorators: Sequence[ast.expr], owner: Scope, evaluator: Evaluator) -> str:
    """The first decorator beneath that hands on a function of its own with other parameters; empty when there is none.

    Only plain functions of the file are looked at, which return a function that they define, and mention nothing that
    keeps a signature.
    """
    for decorator in decorators:
        if not isinstance(decorator, ast.Name):
            return ""
        bindings = evaluator.names.definitions(decorator.id, owner)
        node = bindings[0].statement if len(bindings) == 1 and bindings[0].kind is Kind.FUNCTION else None
        if not isinstance(node, ast.FunctionDef) or node.decorator_list:
            return ""
        return decorator.id if _hides_parameters(node) else ""
    return ""


@functools.lru_cache(maxsize=64)
def _hides_parameters(node: ast.FunctionDef) -> bool:
    """Whether a decorator surely returns a function of its own that takes anything, and keeps no signature."""
    words = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    words |= {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)}
    inner = [each for each in node.body if isinstance(each, _FUNCTIONS)]
    last = node.body[-1]
    if words & _KEEPING or len(inner) != 1 or not isinstance(last, ast.Return) or not isinstance(last.value, ast.Name):
        return False
    wrapper, arguments = inner[0], inner[0].args
    own = [each for statement in node.body if statement is not wrapper for each in ast.walk(statement)]
    uses = [each for each in own if isinstance(each, ast.Name) and each.id == wrapper.name]
    returns = [each for each in own if isinstance(each, ast.Return)]
    starred = [each for each in (arguments.vararg, arguments.kwarg) if each is not None and each.annotation is None]
    return uses == [last.value] and returns == [last] and not wrapper.decorator_list and bool(starred)


def _calls(node: _Function, evaluator: Evaluator) -> Iterator[tuple[Position, Entity | QualifiedName]]:
    """The calls of tasks and of decks in the body of a function, not those in functions inside it."""
    inner = evaluator.names.scope_of(node)
    pending: list[ast.AST] = list(node.body)
    hidden: set[str] = set()
    found: list[tuple[ast.Call, Entity | QualifiedName]] = []
    while pending:
        each = pending.pop()
        if isinstance(each, (*_FUNCTIONS, ast.Lambda, ast.ClassDef)):
            continue
        hidden |= bound_by(each)
        pending.extend(ast.iter_child_nodes(each))
        if isinstance(each, ast.Call) and _may_be_task(each.func, inner, evaluator):
            try:
                called = evaluator.callee(each.func, Context(inner))
            except (Unreadable, RecursionError):
                continue
            is_deck = isinstance(called, QualifiedName) and sdk.canonical(called.name) == sdk.DECK
            if isinstance(called, Entity) or isinstance(called, QualifiedName) and is_deck:
                found.append((each, called))
    for call, called in found:
        if not isinstance(call.func, ast.Name) or call.func.id not in hidden:
            yield evaluator.sources.position(call), called


def _may_be_task(func: ast.expr, scope: Scope, evaluator: Evaluator) -> bool:
    """Whether what is called is a decorated function of the file, or the class of decks."""
    if isinstance(func, ast.Attribute):
        return func.attr == sdk.DECK.rpartition(".")[2]
    if not isinstance(func, ast.Name):
        return False
    bindings = evaluator.names.definitions(func.id, scope)
    statements = [binding.statement for binding in bindings[:1]]
    return any(
        isinstance(each, ast.ImportFrom)
        and bindings[0].origin.endswith(".Deck")
        or isinstance(each, _FUNCTIONS)
        and each.decorator_list
        for each in statements
    )
