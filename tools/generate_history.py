"""Write the table of the releases that have each parameter of the SDKs' callables, from all their wheels.

Nothing is imported. The wheels are downloaded with pip, into the folder that is named or into a temporary one. Run it
as ``python -m tools.generate_history`` after the tables of signatures are written: it is about the callables in them.
"""

from __future__ import annotations

import ast
import concurrent.futures
import pathlib
import pprint
import re
import sys
import tempfile
from collections.abc import Iterable, Sequence

from packaging.version import Version

from flake8_flyteconf.flyte2 import tables as flyte2
from flake8_flyteconf.flytekit import plugins, tables
from tools.generate_plugins import PLUGINS
from tools.wheels import Wheel, published, wheel

TABLE = pathlib.Path(__file__).parents[1] / "flake8_flyteconf" / "history.py"
#: The oldest release that is read of each package.
OLDEST = {"flytekit": "0.16.0", "flyte": "2.0.0", "kubernetes": "12.0.0"}
#: Where callables are that the tables have under shorter names.
HOMES = {
    "flytekit.Identity": "flytekit.models.security.Identity",
    "flytekit.RawOutputDataConfig": "flytekit.models.common.RawOutputDataConfig",
    "flytekit.ShellTask": "flytekit.extras.tasks.shell.ShellTask",
    "flytekit.with_overrides": "flytekit.core.node.Node.with_overrides",
    "flyte.TaskTemplate.override": "flyte._task.TaskTemplate.override",
}
#: Callables that raise for what is left of their ``**kwargs``.
CLOSED = frozenset(
    {"flytekit.task", "flytekit.dynamic", "flyte.TaskEnvironment.clone_with", "flyte.TaskTemplate.override"}
)
#: What takes the fields of a class too.
FIELDS = {"flyte.TaskTemplate.override": "flyte._task.AsyncFunctionTaskTemplate"}

HEADER = '''"""Which releases have what, generated from the wheels up to flytekit {flytekit} and flyte {flyte}.

Do not edit: ``python -m tools.generate_history`` writes this file.
"""

from __future__ import annotations

'''

#: What is known of a callable in one release: its parameters, and the words around it when it takes any others: these
#: may be parameters too. None without it.
_Known = tuple[set[str], set[str]] | None


def known(read: Wheel, name: str) -> _Known:
    found = read.parameters(HOMES.get(name, name))
    if found is None:
        return None
    names, is_open = found
    if name in FIELDS:
        names |= (read.parameters(FIELDS[name]) or (set(), False))[0]
    definition = read.find(HOMES.get(name, name)) if is_open and name not in CLOSED else None
    return names, set(re.findall(r"\w+", ast.unparse(read.tree(definition[0])))) if definition is not None else set()


def lifespans(name: str, history: Sequence[tuple[str, _Known]]) -> dict[str, str]:
    """The releases that have a callable and its parameters, as ``first-last``; what all of them have is left out.

    Either end is empty where it is that of the history.
    """
    found: dict[str, str] = {}
    inside = [(release, each) for release, each in history if each is not None]
    releases = [release for release, _ in inside]
    if inside and (whole := span(releases, [release for release, _ in history])) != "-":
        found[name] = whole
    for parameter in sorted(set().union(*(names for _, (names, _) in inside))):
        # A parameter came when its name was first heard of, and is gone when it is none.
        is_there = parameter in inside[-1][1][0]
        having = [release for release, (names, words) in inside if parameter in (names | words if is_there else names)]
        if not parameter.startswith("_") and (own := span(having, releases)) != "-":
            found[f"{name}({parameter})"] = own
    return found


def span(having: Sequence[str], releases: Sequence[str]) -> str:
    """The first and the last of some releases, where these are not those of all."""
    first, last = having[0], having[-1]
    return f"{first if first != releases[0] else ''}-{last if last != releases[-1] else ''}"


def wheels(package: str, releases: Iterable[str], folder: pathlib.Path) -> list[tuple[str, Wheel]]:
    releases = list(releases)
    with concurrent.futures.ThreadPoolExecutor(4) as executor:
        found = executor.map(lambda release: wheel(package, release, folder), releases)
    return [(release, each) for release, each in zip(releases, found) if each is not None]


def releases_of(package: str) -> list[str]:
    return [each for each in published(package) if Version(each) >= Version(OLDEST[package])]


def of_plugin(package: str, callables: Iterable[str], folder: pathlib.Path) -> dict[str, str]:
    """The lifespans in a plugin, of which only releases are read between which something changes.

    There are a hundred of each plugin: the last of each minor release tells in which minor releases to look.
    """
    releases = [each for each in published(package) if Version(each) >= Version(OLDEST["flytekit"])]
    last = {_minor(each): each for each in releases}
    chosen = set(last.values())
    for spans in _lifespans(package, callables, sorted(chosen, key=Version), folder).values():
        first, _, final = spans.partition("-")
        changed = {_minor(first)} if first else set()
        later = [each for each in last if final and each > _minor(final)]
        chosen |= {each for each in releases if _minor(each) in changed.union(later[:1])}
    return _lifespans(package, callables, sorted(chosen, key=Version), folder)


def _minor(release: str) -> tuple[int, ...]:
    return Version(release).release[:2]


def _lifespans(package: str, callables: Iterable[str], releases: Iterable[str], folder: pathlib.Path) -> dict[str, str]:
    read = wheels(package, releases, folder)
    found: dict[str, str] = {}
    for name in callables:
        found.update(lifespans(name, [(release, known(each, name)) for release, each in read]))
    return found


def table(folder: pathlib.Path) -> str:
    """The text of the module."""
    found: dict[str, str] = {}
    names = {
        "flytekit": tables.SIGNATURES,
        "flyte": [name for name in flyte2.SIGNATURES if name.startswith("flyte.")],
        **{
            f"flytekitplugins-{plugin}": [n for n in plugins.SIGNATURES if n.startswith(f"flytekitplugins.{plugin}.")]
            for plugin in PLUGINS
        },
    }
    for package, callables in names.items():
        if package in OLDEST:
            found.update(_lifespans(package, callables, releases_of(package), folder))
        else:
            found.update(of_plugin(package, callables, folder))
    releases = {package: releases_of(package) for package in OLDEST}
    lines = [HEADER.format(**{package: each[-1] for package, each in releases.items()})]
    lines.append("#: The final releases, the oldest first.\n")
    lines.append(
        f"RELEASES: dict[str, str] = {pprint.pformat({k: ' '.join(v) for k, v in releases.items()}, width=118)}\n"
    )
    lines.append("#: The first and the last release that has a callable or its parameter, where not all have it.\n")
    lines.append("LIFESPANS: dict[str, str] = {\n")
    lines += [f'    "{key}": "{span}",\n' for key, span in sorted(found.items())]
    return "".join(lines) + "}\n"


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(sys.argv[1] if sys.argv[1:] else name)
        TABLE.write_text(table(folder), encoding="utf-8")


if __name__ == "__main__":
    main()
