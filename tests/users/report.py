"""Write every finding in the packages of users to a file: ``python -m tests.users.report FILE``."""

from __future__ import annotations

import ast
import concurrent.futures
import io
import os
import pathlib
import sys
import tarfile
import tempfile
import tokenize
import zipfile

from flake8_flyteconf.linter import lint

PACKAGES = pathlib.Path(os.environ.get("PACKAGES", "packages"))


def unpacked(folder: pathlib.Path) -> list[pathlib.Path]:
    """The Python files of all packages."""
    for archive in sorted(PACKAGES.iterdir()):
        if archive.suffix == ".whl":
            with zipfile.ZipFile(archive) as wheel:
                wheel.extractall(folder / archive.stem.partition("-py")[0])
        else:
            with tarfile.open(archive) as sdist:
                sdist.extractall(folder, filter="data")
    return sorted(folder.rglob("*.py"))


def findings(path: pathlib.Path) -> list[str]:
    """Line, code and message of what is found in a file; nothing where this Python does not parse it."""
    try:
        with tokenize.open(path) as file:
            text = file.read()
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return []
    linted = lint(tree, list(io.StringIO(text)), path=str(path))
    return [f"{f.line}: {f.code} {f.text}" for f in linted.findings(lambda code: True)] if linted is not None else []


def every_finding(folder: pathlib.Path) -> list[str]:
    """The findings in all packages, which are unpacked into a folder, in the order of the files."""
    paths = unpacked(folder)
    if len(paths) < 2000:
        raise ValueError(f"{len(paths)} files are too few: are all packages there?")
    with concurrent.futures.ProcessPoolExecutor() as pool:
        return [
            f"{path.relative_to(folder).as_posix()}:{finding}"
            for path, each in zip(paths, pool.map(findings, paths, chunksize=20))
            for finding in each
        ]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        found = every_finding(pathlib.Path(folder))
    pathlib.Path(sys.argv[1]).write_text("".join(f"{line}\n" for line in found), encoding="utf-8")
