"""The modules of a project: which file a name of another module leads to, and what it means there.

Only ``.py`` files of the project are read, never an installed package. A module is parsed when a name from it is needed
and kept while no file that was looked for on the way has changed, because language servers live long.
"""

from __future__ import annotations

import ast
import functools
import io
import os
import re
import stat
import sys
import tokenize
import warnings
from collections import OrderedDict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from flake8_flyteconf import sdk
from flake8_flyteconf.analysis.context import Context
from flake8_flyteconf.analysis.evaluator import Evaluator
from flake8_flyteconf.analysis.imported import Target, Unfollowed
from flake8_flyteconf.analysis.names import Names
from flake8_flyteconf.analysis.objects import Class, Function, Object
from flake8_flyteconf.analysis.scopes import Binding
from flake8_flyteconf.analysis.syntax import Sources
from flake8_flyteconf.analysis.tree import walk
from flake8_flyteconf.values import Constant, Entity, SequenceValue, Value, parts_of

#: Modules through which a name is handed on.
_LONGEST_CHAIN = 40
#: Larger files are data.
_LARGEST = 1_000_000
#: Syntax trees are kept of so many modules, and of more while their text is no longer than so many characters; of the
#: others only the values that do not refer to theirs. A tree takes some fifteen times its text.
_FEWEST_TREES = 16
_MOST_TEXT = 100_000
#: What marks the folder of a project.
_MARKERS = ("pyproject.toml", "setup.cfg", "setup.py", ".git")
#: Where installed packages are.
_INSTALLED = frozenset({"site-packages", "dist-packages"})
_LIBRARIES = frozenset({*sys.stdlib_module_names, *sdk.PACKAGES, "replaced"})

#: Values that refer to the syntax tree of their module.
_WITH_TREE = (Class, Entity, Function, Object)

#: Why a name is not followed that leads nowhere.
_NOT_FOUND = "no module of the project is called so"

#: An SDK, or another module of the package.
_MENTIONS = re.compile(r"flyte|union|from \.|import \.")
#: The modules that are imported, as far as they stand on the line of the statement.
_IMPORTED = re.compile(r"^\s*(?:from\s+([\w.]+)\s+import\b|import\s+([\w.]+))", re.MULTILINE)

#: Time of the last change and size of a file, the same for every folder; None for what is not there.
Signature = tuple[int, int] | None
_FOLDER = (-1, -1)


class Offer(NamedTuple):
    """The names that a module binds for ``from module import *``, None when it computes them.

    ``stars`` are the paths of the modules whose names it hands on, None for one outside the project.
    """

    names: Set[str] | None
    stars: tuple[str | None, ...]


@dataclass(slots=True, eq=False)
class Module:
    """A module of the project, with the values that other modules asked for.

    ``seen`` are the files that were looked for on the way, as they were, ``needed`` the modules that were looked into,
    ``taken`` those of them that gave values. Whoever lints the module keeps the result in ``reported``.
    """

    path: str
    seen: dict[str, Signature]
    needed: set[Module] = field(default_factory=set)
    taken: set[Module] = field(default_factory=set)
    text: str = ""
    problem: str = ""
    values: dict[str, Value] = field(default_factory=dict)
    offer: Offer | None = None
    reported: object = None
    mentioned: dict[str, bool] = field(default_factory=dict)

    def forget_tree(self) -> None:
        """Keep of the values those that do not refer to the syntax tree."""
        for name, value in list(self.values.items()):
            if any(isinstance(part, _WITH_TREE) for part in parts_of(value)):
                del self.values[name]

    def mentions(self, word: str) -> bool:
        """Whether the text that was read contains a word."""
        if word not in self.mentioned:
            self.mentioned[word] = word in self.text
        return self.mentioned[word]

    @property
    def behind(self) -> Set[Module]:
        """The module and those from which it takes values, directly or through others."""
        found, pending = {self}, [self]
        while pending:
            new = pending.pop().taken - found
            found |= new
            pending += new
        return found


class Project:
    """The modules that this process has read."""

    def __init__(self) -> None:
        self._modules: dict[str, Module] = {}
        self._evaluators: OrderedDict[str, Evaluator] = OrderedDict()
        self._signatures: dict[str, Signature] = {}
        self._current: set[Module] = set()
        #: The names that are being followed: one that leads to itself means nothing.
        self._active: set[object] = set()

    def refresh(self) -> None:
        """Look at the files anew: another file is linted."""
        self._signatures.clear()
        self._current.clear()

    def imports(self, path: str) -> Imports | None:
        """What a file imports, None for one that has no place in a project or is part of an SDK."""
        is_file = path not in ("", "-", "stdin") and not sdk.is_source(path)
        return Imports(self, Module(os.path.abspath(path), {})) if is_file else None

    def signature(self, path: str) -> Signature:
        if path not in self._signatures:
            self._signatures[path] = _signature(path)
        return self._signatures[path]

    def module(self, path: str) -> Module:
        """A module by the path of its file."""
        known = self._modules.get(path)
        if known is None or not self._is_unchanged(known):
            known = self._modules[path] = Module(path, {path: self.signature(path)})
            self._evaluators.pop(path, None)
            self._current.add(known)
        return known

    def _is_unchanged(self, module: Module) -> bool:
        """Whether no file has changed on which the values of a module depend, directly or through other modules."""
        reached, pending = {module}, [module]
        while pending:
            each = pending.pop()
            if each not in self._current:
                replaced = any(self._modules.get(needed.path) is not needed for needed in each.needed)
                if replaced or any(self.signature(path) != before for path, before in each.seen.items()):
                    return False
                new = each.needed - reached
                reached |= new
                pending += new
        self._current |= reached
        return True

    def evaluator(self, module: Module) -> Evaluator:
        """What evaluates the expressions of a module; :class:`Unfollowed` when it cannot be read."""
        evaluator = self._evaluators.get(module.path)
        if evaluator is None:
            text = self.text(module)
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")  # escapes such as \d, which are told of in that file
                    tree = ast.parse(text)
            except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
                raise self._unreadable(module, error) from error
            lines, imports = list(io.StringIO(text)), Imports(self, module)
            evaluator = Evaluator(Names(tree, lines, sdk.canonical, imports), Sources(lines, module.path), imports)
            self._evaluators[module.path] = evaluator
            while len(self._evaluators) > _FEWEST_TREES and self._length_of_text() > _MOST_TEXT:
                path, _ = self._evaluators.popitem(last=False)
                self._modules[path].forget_tree()
        self._evaluators.move_to_end(module.path)
        return evaluator

    def _length_of_text(self) -> int:
        return sum(len(self._modules[path].text) for path in self._evaluators)

    def text(self, module: Module) -> str:
        """The text of a module; :class:`Unfollowed` when it cannot be read."""
        if module.problem:
            raise Unfollowed(module.problem)
        if not module.text:
            signature = self.signature(module.path)
            try:
                if signature is not None and signature[1] > _LARGEST:
                    raise ValueError("the file is too large")
                with tokenize.open(module.path) as file:
                    module.text = file.read()
            except (OSError, SyntaxError, ValueError) as error:
                raise self._unreadable(module, error) from error
        return module.text

    @staticmethod
    def _unreadable(module: Module, error: BaseException) -> Unfollowed:
        module.problem = f"its module cannot be read ({str(error) or type(error).__name__})"
        return Unfollowed(module.problem)

    def value(self, target: Target) -> Value:
        """What an attribute of a module means there, after all that the module does to it."""
        if target in self._active:
            raise Unfollowed(f"{target.attributes[0]} leads back to itself")
        module = self.module(target.path)
        name, *rest = target.attributes
        self._active.add(target)
        try:
            value = module.values.get(name)
            if value is None:
                value = module.values[name] = self.evaluator(module).exported(name)
            for attribute in rest:
                evaluator = self.evaluator(module)
                value = evaluator.attribute(value, attribute, value.position, Context(evaluator.names.module))
        finally:
            self._active.remove(target)
        return value

    def hands_out(self, target: Target) -> bool:
        """Whether a function may return an object that its module keeps: a name or a part of something."""
        names = self.evaluator(self.module(target.path)).names
        bindings = names.module.bindings.get(target.attributes[0], ()) if target.attributes else ()
        returned = [
            node.value
            for binding in bindings
            if isinstance(binding.statement, ast.FunctionDef)
            for node in walk(binding.statement)
            if isinstance(node, ast.Return)
        ]
        return any(isinstance(value, (ast.Name, ast.Attribute, ast.Subscript)) for value in returned)

    def offers(self, path: str, name: str) -> bool | None:
        """Whether ``from module import *`` binds a name; None when that is not known."""
        pending, looked_at, is_open = [path], {path}, False
        while pending:
            offer = self._offer(self.module(pending.pop()))
            if offer.names is None or name in offer.names:
                return None if offer.names is None else True
            is_open = is_open or None in offer.stars
            new = [star for star in offer.stars if star is not None and star not in looked_at]
            looked_at.update(new)
            pending += new
        return None if is_open else False

    def _offer(self, module: Module) -> Offer:
        """What a module offers, kept when its tree is not."""
        if module.offer is None:
            evaluator = self.evaluator(module)
            names, imports = evaluator.names.module, evaluator.imports
            if evaluator.names.rewrites_itself:
                module.offer = Offer(None, ())
            elif "__all__" in names.bindings:
                module.offer = Offer(_texts(evaluator.exported("__all__")), ())
            else:
                # The SDKs offer nothing under the names of others.
                stars = [star for star, _ in names.stars if star.partition(".")[0] not in sdk.PACKAGES]
                paths = [imports.module(star) for star in stars] if imports is not None else []
                module.offer = Offer(frozenset(n for n in names.bindings if not n.startswith("_")), tuple(paths))
        return module.offer


def _texts(value: Value) -> Set[str] | None:
    """The strings in a list, None when it is not wholly known."""
    if not isinstance(value, SequenceValue) or value.incomplete:
        return None
    return frozenset(item.value for item in value.items if isinstance(item, Constant) and isinstance(item.value, str))


class Imports:
    """Where the names of one file lead that it imports from its project."""

    def __init__(self, project: Project, module: Module) -> None:
        self._project = project
        self._path = module.path
        self._module = module
        self._targets: dict[str, Target | str] = {}
        self._followed: dict[str, bool] = {}
        self._packages: dict[str, bool] = {}
        self._leading: dict[str, bool] = {}

    @staticmethod
    def are_followed(name: str) -> bool:
        """Whether a dotted name may be one of a project."""
        return name.partition(".")[0] not in _LIBRARIES

    def are_of_project(self, name: str) -> bool:
        """Whether a dotted name begins with a module or package that is found in the project."""
        if not self.are_followed(name):
            return False
        first = name.partition(".")[0]
        if first and first not in self._packages:
            beneath = [os.path.join(root, first) for root in self._roots]
            self._packages[first] = any(self._signature(f"{p}.py") or self._signature(p) for p in beneath)
        return not first or self._packages[first]

    def may_lead_to_sdk(self, name: str) -> bool:
        """Whether what a dotted name means may come from an SDK, by the words of its module and of those it imports."""
        try:
            path = self.target(name).path
            if path not in self._leading:
                self._leading[path] = not path.endswith(".py")  # as long as it is not known: they may import each other
                self._leading[path] = self._leading[path] or self._mentions_sdk(path)
        except Unfollowed:
            return False
        return self._leading[path]

    def _mentions_sdk(self, path: str) -> bool:
        text = self._project.text(self._project.module(path))
        if _MENTIONS.search(text) is not None:
            return True
        imported = (name for names in _IMPORTED.findall(text) for name in names if name)
        return any(self.are_of_project(each) and self.may_lead_to_sdk(each) for each in imported)

    def target(self, name: str) -> Target:
        """Where a dotted name leads; :class:`Unfollowed` when it leads nowhere in the project."""
        if name not in self._targets:
            self._targets[name] = f"{name} leads back to itself"
            try:
                self._targets[name] = self._found(name)
            except Unfollowed as error:
                self._targets[name] = str(error)
        found = self._targets[name]
        if isinstance(found, str):
            raise Unfollowed(found)
        return found

    def inside(self, path: str, attribute: str) -> Target:
        """Where an attribute of a module leads, of a package by its ``__init__.py`` or by its folder."""
        is_file = path.endswith(".py")
        if is_file and os.path.basename(path) != "__init__.py":
            return Target(path, (attribute,))
        found = self._descended(os.path.dirname(path) if is_file else path, [attribute], path if is_file else "")
        if found is None:
            raise Unfollowed(_NOT_FOUND)
        return found

    def value(self, target: Target) -> Value:
        """What a target means in its module."""
        if not target.path.endswith(".py"):
            raise Unfollowed(_NOT_FOUND)
        module = self._project.module(target.path)
        self._module.needed.add(module)
        self._module.taken.add(module)
        return self._project.value(target)

    def first(self, target: Target) -> Target:
        """Where something is bound that modules hand on under other names."""
        for _ in range(_LONGEST_CHAIN):
            module = self._project.module(target.path)
            if not target.attributes or not target.path.endswith(".py"):
                return target
            try:
                evaluator = self._project.evaluator(module)
                name, *rest = target.attributes
                bindings = evaluator.names.module.bindings.get(name, ())
                origin = bindings[0].origin if len(bindings) == 1 else ""
                if evaluator.imports is None or not origin or not self.are_followed(origin):
                    return target
                found = evaluator.imports.target(origin)
            except Unfollowed:
                return target
            target = Target(found.path, (*found.attributes, *rest))
        return target

    def hands_out(self, name: str) -> bool:
        """Whether a function of another module may return an object that the module keeps."""
        try:
            target = self.first(self.target(name))
            return self._project.hands_out(target) if target.path.endswith(".py") else False
        except Unfollowed:
            return False

    def behind(self, path: str) -> Set[str]:
        """A module and those from which it takes values."""
        return {module.path for module in self._project.module(path).behind}

    def offers(self, origin: str, name: str) -> bool | None:
        """Whether ``from origin import *`` binds a name; None when that is not known."""
        if not self.are_followed(origin):
            return None
        path = self.module(origin)
        if path is None:
            return None
        self._module.needed.add(self._project.module(path))
        try:
            return self._project.offers(path, name)
        except Unfollowed:
            return None

    def module(self, name: str) -> str | None:
        """The path of a module by its dotted name; None when there is none in the project."""
        try:
            target = self.target(name)
        except Unfollowed:
            return None
        return target.path if not target.attributes and target.path.endswith(".py") else None

    def named(self, origin: str, name: str) -> str | None:
        """The canonical name of what a module has imported from a library under a name."""
        path = self.module(origin)
        try:
            bindings = self._bindings(path).get(name, ()) if path is not None else ()
        except Unfollowed:
            return None
        return sdk.canonical(bindings[0].origin) if len(bindings) == 1 and bindings[0].origin else None

    def are_one(self, origins: Sequence[str]) -> bool:
        """Whether several dotted names lead to one thing: ``from .config import GPU``, or else ``config``."""
        try:
            return len({self.target(origin) for origin in origins if self.are_followed(origin)}) == 1
        except Unfollowed:
            return False

    def mentions(self, word: str) -> bool:
        """Whether a module from which values were taken contains a word."""
        return any(module.mentions(word) for module in self._module.behind)

    # -- files

    def _found(self, name: str) -> Target:
        level = len(name) - len(name.lstrip("."))
        parts = name[level:].split(".")
        if level:
            folder = self._path
            for _ in range(level):
                folder = os.path.dirname(folder)
            package = os.path.join(folder, "__init__.py")
            found = self._descended(folder, parts, package if self._is_file(package) else "")
            return self._of_project(found)
        if not self.are_of_project(name):
            raise Unfollowed(_NOT_FOUND)
        every = [self._descended(root, parts, "") for root in self._roots]
        targets = {os.path.realpath(found.path): found for found in every if found is not None}
        if len(targets) > 1:
            raise Unfollowed("several modules of the project are called so")
        return self._of_project(next(iter(targets.values()), None))

    def _of_project(self, target: Target | None) -> Target:
        if target is None:
            raise Unfollowed(_NOT_FOUND)
        if target.path not in self._followed:
            self._followed[target.path] = self._is_of_project(target.path)
        if not self._followed[target.path]:
            raise Unfollowed("its module is not of the project")
        return target

    def _is_of_project(self, path: str) -> bool:
        """Whether a file is of the project itself, not behind a link that leads outside nor installed."""
        path = os.path.realpath(path)
        folders = _folders_above(path)
        of_project = any(base in folders for base in self._bases)
        installed = any(
            os.path.basename(folder) in _INSTALLED or self._is_file(os.path.join(folder, "pyvenv.cfg"))
            for folder in folders
        )
        return of_project and not installed

    def _descended(self, folder: str, parts: Sequence[str], package: str) -> Target | None:
        """Where names lead one after the other from a folder, whose ``__init__.py`` is ``package``."""
        for index, part in enumerate(parts):
            beneath = os.path.join(folder, part)
            inner, module = os.path.join(beneath, "__init__.py"), f"{beneath}.py"
            found = inner if self._is_file(inner) else module if self._is_file(module) else ""
            is_module = bool(found) or self._signature(beneath) == _FOLDER
            if package and self._binds(package, part):
                # from .train import train: the package has the task, ``from package.train import X`` means the module.
                if not (found and index + 1 < len(parts) and self._has(found, parts[index + 1])):
                    return Target(package, tuple(parts[index:]))
            if not is_module:
                return Target(package, tuple(parts[index:])) if package else None
            if found == module:
                return Target(module, tuple(parts[index + 1 :]))
            folder, package = beneath, found
        return Target(package or folder, ())

    def _has(self, path: str, name: str) -> bool:
        """Whether a module binds a name."""
        return name in self._bindings(path)

    def _bindings(self, path: str) -> Mapping[str, Sequence[Binding]]:
        """What another module binds, on which this file depends from now on."""
        module = self._project.module(path)
        self._module.needed.add(module)
        return self._project.evaluator(module).names.module.bindings

    def _binds(self, package: str, name: str) -> bool:
        """Whether a package binds a name itself, otherwise than by importing the module of that name."""
        signature = self._signature(package)
        if signature is not None and signature[1] == 0:
            return False  # most are empty
        own = (f".{name}", f"{os.path.basename(os.path.dirname(package))}.{name}")
        bindings = self._bindings(package).get(name, ())
        return any(binding.origin not in own and not binding.origin.endswith(f".{own[1]}") for binding in bindings)

    def _is_file(self, path: str) -> bool:
        signature = self._signature(path)
        return signature is not None and signature != _FOLDER

    def _signature(self, path: str) -> Signature:
        found = self._module.seen[path] = self._project.signature(path)
        return found

    @functools.cached_property
    def _roots(self) -> Sequence[str]:
        """The folders from which absolute imports are made."""
        folder = os.path.dirname(self._path)
        while self._is_file(os.path.join(folder, "__init__.py")):
            folder = os.path.dirname(folder)
        here = _working_directory()
        return list(dict.fromkeys([folder, *([here, os.path.join(here, "src")] if here else [])]))

    @functools.cached_property
    def _bases(self) -> Sequence[str]:
        """The folders below which the project is."""
        marked = next((f for f in _folders_above(self._path) if self._is_marked(f)), None)
        return [os.path.realpath(base) for base in (marked, _working_directory()) if base]

    def _is_marked(self, folder: str) -> bool:
        return any(self._signature(os.path.join(folder, marker)) is not None for marker in _MARKERS)


def _signature(path: str) -> Signature:
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    if stat.S_ISDIR(status.st_mode):
        return _FOLDER
    return (status.st_mtime_ns, status.st_size) if stat.S_ISREG(status.st_mode) else None


def _folders_above(path: str) -> Sequence[str]:
    """The folders around a path, from the inside."""
    found = []
    while (folder := os.path.dirname(path)) != path:
        found.append(folder)
        path = folder
    return found


def _working_directory() -> str:
    try:
        return os.getcwd()
    except OSError:
        return ""
