"""FYT36 and FYT37: the functions that are decorated, and what they call."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_flyteconf.flyte2 import calls as flyte2
from flake8_flyteconf.flyte2 import objects
from flake8_flyteconf.flytekit.calls import Task
from flake8_flyteconf.rules.predicates import is_given, is_truthy, string_of
from flake8_flyteconf.rules.rule import Hit, hit, inserted, replaced, rule
from flake8_flyteconf.rules.availability import FORKS
from flake8_flyteconf.values import Call, Constant, Definition, Entity, SequenceValue, Value, is_none

_TASKS = ("flytekit.task", "flytekit.dynamic")
#: Arguments of a task that count in a process of its own only.
_SETTINGS = (
    "accelerator",
    "cache",
    "limits",
    "pod_template",
    "requests",
    "resources",
    "retries",
    "task_config",
    "timeout",
)


@rule(
    "FYT368",
    "task {label} is defined in a function; define it at the top of the module",
    on=Definition,
    kind="refused",
    stage="import",
    unless_used=FORKS,
    since="0.2.0",
)
def local_task(call: Definition) -> Iterator[Hit]:
    """A task inside another function.

    ``ValueError: TaskFunction cannot be a nested/inner or local function`` when the function around it runs: a task
    must be found by its name. Only functions that the module itself calls are looked at: modules named ``test_*`` and
    notebooks may have such tasks. Source: flytekit, core/python_function_task.py; flytekit#328.

    Bad::

        from flytekit import task

        def make(retries):
            @task(retries=retries)
            def train() -> None: ...

            return train

        train = make(3)

    Good::

        from flytekit import task

        @task(retries=3)
        def train() -> None: ...
    """
    if call.decorator in _TASKS and call.local and call.surely_lacks("task_resolver"):
        yield hit(call.position, label=call.label)


@rule(
    "FYT369",
    "{name} has no type; write {name}: and its type",
    on=Definition,
    kind="refused",
    stage="import",
    unless_used=FORKS,
    since="0.2.0",
    holds="flytekit>=1.13.1",
)
def untyped_input(call: Definition) -> Iterator[Hit]:
    """A parameter of a task or workflow without a type.

    ``FlyteMissingTypeException: 'first' has no type`` while the module is imported; ``first=str`` is a default.
    ``pickle_untyped=True`` lets it through. Source: flytekit, core/interface.py; flyte#5045.

    Bad::

        from flytekit import workflow

        @workflow
        def nightly(first=str) -> None: ...

    Good::

        from flytekit import workflow

        @workflow
        def nightly(first: str) -> None: ...
    """
    if call.decorator in (*_TASKS, "flytekit.workflow") and call.surely_lacks("pickle_untyped"):
        for name, position in call.untyped.items():
            yield hit(position, name=name)


@rule(
    "FYT370",
    "@{decorator} hides the parameters of {label}; decorate its inner function with functools.wraps",
    on=Definition,
    kind="refused",
    stage="import",
    unless_used=FORKS,
    since="0.2.0",
)
def unwrapped_function(call: Definition) -> Iterator[Hit]:
    """A decorator beneath ``@task`` that hands on a function without types.

    ``FlyteMissingTypeException: 'args' has no type`` or, in older releases, ``ValueError: TaskFunction cannot be a
    nested/inner or local function`` while the module is imported. ``functools.wraps`` keeps signature and name. Source:
    flytekit, core/interface.py, core/python_function_task.py; flyte#1724.

    Bad::

        from flytekit import task

        def logged(function):
            def wrapper(*args, **kwargs):
                return function(*args, **kwargs)

            return wrapper

        @task
        @logged
        def train(epochs: int) -> None: ...

    Good::

        from functools import wraps

        from flytekit import task

        def logged(function):
            @wraps(function)
            def wrapper(*args, **kwargs):
                return function(*args, **kwargs)

            return wrapper

        @task
        @logged
        def train(epochs: int) -> None: ...
    """
    if call.decorator in _TASKS and call.unwrapped and call.head is not None:
        if call.surely_lacks("pickle_untyped") and call.surely_lacks("task_resolver"):
            yield hit(call.head, decorator=call.unwrapped, label=call.label)


@rule(
    "FYT371",
    "{callee} runs in the process of {label}; {settings} of it {have} no effect here",
    on=Definition,
    kind="ignored",
    stage="undetected",
    unless_used=FORKS,
    since="0.2.0",
)
def settings_of_called_task(call: Definition) -> Iterator[Hit]:
    """A task with settings of its own that another task calls.

    Inside a task such a call is one of a plain function: it runs in the same process, with the resources of the caller,
    without retries and without a cache. A workflow, ``@dynamic`` or ``@eager`` makes a node of it. Source: flytekit,
    core/promise.py; flyte#3734.

    Bad::

        from flytekit import Resources, task

        @task(requests=Resources(mem="64Gi"))
        def load() -> int:
            return 1

        @task
        def train() -> int:
            return load()

    Good::

        from flytekit import Resources, task, workflow

        @task(requests=Resources(mem="64Gi"))
        def load() -> int:
            return 1

        @workflow
        def train() -> int:
            return load()
    """
    if call.decorator != "flytekit.task" or not call.surely_lacks("execution_mode"):
        return
    for position, task in call.calls:
        config = task.configuration if isinstance(task, Entity) and task.decorator in _TASKS else None
        if isinstance(task, Entity) and isinstance(config, Task):
            given = [name for name in _SETTINGS if _differs(config.get(name), call.configuration, name)]
            if given:
                settings = " and ".join(f"{name}=" for name in given[:2]) + (" and others" if given[2:] else "")
                have = "have" if given[1:] else "has"
                yield hit(position, callee=task.label, label=call.label, settings=settings, have=have)


def _differs(value: Value | None, caller: Value | None, name: str) -> bool:
    """Whether a task surely asks for something that its caller does not have."""
    if value is None or not is_given(value) or not is_truthy(value):
        return False
    own = caller.get(name) if isinstance(caller, Call) else None
    if isinstance(own, Constant) and isinstance(value, Constant):
        return own.value != value.value
    return own is None or is_none(own) or own.position.place != value.position.place


@rule(
    "FYT372",
    "a deck has no effect without enable_deck=True in @task",
    on=Definition,
    kind="ignored",
    stage="undetected",
    unless_used=FORKS,
    since="0.2.0",
    holds="flytekit>=1.10",
)
def deck_of_task_without_one(call: Definition) -> Iterator[Hit]:
    """A deck that a task makes whose decks are disabled.

    Decks are disabled unless ``enable_deck=True``, so nothing is written; before 1.10 there was no such argument.
    Source: flytekit, core/base_task.py; flyte#4463.

    Bad::

        from flytekit import Deck, task

        @task
        def train() -> None:
            Deck("plots", "<h1>Loss</h1>")

    Good::

        from flytekit import Deck, task

        @task(enable_deck=True)
        def train() -> None:
            Deck("plots", "<h1>Loss</h1>")
    """
    if call.decorator == "flytekit.task" and all(call.surely_lacks(name) for name in ("enable_deck", "disable_deck")):
        config = call.configuration
        added = inserted(config.position, "enable_deck=True", safe=False) if config is not None else []
        yield from (hit(position, remedies=added) for position in call.decks[:1])


@rule(
    "FYT376",
    "{callee} waits for the one replica of the environment, which {label} keeps; allow two replicas",
    on=Definition,
    kind="suspicious",
    stage="execution",
    since="0.2.0",
)
def self_blocking_environment(call: Definition) -> Iterator[Hit]:
    """A task that calls another one of a reusable environment which runs one task at a time.

    The caller keeps the only replica until the other task has run, which waits for a replica. The SDK warns of
    starvation. More replicas, more ``concurrency``, another environment or ``override(reusable="off")`` helps. Source:
    flyte, _reusable_environment.py.

    Bad::

        import flyte

        policy = flyte.ReusePolicy(replicas=1)
        env = flyte.TaskEnvironment(name="jobs", reusable=policy)

        @env.task
        async def load(x: int) -> int:
            return x

        @env.task
        async def main(x: int) -> int:
            return await load(x)

    Good::

        import flyte

        policy = flyte.ReusePolicy(replicas=2)
        env = flyte.TaskEnvironment(name="jobs", reusable=policy)

        @env.task
        async def load(x: int) -> int:
            return x

        @env.task
        async def main(x: int) -> int:
            return await load(x)
    """
    replicas = _only_replica(flyte2.settings_of(call.environment).get("reusable"))
    for position, task in call.calls if replicas is not None else ():
        if replicas is not None and isinstance(task, Entity) and task.environment is call.environment:
            more = replaced(replicas.position, "2", safe=False)
            yield hit(position, callee=task.label, label=call.label, remedies=more)


def _only_replica(policy: Value | None) -> Value | None:
    """The number of replicas of an environment that surely never runs two tasks at the same time."""
    if not isinstance(policy, Call) or policy.name != "flyte.ReusePolicy" or policy.incomplete:
        return None
    replicas, concurrency = policy.get("replicas"), policy.get("concurrency")
    most = replicas.items[-1] if isinstance(replicas, SequenceValue) and len(replicas.items) == 2 else replicas
    if concurrency is not None and not (isinstance(concurrency, Constant) and concurrency.value == 1):
        return None
    return most if isinstance(most, Constant) and most.value == 1 else None


@rule(
    "FYT377",
    "{callee} is {what} of flytekit, which runs in the process of {label} here; decorate it with @env.task",
    on=Definition,
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def flytekit_task_in_flyte_2(call: Definition) -> Iterator[Hit]:
    """A task or workflow of flytekit that a task of Flyte 2 calls.

    It is executed in the process of the caller, as in a script: no task of its own appears in the run, and its
    resources, image, retries and cache have no effect. ``task_function`` of it says that this is meant. Source:
    flytekit, core/promise.py.

    Bad::

        import flyte
        from flytekit import task

        env = flyte.TaskEnvironment(name="jobs")

        @task
        def load(x: int) -> int:
            return x

        @env.task
        def main(x: int) -> int:
            return load(x=x)

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        def load(x: int) -> int:
            return x

        @env.task
        def main(x: int) -> int:
            return load(x=x)
    """
    if call.decorator == objects.DECORATOR:
        for position, task in call.calls:
            if isinstance(task, Entity) and task.decorator.startswith("flytekit."):
                what = "a workflow" if task.decorator == "flytekit.workflow" else "a task"
                yield hit(position, callee=task.label, what=what, label=call.label)


@rule(
    "FYT379",
    "a container task cannot be overridden; set {arguments} in ContainerTask(...)",
    on=flyte2.Override,
    kind="refused",
    stage="execution",
    since="0.2.0",
)
def override_of_container_task(call: flyte2.Override) -> Iterator[Hit]:
    """``override`` on a container task of Flyte 2.

    ``TypeError: ContainerTask.__init__() missing 1 required positional argument: 'command'`` while the parent task
    runs, whatever is overridden. Source: flyte, _task.py and extras/_container.py.

    Bad::

        import flyte
        from flyte.extras import ContainerTask

        env = flyte.TaskEnvironment(name="jobs")
        count = ContainerTask(name="count", image="alpine:3", command=["ls"])

        @env.task
        async def main(x: int) -> None:
            await count.override(retries=3)()

    Good::

        import flyte
        from flyte.extras import ContainerTask

        env = flyte.TaskEnvironment(name="jobs")
        count = ContainerTask(
            name="count", image="alpine:3", command=["ls"], retries=3
        )
    """
    if isinstance(call.receiver, Call) and call.receiver.name == objects.CONTAINER_TASK:
        arguments = " and ".join(f"{name}=" for name in call.arguments) or "everything"
        yield hit(call.position, arguments=arguments)


@rule(
    "FYT378",
    "{callee} is a task of the environment {name}, which {label} cannot find; add it to depends_on of {own}",
    on=Definition,
    kind="suspicious",
    stage="execution",
    since="0.2.0",
)
def missing_dependency(call: Definition) -> Iterator[Hit]:
    """A task of an environment with an image of its own, on which the environment of its caller does not depend.

    ``RuntimeUserError: Environment 'train' not found in image cache`` where the task is called: ``flyte.run`` builds
    the images of the environment that it runs a task of and of those in ``depends_on``. Only images with layers are
    looked for, and only modules that run such a task on a backend are looked at. Source: flyte,
    _internal/runtime/task_serde.py; flyteorg/flyte-sdk#298.

    Bad::

        import flyte

        image = flyte.Image.from_debian_base().with_pip_packages("torch")
        train_env = flyte.TaskEnvironment(name="train", image=image)
        env = flyte.TaskEnvironment(name="driver")

        @train_env.task
        async def train(x: int) -> int:
            return x

        @env.task
        async def main(x: int) -> int:
            return await train(x)

        if __name__ == "__main__":
            flyte.init_from_config()
            flyte.run(main, x=1)

    Good::

        import flyte

        image = flyte.Image.from_debian_base().with_pip_packages("torch")
        train_env = flyte.TaskEnvironment(name="train", image=image)
        env = flyte.TaskEnvironment(name="driver", depends_on=[train_env])

        @train_env.task
        async def train(x: int) -> int:
            return x

        @env.task
        async def main(x: int) -> int:
            return await train(x)

        if __name__ == "__main__":
            flyte.init_from_config()
            flyte.run(main, x=1)
    """
    own = call.environment
    if own is None or not any(each is own for each in call.started):
        return
    built = flyte2.with_dependencies(own)
    if not all(isinstance(each, flyte2.Environment) and _is_complete(each) for each in built):
        return
    for position, called in call.calls:
        task = called.receiver if isinstance(called, flyte2.Override) else called
        environment = task.environment if isinstance(task, Entity) else None
        if isinstance(environment, flyte2.Environment) and environment not in built and _has_layers(environment):
            name, own_name = (string_of(each.get("name")) for each in (environment, own) if isinstance(each, Call))
            if isinstance(task, Entity) and name and own_name and name != own_name:
                yield hit(position, callee=task.label, name=name, label=call.label, own=own_name)


def _is_complete(environment: flyte2.Environment) -> bool:
    """Whether the dependencies of an environment are all known."""
    depends_on = environment.get("depends_on")
    is_known = depends_on is None or isinstance(depends_on, SequenceValue) and not depends_on.incomplete
    return not environment.incomplete and is_known


def _has_layers(environment: flyte2.Environment) -> bool:
    """Whether the image of an environment surely has a layer, so that it must be built."""
    image = environment.get("image")
    return isinstance(image, flyte2.ImageLayer) and ".with_" in image.name


@rule(
    "FYT381",
    "a tuple as the return type stands for several outputs; write the type of the one item, or a list",
    on=flyte2.TaskDecorator,
    kind="refused",
    stage="import",
    since="0.2.0",
)
def tuple_of_one(call: flyte2.TaskDecorator) -> Iterator[Hit]:
    """A task of Flyte 2 that is declared to return a tuple of one item, or of any number of them.

    ``TypeError: Tuples should be used to indicate multiple return values, found only one return variable``, or
    ``Variable length tuples are not supported as return types``, while the module is imported. Source: flyte,
    _interface.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        async def sizes(x: int) -> tuple[int, ...]:
            return (x, x)

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        async def sizes(x: int) -> list[int]:
            return [x, x]
    """
    if call.tuple_of_one is not None:
        yield hit(call.tuple_of_one)
