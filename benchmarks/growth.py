"""Whether the plugin's time grows in line with what there is to read.

Usage: ``python benchmarks/growth.py [--profile]``. Each line compares the CPU for one size with that for ten times as
much, both in this run; 10 is linear, less is better, 100 would be quadratic. Python's garbage collector is off, because
its work grows with what is alive; with it the factors are half as much again.

With ``--profile`` the functions are listed in which the time of the largest case goes. For tasks that is LibCST, which
builds some thirty nodes for each decorator, the rules, finding the decorators and what their names mean, and turning
nodes into values, each once for each task.
"""

from __future__ import annotations

import argparse
import ast
import cProfile
import gc
import pstats
import statistics
import time

from flake8_flyteconf.linter import lint

HEADER = "from flytekit import Labels, Options, PodTemplate, Resources, task\nfrom kubernetes import client as k8s\n\n"


def tasks(count: int) -> str:
    return HEADER + "".join(
        f'@task(requests=Resources(cpu="{n}m"))\ndef task_{n}() -> None: ...\n' for n in range(1, count + 1)
    )


def shared_constant(count: int) -> str:
    uses = "".join(f"@task(requests=SIZE)\ndef task_{n}() -> None: ...\n" for n in range(count))
    return f'{HEADER}SIZE = Resources(cpu="1", mem="1Gi")\n{uses}'


def constants(count: int) -> str:
    sizes = "".join(f'SIZE_{n} = Resources(cpu="1")\n' for n in range(count))
    uses = "".join(f"@task(requests=SIZE_{n})\ndef task_{n}() -> None: ...\n" for n in range(count))
    return HEADER + sizes + uses


def containers(count: int) -> str:
    items = "".join(
        f'k8s.V1Container(name="c{n}", image="a", env=[k8s.V1EnvVar(name="A", value="b")],'
        ' resources=k8s.V1ResourceRequirements(limits={"cpu": "1", "memory": "1Gi"}),'
        f' volume_mounts=[k8s.V1VolumeMount(name="v", mount_path="/{n}")]),\n'
        for n in range(count)
    )
    spec = f'k8s.V1PodSpec(containers=[k8s.V1Container(name="primary"), {items}], volumes=[k8s.V1Volume(name="v")])'
    return f"{HEADER}@task(pod_template=PodTemplate(pod_spec={spec}))\ndef f() -> None: ...\n"


def labels(count: int) -> str:
    return HEADER + "LABELS = Labels({" + ",".join(f'"k{n}": "v"' for n in range(count)) + "})\n"


def names(count: int) -> str:
    chain = "".join(f"N{n} = N{n - 1}\n" for n in range(1, count))
    return f'{HEADER}N0 = "1"\n{chain}@task(requests=Resources(cpu=N{count - 1}))\ndef f() -> None: ...\n'


def mutations(count: int) -> str:
    added = "".join(f'SPEC.containers.append(k8s.V1Container(name="c{n}", image="a"))\n' for n in range(count))
    use = "@task(pod_template=PodTemplate(pod_spec=SPEC))\ndef f() -> None: ...\n"
    return f"{HEADER}SPEC = k8s.V1PodSpec(containers=[])\n{added}{use}"


def large_constant(count: int) -> str:
    entries = ",".join(f'"K{n}": "v"' for n in range(count))
    return f"{HEADER}ENV = {{{entries}}}\n" + "@task(environment=ENV)\ndef f() -> None: ...\n" * 10


def class_constants(count: int) -> str:
    sizes = "".join(f'    SIZE_{n} = "1"\n' for n in range(count))
    uses = "".join(f"@task(requests=Resources(cpu=Sizes.SIZE_{n}))\ndef f{n}() -> None: ...\n" for n in range(count))
    return f"{HEADER}class Sizes:\n{sizes}{uses}"


def listed(count: int) -> str:
    sizes = "".join(f'SIZE_{n} = Resources(cpu="1")\n' for n in range(count))
    return f"{HEADER}{sizes}ALL = [\n" + "".join(f"    SIZE_{n},\n" for n in range(count)) + "]\n"


def rebound(count: int) -> str:
    return HEADER + "".join(f'SIZE = Resources(cpu="{n}m")\n' for n in range(1, count + 1))


def environments(count: int) -> str:
    return "import flyte\n\n" + "".join(
        f'env_{n} = flyte.TaskEnvironment(name="a{n}", resources=flyte.Resources(cpu={n}))\n'
        f"@env_{n}.task\ndef task_{n}() -> None: ...\n"
        for n in range(1, count + 1)
    )


def overrides(count: int) -> str:
    header = 'import flyte\n\nenv = flyte.TaskEnvironment(name="a")\n@env.task\nasync def job() -> None: ...\n'
    calls = "".join(f"    await job.override(retries={n})()\n" for n in range(1, count + 1))
    return f"{header}@env.task\nasync def main() -> None:\n{calls}"


def layers(count: int) -> str:
    chain = "".join(f'.with_pip_packages("p{n}")\\\n' for n in range(count))
    return f"import flyte\n\nimage = flyte.Image.from_debian_base()\\\n{chain}\n"


def cpu(text: str) -> float:
    """Seconds of CPU for the findings of a module."""
    tree, lines = ast.parse(text), text.splitlines(keepends=True)
    rounds = []
    for _ in range(3):
        start = time.process_time()
        lint(tree, lines)
        rounds.append(time.process_time() - start)
    return statistics.median(rounds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profile", action="store_true", help="say where the time of 10,000 tasks goes")
    options = parser.parse_args()
    cpu(tasks(1))  # LibCST is imported once
    gc.disable()
    if options.profile:
        text = tasks(10_000)
        tree, lines = ast.parse(text), text.splitlines(keepends=True)
        profile = cProfile.Profile()
        profile.runcall(lint, tree, lines)
        pstats.Stats(profile).sort_stats("cumulative").print_stats(40)
        return
    for write, size in (
        (tasks, 1000),
        (shared_constant, 1000),
        (constants, 1000),
        (large_constant, 1000),
        (class_constants, 1000),
        (listed, 1000),
        (rebound, 500),
        (containers, 100),
        (labels, 1000),
        (names, 100),
        (mutations, 1000),
        (environments, 1000),
        (overrides, 1000),
        (layers, 3),
    ):
        small, large = cpu(write(size)), cpu(write(10 * size))
        gc.collect()
        print(f"{10 * size:6} {write.__name__.replace('_', ' '):16} {large / small:6.1f}  ({large:.2f} s)")


if __name__ == "__main__":
    main()
