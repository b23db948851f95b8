"""Fix a module in rounds, until nothing is left that can be fixed.

Each round makes one remedy of every fault, as many as do not overlap, and looks at the module again. What is found then
and was not found before must have been *hidden*: the call that it is about holds what was fixed, or is held by it, and
either it can be fixed itself, or it is no worse than what was fixed. A remedy that brings any other fault, or leaves
its own, is not made in that round, and keeps no other from being made.
"""

from __future__ import annotations

import ast
import collections
import functools
import io
import tokenize
import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from flake8_flyteconf.fix.edits import Edited, Fixable, Place
from flake8_flyteconf.fix.sharing import bindings
from flake8_flyteconf.values import Call, parts_of

if TYPE_CHECKING:
    from flake8_flyteconf.check import Fault
    from flake8_flyteconf.rules.rule import Remedy

#: Rounds over one file, and remedies of a round that are taken back together; a file needs two or three of each.
_MOST_ROUNDS = 10
_MOST_TRIALS = 8
#: Which kinds of faults are worse than others.
_WEIGHT = {"policy": 0, "suspicious": 1, "ignored": 2, "refused": 3}


class Judged(NamedTuple):
    """All faults of a source, one for each use of what is wrong, and those of them that are to be fixed, each once."""

    every: Sequence[Fault]
    chosen: Sequence[Fault]


#: What is wrong with a source.
Judge = Callable[[bytes], Judged]


class Fixed(NamedTuple):
    """A source after all rounds, what was fixed, by code and lines of the first source, and the faults that are left.

    Lines are counted as git counts them, by line feeds. Up to ``askable`` of the faults have a remedy that is not safe.
    """

    source: bytes
    made: Sequence[tuple[str, Sequence[int]]]
    left: Sequence[Fault]
    askable: int


def fixed(source: bytes, judge: Judge, *, unsafe: bool) -> Fixed:
    """The source with what can be fixed; ``judge`` tells what is wrong with one.

    Raises :class:`SyntaxError` or :class:`ValueError` for a source that cannot be read, or written as it was.
    """
    judged = judge(source)
    made: list[tuple[str, Sequence[int]]] = []
    history: list[Edited] = []
    refused: _Refused = {}
    text, encoding = decoded(source), encoding_of(source)
    first, seen = text, {text}
    for _ in range(_MOST_ROUNDS):
        if not any(remedy_of(fault, unsafe) for fault in judged.chosen):
            break
        if text.encode(encoding) != source:
            raise ValueError(f"the encoding {encoding} would change more than the edits")
        step = _Round(text, encoding, judged, judge, unsafe, refused).step()
        if step is None or step.edited.text in seen:
            break
        seen.add(step.edited.text)
        for code, offsets in step.made:
            for edited in reversed(history):
                offsets = [edited.before(offset) for offset in offsets]
            made.append((code, [first.count("\n", 0, offset) + 1 for offset in offsets]))
        history.append(step.edited)
        text, source, judged = step.edited.text, step.source, step.judged
    asked = [remedy for fault in judged.chosen for remedy in fault.hit.remedies[:1] if not unsafe and not remedy.safe]
    module = Fixable(text, named_in(text)) if asked else None
    askable = sum(module.can_make(remedy) for remedy in asked) if module is not None else 0
    return Fixed(source, made, judged.chosen, askable)


class _Wish(NamedTuple):
    """A remedy, and the faults that it removes: of one literal in several places there are several.

    The ``key`` is the same in the next round, unless the statement has changed that is to be edited.
    """

    remedy: Remedy
    faults: list[Fault]
    key: tuple[object, ...]


class _Step(NamedTuple):
    """A better source, how it came about, what is still wrong with it, and what was fixed, by code and offsets."""

    source: bytes
    edited: Edited
    judged: Judged
    made: Sequence[tuple[str, Sequence[int]]]


#: The remedies that were refused, by their keys, with the statements of the faults that they brought: there is no use
#: in another try before one of these has changed.
_Refused = dict[tuple[object, ...], frozenset[str]]


class _Round:
    """One round over one source."""

    def __init__(self, text: str, encoding: str, judged: Judged, judge: Judge, unsafe: bool, refused: _Refused) -> None:
        self._text, self._encoding, self._judged, self._judge, self._unsafe = text, encoding, judged, judge, unsafe
        self._module = Fixable(text, named_in(text))
        self._refused = refused

    def step(self) -> _Step | None:
        """A better source; None when there is none."""
        wishes = self._written(self._wishes())
        for _ in range(_MOST_TRIALS):
            edited = self._module.edited([wish.remedy for wish in wishes])
            if not edited.made:
                break
            done = {id(remedy) for remedy in edited.made}
            made = [wish for wish in wishes if id(wish.remedy) in done]
            source = edited.text.encode(self._encoding)
            judged = self._judge(source)
            refused = _Comparison(self._module, edited, made, self._unsafe).refused(self._judged, judged)
            if not refused:
                told = [(wish.faults[0].rule.code, self._module.changed(wish.remedy)) for wish in made]
                return _Step(source, edited, judged, told)
            self._refused.update(refused)
            wishes = [wish for wish in wishes if wish.key not in refused]
        return None

    def _wishes(self) -> Sequence[_Wish]:
        """The remedies of all faults, each once, but for those that change what other code uses."""
        wishes: dict[tuple[tuple[object, ...], ...], _Wish] = {}
        texts = set(self._module.statements)
        alike: dict[tuple[object, ...], list[Fault]] = {}
        for fault in self._judged.every:
            if (remedy := remedy_of(fault, self._unsafe)) is not None:
                alike.setdefault(_identity(remedy), []).append(fault)
        for fault in self._judged.chosen:
            remedy = remedy_of(fault, self._unsafe)
            if remedy is None:
                continue
            same = _identity(remedy)
            places = [self._module.offset(edit.position.place) for edit in remedy.edits]
            sources = tuple(edit.source for edit in remedy.edits)
            key = fault.rule.code, sources, *(self._module.within(place) for place in places)
            brought = self._refused.get(key)
            if (brought is None or not brought <= texts) and self._is_private(remedy, alike[same]):
                wishes.setdefault(same, _Wish(remedy, [], key)).faults.append(fault)
        return list(wishes.values())

    def _is_private(self, remedy: Remedy, faults: Sequence[Fault]) -> bool:
        """Whether only the calls of some faults use what a remedy makes something else of."""
        others = self._module.others(remedy)
        calls = {self._module.offset(_call_of(fault)) for fault in faults} if others else set()
        return all(self._module.is_private(place, calls, named=self._unsafe) for place in others)

    def _written(self, wishes: Sequence[_Wish]) -> Sequence[_Wish]:
        """The remedies after which the module is still Python, and can be written in its encoding."""
        if not wishes or self._is_written([wish.remedy for wish in wishes]):
            return wishes
        if len(wishes) == 1:
            return []
        middle = len(wishes) // 2
        halves = [*self._written(wishes[:middle]), *self._written(wishes[middle:])]
        return halves if self._is_written([wish.remedy for wish in halves]) else self._written(wishes[:middle])

    def _is_written(self, remedies: Sequence[Remedy]) -> bool:
        text = self._module.edited(remedies).text
        try:
            text.encode(self._encoding)
            return _is_python(text) or not _is_python(self._text)
        except ValueError:
            return False


def _identity(remedy: Remedy) -> tuple[tuple[object, ...], ...]:
    """The same for one remedy of several faults: of a literal that is used in several places."""
    return tuple((edit.position.place, edit.action, edit.source) for edit in remedy.edits)


def _is_python(text: str) -> bool:
    """Whether Python takes a module; a parser lets a keyword be given twice, which the compiler refuses."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tree = ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
    given = ([each.arg for each in node.keywords if each.arg] for node in ast.walk(tree) if isinstance(node, ast.Call))
    return all(len(names) == len(set(names)) for names in given)


class _Comparison:
    """The faults of a source before and after some remedies."""

    def __init__(self, module: Fixable, edited: Edited, made: Sequence[_Wish], unsafe: bool) -> None:
        self._module, self._edited, self._made, self._unsafe = module, edited, made, unsafe
        self._after = Fixable(edited.text, lambda name, line: None)
        #: From where to where the calls reach that the faults of each remedy are about.
        self._reach = [(*self._extent(fault), wish) for wish in made for fault in wish.faults]
        self._by_call: dict[int, list[_Wish]] = {}
        for start, _, wish in self._reach:
            self._by_call.setdefault(start, []).append(wish)
        self._by_place: dict[int, list[_Wish]] = {}
        for wish in made:
            for offset in module.places(wish.remedy):
                self._by_place.setdefault(offset, []).append(wish)
        self._held: dict[Call, list[_Wish]] = {}

    def refused(self, before: Judged, after: Judged) -> _Refused:
        """The remedies that bring a fault which was not hidden, or do not remove their own."""
        known = collections.Counter((*self._key(fault, is_new=False), fault.text) for fault in before.every)
        fixed = {self._key(fault, is_new=False): wish for wish in self._made for fault in wish.faults}
        refused: _Refused = {}
        for fault in after.every:
            key = self._key(fault, is_new=True)
            culprits: Sequence[_Wish] = ()
            if key in fixed:
                culprits = [fixed[key]]
            elif known[(*key, fault.text)]:
                known[(*key, fault.text)] -= 1
            else:
                culprits = self._culprits(fault)
            if culprits:
                statement, _ = self._module.within(self._edited.before(self._after.offset(fault.place)))
                for wish in culprits:
                    refused[wish.key] = refused.get(wish.key, frozenset()) | {statement}
        return refused

    def _culprits(self, fault: Fault) -> Sequence[_Wish]:
        """The remedies that have brought a fault; none when it was hidden before."""
        related = self._related(fault)
        written = self._by_place.get(self._edited.before(self._after.offset(fault.place)), ())
        strangers = [wish for wish in written if not any(wish is each for each in related)]
        if strangers:
            return strangers  # what they have written is used by another call
        worst = max((_WEIGHT[each.rule.kind] for wish in related for each in wish.faults), default=-1)
        if related and (remedy_of(fault, self._unsafe) is not None or _WEIGHT[fault.rule.kind] <= worst):
            return ()
        return related or self._suspected(fault)

    def _key(self, fault: Fault, *, is_new: bool) -> tuple[object, ...]:
        """A fault by its code, and by the offset of its place in the text before."""
        if is_new:
            return fault.rule.code, self._edited.before(self._after.offset(fault.place))
        return fault.rule.code, self._module.offset(fault.place)

    def _extent(self, fault: Fault) -> tuple[int, int]:
        return self._module.extent(self._module.offset(_call_of(fault)))

    def _related(self, fault: Fault) -> Sequence[_Wish]:
        """The remedies of faults of the call of a fault, of what is around it or inside it."""
        held = self._held_by(fault.call) if fault.call is not None else []
        if held:
            return held
        extent = self._after.extent(self._after.offset(_call_of(fault)))
        start, end = (self._edited.before(each) for each in extent)
        return [wish for first, last, wish in self._reach if first <= end and start <= last]

    def _held_by(self, call: Call) -> Sequence[_Wish]:
        """The remedies of faults of a call, or of one that it is given."""
        if call not in self._held:
            found: dict[int, _Wish] = {}
            for part in parts_of(call):
                if isinstance(part, Call) and part.position.origin is None:
                    start = self._edited.before(self._after.offset(part.position.place))
                    found.update((id(wish), wish) for wish in self._by_call.get(start, ()))
            self._held[call] = list(found.values())
        return self._held[call]

    def _suspected(self, fault: Fault) -> Sequence[_Wish]:
        """The remedies in the statement of a fault; else those in statements that bind what it mentions; else all."""
        number = self._module.number(self._edited.before(self._after.offset(fault.place)))
        if self._inside.get(number):
            return self._inside[number]
        numbers, pending = {number}, [number]
        while pending:
            around = self._module.tree.body[pending.pop() :][:1]
            mentioned = {node.id for each in around for node in ast.walk(each) if isinstance(node, ast.Name)}
            binding = {each for name in mentioned for each in self._binding.get(name, ())} - numbers
            numbers |= binding
            pending += binding
        return [wish for each in sorted(numbers) for wish in self._inside.get(each, ())] or self._made

    @functools.cached_property
    def _inside(self) -> Mapping[int, Sequence[_Wish]]:
        """The remedies by the statements that they edit."""
        found: dict[int, list[_Wish]] = {}
        for wish in self._made:
            for number in {self._module.number(offset) for offset in self._module.places(wish.remedy)}:
                found.setdefault(number, []).append(wish)
        return found

    @functools.cached_property
    def _binding(self) -> Mapping[str, Sequence[int]]:
        """The statements by the names that they bind."""
        found: dict[str, list[int]] = {}
        for number, statement in enumerate(self._module.tree.body):
            for name in bindings(statement):
                found.setdefault(name, []).append(number)
        return found


def _call_of(fault: Fault) -> Place:
    """Where the call is written that a fault is about; the fault itself when there is none."""
    return fault.call.position.place if fault.call is not None else fault.place


def remedy_of(fault: Fault, unsafe: bool) -> Remedy | None:
    """The first safe remedy of a fault, or when asked for the first of all."""
    safe = [remedy for remedy in fault.hit.remedies if remedy.safe]
    return next(iter(safe or (fault.hit.remedies if unsafe else ())), None)


def encoding_of(source: bytes) -> str:
    """The encoding of a module by Python's rules."""
    return tokenize.detect_encoding(io.BytesIO(source).readline)[0]


def decoded(source: bytes) -> str:
    """The text of a module, with the line ends as they are."""
    return source.decode(encoding_of(source))


def named_in(text: str) -> Callable[[str, int], str | None]:
    """How a module calls objects of the SDKs at a line: by the name of an import, or behind that of a module."""
    from flake8_flyteconf.analysis.names import Names
    from flake8_flyteconf.analysis.scopes import Kind
    from flake8_flyteconf.sdk import canonical

    @functools.cache
    def names() -> Names:
        return Names(ast.parse(text), list(io.StringIO(text)), canonical)

    @functools.cache
    def bound() -> Mapping[str, set[str]]:
        return bindings(names().module.node)

    def named(qualified_name: str, line: int) -> str | None:
        package, _, rest = qualified_name.partition(".")
        for name, (binding, *others) in names().module.bindings.items():
            # An import under a condition may not have been executed, and another scope may mean something else.
            if others or binding.kind is not Kind.IMPORT or len(bound()[name]) != 1:
                continue
            if names().is_top_level(binding.statement) and getattr(binding.statement, "lineno", line) < line:
                origin = canonical(binding.origin)
                if origin in (qualified_name, package):
                    return name if origin == qualified_name else f"{name}.{rest}"
        return None

    return named
