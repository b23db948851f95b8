"""Sphinx configuration."""

import importlib.metadata

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
