"""What the body of a workflow does that flytekit refuses while it compiles the workflow: with promises, with tasks."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from flake8_flyteconf import sdk
from flake8_flyteconf.analysis.evaluator import Evaluator
from flake8_flyteconf.analysis.interfaces import parameters, undecorated
from flake8_flyteconf.analysis.objects import Object
from flake8_flyteconf.analysis.names import leaves
from flake8_flyteconf.analysis.scopes import Scope, StatementExpression
from flake8_flyteconf.analysis.tree import inside, walk
from flake8_flyteconf.values import Call, Constant, Entity, NodeCall, Position, Promise, SequenceValue, Value

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
#: Statements that are executed once.
_STRAIGHT = (ast.AnnAssign, ast.Assign, ast.Expr, ast.Return)
_TASK, _MAP, _RATIO = "flytekit.task", "flytekit.map_task", "min_success_ratio"
_LISTS = ("typing.List", "builtins.list")
#: Types that may be of None.
_OPTIONAL = ("typing.Optional", "typing.Union", "typing.Any")


#: Parts of an expression that are evaluated later, several times or perhaps not at all.
_PERHAPS = (
    ast.Lambda,
    ast.GeneratorExp,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.IfExp,
    ast.BoolOp,
    ast.Compare,
)


def is_expected_to_fail(body: _Function, evaluator: Evaluator) -> bool:
    """Whether a test may expect an error of a workflow where it calls that, which is when it is compiled."""
    expectations = evaluator.names.expectations
    first = StatementExpression(body.decorator_list[0], evaluator.names.scope_of(body), body.body[0])
    return expectations.are_tested or bool(expectations.tries(first))


def node_calls(body: _Function, evaluator: Evaluator) -> Iterator[NodeCall]:
    """The calls of tasks and workflows that the compilation of a workflow surely makes, with what each is passed."""
    inner = evaluator.names.scope_of(body)
    for statement in body.body:
        pending: list[ast.AST] = [statement] if isinstance(statement, _STRAIGHT) else []
        while pending:
            each = pending.pop()
            if isinstance(each, _PERHAPS):
                continue
            pending.extend(inside(each))
            if isinstance(each, ast.Call) and isinstance(each.func, (ast.Name, ast.Attribute)) and not _is_spread(each):
                entity = evaluator.value_in(each.func, inner)
                if isinstance(entity, Entity) and sdk.made_of_function(entity.decorator):
                    position = evaluator.sources.position
                    keywords = {keyword.arg or "": position(keyword) for keyword in each.keywords}
                    yield NodeCall(position(each), entity, len(each.args), keywords)
        if leaves(statement):
            return


def _is_spread(call: ast.Call) -> bool:
    """Whether some of the arguments are not written in the call: ``train(*sizes, **settings)``."""
    return any(isinstance(each, ast.Starred) for each in call.args) or any(each.arg is None for each in call.keywords)


def promises_in_objects(body: _Function, evaluator: Evaluator) -> Iterator[tuple[Promise, str]]:
    """The promises among the fields of dataclasses that a workflow gives to tasks, with the name of the class."""
    if "dataclass" not in evaluator.names.text:
        return
    inner = evaluator.names.scope_of(body)
    for call in _calls_in(body):
        if isinstance(evaluator.value_in(call.func, inner), Entity):
            for argument in [*call.args, *(keyword.value for keyword in call.keywords)]:
                yield from _promises(evaluator.value_in(_bound(argument, body, inner), inner), evaluator)


def _promises(value: Value, evaluator: Evaluator) -> Iterator[tuple[Promise, str]]:
    if isinstance(value, SequenceValue):
        for item in value.items:
            yield from _promises(item, evaluator)
    elif isinstance(value, Object) and value.made_by.home is evaluator:
        node, scope = value.made_by.node, value.made_by.scope
        decorators = [evaluator.names.qualified_name(undecorated(each), scope) for each in node.decorator_list]
        methods = {each.name for each in node.body if isinstance(each, _FUNCTIONS)}
        if "dataclasses.dataclass" in decorators and not methods & {"__init__", "__post_init__"}:
            fields = [*value.positional, *value.keywords.values()]
            yield from ((each, node.name) for each in fields if isinstance(each, Promise) and not each.formatted)


def lists_of_optionals(body: _Function, owner: Scope, evaluator: Evaluator) -> Iterator[tuple[Position, str, Position]]:
    """The ratios by which items of mapped results may be None, and the type of items that is declared nevertheless."""
    if _RATIO not in evaluator.names.text:
        return
    inner = evaluator.names.scope_of(body)
    for named, annotation, scope in _declared(body, owner, evaluator):
        used = _bound(named, body, inner)
        mapped = evaluator.value_in(used.func, inner) if isinstance(used, ast.Call) else None
        item = _item_of(annotation, scope, evaluator)
        if item is not None and isinstance(mapped, Call) and mapped.name == _MAP and _maps_task(mapped):
            ratio = mapped.get(_RATIO)
            if isinstance(ratio, Constant) and isinstance(ratio.value, (int, float)) and ratio.value != 1:
                yield mapped.place(_RATIO), ast.unparse(item), evaluator.sources.position(item)


def _maps_task(mapped: Call) -> bool:
    """Whether what is mapped is surely a task, perhaps with some of its inputs: launch plans give no None."""
    target = mapped.get("target")
    if isinstance(target, Call) and target.name == "functools.partial" and target.extra_positional:
        target = target.extra_positional[0]
    return isinstance(target, Entity) and target.decorator == _TASK and not mapped.incomplete


def _bound(expression: ast.expr, body: _Function, inner: Scope) -> ast.expr:
    """What a name of a workflow is bound to by its only statement; any other expression as it is."""
    if not isinstance(expression, ast.Name) or len(inner.bindings.get(expression.id, ())) != 1:
        return expression
    statement = inner.bindings[expression.id][0].statement
    if not isinstance(statement, ast.Assign) or statement not in body.body:
        return expression
    return statement.value if isinstance(statement.targets[0], ast.Name) else expression


def _declared(body: _Function, owner: Scope, evaluator: Evaluator) -> Iterator[tuple[ast.expr, ast.expr | None, Scope]]:
    """What a workflow returns and what it passes to tasks of the file by name, with the types declared for that."""
    for statement in body.body:
        if isinstance(statement, ast.Return) and statement.value is not None:
            yield statement.value, body.returns, owner
    for call in _calls_in(body):
        if isinstance(call.func, ast.Name):
            bindings = evaluator.names.definitions(call.func.id, owner)
            task = bindings[0].statement if len(bindings) == 1 else None
            if isinstance(task, _FUNCTIONS) and len(task.decorator_list) == 1:
                declared = parameters(task)
                for keyword in call.keywords:
                    if keyword.arg in declared:
                        yield keyword.value, declared[keyword.arg].annotation, owner


def _item_of(annotation: ast.expr | None, scope: Scope, evaluator: Evaluator) -> ast.expr | None:
    """The type of the items of a list; None for another type, or items that may be None."""
    if not isinstance(annotation, ast.Subscript) or _name(annotation.value, scope, evaluator) not in _LISTS:
        return None
    item = annotation.slice
    plain = item.value if isinstance(item, ast.Subscript) else item
    is_known = isinstance(plain, (ast.Name, ast.Attribute))
    return item if is_known and _name(plain, scope, evaluator) not in _OPTIONAL else None


def _name(node: ast.expr, scope: Scope, evaluator: Evaluator) -> str:
    named = evaluator.names.qualified_name(node, scope)
    return named or (f"builtins.{node.id}" if isinstance(node, ast.Name) else "")


def _calls_in(body: _Function) -> Iterator[ast.Call]:
    return (each for statement in body.body for each in walk(statement) if isinstance(each, ast.Call))
