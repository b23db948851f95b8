"""What the ``try`` statements of a file catch."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Sequence
from typing import Any

from flake8_flyteconf.analysis.expectations import last_name
from flake8_flyteconf.rules.rule import Rule

#: Exceptions of libraries, by the exception of Python that they are.
_BASES = {"ValidationError": "ValueError"}


def is_caught(rule: Rule[Any], tries: Sequence[ast.Try]) -> bool:
    """Whether one of the ``try`` statements around a site may handle what a rule says about it.

    What fails at a later stage is caught only where the ``try`` may contain that stage.
    """
    return any(
        (rule.stage == "import" or _does_more(statement)) and _catches(handler, rule)
        for statement in tries
        for handler in statement.handlers
    )


def _does_more(statement: ast.Try) -> bool:
    """Whether the body is more than one simple statement, so that it may register what it makes."""
    return len(statement.body) > 1 or not isinstance(statement.body[0], (ast.Assign, ast.AnnAssign, ast.Expr))


def _catches(handler: ast.ExceptHandler, rule: Rule[Any]) -> bool:
    """Whether a handler may take the exceptions of a rule; one that is not Python's own may take any."""
    if handler.type is None or rule.stage != "import":
        return True
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(_is_a(name, last_name(each)) for each in caught for name in rule.exceptions or ("Exception",))


def _is_a(name: str, caught: str) -> bool:
    raised, wanted = getattr(builtins, _BASES.get(name, name), None), getattr(builtins, caught, None)
    return wanted is None or raised is None or issubclass(raised, wanted)
