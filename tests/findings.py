"""Run the plugin over a text, as flake8 would, without flake8."""

from __future__ import annotations

import ast
import difflib
import io
import pathlib
from collections.abc import Sequence

from packaging.specifiers import SpecifierSet

from flake8_flyteconf import fix as fix_package
from flake8_flyteconf.check import Fault
from flake8_flyteconf.linter import lint
from flake8_flyteconf.diagnostics import Diagnostic
from flake8_flyteconf.fix.rounds import Judged, fixed
from flake8_flyteconf.reference import found_fix_of
from flake8_flyteconf.releases import Releases
from flake8_flyteconf.rules import RULES
from flake8_flyteconf.settings import Settings, checked

#: Platform limits and required labels as a project would set them.
PROJECT = Settings(limits={"cpu": "64", "mem": "512Gi", "gpu": "8"}, required_labels=("team",))


def found(text: str, settings: Settings | None = None, *, policy: bool = False, path: str = "") -> list[Diagnostic]:
    """The findings in a module; those of the opt-in rules only when asked for."""
    linted = lint(ast.parse(text), list(io.StringIO(text)), settings, policy, path=path)
    return [] if linted is None else list(linted.findings(lambda code: True))


def faults(text: str, settings: Settings, *, policy: bool = False) -> list[Fault]:
    """The faults behind the findings, one for each place and code."""
    linted = lint(ast.parse(text), list(io.StringIO(text)), settings, policy)
    return [] if linted is None else list({(f.rule.code, f.hit.position.place): f for f in linted.faults}.values())


def codes(text: str, settings: Settings | None = None, *, policy: bool = False, path: str = "") -> list[str]:
    """The codes of the findings, in the order of the file."""
    return [finding.code for finding in found(text, settings, policy=policy, path=path)]


def fault_in(findings: Sequence[Diagnostic], lines: Sequence[str]) -> str | None:
    """What is wrong with the findings in a module: one outside the file, or a failure of the plugin itself."""
    for finding in findings:
        if not (1 <= finding.line <= len(lines) and 0 <= finding.column <= len(lines[finding.line - 1])):
            return f"outside the file: {finding}"
        # LibCST may refuse a statement; an error of the plugin itself is printed with its arguments.
        if finding.code == "FYT001" and "Error(" in finding.text:
            return str(finding)
    return None


FIXTURES = pathlib.Path(__file__).parent / "fixtures"
FILES = sorted(FIXTURES.glob("*.py"))
#: How a fixture asks, in its first line, for other settings than the default ones.
SETTINGS = {
    "# kubernetes client 36": Settings(("36",)),
    "# kubernetes client 37": Settings(("37",)),
    "# flytekit 1.11": checked(None, {}, (), {"flytekit": "1.11"}),
    "# flyte 2.6": checked(None, {}, (), {"flyte": "2.6.0"}),
    "# python 3.11": Settings(releases=Releases(python=SpecifierSet(">=3.11"))),
    "# opt-in": PROJECT,
    "# platform limits": PROJECT,
}


def settings_of(text: str) -> Settings:
    """The settings that a fixture asks for."""
    return next((known for head, known in SETTINGS.items() if text.startswith(head)), Settings())


def found_in(path: pathlib.Path) -> list[Diagnostic]:
    """The findings in a fixture, with the settings that it asks for."""
    text = path.read_text(encoding="utf-8")
    return found(text, settings_of(text), policy=text.startswith("# opt-in"))


def printed(path: pathlib.Path) -> str:
    """The findings in a fixture as flake8 prints them; line numbers are those of the markers."""
    return "".join(f"{f.line}:{f.column + 1}: {f.code} {f.text}\n" for f in found_in(path))


def expected_output(path: pathlib.Path) -> pathlib.Path:
    """The file with what is printed about a fixture; there is none where nothing is."""
    return path.with_suffix(".out")


def fixed_text(text: str, *, unsafe: bool = True) -> str:
    """A module with all fixes, with the settings that a fixture asks for."""
    settings, policy = settings_of(text), text.startswith("# opt-in")

    def found_again(source: bytes) -> Judged:
        found = faults(source.decode(), settings, policy=policy)
        return Judged(found, found)

    return fixed(text.encode(), found_again, unsafe=unsafe).source.decode()


def fix(path: pathlib.Path) -> str:
    """What the fixes change in a fixture, as a diff without context."""
    text = path.read_text(encoding="utf-8")
    before, after = (each.splitlines(keepends=True) for each in (text, fixed_text(text)))
    return "".join(list(difflib.unified_diff(before, after, n=0))[2:])


def expected_fix(path: pathlib.Path) -> pathlib.Path:
    """The file with what the fixes change in a fixture; there is none where nothing is."""
    return path.with_suffix(".fix")


#: The module that says which rules fix their mistake.
FIXABLE = pathlib.Path(fix_package.__file__).parent / "fixable.py"
_FIXABLE = '''\
"""Which fix the mistake of a rule has; ``python -m tests.findings`` writes this by the examples of the rules."""

#: ``safe`` or ``unsafe`` by the code of the rule; the others have none.
FIXES = {{
{}}}
'''


def fixable() -> str:
    """What the module says when all examples are fixed anew."""
    fixes = ((rule.code, found_fix_of(rule)) for rule in RULES)
    return _FIXABLE.format("".join(f'    "{code}": "{fix}",\n' for code, fix in fixes if fix))


if __name__ == "__main__":
    FIXABLE.write_text(fixable(), encoding="utf-8")
    for fixture in FILES:
        for text, record in ((printed(fixture), expected_output(fixture)), (fix(fixture), expected_fix(fixture))):
            if text:
                record.write_text(text, encoding="utf-8")
            else:
                record.unlink(missing_ok=True)
