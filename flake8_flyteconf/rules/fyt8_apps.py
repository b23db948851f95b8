"""FYT87: apps, clusters, plugins and runs of the Flyte 2 SDK."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flake8_flyteconf.flyte2 import objects
from flake8_flyteconf.flyte2 import calls as flyte2
from flake8_flyteconf.rules.conversions import converted
from flake8_flyteconf.rules.flyte2_types import LITERALS, accepts, describe, items_of, one, type_of
from flake8_flyteconf.rules.predicates import is_number, is_true, shorten, string_of, type_name
from flake8_flyteconf.rules.rule import (
    Hit,
    close_to,
    closest,
    did_you_mean,
    hit,
    renamed,
    replaced,
    rule,
    string,
    titles,
)
from flake8_flyteconf.values import Call, Constant, DictValue, Entity, Input, SequenceValue, Value, format_value

_RENDEZVOUS = ("static", "c10d")
_RESERVED = (8012, 8022, 8112, 9090, 9091)

#: What runs a task.
_RUNS = (objects.RUN, objects.RUN_IN_CONTEXT)


@rule(
    "FYT871",
    on=(flyte2.App, flyte2.Object),
    models=(*titles(flyte2.App.names), "Port"),
    kind="refused",
    stage="import",
    since="0.2.0",
)
def reserved_port(call: Call) -> Iterator[Hit]:
    """A port of an app that Flyte uses itself, or that is none.

    ``ValueError: port 8012 is not allowed``; Kubernetes refuses what is beyond 65535. Source: flyte, app/_types.py.

    Bad::

        import flyte.app

        web = flyte.app.AppEnvironment(name="web", port=9090)

    Good::

        import flyte.app

        web = flyte.app.AppEnvironment(name="web", port=8080)
    """
    if isinstance(call, flyte2.App) or call.name == "flyte.app.Port":
        value = call.get("port")
        if is_number(value) and value.value in _RESERVED:
            yield hit(value.position, f"port {value.value} is used by Flyte itself; choose another one")
        elif is_number(value) and not 0 < value.value < 65536:
            yield hit(value.position, f"port {value.value} must be from 1 to 65535")


@rule(
    "FYT872",
    on=flyte2.App,
    kind="refused",
    stage="import",
    since="0.2.0",
)
def parameters_beside_command(call: flyte2.App) -> Iterator[Hit]:
    """Settings of an app that exclude each other.

    ``ValueError``: parameters are handed over by ``fserve``, so a command of one's own cannot have them; a cluster and
    a pool of clusters exclude each other. Source: flyte, app/_app_environment.py.

    Bad::

        import flyte.app

        MODEL = flyte.app.Parameter(name="model", value="small")
        web = flyte.app.AppEnvironment(
            name="web", command="python app.py", parameters=[MODEL]
        )

    Good::

        import flyte.app

        MODEL = flyte.app.Parameter(name="model", value="small")
        web = flyte.app.AppEnvironment(
            name="web", args="python app.py", parameters=[MODEL]
        )
    """
    for link in items_of(call.get("links")):
        if type_of(link) not in (None, "flyte.app.Link"):
            yield hit(link.position, f"links takes a list of flyte.app.Link(...), not {describe(link)}")
    command, parameters = call.get("command"), call.get("parameters")
    first = command.items[0] if isinstance(command, SequenceValue) and command.items else command
    text = string_of(first)
    if command is not None and text and text.split()[0] != "fserve":
        if isinstance(parameters, SequenceValue) and parameters.items:
            yield hit(command.position, "command= cannot have parameters; use args=", holds="flyte>=2.1.4")
    cluster, pool = call.get("cluster"), call.get("cluster_pool")
    if cluster is not None and pool is not None and string_of(cluster) and string_of(pool) not in (None, "", "default"):
        yield hit(cluster.position, "cluster and cluster_pool exclude each other")


@rule("FYT870", on=flyte2.Object, models=("Parameter",), kind="refused", stage="import", since="0.2.0")
def malformed_parameter_variable(call: flyte2.Object) -> Iterator[Hit]:
    """A name that the variable of an app's parameter cannot have.

    ``ValueError`` while the module is imported: letters, digits and ``_``. Source: flyte, app/_parameter.py.

    Bad::

        import flyte.app

        model = flyte.app.Parameter(name="model", value="small", env_var="my var")

    Good::

        import flyte.app

        model = flyte.app.Parameter(name="model", value="small", env_var="MY_VAR")
    """
    variable = call.get("env_var") if call.name == "flyte.app.Parameter" else None
    name = string_of(variable)
    if variable is not None and name is not None and not re.match(r"[_a-zA-Z][_a-zA-Z0-9]*$", name):
        yield hit(variable.position, f'env_var "{shorten(name)}" must be letters, digits and "_"')


@rule("FYT873", on=flyte2.App, kind="refused", stage="serialization", since="0.2.0")
def malformed_app_container(call: flyte2.App) -> Iterator[Hit]:
    """An app whose deployment fails.

    ``ValueError: Primary container name must be 'app'``, ``TypeError`` for a number among the arguments. Source: flyte,
    app/_runtime/app_serde.py.

    Bad::

        import flyte
        import flyte.app

        web = flyte.app.AppEnvironment(name="web", args=["--port", 8080])

    Good::

        import flyte
        import flyte.app

        web = flyte.app.AppEnvironment(name="web", args=["--port", "8080"])
    """
    template = call.get("pod_template")
    if isinstance(template, flyte2.PodTemplate) and template.primary() not in (None, "app"):
        named = template.get("primary_container_name")
        position = named.position if named is not None else template.position
        message = 'the primary container of an app is "app"; write primary_container_name="app"'
        # Without a spec the app would get an empty pod.
        spec = ' and pod_spec= with a container "app"' if template.lacks("pod_spec") else ""
        right = replaced(named.position, '"app"') if string_of(named) is not None and named is not None else []
        yield hit(position, f"{message}{spec}", remedies=right)
    for field in ("args", "command"):
        value = call.get(field)
        for item in value.items if isinstance(value, SequenceValue) and value.type == "list" else ():
            if is_number(item):
                yield hit(item.position, f"{field} takes str items, not {format_value(item)}")


@rule("FYT874", on=flyte2.App, kind="suspicious", stage="undetected", since="0.2.0")
def app_without_replicas(call: flyte2.App) -> Iterator[Hit]:
    """An app that never has a replica, or a setting that apps do not have.

    ``replicas=0`` is accepted, and requests are never answered; ``(0, 1)`` starts one on demand. ``interruptible=True``
    is not sent; any str for ``requires_auth`` is true. Source: flyte, app/_types.py and app/_runtime/app_serde.py.

    Bad::

        import flyte.app

        web = flyte.app.AppEnvironment(
            name="web", scaling=flyte.app.Scaling(replicas=0)
        )

    Good::

        import flyte.app

        web = flyte.app.AppEnvironment(
            name="web", scaling=flyte.app.Scaling(replicas=(0, 1))
        )
    """
    scaling = call.get("scaling")
    replicas = scaling.get("replicas") if isinstance(scaling, Call) and scaling.name == "flyte.app.Scaling" else None
    if is_number(replicas) and replicas.value == 0 and replicas.value is not False:
        remedies = replaced(replicas.position, "(0, 1)", safe=False)
        yield hit(
            replicas.position, "replicas=0 keeps the app down; write (0, 1) to start it on demand", remedies=remedies
        )
    interruptible, login = call.get("interruptible"), call.get("requires_auth")
    if interruptible is not None and is_true(interruptible):
        yield hit(interruptible.position, "interruptible is not sent for an app; leave it out")
    if login is not None and string_of(login) is not None:
        yield hit(login.position, f"requires_auth={format_value(login)} is true; write a bool")


@rule(
    "FYT875",
    on=flyte2.Environment,
    models=("ClusteredTaskEnvironment",),
    kind="refused",
    stage="import",
    since="0.2.0",
)
def too_many_processes_per_node(call: flyte2.Environment) -> Iterator[Hit]:
    """More processes on each node of a clustered environment than it has GPUs.

    ``ValueError: resources.gpu (4) must be >= nproc_per_node (8)``; JAX runs one process for all devices of a node.
    Source: flyte, clustered/_environment.py.

    Bad::

        import flyte
        from flyte.clustered import ClusteredTaskEnvironment

        GPUS = flyte.Resources(gpu="A100:4")
        env = ClusteredTaskEnvironment(
            name="train", replicas=2, nproc_per_node=8, resources=GPUS
        )

    Good::

        import flyte
        from flyte.clustered import ClusteredTaskEnvironment

        GPUS = flyte.Resources(gpu="A100:8")
        env = ClusteredTaskEnvironment(
            name="train", replicas=2, nproc_per_node=8, resources=GPUS
        )
    """
    count = call.get("nproc_per_node")
    if not is_number(count):
        return
    devices = _devices(call.get("resources"))
    if devices is not None and devices < count.value:
        needed = f"nproc_per_node={count.value} needs {count.value} GPUs, resources give {devices}"
        yield hit(count.position, needed)
    if type_of(call.get("runtime")) == "flyte.clustered.JaxRun" and count.value != 1:
        one = "JaxRun has one process for all devices of a node; write nproc_per_node=1"
        yield hit(count.position, one, remedies=replaced(count.position, "1"))


def _devices(resources: Value | None) -> int | None:
    gpu = resources.get("gpu") if isinstance(resources, flyte2.Resources) else None
    if is_number(gpu) and isinstance(gpu.value, int) and gpu.value > 0:
        return gpu.value
    if isinstance(gpu, flyte2.Device) and gpu.name == "flyte.GPU":
        quantity = gpu.get("quantity")
        return quantity.value if is_number(quantity) and isinstance(quantity.value, int) else None
    text = string_of(gpu)
    if text is not None and re.fullmatch(r"[^:]+:\d+", text):
        return int(text.rpartition(":")[2])
    return None


#: What counts as a configuration of no plugin.
_PLAIN = ("str", "int", "float", "bool", "dict", "list", "tuple", "set", "class")


@rule(
    "FYT876",
    on=(flyte2.TaskDecorator, flyte2.Object),
    models=("Elastic", "task"),
    kind="refused",
    stage="import",
    since="0.2.0",
)
def unknown_plugin_config(call: Call) -> Iterator[Hit]:
    """A ``plugin_config`` of a type that no plugin knows.

    ``ValueError: No task plugin found for config type <class 'dict'>`` where the first task is decorated;
    ``ValueError`` too for ``nnodes`` of Elastic that is no number or range such as ``"2:4"``. Source: flyte,
    _task_environment.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", plugin_config={"workers": 2})

        @env.task
        def job(x: int) -> int:
            return x

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        def job(x: int) -> int:
            return x
    """
    if isinstance(call, flyte2.TaskDecorator):
        value = call.settings().get("plugin_config")
        if value is not None and type_of(value) in _PLAIN:
            yield hit(value.position, f"plugin_config takes the configuration of a plugin, not {describe(value)}")
    elif call.name == "flyteplugins.pytorch.Elastic":
        value = call.get("nnodes")
        text = string_of(value)
        if value is not None and text is not None and not re.fullmatch(r"\s*\d+\s*(:\s*\d+\s*)?", text):
            yield hit(value.position, f'nnodes "{shorten(text)}" is neither a number nor a range such as "2:4"')


@rule(
    "FYT877",
    on=(flyte2.Object, flyte2.RunInContext),
    models=("run",),
    kind="refused",
    stage="execution",
    since="0.2.0",
)
def wrong_run_inputs(call: flyte2.Object | flyte2.RunInContext) -> Iterator[Hit]:
    """Inputs of a run that its task does not have, lacks, or takes of another type.

    ``flyte.run`` takes a task and its inputs: ``ValueError: Too many keyword arguments provided``. Source: flyte,
    _run.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        def job(x: int) -> int:
            return x

        if __name__ == "__main__":
            flyte.run(job, x=1, y=2)

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        def job(x: int) -> int:
            return x

        if __name__ == "__main__":
            flyte.run(job, x=1)
    """
    if call.name in _RUNS:
        yield from _run(call)


def _run(call: Call) -> Iterator[Hit]:
    task = call.get("task")
    found = type_of(task)
    if isinstance(task, Call) and task.name == objects.CALLED:
        yield hit(task.position, "run takes the task and its inputs, not the call of the task")
    # Modules of flytekit that were moved to Flyte 2 run in a context; what makes that work may be imported elsewhere.
    wrong = (objects.ENVIRONMENT, "flytekit.task") if call.name == objects.RUN else (objects.ENVIRONMENT,)
    if task is not None and found in wrong:
        what = "an environment" if found == objects.ENVIRONMENT else "what flytekit decorated"
        yield hit(task.position, f"run takes a task of Flyte 2, not {what}")
    if not isinstance(task, Entity) or task.decorator != objects.DECORATOR or task.inputs is None:
        return
    names = {each.name: each for each in task.inputs}
    for name, value in call.arguments.items():
        if name == "task":
            continue
        if name not in names:
            if all(not each.required for each in task.inputs) and name in ("inputs", "name"):
                continue  # it is dropped in silence
            meant = closest(name, names.keys() - call.arguments.keys())
            message = f"task {task.label} has no input {name}{did_you_mean(meant)}"
            yield hit(call.place(name), message, remedies=renamed(call.place(name), meant))
        else:
            yield from _mistyped(names[name], value, task.label)
    for each, value in zip(task.inputs, call.extra_positional):
        yield from _mistyped(each, value, task.label)
    for value in call.extra_positional[len(names) :]:
        count = f"{len(names)} input{'' if len(names) == 1 else 's'}"
        yield hit(value.position, f"task {task.label} has {count}")
    later = task.inputs[len(call.extra_positional) :]
    missing = [each.name for each in later if each.required and each.name not in call.arguments]
    if missing and not call.incomplete:
        yield hit(call.position, f"task {task.label} needs {' and '.join(f'{name}=' for name in missing)}")


def _mistyped(given: Input, value: Value, label: str) -> Iterator[Hit]:
    """An input of a run that is surely of another type than the task takes."""
    found = type_name(value)
    if found in LITERALS and not accepts(given, found):
        wanted = given.type.rpartition(".")[2]
        is_whole = isinstance(value, Constant) and (wanted, found) == ("float", "int")
        right = replaced(value.position, f"{value.value!r}.0") if is_whole and isinstance(value, Constant) else []
        message = f"input {given.name} of {label} is {one(wanted)}, not {describe(value)}"
        yield hit(value.position, message, remedies=right)


@rule("FYT868", on=flyte2.Object, models=("deploy",), kind="refused", stage="execution", since="0.2.0")
def deployed_task(call: flyte2.Object) -> Iterator[Hit]:
    """A task, or a list, where ``flyte.deploy`` takes environments.

    ``AttributeError`` when the module is run. Source: flyte, _deploy.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        if __name__ == "__main__":
            flyte.deploy([env])

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        if __name__ == "__main__":
            flyte.deploy(env)
    """
    for value in call.extra_positional if call.name == "flyte.deploy" else ():
        found = type_of(value)
        if found in LITERALS or found == objects.TASK:
            what = "a task" if found == objects.TASK else describe(value)
            yield hit(value.position, f"deploy takes environments, one argument each, not {what}")


@rule("FYT869", on=flyte2.Object, models=("with_runcontext",), kind="refused", stage="execution", since="0.2.0")
def malformed_run_context(call: flyte2.Object) -> Iterator[Hit]:
    """A setting of ``flyte.with_runcontext`` that the SDK or the service refuses.

    ``ValueError`` for an unknown scope or style of copying; the service takes names of lower case letters, digits and
    ``-``. Source: flyte, _run.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        def job(x: int) -> int:
            return x

        if __name__ == "__main__":
            flyte.with_runcontext(copy_style="none").run(job, x=1)

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        def job(x: int) -> int:
            return x

        if __name__ == "__main__":
            flyte.with_runcontext(copy_style="all").run(job, x=1)
    """
    if call.name != "flyte.with_runcontext":
        return
    style, scope, name = (call.get(field) for field in ("copy_style", "cache_lookup_scope", "name"))
    text = string_of(style)
    if style is not None and text == "none" and call.lacks("version"):
        yield hit(style.position, 'copy_style "none" needs version=')
    elif style is not None and text == "custom":
        yield hit(style.position, 'copy_style "custom" is not supported')
    text = string_of(scope)
    if scope is not None and text is not None and text not in ("global", "project-domain"):
        yield hit(scope.position, f'cache_lookup_scope "{shorten(text)}" is neither "global" nor "project-domain"')
    text = string_of(name)
    if name is not None and text and not re.fullmatch(r"[a-z]([-a-z0-9]{0,28}[a-z0-9])?", text):
        yield hit(name.position, f'run name "{shorten(text)}" must be lower case letters, digits and "-", 30 at most')


@rule(
    "FYT878",
    on=(flyte2.Object, flyte2.RunInContext),
    models=("run", "with_runcontext", "with_servecontext"),
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def dropped_run_argument(call: flyte2.Object | flyte2.RunInContext) -> Iterator[Hit]:
    """``inputs=`` or ``name=`` of ``flyte.run``, which passes its keywords to the task.

    A task whose inputs have defaults runs with those. A ``mode`` that is unknown is the local one. A name goes into
    ``flyte.with_runcontext(name=...)``. Source: flyte, _run.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        def job(x: int = 1) -> int:
            return x

        if __name__ == "__main__":
            flyte.run(job, inputs={"x": 5})

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        def job(x: int = 1) -> int:
            return x

        if __name__ == "__main__":
            flyte.run(job, x=5)
    """
    task = call.get("task") if call.name in _RUNS else None
    if isinstance(task, Entity) and task.decorator == objects.DECORATOR and task.inputs is not None:
        names = {each.name for each in task.inputs}
        if all(not each.required for each in task.inputs):
            for name in ("inputs", "name"):
                if name in call.arguments and name not in names:
                    yield hit(call.place(name), f"run drops {name}=; pass each input by its name")
    mode = call.get("mode") if call.name in ("flyte.with_runcontext", "flyte.with_servecontext") else None
    text = string_of(mode)
    if mode is not None and text is not None and text not in ("local", "remote", "hybrid"):
        remedies = close_to(text, ("local", "remote", "hybrid"), mode.position)
        yield hit(
            mode.position, f'mode "{shorten(text)}" is unknown, so it runs locally; write "remote"', remedies=remedies
        )


@rule(
    "FYT879",
    on=flyte2.Object,
    models=("HeadNodeConfig", "TorchRun", "WorkerNodeConfig"),
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def unsupported_plugin_value(call: flyte2.Object) -> Iterator[Hit]:
    """A configuration that its plugin cannot send.

    ``ValueError: (1, 2) can not be a list or tuple``: nodes of Ray take requests and limits apart. ``KeyError`` for an
    unknown rendezvous backend. Source: flyteplugins-ray; flyte, clustered/_environment.py.

    Bad::

        import flyte
        from flyteplugins.ray import RayJobConfig, WorkerNodeConfig

        NODES = WorkerNodeConfig(
            group_name="g", replicas=2, requests=flyte.Resources(cpu=("1", "2"))
        )
        env = flyte.TaskEnvironment(
            name="jobs", plugin_config=RayJobConfig(worker_node_config=[NODES])
        )

        @env.task
        def job(x: int) -> int:
            return x

    Good::

        import flyte
        from flyteplugins.ray import RayJobConfig, WorkerNodeConfig

        SMALL, LARGE = flyte.Resources(cpu="1"), flyte.Resources(cpu="2")
        NODES = WorkerNodeConfig(
            group_name="g", replicas=2, requests=SMALL, limits=LARGE
        )
        env = flyte.TaskEnvironment(
            name="jobs", plugin_config=RayJobConfig(worker_node_config=[NODES])
        )

        @env.task
        def job(x: int) -> int:
            return x
    """
    if call.name.startswith("flyteplugins.ray."):
        for field in ("requests", "limits"):
            resources = call.get(field)
            for pair in resources.arguments.values() if isinstance(resources, flyte2.Resources) else ():
                if isinstance(pair, SequenceValue):
                    yield hit(pair.position, f"{field} of a Ray node takes one value, not a pair")
    elif call.name == "flyte.clustered.TorchRun":
        value = call.get("rdzv_backend")
        text = string_of(value)
        if value is not None and text is not None and text not in _RENDEZVOUS:
            yield hit(value.position, f'rdzv_backend "{shorten(text)}" is neither "static" nor "c10d"')


@rule("FYT880", on=flyte2.Object, models=("ContainerTask",), kind="refused", stage="import", since="0.2.0")
def non_string_command(call: flyte2.Object) -> Iterator[Hit]:
    """A container task whose command or arguments are no list of strings.

    ``ValueError: All elements in the command list must be strings``. Source: flyte, extras/_container.py.

    Bad::

        from flyte.extras import ContainerTask

        count = ContainerTask(name="count", image="alpine:3.20", command=["seq", 3])

    Good::

        from flyte.extras import ContainerTask

        count = ContainerTask(name="count", image="alpine:3.20", command=["seq", "3"])
    """
    if call.name != "flyte.extras.ContainerTask":
        return
    for field in ("command", "arguments"):
        value = call.get(field)
        for item in value.items if isinstance(value, SequenceValue) else ():
            if type_of(item) in ("int", "float", "bool", "list", "tuple", "None"):
                yield hit(
                    item.position,
                    f"{field} takes str items, not {format_value(item)}",
                    remedies=converted(item, "a str"),
                )


_TEMPLATE = re.compile(r"\{\{\s*(\.?)inputs\.(\w+)\s*\}\}")


@rule(
    "FYT881",
    on=flyte2.Object,
    models=("ContainerTask",),
    kind="suspicious",
    stage="undetected",
    since="0.2.0",
)
def template_without_input(call: flyte2.Object) -> Iterator[Hit]:
    """A template in a command that nothing fills in.

    ``{{.inputs.x}}`` is replaced for an input ``x``; without the dot in front, or for another name, the braces are
    handed to the program. Source: flyte, extras/_container.py.

    Bad::

        from flyte.extras import ContainerTask

        count = ContainerTask(
            name="count",
            image="alpine:3.20",
            command=["seq", "{{inputs.n}}"],
            inputs={"n": int},
        )

    Good::

        from flyte.extras import ContainerTask

        count = ContainerTask(
            name="count",
            image="alpine:3.20",
            command=["seq", "{{.inputs.n}}"],
            inputs={"n": int},
        )
    """
    if call.name != "flyte.extras.ContainerTask":
        return
    inputs = call.get("inputs")
    known = not isinstance(inputs, DictValue) or not inputs.incomplete
    names = {string_of(key) for key, _ in inputs.entries} if isinstance(inputs, DictValue) else set()
    certain = known and (isinstance(inputs, DictValue) or call.lacks("inputs")) and None not in names
    for field in ("command", "arguments"):
        value = call.get(field)
        for item in value.items if isinstance(value, SequenceValue) else ():
            for dot, name in _TEMPLATE.findall(string_of(item) or ""):
                if not dot:
                    dotted = re.sub(r"\{\{(\s*)(?=inputs\.)", r"{{\1.", string_of(item) or "")
                    remedies = replaced(item.position, string(dotted))
                    yield hit(item.position, f"write {{{{.inputs.{name}}}}}, with a dot in front", remedies=remedies)
                elif certain and name not in names:
                    yield hit(item.position, f"the task has no input {shorten(name)}")
