"""Make the edits of remedies in the text of a module, and leave every other character as it is."""

from __future__ import annotations

import ast
import collections
import functools
import io
import itertools
import re
import tokenize
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from flake8_flyteconf import sdk
from flake8_flyteconf.fix.sharing import bindings, named_nodes
from flake8_flyteconf.rules.rule import Edit, Remedy

#: What a literal may be; of several expressions that begin at one place it is the largest of these.
_LITERALS = (ast.Constant, ast.JoinedStr, ast.UnaryOp, ast.BinOp, ast.Tuple, ast.List, ast.Dict, ast.Set)
#: What an expression may be that is put into another.
#: Packages whose calls only configure something.
_MEANT = (*sdk.SDKS, "functools", "kubernetes")
#: What holds values that are used with it.
_DISPLAYS = (ast.Tuple, ast.List, ast.Dict, ast.Set)
#: What goes on behind a literal that it begins with.
_CONTINUED = (ast.Call, ast.Attribute, ast.Compare, ast.Subscript)
_VALUES = (*_LITERALS, ast.Name, ast.Call, ast.Attribute)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")

Place = tuple[int, int]


class Change(NamedTuple):
    """A stretch of the old text, from one offset to another, and what stands there instead.

    Of several at one offset those of the lowest ``rank`` come first: what closes an expression, what follows it.
    """

    start: int
    end: int
    text: str
    rank: int = 0


class Edited:
    """A text after some remedies: these, and the changes that they made, in their order."""

    def __init__(self, old: str, made: Sequence[Remedy], changes: Sequence[Change]) -> None:
        self.made = made
        self.changes = changes
        pieces, end, length = [], 0, 0
        #: Where each change begins and ends in the new text.
        self._new: list[tuple[int, int]] = []
        for change in changes:
            pieces += [old[end : change.start], change.text]
            length += change.start - end
            self._new.append((length, length + len(change.text)))
            length, end = length + len(change.text), change.end
        self.text = "".join([*pieces, old[end:]])

    def before(self, offset: int) -> int:
        """The offset in the old text of one in the new text; for a text that is new, where it was put."""
        index = bisect_right(self._new, (offset, len(self.text))) - 1
        if index < 0:
            return offset
        _, end = self._new[index]
        return self.changes[index].start if offset < end else self.changes[index].end + offset - end


class Fixable:
    """A module to make remedies in; it is parsed once.

    ``named`` gives the name under which the file knows an object at a line, such as ``fl.Labels``. What is inside an
    f-string is left as it is. Raises :class:`SyntaxError` for what Python does not take.
    """

    def __init__(self, text: str, named: Callable[[str, int], str | None]) -> None:
        self.text = text
        self.tree = ast.parse(text)
        self._named = named
        self._lines: Sequence[str] = _LINE.findall(text)
        self._starts = list(itertools.accumulate(map(len, self._lines), initial=0))
        self._expressions: dict[int, list[ast.expr]] = {}
        self._keywords: dict[int, tuple[ast.Call, ast.keyword]] = {}
        self._arguments: set[ast.expr] = set()
        self._branches: set[ast.expr] = set()
        self._comments: Sequence[int] | None = None
        for node in _outside_strings(self.tree):
            if isinstance(node, ast.Call):
                self._keywords.update((self._start(each), (node, each)) for each in node.keywords if each.arg)
                self._arguments.update(node.args)
            if isinstance(node, ast.IfExp):
                self._branches |= {node.body, node.orelse}
            if isinstance(node, ast.expr):
                self._expressions.setdefault(self._start(node), []).append(node)

    # -- places

    def offset(self, place: Place) -> int:
        """The offset of a place, whose column counts characters."""
        line, column = place
        return self._starts[min(line - 1, len(self._lines) - 1)] + column

    def place(self, offset: int) -> Place:
        """The place of an offset."""
        line = min(bisect_right(self._starts, offset), len(self._lines))
        return line, offset - self._starts[line - 1]

    def end(self, offset: int) -> int:
        """Where that ends what begins at an offset: a keyword or the largest expression; the offset without one."""
        if offset in self._keywords:
            return offset + len(self._keywords[offset][1].arg or "")
        return self.extent(offset)[1]

    def extent(self, offset: int) -> tuple[int, int]:
        """From where to where the largest expression reaches that begins at an offset; nothing without one."""
        around = self._expressions.get(offset, ())
        return offset, max((self._end(node) for node in around if not self._is_open(node)), default=offset)

    def _of(self, line: int, column: int) -> int:
        """The offset of a place whose column counts bytes, as in a tree."""
        text = self._lines[line - 1]
        inside = column if text.isascii() else len(text.encode()[:column].decode())
        return self._starts[line - 1] + inside

    def _start(self, node: ast.expr | ast.keyword) -> int:
        return self._of(node.lineno, node.col_offset)

    def _end(self, node: ast.expr | ast.keyword) -> int:
        return self._of(node.end_lineno or node.lineno, node.end_col_offset or node.col_offset)

    @functools.cached_property
    def _beginnings(self) -> Sequence[int]:
        """Where the statements of the module begin, with their decorators."""
        heads = [(each, *getattr(each, "decorator_list", ())) for each in self.tree.body]
        return [self.offset((min(part.lineno for part in parts), 0)) for parts in heads]

    @functools.cached_property
    def statements(self) -> Sequence[str]:
        """The texts of the statements of the module, each up to the next one."""
        return [self.text[a:b] for a, b in itertools.pairwise([*self._beginnings, len(self.text)])]

    def number(self, offset: int) -> int:
        """The number of the statement that an offset is in."""
        return max(bisect_right(self._beginnings, offset) - 1, 0)

    def within(self, offset: int) -> tuple[str, int]:
        """The statement that an offset is in, and the offset in it."""
        number = self.number(offset)
        return (self.statements[number], offset - self._beginnings[number]) if self.statements else ("", offset)

    # -- remedies

    def edited(self, remedies: Sequence[Remedy]) -> Edited:
        """The text with those remedies that can be made; one that overlaps another before it waits for its turn."""
        changes: list[Change] = []
        calls: dict[ast.Call, _Arguments] = {}
        claimed = _Claims()
        made = []
        for remedy in remedies:
            parts = self._parts(remedy)
            if parts is None or not claimed.take(parts):
                continue
            for part in parts:
                changes += part.changes
                if part.call is not None:
                    arguments = calls.setdefault(part.call, _Arguments())
                    arguments.inserted += part.inserted
                    arguments.removed |= part.removed
            made.append(remedy)
        changes += [change for call, arguments in calls.items() for change in self._rearranged(call, arguments)]
        changes.sort(key=lambda change: (change.start, change.rank, change.end))
        return Edited(self.text, made, changes)

    def can_make(self, remedy: Remedy) -> bool:
        """Whether a remedy can be made, as far as this module is concerned."""
        return self._parts(remedy) is not None

    def others(self, remedy: Remedy) -> Sequence[int]:
        """Where a remedy makes something else of what is there: a literal of another type, a key of another name."""
        edits = [edit for edit in remedy.edits if edit.position.origin is None and self._is_other(edit)]
        return [self.offset(edit.position.place) for edit in edits]

    def is_private(self, offset: int, calls: Collection[int], *, named: bool) -> bool:
        """Whether nothing but some calls, by their offsets, uses what begins at an offset.

        It must be written in such a call, or in one of an SDK; with ``named`` it may also be the only value of a name
        that is used there alone.
        """
        node: ast.AST | None = (
            self._keywords[offset][1] if offset in self._keywords else self._largest(offset, _LITERALS)
        )
        if node is None:
            node = self._largest(offset, _VALUES)
        if node in self._annotations:
            return True
        while isinstance(node, (*_LITERALS, *_VALUES, ast.keyword, ast.IfExp, ast.Starred)):
            around = self._parents.get(node)
            if isinstance(around, ast.Call) and node is not around.func:
                return self._is_meant(around, calls)
            if not isinstance(around, (*_DISPLAYS, ast.keyword, ast.IfExp, ast.Starred)):
                break
            node = around
        target = _only_target(around) if isinstance(node, ast.expr) else None
        uses = self._uses.get(target, []) if target is not None else []
        if not named or len(uses) != 1 or target is None or len(self._stores.get(target, [])) != 1:
            return False
        return self.is_private(self._start(uses[0]), calls, named=False)

    def _is_meant(self, call: ast.Call, calls: Collection[int]) -> bool:
        """Whether a call is one of some, or one of an SDK."""
        if self._start(call) in calls:
            return True
        root: ast.AST = call.func
        while isinstance(root, ast.Attribute):
            root = root.value
        origins = self._origins.get(root.id, {""}) if isinstance(root, ast.Name) else {""}
        return all(origin.lstrip("0").partition(".")[0] in _MEANT for origin in origins)

    @functools.cached_property
    def _annotations(self) -> Collection[ast.AST | None]:
        """What the types of parameters and results are made of."""
        nodes = list(ast.walk(self.tree))
        types = [node.annotation for node in nodes if isinstance(node, ast.arg)]
        types += [node.returns for node in nodes if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
        return {inner for each in types if each is not None for inner in ast.walk(each)}

    @functools.cached_property
    def _parents(self) -> Mapping[ast.AST, ast.AST]:
        return {inner: node for node in _outside_strings(self.tree) for inner in ast.iter_child_nodes(node)}

    @functools.cached_property
    def _uses(self) -> Mapping[str, list[ast.Name]]:
        return named_nodes(self.tree, ast.Load)

    @functools.cached_property
    def _stores(self) -> Mapping[str, list[ast.Name]]:
        return named_nodes(self.tree, ast.Store)

    @functools.cached_property
    def _origins(self) -> Mapping[str, set[str]]:
        return bindings(self.tree)

    def _is_other(self, edit: Edit) -> bool:
        """Whether an edit makes something of another type of a literal, or renames the key of a dict."""
        offset = self.offset(edit.position.place)
        if edit.action in ("remove", "rename", "wrap"):
            return True
        old = self._largest(offset, _LITERALS)
        if edit.action != "replace" or old is None:
            return False
        new = _parsed(edit.source)
        if new is None or isinstance(old, ast.Constant) and isinstance(new, ast.Constant) and old.value == new.value:
            return new is None  # 1.0 for 1
        return _type_of(old) != _type_of(new)

    def _parts(self, remedy: Remedy) -> Sequence[_Wanted] | None:
        """What the edits of a remedy change, None when one of them cannot be made."""
        wanted = [self._wanted(edit) for edit in remedy.edits]
        parts = [part for part in wanted if part is not None]
        if len(parts) < len(wanted):
            return None
        removed = {each for part in parts for each in part.removed}
        for part in parts:
            staying = {each.arg for each in part.call.keywords if each not in removed} if part.call is not None else ()
            if any(name in staying for name in part.names):
                return None  # it would be given twice
        return parts

    def changed(self, remedy: Remedy) -> Sequence[int]:
        """The offsets from which on a remedy changes the text."""
        return [start for part in self._parts(remedy) or () for start, _ in part.stretches]

    def places(self, remedy: Remedy) -> Sequence[int]:
        """The offsets at which a remedy makes its edits."""
        return [self.offset(edit.position.place) for edit in remedy.edits]

    def _wanted(self, edit: Edit) -> _Wanted | None:
        """What an edit changes; None when there is no such expression, or in another file."""
        if edit.position.origin is not None:
            return None
        offset = self.offset(edit.position.place)
        if edit.action == "rename":
            return self._renamed(offset, edit.source)
        if edit.action == "remove":
            return self._removed(offset)
        if edit.action == "insert":
            return self._inserted(offset, edit)
        node = self._largest(offset, _LITERALS if edit.action == "replace" else _VALUES)
        if node is None:
            return None
        start, end = self._start(node), self._end(node)
        if edit.action == "replace":
            if self._has_comment(start, end) or self._is_computed(offset, node):
                return None  # the comment would go with the lines of the literal; what it is made of may change
            return _Wanted([Change(start, end, self._quoted_alike(edit.source, start), 2)], [(start, end)])
        if node in self._branches:
            return None  # the other branch would stay as it is
        source: str | None = edit.source
        if edit.source == "*{}" and node not in self._arguments:
            return None
        if edit.needs:
            name = self._named(edit.needs, edit.position.line)
            source = edit.source.replace(edit.needs, name, 1) if name is not None else None
        if source is None:
            return None
        before, _, after = source.partition("{}")
        return _Wanted([Change(start, start, before, 1), Change(end, end, after, 0)], [(start, start)], around=end)

    def _largest(self, offset: int, kinds: tuple[type[ast.expr], ...]) -> ast.expr | None:
        """The outermost expression of some kinds that begins at an offset."""
        around = self._expressions.get(offset, ())
        return next((node for node in around if isinstance(node, kinds) and not self._is_open(node)), None)

    def _is_open(self, node: ast.expr) -> bool:
        """Whether a tuple has no parentheses of its own, so that it begins where its first item does."""
        if not isinstance(node, ast.Tuple) or not node.elts:
            return False
        start, end = self._start(node), self._end(node)
        try:
            ast.parse(f"[{self.text[start + 1 : end - 1]}]", mode="eval")
        except SyntaxError:
            return True
        return (self.text[start], self.text[end - 1]) != ("(", ")")

    def _is_computed(self, offset: int, node: ast.expr) -> bool:
        """Whether a literal is made of names, or is only the beginning of an expression."""
        if isinstance(node, ast.JoinedStr):
            return any(isinstance(part, ast.FormattedValue) for part in node.values)
        if isinstance(node, ast.BinOp) and any(isinstance(each, ast.Name) for each in ast.walk(node)):
            return True
        return any(isinstance(each, _CONTINUED) for each in self._expressions[offset])

    def _has_comment(self, start: int, end: int) -> bool:
        """Whether a comment stands between two offsets."""
        if "#" not in self.text[start:end]:
            return False
        if self._comments is None:
            tokens = tokenize.generate_tokens(io.StringIO("".join(self._lines)).readline)
            self._comments = [self.offset(token.start) for token in tokens if token.type == tokenize.COMMENT]
        return bisect_right(self._comments, start) < bisect_right(self._comments, end)

    def _quoted_alike(self, source: str, offset: int) -> str:
        """A string literal in the quotes of the one that it replaces."""
        is_plain = source[:1] == '"' and "'" not in source and "\\" not in source
        return f"'{source[1:-1]}'" if self.text[offset] == "'" and is_plain else source

    # -- arguments

    def _renamed(self, offset: int, name: str) -> _Wanted | None:
        if offset in self._keywords:
            call, keyword = self._keywords[offset]
            end = offset + len(keyword.arg or "")
            return _Wanted([Change(offset, end, name, 2)], [(offset, end)], call, removed=frozenset(), names=(name,))
        key = self._largest(offset, (ast.Constant,))
        end = self._end(key) if key is not None else offset
        if key is None or self._has_comment(offset, end) or name in self._keys_beside(key):
            return None
        return _Wanted([Change(offset, end, self._quoted_alike(f'"{name}"', offset), 2)], [(offset, end)])

    def _removed(self, offset: int) -> _Wanted | None:
        if offset not in self._keywords:
            return None
        call, keyword = self._keywords[offset]
        end = self._end_of_argument(keyword, call)
        behind = self.text[end : self._next(end)]
        binds = any(isinstance(each, ast.NamedExpr) for each in ast.walk(keyword.value))
        # Comments, and what is bound in it, would go with it.
        return (
            None
            if "#" in behind or self._has_comment(offset, end) or binds
            else _Wanted((), [(offset, end)], call, removed=frozenset({keyword}))
        )

    def _inserted(self, offset: int, edit: Edit) -> _Wanted | None:
        calls = [node for node in self._expressions.get(offset, ()) if isinstance(node, ast.Call)]
        if edit.method:
            calls = [c for c in calls if isinstance(c.func, ast.Attribute) and c.func.attr == edit.method]
        # The innermost one makes the object: task(cache=True) in task(cache=True)(train).
        if not calls or any(isinstance(argument, ast.GeneratorExp) for argument in calls[-1].args):
            return None
        end = self._end(calls[-1])
        names = [each.arg for each in ast.parse(f"f({edit.source})", mode="eval").body.keywords]  # type: ignore
        return _Wanted((), [(end - 1, end - 1)], calls[-1], [edit.source], names=[name for name in names if name])

    def _keys_beside(self, key: ast.expr) -> Sequence[object]:
        """The keys of the dict that a key is in."""
        around = [node for node in self._dicts if key in node.keys]
        return [each.value for node in around for each in node.keys if isinstance(each, ast.Constant)]

    @functools.cached_property
    def _dicts(self) -> Sequence[ast.Dict]:
        return [node for nodes in self._expressions.values() for node in nodes if isinstance(node, ast.Dict)]

    def _rearranged(self, call: ast.Call, arguments: _Arguments) -> Iterator[Change]:
        """The changes by which arguments of a call go and others come."""
        every: list[ast.expr | ast.keyword] = [*call.args, *call.keywords]
        every.sort(key=self._start)
        staying = [each for each in every if each not in arguments.removed]
        close = self._end(call) - 1
        if not staying:
            first = self._start(every[0]) if every else close
            yield Change(first, close if arguments.removed else first, ", ".join(arguments.inserted), 2)
            return
        for goes, run in itertools.groupby(every, lambda argument: argument in arguments.removed):
            each = list(run)
            first, last = self._start(each[0]), self._end_of_argument(each[-1], call)
            if goes and each[-1] is not every[-1]:
                yield Change(first, self._next(last), "", 2)
            elif goes:
                before = self._end_of_argument(staying[-1], call)
                if "#" in self.text[before:first]:  # the comma and its comment stay
                    last = self._behind_comma(last)
                    ends_line = re.match(r"[ \t]*[\r\n]", self.text[last : last + 80]) is not None
                    before = before + len(self.text[before:first].rstrip()) if ends_line else first
                yield Change(before, last, "", 2)
        if arguments.inserted:
            space = self.text[self._end(call.func) : self._start(every[0])]
            on_own_line = re.search(r"(?:\r\n|\r|\n)[ \t]*$", space)
            separator = "," + (on_own_line[0] if on_own_line is not None else " ")
            end = self._end_of_argument(staying[-1], call)
            yield Change(end, end, "".join(separator + source for source in arguments.inserted), 1)

    def _end_of_argument(self, argument: ast.expr | ast.keyword, call: ast.Call) -> int:
        """Where an argument of a call ends, with the parentheses around its value."""
        end, close = self._end(argument), self._end(call) - 1
        for index, character in self._code_after(end):
            if character != ")" or index == close:
                break
            end = index + 1
        return end

    def _next(self, end: int) -> int:
        """Where the next argument begins, or the call ends, behind the comma after an argument."""
        return next((index for index, character in self._code_after(self._behind_comma(end))), end)

    def _behind_comma(self, end: int) -> int:
        """The end of the comma after an argument, or of the argument when it has none."""
        index, character = next(self._code_after(end), (end, ""))
        return index + 1 if character == "," else end

    def _code_after(self, offset: int) -> Iterator[tuple[int, str]]:
        """The characters from an offset on that are neither blank nor in a comment, with their offsets."""
        in_comment = False
        for index in range(offset, len(self.text)):
            character = self.text[index]
            in_comment = (in_comment or character == "#") and character not in "\r\n"
            if not in_comment and not character.isspace() and character != "\\":
                yield index, character


def _outside_strings(tree: ast.Module) -> Iterator[ast.AST]:
    """The nodes of a tree, those around others first, without what is in an f-string."""
    pending: collections.deque[ast.AST] = collections.deque([tree])
    while pending:
        node = pending.popleft()
        yield node
        if not isinstance(node, ast.JoinedStr):
            pending.extend(ast.iter_child_nodes(node))


def _only_target(node: ast.AST | None) -> str | None:
    """The name that an assignment gives its value, None when it does something else."""
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id
    return node.target.id if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) else None


@functools.lru_cache(maxsize=1024)
def _parsed(source: str) -> ast.expr | None:
    """The expression that an edit writes, None when it cannot be encoded."""
    try:
        return ast.parse(source, mode="eval").body
    except ValueError:
        return None


def _type_of(node: ast.expr) -> str:
    """The type of a literal."""
    if isinstance(node, ast.UnaryOp):
        return _type_of(node.operand)
    return type(node.value).__name__ if isinstance(node, ast.Constant) else type(node).__name__


class _Wanted(NamedTuple):
    """What one edit is about: changes of the text, or arguments of a call that come or go.

    The ``stretches`` must be its own; what it puts ``around`` an expression, to the offset where that ends, is put
    there once. The ``names`` are those of the arguments that the call then has.
    """

    changes: Sequence[Change]
    stretches: Sequence[tuple[int, int]]
    call: ast.Call | None = None
    inserted: Sequence[str] = ()
    removed: frozenset[ast.keyword] = frozenset()
    around: int = -1
    names: Sequence[str] = ()


class _Arguments:
    """The arguments of one call that come and go."""

    def __init__(self) -> None:
        self.inserted: list[str] = []
        self.removed: set[ast.keyword] = set()


class _Claims:
    """Stretches of a text that are spoken for, in their order."""

    def __init__(self) -> None:
        self._stretches: list[tuple[int, int]] = []
        self._wrapped: set[tuple[int, int]] = set()
        self._named: set[tuple[ast.Call, str]] = set()

    def take(self, parts: Sequence[_Wanted]) -> bool:
        """Claim what several edits change, unless that overlaps what is claimed; two insertions at one place do not."""
        stretches = [each for part in parts for each in part.stretches]
        wrapped = {(part.stretches[0][0], part.around) for part in parts if part.around >= 0}
        named = {(part.call, name) for part in parts if part.call is not None for name in part.names}
        if any(self._overlaps(*each) for each in stretches) or wrapped & self._wrapped or named & self._named:
            return False
        for each in stretches:
            self._stretches.insert(bisect_right(self._stretches, each), each)
        self._wrapped |= wrapped
        self._named |= named
        return True

    def _overlaps(self, start: int, end: int) -> bool:
        index = bisect_right(self._stretches, (start, end))
        before = self._stretches[index - 1] if index else (-1, -1)
        after = self._stretches[index] if index < len(self._stretches) else (end, end)
        if start == end:
            return before[0] < start < before[1]
        return before[1] > start or before == (start, end) or after[0] < end
