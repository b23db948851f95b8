"""flytekit's objects by name: one canonical name each, what calls return, and what belongs to an object."""

from __future__ import annotations

import itertools

from flake8_flyteconf.flytekit.tables import ACCELERATORS, ALIASES, SIGNATURES

#: Methods by the canonical names of their calls. flytekit has no ``with_options``; people write it all the same.
OVERRIDES = "flytekit.with_overrides"
WITH_OPTIONS = "flytekit.with_options"
EXECUTE = "flytekit.FlyteRemote.execute"
ENVIRONMENT = "flytekit.Environment"
#: What decorates with the settings of an environment, and what takes further ones.
_OF_ENVIRONMENTS = tuple(f"{ENVIRONMENT}.{method}" for method in ("__call__", "dynamic", "extend", "task", "update"))
METHODS = {name.rpartition(".")[2]: name for name in (OVERRIDES, WITH_OPTIONS, EXECUTE, *_OF_ENVIRONMENTS)}
CALLED_ENVIRONMENT, EXTENDED = f"{ENVIRONMENT}.__call__", f"{ENVIRONMENT}.extend"
#: Methods that take what something else takes.
LIKE = dict.fromkeys(_OF_ENVIRONMENTS, "flytekit.task")

#: The package of what is looked for.
SDK = "flytekit"
#: The namespace of the task plugins.
PLUGINS = "flytekitplugins"

TASKS = frozenset({"flytekit.task", "flytekit.dynamic", "flytekit.eager"})
EAGER = "flytekit.eager"
KWTYPES = "flytekit.kwtypes"
WORKFLOWS = frozenset({"flytekit.workflow"})
#: Decorators of what a node can be made of, and whatever else makes such a thing.
ENTITIES = TASKS | WORKFLOWS | {f"flytekit.reference_{entity}" for entity in ("task", "workflow", "launch_plan")}
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
#: What a task is, and what the call of one in a workflow gives; neither is a class that a user names.
TASK, PROMISE = "flytekit.task", "flytekit.Promise"
#: The classes of which decorators make an object.
TASK_CLASS, WORKFLOW_CLASS = "flytekit.PythonFunctionTask", "flytekit.PythonFunctionWorkflow"
LAUNCH_PLAN = "flytekit.LaunchPlan"
#: The classes of objects that have each method.
RECEIVERS = {
    OVERRIDES: (TASK, PROMISE),
    WITH_OPTIONS: (TASK, "flytekit.workflow"),
    EXECUTE: (REMOTE,),
    **dict.fromkeys(_OF_ENVIRONMENTS, (ENVIRONMENT,)),
}
#: What makes a remote.
REMOTE_MAKERS = frozenset(name for name in SIGNATURES if f"{name}.".startswith(f"{REMOTE}.")) - {EXECUTE}

#: Stands for the maker of a node where ``with_overrides`` is called on the task itself.
UNCALLED_TASK = "uncalled task"

#: Packages that put something else in the place of flytekit's names; nothing that is known of flytekit holds there.
REPLACEMENTS = ("flyte_migrate", "flyte-migrate", "flyte.migrate")

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


#: Modules of plugins that define what the package exports.
_PLUGIN_MODULES = frozenset({"function", "generic_task", "nim", "ollama", "script", "serve", "task", "vllm"})


def _plugin_object(qualified_name: str) -> str:
    """The name of an object of a task plugin without the modules of its package that lead to it."""
    parts = qualified_name.split(".")
    rest = list(itertools.dropwhile(_PLUGIN_MODULES.__contains__, parts[2:]))
    return ".".join([*parts[:2], *rest]) if rest else qualified_name


def canonical(qualified_name: str) -> str:
    """The one name of an object of flytekit or a plugin, whatever module it was imported from.

    ``flytekit.core.resources.Resources`` becomes ``flytekit.Resources``, its attributes likewise.
    """
    if qualified_name.startswith(f"{PLUGINS}."):
        return _plugin_object(qualified_name)
    head, tail = qualified_name, ""
    while "." in head:
        if head in ALIASES:
            return ALIASES[head] + tail
        head, _, last = head.rpartition(".")
        tail = f".{last}{tail}"
    return qualified_name


def parameters(name: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], bool] | None:
    """The row of a callable of flytekit or a plugin in the tables of signatures."""
    if name.startswith(f"{PLUGINS}."):
        from flake8_flyteconf.flytekit import plugins  # only for files with a plugin

        return plugins.SIGNATURES.get(name)
    return SIGNATURES.get(LIKE.get(name, name))


def is_accelerator(name: str) -> bool:
    """Whether a canonical name is a constant of ``flytekit.extras.accelerators``."""
    return name.startswith(_ACCELERATORS) and name.removeprefix(_ACCELERATORS) in ACCELERATORS
