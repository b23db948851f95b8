"""Which releases a project uses, from its files: script metadata, lock files and bounds, in this order.

The files are looked for from the linted file up to the root of the project, and each folder is read once per process.
What cannot be read, and what two files say differently, tells nothing.
"""

from __future__ import annotations

import configparser
import functools
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

from flake8_flyteconf.releases import Release, Releases, known, newest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

#: The lock files, in the order in which they count.
_LOCKS = ("uv.lock", "poetry.lock", "pdm.lock", "pylock.toml")
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

_Specifiers = dict[str, SpecifierSet]


class Folder(NamedTuple):
    """What the files of a folder tell: exact releases, bounds, the releases of Python, and what is beside them."""

    locked: Mapping[str, Release]
    bounded: Mapping[str, Release]
    python: SpecifierSet | None
    names: frozenset[str]


def releases(path: str, text: str) -> Releases:
    """The releases that the project of a file uses; ``-`` and names of no file are in the working directory."""
    found = _of_project(os.path.dirname(path))
    return _of_script(text).or_else(found) if _SCRIPT_BEGINS in text else found


@functools.cache
def _of_project(folder: str) -> Releases:
    """What the files from a folder up to the root of its project tell."""
    folders = [_folder(each) for each in _folders(folder)]
    found = Releases()
    for each in (*(folder.locked for folder in folders), *(folder.bounded for folder in folders)):
        found = found.or_else(Releases(each))
    python = next((folder.python for folder in folders if folder.python is not None), None)
    return found.or_else(Releases({}, python))


def of_requirements(texts: Iterable[str], source: str) -> Mapping[str, Release]:
    """The releases that requirements lead to, such as ``flytekit==1.11.0`` or ``flytekit<1.14``."""
    return _allowed(_specifiers(_requirements(texts)), source)


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
    try:
        names = frozenset(os.listdir(folder))
    except OSError:
        names = frozenset()
    locked: dict[str, Release] = {}
    for name in sorted({*_LOCKS} & names, key=_LOCKS.index):
        locked = {**_of_lock(_text(folder, name), name), **locked}
    bounded: dict[str, Release] = {}
    python: SpecifierSet | None = None
    files = [f for f in names if re.fullmatch(r"requirements[\w.-]*\.txt", f)]
    exact, bounds = _of_requirements({name: _text(folder, name) for name in sorted(files)})
    locked, bounded = {**exact, **locked}, {**bounds, **bounded}
    for name, read in (("setup.cfg", _of_setup), ("pyproject.toml", _of_pyproject)):
        if name in names:
            specifiers, supported = read(_text(folder, name))
            bounded = {**bounded, **_allowed(specifiers, name)}
            python = supported if supported is not None else python
    return Folder(locked, bounded, python, names)


def _text(folder: str, name: str) -> str:
    try:
        with open(os.path.join(folder, name), encoding="utf-8-sig", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


# -- files


def _of_script(text: str) -> Releases:
    """What the metadata of a script say (PEP 723)."""
    blocks = list(_SCRIPT.finditer(text.replace("\r\n", "\n")))
    if len(blocks) != 1:
        return Releases()
    metadata = _toml("".join(line[2:] or "\n" for line in blocks[0]["content"].splitlines(keepends=True)))
    texts = [each for each in _list(metadata.get("dependencies")) if isinstance(each, str)]
    return Releases(of_requirements(texts, "the script metadata"), _specifier(metadata.get("requires-python")))


def _of_lock(text: str, name: str) -> dict[str, Release]:
    """The releases of a lock file; a package that it has twice may be either."""
    found: dict[str, set[Version]] = {}
    for entry in _ENTRY.split(text):
        # Others would take most of the time.
        if "flyte" in entry or "kubernetes" in entry:
            table = _toml(entry)
            for package in (*_list(table.get("package")), *_list(table.get("packages"))):
                title, version = _locked(package) if isinstance(package, dict) else ("", None)
                if _PACKAGES.fullmatch(title):
                    found.setdefault(title, set()).update([] if version is None else [version])
    return {title: Release(next(iter(each)), name) for title, each in found.items() if len(each) == 1}


def _locked(package: Mapping[str, Any]) -> tuple[str, Version | None]:
    source = package.get("source")
    places = {*package, *(source if isinstance(source, dict) else ())}
    kind = source.get("type") if isinstance(source, dict) else None
    is_released = not places.intersection(_UNRELEASED) and kind not in _UNRELEASED
    title, version = package.get("name"), _version(package.get("version"))
    return canonicalize_name(title) if isinstance(title, str) else "", version if is_released else None


def _of_requirements(files: Mapping[str, str]) -> tuple[dict[str, Release], dict[str, Release]]:
    """The exact releases and the bounds of requirements files; ``requirements.txt`` counts before its siblings."""
    found: tuple[dict[str, Release], dict[str, Release]] = ({}, {})
    siblings: tuple[dict[str, set[Release]], dict[str, set[Release]]] = ({}, {})
    for name, text in files.items():
        specifiers = _specifiers(_requirements(text.replace("\\\n", " ").splitlines()))
        for title, release in _allowed(specifiers, name).items():
            index = 0 if _EXACT.fullmatch(str(specifiers[title])) else 1
            if name == "requirements.txt":
                found[index][title] = release
            siblings[index].setdefault(title, set()).add(release)
    for own, theirs in zip(found, siblings):
        for title, several in theirs.items():
            if title not in own and len({release.version for release in several}) == 1:
                own[title] = min(several, key=lambda release: release.source)
    return found


def _of_setup(text: str) -> tuple[_Specifiers, SpecifierSet | None]:
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read_string(text)
    except configparser.Error:
        return {}, None
    own = parser.get("options", "install_requires", fallback="").splitlines()
    extras = [line for _, lines in _items(parser, "options.extras_require") for line in lines.splitlines()]
    python = _specifier(parser.get("options", "python_requires", fallback=None))
    return {**_specifiers(_requirements(extras)), **_specifiers(_requirements(own))}, python


def _items(parser: configparser.ConfigParser, section: str) -> Sequence[tuple[str, str]]:
    return parser.items(section) if parser.has_section(section) else ()


def _of_pyproject(text: str) -> tuple[_Specifiers, SpecifierSet | None]:
    """The bounds of a project (PEP 621), of its groups (PEP 735), and of Poetry."""
    parsed = _toml(text)
    project, tool = _dict(parsed.get("project")), _dict(parsed.get("tool"))
    poetry = _dict(tool.get("poetry"))
    own = _strings(project.get("dependencies"))
    others = [each for group in _dict(project.get("optional-dependencies")).values() for each in _strings(group)]
    others += [each for group in _dict(parsed.get("dependency-groups")).values() for each in _strings(group)]
    of_poetry = _dict(poetry.get("dependencies"))
    own += _of_poetry(of_poetry)
    for group in _dict(poetry.get("group")).values():
        others += _of_poetry(_dict(_dict(group).get("dependencies")))
    python = _specifier(project.get("requires-python")) or _specifier(_standard(of_poetry.get("python")))
    return {**_specifiers(_requirements(others)), **_specifiers(_requirements(own))}, python


def _of_poetry(table: Mapping[str, Any]) -> list[str]:
    """The dependencies of Poetry as requirements; one from a repository or a folder is no release."""
    found = []
    for title, given in table.items():
        constraint = given.get("version") if isinstance(given, dict) else given
        if (specifier := _standard(constraint)) and title != "python":
            found.append(f"{title} {specifier}")
    return found


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


def _requirements(texts: Iterable[str]) -> Iterator[Requirement]:
    for text in texts:
        text = re.split(r"(?:^|\s)#|\s--", text)[0].strip()
        # Most requirements are about other packages.
        if "flyte" in text.lower() or text.lower().startswith("kubernetes"):
            try:
                yield Requirement(text)
            except InvalidRequirement:
                continue


def _specifiers(requirements: Iterable[Requirement]) -> _Specifiers:
    """What all requirements of a package ask of its release together."""
    found: _Specifiers = {}
    for requirement in requirements:
        title = canonicalize_name(requirement.name)
        if _PACKAGES.fullmatch(title) and requirement.url is None:
            found[title] = found.get(title, SpecifierSet()) & requirement.specifier
    return found


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
        return Version(text) if isinstance(text, str) else None
    except InvalidVersion:
        return None


def _specifier(text: object) -> SpecifierSet | None:
    try:
        return SpecifierSet(text) if isinstance(text, str) and text else None
    except InvalidSpecifier:
        return None
