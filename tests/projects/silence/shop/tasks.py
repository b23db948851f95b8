from typing import TYPE_CHECKING
from unittest import mock

import settings_of_nobody
from flytekit import Resources, task

import shop.settings
from shop import settings
from shop.inner.settings import SHADOWED
from shop.left import A
from shop.missing import GONE
from shop.settings import (
    CAUGHT,
    CHANGED,
    CHANGED_HERE,
    CONDITIONAL,
    FROM_OUTSIDE,
    HANDED_ON,
    LOOPED,
    OFTEN,
    REBOUND,
    TWICE,
    Meta,
    computed,
    pick,
)

if TYPE_CHECKING:
    from shop.settings import SHADOWED as TYPED

REBOUND = 60
CHANGED_HERE.mem = "1Gi"
settings.CHANGED_THERE.mem = "1Gi"
shop.settings.CHANGED_THROUGH_MODULE = Resources(mem="1Gi")
settings.REPLACED = 60
settings_of_nobody.fix(HANDED_ON)


@task(timeout=SHADOWED)  # silent: of another module
def one() -> None: ...


@task(timeout=REBOUND)  # silent
def two() -> None: ...


@task(requests=CHANGED, limits=Resources(mem="1Gi"))  # silent: a function changes it
def three() -> None: ...


@task(requests=CHANGED_HERE, limits=Resources(mem="1Gi"))  # silent
def four() -> None: ...


@task(requests=settings.CHANGED_THERE, limits=Resources(mem="1Gi"))  # silent
def five() -> None: ...


@task(requests=settings.CHANGED_THROUGH_MODULE, limits=Resources(mem="1Gi"))  # silent
def six() -> None: ...


@task(timeout=settings.REPLACED)  # silent
def seven() -> None: ...


with mock.patch("shop.settings.PATCHED", 60):

    @task(timeout=settings.PATCHED)  # silent
    def eight() -> None: ...


@task(environment=HANDED_ON)  # silent
def nine() -> None: ...


@task(timeout=FROM_OUTSIDE)  # silent
def ten() -> None: ...


@task(timeout=LOOPED)  # silent
def eleven() -> None: ...


@task(timeout=CAUGHT)  # silent
def twelve() -> None: ...


@task(timeout=TWICE)  # silent
def thirteen() -> None: ...


@task(timeout=OFTEN)  # silent: a function binds it
def fourteen() -> None: ...


@task(timeout=computed.TIMEOUT)  # silent
def fifteen() -> None: ...


@task(timeout=Meta.TIMEOUT)  # silent
def sixteen() -> None: ...


@task(timeout=pick(False))  # silent
def seventeen() -> None: ...


@task(timeout=A)  # silent: the modules import one another
def eighteen() -> None: ...


@task(timeout=GONE)  # silent
def nineteen() -> None: ...


def late(SHADOWED="1h"):
    @task(timeout=TYPED)  # silent
    def twenty() -> None: ...

    return twenty


@task(timeout=CONDITIONAL)  # expect: FYT321
def twenty_one() -> None: ...


@task(timeout=settings.SHADOWED)  # expect: FYT321
def twenty_two() -> None: ...
