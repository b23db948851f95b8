"""A training pipeline with the mistakes that Flyte users make most."""

from flytekit import Options, PodTemplate, Resources, task, workflow
from kubernetes.client import V1Container, V1PodSpec, V1Toleration

GPU_POD = PodTemplate(
    primary_container_name="main",
    pod_spec=V1PodSpec(
        containers=[V1Container(name="primary", env=[])],
        tolerations=[V1Toleration(key="nvidia.com/gpu", operator="Exists")],
    ),
)


@task(requests=Resources(cpu="2", mem="2GB"), limits=Resources(cpu="1", mem="4Gi"))
def prepare(path: str) -> str:
    return path


@task(resources=Resources(cpu=("1", "2", "4"), mem="512m"))
def split(path: str) -> str:
    return path


@task(
    requests=Resources(gpu=1, memory="16Gi"),
    pod_template=GPU_POD,
    labels={"owner": "me@example.com"},
)
def train(path: str) -> float:
    return 0.0


@workflow
def pipeline(path: str) -> float:
    return train(path=split(path=prepare(path=path))).with_overrides(mem="32Gi")


NIGHTLY = Options(labels={"team": "ml"}, max_parallelism=0)
