"""What flytekit serializes of the pod of a task (flytekit 1.16.30, ``core/utils.py``, ``tools/translator.py``)."""

from __future__ import annotations

import re
from dataclasses import replace

from flake8_flyteconf.flytekit.calls import (
    Accelerator,
    ContainerTask,
    ImageSpec,
    Overrides,
    Pod,
    Resources,
    Secret,
    Task,
    TaskMetadata,
)
from flake8_flyteconf.pod.parts import (
    Arguments,
    Mapping,
    Missing,
    Normalize,
    Part,
    Scalar,
    Sequence,
    part_of,
    plain,
    variables,
    where,
)
from flake8_flyteconf.pod.template import (
    DEFAULT_IMAGE,
    PLUGIN,
    RESOURCES,
    NotShown,
    PodSpec,
    Template,
    pod_spec_of,
    with_container,
)
from flake8_flyteconf.values import (
    Constant,
    DictValue,
    QualifiedName,
    SequenceValue,
    Unknown,
    Value,
)

#: What starts a task: the entrypoint with what the backend fills in, and the resolver that loads the function.
_EXECUTE = (
    "pyflyte-execute --inputs {{.input}} --output-prefix {{.outputPrefix}} --raw-output-data-prefix "
    "{{.rawOutputDataPrefix}} --checkpoint-path {{.checkpointOutputPrefix}} --prev-checkpoint "
    "{{.prevCheckpointPrefix}} --resolver flytekit.core.python_auto_container.default_task_resolver -- task-module"
).split()
_ADDED = "added by flytekit"
#: Devices by the names of their constants (``extras/accelerators.py``).
DEVICES = {
    "A10G": "nvidia-a10g",
    "A100": "nvidia-tesla-a100",
    "A100_80GB": "nvidia-a100-80gb",
    "H100": "nvidia-h100",
    "H200": "nvidia-h200",
    "K80": "nvidia-tesla-k80",
    "L4": "nvidia-l4",
    "L4_VWS": "nvidia-l4-vws",
    "L40S": "nvidia-l40s",
    "M60": "nvidia-tesla-m60",
    "P4": "nvidia-tesla-p4",
    "P100": "nvidia-tesla-p100",
    "RTX_PRO_6000": "nvidia-rtx-pro-6000",
    "T4": "nvidia-tesla-t4",
    "V100": "nvidia-tesla-v100",
    "V5E": "tpu-v5-lite-podslice",
    "V5P": "tpu-v5p-slice",
    "V6E": "tpu-v6e-slice",
}
#: Partitions by the names of the attributes: ``A100.partition_1g_5gb``, ``V5E.slice_2x2``.
_PARTITION = re.compile(r"(?:partition|slice)_(\w+)")
#: What flytekit calls the ways in which a secret arrives.
_REQUIREMENTS = frozenset({"ANY", "ENV_VAR", "FILE"})
#: Arguments of the pod that ContainerTask throws away.
_SWALLOWED = ("accelerator", "shared_memory", "labels", "annotations", "container_image")


def of_function(name: str, function: Part, module: str, task: Task, normalize: Normalize) -> Template:
    """The template of a decorated function, ``function`` is its name; :class:`NotShown` when it is no pod."""
    given = Arguments.of(task, normalize)
    config = given.value("task_config")
    if isinstance(config, Unknown):
        raise NotShown(f"its plugin is not known: {config.reason}")
    if config is not None and not isinstance(config, Pod):
        raise NotShown(PLUGIN)
    args: Part = Sequence(
        [*(Scalar(text, note=_ADDED) for text in (*_EXECUTE, module, "task-name")), function], note=_ADDED
    )
    if given.value("task_resolver") is not None:
        args = Missing("the task has a resolver of its own")
    container = Mapping({"image": _image(given.value("container_image")), "command": Sequence(note=_ADDED)})
    container.entries["args"] = args
    container.entries["env"] = _environment(given, task.name in ("flytekit.dynamic", "flytekit.eager"))
    container.entries["resources"] = resources_of(given)
    found = Template(name, task.position, "flytekit", "python-task", container)
    _describe(found, given)
    found.extended = extended_of(given)
    memory = given.value("shared_memory")
    if isinstance(memory, Constant) and not isinstance(memory.value, (bool, str)):
        found.dropped.append(f"shared_memory= ({where(memory.position)}) is ignored, as it is a number (FYT325)")
    found.interruptible = given.part("interruptible")
    template = config if isinstance(config, Pod) else given.value("pod_template")
    if template is not None:
        found.pod = _pod(template, container, is_plugin=isinstance(config, Pod))
    if isinstance(config, Pod):
        found.type = "sidecar"
        if "task_config" in task.uses and found.pod is not None:
            _open_variables(found.pod)
    return found


def _open_variables(pod: PodSpec) -> None:
    """Of a ``Pod`` that has a name: each task adds its variables to the one object."""
    containers = pod.spec.get("containers") if isinstance(pod.spec, Mapping) else None
    for container in containers.items if isinstance(containers, Sequence) else ():
        variables_of_pod = container.get("env") if isinstance(container, Mapping) else None
        if isinstance(variables_of_pod, Sequence):
            variables_of_pod.more = "other tasks with this Pod may add theirs"


def of_container(name: str, task: ContainerTask, normalize: Normalize) -> Template:
    """The template of a ``ContainerTask``."""
    given = Arguments.of(task, normalize)
    container = Mapping({"image": _image(given.value("image"))})
    for key, argument in (("command", "command"), ("args", "arguments")):
        part = given.part(argument)
        container.entries[key] = part if part is not None else Sequence()
    container.entries["env"] = _environment(given, False)
    container.entries["resources"] = resources_of(given)
    found = Template(name, task.position, "flytekit", "raw-container", container)
    _describe(found, given)
    metadata = given.value("metadata")
    if metadata is not None:
        described = Arguments.of(metadata) if isinstance(metadata, TaskMetadata) else Arguments({}, True)
        found.labels, found.annotations = described.part("labels"), described.part("annotations")
        found.interruptible = described.part("interruptible")
    else:
        found.labels = found.annotations = None
    found.data_config = Mapping({"enabled": Scalar(True)})
    for key, argument in (("input_path", "input_data_dir"), ("output_path", "output_data_dir")):
        part = given.part(argument)
        if part is not None:
            found.data_config.entries[key] = part
    found.brings_inputs, found.takes_outputs = (_is_filled(given.value(name)) for name in ("inputs", "outputs"))
    found.dropped = [
        f"{name}= ({where(task.place(name))}) is thrown away by ContainerTask (FYT306)"
        for name in _SWALLOWED
        if name in task.arguments
    ]
    template = given.value("pod_template")
    if template is not None:
        found.pod = _pod(template, container)
    return found


def _is_filled(value: Value | None) -> bool:
    return value is not None and not (isinstance(value, DictValue) and not value.entries and not value.incomplete)


def _describe(found: Template, given: Arguments) -> None:
    """Put in what all kinds of tasks have."""
    found.labels, found.annotations = given.part("labels"), given.part("annotations")
    found.pod_template_name = given.part("pod_template_name")
    found.secrets = _secrets(given.value("secret_requests"))


def _pod(template: Value, container: Mapping, is_plugin: bool = False) -> PodSpec:
    args = container.get("args")
    if isinstance(args, Sequence) and not args.items and not args.more:  # those of the template are removed
        container = Mapping({key: part for key, part in container.entries.items() if key != "args"})
    return with_container(
        pod_spec_of(template),
        container,
        merges_resources=False,
        resolves_images=not is_plugin,
        replaces_image=is_plugin,
    )


def _image(value: Value | None) -> Part:
    if isinstance(value, ImageSpec):
        name = value.get("name")
        text = name.value if isinstance(name, Constant) and isinstance(name.value, str) else "flytekit"
        return Missing(f"the image {text} that is built from an ImageSpec", value.position)
    if value is None or isinstance(value, Constant) and value.value == "":
        return Missing(DEFAULT_IMAGE)
    if isinstance(value, Constant) and isinstance(value.value, str):
        if "{{" in value.value:
            return Missing(f"{value.value} is filled in at registration", value.position)
        return Scalar(value.value, value.position)
    return part_of(value)


def _environment(given: Arguments, is_dynamic: bool) -> Part:
    """The variables of the container, as a sequence of names and values."""
    found: dict[str, Mapping] = {}
    sent = Sequence()
    if is_dynamic:
        found["_F_SS_C"] = _variable("_F_SS_C", Missing("the settings of the registration"))
    value = given.value("environment")
    if value is not None:
        if not isinstance(value, DictValue) or not value.knows_keys:
            return Missing(value.reason if isinstance(value, Unknown) else "its keys are not known", value.position)
        sent.position = value.position
        for variable in variables(value):  # one of the same name keeps its place
            found.setdefault(str(plain(variable.entries["name"])), variable).entries.update(variable.entries)
    image = given.value("container_image")
    if isinstance(image, ImageSpec):
        packages = _runtime_packages(Arguments.of(image).value("runtime_packages"))
        if packages is not None:
            found["_F_RUNTIME_PACKAGES"] = _variable("_F_RUNTIME_PACKAGES", packages)
    elif image is not None and not isinstance(image, Constant):
        sent.more = "other variables, if the image is an ImageSpec"
    sent.items += found.values()
    return sent


def _variable(name: str, value: Part) -> Mapping:
    return Mapping({"name": Scalar(name, note=_ADDED), "value": value})


def _runtime_packages(value: Value | None) -> Part | None:
    """The packages that are installed when a container starts, as one text."""
    if not isinstance(value, SequenceValue) or value.incomplete:
        return Missing("the packages are not known", value.position) if value is not None else None
    texts = [item.value for item in value.items if isinstance(item, Constant)]
    if len(texts) != len(value.items):
        return Missing("some packages are not known", value.position)
    return Scalar(" ".join(map(str, texts)), value.position) if texts else None


def resources_of(given: Arguments, keeps_zero: bool = False) -> Mapping:
    """Requests and limits, by the names that flytekit gives to resources.

    Where one number is given in ``resources=``, it is the request (``core/resources.py``). Zeros and empty strings are
    left out, but of an override, which ``keeps_zero``.
    """
    found = Mapping()
    both = given.value("resources")
    if both is not None:
        if not isinstance(both, Resources) or both.incomplete:
            reason = both.reason if isinstance(both, Unknown) else "the resources are not known"
            return Mapping({key: Missing(reason, both.position) for key in ("requests", "limits")})
        for name, value in both.arguments.items():
            pair = [value]
            if isinstance(value, SequenceValue):
                pair = [*value.items] if len(value.items) == 2 else []
            for key, item in zip(("requests", "limits"), pair):
                _put(found, key, name, item, keeps_zero)
        return _placed(found, both)
    for key in ("requests", "limits"):
        given_here = given.value(key)
        if isinstance(given_here, Resources) and not given_here.incomplete:
            for name, item in given_here.arguments.items():
                _put(found, key, name, item, keeps_zero)
            _placed(found, given_here)
        elif given_here is not None and not isinstance(given_here, QualifiedName):  # the class itself says nothing
            reason = given_here.reason if isinstance(given_here, Unknown) else "the resources are not known"
            found.entries[key] = Missing(reason, given_here.position)
    return found


def _placed(found: Mapping, resources: Value) -> Mapping:
    """Requests and limits with the place where they are written."""
    for part in (found, *found.entries.values()):
        if isinstance(part, Mapping) and part.position is None:
            part.position = resources.position
    return found


def _put(found: Mapping, key: str, name: str, value: Value, keeps_zero: bool) -> None:
    part = part_of(value)
    if isinstance(value, Constant) and (value.value is None or not value.value and not keeps_zero):
        return
    if isinstance(part, Scalar) and keeps_zero:
        part = Scalar(str(part.value), part.position)
    found.mapping(key).entries[RESOURCES.get(name, name)] = part


def extended_of(given: Arguments) -> Mapping:
    """The accelerator and the shared memory."""
    found = Mapping()
    accelerator = given.value("accelerator")
    if accelerator is not None:
        found.entries["gpu_accelerator"] = _accelerator(accelerator)
    memory = given.value("shared_memory")
    if isinstance(memory, Constant):
        if memory.value is True or isinstance(memory.value, str):
            shared = Mapping(
                {"mount_name": Scalar("flyte-shared-memory"), "mount_path": Scalar("/dev/shm")}, memory.position
            )
            if isinstance(memory.value, str) and memory.value:
                shared.entries["size_limit"] = Scalar(memory.value, memory.position)
            found.entries["shared_memory"] = shared
    elif memory is not None:
        found.entries["shared_memory"] = part_of(memory)
    return found


def _accelerator(value: Value) -> Part:
    if isinstance(value, Accelerator):
        device = Arguments.of(value).part("device")
        return Mapping({"device": device}, value.position) if device is not None else Missing("it names no device")
    if not isinstance(value, QualifiedName):
        return Missing(value.reason if isinstance(value, Unknown) else "it is not known", value.position)
    constant, _, attribute = value.name.removeprefix("flytekit.extras.accelerators.").partition(".")
    if constant not in DEVICES:
        return Missing("it is not known", value.position)
    found = Mapping({"device": Scalar(DEVICES[constant], value.position)}, value.position)
    partition = _PARTITION.fullmatch(attribute)
    if attribute == "unpartitioned":
        found.entries["unpartitioned"] = Scalar(True, value.position)
    elif partition is not None:
        text = partition[1] if attribute.startswith("slice") else partition[1].replace("_", ".")
        found.entries["partition_size"] = Scalar(text, value.position)
    elif attribute:
        return Missing("it is not known", value.position)
    return found


def _secrets(value: Value | None) -> Part | None:
    """The requests for secrets, each with the fields that are set."""
    if value is None or isinstance(value, SequenceValue) and not value.items and not value.incomplete:
        return None
    if not isinstance(value, SequenceValue) or value.incomplete:
        return Missing("the secrets are not known", value.position)
    return Sequence([_secret(item) for item in value.items], value.position)


def _secret(value: Value) -> Part:
    if not isinstance(value, Secret) or value.incomplete:
        return Missing("the secret is not known", value.position)
    given, found = Arguments.of(value), Mapping(position=value.position)
    for name in ("group", "group_version", "key", "env_var"):
        part = given.part(name)
        if part is not None and not (isinstance(part, Scalar) and part.value == ""):
            found.entries[name] = part
    requirement = given.value("mount_requirement")
    if isinstance(requirement, QualifiedName):
        word = requirement.name.rpartition(".")[2]
        if word not in _REQUIREMENTS:
            found.entries["mount_requirement"] = Missing("it is not known", requirement.position)
        elif word != "ANY":
            found.entries["mount_requirement"] = Scalar(word, requirement.position)
    elif requirement is not None:
        found.entries["mount_requirement"] = Missing("it is not known", requirement.position)
    return found


def overridden(template: Template, overrides: Overrides, normalize: Normalize) -> Template:
    """The template with what a node overrides.

    Of several calls in a chain the accelerator and the shared memory count as the last one has them
    (``core/node.py``); a template replaces that of the task.
    """
    if overrides.before is not None:
        template = overridden(template, overrides.before, normalize)
    given = Arguments.of(overrides, normalize)
    image, pod = given.part("container_image"), given.value("pod_template")
    overrides_resources = any(given.value(name) is not None for name in ("requests", "limits", "resources"))
    resources = resources_of(given, keeps_zero=True) if overrides_resources else template.resources_override
    return replace(
        template,
        image_override=image or template.image_override,
        resources_override=resources,
        extended_override=extended_of(given),
        pod=_pod_of_node(pod, template) if pod is not None else template.pod,
    )


def _pod_of_node(pod: Value, template: Template) -> PodSpec:
    """The pod template of a node, with the container of the task; its labels lie over those of the task's template."""
    variables_of_task = template.container.get("env")
    container = template.container
    if isinstance(variables_of_task, Sequence):  # the settings of the registration are not there
        kept = [each for each in variables_of_task.items if plain(each) and _name_of(each) != "_F_SS_C"]
        container = Mapping({**container.entries, "env": replace(variables_of_task, items=kept)})
    found = _pod(pod, container)
    if template.pod is not None:
        found.labels = _over(template.pod.labels, found.labels)
        found.annotations = _over(template.pod.annotations, found.annotations)
    return found


def _name_of(variable: Part) -> object:
    return plain(variable.entries["name"]) if isinstance(variable, Mapping) else None


def _over(below: Part | None, above: Part | None) -> Part | None:
    if isinstance(below, Mapping) and isinstance(above, Mapping):
        return Mapping({**below.entries, **above.entries}, above.position)
    return above if below is None or isinstance(above, Missing) else below
