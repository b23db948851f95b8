"""Whether everything names the version that is to be released: ``python tools/check_release.py 0.2.0``."""

from __future__ import annotations

import configparser
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).parents[1]


def faults(version: str) -> list[str]:
    """What does not name the version, or names no date for it."""
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    found = []
    if setup["metadata"]["version"] != version:
        found.append(f"setup.cfg has version {setup['metadata']['version']}, not {version}")
    changelog = (ROOT / "CHANGELOG.rst").read_text(encoding="utf-8")
    if not re.search(rf"^{re.escape(version)} \(\d{{4}}-\d\d-\d\d\)$", changelog, re.MULTILINE):
        found.append(f"CHANGELOG.rst has no heading {version} with a date")
    return found


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if problems := faults(sys.argv[1]):
        sys.exit("\n".join(problems))
