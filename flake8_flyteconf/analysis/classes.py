"""The attributes of the classes of a file: namespaces of constants, and enumerations."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from flake8_flyteconf import sdk
from flake8_flyteconf.analysis.calls import Arguments
from flake8_flyteconf.analysis.context import Context
from flake8_flyteconf.analysis.interfaces import undecorated
from flake8_flyteconf.analysis.mutations import Mutation, Mutations, Path
from flake8_flyteconf.analysis.objects import Class, Function, Object
from flake8_flyteconf.analysis.scopes import Kind, Scope
from flake8_flyteconf.analysis.tree import walk
from flake8_flyteconf.flytekit.calls import Resources
from flake8_flyteconf.values import Constant, Member, MemberConstant, Position, Unknown, Value

if TYPE_CHECKING:
    from flake8_flyteconf.analysis.evaluator import Evaluator

#: Methods by which a class gives its attributes other values than those written.
_COMPUTING = frozenset(
    {
        "__init__",
        "__new__",
        "__getattribute__",
        "__getattr__",
        "_missing_",
        "__init_subclass__",
        "_generate_next_value_",
    }
)
#: A chain of attributes that is assigned to, or changed: through an instance of a class, a subclass or its type.
_CHANGED = re.compile(
    r"[\w)\]]((?:\.\w+|\[[^\]]*\])+)(?:\s*=(?!=)|\.(?:append|extend|insert|pop|update|setdefault|clear|remove)\()"
)
_SET_BY_NAME = re.compile(r"setattr\([^,]*,\s*[\"'](\w+)")
#: Methods that may give any attribute another value.
_HOOKS = ("__set_name__", "__init_subclass__", "__setattr__", "__getattribute__")
_DATACLASS = "dataclasses.dataclass"
_PLAIN_BASES = ("object", "str", "int", "float")


class Classes:
    """Looks up the attributes of classes."""

    def __init__(self, evaluator: Evaluator, mutations: Mutations) -> None:
        self._evaluator = evaluator
        self._mutations = mutations
        self._computed: dict[ast.ClassDef, frozenset[str] | None] = {}
        self._steps: dict[tuple[Scope, str], dict[Path, list[Mutation]]] = {}
        self._bases: dict[ast.ClassDef, tuple[Sequence[str] | None, Sequence[Class]]] = {}

    def may_set(self, attribute: str) -> bool:
        """Whether the file may give an attribute of a class, or of objects of it, another value."""
        return attribute in self._set

    @functools.cached_property
    def _has_hooks(self) -> bool:
        return any(word in self._evaluator.names.text for word in _HOOKS)

    @functools.cached_property
    def _set(self) -> frozenset[str]:
        """The attributes that the file may give another value."""
        text = self._evaluator.names.text
        chains = (match[1] for match in _CHANGED.finditer(text))
        return frozenset(_SET_BY_NAME.findall(text)).union(*(re.findall(r"\.(\w+)", chain) for chain in chains))

    def of(self, base: Class | Object, attribute: str, position: Position, context: Context) -> Value:
        """The value of an attribute of a class of this file, or of an object of one."""
        if isinstance(base, Object):
            return self._of_object(base, attribute, position, context)
        return self._attribute(base, attribute, position, context)

    def _attribute(self, base: Class, attribute: str, position: Position, context: Context) -> Value:
        """The value of ``Config.CPU`` for a plain class or an enumeration of this file."""
        unfollowed = Unknown(position, f"the attribute {attribute} of {base.node.name} is not followed")
        bases, parents = self.bases(base)
        if bases is None or self._has_hooks:
            return unfollowed
        is_enumeration = any(each.startswith("enum.") for each in bases)
        inner, computed = self._evaluator.names.scope_of(base.node), self._computed_in(base.node) or frozenset()
        if self._may_compute(base, attribute):
            return unfollowed
        if attribute not in inner.bindings and parents:
            if len(parents) != 1:
                return unfollowed
            return self._evaluator.attribute(parents[0], attribute, position, context)
        bindings = inner.bindings.get(attribute, [])
        nested = bindings[0].statement if len(bindings) == 1 and not is_enumeration else None
        if isinstance(nested, ast.ClassDef) and not self._mutations_of(base, attribute):
            reason = f"{attribute} is a class"
            return Class(position, reason, node=nested, scope=inner, home=self._evaluator)
        if (
            len(bindings) != 1
            or bindings[0].kind is not Kind.VALUE
            or is_enumeration
            and self._may_compute(base, "value")
        ):
            return unfollowed
        mutations = self._mutations_of(base, attribute)
        if any(mutation.effect != "escape" or not mutation.path for mutation in mutations):
            return unfollowed
        if self.may_set(attribute):
            return unfollowed
        within = context.within(inner)
        value = self._evaluator.name(attribute, within, position)
        for mutation in mutations:
            value = self._evaluator.steps.changed(value, replace(mutation, path=mutation.path[1:]), False, within)
        return self._member(value, bases, bool(computed)) or unfollowed if is_enumeration else value

    @staticmethod
    def _member(value: Value, bases: Sequence[str], computed: bool) -> Value | None:
        """The member of an enumeration that a value in its body becomes, None when another base converts it."""
        mixed_in = {"str", "int", "float"}.intersection(bases)
        mixed_in |= {"str"} if "enum.StrEnum" in bases else set()
        if mixed_in and not (isinstance(value, Constant) and {type(value.value).__name__} == mixed_in):
            return None
        if mixed_in and isinstance(value, Constant) and not computed:
            return MemberConstant(value.position, value.value)
        return Member(value.position, "enum.member", {"value": value})

    def _of_object(self, base: Object, attribute: str, position: Position, context: Context) -> Value:
        """The value of ``Config().cpu``: a field of a dataclass or named tuple, a property, or what the class has."""
        node, names = base.made_by.node, self._evaluator.names
        inner = names.scope_of(node)
        decorators = {names.qualified_name(undecorated(each), base.made_by.scope) for each in node.decorator_list}
        bases = {names.qualified_name(each, base.made_by.scope) for each in node.bases}
        unfollowed = Unknown(position, f"the attribute {attribute} of {node.name} is not followed")
        if any(word in names.text for word in _HOOKS):
            return unfollowed
        if decorators == {_DATACLASS} and not bases or bases == {"typing.NamedTuple"} and not decorators:
            return self._field(base, attribute, position, context) or unfollowed
        if base.positional or base.keywords:
            return unfollowed
        if self._mutations_of(base.made_by, attribute) or node.decorator_list:
            return unfollowed
        bindings = inner.bindings.get(attribute, [])
        getter = bindings[0].statement if len(bindings) == 1 else None
        if isinstance(getter, ast.FunctionDef) and _is_property(getter):
            function = Function(position, "a property", node=getter, scope=inner, home=self._evaluator)
            return self._evaluator.functions.called(function, Arguments(positional=[base]), position, context)
        return self._attribute(base.made_by, attribute, position, context)

    def _field(self, base: Object, attribute: str, position: Position, context: Context) -> Value | None:
        """What a dataclass or named tuple was given for a field, or the default; None when that is not known."""
        node = base.made_by.node
        fields = [each for each in node.body if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)]
        names = [each.target.id for each in fields if isinstance(each.target, ast.Name)]
        if base.positional and not all(_takes_a_position(each) for each in fields):
            return None
        given = {**dict(zip(names, base.positional)), **base.keywords}
        computed = self._computed_in(node)
        if attribute not in names or computed is None or computed & {"__post_init__", attribute}:
            return None
        if attribute in given:
            return given[attribute]
        inner = self._evaluator.names.scope_of(node)
        if len(inner.bindings.get(attribute, [])) != 1 or self._mutations_of(base.made_by, attribute):
            return None
        value = self._evaluator.name(attribute, context.within(inner), position)
        return value if isinstance(value, (Constant, Resources)) else None

    def _may_compute(self, base: Class, attribute: str) -> bool:
        """Whether a class, or one that it inherits from, gives its objects another value for an attribute."""
        computed = self._computed_in(base.node)
        if computed is None or attribute in computed:
            return True
        return any(self._may_compute(parent, attribute) for parent in self.bases(base)[1])

    def bases(self, base: Class) -> tuple[Sequence[str] | None, Sequence[Class]]:
        """The bases of a class, None when it is decorated or one of them may do anything; those of this file apart."""
        if base.home is not self._evaluator:
            return base.home.classes.bases(base)
        if base.node not in self._bases:
            self._bases[base.node] = None, ()  # what inherits from itself may do anything
            self._bases[base.node] = self._found_bases(base)
        return self._bases[base.node]

    def extended(self, base: Class) -> str:
        """The class of a task plugin that a class extends; empty when the file may make a plugin of its own of it."""
        names, bases = self._evaluator.names, base.node.bases
        decorators = {names.qualified_name(undecorated(each), base.scope) for each in base.node.decorator_list}
        if len(bases) != 1 or base.node.keywords or sdk.REGISTRY in names.text or decorators - {_DATACLASS}:
            return ""
        name = names.qualified_name(bases[0], base.scope) or ""
        return sdk.canonical(name) if sdk.is_of_plugin(name) else ""

    def _found_bases(self, base: Class) -> tuple[Sequence[str] | None, Sequence[Class]]:
        node, names = base.node, self._evaluator.names
        known: list[str] = []
        parents: list[Class] = []
        for each in node.bases:
            name = names.qualified_name(each, base.scope) or getattr(each, "id", "")
            value = self._evaluator.callee(each, Context(base.scope)) if isinstance(each, ast.Name) else None
            if isinstance(value, Class) and value.node is not node:
                parents.append(value)
                inherited, _ = self.bases(value)
                known += inherited if inherited is not None else ["unknown"]
            else:
                known.append(name or "")
        plain = len(parents) < 2 and all(each.startswith("enum.") or each in _PLAIN_BASES for each in known)
        return (known if plain and not node.decorator_list and not node.keywords else None), parents

    def _computed_in(self, node: ast.ClassDef) -> frozenset[str] | None:
        """The attributes that a class assigns in its methods or has as methods; None when it may compute any."""
        if node not in self._computed:
            found: set[str] = set()
            for item in walk(node):
                if isinstance(item, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    found.add(item.name)
                elif isinstance(item, ast.Attribute) and isinstance(item.ctx, ast.Store):
                    found.add(item.attr)
                elif isinstance(item, ast.Attribute) and item.attr == "__dict__":
                    found.add("__getattr__")
                elif isinstance(item, ast.Name) and item.id in ("setattr", "vars"):
                    found.add("__getattr__")
            self._computed[node] = None if found & _COMPUTING else frozenset(found)
        return self._computed[node]

    def _mutations_of(self, base: Class, attribute: str) -> Sequence[Mutation]:
        """The steps on a class as a whole and on one of its attributes."""
        key = (base.scope, base.node.name)
        if key not in self._steps:
            groups = self._steps[key] = {}
            for mutation in self._mutations.of(base.node.name, base.scope):
                groups.setdefault(mutation.path[:1], []).append(mutation)
        return [*self._steps[key].get((), ()), *self._steps[key].get((attribute,), ())]


def _is_property(function: ast.FunctionDef) -> bool:
    decorators = function.decorator_list
    return len(decorators) == 1 and isinstance(decorators[0], ast.Name) and decorators[0].id == "property"


def _takes_a_position(field: ast.AnnAssign) -> bool:
    """Whether a field is surely one of the positional parameters of the constructor."""
    words = ast.unparse(field.annotation)
    special = any(word in words for word in ("ClassVar", "InitVar", "KW_ONLY"))
    return not special and not isinstance(field.value, ast.Call)
