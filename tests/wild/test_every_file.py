"""Every Python file of the standard library, with its tests, and of the installed packages goes through the plugin."""

from __future__ import annotations

import ast
import concurrent.futures
import io
import pathlib
import sysconfig
import tokenize
import warnings

from flake8_flyteconf.linter import lint
from flake8_flyteconf.plugin import FlyteConfiguration
from tests.findings import fault_in

FOLDERS = {pathlib.Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
#: Puts every name of flytekit into reach, so that the plugin does not turn away at the first look.
HEADER = "from flytekit import *; from kubernetes.client import *; import flytekit\n"


def fault(path: pathlib.Path) -> str | None:
    """What is wrong with the findings in a file; None when nothing is, or when this Python does not parse it."""
    warnings.simplefilter("ignore")
    try:
        with tokenize.open(path) as file:
            text = file.read()
        tree = ast.parse(HEADER + text.replace("from __future__", "from ___future__"))
    except (SyntaxError, ValueError, RecursionError, OSError):
        return None
    lines = list(io.StringIO(text))
    if "flytekit" not in text and list(FlyteConfiguration(tree, lines).run()):
        return f"{path}: a finding without Flyte"
    lines = [HEADER, *lines]
    linted = lint(tree, lines, policy=True)
    found = fault_in(linted.findings(lambda code: True), lines) if linted is not None else None
    return f"{path}: {found}" if found is not None else None


def test_every_file() -> None:
    paths = sorted({path for folder in FOLDERS for path in folder.rglob("*.py")})
    assert len(paths) > 1000
    with concurrent.futures.ProcessPoolExecutor() as pool:
        assert not [found for found in pool.map(fault, paths, chunksize=20) if found]
