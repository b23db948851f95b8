"""The registry of the SDKs: flytekit with its plugins, Flyte 2, and union, which offers names of flytekit.

What the engine asks of any of them is answered here: one canonical name for each object, signatures, and the methods
of objects.
"""

from __future__ import annotations

import functools
import pathlib
from collections.abc import Set
from dataclasses import replace
from typing import NamedTuple

from flake8_flyteconf.flyte2 import objects as flyte2
from flake8_flyteconf.flyte2 import tables as flyte2_tables
from flake8_flyteconf.flyte2.calls import Called, Clone, Environment
from flake8_flyteconf.flytekit import objects as flytekit
from flake8_flyteconf.flytekit.calls import LaunchPlan, Overrides, Task
from flake8_flyteconf.flytekit.tables import ATTRIBUTES, SIGNATURES
from flake8_flyteconf.kubernetes import models
from flake8_flyteconf.values import Call, Constant, Entity, Position, Promise, Value

_UNION = "union"
#: Packages that offer the names of the SDKs.
SDKS = (flytekit.SDK, flytekit.PLUGINS, _UNION, flyte2.SDK, flyte2.PLUGINS)
#: Those of them that have no ``__init__.py``: each plugin adds a package to them.
_NAMESPACES = (flytekit.PLUGINS, flyte2.PLUGINS)
#: Packages whose names are known; ``from flytekit import *`` binds nothing under the names of others.
PACKAGES = (*SDKS, "kubernetes")
#: What ``union`` exports of flytekit (union 0.1.204, ``union/__init__.py``); the rest is its own.
_OF_UNION = frozenset(
    """Cache CachePolicy ContainerTask Deck FlyteDirectory FlyteFile ImageSpec LaunchPlan PodTemplate Resources Secret
    StructuredDataset VersionParameters current_context dynamic map_task task workflow""".split()
)
#: The last words of the methods that are looked for.
METHOD_WORDS = flyte2.WORDS.union(flytekit.METHODS)
#: The last words of the callables that ``from flytekit import *`` may bind.
LAST_WORDS = frozenset(name.rpartition(".")[2] for name in SIGNATURES)
_FLYTEKIT_METHODS = frozenset(flytekit.METHODS.values())
#: Functions that return their keywords as a dict.
DICTS = frozenset({flytekit.KWTYPES})
#: The class of the result of a node.
PROMISE = flytekit.PROMISE
FLYTEKIT_TASK = flytekit.TASK
FLYTE2_TASK = flyte2.DECORATOR
TRACE = "flyte.trace"
DECK = "flytekit.Deck"
#: The class of flytekit by which a project adds a task plugin of its own.
REGISTRY = "TaskPlugins"
UNCALLED_TASK = flytekit.UNCALLED_TASK
#: The decorators that make tasks of the one class unless a plugin is configured.
_PLAIN_DECORATORS = flytekit.TASKS - {flytekit.EAGER}
#: What calling an object of a class calls.
_CALLED = {flyte2.ENVIRONMENT: flyte2.CALLED_ENVIRONMENT, flytekit.ENVIRONMENT: flytekit.CALLED_ENVIRONMENT}
#: What a function decorates after it was kept in a name.
_DECORATORS = flytekit.TASKS | flytekit.WORKFLOWS | {flyte2.DECORATOR}


class Signature(NamedTuple):
    """How a callable takes its arguments.

    ``positional`` are the parameters in their order, ``keywords`` further names it accepts, ``required`` those
    without a default; ``swallows`` says that it lets unknown keywords through instead of raising.
    """

    positional: tuple[str, ...]
    keywords: tuple[str, ...]
    required: tuple[str, ...]
    swallows: bool

    def accepts(self, keyword: str) -> bool:
        return keyword in self.positional or keyword in self.keywords

    @property
    def names(self) -> tuple[str, ...]:
        """Every argument a user may write."""
        return tuple(n for n in (*self.positional, *self.keywords) if not n.startswith("_"))


@functools.lru_cache(maxsize=4096)
def canonical(qualified_name: str) -> str:
    """The one name of an object of a library, whatever module it was imported from."""
    package, _, name = qualified_name.partition(".")
    if package == _UNION and name.partition(".")[0] in _OF_UNION:
        qualified_name = f"{flytekit.SDK}.{name}"
    if package in (flyte2.SDK, flyte2.PLUGINS):
        return flyte2.canonical(qualified_name)
    if package == "kubernetes":
        return models.canonical(qualified_name)
    return flytekit.canonical(qualified_name)


@functools.cache
def signature(name: str) -> Signature | None:
    """The signature of a callable by its canonical name."""
    known = flytekit.parameters(name) or flyte2_tables.SIGNATURES.get(flyte2.LIKE.get(name, name))
    return None if known is None else Signature(*known)


def is_source(path: str) -> bool:
    """Whether a file belongs to the package of an SDK or of a fork, which knows its own names and signatures."""
    return any(
        folder.name in _NAMESPACES or not folder.exists() or (folder / "__init__.py").exists()
        for folder in pathlib.Path(path).parents
        if folder.name in SDKS
    )


def is_sdk(name: str) -> bool:
    """Whether a canonical name is one of flytekit's or Flyte 2's."""
    return name.partition(".")[0] in (flytekit.SDK, flyte2.SDK, flyte2.PLUGINS)


def is_of_plugin(name: str) -> bool:
    """Whether a qualified name is that of an object of a task plugin of flytekit."""
    return name.startswith(f"{flytekit.PLUGINS}.")


#: Packages that put something else in the place of flytekit's names; nothing that is known of flytekit holds there.
REPLACEMENTS = flytekit.REPLACEMENTS


# -- objects


def class_of(value: Value | None) -> str:
    """The canonical name of the class of an object, empty when it is no object of an SDK."""
    if isinstance(value, Promise):
        return flytekit.PROMISE if value.entity is not None else ""
    if isinstance(value, Entity):
        return _class_of_entity(value.decorator)
    if isinstance(value, Called):
        return value.name if value.is_async else ""  # a coroutine, otherwise what the task returns
    if not isinstance(value, Call):
        return ""
    if value.name in flytekit.TASKS or value.name == flyte2.DECORATOR:
        # A decorator that is given the function by hand has made a task of it.
        return _class_of_entity(value.name) if decorates(value) else ""
    if value.name in flytekit.REMOTE_MAKERS:
        return flytekit.REMOTE
    if value.name in (flytekit.ENVIRONMENT, flytekit.EXTENDED):
        return flytekit.ENVIRONMENT
    return flytekit.PROMISE if is_node(value) else flyte2.result(value.name) or ""


def _class_of_entity(decorator: str) -> str:
    if decorator == flyte2.DECORATOR:
        return flyte2.TASK
    return flytekit.TASK if decorator in flytekit.TASKS else decorator


def decorates(value: Call) -> bool:
    """Whether the call of a decorator of tasks is given the function: ``task(train, retries=2)``."""
    return "_task_function" in value.arguments or "_func" in value.arguments


def is_node(value: Value) -> bool:
    """Whether a value is a call that makes or changes a node of a workflow: a gate, or ``with_overrides``."""
    return isinstance(value, Call) and (value.name == flytekit.OVERRIDES or value.name in flytekit.NODE_FUNCTIONS)


def method(owner: str, attribute: str) -> str | None:
    """The canonical name of a method of an object of a class, also of one that it lacks and people call."""
    known = flytekit.METHODS.get(attribute)
    if known is not None and owner in flytekit.RECEIVERS[known]:
        return known
    return flyte2.method(owner, attribute)


def lacking(value: Value | None, attribute: str) -> str | None:
    """The class of an object of an SDK when it has no such attribute, which is a public one; None when it may have it.

    What rules know as a method that people call all the same is theirs.
    """
    name = _class_in_tables(value)
    known = ATTRIBUTES.get(name) or flyte2_tables.ATTRIBUTES.get(name, "").split()
    is_there = not known or attribute in known or method(class_of(value), attribute) is not None
    return name if not is_there else None


def _class_in_tables(value: Value | None) -> str:
    """The class of an object as the tables of attributes have it, empty when it may be another one."""
    if isinstance(value, Entity):
        return _class_of_decorated(value)
    if not isinstance(value, Call):
        return ""
    if value.name in ATTRIBUTES or value.name in flyte2_tables.ATTRIBUTES:
        return value.name
    owner = value.name.rpartition(".")[0]
    if owner == flytekit.LAUNCH_PLAN:
        return owner
    # A clone may be of a subclass.
    return class_of(value) if owner not in (flyte2.ENVIRONMENT, flyte2.APP) else ""


def _class_of_decorated(task: Entity) -> str:
    """The class that a decorator has made an object of: a plugin brings its own."""
    if task.decorator in flytekit.WORKFLOWS:
        return flytekit.WORKFLOW_CLASS
    if task.decorator == flyte2.DECORATOR:
        return flyte2.TASK if _is_call_without(task.environment, {flyte2.ENVIRONMENT}, "plugin_config") else ""
    if task.is_async or task.decorator not in _PLAIN_DECORATORS:
        return ""  # of a subclass
    is_plain = task.configuration is None or _is_call_without(task.configuration, _PLAIN_DECORATORS, "task_config")
    return flytekit.TASK_CLASS if is_plain else ""


def _is_call_without(value: Value | None, names: Set[str], argument: str) -> bool:
    """Whether a value is a call of one of some callables, and surely without an argument."""
    return isinstance(value, Call) and value.name in names and value.lacks(argument)


def is_method(name: str) -> bool:
    """Whether a canonical name is that of a method of an object of an SDK."""
    return name in flyte2.METHODS or name in _FLYTEKIT_METHODS


def is_callable(name: str) -> bool:
    """Whether a canonical name is that of a function or class of an SDK that can be called by itself."""
    # ``FlyteRemote.execute`` by itself is a function that takes the remote first.
    return signature(name) is not None and name != flytekit.EXECUTE


def calling(value: Call) -> str | None:
    """The canonical name of what is called when an object is: a decorator kept in a name, or an environment."""
    if value.name in _DECORATORS and not decorates(value):
        return value.name
    return _CALLED.get(class_of(value))


def is_decorator(name: str) -> bool:
    """Whether a callable decorates functions, or is an environment that was meant to."""
    return name in flytekit.TASKS or name in (flyte2.DECORATOR, flyte2.CALLED_ENVIRONMENT)


def is_never_bound(name: str) -> bool:
    """Whether the result of a call is no object that later statements may change."""
    return name in _FLYTEKIT_METHODS or name in flyte2.NEVER_BOUND


def says_nothing(name: str) -> bool:
    """Whether a call without arguments is no configuration of a task."""
    return name in flyte2.CONNECTING


def made_of_function(decorator: str) -> bool:
    """Whether a decorator makes a task or workflow of flytekit of a function."""
    return decorator in flytekit.TASKS or decorator in flytekit.WORKFLOWS


def is_workflow(decorator: str) -> bool:
    """Whether a decorator makes a workflow of flytekit, in which calls make nodes."""
    return decorator in flytekit.WORKFLOWS


def makes_nodes_itself(name: str) -> bool:
    """Whether a function of flytekit makes a node when a workflow calls it."""
    return name in flytekit.NODE_FUNCTIONS


def entity_made_by(name: str) -> str | None:
    """What made the task or launch plan that a call has made, None when it made neither.

    It is empty for a mapped task, whose nodes take other overrides.
    """
    if name not in flytekit.ENTITY_MAKERS:
        return None
    return "" if name == flytekit.CALLED_AT_ONCE else name


def may_be_entity(name: str) -> bool:
    """Whether a function of another module may be a task or workflow of the project."""
    return not is_sdk(name) and not name.startswith("builtins.") and not any(p[:1].isupper() for p in name.split("."))


def made_by(decorator: Call) -> str | None:
    """The class of the task that a decorator kept in a name makes of a function, None when it is no such decorator."""
    is_decorator = decorator.name in flytekit.TASKS or decorator.name == flyte2.DECORATOR
    return _class_of_entity(decorator.name) if is_decorator and not decorates(decorator) else None


def call_of(task: Entity, position: Position) -> Called | None:
    """The call of a task of Flyte 2, None for a task or workflow of flytekit."""
    if task.decorator != flyte2.DECORATOR:
        return None
    return Called(position, flyte2.CALLED, {}, is_async=task.is_async)


def is_surely_override(call: Overrides) -> bool:
    """Whether a ``with_overrides`` of something from another module is flytekit's: one of its keywords tells."""
    known = signature(flytekit.OVERRIDES)
    return known is not None and any(known.accepts(name) for name in call.keywords)


def consumed_by(name: str) -> tuple[str, ...]:
    """The arguments that a call reads at once; most others are kept and read at registration."""
    return flytekit.CONSUMED.get(name, ())


def refused_at_once(value: Value) -> Value:
    """A value without what its constructor takes as it comes: environments leave most of theirs to their tasks."""
    known = signature(value.name) if isinstance(value, Environment) else None
    if known is None or not isinstance(value, Environment):
        return value
    kept = {name: each for name, each in value.arguments.items() if name == "name" or not known.accepts(name)}
    return replace(value, arguments=kept, incomplete=True)


def entity_of(node: Value) -> str:
    """The canonical name of what made the task or workflow of a node, empty when that is not known."""
    return node.entity if isinstance(node, Overrides) else ""


def class_named(name: str) -> str:
    """The class of the objects of a parameter that is declared with a canonical name; empty when it is no class."""
    return flytekit.REMOTE if name == flytekit.REMOTE else flyte2.result(name) or ""


def is_never_optional(type_name: str) -> bool:
    """Whether a type by its canonical name excludes None."""
    return type_name.startswith(flytekit.NEVER_OPTIONAL)


# -- what a module makes


class Made:
    """The launch plans and environments that a module surely makes: two of one name collide.

    Pod templates are among them to which the plugin of a task adds something.

    :param text: the text of the module; whoever empties flytekit's cache of plans may make one again.
    """

    def __init__(self, text: str) -> None:
        self._keeps_plans = ".CACHE" not in text
        self._plans: dict[str, LaunchPlan] = {}
        self._environments: set[object] = set()
        self._mounted: list[object] = []

    def compared(self, value: Value, is_named: bool) -> Value:
        """A value that is surely made, beside those made before; an environment only when it ``is_named``."""
        if isinstance(value, LaunchPlan) and self._keeps_plans and (key := value.key()):
            earlier = self._plans.get(key)
            self._plans.setdefault(key, value)
            return replace(value, earlier=earlier)
        if isinstance(value, Task) and (template := value.mounts_shared_memory()) is not None:
            # A copy is another object, with the same place.
            mounted = any(each is template for each in self._mounted)
            self._mounted.append(template)
            return replace(value, mounted=mounted)
        if isinstance(value, (Environment, Clone)) and is_named:
            name = value.get("name")
            if isinstance(name, Constant):
                repeats = name.value in self._environments
                self._environments.add(name.value)
                return replace(value, repeats=repeats)
        return value
