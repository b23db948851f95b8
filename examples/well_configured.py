"""The same pipeline, configured right: flake8 has nothing to say about it."""

from flytekit import Labels, Options, PodTemplate, Resources, task, workflow
from kubernetes.client import V1Container, V1PodSpec, V1Toleration

GPU_POD = PodTemplate(
    primary_container_name="main",
    pod_spec=V1PodSpec(
        containers=[V1Container(name="main", env=[])],
        tolerations=[V1Toleration(key="nvidia.com/gpu", operator="Exists")],
    ),
)


@task(requests=Resources(cpu="1", mem="2Gi"), limits=Resources(cpu="2", mem="4Gi"))
def prepare(path: str) -> str:
    return path


@task(resources=Resources(cpu=("1", "2"), mem=("512Mi", "1Gi")))
def split(path: str) -> str:
    return path


@task(
    requests=Resources(gpu="1", mem="16Gi"),
    pod_template=GPU_POD,
    labels={"owner": "ml-platform"},
)
def train(path: str) -> float:
    return 0.0


@workflow
def pipeline(path: str) -> float:
    size = Resources(mem="32Gi")
    return train(path=split(path=prepare(path=path))).with_overrides(requests=size, limits=size)


NIGHTLY = Options(labels=Labels({"team": "ml"}), max_parallelism=100)
