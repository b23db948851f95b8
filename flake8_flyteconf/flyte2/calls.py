"""The values of a Flyte 2 configuration, beside those of :mod:`flake8_flyteconf.values`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from flake8_flyteconf.flyte2 import objects
from flake8_flyteconf.values import Call, Entity, Input, Method
from flake8_flyteconf.flytekit.calls import PodTemplate as FlytekitPodTemplate
from flake8_flyteconf.flytekit.calls import Templated
from flake8_flyteconf.values import Position, QualifiedName, SequenceValue, Value, is_none


class Object(Call):
    """A call of something of Flyte 2."""

    names: ClassVar[tuple[str, ...]] = (objects.SDK, objects.PLUGINS)


class Resources(Object):
    """``flyte.Resources(cpu, memory, gpu, disk, shm)``."""

    names = ("flyte.Resources",)
    is_data = True


class Device(Object):
    """``flyte.GPU(...)`` and its kin: an accelerator."""

    names = tuple(f"flyte.{name}" for name in "AMD_GPU APPLE_SILICON Device GPU HABANA_GAUDI Neuron TPU".split())


class PodTemplate(FlytekitPodTemplate):
    """``flyte.PodTemplate(pod_spec, primary_container_name, labels, annotations)``."""

    names = ("flyte.PodTemplate",)


@dataclass(frozen=True, slots=True, eq=False)
class Environment(Templated):
    """``flyte.TaskEnvironment(...)``; it ``repeats`` when the module surely has made one of that name before."""

    names: ClassVar[tuple[str, ...]] = objects.ENVIRONMENTS

    repeats: bool = False

    def settings(self) -> Mapping[str, Value]:
        """The arguments, as far as they are known."""
        return self.arguments


class App(Object):
    """``flyte.app.AppEnvironment(...)`` and its kin."""

    names = (objects.APP, *objects.KINDS_OF_APPS)


class ClonedApp(Method):
    """``app.clone_with(...)``: what is not given is that of the app."""

    names = (objects.CLONED_APP,)


@dataclass(frozen=True, slots=True, eq=False)
class Clone(Method):
    """``env.clone_with(...)``; ``repeats`` is that of an environment."""

    names: ClassVar[tuple[str, ...]] = (f"{objects.ENVIRONMENT}.clone_with",)

    repeats: bool = False

    def settings(self) -> Mapping[str, Value]:
        """The arguments of the environment with those of the clone, as far as they are known; None is inherited."""
        own = {name: value for name, value in self.arguments.items() if name == "reusable" or not is_none(value)}
        return own if self.incomplete else {**settings_of(self.receiver), **own}


def settings_of(environment: Value | None) -> Mapping[str, Value]:
    """What is known of the settings of an environment or a clone of one."""
    return environment.settings() if isinstance(environment, (Environment, Clone)) else {}


def with_dependencies(environment: Value) -> Sequence[Value]:
    """An environment and all that it was built to depend on, at whatever distance, each once."""
    found = [environment]
    for each in found:
        depends_on = settings_of(each).get("depends_on")
        items = depends_on.items if isinstance(depends_on, SequenceValue) else ()
        found += [item for item in items if item not in found]
    return found


class FromTask(Object):
    """``flyte.TaskEnvironment.from_task(...)``."""

    names = (f"{objects.ENVIRONMENT}.from_task",)


class TemplatedMethod(Method):
    """The call of a method that takes ``pod_template=``."""

    def pod_template(self) -> PodTemplate | None:
        """The pod template, when it is known."""
        value = self.arguments.get("pod_template")
        return value if isinstance(value, PodTemplate) else None


@dataclass(frozen=True, slots=True, eq=False)
class TaskDecorator(TemplatedMethod):
    """``@env.task``; the ``receiver`` is the environment.

    Of the function: ``is_async`` tells whether it is a coroutine function, ``inputs`` are its
    parameters, ``variadic`` is the place of one behind ``*``, ``tuple_of_one`` that of a return type
    which is a tuple of one item or of any number of them, ``wraps`` the next decorator. All are
    unknown, or empty, for a decorator that is not written above a function.
    """

    names: ClassVar[tuple[str, ...]] = (objects.DECORATOR,)

    is_async: bool | None = None
    inputs: tuple[Input, ...] | None = None
    variadic: Position | None = None
    tuple_of_one: Position | None = None
    wraps: QualifiedName | None = None

    def settings(self) -> Mapping[str, Value]:
        """The arguments of the environment, as far as they are known."""
        return settings_of(self.receiver)


class Override(TemplatedMethod):
    """``task.override(...)``."""

    names = (objects.OVERRIDE,)

    def settings(self) -> Mapping[str, Value]:
        """The arguments of the environment of the task, as far as they are known."""
        task = self.receiver
        return settings_of(task.environment) if isinstance(task, Entity) else {}


class RunInContext(Method):
    """``flyte.with_runcontext(...).run(task, ...)``."""

    names = (objects.RUN_IN_CONTEXT,)


class WithOverrides(Method):
    """``task.with_overrides(...)``, which tasks of Flyte 2 do not have."""

    names = (objects.WITH_OVERRIDES,)


class Mistaken(Method):
    """A method of Flyte 2 that is called on an object of flytekit."""

    names = objects.MISTAKEN


@dataclass(frozen=True, slots=True, eq=False)
class Called(Method):
    """The call of a task, whose result is a coroutine when the task ``is_async``."""

    names: ClassVar[tuple[str, ...]] = (objects.CALLED,)

    is_async: bool = False


class TooLate(Method):
    """A method of tasks that is called on the result of one."""

    names = objects.TOO_LATE


class EnvironmentMethod(Method):
    """``env.add_dependency(...)``, and what environments do not have."""

    names = (f"{objects.ENVIRONMENT}.add_dependency", objects.CALLED_ENVIRONMENT, *objects.NOT_OF_ENVIRONMENTS)


class ImageLayer(Method):
    """``image.with_...(...)`` and ``image.clone(...)``."""

    names = tuple(name for name in objects.METHODS if name.startswith(f"{objects.IMAGE}."))


class Trigger(Object):
    """``flyte.Trigger(...)`` and ``flyte.Trigger.daily(...)`` and its kin."""

    names = ("flyte.Trigger", *objects.TRIGGERS)


#: All kinds of calls of Flyte 2.
EVERY = (Object, Environment, PodTemplate, Method)
