from flytekit import PodTemplate, Resources, task
from kubernetes.client import V1Container, V1PodSpec

from . import config
from .config import AN_HOUR, CACHE, ENVIRONMENT, RETRIES, SMALL, TIMEOUT, Disk, Sizes, memory
from .shared.decorators import configured, gpu_task, sized, small_task
from .templates import LEVEL, MOUNTS, QUANTITIES, SIDECAR, SPEC


@task(timeout=TIMEOUT)  # expect: FYT321
def late() -> None: ...


@task(timeout=AN_HOUR, requests=SMALL, cache=CACHE)  # silent
def well() -> None: ...


@task(requests=config.SMALL, limits=Resources(mem="512Mi"))  # expect: FYT208
def limited() -> None: ...


@task(requests=Resources(mem="2Gi"), limits=SMALL)  # expect: FYT208
def shrunk() -> None: ...


@task(requests=config.BIG)  # silent: the module of the constant says it
def large() -> None: ...


@task(retries=RETRIES)  # expect: FYT322
def often() -> None: ...


@task(environment=ENVIRONMENT)  # expect: FYT324
def levelled() -> None: ...


@task(requests=Resources(mem=Sizes.MEMORY, cpu=config.Sizes.CPU))  # expect: FYT101
def constants() -> None: ...


@task(requests=Resources(ephemeral_storage=Disk.SMALL.value))  # expect: FYT101
def stored() -> None: ...


@task(requests=Resources(ephemeral_storage=Disk.LARGE.value))  # silent
def kept() -> None: ...


@task(requests=Resources(mem=memory(2)))  # expect: FYT101
def computed() -> None: ...


@task(requests=sized("3GB"))  # expect: FYT101
def helped() -> None: ...


@task(requests=sized(mem="3Gi"))  # silent
def helped_well() -> None: ...


@gpu_task(retires=3)  # expect: FYT301
def misspelled() -> None: ...


@gpu_task(retries=3)  # silent
def repeated() -> None: ...


@small_task(limits=Resources(cpu="250m"))  # expect: FYT209
def squeezed() -> None: ...


@configured(timeout="1h")  # expect: FYT321
def made() -> None: ...


@task(pod_template=PodTemplate(pod_spec=SPEC, primary_container_name="main"))  # expect: FYT501
def unnamed() -> None: ...


@task(pod_template=PodTemplate(pod_spec=V1PodSpec(containers=[V1Container(name="primary"), SIDECAR])))  # expect: FYT611
def accompanied() -> None: ...


@task(
    pod_template=PodTemplate(
        pod_spec=V1PodSpec(
            containers=[
                V1Container(
                    name="primary",
                    volume_mounts=MOUNTS,  # expect: FYT632
                    env=[LEVEL],  # silent
                    resources=QUANTITIES,  # expect: FYT101
                )
            ]
        )
    )
)
def mounted() -> None: ...
