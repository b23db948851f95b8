"""The page of all options: those that flake8 gets, and those of each command."""

from __future__ import annotations

import contextlib
import io
import os
import textwrap
from unittest import mock

from flake8.options.manager import OptionManager

from flake8_flyteconf.__main__ import main
from flake8_flyteconf.plugin import FlyteConfiguration
from restructured import heading

_COMMANDS = ("check", "fix", "inspect", "explain", "rules")
_CONFIGURED = """Options of flake8
=================

flake8 takes these on its command line and, without the dashes in front, in the section ``[flake8]`` of
``setup.cfg``, ``tox.ini`` or ``.flake8``. ``flyteconf check`` and ``flyteconf fix`` take and read the same
ones, and all that flake8 has of its own but for what its own output looks like.

``--enable-extensions=FYT9``
    Turn the opt-in rules on. In a file: ``enable-extensions = FYT9``.
"""


def page() -> str:
    """All options with their texts."""
    manager = OptionManager(version="0", plugin_versions="", parents=[], formatter_names=[])
    FlyteConfiguration.add_options(manager)
    parts = [heading("Options"), _CONFIGURED]
    for option in manager.options:
        name, text = str(option.long_option_name), str(option.help)
        choices = option.option_kwargs["choices"]
        value = "{" + ",".join(choices) + "}" if isinstance(choices, (list, tuple)) else option.metavar
        configured = f"{str(option.config_name).replace('_', '-')} = {value}"
        parts.append(f"``{name}={value}``\n    {text[0].upper()}{text[1:]}.\n    In a file: ``{configured}``.\n")
    for command in _COMMANDS:
        title = f"flyteconf {command}"
        parts.append(
            f"{title}\n{'=' * len(title)}\n\n.. code-block:: text\n\n{textwrap.indent(_help(command), '    ')}"
        )
    return "\n".join(parts)


def _help(command: str) -> str:
    """What a command prints of itself, in lines of a narrow terminal."""
    printed = io.StringIO()
    with mock.patch.dict(os.environ, {"COLUMNS": "80"}), contextlib.redirect_stdout(printed):
        with contextlib.suppress(SystemExit):
            main([command, "--help"])
    return printed.getvalue()
