"""Write the tables of the names that modules of flytekit and of its plugins have, from the wheels of their releases.

Nothing is imported: a name is there when a statement at the top of a module binds it. The wheels are downloaded with
pip, into the folder that is named or into a temporary one.
"""

from __future__ import annotations

import ast
import pathlib
import sys
import tempfile
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from packaging.version import Version

from tools.generate_history import releases_of, span, wheels
from tools.generate_plugins import PLUGINS
from tools.wheels import Wheel, published

TABLE = pathlib.Path(__file__).parents[1] / "flake8_flyteconf" / "flytekit" / "names.py"
PACKAGE, NAMESPACE = "flytekit", "flytekitplugins"
#: The oldest release of the plugins that is read.
OLDEST_PLUGIN = Version("1.0.0")

HEADER = '''"""The public names of flytekit's modules, generated from the releases {first} to {last}.

Do not edit: ``python -m tools.generate_names`` writes this file. Behind a module or name are the first and the last
release that has it, as ``first-last``; an end that is empty is that of the history. A module with ``*`` may have any.
"""

from __future__ import annotations

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


def modules(wheel: Wheel, package: str = PACKAGE) -> dict[str, set[str]]:
    """The names of each module of a wheel; ``*`` where a name cannot be ruled out."""
    found: dict[str, set[str]] = {}
    stars: dict[str, set[str]] = {}
    for module in wheel.paths:
        if module.partition(".")[0] == package:
            names = list(bound(wheel.tree(module).body))
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
    wheel.forget()
    return found


def render(releases: Sequence[tuple[str, dict[str, set[str]]]]) -> str:
    """The text of the module from the names of the modules of each release, the oldest first."""
    order = [release for release, _ in releases]
    lines = [HEADER.format(first=order[0], last=order[-1])]
    for module in sorted(set().union(*(each for _, each in releases))):
        inside = [(release, each[module]) for release, each in releases if module in each]
        own = [release for release, _ in inside]
        public = sorted(n for n in set().union(*(names for _, names in inside)) if not n.startswith("_"))
        if "*" in public:
            public = ["*"]
        words = [_dated(name, span([r for r, names in inside if name in names], own)) for name in public]
        title = _dated(module, span(own, order))
        pieces = textwrap.wrap(" ".join(words), 100, break_long_words=False, break_on_hyphens=False) or [""]
        if len(pieces) == 1:
            lines.append(f'    "{title}": "{pieces[0]}",\n')
        else:
            joined = "".join(f'        "{piece} "\n' for piece in pieces[:-1])
            lines.append(f'    "{title}": (\n{joined}        "{pieces[-1]}"\n    ),\n')
    return "".join(lines) + "}\n"


def of_plugins(folder: pathlib.Path) -> dict[str, set[str]]:
    """The names that the packages of the plugins have had, by the last release of each minor one."""
    found: dict[str, set[str]] = {}
    for plugin in PLUGINS:
        distribution = f"{NAMESPACE}-{plugin}"
        releases = [each for each in published(distribution) if Version(each) >= OLDEST_PLUGIN]
        last = {Version(each).release[:2]: each for each in releases}
        for _, wheel in wheels(distribution, last.values(), folder):
            for module, names in modules(wheel, NAMESPACE).items():
                if module.count(".") == 1:
                    # A folder without a file of its own is a package as well.
                    inside = {path.split(".")[2] for path in wheel.paths if path.startswith(f"{module}.")}
                    found.setdefault(module, set()).update(names, inside)
    return found


def render_plugins(packages: Mapping[str, set[str]]) -> str:
    """The table of the names of packages, whatever release has them."""
    lines = ["\n#: The names that any release of a task plugin has had.\nPLUGINS: dict[str, str] = {\n"]
    for package, names in sorted(packages.items()):
        public = "*" if "*" in names else " ".join(sorted(name for name in names if not name.startswith("_")))
        pieces = textwrap.wrap(public, 100, break_long_words=False, break_on_hyphens=False)
        joined = "".join(f'        "{piece} "\n' for piece in pieces[:-1])
        lines.append(
            f'    "{package}": (\n{joined}        "{pieces[-1]}"\n    ),\n'
            if joined
            else f'    "{package}": "{public}",\n'
        )
    return "".join(lines) + "}\n"


def _dated(name: str, releases: str) -> str:
    return name if releases == "-" else f"{name}:{releases}"


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(sys.argv[1] if sys.argv[1:] else name)
        read = wheels(PACKAGE, releases_of(PACKAGE), folder)
        names = render([(release, modules(wheel)) for release, wheel in read])
        TABLE.write_text(names + render_plugins(of_plugins(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
