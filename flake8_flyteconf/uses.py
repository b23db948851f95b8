"""What callables of the SDKs, of the kubernetes client and of Python do to the objects that they are given.

Whatever is not listed may do anything. Both SDKs and the client keep what a constructor or a decorator takes and change
none of it, but for one: a launch plan writes its fixed inputs into the dict of default inputs (flytekit 1.16.30,
core/launch_plan.py). An override is read when it is made (flyte 2.12.1, _task.py; flytekit, core/node.py).
"""

from __future__ import annotations

import enum
import functools
from collections.abc import Mapping, Set

from flake8_flyteconf.flyte2 import objects as flyte2
from flake8_flyteconf.flytekit import objects as flytekit


class Use(enum.IntEnum):
    """What becomes of an object, from the most harmless.

    What ``READS`` has a result without it, ``LOGS`` likewise. The result of what ``COPIES`` holds its parts, of what
    ``KEEPS`` it may hold the object itself, of what ``HANDS_OUT`` it is a part of the object.
    """

    READS = 0
    LOGS = 1
    COPIES = 2
    HANDS_OUT = 3
    KEEPS = 4
    UNKNOWN = 5


_BUILTINS: Mapping[Use, str] = {
    Use.READS: "all any bool callable float format hasattr hash id int isinstance issubclass len print repr str sum",
    Use.COPIES: "dict frozenset list reversed set sorted tuple",
    Use.HANDS_OUT: "getattr iter max min next type",
    Use.KEEPS: "enumerate filter zip",
}
#: Callables by their canonical names, or the beginnings of these, which end in a dot.
_CALLABLES: Mapping[Use, str] = {
    Use.READS: """copy.deepcopy asyncio.run json.dumps pprint.pprint os. sys. time.
        flyte.run flyte.deploy flyte.build flyte.build_images flyte.serve flyte.with_runcontext flyte.with_servecontext
        flyte.init flyte.init_from_config flyte.init_in_cluster""",
    Use.LOGS: "logging. loguru. structlog. flytekit.loggers. flytekit.logger flyte.logger",
    Use.COPIES: "copy.copy dataclasses.replace",
    Use.KEEPS: """functools.partial asyncio.gather asyncio.create_task asyncio.wait_for asyncio.as_completed
        asyncio.ensure_future itertools. typing.cast flytekit. flytekitplugins. kubernetes. flyte. flyteplugins.
        union.""",
}
#: Methods by their names; of objects of an SDK, they leave the object alone, and what KEEPS may keep its arguments.
METHODS: Mapping[str, Use] = {
    **dict.fromkeys(flyte2.WORDS, Use.KEEPS),
    **dict.fromkeys(("override", "with_overrides"), Use.READS),
    "dynamic": Use.KEEPS,  # of an environment of flytekit
    **dict.fromkeys(("count", "index", "keys", "exist", "is_container", "to_dict", "to_str"), Use.READS),
    # Of runs, deployments, apps and tasks (flyte/remote, _deploy.py, app; flytekit, core/base_task.py).
    **dict.fromkeys(
        """abort activate container_args container_cmd deactivate details done download_code env_repr execute
        get_debug_url get_details get_logs get_name get_port get_report inputs is_active is_deactivated outputs
        raise_for_status show_logs summary_repr sync table_repr to_json typed_inputs typed_outputs wait
        watch""".split(),
        Use.READS,
    ),
    # Of a remote (flytekit, remote/remote.py); what it registers it only reads.
    **dict.fromkeys(
        """fast_package fast_register_workflow fetch_active_launchplan fetch_execution fetch_launch_plan fetch_task
        fetch_task_lazy fetch_workflow fetch_workflow_lazy generate_console_url launch_backfill recent_executions
        register_launch_plan register_script register_task register_workflow sync_execution terminate
        upload_file""".split(),
        Use.READS,
    ),
    # They return another image spec.
    **dict.fromkeys("with_apt_packages with_builder_options with_commands with_copy".split(), Use.READS),
    **dict.fromkeys("with_packages with_runtime_packages".split(), Use.READS),
    # Of task groups and executors.
    **dict.fromkeys(("create_task", "start_soon", "gather"), Use.KEEPS),
    "copy": Use.COPIES,
    **dict.fromkeys(("get", "items", "values"), Use.HANDS_OUT),
}
#: Methods of lists that add their argument, and all that change their object.
METHODS_THAT_ADD = frozenset({"append", "extend", "insert"})
METHODS_THAT_CHANGE = METHODS_THAT_ADD | frozenset(
    "add clear discard pop popitem remove reverse setdefault sort update __setattr__ __setitem__".split()
)
#: Methods of loggers, which format what they are given.
METHODS_THAT_LOG = frozenset("critical debug error exception info log success trace warn warning".split())
#: What makes a task or launch plan, whose call makes a node or a result; that holds nothing of the task.
MAKERS_OF_TASKS = (flytekit.ENTITY_MAKERS - flytekit.ENTITIES) | {flyte2.CONTAINER_TASK}
#: Keywords whose value is changed by a call that also has the other keyword.
_REWRITTEN = {"default_inputs": "fixed_inputs"}

_EXACT = {
    **{f"builtins.{name}": use for use, names in _BUILTINS.items() for name in names.split()},
    **{name: use for use, names in _CALLABLES.items() for name in names.split()},
}
_PACKAGES = tuple((name, use) for name, use in _EXACT.items() if name.endswith("."))


def of_callable(name: str, keyword: str | None, keywords: Set[str | None]) -> Use:
    """What a callable does with an argument that it is passed, by a keyword or without one, among all keywords."""
    if (other := _REWRITTEN.get(keyword or "")) is not None and other in keywords:
        return Use.UNKNOWN
    return _of_name(name)


@functools.lru_cache(maxsize=1024)
def _of_name(name: str) -> Use:
    known = _EXACT.get(name)
    if known is None:
        known = next((use for package, use in _PACKAGES if f"{name}.".startswith(package)), None)
    return known if known is not None else Use.UNKNOWN
