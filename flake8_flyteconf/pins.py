"""Which releases a project uses, from its files: script metadata, lock files and bounds, in this order.

The files are looked for from the linted file up to the root of the project, and each folder is read once per process.
What cannot be read, and what two files say differently, tells nothing.
"""

from __future__ import annotations

import configparser
import functools
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import canonicalize_name
from packaging.markers import UndefinedEnvironmentName
from packaging.version import Version

from flake8_flyteconf.releases import Release, Releases, known, newest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

#: The lock files, in the order in which they count.
_LOCKS = ("uv.lock", "poetry.lock", "pdm.lock", "pylock.toml")
#: The releases of Python for which a requirement must hold to count.
_PYTHONS = ("3.10", "3.11", "3.12")
#: What begins the entry of a package in any of them.
_ENTRY = re.compile(r"^(?=\[\[packages?\]\]\s*$)", re.MULTILINE)
#: Where a package comes from that is no release: a repository, a folder.
_UNRELEASED = ("git", "vcs", "editable", "virtual", "directory", "path", "url", "archive", "revision")
#: The packages whose releases matter.
_PACKAGES = re.compile(r"flytekit|flyte|kubernetes|flytekitplugins-.+|flyteplugins-.+")
#: What marks the root of a project where nothing keeps its versions.
_MARKERS = frozenset({*_LOCKS, "pyproject.toml", "setup.cfg", "setup.py", "requirements.txt"})
#: A comment block of PEP 723, as its reference implementation has it.
_SCRIPT_BEGINS = "# /// script"
_SCRIPT = re.compile(rf"^{_SCRIPT_BEGINS}$\s(?P<content>(^#(| .*)$\s)+)^# ///$", re.MULTILINE)
#: A bound of Poetry that is no specifier: ``^1.10``, ``~1.10``.
_CARET = re.compile(r"([\^~])\s*(\d[\w.]*)")
#: A release that is named exactly: ``==1.11.0``.
_EXACT = re.compile(r"===?\s*([^,*]+)")

#: Longer requirements are nonsense, and their numbers more than Python takes.
_LONGEST = 1000

_Specifiers = dict[str, SpecifierSet]


class Folder(NamedTuple):
    """What the files of a folder tell: exact releases, bounds, what they ask for, and the releases of Python.

    ``unknown`` are packages that come from elsewhere, or are there in several releases; ``names`` are the files.
    """

    locked: Mapping[str, Release]
    bounded: Mapping[str, Release]
    asked: Mapping[str, SpecifierSet]
    unknown: frozenset[str]
    python: SpecifierSet | None
    names: frozenset[str]


class _File(NamedTuple):
    """What a file asks for, what it takes from elsewhere than an index, and the releases of Python."""

    asked: _Specifiers
    unknown: frozenset[str] = frozenset()
    python: SpecifierSet | None = None


def releases(path: str, text: str) -> Releases:
    """The releases that the project of a file uses; ``-`` and names of no file are in the working directory."""
    found = _of_project(os.path.dirname(path))
    return _of_script(text, found) if text.count(_SCRIPT_BEGINS) == 1 else found


@functools.cache
def _of_project(folder: str) -> Releases:
    """What the files from a folder up to the root of its project tell; what a nearer one rules out does not count."""
    folders = [_folder(each) for each in _folders(folder)]
    found: dict[str, Release] = {}
    for told in ("locked", "bounded"):
        asked: dict[str, SpecifierSet] = {}
        unknown: set[str] = set()
        for each in folders:
            unknown |= each.unknown
            for title, release in getattr(each, told).items():
                ruled_out = not asked.get(title, SpecifierSet()).contains(release.version, prereleases=True)
                if title not in unknown and not ruled_out:
                    found.setdefault(title, release)
            asked = {**each.asked, **asked}
    python = next((folder.python for folder in folders if folder.python is not None), None)
    return Releases(found, python)


def has_package(path: str, package: str) -> bool:
    """Whether the project of a file has a package or module of a name by itself, which hides an installed one."""
    return _has_package(os.path.dirname(path), package)


@functools.cache
def _has_package(folder: str, package: str) -> bool:
    for each in _folders(folder):
        names = _folder(each).names
        inside = [os.path.join(each, beneath, package) for beneath in ("", "src") if (beneath or package) in names]
        if f"{package}.py" in names or any(os.path.exists(os.path.join(path, "__init__.py")) for path in inside):
            return True
    return False


def of_requirements(texts: Iterable[str], source: str) -> Mapping[str, Release]:
    """The releases that requirements lead to, such as ``flytekit==1.11.0`` or ``flytekit<1.14``."""
    return _allowed(_of_lines(texts).asked, source)


def _folders(folder: str) -> Iterator[str]:
    """The folders from one up to the root of its project."""
    try:
        working = os.getcwd()
    except OSError:  # somebody has removed it
        return iter(())
    here = os.path.normpath(os.path.join(working, folder))
    above = [here]
    while os.path.dirname(above[-1]) != above[-1]:
        above.append(os.path.dirname(above[-1]))
    versioned = next((folder for folder in above if os.path.exists(os.path.join(folder, ".git"))), None)
    root = versioned or (working if working in above else None)
    root = root or next((folder for folder in above if _folder(folder).names & _MARKERS), here)
    return iter(above[: above.index(root) + 1])


@functools.cache
def _folder(folder: str) -> Folder:
    """What the files of a folder tell."""
    names = _names(folder)
    unknown: set[str] = set()
    locked: dict[str, Release] = {}
    for name in sorted({*_LOCKS} & names, key=_LOCKS.index):
        exact, elsewhere = _of_lock(_text(folder, name), name)
        locked = {**exact, **locked}
        unknown |= elsewhere - locked.keys()
    files = [name for name in sorted(names) if re.fullmatch(r"requirements[\w.-]*\.txt", name)]
    if "requirements" in names:
        inside = sorted(_names(os.path.join(folder, "requirements")))
        files += [f"requirements/{name}" for name in inside if name.endswith(".txt")]
    read = {name: _of_requirements(_text(folder, name)) for name in files}
    own = [name for name in ("requirements.txt", "setup.cfg", "pyproject.toml") if name in names]
    read |= {"setup.cfg": _of_setup(_text(folder, "setup.cfg"))} if "setup.cfg" in own else {}
    read |= {"pyproject.toml": _of_pyproject(_text(folder, "pyproject.toml"))} if "pyproject.toml" in own else {}
    asked: dict[str, SpecifierSet] = {}
    for name in own:
        asked = {**asked, **read[name].asked}
    unknown = {title for title in unknown.union(*(file.unknown for file in read.values())) if title not in locked}
    exact, bounded = _allowed_by(read, asked)
    python = next((read[name].python for name in reversed(own) if read[name].python is not None), None)
    return Folder({**exact, **locked}, bounded, asked, frozenset(unknown), python, names)


def _names(folder: str) -> frozenset[str]:
    try:
        return frozenset(os.listdir(folder))
    except OSError:  # of no folder too
        return frozenset()


def _allowed_by(read: Mapping[str, _File], asked: Mapping[str, SpecifierSet]) -> tuple[dict[str, Release], ...]:
    """The exact releases of requirements files, and the newest ones that bounds allow.

    The project itself counts before the other requirements files, which must agree, and not with what it rules out.
    """
    found: tuple[dict[str, Release], dict[str, Release]] = ({}, {})
    others: dict[str, set[Release]] = {}
    for name, file in read.items():
        for title, release in _allowed(file.asked, name).items():
            is_exact = name.endswith(".txt") and _EXACT.fullmatch(str(file.asked[title])) is not None
            if name in ("requirements.txt", "setup.cfg", "pyproject.toml"):
                found[0 if is_exact else 1][title] = release
            elif is_exact and asked.get(title, SpecifierSet()).contains(release.version, prereleases=True):
                others.setdefault(title, set()).add(release)
    for title, several in others.items():
        if len({release.version for release in several}) == 1:
            found[0].setdefault(title, min(several, key=lambda release: release.source))
    return found


def _text(folder: str, name: str) -> str:
    """The text of a file, empty for one that cannot be read or is none."""
    path = os.path.join(folder, name)
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return ""
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


# -- files


def _of_script(text: str, project: Releases) -> Releases:
    """What the metadata of a script say (PEP 723), which has an environment of its own; else what the project tells."""
    block = _SCRIPT.search(text.replace("\r\n", "\n"))
    if block is None:
        return project
    metadata = _toml("".join(line[2:] or "\n" for line in block["content"].splitlines(keepends=True)))
    asked = _of_lines(_strings(metadata.get("dependencies"))).asked
    python = _specifier(metadata.get("requires-python"))
    if not asked:
        return Releases(project.pinned, python if python is not None else project.python)
    return Releases(_allowed(asked, "the script metadata"), python)


def _of_lock(text: str, name: str) -> tuple[dict[str, Release], set[str]]:
    """The releases of a lock file, and the packages that it has from elsewhere or twice."""
    found: dict[str, set[Version | None]] = {}
    for entry in _ENTRY.split(text):
        # Others would take most of the time.
        if "flyte" in entry or "kubernetes" in entry:
            table = _toml(entry)
            for package in (*_list(table.get("package")), *_list(table.get("packages"))):
                title, version = _locked(package) if isinstance(package, dict) else ("", None)
                if _PACKAGES.fullmatch(title):
                    found.setdefault(title, set()).add(version)
    exact = {title: version for title, (version, *more) in found.items() if not more and version is not None}
    return {title: Release(version, name) for title, version in exact.items()}, found.keys() - exact.keys()


def _locked(package: Mapping[str, Any]) -> tuple[str, Version | None]:
    source = package.get("source")
    places = {*package, *(source if isinstance(source, dict) else ())}
    origin = source.get("type") if isinstance(source, dict) else None
    is_released = not places.intersection(_UNRELEASED) and origin not in _UNRELEASED
    title, version = package.get("name"), _version(package.get("version"))
    return canonicalize_name(title) if isinstance(title, str) else "", version if is_released else None


def _of_requirements(text: str) -> _File:
    return _of_lines(text.replace("\\\n", " ").splitlines())


def _of_setup(text: str) -> _File:
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read_string(text)
    except configparser.Error:
        return _File({})
    own = parser.get("options", "install_requires", fallback="").splitlines()
    extras = [line for _, lines in _items(parser, "options.extras_require") for line in lines.splitlines()]
    python = _specifier(parser.get("options", "python_requires", fallback=None))
    return _together(_of_lines(own), _of_lines(extras))._replace(python=python)


def _items(parser: configparser.ConfigParser, section: str) -> Sequence[tuple[str, str]]:
    return parser.items(section) if parser.has_section(section) else ()


def _of_pyproject(text: str) -> _File:
    """What a project asks for (PEP 621), with its groups (PEP 735), those of Poetry and the sources of uv."""
    parsed = _toml(text)
    project, tool = _dict(parsed.get("project")), _dict(parsed.get("tool"))
    poetry = _dict(tool.get("poetry"))
    others = [each for group in _dict(project.get("optional-dependencies")).values() for each in _strings(group)]
    others += [each for group in _dict(parsed.get("dependency-groups")).values() for each in _strings(group)]
    of_poetry = _dict(poetry.get("dependencies"))
    groups = [_of_poetry(_dict(_dict(group).get("dependencies"))) for group in _dict(poetry.get("group")).values()]
    own = _together(_of_lines(_strings(project.get("dependencies"))), _of_poetry(of_poetry))
    found = _together(own, _of_lines(others), *groups)
    sources = frozenset(map(canonicalize_name, _dict(_dict(tool.get("uv")).get("sources"))))
    python = _specifier(project.get("requires-python")) or _specifier(_standard(of_poetry.get("python")))
    return _File(found.asked, found.unknown | sources, python)


def _together(*files: _File) -> _File:
    """What several parts of a file ask for; of what two name the first one counts."""
    asked: _Specifiers = {}
    for file in files:
        asked = {**file.asked, **asked}
    return _File(asked, frozenset[str]().union(*(file.unknown for file in files)))


def _of_poetry(table: Mapping[str, Any]) -> _File:
    """The dependencies of Poetry; what depends on an environment tells nothing."""
    lines, unknown = [], set()
    for title, given in table.items():
        options = given if isinstance(given, dict) else {"version": given}
        if not isinstance(given, (dict, str)) or options.keys() & _UNRELEASED:
            unknown.add(canonicalize_name(title))
        elif not options.keys() & {"markers", "platform", "python"} and title != "python":
            lines.append(f"{title} {_standard(options.get('version'))}")
    return _together(_of_lines(lines), _File({}, frozenset(unknown)))


def _standard(constraint: object) -> str:
    """A constraint of Poetry as a specifier, empty when it bounds nothing or is not understood."""
    if not isinstance(constraint, str) or "|" in constraint:
        return ""
    parts = []
    for part in filter(None, (each.strip() for each in constraint.split(","))):
        numbers = _CARET.fullmatch(part)
        version = _version(numbers[2]) if numbers is not None else None
        if numbers is not None and version is not None:
            count = 1 if numbers[1] == "^" and version.major or len(version.release) == 1 else 2
            upper = [*version.release[: count - 1], version.release[count - 1] + 1]
            parts.append(f">={version},<{'.'.join(map(str, upper))}")
        elif part != "*":
            parts.append(part if not part[0].isdigit() else f"=={part}")
    return ",".join(parts)


# -- requirements


def _of_lines(texts: Iterable[str]) -> _File:
    """What requirements ask for together, but for those of some environments only."""
    asked: _Specifiers = {}
    unknown: set[str] = set()
    for requirement in _requirements(texts):
        title = canonicalize_name(requirement.name)
        if _PACKAGES.fullmatch(title) and _holds_everywhere(requirement):
            if requirement.url is not None:
                unknown.add(title)
            asked[title] = asked.get(title, SpecifierSet()) & requirement.specifier
    return _File(asked, frozenset(unknown))


def _requirements(texts: Iterable[str]) -> Iterator[Requirement]:
    for text in texts:
        text = re.split(r"(?:^|\s)#|\s--", text)[0].strip()
        # Most requirements are about other packages.
        is_ours = "flyte" in text.lower() or text.lower().startswith("kubernetes")
        if is_ours and len(text) < _LONGEST:
            try:
                yield Requirement(text)
            except InvalidRequirement:
                continue


def _holds_everywhere(requirement: Requirement) -> bool:
    """Whether a requirement holds for the Pythons that people use, on the system where tasks run."""
    marker = requirement.marker
    system = {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "extra": ""}
    try:
        return marker is None or all(
            marker.evaluate({**system, "python_version": python, "python_full_version": f"{python}.9"})
            for python in _PYTHONS
        )
    except (UndefinedEnvironmentName, ValueError):
        return False


def _allowed(specifiers: _Specifiers, source: str) -> dict[str, Release]:
    """The newest release that each specifier allows, of those that rule out the newest one known."""
    found = {}
    for title, specifier in specifiers.items():
        exact = _EXACT.fullmatch(str(specifier))
        version = _version(exact[1]) if exact is not None else None
        if version is None and not specifier.contains(newest(title), prereleases=True):
            family = "flytekit" if title.startswith("flytekit") else title if title == "kubernetes" else "flyte"
            version = max((each for each in known(family) if specifier.contains(each)), default=None)
        if version is not None:
            found[title] = Release(version, source)
    return found


# -- values of files


def _toml(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def _dict(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else ()


def _strings(value: object) -> list[str]:
    return [each for each in _list(value) if isinstance(each, str)]


def _version(text: object) -> Version | None:
    try:
        version = Version(text) if isinstance(text, str) else None
        return version if version is None or version.epoch == 0 else None
    except ValueError:  # of a version, or of a number that is too long for Python
        return None


def _specifier(text: object) -> SpecifierSet | None:
    try:
        return SpecifierSet(text) if isinstance(text, str) and text else None
    except InvalidSpecifier:
        return None
