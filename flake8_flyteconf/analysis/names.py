"""What a name stands for: scopes, bindings, imports and what happens to an object after its construction.

One pass over the statements of a file collects the bindings of each scope. The body of a function is looked into only
when a caller asks for a word that stands in it, and expressions likewise, so what has nothing to do with Flyte costs
next to nothing.

A name is *followed* when exactly one binding can be meant, or exactly one in each branch of an ``if``. Every other
name, rebound, bound in a loop, declared ``global``, deleted or captured by a pattern, stands for nothing.
"""

from __future__ import annotations

import ast
import bisect
import builtins
import enum
import itertools
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

#: Longest chain of names that is followed; longer ones stand for nothing.
LONGEST_CHAIN = 40
#: Branches in which one name may be bound to be followed.
_MOST_BRANCHES = 8

#: Words that are searched in the text one by one; for more of them an index pays off.
_MANY_QUERIES = 64
_WORD = re.compile(r"[^\W\d]\w*")

#: Statements whose body may run several times or not at all.
_LOOPS = (ast.For, ast.AsyncFor, ast.While)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_TRIES = (ast.Try, ast.TryStar) if sys.version_info >= (3, 11) else (ast.Try,)
_Function = ast.FunctionDef | ast.AsyncFunctionDef

#: Methods that read an object, and those that hand out what stands in it.
_READING_METHODS = frozenset({"copy", "count", "index", "keys", "to_dict", "to_str"})
_ELEMENTS = frozenset({"get", "items", "values"})
_ADDING = frozenset({"append", "extend", "insert", "setdefault", "update"})
#: Functions that read their arguments, and those whose result shares what stands in them.
_READING_FUNCTIONS = frozenset({"bool", "id", "isinstance", "len", "print", "repr", "str", "type"})
_SHARING_FUNCTIONS = frozenset({"dict", "list", "set", "sorted", "tuple"})
_SHARING = ("copy.copy", "dataclasses.replace", "functools.partial", "flytekit.", "kubernetes.")


#: Functions that expect an error in what they are given or in the block of their ``with``.
EXPECTING = frozenset({"assertRaises", "assertRaisesRegex", "raises", "suppress"})


#: Decorators of tests that are expected to fail.
_FAILING = frozenset({"expectedFailure", "xfail"})


class Kind(enum.Enum):
    """How a name came to be bound."""

    VALUE = enum.auto()
    IMPORT = enum.auto()
    FUNCTION = enum.auto()
    CLASS = enum.auto()
    PARAMETER = enum.auto()
    OTHER = enum.auto()


@dataclass(slots=True, eq=False)
class Binding:
    """One place where a name is bound.

    ``value`` is the bound expression (of a parameter, its default), ``item`` the position in it when the target was
    unpacked, ``origin`` the dotted name of an import, ``statement`` the statement that binds.
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
        while scope is not None and scope.parent is not None:
            if name in scope.bindings and not isinstance(scope.node, ast.ClassDef):
                return scope
            scope = scope.parent
        return self.module

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

    def function(self) -> Scope | None:
        """The innermost function scope around, this one included."""
        scope: Scope | None = self
        while scope is not None and not isinstance(scope.node, _FUNCTIONS):
            scope = scope.parent
        return scope


@dataclass(slots=True, eq=False)
class StatementExpression:
    """An expression that stands directly in a statement: a decorator, a default, an assigned value."""

    expression: ast.expr
    scope: Scope
    statement: ast.AST


@dataclass(frozen=True, slots=True)
class Mutation:
    """What happens to an object after its construction, for example ``spec.volumes.append(volume)``.

    ``path`` leads from the object to the touched part. ``effect`` is ``set``, ``append``, ``extend`` or ``update``
    when the step is known. ``touch`` changes the part in an unknown way, ``escape`` hands it to something that may
    change it, which leaves texts and numbers as they are.
    """

    path: tuple[str | int, ...]
    effect: str
    value: ast.expr | None
    statement: ast.AST
    scope: Scope


class Names:
    """The names of one file.

    :param tree: the module as ``ast.parse`` gives it; it is never changed.
    :param lines: the lines the tree was parsed from, with their line ends.
    :param canonical: turns the dotted name of an import into the one name its object goes by.
    """

    def __init__(self, tree: ast.Module, lines: Sequence[str], canonical: Callable[[str], str] = str) -> None:
        self.text = "".join(lines)
        self.module = Scope(tree, None)
        #: First and last line, node and scope of every statement; of a compound one, the lines of its head.
        self._statements: list[tuple[int, int, ast.AST, Scope]] = []
        #: Positions in that list by the lines that the statement covers.
        self._at: dict[int, list[int]] = {}
        self.scopes: dict[ast.AST, Scope] = {tree: self.module}
        #: Functions with a body that nobody has asked for, and the innermost of them by line.
        self._unread: dict[ast.AST, Scope] = {}
        self._unread_at: dict[int, ast.AST] = {}
        self._queries = 0
        self._index: dict[str, list[int]] | None = None
        self._line_starts = [*itertools.accumulate(map(len, lines), initial=0)]
        self._parents: dict[ast.AST, ast.AST] = {}
        self._blocks: dict[ast.AST, int] = {}
        self._mutations: dict[tuple[Scope, str], list[Mutation]] = {}
        self._uses: dict[ast.expr, tuple[dict[str, list[ast.Name]], dict[ast.AST, ast.AST]]] = {}
        self._failing: dict[Scope, bool] = {}
        self._definitions: dict[tuple[Scope, str], list[Binding]] = {}
        self.canonical = canonical
        self._aliases = 0
        self._rewrites_module = "globals()" in self.text or "vars()" in self.text
        self._expects_errors = any(word in self.text for word in ("try", "hasattr", *EXPECTING, *_FAILING))
        self._asks_for_attributes = "hasattr" in self.text
        self._declares = "global " in self.text or "nonlocal " in self.text
        # What binds a name from within an expression or a function has to be known at once.
        self._walrus = ":=" in self.text
        self._collect(tree.body, tree, self.module)
        if self._walrus:
            for part in self.expressions_mentioning([":="]):
                for node in ast.walk(part.expression):
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
        """Collect what stands in the body of a function."""
        scope = self._unread.pop(function, None)
        if scope is not None:
            self._collect(function.body, function, self._enter_function(function, scope))

    def scope_of(self, function: ast.AST) -> Scope:
        """The scope of a function or class, with all names bound in it."""
        self._read(function)
        return self.scopes[function]

    def _assign(self, node: ast.Assign, scope: Scope) -> None:
        for target in node.targets:
            self._bind_target(scope, target, node, node.value)

    def _annotated(self, node: ast.AnnAssign, scope: Scope) -> None:
        if node.value is not None:
            self._bind_target(scope, node.target, node, node.value)

    def _rebind(self, node: ast.AugAssign | ast.For | ast.AsyncFor, scope: Scope) -> None:
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
        for alias in node.names:
            if alias.name == "*":
                scope.stars.append((origin, node.lineno))
            else:
                scope.bind(alias.asname or alias.name, Binding(Kind.IMPORT, node, origin=f"{origin}.{alias.name}"))

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
        for pattern in ast.walk(node.pattern):
            captured = getattr(pattern, "name", None) or getattr(pattern, "rest", None)
            if captured:
                scope.bind(captured, Binding(Kind.OTHER, node))

    def _enter_function(self, node: _Function, scope: Scope) -> Scope:
        inner = self._enter(node, scope)
        if self._declares:
            # A declaration counts for the whole function, also for what stands before it or outside its block.
            for child in ast.walk(node):
                if isinstance(child, (ast.Global, ast.Nonlocal)):
                    self._global(child, inner)
        arguments = node.args
        positional = [*arguments.posonlyargs, *arguments.args]
        defaults: list[ast.expr | None] = [None] * (len(positional) - len(arguments.defaults)) + [*arguments.defaults]
        for argument, default in (*zip(positional, defaults), *zip(arguments.kwonlyargs, arguments.kw_defaults)):
            inner.bind(argument.arg, Binding(Kind.PARAMETER, node, default))
        for star in (arguments.vararg, arguments.kwarg):
            if star is not None:
                inner.bind(star.arg, Binding(Kind.OTHER, node))
        return inner

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

    # -- what a name means

    def definitions(self, name: str, scope: Scope) -> list[Binding]:
        """The bindings a use of ``name`` in ``scope`` can mean; several are exclusive branches, none is unknown."""
        owner = scope.owner(name)
        if owner is None:
            return []
        key = (owner, name)
        if key not in self._definitions:
            self._definitions[key] = self._defined(name, owner)
        return self._definitions[key]

    def _defined(self, name: str, owner: Scope) -> list[Binding]:
        bindings = owner.bindings[name]
        if len(bindings) > _MOST_BRANCHES or self._may_be_replaced(bindings, owner):
            return []
        if bindings[0].kind is Kind.IMPORT:
            origins = {self.canonical(b.origin) for b in bindings if not self._is_fallback(b)}
            return bindings[:1] if len(origins) == 1 and "" not in origins else []
        if any(b.kind is Kind.OTHER or self._in_loop(b.statement, owner) for b in bindings):
            return []
        if any(b.kind is Kind.VALUE and self.expects_exception(b.statement, owner) for b in bindings):
            return []
        if len(bindings) == 1 or self._exclusive(bindings, owner):
            return bindings
        return []

    def _may_be_replaced(self, bindings: Sequence[Binding], owner: Scope) -> bool:
        """Whether ``globals()`` or a later ``from elsewhere import *`` may bind the name anew."""
        if self._rewrites_module and owner is self.module and bindings[0].kind is Kind.VALUE:
            return True
        return any(
            _is_foreign(origin) and getattr(binding.statement, "lineno", 0) < line
            for origin, line in owner.stars
            for binding in bindings
        )

    def _is_fallback(self, binding: Binding) -> bool:
        """Whether this is ``Name = None`` in an ``except`` block: calling it would fail anyway."""
        return (
            isinstance(binding.value, ast.Constant)
            and binding.value.value is None
            and isinstance(self._parents.get(binding.statement), ast.ExceptHandler)
        )

    def ancestors(self, node: ast.AST, scope: Scope) -> Iterator[tuple[ast.AST, ast.AST]]:
        """Pairs (inner, outer) of statements from ``node`` up to the node of ``scope``."""
        while (parent := self._parents.get(node)) is not None and node is not scope.node:
            yield node, parent
            node = parent

    def tests(self, statement: ast.AST, scope: Scope) -> Iterator[tuple[ast.expr, bool]]:
        """The tests of the ``if`` statements around a statement, with the outcome for which it is executed."""
        for inner, outer in self.ancestors(statement, scope):
            if isinstance(outer, ast.If):
                yield outer.test, all(inner is not item for item in outer.orelse)

    def is_top_level(self, statement: ast.AST) -> bool:
        """Whether a statement stands directly in the module, so that the import surely executes it."""
        return self._parents.get(statement) is self.module.node

    def is_last(self, name: str, part: StatementExpression) -> bool:
        """Whether a top-level statement is the last of several that bind a name, one after the other."""
        bindings = part.scope.bindings.get(name)
        if not bindings:
            return False  # declared global or nonlocal: another scope has it
        in_line = all(b.kind is Kind.VALUE and self.is_top_level(b.statement) for b in bindings)
        return in_line and not part.scope.stars and bindings[-1].statement is part.statement

    def _in_loop(self, statement: ast.AST, scope: Scope) -> bool:
        return any(
            isinstance(outer, _LOOPS) and outer is not scope.node for _, outer in self.ancestors(statement, scope)
        )

    def expects_exception(self, statement: ast.AST, scope: Scope) -> bool:
        """Whether an error is expected here, or caught by a ``try`` around."""
        return self.is_meant_to_fail(statement, scope) or bool(self.tries(statement, scope))

    def tries(self, statement: ast.AST, scope: Scope) -> list[Any]:
        """The ``try`` statements with handlers whose bodies a statement is part of."""
        if not self._expects_errors:
            return []
        return [
            outer
            for inner, outer in self.ancestors(statement, scope)
            if isinstance(outer, _TRIES) and outer.handlers and any(inner is item for item in outer.body)
        ]

    def is_meant_to_fail(self, statement: ast.AST, scope: Scope) -> bool:
        """Whether an error is expected here: in ``pytest.raises``, a test marked so, or under ``hasattr``."""
        if not self._expects_errors:
            return False
        function = scope.function()
        if function is not None and any(last_name(d) in _FAILING for d in getattr(function.node, "decorator_list", ())):
            return True
        if function is not None and self._is_only_called_to_fail(function):
            return True
        for inner, outer in [(statement, statement), *self.ancestors(statement, scope)]:
            if isinstance(outer, (ast.With, ast.AsyncWith)):
                for item in outer.items:
                    if isinstance(item.context_expr, ast.Call) and last_name(item.context_expr) in EXPECTING:
                        return True
            if self._asks_for_attributes and isinstance(outer, ast.If) and inner is not outer:
                if any(isinstance(node, ast.Name) and node.id == "hasattr" for node in ast.walk(outer.test)):
                    return True
        return False

    def _is_only_called_to_fail(self, function: Scope) -> bool:
        """Whether every use of a function of this file expects it to fail."""
        name = getattr(function.node, "name", "")
        owner = function.parent
        if owner is None or not any(word in self.text for word in EXPECTING):
            return False
        if function not in self._failing:
            self._failing[function] = False  # while its uses are looked at, as it may call itself
            uses = [
                (part, use)
                for part in self.expressions_mentioning([name])
                if part.scope.owner(name) is owner
                for use in ast.walk(part.expression)
                if isinstance(use, ast.Name) and use.id == name and isinstance(use.ctx, ast.Load)
            ]
            self._failing[function] = bool(uses) and all(
                last_name(part.expression) in EXPECTING or self.is_meant_to_fail(part.statement, part.scope)
                for part, _ in uses
            )
        return self._failing[function]

    def _exclusive(self, bindings: Sequence[Binding], scope: Scope) -> bool:
        """Whether no two of the bindings can both be executed: they stand in different branches of one ``if``."""
        branches = [dict(self.tests(binding.statement, scope)) for binding in bindings]
        for index, first in enumerate(branches):
            for second in branches[:index]:
                if not any(node in second and second[node] != branch for node, branch in first.items()):
                    return False
        return True

    def qualified_name(self, node: ast.expr, scope: Scope, depth: int = 0) -> str | None:
        """The canonical dotted name of an imported object that an expression names, or None.

        Names assigned from such an expression are followed: ``k = kubernetes.client``.
        """
        attributes: list[str] = []
        while isinstance(node, ast.Attribute):
            attributes.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name):
            return None
        root = self.imported(node.id, scope, depth)
        if root is None or not attributes:  # what is imported has its canonical name already
            return root
        return self.canonical(".".join([root, *reversed(attributes)]))

    def imported(self, name: str, scope: Scope, depth: int = 0) -> str | None:
        """The canonical dotted name that a single name stands for because of an import, or None."""
        owner = scope.owner(name)
        if owner is None:
            stars = list(self._stars(scope))
            # Of several modules nobody knows which one has the name.
            return self.canonical(f"{stars[0]}.{name}") if len(stars) == 1 else None
        definitions = self.definitions(name, scope)
        if len(definitions) != 1 or depth > LONGEST_CHAIN:
            return None
        (binding,) = definitions
        if binding.kind is Kind.IMPORT:
            return self.canonical(binding.origin)
        if isinstance(binding.value, (ast.Name, ast.Attribute)) and binding.kind is Kind.VALUE and binding.item is None:
            return self.qualified_name(binding.value, owner, depth + 1)
        return None

    def is_builtin(self, name: str, scope: Scope) -> bool:
        """Whether a name is one of Python's own, which nothing in the file binds anew."""
        return hasattr(builtins, name) and scope.owner(name) is None and not any(self._stars(scope))

    def imported_from(self, package: str) -> set[str]:
        """The names that the file imports from a package, anywhere; ``*`` when it imports all of them."""
        self._rows([package])
        found = set()
        for scope in self.scopes.values():
            for name, bindings in scope.bindings.items():
                if any(b.kind is Kind.IMPORT and b.origin.partition(".")[0] == package for b in bindings):
                    found.add(name)
            if any(star.partition(".")[0] == package for star, _ in scope.stars):
                found.add("*")
        return found

    def uses(self, package: str) -> bool:
        """Whether the file imports a package or mentions it as something to install, as in ``packages=["union"]``."""
        return bool(self.imported_from(package)) or bool(
            re.search(rf"""["' ]{re.escape(package)}(?=["' \[<>=~!;@])""", self.text)
        )

    def _stars(self, scope: Scope) -> Iterator[str]:
        current: Scope | None = scope
        while current is not None:
            yield from (origin for origin, _ in current.stars)
            current = current.parent

    # -- where names are used

    def expressions_mentioning(self, words: Iterable[str]) -> list[StatementExpression]:
        """The parts whose lines contain one of the words, those of a block before those of the blocks inside it."""
        rows = self._rows(words)
        found: list[StatementExpression] = []
        for index in sorted({each for row in rows for each in self._at.get(row, ())}):
            first, last, node, scope = self._statements[index]
            for part in _parts(node, scope):
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

    def _rows_of(self, word: str) -> Iterable[int]:
        self._queries += 1
        if self._queries > _MANY_QUERIES and word.isidentifier():
            if self._index is None:
                self._index = {}
                for match in _WORD.finditer(self.text):
                    row = bisect.bisect_right(self._line_starts, match.start())
                    self._index.setdefault(match[0], []).append(row)
            return self._index.get(word, ())
        rows = []
        start = self.text.find(word)
        while start >= 0:
            row = bisect.bisect_right(self._line_starts, start)
            rows.append(row)
            start = self.text.find(word, self._line_starts[row]) if row < len(self._line_starts) else -1
        return rows

    def mutations(self, name: str, owner: Scope) -> list[Mutation]:
        """What is done to the object that ``name`` of scope ``owner`` is bound to, in the order of the file."""
        key = (owner, name)
        if key not in self._mutations:
            # An alias of an alias of itself would look for its own steps.
            self._mutations[key] = []
            self._aliases += 1
            if self._aliases <= LONGEST_CHAIN:
                self._mutations[key] = [
                    mutation
                    for part in self.expressions_mentioning([name])
                    if part.scope.owner(name) is owner
                    for mutation in self._mutations_in(part, name)
                ]
                self._mutations[key] += self._twin_mutations(name, owner)
            else:
                binding = owner.bindings[name][0]
                self._mutations[key] = [Mutation((), "touch", None, binding.statement, owner)]
            self._aliases -= 1
        return self._mutations[key]

    def _mutations_in(self, part: StatementExpression, name: str) -> Iterator[Mutation]:
        """What the uses of a name in one part do."""
        if part.expression not in self._uses:
            self._uses[part.expression] = _uses(part.expression)
        uses, parents = self._uses[part.expression]
        for use in reversed(uses.get(name, [])):
            mutation = self._mutation(use, parents, part)
            if mutation is not None:
                yield mutation

    def _twin_mutations(self, name: str, owner: Scope) -> list[Mutation]:
        """What is done through a second name of one assignment: ``small = default = Resources()``."""
        statement = owner.bindings[name][0].statement
        if not isinstance(statement, ast.Assign) or len(statement.targets) == 1:
            return []
        part = StatementExpression(statement.value, owner, statement)
        twins = [t for t in statement.targets if not (isinstance(t, ast.Name) and t.id == name)]
        changed = any(self._changes_alias(target, part) for target in twins)
        return [Mutation((), "touch", None, statement, owner)] if changed else []

    def certain(self, mutation: Mutation, binding: Binding) -> bool:
        """Whether a step surely happens after the binding: both stand in one straight line of statements."""
        return mutation.value is not None and self._blocks.get(mutation.statement) == self._blocks.get(
            binding.statement, -1
        )

    def _mutation(self, use: ast.Name, parents: dict[ast.AST, ast.AST], part: StatementExpression) -> Mutation | None:
        """What one use of a name does to its object; None when it only reads."""
        path: list[str | int] = []
        exact = True  # whether the path leads to the touched part itself
        chain: ast.expr = use
        while True:
            parent = parents.get(chain, part.statement)
            if isinstance(parent, ast.Attribute):
                key: str | int | None = parent.attr
            elif isinstance(parent, ast.Subscript) and parent.value is chain:
                constant = parent.slice.value if isinstance(parent.slice, ast.Constant) else None
                key = constant if isinstance(constant, (str, int)) else None
            else:
                break
            exact = exact and key is not None
            if exact and key is not None:
                path.append(key)
            chain = parent

        def mutation(effect: str, value: ast.expr | None = None) -> Mutation:
            return Mutation(tuple(path), effect, value, part.statement, part.scope)

        context = getattr(chain, "ctx", None)
        if not isinstance(context, ast.Load):
            if chain is use:
                return None  # the binding itself
            if isinstance(context, ast.Del):
                del path[-1:]
                return mutation("touch")
            statement = part.statement
            targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
            value = getattr(statement, "value", None)
            if exact and not isinstance(statement, ast.AugAssign) and len(targets) == 1 and targets[0] is chain:
                return mutation("set", value if isinstance(value, ast.expr) else None)
            return mutation("touch")
        if isinstance(parent, ast.Call) and parent.func is use:
            return None  # a task or helper that is called
        if isinstance(parent, ast.Call) and parent.func is chain and isinstance(chain, ast.Attribute):
            method = chain.attr
            if exact:
                path.pop()
            if method in _READING_METHODS or not path and method == "with_overrides":
                return None
            if method in _ELEMENTS:
                return self._escape(use, parent, parents, part, mutation("escape"))
            alone = exact and isinstance(part.statement, ast.Expr) and part.statement.value is parent
            if alone and method in ("append", "extend", "update") and len(parent.args) == 1 and not parent.keywords:
                return mutation(method, parent.args[0])
            if alone and method == "update" and not parent.args:
                return mutation("update", parent)
            return mutation("touch")
        if isinstance(chain, ast.Attribute) and exact and chain.attr in _ADDING:
            path.pop()
            return mutation("touch")  # add = volumes.append
        return self._escape(use, chain, parents, part, mutation("escape"))

    def _escape(
        self, use: ast.Name, node: ast.AST, parents: dict[ast.AST, ast.AST], part: StatementExpression, escape: Mutation
    ) -> Mutation | None:
        """A use as a value: harmless where it is surely only read, or kept by something that nobody changes."""
        statement: ast.AST = part.statement
        depth = 0  # how many containers and objects hold the value
        copied = False  # whether they hold a copy of it, which shares what stands inside
        in_display = isinstance(parents.get(node), _HOLDERS)  # a method of its item is one of the object
        while node in parents:
            parent = parents[node]
            depth += isinstance(parent, (*_HOLDERS, ast.Call))
            if isinstance(parent, ast.Call) and parent.func is not node:
                if _is_rewritten(node, parent):
                    return escape
                verdict = self._handed_to(parent, part)
                if verdict is None:
                    return None
                if not verdict:
                    return escape
                copied = copied or self._copies(parent, part.scope)
                in_display = False
            elif isinstance(parent, (ast.Compare, ast.FormattedValue, ast.UnaryOp)):
                return None
            elif isinstance(parent, ast.Subscript) and parent.slice is node:
                return None
            elif not isinstance(parent, (*_DISPLAYS, ast.keyword, ast.Subscript, ast.Attribute, ast.Call)):
                return escape
            node = parent
        copied = copied or in_display
        if isinstance(statement, (ast.Expr, ast.If, ast.While, ast.Assert)):
            return None
        if isinstance(statement, (ast.Assign, ast.AnnAssign)) and statement.value is node:
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            return escape if any(self._changes_alias(target, part, depth, copied) for target in targets) else None
        if isinstance(statement, (ast.For, ast.AsyncFor)) and statement.iter is node:
            return escape if self._changes_alias(statement.target, part, max(0, depth - 1)) else None
        if isinstance(statement, ast.Return):
            # A local object is the caller's from here on; one from outside may be changed through every result.
            return escape if node is use and part.scope.owner(use.id) is not part.scope.function() else None
        decorators = getattr(statement, "decorator_list", ())
        return None if any(node is decorator for decorator in decorators) else escape

    def _copies(self, call: ast.Call, scope: Scope) -> bool:
        """Whether a call makes a shallow copy of its argument."""
        if isinstance(call.func, ast.Name) and self.is_builtin(call.func.id, scope):
            return True
        return self.qualified_name(call.func, scope) in ("copy.copy", "dataclasses.replace")

    def _changes_alias(self, target: ast.expr, part: StatementExpression, depth: int = 0, copied: bool = False) -> bool:
        """Whether an object may be changed through what it is assigned to, ``depth`` levels inside that."""
        if isinstance(target, (ast.Tuple, ast.List)):
            return any(self._changes_alias(item, part, max(0, depth - 1), copied) for item in target.elts)
        if isinstance(target, ast.Name):
            owner = part.scope.owner(target.id)
            if owner is None or isinstance(owner.node, ast.ClassDef):
                return True
            others = [b for b in owner.bindings[target.id] if b.statement is not part.statement]
            return any(b.kind is Kind.OTHER for b in others) or self._reaches(target.id, owner, depth, part, copied)
        # container.resources = RESOURCES: harmless while nobody reaches through the container.
        root = target
        while isinstance(root, (ast.Attribute, ast.Subscript)):
            root, depth = root.value, depth + 1
        owner = part.scope.owner(root.id) if isinstance(root, ast.Name) else None
        return owner is None or not isinstance(root, ast.Name) or self._reaches(root.id, owner, depth, part, copied)

    def _reaches(self, name: str, owner: Scope, depth: int, part: StatementExpression, copied: bool) -> bool:
        """Whether a step on a name may change what lies ``depth`` levels inside its object."""
        return any(
            mutation.statement is not part.statement
            and (
                len(mutation.path) > depth
                or len(mutation.path) == depth == 0
                or copied
                and len(mutation.path) == depth
                and mutation.effect != "set"
                or mutation.effect in ("touch", "escape")
            )
            for mutation in self.mutations(name, owner)
        )

    def _handed_to(self, call: ast.Call, part: StatementExpression) -> bool | None:
        """What a call does with its argument: None reads it, True keeps it in its result, False may change it."""
        func, scope = call.func, part.scope
        if isinstance(func, ast.Name) and self.is_builtin(func.id, scope):
            return None if func.id in _READING_FUNCTIONS else func.id in _SHARING_FUNCTIONS
        qualified_name = self.qualified_name(func, scope)
        if qualified_name is not None:
            return None if qualified_name == "copy.deepcopy" else f"{qualified_name}.".startswith(_SHARING)
        if isinstance(func, ast.Attribute) and func.attr in ("append", "extend", "insert"):
            # containers.append(container): harmless while nobody reaches into the list.
            owner = scope.owner(_root(func.value))
            if owner is None:
                return False
            mutations = self.mutations(_root(func.value), owner)
            return all(mutation.effect in ("append", "extend") for mutation in mutations)
        if isinstance(func, ast.Attribute) and func.attr == "with_overrides":
            return True
        if isinstance(func, ast.Call):
            return (self.qualified_name(func.func, scope) or "").startswith("flytekit.")
        definitions = self.definitions(func.id, scope) if isinstance(func, ast.Name) else []
        return bool(definitions) and all(
            _only_returns(b.statement) or self._is_decorator(b, scope) for b in definitions
        )

    def _is_decorator(self, binding: Binding, scope: Scope) -> bool:
        """Whether a name is bound to a partial of a callable of flytekit, or to a decorator that one made."""
        call = binding.value
        if not isinstance(call, ast.Call):
            return False
        callee = self.qualified_name(call.func, scope) or ""
        if callee == "functools.partial" and call.args:
            callee = self.qualified_name(call.args[0], scope) or ""
        return callee.startswith("flytekit.")


def last_name(node: ast.expr) -> str:
    """The last name of what is called or decorates: ``raises`` of ``pytest.raises(ValueError)``, empty without one."""
    func = node.func if isinstance(node, ast.Call) else node
    name: str = getattr(func, "attr", getattr(func, "id", ""))
    return name


#: Displays that hold their items.
_HOLDERS = (ast.List, ast.Tuple, ast.Set, ast.Dict)

#: Expressions whose value holds or is the value inside.
_DISPLAYS = (ast.List, ast.Tuple, ast.Set, ast.Dict, ast.Starred, ast.IfExp, ast.BoolOp, ast.BinOp)


def _is_rewritten(argument: ast.AST, call: ast.Call) -> bool:
    """Whether a dict is changed by the launch plan it is handed to, which adds its fixed inputs to the default ones."""
    keywords = {keyword.arg for keyword in call.keywords}
    return isinstance(argument, ast.keyword) and argument.arg == "default_inputs" and "fixed_inputs" in keywords


def _is_foreign(origin: str) -> bool:
    """Whether a module may offer anything; those of the known packages offer nothing under the names of others."""
    return origin.partition(".")[0] not in ("flytekit", "kubernetes")


def _root(node: ast.AST) -> str:
    """The name that a chain of attributes, subscripts and calls begins with, empty when it is no name."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


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
    """The expressions that stand directly in a statement."""
    for name in node._fields:
        child = getattr(node, name, None)
        for item in child if isinstance(child, list) else (child,):
            if isinstance(item, ast.expr):
                yield StatementExpression(item, scope, node)
            elif isinstance(item, ast.keyword):
                yield StatementExpression(item.value, scope, node)
            elif isinstance(item, ast.withitem):
                yield StatementExpression(item.context_expr, scope, node)
            elif isinstance(item, ast.arguments):
                for default in (*item.defaults, *item.kw_defaults):
                    if default is not None:
                        yield StatementExpression(default, scope, node)
            elif isinstance(item, (ast.stmt, ast.excepthandler, ast.match_case)):
                break


def _only_returns(function: ast.AST) -> bool:
    """Whether a function does nothing but name values and return one, so that it leaves its arguments alone."""
    return isinstance(function, ast.FunctionDef) and all(
        isinstance(statement, ast.Return)
        or isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        or isinstance(statement, ast.Assign)
        and all(isinstance(target, ast.Name) for target in statement.targets)
        for statement in function.body
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
_DECLARATIONS: dict[type[ast.AST], Callable[[Names, Any, Scope], Scope | None]] = {
    ast.Assign: Names._assign,
    ast.AnnAssign: Names._annotated,
    ast.AugAssign: Names._rebind,
    ast.FunctionDef: Names._function,
    ast.AsyncFunctionDef: Names._function,
    ast.ClassDef: Names._class,
    ast.Import: Names._import,
    ast.ImportFrom: Names._import_from,
    ast.For: Names._rebind,
    ast.AsyncFor: Names._rebind,
    ast.With: Names._with,
    ast.AsyncWith: Names._with,
    ast.Global: Names._global,
    ast.Nonlocal: Names._global,
    ast.Delete: Names._delete,
    ast.ExceptHandler: Names._handler,
    ast.match_case: Names._case,
}
if hasattr(ast, "TypeAlias"):
    _DECLARATIONS[ast.TypeAlias] = Names._type_alias
