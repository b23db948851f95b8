"""What the Flyte 2 SDK serializes of the pod of a task (flyte 2.12.1, ``task_serde.py``, ``resources_serde.py``)."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass

from flake8_flyteconf.flyte2.calls import Clone, Device, Environment, Resources
from flake8_flyteconf.pod.parts import (
    Arguments,
    Mapping,
    Missing,
    Normalize,
    Part,
    Scalar,
    Sequence,
    part_of,
    variables,
)
from flake8_flyteconf.pod.template import PLUGIN, RESOURCES, NotShown, Template, pod_spec_of, with_container
from flake8_flyteconf.values import Call, Constant, DictValue, Position, SequenceValue, Unknown, Value, is_none

#: The class of environments whose tasks become sets of jobs.
CLUSTERED = "flyte.clustered.ClusteredTaskEnvironment"

#: What starts a task; the version is that of the serialization, for which a placeholder stands.
_EXECUTE = (
    "a0 --inputs {{.input}} --outputs-path {{.outputPrefix}} --version {version} --raw-data-path "
    "{{.rawOutputDataPrefix}} --checkpoint-path {{.checkpointOutputPrefix}} --prev-checkpoint "
    "{{.prevCheckpointPrefix}} --run-name {{.runName}} --name {{.actionName}} --run-start-time {{.runStartTime}} "
    "--resolver flyte._internal.resolvers.default.DefaultTaskResolver mod"
)
#: What stands for the version of a deployment.
VERSION = "{{.version}}"
#: Why the image is not known of what names none.
SDK_IMAGE = "the image of the SDK for the Python that deploys"
_ADDED = "added by the SDK"
#: Devices by their names, where the SDK sends another one (``resources_serde.py``).
DEVICES = {
    "A10": "nvidia-a10",
    "A100": "nvidia-tesla-a100",
    "A100 80G": "nvidia-a100-80gb",
    "A100G": "nvidia-a100g",
    "A100_80G": "nvidia-a100-80gb",
    "A10G": "nvidia-a10g",
    "H100": "nvidia-tesla-h100",
    "K80": "nvidia-tesla-k80",
    "L4": "nvidia-l4",
    "L40s": "nvidia-l40s",
    "L4_VWS": "nvidia-l4-vws",
    "M60": "nvidia-tesla-m60",
    "P100": "nvidia-tesla-p100",
    "P4": "nvidia-tesla-p4",
    "RTX PRO 6000": "nvidia-rtx-pro-6000",
    "RTX_PRO_4500": "nvidia-rtx-pro-4500",
    "RTX_PRO_6000": "nvidia-rtx-pro-6000",
    "T4": "nvidia-tesla-t4",
    "V100": "nvidia-tesla-v100",
    "V5E": "tpu-v5-lite-podslice",
    "V5P": "tpu-v5p-slice",
    "V6E": "tpu-v6e-slice",
}
#: The old spelling of devices that the SDK rewrites.
_RENAMED = {"A100 80G": "A100_80G", "RTX PRO 6000": "RTX_PRO_6000"}
#: The classes of devices by what makes them.
CLASSES = {
    "flyte.AMD_GPU": "AMD_GPU",
    "flyte.APPLE_SILICON": "APPLE_SILICON",
    "flyte.GPU": "NVIDIA_GPU",
    "flyte.HABANA_GAUDI": "HABANA_GAUDI",
    "flyte.Neuron": "AMAZON_NEURON",
    "flyte.TPU": "GOOGLE_TPU",
}
#: The same by ``device_class=``; any other is taken for a GPU of NVIDIA.
_CLASS_BY_WORD = {
    "AMD_GPU": "AMD_GPU",
    "APPLE_SILICON": "APPLE_SILICON",
    "HABANA_GAUDI": "HABANA_GAUDI",
    "NEURON": "AMAZON_NEURON",
    "TPU": "GOOGLE_TPU",
}
#: The same by the beginning of a name.
_CLASS_BY_NAME = (
    (re.compile(r"Trn|Inf"), "AMAZON_NEURON"),
    (re.compile(r"MI\d"), "AMD_GPU"),
    (re.compile(r"Gaudi"), "HABANA_GAUDI"),
    (re.compile(r"AppleSilicon"), "APPLE_SILICON"),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a task, those of its environment and its own; ``incomplete`` when there may be more."""

    values: AbstractMapping[str, Value]
    incomplete: bool
    #: Whether the environment makes a set of jobs of a task.
    makes_jobs: bool = False

    def overridden(self, call: Call, names: AbstractMapping[str, bool]) -> Settings:
        """The settings with those of a call: of each name, whether a false value is one too."""
        own = {
            name: value
            for name, value in call.arguments.items()
            if name in names and not is_none(value) and (names[name] or not _is_false(value))
        }
        return Settings({**self.values, **own}, self.incomplete or call.incomplete, self.makes_jobs)


#: What a decorator and an override may set; of an override, what a false value sets too.
OF_DECORATOR = {"pod_template": False, "service_account": False, "interruptible": True}
OF_OVERRIDE = {
    "resources": False,
    "env_vars": False,
    "secrets": False,
    "service_account": False,
    "pod_template": False,
    "interruptible": True,
    "reusable": False,
}


def _is_false(value: Value) -> bool:
    if isinstance(value, Constant):
        return not value.value
    if isinstance(value, DictValue):
        return not value.entries and not value.incomplete
    return isinstance(value, SequenceValue) and not value.items and not value.incomplete


def of_environment(environment: Value | None) -> Settings:
    """The settings of an environment or a clone of one."""
    if isinstance(environment, Clone):
        of_original = of_environment(environment.receiver)
        own = {n: value for n, value in environment.arguments.items() if n == "reusable" or not is_none(value)}
        incomplete = of_original.incomplete or environment.incomplete
        return Settings({**of_original.values, **own}, incomplete, of_original.makes_jobs)
    if isinstance(environment, Environment):
        return Settings(environment.arguments, environment.incomplete, environment.name == CLUSTERED)
    return Settings({}, True)


def of_function(
    name: str, function: Part, module: str, position: Position, settings: Settings, normalize: Normalize
) -> Template:
    """The template of a decorated function; :class:`NotShown` when it is no pod."""
    given = Arguments(settings.values, settings.incomplete, normalize)
    config = given.value("plugin_config")
    if isinstance(config, Unknown):
        raise NotShown(f"its plugin or its environment is not known: {config.reason}")
    if config is not None or settings.makes_jobs:
        raise NotShown(PLUGIN)
    texts = _EXECUTE.replace("{version}", VERSION).split()
    loading = [*(Scalar(text, note=_ADDED) for text in (*texts, module, "instance")), function]
    container = Mapping({"command": Sequence(note=_ADDED), "args": Sequence([*loading], note=_ADDED)})
    image = given.value("image")
    is_default = "image" not in settings.values and not settings.incomplete
    if image is not None or is_default:
        container.entries["image"] = _image(image)
    found = Template(name, position, "flyte", "python", container)
    reusable = given.value("reusable")
    if reusable is not None and not (isinstance(reusable, Constant) and reusable.value == "off"):
        found.type = "actor"
    found.interruptible = _interruptible(given, settings.values)
    _describe(found, given)
    return found


def of_container(name: str, task: Call, normalize: Normalize) -> Template:
    """The template of a ``ContainerTask``."""
    given = Arguments.of(task, normalize)
    args = Sequence()
    for argument in ("command", "arguments"):
        part = given.part(argument)
        if isinstance(part, Sequence) and not args.more:
            args.items += part.items
            args.more = part.more
        elif part is not None:
            args.more = "some arguments are not known"
    container = Mapping({"command": Sequence(note=_ADDED), "args": args})
    image = given.value("image")
    if image is not None:
        container.entries["image"] = _image(image)
    found = Template(name, task.position, "flyte", "raw-container", container)
    found.interruptible = _interruptible(given, task.arguments)
    _describe(found, given)
    if found.pod is None:
        found.data_config = Mapping({"enabled": Scalar(True)})
        for key, argument, default in (
            ("input_path", "input_data_dir", "/var/inputs"),
            ("output_path", "output_data_dir", "/var/outputs"),
        ):
            path = given.part(argument) or Scalar(default)
            if isinstance(path, Scalar):  # as pathlib writes it
                path = Scalar(str(pathlib.PurePosixPath(str(path.value))), path.position)
            found.data_config.entries[key] = path
        found.brings_inputs, found.takes_outputs = (given.value(name) is not None for name in ("inputs", "outputs"))
    return found


def _interruptible(given: Arguments, values: AbstractMapping[str, Value]) -> Part | None:
    """False unless something else is given; None says nothing."""
    if is_none(values.get("interruptible")):
        return None
    part = given.part("interruptible") or Scalar(False)
    return Scalar(bool(part.value), part.position) if isinstance(part, Scalar) else part


def _describe(found: Template, given: Arguments) -> None:
    """Put in what all kinds of tasks have."""
    container = found.container
    found.service_account = given.part("service_account")
    found.secrets = _secrets(given.value("secrets"))
    resources = given.value("resources")
    if resources is not None:
        container.entries["resources"], found.extended = _resources(resources)
    environment = given.value("env_vars")
    container.entries["env"] = Sequence()
    if environment is not None:
        is_known = isinstance(environment, DictValue) and environment.knows_keys
        reason = environment.reason if isinstance(environment, Unknown) else "its keys are not known"
        container.entries["env"] = (
            Sequence([*variables(environment)], environment.position)
            if is_known and isinstance(environment, DictValue)
            else Missing(reason, environment.position)
        )
    sent = container.get("env")
    if _device_of(found) == "AppleSilicon" and isinstance(sent, Sequence):
        sent.more = "the SDK adds what the host needs"
    template = given.value("pod_template")
    if isinstance(template, Constant) and isinstance(template.value, str):
        found.pod_template_name = Scalar(template.value, template.position) if template.value else None
    elif template is not None:
        found.pod = with_container(pod_spec_of(template), container, merges_resources=True, resolves_images=False)


def _device_of(template: Template) -> str:
    """The name of the accelerator, empty without one that is known."""
    accelerator = template.extended.get("gpu_accelerator")
    device = accelerator.get("device") if isinstance(accelerator, Mapping) else None
    return str(device.value) if isinstance(device, Scalar) else ""


def _image(value: Value | None) -> Part:
    """The image; what is built has a tag that depends on its layers."""
    if value is None or isinstance(value, Constant) and value.value == "auto":
        return Missing(SDK_IMAGE)
    if isinstance(value, Constant) and isinstance(value.value, str):
        return Scalar(value.value, value.position)
    if isinstance(value, Call) and value.name == "flyte.Image.from_base":
        part = Arguments.of(value).part("image_uri")
        return part if part is not None else Missing("the image is not known", value.position)
    if isinstance(value, Unknown):
        return Missing(value.reason, value.position)
    return Missing("an image that is built", value.position)


def _resources(value: Value) -> tuple[Part, Mapping]:
    """Requests and limits, and the accelerator with the shared memory."""
    extended = Mapping()
    if not isinstance(value, Resources) or value.incomplete:
        reason = value.reason if isinstance(value, Unknown) else "the resources are not known"
        missing = Missing(reason, value.position)
        extended.entries = {"gpu_accelerator": missing, "shared_memory": missing}
        return missing, extended
    found = Mapping()
    for name, item in value.arguments.items():
        if name == "gpu":
            _put_device(found, extended, item)
        elif name == "shm":
            _put_memory(extended, item)
        elif isinstance(item, SequenceValue) and len(item.items) == 2:
            for key, part in zip(("requests", "limits"), item.items):
                found.mapping(key).entries[RESOURCES[name]] = _text(part_of(part))
        elif not is_none(item) and name in RESOURCES:
            found.mapping("requests").entries[RESOURCES[name]] = _text(part_of(item))
    found.position = value.position
    for each in found.entries.values():
        if isinstance(each, Mapping):
            each.position = value.position
    return found, extended


def _put_memory(extended: Mapping, value: Value) -> None:
    part = part_of(value)
    if is_none(value):
        return
    if not isinstance(part, Scalar):
        extended.entries["shared_memory"] = Missing("its size is not known", value.position)
        return
    shared = Mapping({"mount_name": Scalar("flyte-shm"), "mount_path": Scalar("/dev/shm")}, value.position)
    if part.value not in ("auto", ""):
        shared.entries["size_limit"] = part
    extended.entries["shared_memory"] = shared


def _put_device(found: Mapping, extended: Mapping, value: Value) -> None:
    """Put in the number of accelerators, and which."""
    device: Part | None = None
    count: Part | None = None
    partition: Part | None = None
    class_name = ""
    if isinstance(value, Constant) and isinstance(value.value, str):
        name, _, number = value.value.partition(":")
        device, count = Scalar(name, value.position), Scalar(number or "1", value.position)
    elif isinstance(value, Constant):
        if value.value:
            count = Scalar(str(value.value), value.position)
    elif isinstance(value, Device) and not value.incomplete:
        given = Arguments.of(value)
        device, partition, count = given.part("device"), given.part("partition"), given.part("quantity")
        if value.name == "flyte.APPLE_SILICON":
            device = Scalar("AppleSilicon", value.position)
        count = _text(count) if count is not None else Scalar("1", value.position)
        given_class = given.value("device_class")
        word = str(given_class.value) if isinstance(given_class, Constant) else ""
        class_name = CLASSES.get(value.name) or _CLASS_BY_WORD.get(word, "NVIDIA_GPU")
    else:
        missing = part_of(value)
        count = extended.entries["gpu_accelerator"] = (
            missing if isinstance(missing, Missing) else Missing("it is not known", value.position)
        )
    if count is not None:
        found.mapping("requests").entries["gpu"] = count
    if device is None:
        return
    if not isinstance(device, Scalar) or isinstance(partition, Missing):
        extended.entries["gpu_accelerator"] = Missing("the device is not known", value.position)
        return
    name = _RENAMED.get(str(device.value), str(device.value))
    class_name = class_name or next((text for word, text in _CLASS_BY_NAME if word.match(name)), "NVIDIA_GPU")
    entries: dict[str, Part] = {"device": Scalar(DEVICES.get(name, name), device.position)}
    if partition is not None:
        entries["partition_size"] = partition
    entries["device_class"] = Scalar(class_name)
    extended.entries["gpu_accelerator"] = Mapping(entries, value.position)


def _text(part: Part) -> Part:
    return Scalar(str(part.value), part.position) if isinstance(part, Scalar) else part


def _secrets(value: Value | None) -> Part | None:
    """The secrets, each with its key, its group and how it arrives."""
    if value is None:
        return None
    if isinstance(value, SequenceValue) and not value.incomplete:
        return Sequence([_secret(item) for item in value.items], value.position)
    return Sequence([_secret(value)], value.position)


def _secret(value: Value) -> Part:
    if isinstance(value, Constant) and isinstance(value.value, str):
        key, group, mount, variable = Scalar(value.value, value.position), None, None, None
    elif isinstance(value, Call) and value.name == "flyte.Secret" and not value.incomplete:
        given = Arguments.of(value)
        found = given.part("key"), given.part("group"), given.part("mount"), given.part("as_env_var")
        if not isinstance(found[0], Scalar) or any(isinstance(part, Missing) for part in found[1:3]):
            return Missing("the secret is not known", value.position)
        key, group, mount, variable = found[0], found[1], found[2], found[3]
    else:
        return Missing("the secret is not known", value.position)
    group, mount, variable = (
        None if isinstance(part, Scalar) and not part.value else part for part in (group, mount, variable)
    )
    entries: dict[str, Part] = {"key": key} if group is None else {"key": key, "group": group}
    if mount is None and variable is None:
        words = [str(part.value) for part in (group, key) if isinstance(part, Scalar)]
        variable = Scalar("_".join(words).replace("-", "_").upper(), note=_ADDED)
    if variable is not None:
        entries["env_var"] = variable
    entries["mount_requirement"] = Scalar("ENV_VAR" if variable is not None else "FILE")
    return Mapping(entries, value.position)
