from flytekit import *

from lab.exported import *


@task(timeout=LATE)  # expect: FYT321
def one() -> None: ...


@task(requests=Resources(mem="1GB"))  # expect: FYT101
def two() -> None: ...
