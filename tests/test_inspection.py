"""``inspect`` says what was read, and why something is unknown."""

from __future__ import annotations

import pathlib
import re

import pytest

from flake8_flyteconf.__main__ import main
from flake8_flyteconf.inspection import inspect

TEXT = """\
from flytekit import Resources, task, workflow
from settings import CPU, REST

MEM = "2GB"


def make(gpu):
    return task(requests=Resources(cpu=CPU, mem=MEM, gpu=gpu), **REST)
"""


def test_a_site_with_its_values() -> None:
    *values, rules, read, first, second, releases, flytekit, flyte, kubernetes = inspect(TEXT, "tasks.py").splitlines()
    assert values == [
        "tasks.py:8: flytekit.task",
        "    task",
        "        requests=Resources",
        "            cpu=? settings.CPU is from another module: no module of the project is called so",
        '            mem="2GB"',
        "            gpu=? gpu is a parameter",
        "        ? perhaps more",
    ]
    assert rules.startswith("    rules: 6 of FYT1, ") and "FYT3" in rules
    assert "    rules: FYT101-FYT106 FYT201" in inspect(TEXT, "tasks.py", rules=True)
    assert read == "read: 1 of 1, values that are unknown: 2"
    assert releases == "releases:" and kubernetes == "    kubernetes any (not told, what all refuse counts)"
    assert re.fullmatch(r"    flytekit 1\.\d+\.\d+ \(not told, the newest known\)", flytekit)
    assert re.fullmatch(r"    flyte 2\.\d+\.\d+ \(not told, the newest known\)", flyte)
    assert {first, second} == {f"    1 x {values[3].partition('? ')[2]}", "    1 x gpu is a parameter"}


def test_findings_are_beside_their_site() -> None:
    text = 'from flytekit import Resources\nResources(mem="2GB", cpu=[], gpu={"a": None}, ephemeral_storage=f"{x}")\n'
    assert any(line.startswith("    2:15: FYT101 mem") for line in inspect(text, "a.py").splitlines())
    assert '            "a": None' in inspect(text, "a.py").splitlines()


def test_names_of_tasks_and_objects_come_first() -> None:
    text = "from flytekit import Resources, task\nSIZE = Resources()\n@task(retries=1)\ndef train() -> None: ...\n"
    heads = [line for line in inspect(text, "a.py").splitlines() if line.startswith("a.py")]
    assert heads == ["a.py:2: SIZE: flytekit.Resources", "a.py:3: train: flytekit.task"]


#: Statements, an expression that stands for nothing known, and the reason.
REASONS = [
    ("for X in [1]:\n    pass", "X", "X is bound in a loop on line 3"),
    ("X = 1\nif FLAG:\n    X = 2\nif more():\n    del X", "X", "X is bound 3 times, at last on line 7"),
    ("try:\n    X = 1\nexcept KeyError:\n    pass", "X", "X is bound in a try on line 4"),
    ("", "X", "X is bound nowhere in this file"),
    ("", "[c for c in 'ab']", "it is unknown what a comprehension goes through"),
    ("", "lambda: 1", "a lambda is not followed"),
    ("import os", "os.environ.get('X')", "it is read from the environment"),
    ("D = {}\ndef f():\n    D['a'] = 1", "D['a']", "there may be no key 'a'"),
    ("D = {'a': '1'}\nchange(D)", "D['a']", "change(...) may change it on line 4"),
    ("D = {'a': '1'}\nD['a'] += 'i'", "D['a']", "it may be changed on line 4"),
    ("D = ['1']\nE = {'a': D}\nchange(E)", "D[0]", "what line 4 makes of it may change it"),
    ("def f(x):\n    if x:\n        return 1\n    return 2", "f(1)", "f has several results"),
    ("", "1 < 2 < 3", "chained comparisons are not followed"),
    ("X = 1\nif FLAG:\n    X = 2\nif more():\n    del X", "X + 1", "X is bound 3 times"),
    ("X = 1\nif FLAG:\n    X = 2\nif more():\n    del X", "-X", "X is bound 3 times"),
    ("", "9 ** 999", "it is too large or cannot be computed"),
    ("", "9 ** 255 ** 2", "it is too large or cannot be computed"),
]


@pytest.mark.parametrize(("statement", "expression", "reason"), REASONS)
def test_reasons(statement: str, expression: str, reason: str) -> None:
    text = f"from flytekit import Resources\nfrom settings import change\n{statement}\nResources(cpu={expression})\n"
    assert f"cpu=? {reason}" in inspect(text, "-")


def test_only_what_touches_the_line() -> None:
    text = 'from flytekit import Resources\nResources(cpu="1")\nResources(\n    mem="2G",\n)\n'
    assert inspect(text, "a.py", 4).startswith("a.py:3: flytekit.Resources\n")
    assert "a.py:2" not in inspect(text, "a.py", 4)
    assert inspect(text, "a.py", 1).startswith("a.py:1: nothing of either SDK is called here")
    assert inspect("x = 1\n", "a.py").startswith("a.py: nothing of either SDK is called here")


def test_the_command(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "tasks.py"
    path.write_text(TEXT)
    assert main(["inspect", f"{path}:8"]) == 0
    assert capsys.readouterr().out.startswith(f"{path}:8: flytekit.task")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"def (", "invalid syntax"),
        (b"# coding: nonsense\n", "unknown encoding"),
        (b"x = '\0'", "null"),
        (None, "No such"),
    ],
)
def test_what_cannot_be_read(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], content: bytes | None, message: str
) -> None:
    path = tmp_path / "tasks.py"
    if content is not None:
        path.write_bytes(content)
    assert main(["inspect", str(path)]) == 2
    captured = capsys.readouterr()
    assert message in captured.err and not captured.out and captured.err.count("\n") == 1
