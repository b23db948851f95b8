"""Scopes and bindings, and an index of where words occur.

One pass over the statements of a file collects the bindings of each scope. The body of a function is looked into only
when a word is asked for that occurs in it, and expressions likewise, so what has nothing to do with Flyte costs next to
nothing.
"""

from __future__ import annotations

import ast
import bisect
import enum
import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from flake8_flyteconf.analysis.tree import inside, walk

_WORD = re.compile(r"[^\W\d]\w*")
#: The same for a line of ASCII, in two thirds of the time.
_ASCII_WORD = re.compile(r"[A-Za-z_]\w*", re.ASCII)

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_Function = ast.FunctionDef | ast.AsyncFunctionDef


class Kind(enum.Enum):
    """How a name came to be bound."""

    VALUE = enum.auto()
    AUGMENTED = enum.auto()
    IMPORT = enum.auto()
    FUNCTION = enum.auto()
    CLASS = enum.auto()
    PARAMETER = enum.auto()
    OTHER = enum.auto()


@dataclass(slots=True, eq=False)
class Binding:
    """One place where a name is bound.

    ``value`` is the bound expression (of a parameter, its default; of an augmented assignment, what is added), ``item``
    the position in it when the target was unpacked, ``origin`` the dotted name of an import, ``statement`` the
    statement that binds.
    """

    kind: Kind
    statement: ast.AST
    value: ast.expr | None = None
    item: int | None = None
    origin: str = ""


@dataclass(slots=True, eq=False)
class Scope:
    """A module, class, function or comprehension with the names bound in it."""

    node: ast.AST
    parent: Scope | None
    bindings: dict[str, list[Binding]] = field(default_factory=dict)
    declared: dict[str, str] = field(default_factory=dict)
    stars: list[tuple[str, int]] = field(default_factory=list)

    def bind(self, name: str, binding: Binding) -> None:
        target = self
        if declaration := self.declared.get(name):
            # A second scope may rebind the name at any time: it is no longer bound once.
            binding = Binding(Kind.OTHER, binding.statement)
            target = self.module if declaration == "global" else self.enclosing(name)
        target.bindings.setdefault(name, []).append(binding)

    @property
    def module(self) -> Scope:
        scope = self
        while scope.parent is not None:
            scope = scope.parent
        return scope

    def enclosing(self, name: str) -> Scope:
        """The function scope outside this one that binds ``name`` (for ``nonlocal``)."""
        scope = self.parent
        nearest = None
        while scope is not None and scope.parent is not None:
            if not isinstance(scope.node, ast.ClassDef):
                if name in scope.bindings:
                    return scope
                nearest = nearest or scope
            scope = scope.parent
        return nearest or self.module  # the block that binds it may not be read yet

    def owner(self, name: str) -> Scope | None:
        """The scope whose binding a use of ``name`` in this scope means, by Python's rules."""
        if self.declared.get(name) == "global":
            return self.module if name in self.module.bindings else None
        scope: Scope | None = self
        while scope is not None:
            if name in scope.bindings and (scope is self or not isinstance(scope.node, ast.ClassDef)):
                return scope
            scope = scope.parent
        return None

    def default(self, parameter: str) -> ast.expr | None:
        """The default of a parameter of this function, None when it has none."""
        bindings = self.bindings.get(parameter, ())
        return next((binding.value for binding in bindings if binding.kind is Kind.PARAMETER), None)

    def function(self) -> Scope | None:
        """The innermost function scope around, this one included."""
        scope: Scope | None = self
        while scope is not None and not isinstance(scope.node, _FUNCTIONS):
            scope = scope.parent
        return scope


@dataclass(slots=True, eq=False)
class StatementExpression:
    """An expression directly in a statement: a decorator, a default, an assigned value."""

    expression: ast.expr
    scope: Scope
    statement: ast.AST


class Scopes:
    """The scopes of one file.

    :param tree: the module as ``ast.parse`` gives it; it is never changed.
    :param lines: the lines the tree was parsed from, with their line ends.
    """

    def __init__(self, tree: ast.Module, lines: Sequence[str]) -> None:
        self.text = "".join(lines)
        self._lines = lines
        self.module = Scope(tree, None)
        self.scopes: dict[ast.AST, Scope] = {tree: self.module}
        #: First and last line, node and scope of every statement; of a compound one, the lines of its head.
        self._statements: list[tuple[int, int, ast.AST, Scope]] = []
        #: Positions in that list by the lines that the statement covers.
        self._at: dict[int, list[int]] = {}
        #: Functions with a body that was not asked for yet, and the innermost of them by line.
        self._unread: dict[ast.AST, Scope] = {}
        self._unread_at: dict[int, ast.AST] = {}
        #: The expressions of the statements that were asked for.
        self._parts: dict[int, list[StatementExpression]] = {}
        self._parents: dict[ast.AST, ast.AST] = {}
        self._blocks: dict[ast.AST, int] = {}
        # What binds a name from within an expression or a function has to be known at once.
        self._declares = "global " in self.text or "nonlocal " in self.text
        self._walrus = ":=" in self.text
        self._collect(tree.body, tree, self.module)
        if self._walrus:
            for part in self.expressions_mentioning([":="]):
                for node in walk(part.expression):
                    if isinstance(node, ast.NamedExpr):
                        self._bind_target(part.scope, node.target, part.statement, None)

    # -- the pass over the statements

    def _collect(self, body: Sequence[Any], around: ast.AST, outer: Scope) -> None:
        pending: list[tuple[Sequence[Any], ast.AST, Scope]] = [(body, around, outer)]
        eager = self._declares or self._walrus
        while pending:
            block, parent, scope = pending.pop()
            identity = id(block)
            for node in block:
                self._parents[node] = parent
                self._blocks[node] = identity
                kind = type(node)
                first, last = _head(node) if kind in _BLOCKS else (node.lineno, node.end_lineno)
                for line in range(first, last + 1):
                    self._at.setdefault(line, []).append(len(self._statements))
                self._statements.append((first, last, node, scope))
                if kind in _FUNCTIONS and not eager:
                    scope.bind(node.name, Binding(Kind.FUNCTION, node))
                    self._unread[node] = scope
                    self._unread_at.update(dict.fromkeys(range(last, node.end_lineno + 1), node))
                    continue
                declare = _DECLARATIONS.get(kind)
                inner = scope if declare is None else declare(self, node, scope) or scope
                for name in _BLOCKS.get(kind, ()):
                    nested = getattr(node, name)
                    if nested:
                        pending.append((nested, node, inner))

    def _read(self, function: Any) -> None:
        """Collect what is in the body of a function."""
        scope = self._unread.pop(function, None)
        if scope is not None:
            self._collect(function.body, function, self._enter_function(function, scope))

    def scope_of(self, function: ast.AST) -> Scope:
        """The scope of a function or class, with all names bound in it."""
        self._read(function)
        return self.scopes[function]

    def scope_of_lambda(self, node: ast.Lambda, outer: Scope) -> Scope:
        """The scope of a lambda, whose parameters are all that it binds."""
        if node not in self.scopes:
            self._bind_parameters(node, self._enter(node, outer))
        return self.scopes[node]

    def _assign(self, node: ast.Assign, scope: Scope) -> None:
        for target in node.targets:
            self._bind_target(scope, target, node, node.value)

    def _annotated(self, node: ast.AnnAssign, scope: Scope) -> None:
        if node.value is not None:
            self._bind_target(scope, node.target, node, node.value)

    def _augment(self, node: ast.AugAssign, scope: Scope) -> None:
        if isinstance(node.target, ast.Name):
            scope.bind(node.target.id, Binding(Kind.AUGMENTED, node, node.value))

    def _loop(self, node: ast.For | ast.AsyncFor, scope: Scope) -> None:
        self._bind_target(scope, node.target, node, None)

    def _function(self, node: _Function, scope: Scope) -> Scope:
        scope.bind(node.name, Binding(Kind.FUNCTION, node))
        return self._enter_function(node, scope)

    def _class(self, node: ast.ClassDef, scope: Scope) -> Scope:
        scope.bind(node.name, Binding(Kind.CLASS, node))
        return self._enter(node, scope)

    def _enter(self, node: Any, scope: Scope) -> Scope:
        """A new scope, with the type parameters that newer Pythons know."""
        inner = self.scopes[node] = Scope(node, scope)
        for parameter in getattr(node, "type_params", ()):
            inner.bind(parameter.name, Binding(Kind.OTHER, node))
        return inner

    def _import(self, node: ast.Import, scope: Scope) -> None:
        for alias in node.names:
            name = alias.asname or alias.name.partition(".")[0]
            scope.bind(name, Binding(Kind.IMPORT, node, origin=alias.name if alias.asname else name))

    def _import_from(self, node: ast.ImportFrom, scope: Scope) -> None:
        origin = "." * node.level + (node.module or "")
        inside = f"{origin}." if node.module else origin
        for alias in node.names:
            if alias.name == "*":
                scope.stars.append((origin, node.lineno))
            else:
                scope.bind(alias.asname or alias.name, Binding(Kind.IMPORT, node, origin=f"{inside}{alias.name}"))

    def _with(self, node: ast.With | ast.AsyncWith, scope: Scope) -> None:
        for item in node.items:
            if item.optional_vars is not None:
                self._bind_target(scope, item.optional_vars, node, None)

    def _global(self, node: ast.Global | ast.Nonlocal, scope: Scope) -> None:
        for name in node.names:
            scope.declared[name] = "global" if isinstance(node, ast.Global) else "nonlocal"

    def _delete(self, node: ast.Delete, scope: Scope) -> None:
        for target in node.targets:
            self._bind_target(scope, target, node, None)

    def _type_alias(self, node: Any, scope: Scope) -> None:
        scope.bind(node.name.id, Binding(Kind.OTHER, node))

    def _handler(self, node: ast.ExceptHandler, scope: Scope) -> None:
        if node.name:
            scope.bind(node.name, Binding(Kind.OTHER, node))

    def _case(self, node: ast.match_case, scope: Scope) -> None:
        for pattern in walk(node.pattern):
            captured = getattr(pattern, "name", None) or getattr(pattern, "rest", None)
            if captured:
                scope.bind(captured, Binding(Kind.OTHER, node))

    def _enter_function(self, node: _Function, scope: Scope) -> Scope:
        inner = self._enter(node, scope)
        if self._declares:
            # A declaration counts for the whole function, also for what comes before it or outside its block.
            for child in _own(node):
                if isinstance(child, (ast.Global, ast.Nonlocal)):
                    self._global(child, inner)
        self._bind_parameters(node, inner)
        return inner

    @staticmethod
    def _bind_parameters(node: _Function | ast.Lambda, inner: Scope) -> None:
        arguments = node.args
        positional = [*arguments.posonlyargs, *arguments.args]
        defaults: list[ast.expr | None] = [None] * (len(positional) - len(arguments.defaults)) + [*arguments.defaults]
        for argument, default in (*zip(positional, defaults), *zip(arguments.kwonlyargs, arguments.kw_defaults)):
            inner.bind(argument.arg, Binding(Kind.PARAMETER, node, default))
        for star in (arguments.vararg, arguments.kwarg):
            if star is not None:
                inner.bind(star.arg, Binding(Kind.PARAMETER, node))

    def _bind_target(self, scope: Scope, target: ast.expr, statement: ast.AST, value: ast.expr | None) -> None:
        if isinstance(target, ast.Name):
            kind = Kind.OTHER if value is None else Kind.VALUE
            scope.bind(target.id, Binding(kind, statement, value))
        elif isinstance(target, (ast.Tuple, ast.List)):
            starred = any(isinstance(item, ast.Starred) for item in target.elts)
            for index, item in enumerate(target.elts):
                if isinstance(item, ast.Name) and value is not None and not starred:
                    scope.bind(item.id, Binding(Kind.VALUE, statement, value, index))
                else:
                    self._bind_target(scope, item, statement, None)
        elif isinstance(target, ast.Starred):
            self._bind_target(scope, target.value, statement, None)

    # -- where statements are

    def ancestors(self, node: ast.AST, scope: Scope) -> Iterator[tuple[ast.AST, ast.AST]]:
        """Pairs (inner, outer) of statements from ``node`` up to that of the function or module ``scope`` is in.

        The body of a class is executed where the class stands.
        """
        around: Scope | None = scope
        while around is not None and isinstance(around.node, ast.ClassDef):
            around = around.parent
        while (parent := self._parents.get(node)) is not None and (around is None or node is not around.node):
            yield node, parent
            node = parent

    def tests(self, statement: ast.AST, scope: Scope) -> Iterator[tuple[ast.expr, bool]]:
        """The tests of the ``if`` statements around a statement, with the outcome for which it is executed.

        A function exists only where its definition was executed.
        """
        around: Scope | None = scope
        while around is not None:
            yield from self.tests_in(statement, around)
            function = around.function()
            statement, around = (function.node, function.parent) if function is not None else (statement, None)

    def tests_in(self, statement: ast.AST, scope: Scope) -> Iterator[tuple[ast.expr, bool]]:
        """Those of the tests around a statement that are in a scope itself."""
        for inner, outer in self.ancestors(statement, scope):
            if isinstance(outer, ast.If):
                yield outer.test, all(inner is not item for item in outer.orelse)

    def is_top_level(self, statement: ast.AST) -> bool:
        """Whether a statement is directly in the module, so that the import surely executes it."""
        return self._parents.get(statement) is self.module.node

    def are_in_line(self, first: ast.AST, second: ast.AST) -> bool:
        """Whether two statements are part of one straight line of statements."""
        return self._blocks.get(first) == self._blocks.get(second, -1)

    # -- where words occur

    def expressions_mentioning(self, words: Iterable[str]) -> list[StatementExpression]:
        """The parts whose lines contain one of the words, those of a block before those of the blocks inside it."""
        rows = self._rows(words)
        found: list[StatementExpression] = []
        for index in sorted({each for row in rows for each in self._at.get(row, ())}):
            first, last, node, scope = self._statements[index]
            parts = self._parts.get(index)
            if parts is None:
                parts = self._parts[index] = list(_parts(node, scope))
            for part in parts:
                if first == last or _touches(rows, part.expression.lineno, _end(part.expression)):
                    found.append(part)
        return found

    def _rows(self, words: Iterable[str]) -> list[int]:
        """The lines that contain one of the words, with the functions around them read."""
        marked: set[int] = set()
        for word in words:
            marked.update(self._rows_of(word))
        for row in marked:
            while (function := self._unread_at.get(row)) in self._unread:
                self._read(function)
        return sorted(marked)

    def _rows_of(self, word: str) -> Sequence[int]:
        """The lines that contain a word."""
        if word.isidentifier():
            return self._index.get(word, ())
        return [number for number, line in enumerate(self._lines, 1) if word in line]

    def lines_with(self, words: Iterable[str]) -> str:
        """The text of the lines that contain one of the words."""
        rows = {row for word in words for row in self._rows_of(word)}
        return "".join(self._lines[row - 1] for row in sorted(rows))

    def words(self) -> Iterable[str]:
        """The words of the file."""
        return self._index.keys()

    @functools.cached_property
    def _index(self) -> dict[str, list[int]]:
        """The lines of all words: a search for the methods of the SDKs alone asks for forty."""
        index: dict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(self._lines, 1):
            for word in (_ASCII_WORD if line.isascii() else _WORD).findall(line):
                index[word].append(number)
        return index


def _own(function: _Function) -> Iterator[ast.AST]:
    """The statements of a function without those of the functions and classes inside it."""
    pending: list[ast.AST] = [*function.body]
    while pending:
        node = pending.pop()
        yield node
        if not isinstance(node, (*_FUNCTIONS, ast.ClassDef, ast.expr)):
            pending.extend(inside(node))


def _end(node: ast.AST) -> int:
    end: int | None = getattr(node, "end_lineno", None)
    return end or 0


def _touches(rows: Sequence[int], first: int, last: int) -> bool:
    """Whether one of the sorted rows lies between two lines."""
    index = bisect.bisect_left(rows, first)
    return index < len(rows) and rows[index] <= last


def _head(node: Any) -> tuple[int, int]:
    """The first and last line of the head of a compound statement."""
    if isinstance(node, ast.match_case):
        return node.pattern.lineno, _end(node.guard or node.pattern)
    decorators = getattr(node, "decorator_list", None)
    first: int = decorators[0].lineno if decorators else node.lineno
    below = node.cases[0].pattern if isinstance(node, ast.Match) else node.body[0]
    below = next(iter(getattr(below, "decorator_list", ())), below)
    return first, max(first, below.lineno)


def _parts(node: ast.AST, scope: Scope) -> Iterator[StatementExpression]:
    """The expressions directly in a statement."""
    for name in node._fields:
        child = getattr(node, name, None)
        for item in child if isinstance(child, list) else (child,):
            if isinstance(item, ast.expr):
                yield StatementExpression(item, scope, node)
            elif isinstance(item, ast.keyword):
                yield StatementExpression(item.value, scope, node)
            elif isinstance(item, ast.withitem):
                yield StatementExpression(item.context_expr, scope, node)
                if isinstance(item.optional_vars, (ast.Attribute, ast.Subscript)):
                    yield StatementExpression(item.optional_vars, scope, node)
            elif isinstance(item, ast.arguments):
                for default in (*item.defaults, *item.kw_defaults):
                    if default is not None:
                        yield StatementExpression(default, scope, node)
            elif isinstance(item, (ast.stmt, ast.excepthandler, ast.match_case)):
                break


#: The blocks of each compound statement, the last one first: they are taken from the end of a list.
_BLOCKS: dict[type[ast.AST], tuple[str, ...]] = {
    ast.FunctionDef: ("body",),
    ast.AsyncFunctionDef: ("body",),
    ast.ClassDef: ("body",),
    ast.If: ("orelse", "body"),
    ast.For: ("orelse", "body"),
    ast.AsyncFor: ("orelse", "body"),
    ast.While: ("orelse", "body"),
    ast.With: ("body",),
    ast.AsyncWith: ("body",),
    ast.Try: ("finalbody", "orelse", "handlers", "body"),
    ast.ExceptHandler: ("body",),
    ast.Match: ("cases",),
    ast.match_case: ("body",),
}
if hasattr(ast, "TryStar"):
    _BLOCKS[ast.TryStar] = _BLOCKS[ast.Try]

#: What binds names, and the method that binds them; it returns the scope of the body when that is a new one.
_DECLARATIONS: dict[type[ast.AST], Callable[[Scopes, Any, Scope], Scope | None]] = {
    ast.Assign: Scopes._assign,
    ast.AnnAssign: Scopes._annotated,
    ast.AugAssign: Scopes._augment,
    ast.FunctionDef: Scopes._function,
    ast.AsyncFunctionDef: Scopes._function,
    ast.ClassDef: Scopes._class,
    ast.Import: Scopes._import,
    ast.ImportFrom: Scopes._import_from,
    ast.For: Scopes._loop,
    ast.AsyncFor: Scopes._loop,
    ast.With: Scopes._with,
    ast.AsyncWith: Scopes._with,
    ast.Global: Scopes._global,
    ast.Nonlocal: Scopes._global,
    ast.Delete: Scopes._delete,
    ast.ExceptHandler: Scopes._handler,
    ast.match_case: Scopes._case,
}
if hasattr(ast, "TypeAlias"):
    _DECLARATIONS[ast.TypeAlias] = Scopes._type_alias


def bound_by(node: ast.AST) -> set[str]:
    """The names that a lambda or a comprehension binds for what is inside it."""
    if isinstance(node, ast.Lambda):
        return {each.arg for each in walk(node.args) if isinstance(each, ast.arg)}
    if isinstance(node, ast.comprehension):
        return {each.id for each in walk(node.target) if isinstance(each, ast.Name)}
    return set()
