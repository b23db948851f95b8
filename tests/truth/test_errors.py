"""The messages of the documentation are those that the installed SDK raises."""

from __future__ import annotations

from error_messages import rows
from tests.truth.errors import installed, is_said_by, raising


def test_messages_are_those_of_the_sdk() -> None:
    """A missing row means: run ``PYTHONPATH=docs python -m tests.truth.errors``."""
    source = installed().source
    errors = {rule.code: error for rule, error in raising()}
    written = {row.code: row.message for row in rows() if row.source == source}
    assert written.keys() == errors.keys()
    assert {
        code: (message, errors[code]) for code, message in written.items() if not is_said_by(message, errors[code])
    } == {}
