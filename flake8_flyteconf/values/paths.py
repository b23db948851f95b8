"""Paths: what is made of one by its methods, or by ``/``, is a path again; which one is not followed."""

from __future__ import annotations

from typing import TypeGuard

from flake8_flyteconf.values import Call, Position, Value

_PATH = "pathlib.Path"
METHODS = frozenset("absolute expanduser joinpath resolve with_name with_stem with_suffix".split())
#: Methods of the class.
MAKERS = frozenset({f"{_PATH}.cwd", f"{_PATH}.home"})


def is_path(value: Value) -> TypeGuard[Call]:
    return isinstance(value, Call) and value.name == _PATH


def some_path(position: Position) -> Call:
    return Call(position, _PATH, {}, incomplete=True)
