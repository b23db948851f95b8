from __future__ import annotations

from typing import TYPE_CHECKING

from flytekit import Resources, dynamic, task

from acme.pipelines import DELAY

try:
    from acme.settings import LIMIT
except ImportError:
    LIMIT = None

try:
    from ..settings import QUANTITY
except ImportError:
    from acme.settings import QUANTITY

if TYPE_CHECKING:
    from acme.settings import LATE


@task(requests=Resources(mem="2Gi"), limits=LIMIT)  # expect: FYT208
def one() -> None: ...


@task(requests=Resources(mem=QUANTITY))  # expect: FYT101
def two() -> None: ...


@task(timeout=DELAY)  # expect: FYT321
def three() -> None: ...


@dynamic
def spread() -> None:
    from acme.settings import LIMIT as small

    one().with_overrides(requests=Resources(mem="4Gi"), limits=small)  # expect: FYT209


def unused() -> None:
    print(LATE)  # silent
