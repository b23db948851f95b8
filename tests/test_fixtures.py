"""Every fixture yields exactly what its ``# expect:`` markers say, with all rules on."""

from __future__ import annotations

import collections
import io
import pathlib
import re
import tokenize

import pytest

from flake8_flyteconf.rules import RULES
from tests.findings import FILES, PRINTED, found_in, printed

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


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_findings_are_those_marked(path: pathlib.Path) -> None:
    expected = markers(path.read_text(encoding="utf-8"))
    assert collections.Counter((f.line, f.code) for f in found_in(path)) == expected


def test_messages_are_those_on_record() -> None:
    assert PRINTED.read_text(encoding="utf-8") == printed(), "read the difference, then: python -m tests.findings"


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
