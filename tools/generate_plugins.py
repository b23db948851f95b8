"""Write the table of the configuration classes of flytekit's task plugins from their wheels.

Nothing is imported, so neither ray nor torch is needed: the fields are those of the dataclasses and constructors as
they are written. The wheels are downloaded with pip.
"""

from __future__ import annotations

import ast
import pathlib
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator

TABLE = pathlib.Path(__file__).parents[1] / "flake8_flyteconf" / "flytekit" / "plugins.py"
VERSION = "1.16.31"
PLUGINS = (
    """athena awsbatch bigquery dask hive inference kfmpi kfpytorch kftensorflow papermill pod ray slurm snowflake spark
sqlalchemy""".split()
)
#: Tasks, whose further keywords are those of ContainerTask's bases or are swallowed.
TASKS = frozenset(
    {
        "AthenaTask",
        "BigQueryTask",
        "HiveTask",
        "NotebookTask",
        "SlurmShellTask",
        "SlurmTask",
        "SnowflakeTask",
        "SQLAlchemyTask",
    }
)
INFERENCE = frozenset({"NIM", "Ollama", "VLLM"})

HEADER = '''"""The configuration classes of flytekit's task plugins, generated from the plugins {version}.

Do not edit: ``python tools/generate_plugins.py`` writes this file.
"""

from __future__ import annotations

#: Positional parameters, further keywords, required parameters, whether unknown keywords are let through.
SIGNATURES: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], bool]] = {{
'''
Parameters = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], bool]


def classes(wheel: pathlib.Path, plugin: str) -> dict[str, ast.ClassDef]:
    """The public classes of a plugin."""
    found = {}
    with zipfile.ZipFile(wheel) as archive:
        for path in archive.namelist():
            if path.startswith(f"flytekitplugins/{plugin}/") and path.endswith(".py"):
                for node in ast.parse(archive.read(path)).body:
                    if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and not is_enum(node):
                        found[node.name] = node
    return found


def is_enum(node: ast.ClassDef) -> bool:
    return any("Enum" in ast.unparse(base) for base in node.bases)


def is_dataclass(node: ast.ClassDef) -> bool:
    return any("dataclass" in ast.unparse(decorator) for decorator in node.decorator_list)


def fields(node: ast.ClassDef, known: dict[str, ast.ClassDef]) -> Iterator[tuple[str, bool]]:
    """The fields of a dataclass and of its bases, and whether each is required."""
    for base in node.bases:
        if isinstance(base, ast.Name) and base.id in known:
            yield from fields(known[base.id], known)
    for statement in node.body:
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            if not ast.unparse(statement.annotation).startswith("ClassVar"):
                yield statement.target.id, statement.value is None


def signature(node: ast.ClassDef, known: dict[str, ast.ClassDef]) -> Parameters | None:
    """The parameters of a configuration class; None for a class that is none."""
    if is_dataclass(node):
        found = dict(fields(node, known))
        return tuple(found), (), tuple(name for name, required in found.items() if required), False
    for statement in node.body:
        if isinstance(statement, ast.FunctionDef) and statement.name == "__init__":
            arguments = statement.args
            positional = [a.arg for a in arguments.args[1:]]
            keywords = {a.arg for a in arguments.kwonlyargs}
            count = len(positional) - len(arguments.defaults)
            required = positional[:count]
            required += [a.arg for a, default in zip(arguments.kwonlyargs, arguments.kw_defaults) if default is None]
            return tuple(positional), tuple(sorted(keywords)), tuple(required), arguments.kwarg is not None
    return None


def render(version: str, folder: pathlib.Path) -> str:
    lines = [HEADER.format(version=version)]
    for plugin in PLUGINS:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
        subprocess.run([*command, "--dest", str(folder), f"flytekitplugins-{plugin}=={version}"], check=True)
        known = classes(next(folder.glob(f"flytekitplugins_{plugin}-*.whl")), plugin)
        for name, node in sorted(known.items()):
            is_configuration = is_dataclass(node) or name in TASKS | INFERENCE
            if name.endswith("Metadata") or name in ("SSHConfig", "SlurmCluster"):
                continue  # of the connectors
            found = signature(node, known) if is_configuration else None
            if found is not None:
                lines.append(f'    "flytekitplugins.{plugin}.{name}": {found!r},\n')
    return "".join(lines) + "}\n"


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        TABLE.write_text(render(VERSION, pathlib.Path(name)), encoding="utf-8")


if __name__ == "__main__":
    main()
