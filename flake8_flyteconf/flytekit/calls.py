"""The calls of flytekit and its plugins, as rules see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from flake8_flyteconf.flytekit.objects import ENVIRONMENT, LIKE
from flake8_flyteconf.values import Call, Constant, Entity, Input, KubernetesObject, Position, SequenceValue, Value


class Resources(Call):
    """``flytekit.Resources(cpu, mem, gpu, ephemeral_storage)``."""

    names = ("flytekit.Resources",)
    is_true = True
    is_data = True

    def pairs(self) -> Iterator[tuple[str, Value, Value]]:
        """Field, request and limit of each argument written as a pair."""
        for name, value in self.arguments.items():
            if (
                isinstance(value, SequenceValue)
                and value.type in ("list", "tuple")
                and not value.incomplete
                and len(value.items) == 2
            ):
                yield name, value.items[0], value.items[1]


class Templated(Call):
    """Anything that takes ``pod_template=``."""

    def pod_template(self) -> PodTemplate | None:
        """The pod template, when it is known."""
        value = self.arguments.get("pod_template")
        return value if isinstance(value, PodTemplate) else None


class Configured(Templated):
    """Anything that takes ``requests=``, ``limits=``, ``resources=`` and ``pod_template=``: a task or a node."""

    def resources(self) -> Iterator[tuple[str, Resources]]:
        """The keyword and the value of each argument that holds resources."""
        for name in ("requests", "limits", "resources"):
            value = self.arguments.get(name)
            if isinstance(value, Resources):
                yield name, value

    def pod_template(self) -> PodTemplate | None:
        """The pod template, when it is known; that of a ``Pod`` in ``task_config=`` too."""
        value = self.arguments.get("pod_template", self.arguments.get("task_config"))
        return value if isinstance(value, PodTemplate) else None

    def plugin(self) -> str:
        """The class of ``task_config=``, such as ``ray.RayJobConfig``; empty when it is no plugin's or not known."""
        value = self.arguments.get("task_config")
        return value.name.removeprefix("flytekitplugins.") if isinstance(value, (PluginConfig, Pod)) else ""


@dataclass(frozen=True, slots=True, eq=False)
class Task(Configured):
    """``@task``, ``@dynamic`` and ``@eager``.

    ``parameters`` are those of the decorated function, when it is known and the only one that is decorated with this.
    ``may_be_overridden`` tells that nodes of the file have resources of their own, ``ignored`` are arguments that the
    decorator takes and throws away. ``mounted`` tells that a task before has added shared memory to the pod template.
    """

    names: ClassVar[tuple[str, ...]] = ("flytekit.task", "flytekit.dynamic", "flytekit.eager")
    keeps_arguments: ClassVar[bool] = False

    parameters: tuple[str, ...] | None = None
    may_be_overridden: bool = False
    ignored: Mapping[str, Position] = field(default_factory=dict)
    mounted: bool = False

    def mounts_shared_memory(self) -> PodTemplate | None:
        """The pod template, made elsewhere, to which the plugin of the task adds a volume at ``/dev/shm``."""
        config, template = self.arguments.get("task_config"), self.arguments.get("pod_template")
        if not isinstance(config, PluginConfig) or config.name not in _ADDING_MEMORY or self.incomplete:
            return None
        if not isinstance(template, PodTemplate) or "pod_template" not in self.uses or not self.lacks("shared_memory"):
            return None
        option = config.get("increase_shared_mem")
        adds = config.lacks("increase_shared_mem") or isinstance(option, Constant) and bool(option.value)
        return template if adds else None


class TaskDefaults(Call):
    """``flytekit.Environment(...)``: arguments for the decorators of tasks, and those decorators."""

    names = (ENVIRONMENT, *LIKE)
    keeps_arguments = False


#: The configurations whose tasks have shared memory unless told otherwise.
_ADDING_MEMORY = frozenset({"flytekitplugins.kfpytorch.Elastic", "flytekitplugins.kfpytorch.PyTorch"})


class ContainerTask(Configured):
    """``ContainerTask(...)`` and ``ShellTask(...)``."""

    names = ("flytekit.ContainerTask",)
    keeps_arguments = False


class ShellTask(ContainerTask):
    """``ShellTask(...)``."""

    names = ("flytekit.ShellTask",)


@dataclass(frozen=True, slots=True, eq=False)
class Overrides(Configured):
    """``node.with_overrides(...)``.

    ``entity`` is the canonical name of what made the node's task or workflow, such as ``flytekit.workflow``, empty when
    it is not known; ``task`` is the task or workflow when it is one of the project, ``before`` are the overrides to
    which these are chained.
    """

    names: ClassVar[tuple[str, ...]] = ("flytekit.with_overrides",)

    entity: str = ""
    before: Overrides | None = None
    task: Entity | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Workflow(Call):
    """``@workflow``.

    ``inputs`` are those of the function beneath, None when they are not known. ``calls_handler`` tells that a task or
    workflow is called where the handler of failures belongs.
    """

    names: ClassVar[tuple[str, ...]] = ("flytekit.workflow",)

    inputs: tuple[Input, ...] | None = None
    calls_handler: bool = False


class WithOptions(Call):
    """``my_workflow.with_options(...)``, which flytekit does not have."""

    names = ("flytekit.with_options",)


class Execution(Call):
    """``FlyteRemote(...).execute(...)``."""

    names = ("flytekit.FlyteRemote.execute",)


class PodTemplate(Call):
    """``flytekit.PodTemplate(pod_spec, primary_container_name, labels, annotations)``."""

    names = ("flytekit.PodTemplate",)
    is_data = True

    def primary(self) -> str | None:
        """The name of the primary container, None when it is not known."""
        value = self.arguments.get("primary_container_name")
        if value is None:
            return None if self.incomplete else "primary"
        return value.value if isinstance(value, Constant) and isinstance(value.value, str) else None

    def pod_spec(self) -> KubernetesObject | None:
        """The ``V1PodSpec``, when it is known."""
        value = self.arguments.get("pod_spec")
        return value if isinstance(value, KubernetesObject) and value.title == "V1PodSpec" else None

    def containers(self) -> list[KubernetesObject] | None:
        """The main containers, None unless each of them and its name are known."""
        spec = self.pod_spec()
        value = spec.get("containers") if spec is not None else None
        if not isinstance(value, SequenceValue) or value.incomplete:
            return None
        found = [c for c in value.items if isinstance(c, KubernetesObject) and isinstance(c.get("name"), Constant)]
        return found if len(found) == len(value.items) else None

    def primary_container(self) -> KubernetesObject | None:
        """The container that runs the task, when the template surely describes it."""
        name = self.primary()
        spec = self.pod_spec()
        value = spec.get("containers") if spec is not None else None
        if name is not None and isinstance(value, SequenceValue):
            for container in value.items:
                if isinstance(container, KubernetesObject):
                    title = container.get("name")
                    if isinstance(title, Constant) and title.value == name:
                        return container
        return None


class Pod(PodTemplate):
    """``flytekitplugins.pod.Pod(...)``, the older way to give a task the spec of its pod."""

    names = ("flytekitplugins.pod.Pod",)


class PluginConfig(Call):
    """A configuration class of a task plugin, or a task of one."""

    names = ("flytekitplugins",)


class Replica(Configured):
    """A kind of pod of a plugin's job, with resources of its own."""

    names = tuple(
        f"flytekitplugins.{name}"
        for name in """dask.Scheduler dask.WorkerGroup kfmpi.Launcher kfmpi.Worker kfpytorch.Master kfpytorch.Worker
        kftensorflow.Chief kftensorflow.Evaluator kftensorflow.PS kftensorflow.Worker ray.AutoscalerOptionsConfig
        ray.HeadNodeConfig ray.WorkerNodeConfig""".split()
    )

    def pod_template(self) -> PodTemplate | None:
        """None: what is in the template of a node is merged with that of the task."""
        return None


class Cache(Call):
    """``flytekit.Cache(...)``."""

    names = ("flytekit.Cache",)


class MapTask(Call):
    """``map_task(...)``."""

    names = ("flytekit.map_task",)


class Secret(Call):
    """``flytekit.Secret(...)``."""

    names = ("flytekit.Secret",)


class ImageSpec(Call):
    """``flytekit.ImageSpec(...)``."""

    names = ("flytekit.ImageSpec",)


class Options(Call):
    """``flytekit.Options(...)``."""

    names = ("flytekit.Options",)
    is_data = True


class DefaultOptions(Call):
    """``Options.default_from(...)``."""

    names = ("flytekit.Options.default_from",)


class RawOutputDataConfig(Call):
    """``RawOutputDataConfig(output_location_prefix)``."""

    names = ("flytekit.RawOutputDataConfig",)


class SecurityContext(Call):
    """``flytekit.SecurityContext(...)``."""

    names = ("flytekit.SecurityContext",)


class Identity(Call):
    """``Identity(...)`` and the older ``AuthRole(...)``: who an execution runs as."""

    names = ("flytekit.Identity", "flytekit.AuthRole")


@dataclass(frozen=True, slots=True, eq=False)
class LaunchPlan(Call):
    """``LaunchPlan.create(...)`` and ``LaunchPlan.get_or_create(...)``.

    ``earlier`` is the first plan of the same name that the import of the module surely makes before.
    """

    names: ClassVar[tuple[str, ...]] = ("flytekit.LaunchPlan.create", "flytekit.LaunchPlan.get_or_create")

    earlier: LaunchPlan | None = None

    def key(self) -> str | None:
        """The name under which flytekit keeps the plan, None when it is not known."""
        value = self.arguments.get("name")
        return (
            value.value
            if isinstance(value, Constant) and isinstance(value.value, str) and not self.incomplete
            else None
        )


class DefaultLaunchPlan(Call):
    """``LaunchPlan.get_default_launch_plan(...)``."""

    names = ("flytekit.LaunchPlan.get_default_launch_plan",)


class Notification(Call):
    """``Email(...)``, ``Slack(...)`` and ``PagerDuty(...)``."""

    names = ("flytekit.Email", "flytekit.Slack", "flytekit.PagerDuty")


class CronSchedule(Call):
    """``flytekit.CronSchedule(...)``."""

    names = ("flytekit.CronSchedule",)


class FixedRate(Call):
    """``flytekit.FixedRate(...)``."""

    names = ("flytekit.FixedRate",)


class TaskMetadata(Call):
    """``flytekit.TaskMetadata(...)``."""

    names = ("flytekit.TaskMetadata",)


class ConcurrencyPolicy(Call):
    """``flytekit.ConcurrencyPolicy(...)``."""

    names = ("flytekit.ConcurrencyPolicy",)


class Documentation(Call):
    """``flytekit.Documentation(...)``."""

    names = ("flytekit.Documentation",)


class Reference(Call):
    """``@reference_task``, ``@reference_workflow`` and ``@reference_launch_plan``."""

    names = ("flytekit.reference_task", "flytekit.reference_workflow", "flytekit.reference_launch_plan")


class Gate(Call):
    """``approve(...)``, ``sleep(...)`` and ``wait_for_input(...)``: nodes at which a workflow waits."""

    names = ("flytekit.approve", "flytekit.sleep", "flytekit.wait_for_input")


class Accelerator(Call):
    """``GPUAccelerator(device)``."""

    names = ("flytekit.extras.accelerators.GPUAccelerator",)


class Labels(Call):
    """``flytekit.Labels(values)``."""

    names = ("flytekit.Labels",)


class Annotations(Call):
    """``flytekit.Annotations(values)``."""

    names = ("flytekit.Annotations",)
