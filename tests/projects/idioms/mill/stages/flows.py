from flytekit import PodTemplate, Resources, task, workflow
from kubernetes.client import V1Container, V1PodSpec

from mill import train as fit
from mill.stages.parts import *
from mill.tables import JOBS, SIZES, TOLERATIONS
from mill.train import RETRIES, SMALL, Settings, job, template


@task(retries=RETRIES)  # expect: FYT322
def one() -> None: ...


@task(timeout=Settings.timeout)  # silent: not the name of the module
def two() -> None: ...


@task(requests=Resources(mem=Settings.memory, gpu=Settings.Gpu.count))  # expect: FYT101, FYT101
def three() -> None: ...


@task(requests=Resources(mem=job.memory, cpu=job.cpu))  # expect: FYT101
def four() -> None: ...


@task(requests=Resources(**SIZES["large"]))  # expect: FYT101
def five() -> None: ...


@task(requests=Resources(**SIZES["small"]))  # silent
def six() -> None: ...


@task(retries=JOBS["fit"]["retries"])  # expect: FYT322
def seven() -> None: ...


@task(environment=JOBS["fit"]["env"])  # expect: FYT324
def eight() -> None: ...


@gpu_task(limits=SMALL, retires=1)  # expect: FYT301
def nine() -> None: ...


@task(requests=Resources(mem="2Gi"), limits=SMALL)  # expect: FYT208
def ten() -> None: ...


@task(pod_template=template(V1Container(name="The Primary")))  # expect: FYT501, FYT611
def eleven() -> None: ...


@task(
    pod_template=PodTemplate(
        pod_spec=V1PodSpec(
            containers=[V1Container(name="primary")],
            tolerations=[*TOLERATIONS],  # expect: FYT612
        )
    )
)
def twelve() -> None: ...


@task(retries=ATTEMPTS)  # expect: FYT322
def thirteen() -> None: ...


@workflow
def flow() -> None:
    fit(size=1).with_overrides(retires=1)  # expect: FYT302
    fit(size=1).with_overrides(retries=1)  # silent
