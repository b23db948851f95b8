"""The small projects of many modules in ``tests/projects``: their findings, and the one module that they make."""

from __future__ import annotations

import ast
import collections
import contextlib
import io
import os
import pathlib
import re
from collections.abc import Iterator, Mapping, Sequence, Set

from flake8_flyteconf.diagnostics import Diagnostic
from flake8_flyteconf.linter import lint

PROJECTS = sorted(path for path in (pathlib.Path(__file__).parent / "projects").iterdir() if path.is_dir())
#: Those whose modules can be put one behind the other, in an order in which each comes after what it imports.
ORDERS: Mapping[str, Sequence[str]] = {
    "churn": (
        "churn/config.py",
        "churn/shared/decorators.py",
        "churn/templates.py",
        "churn/tasks.py",
        "churn/flows.py",
        "churn/plans.py",
    ),
    "flat": ("config.py", "images.py", "jobs.py"),
    "flyte2": ("agents/images.py", "agents/config.py", "agents/environments.py", "agents/tasks.py", "main.py"),
    "namespace": ("team/forecast/resources.py", "team/forecast/jobs.py"),
    "notebooks": ("helpers.py", "cells.py"),
}
_ORIGIN = re.compile(r" \([\w./]+\.py:\d+\)$")


def files(project: pathlib.Path) -> Sequence[pathlib.Path]:
    return sorted(project.rglob("*.py"))


@contextlib.contextmanager
def inside(folder: pathlib.Path) -> Iterator[None]:
    """With a folder as the working directory."""
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def found_in(path: pathlib.Path, project: pathlib.Path) -> Sequence[Diagnostic]:
    """The findings in a module, as flake8 prints them in the folder of the project."""
    with inside(project):
        return findings(path.read_text(encoding="utf-8"), str(path.relative_to(project)))


def findings(text: str, path: str) -> Sequence[Diagnostic]:
    linted = lint(ast.parse(text), list(io.StringIO(text)), path=path)
    return linted.findings(lambda code: True) if linted is not None else ()


def mistakes(found: Sequence[Diagnostic]) -> Set[tuple[str, str]]:
    """Codes and messages without the places of literals: what is wrong, wherever it is told."""
    return {(finding.code, _ORIGIN.sub("", finding.text)) for finding in found}


def marked(path: pathlib.Path) -> collections.Counter[tuple[int, str]]:
    """Line and code of each finding that a module expects."""
    expected: collections.Counter[tuple[int, str]] = collections.Counter()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if "# expect: " in line:
            expected.update((number, code) for code in line.partition("# expect: ")[2].split(", "))
    return expected


def merged(project: pathlib.Path) -> str:
    """All modules of a project as one."""
    paths = ORDERS[project.name]
    modules = {path.removesuffix(".py").replace("/", ".") for path in paths}
    packages = {name for module in modules for name in _above(module)} | modules
    bodies = []
    for path in paths:
        tree = ast.parse((project / path).read_text(encoding="utf-8"))
        merger = _Merger(packages)
        bodies += [ast.unparse(statement) for statement in merger.visit(tree).body]
    future = [line for line in bodies if line.startswith("from __future__")]
    return "\n".join([*future, *(body for body in bodies if body not in future)]) + "\n"


def _above(module: str) -> Iterator[str]:
    while "." in module:
        module = module.rpartition(".")[0]
        yield module


class _Merger(ast.NodeTransformer):
    """Takes away the imports from the project and the names of its modules."""

    def __init__(self, modules: Set[str]) -> None:
        self._modules = modules
        self._last = {module.rpartition(".")[2] for module in modules}
        #: The names by which the module knows other modules of the project.
        self._named: set[str] = set()

    def visit_Import(self, node: ast.Import) -> ast.AST | None:
        own = [alias for alias in node.names if alias.name in self._modules]
        self._named.update(alias.asname or alias.name for alias in own)
        node.names = [alias for alias in node.names if alias not in own]
        return node if node.names else None

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.AST | list[ast.AST] | None:
        if not node.level and node.module not in self._modules:
            return node
        names = [alias for alias in node.names if alias.name in self._last and alias.name not in ("main",)]
        self._named.update(alias.asname or alias.name for alias in names)
        renamed = [f"{a.asname} = {a.name}" for a in node.names if a.asname and a not in names]
        return [*ast.parse("\n".join(renamed)).body] or None

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if ast.unparse(node.value) in self._named:
            return ast.Name(node.attr, node.ctx)
        return self.generic_visit(node)
