"""What users of Flyte install goes through the plugin: flytekit, its plugins, union, latch, with tests and examples.

``findings.txt`` lists every finding with the reason why it is right. A new one fails the test, and so does one that is
no longer found. tox downloads the packages that ``sdists.txt`` and ``wheels.txt`` name.
"""

from __future__ import annotations

import ast
import concurrent.futures
import io
import os
import pathlib
import tarfile
import tokenize
import zipfile

from flake8_flyteconf.linter import lint

HERE = pathlib.Path(__file__).parent
PACKAGES = pathlib.Path(os.environ["PACKAGES"])


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
    linted = lint(tree, list(io.StringIO(text)))
    return [f"{f.line}: {f.code} {f.text}" for f in linted.findings(lambda code: True)] if linted is not None else []


def listed() -> list[str]:
    lines = (HERE / "findings.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_every_finding_is_listed(tmp_path: pathlib.Path) -> None:
    paths = unpacked(tmp_path)
    assert len(paths) > 2000
    with concurrent.futures.ProcessPoolExecutor() as pool:
        found = [
            f"{path.relative_to(tmp_path).as_posix()}:{finding}"
            for path, each in zip(paths, pool.map(findings, paths, chunksize=20))
            for finding in each
        ]
    assert found == listed()
