"""How many modules of the package a literal passes on its way to a finding: ``python tools/trace_modules.py [TEXT]``.

Counted is the second of two runs over a module, so that nothing is imported or remembered on the way: the modules in
which something is called, the calls, and those that go from one module to another.
"""

from __future__ import annotations

import ast
import io
import pathlib
import sys
from types import FrameType

import flake8_flyteconf
from flake8_flyteconf.linter import lint

ROOT = str(pathlib.Path(flake8_flyteconf.__file__).parent)
TEXT = 'from flytekit import Resources\nResources(mem="2GB")\n'


def run(text: str) -> None:
    linted = lint(ast.parse(text), list(io.StringIO(text)))
    if linted is not None:
        linted.findings(lambda code: True)


def traced(text: str) -> tuple[int, int, int]:
    """The numbers of modules, calls and changes of module."""
    modules: set[str] = set()
    calls = changes = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls, changes
        module = frame.f_code.co_filename
        if event != "call" or not module.startswith(ROOT):
            return
        calls += 1
        modules.add(module)
        caller = frame.f_back
        while caller is not None and not caller.f_code.co_filename.startswith(ROOT):
            caller = caller.f_back
        changes += caller is not None and caller.f_code.co_filename != module

    run(text)
    sys.setprofile(count)
    try:
        run(text)
    finally:
        sys.setprofile(None)
    return len(modules), calls, changes


if __name__ == "__main__":
    found = traced(sys.argv[1] if len(sys.argv) > 1 else TEXT)
    print("{} modules, {} calls, {} of them into another module".format(*found))
