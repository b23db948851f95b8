from flytekit import Resources, workflow

from churn import DEFAULT_TIMEOUT, gpu_task
from churn.tasks import well


@gpu_task(timeout=DEFAULT_TIMEOUT)  # expect: FYT321
def fit() -> None: ...


@workflow
def training(size: int) -> None:
    well().with_overrides(limits=Resources(mem="1GB"))  # expect: FYT101
    well().with_overrides(retires=2)  # expect: FYT302
    well().with_overrides(retries=2)  # silent
