"""The tasks of a module, and of the nodes of its workflows, with their templates."""

from __future__ import annotations

import ast
import functools
import io
import os
import pathlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from flake8_flyteconf import pins, sdk
from flake8_flyteconf.analysis.context import Context
from flake8_flyteconf.analysis.evaluator import Evaluator
from flake8_flyteconf.analysis.imported import Unfollowed
from flake8_flyteconf.analysis.interfaces import undecorated
from flake8_flyteconf.analysis.scopes import Binding, Kind, Scope, StatementExpression
from flake8_flyteconf.analysis.sites import Reader, Site
from flake8_flyteconf.analysis.syntax import Unreadable
from flake8_flyteconf.flyte2.calls import Override, TaskDecorator
from flake8_flyteconf.flyte2.objects import CONTAINER_TASK, OVERRIDE
from flake8_flyteconf.flytekit.calls import ContainerTask, Overrides, Task
from flake8_flyteconf.linter import PROJECT, evaluator_of
from flake8_flyteconf.normalize import Normalizer
from flake8_flyteconf.pod import flyte2, flytekit
from flake8_flyteconf.pod.parts import Missing, Part, Scalar
from flake8_flyteconf.pod.template import NotShown, Template
from flake8_flyteconf.settings import Settings
from flake8_flyteconf.values import Call, Constant, Entity, Position, Unknown, Value

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_Function = ast.FunctionDef | ast.AsyncFunctionDef
#: What makes a task that runs in a container of its own.
_CONTAINER_TASKS = (*ContainerTask.names, CONTAINER_TASK)


@dataclass(frozen=True, slots=True)
class Found:
    """A task of a module by its name, ``workflow.node`` for a node; without a template, ``problem`` says why."""

    name: str
    position: Position
    template: Template | None
    problem: str = ""


def tasks(text: str, path: str, settings: Settings | None = None) -> list[Found]:
    """The tasks of a module in the order of the file; :class:`SyntaxError` when it does not parse."""
    evaluator = evaluator_of(ast.parse(text), list(io.StringIO(text)), path)
    options = (settings or Settings()).in_project(pins.releases(evaluator.sources.file, text))
    return sorted(_Tasks(evaluator, path, options).found(), key=lambda each: each.position.line)


class _Tasks:
    """Reads the tasks of one file."""

    def __init__(self, evaluator: Evaluator, path: str, settings: Settings) -> None:
        self._evaluator = evaluator
        self._names = evaluator.names
        self._settings = settings
        self._normalize = Normalizer(settings.kubernetes_clients[-1]).normalize
        self._reader = Reader(evaluator.names, evaluator, evaluator.sources)
        self._path = path

    def found(self) -> Iterator[Found]:
        module = self._names.module
        for name, bindings in list(module.bindings.items()):
            if all(self._names.is_top_level(binding.statement) for binding in bindings):
                bindings = bindings[-1:]  # what is bound before is gone
            for binding in bindings:
                try:
                    yield from self._bound(name, binding, module)
                except NotShown as error:
                    yield Found(name, self._position(binding), None, str(error))
                except Unreadable as error:
                    yield Found(name, self._position(binding), None, f"it cannot be read: {error}")
                except RecursionError:
                    yield Found(name, self._position(binding), None, "it is nested too deeply")

    def _position(self, binding: Binding) -> Position:
        node = binding.statement
        first = node.decorator_list[0] if isinstance(node, _FUNCTIONS) and node.decorator_list else binding.value
        return self._evaluator.sources.position(first) if first is not None else self._evaluator.sources.end

    def _bound(self, name: str, binding: Binding, scope: Scope) -> Iterator[Found]:
        node = binding.statement
        if binding.kind is Kind.FUNCTION and isinstance(node, _FUNCTIONS) and node.decorator_list:
            decorator = self._evaluator.functions.decorator(node, scope)
            if sdk.is_workflow(decorator.name):
                yield from self._nodes(name, node)
            elif sdk.made_of_function(decorator.name) or decorator.name == sdk.FLYTE2_TASK:
                if any(mutation.effect == "set" for mutation in self._evaluator.mutations.of(name, scope)):
                    raise NotShown("something is assigned to its attributes")
                yield Found(name, self._position(binding), self._of_function(name, node, scope, decorator.name))
        elif binding.kind is Kind.VALUE and isinstance(binding.value, ast.Call) and binding.item is None:
            yield from self._assigned(name, binding.value, scope)

    def _assigned(self, name: str, call: ast.Call, scope: Scope) -> Iterator[Found]:
        made_by = self._evaluator.target(call, scope)
        if made_by in _CONTAINER_TASKS:
            value = self._read(name, scope)
            if isinstance(value, ContainerTask):
                yield Found(name, value.position, flytekit.of_container(name, value, self._normalize))
            elif isinstance(value, Call) and value.name == CONTAINER_TASK:
                yield Found(name, value.position, flyte2.of_container(name, value, self._normalize))
            elif isinstance(value, Unknown):
                raise NotShown(value.reason)
        elif made_by == OVERRIDE:
            value = self._read(name, scope)
            if isinstance(value, Override):
                yield Found(name, value.position, self._of_override(name, value))

    def _read(self, name: str, scope: Scope) -> Value:
        """The value of a name after all that the module does to it."""
        return self._evaluator.name(name, Context(scope), self._evaluator.sources.end)

    def _decorator(self, node: _Function, scope: Scope, name: str) -> Value | None:
        """What decorates a function; None for a decorator of an SDK without arguments."""
        decorator = node.decorator_list[0]
        is_called = isinstance(decorator, ast.Call)
        if not is_called and sdk.is_sdk(self._names.qualified_name(decorator, scope) or ""):
            return None
        value = self._reader.read(Site(decorator, scope, name, function=node, statement=node))
        return None if isinstance(value, Call) and not is_called and not value.arguments else value

    # -- the templates

    def _of_function(self, name: str, node: _Function, scope: Scope, decorator_name: str) -> Template:
        decorator = node.decorator_list[0]
        position = self._evaluator.sources.position(decorator)
        function: Part = Scalar(node.name, note="the name of the function")
        if len(node.decorator_list) > 1:
            function = Missing("a decorator beneath may give the function another name")
        if decorator_name == sdk.FLYTE2_TASK:
            settings = self._settings_of_function(node, scope)
            return flyte2.of_function(name, function, self._dotted, position, settings, self._normalize)
        value = self._decorator(node, scope, decorator_name)
        task = value if isinstance(value, Task) else Task(position, decorator_name, {}, incomplete=value is not None)
        return flytekit.of_function(name, function, _module(self._evaluator.sources.file), task, self._normalize)

    def _environment(self, node: _Function, scope: Scope) -> Value | None:
        """The environment of a task as it is when the task is decorated, which copies it."""
        decorator = undecorated(node.decorator_list[0])
        if not isinstance(decorator, ast.Attribute):
            return self._evaluator.functions.decorator(node, scope).receiver
        line = self._evaluator.sources.position(decorator).line
        return self._evaluator.evaluate(decorator.value, Context(scope, use=(scope, line), statement=node))

    def _of_override(self, name: str, value: Override) -> Template:
        """The template of a task of the file under another name, with other settings."""
        settings = self._settings_of(value)
        entity = _first(value)
        if settings is None or not isinstance(entity, Entity):
            raise NotShown("its task is not known")
        if any("task_type" in each.arguments for each in _chain(value)):
            raise NotShown("its type is overridden")
        function: Part = Scalar(entity.label, note="the name of the function")
        if entity.position.origin is not None:
            function = Missing("it is in another module")
        return flyte2.of_function(name, function, self._dotted, value.position, settings, self._normalize)

    @property
    def _dotted(self) -> str:
        """The dotted name of the module as Flyte 2 has it: as seen from the current folder."""
        path = os.path.relpath(self._evaluator.sources.file or self._path)
        return ".".join(pathlib.PurePath(path).with_suffix("").parts)

    def _settings_of(self, value: Value | None) -> flyte2.Settings | None:
        """The settings of a task of Flyte 2, with those of overrides of it."""
        if isinstance(value, Override):
            before = self._settings_of(value.receiver)
            return before.overridden(value, flyte2.OF_OVERRIDE) if before is not None else None
        if not isinstance(value, Entity) or value.decorator != sdk.FLYTE2_TASK:
            return None
        bindings = self._names.module.bindings.get(value.label, ())
        node = bindings[0].statement if len(bindings) == 1 else None
        if not isinstance(node, _FUNCTIONS) or value.position.origin is not None:
            return flyte2.Settings(flyte2.of_environment(value.environment).values, True)
        return self._settings_of_function(node, self._names.module)

    def _settings_of_function(self, node: _Function, scope: Scope) -> flyte2.Settings:
        """The settings of a decorated function of Flyte 2: those of its environment, and its own."""
        settings = flyte2.of_environment(self._environment(node, scope))
        call = self._decorator(node, scope, sdk.FLYTE2_TASK)
        if isinstance(call, TaskDecorator):
            return settings.overridden(call, flyte2.OF_DECORATOR)
        return settings if call is None else replace(settings, incomplete=True)

    # -- nodes of workflows

    def _nodes(self, workflow: str, node: _Function) -> Iterator[Found]:
        """The nodes whose task is overridden."""
        inner = self._names.scope_of(node)
        for part in self._overriding.get(inner, ()):
            value = self._evaluator.value_in(part.expression, inner)
            if isinstance(value, Overrides) and value.task is not None:
                name = f"{workflow}.{self._node_name(value, part) or value.task.label}"
                try:
                    overridden = flytekit.overridden(self._template_of(value.task), value, self._normalize)
                    yield Found(name, value.position, replace(overridden, name=name.rpartition(".")[2]))
                except NotShown as error:
                    yield Found(name, value.position, None, str(error))

    @staticmethod
    def _node_name(value: Overrides, part: StatementExpression) -> str:
        """The name that a node is given, or that of the variable for it; empty without one."""
        call: Overrides | None = value
        while call is not None:
            given = call.get("node_name") or call.get("name")
            if isinstance(given, Constant) and isinstance(given.value, str):
                return given.value
            call = call.before
        if isinstance(part.statement, ast.Assign) and isinstance(part.statement.targets[0], ast.Name):
            return part.statement.targets[0].id
        first: ast.AST = part.expression
        while isinstance(first, ast.Call) and isinstance(first.func, ast.Attribute):
            first = first.func.value
        return first.id if isinstance(first, ast.Name) else ""

    def _template_of(self, task: Entity) -> Template:
        """The template of a task of this module or of another one of the project."""
        origin = task.position.origin
        there = self
        if origin is not None:
            try:
                evaluator = PROJECT.evaluator(PROJECT.module(origin.file))
            except Unfollowed as error:
                raise NotShown(f"the module of its task cannot be read: {error}") from error
            there = _Tasks(evaluator, origin.file, self._settings)
        for binding in there._names.module.bindings.get(task.label, ()):
            for found in there._bound(task.label, binding, there._names.module):
                if found.template is not None:
                    return found.template
        raise NotShown("its task is not known")

    @functools.cached_property
    def _overriding(self) -> dict[Scope, list[StatementExpression]]:
        """The calls of each function that override a node."""
        found: dict[Scope, list[StatementExpression]] = {}
        for part in self._names.expressions_mentioning(["with_overrides"]):
            if isinstance(part.expression, ast.Call):
                found.setdefault(part.scope, []).append(part)
        return found


def _chain(value: Value | None) -> Iterator[Override]:
    """An override and those that it is chained to."""
    while isinstance(value, Override):
        yield value
        value = value.receiver


def _first(value: Override) -> Value | None:
    """The task that overrides are chained to."""
    *_, last = _chain(value)
    return last.receiver


def _module(path: str) -> str:
    """The dotted name of a module as flytekit has it: from the uppermost folder with an ``__init__.py``."""
    file = pathlib.Path(path)
    parts = [file.stem]
    for folder in file.parents:
        if not (folder / "__init__.py").exists():
            break
        parts.insert(0, folder.name)
    return ".".join(parts)
