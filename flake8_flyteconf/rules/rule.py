"""What a rule is: a code, a message, a claim and a pure function from a value to hits."""

from __future__ import annotations

import difflib
import functools
import inspect
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, NamedTuple, TypeVar

from flake8_flyteconf.values import Call, Position

#: ``refused``: flytekit, flyteadmin or Kubernetes refuses it. ``ignored``: accepted, without effect or with another
#: one. ``suspicious``: valid and almost never meant. ``policy``: opt-in.
Kind = Literal["refused", "ignored", "suspicious", "policy"]
#: When the mistake would surface without the linter.
Stage = Literal["import", "serialization", "registration", "execution", "pod creation", "undetected"]

C = TypeVar("C", bound=Call)
#: Where the documentation is published; ``setup.cfg`` tells it to the index of packages.
DOCUMENTATION = "https://flyteconf.github.io/flake8-flyteconf/"


#: What an edit does to the expression or argument that begins at its place; see :class:`Edit`.
Action = Literal["replace", "rename", "remove", "wrap", "insert"]


class Edit(NamedTuple):
    """A change of the source, in terms of what is there.

    ``replace`` puts ``source`` in the place of the literal that begins at the position, ``wrap`` puts the expression
    into the ``{}`` of the source, ``insert`` adds the source as arguments to the call, of a chain to that of the
    ``method``; ``rename`` and ``remove`` are about the argument whose keyword begins there. A key of a dict that is
    spread into a call is a keyword too. ``needs`` is the qualified name of an object that the source begins with; the
    file must import it already.
    """

    position: Position
    source: str
    action: Action = "replace"
    needs: str = ""
    method: str = ""


class Remedy(NamedTuple):
    """Edits that belong together; made all at once they remove the fault and bring no other.

    One that is ``safe`` keeps or restores the evident meaning.
    """

    edits: Sequence[Edit]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Hit:
    """One fault: where it is, its message, and what would be right, one remedy or another.

    The ``fields`` fill the message of the rule; a hit of a rule that says one thing in several ways has a ``message``
    of its own. Of several remedies the first one keeps the most of what is written. ``holds`` are the releases that
    the hit is about, where not all that the rule is about.
    """

    position: Position
    fields: dict[str, object]
    remedies: Sequence[Remedy] = ()
    message: str = ""
    holds: str = ""


@dataclass(frozen=True, slots=True)
class Rule(Generic[C]):
    """One rule. ``check`` yields a hit for each fault of one call of the kind ``on``.

    ``models`` narrows a rule to some classes or functions by the last part of their names, such as ``V1Container``;
    none is all.
    ``client`` is the generation of the kubernetes client that the rule is about, empty for both. ``unless_used`` are
    packages that change what flytekit does, so that the rule is silent in a file that imports or mentions one. Without
    the ``option`` that it has, or something in its place, a rule says nothing; ``takes_settings`` when the settings of
    the run are handed to ``check`` too. ``since`` is the release that first had the rule, ``holds`` the releases of an
    SDK that the claim is about, such as ``flytekit>=1.13.1``, empty for all that are known.
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
    option: str = ""
    since: str = "0.1.0"
    holds: str = ""
    takes_settings: bool = False

    @property
    def name(self) -> str:
        """The mistake in a few words, as in "allow misshapen-pair"."""
        return self.check.__name__.replace("_", "-")

    @property
    def page(self) -> str:
        """The address of the page about the rule."""
        return f"{DOCUMENTATION}rules/{self.code.lower()}.html"

    @property
    def docstring(self) -> str:
        return inspect.getdoc(self.check) or ""

    @property
    def exceptions(self) -> Sequence[str]:
        """The exceptions that the docstring names; the tests with the real flytekit hold it to that."""
        return _exceptions(self.check)

    @property
    def summary(self) -> str:
        return self.docstring.partition("\n")[0].rstrip(".")

    def text(self, hit: Hit) -> str:
        """The message of a hit, without the code, in characters that can be printed."""
        text = hit.message or self.message.format_map(hit.fields)
        return text if text.isprintable() else "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


@functools.cache
def _exceptions(check: Callable[..., object]) -> Sequence[str]:
    text = (inspect.getdoc(check) or "").partition("Bad::")[0]
    return re.findall(r"\b[A-Z][a-zA-Z]*Error\b", text)


def rule(
    code: str,
    message: str = "",
    *,
    on: type[C] | tuple[type[C], ...],
    kind: Kind,
    stage: Stage,
    models: tuple[str, ...] = (),
    client: str = "",
    unless_used: tuple[str, ...] = (),
    option: str = "",
    since: str = "0.1.0",
    holds: str = "",
) -> Callable[[Callable[..., Iterator[Hit]]], Rule[C]]:
    """Make a function a rule."""

    def make(check: Callable[..., Iterator[Hit]]) -> Rule[C]:
        kinds = on if isinstance(on, tuple) else (on,)
        takes_settings = check.__code__.co_argcount == 2
        more = (models, client, unless_used, option, since, holds, takes_settings)
        return Rule(code, message, kinds, kind, stage, check, *more)

    return make


def titles(names: Iterable[str]) -> tuple[str, ...]:
    """The last parts of canonical names, by which the ``models`` of a rule go."""
    return tuple(name.rpartition(".")[2] for name in names)


def hit(
    position: Position, message: str = "", *, remedies: Sequence[Remedy] = (), holds: str = "", **fields: object
) -> Hit:
    """A fault at a place, with a message of its own or with the fields that fill the message of the rule.

    ``{remedy}`` in a message names what may be written, ``{hint}`` asks whether that was meant unless a field says it
    better.
    """
    edits = [remedy.edits[0] for remedy in remedies]
    remedy = " or ".join(edit.source for edit in edits if edit.action in ("replace", "rename"))
    hint = did_you_mean(remedy)
    return Hit(position, {"remedy": remedy, "hint": hint, **fields}, remedies, message, holds)


def did_you_mean(meant: str | None) -> str:
    """The question at the end of a message, empty when nothing else was probably meant."""
    return f" (did you mean {meant}?)" if meant else ""


def replaced(position: Position, *sources: str, safe: bool = True) -> Sequence[Remedy]:
    """A remedy for each of the literals that may be put in the place of one."""
    return [Remedy([Edit(position, source)], safe) for source in sources]


def renamed(position: Position, name: str | None) -> Sequence[Remedy]:
    """The remedy of another keyword, none without a name."""
    return [Remedy([Edit(position, name, "rename")])] if name is not None else []


def removed(position: Position) -> Sequence[Remedy]:
    """The remedy of an argument less, the one whose keyword is there."""
    return [Remedy([Edit(position, "", "remove")], safe=False)]


def wrapped(position: Position, source: str, needs: str = "") -> Sequence[Remedy]:
    """The remedy of an expression around another, which takes the place of ``{}``."""
    return [Remedy([Edit(position, source, "wrap", needs)])]


def inserted(position: Position, source: str, *, safe: bool = True, method: str = "") -> Sequence[Remedy]:
    """The remedy of one argument more for the call that begins at a place, of a chain for that of a method."""
    return [Remedy([Edit(position, source, "insert", method=method)], safe)]


def close_to(text: str, choices: Iterable[str], position: Position) -> Sequence[Remedy]:
    """The remedy of the closest choice for a string, none when none is close."""
    found = closest(text, choices)
    return replaced(position, string(found)) if found is not None else []


def string(text: str) -> str:
    """The source of a string literal."""
    return json.dumps(text, ensure_ascii=False)


def closest(name: str, choices: Iterable[str]) -> str | None:
    """The choice that was probably meant, None when none is close."""
    folded = {choice.lower().replace("_", ""): choice for choice in choices}
    close = difflib.get_close_matches(name.lower().replace("_", ""), list(folded), n=1, cutoff=0.7)
    return folded[close[0]] if close else None
