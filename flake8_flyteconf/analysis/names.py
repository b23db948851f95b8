"""What a name means: the binding that is meant, or the object of a library that it names.

A name is *followed* when exactly one binding can be meant, or exactly one in each branch of an ``if``. Every other
name, rebound, bound in a loop, declared ``global``, deleted or captured by a pattern, means nothing.
"""

from __future__ import annotations

import ast
import builtins
import functools
import re
from collections.abc import Callable, Container, Iterator, Sequence, Set
from typing import TYPE_CHECKING

from flake8_flyteconf.analysis.expectations import TRIES, Expectations
from flake8_flyteconf.analysis.scopes import Binding, Kind, Scope, Scopes, StatementExpression
from flake8_flyteconf.analysis.tree import end_of, line_of, walk
from flake8_flyteconf.sdk import LAST_WORDS, PACKAGES

if TYPE_CHECKING:
    from flake8_flyteconf.analysis.project import Imports
    from flake8_flyteconf.values import Position

#: Longest chain of names that is followed; longer ones mean nothing.
LONGEST_CHAIN = 40
#: Branches in which one name may be bound to be followed.
_MOST_BRANCHES = 8

#: Statements whose body may run several times or not at all.
_LOOPS = (ast.For, ast.AsyncFor, ast.While)

#: An attribute that a statement assigns to; a line end is found faster than the beginning of a line.
_ASSIGNED = re.compile(r"\n[ \t]*(\w+(?:\.\w+)+) *=(?!=)")
#: What binds names of a module or class without a statement that says so; ``name`` is the one, if written.
_REWRITING = re.compile(
    r"""\b(?:exec\(|vars\(sys\.modules\[|__import__\(__name__|"""
    r"""(?:globals|locals|vars)\(\)(?:\[\s*(?:["'](?P<name>\w+)["']\s*\]\s*=(?!=)|[^\]"']*\]\s*=(?!=))"""
    r"""|\.(?:update|setdefault|pop|clear|__setitem__)\())"""
)
_REWRITING_WORDS = ("exec(", "globals()", "locals()", "vars()", "sys.modules[", "__import__(__name__")
#: What hands the names of the module to something that may bind them.
_HANDED_ON = re.compile(
    r"""=\s*globals\(\)\s*$|\b(?!dict|list|len|sorted|set|print|eval|repr|type|id)\w+\(\s*globals\(\)\s*[,)]"""
    r"""|sys\.modules\[__name__\]\s*(?:$|=|\.\w+\s*=(?!=))""",
    re.MULTILINE,
)
_OWN_MODULE = re.compile(r"""\b(?:setattr|vars)\(\s*sys\.modules\[[^\]]*\],\s*(?:["'](?P<name>\w+)["'])?""")
#: A change of what a call returns, from the end of the call; most files have none.
_CHANGED = r"\)(?:(?:\.\w+|\[[^\]\n]*\])+\s*=(?!=)|(?:\.\w+)*\.(?:append|clear|extend|pop|update)\()"
_SOMETHING_CHANGED = re.compile(_CHANGED)
_RESULT_CHANGED = re.compile(rf"\b(?P<name>\w+)\([^()\n]*{_CHANGED}")
_EXITS = re.compile(r"\b_?(?:abort|exit|fail|quit)$")
_PATCHED = re.compile(r"""(?:patch|setattr|object)\(\s*(?:([\w.]+)\s*,\s*)?["']([\w.]+)["']""")


class Names(Scopes):
    """The names of one file.

    :param tree: the module as ``ast.parse`` gives it; it is never changed.
    :param lines: the lines the tree was parsed from, with their line ends.
    :param canonical: turns the dotted name of an import into the one name its object goes by.
    :param imports: tells what modules of the project offer.
    """

    def __init__(
        self,
        tree: ast.Module,
        lines: Sequence[str],
        canonical: Callable[[str], str] = str,
        imports: Imports | None = None,
    ) -> None:
        super().__init__(tree, lines)
        self._imports = imports
        self.canonical = canonical
        self._definitions: dict[tuple[Scope, str], list[Binding]] = {}
        self._leaving: dict[ast.AST, bool] = {}
        self.expectations = Expectations(self)
        #: The names that ``globals()``, ``exec`` and their like may bind, None for any.
        self._rewritten = self._found_rewritten()
        #: The objects of libraries in whose place the file puts others, by their canonical names.
        self.replaced = replaced = self._found_replaced()
        if replaced:
            self.canonical = lambda name: f"replaced.{name}" if canonical(name) in replaced else canonical(name)

    def _found_replaced(self) -> frozenset[str]:
        """What is assigned to or patched: ``flytekit.task = ...``, ``mock.patch("flytekit.task")``."""
        found = [match[1] for match in _ASSIGNED.finditer(f"\n{self.text}")]
        if "patch" in self.text or "setattr(" in self.text:
            found += [".".join(filter(None, match.groups())) for match in _PATCHED.finditer(self.text)]
        return frozenset(name for text in found for name in self._meant(text))

    def _found_rewritten(self) -> Set[str] | None:
        found: set[str] = set()
        if not any(word in self.text for word in _REWRITING_WORDS):
            return found
        if _HANDED_ON.search(self.text):
            return None
        for match in (*_REWRITING.finditer(self.text), *_OWN_MODULE.finditer(self.text)):
            if match["name"] is None:
                return None
            found.add(match["name"])
        return found

    def _meant(self, dotted: str) -> Iterator[str]:
        """The canonical names of a dotted one that begins with a module, by its own, imported or second name."""
        root, _, rest = dotted.partition(".")
        bindings = self.module.bindings.get(root, ())
        aliases = [b.value.id for b in bindings if b.kind is Kind.VALUE and isinstance(b.value, ast.Name)]
        imports = [*bindings, *(b for alias in aliases for b in self.module.bindings.get(alias, ()))]
        for origin in {root, *(b.origin for b in imports if b.kind is Kind.IMPORT)}:
            yield self.canonical(f"{origin}.{rest}")

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
        if len(bindings) > _MOST_BRANCHES or self._is_bound_unseen(name, owner):
            return []
        if bindings[0].kind is Kind.IMPORT:
            origins = {self.canonical(b.origin) for b in bindings if not self._is_fallback(b)}
            is_one = len(origins) == 1 or self._imports is not None and self._imports.are_one([*origins])
            return bindings[:1] if is_one and "" not in origins else []
        if not all(self._is_sure(binding, owner) for binding in bindings):
            return []
        return bindings if len(bindings) == 1 or self._exclusive(bindings, owner) else []

    def _is_sure(self, binding: Binding, owner: Scope) -> bool:
        """Whether a binding is followed and surely made when its branch is taken."""
        if binding.kind in (Kind.OTHER, Kind.AUGMENTED) or self._in_loop(binding.statement, owner):
            return False
        return not (binding.kind is Kind.VALUE and self.expectations.may_fail(binding.statement, owner))

    def is_tested(self, name: str) -> bool:
        """Whether a test anywhere in the file asks about a name; in a ``try`` or ``match`` all do."""
        for part in self.expressions_mentioning([name]):
            outer = [part.statement, *(each for _, each in self.ancestors(part.statement, self.module))]
            asks = any(isinstance(each, (ast.Match, *TRIES)) for each in outer)
            nodes = walk(part.expression) if asks else _asking_in_part(part)
            if any(isinstance(node, ast.Name) and node.id == name for node in nodes):
                return True
        return False

    def why_unknown(self, name: str, scope: Scope) -> str:
        """Why a name that has no :meth:`definitions` is not followed, in the words of a message."""
        owner = scope.owner(name)
        bindings = owner.bindings[name] if owner is not None else []
        if owner is None or not bindings:
            return f"{name} is bound nowhere in this file"
        line = max(line_of(binding.statement) for binding in bindings)
        if self._may_be_replaced(name, owner):
            return f"{name} may come from a module that is imported with *, or from globals()"
        if any(isinstance(b.statement, _LOOPS) or self._in_loop(b.statement, owner) for b in bindings):
            return f"{name} is bound in a loop on line {line}"
        if any(b.kind is Kind.VALUE and self.expectations.may_fail(b.statement, owner) for b in bindings):
            return f"{name} is bound in a try on line {line}"
        if len(bindings) > 1:
            return f"{name} is bound {len(bindings)} times, at last on line {line}"
        return f"{name} is bound on line {line} in a way that is not followed"

    @property
    def rewrites_itself(self) -> bool:
        """Whether ``globals()`` or its like may bind names of the module."""
        return self._rewritten is None or bool(self._rewritten)

    def _is_rewritten(self, name: str, owner: Scope) -> bool:
        """Whether ``globals()`` or its like binds this very name anew."""
        return bool(self._rewritten) and name in (self._rewritten or ()) and owner.function() is None

    def _is_bound_unseen(self, name: str, owner: Scope) -> bool:
        """Whether something binds the name anew that is no statement with that name."""
        return self._is_rewritten(name, owner) or self._may_be_replaced(name, owner)

    def _may_be_replaced(self, name: str, owner: Scope) -> bool:
        """Whether ``globals()`` or a later ``from elsewhere import *`` may bind the name anew."""
        bindings = owner.bindings[name]
        if self._rewritten is None and bindings[0].kind is not Kind.IMPORT and owner.function() is None:
            return True
        return any(
            _is_foreign(origin) and line_of(binding.statement) < line and self._may_offer_another(origin, name, binding)
            for origin, line in owner.stars
            for binding in bindings
        )

    def _may_offer_another(self, origin: str, name: str, binding: Binding) -> bool:
        """Whether ``from origin import *`` may bind a name to something else than a binding does."""
        if self._imports is None:
            return True
        if binding.kind is Kind.IMPORT and self._imports.named(origin, name) == self.canonical(binding.origin):
            return False
        return self._may_offer(origin, name)

    def _may_offer(self, origin: str, name: str) -> bool:
        """Whether ``from origin import *`` may bind a name."""
        return self._imports is None or self._imports.offers(origin, name) is not False

    def _is_fallback(self, binding: Binding) -> bool:
        """Whether this is ``Name = None`` in an ``except`` block: calling it would fail anyway."""
        return (
            isinstance(binding.value, ast.Constant)
            and binding.value.value is None
            and isinstance(self._parents.get(binding.statement), ast.ExceptHandler)
        )

    def is_last(self, name: str, part: StatementExpression) -> bool:
        """Whether a top-level statement is the last of several that bind a name, one after the other."""
        bindings = part.scope.bindings.get(name)
        # Without bindings it is declared global or nonlocal: another scope has it.
        if not bindings or bindings[-1].statement is not part.statement:
            return False
        in_line = all(b.kind is Kind.VALUE and self.is_top_level(b.statement) for b in bindings)
        return in_line and not part.scope.stars

    def before(self, name: str, owner: Scope, position: Position) -> Sequence[Binding]:
        """The bindings of a name that come before a position in its own scope, the last one first.

        None when the order of the statements does not say which of them holds there: one of all the bindings is made
        in a loop, where it may fail, or in a branch that may end the run of the scope.
        """
        bindings = owner.bindings[name]
        if len(bindings) > _MOST_BRANCHES or self._is_bound_unseen(name, owner):
            return ()
        if not all(binding.kind is Kind.PARAMETER or self._is_in_order(binding, owner) for binding in bindings):
            return ()
        ends = {b: (0, 0) if b.kind is Kind.PARAMETER else end_of(b.statement) for b in bindings}
        place = position.begin  # no statement ends inside an expression
        return sorted((b for b in bindings if ends[b] <= place), key=lambda b: ends[b], reverse=True)

    def is_asked_elsewhere(self, tests: Sequence[ast.expr]) -> bool:
        """Whether another test in the file asks about what some tests ask about."""
        words = {node.id for test in tests for node in walk(test) if isinstance(node, ast.Name)}
        local = {word for word in words if not self._is_imported(word)}
        texts = [ast.unparse(test).removeprefix("not ") for test in tests]
        for part in self.expressions_mentioning(words):
            if any(part.expression is test for test in tests):
                continue
            asked = list(_asking_in_part(part))
            if any(isinstance(node, ast.Name) and node.id in local for node in asked):
                return True
            if asked and any(text in ast.unparse(part.expression) for text in texts):
                return True
        return False

    def _is_imported(self, name: str) -> bool:
        return any(binding.kind is Kind.IMPORT for binding in self.module.bindings.get(name, ()))

    def _is_in_order(self, binding: Binding, owner: Scope) -> bool:
        if binding.kind is Kind.OTHER or self.expectations.may_fail(binding.statement, owner):
            return False
        around = [outer for _, outer in self.ancestors(binding.statement, owner) if outer is not owner.node]
        return all(isinstance(outer, (ast.If, ast.With)) and not self._may_leave(outer) for outer in around)

    def _may_leave(self, block: ast.AST) -> bool:
        if block not in self._leaving:
            self._leaving[block] = leaves(block)
        return self._leaving[block]

    def _in_loop(self, statement: ast.AST, scope: Scope) -> bool:
        return any(
            isinstance(outer, _LOOPS) and outer is not scope.node for _, outer in self.ancestors(statement, scope)
        )

    def _exclusive(self, bindings: Sequence[Binding], scope: Scope) -> bool:
        """Whether no two of the bindings can both be executed: they are in different branches of one ``if``."""
        branches = [dict(self.tests(binding.statement, scope)) for binding in bindings]
        for index, first in enumerate(branches):
            for second in branches[:index]:
                if not any(node in second and second[node] != branch for node, branch in first.items()):
                    return False
        return True

    # -- objects of libraries

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
        """The canonical dotted name that a single name has because of an import, or None."""
        owner = scope.owner(name)
        if owner is None:
            stars = list(self._stars(scope, name))
            if len(stars) > 1:  # an SDK offers nothing under names that it is not known for
                stars = [star for star in stars if _is_foreign(star) or name in LAST_WORDS]
            # Of several modules it is unknown which one has the name.
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
        return hasattr(builtins, name) and scope.owner(name) is None and not any(self._stars(scope, name))

    @functools.cached_property
    def _imported_names(self) -> Sequence[tuple[str, str]]:
        """All names that are imported anywhere in the file, with their origins: ``acme`` with ``acme.tasks``."""
        self._rows(["import"])
        bound = (item for scope in self.scopes.values() for item in scope.bindings.items())
        return [(name, origin) for name, bindings in bound for each in bindings for origin in _origins(name, each)]

    def imported_as(self, are_meant: Callable[[str], bool]) -> Sequence[tuple[str, str]]:
        """The names that are imported anywhere in the file from modules that are meant, with their origins."""
        return [(name, origin) for name, origin in self._imported_names if are_meant(origin)]

    def imported_and_changed(self) -> Iterator[str]:
        """The dotted names of imported functions whose results are changed at once: ``options()["mem"] = "2Gi"``."""
        if _SOMETHING_CHANGED.search(self.text) is None:
            return
        words = {match["name"] for match in _RESULT_CHANGED.finditer(self.text)}
        for word in sorted(words):
            imported = self.imported(word, self.module)
            if imported is not None:
                yield imported

    def imported_from(self, packages: Container[str]) -> set[str]:
        """The names that the file imports from some packages, anywhere; ``*`` when it imports all of one."""
        found = {name for name, origin in self._imported_names if origin.partition(".")[0] in packages}
        stars = (star for scope in self.scopes.values() for star, _ in scope.stars)
        return found | {"*" for star in stars if star.partition(".")[0] in packages}

    def uses(self, package: str) -> bool:
        """Whether the file imports a package or mentions it as something to install, as in ``packages=["union"]``."""
        if package not in self.text:
            return False
        mention = rf"""["' ]{re.escape(package)}(?=["' \[<>=~!;@])"""
        return bool(self.imported_from([package])) or re.search(mention, self.text) is not None

    def _stars(self, scope: Scope, name: str) -> Iterator[str]:
        """The modules that are imported with ``*`` and may offer a name."""
        current: Scope | None = scope
        while current is not None:
            yield from (origin for origin, _ in current.stars if self._may_offer(origin, name))
            current = current.parent

    def unbound(self) -> Set[str]:
        """The words of the file that no statement binds."""
        bound = {name for scope in self.scopes.values() for name in scope.bindings}
        return frozenset(self.words()) - bound


def _origins(name: str, binding: Binding) -> Sequence[str]:
    """The dotted names that a statement imports and binds as a name."""
    if not isinstance(binding.statement, ast.Import):
        return [binding.origin] if binding.kind is Kind.IMPORT else []
    inside = [each.name for each in binding.statement.names if not each.asname and each.name.startswith(f"{name}.")]
    return inside or [binding.origin]


def _asking_in_part(part: StatementExpression) -> Iterator[ast.AST]:
    """The nodes of the tests in an expression of a statement, which may be a test itself."""
    statement = part.statement
    is_test = isinstance(statement, (ast.If, ast.While, ast.Assert)) and part.expression is statement.test
    return walk(part.expression) if is_test else asking_in(part.expression)


def asking_in(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes of the tests in a tree; all in a ``try`` or ``match`` count."""
    for node in walk(tree):
        asking: Sequence[ast.AST] = ()
        if isinstance(node, (ast.If, ast.While, ast.IfExp, ast.Assert)):
            asking = (node.test,)
        elif isinstance(node, ast.comprehension):
            asking = node.ifs
        elif isinstance(node, ast.BoolOp):
            asking = node.values[:-1]
        elif isinstance(node, (ast.Compare, ast.Match, *TRIES)):
            asking = (node,)
        for test in asking:
            yield from walk(test)


def leaves(block: ast.AST) -> bool:
    """Whether a block may end the run of its scope: it returns, raises or exits."""
    return any(
        isinstance(node, (ast.Return, ast.Raise, ast.Break, ast.Continue))
        or isinstance(node, ast.Call)
        and _EXITS.search(ast.unparse(node.func)) is not None
        for node in walk(block)
    )


def _is_foreign(origin: str) -> bool:
    """Whether a module may offer anything; those of the known packages offer nothing under the names of others."""
    return origin.partition(".")[0] not in PACKAGES
