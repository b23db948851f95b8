"""The errors that the real SDKs raise for the bad examples of the rules, for the page of messages.

``PYTHONPATH=docs python -m tests.truth.errors`` writes those of the installed SDK into ``docs/errors.tsv``, whose other
rows are those of other environments and of sources that are cited.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from error_messages import TABLE, Row, rows
from flake8_flyteconf.reference import example
from flake8_flyteconf.rules import RULES
from flake8_flyteconf.rules.rule import Rule

#: What depends on the machine, the process or the module at hand.
_OF_THE_PROCESS = re.compile(
    r"\(?(?<![\w.])/(?:[\w.-]+/)+[\w.-]+\)?|\bexample_\w+|\b0x[0-9a-f]{6,}|https://errors\.pydantic\.dev/\S+|\{<[^}]*\}"
)
#: The place of what is left out.
_GAP = "..."
#: Characters that are enough to find a message by.
_LONGEST = 140
#: The stages at which an SDK raises.
_RAISING = ("import", "serialization", "execution")
#: Rules whose examples are about older releases, or raise elsewhere than in this process.
_ELSEWHERE = ("FYT312", "FYT882", "FYT883")


class Sdk(NamedTuple):
    """What raises: a package whose release counts, and how the examples that it is asked about import it."""

    title: str
    package: str
    imports: re.Pattern[str]

    @property
    def source(self) -> str:
        """The SDK with its release, as rows have it."""
        return f"{self.title} {importlib.metadata.version(self.package)}"


_SDKS = (
    Sdk("flyte", "flyte", re.compile(r"^(?:import|from) flyte\b", re.MULTILINE)),
    Sdk("flytekit plugins", "flytekitplugins-dask", re.compile(r"^from flytekitplugins\b", re.MULTILINE)),
    Sdk("flytekit", "flytekit", re.compile(r"^")),
)


def installed() -> Sdk:
    """The SDK that the environment is about."""
    return next(sdk for sdk in _SDKS if importlib.util.find_spec(sdk.title.replace(" ", "")) is not None)


def raising() -> Iterator[tuple[Rule[Any], str]]:
    """The rules about the installed SDK whose bad example raises, with what is raised."""
    for rule in RULES:
        sdk = next(each for each in _SDKS if each.imports.search(example(rule, "Bad")))
        if sdk is installed() and rule.code not in _ELSEWHERE and rule.kind == "refused" and rule.stage in _RAISING:
            if error := raised(rule):
                yield rule, error


def raised(rule: Rule[Any]) -> str:
    """The type and the text of what the bad example of a rule raises; empty when it raises nothing that is its own."""
    text = example(rule, "Bad")
    try:
        if installed().title == "flyte":
            _with_flyte(text, rule.stage)
        else:
            from tests.truth import flyte

            module = flyte.imported(text)
            if rule.stage != "import":
                flyte.serialized(module)
    except ImportError as error:
        return (
            "" if isinstance(error, ModuleNotFoundError) or "not installed" in str(error) else f"ImportError: {error}"
        )
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""


def shown(error: str) -> str:
    """An error as the table has it: in one line, without what is of the process, and no longer than needed."""
    text = _OF_THE_PROCESS.sub(_GAP, " ".join(error.split()))
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST].rpartition(' ')[0]} {_GAP}"
    return re.sub(r"(?:\.\.\. ?){2,}", f"{_GAP} ", text).rstrip()


def is_said_by(message: str, error: str) -> bool:
    """Whether an error reads as a message does, gaps apart."""
    pattern = ".*".join(map(re.escape, message.split(_GAP)))
    return re.match(pattern, " ".join(error.split())) is not None


def _with_flyte(text: str, stage: str) -> None:
    from tests.truth import flyte, flyte2

    if stage == "execution":
        flyte2.run(text)
        return
    module = flyte2.imported(text)
    if stage == "serialization":
        flyte2.deployed(module)
        if re.search(r"\bflytekit\b", text):
            flyte.serialized(module)


def main() -> None:
    """Write the rows of the installed SDK."""
    sdk = installed()
    head = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    found = [Row(rule.code, sdk.source, shown(error)) for rule, error in raising()]
    ours = {(row.code, row.source.rpartition(" ")[0]) for row in found}
    kept = [row for row in rows() if (row.code, row.source.rpartition(" ")[0]) not in ours]
    lines = ["\t".join(row) for row in sorted({*kept, *found})]
    TABLE.write_text("\n".join([*head, *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
