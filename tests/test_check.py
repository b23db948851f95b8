"""The command ``check``: the findings of flake8, from where to where, in the formats of others."""

from __future__ import annotations

import json
import os
import pathlib
import subprocess
import sys
from typing import Any

import jsonschema
import pytest

from flake8_flyteconf.report.findings import Finding, Problem, Span
from flake8_flyteconf.report.formats import FORMATS, summary
from flake8_flyteconf.rules import RULES
from tests.findings import FILES

ROOT = pathlib.Path(__file__).parents[1]
WRONG = 'from flytekit import Resources\n\nSIZE = Resources(cpu="1", memory="2GB")  # caf\u00e9\n'


def run(*arguments: str, cwd: pathlib.Path, text: bytes = b"", **more: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "flake8_flyteconf", "check", *arguments]
    return subprocess.run(command, cwd=cwd, input=text, capture_output=True, **more)


def test_the_findings_are_those_of_flake8(tmp_path: pathlib.Path) -> None:
    for path in FILES[::7]:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / ".flake8").write_text("[flake8]\nper-file-ignores = fyt1*.py: FYT103\n")
    command = [sys.executable, "-m", "flake8", "--select=FYT", "."]
    expected = subprocess.run(command, cwd=tmp_path, capture_output=True).stdout.splitlines()
    done = run(".", cwd=tmp_path)
    assert done.returncode == 1 and len(expected) > 50
    assert sorted(done.stdout.splitlines()) == sorted(expected)


def test_a_summary_and_a_status(tmp_path: pathlib.Path) -> None:
    assert (run(cwd=tmp_path).returncode, run(cwd=tmp_path).stderr) == (0, b"nothing found in 0 files\n")
    (tmp_path / "jobs.py").write_text(WRONG, encoding="utf-8")
    done = run(cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, b"1 refused in 1 file\n")
    assert run("--quiet", cwd=tmp_path).stderr == b""
    hidden = b"nothing found in 1 file, 1 not selected by the configuration of flake8\n"
    assert run("--extend-ignore=FYT2", cwd=tmp_path).stderr == hidden


def test_json_tells_the_end_and_the_fixes(tmp_path: pathlib.Path) -> None:
    (tmp_path / "jobs.py").write_text(WRONG, encoding="utf-8")
    shown = json.loads(run("--format=json", "jobs.py", cwd=tmp_path).stdout)
    assert set(shown) == {"version", "findings", "errors"} and shown["errors"] == []
    (finding,) = shown["findings"]
    fixes = finding.pop("fixes")
    assert finding == {
        "path": "jobs.py",
        "line": 3,
        "column": 27,
        "end_line": 3,
        "end_column": 33,
        "code": "FYT205",
        "name": "unknown-resource-field",
        "kind": "refused",
        "stage": "import",
        "message": finding["message"],
        "page": "https://flyteconf.github.io/flake8-flyteconf/rules/fyt205.html",
    }
    edit = {"line": 3, "column": 27, "end_line": 3, "end_column": 33, "text": "mem"}
    assert fixes == [{"safe": True, "edits": [edit]}]


def test_what_cannot_be_checked_has_a_status_of_its_own(tmp_path: pathlib.Path) -> None:
    (tmp_path / "broken.py").write_text(f"{WRONG}def (:\n", encoding="utf-8")
    (tmp_path / "jobs.py").write_text(WRONG, encoding="utf-8")
    (tmp_path / "nul.py").write_bytes(WRONG.encode() + b"\0")
    (tmp_path / "coded.py").write_bytes(b"# coding: nonsense\n" + WRONG.encode())
    (tmp_path / "gone.py").symlink_to(tmp_path / "nothing.py")
    (tmp_path / "circle.py").symlink_to(tmp_path / "circle.py")
    done = run("--format=json", ".", "missing.py", cwd=tmp_path)
    shown = json.loads(done.stdout)
    assert done.returncode == 2 and len(shown["findings"]) == 1
    names = {pathlib.PurePath(each["path"]).name for each in shown["errors"]}
    assert names == {"broken.py", "nul.py", "coded.py", "gone.py", "circle.py", "missing.py"}
    assert b"Traceback" not in done.stderr


def test_notebooks_and_standard_input_have_a_way_of_their_own(tmp_path: pathlib.Path) -> None:
    (tmp_path / "notes.ipynb").write_text("{}")
    done = run("notes.ipynb", cwd=tmp_path)
    assert done.returncode == 2 and b'nbqa "flake8_flyteconf check"' in done.stderr
    done = run("--add-noqa", "-", cwd=tmp_path, text=WRONG.encode())
    assert done.returncode == 2 and b"into files only" in done.stderr


def test_options_that_make_no_sense(tmp_path: pathlib.Path) -> None:
    for option in ("--format=xml", "--flyteconf-max-mem=lots"):
        done = run(option, ".", cwd=tmp_path)
        assert done.returncode == 2 and b"Traceback" not in done.stderr


def test_standard_input(tmp_path: pathlib.Path) -> None:
    done = run("--stdin-display-name=jobs.py", "-", cwd=tmp_path, text=WRONG.encode())
    assert done.stdout.startswith(b"jobs.py:3:27: FYT205")


def test_sarif(tmp_path: pathlib.Path) -> None:
    (tmp_path / "my jobs.py").write_text(WRONG, encoding="utf-8")
    shown = json.loads(run("--format=sarif", ".", cwd=tmp_path).stdout)
    assert shown["version"] == "2.1.0"
    ((run_of_tool),) = shown["runs"]
    (result,) = run_of_tool["results"]
    (rule,) = run_of_tool["tool"]["driver"]["rules"]
    assert rule["id"] == result["ruleId"] == "FYT205" and result["ruleIndex"] == 0 and result["level"] == "error"
    assert "Bad::" not in rule["fullDescription"]["text"] and rule["shortDescription"]["text"]
    assert "Bad:" in rule["help"]["text"] and rule["helpUri"].endswith("/rules/fyt205.html")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "my%20jobs.py"
    assert place["region"] == {"startLine": 3, "startColumn": 27, "endLine": 3, "endColumn": 33}
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "mem"}


def test_formats_are_valid(tmp_path: pathlib.Path) -> None:
    """JSON against the schema of the documentation, SARIF against models that are made of the one of OASIS."""
    for path in FILES[::5]:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "broken.py").write_text("def (", encoding="utf-8")
    shown = json.loads(run("--format=json", ".", cwd=tmp_path).stdout)
    jsonschema.validate(shown, json.loads((ROOT / "docs" / "findings.schema.json").read_text(encoding="utf-8")))
    assert len(shown["findings"]) > 100 and shown["errors"]
    models = pytest.importorskip("pydantic_sarif.model")
    sarif = run("--format=sarif", ".", cwd=tmp_path).stdout
    read = models.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json(sarif)
    assert len(read.runs[0].results) == len(shown["findings"])


def finding(kind: str, path: str = "jobs.py", message: str = "100% wrong,\nreally: yes") -> Finding:
    return Finding(path, Span(1, 2, 3, 4), "FYT101", "name", kind, "import", message, "page", [], message)


def test_github_escapes_what_it_takes_for_its_own() -> None:
    shown = FORMATS["github"]([finding("ignored", "a,b:c.py")], [Problem("x.py", "no"), Problem("y.py", "no", 2, 5)])
    assert shown == (
        "::warning file=a%2Cb%3Ac.py,line=1,endLine=3,title=FYT101 name"
        "::100%25 wrong,%0Areally: yes\n::error file=x.py::no\n::error file=y.py,line=2,col=5::no\n"
    )


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("./a b.py", "a%20b.py"),
        ("a%20b.py", "a%2520b.py"),
        ("c:d.py", "c%3Ad.py"),
        ("y#z?.py", "y%23z%3F.py"),
        ("\u00fc.py", "%C3%BC.py"),
        ("\udcff.py", "%FF.py"),
        ("/tmp/a.py", "file:///tmp/a.py"),
    ],
)
def test_addresses_in_sarif(path: str, address: str) -> None:
    (result,) = json.loads(FORMATS["sarif"]([finding("refused", path)], []))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == address


def test_a_name_that_is_no_text(tmp_path: pathlib.Path) -> None:
    (tmp_path / os.fsdecode(b"\xff.py")).write_text(WRONG, encoding="utf-8")
    for name in FORMATS:
        done = run("--format", name, ".", cwd=tmp_path)
        assert done.returncode == 1 and b"Traceback" not in done.stderr


def test_a_syntax_error_has_a_place(tmp_path: pathlib.Path) -> None:
    (tmp_path / "jobs.py").write_text("x = 1\nif x\n", encoding="utf-8")
    (error,) = json.loads(run("--format=json", ".", cwd=tmp_path).stdout)["errors"]
    assert (error["line"], error["column"]) == (2, 5)
    assert b"jobs.py:2:5: not checked: expected ':'" in run(".", cwd=tmp_path).stderr


def test_the_status_without_findings_is_asked_for(tmp_path: pathlib.Path) -> None:
    (tmp_path / "jobs.py").write_text(WRONG, encoding="utf-8")
    done = run("--exit-zero", "jobs.py", "./jobs.py", cwd=tmp_path)
    assert done.returncode == 0 and done.stdout.count(b"FYT205") == 1


@pytest.mark.parametrize("command", ["check", "fix"])
@pytest.mark.parametrize("line", ["extend-ignore = E501 # long", "max-line-length = many"])
def test_a_configuration_that_cannot_be_read(tmp_path: pathlib.Path, line: str, command: str) -> None:
    (tmp_path / ".flake8").write_text(f"[flake8]\n{line}\n")
    words = [sys.executable, "-m", "flake8_flyteconf", command, "."]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True)
    assert done.returncode == 2 and b"Traceback" not in done.stderr and done.stderr.startswith(b"flyteconf")


def test_a_fingerprint_stays_when_another_module_changes(tmp_path: pathlib.Path) -> None:
    (tmp_path / "setup.py").write_text("")
    (tmp_path / "jobs.py").write_text(
        "from flytekit import task\nfrom conf import T\n\n@task(timeout=T)\ndef f(): ...\n"
    )
    marks = []
    for above in ("", "# a comment\n"):
        (tmp_path / "conf.py").write_text(f'{above}T = "x"\n')
        marks.append([row["fingerprint"] for row in json.loads(run("--format=gitlab", ".", cwd=tmp_path).stdout)])
    assert marks[0] == marks[1] != []


def test_gitlab_severities_follow_the_kind() -> None:
    kinds = ["refused", "ignored", "suspicious", "policy"]
    rows = json.loads(FORMATS["gitlab"]([finding(kind) for kind in kinds], []))
    assert [row["severity"] for row in rows] == ["critical", "major", "minor", "info"]
    assert len({row["fingerprint"] for row in rows}) == 4
    assert rows[0]["location"] == {"path": "jobs.py", "lines": {"begin": 1, "end": 3}}


def test_every_kind_has_a_level() -> None:
    for rule in RULES:
        for name in FORMATS:
            assert FORMATS[name]([finding(rule.kind)._replace(code=rule.code)], [])


def test_the_summary_counts_kinds() -> None:
    found = [finding("refused"), finding("refused"), finding("ignored")]
    assert summary(found, [Problem("x.py", "no")], 7, 0) == "2 refused, 1 ignored in 7 files, 1 not checked"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no full device")
@pytest.mark.parametrize(("redirected", "status"), [(">&-", 3), (">/dev/full", 3), ("2>&-", 1)])
def test_output_that_cannot_be_printed(tmp_path: pathlib.Path, redirected: str, status: int) -> None:
    (tmp_path / "jobs.py").write_text(WRONG, encoding="utf-8")
    command = f"{sys.executable} -m flake8_flyteconf check . {redirected}"
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True)
    assert done.returncode == status and b"Traceback" not in done.stderr


def test_a_terminal_that_knows_ascii_only(tmp_path: pathlib.Path) -> None:
    (tmp_path / "caf\u00e9.py").write_text(WRONG, encoding="utf-8")
    done = run(".", cwd=tmp_path, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 1 and b"caf\\xe9.py:3:27: FYT205" in done.stdout


WHY = "  # noqa: FYT101  # malformed-quantity\n"
SILENCED = [
    ('X = Resources(mem="2gi")\n', 'X = Resources(mem="2gi")  # noqa: FYT101  # malformed-quantity\n'),
    ('X = Resources(mem="2gi")  # why\n', 'X = Resources(mem="2gi")  # why  # noqa: FYT101  # malformed-quantity\n'),
    ('X = Resources(mem="2gi")  # noqa: E501\n', 'X = Resources(mem="2gi")  # noqa: E501,FYT101\n'),
    (
        'X = Resources(\r\n    mem="2gi",\r\n    cpu="1",\r\n)\r\n',
        'X = Resources(\r\n    mem="2gi",  # noqa: FYT101  # malformed-quantity\r\n    cpu="1",\r\n)\r\n',
    ),
    (
        'X = Resources(mem="2gi", \\\n    cpu="1")\n',
        'X = Resources(mem="2gi", \\\n    cpu="1")  # noqa: FYT101  # malformed-quantity\n',
    ),
    (
        'X = Resources(mem="""2\ngi""")\n',
        'X = Resources(mem="""2\ngi""")  # noqa: FYT101  # malformed-quantity\n',
    ),
    (
        'X = Resources(\n    mem="""2gi\n""",\n    cpu="1",\n)\n',
        'X = Resources(\n    mem="""2gi\n""",  # noqa: FYT101  # malformed-quantity\n    cpu="1",\n)\n',
    ),
    (
        'X = Resources(\n    mem="2gi" \\\n    "",\n    cpu="1",\n)\n',
        'X = Resources(\n    mem="2gi" \\\n    "",  # noqa: FYT101  # malformed-quantity\n    cpu="1",\n)\n',
    ),
    ('\f\nX = Resources(mem="2gi", \\\n    cpu="1")\n', '\f\nX = Resources(mem="2gi", \\\n    cpu="1")' + WHY),
    ('A = "\u2028\x1c"\nX = Resources(mem="2gi")\n', 'A = "\u2028\x1c"\nX = Resources(mem="2gi")' + WHY),
    ('X = Resources(mem="2gi")  # noqa: ANN001\n', 'X = Resources(mem="2gi")  # noqa: ANN001,FYT101\n'),
    ('X = Resources(mem="2gi")  #noqa:E501\n', 'X = Resources(mem="2gi")  #noqa:E501' + WHY),
    (
        'X = Resources(mem="2gi", memory="1"); Y = Resources(gpu=1.5)  # noqa: FYT101 later\n',
        'X = Resources(mem="2gi", memory="1"); Y = Resources(gpu=1.5)  # noqa: FYT101,FYT205,FYT202 later\n',
    ),
    (
        f'X = Resources(mem="2gi")  # {"-" * 50}\n',
        f'X = Resources(mem="2gi")  # {"-" * 50}  # noqa: FYT101\n',
    ),
    ('X = Resources(mem="2gi")', 'X = Resources(mem="2gi")  # noqa: FYT101  # malformed-quantity'),
]


@pytest.mark.parametrize(("before", "after"), SILENCED)
def test_findings_are_silenced_on_their_lines(tmp_path: pathlib.Path, before: str, after: str) -> None:
    head = "from flytekit import Resources\n"
    (tmp_path / "jobs.py").write_bytes((head + before).encode())
    assert run("--add-noqa", ".", cwd=tmp_path).returncode == 1
    assert (tmp_path / "jobs.py").read_bytes() == (head + after).encode()
    done = run(".", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"")
    assert run("--add-noqa", ".", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("options", [[], ["--disable-noqa"]])
def test_what_cannot_be_silenced_is_left_alone(tmp_path: pathlib.Path, options: list[str]) -> None:
    """flake8 takes the first thing that looks like a comment, also in a string, and may be told to look at none."""
    text = 'from flytekit import Resources\nX = [Resources(mem="2gi"), """\n # noqa: E501\n"""]\n'
    (tmp_path / "jobs.py").write_text(text if not options else text.replace("noqa", "none"))
    before = (tmp_path / "jobs.py").read_bytes()
    done = run("--add-noqa", *options, ".", cwd=tmp_path)
    assert done.returncode == 2 and (tmp_path / "jobs.py").read_bytes() == before
    assert b"left alone" in done.stderr or b"no comments" in done.stderr


def test_fixtures_are_silent_afterwards(tmp_path: pathlib.Path) -> None:
    for path in FILES[::11]:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert b"findings silenced" in run("--add-noqa", ".", cwd=tmp_path).stderr
    assert run(".", cwd=tmp_path).returncode == 0
