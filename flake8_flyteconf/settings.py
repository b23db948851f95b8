"""What a project says about itself by options, as far as rules depend on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from flake8_flyteconf.kubernetes import quantities
from flake8_flyteconf.kubernetes.models import GENERATIONS
from flake8_flyteconf.kubernetes.quantities import Quantity
from flake8_flyteconf.kubernetes.validation import qualified_name
from flake8_flyteconf.releases import Release, Releases, known

#: The field of ``Resources`` that each option limits.
LIMITED = {
    "flyteconf_max_cpu": "cpu",
    "flyteconf_max_mem": "mem",
    "flyteconf_max_gpu": "gpu",
    "flyteconf_max_ephemeral_storage": "ephemeral_storage",
}


class InvalidOption(ValueError):
    """An option with a value that means nothing; the text names both and says what to write."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of a run.

    ``kubernetes_clients`` are the generations of the client that the project may use, ``limits`` holds the platform
    limit of each field of ``Resources`` as it is written, ``required_labels`` the label keys that every task must have,
    ``releases`` are those of the SDKs that the project uses, ``task_arguments`` what its fork of flytekit adds to
    ``@task``.
    """

    kubernetes_clients: tuple[str, ...] = GENERATIONS
    limits: Mapping[str, str] = field(default_factory=dict)
    required_labels: tuple[str, ...] = ()
    releases: Releases = field(default_factory=Releases)
    task_arguments: frozenset[str] = frozenset()

    def limit(self, name: str) -> Quantity | None:
        """The platform limit of a field of ``Resources``."""
        text = self.limits.get(name)
        return None if text is None else quantities.parse(text)

    def in_project(self, releases: Releases) -> Settings:
        """These settings in a project whose files tell releases; options count before files."""
        releases = self.releases.or_else(releases)
        client = releases.of("kubernetes")
        clients = self.kubernetes_clients
        if client is not None and clients == GENERATIONS:
            clients = tuple(
                each for each in GENERATIONS if (int(each) >= _PYDANTIC) == (client.version.major >= _PYDANTIC)
            )
        return replace(self, kubernetes_clients=clients, releases=releases)


#: The first release of the kubernetes client whose models are of the newer generation.
_PYDANTIC = 37


def checked(
    client: str | None,
    limits: Mapping[str, str],
    labels: tuple[str, ...],
    releases: Mapping[str, str] | None = None,
    task_arguments: tuple[str, ...] = (),
) -> Settings:
    """Settings from the values of options; :class:`InvalidOption` for a value that means nothing.

    ``releases`` are those that options name by package, ``1.11`` or ``1.11.0``.
    """
    if client is not None and client not in GENERATIONS:
        raise InvalidOption(f"flyteconf-kubernetes-client = {client}: choose one of {', '.join(GENERATIONS)}")
    for option, text in limits.items():
        quantity = quantities.parse(text)
        if quantity is None or quantity.value <= 0:
            name = option.replace("_", "-")
            raise InvalidOption(f'{name} = {text}: write a Kubernetes quantity above zero, such as "64" or "512Gi"')
    for label in labels:
        fault = qualified_name(label)
        if fault:
            raise InvalidOption(f'flyteconf-required-labels: label key "{label}": {fault}')
    for name in task_arguments:
        if not name.isidentifier():
            raise InvalidOption(f"flyteconf-task-arguments: {name} is no name of an argument")
    return Settings(
        (client,) if client else GENERATIONS,
        {LIMITED[option]: text for option, text in limits.items()},
        labels,
        Releases({package: _release(package, text) for package, text in (releases or {}).items()}),
        frozenset(task_arguments),
    )


def _release(package: str, text: str) -> Release:
    """The newest release of the series that an option names, or exactly the one."""
    from packaging.version import Version

    series = dict.fromkeys(each.release[:2] for each in known(package))
    option = f"flyteconf-{package}"
    try:
        version = Version(text)
    except ValueError:  # of a version, or of a number that is too long for Python
        version = None
    if version is None or version.epoch or version.is_prerelease or (*version.release, 0)[:2] not in series:
        oldest, *_, newest = (".".join(map(str, each)) for each in series)
        raise InvalidOption(f"{option} = {text}: write a release from {oldest} to {newest}, such as {newest}")
    if len(version.release) < 3:
        version = max(each for each in known(package) if each.release[:2] == (*version.release, 0)[:2])
    return Release(version, f"--{option}")
