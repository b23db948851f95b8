"""FYT2: ``Resources(...)`` and the arguments that take it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from flake8_flyteconf.flyte2 import calls as flyte2
from flake8_flyteconf.kubernetes import quantities
from flake8_flyteconf.kubernetes.quantities import Quantity
from flake8_flyteconf.rules.conversions import converted, dropped, raised
from flake8_flyteconf.rules.fyt1_quantities import usual_quantity
from flake8_flyteconf.rules.predicates import (
    describe_type,
    has_other_type,
    is_given,
    is_number,
    is_truthy,
    string_of,
    type_name,
)
from flake8_flyteconf.rules.rule import Hit, Remedy, hit, inserted, replaced, rule, string
from flake8_flyteconf.rules.availability import FORKS, unknown_arguments
from flake8_flyteconf.settings import Settings
from flake8_flyteconf.flytekit.calls import Configured, ContainerTask, Overrides, Resources, Task
from flake8_flyteconf.values import Constant, Promise, QualifiedName, SequenceValue, Value, format_value

_FIELDS = ("cpu", "mem", "gpu", "ephemeral_storage")
#: The types each field takes besides None, and a pair of which it takes.
_TYPES = {"cpu": ("str", "int", "bool", "float")}
_OTHER_TYPES = ("str", "int", "bool")
#: Where pairs of request and limit are known, and ``resources=`` with them.
_PAIRS = "flytekit>=1.15.3"

_RENAMED = {
    "memory": "use mem (memory is the name in Flyte 2 and Kubernetes)",
    "ram": "use mem",
    "storage": "use ephemeral_storage",
    "disk": "use ephemeral_storage (disk is the name in Flyte 2)",
    "cpus": "use cpu",
    "gpus": "use gpu",
}


@rule(
    "FYT201",
    "{field} has {count} {values}; a pair is (request, limit)",
    on=Resources,
    kind="refused",
    stage="import",
    holds=_PAIRS,
)
def misshapen_pair(call: Resources) -> Iterator[Hit]:
    """A request/limit pair that does not hold exactly two values.

    flytekit raises ``ValueError: ... must be of length 2`` while the module is imported, so none of its tasks can be
    registered. Source: flytekit, core/resources.py.

    Bad::

        from flytekit import Resources

        small = Resources(mem=("1Gi", "2Gi", "4Gi"))

    Good::

        from flytekit import Resources

        small = Resources(mem=("1Gi", "2Gi"))
    """
    for field, value in _fields(call):
        if (
            isinstance(value, SequenceValue)
            and value.type in ("list", "tuple")
            and not value.incomplete
            and len(value.items) != 2
        ):
            if not any(_is_wrong(field, item) for item in value.items):
                count = len(value.items)
                values = "value" if count == 1 else "values"
                remedies = _in_place_of(value, 0) if count else dropped(call, field)
                yield hit(value.position, remedies=remedies, field=field, count=count, values=values)


@rule(
    "FYT202",
    "{field} must be {expected}, not {found}",
    on=Resources,
    kind="refused",
    stage="import",
    holds="flytekit>=1.10",
)
def wrong_resource_type(call: Resources) -> Iterator[Hit]:
    """A resource that is neither a quantity nor a pair of quantities.

    flytekit raises ``AssertionError: ... should be of type str, int`` while the module is imported. Only ``cpu`` takes
    a float, and no element of a pair may be None. Source: flytekit, core/resources.py.

    Bad::

        from flytekit import Resources

        small = Resources(mem=0.5)

    Good::

        from flytekit import Resources

        small = Resources(mem="512Mi")
    """
    for field, value in _fields(call):
        expected = "a str such as " + {"cpu": '"1"', "gpu": '"1"'}.get(field, '"1Gi"')
        if isinstance(value, SequenceValue) and value.type in ("list", "tuple"):
            for item in value.items:
                if _is_wrong(field, item):
                    yield hit(
                        item.position,
                        remedies=_written_out(field, item),
                        field=f"each value of the {field} pair",
                        expected=expected,
                        found=describe_type(item),
                    )
        elif _is_wrong(field, value) and type_name(value) != "None":
            yield hit(
                value.position,
                remedies=_written_out(field, value),
                field=field,
                expected=expected,
                found=describe_type(value),
            )


@rule(
    "FYT203",
    "{keyword}= takes single values; write the {field} pair {pair} in resources= instead",
    on=Configured,
    kind="refused",
    stage="serialization",
    holds=_PAIRS,
)
def pair_in_requests(call: Configured) -> Iterator[Hit]:
    """A request/limit pair inside ``requests=`` or ``limits=``.

    A pair has a meaning in ``resources=`` only; elsewhere serialization ends in ``ValueError: ... can not be a list or
    tuple``. Source: flytekit, core/resources.py.

    Bad::

        from flytekit import Resources, task

        @task(requests=Resources(cpu=("1", "2")))
        def train() -> None: ...

    Good::

        from flytekit import Resources, task

        @task(resources=Resources(cpu=("1", "2")))
        def train() -> None: ...
    """
    for keyword, resources in call.resources():
        if keyword != "resources":
            for field, request, limit in resources.pairs():
                pair = resources.arguments[field]
                if not any(_is_wrong(field, item) for item in (request, limit)):
                    remedies = _in_place_of(pair, 1 if keyword == "limits" else 0)
                    yield hit(pair.position, remedies=remedies, keyword=keyword, field=field, pair=format_value(pair))


@rule(
    "FYT204",
    "resources= cannot be combined with {others}; use either resources= or requests= and limits=",
    on=Configured,
    kind="refused",
    stage="import",
    holds=_PAIRS,
)
def resources_with_requests(call: Configured) -> Iterator[Hit]:
    """``resources=`` together with ``requests=`` or ``limits=``.

    flytekit raises ``ValueError`` (resource "can not be used together with the limits or requests") while the module is
    imported; in ``with_overrides`` when the workflow is compiled. Source: flytekit,
    core/python_auto_container.py, core/node.py.

    Bad::

        from flytekit import Resources, task

        @task(resources=Resources(cpu="1"), limits=Resources(cpu="2"))
        def train() -> None: ...

    Good::

        from flytekit import Resources, task

        @task(resources=Resources(cpu=("1", "2")))
        def train() -> None: ...
    """
    others = [name for name in ("requests", "limits") if is_given(call.get(name))]
    if others and is_given(call.get("resources")):
        yield hit(
            call.place("resources"), remedies=dropped(call, *others), others=" and ".join(f"{name}=" for name in others)
        )


@rule(
    "FYT205",
    "Resources has no field {name}{hint}",
    on=Resources,
    kind="refused",
    stage="import",
    unless_used=FORKS,
)
def unknown_resource_field(call: Resources) -> Iterator[Hit]:
    """A field that ``flytekit.Resources`` does not have.

    Python raises ``TypeError: Resources.__init__() got an unexpected keyword argument`` while the module is imported.
    The fields are ``cpu``, ``mem``, ``gpu`` and ``ephemeral_storage``; ``storage`` was removed and ``memory`` belongs
    to Flyte 2. Source: flytekit, core/resources.py.

    Bad::

        from flytekit import Resources

        small = Resources(memory="1Gi")

    Good::

        from flytekit import Resources

        small = Resources(mem="1Gi")
    """
    yield from unknown_arguments(call, _RENAMED)


@rule(
    "FYT206",
    "{keyword}= takes flytekit.Resources(...), not {found}",
    on=Configured,
    kind="refused",
    stage="serialization",
)
def not_resources(call: Configured) -> Iterator[Hit]:
    """Something else where ``Resources(...)`` belongs.

    Serialization ends in ``TypeError: must be called with a dataclass type or instance``, ``with_overrides`` in
    ``AssertionError: requests should be specified as flytekit.Resources``. Source: flytekit,
    core/resources.py, core/node.py.

    Bad::

        from flytekit import task

        @task(requests={"cpu": "1"})
        def train() -> None: ...

    Good::

        from flytekit import Resources, task

        @task(requests=Resources(cpu="1"))
        def train() -> None: ...
    """
    for keyword in ("requests", "limits", "resources"):
        value = call.get(keyword)
        if value is not None and has_other_type(value, "Resources", "type"):
            yield hit(
                value.position,
                remedies=converted(value, "flytekit.Resources"),
                holds=_PAIRS if keyword == "resources" else "",
                keyword=keyword,
                found=describe_type(value),
            )


@rule(
    "FYT207",
    "{keyword}=Resources is the class itself and has no effect; write Resources(...)",
    on=Task,
    kind="ignored",
    stage="undetected",
)
def class_instead_of_resources(call: Task) -> Iterator[Hit]:
    """The class ``Resources`` in place of an instance.

    A class has the fields of an empty ``Resources()``, so flytekit takes it and requests nothing.

    Bad::

        from flytekit import Resources, task

        @task(requests=Resources)
        def train() -> None: ...

    Good::

        from flytekit import Resources, task

        @task(requests=Resources(cpu="1"))
        def train() -> None: ...
    """
    for keyword in ("requests", "limits"):
        value = call.get(keyword)
        if isinstance(value, QualifiedName) and value.name == "flytekit.Resources":
            yield hit(value.position, keyword=keyword)


@rule(
    "FYT208",
    "{field} limit {limit} is below the request {request}",
    on=(Task, ContainerTask),
    kind="refused",
    stage="registration",
)
def request_over_limit(call: Configured) -> Iterator[Hit]:
    """A request greater than its limit.

    flyteadmin refuses the task: ``Requested CPU default [2] is greater than the limit [1]``. It compares whole units,
    rounded up; a smaller excess is FYT209. Source: flyteadmin, manager/impl/validation/task_validator.go.

    Bad::

        from flytekit import Resources, task

        @task(requests=Resources(cpu="2"), limits=Resources(cpu="1"))
        def train() -> None: ...

    Good::

        from flytekit import Resources, task

        @task(requests=Resources(cpu="1"), limits=Resources(cpu="2"))
        def train() -> None: ...
    """
    for field, request, limit in _requests_and_limits(call):
        first, second = _quantity(request), _quantity(limit)
        if field != "gpu" and first is not None and second is not None and first.whole > second.whole:
            # flyteplugins gives a zero limit its default before it compares.
            if second.value > 0:
                yield _below(field, limit, request)


@rule(
    "FYT209",
    "{field} request {request} is lowered to the limit {limit}",
    on=Configured,
    kind="ignored",
    stage="undetected",
)
def lowered_request(call: Configured) -> Iterator[Hit]:
    """A request above its limit that is accepted and lowered to the limit in silence.

    flyteadmin compares whole units rounded up, ``with_overrides`` compares nothing at all; flyteplugins then lowers
    the request when it makes the pod. Source: flyteplugins, tasks/pluginmachinery/flytek8s/container_helper.go.

    Bad::

        from flytekit import Resources, task

        @task(resources=Resources(cpu=("900m", "500m")))
        def train() -> None: ...

    Good::

        from flytekit import Resources, task

        @task(resources=Resources(cpu=("500m", "900m")))
        def train() -> None: ...
    """
    for field, request, limit in _requests_and_limits(call):
        first, second = _quantity(request), _quantity(limit)
        if field != "gpu" and first is not None and second is not None and first.value > second.value > 0:
            if isinstance(call, Overrides) or first.whole <= second.whole:
                yield _below(field, limit, request)


@rule(
    "FYT216",
    "{field} request {request} is lowered to the {what} {limit} of the task{advice}",
    on=Overrides,
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def request_over_limit_of_task(call: Overrides) -> Iterator[Hit]:
    """A request in ``with_overrides`` that is above what the task itself names.

    The limits of the task stay unless they are overridden too; a task without limits has its requests for limits. The
    request is lowered when the pod is made. Source: flyteplugins,
    tasks/pluginmachinery/flytek8s/container_helper.go; flyte#6245.

    Bad::

        from flytekit import Resources, task, workflow

        BIG = Resources(mem="20Gi")

        @task(limits=Resources(mem="1Gi"))
        def train() -> None: ...

        @workflow
        def nightly() -> None:
            train().with_overrides(requests=BIG)

    Good::

        from flytekit import Resources, task, workflow

        BIG = Resources(mem="20Gi")

        @task(limits=Resources(mem="1Gi"))
        def train() -> None: ...

        @workflow
        def nightly() -> None:
            train().with_overrides(requests=BIG, limits=BIG)
    """
    requests, task = call.get("requests"), call.task.configuration if call.task is not None else None
    if not isinstance(requests, Resources) or not isinstance(task, Task) or call.before is not None:
        return
    if call.incomplete or task.incomplete or not all(call.lacks(name) for name in ("limits", "resources")):
        return
    if not all(task.lacks(name) for name in ("resources", "task_config", "pod_template", "pod_template_name")):
        return
    limits, own = task.get("limits"), task.get("requests")
    what, known = ("limit", limits) if limits is not None else ("request", own)
    if not isinstance(known, Resources):
        return
    for field, request in _fields(requests):
        limit = known.get(field)
        first = _quantity(request) if string_of(request) is not None else None  # numbers are another mistake
        second = _quantity(limit) if limit is not None else None
        if first is not None and second is not None and first.value > second.value > 0:
            shown = format_value(request)
            fields = {"field": field, "request": shown, "advice": f"; add limits=Resources({field}={shown})"}
            place = call.uses.get("requests", request.position)
            source = f"limits=Resources({field}={shown})"
            added = inserted(call.position, source, safe=False, method="with_overrides")
            yield Hit(place, {"what": what, "limit": format_value(limit or request), **fields}, added)


@rule(
    "FYT210",
    "gpu request {request} must equal the gpu limit {limit}",
    on=Configured,
    kind="refused",
    stage="registration",
)
def unequal_gpus(call: Configured) -> Iterator[Hit]:
    """A GPU request that differs from the GPU limit.

    GPUs cannot be overcommitted: flyteadmin refuses the task (``For extended resource 'gpu' the default value must
    equal the limit value``), Kubernetes the pod of an override. Source: flyteadmin,
    manager/impl/validation/task_validator.go.

    Bad::

        from flytekit import Resources, task

        @task(requests=Resources(gpu="1"), limits=Resources(gpu="2"))
        def train() -> None: ...

    Good::

        from flytekit import Resources, task

        @task(requests=Resources(gpu="2"), limits=Resources(gpu="2"))
        def train() -> None: ...
    """
    for field, request, limit in _requests_and_limits(call):
        first, second = _quantity(request), _quantity(limit)
        if field == "gpu" and first is not None and second is not None and first.value != second.value:
            if first.is_integer and second.is_integer and first.value and second.value:
                yield hit(
                    limit.position,
                    remedies=raised(limit, request),
                    request=format_value(request),
                    limit=format_value(limit),
                )


@rule("FYT211", "gpu {text} is not a whole number", on=Resources, kind="refused", stage="registration")
def fractional_gpu(call: Resources) -> Iterator[Hit]:
    """A part of a GPU.

    flyteadmin refuses the task: ``gpu for [...] must be a whole number, got: 0.5 instead``. A partition of a GPU is
    chosen with ``accelerator=``. Source: flyteadmin, manager/impl/validation/task_validator.go.

    Bad::

        from flytekit import Resources

        small = Resources(gpu="0.5")

    Good::

        from flytekit import Resources

        small = Resources(gpu="1")
    """
    value = call.get("gpu")
    for item in value.items if isinstance(value, SequenceValue) else (value,):
        text = string_of(item)
        quantity = quantities.parse(text) if text is not None else None
        if item is not None and quantity is not None and not quantity.is_integer:
            whole = string(str(math.ceil(quantity.value)))
            remedies = replaced(item.position, whole, safe=False) if item is value else []
            yield hit(item.position, remedies=remedies, text=format_value(item))


@rule(
    "FYT212",
    "{field}={text} fails at registration with an opaque TypeError; write {advice}",
    on=(Task, ContainerTask),
    kind="refused",
    stage="serialization",
)
def number_in_resources(call: Configured) -> Iterator[Hit]:
    """A number where only a string survives.

    ``Resources(cpu=1)`` is accepted and even shown in flytekit's docstring, but on a task the number ends in
    ``TypeError: bad argument type for built-in operation`` when the task is registered, without a word about the
    task or the argument. In ``with_overrides`` numbers work. Source: flytekit, core/utils.py; flytekit#2543.

    Bad::

        from flytekit import Resources, task

        @task(requests=Resources(cpu=1))
        def train() -> None: ...

    Good::

        from flytekit import Resources, task

        @task(requests=Resources(cpu="1"))
        def train() -> None: ...
    """
    for keyword, resources in call.resources():
        for field, value in _fields(resources):
            pair = isinstance(value, SequenceValue) and value.type in ("list", "tuple") and keyword == "resources"
            for item in (
                value.items if isinstance(value, SequenceValue) and pair and len(value.items) == 2 else (value,)
            ):
                if is_number(item) and is_truthy(item) and not _is_wrong(field, item):
                    usual = usual_quantity(field, format_value(item))
                    same = usual == str(item.value)
                    remedies = replaced(item.position, string(usual), safe=same) if usual else []
                    advice = f"{field}={string(usual)}" if usual else "a positive quantity as a string"
                    yield hit(item.position, remedies=remedies, field=field, text=format_value(item), advice=advice)


@rule(
    "FYT213",
    "{field}={text} is dropped and the platform default applies; leave {field} out",
    on=(Task, ContainerTask),
    kind="ignored",
    stage="undetected",
)
def vanishing_value(call: Configured) -> Iterator[Hit]:
    """A zero, empty or false value, which flytekit leaves out.

    flytekit copies a resource only if it is true, so ``cpu=0`` is the same as no cpu at all and the default of the
    platform applies. The string ``"0"`` is sent, and the backend drops it. Source: flytekit, core/utils.py.

    Bad::

        from flytekit import Resources, task

        @task(requests=Resources(cpu=0))
        def train() -> None: ...

    Good::

        from flytekit import Resources, task

        @task(requests=Resources(cpu="100m"))
        def train() -> None: ...
    """
    for keyword, resources in call.resources():
        for field, value in _fields(resources):
            pair = keyword == "resources" and isinstance(value, SequenceValue) and len(value.items) == 2
            for item in value.items if pair and isinstance(value, SequenceValue) else (value,):
                if (
                    isinstance(item, Constant)
                    and item.value is not None
                    and not item.value
                    and not _is_wrong(field, item)
                ):
                    # No GPU is what gpu=0 asks for.
                    if field != "gpu" or item.value is False or item.value == "":
                        yield hit(
                            item.position,
                            remedies=dropped(resources, field) if item is value else [],
                            field=field,
                            text=format_value(item),
                        )


@rule(
    "FYT214",
    '"{name}" is a promise in a workflow and has no value yet; compute {field} in @dynamic',
    on=Resources,
    kind="refused",
    stage="serialization",
)
def promise_in_resources(call: Resources) -> Iterator[Hit]:
    """A workflow input or task result inside ``Resources(...)``.

    The body of ``@workflow`` runs once, when the workflow is compiled; its inputs are promises then. flytekit raises
    ``AssertionError: Promise(...) should be of type str``, and formats a promise inside an f-string into a string that
    is not a quantity. In ``@dynamic`` and ``@eager`` the same name has a value. Source: flytekit,
    core/resources.py; flyte#2730.

    Bad::

        from flytekit import Resources, task, workflow

        @task
        def train() -> None: ...

        @workflow
        def nightly(mem: str = "1Gi") -> None:
            train().with_overrides(limits=Resources(mem=mem))

    Good::

        from flytekit import Resources, dynamic, task

        @task
        def train() -> None: ...

        @dynamic
        def nightly(mem: str = "1Gi") -> None:
            train().with_overrides(limits=Resources(mem=mem))
    """
    for field, value in _fields(call):
        for item in value.items if isinstance(value, SequenceValue) else (value,):
            if isinstance(item, Promise):
                yield hit(item.position, name=item.name, field=field)


@rule(
    "FYT215",
    "{field} {text} exceeds the platform limit {limit} (flyteconf-max-{option})",
    on=(Task, ContainerTask, flyte2.Resources),
    kind="refused",
    stage="registration",
    option="--flyteconf-max-cpu",
)
def over_platform_limit(call: Configured | flyte2.Resources, settings: Settings) -> Iterator[Hit]:
    """A request or limit above what the platform allows.

    flyteadmin refuses the task: ``Requested CPU limit [...] is greater than current limit set in the platform
    configuration``. The limits of your platform are options: ``flyteconf-max-cpu``, ``flyteconf-max-mem``,
    ``flyteconf-max-gpu`` and ``flyteconf-max-ephemeral-storage``, all unset by default. Source: flyteadmin,
    manager/impl/validation/task_validator.go.

    Bad::

        from flytekit import Resources, task

        @task(limits=Resources(cpu="100"))
        def train() -> None: ...

    Good::

        from flytekit import Resources, task

        @task(limits=Resources(cpu="8"))
        def train() -> None: ...
    """
    for field, option, value in _limited(call):
        limit = settings.limit(option)
        if limit is None:
            continue
        for item in value.items if isinstance(value, SequenceValue) else (value,):
            quantity = _quantity(item)
            if quantity is not None and quantity.value > limit.value:
                written, most = format_value(item), f'"{settings.limits[option]}"'
                is_counted = isinstance(call, flyte2.Resources) and string_of(item) is None
                source = settings.limits[option] if is_counted else most
                known = is_counted and source.isdecimal() or string_of(item) is not None and ":" not in written
                lowered = replaced(item.position, source, safe=False) if known else []
                fields = {"text": written, "limit": most}
                yield hit(item.position, remedies=lowered, field=field, option=option.replace("_", "-"), **fields)


#: What the platform limits of flytekit's names are called in Flyte 2.
@rule(
    "FYT217",
    "override replaces all resources, so the environment's {lost} no longer holds; name it here, too",
    on=flyte2.Override,
    kind="suspicious",
    stage="undetected",
    since="0.2.0",
)
def dropped_by_override(call: flyte2.Override) -> Iterator[Hit]:
    """Resources of an override that leave out what the environment of the task asks for.

    The object is replaced as a whole, no field is taken over: the task gets the defaults of the platform for the
    others. A field that is None says that this is meant; CPU or GPU alone may be left out on purpose. Source: flyte,
    _task.py.

    Bad::

        import flyte

        resources = flyte.Resources(cpu=4, memory="8Gi", gpu="A100:1")
        env = flyte.TaskEnvironment(name="jobs", resources=resources)

        @env.task
        async def train(x: int) -> int:
            return x

        @env.task
        async def main(x: int) -> int:
            more = flyte.Resources(memory="16Gi")
            return await train.override(resources=more)(x)

    Good::

        import flyte

        resources = flyte.Resources(cpu=4, memory="8Gi", gpu="A100:1")
        env = flyte.TaskEnvironment(name="jobs", resources=resources)

        @env.task
        async def train(x: int) -> int:
            return x

        @env.task
        async def main(x: int) -> int:
            more = flyte.Resources(cpu=4, memory="16Gi", gpu="A100:1")
            return await train.override(resources=more)(x)
    """
    ours, theirs = call.get("resources"), call.settings().get("resources")
    if is_given(call.settings().get("reusable")) and not is_given(call.get("reusable")):
        return  # it is refused
    if not isinstance(ours, flyte2.Resources) or not isinstance(theirs, flyte2.Resources) or ours.incomplete:
        return
    lost = [name for name in ("cpu", "memory", "gpu") if theirs.given(name) and name not in ours.arguments]
    if ours.arguments and lost and lost not in (["cpu"], ["gpu"]):
        sources = [f"{name}={format_value(theirs.arguments[name])}" for name in lost]
        is_literal = all(_is_literal(theirs.arguments[name]) for name in lost)
        kept = inserted(ours.position, ", ".join(sources), safe=False) if is_literal else []
        yield hit(call.place("resources"), lost=", ".join(lost), remedies=kept)


def _is_literal(value: Value) -> bool:
    """Whether a message quotes a value as it is written."""
    if isinstance(value, SequenceValue):
        return value.type == "tuple" and not value.incomplete and all(_is_literal(item) for item in value.items)
    return isinstance(value, Constant) and len(str(value.value)) < 40


_OF_FLYTE_2 = {"cpu": "cpu", "memory": "mem", "gpu": "gpu", "disk": "ephemeral_storage"}


def _limited(call: Configured | flyte2.Resources) -> Iterator[tuple[str, str, Value]]:
    """The field, the name of its limit, and the value of everything that a platform limits."""
    if isinstance(call, flyte2.Resources):
        yield from ((field, _OF_FLYTE_2[field], v) for field, v in call.arguments.items() if field in _OF_FLYTE_2)
    else:
        for _, resources in call.resources():
            yield from ((field, field, value) for field, value in _fields(resources))


def _fields(call: Resources) -> Iterator[tuple[str, Value]]:
    for field in _FIELDS:
        value = call.get(field)
        if value is not None:
            yield field, value


def _is_wrong(field: str, item: Value) -> bool:
    """Whether flytekit refuses the type of a value for sure."""
    return type_name(item) not in (None, *_TYPES.get(field, _OTHER_TYPES))


def _requests_and_limits(call: Configured) -> Iterator[tuple[str, Value, Value]]:
    """Field, request and limit wherever both are given."""
    requests, limits, both = call.get("requests"), call.get("limits"), call.get("resources")
    if isinstance(both, Resources):
        yield from both.pairs()
    if isinstance(requests, Resources) and isinstance(limits, Resources):
        for field in _FIELDS:
            request, limit = requests.get(field), limits.get(field)
            if request is not None and limit is not None:
                yield field, request, limit


def _in_place_of(pair: Value, index: int) -> Sequence[Remedy]:
    """The remedy of one value instead of a pair, or of what should be one."""
    items = pair.items if isinstance(pair, SequenceValue) else ()
    text = string_of(items[index]) if index < len(items) <= 2 else None
    return replaced(pair.position, string(text), safe=False) if text else []


def _written_out(field: str, value: Value) -> Sequence[Remedy]:
    """The remedy of a number as the quantity that was probably meant."""
    if isinstance(value, Constant) and isinstance(value.value, bytes):
        return converted(value, "a str")
    is_a_number = isinstance(value, Constant) and type(value.value) in (int, float)
    usual = usual_quantity(field, str(value.value)) if is_a_number and isinstance(value, Constant) else ""
    same = isinstance(value, Constant) and usual == str(value.value)
    return replaced(value.position, string(usual), safe=same) if usual else []


def _below(field: str, limit: Value, request: Value) -> Hit:
    """A hit for a limit below its request."""
    shown = {"limit": format_value(limit), "request": format_value(request)}
    return hit(limit.position, remedies=raised(limit, request), field=field, **shown)


def _quantity(value: Value) -> Quantity | None:
    text = string_of(value)
    if text is None and isinstance(value, Constant) and isinstance(value.value, (int, float)):
        text = str(value.value)
    # An accelerator of Flyte 2 is a device and a count.
    return None if text is None else quantities.parse(text.rpartition(":")[2])
