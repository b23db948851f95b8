"""FYT34: caching of tasks and nodes."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_flyteconf.rules.conversions import dropped
from flake8_flyteconf.rules.predicates import is_given, is_truthy, string_of, type_name
from flake8_flyteconf.rules.rule import Hit, close_to, hit, inserted, replaced, rule, string
from flake8_flyteconf.flytekit.calls import Cache, Configured, Overrides, Task
from flake8_flyteconf.values import Call, Constant, SequenceValue, Value

#: It registers a default cache policy, so that a cache needs no version.
#: Packages whose plugin of flytekit gives a cache its version.
_UNION = ("union", "unionai")
_OLD = ("cache_version", "cache_serialize", "cache_ignore_input_vars")


@rule(
    "FYT341",
    "{what} needs {remedy}",
    on=(Task, Overrides, Cache),
    kind="refused",
    stage="import",
    unless_used=_UNION,
)
def cache_without_version(call: Call) -> Iterator[Hit]:
    """A cache without a version.

    flytekit has no default cache policy and raises ``ValueError: If version is not defined then at least one cache
    policy needs to be set`` while the module is imported. The package union has one, and
    flytekit finds it wherever that package is installed. A file that imports union or unionai, or names one of them in
    the packages of an image, is left alone; a project that installs it by other means ignores this rule. Source:
    flytekit, core/cache.py, core/base_task.py.

    Bad::

        from flytekit import task

        @task(cache=True)
        def train() -> None: ...

    Good::

        from flytekit import task

        @task(cache=True, cache_version="1")
        def train() -> None: ...
    """
    if call.incomplete:
        return
    if isinstance(call, Cache):
        if call.lacks("version") and call.lacks("policies"):
            yield hit(call.position, what="Cache(...)", remedy="version= or policies=")
        return
    cache, version = call.get("cache"), call.get("cache_version")
    if (
        isinstance(cache, Constant)
        and cache.value is True
        and (call.lacks("cache_version") or _is_empty(call, version))
    ):
        place = cache.position if version is None else version.position
        method = "with_overrides" if isinstance(call, Overrides) else ""
        added = (
            inserted(call.position, 'cache_version="1.0"', safe=False, method=method)
            if "cache_version" not in call.keywords
            else []
        )
        plain = 'cache_version="..."'
        either = f'{plain} or cache=Cache(version="...")'
        of_node = isinstance(call, Overrides)
        claims = {"flytekit>=1.16": either} if of_node else {"flytekit<1.15": plain, "flytekit>=1.15": either}
        for holds, remedy in claims.items():
            yield hit(place, remedies=added, holds=holds, what="cache=True", remedy=remedy)


@rule(
    "FYT342",
    "cache_version= has no effect without cache=True",
    on=Task,
    kind="ignored",
    stage="undetected",
)
def version_without_cache(call: Task) -> Iterator[Hit]:
    """A cache version on a task that is not cached.

    The version is registered, and nothing is ever cached. Source: flytekit, core/task.py.

    Bad::

        from flytekit import task

        @task(cache_version="2")
        def train() -> None: ...

    Good::

        from flytekit import task

        @task(cache=True, cache_version="2")
        def train() -> None: ...
    """
    cache, version = call.get("cache"), call.get("cache_version")
    # Who writes cache=False has switched it off on purpose.
    off = cache is None and not call.incomplete
    if off and version is not None and string_of(version):
        yield hit(call.place("cache_version"))


@rule(
    "FYT343",
    "{name}= needs cache=True",
    on=Task,
    kind="refused",
    stage="import",
)
def cache_setting_without_cache(call: Task) -> Iterator[Hit]:
    """A setting of the cache on a task that is not cached.

    flytekit raises ``ValueError: Cache serialize is enabled`` while the module is imported. Source: flytekit,
    core/base_task.py (TaskMetadata).

    Bad::

        from flytekit import task

        @task(cache_serialize=True)
        def train() -> None: ...

    Good::

        from flytekit import task

        @task(cache=True, cache_version="1", cache_serialize=True)
        def train() -> None: ...
    """
    cache = call.get("cache")
    if cache is None and not call.incomplete or isinstance(cache, Constant) and not cache.value:
        for name in ("cache_serialize", "cache_ignore_input_vars"):
            value = call.get(name)
            if value is not None and is_given(value) and is_truthy(value):
                yield hit(value.position, remedies=dropped(call, name), name=name)


@rule(
    "FYT344",
    "{name}= cannot be combined with cache=Cache(...); pass it to Cache",
    on=(Task, Overrides),
    kind="refused",
    stage="import",
)
def cache_object_with_old_settings(call: Configured) -> Iterator[Hit]:
    """``Cache(...)`` together with one of the arguments that it replaces.

    flytekit raises ``ValueError: cache_serialize, cache_version, and cache_ignore_input_vars are deprecated`` while
    the module is imported. Source: flytekit, core/task.py, core/node.py.

    Bad::

        from flytekit import Cache, task

        @task(cache=Cache(version="1"), cache_version="1")
        def train() -> None: ...

    Good::

        from flytekit import Cache, task

        @task(cache=Cache(version="1"))
        def train() -> None: ...
    """
    if isinstance(call.get("cache"), Cache):
        for name in _OLD[:2] if isinstance(call, Overrides) else _OLD:
            if is_given(call.get(name)):
                yield hit(call.place(name), remedies=dropped(call, name), name=name)


@rule(
    "FYT345",
    '{name}=("{text}") is a str, which is read character by character; write {remedy}',
    on=Task,
    kind="ignored",
    stage="undetected",
)
def ignored_inputs_as_string(call: Task) -> Iterator[Hit]:
    """The inputs that the cache ignores as one string.

    A string is a sequence of characters, so inputs named by single letters are ignored, and the one that was meant is
    not. Parentheses alone make no tuple. Source: flytekit, core/base_task.py.

    Bad::

        from flytekit import task

        @task(cache=True, cache_version="1", cache_ignore_input_vars=("verbose"))
        def train(verbose: bool) -> None: ...

    Good::

        from flytekit import task

        @task(cache=True, cache_version="1", cache_ignore_input_vars=("verbose",))
        def train(verbose: bool) -> None: ...
    """
    value = call.get("cache_ignore_input_vars")
    text = string_of(value)
    cache = call.get("cache")
    # One letter is the same as a tuple of it.
    if value is not None and text and len(text) > 1 and isinstance(cache, Constant) and cache.value is True:
        remedies = replaced(value.position, f"({string(text)},)")
        yield hit(value.position, remedies=remedies, name="cache_ignore_input_vars", text=text)


@rule(
    "FYT346",
    'cache_ignore_input_vars names "{name}", which is not a parameter of the task{hint}',
    on=Task,
    kind="ignored",
    stage="undetected",
)
def unknown_ignored_input(call: Task) -> Iterator[Hit]:
    """An input that the cache ignores and the task does not have.

    Nobody compares the names, so the input that was meant still decides whether a result is found in the cache. Source:
    flytekit, core/base_task.py.

    Bad::

        from flytekit import task

        @task(cache=True, cache_version="1", cache_ignore_input_vars=("verbos",))
        def train(verbose: bool) -> None: ...

    Good::

        from flytekit import task

        @task(cache=True, cache_version="1", cache_ignore_input_vars=("verbose",))
        def train(verbose: bool) -> None: ...
    """
    value = call.get("cache_ignore_input_vars")
    use = call.uses.get("cache_ignore_input_vars")
    if value is None or use is None or use.place != value.position.place:
        return  # one constant for tasks with other inputs
    if isinstance(value, SequenceValue) and call.parameters is not None:
        for item in value.items:
            text = string_of(item)
            if text is not None and text not in call.parameters:
                yield hit(item.position, remedies=close_to(text, call.parameters, item.position), name=text)


def _is_empty(call: Call, version: Value | None) -> bool:
    """Whether a version is the empty text, which a task refuses."""
    return isinstance(call, Task) and type_name(version) == "str" and string_of(version) == ""


@rule(
    "FYT347",
    'the first argument of Cache is the version, so "{text}" is one; cache=Cache(version="1.0") names it',
    on=Cache,
    kind="suspicious",
    stage="undetected",
    since="0.2.0",
)
def behavior_as_version(call: Cache) -> Iterator[Hit]:
    """A behavior of Flyte 2's ``Cache`` as the version of flytekit's.

    ``flyte.Cache`` takes ``"auto"``, ``"override"`` or ``"disable"`` first; flytekit takes any string for a version, so
    the cache is on and never renewed. Source: flytekit, core/cache.py.

    Bad::

        from flytekit import Cache, task

        @task(cache=Cache("disable"))
        def train() -> int:
            return 1

    Good::

        from flytekit import Cache, task

        @task(cache=Cache(version="1.0"))
        def train() -> int:
            return 1
    """
    value = call.get("version")
    text = string_of(value)
    if value is not None and text in ("auto", "override", "disable"):
        yield hit(value.position, text=text)
