"""Which release a project uses is read from its files, in the order that the documentation names."""

from __future__ import annotations

import os
import pathlib
import textwrap

import pytest
from packaging.version import Version

from flake8_flyteconf import pins
from flake8_flyteconf.releases import Release, Releases
from tests.findings import codes

UV = """
version = 1
requires-python = ">=3.11"

[[package]]
name = "aiohttp"
version = "3.9.1"
dependencies = [{ name = "flytekit" }]

[[package]]
name = "flytekit"
version = "1.13.5"
source = { registry = "https://packages.example.org/simple" }

[[package]]
name = "kubernetes"
version = "29.0.0"
"""
POETRY = """
[[package]]
name = "flytekit"
version = "1.11.0"
description = "Flyte SDK"
optional = false

[package.dependencies]
click = ">=6.6"

[metadata]
lock-version = "2.0"
"""


@pytest.fixture
def project(tmp_path: pathlib.Path) -> pathlib.Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "workflows").mkdir()
    return tmp_path


def told(folder: pathlib.Path, package: str = "flytekit", script: str = "") -> str:
    """What a file of a project is told: the release and what tells it, empty when nothing does."""
    release = pins.releases(str(folder / "workflows" / "train.py"), textwrap.dedent(script)).of(package)
    return f"{release.version} {release.source}" if release is not None else ""


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("uv.lock", UV, "1.13.5 uv.lock"),
        ("poetry.lock", POETRY, "1.11.0 poetry.lock"),
        ("pdm.lock", POETRY, "1.11.0 pdm.lock"),
        ("pylock.toml", '[[packages]]\nname = "flytekit"\nversion = "1.12.3"\n', "1.12.3 pylock.toml"),
        ("uv.lock", UV.replace('registry = "https', 'git = "https'), ""),
        (
            "uv.lock",
            UV.replace('source = { registry = "https://packages.example.org/simple" }', 'source = { editable = "." }'),
            "",
        ),
        ("poetry.lock", POETRY.replace("optional", 'source.type = "git"\noptional'), ""),
        ("uv.lock", UV + '[[package]]\nname = "flytekit"\nversion = "1.16.0"\n', ""),
        ("uv.lock", UV.replace('"1.13.5"', '"newest"'), ""),
        ("uv.lock", UV.replace('"1.13.5"', "1.13.5"), ""),
        ("requirements.txt", "flytekit==1.11.0\n", "1.11.0 requirements.txt"),
        ("requirements.txt", "flytekit == 1.11.0 \\\n    --hash=sha256:00 # via -r x\n", "1.11.0 requirements.txt"),
        ("requirements.txt", "-r base.txt\nflytekit[all]==1.11 ; python_version < '4.0'\n", "1.11 requirements.txt"),
        ("requirements.txt", "flytekit==1.11.*\n", "1.11.0 requirements.txt"),
        ("requirements.txt", "flytekit<1.14\n", "1.13.15 requirements.txt"),
        ("requirements.txt", "flytekit~=1.13.0\n", "1.13.15 requirements.txt"),
        ("requirements.txt", "flytekit~=1.13\n", ""),
        ("requirements.txt", "flytekit>=1.10\n", ""),
        ("requirements.txt", "flytekit @ git+https://github.com/flyteorg/flytekit@main\n", ""),
        ("requirements.txt", "flytekit==1.11.0;;\n=nonsense\n", ""),
        ("requirements.txt", "flytekit<1.11; python_version<'3.8'\nflytekit; python_version>='3.8'\n", ""),
        ("requirements.txt", "flytekit==1.10.7; sys_platform=='win32'\n", ""),
        ("requirements.txt", "flytekit==1!1.11.0\n", ""),
        ("requirements.txt", f"flytekit=={6000 * '1'}\n", ""),
        ("requirements.txt", "flytekit==1.17.2\n", "1.17.2 requirements.txt"),
        ("requirements-dev.txt", "flytekit==1.12.0\n", "1.12.0 requirements-dev.txt"),
        ("dev-requirements.txt", "flytekit==1.12.0\n", ""),
        ("requirements/base.txt", "flytekit==1.12.0\n", "1.12.0 requirements/base.txt"),
        ("requirements/base.txt", "flytekit<1.12\n", ""),
        ("requirements/base.in", "flytekit==1.12.0\n", ""),
        ("requirements.txt", "Flytekit==1.11.0\n", "1.11.0 requirements.txt"),
        ("pyproject.toml", '[project]\ndependencies = ["flytekit<1.14"]\n', "1.13.15 pyproject.toml"),
        ("pyproject.toml", '[project.optional-dependencies]\nx = ["flytekit<1.12"]\n', "1.11.0 pyproject.toml"),
        (
            "pyproject.toml",
            '[dependency-groups]\nx = ["flytekit<1.12", {include-group = "y"}]\n',
            "1.11.0 pyproject.toml",
        ),
        ("pyproject.toml", '[tool.poetry.dependencies]\nflytekit = "~1.13"\n', "1.13.15 pyproject.toml"),
        ("pyproject.toml", '[tool.poetry.dependencies]\nflytekit = "~1.13.1"\n', "1.13.15 pyproject.toml"),
        ("pyproject.toml", '[tool.poetry.dependencies]\nflytekit = "^1.13"\n', ""),
        ("pyproject.toml", '[tool.poetry.dependencies]\nflytekit = "1.11.0"\n', "1.11.0 pyproject.toml"),
        ("pyproject.toml", '[tool.poetry.dependencies]\nflytekit = {version = "<1.12"}\n', "1.11.0 pyproject.toml"),
        ("pyproject.toml", '[tool.poetry.dependencies]\nflytekit = {git = "https://github.com/x/y"}\n', ""),
        ("pyproject.toml", "[project]\ndependencies = 5\n[tool]\npoetry = []\n", ""),
        ("pyproject.toml", "not toml", ""),
        ("pyproject.toml", '[tool.poetry.dependencies]\nflytekit = {version = "1.10.7", python = "<3.9"}\n', ""),
        ("pyproject.toml", f'[tool.poetry.dependencies]\nflytekit = "^{6000 * "1"}"\n', ""),
        ("pyproject.toml", '[project]\ndependencies=["flytekit<1.9"]\n[tool.uv.sources]\nflytekit={path=".."}\n', ""),
        ("setup.cfg", "[options]\ninstall_requires =\n    flytekit>=1.3,<1.12\n", "1.11.0 setup.cfg"),
        ("setup.cfg", "install_requires =\n    flytekit<1.12\n", ""),
    ],
)
def test_files(project: pathlib.Path, name: str, text: str, expected: str) -> None:
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_text(text)
    assert told(project) == expected


def test_the_first_that_is_known_counts(project: pathlib.Path) -> None:
    (project / "pyproject.toml").write_text('[project]\ndependencies = ["flytekit<1.9"]\n')
    assert told(project) == "1.8.3 pyproject.toml"
    other = project / "other"
    (other / "workflows").mkdir(parents=True)
    (other / "requirements.txt").write_text("flytekit==1.11.0\nflytekitplugins-ray==1.12.0\n")
    (other / "poetry.lock").write_text(POETRY.replace("1.11.0", "1.12.2"))
    (other / "uv.lock").write_text(UV)
    assert told(other) == "1.13.5 uv.lock"
    assert told(other, "kubernetes") == "29.0.0 uv.lock"
    assert told(other, "flytekitplugins-ray") == "1.12.0 requirements.txt"
    assert told(other, "flytekitplugins-spark") == "1.13.5 uv.lock"
    assert told(other, "flyte") == ""
    script = """\
    # /// script
    # requires-python = ">=3.12"
    # dependencies = [
    #   "flytekit==1.10.7",
    #   "pandas",
    # ]
    # ///
    """
    assert told(other, script=script) == "1.10.7 the script metadata"
    assert told(other, script=script.replace("# ]", "#")) == "1.13.5 uv.lock"


@pytest.mark.parametrize(
    ("root", "inner", "expected"),
    [
        ("flytekit==1.10.7", "flytekit==1.15.4", "1.15.4 pyproject.toml"),
        ("flytekit==1.10.7", "flytekit>=1.15", ""),
        ("flytekit<1.12", "flytekit>=1.15", ""),
        ("flytekit==1.10.7", "flytekit>=1.10", "1.10.7 requirements.txt"),
        ("flytekit==1.10.7", "flytekit @ git+https://github.com/x/y", ""),
    ],
)
def test_what_a_nearer_file_rules_out_does_not_count(
    project: pathlib.Path, root: str, inner: str, expected: str
) -> None:
    (project / "requirements.txt").write_text(f"{root}\n")
    (project / "inner" / "workflows").mkdir(parents=True)
    (project / "inner" / "pyproject.toml").write_text(f"[project]\ndependencies = ['{inner}']\n")
    assert told(project / "inner") == expected


def test_other_requirements_do_not_contradict_the_project(project: pathlib.Path) -> None:
    (project / "requirements-min.txt").write_text("flytekit==1.11.0\n")
    (project / "pyproject.toml").write_text('[project]\ndependencies = ["flytekit>=1.15"]\n')
    assert told(project) == ""


def test_a_script_has_an_environment_of_its_own(project: pathlib.Path) -> None:
    (project / "uv.lock").write_text(UV)
    block = "# /// script\n# dependencies = [{}]\n# ///\n"
    assert told(project, script=block.format('"flytekit>=1.15"')) == ""
    assert told(project, script=block.format('"pandas"')) == "1.13.5 uv.lock"
    assert told(project, script=block + block.format('"flytekit==1.10.7"')) == "1.13.5 uv.lock"


def test_what_is_no_file_is_not_read(project: pathlib.Path) -> None:
    os.mkfifo(project / "requirements.txt")
    (project / "uv.lock").mkdir()
    assert told(project) == ""


def test_python_of_the_project(project: pathlib.Path) -> None:
    (project / "pyproject.toml").write_text('[project]\nrequires-python = ">=3.10.4"\n')
    (project / "workflows" / "setup.cfg").write_text("[options]\npython_requires = >=3.11\n")
    found = pins.releases(str(project / "train.py"), "")
    assert not found.surely_python((3, 11)) and found.surely_python((3, 10))
    assert pins.releases(str(project / "workflows" / "train.py"), "").surely_python((3, 11))


def test_files_above_the_root_do_not_count(project: pathlib.Path) -> None:
    (project / "requirements.txt").write_text("flytekit==1.11.0\n")
    inner = project / "inner"
    (inner / "workflows").mkdir(parents=True)
    (inner / ".git").write_text("gitdir: elsewhere\n")
    assert told(inner) == ""


def test_linting_uses_them(project: pathlib.Path) -> None:
    text = "from flytekit import Cache, task\n\n@task(labels={'team': 'ml'})\ndef train() -> None: ...\n"
    path = str(project / "workflows" / "train.py")
    assert codes(text, path=path) == []
    (project / "other").mkdir()
    (project / "other" / "requirements.txt").write_text("flytekit==1.11.0\n")
    assert codes(text, path=str(project / "other" / "train.py")) == ["FYT312", "FYT312"]


def test_a_release_that_is_not_known_yet_may_have_everything(project: pathlib.Path) -> None:
    text = "from flytekit import Newer, task\n\n@task(newer=1)\ndef train() -> None: ...\n"
    assert codes(text, path=str(project / "train.py")) == ["FYT311", "FYT301"]
    (project / "workflows" / "requirements.txt").write_text("flytekit==1.99.0\n")
    assert codes(text, path=str(project / "workflows" / "train.py")) == []


ELASTIC = """\
from flytekit import ImageSpec, task
from flytekitplugins.kfpytorch import Elastic

IMAGE = ImageSpec(name="train", packages={packages})


@task(task_config=Elastic(nnodes=2, increase_shared_mem=False), container_image=IMAGE, labels={{"team": 1}})
def train() -> None: ...
"""


@pytest.mark.parametrize(
    ("packages", "expected"),
    [
        ('["torch"]', ["FYT406"]),
        ('["torch", "flytekit==1.11.0"]', ["FYT312", "FYT406"]),
        ('["flytekitplugins-kfpytorch==1.11.0", "flytekit"]', ["FYT312", "FYT406"]),
        ('["flytekitplugins-kfpytorch<1.13"]', ["FYT312", "FYT406"]),
        ('["flytekitplugins-kfpytorch==1.13.1", "flytekit==1.11.0"]', ["FYT406"]),
        ("[NAME]", ["FYT406"]),
    ],
)
def test_the_image_of_a_task_decides_about_its_plugins(packages: str, expected: list[str]) -> None:
    assert codes(ELASTIC.format(packages=packages)) == expected


@pytest.mark.parametrize(
    ("release", "text"),
    [
        ("1.15", "from flytekit import Cache\n"),
        ("1.14.8b4", "from flytekit import Cache\n"),
        ("1.7.0", 'from flytekit import Resources\nResources("1", "1Gi", "0", "1Gi", "2Gi")\n'),
        ("1.11.0", 'from flytekit import TaskMetadata\nTaskMetadata(True, False, "1.0", True, "", 3)\n'),
        ("1.11.0", 'from flytekit import CronSchedule\nCronSchedule(cron_expression="0 10 * * ? *")\n'),
        ("1.14.9", 'from flytekit import Secret\nSecret(group="hub", key="token", env_var="hub_token")\n'),
        (
            "1.13.1",
            "from flytekit import map_task, task\n@task\ndef t(x: int) -> int: ...\nmap_task(task_function=t)\n",
        ),
        ("1.4.2", "from flytekit import PodTemplate, task\n@task(pod_template=PodTemplate())\ndef t() -> None: ...\n"),
        ("1.9.1", 'from flytekit import Deck, task\n@task\ndef t() -> None:\n    Deck("plots", "")\n'),
        (
            "1.11.0",
            "from flytekit import map_task, task\nfrom flytekitplugins.pod import Pod\nfrom specs import SPEC\n"
            "@task(task_config=Pod(pod_spec=SPEC))\ndef t(x: int) -> int: ...\nmap_task(t)\n",
        ),
        (
            "1.7.0",
            "from flytekitplugins.snowflake import SnowflakeConfig\n"
            'SnowflakeConfig(account="a", database="b", schema="c", warehouse="d")\n',
        ),
        ("1.15.4", "from flytekitplugins.slurm import SlurmFunction\n"),
    ],
)
def test_what_a_release_takes_is_not_reported(project: pathlib.Path, release: str, text: str) -> None:
    (project / "requirements.txt").write_text(f"flytekit=={release}\n")
    assert codes(text, path=str(project / "train.py")) == []


def test_an_image_of_before_the_first_release_of_flyte_takes_layers(project: pathlib.Path) -> None:
    text = 'import flyte\nimage = flyte.Image.from_ref_name("custom").with_pip_packages("pandas")\n'
    assert codes(text, path=str(project / "train.py")) == ["FYT863"]
    (project / "workflows" / "requirements.txt").write_text("flyte==2.0.0b57\n")
    assert codes(text, path=str(project / "workflows" / "train.py")) == []


@pytest.mark.parametrize("folder", ["", "src"])
def test_a_package_of_the_project_has_arguments_of_its_own(project: pathlib.Path, folder: str) -> None:
    text = "from flytekit import ImageSpec, Resources\nImageSpec(nix=True)\nResources(mem='2Ki', cpu='-1')\n"
    path = str(project / "workflows" / "train.py")
    assert codes(text, path=path) == ["FYT401", "FYT102"]
    (project / "other" / folder / "flytekit").mkdir(parents=True)
    (project / "other" / folder / "flytekit" / "__init__.py").touch()
    assert codes(text, path=str(project / "other" / "train.py")) == ["FYT102"]


@pytest.mark.parametrize(
    ("release", "holds"), [("2.0.0b28", False), ("2.0.0b29", True), ("2.0.0b30", True), ("2.1.0rc1", True)]
)
def test_pre_releases_are_releases(release: str, holds: bool) -> None:
    pinned = Releases({"flyte": Release(Version(release), "uv.lock")})
    assert pinned.meet("flyte>=2.0.0b29") is holds
