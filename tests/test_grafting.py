"""Flyte calls in every place of Python bring nothing down."""

from __future__ import annotations

import random

from tests.grafting import faults, grafted, sources

COUNT = 200


def test_grafted_modules() -> None:
    first = random.randrange(10**9)
    assert list(faults(range(first, first + COUNT))) == [], f"seeds from {first}"


def test_most_modules_can_be_grafted() -> None:
    assert len(sources()) > 500
    texts = [grafted(seed) for seed in range(20)]
    assert sum(text is not None for text in texts) > 10
    assert grafted(3) == texts[3]
