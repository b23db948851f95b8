"""The plugin where people meet it: in a language server, on standard input as editors call flake8, in formatters."""

from __future__ import annotations

import contextlib
import json
import os
import pathlib
import queue
import re
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from typing import Any

from pylsp_jsonrpc.endpoint import Endpoint
from pylsp_jsonrpc.streams import JsonRpcStreamReader, JsonRpcStreamWriter

DOCS = pathlib.Path(__file__).parents[2] / "docs"
MODULE = 'from flytekit import Resources\n\nSIZE = Resources(cpu="1", mem="2GB")\n'
FINDING = 'mem "2GB" is not a Kubernetes quantity (did you mean "2G" or "2Gi"?)'
#: What docs/editors.rst tells users to set.
PLUGINS: dict[str, dict[str, Any]] = {
    "flake8": {"enabled": True},
    "pycodestyle": {"enabled": False},
    "pyflakes": {"enabled": False},
}


#: Seconds after which a server that does not answer is a failure.
PATIENCE = 60


@contextlib.contextmanager
def language_server(
    root: pathlib.Path, executable: str = "flake8", **more: Any
) -> Iterator[tuple[Endpoint, queue.Queue[dict[str, Any]]]]:
    """A python-lsp-server as an editor starts it in a folder, and what it publishes."""
    published: queue.Queue[dict[str, Any]] = queue.Queue()
    plugins = {**PLUGINS, "flake8": {**PLUGINS["flake8"], "executable": executable}}
    command = [sys.executable, "-m", "pylsp"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **more) as server:
        endpoint = Endpoint({"textDocument/publishDiagnostics": published.put}, JsonRpcStreamWriter(server.stdin).write)
        reader = JsonRpcStreamReader(server.stdout)
        threading.Thread(target=reader.listen, args=(endpoint.consume,), daemon=True).start()
        try:
            endpoint.request("initialize", {"processId": None, "rootUri": root.as_uri(), "capabilities": {}}).result(
                PATIENCE
            )
            endpoint.notify("initialized", {})
            endpoint.notify("workspace/didChangeConfiguration", {"settings": {"pylsp": {"plugins": plugins}}})
            yield endpoint, published
        finally:
            endpoint.shutdown()
            server.kill()


def test_a_language_server_shows_a_mistake_and_forgets_it(tmp_path: pathlib.Path) -> None:
    uri = (tmp_path / "tasks.py").as_uri()
    with language_server(tmp_path) as (endpoint, published):
        document = {"uri": uri, "languageId": "python", "version": 1, "text": MODULE}
        endpoint.notify("textDocument/didOpen", {"textDocument": document})
        (diagnostic,) = published.get(timeout=PATIENCE)["diagnostics"]
        assert (diagnostic["source"], diagnostic["code"]) == ("flake8", "FYT101")
        assert diagnostic["message"].endswith(FINDING)
        # The server draws a finding from its place to the end of the line.
        assert diagnostic["range"]["start"] == {"line": 2, "character": 30}
        assert diagnostic["range"]["end"]["line"] == 2

        document = {"uri": uri, "version": 2}
        changes = [{"text": MODULE.replace("2GB", "2Gi")}]
        endpoint.notify("textDocument/didChange", {"textDocument": document, "contentChanges": changes})
        assert published.get(timeout=PATIENCE)["diagnostics"] == []


@contextlib.contextmanager
def opened(folder: pathlib.Path, text: str) -> Iterator[tuple[Endpoint, dict[str, Any], list[dict[str, Any]]]]:
    """A server with a module open in a folder: how to ask it, how the module is called, its diagnostics."""
    (folder / "tasks.py").write_text(text, newline="")
    uri = (folder / "tasks.py").as_uri()
    with language_server(folder) as (endpoint, published):
        document = {"uri": uri, "languageId": "python", "version": 1, "text": text}
        endpoint.notify("textDocument/didOpen", {"textDocument": document})
        yield endpoint, {"uri": uri}, published.get(timeout=PATIENCE)["diagnostics"]


def actions(endpoint: Endpoint, document: dict[str, Any], diagnostic: dict[str, Any]) -> list[dict[str, Any]]:
    context = {"diagnostics": [diagnostic]}
    asked = {"textDocument": document, "range": diagnostic["range"], "context": context}
    found = endpoint.request("textDocument/codeAction", asked).result(PATIENCE)
    return [action for action in found if action["title"].startswith("FYT")]


def after(text: str, action: dict[str, Any]) -> str:
    """A text with the edits of an action, made as the protocol says: all places are those of the text before."""
    ((_, edits),) = action["edit"]["changes"].items()
    lines = re.split(r"(?<=\n)", text)
    starts = [sum(len(line) for line in lines[:number]) for number in range(len(lines))]

    def offset(place: dict[str, int]) -> int:
        inside = lines[place["line"]].encode("utf-16-le")[: 2 * place["character"]].decode("utf-16-le")
        return starts[place["line"]] + len(inside)

    spans = [(offset(each["range"]["start"]), offset(each["range"]["end"]), each["newText"]) for each in edits]
    for start, end, new in sorted(spans, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def test_a_language_server_offers_remedies(tmp_path: pathlib.Path) -> None:
    with opened(tmp_path, MODULE) as (endpoint, document, (diagnostic,)):
        offered = {action["title"]: action for action in actions(endpoint, document, diagnostic)}
    assert list(offered) == ['FYT101: write "2G"', 'FYT101: write "2Gi"']
    assert offered['FYT101: write "2G"']["isPreferred"] and offered['FYT101: write "2G"']["kind"] == "quickfix"
    assert offered['FYT101: write "2G"']["diagnostics"] == [diagnostic]
    assert after(MODULE, offered['FYT101: write "2Gi"']) == MODULE.replace("2GB", "2Gi")


def test_remedies_that_change_the_meaning_are_marked(tmp_path: pathlib.Path) -> None:
    text = "from flytekit import Resources\r\n\U0001f600 = 1\r\n".replace("\U0001f600 =", "x = '\U0001f600',")
    text += 'SIZE = ("\U0001f600", Resources(mem="512m"))\r\n'
    with opened(tmp_path, text) as (endpoint, document, diagnostics):
        (diagnostic,) = (each for each in diagnostics if each["code"].startswith("FYT"))
        action, _ = actions(endpoint, document, diagnostic)
    assert action["title"].endswith("(changes the meaning)") and not action["isPreferred"]
    assert after(text, action) == text.replace("512m", "512Mi")


def test_the_configuration_of_the_project_counts_for_remedies(tmp_path: pathlib.Path) -> None:
    (tmp_path / "setup.cfg").write_text("[flake8]\nper-file-ignores = tasks.py: FYT101\n")
    with opened(tmp_path, MODULE) as (endpoint, document, _):
        span = {"start": {"line": 2, "character": 0}, "end": {"line": 2, "character": 5}}
        assert actions(endpoint, document, {"range": span}) == []


def test_hovering_over_a_code_explains_it(tmp_path: pathlib.Path) -> None:
    text = MODULE.replace(")\n", ")  # noqa: FYT101\n")
    with opened(tmp_path, text) as (endpoint, document, _):
        place = {"line": 2, "character": text.splitlines()[2].index("FYT101") + 3}
        asked = {"textDocument": document, "position": place}
        shown = endpoint.request("textDocument/hover", asked).result(PATIENCE)["contents"]
        assert "malformed-quantity" in str(shown) and "FYT101" in str(shown)
        asked["position"] = {"line": 0, "character": 1}
        assert "FYT" not in str(endpoint.request("textDocument/hover", asked).result(PATIENCE))


def test_the_server_runs_the_flake8_that_is_named(tmp_path: pathlib.Path) -> None:
    """The one on ``PATH`` may be without the plugin."""
    named = str(pathlib.Path(sys.executable).with_name("flake8"))
    document = {"uri": (tmp_path / "tasks.py").as_uri(), "languageId": "python", "version": 1, "text": MODULE}
    with language_server(tmp_path, named, env={**os.environ, "PATH": "/nowhere"}) as (endpoint, published):
        endpoint.notify("textDocument/didOpen", {"textDocument": document})
        (diagnostic,) = published.get(timeout=PATIENCE)["diagnostics"]
        assert diagnostic["code"] == "FYT101"


def flake8(*arguments: str, cwd: pathlib.Path, text: str | None = None) -> str:
    command = [sys.executable, "-m", "flake8", "--isolated", "--select=FYT", *arguments]
    return subprocess.run(command, cwd=cwd, input=text, capture_output=True, text=True).stdout


def test_the_way_of_visual_studio_code(tmp_path: pathlib.Path) -> None:
    """Its extension asks for this format; a cell of a notebook comes over standard input."""
    layout = "--format=%(row)d,%(col)d,%(code).1s,%(code)s:%(text)s"
    (tmp_path / "tasks.py").write_text(MODULE)
    assert flake8(layout, "tasks.py", cwd=tmp_path) == f"3,31,F,FYT101:{FINDING}\n"
    cell = flake8(layout, "--stdin-display-name=notes.ipynb", "-", cwd=tmp_path, text=MODULE)
    assert cell == f"3,31,F,FYT101:{FINDING}\n"


def test_sarif(tmp_path: pathlib.Path) -> None:
    (tmp_path / "tasks.py").write_text(MODULE)
    (run,) = json.loads(flake8("--format=sarif", "tasks.py", cwd=tmp_path))["runs"]
    (result,) = run["results"]
    assert (result["ruleId"], result["message"]["text"]) == ("FYT101", FINDING)
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "tasks.py"
    assert (place["region"]["startLine"], place["region"]["startColumn"]) == (3, 31)
    assert run["tool"]["driver"]["rules"] == [{"id": "FYT101"}]


def test_gitlab_report(tmp_path: pathlib.Path) -> None:
    (tmp_path / "tasks.py").write_text(MODULE)
    (issue,) = json.loads(flake8("--format=gl-codeclimate", "tasks.py", cwd=tmp_path))
    assert issue["description"] == f"{FINDING} [FYT101]"
    assert issue["location"] == {"path": "tasks.py", "lines": {"begin": 3, "end": 3}}


def test_notebooks_through_nbqa(tmp_path: pathlib.Path) -> None:
    cell: dict[str, object] = {
        "cell_type": "code",
        "metadata": {},
        "outputs": [],
        "execution_count": None,
        "source": MODULE,
    }
    notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (tmp_path / "notes.ipynb").write_text(json.dumps(notebook))
    command = [sys.executable, "-m", "nbqa", "flake8", "--select=FYT", "notes.ipynb"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout == f"notes.ipynb:cell_1:3:31: FYT101 {FINDING}\n"


def test_fixes_through_nbqa(tmp_path: pathlib.Path) -> None:
    """What ``fix`` says of a notebook works."""
    source = MODULE.replace("2GB", "2gi").splitlines(keepends=True)
    cell: dict[str, object] = {
        "cell_type": "code",
        "metadata": {},
        "outputs": [],
        "execution_count": None,
        "source": source,
    }
    path = tmp_path / "notes.ipynb"
    path.write_text(json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    command = [sys.executable, "-m", "nbqa", "flake8_flyteconf fix", "notes.ipynb", "--write"]
    subprocess.run(command, cwd=tmp_path, capture_output=True)
    assert "".join(json.loads(path.read_text())["cells"][0]["source"]) == MODULE.replace("2GB", "2Gi").rstrip("\n")


def test_ruff_keeps_our_noqa_comments(tmp_path: pathlib.Path) -> None:
    """Without ``lint.external`` it deletes them."""
    for comment in ("# noqa: FYT101", "# NOQA: FYT101"):
        text = MODULE.replace(")\n", f")  {comment}\n")
        for setting, kept in (("lint.external = []", False), ('lint.external = ["FYT"]', True)):
            (tmp_path / "tasks.py").write_text(text)
            command = [sys.executable, "-m", "ruff", "check", "--isolated", "--fix", "--select=RUF100,RUF102"]
            subprocess.run([*command, "--config", setting, "tasks.py"], cwd=tmp_path, capture_output=True)
            assert (comment in (tmp_path / "tasks.py").read_text()) == kept
        assert flake8("tasks.py", cwd=tmp_path) == ""


def test_a_configuration_in_pyproject(tmp_path: pathlib.Path) -> None:
    """What docs/selecting.rst shows, read by flake8 and by the commands of the plugin."""
    shown = (DOCS / "selecting.rst").read_text(encoding="utf-8").partition("code-block:: toml\n\n")[2]
    table = shown.partition("\n\n``")[0]
    (tmp_path / "pyproject.toml").write_text(textwrap.dedent(table), encoding="utf-8")
    (tmp_path / "legacy").mkdir()
    (tmp_path / "legacy" / "old.py").write_text(MODULE, encoding="utf-8")
    large = 'from flytekit import task\n\n@task(requests=Resources(mem="1Ti"))\ndef train() -> None: ...\n'
    (tmp_path / "jobs.py").write_text(MODULE + large, encoding="utf-8")
    for words in (["flake8"], ["flake8_flyteconf", "check"]):
        done = subprocess.run([sys.executable, "-m", *words, "."], cwd=tmp_path, capture_output=True, text=True)
        found = [line.split()[0] + line.split()[1] for line in done.stdout.splitlines()]
        assert found == ["./jobs.py:3:31:FYT101", "./jobs.py:6:30:FYT215"], done.stderr
    done = subprocess.run(
        [sys.executable, "-m", "flake8_flyteconf", "fix", "."], cwd=tmp_path, capture_output=True, text=True
    )
    assert "+++ b/jobs.py" in done.stdout and "old.py" not in done.stdout
