"""Flyte 2's objects by name: one canonical name each, what calls return, and what belongs to an object."""

from __future__ import annotations

import itertools

from flake8_flyteconf.flyte2.tables import SIGNATURES
from flake8_flyteconf.flytekit import objects as flytekit

SDK = "flyte"
#: The namespace of Flyte 2's task plugins.
PLUGINS = "flyteplugins"

#: Modules that ``import flyte`` does not load, neither in a script nor in its command line.
UNLOADED = ("app", "clustered", "extras", "notify", "report")

#: Calls that are no configuration of a task; without arguments there is nothing to say about them.
CONNECTING = ("flyte.init", "flyte.init_from_config", "flyte.init_in_cluster")

ENVIRONMENT = "flyte.TaskEnvironment"
APP = "flyte.app.AppEnvironment"
#: Environments of apps of a kind of their own.
KINDS_OF_APPS = (
    "flyte.app.ConnectorEnvironment",
    "flyte.app.extras.FastAPIAppEnvironment",
    "flyte.app.extras.FlyteWebhookAppEnvironment",
)
CLONED_APP = f"{APP}.clone_with"
IMAGE = "flyte.Image"
TASK = "flyte.TaskTemplate"
CONTAINER_TASK = "flyte.extras.ContainerTask"
#: The decorator of tasks, and the method of tasks that people know from flytekit.
DECORATOR = "flyte.TaskEnvironment.task"
OVERRIDE = "flyte.TaskTemplate.override"
WITH_OVERRIDES = "flyte.TaskTemplate.with_overrides"

#: What runs a task, by itself and on what ``with_runcontext`` returns, which no user names.
RUN, RUN_IN_CONTEXT = "flyte.run", "flyte.Runner.run"
#: Methods that take what a function takes.
LIKE = {RUN_IN_CONTEXT: RUN}

CLUSTERED = "flyte.clustered.ClusteredTaskEnvironment"
ENVIRONMENTS = (ENVIRONMENT, CLUSTERED)
#: The constructors of triggers of usual schedules.
TRIGGERS = tuple(name for name in SIGNATURES if name.startswith("flyte.Trigger."))
#: Classes whose methods return an object of the class.
_FLUENT = (IMAGE, "flyte.PodTemplate")
_RETURNS = {
    **dict.fromkeys((*ENVIRONMENTS, f"{ENVIRONMENT}.clone_with", f"{ENVIRONMENT}.from_task"), ENVIRONMENT),
    **dict.fromkeys((APP, *KINDS_OF_APPS, CLONED_APP), APP),
    "flyte.PodTemplate": "flyte.PodTemplate",
    CONTAINER_TASK: TASK,
    OVERRIDE: TASK,
    "flyte.with_runcontext": "flyte.Runner",
    **{name: owner for owner in _FLUENT for name in SIGNATURES if name.startswith(f"{owner}.")},
    **{name: "flyte.Trigger" for name in SIGNATURES if name.startswith("flyte.Trigger.")},
    **dict.fromkeys(("flyte.GPU", "flyte.TPU", "flyte.Neuron", "flyte.AMD_GPU", "flyte.HABANA_GAUDI"), "flyte.Device"),
    "flyte.APPLE_SILICON": "flyte.Device",
}
#: Constructors among the methods, which a class has and an object is not asked for.
_CONSTRUCTORS = frozenset(
    name for name in SIGNATURES if name.startswith(("flyte.Image.from_", "flyte.PodTemplate.from_", "flyte.Trigger."))
) | {f"{ENVIRONMENT}.from_task", "flyte.app.Scaling.Concurrency", "flyte.app.Scaling.RequestRate"}
#: Methods that environments and images do not have and people call all the same.
NOT_OF_ENVIRONMENTS = (f"{ENVIRONMENT}.add_task", f"{ENVIRONMENT}.override", f"{ENVIRONMENT}.with_overrides")
NOT_OF_IMAGES = tuple(
    f"{IMAGE}.{name}"
    for name in """pip_install with_builder_options with_conda_packages with_copy with_env with_packages
    with_python_packages with_runtime_packages""".split()
)
#: Methods of Flyte 2 that are called on objects of flytekit, which do not have them.
MISTAKEN = (
    f"{flytekit.TASK}.override",
    f"{flytekit.TASK}.aio",
    f"{flytekit.PROMISE}.override",
    "flytekit.ImageSpec.with_pip_packages",
    "flytekit.ImageSpec.with_env_vars",
)
#: What calls a task or an environment; the first also stands for the class of the result, which is a coroutine.
CALLED, CALLED_ENVIRONMENT = f"{TASK}.__call__", f"{ENVIRONMENT}.__call__"
#: Methods of tasks that are called on the result of one.
TOO_LATE = (f"{CALLED}.override", f"{CALLED}.with_overrides")
#: What has no value, or none that is followed by a name; a run has begun when it has one.
NEVER_BOUND = frozenset(
    {OVERRIDE, RUN, RUN_IN_CONTEXT, WITH_OVERRIDES, *NOT_OF_ENVIRONMENTS, *NOT_OF_IMAGES, *MISTAKEN, *TOO_LATE}
)
#: What an object of a class can be asked for.
_OWNERS = (APP, ENVIRONMENT, IMAGE, "flyte.PodTemplate", TASK)
METHODS = frozenset(
    name for name in SIGNATURES if name.rpartition(".")[0] in _OWNERS and name not in _CONSTRUCTORS
).union(NOT_OF_ENVIRONMENTS, NOT_OF_IMAGES, MISTAKEN, TOO_LATE, {WITH_OVERRIDES, CALLED_ENVIRONMENT, RUN_IN_CONTEXT})
#: The last words of the methods.
WORDS = frozenset(name.rpartition(".")[2] for name in METHODS)


def is_flyte2(name: str) -> bool:
    """Whether a canonical name is one of Flyte 2's."""
    return name.partition(".")[0] in (SDK, PLUGINS)


def canonical(qualified_name: str) -> str:
    """The public name of an object, also when it comes from the private module that defines it.

    ``flyte._cache.cache.Cache.x`` becomes ``flyte.Cache.x``.
    """
    package, *parts = qualified_name.split(".")
    private = next((index for index, part in enumerate(parts) if part.startswith("_")), None)
    if package == PLUGINS and len(parts) > 1:
        private = 1
    if private is None:
        return qualified_name
    public = list(itertools.dropwhile(lambda part: not part[:1].isupper(), parts[private:])) or parts[-1:]
    return ".".join([package, *parts[:private], *public])


def result(name: str) -> str | None:
    """The class of what a call returns, by the canonical name of what is called."""
    if name in _RETURNS:
        return _RETURNS[name]
    if name == "flytekit.ImageSpec":
        return name
    return name if name in SIGNATURES and name.rpartition(".")[2][:1].isupper() else None


def method(owner: str, attribute: str) -> str | None:
    """The canonical name of a method of an object of a class."""
    name = f"{owner}.{attribute}"
    return name if name in METHODS else None
