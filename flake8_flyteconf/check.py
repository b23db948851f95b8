"""Every rule over every value."""

from __future__ import annotations

import functools
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from flake8_flyteconf.model import Call, Choice, Opaque, Value, children, rebuilt
from flake8_flyteconf.rules.rule import Hit, Rule
from flake8_flyteconf.settings import Settings

#: Alternatives of one value that are looked at; a configuration has a handful.
_MOST_VARIANTS = 64


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A fault in the file: ``line`` counts from 1, ``column`` in characters from 0."""

    line: int
    column: int
    code: str
    text: str


class Checker:
    """Applies rules to the values of one file, each rule once to each value.

    :param rules: gives the rules that look at a call.
    :param settings: the options of the run.
    :param imports: tells whether the file imports a package.
    """

    def __init__(
        self, rules: Callable[[Call], Sequence[Rule[Any]]], settings: Settings, imports: Callable[[str], bool]
    ) -> None:
        self._rules = rules
        self._settings = settings
        self._imports = functools.cache(imports)
        self._seen: dict[int, Value] = {}
        #: Values without a choice inside.
        self._single: dict[int, Value] = {}
        self._hits: list[tuple[Rule[Any], Hit]] = []

    def check(self, value: Value, *, replaced: bool = False) -> bool:
        """Look at a value and all that stands inside it; of one that is ``replaced`` only how it is built counts.

        Tells whether no rule had anything to say, or was not asked, about what nobody looked at before.
        """
        clean = True
        for variant in self._variants(value):
            for call in self._calls(variant):
                for rule in self._rules(call):
                    if (replaced and rule.stage != "import") or self._is_silenced(rule):
                        clean = False
                        continue
                    for hit in rule.hits(call, self._settings):
                        clean = False
                        self.report(rule, hit)
        return clean

    def _is_silenced(self, rule: Rule[Any]) -> bool:
        """Whether the file imports a package that changes what the rule is about."""
        return bool(rule.unless_imported) and self._imports(rule.unless_imported)

    def report(self, rule: Rule[Any], hit: Hit) -> None:
        """Take up a hit."""
        self._hits.append((rule, hit))

    def findings(self, selects: Callable[[str], bool]) -> Sequence[Finding]:
        """What was found by the selected codes, in the order of the file; a second hit at one place says nothing new.

        Places are worked out here, so rules that nobody asked for cost little.
        """
        found: dict[tuple[int, int, str], Finding] = {}
        for rule, hit in self._hits:
            if selects(rule.code):
                line, column = hit.span.place
                found.setdefault((line, column, rule.code), Finding(line, column, rule.code, rule.text(hit)))
        return sorted(found.values())

    def _variants(self, value: Value) -> list[Value]:
        """The value once for each alternative inside it, all other choices unknown.

        No two alternatives of different choices are ever seen together, because nobody knows which go together.
        """
        parts = list(_parts(value, self._single))
        choices = [part for part in parts if isinstance(part, Choice)]
        if not choices:
            self._single.update((id(part), part) for part in parts)
            return [value]
        variants = [_chosen(value, None, 0, {})]
        for choice in choices:
            for index in range(len(choice.alternatives)):
                if len(variants) < _MOST_VARIANTS:
                    variants.append(_chosen(value, choice, index, {}))
        return variants

    def _calls(self, value: Value) -> Iterator[Call]:
        """The calls inside a value that no rule has seen yet; a constant is shared by those who use it."""
        pending = [value]
        while pending:
            current = pending.pop()
            if id(current) not in self._seen:
                # Kept, so that no other value gets its number.
                self._seen[id(current)] = current
                if isinstance(current, Call):
                    yield current
                pending.extend(children(current))


def _chosen(value: Value, choice: Choice | None, index: int, done: dict[int, Value]) -> Value:
    """The value with one alternative of ``choice`` and every other choice unknown, but those around ``choice``."""
    if id(value) in done:
        return done[id(value)]
    result: Value
    if isinstance(value, Choice):
        result = Opaque(value.span)
        if value is choice:
            result = _chosen(value.alternatives[index], None, 0, {})
        elif choice is not None:
            for alternative in value.alternatives:
                if any(part is choice for part in _parts(alternative, {})):
                    result = _chosen(alternative, choice, index, done)
    else:
        parts = children(value)
        chosen = [_chosen(part, choice, index, done) for part in parts]
        result = value if all(a is b for a, b in zip(parts, chosen)) else rebuilt(value, chosen)
    done[id(value)] = result
    return result


def _parts(value: Value, known: Container[int]) -> Iterator[Value]:
    """A value and all values inside it, each once, without those of known numbers."""
    seen: set[int] = set()
    pending = [value]
    while pending:
        current = pending.pop()
        if id(current) not in seen and id(current) not in known:
            seen.add(id(current))
            yield current
            pending.extend(children(current))
