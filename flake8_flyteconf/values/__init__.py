"""The values of a Flyte configuration: what rules see.

A value is what an expression of the file evaluates to, with the place where it is written. What cannot be known is
:class:`Unknown`, so a rule that asks for anything else is silent by itself. Values never change; a step after the
construction (``container.image = "a"``) gives a new value.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, NamedTuple, TypeGuard, Union

from flake8_flyteconf.kubernetes.models import Field, is_model


class Position:
    """The place of a value in a ``file``: ``line`` counts from 1, ``column`` in characters from 0.

    It is worked out by ``locate(node)`` on demand, because most values are never reported. What comes from another
    module of the project is in the place of the name by which it came; its ``origin`` is where it is written. The
    expression that it is part of begins at ``around``, when that is known.
    """

    __slots__ = ("_around", "_locate", "_node", "_place", "file", "origin")

    def __init__(
        self,
        locate: Callable[[Any], tuple[int, int]],
        node: object,
        file: str = "",
        origin: Position | None = None,
        around: tuple[int, int] | None = None,
    ) -> None:
        self._locate = locate
        self._node = node
        self._place: tuple[int, int] | None = None
        self._around = around
        self.file = file
        self.origin = origin

    @property
    def place(self) -> tuple[int, int]:
        if self._place is None:
            self._place = self._locate(self._node)
        return self._place

    @property
    def begin(self) -> tuple[int, int]:
        """Where the expression begins that it is part of, which tells the order of statements."""
        return self._around or self.place

    @property
    def key(self) -> tuple[int, int]:
        """The same for every position of one node; expressions of one text share their nodes."""
        return id(self._node), id(getattr(self._locate, "__self__", None))

    @property
    def line(self) -> int:
        return self.place[0]

    @property
    def column(self) -> int:
        return self.place[1]

    @property
    def written(self) -> Position:
        """Where it is written, perhaps in another module."""
        return self.origin or self

    def seen_at(self, use: Position) -> Position:
        """The place as the file of ``use`` sees it, where a name leads there."""
        if self.file == use.file:
            return self
        written = self.written
        return written if written.file == use.file else Position(use._locate, use._node, use.file, written)


@dataclass(frozen=True, slots=True, eq=False)
class Unknown:
    """A value that the file does not tell, and the reason for that in the words of a message.

    Of an object of a class of the file, ``extends`` is the class of a plugin of which that one is a subclass.
    """

    position: Position
    reason: str = "it is not followed"
    extends: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Constant:
    """A string, bytes, number, bool or None."""

    position: Position
    value: str | bytes | bool | int | float | complex | None


@dataclass(frozen=True, slots=True, eq=False)
class MemberConstant(Constant):
    """A member of an enumeration that is a constant itself, such as one of ``StrEnum``."""


@dataclass(frozen=True, slots=True, eq=False)
class PartialString:
    """A string of which only the beginning and the end are known: ``f"{size}GB"``."""

    position: Position
    head: str
    tail: str


@dataclass(frozen=True, slots=True, eq=False)
class Promise:
    """An input or result inside a workflow: it has a value only while the workflow runs.

    ``entity`` is the canonical name of what made the task or workflow whose result it is, empty when that is not known
    and None when it is not the result of a node; ``task`` is that task or workflow when it is one of the project. One
    that is ``formatted`` is text, in which the promise is named.
    """

    position: Position
    name: str
    entity: str | None = None
    task: Entity | None = None
    formatted: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class QualifiedName:
    """A class, function or constant of a library, by its canonical dotted name.

    Of another module, ``reason`` says why it is not known what it means there.
    """

    position: Position
    name: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Input:
    """An input of a task or workflow.

    ``type`` is the canonical name of its annotation, such as ``builtins.int`` or ``typing.List``, empty when it is not
    known. ``required`` says that it surely has neither a default nor an optional type; ``position`` is where it is
    declared, ``default`` the type of a default that is a literal, such as ``str``, or the canonical name that it is.
    The type ``has_items`` when something in brackets stands behind it. ``written`` is a default that is a constant.
    """

    name: str
    type: str
    required: bool
    position: Position
    default: str = ""
    has_items: bool = False
    written: Constant | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Entity:
    """A task or workflow of this file: ``label`` is its name there, ``decorator`` the canonical name of its decorator.

    ``inputs`` is None when its signature may be another than the one written; ``environment`` is that of a task of
    Flyte 2, which may be a coroutine function. ``read`` reads what its decorator was called with.
    """

    position: Position
    label: str
    decorator: str
    inputs: tuple[Input, ...] | None
    environment: Value | None = None
    is_async: bool = False
    read: Callable[[], Value | None] | None = None

    @property
    def configuration(self) -> Value | None:
        """What the decorator was called with, None when it was not; worked out for the few who ask."""
        return self.read() if self.read is not None else None


@dataclass(frozen=True, slots=True, eq=False)
class SequenceValue:
    """A list, tuple or set. When ``incomplete`` it may hold more items than those known.

    ``uses`` are the places of the first items in the display, which are not those where named objects were built.
    """

    position: Position
    type: str
    items: tuple[Value, ...]
    incomplete: bool = False
    uses: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class DictValue:
    """A dict as pairs of key and value. When ``incomplete`` it may hold more entries than those known."""

    position: Position
    entries: tuple[tuple[Value, Value], ...]
    incomplete: bool = False

    @property
    def knows_keys(self) -> bool:
        """Whether it surely has the keys that it shows and no others."""
        return not self.incomplete and all(isinstance(key, Constant) for key, _ in self.entries)

    def get(self, key: str) -> Value | None:
        """The value of a string key, None when the key is not there or not known."""
        for name, value in reversed(self.entries):
            if isinstance(name, Constant) and name.value == key:
                return value
        return None


@dataclass(frozen=True, slots=True, eq=False)
class OneOf:
    """One of several values; which one is decided at run time. Rules see one alternative at a time."""

    position: Position
    alternatives: tuple[Value, ...]


#: The class of a call by its canonical name, or by its package; each subclass of :class:`Call` enters its own.
_CLASSES: dict[str, type[Call]] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Call:
    """A call of something known by its canonical name.

    ``arguments`` holds the arguments by parameter name, ``keywords`` the position where each name is written,
    ``extra_positional`` the positional arguments without a parameter, ``repeated`` names given twice. When
    ``incomplete`` further arguments may be passed (``**settings``), so nothing is surely absent. ``uses`` are the
    positions of the arguments in the call, where those are names of something built elsewhere, ``later`` the arguments
    that are attributes set after the construction, which checks nothing of them.
    """

    position: Position
    name: str
    arguments: Mapping[str, Value]
    keywords: Mapping[str, Position] = field(default_factory=dict)
    extra_positional: tuple[Value, ...] = ()
    repeated: tuple[str, ...] = ()
    incomplete: bool = False
    uses: Mapping[str, Position] = field(default_factory=dict)
    later: frozenset[str] = frozenset()

    #: The canonical names of what a subclass is the call of.
    names: ClassVar[tuple[str, ...]] = ()
    #: Whether an object surely counts as true.
    is_true: ClassVar[bool] = False
    #: Whether an attribute that is set later is the argument of that name, and any other changes nothing; otherwise an
    #: object is no longer its arguments.
    is_data: ClassVar[bool] = False
    #: Whether an attribute that is an argument may be set later.
    keeps_arguments: ClassVar[bool] = True

    def __init_subclass__(cls) -> None:
        _CLASSES.update((name, cls) for name in cls.names)

    @property
    def title(self) -> str:
        """The name as a user writes it: the last part of the dotted name."""
        return self.name.rpartition(".")[2]

    @property
    def callee(self) -> str:
        """What is called as a message names it: ``Options``, ``LaunchPlan.create``."""
        return self.title if self.name.startswith("flytekitplugins.") else self.name.removeprefix("flytekit.")

    def get(self, name: str) -> Value | None:
        """The value of an argument, None when it is not there."""
        return self.arguments.get(name)

    def given(self, name: str) -> bool:
        """Whether an argument is passed and is surely not None."""
        value = self.arguments.get(name)
        return value is not None and not isinstance(value, Unknown) and not is_none(value)

    def lacks(self, name: str) -> bool:
        """Whether a field is surely not set, or None."""
        value = self.arguments.get(name)
        return is_none(value) or value is None and not self.incomplete

    def place(self, name: str) -> Position:
        """Where the name of an argument is written; for a positional one, its value."""
        return self.keywords.get(name) or self.arguments[name].position

    def with_argument(self, name: str, value: Value) -> Call:
        uses = {key: position for key, position in self.uses.items() if key != name}
        return replace(self, arguments={**self.arguments, name: value}, uses=uses, later=self.later | {name})

    def objects_in_use(self) -> Iterator[tuple[Call, Position]]:
        """The objects among the arguments that were built elsewhere, with the places where they are used here."""
        for name, value in self.arguments.items():
            if isinstance(value, Call) and name in self.uses:
                yield value, self.uses[name]
            elif isinstance(value, SequenceValue):
                yield from ((item, use) for item, use in zip(value.items, value.uses) if isinstance(item, Call))


class Member(Call):
    """A member of an enumeration of the file."""

    names = ("enum.member",)
    is_data = True


@dataclass(frozen=True, slots=True, eq=False)
class Method(Call):
    """The call of a method of an object of the file; ``receiver`` is the object, which is read by itself."""

    receiver: Value | None = None


@dataclass(frozen=True, slots=True, eq=False)
class NameUse(Call):
    """A name that is taken from a module or class of flytekit.

    ``attribute`` is empty for the import of ``owner`` itself; it is ``written`` behind a dot when it is not imported.
    ``imported`` are the modules that the file imports, when the attribute is asked for while that happens. ``again``
    tells that the file took a name of the same module before.
    """

    names: ClassVar[tuple[str, ...]] = ("name",)

    owner: str = ""
    attribute: str = ""
    written: bool = False
    imported: frozenset[str] = frozenset()
    again: bool = False


class NodeCall(NamedTuple):
    """The call of a task or workflow by which a workflow makes a node.

    ``positional`` is the number of arguments without a keyword, ``keywords`` where the others begin.
    """

    position: Position
    entity: Entity
    positional: int
    keywords: Mapping[str, Position]


@dataclass(frozen=True, slots=True, eq=False)
class Definition(Call):
    """A function that the ``decorator``, by its canonical name, makes a task, a workflow or a trace.

    ``label`` is its name, ``head`` where ``def`` is written, ``configuration`` what the decorator was called with,
    None when it was not. ``local`` tells that it is defined in another function, which the module calls; ``untyped``
    are its parameters without a type, ``unwrapped`` is the name of a decorator beneath that hides its parameters.
    ``calls`` are the tasks, and overrides of tasks, that its body calls, ``decks`` the places where it makes a deck.
    Of a workflow, ``nodes`` are the calls that surely make one, ``promises`` those among the fields of dataclasses,
    with the name of the class, ``optional`` the places that make a list with items of None, with the type of items that
    is declared for it and its place.
    Of a task of Flyte 2 there is the ``environment``; ``started`` are those of the tasks that the module itself runs.
    """

    names: ClassVar[tuple[str, ...]] = ("definition",)

    label: str = ""
    decorator: str = ""
    head: Position | None = None
    configuration: Value | None = None
    local: bool = False
    untyped: Mapping[str, Position] = field(default_factory=dict)
    unwrapped: str = ""
    calls: tuple[tuple[Position, Value], ...] = ()
    nodes: tuple[NodeCall, ...] = ()
    promises: tuple[tuple[Promise, str], ...] = ()
    optional: tuple[tuple[Position, str, Position], ...] = ()
    environment: Value | None = None
    started: tuple[Value, ...] = ()
    decks: tuple[Position, ...] = ()
    is_async: bool = False

    def surely_lacks(self, name: str) -> bool:
        """Whether an argument of the decorator is surely not given, or None."""
        return self.configuration is None or isinstance(self.configuration, Call) and self.configuration.lacks(name)


@dataclass(frozen=True, slots=True, eq=False)
class KubernetesObject(Call):
    """A model of the kubernetes client, such as ``V1Container(...)``.

    The stage ``normalize`` fills in the ``fields`` of the class; ``raw`` tells that the object is written as a dict,
    ``dropped`` which of its keys are dropped on the way to Kubernetes, ``unknown`` that the client has no such class.
    """

    is_true: ClassVar[bool] = True
    is_data: ClassVar[bool] = True

    fields: Mapping[str, Field] | None = None
    raw: bool = False
    dropped: Mapping[str, Position] = field(default_factory=dict)
    unknown: bool = False

    def objects(self, name: str) -> list[KubernetesObject]:
        """The objects in a list, as far as they are known."""
        value = self.arguments.get(name)
        return (
            [item for item in value.items if isinstance(item, KubernetesObject)]
            if isinstance(value, SequenceValue)
            else []
        )

    def object(self, name: str) -> KubernetesObject | None:
        """The object in a field, when it is known."""
        value = self.arguments.get(name)
        return value if isinstance(value, KubernetesObject) else None

    def text(self, name: str) -> str | None:
        """The text of a field, when it is known."""
        value = self.arguments.get(name)
        return value.value if isinstance(value, Constant) and isinstance(value.value, str) else None


Value = Union[Unknown, Constant, PartialString, Promise, QualifiedName, Entity, SequenceValue, DictValue, OneOf, Call]


def class_of_call(name: str) -> type[Call]:
    """The class of the calls of a canonical name."""
    known = _CLASSES.get(name) or _CLASSES.get(name.partition(".")[0])
    return known or (KubernetesObject if is_model(name) else Call)


def unknown(position: Position, reason: str, *parts: Value) -> Unknown:
    """An unknown value; of several unknown parts the first one says why."""
    cause = next((part for part in parts if isinstance(part, Unknown)), None)
    return Unknown(position, cause.reason if cause is not None else reason)


def is_none(value: Value | None) -> TypeGuard[Constant]:
    """Whether a value is surely ``None``."""
    return isinstance(value, Constant) and value.value is None


def is_string(value: Value | None) -> TypeGuard[Constant | PartialString]:
    """Whether a value is surely a string."""
    return isinstance(value, PartialString) or isinstance(value, Constant) and isinstance(value.value, str)


def children(value: Value) -> Sequence[Value]:
    """The values directly inside a value."""
    if isinstance(value, Call):
        return [*value.arguments.values(), *value.extra_positional]
    if isinstance(value, SequenceValue):
        return value.items
    if isinstance(value, DictValue):
        return [item for entry in value.entries for item in entry]
    if isinstance(value, OneOf):
        return value.alternatives
    return ()


def parts_of(value: Value, known: Container[Value] = ()) -> Sequence[Value]:
    """A value and all values inside it, each once, without the known ones."""
    seen: dict[Value, None] = {}
    pending = [value]
    while pending:
        current = pending.pop()
        if current not in seen and current not in known:
            seen[current] = None
            pending.extend(children(current))
    return [*seen]


def rebuilt(value: Value, parts: Sequence[Value]) -> Value:
    """The value with other values in place of its :func:`children`, in their order."""
    if isinstance(value, Call):
        count = len(value.arguments)
        arguments = dict(zip(value.arguments, parts[:count]))
        return replace(value, arguments=arguments, extra_positional=tuple(parts[count:]))
    if isinstance(value, SequenceValue):
        return replace(value, items=tuple(parts))
    if isinstance(value, DictValue):
        return replace(value, entries=tuple(zip(parts[::2], parts[1::2])))
    if isinstance(value, OneOf):
        return replace(value, alternatives=tuple(parts))
    return value


def format_value(value: Value) -> str:
    """A value as a message quotes it: strings in double quotes, the rest by what it is."""
    if isinstance(value, Constant):
        return _format_string(value.value) if isinstance(value.value, str) else repr(value.value)
    if isinstance(value, PartialString):
        return f'"{value.head}...{value.tail}"'
    if isinstance(value, QualifiedName):
        return value.name.rpartition(".")[2]
    if isinstance(value, Entity):
        return value.label
    if isinstance(value, SequenceValue):
        return _format_sequence(value)
    if isinstance(value, DictValue):
        return "a dict"
    return f"{value.title}(...)" if isinstance(value, Call) else "..."


def _format_string(text: str) -> str:
    shown = text if len(text) <= 48 else f"{text[:45]}..."
    if shown.isprintable():
        return f'"{shown}"'
    return '"' + shown.encode("unicode_escape").decode("ascii").replace('"', '\\"') + '"'


def _format_sequence(value: SequenceValue) -> str:
    inner = ", ".join("..." if isinstance(item, SequenceValue) else format_value(item) for item in value.items[:4])
    inner += ", ..." if len(value.items) > 4 else ""
    if value.type == "tuple":
        return f"({inner},)" if len(value.items) == 1 else f"({inner})"
    return f"[{inner}]" if value.type == "list" else f"{{{inner}}}"
