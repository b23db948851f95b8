"""Constants, resources and small objects."""

import enum
from datetime import timedelta

from flytekit import Cache, Email, Labels, Resources, Secret, WorkflowExecutionPhase

TIMEOUT = "2h"
AN_HOUR = timedelta(hours=1)
RETRIES = "3"
SMALL = Resources(cpu="500m", mem="1Gi")
BIG = Resources(cpu="8", mem="64GB")  # expect: FYT101
LABELS = Labels({"team": "churn team"})  # expect: FYT404
ENVIRONMENT = {"LEVEL": 1}
CRON = "0 25 * * *"
TOKEN = Secret(group="vault", key="token")
CACHE = Cache(version="1.0")
MAIL = Email(phases=[WorkflowExecutionPhase.FAILED], recipients_email=["ops@example.com"])


class Sizes:
    MEMORY = "2GB"
    CPU = "2"


class Disk(str, enum.Enum):
    SMALL = "10GB"
    LARGE = "100Gi"


def memory(gigabytes):
    return f"{gigabytes}GB"
