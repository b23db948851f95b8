"""The names that a file takes from the SDKs: imported ones, and attributes of modules, classes and objects."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace

from flake8_flyteconf import sdk
from flake8_flyteconf.analysis.evaluator import Evaluator
from flake8_flyteconf.analysis.names import Names
from flake8_flyteconf.analysis.scopes import Kind, Scope, StatementExpression, bound_by
from flake8_flyteconf.analysis.tree import inside, walk
from flake8_flyteconf.flyte2 import objects as flyte2
from flake8_flyteconf.flytekit.objects import PLUGINS, SDK
from flake8_flyteconf.values import NameUse, Position, Value

#: What looks at attributes or makes them at run time, or asks for a release: then any attribute may be there.
_TELLING = ("hasattr(", "setattr(", "setattr__(", "__dict__", "sys.modules", "__version__", "importorskip")
_TELLING_CALL = re.compile(r"\b(?:vars|[vV]ersion)\(")
#: The packages whose names are looked at.
_PACKAGES = (SDK, PLUGINS, flyte2.SDK)


class Attributes:
    """The attributes that expressions of a file ask for; there are none where any object may have any."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.imported = names.imported_from(_PACKAGES) - {"*"}
        self._found: dict[ast.expr, Sequence[ast.Attribute]] | None = None if _is_told(names.text) else {}

    @functools.cached_property
    def stored(self) -> Set[str]:
        """The attributes that the file assigns to, of whatever object; worked out for the few who ask."""
        nodes = walk(self._names.module.node)
        return {node.attr for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)}

    def behind(self, words: Set[str] = frozenset()) -> Iterator[tuple[ast.Attribute, StatementExpression]]:
        """Those in expressions with an imported name or one of the words; none that something assigns to."""
        if self._found is None:
            return
        nodes = []
        for part in self._names.expressions_mentioning(self.imported | words):
            if part.expression not in self._found:
                self._found[part.expression] = [*_attributes_in(part.expression)]
            nodes += [(node, part) for node in self._found[part.expression]]
        # Whoever assigns an attribute of something gives it that name.
        assigned = {node.attr for node, _ in nodes if not isinstance(node.ctx, ast.Load)}
        yield from ((node, part) for node, part in nodes if node.attr not in assigned)


def _is_told(text: str) -> bool:
    # The pattern alone would take twenty times as long.
    calls = "vars(" in text or "ersion(" in text
    return any(word in text for word in _TELLING) or calls and _TELLING_CALL.search(text) is not None


def name_uses(
    names: Names, attributes: Attributes, position: Callable[[ast.expr | ast.alias], Position]
) -> Iterator[NameUse]:
    """The names of modules and of their parts, but for those that a test or a handler may account for."""
    seen: set[ast.AST] = set()
    owners: set[str] = set()
    for scope in names.scopes.values():
        for bindings in list(scope.bindings.values()):
            for binding in bindings:
                statement = binding.statement
                if statement not in seen and _is_ours(binding.origin) and _is_plain(names, statement, scope):
                    seen.add(statement)
                    for use in _imported(statement, position):
                        yield replace(use, again=use.owner in owners)
                        owners.add(use.owner)
    yield from _attributes(names, attributes, position)


def attributes_of_objects(evaluator: Evaluator, attributes: Attributes, made: Set[str]) -> Iterator[NameUse]:
    """The attributes that objects of an SDK are asked for and do not have: those of tasks, images, environments.

    ``made`` are the names of such objects. What any code of the file gives an attribute of that name may have given it
    to one of them, and a mock has all attributes.
    """
    names = evaluator.names
    if "patch" in names.text:
        return
    words = made | attributes.imported
    for node, part in attributes.behind(made):
        first = _first(node)
        if isinstance(first, ast.Name) and first.id in words and not node.attr.startswith("_"):
            owner = sdk.lacking(_made(node.value, part.scope, evaluator), node.attr)
            if owner is None or node.attr in attributes.stored:
                continue
            if _is_plain(names, part.statement, part.scope):
                yield _use(evaluator.sources.position(node), owner, node.attr, written=True)


def _made(expression: ast.expr, scope: Scope, evaluator: Evaluator) -> Value | None:
    """What an object was made by, whatever is done to it later; None when a name may be bound to several."""
    if isinstance(expression, ast.Name):
        bindings = evaluator.names.definitions(expression.id, scope)
        owner = scope.owner(expression.id)
        if len(bindings) != 1 or owner is None:
            return None
        if bindings[0].kind is Kind.VALUE and bindings[0].item is None and isinstance(bindings[0].value, ast.Call):
            expression, scope = bindings[0].value, owner
        elif bindings[0].kind is not Kind.FUNCTION:
            return None
    elif not isinstance(expression, ast.Call):
        return None
    return evaluator.value_in(expression, scope)


def _is_ours(name: str) -> bool:
    return name.partition(".")[0] in _PACKAGES


def _is_plain(names: Names, statement: ast.AST, scope: Scope) -> bool:
    tests = [test for test, _ in names.tests(statement, scope) if not _asks_for_main(test)]
    return not names.expectations.may_fail(statement, scope) and not tests


def _asks_for_main(test: ast.expr) -> bool:
    return isinstance(test, ast.Compare) and isinstance(test.left, ast.Name) and test.left.id == "__name__"


def _imported(statement: ast.AST, position: Callable[[ast.expr | ast.alias], Position]) -> Iterator[NameUse]:
    if isinstance(statement, ast.ImportFrom) and not statement.level:
        for alias in statement.names:
            yield _use(position(alias), statement.module or "", "" if alias.name == "*" else alias.name)
    elif isinstance(statement, ast.Import):
        yield from (_use(position(a), a.name, "") for a in statement.names if _is_ours(a.name))


def _attributes(
    names: Names, attributes: Attributes, position: Callable[[ast.expr | ast.alias], Position]
) -> Iterator[NameUse]:
    for node, part in attributes.behind():
        if not isinstance(_root(node), ast.Name):
            continue
        owner = names.qualified_name(node.value, part.scope)
        if owner is not None and _is_ours(owner) and _is_plain(names, part.statement, part.scope):
            use = _use(position(node), owner, node.attr, written=True)
            is_asked = owner == flyte2.SDK and node.attr in flyte2.UNLOADED and _is_certain(names, part)
            yield replace(use, imported=_imported_modules(names)) if is_asked else use


def _attributes_in(expression: ast.expr) -> Iterator[ast.Attribute]:
    """The attributes in an expression, but for those of what it binds itself, as a comprehension does."""
    pending: list[ast.AST] = [expression]
    hidden: set[str] = set()
    found = []
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Attribute):
            found.append(node)
            pending.append(node.value)
        elif not isinstance(node, (ast.Name, ast.Constant)):
            hidden |= bound_by(node)
            pending.extend(inside(node))
    for attribute in found:
        first = _first(attribute)
        if not isinstance(first, ast.Name) or first.id not in hidden:
            yield attribute


def _is_certain(names: Names, part: StatementExpression) -> bool:
    """Whether an expression is evaluated whenever the module is imported."""
    statement = part.statement
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return part.scope.parent is None and part.expression in statement.decorator_list
    return names.is_top_level(statement) and not isinstance(statement, ast.Assert)


def _imported_modules(names: Names) -> frozenset[str]:
    """All modules that statements of the file import, with what a name is taken from them."""
    found = set()
    bindings = (b for scope in names.scopes.values() for bound in scope.bindings.values() for b in bound)
    for statement in {binding.statement for binding in bindings if binding.kind is Kind.IMPORT}:
        if isinstance(statement, ast.Import):
            found |= {alias.name for alias in statement.names}
        elif isinstance(statement, ast.ImportFrom):
            module = "." * statement.level + (statement.module or "")
            found |= {module, *(f"{module}.{alias.name}" for alias in statement.names)}
    return frozenset(found).union(star for scope in names.scopes.values() for star, _ in scope.stars)


def _root(node: ast.expr) -> ast.expr:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node


def _first(node: ast.expr) -> ast.expr:
    """What a chain of attributes and calls begins with."""
    while isinstance(node, (ast.Attribute, ast.Call)):
        node = node.value if isinstance(node, ast.Attribute) else node.func
    return node


def _use(position: Position, owner: str, attribute: str, written: bool = False) -> NameUse:
    return NameUse(position, "name", {}, owner=owner, attribute=attribute, written=written)
