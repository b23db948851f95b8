import flyte

from . import config, images
from .config import NAME, SMALL

env = flyte.TaskEnvironment(name="agents", resources=SMALL, image=images.WITH_PACKAGES)
reviews = flyte.TaskEnvironment(name=NAME, resources=SMALL)  # expect: FYT821
reusable = flyte.TaskEnvironment(name="warm", resources=SMALL, reusable=flyte.ReusePolicy(replicas=2))
with_cache = flyte.TaskEnvironment(name="with-cache", cache=config.CACHE, secrets=[config.KEY])  # silent


def environment(name: str, **settings):
    return flyte.TaskEnvironment(name=name, image=images.BASE, **settings)
