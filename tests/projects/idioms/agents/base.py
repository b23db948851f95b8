import flyte

base_env = flyte.TaskEnvironment("base", image="agents:1")


def make_env(name, depends_on=()):
    return flyte.TaskEnvironment(name=name, image="agents:1", depends_on=list(depends_on))


@base_env.task
async def base(x: int = 1) -> int:
    return x
