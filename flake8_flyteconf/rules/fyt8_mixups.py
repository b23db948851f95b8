"""FYT80: arguments, types and names of the Flyte 2 SDK, and what is mixed up between the two SDKs."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence

from flake8_flyteconf.flyte2 import objects
from flake8_flyteconf.flyte2 import calls as flyte2
from flake8_flyteconf.flyte2.tables import ATTRIBUTES, NAMES, TEMPLATE_FIELDS, VARIADIC
from flake8_flyteconf.flytekit.objects import PROMISE, TASK, TASKS, WORKFLOWS
from flake8_flyteconf.sdk import signature
from flake8_flyteconf.rules import availability
from flake8_flyteconf.rules.availability import unknown_arguments
from flake8_flyteconf.rules.conversions import converted, dropped
from flake8_flyteconf.rules.flyte2_types import (
    AT_CONSTRUCTION,
    AT_DEPLOYMENT,
    describe,
    expected,
    faults,
    items_of,
    type_of,
)
from flake8_flyteconf.rules.predicates import string_of
from flake8_flyteconf.rules.rule import Hit, closest, did_you_mean, hit, rule
from flake8_flyteconf.settings import Settings
from flake8_flyteconf.values import Call, Constant, DictValue, Entity, Method, NameUse, SequenceValue, Value

#: What is right instead of a keyword that is flytekit's, or that belongs elsewhere, by the end of the callable's name.
HINTS: Mapping[str, Mapping[str, str]] = {
    "Resources": {
        "mem": "use memory (mem is flytekit's name)",
        "ephemeral_storage": "use disk (ephemeral_storage is flytekit's name)",
        "storage": "use disk",
        "shared_memory": "use shm (shared_memory is flytekit's name)",
        "accelerator": 'write gpu="T4:1"',
    },
    "Cache": {
        "version": 'write Cache("override", version_override=...)',
        "ignore_input_vars": "use ignored_inputs",
        "cache_version": 'write Cache("override", version_override=...)',
    },
    "Cron": {"schedule": "use expression", "cron_expression": "use expression", "tz": "use timezone"},
    "FixedRate": {"duration": "use interval_minutes", "interval": "use interval_minutes"},
    "Trigger": {
        "schedule": "use automation",
        "cron": "write automation=flyte.Cron(...)",
        "kickoff_time_input_arg": "write inputs={...: flyte.TriggerTime}",
        "fixed_inputs": "use inputs",
        "default_inputs": "use inputs",
        "max_parallelism": "use max_action_concurrency",
        "concurrency": "use max_action_concurrency",
    },
    "Secret": {"env_var": "use as_env_var", "mount_requirement": "use mount"},
    "RetryStrategy": {"retries": "use count", "backoff_factor": "write backoff=flyte.Backoff(...)"},
    "Timeout": {"timeout": "use max_runtime"},
    "from_debian_base": {
        "python": "use python_version",
        "packages": "call with_pip_packages(...)",
        "apt_packages": "call with_apt_packages(...)",
        "env": "call with_env_vars({...})",
        "requirements": "call with_requirements(...)",
    },
    "with_pip_packages": {
        "packages": "pass each package as an argument of its own",
        "extra_index_url": "use extra_index_urls",
    },
    "with_apt_packages": {"packages": "pass each package as an argument of its own"},
    "with_env_vars": {},
    "with_source_folder": {"dest": "use dst"},
    "with_source_file": {"dest": "use dst"},
    "AppEnvironment": {
        "inputs": "write parameters=[flyte.app.Parameter(...)]",
        "ports": "write port=8080",
        "replicas": "write scaling=flyte.app.Scaling(replicas=...)",
    },
    "from_base": {"platform": "write .clone(name=..., platform=...)"},
    "Scaling": {"min_replicas": "use replicas", "max_replicas": "use replicas"},
    "with_runcontext": {
        "envs": "use env_vars",
        "max_parallelism": "use max_action_concurrency",
        "inputs": "pass inputs to run(task, ...)",
    },
    "with_servecontext": {"input_values": "use parameter_values"},
    "init": {"config": "call flyte.init_from_config"},
    "Dask": {"n_workers": "write workers=WorkerGroup(number_of_workers=...)"},
    "Elastic": {"increase_shared_mem": "write shm= in the resources of the environment"},
    "WorkerGroup": {"limits": "use resources", "requests": "use resources"},
}
_NOTIFICATIONS = {"phases": "use on_phase", "recipients_email": "use recipients", "channel": "use webhook_url"}
#: Keywords of flytekit's tasks, and what does the same.
OF_FLYTEKIT = {
    "requests": "write resources=flyte.Resources(cpu=(request, limit))",
    "limits": "write resources=flyte.Resources(cpu=(request, limit))",
    "container_image": "use image",
    "environment": "use env_vars",
    "env": "use env_vars",
    "envs": "use env_vars",
    "secret_requests": "use secrets",
    "task_config": "use plugin_config",
    "pod_template_name": "use pod_template",
    "cache_version": 'write cache=flyte.Cache("override", version_override=...)',
    "cache_serialize": "write cache=flyte.Cache(..., serialize=True)",
    "cache_ignore_input_vars": "write cache=flyte.Cache(..., ignored_inputs=...)",
    "shared_memory": "write resources=flyte.Resources(shm=...)",
    "accelerator": 'write resources=flyte.Resources(gpu="T4:1")',
    "enable_deck": "use report",
    "disable_deck": "use report",
    "trigger": "use triggers",
    "friendly_name": "use short_name",
    "retry": "use retries",
}
#: What belongs into ``Resources``, by the names of both SDKs.
_SIZES = {
    **{name: name for name in ("cpu", "memory", "gpu", "disk", "shm")},
    "mem": "memory",
    "ephemeral_storage": "disk",
}
#: Settings of tasks that ``override`` refuses by name.
_FIXED = ("name", "image", "docs", "interface")


def _accepts(call: Call, name: str) -> bool:
    known = signature(call.name)
    if known is None or known.accepts(name):
        return True
    if call.name in (objects.OVERRIDE, "flyte.extras.ContainerTask"):
        return name in TEMPLATE_FIELDS and not (call.name == objects.OVERRIDE and name in _FIXED)
    return known.swallows


def _advice(call: Call, name: str) -> str:
    """What is right instead of an unknown keyword, empty when that is not known."""
    advice, decorator, known = _wanted(call, name), signature(objects.DECORATOR), signature(call.name)
    argument = re.match(r"use (\w+)(?:$|;| \()", advice)
    if argument is None or known is None or known.accepts(argument[1]):
        return advice
    if call.name == objects.ENVIRONMENT and decorator is not None and decorator.accepts(argument[1]):
        return f"set {argument[1]} on the task, @env.task({argument[1]}=...)"
    return ""


def _wanted(call: Call, name: str) -> str:
    hints = HINTS.get(call.title, _NOTIFICATIONS if call.name.startswith("flyte.notify.") else {})
    if name in hints:
        return hints[name]
    known = signature(call.name)
    if name in _SIZES and (call.name == objects.DECORATOR or known is not None and known.accepts("resources")):
        place = " on the environment" if call.name == objects.DECORATOR else ""
        return f"write resources=flyte.Resources({_SIZES[name]}=...){place}"
    if call.name == objects.DECORATOR:
        environment, override = signature(objects.ENVIRONMENT), signature(objects.OVERRIDE)
        here = {"container_image": "image", "environment": "env_vars", "task_config": "plugin_config"}.get(name, name)
        here = {"secret_requests": "secrets", "requests": "resources", "limits": "resources"}.get(here, here)
        if environment is not None and environment.accepts(here) and here != "name":
            per_call = override is not None and override.accepts(here)
            return f"set {here}= on the environment" + (f", or per call with .override({here}=...)" if per_call else "")
    elif call.name == objects.ENVIRONMENT:
        decorator = signature(objects.DECORATOR)
        if decorator is not None and decorator.accepts(name):
            return "set it on the task, @env.task(...)"
    if known is not None and {"resources", "env_vars", "cache"} & set(known.names):
        return OF_FLYTEKIT.get(name, "")
    return ""


def _unknown(call: Call) -> Iterator[Hit]:
    hints = {name: advice for name in call.arguments if (advice := _advice(call, name))}
    for found in unknown_arguments(call, hints, _callee(call)):
        name = str(found.fields["name"])
        if (
            not _accepts(call, name)
            if name in call.arguments
            else objects.LIKE.get(call.name, call.name) not in VARIADIC
        ):
            yield found


def _callee(call: Call) -> str:
    """What is called as people write it."""
    names = {objects.DECORATOR: "@env.task", objects.OVERRIDE: "override"}
    return names.get(call.name, call.name.removeprefix("flyteplugins."))


@rule(
    "FYT801",
    "{callee} has no argument {name}{hint}",
    on=flyte2.EVERY,
    kind="refused",
    stage="import",
    since="0.2.0",
)
def unknown_flyte_2_argument(call: Call) -> Iterator[Hit]:
    """An argument that a callable of Flyte 2 does not have.

    Python raises ``TypeError: ... got an unexpected keyword argument`` while the module is imported. Many are names of
    flytekit, others belong on the environment and not on the task, or the other way round. Source: flyte,
    inspect.signature.

    Bad::

        import flyte

        small = flyte.Resources(cpu=1, mem="1Gi")

    Good::

        import flyte

        small = flyte.Resources(cpu=1, memory="1Gi")
    """
    if call.name != objects.OVERRIDE:
        yield from _unknown(call)


@rule(
    "FYT802",
    "{callee} has no argument {name}{hint}",
    on=flyte2.Override,
    kind="refused",
    stage="execution",
    since="0.2.0",
)
def unknown_override(call: flyte2.Override) -> Iterator[Hit]:
    """An argument that ``override`` of a task does not have.

    The parent task raises ``TypeError: ... got an unexpected keyword argument`` while it runs, after its image was
    built and its pod scheduled. Source: flyte, _task.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        async def job(x: int) -> int:
            return x

        @env.task
        async def main(x: int) -> int:
            return await job.override(memory="16Gi")(x=x)

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        async def job(x: int) -> int:
            return x

        @env.task
        async def main(x: int) -> int:
            return await job.override(resources=flyte.Resources(memory="16Gi"))(x=x)
    """
    for found in _unknown(call):
        name = str(found.fields["name"])
        if name in _SIZES:
            found.fields["hint"] = f"; write resources=flyte.Resources({_SIZES[name]}=...)"
        elif name in _FIXED or name == "container_image":
            found.fields["hint"] = "; it cannot be overridden, use another environment"
        yield found


@rule(
    "FYT803",
    "{field} takes {expected}, not {found}",
    on=flyte2.EVERY,
    kind="refused",
    stage="import",
    since="0.2.0",
)
def wrong_type_in_flyte_2(call: Call) -> Iterator[Hit]:
    """An argument of another type than Flyte 2 takes.

    The constructor or decorator raises ``TypeError`` or ``ValueError`` while the module is imported; ``AttributeError``
    where it does not check. Source: flyte, _environment.py, _resources.py, _task_environment.py, app.

    Bad::

        import flyte

        small = flyte.Resources(memory=1024)

    Good::

        import flyte

        small = flyte.Resources(memory="1024Mi")
    """
    yield from faults(call, AT_CONSTRUCTION)


@rule(
    "FYT804",
    "{field} takes {expected}, not {found}",
    on=flyte2.EVERY,
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def wrong_type_at_deployment(call: Call) -> Iterator[Hit]:
    """An argument of a type that only the deployment stumbles over.

    The module is imported; deploying or running it ends in a ``TypeError``, ``ValueError``, ``RuntimeUserError`` or
    ``AttributeError`` that often names neither the task nor the argument. Source: flyte,
    _internal/runtime/task_serde.py and trigger_serde.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task(timeout="1h")
        def job(x: int) -> int:
            return x

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task(timeout=3600)
        def job(x: int) -> int:
            return x
    """
    yield from faults(call, AT_DEPLOYMENT)
    for item in items_of(call.get("secrets")):
        if (type_of(item) or "").startswith("flytekit.") and isinstance(call.get("secrets"), SequenceValue):
            yield hit(
                item.position,
                remedies=converted(item, "flyte.Secret(...)"),
                field="secrets",
                expected="flyte.Secret(...)",
                found=describe(item),
            )
    if call.name == "flyte.extras.ContainerTask":
        yield from _concatenated(call)
    reusable = call.get("reusable")
    if isinstance(call, (flyte2.Environment, flyte2.Clone)) and isinstance(reusable, Constant):
        if reusable.value is not None and not reusable.value:  # only None is not given
            fields = {"field": "reusable", "expected": expected("flyte.ReusePolicy"), "found": describe(reusable)}
            yield hit(reusable.position, remedies=dropped(call, "reusable"), **fields)
    if call.name == "flyte.Device" and call.lacks("device"):
        yield hit(call.position, field="device", expected="a str such as A100", found="nothing")


def _concatenated(call: Call) -> Iterator[Hit]:
    """The SDK adds the arguments, by default a list, to the command: both are lists, or both tuples."""
    command, arguments = call.get("command"), call.get("arguments")
    if not isinstance(command, SequenceValue) or not (call.lacks("arguments") or isinstance(arguments, SequenceValue)):
        return
    added = (
        arguments.type if isinstance(arguments, SequenceValue) and (arguments.items or arguments.incomplete) else "list"
    )
    if {command.type, added} == {"list", "tuple"}:
        field, value = ("command", command) if command.type == "tuple" else ("arguments", arguments)
        if value is not None:
            remedies = converted(value, "a list of str")
            yield hit(value.position, remedies=remedies, field=field, expected="a list", found="a tuple")


#: What people look for in flyte, and where it is.
SUCCESSORS = {
    "task": "decorate with @env.task of a flyte.TaskEnvironment",
    "workflow": "decorate with @env.task; a task may call tasks",
    "dynamic": "decorate with @env.task; a task may call tasks",
    "eager": "decorate with @env.task; a task may call tasks",
    "map_task": "use flyte.map",
    "LaunchPlan": "write @env.task(triggers=flyte.Trigger(...))",
    "CronSchedule": "use flyte.Cron",
    "ImageSpec": "use flyte.Image",
    "ContainerTask": "it is in flyte.extras",
    "Email": "it is in flyte.notify",
    "Slack": "it is in flyte.notify",
    "Deck": "use report=True and flyte.report",
    "current_context": "use flyte.ctx",
    "Options": "use flyte.with_runcontext",
    "FlyteFile": "use flyte.io.File",
    "FlyteDirectory": "use flyte.io.Dir",
    "StructuredDataset": "use flyte.io.DataFrame",
    "File": "it is in flyte.io",
    "Dir": "it is in flyte.io",
    "DataFrame": "it is in flyte.io",
    "register": "use flyte.deploy",
    "execute": "use flyte.run",
    "AppEnvironment": "it is in flyte.app",
    **dict.fromkeys(
        """Annotations Artifact AuthRole BatchSize ConcurrencyPolicy Config Description ExecutionParameters FlyteContext
    FlyteContextManager FlyteRemote HashMethod Labels PagerDuty PythonFunctionTask SQLTask SecurityContext SourceCode
    TaskMetadata Workflow WorkflowExecutionPhase WorkflowFailurePolicy approve conditional kwtypes new_context
    reference_launch_plan reference_task reference_workflow sleep wait_for_input""".split(),
        "it is flytekit's",
    ),
}


#: Constructors that people look for.
_CONSTRUCTORS = {
    "flyte.Image": {
        "auto": 'write image="auto"',
        "from_registry": "use from_base",
        "from_image": "use from_base",
        "from_name": "use from_ref_name",
    },
    "flytekit.ImageSpec": {"from_debian_base": "write ImageSpec(...)", "from_base": "write ImageSpec(base_image=...)"},
    "flyte.Trigger": {"yearly": 'write flyte.Trigger("...", flyte.Cron("@yearly"))'},
}


@rule("FYT805", "{owner} has no {name}; {advice}", on=NameUse, kind="refused", stage="import", since="0.2.0")
def flytekit_name_in_flyte_2(call: NameUse) -> Iterator[Hit]:
    """A name of flytekit, or of a module of Flyte 2, that the package ``flyte`` does not have.

    ``ImportError`` or ``AttributeError: module 'flyte' has no attribute 'task'``. Other unknown names are left alone:
    the package grows with each release. Source: flyte, __init__.py.

    Bad::

        from flyte import TaskEnvironment, map_task

    Good::

        from flyte import TaskEnvironment, map
    """
    if call.owner == objects.SDK and call.attribute in SUCCESSORS and call.attribute not in NAMES["flyte"].split():
        yield hit(call.position, owner=call.owner, name=call.attribute, advice=SUCCESSORS[call.attribute])
    elif call.attribute in _CONSTRUCTORS.get(call.owner, {}):
        yield hit(
            call.position, owner=call.owner, name=call.attribute, advice=_CONSTRUCTORS[call.owner][call.attribute]
        )


#: What does the job of a name that people expect.
_EXPECTED = {
    "flyte.Image.from_docker_image": "use from_base",
    "flyte.Image.build": "use flyte.build",
    "flyte.Image.run_commands": "use with_commands",
    "flyte.Image.ubuntu_python": "use from_debian_base",
    "flyte.Secret.from_env": 'write flyte.Secret("key", as_env_var="NAME")',
    **dict.fromkeys(("flyte.TaskEnvironment.deploy", "flyte.TaskTemplate.deploy"), "use flyte.deploy"),
    **dict.fromkeys(("flyte.TaskEnvironment.run", "flyte.TaskTemplate.run"), "use flyte.run"),
    **dict.fromkeys(("flyte.TaskEnvironment.map", "flyte.TaskTemplate.map"), "use flyte.map"),
    **dict.fromkeys(
        ("flyte.TaskEnvironment.dynamic", "flyte.TaskEnvironment.workflow"),
        "decorate with @env.task; a task may call tasks",
    ),
    "flyte.TaskTemplate.remote": "use flyte.run",
    "flyte.TaskTemplate.submit": "use flyte.run",
    "flyte.Trigger.cron": 'write flyte.Trigger("...", flyte.Cron("..."))',
    "flyte.app.Input": "use flyte.app.Parameter",
    "flyte.types.Resources": "use flyte.Resources",
}


@rule("FYT896", "{what}{hint}", on=NameUse, kind="refused", stage="import", since="0.2.0")
def unknown_name_of_flyte_2(call: NameUse) -> Iterator[Hit]:
    """A name that no module, class or object of Flyte 2 has.

    ``ImportError``, ``ModuleNotFoundError`` or ``AttributeError`` while the module is imported. Nothing is said of a
    project that tells an older release, or a newer one than those that are known. Source: flyte, its modules and
    classes.

    Bad::

        import flyte

        image = flyte.Image.from_docker_image("python:3.12")

    Good::

        import flyte

        image = flyte.Image.from_base("python:3.12")
    """
    owner, name = call.owner, call.attribute
    if owner.partition(".")[0] != objects.SDK or name.startswith("_") or "._" in owner or _is_told(call):
        return
    title, holds = f"{owner}.{name}".rstrip("."), availability.of_today(objects.SDK)
    names = ATTRIBUTES.get(owner) or NAMES.get(owner)
    if names is None:
        if not call.written and not call.again:
            yield hit(call.position, holds=holds, what=f"there is no module {owner}", hint=_instead(title, ()))
    elif name and names != "*" and name not in names.split() and f"{owner}.{name}" not in NAMES:
        yield hit(call.position, holds=holds, what=f"{owner} has no {name}", hint=_instead(title, names.split()))


def _is_told(call: NameUse) -> bool:
    """Whether FYT805 is about a name."""
    return (
        call.owner == objects.SDK
        and call.attribute in SUCCESSORS
        or call.attribute in _CONSTRUCTORS.get(call.owner, {})
    )


def _instead(title: str, names: Sequence[str]) -> str:
    if title in _EXPECTED:
        return f"; {_EXPECTED[title]}"
    return did_you_mean(closest(title.rpartition(".")[2], names))


#: Which of them the import of another module loads.
_LOADING = {
    "flyte.ai.agents": ("report",),
    "flyte.ai.chat": ("app", "report"),
    "flyte.ai.mcp": ("app",),
    "flyte.sandbox": ("app", "extras", "report"),
    "flyte.extras": ("app", "report"),
    "flyte.extend": ("report",),
    "flyte.clustered": ("report",),
}
#: What is imported without loading a module of flyte; of other packages and modules that is not known.
_HARMLESS = frozenset(
    """__future__ flyte flytekit httpx joblib kubernetes matplotlib numpy pandas polars pyarrow pydantic requests scipy
    sklearn torch transformers""".split()
)


@rule(
    "FYT883",
    'flyte.{name} is not loaded by "import flyte"; add "import flyte.{name}"',
    on=NameUse,
    kind="refused",
    stage="import",
    since="0.2.0",
)
def unloaded_flyte_module(call: NameUse) -> Iterator[Hit]:
    """A module of Flyte 2 that nothing in the file imports.

    ``AttributeError: module 'flyte' has no attribute 'app'``. Inside a task the module is there, because the SDK has
    loaded it by then; so is what another imported module may load. Source: flyte, __init__.py.

    Bad::

        import flyte

        web = flyte.app.AppEnvironment(name="web")

    Good::

        import flyte.app

        web = flyte.app.AppEnvironment(name="web")
    """
    name = call.attribute
    if call.owner != objects.SDK or not call.written or name not in objects.UNLOADED or not call.imported:
        return
    packages = {module.partition(".")[0] for module in call.imported}
    if "importlib" in packages or not packages <= _HARMLESS | sys.stdlib_module_names:
        return
    loaded = {module.split(".")[1] for module in call.imported if module.startswith("flyte.") and module.count(".")}
    loaded |= {
        each
        for module, names in _LOADING.items()
        if any(f"{imported}.".startswith(f"{module}.") for imported in call.imported)
        for each in names
    }
    if name not in loaded:
        yield hit(call.position, name=name)


#: What flytekit takes of Flyte 2 as if it were its own, and what the rules about its types report.
_LEFT_ALONE = ("flyte.Cron", "flyte.PodTemplate", "flyte.RetryStrategy", "flyte.Timeout")


@rule(
    "FYT806",
    "{field} takes flytekit's own {meant}; {name} is of Flyte 2",
    on=Call,
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def flyte_2_in_flytekit(call: Call) -> Iterator[Hit]:
    """An object of Flyte 2 given to flytekit.

    Serialization ends in an ``AttributeError`` or ``TypeError`` such as ``'RetryStrategy' object cannot be interpreted
    as an integer``; some arguments are refused at once. A pod template of Flyte 2 is taken, it has the same fields.
    Source: flytekit.

    Bad::

        import flyte
        from flytekit import task

        @task(requests=flyte.Resources(cpu=1))
        def job(x: int) -> int:
            return x

    Good::

        from flytekit import Resources, task

        @task(requests=Resources(cpu="1"))
        def job(x: int) -> int:
            return x
    """
    if call.name.partition(".")[0] != "flytekit":
        return
    for field, value in call.arguments.items():
        for item in value.items if isinstance(value, SequenceValue) else (value,):
            found = _of_flyte2(item)
            if found and not (field == "resources" and found == "flyte.Resources" and _is_copied(item)):
                yield hit(item.position, field=field, meant=_COUNTERPARTS.get(found, "objects"), name=found)


_COUNTERPARTS = {
    "flyte.Resources": "Resources",
    "flyte.Secret": "Secret",
    "flyte.Cache": "Cache",
    "flyte.FixedRate": "FixedRate",
    "flyte.Image": "ImageSpec",
    "flyte.Documentation": "Documentation",
    "a task": "tasks",
}


def _is_copied(value: Value) -> bool:
    """Whether flytekit's ``resources=`` copies every field that is given."""
    return isinstance(value, Call) and not {"memory", "disk", "shm"} & set(value.arguments)


def _of_flyte2(value: Value) -> str:
    """The class of Flyte 2 that a value surely is of, or ``a task``; empty for anything else."""
    if isinstance(value, Entity):
        return "a task" if value.decorator == objects.DECORATOR else ""
    found = type_of(value) or ""
    return found if found.startswith("flyte.") and found not in _LEFT_ALONE else ""


@rule(
    "FYT807",
    "a task of Flyte 2 has no with_overrides; write task.override(...)(...)",
    on=flyte2.WithOverrides,
    kind="refused",
    stage="execution",
    since="0.2.0",
)
def with_overrides_in_flyte_2(call: flyte2.WithOverrides) -> Iterator[Hit]:
    """``with_overrides`` on a task of Flyte 2.

    ``AttributeError`` while the parent task runs: there it is ``override``, and it comes before the call. Source:
    flyte, _task.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        async def job(x: int) -> int:
            return x

        @env.task
        async def main(x: int) -> int:
            return await job.with_overrides(retries=2)(x=x)

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        async def job(x: int) -> int:
            return x

        @env.task
        async def main(x: int) -> int:
            return await job.override(retries=2)(x=x)
    """
    yield hit(call.position)


@rule(
    "FYT808",
    "flytekit's @{name} has no effect under @env.task; move its settings there",
    on=flyte2.TaskDecorator,
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def decorated_for_flytekit_too(call: flyte2.TaskDecorator) -> Iterator[Hit]:
    """A function that is decorated for both SDKs.

    Flyte 2 runs what flytekit made of the function as plain Python: its resources, retries and cache are lost. Source:
    flyte, _task_environment.py.

    Bad::

        import flyte
        from flytekit import task

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        @task(retries=3)
        def job(x: int) -> int:
            return x

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task(retries=3)
        def job(x: int) -> int:
            return x
    """
    if call.wraps is not None and call.wraps.name in TASKS | WORKFLOWS:
        yield hit(call.wraps.position, name=call.wraps.name.rpartition(".")[2])


#: Dicts of strings, by the beginning of the callable's name.
_STRINGS: Mapping[str, tuple[str, ...]] = {
    "flyte.TaskEnvironment": ("env_vars",),
    "flyte.TaskTemplate.override": ("env_vars",),
    "flyte.app.": ("env_vars",),
    "flyte.extras.ContainerTask": ("env_vars",),
    "flyte.Trigger": ("env_vars", "labels", "annotations", "custom_context"),
    "flyte.with_runcontext": ("env_vars", "labels", "annotations", "custom_context"),
    "flyteplugins.spark.Spark": ("spark_conf", "hadoop_conf"),
    "flyteplugins.ray.": ("ray_start_params",),
}


@rule(
    "FYT809",
    "{what} of {field} must be a str, not {found}",
    on=flyte2.EVERY,
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def non_string_in_flyte_2(call: Call) -> Iterator[Hit]:
    """A key or value that is not a string, in a dict of strings.

    Deployment ends in ``TypeError: bad argument type for built-in operation``, which names neither the task nor the
    key; ``with_runcontext`` raises ``ValueError`` for a variable. ``None`` becomes the empty string. Source: flyte,
    _internal/runtime/task_serde.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", env_vars={"WORKERS": 4})

        @env.task
        def job(x: int) -> int:
            return x

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", env_vars={"WORKERS": "4"})

        @env.task
        def job(x: int) -> int:
            return x
    """
    fields = next((fields for name, fields in _STRINGS.items() if call.name.startswith(name)), ())
    for field in fields:
        value = call.get(field)
        if isinstance(value, DictValue):
            for key, item in value.entries:
                for what, part in (("a key", key), (f'"{string_of(key)}"', item)):
                    found = type_of(part)
                    if found in ("int", "float", "bool", "list", "tuple", "dict", "set"):
                        yield hit(
                            part.position,
                            remedies=converted(part, "a str"),
                            what=what,
                            field=field,
                            found=describe(part),
                        )


@rule(
    "FYT810",
    "{owner} of flytekit has no {name}; {advice}",
    on=flyte2.Mistaken,
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def flyte_2_method_in_flytekit(call: flyte2.Mistaken) -> Iterator[Hit]:
    """A method of Flyte 2 on a task or image of flytekit.

    ``AttributeError`` while the workflow is compiled, or ``TypeError: 'Promise' object is not callable``. Source:
    flytekit.

    Bad::

        from flytekit import task, workflow

        @task
        def job(x: int) -> int:
            return x

        @workflow
        def main(x: int) -> int:
            return job.override(retries=2)(x=x)

    Good::

        from flytekit import task, workflow

        @task
        def job(x: int) -> int:
            return x

        @workflow
        def main(x: int) -> int:
            return job(x=x).with_overrides(retries=2)
    """
    owner, _, name = call.name.rpartition(".")
    advice = {
        "override": "call it, and with_overrides(...) on what that returns",
        "aio": "a workflow calls the task itself",
    }
    shown = {TASK: "a task", PROMISE: "the call of a task"}.get(owner, "ImageSpec")
    yield hit(call.position, owner=shown, name=name, advice=advice.get(name, "write ImageSpec(packages=..., env=...)"))


#: Types of flytekit that Flyte 2 takes for plain dataclasses, and what does what they did.
_TYPES = {
    "flytekit.FlyteFile": "flyte.io.File",
    "flytekit.FlyteDirectory": "flyte.io.Dir",
    "flytekit.StructuredDataset": "flyte.io.DataFrame",
    "flytekit.types.file.FlyteFile": "flyte.io.File",
    "flytekit.types.directory.FlyteDirectory": "flyte.io.Dir",
    "flytekit.types.structured.StructuredDataset": "flyte.io.DataFrame",
    "flytekit.types.structured.structured_dataset.StructuredDataset": "flyte.io.DataFrame",
}


@rule(
    "FYT820",
    "input {name}: Flyte 2 passes the path of a {title} of flytekit and uploads nothing; use {right}",
    on=flyte2.TaskDecorator,
    kind="suspicious",
    stage="undetected",
    since="0.2.0",
)
def flytekit_type_in_flyte_2(call: flyte2.TaskDecorator) -> Iterator[Hit]:
    """A file, directory or dataset of flytekit as the input of a task of Flyte 2.

    It is handled as a dataclass: its path travels, what it points to does not. Source: flyte, types.

    Bad::

        import flyte
        from flytekit.types.file import FlyteFile

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        def job(data: FlyteFile) -> int:
            return 1

    Good::

        import flyte
        from flyte.io import File

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        def job(data: File) -> int:
            return 1
    """
    for each in call.inputs or ():
        if each.type in _TYPES:
            title = each.type.rpartition(".")[2]
            yield hit(each.position, name=each.name, title=title, right=_TYPES[each.type])


@rule("FYT830", on=flyte2.EnvironmentMethod, kind="refused", stage="import", since="0.2.0")
def environment_as_decorator(call: Method) -> Iterator[Hit]:
    """An environment as a decorator, or a method that environments do not have.

    ``TypeError: 'TaskEnvironment' object is not callable`` for ``@env``, ``AttributeError`` for the methods, while the
    module is imported. Source: flyte, _task_environment.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env
        def job(x: int) -> int:
            return x

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        def job(x: int) -> int:
            return x
    """
    if call.name == objects.CALLED_ENVIRONMENT:
        yield hit(call.position, "an environment is not a decorator; write @env.task")
    elif call.name in objects.NOT_OF_ENVIRONMENTS:
        advice = "use TaskEnvironment.from_task" if call.title == "add_task" else "use clone_with"
        yield hit(call.position, f"an environment has no {call.title}; {advice}")


@rule("FYT884", on=flyte2.TooLate, kind="refused", stage="execution", since="0.2.0")
def override_after_call(call: Method) -> Iterator[Hit]:
    """``override`` behind the call of a task.

    ``AttributeError: 'coroutine' object has no attribute 'override'`` when the task runs: it comes before the call.
    Source: flyte, _task.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        async def job(x: int) -> int:
            return x

        @env.task
        async def main(x: int) -> int:
            return await job(x=x).override(retries=2)

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        async def job(x: int) -> int:
            return x

        @env.task
        async def main(x: int) -> int:
            return await job.override(retries=2)(x=x)
    """
    yield hit(call.position, "a task is overridden before its call: task.override(...)(...)")


@rule(
    "FYT882",
    "{what} came with flyte {since}; the project uses {version} ({source})",
    on=flyte2.EVERY,
    kind="refused",
    stage="import",
    option="--flyteconf-flyte",
    since="0.2.0",
)
def needs_newer_flyte(call: Call, settings: Settings) -> Iterator[Hit]:
    """Something that the release of Flyte 2 which the project uses does not have.

    ``TypeError`` or ``AttributeError`` while the module is imported; before 2.12 a pod template needs a container,
    before 2.8 a trigger an automation. Source: flyte, the wheels of all releases.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", service_account="trainer")

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")
    """
    yield from availability.newer_than_the_project(call, settings, _callee(call))
    release = settings.releases.of(objects.SDK)
    if release is None:
        return
    used, fields = release.version.release, release._asdict()
    if isinstance(call, flyte2.PodTemplate) and used < (2, 12):
        spec = call.pod_spec()
        containers = spec.get("containers") if spec is not None else None
        empty = isinstance(containers, SequenceValue) and not containers.items and not containers.incomplete
        if empty or call.lacks("pod_spec"):
            yield hit(call.position, what="a pod template without containers", since="2.12", **fields)
    if call.name == "flyte.Trigger" and call.lacks("automation") and used < (2, 8):
        yield hit(call.position, what="a trigger without automation", since="2.8", **fields)
