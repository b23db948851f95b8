"""Names are followed into the other modules of a project."""

from __future__ import annotations

import collections
import os
import pathlib
import subprocess
import sys
import tokenize
from typing import Any

import pytest

from flake8_flyteconf import linter
from flake8_flyteconf.analysis.project import Project
from flake8_flyteconf.inspection import inspect
from flake8_flyteconf.rules import RULES
from tests.modules import ORDERS, PROJECTS, files, findings, found_in, inside, marked, merged, mistakes

each_project = pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)


@each_project
def test_findings_are_those_marked(project: pathlib.Path) -> None:
    for path in files(project):
        found = collections.Counter((finding.line, finding.code) for finding in found_in(path, project))
        assert found == marked(path), f"{path}: {found_in(path, project)}"


def test_enough_is_marked() -> None:
    lines = [line for project in PROJECTS for path in files(project) for line in path.read_text().splitlines()]
    silent = sum("# silent" in line for line in lines)
    expected = sum("# expect: " in line for line in lines)
    assert silent + expected >= 60 and silent * 3 >= silent + expected
    assert all("# expect" not in line for line in lines if "# silent" in line)


@pytest.mark.parametrize("project", [path for path in PROJECTS if path.name in ORDERS], ids=lambda path: path.name)
def test_what_is_found_in_one_module_is_found_in_many(project: pathlib.Path) -> None:
    found = [finding for path in files(project) for finding in found_in(path, project)]
    assert mistakes(findings(merged(project), "")) <= mistakes(found)


def _flake8(*arguments: str, cwd: pathlib.Path, text: str | None = None) -> str:
    command = [sys.executable, "-m", "flake8", "--isolated", "--select=FYT", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, input=text, check=False).stdout


def test_any_number_of_jobs_prints_the_same() -> None:
    (project,) = (path for path in PROJECTS if path.name == "churn")
    one, four = (_flake8(jobs, ".", cwd=project) for jobs in ("-j1", "-j4"))
    assert one == four and one.count("\n") == sum(marked(path).total() for path in files(project))


def test_standard_input_is_where_its_name_says() -> None:
    (project,) = (path for path in PROJECTS if path.name == "flat")
    text = (project / "jobs.py").read_text(encoding="utf-8")
    named = _flake8("-", "--stdin-display-name=jobs.py", cwd=project, text=text)
    assert named == _flake8("jobs.py", cwd=project) and "(config.py:" in named
    assert "(config.py:" not in _flake8("-", cwd=project, text=text)


# -- which files are read

USE = "from flytekit import task\nfrom {module} import TIMEOUT\n\n@task(timeout=TIMEOUT)\ndef t() -> None: ...\n"


def _codes(root: pathlib.Path, text: str, path: str = "tasks.py") -> list[str]:
    with inside(root):
        return [finding.code for finding in findings(text, path)]


@pytest.fixture
def root(tmp_path: pathlib.Path) -> pathlib.Path:
    project = tmp_path / "project"
    project.mkdir()
    (project / "pyproject.toml").touch()
    (project / "config.py").write_text('TIMEOUT = "1h"\n')
    return project


@pytest.mark.parametrize("module", ["config", ".config"])
def test_a_module_of_the_project(root: pathlib.Path, module: str) -> None:
    assert _codes(root, USE.format(module=module)) == ["FYT321"]


@pytest.mark.parametrize("folder", [".venv/lib/python3.12/site-packages", "site-packages", ".venv"])
def test_no_installed_module(root: pathlib.Path, folder: str) -> None:
    inner = root / folder
    inner.mkdir(parents=True)
    (root / ".venv").mkdir(exist_ok=True)
    (root / ".venv" / "pyvenv.cfg").touch()
    (inner / "installed.py").write_text('TIMEOUT = "1h"\n')
    assert _codes(root, USE.format(module=".installed"), f"{folder}/tasks.py") == []
    assert _codes(root, USE.format(module="..config"), "site/tasks.py") == ["FYT321"]


def test_nothing_outside_by_a_link(root: pathlib.Path) -> None:
    outside = root.parent / "outside.py"
    outside.write_text('TIMEOUT = "1h"\n')
    try:
        (root / "linked.py").symlink_to(outside)
    except OSError:
        pytest.skip("no links here")
    assert _codes(root, USE.format(module="linked")) == []
    assert _codes(root, USE.format(module="..outside"), "inner/tasks.py") == []


def test_two_modules_of_one_name(root: pathlib.Path) -> None:
    (root / "src").mkdir()
    (root / "src" / "config.py").write_text("TIMEOUT = 60\n")
    assert _codes(root, USE.format(module="config")) == []
    assert _codes(root, USE.format(module=".config")) == ["FYT321"]


@pytest.mark.parametrize(
    "content",
    [
        b"TIMEOUT = '1h'\nx =\n",
        b"# -*- coding: nonsense -*-\nTIMEOUT = '1h'\n",
        b"TIMEOUT = '1h'\n\xff\n",
        b"TIMEOUT = '1h'\n\x00\n",
        b"TIMEOUT = '1h'\n" + b"#" * 1_000_001,
        b"TIMEOUT = '1h'\nx = " + b"(" * 5000 + b")" * 5000,
    ],
    ids=["broken", "encoding", "bytes", "null", "large", "deep"],
)
def test_files_that_cannot_be_read(root: pathlib.Path, content: bytes) -> None:
    (root / "config.py").write_bytes(content)
    text = USE.format(module="config")
    assert _codes(root, text) == []
    with inside(root):
        assert "its module cannot be read" in inspect(text, "tasks.py")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_no_module(root: pathlib.Path) -> None:
    (root / "config.py").unlink()
    os.mkfifo(root / "config.py")
    assert _codes(root, USE.format(module="config")) == []


def test_other_encodings(root: pathlib.Path) -> None:
    (root / "config.py").write_bytes("# -*- coding: latin-1 -*-\nx = 'é'\nTIMEOUT = '1h'\n".encode("latin-1"))
    assert _codes(root, USE.format(module="config")) == ["FYT321"]


def test_a_file_that_changes_is_read_again(root: pathlib.Path) -> None:
    text = USE.format(module="config")
    assert _codes(root, text) == ["FYT321"]
    (root / "config.py").write_text("TIMEOUT = 60 * 60\n")
    assert _codes(root, text) == []
    (root / "config.py").write_text("from values import TIMEOUT\n")
    assert _codes(root, text) == []
    (root / "values.py").write_text('TIMEOUT = "1h"\n')
    assert _codes(root, text) == ["FYT321"]
    (root / "values.py").unlink()
    assert _codes(root, text) == []


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    paths: list[str] = []
    original = tokenize.open

    def watched(path: Any) -> Any:
        paths.append(pathlib.Path(path).name)
        return original(path)

    monkeypatch.setattr(tokenize, "open", watched)
    return paths


def test_a_module_is_read_once(root: pathlib.Path, opened: list[str]) -> None:
    for number in range(20):
        assert _codes(root, USE.format(module="config"), f"tasks_{number}.py") == ["FYT321"]
    assert opened == ["config.py"]


@pytest.mark.parametrize(
    "text",
    [
        "from config import TIMEOUT\nprint(TIMEOUT)\n",
        "from flytekit import task\nfrom config import TIMEOUT\n\n@task\ndef t() -> None: ...\nprint(TIMEOUT)\n",
    ],
)
def test_what_no_call_needs_is_not_opened(root: pathlib.Path, opened: list[str], text: str) -> None:
    assert _codes(root, text) == []
    assert opened == []


@pytest.mark.parametrize(("comment", "kept"), [("", 40), ("# " + "-" * 30_000, 16)])
def test_trees_are_kept_of_few_modules_or_of_small_ones(
    root: pathlib.Path, monkeypatch: pytest.MonkeyPatch, opened: list[str], comment: str, kept: int
) -> None:
    monkeypatch.setattr(linter, "PROJECT", Project())
    for number in range(40):
        (root / f"config_{number}.py").write_text(f'{comment}\nTIMEOUT = "1h"\n\ndef hour():\n    return TIMEOUT\n')
    for _ in range(2):
        for number in range(40):
            assert _codes(root, USE.format(module=f"config_{number}")) == ["FYT321"]
    assert len(linter.PROJECT._evaluators) == kept
    assert len(opened) == 40


def test_a_chain_of_modules_costs_in_line_with_its_length(root: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0
    original = Project.signature

    def counted(self: Project, path: str) -> Any:
        nonlocal asked
        asked += 1
        return original(self, path)

    monkeypatch.setattr(Project, "signature", counted)
    monkeypatch.setattr(linter, "PROJECT", Project())
    (root / "config_0.py").write_text('TIMEOUT = "1h"\n')
    costs = []
    for number in range(1, 33):
        (root / f"config_{number}.py").write_text(f"from config_{number - 1} import TIMEOUT\n")
        asked = 0
        assert _codes(root, USE.format(module=f"config_{number}")) == ["FYT321"]
        costs.append(asked)
    assert costs[31] < 2.5 * costs[15]


# -- what is said

REASONS = {
    "from missing import X": "no module of the project is called so",
    "from config import X": "its module does not bind X",
    "from looped import X": "X is bound in a loop on line 1",
    "from here import X": "X leads back to itself",
}


@pytest.mark.parametrize("statement", REASONS)
def test_why_a_name_is_not_followed(root: pathlib.Path, statement: str) -> None:
    (root / "looped.py").write_text("for X in (1, 2): pass\n")
    (root / "here.py").write_text("from there import X\n")
    (root / "there.py").write_text("from here import X\n")
    with inside(root):
        text = f"from flytekit import Resources\n{statement}\nResources(cpu=X)\n"
        assert f": {REASONS[statement]}\n" in inspect(text, "tasks.py")


def test_where_a_value_comes_from(root: pathlib.Path) -> None:
    with inside(root):
        assert 'timeout="1h" (config.py:1)' in inspect(USE.format(module="config"), "tasks.py")
        assert "(../config.py:1)" in inspect(USE.format(module="config"), "inner/tasks.py")


def test_nothing_is_told_twice(root: pathlib.Path) -> None:
    (root / "config.py").write_text('from flytekit import Resources\nX = Resources(mem="1GB")\nM = "2GB"\n')
    text = "from flytekit import Resources, task\nfrom config import M, X\n"
    text += "".join(f"@task(requests=X)\ndef a{n}() -> None: ...\nR{n} = Resources(mem=M)\n" for n in range(2))
    with inside(root):
        found = findings(text, "tasks.py")
    assert [(finding.line, finding.text.rpartition(" ")[2]) for finding in found] == [
        (5, "(config.py:3)"),
        (8, "(config.py:3)"),
    ]


def test_a_comment_at_the_use_silences(root: pathlib.Path) -> None:
    (root / "tasks.py").write_text(USE.format(module="config").replace("TIMEOUT)", "TIMEOUT)  # noqa: FYT321"))
    assert _flake8("tasks.py", cwd=root) == ""


def test_no_fix_in_another_file(root: pathlib.Path) -> None:
    (root / "config.py").write_text('MEM = "2gi"\n')
    text = 'from flytekit import Resources\nfrom config import MEM\nResources(mem=MEM, cpu="2GB")\n'
    (root / "tasks.py").write_text(text)
    command = [sys.executable, "-m", "flake8_flyteconf", "fix", "--write", "--unsafe", "tasks.py", "--isolated"]
    subprocess.run(command, cwd=root, capture_output=True, check=False)
    assert (root / "config.py").read_text() == 'MEM = "2gi"\n'
    assert "MEM, cpu=" in (root / "tasks.py").read_text()


def test_every_rule_is_known() -> None:
    known = {rule.code for rule in RULES}
    assert {code for project in PROJECTS for path in files(project) for _, code in marked(path)} <= known


MODULE = """\
from dataclasses import dataclass

X = "1h"
D = {"X": "1h"}
ALL = {"d": D}

def get():
    return D

class C:
    X = "1h"

@dataclass
class P:
    X: object = "1h"

point = P()
"""
#: What a file does to a module that it imports, and what it takes from it afterwards.
CHANGES = {
    "a name": ("config.X = 60", "config.X"),
    "a name by its dict": ("config.__dict__['X'] = 60", "config.X"),
    "a name by setattr": ("setattr(config, 'X', 60)", "config.X"),
    "a second name of the module": ("c = config\nc.X = 60", "config.X"),
    "a second name in a test": ("if c := config:\n    c.X = 60", "config.X"),
    "a module that is put in its place": ("import sys\nsys.modules['config'].X = 60", "config.X"),
    "a dict": ("D['X'] = 60", "D['X']"),
    "a dict by another name of its module": ("config.ALL['d']['X'] = 60", "D['X']"),
    "a dict by a function": ("get()['X'] = 60", "D['X']"),
    "the result of a function": ("d = get()\nd['X'] = 60", "get()['X']"),
    "a dict that another module hands on": ("from middle import E\nE['X'] = 60", "D['X']"),
    "a class": ("C.X = 60", "C.X"),
    "a class by setattr": ("setattr(C, 'X', 60)", "C.X"),
    "a class that inherits": ("class B(C):\n    pass\nB.X = 60", "B.X"),
    "an object": ("point.X = 60", "point.X"),
    "an object, by a function of a third module": ("from middle import change\nchange(point)", "point.X"),
    "a name that a test patches": ("from unittest import mock\nmock.patch('config.X', 60).start()", "config.X"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_this_file_changes(root: pathlib.Path, change: str) -> None:
    (root / "config.py").write_text(MODULE)
    (root / "middle.py").write_text("from config import D as E\n\ndef change(point):\n    point.X = 60\n")
    statement, value = CHANGES[change]
    header = "from flytekit import task\nimport config\nfrom config import C, D, get, point\n"
    use = f"\n@task(timeout={value.replace('B.', 'C.')})\ndef t() -> None: ...\n"
    assert _codes(root, header + use) == ["FYT321"]
    assert _codes(root, header + statement + use.replace("C.X", value)) == []


def test_a_large_value_is_copied_once(root: pathlib.Path) -> None:
    (root / "config.py").write_text(f"D = {dict.fromkeys(map(str, range(600)), '1h')}\n")
    text = "from flytekit import task\nfrom config import D\n"
    text += "".join(f"@task(timeout=D['{n}'])\ndef t{n}() -> None: ...\n" for n in range(3))
    assert set(_codes(root, text)) == {"FYT321"}


SHAPES = {
    "values that double": ("from m{next} import X as Y\nX = [Y, Y]\n", "X = ['1h']\n"),
    "functions that double": (
        "from m{next} import X as y\n\ndef X(a=1):\n    return [y(a), y(a)]\n",
        "def X(a=1): ...\n",
    ),
    "stars": ("from m{next} import *\nfrom m{last} import *\n", "X = '1h'\n"),
    "classes": ("from m{next} import X as Y\n\nclass X(Y):\n    pass\n", "class X:\n    a = 1\n"),
    "a circle of stars": ("from m{next} import *\n", "from m0 import *\n"),
    "a circle of classes": ("from m{next} import X as Y\n\nclass X(Y):\n    pass\n", "from m0 import X\n"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_many_modules_end(root: pathlib.Path, shape: str) -> None:
    body, last = SHAPES[shape]
    for number in range(60):
        (root / f"m{number}.py").write_text(body.format(next=number + 1, last=60))
    (root / "m60.py").write_text(last)
    text = (
        "from flytekit import task\nfrom m0 import X\n@task(timeout=X, retries=X.a, cache=X(1))\ndef t() -> None: ...\n"
    )
    assert "FYT001" not in _codes(root, text)


#: Modules by name, and what takes a decorator, a task or an environment from them.
MAKERS = {
    "a package and a module in it": (
        {"acme/__init__.py": "", "acme/base.py": "import flytekit\nmake = flytekit.task\n"},
        "import acme.base\n@acme.base.make(timeout='1h')\n",
    ),
    "a package that takes it from a module by its whole name": (
        {"acme/__init__.py": "from acme.base import make\n", "acme/base.py": "import flytekit\nmake = flytekit.task\n"},
        "from acme import make\n@make(timeout='1h')\n",
    ),
    "a module that takes it by a star": (
        {"helpers.py": "from base import *\n", "base.py": "from flytekit import task as make\n"},
        "from helpers import *\n@make(timeout='1h')\n",
    ),
    "an import on two lines": (
        {"helpers.py": "from \\\n    flytekit import task\nmake = task\n"},
        "from helpers import make\n@make(timeout='1h')\n",
    ),
    "a helper that knows no SDK": (
        {"helpers.py": "import functools\ndef make(f, **kw): return functools.partial(f, **kw)\n"},
        "from helpers import make\n@make(flytekit.task, timeout='1h')\n",
    ),
    "partial by another name": (
        {"helpers.py": "import functools\nmake = functools.partial\n"},
        "import helpers\n@helpers.make(flytekit.task, timeout='1h')\n",
    ),
}


@pytest.mark.parametrize("maker", MAKERS)
def test_where_a_decorator_comes_from(root: pathlib.Path, maker: str) -> None:
    modules, use = MAKERS[maker]
    for name, text in modules.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text)
    assert _codes(root, f"import flytekit\n{use}def t() -> None: ...\n") == ["FYT321"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from flytekitplugins.spark import *\nSpark(spark_conf={'spark.executor.memory': 1000})\n", ["FYT721"]),
        ("from flyte import *\nimport flyte\ne = TaskEnvironment(name='a b')\n", ["FYT821"]),
        ("from flyte import *\nt = Trigger(name='x', automation=Cron('* * * *'))\n", ["FYT852"]),
    ],
)
def test_what_an_sdk_offers_by_a_star(root: pathlib.Path, text: str, expected: list[str]) -> None:
    assert _codes(root, text) == expected


def test_what_is_found_while_changes_are_looked_for_is_not_kept(root: pathlib.Path) -> None:
    (root / "config.py").write_text(
        "import flytekit, functools\ngpu_task = functools.partial(flytekit.task, retries=3)\n"
        "def opts(): return OPTS if True else None\nOPTS = {'retries': 0}\n"
    )
    text = (
        "import flytekit\nfrom config import gpu_task, opts\nopts().update(timeout='4')\nmore = opts()\n"
        "more['retries'] = 4\n@gpu_task(limits=flytekit.Resources(mem='2GB', cpu='1'), **more)\n"
        "def n8(a: int) -> int: return a\n"
    )
    assert _codes(root, text) == ["FYT101"]
