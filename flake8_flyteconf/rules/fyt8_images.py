"""FYT86: images of the Flyte 2 SDK."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flake8_flyteconf.flyte2 import objects
from flake8_flyteconf.flyte2 import calls as flyte2
from flake8_flyteconf.kubernetes import images
from flake8_flyteconf.rules.flyte2_types import type_of
from flake8_flyteconf.rules.fyt3_images import malformed
from flake8_flyteconf.rules.predicates import entries_of, is_conda_requirement, is_true, shorten, string_of
from flake8_flyteconf.rules.rule import Hit, hit, replaced, rule, string, wrapped, titles
from flake8_flyteconf.values import Call, Constant, Method, SequenceValue, Value, format_value, is_none

_LAYERS = (flyte2.ImageLayer, flyte2.Object)


@rule(
    "FYT861",
    "flyte.Image(...) cannot be called; write {advice}",
    on=flyte2.Object,
    models=("Image",),
    kind="refused",
    stage="import",
    since="0.2.0",
)
def constructed_image(call: flyte2.Object) -> Iterator[Hit]:
    """``flyte.Image(...)``, which is not how images are made.

    ``TypeError: Direct instantiation of Image not allowed``. Source: flyte, _image.py.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", image=flyte.Image("python:3.12"))

    Good::

        import flyte

        env = flyte.TaskEnvironment(
            name="jobs", image=flyte.Image.from_base("python:3.12")
        )
    """
    if call.name == objects.IMAGE:
        base = string_of(call.get("base_image"))
        advice = f'flyte.Image.from_base("{shorten(base)}")' if base else "flyte.Image.from_debian_base(...)"
        yield hit(call.position, advice=advice)


@rule(
    "FYT862",
    "{callee} takes each package as an argument of its own, not {found}",
    on=flyte2.ImageLayer,
    kind="refused",
    stage="import",
    since="0.2.0",
)
def packages_as_list(call: flyte2.ImageLayer) -> Iterator[Hit]:
    """A list or tuple where each package is an argument.

    ``TypeError: PipPackages field 'packages' contains a list``; a tuple fails when the image is built. Source: flyte,
    _image.py.

    Bad::

        import flyte

        image = flyte.Image.from_debian_base().with_pip_packages(["pandas", "numpy"])

    Good::

        import flyte

        image = flyte.Image.from_debian_base().with_pip_packages("pandas", "numpy")
    """
    if call.title in ("with_pip_packages", "with_apt_packages"):
        for value in call.extra_positional:
            if isinstance(value, SequenceValue):
                yield hit(
                    value.position,
                    remedies=wrapped(value.position, "*{}"),
                    callee=call.title,
                    found=f"a {value.type}; write * before it",
                )


@rule("FYT863", on=flyte2.ImageLayer, kind="refused", stage="import", since="0.2.0", holds="flyte>=2")
def layer_on_closed_image(call: flyte2.ImageLayer) -> Iterator[Hit]:
    """A layer on an image that takes none, or a file that a layer does not take.

    ``ValueError: Cannot add additional layers to a non-extendable image``: an image from elsewhere is cloned with a
    name and ``extendable=True`` first, one from a Dockerfile cannot be extended. ``ValueError: Requirements file must
    have a .txt extension``. Source: flyte, _image.py; flyteorg/flyte-sdk#668.

    Bad::

        import flyte

        image = flyte.Image.from_base("python:3.12").with_pip_packages("pandas")

    Good::

        import flyte

        base = flyte.Image.from_base("python:3.12").clone(
            name="jobs", extendable=True
        )
        image = base.with_pip_packages("pandas")
    """
    if not call.title.startswith("with_"):
        return
    fault = _closed(call.receiver)
    if fault:
        yield hit(call.position, f"{call.title}: {fault}")
    file = call.get("file")
    path = string_of(file)
    if call.title == "with_requirements" and file is not None and path and not path.endswith(".txt"):
        yield hit(file.position, f'with_requirements takes a .txt file, not "{shorten(path)}"')


def _closed(image: Value | None) -> str:
    """Why an image takes no layers; empty when it does, or when that is not known."""
    name, extendable = False, None
    while isinstance(image, Method) and type_of(image) == objects.IMAGE:
        if image.title == "clone":
            if image.incomplete:
                return ""
            given = image.get("extendable")
            if extendable is None and given is not None and not is_none(given):
                if not isinstance(given, Constant):
                    return ""
                extendable = is_true(given)
            name = name or not image.lacks("name")
        else:
            return ""  # it has a layer, which was checked by itself
        image = image.receiver
    root = image.title if isinstance(image, Call) and image.name.startswith(f"{objects.IMAGE}.") else ""
    if root == "from_dockerfile":
        return "an image from a Dockerfile takes no layers; write them there"
    if root in ("from_base", "from_ref_name"):
        if not extendable:
            return 'the image takes no layers; call clone(name="...", extendable=True) before'
        return (
            "" if name or root == "from_ref_name" else 'the image has no name; call clone(name="...", extendable=True)'
        )
    return "clone(extendable=False) closed the image" if extendable is False else ""


#: Python versions of which Flyte publishes images.
_MINORS = range(10, 15)


@rule(
    "FYT864",
    on=flyte2.Object,
    models=("from_base", "from_debian_base"),
    kind="refused",
    stage="pod creation",
    since="0.2.0",
)
def nonexistent_base_image(call: flyte2.Object) -> Iterator[Hit]:
    """A Python version, platform or name of which no base image exists or can be built.

    ``python_version`` is a tuple: the characters of ``"3.12"`` make the tag ``py3..``, which does not exist. Images are
    published for Python 3.10 to 3.14. Source: flyte, _image.py.

    Bad::

        import flyte

        image = flyte.Image.from_debian_base(python_version="3.12")

    Good::

        import flyte

        image = flyte.Image.from_debian_base(python_version=(3, 12))
    """
    if call.name == "flyte.Image.from_base":
        reference = call.get("image_uri")
        title = string_of(reference)
        if reference is not None and (title == "" or is_none(reference)):
            yield hit(reference.position, "image_uri must not be empty")
        elif reference is not None and title is not None and (lower := images.in_lower_case(title)) != title:
            fault = f'the repository of "{shorten(title)}" must be in lower case'
            yield hit(reference.position, fault, remedies=replaced(reference.position, string(lower)))
    if call.name != "flyte.Image.from_debian_base":
        return
    version = call.get("python_version")
    text = string_of(version)
    if version is not None and text is not None:
        numbers = re.fullmatch(r"(\d+)\.(\d+)(\.\d+)?", text)
        remedies = replaced(version.position, f"({numbers[1]}, {numbers[2]})") if numbers else []
        yield hit(
            version.position, f'python_version is a tuple such as (3, 12), not "{shorten(text)}"', remedies=remedies
        )
    elif isinstance(version, SequenceValue) and len(version.items) == 2:
        major, minor = (getattr(item, "value", None) for item in version.items)
        if isinstance(minor, int) and major == 3 and minor not in _MINORS and minor < _MINORS.start:
            yield hit(version.position, f"no image is published for Python 3.{minor}; write (3, 10) or later")
    name = call.get("name")
    title = string_of(name)
    if name is not None and title is not None and title != title.lower():
        remedies = replaced(name.position, string(title.lower()))
        yield hit(name.position, f'name "{shorten(title)}" must be in lower case', remedies=remedies)


@rule("FYT865", on=flyte2.ImageLayer, kind="refused", stage="pod creation", since="0.2.0")
def malformed_image_package(call: flyte2.ImageLayer) -> Iterator[Hit]:
    """A package that pip or apt does not install.

    Building the image fails: a package is one requirement; uv does not split a string, and reads no options in it.
    Source: flyte, _image.py and _internal/imagebuild.

    Bad::

        import flyte

        image = flyte.Image.from_debian_base().with_pip_packages("pandas numpy")

    Good::

        import flyte

        image = flyte.Image.from_debian_base().with_pip_packages("pandas", "numpy")
    """
    if call.title in ("with_pip_packages", "with_apt_packages"):
        for value in call.extra_positional:
            if isinstance(value, Constant) and string_of(value) is None:
                yield hit(value.position, f"{call.title} takes str items, not {format_value(value)}")
    if call.title == "with_pip_packages":
        for value in call.extra_positional:
            text = string_of(value)
            fault = _requirement_fault(text)
            if text is not None and is_conda_requirement(text):
                remedies = replaced(value.position, string(text.replace("=", "==", 1)))
                yield hit(value.position, f'"{shorten(text)}" uses conda syntax; pip takes ==', remedies=remedies)
            elif fault:
                yield hit(value.position, fault)


def _requirement_fault(text: str | None) -> str:
    if text is None:
        return ""
    if re.match(r"-r\s", text):
        return f'"{shorten(text)}" is an option; call with_requirements(...)'
    if re.fullmatch(
        r"[A-Za-z0-9][\w.-]*(\s*,\s*|\s+)[A-Za-z0-9][\w.-]*((\s*,\s*|\s+)[A-Za-z0-9][\w.-]*)*", text.strip()
    ):
        return f'"{shorten(text)}" is one argument for several packages; write one for each'
    return ""


@rule("FYT887", on=flyte2.ImageLayer, kind="refused", stage="pod creation", since="0.2.0")
def malformed_build_command(call: flyte2.ImageLayer) -> Iterator[Hit]:
    """A command of an image that no shell runs.

    Building the image fails: ``with_commands`` takes a list of shell commands without ``RUN``. Source: flyte,
    _image.py.

    Bad::

        import flyte

        image = flyte.Image.from_debian_base().with_commands(["RUN ls"])

    Good::

        import flyte

        image = flyte.Image.from_debian_base().with_commands(["ls"])
    """
    if call.title != "with_commands":
        return
    commands, mounts = call.get("commands"), call.get("secret_mounts")
    if commands is not None and string_of(commands) is not None:
        second = mounts is not None and "secret_mounts" not in call.keywords and string_of(mounts) is not None
        if second:
            yield hit(commands.position, "with_commands takes a list of commands; the second argument is secret_mounts")
    for item in commands.items if isinstance(commands, SequenceValue) else ():
        text = string_of(item)
        if isinstance(item, SequenceValue):
            yield hit(item.position, "with_commands takes a list of strs, not of lists")
        elif text is not None and text.startswith("RUN "):
            remedies = replaced(item.position, string(text.removeprefix("RUN ").lstrip()))
            yield hit(item.position, f'"{shorten(text)}" is run by a shell; leave RUN out', remedies=remedies)


@rule("FYT888", on=flyte2.ImageLayer, kind="refused", stage="pod creation", since="0.2.0")
def unquoted_image_variable(call: flyte2.ImageLayer) -> Iterator[Hit]:
    """A variable of an image whose value has blanks.

    Building the image fails: the value is written into the Dockerfile as it is, so it needs quotes of its own. Source:
    flyte, _internal/imagebuild.

    Bad::

        import flyte

        image = flyte.Image.from_debian_base().with_env_vars({"ARGS": "-v -x"})

    Good::

        import flyte

        image = flyte.Image.from_debian_base().with_env_vars({"ARGS": "'-v -x'"})
    """
    if call.title != "with_env_vars":
        return
    variables = call.get("env_vars")
    for key, value in entries_of(variables):
        text = string_of(value)
        if text is not None and re.search(r"\s", text) and not re.search(r"[\"'\\]", text):
            yield hit(value.position, f'"{shorten(text)}" of {string_of(key)} has blanks; put it in quotes of its own')


@rule(
    "FYT866", "flyte.Image has no {name}; {advice}", on=flyte2.ImageLayer, kind="refused", stage="import", since="0.2.0"
)
def unknown_layer(call: flyte2.ImageLayer) -> Iterator[Hit]:
    """A method that images of Flyte 2 do not have.

    ``AttributeError: 'Image' object has no attribute 'with_conda_packages'``. Some are those of flytekit's
    ``ImageSpec``. Source: flyte, _image.py.

    Bad::

        import flyte

        image = flyte.Image.from_debian_base().with_packages("pandas")

    Good::

        import flyte

        image = flyte.Image.from_debian_base().with_pip_packages("pandas")
    """
    if call.name in objects.NOT_OF_IMAGES:
        advice = {"with_copy": "use with_source_folder", "with_env": "use with_env_vars"}
        yield hit(
            call.position, name=call.title, advice=advice.get(call.title, "use with_pip_packages or with_commands")
        )


@rule(
    "FYT890",
    'image "{text}" {fault}',
    on=(flyte2.Environment, flyte2.App, flyte2.Clone, flyte2.Object, Method),
    models=(*titles((*flyte2.App.names, *objects.ENVIRONMENTS)), "ContainerTask", "clone_with"),
    kind="refused",
    stage="pod creation",
    since="0.2.0",
)
def malformed_image_of_flyte_2(call: Call) -> Iterator[Hit]:
    """A string that no runtime takes for the image of a Flyte 2 environment.

    The environment is deployed, and its pods end in ``InvalidImageName``: a repository is in lower case and has no
    scheme, no blank and no colon without a tag. Source: distribution/reference; flyteorg/flyte-sdk#348.

    Bad::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", image="ghcr.io/Acme/jobs:1")

    Good::

        import flyte

        env = flyte.TaskEnvironment(name="jobs", image="ghcr.io/acme/jobs:1")
    """
    if objects.is_flyte2(call.name):
        yield from malformed(call.get("image"))


@rule(
    "FYT894",
    'from_ref_name takes the name of an image in the configuration, not the reference "{text}"',
    on=flyte2.Object,
    models=("from_ref_name",),
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def reference_as_name(call: flyte2.Object) -> Iterator[Hit]:
    """A reference to an image where the name of one belongs.

    ``from_ref_name`` looks a name up among the images of ``flyte.init(images=...)`` or of the command line; a name that
    is not there is passed on as it is. ``from_base`` or a plain string takes a reference. Source: flyte, _image.py.

    Bad::

        import flyte

        image = flyte.Image.from_ref_name("ghcr.io/acme/jobs:1")

    Good::

        import flyte

        image = flyte.Image.from_base("ghcr.io/acme/jobs:1")
    """
    value = call.get("name")
    text = string_of(value)
    if value is not None and text is not None and {":", "/"} & set(text):
        yield hit(value.position, text=shorten(text))
