"""The arguments of calls, and what a call is once they are bound to parameters."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from flake8_flyteconf.flytekit.objects import EAGER, NOT_OF_EAGER, PLAIN_CLASSES
from flake8_flyteconf.kubernetes import models
from flake8_flyteconf.flytekit.calls import Task
from flake8_flyteconf.sdk import Signature, is_method, signature
from flake8_flyteconf.values import (
    Call,
    Constant,
    DictValue,
    Position,
    QualifiedName,
    SequenceValue,
    Unknown,
    Value,
    class_of_call,
)
from flake8_flyteconf.values import containers, functions
from flake8_flyteconf.values.folding import as_set, merged, one_of


@dataclass(slots=True)
class Arguments:
    """The arguments of a call as they are written."""

    positional: list[Value] = field(default_factory=list)
    keywords: dict[str, Value] = field(default_factory=dict)
    places: dict[str, Position] = field(default_factory=dict)
    #: Where what was built elsewhere is used, by position and by keyword.
    uses: dict[int | str, Position] = field(default_factory=dict)
    repeated: list[str] = field(default_factory=list)
    incomplete: bool = False

    def without(self, names: Collection[str]) -> Arguments:
        """The keywords that are not among some names, as ``**`` collects them."""
        keywords = {name: value for name, value in self.keywords.items() if name not in names}
        return replace(self, positional=[], keywords=keywords)

    def as_dict(self, position: Position) -> DictValue:
        """The keywords as a dict: those of ``dict(cpu="1")``."""
        entries = tuple((Constant(self.places.get(k, position), k), v) for k, v in self.keywords.items())
        return DictValue(position, entries, self.incomplete)


def apply_partial(partial: Call, arguments: Arguments, position: Position) -> Value:
    """The call that calling ``functools.partial(target, ...)`` makes."""
    target, *positional = partial.extra_positional or (Unknown(partial.position),)
    merged = Arguments(
        positional=[*positional, *arguments.positional],
        keywords={**partial.arguments, **arguments.keywords},
        places={**partial.keywords, **arguments.places},
        uses={
            **{name: use for name, use in partial.uses.items()},
            **{len(positional) + key if isinstance(key, int) else key: use for key, use in arguments.uses.items()},
        },
        repeated=arguments.repeated,
        incomplete=partial.incomplete or arguments.incomplete,
    )
    if isinstance(target, Call) and target.name == "functools.partial":
        return apply_partial(target, merged, position)
    return bind(target.name, merged, position) if isinstance(target, QualifiedName) else Unknown(position)


def is_bindable(name: str) -> bool:
    """Whether a call of something is a value that rules may look at."""
    return signature(name) is not None or models.is_model(name) or name in PLAIN_CLASSES or is_method(name)


def bind(name: str, arguments: Arguments, position: Position) -> Value:
    """The call of something known by its canonical name, with its arguments by parameter."""
    known = signature(name)
    if not is_bindable(name):
        return Unknown(position, f"what {name.removeprefix('builtins.')} returns is not known")
    if name == EAGER:
        return _eager(name, arguments, position)
    return _bound(name, known, arguments, position)


def _eager(name: str, arguments: Arguments, position: Position) -> Value:
    """The call of ``@eager``, which takes more than it uses."""
    kept = {key: value for key, value in arguments.keywords.items() if key not in NOT_OF_EAGER}
    ignored = {key: arguments.places[key] for key, value in arguments.keywords.items() if key in NOT_OF_EAGER}
    call = _bound(name, signature(name), replace(arguments, keywords=kept), position)
    return replace(call, ignored=ignored) if isinstance(call, Task) else call


def _bound(name: str, known: Signature | None, arguments: Arguments, position: Position) -> Call:
    parameters = known.positional if known is not None else ()
    values = dict(zip(parameters, arguments.positional))
    repeated = [*arguments.repeated, *(key for key in arguments.keywords if key in values)]
    return class_of_call(name)(
        position,
        name,
        {**values, **arguments.keywords},
        arguments.places,
        tuple(arguments.positional[len(parameters) :]),
        tuple(repeated),
        arguments.incomplete,
        {
            parameters[key] if isinstance(key, int) else key: use
            for key, use in arguments.uses.items()
            if isinstance(key, str) or key < len(parameters)
        },
    )


def of_builtin(name: str, arguments: Arguments, position: Position) -> Value:
    """The result of a class or function of Python's own."""
    first = arguments.positional[0] if arguments.positional else None
    if name == "dict":
        start = containers.as_dict(first, position) if first is not None else DictValue(position, ())
        start = start if start is not None else DictValue(position, (), True)
        return merged(start, arguments.as_dict(position))
    if name in ("list", "tuple", "set", "frozenset"):
        items = first.items if isinstance(first, SequenceValue) else ()
        known = isinstance(first, SequenceValue) and not first.incomplete or first is None
        if name in ("set", "frozenset"):
            return as_set(position, name, items, not known)
        # In which order the items of a set come is not known.
        ordered = not (isinstance(first, SequenceValue) and first.type in ("set", "frozenset") and len(items) > 1)
        return SequenceValue(position, name, items if ordered else (), not (known and ordered))
    if name == "str" and first is not None:
        return functions.as_string(first, position)
    result = None
    if name == "zip" and not arguments.incomplete and not arguments.keywords:
        result = containers.zipped(arguments.positional, position)
    elif not arguments.keywords and not arguments.incomplete:
        result = functions.called(name, arguments.positional, position)
    return result if result is not None else bind(f"builtins.{name}", arguments, position)


def of_environment(arguments: Arguments, position: Position) -> Value:
    """A variable of the environment: any string, or the default, which is checked by itself."""
    default = arguments.keywords.get("default", arguments.positional[1] if len(arguments.positional) > 1 else None)
    unset = Unknown(position, "it is read from the environment")
    return unset if default is None or arguments.incomplete else one_of(position, [unset, default])


def copied(call: Call, arguments: Arguments) -> Call:
    """A copy of an object, with the fields that ``dataclasses.replace`` replaces."""
    uses = {key: use for key, use in arguments.uses.items() if isinstance(key, str)}
    return replace(
        call,
        arguments={**call.arguments, **arguments.keywords},
        keywords={**call.keywords, **arguments.places},
        uses={**call.uses, **uses},
        incomplete=call.incomplete or arguments.incomplete,
    )
