from dataclasses import dataclass
from datetime import timedelta

from flytekit import Resources, task

RETRIES = "3"
timeout = "1h"


@task
def train(size: int) -> int:
    return size


class Settings:
    timeout = timedelta(hours=1)
    memory = "1GB"

    class Gpu:
        count = "1 GPU"


@dataclass
class Job:
    name: str
    memory: str = "2GB"
    cpu: str = "1"


job = Job(name="train")
SMALL = Resources(mem="1Gi")


def template(container):
    from flytekit import PodTemplate
    from kubernetes.client import V1PodSpec

    return PodTemplate(pod_spec=V1PodSpec(containers=[container]))
