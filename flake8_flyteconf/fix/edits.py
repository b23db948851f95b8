"""Make the edits of remedies in the source of a module, and leave everything else as it is."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

from flake8_flyteconf.rules.rule import Edit, Remedy

#: What a literal may be, of several expressions that begin at one place the largest of these.
_LITERALS = (
    cst.SimpleString,
    cst.ConcatenatedString,
    cst.FormattedString,
    cst.Integer,
    cst.Float,
    cst.UnaryOperation,
    cst.BinaryOperation,
    cst.Name,
    cst.Tuple,
    cst.List,
    cst.Dict,
    cst.Set,
)
#: What an expression may be that is put into another.
_VALUES = (*_LITERALS, cst.Call, cst.Attribute)
_CONSTANTS = frozenset({"True", "False", "None"})

Place = tuple[int, int]


class Unfixable(ValueError):
    """A module that cannot be changed; the text says why."""


class Fixable:
    """A module to try remedies on; it is parsed once.

    ``named`` gives the name under which the file knows an object, such as ``fl.Labels``. Raises :class:`Unfixable`
    for what LibCST does not take.
    """

    def __init__(self, source: bytes, named: Callable[[str], str | None]) -> None:
        try:
            module = cst.parse_module(source)
            if module.bytes != source:
                raise Unfixable("LibCST would change more than the edits")
            self._index = _Index()
            MetadataWrapper(module, unsafe_skip_copy=True).visit(self._index)
        except Unfixable:
            raise
        except (cst.ParserSyntaxError, cst.CSTValidationError, ValueError, RecursionError) as error:
            raise Unfixable(f"LibCST does not read it: {type(error).__name__}") from error
        self._source, self._module, self._named = source, module, named

    def fixed(self, remedies: Sequence[Remedy]) -> tuple[bytes, list[Remedy]]:
        """The source with those remedies that can be made, and these; of several that overlap the first one."""
        changes: dict[cst.CSTNode, _Change] = {}
        changed: set[int] = set()
        made = []
        for remedy in remedies:
            wanted = [pair for edit in remedy.edits if (pair := self._index.change(edit, self._named)) is not None]
            touched = {id(inner) for node, _ in wanted for inner in _inside(node)}
            if len(wanted) == len(remedy.edits) and not touched & changed:
                changes.update(wanted)
                changed |= touched
                made.append(remedy)
        if not changes:
            return self._source, []
        result = self._module.visit(_Transformer(changes)).bytes
        try:
            ast.parse(result)
        except (SyntaxError, ValueError, RecursionError) as error:  # never seen; the file is worth more than the fix
            raise Unfixable("the result would not be Python") from error
        return result, made


_Change = Callable[[Any], cst.CSTNode]


def _inside(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    pending = [node]
    while pending:
        current = pending.pop()
        yield current
        pending.extend(current.children)


class _Index(cst.CSTVisitor):
    """The expressions and arguments of a module by the place where they begin."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self) -> None:
        super().__init__()
        self._expressions: dict[Place, list[cst.BaseExpression]] = {}
        self._keywords: dict[Place, cst.Arg] = {}
        self._arguments: dict[cst.CSTNode, cst.Arg] = {}
        self._branches: set[cst.CSTNode] = set()

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.Arg):
            self._arguments[node.value] = node
            if node.keyword is not None:
                self._keywords[self._place(node.keyword)] = node
        if isinstance(node, cst.IfExp):
            self._branches |= {node.body, node.orelse}
        if isinstance(node, cst.BaseExpression):
            # A tuple begins at its parenthesis, though not for LibCST.
            first = node.lpar[-1] if isinstance(node, cst.Tuple) and node.lpar else node
            self._expressions.setdefault(self._place(first), []).append(node)
        return True

    def _place(self, node: cst.CSTNode) -> Place:
        start = self.get_metadata(PositionProvider, node).start
        return start.line, start.column

    def change(self, edit: Edit, named: Callable[[str], str | None]) -> tuple[cst.CSTNode, _Change] | None:
        """The node that an edit changes, and how; None when there is no such node, or in another file."""
        if edit.position.origin is not None:
            return None
        place = edit.position.place
        if edit.action == "rename":
            return self._renaming(place, edit.source)
        if edit.action == "remove":
            argument = self._keywords.get(place)
            return (argument, _removed) if argument is not None and _may_go(argument) else None
        if edit.action == "insert":
            calls = [node for node in self._expressions.get(place, ()) if isinstance(node, cst.Call)]
            if edit.method:
                calls = [c for c in calls if isinstance(c.func, cst.Attribute) and c.func.attr.value == edit.method]
            # The innermost one makes the object: task(cache=True) in task(cache=True)(train).
            return (calls[-1], _inserting(edit.source)) if calls else None
        node = self._largest(place, _LITERALS if edit.action == "replace" else _VALUES)
        if node is None:
            return None
        if edit.action == "replace" and any(isinstance(each, cst.Comment) for each in _inside(node)):
            return None  # the comment would go with the lines of the literal
        if edit.action == "replace" and self._is_computed(place, node):
            return None  # what it is made of may change
        if edit.action == "wrap" and node in self._branches:
            return None  # the other branch would stay as it is
        if edit.source == "*{}":
            argument = self._arguments.get(node)
            return (argument, lambda arg: arg.with_changes(star="*")) if argument is not None else None
        source = edit.source
        if edit.needs:
            name = named(edit.needs)
            if name is None:
                return None
            source = source.replace(edit.needs, name, 1)
        return node, _replacing(source) if edit.action == "replace" else _wrapping(source)

    def _largest(self, place: Place, kinds: tuple[type[cst.BaseExpression], ...]) -> cst.BaseExpression | None:
        """The outermost expression of some kinds that begins at a place; a name is a constant."""
        for node in self._expressions.get(place, ()):  # visited from the outside
            if isinstance(node, kinds) and not (kinds is _LITERALS and _is_variable(node)):
                return node
        return None

    def _is_computed(self, place: Place, node: cst.BaseExpression) -> bool:
        """Whether a string is made of names, or is only the beginning of an expression."""
        if isinstance(node, cst.FormattedString):
            return any(isinstance(part, cst.FormattedStringExpression) for part in node.parts)
        if isinstance(node, cst.BinaryOperation):
            return any(isinstance(each, cst.Name) and each.value not in _CONSTANTS for each in _inside(node))
        around = self._expressions.get(place, [])
        return isinstance(node, cst.SimpleString) and any(
            isinstance(each, (cst.Call, cst.Attribute)) for each in around
        )

    def _renaming(self, place: Place, name: str) -> tuple[cst.CSTNode, _Change] | None:
        argument = self._keywords.get(place)
        if argument is not None:
            return argument, lambda node: (
                node.with_changes(keyword=cst.Name(name)) if isinstance(node, cst.Arg) else node
            )
        key = self._largest(place, (cst.SimpleString,))
        return (key, _replacing(f'"{name}"')) if key is not None else None


def _is_variable(node: cst.BaseExpression) -> bool:
    return isinstance(node, cst.Name) and node.value not in _CONSTANTS


def _may_go(argument: cst.Arg) -> bool:
    """Whether an argument has no comment behind it, which would go with it."""
    return "#" not in cst.Module([]).code_for_node(argument.comma) if isinstance(argument.comma, cst.Comma) else True


def _removed(node: cst.CSTNode) -> cst.CSTNode:
    return node  # the call leaves it out


def _replacing(source: str) -> _Change:
    def change(node: cst.CSTNode) -> cst.CSTNode:
        assert isinstance(node, cst.BaseExpression)
        new = cst.parse_expression(_quoted_alike(source, node))
        return new.with_changes(lpar=[*node.lpar, *new.lpar], rpar=[*new.rpar, *node.rpar])

    return change


def _wrapping(source: str) -> _Change:
    def change(node: cst.CSTNode) -> cst.CSTNode:
        assert isinstance(node, cst.BaseExpression)
        before, _, after = source.partition("{}")
        return cst.parse_expression(f"{before}{cst.Module([]).code_for_node(node)}{after}")

    return change


def _quoted_alike(source: str, node: cst.BaseExpression) -> str:
    """A string literal in the quotes of the one that it replaces."""
    if isinstance(node, cst.SimpleString) and node.quote == "'" and source[:1] == '"' and "'" not in source:
        if "\\" not in source:
            return f"'{source[1:-1]}'"
    return source


def _inserting(source: str) -> _Change:
    def change(node: cst.CSTNode) -> cst.CSTNode:
        assert isinstance(node, cst.Call)
        *others, new = cst.ensure_type(cst.parse_expression(f"f({source})"), cst.Call).args
        if not node.args:
            return node.with_changes(args=[*others, new])
        *before, last = node.args
        space = node.whitespace_before_args
        on_own_line = isinstance(space, cst.ParenthesizedWhitespace)
        separator = cst.Comma(whitespace_after=_bare(space) if on_own_line else cst.SimpleWhitespace(" "))
        new = new.with_changes(comma=last.comma, whitespace_after_arg=last.whitespace_after_arg)
        last = last.with_changes(comma=separator, whitespace_after_arg=cst.SimpleWhitespace(""))
        others = [each.with_changes(comma=separator) for each in others]
        return node.with_changes(args=[*before, last, *others, new])

    return change


def _bare(space: Any) -> cst.ParenthesizedWhitespace:
    """A line break with its indentation, without comments and blank lines."""
    first = space.first_line.with_changes(whitespace=cst.SimpleWhitespace(""), comment=None)
    return cst.ParenthesizedWhitespace(first, [], space.indent, space.last_line)


class _Transformer(cst.CSTTransformer):
    """Changes nodes of a module, each from the inside."""

    def __init__(self, changes: dict[cst.CSTNode, _Change]) -> None:
        super().__init__()
        self._changes = changes

    def on_leave(self, original: Any, updated: Any) -> Any:
        if isinstance(original, cst.Call) and isinstance(updated, cst.Call):
            going = [self._changes.get(argument) is _removed for argument in original.args]
            if any(going):
                updated = updated.with_changes(args=_without(updated.args, going))
        change = self._changes.get(original)
        return updated if change is None or change is _removed else change(updated)


def _without(arguments: Sequence[cst.Arg], going: Sequence[bool]) -> list[cst.Arg]:
    """The arguments that stay; the last of them ends as the last of all did."""
    staying = [argument for argument, goes in zip(arguments, going) if not goes]
    if staying and going[-1]:
        last = arguments[-1]
        staying[-1] = staying[-1].with_changes(comma=last.comma, whitespace_after_arg=last.whitespace_after_arg)
    return staying
