import os

from flytekit import Resources

SHADOWED = "1h"
REBOUND = "1h"
CHANGED = Resources(mem="2Gi")
CHANGED_HERE = Resources(mem="2Gi")
CHANGED_THERE = Resources(mem="2Gi")
CHANGED_THROUGH_MODULE = Resources(mem="2Gi")
REPLACED = "1h"
PATCHED = "1h"
HANDED_ON = {"LEVEL": 1}
FROM_OUTSIDE = int(os.environ["TIMEOUT"])

if os.environ.get("STAGE") == "test":
    CONDITIONAL = "1h"
else:
    CONDITIONAL = 60

for LOOPED in ("1h", 60):
    pass

try:
    CAUGHT = int("60")
except ValueError:
    CAUGHT = "1h"

TWICE = "1h"
TWICE = 60
OFTEN = "1h"


def grow():
    CHANGED.mem = "8Gi"


def reset():
    global OFTEN
    OFTEN = 60


reset()


class Computed:
    TIMEOUT = "1h"

    def __init__(self):
        self.TIMEOUT = 60


class Dynamic(type):
    def __getattribute__(cls, name):
        return 60 if name == "TIMEOUT" else super().__getattribute__(name)


class Meta(metaclass=Dynamic):
    TIMEOUT = "1h"


computed = Computed()


def pick(flag):
    if flag:
        return "1h"
    return 60
