"""FYT31: names that flytekit does not have."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_flyteconf.flytekit.objects import SDK
from flake8_flyteconf.sdk import canonical, signature
from flake8_flyteconf.flytekit.tables import ATTRIBUTES
from flake8_flyteconf.rules.rule import Hit, closest, did_you_mean, hit, rule
from flake8_flyteconf.rules.unknown_arguments import FORKS
from flake8_flyteconf.values import NameUse

#: Names of the Flyte 2 SDK that are taken for flytekit's.
_OF_FLYTE_2 = frozenset(
    """AMD_GPU APPLE_SILICON Backoff Cron Device GPU HABANA_GAUDI Image Link Neuron OnArtifact RetryStrategy
    ReusePolicy SecretRequest TPU TaskEnvironment TaskTemplate Timeout Trigger TriggerTime TriggeredArtifact
    TriggeredPartition build build_images ctx deploy group init init_from_config init_in_cluster map rerun run serve
    trace with_runcontext with_servecontext""".split()
)
#: What became of modules that flytekit had before 1.0.
_MOVED = {
    "flytekit.sdk": "it is the flytekit before 0.16; import from flytekit",
    "flytekit.common": "it is the flytekit before 1.0; import from flytekit",
    "flytekit.annotated": "it is the flytekit before 0.17; import from flytekit",
    "flytekit.contrib": "it is the flytekit before 0.16; use flytekitplugins",
    "flytekit.taskplugins": "it is the flytekit before 0.16; use flytekitplugins",
}


@rule("FYT311", "{what}{hint}", on=NameUse, kind="refused", stage="import", unless_used=FORKS, since="0.2.0")
def unknown_name(call: NameUse) -> Iterator[Hit]:
    """A name that no module of flytekit has, or has elsewhere.

    Python raises ``ImportError``, ``ModuleNotFoundError`` or ``AttributeError`` while the module is imported. The names
    are those of the releases from 1.10 to 1.16, so one that was removed in between is not reported. Source: flytekit's
    modules.

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
    if owner.partition(".")[0] != SDK or name.startswith("_") or signature(canonical(f"{owner}.{name}")) is not None:
        return
    if owner in ATTRIBUTES:
        if name not in ATTRIBUTES[owner]:
            meant = did_you_mean(closest(name, ATTRIBUTES[owner]))
            yield hit(call.position, what=f"{owner.rpartition('.')[2]} has no attribute {name}", hint=meant)
        return
    from flake8_flyteconf.flytekit.names import MODULES  # large, and seldom needed

    if owner not in MODULES:
        # What is written behind a dot may be an attribute of a class or of an object.
        if not call.written and not call.again:
            yield hit(call.position, what=f"there is no module {owner}", hint=_hint(owner, name))
    elif name and MODULES[owner] != "*" and name not in MODULES[owner].split():
        yield hit(call.position, what=f"{owner} has no {name}", hint=_hint(owner, name))


def _hint(owner: str, name: str) -> str:
    """Where the name is, what replaced it, or which one was probably meant."""
    from flake8_flyteconf.flytekit.names import MODULES

    if moved := _moved(owner):
        return f"; {moved}"
    home = _home(name)
    close = closest(name, MODULES.get(owner, "").split()) if name else None
    if home is not None and (close is None or home == SDK):
        return f"; {name} is in {home}"
    if name in _OF_FLYTE_2:
        return f"; {name} is Flyte 2: import flyte"
    return did_you_mean(close)


def _moved(owner: str) -> str:
    return next((text for module, text in _MOVED.items() if f"{owner}.".startswith(f"{module}.")), "")


def _home(name: str) -> str | None:
    """The module that offers a name: flytekit itself, or the shortest path."""
    from flake8_flyteconf.flytekit.names import MODULES

    homes = [module for module, names in MODULES.items() if name and f" {name} " in f" {names} "]
    if not name[:1].isupper() and SDK not in homes:
        return None  # many modules import os
    return min(homes, key=lambda module: (module != SDK, module.count("."), len(module)), default=None)
