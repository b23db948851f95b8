from functools import partial

from flytekit import *
from flytekit import Resources, task
from kubernetes.client import *

gpu_task = partial(task, requests=Resources(gpu="1"))
ATTEMPTS = "1"
