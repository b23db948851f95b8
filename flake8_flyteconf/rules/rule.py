"""What a rule is: a code, a message, a claim and a pure function from a value to hits."""

from __future__ import annotations

import difflib
import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from flake8_flyteconf.model import Call, Span
from flake8_flyteconf.settings import Settings

#: ``refused``: flytekit, flyteadmin or Kubernetes refuses it. ``ignored``: accepted, without effect or with another
#: one. ``suspicious``: valid and almost never meant. ``policy``: opt-in.
Kind = Literal["refused", "ignored", "suspicious", "policy"]
#: When the truth comes out without the linter.
Stage = Literal["import", "serialization", "registration", "execution", "pod creation", "never"]

C = TypeVar("C", bound=Call)


@dataclass(frozen=True, slots=True)
class Hit:
    """One fault: where it stands and what fills the rule's message."""

    span: Span
    fields: dict[str, object]


@dataclass(frozen=True, slots=True)
class Rule(Generic[C]):
    """One rule. ``check`` yields a hit for each fault of one call of the kind ``on``.

    ``models`` narrows a rule about objects of Kubernetes to some classes, such as ``V1Container``; none is all.
    ``client`` is the generation of the kubernetes client that the rule is about, empty for both. ``unless_used``
    are packages that change what flytekit does, so that the rule is silent in a file that imports or mentions one. A ``configured``
    rule is also given the settings of the run. ``since`` is the release that first had the rule.
    ``about`` are arguments of which a call has to pass one, or the rule has nothing to say and is not asked.
    """

    code: str
    message: str
    on: tuple[type[C], ...]
    kind: Kind
    stage: Stage
    check: Callable[..., Iterable[Hit]]
    models: tuple[str, ...] = ()
    client: str = ""
    unless_used: tuple[str, ...] = ()
    configured: bool = False
    since: str = "0.1.0"
    about: tuple[str, ...] = ()

    def hits(self, call: C, settings: Settings) -> Iterable[Hit]:
        """The faults of one call."""
        return self.check(call, settings) if self.configured else self.check(call)

    @property
    def name(self) -> str:
        """The mistake in a few words, as in "allow misshapen-pair"."""
        return self.check.__name__.replace("_", "-")

    @property
    def docstring(self) -> str:
        return inspect.getdoc(self.check) or ""

    @property
    def summary(self) -> str:
        return self.docstring.partition("\n")[0].rstrip(".")

    def text(self, hit: Hit) -> str:
        """The message of a hit, without the code, in characters that can be printed."""
        text = self.message.format_map(hit.fields)
        return text if text.isprintable() else "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def rule(
    code: str,
    message: str,
    *,
    on: type[C] | tuple[type[C], ...],
    kind: Kind,
    stage: Stage,
    models: tuple[str, ...] = (),
    client: str = "",
    unless_used: tuple[str, ...] = (),
    configured: bool = False,
    since: str = "0.1.0",
    about: tuple[str, ...] = (),
) -> Callable[[Callable[..., Iterator[Hit]]], Rule[C]]:
    """Make a function a rule."""

    def make(check: Callable[..., Iterator[Hit]]) -> Rule[C]:
        kinds = on if isinstance(on, tuple) else (on,)
        return Rule(code, message, kinds, kind, stage, check, models, client, unless_used, configured, since, about)

    return make


def hit(span: Span, **fields: object) -> Hit:
    """A fault at a place; the fields fill the message."""
    return Hit(span, fields)


def did_you_mean(name: str, choices: Iterable[str]) -> str:
    """`` (did you mean ...?)`` for the closest choice, empty when none is close."""
    folded = {choice.lower().replace("_", ""): choice for choice in choices}
    close = difflib.get_close_matches(name.lower().replace("_", ""), list(folded), n=1, cutoff=0.7)
    return f" (did you mean {folded[close[0]]}?)" if close else ""
