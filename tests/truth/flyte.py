"""Do with a module what ``pyflyte register`` does before it talks to the server."""

from __future__ import annotations

import linecache
import sys
import types
import uuid
from collections import OrderedDict
from typing import Any

from flytekit import Annotations, Labels, LaunchPlan, PodTemplate, task
from flytekit.configuration import Image, ImageConfig, SerializationSettings
from flytekit.core.base_task import PythonTask
from flytekit.core.workflow import WorkflowBase
from flytekit.tools.translator import Options, get_serializable, get_serializable_launch_plan

SETTINGS = SerializationSettings(
    image_config=ImageConfig(default_image=Image(name="default", fqn="example.com/flyte", tag="v1")),
    project="project",
    domain="development",
    version="1",
)


def imported(text: str) -> types.ModuleType:
    """The module that a text makes."""
    name = f"example_{uuid.uuid4().hex}"
    module = types.ModuleType(name)
    module.__file__ = f"{name}.py"
    sys.modules[name] = module
    # map_task reads the source of its task (core/tracker.py).
    linecache.cache[module.__file__] = (len(text), None, text.splitlines(keepends=True), module.__file__)
    exec(compile(text, module.__file__, "exec"), vars(module))  # noqa: S102
    return module


def serialized(module: types.ModuleType) -> list[Any]:
    """The messages of everything in a module that is registered; what a task or plan takes is put into one."""
    entities: OrderedDict[Any, Any] = OrderedDict()
    messages = []
    for value in list(vars(module).values()):
        if isinstance(value, PodTemplate):
            value = task(imported(_FUNCTION).function, pod_template=value)
        elif isinstance(value, Labels):
            value = Options(labels=value)
        elif isinstance(value, Annotations):
            value = Options(annotations=value)
        if isinstance(value, (PythonTask, WorkflowBase, LaunchPlan)):
            messages.append(get_serializable(entities, SETTINGS, value).to_flyte_idl())
        elif isinstance(value, Options):
            workflow = imported(_WORKFLOW).nightly
            plan = LaunchPlan.create(f"plan-{uuid.uuid4().hex}", workflow)
            messages.append(get_serializable_launch_plan(entities, SETTINGS, plan, options=value).to_flyte_idl())
    return messages


_FUNCTION = "def function() -> None: ..."
_WORKFLOW = "from flytekit import workflow\n@workflow\ndef nightly() -> None: ..."
