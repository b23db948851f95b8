"""The plugin inside flake8: registration, positions, noqa, odd files and statements that cannot be read."""

from __future__ import annotations

import ast
import pathlib
import subprocess
import sys
from collections.abc import Sequence

import libcst
import pytest

from flake8_flyteconf import linter
from flake8_flyteconf.analysis import sites
from flake8_flyteconf.plugin import FlyteConfiguration
from tests.findings import codes, found

EXAMPLES = pathlib.Path(__file__).parents[1] / "examples"
BAD = 'from flytekit import Resources\nsmall = Resources(mem="2GB")\n'


def flake8(
    *arguments: str, cwd: pathlib.Path, stdin: bytes | None = None, select: Sequence[str] = ("--select=FYT",)
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "flake8", "--isolated", *select, *arguments]
    done = subprocess.run(command, cwd=cwd, input=stdin, capture_output=True)
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_flake8_shows_the_plugin(tmp_path: pathlib.Path) -> None:
    assert "flake8-flyteconf" in flake8("--version", cwd=tmp_path).stdout


def test_exact_output(tmp_path: pathlib.Path) -> None:
    (tmp_path / "tasks.py").write_text(
        "from flytekit import Resources, task\n"
        "\n"
        "\n"
        "@task(\n"
        '    requests=Resources(cpu="2", mem="2GB"),\n'
        '    limits=Resources(cpu="1"),\n'
        ")\n"
        "def train() -> None: ...\n"
    )
    done = flake8("tasks.py", cwd=tmp_path)
    assert done.stdout.splitlines() == [
        'tasks.py:5:37: FYT101 mem "2GB" is not a Kubernetes quantity (did you mean "2G" or "2Gi"?)',
        'tasks.py:6:26: FYT208 cpu limit "1" is below the request "2"',
    ]
    assert done.stderr == ""
    assert done.returncode == 1


def test_noqa_on_the_literals_line(tmp_path: pathlib.Path) -> None:
    (tmp_path / "tasks.py").write_text(
        "from flytekit import Resources\n"
        "small = Resources(\n"
        '    mem="2GB",  # noqa: FYT101\n'
        '    cpu="1 core",\n'
        ")\n"
    )
    assert [line.split(": ")[0] for line in flake8("tasks.py", cwd=tmp_path).stdout.splitlines()] == ["tasks.py:4:9"]


def test_syntax_error_is_left_to_flake8(tmp_path: pathlib.Path) -> None:
    (tmp_path / "tasks.py").write_text("from flytekit import (\n")
    done = flake8("--extend-select=E9", "tasks.py", cwd=tmp_path)
    assert "E999" in done.stdout
    assert "Traceback" not in done.stderr


def test_stdin_and_notebook_names(tmp_path: pathlib.Path) -> None:
    assert flake8("-", cwd=tmp_path, stdin=BAD.encode()).stdout.startswith("stdin:2:23: FYT101")
    done = flake8("--stdin-display-name=x.ipynb", "-", cwd=tmp_path, stdin=BAD.encode())
    assert done.stdout.startswith("x.ipynb:2:23: FYT101")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (BAD.replace("\n", "\r\n").encode(), "2:23"),
        (BAD.replace("\n", "\r").encode(), "2:23"),
        (b"\xef\xbb\xbf" + BAD.encode(), "2:23"),
        (b"\xef\xbb\xbf" + BAD.replace("\n", "; ", 1).encode(), "1:55"),
        (BAD.rstrip().encode(), "2:23"),
        (BAD.replace("small =", "\f\nsmall =").encode(), "3:23"),
        (BAD.replace("small =", "if True:\n\tsmall =").encode(), "3:24"),
        (BAD.replace("small =", "größe = 'é€😀';").encode(), "2:30"),
        (b"# coding: latin-1\n" + BAD.replace("small", "gr\xf6\xdfe").encode("latin-1"), "3:23"),
        (BAD.replace('"2GB"', '\\\n    "2GB"').encode(), "3:5"),
    ],
)
def test_places_in_odd_files(tmp_path: pathlib.Path, text: bytes, place: str) -> None:
    (tmp_path / "tasks.py").write_bytes(text)
    done = flake8("tasks.py", cwd=tmp_path)
    assert done.stdout.startswith(f"tasks.py:{place}: FYT101"), done
    assert done.stderr == ""


def test_parallel_runs_agree(tmp_path: pathlib.Path) -> None:
    for number in range(4):
        (tmp_path / f"tasks_{number}.py").write_text(BAD)
    assert flake8("-j1", ".", cwd=tmp_path).stdout == flake8("-j2", ".", cwd=tmp_path).stdout


def test_one_unreadable_statement_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    parse = libcst.parse_expression  # its results are kept by text, so this one comes nowhere else

    def refuse(text: str) -> object:
        if "1.25GB" in text:
            raise libcst.ParserSyntaxError("no", lines=[""], raw_line=1, raw_column=0)
        return parse(text)

    monkeypatch.setattr(libcst, "parse_expression", refuse)
    text = 'from flytekit import Resources\nResources(mem="1.25GB")\nResources(mem="2GB")\n'
    assert [(f.line, f.code) for f in found(text)] == [(2, "FYT001"), (3, "FYT101")]


def test_a_fault_of_ours_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sites.Reader, "read", lambda *_: 1 / 0)
    assert codes(BAD) == ["FYT001"]


@pytest.mark.parametrize(
    "expression",
    [
        " + ".join(['"1"'] * 5000),
        "(" * 90 + '"1"' + ")" * 90,
        "[" * 90 + "]" * 90,
        "-" * 900 + "1",
        "not " * 900 + "1",
        "x" + ".y" * 2000,
        "f" + "()" * 2000,
        "[" + "1," * 100_000 + "]",
        '"' + "x" * 10_000_000 + '"',
        "2 ** 10 ** 10",
        '"x" * 10 ** 12',
        "1" * 10_000,
        "1" * 4_000 + ".5",
        "{1: " * 90 + "1" + "}" * 90,
        "(lambda: " * 90 + "1" + ")" * 90,
        "1 if x else " * 1000 + "1",
        "x and " * 5000 + "1",
        "1 < " * 5000 + "1",
        "f(" * 90 + ")" * 90,
        "x" + "[0]" * 2000,
        "x" + ".with_overrides(mem='1')" * 300,
        "[x for x in " * 18 + "y" + "]" * 18,
        "await_(" * 60 + ")" * 60,
        "{**" * 90 + "{}" + "}" * 90,
        "{" + "1: 2," * 50_000 + "}",
        "f'" + "{x}" * 5000 + "'",
        "'a' " * 5000,
    ],
    ids=range(27),
)
def test_deep_and_huge_statements(expression: str) -> None:
    text = f'from flytekit import Resources\nResources(cpu={expression})\nResources(mem="2GB")\n'
    try:
        ast.parse(text)
    except (RecursionError, MemoryError, SyntaxError):
        pytest.skip("this Python does not parse it")
    assert (3, "FYT101") in [(f.line, f.code) for f in found(text)]


def test_the_tree_is_not_changed() -> None:
    tree = ast.parse(BAD)
    before = ast.dump(tree, include_attributes=True)
    assert linter.lint(tree, BAD.splitlines(keepends=True)) is not None
    assert ast.dump(tree, include_attributes=True) == before


@pytest.mark.parametrize("depth", [20, 90])
def test_deep_blocks(depth: int) -> None:
    """Nesting of statements up to what Python takes."""
    heads = ("if x:", "def f():", "class C:", "for x in y:", "with x:", "while x:", "try:")
    lines = ["from flytekit import Resources"]
    for level in range(depth):
        lines.append(" " * level + heads[level % (len(heads) - 1)])
    lines.append(" " * depth + 'Resources(mem="2GB")')
    text = "\n".join(lines) + "\n"
    try:
        ast.parse(text)
    except (RecursionError, MemoryError, SyntaxError):
        pytest.skip("this Python does not parse it")
    assert [(f.line, f.code) for f in found(text)] == [(depth + 2, "FYT101")]


CAMEL = (
    "from flytekit import PodTemplate\n"
    "from kubernetes.client import V1PodSpec\n"
    "plain = PodTemplate(pod_spec=V1PodSpec(containers=[], restartPolicy='Never'))\n"
)


def test_the_generation_of_the_client_is_an_option(tmp_path: pathlib.Path) -> None:
    (tmp_path / "tasks.py").write_text(CAMEL)
    for options in [], ["--flyteconf-kubernetes-client=37"]:
        assert flake8(*options, "tasks.py", cwd=tmp_path).stdout == ""
    assert "FYT601" in flake8("--flyteconf-kubernetes-client=36", "tasks.py", cwd=tmp_path).stdout
    (tmp_path / "tox.ini").write_text("[flake8]\nflyteconf-kubernetes-client = 36\n")
    command = [sys.executable, "-m", "flake8", "-j2", "--select=FYT", "tasks.py"]
    assert "FYT601" in subprocess.run(command, cwd=tmp_path, capture_output=True, text=True).stdout


@pytest.mark.parametrize("config", ["flyteconf-kubernetes-client = 35", "flyteconf_kubernetes_client = newest"])
def test_an_unknown_generation_is_an_error(tmp_path: pathlib.Path, config: str) -> None:
    (tmp_path / "tasks.py").write_text(CAMEL)
    done = flake8("--flyteconf-kubernetes-client=35", "tasks.py", cwd=tmp_path)
    assert done.returncode == 2
    assert "36" in done.stderr
    (tmp_path / "tox.ini").write_text(f"[flake8]\n{config}\n")
    command = [sys.executable, "-m", "flake8", "tasks.py"]
    configured = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert configured.returncode == 1
    assert "choose one of 36, 37" in configured.stdout + configured.stderr
    assert "Traceback" not in configured.stderr


POLICY = "from flytekit import ContainerTask\nhello = ContainerTask(name='a', image='alpine', command=['x'])\n"


@pytest.mark.parametrize("selection", [[], ["--select=E,F,W"], ["--ignore=E501"], ["--select=FYT"]])
def test_policy_rules_are_off_by_default(tmp_path: pathlib.Path, selection: list[str]) -> None:
    (tmp_path / "tasks.py").write_text(POLICY)
    command = [sys.executable, "-m", "flake8", "--isolated", *selection, "tasks.py"]
    assert "FYT905" not in subprocess.run(command, cwd=tmp_path, capture_output=True, text=True).stdout


def test_policy_rules_are_an_extension(tmp_path: pathlib.Path) -> None:
    (tmp_path / "tasks.py").write_text(POLICY + "from flytekit import Resources\nResources(mem='2GB')\n")
    done = flake8("--enable-extensions=FYT9", "tasks.py", cwd=tmp_path)
    assert [line.split()[1] for line in done.stdout.splitlines()] == ["FYT905", "FYT101"]


def test_platform_limits_are_options(tmp_path: pathlib.Path) -> None:
    (tmp_path / "tasks.py").write_text(
        "from flytekit import Resources, task\n@task(limits=Resources(cpu='100'))\ndef f() -> None: ...\n"
    )
    assert flake8("tasks.py", cwd=tmp_path).stdout == ""
    done = flake8("--flyteconf-max-cpu=64", "tasks.py", cwd=tmp_path)
    assert 'FYT215 cpu "100" exceeds the platform limit "64" (flyteconf-max-cpu)' in done.stdout
    (tmp_path / "setup.cfg").write_text("[flake8]\nflyteconf-max-cpu = 64\n")
    command = [sys.executable, "-m", "flake8", "-j2", "--select=FYT", "tasks.py"]
    assert "FYT215" in subprocess.run(command, cwd=tmp_path, capture_output=True, text=True).stdout


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("--flyteconf-flytekit=newest", "flyteconf-flytekit = newest: write a release from 0.16 to 1.16, such as 1.16"),
        ("--flyteconf-flytekit=11.1", "flyteconf-flytekit = 11.1: write a release from 0.16 to 1.16"),
        ("--flyteconf-flyte=1.16", "flyteconf-flyte = 1.16: write a release from 2.0 to 2.12, such as 2.12"),
        ("--flyteconf-task-arguments=enable-nfs", "flyteconf-task-arguments: enable-nfs is no name of an argument"),
        ("--flyteconf-max-mem=512GB", "flyteconf-max-mem = 512GB: write a Kubernetes quantity"),
        ("--flyteconf-max-cpu=-1", "flyteconf-max-cpu = -1: write a Kubernetes quantity"),
        ("--flyteconf-required-labels=team,a!", 'flyteconf-required-labels: label key "a!": '),
    ],
)
def test_nonsense_options_are_errors(tmp_path: pathlib.Path, option: str, message: str) -> None:
    (tmp_path / "tasks.py").write_text(BAD)
    done = flake8(option, "tasks.py", cwd=tmp_path)
    assert done.returncode == 1
    assert message in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert "FYT101" not in done.stdout


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("workflows/train.py", ["FYT101", "FYT301"]),
        ("flytekit/core/task.py", ["FYT101"]),
        ("src/flyte/_task.py", ["FYT101"]),
        ("plugins/spark/flytekitplugins/spark/task.py", ["FYT101"]),
        ("flytekit.py", ["FYT101", "FYT301"]),
        ("my_flyte/train.py", ["FYT101", "FYT301"]),
    ],
)
def test_sources_of_an_sdk_know_its_signatures(path: str, expected: list[str]) -> None:
    text = 'from flytekit import Resources, task\n@task(retry=1, requests=Resources(mem="2GB"))\ndef f() -> None: ...\n'
    findings = FlyteConfiguration(ast.parse(text), text.splitlines(keepends=True), path).run()
    assert sorted(message.partition(" ")[0] for _, _, message, _ in findings) == expected


def test_a_folder_of_the_name_of_an_sdk_is_none_of_its_packages(tmp_path: pathlib.Path) -> None:
    text = "from flytekit import task\n@task(retry=1)\ndef f() -> None: ...\n"
    (tmp_path / "flyte").mkdir()
    module = str(tmp_path / "flyte" / "train.py")
    assert len(list(FlyteConfiguration(ast.parse(text), text.splitlines(keepends=True), module).run())) == 1
    (tmp_path / "flyte" / "__init__.py").touch()
    assert list(FlyteConfiguration(ast.parse(text), text.splitlines(keepends=True), module).run()) == []


def test_a_missing_module_is_reported_once() -> None:
    text = "from flytekit.nowhere import a, b\nfrom flytekit.nowhere import c\nfrom flytekit import Nothing, Nobody\n"
    assert codes(text) == ["FYT311"] * 3


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ('V1PodSpec(containers=[V1Container(name="primary", command="echo")])', ["FYT603"]),
        ('V1PodSpec(containers=[V1Container(name="primary")], affinity=V1NodeAffinity())', []),
        ('V1PodSpec(containers=[V1Container(name="primary")], affinity=V1PodSpec(containers=[]))', ["FYT603"]),
    ],
)
def test_one_cause_is_one_finding(template: str, expected: list[str]) -> None:
    text = f"""\
from flytekit import PodTemplate, task
from kubernetes.client import V1Container, V1NodeAffinity, V1PodSpec
@task(pod_template=PodTemplate(pod_spec={template}))
def f() -> None: ...
"""
    assert codes(text) == expected


def test_the_release_of_an_option_counts_before_that_of_a_file(tmp_path: pathlib.Path) -> None:
    (tmp_path / "tasks.py").write_text("from flytekit import Cache, ImageSpec\nimage = ImageSpec(packages='pandas')\n")
    (tmp_path / "requirements.txt").write_text("flytekit==1.10.7\n")
    assert flake8("tasks.py", cwd=tmp_path).stdout.split()[1] == "FYT312"
    for release in "1.15.0", "1.15", "1.16":
        done = flake8(f"--flyteconf-flytekit={release}", "tasks.py", cwd=tmp_path)
        assert [line.split()[1] for line in done.stdout.splitlines()] == ["FYT336"]
    done = flake8("--flyteconf-flytekit=1.13.1", "tasks.py", cwd=tmp_path)
    assert "came with flytekit 1.15.0; the project uses 1.13.1 (--flyteconf-flytekit)" in done.stdout
    assert "FYT336" not in done.stdout


def test_the_arguments_of_a_fork_are_its_own(tmp_path: pathlib.Path) -> None:
    (tmp_path / "tasks.py").write_text(
        "from flytekit import Resources, task\n\n\n"
        "@task(enable_nfs=True, instance_type=Resources(mem='1GB'), request=1, retries='3')\ndef f() -> None: ...\n"
    )
    done = flake8("tasks.py", cwd=tmp_path)
    assert [line.split()[1] for line in done.stdout.splitlines()] == ["FYT301", "FYT301", "FYT101", "FYT301", "FYT322"]
    (tmp_path / "tox.ini").write_text("[flake8]\nflyteconf-task-arguments = enable_nfs, instance_type,retries\n")
    command = [sys.executable, "-m", "flake8", "-j2", "--select=FYT", "tasks.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert [line.split()[1] for line in done.stdout.splitlines()] == ["FYT101", "FYT301"]
