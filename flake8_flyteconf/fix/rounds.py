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
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from flake8_flyteconf.fix.edits import Edited, Fixable, Place
from flake8_flyteconf.values import Call, parts_of

if TYPE_CHECKING:
    from flake8_flyteconf.check import Fault
    from flake8_flyteconf.rules.rule import Remedy

#: Rounds over one file, and remedies of a round that are taken back together; a file needs two or three of each.
_MOST_ROUNDS = 10
_MOST_TRIALS = 8
#: Which kinds of faults are worse than others.
_WEIGHT = {"policy": 0, "suspicious": 1, "ignored": 2, "refused": 3}

#: What is wrong with a source.
Judge = Callable[[bytes], "Sequence[Fault]"]


class Fixed(NamedTuple):
    """A source after all rounds, what was fixed, by code and line of the first source, and the faults that are left.

    ``askable`` of these have a remedy that can be made, which is not safe.
    """

    source: bytes
    made: Sequence[tuple[str, int]]
    left: Sequence[Fault]
    askable: int


def fixed(source: bytes, faults: Judge, *, unsafe: bool) -> Fixed:
    """The source with what can be fixed; ``faults`` tells what is wrong with one.

    Raises :class:`SyntaxError` or :class:`ValueError` for a source that cannot be read.
    """
    made: list[tuple[str, int]] = []
    found = faults(source)
    refused: _Refused = {}
    for _ in range(_MOST_ROUNDS):
        if not any(remedy_of(fault, unsafe) for fault in found):
            break
        step = _Round(source, found, faults, unsafe, refused).step()
        if step is None:
            break
        source, found, codes = step
        made += codes
    asked = [remedy for fault in found for remedy in fault.hit.remedies[:1] if not unsafe and not remedy.safe]
    module = Fixable(decoded(source), named_in(source)) if asked else None
    return Fixed(source, made, found, sum(module.can_make(remedy) for remedy in asked) if module is not None else 0)


class _Wish(NamedTuple):
    """A remedy, and the faults that it removes: of one literal in several places there are several.

    The ``key`` is the same in the next round, unless the statement has changed that is to be edited.
    """

    remedy: Remedy
    faults: list[Fault]
    key: tuple[object, ...]


#: The remedies that were refused, by their keys, with the statements of the faults that they brought: there is no use
#: in another try before one of these has changed.
_Refused = dict[tuple[object, ...], frozenset[str]]


class _Round:
    """One round over one source."""

    def __init__(self, source: bytes, found: Sequence[Fault], faults: Judge, unsafe: bool, refused: _Refused) -> None:
        self._source, self._found, self._faults, self._unsafe = source, found, faults, unsafe
        self._module = Fixable(decoded(source), named_in(source))
        self._refused = refused

    def step(self) -> tuple[bytes, Sequence[Fault], Sequence[tuple[str, int]]] | None:
        """A better source, what is still wrong with it, and what was fixed by code and line; None when there is none.

        Edits rarely add lines, so the line is that of the first source but for a few.
        """
        wishes = self._wishes()
        for _ in range(_MOST_TRIALS):
            edited = self._module.edited([wish.remedy for wish in wishes])
            if not edited.made:
                break
            done = {id(remedy) for remedy in edited.made}
            made = [wish for wish in wishes if id(wish.remedy) in done]
            try:
                source = edited.text.encode(encoding_of(self._source))
                left = self._faults(source)
            except (SyntaxError, ValueError):  # never seen; the file is worth more than the fix
                break
            refused = _Comparison(self._module, edited, made, self._unsafe).refused(self._found, left)
            if not refused:
                return source, left, [(wish.faults[0].rule.code, wish.faults[0].place[0]) for wish in made]
            self._refused.update(refused)
            wishes = [wish for wish in wishes if wish.key not in refused]
        return None

    def _wishes(self) -> list[_Wish]:
        """The remedies of all faults, each once."""
        wishes: dict[tuple[tuple[object, ...], ...], _Wish] = {}
        texts = set(self._module.statements)
        for fault in self._found:
            remedy = remedy_of(fault, self._unsafe)
            if remedy is None:
                continue
            same = tuple((edit.position.place, edit.action, edit.source) for edit in remedy.edits)
            key = fault.rule.code, *(self._module.within(self._module.offset(place)) for place, _, _ in same)
            brought = self._refused.get(key)
            if brought is None or not brought <= texts:
                wishes.setdefault(same, _Wish(remedy, [], key)).faults.append(fault)
        return list(wishes.values())


class _Comparison:
    """The faults of a source before and after some remedies."""

    def __init__(self, module: Fixable, edited: Edited, made: Sequence[_Wish], unsafe: bool) -> None:
        self._module, self._edited, self._made, self._unsafe = module, edited, made, unsafe
        self._after = Fixable(edited.text, lambda name: None)
        #: From where to where the calls reach that the faults of each remedy are about.
        self._reach = [(*self._extent(fault), wish) for wish in made for fault in wish.faults]
        self._by_call: dict[int, list[_Wish]] = {}
        for start, _, wish in self._reach:
            self._by_call.setdefault(start, []).append(wish)

    def refused(self, found: Sequence[Fault], left: Sequence[Fault]) -> _Refused:
        """The remedies that bring a fault which was not hidden, or do not remove their own."""
        before = collections.Counter(self._key(fault, is_new=False) for fault in found)
        fixed = {self._key(fault, is_new=False): wish for wish in self._made for fault in wish.faults}
        refused: _Refused = {}
        for fault in left:
            key = self._key(fault, is_new=True)
            culprits: Sequence[_Wish] = ()
            if key in fixed:
                culprits = [fixed[key]]
            elif before[key]:
                before[key] -= 1
            else:
                related = self._related(fault)
                worst = max((_WEIGHT[each.rule.kind] for wish in related for each in wish.faults), default=-1)
                if not related or remedy_of(fault, self._unsafe) is None and _WEIGHT[fault.rule.kind] > worst:
                    culprits = related or self._suspected(fault)
            if culprits:
                statement, _ = self._module.within(self._edited.before(self._after.offset(fault.place)))
                for wish in culprits:
                    refused[wish.key] = refused.get(wish.key, frozenset()) | {statement}
        return refused

    def _key(self, fault: Fault, *, is_new: bool) -> tuple[object, ...]:
        """A fault by its code, and by the offsets of its place and its call in the text before."""
        module = self._after if is_new else self._module
        offsets = [module.offset(place) for place in (fault.place, _call_of(fault))]
        return fault.rule.code, *(self._edited.before(each) if is_new else each for each in offsets)

    def _extent(self, fault: Fault) -> tuple[int, int]:
        return self._module.extent(self._module.offset(_call_of(fault)))

    def _related(self, fault: Fault) -> Sequence[_Wish]:
        """The remedies of faults of the call of a fault, of what is around it or inside it."""
        for part in parts_of(fault.call) if fault.call is not None else ():
            if isinstance(part, Call) and part.position.origin is None:
                held = self._by_call.get(self._edited.before(self._after.offset(part.position.place)))
                if held:
                    return held
        extent = self._after.extent(self._after.offset(_call_of(fault)))
        start, end = (self._edited.before(each) for each in extent)
        return [wish for first, last, wish in self._reach if first <= end and start <= last]

    def _suspected(self, fault: Fault) -> Sequence[_Wish]:
        """The remedies in the statement of a fault; else those in statements that bind what it mentions; else all."""
        number = self._module.number(self._edited.before(self._after.offset(fault.place)))
        if self._inside.get(number):
            return self._inside[number]
        around = self._module.tree.body[number : number + 1]
        mentioned = {node.id for each in around for node in ast.walk(each) if isinstance(node, ast.Name)}
        binding = sorted({each for name in mentioned for each in self._binding.get(name, ())})
        return [wish for each in binding for wish in self._inside.get(each, ())] or self._made

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
            for name in _bound_by(statement):
                found.setdefault(name, []).append(number)
        return found


def _bound_by(statement: ast.stmt) -> set[str]:
    """The names that a statement binds, with those inside it."""
    stored = {each.id for each in ast.walk(statement) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}
    return stored | {each for each in [getattr(statement, "name", None)] if isinstance(each, str)}


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


def named_in(source: bytes) -> Callable[[str], str | None]:
    """How a module calls objects of the SDKs: by the name of an import, or behind that of a module."""
    from flake8_flyteconf.analysis.names import Names
    from flake8_flyteconf.analysis.scopes import Kind
    from flake8_flyteconf.sdk import canonical

    @functools.cache
    def names() -> Names:
        text = decoded(source)
        return Names(ast.parse(text), list(io.StringIO(text)), canonical)

    def named(qualified_name: str) -> str | None:
        package, _, rest = qualified_name.partition(".")
        for name, bindings in names().module.bindings.items():
            # An import under a condition may not have been executed.
            if len(bindings) == 1 and bindings[0].kind is Kind.IMPORT and names().is_top_level(bindings[0].statement):
                origin = canonical(bindings[0].origin)
                if origin in (qualified_name, package):
                    return name if origin == qualified_name else f"{name}.{rest}"
        return None

    return named
