"""The functions of a file that a decorator makes a task, a workflow or a trace, and what they do."""

from __future__ import annotations

import ast
import functools
import os
from collections.abc import Iterator, Mapping, Sequence

from flake8_flyteconf import sdk
from flake8_flyteconf.analysis.evaluator import Evaluator
from flake8_flyteconf.analysis.scopes import Binding, Kind, Scope, bound_by
from flake8_flyteconf.analysis.tree import inside, walk
from flake8_flyteconf.flyte2.calls import Override
from flake8_flyteconf.nodes import is_expected_to_fail, lists_of_optionals, node_calls, promises_in_objects
from flake8_flyteconf.values import Call, Constant, Definition, Entity, Position, QualifiedName, Value

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
#: What a file mentions that has such a function.
_WORDS = ("flytekit", "union", "trace", "TaskEnvironment")
#: The decorators of functions whose calls of tasks a rule looks at.
_CALLING = ("flytekit.task", sdk.TRACE, sdk.FLYTE2_TASK)
#: The class of decks, by the last word of its name.
_DECK = sdk.DECK.rpartition(".")[2]
#: What starts a run of Flyte 2, and what connects to the backend on which it then is.
_RUN, _RUN_CONTEXT = "flyte.run", "flyte.with_runcontext"
_CONNECTING = ("init_from_api_key", "init_from_config")
#: Words of a file that gives environments further dependencies after they are made.
_DEPENDING = ("add_dependency", ".depends_on")
#: Words by which a decorator keeps the signature of what it decorates.
_KEEPING = frozenset(
    {"wraps", "update_wrapper", "wrapt", "decorator", "__signature__", "__wrapped__", "__annotations__"}
)


def definitions(evaluator: Evaluator) -> Iterator[Definition]:
    """The functions with a decorator of an SDK, but for those that are expected to fail."""
    names = evaluator.names
    if not any(word in names.text for word in _WORDS):
        return
    started, calling = tuple(_started(evaluator)), _calling(evaluator)
    for owner in list(names.scopes.values()):
        for binding in [each for bindings in owner.bindings.values() for each in bindings]:
            node = binding.statement
            if isinstance(node, _FUNCTIONS) and binding.kind is Kind.FUNCTION and node.decorator_list:
                decorator = _decorator(node, owner, evaluator)
                if decorator and not names.expectations.may_fail(node, owner):
                    expressions = calling.get(names.scope_of(node), ())
                    yield _defined(node, owner, decorator, evaluator, started, expressions)


def _decorator(node: _Function, owner: Scope, evaluator: Evaluator) -> str:
    """The canonical name of the outermost decorator when it makes a task, a workflow or a trace."""
    first = node.decorator_list[0]
    named = evaluator.names.qualified_name(first.func if isinstance(first, ast.Call) else first, owner) or ""
    if sdk.made_of_function(named) or named == sdk.TRACE:
        return named
    name = evaluator.functions.decorator(node, owner).name
    return name if sdk.made_of_function(name) or name == sdk.FLYTE2_TASK else ""


def _defined(
    node: _Function,
    owner: Scope,
    decorator: str,
    evaluator: Evaluator,
    started: tuple[Value, ...],
    expressions: Sequence[ast.expr],
) -> Definition:
    sources, beneath = evaluator.sources, node.decorator_list[1:]
    inner = evaluator.names.scope_of(node)
    calls = list(_calls(expressions, inner, evaluator)) if decorator in _CALLING else []
    arguments = node.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
    untyped = {each.arg: sources.position(each) for each in every if each is not None and each.annotation is None}
    if beneath or isinstance(owner.node, ast.ClassDef):
        untyped = {}
    unwrapped, is_local = _unwrapped(beneath, owner, evaluator), _is_local(node, owner, evaluator)
    is_async = isinstance(node, ast.AsyncFunctionDef)
    matters = bool(calls or untyped or unwrapped or is_local or is_async)
    tasks = tuple((position, called) for position, called in calls if not isinstance(called, QualifiedName))
    environment = evaluator.functions.decorator(node, owner).receiver
    # Another decorator may put something else in the place of the body.
    is_compiled = sdk.is_workflow(decorator) and not beneath and not is_expected_to_fail(node, evaluator)
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
        is_async=is_async,
        calls=tasks,
        nodes=tuple(node_calls(node, evaluator)) if is_compiled else (),
        promises=tuple(promises_in_objects(node, evaluator)) if is_compiled else (),
        optional=tuple(lists_of_optionals(node, owner, evaluator)) if is_compiled else (),
        environment=environment,
        started=started,
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
    before = (inner for each in function.body[: function.body.index(node)] for inner in walk(each))
    leaving = any(isinstance(each, (ast.Return, ast.Raise)) for each in before)
    return not leaving and not any(isinstance(each, (ast.Yield, ast.YieldFrom)) for each in walk(function))


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
    words = {each.id for each in walk(node) if isinstance(each, ast.Name)}
    words |= {each.attr for each in walk(node) if isinstance(each, ast.Attribute)}
    inner = [each for each in node.body if isinstance(each, _FUNCTIONS)]
    last = node.body[-1]
    if words & _KEEPING or len(inner) != 1 or not isinstance(last, ast.Return) or not isinstance(last.value, ast.Name):
        return False
    wrapper, arguments = inner[0], inner[0].args
    own = [each for statement in node.body if statement is not wrapper for each in walk(statement)]
    uses = [each for each in own if isinstance(each, ast.Name) and each.id == wrapper.name]
    returns = [each for each in own if isinstance(each, ast.Return)]
    starred = [each for each in (arguments.vararg, arguments.kwarg) if each is not None and each.annotation is None]
    return uses == [last.value] and returns == [last] and not wrapper.decorator_list and bool(starred)


def _started(evaluator: Evaluator) -> Iterator[Value]:
    """The environments of the tasks that the file runs on a backend; none when it adds dependencies to environments."""
    names = evaluator.names
    if any(word in names.text for word in _DEPENDING) or not any(word in names.text for word in _CONNECTING):
        return
    for part in names.expressions_mentioning(["run"]):
        for call in walk(part.expression):
            if isinstance(call, ast.Call) and call.args and _runs_remotely(call.func, part.scope, evaluator):
                task = evaluator.value_in(call.args[0], part.scope)
                if isinstance(task, Entity) and task.environment is not None:
                    yield task.environment


def _runs_remotely(func: ast.expr, scope: Scope, evaluator: Evaluator) -> bool:
    """Whether a function is ``flyte.run``, or that of a context which names no mode but the remote one."""
    if not isinstance(func, ast.Attribute) or not isinstance(func.value, ast.Call):
        return evaluator.names.qualified_name(func, scope) == _RUN
    if func.attr != "run" or evaluator.names.qualified_name(func.value.func, scope) != _RUN_CONTEXT:
        return False
    context = evaluator.value_in(func.value, scope)
    mode = context.get("mode") if isinstance(context, Call) else None
    is_remote = mode is None or isinstance(mode, Constant) and mode.value in (None, "remote")
    return isinstance(context, Call) and not context.incomplete and is_remote


def _calling(evaluator: Evaluator) -> Mapping[Scope, Sequence[ast.expr]]:
    """The expressions of each function that mention a decorated function of the file or a deck."""
    words = {_DECK}
    for owner in evaluator.names.scopes.values():
        for name, bindings in owner.bindings.items():
            if any(_is_decorated(each) or _is_deck(each) for each in bindings):
                words.add(name)
    found: dict[Scope, list[ast.expr]] = {}
    for part in evaluator.names.expressions_mentioning(words):
        found.setdefault(part.scope, []).append(part.expression)
    return found


def _calls(expressions: Sequence[ast.expr], inner: Scope, evaluator: Evaluator) -> Iterator[tuple[Position, Value]]:
    """The calls of tasks, their overrides and decks in expressions of a function, not those in lambdas."""
    for expression in expressions:
        pending: list[ast.AST] = [expression]
        hidden: set[str] = set()
        found: list[tuple[ast.Call, str]] = []
        while pending:
            each = pending.pop()
            if isinstance(each, ast.Lambda):
                continue
            hidden |= bound_by(each)
            pending.extend(inside(each))
            if isinstance(each, ast.Call) and (root := _task_or_deck(each.func, inner, evaluator)):
                found.append((each, root))
        for call, root in found:
            called = evaluator.value_in(call.func, inner) if root not in hidden else None
            is_deck = isinstance(called, QualifiedName) and sdk.canonical(called.name) == sdk.DECK
            if called is not None and (is_deck or isinstance(called, (Entity, Override))):
                yield evaluator.sources.position(call), called


def _task_or_deck(func: ast.expr, scope: Scope, evaluator: Evaluator) -> str:
    """The name of the decorated function of the file, or of the class of decks, that a call may be one of."""
    if isinstance(func, ast.Call) and isinstance(func.func, ast.Attribute) and func.func.attr == "override":
        func = func.func.value
    if isinstance(func, ast.Attribute):
        return func.attr if func.attr == _DECK else ""
    if not isinstance(func, ast.Name):
        return ""
    bindings = evaluator.names.definitions(func.id, scope)[:1]
    return func.id if any(_is_deck(each) or _is_decorated(each) for each in bindings) else ""


def _is_deck(binding: Binding) -> bool:
    return binding.kind is Kind.IMPORT and binding.origin.endswith(f".{_DECK}")


def _is_decorated(binding: Binding) -> bool:
    return isinstance(binding.statement, _FUNCTIONS) and bool(binding.statement.decorator_list)
