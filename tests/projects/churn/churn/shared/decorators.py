"""Decorators that the tasks share."""

import functools

from flytekit import Resources, task

from ..config import SMALL

gpu_task = functools.partial(task, requests=Resources(gpu="1", mem="4Gi"), retries=2)
small_task = functools.partial(task, requests=SMALL)


def sized(mem):
    return Resources(mem=mem)


def configured(**settings):
    return task(requests=SMALL, **settings)
