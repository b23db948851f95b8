"""What the command ``pod`` knows of tasks, beside what an SDK serializes of them."""

from __future__ import annotations

import ast
import contextlib
import json
import linecache
import pathlib
import subprocess
import sys
import types
import uuid
import warnings
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from flake8_flyteconf.pod.flyte2 import SDK_IMAGE
from flake8_flyteconf.pod.parts import UNKNOWN, plain, unknown_parts
from flake8_flyteconf.pod.tasks import tasks
from flake8_flyteconf.pod.template import DEFAULT_IMAGE
from flake8_flyteconf.reference import example
from flake8_flyteconf.rules import RULES
from tests.findings import FILES, FIXTURES

#: Reasons for what no file tells.
NOBODY_TELLS = {DEFAULT_IMAGE, SDK_IMAGE, "the settings of the registration"}


class Compared(NamedTuple):
    """How many tasks were compared, how many of them are wholly known, and where they differ."""

    tasks: int
    complete: int
    differences: list[str]


def compared_apart(module: str) -> Compared:
    """What a module compares when it is run, in a process of its own: cases put their own in the place of the SDK's."""
    done = subprocess.run([sys.executable, "-m", module], stdout=subprocess.PIPE, text=True, check=True)
    return Compared(*json.loads(done.stdout.splitlines()[-1]))


def sources(cases: str) -> Iterator[tuple[str, str]]:
    """Modules by their names: the recorded cases, the fixtures, and the good examples of the rules."""
    for line in (FIXTURES / "conformance" / cases).read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        yield case["id"], case["source"]
    yield from ((path.name, path.read_text(encoding="utf-8")) for path in FILES)
    yield from ((rule.code, example(rule, "Good")) for rule in RULES)


def run(text: str, folder: pathlib.Path) -> types.ModuleType:
    """The module that a text makes, statement by statement: what is refused is not there."""
    name = f"example_{uuid.uuid4().hex}"
    module = types.ModuleType(name)
    path = folder / f"{name}.py"
    path.write_text(text, encoding="utf-8")
    module.__file__ = str(path)
    sys.modules[name] = module
    linecache.cache[module.__file__] = (len(text), None, text.splitlines(keepends=True), module.__file__)
    for statement in ast.parse(text).body:
        with contextlib.suppress(Exception, SystemExit), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            code = compile(ast.Module([statement], []), module.__file__, "exec")
            exec(code, vars(module))  # noqa: S102
    return module


def compared(
    modules: Iterable[tuple[str, str]], folder: pathlib.Path, serialized: Callable[[Any], dict[str, Any] | None]
) -> Compared:
    """Each task that the SDK serializes, ``serialized`` in the form of a template, beside what the file tells."""
    count = complete = 0
    differences = []
    for title, text in modules:
        module = run(text, folder)
        for found in tasks(text, module.__file__ or ""):
            if found.template is None or found.name not in vars(module):
                continue
            real = serialized(vars(module)[found.name])
            if real is None:
                continue
            whole = found.template.as_mapping()
            count += 1
            complete += all(part.reason in NOBODY_TELLS for part in unknown_parts(whole))
            for path, ours, theirs in differing(without_empty(plain(whole)), without_empty(real)):
                differences.append(f"{title}: {found.name}: {path}: {ours!r} is not {theirs!r}")
    return Compared(count, complete, differences)


def differing(ours: Any, theirs: Any, path: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Where two templates differ; what is unknown may be anything."""
    if ours is UNKNOWN:
        return
    if isinstance(ours, dict) and isinstance(theirs, (dict, type(None))):
        theirs = theirs or {}
        for key in sorted({*ours, *theirs}):
            yield from differing(ours.get(key), theirs.get(key), f"{path}/{key}")
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for index, (first, second) in enumerate(zip(ours, theirs)):
            yield from differing(first, second, f"{path}/{index}")
    elif ours != theirs or isinstance(ours, bool) != isinstance(theirs, bool):
        yield path, ours, theirs


def without_empty(value: Any, key: str = "") -> Any:
    """A template without what is empty, which protobuf does not tell from what is not there; a pod spec stays."""
    if not isinstance(value, dict) or key == "pod_spec":
        return value
    inside = {name: without_empty(item, name) for name, item in value.items()}
    return {name: item for name, item in inside.items() if item not in ({}, [], None, "")}
