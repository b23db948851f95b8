"""The real SDKs do with the small projects what the markers in them say.

A project without its marked statements is imported and serialized: what is silent runs. With one of them it fails at
the stage of the rule.
"""

from __future__ import annotations

import ast
import dataclasses
import importlib
import importlib.util
import itertools
import pathlib
import shutil
import sys
import types
from collections.abc import Iterator, Sequence

import pytest

from flake8_flyteconf.rules import RULES
from tests.modules import PROJECTS, files, marked

RULE_BY_CODE = {rule.code: rule for rule in RULES}
#: What the modules of the silent project need to be imported at all.
STAND_INS = {
    "silence": {
        "settings_of_nobody.py": "def fix(values):\n    values['LEVEL'] = '1'\n",
        "shop/missing.py": "GONE = 60\n",
        "shop/left.py": "A = 60\n",
        "shop/right.py": "B = 60\n",
    }
}


def _is_runnable(project: pathlib.Path) -> bool:
    text = "".join(path.read_text(encoding="utf-8") for path in files(project))
    needed = [sdk for sdk in ("flyte", "flytekit") if f"import {sdk}" in text or f"from {sdk} " in text]
    return all(importlib.util.find_spec(sdk) is not None for sdk in needed)


RUNNABLE = [project for project in PROJECTS if _is_runnable(project)]


def _statement(tree: ast.Module, line: int) -> tuple[int, int, int]:
    """The first and last line and the indentation of the innermost statement at a line."""
    best = (0, 10**6, 0)
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt):
            first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", ()))])
            last = node.end_lineno or first
            if first <= line <= last and last - first <= best[1] - best[0]:
                best = (first, last, node.col_offset)
    return best


def _without(text: str, lines: Sequence[int]) -> str:
    """A module with ``pass`` in the place of the statements at some lines."""
    tree, rows = ast.parse(text), text.splitlines()
    for line in lines:
        first, last, indentation = _statement(tree, line)
        rows[first - 1 : last] = [f"{' ' * indentation}pass", *itertools.repeat("", last - first)]
    return "\n".join(rows) + "\n"


def _is_executed(tree: ast.Module, line: int) -> bool:
    """Whether importing a module executes a line, or compiling a workflow does."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.AsyncFunctionDef, ast.If)):
            if node.body[0].lineno <= line <= (node.end_lineno or 0):
                return False
    return True


def _refused(path: pathlib.Path) -> Iterator[tuple[int, str]]:
    """The marked lines of a module at which import or serialization fails, with the stage."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for line, code in marked(path):
        rule = RULE_BY_CODE[code]
        if rule.kind == "refused" and rule.stage in ("import", "serialization") and _is_executed(tree, line):
            yield line, rule.stage


@pytest.fixture
def copy(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[pathlib.Path]:
    project: pathlib.Path = request.param
    root = tmp_path / project.name
    shutil.copytree(project, root)
    for name, text in STAND_INS.get(project.name, {}).items():
        (root / name).write_text(text, encoding="utf-8")
    for path in files(project):
        target = root / path.relative_to(project)
        if str(path.relative_to(project)) not in STAND_INS.get(project.name, {}):
            target.write_text(
                _without(path.read_text(encoding="utf-8"), [line for line, _ in _refused(path)]), encoding="utf-8"
            )
    monkeypatch.setenv("TIMEOUT", "60")
    monkeypatch.setenv("STAGE", "test")
    monkeypatch.setattr(sys, "path", [str(root), str(root / "src"), *sys.path])
    monkeypatch.chdir(root)
    if importlib.util.find_spec("flyte") is not None:
        from tests.truth import flyte2

        monkeypatch.setattr(flyte2, "CONTEXT", dataclasses.replace(flyte2.CONTEXT, root_dir=root))
    before = set(sys.modules)
    yield root
    for name in set(sys.modules) - before:
        if str(root) in str(getattr(sys.modules[name], "__file__", None) or getattr(sys.modules[name], "__path__", "")):
            del sys.modules[name]


def _imported(path: pathlib.Path, root: pathlib.Path) -> types.ModuleType:
    for name in list(sys.modules):
        if str(root) in str(getattr(sys.modules[name], "__file__", None) or getattr(sys.modules[name], "__path__", "")):
            del sys.modules[name]
    if "flytekit" in sys.modules:
        sys.modules["flytekit"].LaunchPlan.CACHE.clear()
    parts = path.relative_to(root).with_suffix("").parts
    importlib.invalidate_caches()
    return importlib.import_module(".".join(part for part in parts if part not in ("src", "__init__")))


def _serialize(module: types.ModuleType) -> None:
    if "flyte" in sys.modules and any(type(value).__module__.startswith("flyte.") for value in vars(module).values()):
        from tests.truth.flyte2 import deployed

        deployed(module)
    elif importlib.util.find_spec("flytekit") is not None:
        from tests.truth.flyte import serialized

        serialized(module)


def _failed_at(path: pathlib.Path, root: pathlib.Path) -> str:
    """The stage at which a module fails."""
    stage = "import"
    try:
        module = _imported(path, root)
        stage = "serialization"
        _serialize(module)
    except Exception:
        return stage
    return "none"


each_project = pytest.mark.parametrize("copy", RUNNABLE, indirect=True, ids=lambda path: path.name)


@each_project
def test_what_is_silent_runs(copy: pathlib.Path) -> None:
    for path in files(copy):
        _serialize(_imported(path, copy))


@each_project
def test_what_is_marked_fails(copy: pathlib.Path) -> None:
    (project,) = (path for path in PROJECTS if path.name == copy.name)
    for path in files(project):
        text = path.read_text(encoding="utf-8")
        every = [line for line, _ in _refused(path)]
        target = copy / path.relative_to(project)
        whole = target.read_text(encoding="utf-8")
        for line, stage in _refused(path):
            target.write_text(_without(text, [other for other in every if other != line]), encoding="utf-8")
            assert _failed_at(target, copy) == stage, f"{path}:{line}"
            target.write_text(whole, encoding="utf-8")


def test_enough_is_executed() -> None:
    assert sum(1 for project in PROJECTS for path in files(project) for _ in _refused(path)) >= 25
