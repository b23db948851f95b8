"""Write the tables of the Flyte 2 SDK from the installed ``flyte`` and ``flyteplugins``.

Run it in an environment with them. ``tests/truth/test_flyte2.py`` fails while the tables differ from the installed
packages.
"""

from __future__ import annotations

import dataclasses
import importlib
import importlib.metadata
import inspect
import pathlib
import re
import typing
from collections.abc import Callable, Collection
from typing import Any

import flyte
import flyte._resources as resources
import flyte.app
from flyte._task import AsyncFunctionTaskTemplate

from tools.classes import of_class

TABLE = pathlib.Path(__file__).parents[1] / "flake8_flyteconf" / "flyte2" / "tables.py"
#: The callables that the linter knows by name, by their public module.
CALLABLES = {
    "flyte": """AMD_GPU APPLE_SILICON Backoff Cache Cron Device Documentation FixedRate GPU HABANA_GAUDI Image Neuron
        OnArtifact PodTemplate Resources RetryStrategy ReusePolicy Secret TPU TaskEnvironment Timeout Trigger
        TriggeredPartition build build_images deploy init init_from_api_key init_from_config init_in_cluster map rerun
        run serve with_runcontext with_servecontext""",
    "flyte.app": """AppEndpoint AppEnvironment ArtifactValue ConnectorEnvironment Domain Link Parameter Port RunOutput
        Scaling Subdomain Timeouts""",
    "flyte.app.extras": "FastAPIAppEnvironment FlyteWebhookAppEnvironment",
    "flyte.artifacts": "Metadata",
    "flyte.clustered": "ClusterFailurePolicy ClusteredTaskEnvironment JaxRun TorchRun",
    "flyte.extras": "ContainerTask",
    "flyte.notify": "Email NamedDelivery NamedRule Slack Teams Webhook",
    "flyteplugins.dask": "Dask Scheduler WorkerGroup",
    "flyteplugins.pytorch": "Elastic",
    "flyteplugins.ray": "HeadNodeConfig RayJobConfig WorkerNodeConfig",
    "flyteplugins.spark": "Spark",
}
#: Methods and constructors behind their class.
METHODS = {
    "flyte.Image": """clone from_base from_debian_base from_dockerfile from_pixi_script from_ref_name from_uv_script
        with_apt_packages with_code_bundle with_commands with_dockerignore with_env_vars with_pip_packages
        with_pixi_project with_poetry_project with_requirements with_source_file with_source_folder with_uv_project
        with_workdir""",
    "flyte.PodTemplate": "allow_fuse allow_nested_sandboxing from_spec with_termination_grace_period",
    "flyte.TaskEnvironment": "add_dependency clone_with from_task task",
    "flyte.TaskTemplate": "override",
    "flyte.Trigger": "daily hourly minutely monthly weekly",
    "flyte.app.AppEnvironment": "clone_with",
    "flyte.app.Scaling": "Concurrency RequestRate",
}
#: Classes whose objects are at hand without their names: tasks existed before ``flyte`` exported their class.
HOMES = {"flyte.TaskTemplate": "flyte._task"}

HEADER = '''"""Names, signatures and devices of the Flyte 2 SDK, generated from flyte {version}.

Do not edit: ``python tools/generate_flyte2.py`` writes this file.
"""

from __future__ import annotations
'''

Signature = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], bool]


def signature(target: Callable[..., Any], *, bound: bool = False) -> Signature:
    """Positional parameters, further keywords, required parameters, whether unknown keywords are let through."""
    parameters = list(inspect.signature(target).parameters.values())[bound:]
    named = [p for p in parameters if p.kind in (p.POSITIONAL_OR_KEYWORD, p.POSITIONAL_ONLY)]
    keywords = [p for p in parameters if p.kind is p.KEYWORD_ONLY]
    required = [p.name for p in (*named, *keywords) if p.default is p.empty]
    lets_through = any(p.kind is p.VAR_KEYWORD for p in parameters)
    return tuple(p.name for p in named), tuple(p.name for p in keywords), tuple(required), lets_through


def signatures(modules: Collection[str] = tuple(CALLABLES)) -> dict[str, Signature]:
    """The signatures by canonical name, of what these modules offer."""
    found = {}
    for module in modules:
        for name in CALLABLES[module].split():
            found[f"{module}.{name}"] = signature(getattr(importlib.import_module(module), name))
    for owner, names in METHODS.items():
        module, _, title = owner.rpartition(".")
        for name in names.split():
            target = inspect.getattr_static(getattr(importlib.import_module(module), title), name)
            is_method = inspect.isfunction(target)
            target = target if is_method else getattr(getattr(importlib.import_module(module), title), name)
            found[f"{owner}.{name}"] = signature(target, bound=is_method)
    # What clone_with takes out of its **kwargs; it raises TypeError for the rest.
    positional, keywords, required, _ = found["flyte.TaskEnvironment.clone_with"]
    found["flyte.TaskEnvironment.clone_with"] = (positional, (*keywords, "cache", "reusable"), required, False)
    positional, _, required, _ = found["flyte.app.AppEnvironment.clone_with"]
    popped = re.findall(r"kwargs\.pop\(\"(\w+)\"", inspect.getsource(flyte.app.AppEnvironment.clone_with))
    found["flyte.app.AppEnvironment.clone_with"] = (positional, tuple(sorted(popped)), required, False)
    return found


def takes_any_number() -> tuple[str, ...]:
    """The callables that take any number of positional arguments."""
    found = []
    for name in signatures([module for module in CALLABLES if module.startswith("flyte.") or module == "flyte"]):
        module, _, title = name.rpartition(".")
        owner: Any
        if module in CALLABLES:
            owner = importlib.import_module(module)
        else:
            head, _, tail = module.rpartition(".")
            owner = getattr(importlib.import_module(head), tail)
        parameters = inspect.signature(getattr(owner, title)).parameters.values()
        if any(p.kind is p.VAR_POSITIONAL for p in parameters):
            found.append(name)
    return tuple(sorted(found))


def template_fields() -> tuple[str, ...]:
    """What ``override`` and ``ContainerTask`` take beside their own parameters: the fields of tasks."""
    return tuple(field.name for field in dataclasses.fields(AsyncFunctionTaskTemplate) if field.init)


def modules() -> list[str]:
    """The public modules of the package, by their files."""
    folder = pathlib.Path(flyte.__path__[0])
    paths = (path.relative_to(folder.parent).with_suffix("") for path in folder.rglob("*.py"))
    found = {".".join(path.parts).removesuffix(".__init__") for path in paths}
    return sorted(name for name in found if not any(part.startswith("_") for part in name.split(".")))


def names() -> dict[str, str]:
    """The public names of the modules, the lazy ones too; ``*`` for a module that may have any, or is not installed."""
    found = {}
    for module in modules():
        try:
            loaded = importlib.import_module(module)
        except Exception:  # an optional dependency
            found[module] = "*"
            continue
        public = {n for n in (*dir(loaded), *getattr(loaded, "_LAZY", ())) if not n.startswith("_")}
        path = pathlib.Path(str(loaded.__file__))
        if path.name == "__init__.py":
            # What the import of a package does not load is there once somebody imports it.
            public |= {each.stem for each in path.parent.iterdir() if not each.name.startswith("_")}
        public |= set(getattr(loaded, "__all__", ()))
        is_open = hasattr(loaded, "__getattr__") and not hasattr(loaded, "_LAZY")
        found[module] = "*" if is_open else " ".join(sorted(public))
    return found


def attributes() -> dict[str, str]:
    """The public attributes of the classes and of their objects."""
    found = {}
    for module in CALLABLES:
        if module.startswith("flyte.") or module == "flyte":
            for title in CALLABLES[module].split():
                target = getattr(importlib.import_module(module), title)
                if inspect.isclass(target) and not hasattr(target, "__getattr__"):
                    found[f"{module}.{title}"] = " ".join(sorted(of_class(target)))
    # What the decorator of tasks makes.
    found["flyte.TaskTemplate"] = " ".join(sorted(of_class(flyte.AsyncFunctionTaskTemplate)))
    return dict(sorted(found.items()))


def literals(annotation: object) -> tuple[Any, ...]:
    return typing.get_args(annotation)


def devices() -> dict[str, tuple[str, ...]]:
    """The devices that each constructor takes."""
    return {
        "flyte.GPU": (*literals(resources.GPUType), *resources._DEPRECATED_GPU_ALIASES),
        "flyte.TPU": literals(resources.TPUType),
        "flyte.Neuron": literals(resources.NeuronType),
        "flyte.AMD_GPU": literals(resources.AMD_GPUType),
        "flyte.HABANA_GAUDI": literals(resources.HABANA_GAUDIType),
    }


def accelerators() -> tuple[str, ...]:
    """The strings for ``gpu=``, the deprecated ones too."""
    known = literals(resources.Accelerators)
    older = [
        text.replace(new, old, 1)
        for old, new in resources._DEPRECATED_GPU_ALIASES.items()
        for text in known
        if text.startswith(f"{new}:")
    ]
    return (*known, *older)


def partitions() -> dict[str, tuple[str, ...]]:
    """The partitions of the devices for which they are checked."""
    shared = dict.fromkeys(literals(resources.SharedGPUType), ())
    older = {
        old: literals(resources.A100_80GBParts)
        for old, new in resources._DEPRECATED_GPU_ALIASES.items()
        if new == "A100_80G"
    }
    return {
        "A100": literals(resources.A100Parts),
        "A100_80G": literals(resources.A100_80GBParts),
        **older,
        "H100": literals(resources.H100Parts),
        "H200": literals(resources.H200Parts),
        "RTX_PRO_6000": literals(resources.RTXPro6000Parts),
        "RTX PRO 6000": literals(resources.RTXPro6000Parts),
        "V5E": literals(resources.V5EParts),
        "V5P": literals(resources.V5PParts),
        "V6E": literals(resources.V6EParts),
        **shared,
    }


def table() -> str:
    """The text of the module."""
    lines = [HEADER.format(version=importlib.metadata.version("flyte"))]
    lines.append(
        "#: Positional parameters, further keywords, required parameters, whether unknown ones are let through."
    )
    lines.append("SIGNATURES: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], bool]] = {")
    lines += [f'    "{name}": {value!r},' for name, value in sorted(signatures().items())]
    lines += ["}", "#: What takes any number of positional arguments."]
    lines.append(f"VARIADIC = frozenset({takes_any_number()!r})")
    lines.append("#: The fields of tasks, which ``override`` and ``ContainerTask`` take too.")
    lines.append(f"TEMPLATE_FIELDS = frozenset({template_fields()!r})")
    lines.append("#: The strings that ``Resources(gpu=...)`` takes.")
    lines.append(f"ACCELERATORS = frozenset({accelerators()!r})")
    lines.append("#: The devices that each constructor takes.")
    lines.append(f"DEVICES: dict[str, tuple[str, ...]] = {devices()!r}")
    lines.append("#: The partitions of the devices for which they are checked; a shared one has none.")
    lines.append(f"PARTITIONS: dict[str, tuple[str, ...]] = {partitions()!r}")
    lines.append("#: The public attributes of classes and of their objects.")
    lines.append("ATTRIBUTES: dict[str, str] = {")
    lines += [f'    "{name}": "{value}",' for name, value in attributes().items()]
    lines += ["}"]
    lines.append("#: The public names by module; ``*`` for one that may have any.")
    lines.append("NAMES: dict[str, str] = {")
    lines += [f'    "{module}": "{value}",' for module, value in names().items()]
    lines += ["}", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    assert flyte.__version__, "flyte is not installed"
    TABLE.write_text(table(), encoding="utf-8")
