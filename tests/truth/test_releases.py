"""The releases that the documentation names are those that the rules are held against."""

from __future__ import annotations

import importlib.metadata

from flake8_flyteconf.releases import RELEASES


def test_flytekit_is_the_reference_release() -> None:
    assert importlib.metadata.version("flytekit") == RELEASES["flytekit"]


def test_the_kubernetes_client_is_a_reference_release() -> None:
    assert importlib.metadata.version("kubernetes") in RELEASES["kubernetes client"].split(" and ")
