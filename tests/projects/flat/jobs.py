import flytekit as fl
import images
from config import ATTEMPTS, MEM, REQUESTS, SECONDS, VERSION
from flytekit import ImageSpec, Resources, sleep, task, workflow
from os import cpu_count

CPU = cpu_count()


@task(requests=Resources(mem=MEM))  # expect: FYT101
def one() -> None: ...


@fl.task(limits=fl.Resources(mem="1Gi"), requests=REQUESTS)  # expect: FYT208
def two() -> None: ...


@task(retries=ATTEMPTS)  # expect: FYT353
def three() -> None: ...


@task(cache_version=VERSION)  # expect: FYT342
def four() -> None: ...


@task(cache=True, cache_version=VERSION, container_image=images.spec, requests=Resources(cpu=str(CPU)))  # silent
def five() -> None: ...


other = ImageSpec(name="other", packages=images.PACKAGES)  # expect: FYT336


@workflow
def pause() -> None:
    sleep(SECONDS)  # expect: FYT352
