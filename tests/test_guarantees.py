"""What users of the plugin may rely on: it starts light, touches nothing, and no text makes it hang."""

from __future__ import annotations

import ast
import importlib
import pathlib
import pkgutil
import re
import subprocess
import sys

import pytest

import flake8_flyteconf
from tests.findings import found

PACKAGE = pathlib.Path(flake8_flyteconf.__file__).parent


def python(program: str, cwd: pathlib.Path) -> str:
    done = subprocess.run([sys.executable, "-c", program], cwd=cwd, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


LOADED = """
import sys
from flake8.main.cli import main
assert main(["--isolated", "-j1", "--flyteconf-max-mem=1Gi", "plain.py"]) == 0
print(*sorted(name for name in sys.modules if name.startswith(("libcst", "flake8_flyteconf"))))
"""


_ELSEWHERE = ["x = 1\n", "# flyte: flyteconf, Resources and @task\n", "import flytes\nflyte = flytes\n"]


@pytest.mark.parametrize("text", _ELSEWHERE)
def test_files_without_flytekit_load_neither_libcst_nor_rules_nor_tables(tmp_path: pathlib.Path, text: str) -> None:
    (tmp_path / "plain.py").write_text(text if "import" not in text else f"{text}\n__all__ = ['flyte']\n")
    assert python(LOADED, tmp_path).split() == [
        "flake8_flyteconf",
        "flake8_flyteconf.collector",
        "flake8_flyteconf.diagnostics",
        "flake8_flyteconf.gate",
        "flake8_flyteconf.kubernetes",
        "flake8_flyteconf.kubernetes.models",
        "flake8_flyteconf.kubernetes.quantities",
        "flake8_flyteconf.kubernetes.validation",
        "flake8_flyteconf.plugin",
        "flake8_flyteconf.releases",
        "flake8_flyteconf.settings",
    ]


AUDITED = """
import ast, sys
from flake8_flyteconf.plugin import FlyteConfiguration, FlytePolicy

def findings(path):
    lines = open(path).readlines()
    tree = ast.parse("".join(lines))
    return tree, lines

first, second = findings("first.py"), findings("second.py")
events = []
sys.addaudithook(lambda name, arguments: events.append((name, arguments)))
assert list(FlyteConfiguration(*first).run())
loading, events[:] = list(events), []
assert list(FlyteConfiguration(*second).run())
for name, arguments in loading:
    if name == "open":
        assert str(arguments[0]).endswith((".py", ".pyc", ".so", ".pyd")), arguments
    harmless = name in ("os.listdir", "os.scandir")  # the import system looks into folders
    assert harmless or not name.startswith(("socket", "subprocess", "os.", "shutil", "urllib")), name
allowed = {"builtins.id", "compile"}
assert {name for name, _ in events} <= allowed, {name for name, _ in events}
assert all(arguments[1] == "<unknown>" for name, arguments in events if name == "compile"), events
"""


def test_nothing_is_opened_or_called_but_the_modules_of_the_plugin(tmp_path: pathlib.Path) -> None:
    """Once they are loaded, the plugin only looks at the tree and the lines: no file, no process, no network."""
    fixtures = pathlib.Path(__file__).parent / "fixtures"
    for name, source in (("first.py", "fyt652.py"), ("second.py", "fyt101.py")):
        text = (fixtures / source).read_text(encoding="utf-8")
        text += "from flytekit.types.file import FlyteFile\n"  # loads the names of the modules
        (tmp_path / name).write_text(f"{text}\nimport os\nos.system('touch executed')\n", encoding="utf-8")
    python(AUDITED, tmp_path)
    assert not (tmp_path / "executed").exists()


def test_nothing_is_evaluated() -> None:
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            assert not (isinstance(called, ast.Name) and called.id in ("eval", "exec", "compile", "__import__")), path


def patterns() -> dict[str, re.Pattern[str]]:
    """The regular expressions of the package by where they are."""
    found = {}
    for module in pkgutil.walk_packages(flake8_flyteconf.__path__, "flake8_flyteconf."):
        if not module.name.endswith(("__main__", ".pylsp")):  # the second needs the server
            for name, value in vars(importlib.import_module(module.name)).items():
                for index, each in enumerate(value if isinstance(value, (list, tuple)) else [value]):
                    if isinstance(each, re.Pattern):
                        found[f"{module.name}.{name}.{index}"] = each
    return found


PATTERNS = patterns()
#: What patterns repeat, and what spoils the match at the end.
PIECES = (
    "a",
    "A",
    "0",
    "-",
    ".",
    "_",
    "a-",
    "a.",
    "a/",
    "1.",
    "0e",
    "{{",
    "{{ .",
    "*/",
    "1,",
    "1-",
    " ",
    "m",
    "é",
    "Ki",
    "aA0_-.",
)


@pytest.mark.parametrize("name", PATTERNS)
def test_no_text_makes_a_regular_expression_hang(name: str) -> None:
    """A pattern that tries every way to split these would not come to an end within the life of a machine."""
    assert len(PATTERNS) > 5
    for piece in PIECES:
        for end in ("", "!", "\n", "}}", "-"):
            text = piece * (20_000 // len(piece)) + end
            PATTERNS[name].fullmatch(text)
            PATTERNS[name].match(text)
            if len(text) < 2_000 or not PATTERNS[name].pattern.startswith("["):
                PATTERNS[name].search(text[:2_000] + end)


NEWEST = [
    ((3, 12), 'Resources(mem=f"{"2"}GB")'),
    ((3, 12), "type Size = int\nclass Box[T]: ...\ndef first[T](x: T) -> T: return x"),
    ((3, 13), "class Default[T = int]: ..."),
    ((3, 14), 'Resources(mem=t"{1}GB")'),
    ((3, 14), "try: pass\nexcept ValueError, TypeError: pass"),
    ((3, 11), "try: pass\nexcept* ValueError: pass"),
    ((3, 10), "match 1:\n    case {'mem': [x, *_], **rest} if Resources(mem=x): pass"),
    ((3, 10), "with (open('a') as a, open('b') as b): pass"),
    ((3, 15), "lazy import json"),
]


@pytest.mark.parametrize(("version", "statement"), NEWEST)
def test_statements_of_new_pythons_hide_nothing(version: tuple[int, int], statement: str) -> None:
    if sys.version_info < version:
        pytest.skip("this Python does not have it")
    bad = 'from flytekit import Resources\nResources(mem="2GB")\n'
    findings = found(f"{bad}{statement}\n{bad}")
    lines = [finding.line for finding in findings if finding.code == "FYT101"]
    assert lines[0] == 2 and lines[-1] == 4 + statement.count("\n") + 1
    assert not any("Error(" in finding.text for finding in findings)


#: The first link of a chain, one more link, and what uses the last one: each name is used twice by the next.
CHAINS = {
    "spread lists": ("N0 = [g()]", "N{i} = [*N{p}, *N{p}]", "environment={'a': N{n}}"),
    "spread dicts": ("N0 = {g(): '1'}", "N{i} = {{**N{p}, **N{p}}}", "environment=N{n}"),
    "updates": ("N0 = {}", "N{i} = dict(N{p})\nN{i}.update(N{p})", "environment=N{n}"),
    "branches": ("N0 = task", "if c: N{i} = N{p}\nelse: N{i} = N{p}", "environment=N{n}()"),
    "helpers": ("def N0(): return 1", "def N{i}(): return [N{p}(), N{p}()]", "environment={'a': N{n}()}"),
    "steps": ("N0 = []", "N{i} = [N{p}, N{p}]\nN{i}.append('1')", "environment={'a': N{n}}"),
    "choices": ("N0 = Resources(cpu='1')", "N{i} = N{p} if x else N{p}", "requests=N{n}"),
    "texts": ("N0 = 'x'", "N{i} = f'{{N{p}}}{{N{p}}}{{N{p}}}'", "environment={'a': N{n}}"),
    "sums": ("N0 = ['x']", "N{i} = N{p} + N{p}", "environment={'a': N{n}}"),
}


@pytest.mark.parametrize("chain", CHAINS)
def test_what_doubles_with_each_name_ends(chain: str) -> None:
    first, link, use = CHAINS[chain]
    length = 30
    links = "\n".join(link.format(i=index, p=index - 1) for index in range(1, length + 1))
    use = use.replace("{n}", str(length))
    bad = '@task(requests=Resources(mem="2GB"))\ndef last() -> None: ...\n'
    header = f"from flytekit import Resources, task\n{first}\n"
    findings = found(f"{header}{links}\n@task({use})\ndef f() -> None: ...\n{bad}")
    assert [finding.code for finding in findings][-1] == "FYT101"
    assert all(finding.code != "FYT001" for finding in findings)


@pytest.mark.parametrize(
    "value",
    ["(" + "'a'\n" * 1500 + ")", "x or " * 600 + "1", "[" * 85 + "]" * 85, "f'{0x" + "f" * 4000 + "}GB'"],
    ids=["strings", "operands", "lists", "digits"],
)
def test_places_and_numbers_have_no_limit_that_hurts(value: str) -> None:
    text = f"from flytekit import Resources\nResources(mem='2GB', cpu={value})\nResources(mem='2GB')\n"
    findings = found(text)
    assert any(finding.line == text.count("\n") and finding.code == "FYT101" for finding in findings)
    assert not any("Error(" in finding.text for finding in findings)


@pytest.mark.parametrize("text", ["\\ud800", "\\r\\x1b[31m", "\\u2028", "\\x00"])
def test_messages_can_be_printed(text: str) -> None:
    module = f"""from flytekit import *
Email(phases=[1], recipients_email="{text}" + x)
CronSchedule(cron_expression="{text}" + x)
PodTemplate(primary_container_name="{text}")
workflow(interruptible="{text}" + x + "GB")
"""
    findings = found(module)
    assert findings
    for finding in findings:
        finding.text.encode()
        assert finding.text.isprintable()
