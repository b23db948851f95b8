from flytekit import Resources


def tiny():
    return Resources(cpu="100m", mem="100M")


def of(cpu, mem="1Gi"):
    return Resources(cpu=cpu, mem=mem)


WRONG = ("1", "2", "3")
