"""flytekit's objects by name: one canonical name each, and how they are called."""

from __future__ import annotations

import functools
from typing import NamedTuple

from flake8_flyteconf.flyte.tables import ACCELERATORS, ALIASES, SIGNATURES

#: Methods by the canonical names of their calls. flytekit has no ``with_options``; people write it all the same.
OVERRIDES = "flytekit.with_overrides"
WITH_OPTIONS = "flytekit.with_options"
EXECUTE = "flytekit.FlyteRemote.execute"
METHODS = {name.rpartition(".")[2]: name for name in (OVERRIDES, WITH_OPTIONS, EXECUTE)}

#: Stands for the maker of a node where ``with_overrides`` is called on the task itself.
UNCALLED_TASK = "uncalled task"

#: Packages that put something else in the place of flytekit's names; nothing that is known of flytekit holds there.
REPLACEMENTS = ("flyte_migrate", "flyte-migrate")

_ACCELERATORS = "flytekit.extras.accelerators."


#: Classes of the standard library whose instances a rule may meet where something else belongs.
PLAIN_CLASSES = frozenset(
    {
        "builtins.bytes",
        "datetime.date",
        "datetime.datetime",
        "datetime.timedelta",
        "decimal.Decimal",
        "fractions.Fraction",
        "pathlib.Path",
        "uuid.UUID",
    }
)

#: Arguments that are read while the call runs; most others are kept and read at registration.
CONSUMED = {
    f"flytekit.LaunchPlan.{method}": ("default_inputs", "fixed_inputs") for method in ("create", "get_or_create")
}

#: Beginnings of types that do not stand for ``None`` too.
NEVER_OPTIONAL = (
    "builtins.",
    "datetime.",
    "flytekit.FlyteDirectory",
    "flytekit.FlyteFile",
    "flytekit.StructuredDataset",
    "flytekit.types.",
    "pandas.DataFrame",
    "typing.Dict",
    "typing.List",
)

#: What ``@eager`` takes and throws away: flytekit makes no metadata for it (core/task.py).
NOT_OF_EAGER = frozenset(
    {
        "cache",
        "cache_ignore_input_vars",
        "cache_serialize",
        "cache_version",
        "deprecated",
        "interruptible",
        "retries",
        "timeout",
    }
)


class Signature(NamedTuple):
    """How a callable takes its arguments.

    ``positional`` are the parameters in their order, ``keywords`` further names it accepts, ``required`` those
    without a default; ``swallows`` says that it lets unknown keywords through instead of raising.
    """

    positional: tuple[str, ...]
    keywords: tuple[str, ...]
    required: tuple[str, ...]
    swallows: bool

    def accepts(self, keyword: str) -> bool:
        return keyword in self.positional or keyword in self.keywords

    @property
    def names(self) -> tuple[str, ...]:
        """Every argument a user may write."""
        return tuple(n for n in (*self.positional, *self.keywords) if not n.startswith("_"))


@functools.lru_cache(maxsize=4096)
def canonical(qualified_name: str) -> str:
    """The one name of an object of flytekit, whatever module it was imported from.

    ``flytekit.core.resources.Resources`` becomes ``flytekit.Resources``, its attributes likewise.
    """
    head, tail = qualified_name, ""
    while "." in head:
        if head in ALIASES:
            return ALIASES[head] + tail
        head, _, last = head.rpartition(".")
        tail = f".{last}{tail}"
    return qualified_name


@functools.cache
def signature(name: str) -> Signature | None:
    """The signature of a callable by its canonical name."""
    known = SIGNATURES.get(name)
    return None if known is None else Signature(*known)


def is_accelerator(name: str) -> bool:
    """Whether a canonical name is a constant of ``flytekit.extras.accelerators``."""
    return name.startswith(_ACCELERATORS) and name.removeprefix(_ACCELERATORS) in ACCELERATORS
