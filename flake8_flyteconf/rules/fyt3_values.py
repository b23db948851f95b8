"""FYT32: what the arguments of tasks and nodes say: types, environment, images, secrets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flake8_flyteconf.flyte2 import calls as flyte2
from flake8_flyteconf.flyte2 import objects
from flake8_flyteconf.kubernetes import validation
from flake8_flyteconf.rules.conversions import converted, dropped, mistyped, reworded, split
from flake8_flyteconf.rules.predicates import (
    describe_type,
    has_other_type,
    is_conda_requirement,
    is_truthy,
    is_utf8,
    shorten,
    string_of,
    type_name,
)
from flake8_flyteconf.rules.rule import Hit, hit, replaced, rule, string
from flake8_flyteconf.flytekit.calls import Configured, ContainerTask, ImageSpec, Overrides, Resources, Secret, Task
from flake8_flyteconf.values import (
    Call,
    Constant,
    DictValue,
    QualifiedName,
    SequenceValue,
    Value,
    format_value,
    is_none,
)

#: Arguments with the types they take, by what a message calls them.
_TYPES: dict[str, tuple[str, tuple[str, ...]]] = {
    "retries": ("an int", ("int", "bool")),
    "interruptible": ("a bool", ("bool", "int")),
    "deprecated": ("a str", ("str",)),
    "cache_version": ("a str", ("str",)),
    "container_image": ("a str or ImageSpec(...)", ("str", "ImageSpec")),
    "image": ("a str or ImageSpec(...)", ("str", "ImageSpec")),
    "pod_template_name": ("a str", ("str", "PodTemplate")),
    "secret_requests": ("a list of Secret(...)", ("list",)),
    "docs": ("Documentation(...)", ("Documentation",)),
    "accelerator": ("a constant of flytekit.extras.accelerators or GPUAccelerator(...)", ("GPUAccelerator",)),
    "name": ("a str", ("str",)),
}
#: Lists of an ImageSpec that are written as one string at times.
_IMAGE_LISTS = ("packages", "conda_packages", "conda_channels", "apt_packages", "pip_extra_index_url", "commands")
_TEMPLATE = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
#: Classes that are no configuration of a task plugin.
_NO_PLUGINS = frozenset(
    {"Resources", "PodTemplate", "ImageSpec", "Secret", "Cache", "Options", "dict", "str", "list", "tuple", "set"}
)
#: The longest group whose base32 form fits into the name of a volume.
_LONGEST_GROUP = 38


@rule("FYT321", "{field} must be {expected}, not {found}", on=(Task, ContainerTask), kind="refused", stage="import")
def wrong_type_at_import(call: Configured) -> Iterator[Hit]:
    """A timeout or secret of the wrong type.

    flytekit raises ``ValueError: timeout should be duration represented as either a datetime.timedelta or int seconds``
    or ``AssertionError: Secret ... should be of type flytekit.Secret`` while the module is imported. Source: flytekit,
    core/base_task.py, core/python_auto_container.py.

    Bad::

        from flytekit import task

        @task(timeout="1h")
        def train() -> None: ...

    Good::

        from datetime import timedelta

        from flytekit import task

        @task(timeout=timedelta(hours=1))
        def train() -> None: ...
    """
    timeout = call.get("timeout")
    if isinstance(call, Task) and timeout is not None and has_other_type(timeout, "int", "bool", "timedelta"):
        if is_truthy(timeout):
            expected = "int seconds or datetime.timedelta(...)"
            yield mistyped(timeout, expected, field="timeout")
    secrets = call.get("secret_requests")
    if isinstance(secrets, SequenceValue):
        for item in secrets.items:
            if type_name(item) not in (None, "Secret"):
                field, expected = "each item of secret_requests", "flytekit.Secret(...)"
                yield mistyped(item, expected, field=field)
    for field in ("inputs", "outputs") if isinstance(call, ContainerTask) else ():
        value = call.get(field)
        if value is not None and has_other_type(value, "dict") and is_truthy(value):
            yield mistyped(value, "a dict of types", field=field)


@rule(
    "FYT322",
    "{field} must be {expected}, not {found}",
    on=Configured,
    kind="refused",
    stage="serialization",
)
def wrong_argument_type(call: Configured) -> Iterator[Hit]:
    """An argument of the wrong type that only registration stumbles over.

    It ends in ``TypeError: bad argument type for built-in operation``, ``'str' object cannot be interpreted as an
    integer`` or an ``AttributeError``, which name neither the task nor the argument. Source: flytekit,
    core/base_task.py, core/node.py, models/.

    Bad::

        from flytekit import task

        @task(retries="3")
        def train() -> None: ...

    Good::

        from flytekit import task

        @task(retries=3)
        def train() -> None: ...
    """
    for field, (expected, types) in _TYPES.items():
        value = call.get(field)
        if value is None or field in ("image", "name") and not isinstance(call, ContainerTask):
            continue
        if has_other_type(value, *types) and is_truthy(value) and not _is_image_spec(field, value):
            # Before 1.11 an image was not overridden, whatever it was.
            overridden = field == "container_image" and isinstance(call, Overrides)
            yield mistyped(value, expected, field=field, holds="flytekit>=1.11" if overridden else "")
    if isinstance(call, Overrides):
        timeout = call.get("timeout")
        if timeout is not None and has_other_type(timeout, "int", "bool", "timedelta"):
            expected = "int seconds or datetime.timedelta(...)"
            yield mistyped(timeout, expected, field="timeout")
        image = call.get("container_image")
        if isinstance(image, ImageSpec):  # only tasks build images
            yield mistyped(image, "a str", field="container_image of a node")
    command = call.get("command") if isinstance(call, ContainerTask) else None
    if isinstance(command, SequenceValue):
        for item in command.items:
            if type_name(item) not in (None, "str"):
                yield mistyped(item, "a str", field="each item of command")


@rule(
    "FYT323",
    'environment name "{name}" {fault}',
    on=(Task, ContainerTask),
    kind="refused",
    stage="pod creation",
)
def malformed_environment_name(call: Configured) -> Iterator[Hit]:
    """A name in ``environment=`` that no environment variable can have.

    Kubernetes refuses the pod. A name consists of printable ASCII characters other than ``=``; blanks and a digit at
    the beginning are accepted. Source: Kubernetes, apimachinery/pkg/util/validation.

    Bad::

        from flytekit import task

        @task(environment={"MODE=": "batch"})
        def train() -> None: ...

    Good::

        from flytekit import task

        @task(environment={"MODE": "batch"})
        def train() -> None: ...
    """
    for key, _ in _environment(call):
        text = string_of(key)
        fault = validation.environment_name(text) if text is not None else None
        if fault:
            yield hit(key.position, name=shorten(text), fault=fault)


@rule(
    "FYT324",
    "{what} must be {expected}, not {found}",
    on=(Task, ContainerTask),
    kind="refused",
    stage="serialization",
)
def non_string_environment(call: Configured) -> Iterator[Hit]:
    """A name or value in ``environment=`` that is not a string.

    Registration ends in ``TypeError: bad argument type for built-in operation``. None is taken as the empty text.
    Source: flytekit, core/python_auto_container.py.

    Bad::

        from flytekit import task

        @task(environment={"WORKERS": 4})
        def train() -> None: ...

    Good::

        from flytekit import task

        @task(environment={"WORKERS": "4"})
        def train() -> None: ...
    """
    value = call.get("environment")
    if value is not None and has_other_type(value, "dict") and is_truthy(value) and not _makes_dict(call, value):
        yield mistyped(value, "a dict of str", what="environment")
    for key, item in _environment(call):
        if type_name(key) not in (None, "str"):
            yield mistyped(key, "a str", what="each name in environment")
        elif type_name(item) not in (None, "None", "str") and not is_utf8(item):
            yield mistyped(item, "a str", what=f"environment[{format_value(key)}]")


#: What the backend fills in, in commands and arguments.
_FILLED_IN = re.compile(
    r"\{\{\s*\.(?:inputs?\b|(?:rawOutputData|output)Prefix|perRetryUniqueKey|taskTemplatePath)", re.IGNORECASE
)


@rule(
    "FYT375",
    "environment[{name}] is not filled in; pass {text} in command= or arguments=",
    on=(Task, ContainerTask),
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def template_in_environment(call: Configured) -> Iterator[Hit]:
    """A template of an input in a variable of the environment.

    The backend fills templates into commands and arguments only, so the variable holds the braces. Source:
    flyteplugins, tasks/pluginmachinery/flytek8s/container_helper.go.

    Bad::

        from flytekit import ContainerTask, kwtypes

        hello = ContainerTask(
            name="hello",
            image="busybox:1",
            command=["env"],
            inputs=kwtypes(user=str),
            environment={"USER": "{{.inputs.user}}"},
        )

    Good::

        from flytekit import ContainerTask, kwtypes

        hello = ContainerTask(
            name="hello",
            image="busybox:1",
            command=["echo", "{{.inputs.user}}"],
            inputs=kwtypes(user=str),
        )
    """
    for key, item in _environment(call):
        found = _FILLED_IN.search(string_of(item) or "")
        text, end, _ = (string_of(item) or "")[found.start() :].partition("}}") if found is not None else ("", "", "")
        if end:
            yield hit(item.position, name=format_value(key), text=shorten(text + end))


@rule(
    "FYT325",
    'shared_memory={value} is ignored; write True or a quantity such as "2Gi"',
    on=(Task, Overrides),
    kind="ignored",
    stage="undetected",
)
def ignored_shared_memory(call: Configured) -> Iterator[Hit]:
    """A number for ``shared_memory=``.

    flytekit's docstring offers a number, its code takes ``True`` or a string and drops the rest in silence. Source:
    flytekit, core/resources.py (construct_extended_resources).

    Bad::

        from flytekit import task

        @task(shared_memory=2)
        def train() -> None: ...

    Good::

        from flytekit import task

        @task(shared_memory="2Gi")
        def train() -> None: ...
    """
    value = call.get("shared_memory")
    if isinstance(value, Constant) and type(value.value) in (int, float):
        yield hit(value.position, remedies=dropped(call, "shared_memory"), value=value.value)


@rule(
    "FYT326",
    'accelerator= is ignored without a GPU; add gpu="1" to the limits',
    on=Task,
    kind="suspicious",
    stage="undetected",
)
def accelerator_without_gpu(call: Task) -> Iterator[Hit]:
    """An accelerator on a task that asks for no GPU.

    It is serialized, and flyteplugins ignores it when no container has a GPU. In a file with
    ``with_overrides`` the workflow may give the node one, and nothing is said. Source: flyteplugins,
    tasks/pluginmachinery/flytek8s/pod_helper.go (ApplyGPUNodeSelectors).

    Bad::

        from flytekit import Resources, task
        from flytekit.extras.accelerators import T4

        @task(accelerator=T4, requests=Resources(mem="4Gi"))
        def train() -> None: ...

    Good::

        from flytekit import Resources, task
        from flytekit.extras.accelerators import T4

        @task(accelerator=T4, requests=Resources(mem="4Gi", gpu="1"))
        def train() -> None: ...
    """
    accelerator = call.get("accelerator")
    if type_name(accelerator) != "GPUAccelerator" or accelerator is None or call.incomplete or call.may_be_overridden:
        return
    if any(call.get(name) is not None for name in ("pod_template", "pod_template_name", "task_config")):
        return
    for name in ("requests", "limits", "resources"):
        value = call.get(name)
        if value is not None and not is_none(value):
            if not isinstance(value, Resources) or value.incomplete or value.get("gpu") is not None:
                return
    yield hit(accelerator.position)


@rule(
    "FYT327",
    "task_config={found} configures no task plugin and is ignored",
    on=Task,
    kind="ignored",
    stage="undetected",
)
def task_config_without_plugin(call: Task) -> Iterator[Hit]:
    """A ``task_config`` of a type that no plugin is registered for.

    flytekit looks the plugin up by the type, finds none and runs a plain Python task without a word. Source: flytekit,
    core/task.py (TaskPlugins.find_pythontask_plugin).

    Bad::

        from flytekit import Resources, task

        @task(task_config=Resources(cpu="1"))
        def train() -> None: ...

    Good::

        from flytekit import Resources, task

        @task(requests=Resources(cpu="1"))
        def train() -> None: ...
    """
    value = call.get("task_config")
    kind = type_name(value)
    if value is not None and (kind in _NO_PLUGINS or isinstance(value, Call) and value.name.startswith("kubernetes.")):
        if is_truthy(value):
            # A comma behind a configuration makes a tuple of it.
            holds = isinstance(value, SequenceValue) and any(isinstance(item, Call) for item in value.items)
            remedies = [] if holds else dropped(call, "task_config")
            yield hit(value.position, remedies=remedies, found=format_value(value))


@rule(
    "FYT380",
    "mount= has no effect beside as_env_var=; leave one of them out",
    on=flyte2.Object,
    models=("Secret",),
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def mounted_variable(call: flyte2.Object) -> Iterator[Hit]:
    """A secret of Flyte 2 that is to be a file and a variable.

    It is sent as a variable, and no file is mounted. Two secrets of one key do both. Source: flyte,
    _internal/runtime/task_serde.py.

    Bad::

        import flyte

        token = flyte.Secret(
            key="token", mount="/etc/flyte/secrets", as_env_var="TOKEN"
        )

    Good::

        import flyte

        token = flyte.Secret(key="token", as_env_var="TOKEN")
    """
    known = [type_name(call.get(name)) for name in ("mount", "as_env_var")]
    # An empty string counts as not given.
    are_given = all(string_of(call.get(name)) != "" for name in ("mount", "as_env_var"))
    if call.name == "flyte.Secret" and known[0] in ("str", "Path") and known[1] == "str" and are_given:
        yield hit(call.place("mount"), remedies=dropped(call, "mount"))


#: The words that a field of Flyte 2 takes.
_WORDS = {"flyte.ReusePolicy": ("scope", ("global", "run")), objects.CLUSTERED: ("interconnect", ("tcp",))}


@rule(
    "FYT386",
    "{field} must be {expected}, not {found}",
    on=(flyte2.Object, flyte2.Environment),
    models=("ReusePolicy", "ClusteredTaskEnvironment"),
    kind="refused",
    stage="import",
    since="0.2.0",
)
def unknown_word(call: Call) -> Iterator[Hit]:
    """Another word than those that a field of Flyte 2 takes.

    ``ValueError: scope must be "global" or "run"``, or ``interconnect must be one of ('tcp',)``. Source: flyte,
    _reusable_environment.py and clustered/_environment.py.

    Bad::

        import flyte

        policy = flyte.ReusePolicy(replicas=2, scope="task")

    Good::

        import flyte

        policy = flyte.ReusePolicy(replicas=2, scope="run")
    """
    field, words = _WORDS[call.name]
    value = call.get(field)
    if value is not None and type_name(value) is not None and string_of(value) not in words:
        expected = " or ".join(map(string, words))
        remedies = replaced(value.position, string(words[0]), safe=False) if len(words) == 1 else []
        yield hit(value.position, remedies=remedies, field=field, expected=expected, found=format_value(value))


@rule(
    "FYT328",
    on=(Task, ContainerTask, Overrides),
    kind="refused",
    stage="pod creation",
)
def image_with_blanks(call: Configured) -> Iterator[Hit]:
    """An image with a blank at its beginning or end.

    Kubernetes refuses the pod: ``must not have leading or trailing whitespace``. Other malformed references surface
    when the image is pulled. Source: Kubernetes, pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import task

        @task(container_image="ghcr.io/team/app:1 ")
        def train() -> None: ...

    Good::

        from flytekit import task

        @task(container_image="ghcr.io/team/app:1")
        def train() -> None: ...
    """
    for field in ("container_image", "image"):
        value = call.get(field)
        text = string_of(value)
        if value is not None and text and (field == "container_image") != isinstance(call, ContainerTask):
            fault = validation.without_blanks(text)
            if fault:
                yield hit(
                    value.position,
                    f'{field} "{shorten(text)}" {fault}',
                    remedies=replaced(value.position, string(text.strip())),
                )


@rule(
    "FYT329",
    'image template "{text}" {fault}; write {{{{.image.NAME.fqn}}}} or {{{{.image.NAME.version}}}}',
    on=Task,
    kind="ignored",
    stage="undetected",
)
def malformed_image_template(call: Task) -> Iterator[Hit]:
    """A template in ``container_image=`` that flytekit does not recognise.

    Without the dot in front it is not a template, and the braces are sent to Kubernetes as they are. Source: flytekit,
    core/python_auto_container.py (get_registerable_container_image).

    Bad::

        from flytekit import task

        @task(container_image="{{image.default.fqn}}:{{image.default.version}}")
        def train() -> None: ...

    Good::

        from flytekit import task

        @task(container_image="{{.image.default.fqn}}:{{.image.default.version}}")
        def train() -> None: ...
    """
    value = call.get("container_image")
    text = string_of(value)
    if value is not None and text and "{{" in text:
        for found in _TEMPLATE.finditer(text):
            inner = found[1]
            if re.fullmatch(r"images?\..*", inner):
                dotted = replaced(value.position, string(re.sub(r"\{\{(\s*)(?=images?\.)", r"{{\1.", text)))
                yield hit(value.position, remedies=dotted, text=shorten(found[0]), fault="must start with a dot")
                return


@rule(
    "FYT330",
    'image template "{text}": {{{{.image.NAME.fqn}}}} and {{{{.image.NAME.version}}}} are known, {part} is not',
    on=Task,
    kind="refused",
    stage="serialization",
)
def unknown_image_template(call: Task) -> Iterator[Hit]:
    """A template in ``container_image=`` that asks for another part of an image.

    Serialization ends in ``AssertionError: Only fqn and version are supported replacements``. Source: flytekit,
    core/python_auto_container.py (get_registerable_container_image).

    Bad::

        from flytekit import task

        @task(container_image="{{.image.default.fqn}}:{{.image.default.tag}}")
        def train() -> None: ...

    Good::

        from flytekit import task

        @task(container_image="{{.image.default.fqn}}:{{.image.default.version}}")
        def train() -> None: ...
    """
    value = call.get("container_image")
    text = string_of(value)
    for found in _TEMPLATE.finditer(text or ""):
        part = re.fullmatch(r"\.image\.[A-Za-z0-9_-]+\.([A-Za-z0-9_-]+)", found[1])
        if value is not None and part and part[1] not in ("fqn", "version"):
            yield hit(value.position, text=shorten(found[0]), part=part[1])


@rule(
    "FYT331",
    "command is one str, which becomes a list of its characters; write a list",
    on=ContainerTask,
    kind="ignored",
    stage="undetected",
)
def command_as_string(call: ContainerTask) -> Iterator[Hit]:
    """The command of a ``ContainerTask`` as one string.

    A string is a sequence of characters, and so the container runs ``e`` with the arguments ``c``, ``h``, ``o``.
    Source: flytekit, core/container_task.py.

    Bad::

        from flytekit import ContainerTask

        hello = ContainerTask(name="hello", image="alpine", command="echo hello")

    Good::

        from flytekit import ContainerTask

        hello = ContainerTask(
            name="hello", image="alpine", command=["echo", "hello"]
        )
    """
    value = call.get("command")
    if value is not None and call.name == "flytekit.ContainerTask" and type_name(value) == "str":
        yield hit(value.position, remedies=split(value))


@rule("FYT332", on=Secret, kind="refused", stage="import", holds="flytekit>=1.15")
def malformed_secret(call: Secret) -> Iterator[Hit]:
    """A secret whose environment variable has an impossible name.

    flytekit raises ``ValueError: Invalid environment variable name`` while the module is imported: it takes capital
    letters, digits and ``_``. Source: flytekit, models/security.py.

    Bad::

        from flytekit import Secret

        TOKEN = Secret(group="hub", key="token", env_var="hub-token")

    Good::

        from flytekit import Secret

        TOKEN = Secret(group="hub", key="token", env_var="HUB_TOKEN")
    """
    value = call.get("env_var")
    text = string_of(value)
    if value is not None and text and not re.fullmatch(r"[A-Z_][A-Z0-9_]*", text):
        fault = 'must consist of capital letters, digits and "_", and not begin with a digit'
        yield hit(
            value.position, f'env_var "{shorten(text)}" {fault}', remedies=reworded(value, _as_variable, _is_variable)
        )


@rule(
    "FYT333",
    'secret group "{group}" has {count} characters; more than 38 make the name of its volume too long',
    on=Secret,
    kind="suspicious",
    stage="pod creation",
)
def long_secret_group(call: Secret) -> Iterator[Hit]:
    """A secret group that is too long to be mounted as a file.

    Flyte names the volume after the group in base32, and Kubernetes refuses a name of more than 63 characters. It
    concerns secrets of Kubernetes; another secret manager may take the group. Source: flyte#4824.

    Bad::

        from flytekit import Secret

        TOKEN = Secret(group="a-very-long-name-of-a-group-of-secrets-1", key="token")

    Good::

        from flytekit import Secret

        TOKEN = Secret(group="secrets", key="token")
    """
    value, mount = call.get("group"), call.get("mount_requirement")
    text = string_of(value)
    as_file = mount is None or isinstance(mount, QualifiedName) and mount.name.endswith((".FILE", ".ANY"))
    # A group like arn:aws:... belongs to another store; it can be no secret of Kubernetes.
    if text is None or re.fullmatch(r"[A-Za-z0-9._-]+", text) is None:
        return
    if value is not None and len(text) > _LONGEST_GROUP and as_file and not call.incomplete:
        yield hit(value.position, group=shorten(text), count=len(text))


@rule(
    "FYT334", "python_version=3.10 is the number 3.1; write {remedy}", on=ImageSpec, kind="ignored", stage="undetected"
)
def python_version_as_number(call: ImageSpec) -> Iterator[Hit]:
    """The Python version of an ``ImageSpec`` as a number.

    ``3.10`` is the number 3.1, and so is the Python in the image. Source: flytekit, image_spec/image_spec.py.

    Bad::

        from flytekit import ImageSpec

        image = ImageSpec(name="app", python_version=3.10)

    Good::

        from flytekit import ImageSpec

        image = ImageSpec(name="app", python_version="3.10")
    """
    value = call.get("python_version")
    if isinstance(value, Constant) and value.value == 3.1:
        yield hit(value.position, remedies=replaced(value.position, string("3.10")))


@rule(
    "FYT335",
    "enable_deck= and disable_deck= are mutually exclusive; use enable_deck=",
    on=Task,
    kind="refused",
    stage="import",
)
def both_deck_switches(call: Task) -> Iterator[Hit]:
    """Both switches of the deck at once.

    flytekit raises ``ValueError: disable_deck and enable_deck cannot both be set`` while the module is imported.
    Source: flytekit, core/base_task.py.

    Bad::

        from flytekit import task

        @task(enable_deck=True, disable_deck=False)
        def train() -> None: ...

    Good::

        from flytekit import task

        @task(enable_deck=True)
        def train() -> None: ...
    """
    first, second = call.get("enable_deck"), call.get("disable_deck")
    if second is not None and type_name(first) not in (None, "None") and type_name(second) not in (None, "None"):
        yield hit(call.place("disable_deck"), remedies=dropped(call, "disable_deck"))


@rule(
    "FYT336",
    "{field} of ImageSpec must be a list, not {found}",
    on=ImageSpec,
    kind="refused",
    stage="import",
    holds="flytekit>=1.13.3",
)
def image_packages_as_string(call: ImageSpec) -> Iterator[Hit]:
    """The packages of an ``ImageSpec`` as one string.

    flytekit raises ``ValueError: ... must be a list of strings or None`` while the module is imported. Source:
    flytekit, image_spec/image_spec.py.

    Bad::

        from flytekit import ImageSpec

        image = ImageSpec(name="app", packages="pandas")

    Good::

        from flytekit import ImageSpec

        image = ImageSpec(name="app", packages=["pandas"])
    """
    for field in (*_IMAGE_LISTS, "entrypoint"):
        value = call.get(field)
        if value is not None and type_name(value) == "str" and is_truthy(value):
            yield hit(value.position, remedies=converted(value, "a list"), field=field, found=describe_type(value))


@rule(
    "FYT338",
    '"{text}" uses conda syntax; pip takes ==',
    on=ImageSpec,
    kind="refused",
    stage="registration",
    since="0.2.0",
)
def conda_requirement(call: ImageSpec) -> Iterator[Hit]:
    """A package with one ``=`` before its version where pip installs it.

    The image is built before the registration, and uv stops: ``no such comparison operator "="``. Builders of other
    packages are left alone. Source: flytekit, image_spec/default_builder.py; uv 0.13.9.

    Bad::

        from flytekit import ImageSpec

        image = ImageSpec(name="app", packages=["pandas=2.0"])

    Good::

        from flytekit import ImageSpec

        image = ImageSpec(name="app", packages=["pandas==2.0"])
    """
    packages = call.get("packages")
    if not call.lacks("builder") and string_of(call.get("builder")) not in ("default", "envd"):
        return
    for item in packages.items if isinstance(packages, SequenceValue) else ():
        text = string_of(item)
        if text is not None and is_conda_requirement(text):
            remedies = replaced(item.position, string(text.replace("=", "==", 1)))
            yield hit(item.position, remedies=remedies, text=shorten(text))


def _environment(call: Configured) -> Iterator[tuple[Value, Value]]:
    value = call.get("environment")
    if isinstance(value, DictValue):
        yield from value.entries


def _makes_dict(call: Configured, value: Value) -> bool:
    """Whether ``dict(value)`` may work: a task takes pairs for an environment, a ContainerTask a mapping only."""
    if not isinstance(value, SequenceValue) or isinstance(call, ContainerTask):
        return False
    return all(text is None or len(text) == 2 for text in map(string_of, value.items))


def _is_image_spec(field: str, value: Value) -> bool:
    return field in ("container_image", "image") and isinstance(value, ImageSpec)


def _as_variable(text: str) -> str:
    return re.sub(r"[^A-Z0-9_]", "_", text.upper())


def _is_variable(text: str) -> bool:
    return re.fullmatch(r"[A-Z_][A-Z0-9_]*", text) is not None
