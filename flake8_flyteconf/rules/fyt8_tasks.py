"""FYT83: tasks of the Flyte 2 SDK: decorators, caching, retries, overrides."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_flyteconf.flyte2 import calls as flyte2
from flake8_flyteconf.flyte2 import objects
from flake8_flyteconf.rules.conversions import dropped
from flake8_flyteconf.rules.flyte2_types import LITERALS, accepts, describe, items_of, one, type_of
from flake8_flyteconf.rules.predicates import is_given, is_number, is_truthy, shorten, string_of
from flake8_flyteconf.rules.fyt3_arguments import unsupported_outputs
from flake8_flyteconf.rules.rule import Hit, close_to, hit, replaced, rule, string
from flake8_flyteconf.values import (
    Call,
    Definition,
    Entity,
    Constant,
    DictValue,
    SequenceValue,
    Unknown,
    Value,
    format_value,
    is_none,
)

_WORDS = ("auto", "override", "disable")
#: Taken in any case; the three words are not.
_ALIASES = frozenset("enable enabled false no none off on true yes".split())


@rule(
    "FYT831",
    'cache "{text}" is unknown; write one of "auto", "override", "disable"',
    on=(flyte2.Environment, flyte2.Clone, flyte2.TaskDecorator, flyte2.Override, flyte2.Object),
    kind="refused",
    stage="import",
    since="0.2.0",
)
def unknown_cache_behavior(call: Call) -> Iterator[Hit]:
    """A word for ``cache=`` that Flyte 2 does not know.

    ``ValueError: Invalid cache behavior`` where the first task is decorated. Aliases such as ``"on"`` are taken in any
    case, the three words in lower case only. Source: flyte, _cache/cache.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", cache="always")

        @env.task
        def job(x: int) -> int:
            return x

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", cache="auto")

        @env.task
        def job(x: int) -> int:
            return x
    """
    value = call.get("behavior" if call.name == "flyte.Cache" else "cache")
    text = string_of(value)
    if text == "" and not (isinstance(call, (flyte2.Environment, flyte2.Clone)) or call.name == "flyte.Cache"):
        return  # as if it were not given
    if value is not None and text is not None and text not in _WORDS and text.lower() not in _ALIASES:
        yield hit(value.position, remedies=close_to(text, _WORDS, value.position), text=shorten(text))


@rule(
    "FYT832",
    "cache={text} {fact}; write {remedy}",
    on=flyte2.TaskDecorator,
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def cache_false_on_task(call: flyte2.TaskDecorator) -> Iterator[Hit]:
    """``cache=False`` on a task whose environment caches.

    A false value means "take the environment's": the task stays cached. Source: flyte, _task_environment.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", cache="auto")

        @env.task(cache=False)
        def job(x: int) -> int:
            return x

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", cache="auto")

        @env.task(cache="disable")
        def job(x: int) -> int:
            return x
    """
    value, inherited = call.get("cache"), call.settings().get("cache")
    if isinstance(value, Constant) and value.value is False and _caches(inherited):
        remedies = replaced(value.position, string("disable"))
        yield hit(value.position, remedies=remedies, text=value.value, fact="keeps the cache of the environment")


def _caches(value: Value | None) -> bool:
    if isinstance(value, Call):
        return string_of(value.get("behavior")) in ("auto", "override")
    return (string_of(value) or "").lower() in ("auto", "override", "enable", "enabled", "on", "true", "yes")


@rule(
    "FYT833",
    "cache={text} of the environment is refused by its tasks; write {remedy}",
    on=flyte2.TaskDecorator,
    kind="refused",
    stage="import",
    since="0.2.0",
)
def cache_false_on_environment(call: flyte2.TaskDecorator) -> Iterator[Hit]:
    """``cache=False`` or ``None`` on an environment.

    The environment takes it; the first task without a cache of its own raises ``ValueError: Invalid cache behavior:
    False``. Source: flyte, _task_environment.py and _cache/cache.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", cache=False)

        @env.task
        def job(x: int) -> int:
            return x

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", cache="disable")

        @env.task
        def job(x: int) -> int:
            return x
    """
    value = call.settings().get("cache")
    own = call.get("cache")
    if isinstance(value, Constant) and (value.value is False or value.value is None):
        if own is None and not call.incomplete or own is not None and isinstance(own, Constant) and not own.value:
            remedies = replaced(value.position, string("disable"))
            yield hit(value.position, remedies=remedies, text=value.value)


_IGNORED = {
    "cache": 'cache="disable"',
    "env_vars": "a dict with other variables",
    "retries": "retries=flyte.RetryStrategy(0)",
    "reusable": 'reusable="off"',
    "secrets": "the secrets that are meant",
    "short_name": "a name",
    "timeout": "timeout=flyte.Timeout(0)",
}


@rule(
    "FYT834",
    "override ignores {field}={text}, the setting of the task stays; write {advice}",
    on=flyte2.Override,
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def false_value_in_override(call: flyte2.Override) -> Iterator[Hit]:
    """A false value in ``override``.

    It is taken as "not given", so the task keeps its own setting; what switches one off is another value. Source:
    flyte, _task.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task(retries=3)
        async def job(x: int) -> int:
            return x

        @env.task
        async def main(x: int) -> int:
            return await job.override(retries=0)(x=x)

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task(retries=3)
        async def job(x: int) -> int:
            return x

        @env.task
        async def main(x: int) -> int:
            return await job.override(retries=flyte.RetryStrategy(0))(x=x)
    """
    for field, advice in _IGNORED.items():
        value = call.get(field)
        if value is None or isinstance(value, Unknown) or is_none(value) and field != "reusable":
            continue
        known = isinstance(value, (Constant, DictValue)) or isinstance(value, SequenceValue)
        if known and not is_truthy(value) and not getattr(value, "incomplete", False):
            meant = {"cache": "disable", "reusable": "off"}.get(field)
            remedies = replaced(value.position, string(meant)) if meant else dropped(call, field)
            yield hit(value.position, remedies=remedies, field=field, text=format_value(value), advice=advice)


@rule("FYT835", on=flyte2.Object, models=("Cache",), kind="ignored", stage="undetected", since="0.2.0")
def ignored_cache_setting(call: flyte2.Object) -> Iterator[Hit]:
    """A setting of a cache that has no effect.

    Without ``version_override`` the behavior ``"override"`` is ``"auto"``; what is disabled needs no version or age.
    ``ignored_inputs`` takes one name as a str, or several in a tuple. Source: flyte, _cache/cache.py.

    Bad::

        import flyte

        cache = flyte.Cache("disable", max_age=60)

    Good::

        import flyte

        cache = flyte.Cache("auto", max_age=60)
    """
    if call.name != "flyte.Cache":
        return
    behavior = call.get("behavior")
    text = string_of(behavior)
    if behavior is not None and text == "override" and call.lacks("version_override"):
        yield hit(behavior.position, 'Cache "override" without version_override= is "auto"; give a version')
    if text == "disable":
        for field in ("version_override", "max_age"):
            value = call.get(field)
            if value is not None and is_given(value):
                yield hit(
                    value.position,
                    f"Cache ignores {field}= of what is disabled; leave it out",
                    remedies=dropped(call, field),
                )
    inputs = call.get("ignored_inputs")
    names = string_of(inputs)
    if inputs is not None and names is not None and "," in names:
        yield hit(inputs.position, "Cache takes one input as a str; write several as a tuple")


@rule(
    "FYT836",
    'cache="override" without a version is "auto"; write flyte.Cache("override", version_override=...)',
    on=(flyte2.Environment, flyte2.TaskDecorator),
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def override_without_version(call: Call) -> Iterator[Hit]:
    """``cache="override"``, which gives no version to use.

    The version is then made of the function's body, as with ``"auto"``. Source: flyte, _cache/cache.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", cache="override")

        @env.task
        def job(x: int) -> int:
            return x

    Good::

        import flyte

        env = flyte.TaskEnvironment(
            name="jobs", cache=flyte.Cache("override", version_override="1")
        )

        @env.task
        def job(x: int) -> int:
            return x
    """
    value = call.get("cache")
    if value is not None and string_of(value) == "override":
        yield hit(value.position)


@rule(
    "FYT837",
    on=(flyte2.TaskDecorator, flyte2.Override, flyte2.Object),
    models=("ContainerTask", "override", "task"),
    kind="refused",
    stage="import",
    since="0.2.0",
)
def negative_flyte_2_retries(call: Call) -> Iterator[Hit]:
    """Retries below zero, or ``True`` for their number.

    ``ValueError: Retry count must be non-negative`` while the module is imported. Source: flyte, _retry.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task(retries=-1)
        def job(x: int) -> int:
            return x

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task(retries=1)
        def job(x: int) -> int:
            return x
    """
    retries = call.get("retries")
    if isinstance(retries, Constant) and retries.value is True:
        yield hit(retries.position, "retries is a number, not True")
    if is_number(retries) and retries.value < 0:
        yield hit(retries.position, f"retries must not be negative, {retries.value} is")


@rule("FYT848", on=flyte2.TaskDecorator, kind="refused", stage="import", since="0.2.0")
def variadic_task(call: flyte2.TaskDecorator) -> Iterator[Hit]:
    """A task with variable arguments.

    ``ValueError: Function job cannot have variable positional or keyword arguments`` while the module is imported.
    Source: flyte, models.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        def job(*xs: int) -> int:
            return sum(xs)

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        def job(xs: list[int]) -> int:
            return sum(xs)
    """
    if call.variadic is not None:
        yield hit(call.variadic, "a task cannot take variable arguments; write out each input")


@rule("FYT849", on=flyte2.Object, models=("Cache",), kind="refused", stage="import", since="0.2.0")
def cache_without_policy(call: flyte2.Object) -> Iterator[Hit]:
    """A cache of Flyte 2 without a policy.

    ``ValueError: If version is not defined then at least one cache policy needs to be set`` while the module is
    imported. Source: flyte, _cache/cache.py.

    Bad::

        import flyte

        cache = flyte.Cache("auto", policies=[])

    Good::

        import flyte

        cache = flyte.Cache("override", version_override="1")
    """
    policies = call.get("policies") if call.name == "flyte.Cache" else None
    if isinstance(policies, SequenceValue) and not policies.items and not policies.incomplete:
        if call.lacks("version_override") and string_of(call.get("behavior")) != "disable":
            yield hit(policies.position, "a cache needs a policy, or version_override=")


@rule("FYT850", on=flyte2.TaskDecorator, kind="refused", stage="import", since="0.2.0")
def positional_task_setting(call: flyte2.TaskDecorator) -> Iterator[Hit]:
    """A setting of a task that is not passed by keyword.

    The first argument of ``@env.task`` is the function: ``AttributeError: 'str' object has no attribute '__name__'``
    while the module is imported. Source: flyte, _task_environment.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task("train")
        def job(x: int) -> int:
            return x

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task(short_name="train")
        def job(x: int) -> int:
            return x
    """
    first = call.get("_func")
    if first is not None and type_of(first) in ("str", "int", "dict", "list", "flyte.Resources"):
        yield hit(first.position, f"@env.task takes keywords only, not {describe(first)}")


@rule(
    "FYT838",
    "docs= is not deployed, only `flyte run --help` shows it; write the docstring of the task",
    on=flyte2.TaskDecorator,
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def docs_without_effect(call: flyte2.TaskDecorator) -> Iterator[Hit]:
    """``docs=`` on a task.

    What is deployed is the docstring of the function; ``docs=`` is shown by ``flyte run ... --help`` alone. Source:
    flyte, _deploy.py and cli/_run.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task(docs=flyte.Documentation("Counts."))
        def job(x: int) -> int:
            return x

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        def job(x: int) -> int:
            \"\"\"Counts.\"\"\"
            return x
    """
    value = call.get("docs")
    if value is not None and is_given(value):
        yield hit(value.position, remedies=dropped(call, "docs"))


_NOT_WITH_REUSABLE = ("resources", "env_vars", "secrets", "service_account")


@rule(
    "FYT839",
    "{field} cannot be overridden {where}",
    on=flyte2.Override,
    kind="refused",
    stage="execution",
    since="0.2.0",
)
def override_on_reusable(call: flyte2.Override) -> Iterator[Hit]:
    """What ``override`` refuses for a task of a reusable environment.

    ``ValueError: Cannot override resources when reusable is set`` while the parent task runs; with ``reusable="off"``
    in the same call it works. Source: flyte, _task.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(
            name="jobs", reusable=flyte.ReusePolicy(replicas=2)
        )

        @env.task
        async def job(x: int) -> int:
            return x

        @env.task
        async def main(x: int) -> int:
            return await job.override(env_vars={"LEVEL": "1"})(x=x)

    Good::

        import flyte

        env = flyte.TaskEnvironment(
            name="jobs", reusable=flyte.ReusePolicy(replicas=2)
        )

        @env.task
        async def job(x: int) -> int:
            return x

        @env.task
        async def main(x: int) -> int:
            return await job.override(reusable="off", env_vars={"LEVEL": "1"})(x=x)
    """
    policy = call.get("reusable")
    own = type_of(policy) == "flyte.ReusePolicy"
    inherited = (
        policy is None and not call.incomplete and type_of(call.settings().get("reusable")) == "flyte.ReusePolicy"
    )
    if own or inherited:
        for field in _NOT_WITH_REUSABLE:
            value = call.get(field)
            if value is not None and is_given(value):
                yield hit(call.place(field), field=field, where="while reusable is set")
    elif policy is not None and string_of(policy) not in (None, "off", ""):
        yield hit(policy.position, field="reusable", where='by a str but "off"')


@rule(
    "FYT844",
    'ignored_inputs names "{name}", which is not an input of the task',
    on=flyte2.TaskDecorator,
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def ignored_input_that_is_none(call: flyte2.TaskDecorator) -> Iterator[Hit]:
    """An input to be left out of the cache key that the task does not have.

    Nothing compares the names, so the input that was meant is part of the key. Source: flyte, _cache/cache.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task(cache=flyte.Cache("auto", ignored_inputs=("verbos",)))
        def job(x: int, verbose: bool = False) -> int:
            return x

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task(cache=flyte.Cache("auto", ignored_inputs=("verbose",)))
        def job(x: int, verbose: bool = False) -> int:
            return x
    """
    cache = call.get("cache")  # that of an environment is for all of its tasks
    inputs = cache.get("ignored_inputs") if isinstance(cache, Call) and cache.name == "flyte.Cache" else None
    if "cache" in call.uses:
        return  # one constant for tasks with other inputs
    if call.inputs is None or call.variadic is not None:
        return
    names = [each.name for each in call.inputs]
    for item in items_of(inputs):
        text = string_of(item)
        if text is not None and text not in names and "," not in text:
            yield hit(item.position, remedies=close_to(text, names, item.position), name=shorten(text))


@rule(
    "FYT845",
    "the default of {name} is {found}, not {wanted}",
    on=flyte2.TaskDecorator,
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def mistyped_default(call: flyte2.TaskDecorator) -> Iterator[Hit]:
    """A default that is not exactly of the type of its input: ``1`` is no float.

    None is another matter: before Python 3.11 it makes the type optional. A local run stops when the default is used;
    deployment ends in ``RuntimeError: Failed to convert default value for
    parameter``. Source: flyte, _internal/runtime/convert.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        def job(rows: int = "all") -> int:
            return 1

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        def job(rows: int = 10) -> int:
            return 1
    """
    for each in call.inputs or ():
        if each.default in LITERALS and not accepts(each, each.default):
            wanted = each.type.rpartition(".")[2]
            is_whole = each.written is not None and wanted == "float" and each.default == "int"
            right = replaced(each.written.position, f"{each.written.value!r}.0") if is_whole and each.written else []
            yield hit(each.position, name=each.name, found=one(each.default), wanted=one(wanted), remedies=right)


@rule(
    "FYT891",
    'flyte.TriggerTime is no default of an input; write inputs={{"{name}": flyte.TriggerTime}} in the trigger',
    on=flyte2.TaskDecorator,
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def trigger_time_as_default(call: flyte2.TaskDecorator) -> Iterator[Hit]:
    """The time of a trigger as the default of an input.

    ``ValueError: Input 'at' uses flyte.TriggerTime as its default value`` at deployment: only the inputs of a trigger
    take it. Source: flyte, _internal/runtime/task_serde.py; flyteorg/flyte-sdk#1070.

    Bad::

        from datetime import datetime

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        async def nightly(at: datetime = flyte.TriggerTime) -> str:
            return str(at)

    Good::

        from datetime import datetime

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task(triggers=flyte.Trigger.daily(trigger_time_input_key="at"))
        async def nightly(at: datetime) -> str:
            return str(at)
    """
    for each in call.inputs or ():
        if each.default == "flyte.TriggerTime":
            yield hit(each.position, name=each.name)


@rule(
    "FYT895",
    "output {name} of a container task cannot be {type}; {advice}",
    on=flyte2.Object,
    models=("ContainerTask",),
    kind="refused",
    stage="execution",
    since="0.2.0",
)
def output_of_unsupported_type(call: flyte2.Object) -> Iterator[Hit]:
    """An output of a container task of Flyte 2 of a type that cannot be read from a file.

    The task runs, and its outputs fail to be uploaded: the container that does so reads simple values, files and
    directories only. Source: flytecopilot, data/upload.go; flyte#6662.

    Bad::

        from flyte.extras import ContainerTask

        sums = ContainerTask(
            name="sums",
            image="busybox:1",
            command=["sums"],
            outputs={"sums": list[int]},
        )

    Good::

        from flyte.extras import ContainerTask
        from flyte.io import File

        sums = ContainerTask(
            name="sums",
            image="busybox:1",
            command=["sums"],
            outputs={"sums": File},
        )
    """
    if call.name == "flyte.extras.ContainerTask":
        yield from unsupported_outputs(call, "use flyte.io.File")


@rule(
    "FYT892",
    "a trace cannot call the task {callee}; make {label} a task, or call {callee}.forward(...)",
    on=Definition,
    kind="refused",
    stage="execution",
    since="0.2.0",
)
def task_in_trace(call: Definition) -> Iterator[Hit]:
    """A task that is called in a function under ``@flyte.trace``.

    ``TraceDoesNotAllowNestedTasksError``, a ``RuntimeUserError``, while the parent task runs. ``forward`` calls the
    function itself. Source: flyte, _trace.py; flyteorg/flyte-sdk#636.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        async def load(x: int) -> int:
            return x

        @flyte.trace
        async def step(x: int) -> int:
            return await load(x)

        @env.task
        async def main(x: int) -> int:
            return await step(x)

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs")

        @env.task
        async def load(x: int) -> int:
            return x

        @env.task
        async def main(x: int) -> int:
            return await load(x)
    """
    if call.decorator == "flyte.trace":
        for position, task in call.calls:
            if isinstance(task, Entity) and task.decorator == objects.DECORATOR:
                yield hit(position, callee=task.label, label=call.label)
