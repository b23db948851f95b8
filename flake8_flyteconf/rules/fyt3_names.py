"""FYT31: names that flytekit does not have."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence

from flake8_flyteconf.flytekit.objects import SDK
from flake8_flyteconf.sdk import canonical, signature
from flake8_flyteconf.flytekit.tables import ATTRIBUTES
from flake8_flyteconf.releases import Lifespan, package_of, successor
from flake8_flyteconf.rules import availability
from flake8_flyteconf.rules.rule import Hit, closest, did_you_mean, hit, rule
from flake8_flyteconf.rules.availability import FORKS
from flake8_flyteconf.settings import Settings
from flake8_flyteconf.flytekit.calls import Resources
from flake8_flyteconf.values import Call, Constant, NameUse, SequenceValue

#: Names of the Flyte 2 SDK that are taken for flytekit's.
_OF_FLYTE_2 = frozenset(
    """AMD_GPU APPLE_SILICON Backoff Cron Device GPU HABANA_GAUDI Image Link Neuron OnArtifact RetryStrategy
    ReusePolicy SecretRequest TPU TaskEnvironment TaskTemplate Timeout Trigger TriggerTime TriggeredArtifact
    TriggeredPartition build build_images ctx deploy group init init_from_config init_in_cluster map rerun run serve
    trace with_runcontext with_servecontext""".split()
)
#: What became of former modules; those that no release since 0.16 has had, with their time.
_MOVED = {
    "flytekit.sdk": "import from flytekit",
    "flytekit.common": "import from flytekit",
    "flytekit.contrib": "use flytekitplugins",
    "flytekit.annotated": "it is the flytekit before 0.16; import from flytekit",
    "flytekit.taskplugins": "it is the flytekit before 0.16; use flytekitplugins",
}
#: The modules from which people import, beside flytekit itself; others have many names that are not their own.
_PUBLIC = (
    "flytekit.core.cache",
    "flytekit.deck",
    "flytekit.exceptions.eager",
    "flytekit.exceptions.user",
    "flytekit.extras.accelerators",
    "flytekit.extras.tasks.shell",
    "flytekit.models.common",
    "flytekit.models.security",
    "flytekit.remote",
    "flytekit.types.directory",
    "flytekit.types.file",
    "flytekit.types.structured",
)
#: What does the job of an attribute that people expect.
_EXPECTED = {
    "flytekit.FlyteRemote.from_config": "use FlyteRemote.auto(config_file=...)",
    "flytekit.PythonFunctionTask.map": "use map_task",
    "flytekit.PythonFunctionWorkflow.create_launch_plan": "use LaunchPlan.get_or_create",
}
#: The oldest release that a project is expected to use when it does not tell.
_OLDEST_EXPECTED = (1, 15)
#: The releases that first took pairs in ``Resources``, that first checked its values, and that took numbers again.
_PAIRS_SINCE = (1, 15, 3)
_STRINGS_SINCE = (1, 10)
_NUMBERS_SINCE = (1, 12)


@rule("FYT311", "{what}{hint}", on=NameUse, kind="refused", stage="import", unless_used=FORKS, since="0.2.0")
def unknown_name(call: NameUse, settings: Settings) -> Iterator[Hit]:
    """A name that no module, class or object of flytekit has, or has elsewhere.

    Python raises ``ImportError``, ``ModuleNotFoundError`` or ``AttributeError`` while the module is imported. Of a name
    that one of the releases from 1.15 on has, only a project that tells its release is told. Source: flytekit's modules
    in all releases since 0.16.

    Bad::

        from flytekit import Resource, task

        @task(requests=Resource(cpu="1"))
        def train() -> None: ...

    Good::

        from flytekit import Resources, task

        @task(requests=Resources(cpu="1"))
        def train() -> None: ...
    """
    owner, name = call.owner, call.attribute
    is_known = owner not in _modules() and owner not in ATTRIBUTES
    if not _is_looked_up(call) or is_known and signature(canonical(f"{owner}.{name}")) is not None:
        return
    if owner in ATTRIBUTES:
        if name not in ATTRIBUTES[owner]:
            advice = _EXPECTED.get(f"{owner}.{name}")
            meant = f"; {advice}" if advice else did_you_mean(closest(name, ATTRIBUTES[owner]))
            what = f"{owner.rpartition('.')[2]} has no attribute {name}"
            yield hit(call.position, holds=availability.of_today(SDK), what=what, hint=meant)
        return
    known = _names(owner)
    if known is None:
        # What is written behind a dot may be an attribute of a class or of an object.
        if not call.written and not call.again:
            what = f"there is no module {owner}"
            yield hit(call.position, holds=availability.until_now(SDK), what=what, hint=_hint(owner, name))
    elif name and name not in known and "*" not in known:
        yield hit(
            call.position, holds=availability.until_now(SDK), what=f"{owner} has no {name}", hint=_hint(owner, name)
        )
    elif last := _lifespan(owner, name).last:
        is_told = settings.releases.of(SDK) is not None
        is_module = _lifespan(owner, "").last == last
        if (is_told or last.release[:2] < _OLDEST_EXPECTED) and not (is_module and (call.written or call.again)):
            what = f"there is no module {owner}" if is_module else f"{owner} has no {name}"
            removed = f", removed in {successor(SDK, last)}"
            yield hit(call.position, holds=f"{SDK}>{last}", what=what + removed, hint=_hint(owner, name))


@rule(
    "FYT312",
    "{what} came with flytekit {since}; the project uses {version} ({source})",
    on=Call,
    kind="refused",
    stage="import",
    unless_used=FORKS,
    option="--flyteconf-flytekit",
    since="0.2.0",
)
def needs_newer_flytekit(call: Call, settings: Settings) -> Iterator[Hit]:
    """A name or an argument that the release of flytekit which the project uses does not have.

    ``ImportError``, ``AttributeError`` or ``TypeError`` while the module is imported, from ``@task`` a ``ValueError``.
    Source: flytekit and flytekitplugins, the wheels of their releases.

    Bad::

        from flytekit import Resources, task

        @task(resources=Resources(cpu="1"))
        def train() -> None: ...

    Good::

        from flytekit import Resources, task

        @task(requests=Resources(cpu="1"), limits=Resources(cpu="1"))
        def train() -> None: ...
    """
    if not isinstance(call, NameUse):
        if call.name.startswith(("flytekit.", "flytekitplugins.")):
            found = availability.newer_than_the_project(call, settings, call.callee)
            # Where the name was taken it is told already.
            yield from (each for each in found if each.fields["what"] != call.callee or package_of(call.name) != SDK)
            yield from _values_of_resources(call, settings)
        return
    owner, name = call.owner, call.attribute
    release = settings.releases.of(SDK)
    if release is None or not _is_looked_up(call) or not _names(owner):
        return
    first = _lifespan(owner, name).first
    if first is not None and release.is_before(first) and not (call.written and call.again):
        yield hit(call.position, what=f"{owner}.{name}".rstrip("."), since=first, **release._asdict())


def _values_of_resources(call: Call, settings: Settings) -> Iterator[Hit]:
    """Pairs of request and limit in a release that knows single values only, numbers in one that wants strings."""
    release = settings.releases.of(SDK)
    if not isinstance(call, Resources) or release is None:
        return
    for name, value in call.arguments.items():
        if isinstance(value, SequenceValue) and release.version.release < _PAIRS_SINCE:
            what, since = f"the pair of request and limit in {name}", ".".join(map(str, _PAIRS_SINCE))
            yield hit(value.position, what=what, since=since, **release._asdict())
        elif isinstance(value, Constant) and type(value.value) in (int, float, bool):
            if _STRINGS_SINCE <= release.version.release < _NUMBERS_SINCE:
                since = ".".join(map(str, _NUMBERS_SINCE))
                yield hit(value.position, what=f"the number for {name}", since=since, **release._asdict())


def _is_looked_up(call: NameUse) -> bool:
    return call.owner.partition(".")[0] == SDK and not call.attribute.startswith("_")


@functools.cache
def _modules() -> Mapping[str, tuple[str, str]]:
    """The releases of each module as ``first-last``, and the words for its names."""
    from flake8_flyteconf.flytekit.names import MODULES  # large, and seldom needed

    modules = (title.partition(":") + (words,) for title, words in MODULES.items())
    return {module: (releases, words) for module, _, releases, words in modules}


@functools.cache
def _names(module: str) -> Mapping[str, str] | None:
    """The releases of each name of a module as ``first-last``, None for a module that no release has."""
    if module not in _modules():
        return None
    words = (word.partition(":") for word in _modules()[module][1].split())
    return {name: releases for name, _, releases in words}


def _lifespan(module: str, name: str) -> Lifespan:
    """The releases that have a name, or with an empty one the module."""
    own = Lifespan.of((_names(module) or {}).get(name, ""))
    around = Lifespan.of(_modules()[module][0])
    return Lifespan(own.first or around.first, own.last or around.last)


def _hint(owner: str, name: str) -> str:
    """Where the name is, what replaced it, or which one was probably meant."""
    if moved := _moved(owner):
        return f"; {moved}"
    home = _home(name)
    close = closest(name, _today(owner)) if name else None
    if home is not None:
        return f"; {name} is in {home}"
    if name in _OF_FLYTE_2 and owner == SDK:
        return f"; {name} is Flyte 2: import flyte"
    return did_you_mean(close)


def _moved(owner: str) -> str:
    return next((text for module, text in _MOVED.items() if f"{owner}.".startswith(f"{module}.")), "")


def _home(name: str) -> str | None:
    """The module that offers a name: flytekit itself, or another one that people import from."""
    return next((module for module in (SDK, *_PUBLIC) if name and name in _today(module)), None)


@functools.cache
def _today(module: str) -> Sequence[str]:
    """The names that a module has in the newest release."""
    if module not in _modules() or _lifespan(module, "").last is not None:
        return ()
    return [name for name, releases in (_names(module) or {}).items() if releases.endswith("-") or not releases]
