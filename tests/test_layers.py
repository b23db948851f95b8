"""Data flows in one direction: a stage imports only what comes before it."""

from __future__ import annotations

import ast
import pathlib

import flake8_flyteconf

ROOT = pathlib.Path(flake8_flyteconf.__file__).parent

#: What each part of the package may import of the package, and of others.
ALLOWED: dict[str, set[str]] = {
    "__init__": set(),
    "collector": set(),
    "history": set(),
    "releases": {"history"},
    "pins": {"releases"},
    "diagnostics": set(),
    "gate": set(),
    "kubernetes": {"kubernetes"},
    "settings": {"kubernetes", "releases"},
    "values": {"kubernetes", "values"},
    "flytekit": {"flytekit", "values"},
    "flyte2": {"flyte2", "flytekit", "values"},
    "uses": {"flyte2", "flytekit"},
    "sdk": {"flyte2", "flytekit", "kubernetes", "values"},
    "rules": {"flyte2", "flytekit", "kubernetes", "releases", "rules", "sdk", "settings", "values"},
    "analysis": {"analysis", "flyte2", "flytekit", "kubernetes", "sdk", "uses", "values", "libcst"},
    "nodes": {"analysis", "sdk", "values"},
    "definitions": {"analysis", "flyte2", "nodes", "sdk", "values"},
    "name_uses": {"analysis", "flyte2", "flytekit", "sdk", "values"},
    "handlers": {"analysis", "rules"},
    "normalize": {"kubernetes", "values"},
    "printing": set(),
    "check": {"diagnostics", "flytekit", "handlers", "pins", "releases", "rules", "settings", "values"},
    "linter": {
        "analysis",
        "check",
        "collector",
        "definitions",
        "diagnostics",
        "gate",
        "name_uses",
        "normalize",
        "pins",
        "releases",
        "rules",
        "sdk",
        "settings",
        "values",
    },
    "fix": {
        "analysis",
        "check",
        "collector",
        "fix",
        "linter",
        "plugin",
        "printing",
        "rules",
        "sdk",
        "values",
        "flake8",
    },
    "plugin": {"collector", "diagnostics", "gate", "kubernetes", "linter", "settings", "flake8"},
    "reference": {"check", "diagnostics", "fix", "linter", "plugin", "releases", "rules", "settings"},
    "inspection": {"analysis", "check", "linter", "rules", "sdk", "settings", "values"},
    "report": {"check", "fix", "printing", "reference", "report", "rules", "flake8"},
    "pod": {
        "analysis",
        "fix",
        "flyte2",
        "flytekit",
        "kubernetes",
        "linter",
        "normalize",
        "pins",
        "pod",
        "printing",
        "sdk",
        "settings",
        "values",
    },
    "pylsp": {"check", "fix", "reference", "rules", "flake8"},
    "__main__": {"fix", "pins", "inspection", "pod", "printing", "reference", "releases", "report", "rules"},
}
PARTS_WITH_AST = {
    "analysis",
    "check",
    "definitions",
    "fix",
    "handlers",
    "nodes",
    "inspection",
    "linter",
    "name_uses",
    "plugin",
    "pod",
    "reference",
    "report",
}


def imports(path: pathlib.Path) -> set[str]:
    """The imported parts of the package and the imported packages from elsewhere but the standard library."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom):
            is_package = node.module == "flake8_flyteconf"
            names = [f"{node.module}.{alias.name}" for alias in node.names] if is_package else [node.module or ""]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            package, _, rest = name.partition(".")
            if package == "flake8_flyteconf":
                found.add(rest.partition(".")[0])
            elif package in ("ast", "flake8", "flytekit", "kubernetes", "libcst"):
                found.add(package if package != "kubernetes" else "kubernetes client")
    return found


#: What only these modules of the engine may name: the words of test frameworks.
NAMING = {"analysis/expectations.py"}


def strings(path: pathlib.Path) -> list[str]:
    """The strings of a module, documentation apart."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in documentation
    ]


def test_the_engine_names_no_library() -> None:
    for path in (ROOT / "analysis").glob("*.py"):
        if path.relative_to(ROOT).as_posix() not in NAMING:
            for text in strings(path):
                assert not any(word in text for word in ("flytekit", "kubernetes", "pytest")), f"{path.name}: {text}"


def test_imports_follow_the_stages() -> None:
    seen = set()
    for path in ROOT.rglob("*.py"):
        part = path.relative_to(ROOT).with_suffix("").parts[0]
        seen.add(part)
        allowed = ALLOWED[part] | ({"ast"} if part in PARTS_WITH_AST else set())
        assert imports(path) <= allowed, f"{path.relative_to(ROOT)} imports {imports(path) - allowed}"
    assert seen == set(ALLOWED)
