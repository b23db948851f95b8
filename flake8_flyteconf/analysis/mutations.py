"""What the statements of a file do to an object after its construction, for example ``spec.volumes.append(volume)``."""

from __future__ import annotations

import ast
import enum
from collections.abc import Iterator
from dataclasses import dataclass

from flake8_flyteconf.analysis.names import LONGEST_CHAIN, Names
from flake8_flyteconf.analysis.scopes import Binding, Kind, Scope, StatementExpression
from flake8_flyteconf.sdk import SEMANTICS

_FUNCTIONS_THAT_READ = frozenset(
    """all any bool callable float format hasattr hash id int isinstance len max min print repr str sum type""".split()
)
#: Functions whose result is another container of what is in their argument.
_FUNCTIONS_THAT_COPY = frozenset({"dict", "list", "set", "sorted", "tuple"})
_COPIES = ("copy.copy", "dataclasses.replace")
_METHODS_THAT_READ = frozenset({"copy", "count", "index", "keys"})
#: Methods that hand out what is inside.
_METHODS_THAT_HAND_OUT = frozenset({"get", "items", "values"})
#: Methods of loggers, which format what they are given.
_METHODS_THAT_LOG = frozenset("critical debug error exception info log success trace warn warning".split())
_METHODS_THAT_ADD = frozenset({"append", "extend", "insert", "setdefault", "update"})
_METHODS_THAT_CHANGE = _METHODS_THAT_ADD | {"add", "clear", "pop", "popitem", "remove", "reverse", "sort"}

#: Displays that hold their items.
_HOLDERS = (ast.List, ast.Tuple, ast.Set, ast.Dict)
#: Expressions whose value holds or is the value inside.
_TRANSPARENT = (*_HOLDERS, ast.Starred, ast.IfExp, ast.BoolOp, ast.BinOp)

Parents = dict[ast.AST, ast.AST]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Mutation:
    """What happens to an object after its construction.

    ``path`` leads from the object to the part that is touched. ``effect`` is ``set``, ``append``, ``extend`` or
    ``update`` when it is known. ``touch`` changes the part in an unknown way, ``method`` by a method of its own, which
    leaves it an object of its class; ``escape`` hands it to something that may change it, which leaves strings and
    numbers as they are.
    """

    path: Path
    effect: str
    value: ast.expr | None
    statement: ast.AST
    scope: Scope


class Handling(enum.Enum):
    """What a call does with an argument."""

    READS = enum.auto()
    KEEPS = enum.auto()
    MAY_CHANGE = enum.auto()


@dataclass(frozen=True, slots=True)
class _Use:
    """A use of a name: ``chain`` is the longest chain of attributes and subscripts on it, ``path`` its keys.

    The path leads to the object of the chain only when it is ``exact``; an unknown key ends it.
    """

    name: ast.Name
    chain: ast.expr
    path: Path
    exact: bool
    parents: Parents
    part: StatementExpression

    @property
    def parent(self) -> ast.AST:
        return self.parents.get(self.chain, self.part.statement)

    def mutation(self, effect: str, path: Path, value: ast.expr | None = None) -> Mutation:
        return Mutation(path, effect, value, self.part.statement, self.part.scope)


@dataclass(slots=True)
class _Holder:
    """What holds a value at a point of an expression: ``depth`` containers and objects, ``shares`` when what is done to
    a part of the outermost by a method is done to the value."""

    depth: int = 0
    shares: bool = False


class Mutations:
    """The mutations of the objects of one file."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._found: dict[tuple[Scope, str], list[Mutation]] = {}
        self._uses: dict[ast.expr, tuple[dict[str, list[ast.Name]], Parents]] = {}
        self._aliases = 0

    def of(self, name: str, owner: Scope) -> list[Mutation]:
        """What is done to the object that ``name`` of scope ``owner`` is bound to, in the order of the file."""
        key = (owner, name)
        if key not in self._found:
            # An alias of an alias of itself would look for its own mutations.
            self._found[key] = []
            self._aliases += 1
            if self._aliases <= LONGEST_CHAIN:
                self._found[key] = [
                    mutation
                    for part in self._names.expressions_mentioning([name])
                    if part.scope.owner(name) is owner
                    for mutation in self._in_expression(part, name)
                ]
                self._found[key] += self._through_twins(name, owner)
            else:
                binding = owner.bindings[name][0]
                self._found[key] = [Mutation((), "touch", None, binding.statement, owner)]
            self._aliases -= 1
        return self._found[key]

    def certain(self, mutation: Mutation, binding: Binding) -> bool:
        """Whether a mutation surely happens after the binding, in one straight line of statements."""
        return mutation.value is not None and self._names.are_in_line(mutation.statement, binding.statement)

    def _in_expression(self, part: StatementExpression, name: str) -> Iterator[Mutation]:
        """What the uses of a name in one expression do."""
        if part.expression not in self._uses:
            self._uses[part.expression] = _uses(part.expression)
        uses, parents = self._uses[part.expression]
        for use in reversed(uses.get(name, [])):
            mutation = self._of_use(_use(use, parents, part))
            if mutation is not None:
                yield mutation

    def _through_twins(self, name: str, owner: Scope) -> list[Mutation]:
        """What is done through a second name of one assignment: ``small = default = Resources()``."""
        statement = owner.bindings[name][0].statement
        if not isinstance(statement, ast.Assign) or len(statement.targets) == 1:
            return []
        part = StatementExpression(statement.value, owner, statement)
        twins = [t for t in statement.targets if not (isinstance(t, ast.Name) and t.id == name)]
        changed = any(self._changes_alias(target, part, _Holder()) for target in twins)
        return [Mutation((), "touch", None, statement, owner)] if changed else []

    # -- one use

    def _of_use(self, use: _Use) -> Mutation | None:
        """What one use of a name does to its object; None when it only reads."""
        chain, parent = use.chain, use.parent
        if not isinstance(getattr(chain, "ctx", None), ast.Load):
            return _assignment(use)
        if isinstance(parent, ast.Call) and parent.func is use.name:
            return None  # a task or helper that is called
        if isinstance(parent, ast.Call) and parent.func is chain and isinstance(chain, ast.Attribute):
            return self._method(use, chain.attr, parent)
        if isinstance(chain, ast.Attribute) and use.exact and chain.attr in _METHODS_THAT_ADD:
            return use.mutation("touch", use.path[:-1])  # add = volumes.append
        return self._escape(use, chain, use.path)

    def _method(self, use: _Use, method: str, call: ast.Call) -> Mutation | None:
        """What the call of a method of the object or of a part of it does."""
        path = use.path[:-1] if use.exact else use.path
        if method in _METHODS_THAT_READ or method in SEMANTICS.reading_methods:
            return None
        if not path and method in SEMANTICS.keeping_methods:
            return None
        if method in _METHODS_THAT_HAND_OUT:
            return self._escape(use, call, path)
        statement = use.part.statement
        if use.exact and isinstance(statement, ast.Expr) and statement.value is call:
            if method in ("append", "extend", "update") and len(call.args) == 1 and not call.keywords:
                return use.mutation(method, path, call.args[0])
            if method == "update" and not call.args:
                return use.mutation("update", path, call)
        return use.mutation("method", path)

    # -- a use as a value

    def _escape(self, use: _Use, node: ast.AST, path: Path) -> Mutation | None:
        """A use as a value: harmless where it is surely only read, or kept by something that is changed nowhere."""
        escape = use.mutation("escape", path)
        holder = _Holder(shares=isinstance(use.parents.get(node), _HOLDERS))
        while node in use.parents:
            parent = use.parents[node]
            handling = self._handling(node, parent, use.part)
            if isinstance(parent, ast.Attribute) and parent.attr in _METHODS_THAT_CHANGE:
                return escape  # volumes_of(spec).append(volume)
            if handling is not Handling.KEEPS:
                return escape if handling is Handling.MAY_CHANGE else None
            if isinstance(parent, ast.Call) and parent.func is not node:
                holder.shares = self._copies(parent, use.part.scope)
            holder.depth += isinstance(parent, (*_HOLDERS, ast.Call))
            node = parent
        return escape if self._changes_later(use, node, holder) else None

    def _handling(self, node: ast.AST, parent: ast.AST, part: StatementExpression) -> Handling:
        """What an expression does with a value inside it."""
        if isinstance(parent, ast.Call) and parent.func is not node:
            return Handling.MAY_CHANGE if self._is_rewritten(node, parent) else self._handling_by_call(parent, part)
        if isinstance(parent, (ast.Compare, ast.FormattedValue, ast.UnaryOp)):
            return Handling.READS
        if isinstance(parent, ast.Subscript) and parent.slice is node:
            return Handling.READS
        kept = isinstance(parent, (*_TRANSPARENT, ast.keyword, ast.Subscript, ast.Attribute, ast.Call, ast.Await))
        return Handling.KEEPS if kept else Handling.MAY_CHANGE

    def _changes_later(self, use: _Use, node: ast.AST, holder: _Holder) -> bool:
        """Whether a statement gives the value, or what holds it, to something by which it may be changed."""
        statement, part = use.part.statement, use.part
        if isinstance(statement, (ast.Expr, ast.If, ast.While, ast.Assert)):
            return False
        if isinstance(statement, (ast.Assign, ast.AnnAssign)) and statement.value is node:
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            return any(self._changes_alias(target, part, holder) for target in targets)
        if isinstance(statement, (ast.For, ast.AsyncFor)) and statement.iter is node:
            return self._changes_alias(statement.target, part, _Holder(max(0, holder.depth - 1)))
        if isinstance(statement, ast.Return):
            # A local object is the caller's from here on; one from outside may be changed through every result.
            return node is use.name and part.scope.owner(use.name.id) is not part.scope.function()
        return not any(node is decorator for decorator in getattr(statement, "decorator_list", ()))

    def _is_rewritten(self, argument: ast.AST, call: ast.Call) -> bool:
        """Whether the value of a keyword is changed by the call it is handed to."""
        keywords = {keyword.arg for keyword in call.keywords}
        other = SEMANTICS.rewritten.get(argument.arg or "") if isinstance(argument, ast.keyword) else None
        return other is not None and other in keywords

    def _copies(self, call: ast.Call, scope: Scope) -> bool:
        """Whether a call makes a shallow copy of its argument, which shares what is inside."""
        if isinstance(call.func, ast.Name) and self._names.is_builtin(call.func.id, scope):
            return True
        return self._names.qualified_name(call.func, scope) in _COPIES

    def _handling_by_call(self, call: ast.Call, part: StatementExpression) -> Handling:
        """What a call does with its argument."""
        func, scope = call.func, part.scope
        if isinstance(func, ast.Name) and self._names.is_builtin(func.id, scope):
            return _handling_by_builtin(func.id)
        name = self._names.qualified_name(func, scope)
        if name is not None:
            if name == "copy.deepcopy" or self._is_logger(func, scope):
                return Handling.READS
            return _kept_if(f"{name}.".startswith((*_COPIES, "functools.partial", *SEMANTICS.keeping)))
        if isinstance(func, ast.Attribute):
            return Handling.READS if self._logs(func, scope) else _kept_if(self._is_kept_by_method(func, scope))
        if isinstance(func, ast.Call):
            return _kept_if(self._is_library(func.func, scope))
        definitions = self._names.definitions(func.id, scope) if isinstance(func, ast.Name) else []
        harmless = all(self._only_returns(b.statement, scope) or self._is_decorator(b, scope) for b in definitions)
        return _kept_if(bool(definitions) and harmless)

    def _only_returns(self, function: ast.AST, scope: Scope, callers: frozenset[ast.AST] = frozenset()) -> bool:
        """Whether a function does nothing but name values and return one, so that it leaves its arguments alone."""
        if not isinstance(function, ast.FunctionDef) or function in callers:
            return False
        return all(map(_names_or_returns, function.body)) and all(
            self._only_returns(binding.statement, scope, callers | {function})
            for node in ast.walk(function)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            for binding in self._names.definitions(node.func.id, scope)
            if binding.kind is Kind.FUNCTION
        )

    def _logs(self, func: ast.Attribute, scope: Scope) -> bool:
        """Whether a method is one of a logger, which is imported or made in this file."""
        if func.attr not in _METHODS_THAT_LOG or not isinstance(func.value, ast.Name):
            return False
        owner = scope.owner(func.value.id)
        definitions = self._names.definitions(func.value.id, scope)
        makers = [b.value.func for b in definitions if isinstance(b.value, ast.Call) and owner is not None]
        return len(makers) == len(definitions) == 1 and owner is not None and self._is_logger(makers[0], owner)

    def _is_logger(self, func: ast.expr, scope: Scope) -> bool:
        return f"{self._names.qualified_name(func, scope)}.".startswith(SEMANTICS.logging)

    def _is_kept_by_method(self, func: ast.Attribute, scope: Scope) -> bool:
        """Whether a method adds its argument to a list that is only added to, or is one of the libraries' own."""
        if func.attr in ("append", "extend", "insert"):
            owner = scope.owner(_root(func.value))
            added = self.of(_root(func.value), owner) if owner is not None else []
            return owner is not None and all(mutation.effect in ("append", "extend") for mutation in added)
        return func.attr in SEMANTICS.keeping_methods

    def _is_library(self, func: ast.expr, scope: Scope) -> bool:
        return (self._names.qualified_name(func, scope) or "").startswith(SEMANTICS.decorators)

    def _is_decorator(self, binding: Binding, scope: Scope) -> bool:
        """Whether a name is bound to a partial of a callable of a library, or to a decorator that one made."""
        call = binding.value
        if not isinstance(call, ast.Call):
            return False
        is_partial = self._names.qualified_name(call.func, scope) == "functools.partial" and call.args
        return self._is_library(call.args[0] if is_partial else call.func, scope)

    # -- aliases

    def _changes_alias(self, target: ast.expr, part: StatementExpression, holder: _Holder) -> bool:
        """Whether an object may be changed through what its holder is assigned to."""
        if isinstance(target, (ast.Tuple, ast.List)):
            inner = _Holder(max(0, holder.depth - 1), holder.shares)
            return any(self._changes_alias(item, part, inner) for item in target.elts)
        if isinstance(target, ast.Name):
            owner = part.scope.owner(target.id)
            if owner is None or isinstance(owner.node, ast.ClassDef):
                return True
            others = [b for b in owner.bindings[target.id] if b.statement is not part.statement]
            return any(b.kind is Kind.OTHER for b in others) or self._reaches(target.id, owner, part, holder)
        # container.resources = RESOURCES: harmless while no statement reaches through the container.
        root, depth = target, holder.depth
        while isinstance(root, (ast.Attribute, ast.Subscript)):
            root, depth = root.value, depth + 1
        owner = part.scope.owner(root.id) if isinstance(root, ast.Name) else None
        if owner is None or not isinstance(root, ast.Name):
            return True
        return self._reaches(root.id, owner, part, _Holder(depth, holder.shares))

    def _reaches(self, name: str, owner: Scope, part: StatementExpression, holder: _Holder) -> bool:
        """Whether a mutation of the object of a name may change what it holds."""
        return any(
            mutation.statement is not part.statement and _changes_held(mutation, holder)
            for mutation in self.of(name, owner)
        )


def _use(name: ast.Name, parents: Parents, part: StatementExpression) -> _Use:
    path: list[str | int] = []
    exact = True
    chain: ast.expr = name
    while True:
        parent = parents.get(chain, part.statement)
        if isinstance(parent, ast.Attribute):
            key: str | int | None = parent.attr
        elif isinstance(parent, ast.Subscript) and parent.value is chain:
            constant = parent.slice.value if isinstance(parent.slice, ast.Constant) else None
            key = constant if isinstance(constant, (str, int)) else None
        else:
            return _Use(name, chain, tuple(path), exact, parents, part)
        exact = exact and key is not None
        if exact and key is not None:
            path.append(key)
        chain = parent


def _assignment(use: _Use) -> Mutation | None:
    """What it does to an object that a part of it is assigned to or deleted; None for the binding itself."""
    statement, chain = use.part.statement, use.chain
    if chain is use.name:
        return None
    if isinstance(getattr(chain, "ctx", None), ast.Del):
        return use.mutation("touch", use.path[:-1])
    targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
    value = getattr(statement, "value", None)
    if use.exact and not isinstance(statement, ast.AugAssign) and len(targets) == 1 and targets[0] is chain:
        return use.mutation("set", use.path, value if isinstance(value, ast.expr) else None)
    return use.mutation("touch", use.path)


def _kept_if(kept: bool) -> Handling:
    return Handling.KEEPS if kept else Handling.MAY_CHANGE


def _handling_by_builtin(name: str) -> Handling:
    if name == "getattr":
        return Handling.KEEPS  # what it hands out may be changed
    return Handling.READS if name in _FUNCTIONS_THAT_READ else _kept_if(name in _FUNCTIONS_THAT_COPY)


def _changes_held(mutation: Mutation, holder: _Holder) -> bool:
    """Whether a mutation of a holder may change what is ``depth`` levels inside it."""
    level = len(mutation.path)
    if level > holder.depth or level == holder.depth == 0 or mutation.effect in ("touch", "method", "escape"):
        return True
    return holder.shares and level == holder.depth and mutation.effect != "set"


def _root(node: ast.AST) -> str:
    """The name that a chain of attributes, subscripts and calls begins with, empty when it is something else."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def _names_or_returns(statement: ast.stmt) -> bool:
    """Whether a statement binds names, returns a value or is a docstring, and calls no method that adds or removes."""
    if any(isinstance(node, ast.Attribute) and node.attr in _METHODS_THAT_CHANGE for node in ast.walk(statement)):
        return False
    if isinstance(statement, ast.Assign):
        return all(isinstance(target, ast.Name) for target in statement.targets)
    return isinstance(statement, ast.Return) or (
        isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    )


def _uses(expression: ast.expr) -> tuple[dict[str, list[ast.Name]], dict[ast.AST, ast.AST]]:
    """The uses of every name in an expression, and the parent of every node on the way."""
    parents: dict[ast.AST, ast.AST] = {}
    pending: list[ast.AST] = [expression]
    found: dict[str, list[ast.Name]] = {}
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Name):
            found.setdefault(node.id, []).append(node)
        for child in ast.iter_child_nodes(node):
            parents[child] = node
            pending.append(child)
    return found, parents
