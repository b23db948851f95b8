from flytekit import Resources, task

import team.forecast.resources
from team.forecast import resources as sizes
from .resources import of, tiny


@task(requests=of("100 m"))  # expect: FYT101
def one() -> None: ...


@task(requests=of("1", mem="1GB"), limits=tiny())  # expect: FYT101, FYT209
def two() -> None: ...


@task(requests=team.forecast.resources.of(cpu="2"), limits=sizes.of(cpu="1"))  # expect: FYT208
def three() -> None: ...


@task(resources=Resources(cpu=sizes.WRONG))  # expect: FYT201
def four() -> None: ...


@task(requests=tiny())  # silent
def five() -> None: ...
