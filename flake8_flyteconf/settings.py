"""What a project says about itself by options, as far as rules depend on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from flake8_flyteconf.kubernetes import quantities
from flake8_flyteconf.kubernetes.models import GENERATIONS
from flake8_flyteconf.kubernetes.quantities import Quantity
from flake8_flyteconf.kubernetes.validation import qualified_name

#: The field of ``Resources`` that each option limits.
LIMITED = {
    "flyteconf_max_cpu": "cpu",
    "flyteconf_max_mem": "mem",
    "flyteconf_max_gpu": "gpu",
    "flyteconf_max_ephemeral_storage": "ephemeral_storage",
}


#: The minor releases of the Flyte 2 SDK that a project may pin.
FLYTE_RELEASES = tuple(f"2.{minor}" for minor in range(13))


class InvalidOption(ValueError):
    """An option with a value that means nothing; the text names both and says what to write."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of a run.

    ``kubernetes_clients`` are the generations of the client that the project may use, ``limits`` holds the platform
    limit of each field of ``Resources`` as it is written, ``required_labels`` the label keys that every task must have,
    ``flyte`` is the minor release of the Flyte 2 SDK that the project pins, such as ``(2, 6)``.
    """

    kubernetes_clients: tuple[str, ...] = GENERATIONS
    limits: Mapping[str, str] = field(default_factory=dict)
    required_labels: tuple[str, ...] = ()
    flyte: tuple[int, ...] | None = None

    def limit(self, name: str) -> Quantity | None:
        """The platform limit of a field of ``Resources``."""
        text = self.limits.get(name)
        return None if text is None else quantities.parse(text)


def checked(
    client: str | None, limits: Mapping[str, str], labels: tuple[str, ...], flyte: str | None = None
) -> Settings:
    """Settings from the values of options; :class:`InvalidOption` for a value that means nothing."""
    if client is not None and client not in GENERATIONS:
        raise InvalidOption(f"flyteconf-kubernetes-client = {client}: choose one of {', '.join(GENERATIONS)}")
    if flyte is not None and flyte not in FLYTE_RELEASES:
        raise InvalidOption(f"flyteconf-flyte = {flyte}: choose one of {', '.join(FLYTE_RELEASES)}")
    for option, text in limits.items():
        quantity = quantities.parse(text)
        if quantity is None or quantity.value <= 0:
            name = option.replace("_", "-")
            raise InvalidOption(f'{name} = {text}: write a Kubernetes quantity above zero, such as "64" or "512Gi"')
    for label in labels:
        fault = qualified_name(label)
        if fault:
            raise InvalidOption(f'flyteconf-required-labels: label key "{label}": {fault}')
    return Settings(
        (client,) if client else GENERATIONS,
        {LIMITED[option]: text for option, text in limits.items()},
        labels,
        tuple(map(int, flyte.split("."))) if flyte is not None else None,
    )
