"""Every fixture yields exactly what its ``# expect:`` markers say, with all rules on."""

from __future__ import annotations

import collections
import io
import pathlib
import re
import tokenize

import pytest

from flake8_flyteconf.inspection import inspect
from flake8_flyteconf.rules import RULES
from tests.findings import FILES, FIXTURES, expected_output, found_in, printed

_MARKER = re.compile(r"# expect: (FYT[0-9]{3}(?:, FYT[0-9]{3})*)")


def markers(text: str) -> collections.Counter[tuple[int, str]]:
    """Line and code of each expected finding; a malformed marker is an error."""
    expected: collections.Counter[tuple[int, str]] = collections.Counter()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT and "expect" in token.string:
            marker = _MARKER.fullmatch(token.string)
            assert marker, f"line {token.start[0]}: {token.string!r} is no marker"
            expected.update((token.start[0], code) for code in marker[1].split(", "))
    return expected


def difference(path: pathlib.Path) -> str:
    """Each line on which markers and findings differ: the line, the codes that are marked and the messages found."""
    text = path.read_text(encoding="utf-8")
    expected, found = markers(text), found_in(path)
    report = []
    for number, line in enumerate(text.splitlines(), 1):
        marked = sorted(code for (at, code), count in expected.items() if at == number for _ in range(count))
        here = [finding for finding in found if finding.line == number]
        if marked != sorted(finding.code for finding in here):
            report += [f"{path.name}:{number}: {line.strip()}", f"    marked: {', '.join(marked) or 'nothing'}"]
            report += [f"    found: {f.code} {f.text}" for f in here] or ["    found: nothing"]
            report += [f"    read: {row}" for row in inspect(text, path.name, number).splitlines()]
    return "\n".join(report)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_findings_are_those_marked(path: pathlib.Path) -> None:
    report = difference(path)
    assert not report, f"\n{report}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_messages_are_those_on_record(path: pathlib.Path) -> None:
    recorded = expected_output(path)
    text = recorded.read_text(encoding="utf-8") if recorded.exists() else ""
    assert printed(path).splitlines() == text.splitlines(), "read the difference, then: python -m tests.findings"


def test_every_record_has_a_fixture() -> None:
    assert {path.stem for path in FIXTURES.glob("*.out")} <= {path.stem for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_is_named_after_what_it_expects(path: pathlib.Path) -> None:
    marked = {code for _, code in markers(path.read_text(encoding="utf-8"))}
    if path.stem.startswith("ok_"):
        assert not marked
    else:
        assert path.stem[:6].upper() in marked


def test_every_rule_has_a_fixture() -> None:
    # No example breaks LibCST on every Python; test_plugin makes one.
    codes = {rule.code for rule in RULES} - {"FYT001"}
    assert codes == {path.stem[:6].upper() for path in FILES if not path.stem.startswith("ok_")}


def test_a_malformed_marker_is_an_error() -> None:
    with pytest.raises(AssertionError, match="is no marker"):
        markers("x = 1  # expect FYT101\n")


def test_a_difference_says_what_was_marked_and_what_was_found(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "fyt101.py"
    path.write_text('from flytekit import Resources\nResources(mem="2GB")\nResources(mem="2G")  # expect: FYT101\n')
    report = difference(path).splitlines()
    assert [row for row in report if not row.startswith("    read:")] == [
        'fyt101.py:2: Resources(mem="2GB")',
        "    marked: nothing",
        '    found: FYT101 mem "2GB" is not a Kubernetes quantity (did you mean "2G" or "2Gi"?)',
        'fyt101.py:3: Resources(mem="2G")  # expect: FYT101',
        "    marked: FYT101",
        "    found: nothing",
    ]
    assert '    read:         mem="2G"' in report
