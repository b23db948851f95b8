from .exported import *

MEM = "8GB"
_PRIVATE = "9GB"


def limits(mem):
    from flytekit import Resources

    return Resources(mem=mem)
