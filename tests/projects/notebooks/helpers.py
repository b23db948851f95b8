import flyte

env = flyte.TaskEnvironment("cells", resources=flyte.Resources(memory="1Gi"))
small = flyte.Resources(memory="1Gi")


def environment(name):
    return flyte.TaskEnvironment(name=name, resources=small)
