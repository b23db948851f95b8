"""flytekit's objects by name: one canonical name each, and how they are called."""

from __future__ import annotations

import functools
import itertools
from typing import NamedTuple

from flake8_flyteconf.flyte2 import objects as flyte2
from flake8_flyteconf.flyte2 import tables as flyte2_tables
from flake8_flyteconf.flyte.tables import ACCELERATORS, ALIASES, SIGNATURES

#: Methods by the canonical names of their calls. flytekit has no ``with_options``; people write it all the same.
OVERRIDES = "flytekit.with_overrides"
WITH_OPTIONS = "flytekit.with_options"
EXECUTE = "flytekit.FlyteRemote.execute"
METHODS = {name.rpartition(".")[2]: name for name in (OVERRIDES, WITH_OPTIONS, EXECUTE)}

#: The package of what is looked for.
SDK = "flytekit"
#: Packages whose names are known; ``from flytekit import *`` binds nothing under the names of others.
#: The namespace of the task plugins.
PLUGINS = "flytekitplugins"
PACKAGES = (SDK, PLUGINS, "kubernetes", "union", flyte2.SDK, flyte2.PLUGINS)
#: Packages that offer the names of flytekit, which is imported through them.
SDKS = (SDK, PLUGINS, "union", flyte2.SDK, flyte2.PLUGINS)
#: What ``union`` exports of flytekit (union 0.1.204, ``union/__init__.py``); the rest is its own.
_OF_UNION = frozenset(
    """Cache CachePolicy ContainerTask Deck FlyteDirectory FlyteFile ImageSpec LaunchPlan PodTemplate Resources Secret
    StructuredDataset VersionParameters current_context dynamic map_task task workflow""".split()
)

TASKS = frozenset({"flytekit.task", "flytekit.dynamic", "flytekit.eager"})
EAGER = "flytekit.eager"
WORKFLOWS = frozenset({"flytekit.workflow"})
#: Decorators of what a node can be made of, and whatever else makes such a thing.
ENTITIES = TASKS | WORKFLOWS | {f"flytekit.reference_{kind}" for kind in ("task", "workflow", "launch_plan")}
ENTITY_MAKERS = ENTITIES | {
    "flytekit.ContainerTask",
    "flytekit.LaunchPlan.create",
    "flytekit.LaunchPlan.get_or_create",
    "flytekit.SQLTask",
    "flytekit.ShellTask",
    "flytekit.map_task",
}
#: What makes an entity that is called at once: ``map_task(job)(xs=xs)``.
CALLED_AT_ONCE = "flytekit.map_task"
#: Functions that make a node when a workflow calls them.
NODE_FUNCTIONS = frozenset(
    {"flytekit.approve", "flytekit.core.node_creation.create_node", "flytekit.sleep", "flytekit.wait_for_input"}
)
REMOTE = "flytekit.FlyteRemote"
#: What makes a remote.
REMOTE_MAKERS = frozenset(name for name in SIGNATURES if f"{name}.".startswith(f"{REMOTE}.")) - {EXECUTE}

#: Stands for the maker of a node where ``with_overrides`` is called on the task itself.
UNCALLED_TASK = "uncalled task"

#: Packages that put something else in the place of flytekit's names; nothing that is known of flytekit holds there.
REPLACEMENTS = ("flyte_migrate", "flyte-migrate")

_ACCELERATORS = "flytekit.extras.accelerators."


#: Classes of the standard library whose instances a rule may meet where something else belongs.
PLAIN_CLASSES = frozenset(
    {
        "builtins.bytes",
        "datetime.date",
        "datetime.datetime",
        "datetime.timedelta",
        "decimal.Decimal",
        "fractions.Fraction",
        "pathlib.Path",
        "uuid.UUID",
    }
)

#: Arguments that are read while the call runs; most others are kept and read at registration.
CONSUMED = {
    f"flytekit.LaunchPlan.{method}": ("default_inputs", "fixed_inputs") for method in ("create", "get_or_create")
}

#: Beginnings of types that exclude ``None``.
NEVER_OPTIONAL = (
    "builtins.",
    "datetime.",
    "flytekit.FlyteDirectory",
    "flytekit.FlyteFile",
    "flytekit.StructuredDataset",
    "flytekit.types.",
    "pandas.DataFrame",
    "typing.Dict",
    "typing.List",
)

#: What ``@eager`` takes and throws away: flytekit makes no metadata for it (core/task.py).
NOT_OF_EAGER = frozenset(
    {
        "cache",
        "cache_ignore_input_vars",
        "cache_serialize",
        "cache_version",
        "deprecated",
        "interruptible",
        "retries",
        "timeout",
    }
)


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


#: Modules of plugins that define what the package exports.
_PLUGIN_MODULES = frozenset({"function", "generic_task", "nim", "ollama", "script", "serve", "task", "vllm"})


def _plugin_object(qualified_name: str) -> str:
    """The name of an object of a task plugin without the modules of its package that lead to it."""
    parts = qualified_name.split(".")
    rest = list(itertools.dropwhile(_PLUGIN_MODULES.__contains__, parts[2:]))
    return ".".join([*parts[:2], *rest]) if rest else qualified_name


@functools.lru_cache(maxsize=4096)
def canonical(qualified_name: str) -> str:
    """The one name of an object of flytekit, whatever module it was imported from.

    ``flytekit.core.resources.Resources`` becomes ``flytekit.Resources``, its attributes likewise.
    """
    package, _, name = qualified_name.partition(".")
    if package == "union" and name.partition(".")[0] in _OF_UNION:
        qualified_name = f"{SDK}.{name}"
    if package == PLUGINS:
        return _plugin_object(qualified_name)
    if package in (flyte2.SDK, flyte2.PLUGINS):
        return flyte2.canonical(qualified_name)
    head, tail = qualified_name, ""
    while "." in head:
        if head in ALIASES:
            return ALIASES[head] + tail
        head, _, last = head.rpartition(".")
        tail = f".{last}{tail}"
    return qualified_name


@functools.cache
def signature(name: str) -> Signature | None:
    """The signature of a callable by its canonical name."""
    known = SIGNATURES.get(name)
    if known is None and name.startswith(f"{PLUGINS}."):
        from flake8_flyteconf.flyte import plugins  # only for files with a plugin

        known = plugins.SIGNATURES.get(name)
    if known is None:
        known = flyte2_tables.SIGNATURES.get(name)
    return None if known is None else Signature(*known)


def is_flytekit(name: str) -> bool:
    """Whether a canonical name is one of flytekit's."""
    return name.partition(".")[0] == SDK


def is_accelerator(name: str) -> bool:
    """Whether a canonical name is a constant of ``flytekit.extras.accelerators``."""
    return name.startswith(_ACCELERATORS) and name.removeprefix(_ACCELERATORS) in ACCELERATORS
