"""What something is: names, attributes, classes and functions of one file, as values.

A name is followed to what it is bound to; the value keeps the place where it is written, be it a constant, the default
of a parameter or an argument of a helper function. What cannot be followed becomes ``Unknown``. Nothing else in the
engine says what a call calls, of what class an object is, or whether it may have been changed.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

import libcst as cst

from flake8_flyteconf import sdk
from flake8_flyteconf.analysis.calls import Arguments, bind
from flake8_flyteconf.analysis.classes import Classes
from flake8_flyteconf.analysis.context import Context
from flake8_flyteconf.analysis.expressions import EITHER, NEITHER, TOLD_APART, Expression, is_known
from flake8_flyteconf.analysis.functions import Functions
from flake8_flyteconf.analysis.imported import Imported, Unfollowed
from flake8_flyteconf.analysis.mutations import Mutations
from flake8_flyteconf.analysis.names import LONGEST_CHAIN, Names
from flake8_flyteconf.analysis.objects import (
    BoundMethod,
    Class,
    Function,
    Instance,
    Object,
    ProjectModule,
    called_by,
    class_of,
    maker_of,
)
from flake8_flyteconf.analysis.scopes import Binding, Kind, Scope, StatementExpression
from flake8_flyteconf.analysis.steps import Steps
from flake8_flyteconf.analysis.syntax import SMALL, SourceExpression, Sources, Unreadable, guard
from flake8_flyteconf.analysis.tree import end_of, line_of, walk
from flake8_flyteconf.values import (
    Call,
    Constant,
    DictValue,
    Entity,
    Member,
    MemberConstant,
    Method,
    OneOf,
    Position,
    Promise,
    QualifiedName,
    SequenceValue,
    Unknown,
    Value,
    is_string,
    unknown,
)
from flake8_flyteconf.values.containers import DICT_METHODS, LIST_METHODS
from flake8_flyteconf.values.elsewhere import seen_from
from flake8_flyteconf.values.folding import concatenated, joined, merged, one_of
from flake8_flyteconf.values.functions import STRING_METHODS
from flake8_flyteconf.values.paths import METHODS as PATH_METHODS, is_path, some_path

if TYPE_CHECKING:
    from flake8_flyteconf.analysis.project import Imports

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_Function = ast.FunctionDef | ast.AsyncFunctionDef


class Evaluator:
    """Turns the expressions of one file into values.

    :param imports: where names of other modules lead; without it a file stands alone.
    """

    def __init__(self, names: Names, sources: Sources, imports: Imports | None = None) -> None:
        self.names = names
        self.sources = sources
        self.imports = imports
        self._pages: dict[ast.expr, SourceExpression] = {}
        self._values: dict[ast.expr, Value] = {}
        self._targets: dict[tuple[ast.Call, Scope], str | None] = {}
        self._mentioned: dict[str, bool] = {}
        #: Values after the steps on their names, by the binding and where it is used.
        self._stepped: dict[tuple[object, ...], Value] = {}

    def release(self) -> None:
        """Forget everything about the file, when nothing will be asked about it any more.

        The judges of a file refer to each other; it and its tree would stay until the garbage collector comes round.
        """
        vars(self.names).clear()
        vars(self).clear()

    # Most expressions need none of these.

    @functools.cached_property
    def mutations(self) -> Mutations:
        return Mutations(self.names, self._callee_elsewhere if self.imports is not None else None)

    @functools.cached_property
    def steps(self) -> Steps:
        return Steps(self, self.mutations)

    @functools.cached_property
    def classes(self) -> Classes:
        return Classes(self, self.mutations)

    @functools.cached_property
    def _imported(self) -> Imported | None:
        return Imported(self.names, self.mutations, self.steps, self.imports) if self.imports is not None else None

    @functools.cached_property
    def functions(self) -> Functions:
        return Functions(self)

    # -- expressions

    def page(self, expression: ast.expr) -> SourceExpression:
        """An expression as LibCST parses it; :class:`Unreadable` when it does not."""
        page = self._pages.get(expression)
        if page is None:
            try:
                source = self.sources.of(expression)
                if len(source.text) > SMALL:
                    guard(expression)
                page = self._pages[expression] = SourceExpression(source)
            # TypeError is LibCST's answer to ``x if y else(lambda: z)()``.
            except (cst.ParserSyntaxError, cst.CSTValidationError, TypeError, RecursionError) as error:
                raise Unreadable(type(error).__name__) from error
            except ValueError as error:
                raise Unreadable(str(error)) from error
        return page

    def evaluate(self, expression: ast.expr, context: Context) -> Value:
        """The value of an expression of the file."""
        known = self._values.get(expression) if not context.arguments else None
        if known is not None:
            return known
        if context.depth > LONGEST_CHAIN:
            return Unknown(self.sources.position(expression), "it is nested too deeply")
        inner = context.deeper()
        value = self._evaluated(expression, inner)
        context.trace.include(inner.trace)
        if not context.arguments and not inner.trace.stepped:
            self._values[expression] = value
        return value

    def _evaluated(self, expression: ast.expr, context: Context) -> Value:
        # Names and their attributes need no parser, and neither does what the arguments of a call do not change.
        if isinstance(expression, (ast.Name, ast.Attribute)):
            return self.callee(expression, context)
        if isinstance(expression, ast.Call):
            result = self._without_arguments(expression, context)
            if result is not None:
                return result
        page = self.page(expression)
        return Expression(self, page, context).value(page.root)

    def _without_arguments(self, call: ast.Call, context: Context) -> Value | None:
        """The value of a call whatever its arguments are: of a task, or of something unknown; None for any other."""
        position, innermost = self.sources.position(call), _innermost(call)
        if innermost is None:
            return None
        callee = self.callee(innermost.func, context)
        if innermost is call and isinstance(callee, Entity):
            return self.call_of(callee, position, context.scope)
        if isinstance(callee, QualifiedName) and not is_known(callee.name):
            result = self.foreign(callee.name, position, context.scope)
            return result if innermost is call or type(result) is Unknown else None
        return unknown(position, "what is called is unknown", callee) if type(callee) is Unknown else None

    def callee(self, expression: ast.expr, context: Context) -> Value:
        """The value of what is called or decorates."""
        attributes: list[ast.Attribute] = []
        while isinstance(expression, ast.Attribute):
            attributes.append(expression)
            expression = expression.value
        if isinstance(expression, ast.Name):
            value = self.name(expression.id, context, self.sources.position(expression))
        else:
            value = self.evaluate(expression, context)
        for node in reversed(attributes):
            value = self.attribute(value, node.attr, self.sources.position(node), context)
        return value

    def outcomes(self, test: ast.expr, context: Context) -> Set[bool]:
        """What a test can say, see :meth:`Expression.outcomes`."""
        if test in context.active:
            return NEITHER  # it asks for what is bound where it is true
        try:
            page = self.page(test)
        except Unreadable:
            return EITHER
        return Expression(self, page, context.entering(test)).outcomes(page.root)

    def is_changed(self, expression: ast.expr, part: StatementExpression, binding: str | None) -> bool:
        """Whether the file may change an object otherwise than through the name that it is bound to."""
        if binding is None:
            return self.mutations.may_be_changed(expression, part)
        node, around = part.scope.node, part.scope.parent
        if not isinstance(node, ast.ClassDef) or around is None:
            return False
        return any(mutation.path[:1] == (binding,) for mutation in self.mutations.of(node.name, around))

    def mentions(self, word: str) -> bool:
        """Whether the file contains a word, or a module from which it takes values."""
        if word not in self._mentioned:
            self._mentioned[word] = word in self.names.text
        return self._mentioned[word] or self.imports is not None and self.imports.mentions(word)

    # -- what is called

    def target(self, call: ast.Call, scope: Scope) -> str | None:
        """The canonical name of what a call calls in the end, through names, partials and helper functions."""
        if (call, scope) not in self._targets:
            self._targets[call, scope] = self._target(call, scope)
        return self._targets[call, scope]

    def _target(self, call: ast.Call, scope: Scope) -> str | None:
        if not self._may_matter(call.func, scope):
            return None
        callee = self.value_in(call.func, scope)
        is_helper = isinstance(callee, Function) and callee.home.functions.may_return_call(callee)
        if is_helper or isinstance(callee, QualifiedName) and callee.name == "functools.partial":
            return maker_of(self.value_in(call, scope))
        return called_by(callee)

    def _may_matter(self, func: ast.expr, scope: Scope) -> bool:
        """Whether a call may be that of something of an SDK, by the words in it."""
        if not isinstance(func, ast.Attribute) or func.attr in sdk.METHOD_WORDS:
            return True
        root: ast.expr = func
        while isinstance(root, ast.Attribute):
            root = root.value
        if not isinstance(root, ast.Name):
            return False
        is_class = any(binding.kind is Kind.CLASS for binding in self.names.definitions(root.id, scope))
        return is_class or self.names.imported(root.id, scope) is not None

    def leads_to_call(self, origin: str) -> bool:
        """Whether the call of what is imported from another module, or of its method, may be one of an SDK.

        Asked is what it is there, whatever this file does to it.
        """
        try:
            value = self._declared(origin)
        except (Unfollowed, Unreadable, RecursionError):
            return False
        if isinstance(value, Function):
            return value.home.functions.make_something(value)
        return isinstance(value, ProjectModule) or called_by(value) is not None or bool(class_of(value))

    def _declared(self, origin: str) -> Value:
        """What a dotted name means in its module; :class:`Unfollowed` when that is not found."""
        position = self.sources.end
        if self._imported is None or not self.is_followed(origin):
            return QualifiedName(position, origin)
        return self._imported.declared(origin, position)

    def callable(self, expression: ast.expr, scope: Scope) -> str | None:
        """The canonical name of what calling an expression calls in the end."""
        return called_by(self.value_in(expression, scope))

    def value_in(self, expression: ast.expr, scope: Scope) -> Value:
        """The value of an expression in a scope, also of one that cannot be read: that is unknown."""
        try:
            return self.callee(expression, Context(scope))
        except (Unreadable, RecursionError) as error:
            return Unknown(self.sources.position(expression), str(error))

    def _callee_elsewhere(self, func: ast.expr, scope: Scope) -> Value | None:
        """What is called that another module of the project has; None for anything else."""
        name = self.names.qualified_name(func, scope)
        return self.value_in(func, scope) if name is not None and self.is_followed(name) else None

    def maker(self, expression: ast.expr, scope: Scope) -> str | None:
        """The canonical name of the callable by which the value of an expression was made; of a partial, its target."""
        if isinstance(expression, ast.Call):
            return self.target(expression, scope)
        return maker_of(self.value_in(expression, scope)) if isinstance(expression, (ast.Name, ast.Attribute)) else None

    # -- names

    def name(self, name: str, context: Context, position: Position) -> Value:
        """What a name means."""
        owner = context.scope.owner(name)
        if owner is context.scope and isinstance(owner.node, ast.ClassDef) and owner.parent is not None:
            if all(line_of(binding.statement) > position.line for binding in owner.bindings[name]):
                return self.name(name, context.within(owner.parent), position)  # not bound in the class yet
        definitions: Sequence[Binding] = self.names.definitions(name, context.scope)
        if owner is None or definitions and definitions[0].kind is Kind.IMPORT:
            if definitions and owner is not None and not self._is_imported_at_run_time(definitions[0], owner, context):
                return Unknown(position, f"{name} is imported for type checkers only")
            return self._named(self.names.imported(name, context.scope) or f"builtins.{name}", position)
        imported = self.names.imported(name, context.scope)
        if imported is not None:
            return self._named(imported, position)
        if len(definitions) > 1:
            definitions = self._possible(definitions, owner, context)
        ordered = not definitions
        if ordered:
            definitions = self._latest(name, owner, context, position)
        values = [self._bound(name, binding, owner, context, position) for binding in definitions]
        if not values:
            told_apart = ordered and self.names.before(name, owner, position) and self.names.is_tested(name)
            return Unknown(position, TOLD_APART if told_apart else self.names.why_unknown(name, context.scope))
        value = values[0] if len(values) == 1 else one_of(position, values)
        if isinstance(value, OneOf) and self.names.is_tested(name):
            return Unknown(position, TOLD_APART)
        # Which of the objects that a name had is changed is not followed.
        changeable = ordered and any(isinstance(each, _CHANGEABLE) for each in values)
        if changeable and (self.mutations.of(name, owner) or self._is_augmented_after(name, owner, position)):
            return Unknown(position, self.names.why_unknown(name, context.scope))
        return value

    def _named(self, name: str, position: Position) -> Value:
        """What a canonical name means: an object of a library, or what it is in another module of the project."""
        if name in _KNOWN:
            return Constant(position, _KNOWN[name])
        if self._imported is not None and self.is_followed(name):
            return self._imported.value(name, position)
        return QualifiedName(position, name)

    def _is_imported_at_run_time(self, binding: Binding, owner: Scope, context: Context) -> bool:
        """Whether an import from the project may be executed: not under ``TYPE_CHECKING``."""
        if not self.is_followed(binding.origin):
            return True
        tests = self.names.tests(binding.statement, owner)
        return all(outcome in (self.outcomes(test, context.within(owner)) or EITHER) for test, outcome in tests)

    def is_followed(self, name: str) -> bool:
        """Whether a dotted name may lead to another module of the project."""
        return self.imports is not None and self.imports.are_followed(name)

    def exported(self, name: str) -> Value:
        """What a name of the module means for those that import it; :class:`Unfollowed` when it is not bound there."""
        module = self.names.module
        if name not in module.bindings and self.names.imported(name, module) is None:
            raise Unfollowed(f"its module does not bind {name}")
        try:
            return self.name(name, Context(module), self.sources.end)
        except (Unreadable, RecursionError) as error:
            raise Unfollowed(str(error)) from error

    @staticmethod
    def _is_augmented_after(name: str, owner: Scope, position: Position) -> bool:
        """Whether ``+=`` may change in place what a name means here."""
        bindings = owner.bindings[name]
        return any(b.kind is Kind.AUGMENTED and end_of(b.statement) > position.begin for b in bindings)

    def _latest(self, name: str, owner: Scope, context: Context, position: Position) -> Sequence[Binding]:
        """The bindings of a name that is bound again that can hold at a place in its scope: statements run in order."""
        scope: Scope | None = context.scope
        while scope is not owner and scope is not None and isinstance(scope.node, ast.ClassDef):
            scope = scope.parent  # the body of a class is executed where it stands
        if scope is not owner:
            return ()
        here = dict(self.names.tests_in(context.statement, owner)) if context.statement is not None else None
        found: list[Binding] = []
        branches: list[dict[ast.expr, bool]] = []
        for binding in self.names.before(name, owner, position):
            tests = {} if binding.kind is Kind.PARAMETER else dict(self.names.tests_in(binding.statement, owner))
            shared = here or {}
            if any(shared.get(test, outcome) is not outcome for test, outcome in tests.items()):
                continue  # another branch
            open_tests = {test: outcome for test, outcome in tests.items() if test not in shared}
            if open_tests and (here is None or not here.keys() <= tests.keys()):
                return ()  # what leads there and what leads here may depend on one another
            within = context.within(owner)
            outcomes = [(self.outcomes(test, within), outcome) for test, outcome in open_tests.items()]
            if not all(possible for possible, _ in outcomes):
                return ()
            if all(outcome in possible for possible, outcome in outcomes):
                found.append(binding)
                undecided = dict(zip(open_tests, outcomes))
                branches.append({test: outcome for test, (possible, outcome) in undecided.items() if len(possible) > 1})
                if _cover(branches):
                    return self._independent(found, branches)
        return ()

    def _independent(self, found: Sequence[Binding], branches: Sequence[Mapping[ast.expr, bool]]) -> Sequence[Binding]:
        """The bindings that may each hold: none when the tests may depend on others or on one another."""
        tests = list(dict.fromkeys(test for branch in branches for test in branch))
        if not tests:
            return found
        if self.names.is_asked_elsewhere(tests):
            return ()
        names = [{node.id for node in walk(test) if isinstance(node, ast.Name)} for test in tests]
        if not any(first & second for index, first in enumerate(names) for second in names[:index]):
            return found
        # In one chain of elif each branch may be taken; what was there before perhaps never holds after it.
        in_chain = any(len(branch) == len(tests) for branch in branches)
        return [binding for binding, branch in zip(found, branches) if branch] if in_chain else ()

    def _possible(self, bindings: Sequence[Binding], owner: Scope, context: Context) -> Sequence[Binding]:
        """Those bindings in the branches of ``if`` statements that can be executed; none when that is unknown."""
        within = context.within(owner)
        found = []
        # What a statement in a branch uses is not bound in another branch.
        here = dict(self.names.tests(context.statement, owner)) if context.statement and context.scope is owner else {}
        for binding in bindings:
            around = list(self.names.tests(binding.statement, owner))
            if any(here.get(test, outcome) is not outcome for test, outcome in around):
                continue
            tests = [(self.outcomes(test, within), outcome) for test, outcome in around]
            if not all(outcomes for outcomes, _ in tests):
                return []
            if all(outcome in outcomes for outcomes, outcome in tests):
                found.append(binding)
        return found

    def _bound(self, name: str, binding: Binding, owner: Scope, context: Context, position: Position) -> Value:
        """What one binding of a name gives it, after all that is done to the object."""
        within = context.within(owner)
        key = None if within.arguments else (binding, name, within.use, within.copy)
        if key is not None and key in self._stepped:
            context.trace.stepped = True
            return self._stepped[key]
        value = self._made(name, binding, owner, context, position)
        if binding.kind is Kind.AUGMENTED and key is not None:
            self._stepped[key] = value
        if binding.item is not None:
            value = _unpacked(value, binding.item, position)
        changeable = isinstance(value, (*_CHANGEABLE, Object)) and not is_path(value)
        mutations = self.mutations.of(name, owner) if changeable else []
        if not mutations:
            return value
        if isinstance(value, Object):
            return Unknown(position, mutations[0].reason)
        if (owner, name) in context.active:
            return Unknown(position, f"{name} refers to itself")
        context.trace.stepped = True
        value = self.steps.applied(value, mutations, binding, owner, within.entering((owner, name)))
        if key is not None:
            self._stepped[key] = value
        return value

    def _made(self, name: str, binding: Binding, owner: Scope, context: Context, position: Position) -> Value:
        """What a binding gives a name at first."""
        within, statement = context.within(owner), binding.statement
        if binding.kind is Kind.PARAMETER:
            return self.functions.parameter(name, binding, owner, context, position)
        if binding.kind is Kind.AUGMENTED:
            return self._augmented(name, binding, within, position)
        if binding.kind is Kind.IMPORT:
            return self._named(self.names.canonical(binding.origin), position)
        if binding.kind is Kind.VALUE and binding.value is not None:
            return self._assigned(name, binding, binding.value, within, position)
        if binding.kind is Kind.FUNCTION and isinstance(statement, _FUNCTIONS):
            return self.functions.defined(statement, owner, position)
        if binding.kind is Kind.CLASS and isinstance(statement, ast.ClassDef):
            return Class(position, f"{name} is a class", node=statement, scope=owner, home=self)
        return Unknown(position, f"{name} is bound in a way that is not followed")

    def _assigned(
        self, name: str, binding: Binding, expression: ast.expr, context: Context, position: Position
    ) -> Value:
        """The value of the expression that a name is assigned."""
        if isinstance(expression, ast.GeneratorExp):
            return Unknown(position, "a generator is used up")
        if isinstance(expression, ast.Lambda):
            return Function(position, f"{name} is a lambda", node=expression, scope=context.scope, home=self)
        if binding in context.active:
            return Unknown(position, f"{name} refers to itself")
        inside = context.entering(binding).of_statement(binding.statement)
        return self._result(self.evaluate(expression, inside), name, position, context.scope)

    def _augmented(self, name: str, binding: Binding, context: Context, position: Position) -> Value:
        """What ``name += value`` makes of the value that the name had."""
        statement = binding.statement
        assert isinstance(statement, ast.AugAssign)
        if context.arguments:
            return Unknown(position, f"{name} is changed where an argument decides about it")
        inside = context.of_statement(statement)
        place = self.sources.position(statement.target)
        bindings = self._latest(name, context.scope, inside, place)
        values = [self._bound(name, each, context.scope, inside, place) for each in bindings]
        before = one_of(place, values) if values else Unknown(place, self.names.why_unknown(name, context.scope))
        added = self.evaluate(statement.value, inside)
        if isinstance(statement.op, ast.BitOr) and isinstance(before, DictValue):
            return merged(before, added)
        if isinstance(statement.op, ast.Add) and isinstance(before, SequenceValue):
            return concatenated(place, before, added)
        if isinstance(statement.op, ast.Add) and is_string(before):
            return joined(place, [before, added])
        return unknown(position, f"{name} is changed in a way that is not followed", before, added)

    # -- classes

    def member(self, enumeration: Class, name: str, position: Position, context: Context) -> Value:
        """``Size["BIG"]`` of an enumeration of the project."""
        value = self.attribute(enumeration, name, position, context)
        is_member = isinstance(value, (Member, MemberConstant))
        return value if is_member else Unknown(position, f"there may be no member {name}")

    # -- attributes and results

    def attribute(self, base: Value, attribute: str, position: Position, context: Context) -> Value:
        """An attribute of an object, of a module or of a class of the project."""
        if isinstance(base, QualifiedName):
            name = self.names.canonical(f"{base.name}.{attribute}")
            return QualifiedName(position, name, base.reason) if base.reason else self._named(name, position)
        if isinstance(base, ProjectModule) and self._imported is not None:
            return self._imported.attribute(base, attribute, position)
        if isinstance(base, (Class, Object)):
            return self._attribute_of_class(base, attribute, position, context)
        method = sdk.method(class_of(base), attribute)
        if method is not None and method not in self.names.replaced:
            return BoundMethod(position, f"the method {attribute} is not called", name=method, receiver=base)
        if is_path(base) and attribute == "parent":
            return some_path(position)
        if is_path(base) and attribute in PATH_METHODS:
            return BoundMethod(position, f"the method {attribute} is not called", name=attribute, receiver=base)
        if isinstance(base, Call):
            # Other classes may keep something else than they were given.
            known = base.arguments.get(attribute) if base.is_data else None
            return known or Unknown(position, f"{attribute} of {base.title}(...) is not known")
        if isinstance(base, MemberConstant) and attribute == "value":
            return Constant(base.position, base.value)
        is_text = isinstance(base, Constant) and isinstance(base.value, str) and attribute in STRING_METHODS
        is_dict = isinstance(base, DictValue) and attribute in DICT_METHODS
        if is_text or is_dict or isinstance(base, SequenceValue) and attribute in LIST_METHODS:
            reason = f"the method {attribute} is not followed"
            return BoundMethod(position, reason, name=f"builtins.{attribute}", receiver=base)
        return unknown(position, f"the attribute {attribute} is not followed", base)

    def _attribute_of_class(self, base: Class | Object, attribute: str, position: Position, context: Context) -> Value:
        """An attribute of a class of the project, or of an object of one."""
        of_class = base if isinstance(base, Class) else base.made_by
        home = of_class.home
        if home is self:
            return self.classes.of(base, attribute, position, context)
        if self.classes.may_set(attribute):
            return Unknown(position, f"this file may set {attribute} of a class or object")
        try:
            value = home.attribute(base, attribute, home.sources.end, context.elsewhere(of_class.scope))
        except RecursionError:
            return Unknown(position, "it leads through too many modules")
        return seen_from(value, position)

    def call_of(self, entity: Entity, position: Position, scope: Scope) -> Value:
        """The call of a task or workflow."""
        called = sdk.call_of(entity, position)
        return called if called is not None else self.node(position, entity.label, entity.decorator, scope, entity)

    def foreign(self, name: str, position: Position, scope: Scope) -> Value:
        """The call of a function that nothing is known about; in a workflow it may be a task of another module."""
        reason = f"what {name.removeprefix('builtins.')} returns is not known"
        if sdk.may_be_entity(name) and self.functions.are_in_workflow(scope):
            return Instance(position, reason, class_name=sdk.PROMISE, entity="", imported=True)
        return Unknown(position, reason)

    @staticmethod
    def method(callee: BoundMethod, position: Position) -> Value:
        """The value of a method that decorates without being called."""
        value = bind(callee.name, Arguments(), position)
        return replace(value, receiver=callee.receiver) if isinstance(value, Method) else value

    def node(self, position: Position, label: str, entity: str, scope: Scope, task: Entity | None = None) -> Value:
        """The result of a node: in a workflow a promise, elsewhere an object that may be one."""
        if self.functions.are_in_workflow(scope):
            return Promise(position, label, entity, task)
        return Instance(position, f"the result of {label} is not known", class_name=sdk.PROMISE, entity=entity)

    def _result(self, value: Value, name: str, position: Position, owner: Scope) -> Value:
        """What a name is bound to by a call that makes a node."""
        if isinstance(value, Promise):
            return Promise(position, name, value.entity, value.task)
        return self.node(position, name, sdk.entity_of(value), owner) if sdk.is_node(value) else value


#: Constants of Python that are what they are when a module is executed.
_KNOWN = {"builtins.__debug__": True, "typing.TYPE_CHECKING": False}
#: What steps can change.
_CHANGEABLE = (Call, SequenceValue, DictValue, OneOf)


def _cover(branches: Sequence[Mapping[ast.expr, bool]]) -> bool:
    """Whether one of several branches is taken whatever the tests say."""
    if not branches or any(not branch for branch in branches):
        return bool(branches)
    test = next(iter(branches[0]))
    return all(
        _cover([_without(branch, test) for branch in branches if branch.get(test, outcome) is outcome])
        for outcome in (True, False)
    )


def _without(branch: Mapping[ast.expr, bool], test: ast.expr) -> Mapping[ast.expr, bool]:
    return {each: outcome for each, outcome in branch.items() if each is not test}


def _unpacked(value: Value, index: int, position: Position) -> Value:
    """The item of a list or tuple that is unpacked into a name."""
    if isinstance(value, Promise):
        return value
    if isinstance(value, SequenceValue) and not value.incomplete and index < len(value.items):
        return value.items[index]
    return unknown(position, "it is not known what is unpacked", value)


def _innermost(call: ast.Call) -> ast.Call | None:
    """The call that a chain of attributes and calls begins with, when it is that of a dotted name."""
    while True:
        inner: ast.expr = call.func
        while isinstance(inner, ast.Attribute):
            inner = inner.value
        if not isinstance(inner, ast.Call):
            return call if isinstance(inner, ast.Name) else None
        call = inner
