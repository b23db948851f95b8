"""FYT36: images of tasks, and what is built for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flake8_flyteconf.kubernetes import images
from flake8_flyteconf.rules.conversions import dropped
from flake8_flyteconf.rules.predicates import is_given, is_truthy, shorten, string_of
from flake8_flyteconf.rules.rule import Hit, hit, replaced, rule, string
from flake8_flyteconf.flytekit.calls import Configured, ImageSpec
from flake8_flyteconf.values import Value

#: What flytekit takes for a registry, of the name in lower case (image_spec/image_spec.py).
_REGISTRY = re.compile(r"(localhost:\d{1,5}|([a-z\d\._-]+)(:\d{1,5})?)(/[\w\.-]+)*")
#: Hosts that are others in two letters.
_MISSPELT = {"gchr.io": "ghcr.io", "ghrc.io": "ghcr.io"}


@rule(
    "FYT363",
    'registry "{text}" {fault}',
    on=ImageSpec,
    kind="refused",
    stage="import",
    since="0.2.0",
    holds="flytekit>=1.13.7",
)
def malformed_registry(call: ImageSpec) -> Iterator[Hit]:
    """A registry of an image that is no host with a path.

    flytekit raises ``ValueError: Invalid container registry name`` while the module is imported: a tag, a scheme, a
    slash at the end and a placeholder do not belong there. Source: flytekit, image_spec/image_spec.py.

    Bad::

        from flytekit import ImageSpec

        image = ImageSpec(packages=["torch"], registry="ghcr.io/acme/train:latest")

    Good::

        from flytekit import ImageSpec

        image = ImageSpec(name="train", packages=["torch"], registry="ghcr.io/acme")
    """
    value = call.get("registry")
    text = string_of(value)
    if value is None or not text or _REGISTRY.fullmatch(text.lower()):
        return
    meant = re.sub(r"^https?://|/+$", "", text)
    remedies = replaced(value.position, string(meant)) if meant and _REGISTRY.fullmatch(meant.lower()) else []
    if "://" in text:
        fault = "has a scheme; write the host and its path"
    elif text.endswith("/"):
        fault = "ends with a slash; leave it out"
    elif re.search(r"/[^/:]+:[^/]*$", text):
        fault = "has a tag; the tag is computed, and name= is the name of the image"
    else:
        fault = 'is no registry; write one such as "ghcr.io/acme" or "localhost:30000"'
    yield hit(value.position, remedies=remedies, text=shorten(text), fault=fault)


@rule(
    "FYT364",
    'image "{text}" {fault}',
    on=Configured,
    kind="refused",
    stage="pod creation",
    since="0.2.0",
)
def malformed_image(call: Configured) -> Iterator[Hit]:
    """A string that no runtime takes for the image of a task.

    The task is registered, and its pod ends in ``InvalidImageName``: a repository is in lower case and has no scheme,
    no blank and no colon without a tag. Source: distribution/reference; flyteplugins,
    tasks/pluginmachinery/flytek8s/pod_helper.go; flyte#306.

    Bad::

        from flytekit import task

        @task(container_image="ghcr.io/Acme/train:1.0")
        def train() -> None: ...

    Good::

        from flytekit import task

        @task(container_image="ghcr.io/acme/train:1.0")
        def train() -> None: ...
    """
    for name in ("container_image", "image"):
        yield from malformed(call.get(name))


def malformed(value: Value | None) -> Iterator[Hit]:
    """A hit for a string that is no reference to an image, with ``text`` and ``fault``.

    Empty is the default image, and what is in double braces is filled in by flytekit.
    """
    text = string_of(value)
    if value is None or not text or "{{" in text or text != text.strip() or text.lower() == "auto":
        return  # blanks around it, and an odd spelling of "auto", are other mistakes
    fault = images.fault(text)
    if fault is not None:
        new = images.corrected(text)
        remedies = replaced(value.position, string(new)) if new is not None else []
        yield hit(value.position, remedies=remedies, text=shorten(text), fault=fault)


@rule(
    "FYT365",
    "{name}= is refused by the default image builder{advice}",
    on=ImageSpec,
    kind="refused",
    stage="registration",
    since="0.2.0",
)
def unsupported_by_default_builder(call: ImageSpec) -> Iterator[Hit]:
    """An argument that the builder which the image names cannot build.

    ``ValueError`` when the image is built, which registration does: the default builder installs no CUDA, and no conda
    packages beside ``python_exec``. Without ``builder=`` another one may be installed, so nothing is said. Source:
    flytekit, image_spec/default_builder.py; flyte#4839.

    Bad::

        from flytekit import ImageSpec

        image = ImageSpec(name="train", builder="default", cuda="12.1")

    Good::

        from flytekit import ImageSpec

        image = ImageSpec(
            name="train", builder="default", conda_packages=["cudatoolkit"]
        )
    """
    if string_of(call.get("builder")) != "default":
        return
    for name in ("cuda", "cudnn"):
        value = call.get(name)
        if value is not None and is_given(value) and is_truthy(value):
            advice = "; add cuda packages to conda_packages, or take a base_image with CUDA"
            yield hit(call.place(name), remedies=dropped(call, name), name=name, advice=advice)
    executable = call.get("python_exec")
    if executable is not None and is_given(executable) and is_truthy(executable):
        for name in ("conda_channels", "conda_packages"):
            value = call.get(name)
            if value is not None and is_given(value) and is_truthy(value):
                yield hit(call.place(name), remedies=dropped(call, name), name=name, advice=" beside python_exec=")


@rule(
    "FYT366",
    "there is no registry {host}{hint}",
    on=(Configured, ImageSpec),
    kind="suspicious",
    stage="undetected",
    since="0.2.0",
)
def misspelt_registry(call: Configured | ImageSpec) -> Iterator[Hit]:
    """A host that is one letter away from a registry that everybody uses.

    Nothing checks it before an image is pushed or pulled, which fails. The registry of GitHub is ``ghcr.io``.

    Bad::

        from flytekit import task

        @task(container_image="gchr.io/acme/train:1.0")
        def train() -> None: ...

    Good::

        from flytekit import task

        @task(container_image="ghcr.io/acme/train:1.0")
        def train() -> None: ...
    """
    for name in ("container_image", "image", "registry", "base_image"):
        value = call.get(name)
        host, slash, path = (string_of(value) or "").partition("/")
        if value is not None and host in _MISSPELT:
            remedies = replaced(value.position, string(_MISSPELT[host] + slash + path))
            yield hit(value.position, remedies=remedies, host=host, hint=f" (did you mean {_MISSPELT[host]}?)")
