"""Do with a module what ``flyte deploy`` and ``flyte run`` do before they talk to the server."""

from __future__ import annotations

import asyncio
import dataclasses
import inspect
import pathlib
import sys
import tempfile
import types
import uuid
from typing import Any

import flyte
from flyte._deploy import plan_deploy
from flyte._internal.imagebuild.image_builder import ImageCache
from flyte._internal.runtime.convert import convert_upload_default_inputs
from flyte._internal.runtime.task_serde import translate_task_to_wire
from flyte._internal.runtime.trigger_serde import to_task_trigger
from flyte._task import TaskTemplate
from flyte.app import AppEnvironment
from flyte.app._runtime.app_serde import translate_app_env_to_idl
from flyte.models import SerializationContext

#: The SDK wants the files of tasks below the root of the project.
ROOT = pathlib.Path(tempfile.mkdtemp())
CONTEXT = SerializationContext(version="1", project="project", domain="development", org="org", root_dir=ROOT)


def imported(text: str) -> types.ModuleType:
    """The module that a text makes."""
    name = f"example_{uuid.uuid4().hex}"
    module = types.ModuleType(name)
    path = ROOT / f"{name}.py"
    path.write_text(text, encoding="utf-8")
    module.__file__ = str(path)
    sys.modules[name] = module
    exec(compile(text, module.__file__, "exec"), vars(module))  # noqa: S102
    return module


def deployed(module: types.ModuleType) -> list[Any]:
    """The messages of all tasks, triggers and apps in a module."""
    messages: list[Any] = []
    values = list(vars(module).values())
    environments = [value for value in values if isinstance(value, flyte.TaskEnvironment)]
    if len(environments) > 1:
        plan_deploy(*environments)
    for value in values:
        if isinstance(value, TaskTemplate):
            if value.parent_env is None:
                flyte.TaskEnvironment.from_task("alone", value)
            asyncio.run(_awaited(convert_upload_default_inputs(value.interface)))
            messages.append(translate_task_to_wire(value, CONTEXT))
            messages += [asyncio.run(_trigger(trigger, value)) for trigger in value.triggers]
        elif isinstance(value, AppEnvironment):
            messages.append(translate_app_env_to_idl(value, CONTEXT))
    return messages


def sent_by_a_run(module: types.ModuleType) -> list[Any]:
    """The messages of all tasks of a module in a run of its task ``main``, for which images have been built."""
    (plan,) = plan_deploy(module.main.parent_env())
    cache = ImageCache(image_lookup={name: "registry.example.com/built:1" for name in plan.envs})
    context = dataclasses.replace(CONTEXT, image_cache=cache)
    return [translate_task_to_wire(each, context) for each in vars(module).values() if isinstance(each, TaskTemplate)]


async def _trigger(trigger: flyte.Trigger, task: TaskTemplate[Any, Any, Any]) -> Any:
    message = translate_task_to_wire(task, CONTEXT).task_template.interface
    return await to_task_trigger(trigger, task.name, message.inputs, [])


def run(text: str) -> None:
    """Run a module as a script, and the task ``main`` in it as its pod does."""
    module = types.ModuleType("__main__")
    path = ROOT / f"example_{uuid.uuid4().hex}.py"
    path.write_text(text, encoding="utf-8")
    module.__file__ = str(path)
    exec(compile(text, module.__file__, "exec"), vars(module))  # noqa: S102
    main = getattr(module, "main", None)
    if "flyte.trace" in text:  # what a trace may do is decided in a run
        flyte.init()
        flyte.with_runcontext(mode="local").run(main, x=1)
    elif main is not None:
        result = main.func(1)
        if inspect.isawaitable(result):
            asyncio.run(_awaited(result))


async def _awaited(result: Any) -> None:
    await result
