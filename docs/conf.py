"""Sphinx configuration."""

import importlib.metadata
import pathlib
import sys
from typing import Any

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import generate  # noqa: E402

project = "flake8-flyteconf"
release = importlib.metadata.version(project)
extensions = ["sphinx_copybutton", "sphinx_sitemap"]
exclude_patterns = ["_build"]
html_theme = "furo"
nitpicky = True
html_static_path = ["_static"]
html_css_files = ["wrap.css"]
html_title = f"{project} {release}"
html_show_copyright = False
#: Where the pages are published, for canonical links and the map of the site.
html_baseurl = next(
    url.partition(", ")[2]
    for url in importlib.metadata.metadata(project).get_all("Project-URL", [])
    if url.startswith("Documentation, ")
)
sitemap_url_scheme = "{link}"
sitemap_excludes = ["search.html", "genindex.html"]
# What is copied is what is typed.
copybutton_prompt_text = "$ "
# Code in tables and titles stays as it is written.
smartquotes = False


def setup(app: Any) -> None:
    """Write the pages of the rules before Sphinx looks for pages."""
    app.connect("config-inited", lambda *_: generate.write())
