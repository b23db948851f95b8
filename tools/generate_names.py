"""Write the table of the names that the modules of flytekit have, from the wheels of several releases.

Nothing is imported: a name is there when a statement at the top of a module binds it, in any of the releases. The
wheels are downloaded with pip.
"""

from __future__ import annotations

import ast
import pathlib
import subprocess
import sys
import tempfile
import textwrap
import zipfile
from collections.abc import Iterable, Iterator

TABLE = pathlib.Path(__file__).parents[1] / "flake8_flyteconf" / "flytekit" / "names.py"
PACKAGE = "flytekit"
#: The releases to read, the newest last.
RELEASES = "1.10.7 1.11.0 1.12.3 1.13.15 1.14.9 1.15.4 1.16.0 1.16.10 1.16.20 1.16.30".split()

HEADER = '''"""The public names of flytekit's modules, generated from the releases {releases}.

Do not edit: ``python tools/generate_names.py`` writes this file. A module whose names are ``*`` may have any.
"""

from __future__ import annotations

#: The names that any of the releases has, by module.
MODULES: dict[str, str] = {{
'''


def bound(statements: Iterable[ast.stmt]) -> Iterator[tuple[str, str]]:
    """The names that statements bind, and the modules that they import with ``*`` as ``("*", module)``."""
    for statement in statements:
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield statement.name, ""
        elif isinstance(statement, ast.Import):
            yield from ((alias.asname or alias.name.partition(".")[0], "") for alias in statement.names)
        elif isinstance(statement, ast.ImportFrom):
            for alias in statement.names:
                yield (alias.asname or alias.name, statement.module or "" if alias.name == "*" else "")
        else:
            for node in ast.walk(statement):
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                    yield node.id, ""
            for field in ("body", "orelse", "finalbody"):
                yield from bound(getattr(statement, field, ()))
            for handler in getattr(statement, "handlers", ()):
                yield from bound(handler.body)


def modules(wheel: pathlib.Path) -> dict[str, set[str]]:
    """The names of each module of a wheel; ``*`` where a name cannot be ruled out."""
    found: dict[str, set[str]] = {}
    stars: dict[str, set[str]] = {}
    with zipfile.ZipFile(wheel) as archive:
        for path in archive.namelist():
            if path.startswith(f"{PACKAGE}/") and path.endswith(".py"):
                module = path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
                names = list(bound(ast.parse(archive.read(path)).body))
                found[module] = {name for name, _ in names if name != "*"}
                stars[module] = {origin for name, origin in names if name == "*"}
                if "__getattr__" in found[module]:
                    found[module].add("*")
    for module in sorted(found):
        parent, _, name = module.rpartition(".")
        found.get(parent, set()).add(name)
    for module, origins in stars.items():
        for origin in origins:
            found[module] |= found.get(origin, {"*"})
    return found


def render(releases: list[str], folder: pathlib.Path) -> str:
    union: dict[str, set[str]] = {}
    for release in releases:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
        subprocess.run([*command, "--dest", str(folder), f"{PACKAGE}=={release}"], check=True)
        for module, names in modules(folder / f"{PACKAGE}-{release}-py3-none-any.whl").items():
            union.setdefault(module, set()).update(names)
    lines = [HEADER.format(releases=", ".join(releases[:-1]) + f" and {releases[-1]}")]
    for module, names in sorted(union.items()):
        public = "*" if "*" in names else " ".join(sorted(n for n in names if not n.startswith("_")))
        pieces = textwrap.wrap(public, 100) or [""]
        if len(pieces) == 1:
            lines.append(f'    "{module}": "{pieces[0]}",\n')
        else:
            body = "".join(f'        "{piece} "\n' for piece in pieces[:-1])
            lines.append(f'    "{module}": (\n{body}        "{pieces[-1]}"\n    ),\n')
    return "".join(lines) + "}\n"


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        TABLE.write_text(render(RELEASES, pathlib.Path(name)), encoding="utf-8")


if __name__ == "__main__":
    main()
