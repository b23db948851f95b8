from flytekit import CronSchedule, LaunchPlan, workflow

import churn.config as settings
from churn.config import CRON, MAIL
from churn.flows import training


@workflow
def nothing() -> None: ...


yearly = LaunchPlan.get_or_create(nothing, name="yearly", schedule=CronSchedule(schedule=CRON))  # expect: FYT433
daily = LaunchPlan.get_or_create(training, name="daily", default_inputs={"sice": 1})  # expect: FYT461
weekly = LaunchPlan.get_or_create(training, name="weekly", default_inputs={"size": 1}, notifications=[MAIL])  # silent
labelled = LaunchPlan.get_or_create(training, name="labelled", labels=settings.LABELS)  # silent: said there
scheduled = LaunchPlan.get_or_create(training, name="s", schedule=CronSchedule(schedule="0 5 * * *"))  # expect: FYT464
