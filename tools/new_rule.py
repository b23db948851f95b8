"""Start a rule: its function, its fixture and its line in the changelog.

    python tools/new_rule.py fyt3_arguments misspelt-retries

appends a rule with the next free code to ``flake8_flyteconf/rules/fyt3_arguments.py``, writes its fixture and names it
in the changelog. What is left to fill in says ``TODO``, and the tests fail until it is.
"""

from __future__ import annotations

import argparse
import pathlib
import re
import sys

from flake8_flyteconf.reference import FAMILIES

ROOT = pathlib.Path(__file__).parents[1]
RULES = ROOT / "flake8_flyteconf" / "rules"
FIXTURES = ROOT / "tests" / "fixtures"
CHANGELOG = ROOT / "CHANGELOG.rst"
#: What the new function uses, and where it comes from.
IMPORTS = {
    "collections.abc": ("Iterator",),
    "flake8_flyteconf.flytekit.calls": ("Task",),
    "flake8_flyteconf.rules.rule": ("Hit", "hit", "rule"),
    "flake8_flyteconf.values": ("is_string",),
}

RULE = '''

@rule(
    "{code}",
    "TODO {{field}}: the fact; the remedy",
    on=Task,
    kind="refused",
    stage="import",
    since="{since}",
)
def {function}(call: Task) -> Iterator[Hit]:
    """TODO: the mistake in one line.

    TODO: what happens, at which stage, with the name of the exception where there is one. Source: flytekit, TODO.

    Bad::

        TODO

    Good::

        TODO
    """
    value = call.get("TODO")
    if value is not None and is_string(value):
        yield hit(value.position, field="TODO")
'''
FIXTURE = """\
import flytekit as fl
from flytekit import task
from settings import UNKNOWN


@task(TODO="wrong")  # expect: {code}
def plain() -> None: ...


@fl.task(
    TODO="wrong",  # expect: {code}
)
def several_lines() -> None: ...


@task(TODO=UNKNOWN)
def unknown() -> None: ...


@task(TODO="right")
def right() -> None: ...
"""


def next_code(module: str, codes: set[int]) -> int:
    """The first free code behind those of a module, or the next one of its family."""
    family = int(module[3])
    own = [int(code) for code in re.findall(r'"FYT(\d{3})"', (RULES / f"{module}.py").read_text(encoding="utf-8"))]
    free = [code for code in range(family * 100 + 1, family * 100 + 100) if code not in codes]
    if not free:
        raise ValueError(f"the family FYT{family} is full")
    return next((code for code in free if code > max(own, default=0)), free[0])


def taken() -> set[int]:
    """The codes in use and those that are retired."""
    texts = (path.read_text(encoding="utf-8") for path in RULES.glob("*.py"))
    return {int(code) for text in texts for code in re.findall(r'"FYT(\d{3})"', text)}


def unreleased(text: str) -> str:
    """The version at the head of the changelog; :class:`ValueError` when that is out already."""
    found = re.search(r"^(\d+\.\d+\.\d+) \((\S+)\)$", text, re.MULTILINE)
    if found is None or found[2] != "unreleased":
        raise ValueError("CHANGELOG.rst begins with no version (unreleased); write one and its number into setup.cfg")
    return found[1]


def with_changelog_line(text: str, code: str, name: str) -> str:
    """The changelog with a rule among the new ones of its family."""
    title, line = FAMILIES[code[:4]], f"    | {code} {name}\n"
    head = "New rules\n---------\n\n"
    if head not in text:
        first = re.search(r"^=+\n\n(?=\S)", text.partition("unreleased)\n")[2], re.MULTILINE)
        at = text.index("unreleased)\n") + len("unreleased)\n") + (first.end() if first else 0)
        text = f"{text[:at]}{head}\n{text[at:]}"
    before, _, after = text.partition(head)
    if not after.startswith(f"{title}\n") and f"\n{title}\n    |" not in after:
        return f"{before}{head}{title}\n{line}\n{after.lstrip()}"
    block, _, rest = after.partition(f"{title}\n")
    lines = re.match(r"(?:    \| .*\n)*", rest)
    listed = sorted([*(lines[0] if lines else "").splitlines(keepends=True), line])
    return f"{before}{head}{block}{title}\n{''.join(listed)}{rest[lines.end() if lines else 0 :]}"


def with_imports(text: str) -> str:
    """A module with the imports of a new rule."""
    for source, names in IMPORTS.items():
        found = re.search(rf"^from {re.escape(source)} import (\([^)]*\)|.*)\n", text, re.MULTILINE)
        if found is None:
            after = re.search(r"^from __future__ import annotations\n\n", text, re.MULTILINE)
            at = after.end() if after else 0
            text = f"{text[:at]}from {source} import {', '.join(names)}\n{text[at:]}"
            continue
        known = [name for name in re.split(r"[\s,()]+", found[1]) if name]
        missing = [name for name in names if name not in known]
        if missing:
            every = sorted([*known, *missing], key=lambda name: (name.islower() or "_" in name, name))
            line = f"from {source} import {', '.join(every)}\n"
            if len(line) > 121:
                line = f"from {source} import (\n{''.join(f'    {name},{chr(10)}' for name in every)})\n"
            text = text.replace(found[0], line, 1)
    return text


def start(module: str, name: str) -> list[pathlib.Path]:
    """Write all three; the files that were written. :class:`ValueError` for what cannot be a rule."""
    if not (RULES / f"{module}.py").is_file() or not re.fullmatch(r"fyt\d_\w+", module):
        known = ", ".join(sorted(path.stem for path in RULES.glob("fyt*.py")))
        raise ValueError(f"there is no module {module}; there are {known}")
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        raise ValueError(f'"{name}" is not a name such as misshapen-pair')
    function = name.replace("-", "_")
    if any(f"def {function}(" in path.read_text(encoding="utf-8") for path in RULES.glob("fyt*.py")):
        raise ValueError(f'there is a rule "{name}"')
    code = f"FYT{next_code(module, taken())}"
    path, fixture = RULES / f"{module}.py", FIXTURES / f"{code.lower()}.py"
    changelog = CHANGELOG.read_text(encoding="utf-8")
    added = RULE.format(code=code, function=function, since=unreleased(changelog))
    path.write_text(with_imports(path.read_text(encoding="utf-8")) + added, encoding="utf-8")
    fixture.write_text(FIXTURE.format(code=code), encoding="utf-8")
    CHANGELOG.write_text(with_changelog_line(changelog, code, name), encoding="utf-8")
    return [path, fixture, CHANGELOG]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("module", help="the module of the rule, such as fyt3_arguments")
    parser.add_argument("name", help='the mistake in a few words, as in "allow misshapen-pair"')
    options = parser.parse_args()
    try:
        written = start(options.module, options.name)
    except ValueError as error:
        parser.error(str(error))
    print("fill in what says TODO, then: python -m tests.findings; python -m tox -e quick")
    print(*(path.relative_to(ROOT) for path in written), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
