import flyte

from agents import config as settings
from agents.config import HOURLY, NIGHTLY, RETRIES, SMALL
from agents.environments import env, environment, reusable

local = environment("local", resource=SMALL)  # expect: FYT801
fine = environment("fine", resources=SMALL)  # silent


@env.task(retries=RETRIES)  # expect: FYT803
async def often(x: int = 1) -> int:
    return x


@env.task(timeout=settings.TIMEOUT)  # expect: FYT804
async def late(x: int = 1) -> int:
    return x


@env.task(retires=3)  # expect: FYT801
async def misspelled(x: int = 1) -> int:
    return x


@env.task(retries=3, timeout=600, cache=settings.CACHE)  # silent
async def well(x: int = 1) -> int:
    return x


@env.task(triggers=HOURLY)  # expect: FYT854
async def hourly_reviews(dept: int = 1) -> int:
    return dept


@env.task(triggers=HOURLY)  # silent
async def hourly(depth: int = 1) -> int:
    return depth


@env.task(triggers=NIGHTLY)  # silent: the module of the trigger says it
async def nightly(x: int = 1) -> int:
    return x


@env.task(cache=settings.MODE)  # expect: FYT831
async def cached(x: int = 1) -> int:
    return x


@reusable.task
async def warm(x: int = 1) -> int:
    return x


@fine.task(secrets="a", pod_templates="b")  # expect: FYT801, FYT801
async def templated(x: int = 1) -> int:
    return x
