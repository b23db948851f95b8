"""A plugin of python-lsp-server: remedies as code actions, and the page of a rule where its code is written.

The findings themselves come from the server's own flake8.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from flake8.exceptions import EarlyQuit, ExecutionError
from flake8.options.config import _find_config_file  # type: ignore[attr-defined]
from pylsp import hookimpl

from flake8_flyteconf.fix.command import Selection
from flake8_flyteconf.fix.edits import Change, Fixable
from flake8_flyteconf.fix.rounds import named_in
from flake8_flyteconf.reference import family, terminal
from flake8_flyteconf.rules.rule import Edit, Remedy

if TYPE_CHECKING:
    from flake8_flyteconf.check import Fault

_CODE = re.compile(r"\bFYT\d{3}\b")
#: What a title says an edit does; ``{}`` is what it writes.
_TITLES = {"replace": "write {}", "rename": "write {}", "wrap": "write {}", "insert": "add {}", "remove": "remove it"}
#: Characters of a title that come from the edit.
_LONGEST = 60


@hookimpl  # type: ignore[untyped-decorator]
def pylsp_code_actions(
    config: Any, workspace: Any, document: Any, range: Mapping[str, Any], context: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """A quick fix for each remedy of the findings in a range of lines."""
    first, last = range["start"]["line"] + 1, range["end"]["line"] + 1
    try:
        selection = _selection(config, workspace)
        judged, _ = selection.judged(document.source.encode(), document.path)
        module = Fixable(document.source, named_in(document.source))
    except (EarlyQuit, ExecutionError, SyntaxError, ValueError, RecursionError):
        return []
    here = [fault for fault in judged.chosen if first <= fault.place[0] <= last]
    return [action for fault in here for action in _actions(fault, module, document.uri, context)]


@hookimpl(tryfirst=True)  # type: ignore[untyped-decorator]
def pylsp_hover(document: Any, position: Mapping[str, int]) -> dict[str, Any] | None:
    """The page of the rule whose code is under the cursor; other plugins say what anything else is."""
    line = document.lines[position["line"]] if position["line"] < len(document.lines) else ""
    for found in _CODE.finditer(line):
        if found.start() <= position["character"] <= found.end() and (rules := family(found[0])):
            return {"contents": {"kind": "plaintext", "value": "\n".join(map(terminal, rules))}}
    return None


def _selection(config: Any, workspace: Any) -> Selection:
    """What flake8 selects in the workspace, with the settings that the server hands on to flake8."""
    settings = config.plugin_settings("flake8", document_path=None)
    file = settings.get("config") or _find_config_file(workspace.root_path or ".")
    given = [f"--config={file}"] if file else ["--isolated"]
    for name, option in (("select", "select"), ("ignore", "ignore"), ("extendIgnore", "extend-ignore")):
        if settings.get(name):
            given.append(f"--{option}={','.join(settings[name])}")
    return Selection(given)


def _actions(fault: Fault, module: Fixable, uri: str, context: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for number, remedy in enumerate(fault.hit.remedies):
        changes = module.edited([remedy]).changes
        if not changes:
            continue
        code, line = fault.rule.code, fault.place[0] - 1
        yield {
            "title": f"{code}: {_title(remedy)}" + ("" if remedy.safe else " (changes the meaning)"),
            "kind": "quickfix",
            "isPreferred": remedy.safe and number == 0,
            "diagnostics": [
                each
                for each in context.get("diagnostics", ())
                if each.get("code") == code and each["range"]["start"]["line"] == line
            ],
            "edit": {"changes": {uri: _edits(module, changes)}},
        }


def _title(remedy: Remedy) -> str:
    """What a remedy does, in a few words."""
    return ", ".join(dict.fromkeys(_told(edit) for edit in remedy.edits))


def _told(edit: Edit) -> str:
    source = edit.source.replace("{}", "...") if edit.action == "wrap" else edit.source
    return _TITLES[edit.action].format(source if len(source) <= _LONGEST else f"{source[: _LONGEST - 3]}...")


def _edits(module: Fixable, changes: Sequence[Change]) -> list[dict[str, Any]]:
    place = functools.partial(_place, module)
    return [
        {"range": {"start": place(change.start), "end": place(change.end)}, "newText": change.text}
        for change in changes
    ]


def _place(module: Fixable, offset: int) -> dict[str, int]:
    """The place of an offset, with columns in units of UTF-16."""
    line, column = module.place(offset)
    before = module.text[offset - column : offset]
    return {"line": line - 1, "character": len(before.encode("utf-16-le")) // 2}
