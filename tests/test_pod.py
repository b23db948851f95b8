"""The pods that tasks become; what the SDKs write of them is held against these in ``truth``."""

from __future__ import annotations

import io
import json
import os
import pathlib
import re
import subprocess
import sys
import textwrap
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from flake8_flyteconf.__main__ import main
from flake8_flyteconf.pod.backend import pod_of
from flake8_flyteconf.pod.manifest import lines
from flake8_flyteconf.pod.parts import Mapping, Missing, Part, Scalar, Sequence, plain, unknown_parts
from flake8_flyteconf.pod.tasks import tasks
from tests.findings import FILES, FIXTURES

FLYTEKIT = """\
import functools
from flytekit import ContainerTask, PodTemplate, Resources, Secret, dynamic, task, workflow
from flytekit.extras.accelerators import A100, T4
from flytekitplugins.ray import RayJobConfig
from kubernetes.client import V1Container, V1EnvVar, V1PodSpec, V1ResourceRequirements, V1Volume, V1VolumeMount
"""
FLYTE_2 = """\
import flyte
from flyte.extras import ContainerTask
from kubernetes.client import V1Container, V1PodSpec, V1ResourceRequirements
"""


def shown(text: str, name: str = "train") -> list[str]:
    """The lines of the manifest of a task, without their indentation and dashes."""
    (found,) = (each for each in tasks(text, "jobs.py") if each.name == name)
    assert found.template is not None, found.problem
    return [str(line).strip().removeprefix("- ") for line in lines(pod_of(found.template))]


def loaded(text: str, name: str = "train") -> Any:
    """The manifest of a task as Kubernetes reads it."""
    (found,) = (each for each in tasks(text, "jobs.py") if each.name == name)
    assert found.template is not None, found.problem
    return yaml.safe_load("\n".join(map(str, lines(pod_of(found.template)))))


def primary(text: str, name: str = "train") -> Any:
    return loaded(text, name)["spec"]["containers"][0]


def task_with(arguments: str) -> str:
    return f"{FLYTEKIT}@task({arguments})\ndef train() -> None: ...\n"


# -- flytekit


def test_a_container_reads_in_order() -> None:
    text = task_with('environment={"A": "b"}, container_image="c:1", requests=Resources(cpu="1"), shared_memory=True')
    order = ["name", "image", "args", "env", "resources", "volumeMounts", "terminationMessagePolicy"]
    assert list(primary(text)) == order


def test_a_task_without_arguments() -> None:
    text = f"{FLYTEKIT}@task\ndef train() -> None: ...\n"
    pod = loaded(text)
    assert pod["kind"] == "Pod" and pod["metadata"]["annotations"]["primary_container_name"] == "train"
    (container,) = pod["spec"]["containers"]
    assert container["args"][:2] == ["pyflyte-execute", "--inputs"]
    assert container["args"][-4:] == ["task-module", "jobs", "task-name", "train"]
    assert "image" not in container and "# ? image: the default image of the registration" in shown(text)
    assert "# ? resources: cpu and memory: the defaults of the platform" in shown(text)
    assert "# Flyte adds variables about the execution, FLYTE_INTERNAL_..., to every container" in shown(text)


def test_requests_and_limits_fill_each_other() -> None:
    text = task_with('requests=Resources(cpu="1", gpu="1"), limits=Resources(mem="2Gi")')
    expected = {"cpu": "1", "nvidia.com/gpu": "1", "memory": "2Gi"}
    assert primary(text)["resources"] == {"requests": expected, "limits": expected}
    assert "cpu: '1'  # jobs.py:6, Flyte takes the request for the limit, too" in shown(text)


def test_one_number_in_resources_is_the_request() -> None:
    text = task_with('resources=Resources(cpu=("1", "2"), mem="1Gi")')
    assert primary(text)["resources"] == {
        "requests": {"cpu": "1", "memory": "1Gi"},
        "limits": {"cpu": "2", "memory": "1Gi"},
    }


def test_a_request_is_lowered_to_its_limit() -> None:
    text = task_with('requests=Resources(cpu="2"), limits=Resources(cpu="1500m")')
    assert primary(text)["resources"]["requests"] == {"cpu": "1500m"}
    assert "cpu: 1500m  # jobs.py:6, not 2, which is above the limit" in shown(text)


TEMPLATE = task_with("""
    container_image="acme/jobs:1",
    requests=Resources(mem="1Gi"),
    environment={"LEVEL": "info"},
    labels={"team": "ml"},
    pod_template=PodTemplate(
        labels={"team": "data", "tier": "batch"},
        pod_spec=V1PodSpec(
            containers=[
                V1Container(
                    name="primary",
                    image="acme/base:2",
                    command=["sh"],
                    env=[V1EnvVar(name="LEVEL", value="debug")],
                    resources=V1ResourceRequirements(requests={"cpu": "1"}),
                ),
                V1Container(name="proxy"),
            ],
        ),
    ),
""")


def test_what_a_template_keeps_and_loses() -> None:
    pod = loaded(TEMPLATE)
    container, sidecar = pod["spec"]["containers"]
    assert container["image"] == "acme/base:2" and "command" not in container
    assert container["resources"] == {"requests": {"memory": "1Gi"}, "limits": {"memory": "1Gi"}}
    assert [each["value"] for each in container["env"]] == ["info", "debug"]
    assert sidecar == {"name": "proxy"}
    assert pod["metadata"]["labels"] == {"team": "ml", "tier": "batch"}
    assert "primary_container_name" not in pod["metadata"]["annotations"]  # there is a second container


@pytest.mark.parametrize(
    "remark",
    [
        "# container_image (jobs.py:7) is ignored, as the template has an image (FYT511)",
        "# command (jobs.py:18) of the template is overwritten (FYT505)",
        "# resources (jobs.py:20) of the template are replaced by those of the task (FYT506)",
        "# team (jobs.py:12) of the template is replaced by that of the task",
        "# variable LEVEL is set twice, the last one counts (FYT512)",
        "# ? image: the default image of the registration",
    ],
)
def test_what_is_dropped_is_said(remark: str) -> None:
    assert remark in shown(TEMPLATE)


def test_a_primary_container_is_added() -> None:
    text = task_with(
        'pod_template=PodTemplate(primary_container_name="main", pod_spec=V1PodSpec(containers='
        '[V1Container(name="proxy", image="envoy:1")]))'
    )
    assert [each["name"] for each in loaded(text)["spec"]["containers"]] == ["proxy", "main"]
    assert "name: main  # added, as no container has this name" in shown(text)


def test_steps_after_the_construction_count() -> None:
    text = f"""{FLYTEKIT}
SPEC = V1PodSpec(containers=[V1Container(name="primary")])
SPEC.host_network = True
SPEC.containers[0].image = "acme/jobs:1"
GPU = functools.partial(task, pod_template=PodTemplate(pod_spec=SPEC))


@GPU(requests=Resources(cpu="1"))
def train() -> None: ...
"""
    assert loaded(text)["spec"]["hostNetwork"] is True
    assert primary(text)["image"] == "acme/jobs:1"


def test_accelerators_select_nodes() -> None:
    text = task_with('requests=Resources(gpu="1"), accelerator=A100.partition_2g_10gb')
    spec = loaded(text)["spec"]
    required = spec["affinity"]["nodeAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"]
    (term,) = required["nodeSelectorTerms"]
    assert [each["values"] for each in term["matchExpressions"]] == [["nvidia-tesla-a100"], ["2g.10gb"]]
    assert [each["value"] for each in spec["tolerations"]] == ["nvidia-tesla-a100", "2g.10gb"]


def test_an_accelerator_needs_a_gpu() -> None:
    text = task_with("accelerator=T4")
    assert "affinity" not in loaded(text)["spec"]
    assert "# the accelerator selects no nodes: no container asks for nvidia.com/gpu" in shown(text)


def test_shared_memory_is_a_volume() -> None:
    text = task_with('shared_memory="2Gi"')
    assert loaded(text)["spec"]["volumes"] == [
        {"name": "flyte-shared-memory", "emptyDir": {"medium": "Memory", "sizeLimit": "2Gi"}}
    ]
    assert primary(text)["volumeMounts"] == [{"name": "flyte-shared-memory", "mountPath": "/dev/shm"}]


def test_secrets_are_annotations() -> None:
    pod = loaded(task_with('secret_requests=[Secret(group="g", key="k"), Secret(key=KEY)]'))
    assert pod["metadata"]["labels"] == {"inject-flyte-secrets": "true"}
    # As webhook/pod_test.go and k8s_secrets_test.go encode such a text.
    assert pod["metadata"]["annotations"]["flyte.secrets/s0"] == "m4zg54lqhiqcezzcbjvwk5j1eargwiqk"
    assert "flyte.secrets/s1" not in pod["metadata"]["annotations"]


def test_a_container_task() -> None:
    text = f"""{FLYTEKIT}
train = ContainerTask(
    name="jobs", image="alpine:3", command=["echo"], arguments=["{{{{.inputs.x}}}}"], inputs={{"x": int}}, retries=3,
    labels={{"team": "ml"}},
)
"""
    container = primary(text)
    assert (container["image"], container["command"], container["args"]) == ("alpine:3", ["echo"], ["{{.inputs.x}}"])
    assert "labels" not in loaded(text)["metadata"]
    assert "# labels= (jobs.py:9) is thrown away by ContainerTask (FYT306)" in shown(text)


NODE = task_with('requests=Resources(cpu="1", mem="1Gi"), shared_memory=True') + """
@workflow
def nightly() -> None:
    train()
    large = train().with_overrides(requests=Resources(cpu="2"), limits=Resources(cpu="3"), container_image="a:1")
    train().with_overrides(shared_memory="1Gi", node_name="roomy")
    train().with_overrides(requests=Resources(cpu="7"), name="named").with_overrides(resources=Resources(mem="5Gi"))
"""


def test_a_node_overrides_its_task() -> None:
    container = primary(NODE, "nightly.large")
    assert container["image"] == "a:1"
    assert container["resources"]["requests"] == {"cpu": "2", "memory": "1Gi"}
    assert container["resources"]["limits"] == {"cpu": "3", "memory": "1Gi"}
    assert "cpu: '2'  # jobs.py:12, over 1 (jobs.py:6)" in shown(NODE, "nightly.large")
    (volume,) = loaded(NODE, "nightly.roomy")["spec"]["volumes"]
    assert volume["emptyDir"]["sizeLimit"] == "1Gi"
    # Of the chain the last resources count, up to the limit that the task has from its registration.
    assert primary(NODE, "nightly.named")["resources"]["requests"] == {"cpu": "1", "memory": "1Gi"}
    assert "memory: 1Gi  # jobs.py:14, not 5Gi, which is above the limit" in shown(NODE, "nightly.named")


def test_what_is_unknown_is_marked() -> None:
    text = task_with('requests=Resources(cpu=size()), environment=load(), labels={"team": team}')
    assert "# ? cpu: what size returns is not known (jobs.py:6)" in shown(text)
    assert "# ? env: what load returns is not known (jobs.py:6)" in shown(text)
    assert "# ? team: the value of team is not known (jobs.py:6)" in shown(text)


def template_with(container: str, more: str = "", arguments: str = "") -> str:
    """A task whose primary container has some arguments, and its specification others."""
    primary = f'V1Container(name="primary", {container})'
    return task_with(f"pod_template=PodTemplate(pod_spec=V1PodSpec(containers=[{primary}], {more})), {arguments}")


@pytest.mark.parametrize(
    ("limits", "requests", "expected"),
    [
        ('{"gpu": "1"}', '{"nvidia.com/gpu": "2"}', {"nvidia.com/gpu": "1"}),
        ('{"cpu": "0"}', '{"cpu": "1"}', {"cpu": "1"}),
        ('{"hugepages-2Mi": "2Mi"}', "{}", None),
    ],
)
def test_how_the_resources_of_a_template_are_completed(limits: str, requests: str, expected: Any) -> None:
    text = template_with(f"resources=V1ResourceRequirements(limits={limits}, requests={requests})")
    resources = primary(text)["resources"]
    assert resources.get("requests") == expected
    assert expected is None or resources["limits"] == expected


def test_zero_is_as_nothing() -> None:
    text = task_with('requests=Resources(cpu="0", gpu="0"), accelerator=T4')
    assert "resources" not in primary(text) and "affinity" not in loaded(text)["spec"]


def test_other_containers_are_completed_by_flyte() -> None:
    more = (
        'init_containers=[V1Container(name="init", image="i", resources=V1ResourceRequirements(limits={"gpu": "1"}))]'
    )
    text = template_with("", more)
    (init,) = loaded(text)["spec"]["initContainers"]
    assert init["resources"] == {"limits": {"nvidia.com/gpu": "1"}, "requests": {"nvidia.com/gpu": "1"}}
    assert "# ? cpu and memory: the defaults of the platform" in shown(text)
    assert "# Flyte writes 0 for the cpu and memory that are not given" in shown(TEMPLATE)


def test_shared_memory_twice_fails() -> None:
    text = template_with('volume_mounts=[V1VolumeMount(name="m", mount_path="/dev/shm")]', "", 'shared_memory="1Gi"')
    assert len(primary(text)["volumeMounts"]) == 1
    assert "# the task fails: the template already uses the name or path of the shared memory" in shown(text)


def test_empty_fields_are_filled() -> None:
    spec = loaded(template_with("", 'restart_policy="", service_account_name=""'))["spec"]
    assert spec["restartPolicy"] == "Never" and "serviceAccountName" not in spec


def test_labels_of_the_execution_win() -> None:
    text = task_with('labels={"project": "mine", "team": "ml"}')
    assert loaded(text)["metadata"]["labels"] == {"team": "ml"}
    assert "# Flyte replaces the label project (jobs.py:6) with its own" in shown(text)


@pytest.mark.parametrize("image", ["{{.image.default}}", ""])
def test_images_are_filled_in_at_registration(image: str) -> None:
    assert "image" not in primary(template_with(f"image={image!r}"))


def test_what_a_container_task_takes_and_brings() -> None:
    text = FLYTEKIT + 'train = ContainerTask(name="a", image="b", command=["c"], {})\n'
    copilot = "# Flyte adds containers, volumes and mounts for inputs and outputs (flyte-copilot)"
    assert copilot not in shown(text.format(""))
    assert loaded(text.format("outputs={'x': int}"))["spec"]["terminationGracePeriodSeconds"] == 3600
    assert copilot in shown(text.format("inputs={'x': int}"))


def test_a_secret_that_is_escaped_is_not_encoded() -> None:
    annotations = loaded(task_with("""secret_requests=[Secret(group="g", key='k"')]"""))["metadata"]["annotations"]
    assert "flyte.secrets/s0" not in annotations


def test_a_template_of_a_node() -> None:
    text = f"""{FLYTEKIT}
@dynamic(environment={{"A": "1"}}, pod_template=PodTemplate(labels={{"x": "1"}}))
def train() -> None: ...


@workflow
def nightly() -> None:
    node = train().with_overrides(pod_template=PodTemplate(labels={{"y": "2"}}))
    small = train().with_overrides(requests=Resources(cpu="4")).with_overrides(requests=Resources())
"""
    pod = loaded(text, "nightly.node")
    assert pod["metadata"]["labels"] == {"x": "1", "y": "2"}
    assert pod["spec"]["containers"][0]["env"] == [{"name": "A", "value": "1"}]
    assert primary(text)["env"][0] == {"name": "_F_SS_C"}
    assert "resources" not in primary(text, "nightly.small")


def test_what_a_secret_asks_for() -> None:
    secrets = [
        'Secret(group="g", key="k", mount_requirement=Secret.MountType.FILE)',
        'Secret(group="g", key="k", mount_requirement=Secret.MountType.ANY, env_var="E", group_version="v1")',
        'Secret(group="g", key="k", mount_requirement=ways["file"])',
        "*others",
    ]
    text = "\n".join(shown(task_with(f"secret_requests=[{', '.join(secrets[:3])}]")))
    assert 'group: "g" key: "k" mount_requirement: FILE, encoded by Flyte' in text
    assert 'group: "g" group_version: "v1" key: "k" env_var: "E", encoded by Flyte' in text
    assert "# ? flyte.secrets/s2: the secret is not known" in text
    assert "# ? flyte.secrets/...: the secrets are not known" in shown(task_with(f"secret_requests=[{secrets[3]}]"))


@pytest.mark.parametrize(
    ("packages", "variables"),
    [
        ('["a", "b"]', [{"name": "_F_RUNTIME_PACKAGES", "value": "a b"}]),
        ("[]", None),
        ("[name]", [{"name": "_F_RUNTIME_PACKAGES"}]),
        ("names()", [{"name": "_F_RUNTIME_PACKAGES"}]),
    ],
)
def test_packages_that_a_container_installs(packages: str, variables: Any) -> None:
    text = task_with(f"container_image=ImageSpec(runtime_packages={packages})")
    assert primary(f"from flytekit import ImageSpec\n{text}").get("env") == variables


def test_an_image_that_may_be_any() -> None:
    assert "# ? other variables, if the image is an ImageSpec" in shown(task_with("container_image=image()"))


def test_accelerators_that_are_not_known() -> None:
    for written in ("GPUS[name]", "T4.nothing", "GPUAccelerator()", "flytekit.extras.accelerators.NONE"):
        text = "import flytekit\nfrom flytekit.extras.accelerators import GPUAccelerator\n" + task_with(
            f'requests=Resources(gpu="1"), accelerator={written}'
        )
        assert "affinity" not in loaded(text)["spec"], written
        assert any(line.startswith("# ? ") for line in shown(text) if "image" not in line), written


def test_overrides_that_are_chained() -> None:
    text = f"""{ENVIRONMENT}
smaller = small.override(env_vars={{"A": "1"}}).override(secrets="other")
typed = train.override(task_type="other")
unknown = make().override(retries=2)
"""
    container = primary(text, "smaller")
    assert container["resources"]["requests"] == {"cpu": "500m"}
    assert container["env"] == [{"name": "A", "value": "1"}]
    problems = {each.name: each.problem for each in tasks(text, "jobs.py")}
    assert problems["typed"] == "its type is overridden"


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("@task(**settings())\ndef train() -> None: ...", "its plugin is not known: task_config= may be given by **"),
        ("@task\ndef train() -> None: ...\ntrain.name = 'x'", "something is assigned to its attributes"),
    ],
)
def test_why_no_pod_is_shown(statement: str, problem: str) -> None:
    (found,) = tasks(f"{FLYTEKIT}{statement}\n", "jobs.py")
    assert (found.template, found.problem) == (None, problem)


def test_a_list_that_grows_in_a_loop() -> None:
    text = f"""{FLYTEKIT}
ENV = [V1EnvVar(name="A", value="1")]
for name in names():
    ENV.append(V1EnvVar(name=name, value="2"))


@task(pod_template=PodTemplate(pod_spec=V1PodSpec(containers=[V1Container(name="primary", env=ENV)])))
def train() -> None: ...
"""
    assert primary(text)["env"][0] == {"name": "A", "value": "1"}
    assert "# ? there may be others" in shown(text)


def test_a_job_of_a_plugin_is_no_pod() -> None:
    (found,) = tasks(task_with("task_config=RayJobConfig([])"), "jobs.py")
    assert found.template is None and found.problem == "its plugin makes something else than one pod of it"


# -- Flyte 2


ENVIRONMENT = f"""{FLYTE_2}
env = flyte.TaskEnvironment(
    name="jobs",
    image="acme/jobs:1",
    resources=flyte.Resources(cpu=1, memory=("1Gi", "2Gi"), gpu="T4:2", shm="auto"),
    env_vars={{"LEVEL": "info"}},
    secrets=flyte.Secret("token", group="acme"),
    service_account="runner",
)


@env.task(interruptible=True)
async def train() -> None: ...


small = train.override(resources=flyte.Resources(cpu="500m"))
"""


def test_a_task_of_an_environment() -> None:
    pod = loaded(ENVIRONMENT)
    (container,) = pod["spec"]["containers"]
    assert container["image"] == "acme/jobs:1"
    assert container["args"][0] == "a0" and container["args"][-4:] == ["mod", "jobs", "instance", "train"]
    assert container["resources"]["requests"] == {"cpu": "1", "memory": "1Gi", "nvidia.com/gpu": "2"}
    assert container["resources"]["limits"] == {"cpu": "1", "memory": "2Gi", "nvidia.com/gpu": "2"}
    assert container["env"] == [{"name": "LEVEL", "value": "info"}]
    assert pod["spec"]["serviceAccountName"] == "runner"
    assert pod["spec"]["enableServiceLinks"] is False
    (term,) = pod["spec"]["affinity"]["nodeAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"][
        "nodeSelectorTerms"
    ]
    assert term["matchExpressions"][0]["values"] == ["nvidia-tesla-t4"]
    assert 'group: "acme" key: "token" mount_requirement: ENV_VAR env_var: "ACME_TOKEN"' in "\n".join(
        shown(ENVIRONMENT)
    )


def test_an_override_replaces() -> None:
    container = primary(ENVIRONMENT, "small")
    assert container["resources"]["requests"] == {"cpu": "500m"}
    assert "volumeMounts" not in container and container["args"][-1] == "train"


def test_resources_of_a_template_are_merged_in_flyte_2() -> None:
    text = f"""{FLYTE_2}
env = flyte.TaskEnvironment(
    name="jobs",
    resources=flyte.Resources(memory="1Gi"),
    pod_template=flyte.PodTemplate(
        pod_spec=V1PodSpec(
            containers=[V1Container(name="primary", resources=V1ResourceRequirements(requests={{"cpu": "2"}}))]
        )
    ),
)


@env.task
def train() -> None: ...
"""
    assert primary(text)["resources"]["requests"] == {"cpu": "2", "memory": "1Gi"}
    assert "# ? image: the image of the SDK for the Python that deploys" in shown(text)


def test_the_name_of_a_template_is_of_the_cluster() -> None:
    text = (
        FLYTE_2 + 'env = flyte.TaskEnvironment(name="jobs", pod_template="gpu")\n@env.task\ndef train() -> None: ...\n'
    )
    assert "# ? the PodTemplate gpu of the cluster is merged with this" in shown(text)


@pytest.mark.parametrize(
    ("gpu", "device", "resource"),
    [
        ('"Gaudi1:1"', "habana-gaudi-dl1", "habana.ai/gaudi"),
        ('"H200:2"', "nvidia-h200", "nvidia.com/gpu"),
        ('"Trn1:4"', "aws-neuron-trn1", "aws.amazon.com/neuron"),
        ('flyte.AMD_GPU("MI300X")', "amd-mi300x", "amd.com/gpu"),
        ('flyte.TPU("V5P", "2x2x1")', "tpu-v5p-slice", "google.com/tpu"),
    ],
)
def test_devices_of_flyte_2(gpu: str, device: str, resource: str) -> None:
    text = f"""{FLYTE_2}
env = flyte.TaskEnvironment(name="jobs", resources=flyte.Resources(gpu={gpu}))


@env.task
def train() -> None: ...
"""
    pod = loaded(text)
    assert resource in primary(text)["resources"]["limits"]
    assert pod["spec"]["tolerations"][0]["value"] == device


def test_the_topology_of_a_tpu() -> None:
    text = f"""{FLYTE_2}
env = flyte.TaskEnvironment(name="jobs", resources=flyte.Resources(gpu=flyte.TPU("V5P", "2x2x1")))


@env.task
def train() -> None: ...
"""
    tolerations = loaded(text)["spec"]["tolerations"]
    assert [(each["key"], each["value"]) for each in tolerations] == [
        ("cloud.google.com/gke-tpu-accelerator", "tpu-v5p-slice"),
        ("cloud.google.com/gke-tpu-topology", "2x2x1"),
    ]
    assert any(line.endswith("# the default of Flyte; clusters are configured otherwise") for line in shown(text))


def test_what_a_container_task_of_flyte_2_brings() -> None:
    text = FLYTE_2 + 'train = ContainerTask(name="a", image="b", command=["c"], arguments=["d"], {})\n'
    assert primary(text.format(""))["args"] == ["c", "d"]
    assert loaded(text.format("outputs={'x': int}"))["spec"]["terminationGracePeriodSeconds"] == 3600
    assert any("flyte-copilot" in line for line in shown(text.format("inputs={'x': int}")))
    assert not any("flyte-copilot" in line for line in shown(text.format("")))


def test_a_part_of_a_gpu_is_a_label() -> None:
    text = f"""{FLYTE_2}
env = flyte.TaskEnvironment(name="jobs", resources=flyte.Resources(gpu=flyte.GPU("A100", 1, "2g.10gb")))


@env.task
def train() -> None: ...
"""
    assert loaded(text)["metadata"]["labels"] == {"platform.union.ai/gpu-partition-slices": "2"}


def test_what_is_assigned_to_an_environment_later_is_not_that_of_the_task() -> None:
    assert "acme/late:1" not in "".join(shown(f"{ENVIRONMENT}\n\nenv.image = 'acme/late:1'\n"))


# -- the manifest


_SCALARS = st.one_of(st.text(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False))
_PARTS: st.SearchStrategy[Part] = st.recursive(
    _SCALARS.map(Scalar),
    lambda inside: st.one_of(
        st.dictionaries(st.text(), inside).map(lambda entries: Mapping(dict(entries), remarks=["# a remark\n"])),
        st.lists(inside).map(lambda items: Sequence([*items], note="added\nby hand")),
    ),
)


@given(st.dictionaries(st.text(), _PARTS))
def test_what_is_written_is_read_again(entries: dict[str, Part]) -> None:
    whole = Mapping(entries)
    assert (yaml.safe_load("\n".join(map(str, lines(whole)))) or {}) == plain(whole)


@pytest.mark.parametrize(
    "text", ["1e-4", "12e4567", "0o17", "1E5", "08", ".5", "0x1F", "1_000", "-.inf", "1", "yes", "~"]
)
def test_strings_are_no_numbers_in_yaml_1_2(text: str) -> None:
    (line,) = lines(Mapping({text: Scalar(text)}))
    key, value = str(line).split("  #")[0].split(": ")
    assert key == value and value[0] == value[-1] == "'"


def test_what_is_missing_is_a_comment() -> None:
    whole = Mapping(
        {"a": Missing("why"), "b": Sequence([Missing("who"), Scalar("x")]), "c": Mapping({"d": Missing("")})}
    )
    text = "\n".join(map(str, lines(whole)))
    assert yaml.safe_load(text) == {"b": ["x"], "c": {}}
    assert "# ? a: why" in text and "# ? who" in text


def modules() -> dict[str, str]:
    """The fixtures and the recorded cases by their names."""
    found = {path.name: path.read_text(encoding="utf-8") for path in FILES}
    for path in (FIXTURES / "conformance").glob("*.jsonl"):
        cases = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        found.update({case["id"]: case["source"] for case in cases if "source" in case})
    return found


def known(part: Part) -> Any:
    """A part as the manifest has it: what is not known is not there."""
    if isinstance(part, Mapping):
        return {key: known(item) for key, item in part.entries.items() if not isinstance(item, Missing)}
    if isinstance(part, Sequence):
        return [known(item) for item in part.items if not isinstance(item, Missing)]
    return part.value if isinstance(part, Scalar) else None


def test_all_pods_are_the_yaml_that_they_seem() -> None:
    count = 0
    for name, text in modules().items():
        for found in tasks(text, name):
            if found.template is not None:
                pod, sent = pod_of(found.template), found.template.as_mapping()
                document = yaml.load("\n".join(map(str, lines(pod))), yaml.CSafeLoader)
                assert document == known(pod), name
                assert document["kind"] == "Pod" and document["metadata"]["name"]
                assert (plain(sent) == known(sent)) is not any(unknown_parts(sent)), name
                count += 1
    assert count > 2500


# -- the command


@pytest.fixture
def project(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "setup.cfg").touch()
    (tmp_path / "sizes.py").write_text('from flytekit import Resources\n\nSMALL = Resources(cpu="250m")\n')
    (tmp_path / "jobs.py").write_text(
        "from flytekit import task\nfrom sizes import SMALL\n\n\n@task(requests=SMALL, labels={'team': 'ml'})\n"
        "def train() -> None: ...\n\n\n@task\ndef score() -> None: ...\n"
    )
    return tmp_path


def test_all_tasks_are_documents_of_a_stream(project: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pod", "jobs.py"]) == 0
    text = capsys.readouterr().out
    assert [each["metadata"]["name"] for each in yaml.safe_load_all(text)] == ["train", "score"]
    assert "# jobs.py:train, line 5\n" in text
    assert "cpu: 250m  # sizes.py:3\n" in text


def test_nodes_are_shown_when_they_are_named(project: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "jobs.py").write_text(NODE)
    assert main(["pod", "jobs.py"]) == 0
    assert yaml.safe_load(capsys.readouterr().out)["metadata"]["name"] == "train"
    assert main(["pod", "jobs.py:nightly.large", "jobs.py:nightly.roomy"]) == 0
    text = capsys.readouterr().out
    assert [each["metadata"]["name"] for each in yaml.safe_load_all(text)] == ["large", "roomy"]


def test_the_map_leads_to_the_literals(project: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pod", "jobs.py:train"]) == 0
    manifest = capsys.readouterr().out.splitlines()
    assert main(["pod", "--map", "jobs.py:train"]) == 0
    places = {each["path"]: each for each in json.loads(capsys.readouterr().out)}
    for path, literal in (
        ("metadata.labels.team", "'ml'"),
        ("spec.containers[0].resources.requests.cpu", '"250m"'),
    ):
        place = places[path]
        line = (project / place["file"]).read_text().splitlines()[place["line"] - 1]
        assert line[place["column"] - 1 :].startswith(literal)
        assert literal[1:-1] in manifest[place["manifest_line"] - 1]
        assert place["task"] == "jobs.py:train"


@pytest.mark.parametrize("page", ["index.rst", "policies.rst"])
def test_pages_show_what_is_printed(project: pathlib.Path, capsys: pytest.CaptureFixture[str], page: str) -> None:
    text = (pathlib.Path(__file__).parents[1] / "docs" / page).read_text(encoding="utf-8")
    source, manifest = (
        re.findall(rf"\.\. code-block:: {language}\n\n((?:    .*\n|\n)+)", text)[0] for language in ("python", "yaml")
    )
    (project / "jobs.py").write_text(textwrap.dedent(source))
    assert main(["pod", "jobs.py:train"]) == 0
    printed = iter([line.strip() for line in capsys.readouterr().out.splitlines()])
    for line in manifest.splitlines():
        assert line.strip() in ("", "...") or line.strip() in printed, line


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ("jobs.py:trian", "it has no task trian; it has train, score"),
        ("sizes.py", "it has no tasks"),
        ("absent.py", "No such file"),
        ("book.ipynb:train", "it is a notebook"),
        ("broken.py", "was never closed"),
        ("ray.py:spread", "its plugin makes something else than one pod of it"),
    ],
)
def test_what_is_in_the_way(
    project: pathlib.Path, capsys: pytest.CaptureFixture[str], argument: str, message: str
) -> None:
    (project / "broken.py").write_text("@task(")
    (project / "ray.py").write_text(f"{FLYTEKIT}@task(task_config=RayJobConfig([]))\ndef spread() -> None: ...\n")
    assert main(["pod", argument, "jobs.py:score"]) == 2
    captured = capsys.readouterr()
    assert message in captured.err and captured.err.count("\n") == 1
    assert yaml.safe_load(captured.out)["metadata"]["name"] == "score"  # the rest is shown all the same


def test_a_job_among_pods_is_a_comment(project: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "ray.py").write_text(
        f"{FLYTEKIT}@task(task_config=RayJobConfig([]))\ndef spread() -> None: ...\n@task\ndef alone() -> None: ...\n"
    )
    assert main(["pod", "ray.py"]) == 0
    text = capsys.readouterr().out
    assert "# ray.py:spread, line 6: no pod is shown: its plugin makes something else than one pod of it\n" in text
    assert [each["metadata"]["name"] for each in yaml.safe_load_all(text) if each] == ["alone"]


def test_a_node_of_a_task_of_another_module(project: pathlib.Path) -> None:
    text = f"""{FLYTEKIT}
import jobs
from jobs import score as other


@task(container_image="mine:1")
def train() -> None: ...


@workflow
def nightly() -> None:
    theirs = jobs.train().with_overrides(requests=Resources(mem="1Gi"))
    later = other()
    later.with_overrides(requests=Resources(mem="2Gi"))
    mine = train().with_overrides(requests=Resources(mem="3Gi"))
"""
    (project / "flow.py").write_text(text)
    found = {each.name: each.template for each in tasks(text, str(project / "flow.py"))}
    labels, images = {}, {}
    for name in ("theirs", "later", "mine"):
        template = found[f"nightly.{name}"]
        assert template is not None
        pod = yaml.safe_load("\n".join(map(str, lines(pod_of(template)))))
        (container,) = pod["spec"]["containers"]
        labels[name], images[name] = pod["metadata"].get("labels"), container.get("image")
    assert labels == {"theirs": {"team": "ml"}, "later": None, "mine": None}
    assert images == {"theirs": None, "later": None, "mine": "mine:1"}


def test_a_template_that_is_unknown_is_no_document(project: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "jobs.py").write_text(task_with("pod_template=template()"))
    assert main(["pod", "jobs.py"]) == 0
    assert capsys.readouterr().out == (
        "---\n# jobs.py:train, line 6: no pod is shown: the containers of its pod template are not known: "
        "what template returns is not known (jobs.py:6)\n"
    )
    assert main(["pod", "jobs.py:train"]) == 2


def test_a_task_of_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    text = task_with('labels={"team": "ml"}')
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert main(["pod", "-:train"]) == 0
    assert yaml.safe_load(capsys.readouterr().out)["metadata"]["labels"] == {"team": "ml"}


def test_keys_in_paths_are_quoted(project: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "jobs.py").write_text(task_with('labels={"a.b/c": "d"}'))
    assert main(["pod", "--map", "jobs.py:train"]) == 0
    assert 'metadata.labels["a.b/c"]' in [each["path"] for each in json.loads(capsys.readouterr().out)]


def test_a_partial_is_no_task() -> None:
    assert not tasks(f'{FLYTEKIT}\nmake = functools.partial(ContainerTask, image="x:1")\n', "jobs.py")


def test_a_module_of_a_package_has_its_dotted_name(project: pathlib.Path) -> None:
    for folder in (project / "acme", project / "acme" / "jobs"):
        folder.mkdir()
        (folder / "__init__.py").touch()
    path = project / "acme" / "jobs" / "nightly.py"
    path.write_text("from flytekit import task\n\n\n@task\ndef train() -> None: ...\n")
    (found,) = tasks(path.read_text(), str(path))
    assert found.template is not None
    assert plain(found.template.container)["args"][-3:] == ["acme.jobs.nightly", "task-name", "train"]


def test_what_is_nested_too_deeply_is_not_shown(project: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    deep = "[" * 180 + "]" * 180
    (project / "jobs.py").write_text(task_with(f"environment={deep}") + "@task\ndef score() -> None: ...\n")
    assert main(["pod", "jobs.py"]) == 0
    text = capsys.readouterr().out
    assert "# jobs.py:train, line 6: no pod is shown: it cannot be read: it is nested too deeply\n" in text
    assert [each["metadata"]["name"] for each in yaml.safe_load_all(text) if each] == ["score"]


def test_the_output_is_utf_8(project: pathlib.Path) -> None:
    (project / "jobs.py").write_text(task_with('environment={"GREETING": "\u65e5\u672c"}'), encoding="utf-8")
    words = [sys.executable, "-m", "flake8_flyteconf", "pod", "jobs.py"]
    done = subprocess.run(words, env={**os.environ, "PYTHONIOENCODING": "ascii"}, capture_output=True, check=True)
    (container,) = yaml.safe_load(done.stdout.decode("utf-8"))["spec"]["containers"]
    assert container["env"] == [{"name": "GREETING", "value": "\u65e5\u672c"}]


def test_of_a_name_that_is_bound_again_the_last_counts(
    project: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = ('@task(labels={"a": "1"})\ndef train() -> None: ...\n', "@task\ndef train() -> None: ...\n")
    (project / "jobs.py").write_text(f"{FLYTEKIT}{first}{second}")
    assert main(["pod", "jobs.py:train"]) == 0
    (pod,) = yaml.safe_load_all(capsys.readouterr().out)
    assert "labels" not in pod["metadata"]
    indented = [textwrap.indent(each, "    ") for each in (first, second)]
    (project / "jobs.py").write_text(f"{FLYTEKIT}if TEST:\n{indented[0]}else:\n{indented[1]}")
    assert main(["pod", "jobs.py:train"]) == 0
    text = capsys.readouterr().out
    assert len(list(yaml.safe_load_all(text))) == 2
    assert "# jobs.py:train, line 7, one of 2 that may be meant by the name\n" in text
