"""Write the tables of flytekit's callables from the installed flytekit.

Run it in an environment with flytekit: ``python tools/generate_tables.py``. ``test_tables.py`` fails while the
tables differ from the installed packages and names this command.
"""

from __future__ import annotations

import ast
import importlib
import importlib.metadata
import inspect
import pathlib
import pkgutil
import textwrap
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import flytekit
import flytekit.core.options
import flytekit.deck
import flytekit.models.common
import flytekit.models.concurrency
import flytekit.models.schedule
import flytekit.models.security
import flytekit.remote
from flytekit.core.array_node_map_task import ArrayNodeMapTask
from flytekit.core.node import Node
from flytekit.core.python_function_task import PythonFunctionTask
from flytekit.core.workflow import PythonFunctionWorkflow
from flytekit.extras import accelerators
from flytekit.extras.tasks.shell import ShellTask

from tools.classes import of_class

TABLE = pathlib.Path(__file__).parents[1] / "flake8_flyteconf" / "flytekit" / "tables.py"

#: What the linter knows by name. Methods are listed behind their class.
CALLABLES: dict[str, Callable[..., Any]] = {
    **{
        name: getattr(flytekit, name)
        for name in """task dynamic eager workflow Resources PodTemplate ContainerTask LaunchPlan Options Labels
        Annotations Email Slack PagerDuty CronSchedule FixedRate Secret Cache ImageSpec SecurityContext AuthRole
        TaskMetadata Documentation ConcurrencyPolicy map_task reference_task reference_workflow
        reference_launch_plan approve sleep wait_for_input""".split()
    },
    "Environment": flytekit.Environment,
    "ShellTask": ShellTask,
    "models.schedule.Schedule": flytekit.models.schedule.Schedule,
    "RawOutputDataConfig": flytekit.models.common.RawOutputDataConfig,
    "Identity": flytekit.models.security.Identity,
    "LaunchPlan.create": flytekit.LaunchPlan.create,
    "LaunchPlan.get_or_create": flytekit.LaunchPlan.get_or_create,
    "LaunchPlan.get_default_launch_plan": flytekit.LaunchPlan.get_default_launch_plan,
    "Options.default_from": flytekit.core.options.Options.default_from,
    "FlyteRemote": flytekit.remote.FlyteRemote,
    "FlyteRemote.auto": flytekit.remote.FlyteRemote.auto,
    "FlyteRemote.for_endpoint": flytekit.remote.FlyteRemote.for_endpoint,
    "FlyteRemote.for_sandbox": flytekit.remote.FlyteRemote.for_sandbox,
    "FlyteRemote.execute": flytekit.remote.FlyteRemote.execute,
    "with_overrides": Node.with_overrides,
    "extras.accelerators.GPUAccelerator": accelerators.GPUAccelerator,
}

#: Classes and namespaces that are known by name but never called by a rule.
NAMES: dict[str, object] = {
    name: getattr(flytekit, name) for name in ("Workflow", "WorkflowExecutionPhase", "WorkflowFailurePolicy", "SQLTask")
}

HEADER = '''"""Names and signatures of flytekit's callables, generated from flytekit {version}.

Do not edit: ``python tools/generate_tables.py`` writes this file.
"""

from __future__ import annotations

'''


def optional_keywords(function: Callable[..., Any]) -> set[str]:
    """The keywords a function takes out of its ``**kwargs`` by name: ``kwargs.pop("cache_version", None)``."""
    found = set()
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(function)))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ("pop", "get")
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "kwargs"
            and node.args
            and isinstance(node.args[0], ast.Constant)
        ):
            found.add(str(node.args[0].value))
    return found


def constructors(target: type) -> Iterator[Callable[..., Any]]:
    """The constructors that a keyword of a class can reach through ``**kwargs``, the class's own first."""
    for base in target.__mro__:
        if "__init__" in vars(base) and base is not object:
            yield vars(base)["__init__"]
            kinds = {p.kind for p in inspect.signature(vars(base)["__init__"]).parameters.values()}
            if inspect.Parameter.VAR_KEYWORD not in kinds:
                return


def signature(target: Callable[..., Any]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], bool]:
    """Positional parameters, further keywords, required parameters, whether unknown keywords are let through."""
    function = getattr(target, "func", target)  # flytekit.dynamic is a partial
    first, *inherited = constructors(function) if inspect.isclass(function) else [function]
    parameters = [p for p in inspect.signature(first).parameters.values() if p.name not in ("self", "cls")]
    named = [p for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD]
    keywords = {p.name for p in parameters if p.kind is p.KEYWORD_ONLY}
    lets_through = any(p.kind is p.VAR_KEYWORD for p in parameters)
    if lets_through:
        keywords |= optional_keywords(first)
        for base in inherited:
            keywords |= {
                p.name for p in inspect.signature(base).parameters.values() if p.kind is p.POSITIONAL_OR_KEYWORD
            }
        if target is flytekit.map_task:  # it hands its keywords on
            for constructor in constructors(ArrayNodeMapTask):
                keywords |= optional_keywords(constructor) | {*inspect.signature(constructor).parameters}
            keywords |= {"metadata", "security_ctx"}
        if target is Node.with_overrides:
            keywords |= optional_keywords(Node._override_node_metadata)
        if target is flytekit.task or getattr(target, "func", None) is flytekit.task:
            lets_through = False  # it raises for what is left in kwargs
    keywords -= {"self", "args", "kwargs", *(p.name for p in named)}
    if target is flytekit.Environment:  # it keeps keywords only, for a decorator that raises
        return (), tuple(sorted(keywords.union(p.name for p in named if p.name != "_task_function"))), (), False
    required = tuple(p.name for p in named if p.default is p.empty)
    return tuple(p.name for p in named), tuple(sorted(keywords)), required, lets_through


def aliases() -> dict[str, str]:
    """Every other module path under which flytekit offers one of the known objects."""
    known = {
        id(value): f"flytekit.{name}" for name, value in {**CALLABLES, **NAMES, **CLASSES}.items() if "." not in name
    }
    found = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for module in pkgutil.walk_packages(flytekit.__path__, "flytekit."):
            if any(part in module.name for part in (".bin", ".clis", ".lazy_import", ".webhook")):
                continue
            try:
                members = vars(importlib.import_module(module.name))
            except Exception:  # an optional dependency of that module is not installed
                continue
            for name, value in list(members.items()):
                path = f"{module.name}.{name}"
                if id(value) in known and known[id(value)] != path:
                    found[path] = known[id(value)]
    return found


#: Classes whose members are written in configurations; a phase of a notification is another rule's.
CLASSES: dict[str, type] = {
    "ConcurrencyLimitBehavior": flytekit.models.concurrency.ConcurrencyLimitBehavior,
    "ContainerTask.IOStrategy": flytekit.ContainerTask.IOStrategy,
    "ContainerTask.MetadataFormat": flytekit.ContainerTask.MetadataFormat,
    "Secret.MountType": flytekit.Secret.MountType,
    "WorkflowFailurePolicy": flytekit.WorkflowFailurePolicy,
    "deck.DeckField": flytekit.deck.DeckField,
}

#: The classes of what the decorators of tasks and workflows make.
DECORATED: tuple[type, ...] = (PythonFunctionTask, PythonFunctionWorkflow)


def attributes() -> dict[str, list[str]]:
    """The public attributes of classes and of accelerators."""
    found = {name: sorted(of_class(target)) for name, target in CLASSES.items()}
    classes = ((name, target) for name, target in CALLABLES.items() if inspect.isclass(target) and "." not in name)
    found.update((name, sorted(of_class(target))) for name, target in classes if not hasattr(target, "__getattr__"))
    found.update((target.__name__, sorted(of_class(target))) for target in DECORATED)
    for name in gpu_models():
        members = dir(getattr(accelerators, name))
        found[f"extras.accelerators.{name}"] = sorted(n for n in members if not n.startswith("_"))
    return found


def gpu_models() -> list[str]:
    """The accelerators that flytekit defines as constants."""
    return sorted(n for n, v in vars(accelerators).items() if isinstance(v, accelerators.BaseAccelerator))


def render() -> str:
    lines = [HEADER.format(version=importlib.metadata.version("flytekit"))]
    lines.append(
        "#: Positional parameters, further keywords, required parameters, whether unknown keywords are let through.\n"
    )
    lines.append("SIGNATURES: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], bool]] = {\n")
    for name, target in sorted(CALLABLES.items()):
        lines.append(f'    "flytekit.{name}": {signature(target)!r},\n')
    lines.append("}\n\n#: Other paths to the objects above.\nALIASES: dict[str, str] = {\n")
    for path, canonical in sorted(aliases().items()):
        lines.append(f'    "{path}": "{canonical}",\n')
    lines.append("}\n\n#: Constants of ``flytekit.extras.accelerators``.\n")
    lines.append(f"ACCELERATORS: frozenset[str] = frozenset({gpu_models()!r})\n")
    lines.append("\n#: The public attributes of classes and their objects, and of accelerators.\n")
    lines.append("ATTRIBUTES: dict[str, tuple[str, ...]] = {\n")
    for name, members in sorted(attributes().items()):
        lines.append(f'    "flytekit.{name}": {tuple(members)!r},\n')
    lines.append("}\n")
    return "".join(lines)


if __name__ == "__main__":
    TABLE.write_text(render(), encoding="utf-8")
