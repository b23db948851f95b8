"""What the engine knows of a value that rules see as unknown: it can be called, or asked for its attributes."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flake8_flyteconf import sdk
from flake8_flyteconf.analysis.scopes import Scope
from flake8_flyteconf.values import Call, OneOf, QualifiedName, Unknown, Value

if TYPE_CHECKING:
    from flake8_flyteconf.analysis.evaluator import Evaluator


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Function(Unknown):
    """A plain function or lambda; ``scope`` is the one in which it is defined, ``home`` evaluates its module."""

    node: ast.FunctionDef | ast.Lambda
    scope: Scope
    home: Evaluator


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Class(Unknown):
    """A class; ``scope`` is the one in which it is defined, under its name, ``home`` evaluates its module."""

    node: ast.ClassDef
    scope: Scope
    home: Evaluator


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Object(Unknown):
    """An object of a class of the project, with the arguments that its class was called with."""

    made_by: Class
    positional: Sequence[Value]
    keywords: Mapping[str, Value]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ProjectModule(Unknown):
    """A module or package of the project, by the name that the file has for it and the path of its file or folder."""

    name: str
    path: str


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class BoundMethod(Unknown):
    """A method of an object, by its canonical name; ``receiver`` is the object."""

    name: str
    receiver: Value


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Instance(Unknown):
    """An object of a class of an SDK about which nothing else is known.

    Of a node of a workflow, ``entity`` is what made its task or workflow, as in :class:`Promise`; that one is made of
    something ``imported`` from another module of the project is only probable.
    """

    class_name: str
    entity: str | None = None
    imported: bool = False


def class_of(value: Value) -> str:
    """The canonical name of the class of an object, of several that may be meant when they agree; empty otherwise."""
    if isinstance(value, OneOf):
        classes = {class_of(alternative) for alternative in value.alternatives}
        return classes.pop() if len(classes) == 1 else ""
    return value.class_name if isinstance(value, Instance) else sdk.class_of(value)


def called_by(callee: Value) -> str | None:
    """The canonical name of the callable of an SDK that calling a value calls."""
    if isinstance(callee, BoundMethod):
        return callee.name if sdk.is_method(callee.name) else None
    if isinstance(callee, QualifiedName):
        return callee.name if sdk.is_callable(callee.name) else None
    if not isinstance(callee, Call):
        return None
    if callee.name == "functools.partial":
        return called_by(callee.extra_positional[0]) if callee.extra_positional else None
    return sdk.calling(callee)


def maker_of(value: Value) -> str | None:
    """The canonical name of the callable of an SDK by which a value was made; of a partial, what it will call."""
    if not isinstance(value, Call):
        return None
    if value.name == "functools.partial":
        return called_by(value)
    return value.name if sdk.signature(value.name) is not None or sdk.is_method(value.name) else None
