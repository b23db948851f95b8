"""Releases of a package as wheels, and what their modules define, without importing anything."""

from __future__ import annotations

import ast
import pathlib
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator, Sequence

from packaging.version import Version

_PIP = (sys.executable, "-m", "pip")
#: A function, a class, or what is bound to a name.
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
_Found = tuple[str, Definition]


def published(package: str) -> list[str]:
    """The final releases of a package, the oldest first."""
    command = [*_PIP, "index", "versions", "--ignore-requires-python", package]
    found = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    versions = re.search(r"Available versions: (.*)", found)
    assert versions is not None, f"pip knows no release of {package}"
    return sorted((text for text in versions[1].split(", ") if not Version(text).is_prerelease), key=Version)


def wheel(package: str, release: str, folder: pathlib.Path) -> Wheel | None:
    """A release of a package, downloaded unless it is in the folder; None when it has no wheel."""
    pattern = f"{package.replace('-', '_')}-{release}-*.whl"
    if not list(folder.glob(pattern)):
        options = ["--quiet", "--no-deps", "--only-binary=:all:", "--ignore-requires-python", "--dest", str(folder)]
        subprocess.run([*_PIP, "download", *options, f"{package}=={release}"], check=False, capture_output=True)
    return next((Wheel(path) for path in folder.glob(pattern)), None)


class Wheel:
    """The modules of a wheel."""

    def __init__(self, path: pathlib.Path) -> None:
        self._archive = zipfile.ZipFile(path)
        self._trees: dict[str, ast.Module] = {}
        self.paths = {
            name.removesuffix(".py").replace("/", ".").removesuffix(".__init__"): name
            for name in self._archive.namelist()
            if name.endswith(".py")
        }

    def tree(self, module: str) -> ast.Module:
        if module not in self._trees:
            self._trees[module] = ast.parse(self._archive.read(self.paths[module]))
        return self._trees[module]

    def forget(self) -> None:
        """Let the syntax trees go, which take gigabytes for all releases of a package."""
        self._trees.clear()

    def find(self, name: str) -> _Found | None:
        """The definition behind a dotted name, and the module that it is in."""
        parts = name.split(".")
        for count in range(len(parts) - 1, 0, -1):
            module = ".".join(parts[:count])
            if module in self.paths:
                return self._inside(module, parts[count:])
        return None

    def _inside(self, module: str, parts: Sequence[str], depth: int = 0) -> _Found | None:
        found = self._named(module, parts[0], depth)
        for part in parts[1:]:
            if found is None:
                return None
            is_module = found[1] is _NOTHING
            found = self._named(found[0], part, depth + 1) if is_module else self._member(*found, part, depth)
        return found

    def _member(self, module: str, node: Definition, name: str, depth: int = 0) -> _Found | None:
        """A method of a class or of one of its bases."""
        for statement in _flat(node.body):
            if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and statement.name == name:
                if not _is_overload(statement):
                    return module, statement
        for base_module, base in self.bases(module, node):
            if (found := self._member(base_module, base, name, depth + 1)) is not None:
                return found
        return None

    def bases(self, module: str, node: Definition) -> Iterator[tuple[str, ast.ClassDef]]:
        """The base classes of a class that are in the wheel."""
        for base in getattr(node, "bases", ()):
            found = self._expression(module, base, 0)
            if found is not None and isinstance(found[1], ast.ClassDef) and found[1] is not node:
                yield found[0], found[1]

    def _expression(self, module: str, node: ast.expr, depth: int) -> _Found | None:
        if isinstance(node, ast.Subscript):
            return self._expression(module, node.value, depth)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("partial") and node.args:
            return self._expression(module, node.args[0], depth)
        if isinstance(node, (ast.Name, ast.Attribute)):
            return self._inside(module, ast.unparse(node).split("."), depth + 1)
        return None

    def _named(self, module: str, name: str, depth: int) -> _Found | None:
        """What a name of a module is bound to."""
        if depth > 20 or module not in self.paths:
            return None
        found: _Found | None = None
        for statement in _flat(self.tree(module).body):
            if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                if statement.name == name and not _is_overload(statement):
                    found = module, statement
            elif isinstance(statement, (ast.Import, ast.ImportFrom)):
                found = self._imported(module, statement, name, depth, found)
            elif isinstance(statement, ast.Assign):
                if any(isinstance(target, ast.Name) and target.id == name for target in statement.targets):
                    found = self._expression(module, statement.value, depth + 1) or found
        return found or self._module_member(module, name) or self._lazily(module, name)

    def _imported(
        self, module: str, statement: ast.Import | ast.ImportFrom, name: str, depth: int, found: _Found | None
    ) -> _Found | None:
        """What a name is bound to after an import, and what it was bound to when that does not bind it."""
        for alias in statement.names:
            if isinstance(statement, ast.Import):
                whole = alias.name if alias.asname else alias.name.partition(".")[0]
                if (alias.asname or whole) == name and whole in self.paths:
                    found = whole, _NOTHING
                continue
            origin = self._origin(module, statement)
            if (alias.asname or alias.name) == name:
                found = self._named(origin, alias.name, depth + 1) or self._lazily(origin, alias.name) or found
            elif alias.name == "*" and found is None:
                found = self._named(origin, name, depth + 1)
        return found

    def _module_member(self, module: str, name: str) -> _Found | None:
        """A submodule stands for nothing that can be called, but names may be looked for in it."""
        return (f"{module}.{name}", _NOTHING) if f"{module}.{name}" in self.paths else None

    def _lazily(self, module: str, name: str) -> _Found | None:
        """What ``__getattr__`` takes from a table of modules by name."""
        if module not in self.paths:
            return None
        for statement in self.tree(module).body:
            value = getattr(statement, "value", None)
            if isinstance(value, ast.Dict):
                for key, item in zip(value.keys, value.values):
                    if isinstance(key, ast.Constant) and key.value == name:
                        texts = [n.value for n in ast.walk(item) if isinstance(n, ast.Constant)]
                        home = next((t for t in texts if isinstance(t, str) and "." in t), "")
                        home = module + home if home.startswith(".") else home
                        return self._named(home, name, 1) if home in self.paths else None
        return None

    def _origin(self, module: str, statement: ast.ImportFrom) -> str:
        if not statement.level:
            return statement.module or ""
        parts = module.split(".")
        is_package = self.paths[module].endswith("__init__.py")
        parts = parts[: len(parts) - statement.level + is_package]
        return ".".join([*parts, *([statement.module] if statement.module else [])])

    def parameters(self, name: str) -> tuple[set[str], bool] | None:
        """The keywords that a callable takes, and whether it takes any; None when it is not there."""
        found = self.find(name)
        if found is None or found[1] is _NOTHING:
            return None
        return self._parameters(*found)

    def _parameters(self, module: str, node: Definition) -> tuple[set[str], bool]:
        if not isinstance(node, ast.ClassDef):
            return _of_function(node)
        if _is_record(node):
            return set(self._fields(module, node)), False
        constructor = next((s for s in _flat(node.body) if getattr(s, "name", "") == "__init__"), None)
        inherited = [self._parameters(*base) for base in self.bases(module, node)]
        if isinstance(constructor, ast.FunctionDef):
            names, is_open = _of_function(constructor)
            if is_open and inherited:
                return names.union(*(known for known, _ in inherited)), any(opened for _, opened in inherited)
            return names, is_open
        return inherited[0] if inherited else (set(), False)

    def _fields(self, module: str, node: ast.ClassDef) -> Iterator[str]:
        for base_module, base in self.bases(module, node):
            yield from self._fields(base_module, base)
        for statement in node.body:
            if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                annotation, value = ast.unparse(statement.annotation), ast.unparse(statement.value or statement.target)
                if not annotation.startswith(("ClassVar", "KW_ONLY")) and "init=False" not in value:
                    yield statement.target.id


_NOTHING = ast.ClassDef("", [], [], [], [])


def _of_function(node: ast.FunctionDef | ast.AsyncFunctionDef) -> tuple[set[str], bool]:
    arguments = node.args
    names = {each.arg for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)}
    if arguments.kwarg is not None:
        names |= _popped(node, arguments.kwarg.arg)
    return names - {"self", "cls"}, arguments.kwarg is not None


def _popped(node: ast.AST, keywords: str) -> set[str]:
    """The keywords that a function takes out of its ``**kwargs`` by name."""
    return {
        str(call.args[0].value)
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in ("pop", "get")
        and ast.unparse(call.func.value) == keywords
        and call.args
        and isinstance(call.args[0], ast.Constant)
    }


def _is_overload(node: Definition) -> bool:
    return any("overload" in ast.unparse(decorator) for decorator in node.decorator_list)


def _is_record(node: ast.ClassDef) -> bool:
    """Whether the fields of a class are its parameters."""
    texts = [ast.unparse(each) for each in (*node.decorator_list, *node.bases)]
    own = any(getattr(statement, "name", "") == "__init__" for statement in node.body)
    return not own and any("dataclass" in text or text.endswith("NamedTuple") for text in texts)


def _flat(statements: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """Statements with those inside ``if`` and ``try``."""
    for statement in statements:
        yield statement
        if isinstance(statement, (ast.If, ast.Try, ast.With)):
            for part in ("body", "orelse", "finalbody"):
                yield from _flat(getattr(statement, part, ()))
            for handler in getattr(statement, "handlers", ()):
                yield from _flat(handler.body)
