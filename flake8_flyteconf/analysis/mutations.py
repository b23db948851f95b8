"""What the statements of a file do to an object after its construction, for example ``spec.volumes.append(volume)``."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass

from flake8_flyteconf.analysis.names import LONGEST_CHAIN, Names
from flake8_flyteconf.analysis.objects import Function
from flake8_flyteconf.analysis.scopes import Binding, Kind, Scope, StatementExpression
from flake8_flyteconf.analysis.tree import inside, line_of, walk
from flake8_flyteconf.values import Call, QualifiedName, Value
from flake8_flyteconf.uses import (
    MAKERS_OF_TASKS,
    METHODS,
    METHODS_THAT_ADD,
    METHODS_THAT_CHANGE,
    METHODS_THAT_LOG,
    Use,
    of_callable,
)

#: Displays that hold their items, and comprehensions that hold what they make.
_HOLDERS = (ast.List, ast.Tuple, ast.Set, ast.Dict)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)
#: Expressions whose value holds or is the value inside.
_TRANSPARENT = (
    *(*_HOLDERS, *_COMPREHENSIONS, ast.Starred, ast.IfExp, ast.BoolOp, ast.BinOp, ast.NamedExpr, ast.Await),
    *(ast.keyword, ast.Subscript, ast.Attribute),
)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

Parents = dict[ast.AST, ast.AST]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Mutation:
    """What happens to an object after its construction.

    ``path`` leads from the object to the part that is touched. ``effect`` is ``set``, ``append``, ``extend`` or
    ``update`` when it is known. ``touch`` changes the part in an unknown way, ``method`` by a method of its own, which
    leaves it an object of its class; ``escape`` hands it to something that may change it, which leaves strings and
    numbers as they are. ``by`` is what does it, when the statement does not hand it to something that is changed later.
    """

    path: Path
    effect: str
    value: ast.expr | None
    statement: ast.AST
    scope: Scope
    by: ast.AST | None = None

    @property
    def reason(self) -> str:
        """Why a part that it touches is unknown, in the words of a message."""
        line = line_of(self.statement)
        if isinstance(self.by, ast.Call):
            return f"{ast.unparse(self.by.func)}(...) may change it on line {line}"
        if self.by is None:
            return f"what line {line} makes of it may change it"
        return f"it may be changed on line {line}"


@dataclass(frozen=True, slots=True)
class _NameUse:
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
        return Mutation(path, effect, value, self.part.statement, self.part.scope, self.parent)


@dataclass(slots=True)
class _Holder:
    """What holds an object at a point of an expression.

    The object is ``depth`` levels inside it; a copy of the object has its parts one level inside. ``of_library`` tells
    that a callable of a library made the holder, whose methods and calls change none of its arguments. What it is
    ``taken_by`` may do anything with it.
    """

    depth: int = 0
    of_library: bool = False
    taken_by: ast.AST | None = None


class Mutations:
    """The mutations of the objects of one file.

    :param elsewhere: tells what an expression calls that another module of the project has, None for anything else.
    """

    def __init__(self, names: Names, elsewhere: Callable[[ast.expr, Scope], Value | None] | None = None) -> None:
        self._names = names
        self._elsewhere = elsewhere
        self._found: dict[tuple[Scope, str], list[Mutation]] = {}
        self._uses: dict[ast.expr, tuple[dict[str, list[ast.Name]], Parents]] = {}
        self._aliases = 0
        #: Parameters that are being followed into the results of their functions.
        self._followed: set[tuple[str, Scope]] = set()
        #: Functions whose results are being followed.
        self._returning: set[Scope] = set()

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
                self._found[key].sort(key=lambda mutation: line_of(mutation.statement))
            else:
                binding = owner.bindings[name][0]
                self._found[key] = [Mutation((), "touch", None, binding.statement, owner)]
            self._aliases -= 1
        return self._found[key]

    def of_unbound(self, name: str) -> Sequence[Mutation]:
        """What is done to the object of a name that no statement of the file binds: a star import may."""
        parts = self._names.expressions_mentioning([name])
        return [m for part in parts if part.scope.owner(name) is None for m in self._in_expression(part, name)]

    def certain(self, mutation: Mutation, binding: Binding) -> bool:
        """Whether a mutation surely happens after the binding, in one straight line of statements."""
        return mutation.value is not None and self._names.are_in_line(mutation.statement, binding.statement)

    def may_be_changed(self, node: ast.expr, part: StatementExpression) -> bool:
        """Whether the file may change the object that an expression inside ``part`` makes, where it goes from there."""
        parents = self._names_and_parents(part.expression)[1]
        return self._escapes(node, parents, part, _Holder(of_library=True), trusting=True)

    def _names_and_parents(self, expression: ast.expr) -> tuple[dict[str, list[ast.Name]], Parents]:
        if expression not in self._uses:
            self._uses[expression] = _names_and_parents(expression)
        return self._uses[expression]

    def _in_expression(self, part: StatementExpression, name: str) -> Iterator[Mutation]:
        """What the uses of a name in one expression do."""
        uses, parents = self._names_and_parents(part.expression)
        for each in reversed(uses.get(name, [])):
            use = _name_use(each, parents, part)
            followed = self._through_alias(use) or self._through_helper(use)
            if followed:
                yield from followed
            elif (mutation := self._of_use(use)) is not None:
                yield mutation

    def _through_alias(self, use: _NameUse) -> Sequence[Mutation]:
        """What is done through a second name of the object: ``big = small``, then ``big.mem = "2Gi"``."""
        statement, scope = use.part.statement, use.part.scope
        if not isinstance(statement, ast.Assign) or use.part.expression is not use.name or len(statement.targets) > 1:
            return ()
        (target,) = statement.targets
        if not isinstance(target, ast.Name) or not scope.owner(use.name.id) is scope.owner(target.id) is scope:
            return ()
        return self.of(target.id, scope) if len(self._names.definitions(target.id, scope)) == 1 else ()

    def _through_helper(self, use: _NameUse) -> Sequence[Mutation]:
        """What a function of the file surely assigns to attributes of its argument, as far as that is constants."""
        call, statement = use.parent, use.part.statement
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or use.chain is not use.name:
            return ()
        if not isinstance(statement, ast.Expr) or statement.value is not call or self._aliases > LONGEST_CHAIN // 2:
            return ()
        definitions = self._names.definitions(call.func.id, use.part.scope)
        function = definitions[0].statement if len(definitions) == 1 else None
        if not isinstance(function, ast.FunctionDef) or function.decorator_list:
            return ()
        parameter, inner = _parameter(function, call, use.name), self._names.scope_of(function)
        if parameter is None or len(inner.bindings[parameter]) != 1:
            return ()
        assigned = self.of(parameter, inner)
        plain = all(
            mutation.effect == "set"
            and isinstance(mutation.value, ast.Constant)
            and self._names.are_in_line(mutation.statement, function.body[0])
            for mutation in assigned
        )
        leaves = any(isinstance(node, (ast.Return, ast.Raise)) for node in walk(function))
        if not plain or leaves:
            return ()
        return [use.mutation("set", mutation.path, mutation.value) for mutation in assigned]

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

    def _of_use(self, use: _NameUse) -> Mutation | None:
        """What one use of a name does to its object; None when it only reads."""
        chain, parent = use.chain, use.parent
        if not isinstance(getattr(chain, "ctx", None), ast.Load):
            return _assignment(use)
        if isinstance(parent, ast.Call) and parent.func is use.name:
            return None  # a task or helper that is called
        if isinstance(parent, ast.Call) and parent.func is chain and isinstance(chain, ast.Attribute):
            return self._method(use, chain.attr, parent)
        if isinstance(chain, ast.Attribute) and use.exact and chain.attr in METHODS_THAT_CHANGE:
            return use.mutation("touch", use.path[:-1])  # add = volumes.append
        return self._escape(use, chain, use.path)

    def _method(self, use: _NameUse, method: str, call: ast.Call) -> Mutation | None:
        """What the call of a method of the object or of a part of it does."""
        path = use.path[:-1] if use.exact else use.path
        known = self._known_method(method)
        if known is Use.COPIES:
            return self._escape(use, call, path, _Holder(1))
        if known is Use.HANDS_OUT:
            return self._escape(use, call, path)
        if known in (Use.READS, Use.KEEPS):
            return None
        statement = use.part.statement
        if use.exact and isinstance(statement, ast.Expr) and statement.value is call:
            if method in ("append", "extend", "update") and len(call.args) == 1 and not call.keywords:
                return use.mutation(method, path, call.args[0])
            key = call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else None
            if method == "setdefault" and isinstance(key, str) and len(call.args) == 2:
                return use.mutation("setdefault", (*path, key), call.args[1])
            if method == "update" and not call.args:
                return use.mutation("update", path, call)
        return use.mutation("method", path)

    def _escape(self, use: _NameUse, node: ast.AST, path: Path, holder: _Holder | None = None) -> Mutation | None:
        """A use as a value: harmless where it is surely only read, or kept by something that is changed nowhere."""
        part, held = use.part, holder or _Holder()
        returned = part.scope.owner(use.name.id) is part.scope.function()
        escapes = self._escapes(node, use.parents, part, held, is_local=returned)
        return Mutation(path, "escape", None, part.statement, part.scope, held.taken_by) if escapes else None

    # -- a value inside an expression

    def _escapes(
        self,
        node: ast.AST,
        parents: Parents,
        part: StatementExpression,
        held: _Holder,
        *,
        trusting: bool = False,
        is_local: bool = True,
    ) -> bool:
        """Whether a value may be changed where it goes; ``trusting`` functions of other modules to leave it alone."""
        use = self._flow(node, parents, part, held, trusting)
        return self._changes_later(part.expression, part, held, is_local) if use is Use.KEEPS else use is Use.UNKNOWN

    def _flow(self, node: ast.AST, parents: Parents, part: StatementExpression, held: _Holder, trusting: bool) -> Use:
        """What the expressions around a value do with it, up to the statement; ``held`` is what holds it there."""
        while node in parents:
            parent = parents[node]
            if isinstance(parent, ast.Attribute) and parent.attr in METHODS_THAT_CHANGE:
                held.taken_by = parent
                return Use.UNKNOWN  # volumes_of(spec).append(volume)
            use = self._handling(node, parent, parents, part, held)
            if use is Use.UNKNOWN and trusting and isinstance(parent, ast.Call) and self._is_foreign(parent, part):
                use = Use.READS
            if use is not Use.KEEPS:
                held.taken_by = parent
                return use
            node = parent
        return Use.KEEPS

    def _handling(
        self, node: ast.AST, parent: ast.AST, parents: Parents, part: StatementExpression, held: _Holder
    ) -> Use:
        """What an expression does with a value inside it; what holds the value then is noted in ``held``."""
        if isinstance(parent, ast.Call):
            if parent.func is not node:
                return self._handling_by_call(node, parent, part, held)
            # What was made of the value is called: a method, a decorator of a library, or anything.
            if isinstance(node, ast.Attribute):
                known = self._known_method(node.attr)
                held.of_library = known in (Use.KEEPS, Use.COPIES)
                return Use.READS if known is Use.READS else Use.KEEPS
            if isinstance(node, ast.Call) and self._names.qualified_name(node.func, part.scope) in MAKERS_OF_TASKS:
                return Use.READS
            return Use.KEEPS if held.of_library else Use.UNKNOWN
        if isinstance(parent, ast.NamedExpr) and self._changes_alias(parent.target, part, _Holder(held.depth)):
            return Use.UNKNOWN
        if isinstance(parent, (ast.Compare, ast.FormattedValue, ast.UnaryOp)):
            return Use.READS
        if isinstance(parent, ast.Subscript) and parent.slice is node:
            return Use.READS
        if isinstance(parent, ast.comprehension):
            return self._handling_by_loop(node, parent, parents)
        if isinstance(parent, (ast.Subscript, ast.Attribute)):
            held.depth = max(0, held.depth - 1)
        elif isinstance(parent, (*_HOLDERS, *_COMPREHENSIONS)):
            held.depth += 1
        return Use.KEEPS if isinstance(parent, _TRANSPARENT) else Use.UNKNOWN

    def _handling_by_loop(self, node: ast.AST, loop: ast.comprehension, parents: Parents) -> Use:
        """What a comprehension does with what it goes through: nothing when it only reads attributes of the items."""
        around = parents.get(loop)
        if loop.iter is not node:
            return Use.READS
        if not isinstance(loop.target, ast.Name) or around is None:
            return Use.UNKNOWN
        _, inner = _names_and_parents(around)
        for each in walk(around):
            if isinstance(each, ast.Name) and each.id == loop.target.id and isinstance(each.ctx, ast.Load):
                above = inner.get(each)
                is_attribute = isinstance(above, ast.Attribute) and isinstance(above.ctx, ast.Load)
                called = is_attribute and isinstance(inner.get(above or each), (ast.Call, ast.Attribute, ast.Subscript))
                if not isinstance(above, (ast.Compare, ast.FormattedValue)) and (not is_attribute or called):
                    return Use.UNKNOWN
        return Use.READS

    def _handling_by_call(self, node: ast.AST, call: ast.Call, part: StatementExpression, held: _Holder) -> Use:
        """What a call does with its argument."""
        func, scope = call.func, part.scope
        argument = node.value if isinstance(node, ast.keyword) else node
        keywords = {keyword.arg for keyword in call.keywords}
        name = self._names.qualified_name(func, scope) or ""
        if isinstance(func, ast.Name) and self._names.is_builtin(func.id, scope):
            name = f"builtins.{func.id}"
        made = self._elsewhere(func, scope) if name and self._elsewhere is not None else None
        if isinstance(made, Function):
            return made.home.mutations.of_argument(made.node, call, argument, held)
        name = _name_of(made) or name
        use = of_callable(name, node.arg if isinstance(node, ast.keyword) else None, keywords)
        if use is Use.UNKNOWN and isinstance(func, ast.Attribute):
            use = self._handling_by_method(func, scope)
        if use is Use.UNKNOWN and isinstance(func, ast.Call):
            use = of_callable(self._names.qualified_name(func.func, scope) or "", None, set())
            use = Use.KEEPS if use is Use.KEEPS else self._handling_by_function(func.func, call, argument, scope, held)
        if use is Use.UNKNOWN and isinstance(func, ast.Name):
            return self._handling_by_function(func, call, argument, scope, held)
        if use is Use.KEEPS:
            held.depth += 1
            held.of_library = True
        elif use is Use.HANDS_OUT:
            held.depth = max(0, held.depth - 1)
        elif use is Use.COPIES and held.depth == 0:
            held.depth = 1
        return Use.KEEPS if use in (Use.HANDS_OUT, Use.COPIES) else use

    def _handling_by_method(self, func: ast.Attribute, scope: Scope) -> Use:
        """What the call of a method does with its argument, by its name and by what has made the object."""
        if func.attr in METHODS_THAT_LOG and self._logs(func, scope):
            return Use.READS
        if func.attr in METHODS_THAT_ADD:
            owner = scope.owner(_root(func.value))
            added = self.of(_root(func.value), owner) if owner is not None else []
            only_added = owner is not None and all(mutation.effect in ("append", "extend") for mutation in added)
            return Use.KEEPS if only_added else Use.UNKNOWN
        known = self._known_method(func.attr)
        if known in (Use.READS, Use.KEEPS) and func.attr not in ("index", "count"):
            return known
        return self._handling_by_made(func.value, scope)

    def _known_method(self, name: str) -> Use | None:
        """What a method of that name does; None for one that the file may have defined anew."""
        return METHODS.get(name) if name not in self._own_methods else None

    @functools.cached_property
    def _own_methods(self) -> Set[str]:
        """The names of the functions in classes of the file."""
        classes = (scope for scope in self._names.scopes.values() if isinstance(scope.node, ast.ClassDef))
        return {name for scope in classes for name in scope.bindings}

    def _handling_by_made(self, root: ast.expr, scope: Scope, depth: int = 0) -> Use:
        """What a method does with its argument, by what made its object: ``flyte.with_runcontext().run(task)``."""
        while isinstance(root, (ast.Attribute, ast.Call)):
            if isinstance(root, ast.Call):
                made = of_callable(self._names.qualified_name(root.func, scope) or "", None, set())
                if made not in (Use.UNKNOWN, Use.LOGS):
                    return made
                root = root.func
            else:
                root = root.value
        owner = scope.owner(root.id) if isinstance(root, ast.Name) else None
        bindings = self._names.definitions(root.id, scope) if isinstance(root, ast.Name) else []
        value = bindings[0].value if len(bindings) == 1 else None
        if not isinstance(value, ast.Call) or owner is None or depth > LONGEST_CHAIN:
            return Use.UNKNOWN
        return self._handling_by_made(value, owner, depth + 1)

    def _handling_by_function(
        self, func: ast.expr, call: ast.Call, argument: ast.AST, scope: Scope, held: _Holder
    ) -> Use:
        """What a function of the file, or a decorator kept in a name, does with its argument."""
        definitions = self._names.definitions(func.id, scope) if isinstance(func, ast.Name) else []
        owner = scope.owner(func.id) if isinstance(func, ast.Name) else None
        if not definitions or owner is None:
            return Use.UNKNOWN
        return max(
            (self._handling_by_binding(b, call, argument, owner, held) for b in definitions), key=lambda use: use.value
        )

    def _handling_by_binding(
        self, binding: Binding, call: ast.Call, argument: ast.AST, owner: Scope, held: _Holder
    ) -> Use:
        if isinstance(binding.value, ast.Call):
            made_by = binding.value
            is_partial = self._names.qualified_name(made_by.func, owner) == "functools.partial" and made_by.args
            target = made_by.args[0] if is_partial else made_by.func
            return of_callable(self._names.qualified_name(target, owner) or "", None, set())
        return (
            self.of_argument(binding.statement, call, argument, held) if binding.kind is Kind.FUNCTION else Use.UNKNOWN
        )

    def of_argument(self, function: ast.AST, call: ast.Call, argument: ast.AST, held: _Holder) -> Use:
        """What a function of this file does with the argument of a call, which may be one of another module."""
        if not isinstance(function, ast.FunctionDef):
            return Use.UNKNOWN
        parameter = _parameter(function, call, argument)
        if function.decorator_list or parameter is None or self._aliases > LONGEST_CHAIN // 2:
            return Use.UNKNOWN
        inner = self._names.scope_of(function)
        followed = (parameter, inner)
        if followed in self._followed or len(inner.bindings.get(parameter, ())) != 1 or self.of(parameter, inner):
            return Use.UNKNOWN
        self._followed.add(followed)
        try:
            return self._returned(parameter, inner, held)
        finally:
            self._followed.remove(followed)

    def _returned(self, parameter: str, function: Scope, held: _Holder) -> Use:
        """What becomes of a parameter in the results of a function that leaves it alone."""
        flows = []
        for part in self._names.expressions_mentioning([parameter]):
            if isinstance(part.statement, ast.Return) and part.scope.owner(parameter) is function:
                uses, parents = self._names_and_parents(part.expression)
                for use in uses.get(parameter, ()):
                    result = _Holder()
                    if self._flow(use, parents, part, result, trusting=False) is Use.KEEPS:
                        flows.append(result)
        if not flows:
            return Use.READS
        held.depth += min(flow.depth for flow in flows)
        held.of_library = all(flow.of_library for flow in flows)
        return Use.KEEPS

    def _is_foreign(self, call: ast.Call, part: StatementExpression) -> bool:
        """Whether a call is that of a function of another module, which changes nothing that was built for it."""
        name = self._names.qualified_name(call.func, part.scope)
        return name is not None and not name.startswith("builtins.") or isinstance(call.func, ast.Attribute)

    def _logs(self, func: ast.Attribute, scope: Scope) -> bool:
        """Whether a method is one of a logger, which is imported or made in this file."""
        if not isinstance(func.value, ast.Name):
            return False
        if self._is_logger(func.value, scope):
            return True
        owner = scope.owner(func.value.id)
        definitions = self._names.definitions(func.value.id, scope)
        makers = [b.value.func for b in definitions if isinstance(b.value, ast.Call) and owner is not None]
        return len(makers) == len(definitions) == 1 and owner is not None and self._is_logger(makers[0], owner)

    def _is_logger(self, func: ast.expr, scope: Scope) -> bool:
        return of_callable(self._names.qualified_name(func, scope) or "", None, set()) is Use.LOGS

    # -- aliases

    def _changes_later(self, node: ast.AST, part: StatementExpression, held: _Holder, is_local: bool) -> bool:
        """Whether a statement gives the value, or what holds it, to something by which it may be changed."""
        statement = part.statement
        if isinstance(statement, (ast.Expr, ast.If, ast.While, ast.Assert)):
            return False
        if isinstance(statement, (ast.Assign, ast.AnnAssign)) and statement.value is node:
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            return any(self._changes_alias(target, part, held) for target in targets)
        if isinstance(statement, (ast.For, ast.AsyncFor)) and statement.iter is node:
            return self._changes_alias(statement.target, part, _Holder(max(0, held.depth - 1)))
        if isinstance(statement, ast.Return):
            # A local object is the caller's from here on; one from outside may be changed through every result.
            return self._changes_result(part, held, is_local)
        if isinstance(statement, _FUNCTIONS):
            return self._changes_default(node, statement)
        return not isinstance(statement, ast.ClassDef)

    def _changes_default(self, node: ast.AST, function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
        """Whether a function changes the default of a parameter; its decorators leave it alone."""
        inner = self._names.scope_of(function)
        names = [name for name, bound in inner.bindings.items() if any(binding.value is node for binding in bound)]
        return any(self.of(name, inner) for name in names)

    def _changes_result(self, part: StatementExpression, held: _Holder, is_local: bool) -> bool:
        """Whether the calls of a function may change what it returns."""
        function = part.scope.function()
        owner = function.parent if function is not None else None
        if function is None or owner is None or self._aliases > LONGEST_CHAIN // 2:
            return not is_local
        name = getattr(function.node, "name", "")
        if getattr(function.node, "decorator_list", ()):
            return not is_local
        if function in self._returning:
            return False  # a function that returns what it returns
        self._aliases += 1
        self._returning.add(function)
        try:
            for use in self._names.expressions_mentioning([name]):
                uses, parents = self._names_and_parents(use.expression)
                for each in uses.get(name, ()):
                    call = parents.get(each)
                    if use.scope.owner(name) is not owner or not isinstance(call, ast.Call) or call.func is not each:
                        continue
                    result = _Holder(held.depth, held.of_library)
                    if self._escapes(call, parents, use, result, trusting=is_local):
                        return True
        finally:
            self._aliases -= 1
            self._returning.remove(function)
        return False

    def _changes_alias(self, target: ast.expr, part: StatementExpression, held: _Holder) -> bool:
        """Whether an object may be changed through what its holder is assigned to."""
        if isinstance(target, (ast.Tuple, ast.List)):
            inner = _Holder(max(0, held.depth - 1))
            return any(self._changes_alias(item, part, inner) for item in target.elts)
        if isinstance(target, ast.Name):
            owner = part.scope.owner(target.id)
            if owner is None or isinstance(owner.node, ast.ClassDef):
                return True
            others = [b for b in owner.bindings[target.id] if b.statement is not part.statement]
            return any(b.kind in (Kind.OTHER, Kind.AUGMENTED) for b in others) or self._reaches(
                target.id, owner, part, held
            )
        # container.resources = RESOURCES: harmless while no statement reaches through the container.
        root, depth = target, held.depth
        attribute = target.attr if isinstance(target, ast.Attribute) else ""
        while isinstance(root, (ast.Attribute, ast.Subscript)):
            root, depth = root.value, depth + 1
        owner = part.scope.owner(root.id) if isinstance(root, ast.Name) else None
        if owner is None or not isinstance(root, ast.Name):
            return True
        if owner.bindings[root.id][0].kind is Kind.PARAMETER and self._reaches_through(attribute):
            return True  # self.resources = RESOURCES in one method, self.resources.mem = ... in another
        return self._reaches(root.id, owner, part, _Holder(depth, held.of_library))

    def _reaches_through(self, attribute: str) -> bool:
        """Whether anything in the file goes through an attribute of some object to what is inside."""
        return not attribute or attribute in self._gone_through

    @functools.cached_property
    def _gone_through(self) -> frozenset[str]:
        return frozenset(re.findall(r"\.(\w+)(?=\s*[.\[])", self._names.text))

    def _reaches(self, name: str, owner: Scope, part: StatementExpression, held: _Holder) -> bool:
        """Whether a mutation of the object of a name may change what it holds."""
        return any(
            mutation.statement is not part.statement and _changes_held(mutation, held)
            for mutation in self.of(name, owner)
        )


def _name_of(callee: Value | None) -> str:
    """The canonical name of a callable of a library, of a partial that of its target; empty for anything else."""
    if isinstance(callee, Call):
        return _name_of(callee.extra_positional[0]) if callee.extra_positional else callee.name
    return callee.name if isinstance(callee, QualifiedName) and not callee.reason else ""


def _name_use(name: ast.Name, parents: Parents, part: StatementExpression) -> _NameUse:
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
            return _NameUse(name, chain, tuple(path), exact, parents, part)
        exact = exact and key is not None
        if exact and key is not None:
            path.append(key)
        chain = parent


def _assignment(use: _NameUse) -> Mutation | None:
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


def _changes_held(mutation: Mutation, held: _Holder) -> bool:
    """Whether a mutation of a holder may change what is ``depth`` levels inside it."""
    if held.of_library and mutation.effect == "method":
        return False  # the methods of a library's objects leave alone what these were made of
    # What is added to a part changes the part, what is assigned to one replaces it.
    level = len(mutation.path) + (mutation.effect in ("append", "extend", "update"))
    unknown = mutation.effect in ("touch", "method", "escape")
    return unknown or level > held.depth or level == held.depth == 0


def _parameter(function: ast.FunctionDef, call: ast.Call, argument: ast.AST) -> str | None:
    """The parameter for which a call passes an argument; None when that is not plain to see."""
    arguments = function.args
    positional = [each.arg for each in (*arguments.posonlyargs, *arguments.args)]
    for keyword in call.keywords:
        if keyword.value is argument:
            known = {*positional, *(each.arg for each in arguments.kwonlyargs)}
            return keyword.arg if keyword.arg in known else _star(arguments.kwarg)
    if any(isinstance(each, ast.Starred) for each in call.args) or argument not in call.args:
        return None
    index = call.args.index(argument) if isinstance(argument, ast.expr) else len(positional)
    return positional[index] if index < len(positional) else _star(arguments.vararg)


def _star(parameter: ast.arg | None) -> str | None:
    return parameter.arg if parameter is not None else None


def _root(node: ast.AST) -> str:
    """The name that a chain of attributes, subscripts and calls begins with, empty when it is something else."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def _names_and_parents(expression: ast.AST) -> tuple[dict[str, list[ast.Name]], Parents]:
    """The uses of every name in an expression, and the parent of every node on the way."""
    parents: Parents = {}
    pending: list[ast.AST] = [expression]
    found: dict[str, list[ast.Name]] = {}
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Name):
            found.setdefault(node.id, []).append(node)
            continue
        if isinstance(node, ast.Constant):
            continue
        for child in inside(node):
            parents[child] = node
            pending.append(child)
    return found, parents
