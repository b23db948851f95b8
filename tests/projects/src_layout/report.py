from acme.pipelines.tasks import one
from acme.settings import LATE
from flytekit import LaunchPlan, task, workflow


@task(timeout=LATE)  # expect: FYT321
def outside() -> None: ...


@workflow
def chain() -> None:
    one().with_overrides(timeout="1h")  # expect: FYT322


plan = LaunchPlan.get_or_create(chain, name="chain", default_inputs={"x": 1})  # expect: FYT461
