"""``python -m flake8_flyteconf pod``: the manifests of the pods that tasks become."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from typing import Any

from flake8_flyteconf.fix.command import IN_THE_WAY, UNREADABLE, text_of, what_is_wrong
from flake8_flyteconf.fix.files import LeftAlone
from flake8_flyteconf.pod.backend import pod_of, why_not_shown
from flake8_flyteconf.pod.manifest import Line, lines
from flake8_flyteconf.pod.parts import Mapping, file_of
from flake8_flyteconf.pod.tasks import Found, tasks
from flake8_flyteconf.printing import Printer


def run(arguments: Sequence[str]) -> int:
    """Run the command; the exit status is one of those that its help names."""
    parser = argparse.ArgumentParser(
        prog="flyteconf pod",
        description="Print the pods that tasks become, as YAML: what the SDK serializes, and what Flyte makes of that "
        "with its default configuration. A comment on each line says where it is written, or who adds it; ? marks what "
        "is not known, and why. Nothing is executed.",
        epilog="example: flyteconf pod jobs.py:train; a node with overrides is called jobs.py:workflow.node. Exit "
        "status: 0 what is asked for is shown, 2 something is in the way, 3 the output could not be printed",
    )
    parser.add_argument(
        "file", nargs="+", metavar="FILE[:TASK]", help="a Python file, or a task of it; - is standard input"
    )
    parser.add_argument("--map", action="store_true", help="print as JSON where each part of the manifests is written")
    # What follows a dash and a colon is the name of a task.
    files = [argument for argument in arguments if not argument.startswith("-") or argument[1:2] in ("", ":")]
    options = parser.parse_args([*(argument for argument in arguments if argument not in files), "--", *files])
    printer, shown, status = Printer(), _Shown(), 0
    for argument in options.file:
        try:
            asked = _asked(argument)
            for name, found in asked:
                problem = found.problem if found.template is None else why_not_shown(found.template)
                if found.template is not None and not problem:
                    shown.add(name, found, pod_of(found.template), sum(other == name for other, _ in asked))
                elif len(asked) == 1 and name == argument:
                    raise LeftAlone(problem)
                else:
                    shown.left_out(name, found, problem)
        except UNREADABLE as error:
            printer.told(f"{argument}: {what_is_wrong(error)}")
            status = IN_THE_WAY
    text = f"{json.dumps(shown.places, indent=2)}\n" if options.map else shown.text()
    printer.out(text.encode(errors="replace"))  # UTF-8, as YAML and JSON are, whatever the terminal takes
    return printer.status(status)


class _Shown:
    """The documents of a stream, and the places of their parts."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self.places: list[dict[str, Any]] = []

    def add(self, name: str, found: Found, pod: Mapping, count: int) -> None:
        """Add the document of a task."""
        others = f", one of {count} that may be meant by the name" if count > 1 else ""
        self._lines += ["---", f"# {name}, line {found.position.line}{others}"]
        for line in lines(pod):
            self._lines.append(str(line))
            self._place(name, line)

    def left_out(self, name: str, found: Found, problem: str) -> None:
        """Say why there is no document of a task."""
        self._lines += ["---", f"# {name}, line {found.position.line}: no pod is shown: {problem}"]

    def _place(self, name: str, line: Line) -> None:
        if line.part is None or line.part.position is None:
            return
        written = line.part.position.written
        number, column = written.place
        self.places.append(
            {
                "task": name,
                "path": line.path,
                "manifest_line": len(self._lines),
                "file": file_of(written),
                "line": number,
                "column": column + 1,
            }
        )

    def text(self) -> str:
        return "".join(f"{line}\n" for line in self._lines)


def _asked(argument: str) -> list[tuple[str, Found]]:
    """The tasks that an argument names, by their names in the output."""
    path, _, name = argument.rpartition(":")
    if not path or "/" in name or name.endswith(".py"):
        path, name = argument, ""
    found = tasks(text_of(path), path)
    if not found:
        raise LeftAlone("it has no tasks")
    if not name:
        return [(f"{path}:{each.name}", each) for each in found if "." not in each.name]
    chosen = [(argument, each) for each in found if each.name == name]
    if not chosen:
        raise LeftAlone(f"it has no task {name}; it has {', '.join(dict.fromkeys(each.name for each in found))}")
    return chosen
