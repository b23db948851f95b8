"""Sphinx configuration."""

import importlib.metadata
import pathlib
import runpy
from typing import Any

project = "flake8-flyteconf"
release = importlib.metadata.version("flake8-flyteconf")
exclude_patterns = ["_build"]
html_theme = "furo"
nitpicky = True
html_static_path = ["_static"]
html_css_files = ["wrap.css"]
html_title = f"{project} {release}"
html_show_copyright = False
# Code in tables and titles stays as it is written.
smartquotes = False


def setup(app: Any) -> None:
    """Write the pages of the rules before Sphinx looks for pages."""
    generator = runpy.run_path(str(pathlib.Path(__file__).with_name("generate.py")))
    app.connect("config-inited", lambda *_: generator["write"]())
