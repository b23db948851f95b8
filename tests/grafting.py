"""Put Flyte calls into every place of real modules and lint what comes out.

``python -m tests.grafting --count 10000`` does it with as many modules; each has a seed, which is printed when the
plugin raises, and ``--seed`` does one of them again.
"""

from __future__ import annotations

import argparse
import ast
import concurrent.futures
import functools
import io
import pathlib
import random
import sysconfig
import tokenize
import warnings
from collections.abc import Iterator, Sequence

from flake8_flyteconf.linter import lint
from tests.findings import PROJECT, fault_in

FOLDERS = ("stdlib", "purelib")
#: The largest file that is taken, in bytes; a module is parsed twice.
LARGEST = 60_000
HEADER = """\
import copy, functools
import flytekit
from flytekit import *
from flytekit import Options, PodTemplate, Resources, Secret, dynamic, map_task, task, workflow
from flytekit.remote import FlyteRemote
from kubernetes.client import V1Container, V1PodSpec, V1Volume
MEM = "2GB"
TEMPLATE = PodTemplate(primary_container_name="main")
VOLUMES = [V1Volume(name="a")]
SPEC = V1PodSpec(containers=[V1Container(name="main")], volumes=VOLUMES)
small = functools.partial(task, requests=Resources(mem=MEM))
def resources(mem="1GB", **others):
    return Resources(mem=mem, **others)
def template(spec=SPEC):
    copied = copy.deepcopy(TEMPLATE)
    return PodTemplate(pod_spec=spec)
@task(limits=Resources(cpu="1 core"))
def train(n: int = 1) -> int: ...
"""
GRAFTS = (
    'Resources(mem="2GB", cpu=1)',
    "Resources(mem=MEM)",
    "resources(gpu=1)",
    "resources()",
    "template()",
    "TEMPLATE",
    "SPEC.volumes",
    "VOLUMES",
    "MEM",
    "small",
    "train",
    "train(n=1).with_overrides(mem='1')",
    "task(cache=True)(train)",
    "map_task(train)(n=[1])",
    "PodTemplate(pod_spec=SPEC, labels={'a b': MEM})",
    "V1PodSpec(containers=[V1Container(name='main', image='a '), *VOLUMES])",
    "FlyteRemote().execute(train, options=Options(labels={}))",
    "VOLUMES.append(V1Volume(name='a'))",
    "copy.copy(TEMPLATE)",
    "(TEMPLATE if MEM else None)",
    "{**VOLUMES[0], 'mem': MEM}",
    "[Secret(key='k') for _ in VOLUMES]",
    "(lambda spec: PodTemplate(pod_spec=spec))(SPEC)",
    "(mem := Resources(mem=MEM))",
)
#: Where expressions go, by the kind of node: fields with one expression and fields with a list of them.
PLACES = {
    ast.Assign: ("value",),
    ast.AnnAssign: ("value",),
    ast.AugAssign: ("value",),
    ast.Return: ("value",),
    ast.Expr: ("value",),
    ast.If: ("test",),
    ast.While: ("test",),
    ast.IfExp: ("test", "body", "orelse"),
    ast.For: ("iter",),
    ast.comprehension: ("iter",),
    ast.withitem: ("context_expr",),
    ast.keyword: ("value",),
    ast.Assert: ("test", "msg"),
    ast.Raise: ("exc",),
    ast.Subscript: ("slice",),
    ast.Attribute: ("value",),
    ast.Starred: ("value",),
    ast.Await: ("value",),
    ast.Yield: ("value",),
    ast.match_case: ("guard",),
    ast.Call: ("func", "args"),
    ast.arguments: ("defaults", "kw_defaults"),
    ast.FunctionDef: ("decorator_list",),
    ast.AsyncFunctionDef: ("decorator_list",),
    ast.ClassDef: ("decorator_list", "bases"),
    ast.Dict: ("values",),
    ast.List: ("elts",),
    ast.Tuple: ("elts",),
    ast.BinOp: ("left", "right"),
    ast.BoolOp: ("values",),
    ast.Compare: ("left", "comparators"),
}
NAMES = ("TEMPLATE", "MEM", "VOLUMES", "SPEC", "small", "train", "resources")


@functools.cache
def sources() -> Sequence[pathlib.Path]:
    """The modules to be grafted, in an order that does not depend on the file system."""
    folders = {pathlib.Path(sysconfig.get_path(name)) for name in FOLDERS}
    return sorted({path for folder in folders for path in folder.rglob("*.py") if path.stat().st_size < LARGEST})


def grafted(seed: int) -> str | None:
    """A module with some of its expressions and names replaced, None when what was chosen cannot be parsed."""
    warnings.simplefilter("ignore")
    chance = random.Random(seed)
    try:
        with tokenize.open(chance.choice(sources())) as file:
            tree = ast.parse(file.read())
    except (SyntaxError, ValueError, RecursionError):
        return None
    share = chance.choice((0.02, 0.1, 0.4))
    for node in list(ast.walk(tree)):
        _graft(node, chance, share)
        if isinstance(node, ast.Name) and chance.random() < share / 4:
            node.id = chance.choice(NAMES)
        elif isinstance(node, (ast.Global, ast.Nonlocal)) and chance.random() < 0.5:
            node.names = [chance.choice(NAMES)]
        elif isinstance(node, ast.FunctionDef) and chance.random() < share / 4:
            node.body.insert(0, ast.Global([chance.choice(NAMES)]))
    try:
        text = HEADER + ast.unparse(tree).replace("from __future__", "from ___future__")
        ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return None
    return text


def _graft(node: ast.AST, chance: random.Random, share: float) -> None:
    for name in PLACES.get(type(node), ()):
        value = getattr(node, name)
        if isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, ast.expr) and _is_read(item) and chance.random() < share:
                    value[index] = _scion(chance)
            if name == "decorator_list" and chance.random() < share:
                value.append(_scion(chance))
        elif isinstance(value, ast.expr) and _is_read(value) and chance.random() < share:
            setattr(node, name, _scion(chance))


def _is_read(node: ast.expr) -> bool:
    """Whether an expression is no target of an assignment."""
    return isinstance(getattr(node, "ctx", ast.Load()), ast.Load)


def _scion(chance: random.Random) -> ast.expr:
    return ast.parse(chance.choice(GRAFTS), mode="eval").body


def fault(seed: int) -> str | None:
    """What goes wrong in the module of a seed: the plugin fails, or reports a place outside the file."""
    text = grafted(seed)
    if text is None:
        return None
    lines = list(io.StringIO(text))
    try:
        linted = lint(ast.parse(text), lines, PROJECT, True)
    except Exception as error:
        return f"seed {seed}: {error!r}"
    found = fault_in(linted.findings(lambda code: True), lines) if linted is not None else None
    return f"seed {seed}: {found}" if found is not None else None


def faults(seeds: Sequence[int]) -> Iterator[str]:
    """What goes wrong, over all processors."""
    with concurrent.futures.ProcessPoolExecutor() as pool:
        yield from filter(None, pool.map(fault, seeds, chunksize=10))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000, help="how many modules (default: %(default)s)")
    parser.add_argument("--seed", type=int, help="the module of this seed only")
    options = parser.parse_args()
    first = random.randrange(10**9) if options.seed is None else options.seed
    for text in faults(range(first, first + (options.count if options.seed is None else 1))):
        print(text)
