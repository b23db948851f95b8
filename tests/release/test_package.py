"""What is released: an sdist that can run the tests, a wheel with the package alone, and examples that it lints."""

from __future__ import annotations

import pathlib
import subprocess
import sys
import tarfile
import venv
import zipfile

import pytest

from tests.test_readme import shown_findings

ROOT = pathlib.Path(__file__).parents[2]
FOLDERS = ("benchmarks", "docs", "examples", "flake8_flyteconf", "tests", "tools")
FILES = (
    *("CHANGELOG.rst", "CONTRIBUTING.rst", "LICENSE", "MANIFEST.in", "README.rst"),
    *("action.yml", "pyproject.toml", "setup.cfg"),
)
HIDDEN = (".ci/run", ".pre-commit-config.yaml", ".pre-commit-hooks.yaml")
MADE = {"__pycache__", "_build", ".mypy_cache", ".pytest_cache"}
#: What is written when the documentation is built.
WRITTEN = ("docs/covered.rst", "docs/rules/", "docs/tables/")


def sources(*folders: str) -> set[str]:
    """The files of some folders of the repository, those that tools make left out."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file())
    names = {path.relative_to(ROOT).as_posix() for path in found if not MADE & {*path.relative_to(ROOT).parts}}
    return {name for name in names if not name.startswith(WRITTEN)}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", folder, ROOT], check=True, stdout=subprocess.DEVNULL)
    return folder


def test_the_wheel_holds_the_package_alone(built: pathlib.Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert names == sources("flake8_flyteconf")


def test_the_sdist_holds_the_sources(built: pathlib.Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        members = [member.name.partition("/")[2] for member in archive.getmembers() if member.isfile()]
    names = {name for name in members if ".egg-info/" not in name}
    assert names == sources(*FOLDERS) | {*FILES, *HIDDEN, "PKG-INFO", "tox.ini"}


def test_the_installed_wheel_lints_the_examples(built: pathlib.Path, tmp_path: pathlib.Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    python = str(tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python")
    (wheel,) = built.glob("*.whl")
    subprocess.run([python, "-m", "pip", "install", "--quiet", str(wheel)], check=True)
    command = [python, "-I", "-m", "flake8", "--isolated", "--select=FYT", "examples"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.splitlines() == shown_findings()
    explained = [python, "-I", "-m", "flake8_flyteconf", "explain", "FYT101"]
    assert "FYT101 malformed-quantity" in subprocess.run(explained, capture_output=True, text=True).stdout
