from flytekit import Resources, task, workflow

from lab.everything import *

HIDDEN = 60


@task(retries=ATTEMPTS)  # expect: FYT322
def one() -> None: ...


@task(timeout=LATE)  # expect: FYT321
def two() -> None: ...


@task(requests=Resources(mem=MEM))  # expect: FYT101
def three() -> None: ...


@task(timeout=HIDDEN)  # silent
def four() -> None: ...


@task(limits=limits("7GB"))  # expect: FYT101
def five() -> None: ...


@task(environment=dict(LEVEL="1"))  # silent: dict is Python's
def six() -> None: ...


@workflow
def flow() -> None:
    one().with_overrides(retries=ATTEMPTS)  # expect: FYT322
