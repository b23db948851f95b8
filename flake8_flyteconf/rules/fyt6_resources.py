"""FYT65: the resources of containers in a pod template."""

from __future__ import annotations

import math
from collections.abc import Iterator

from flake8_flyteconf.kubernetes import grammar, quantities
from flake8_flyteconf.kubernetes.quantities import Quantity
from flake8_flyteconf.rules.conversions import raised
from flake8_flyteconf.rules.predicates import entries_of, shorten, string_of
from flake8_flyteconf.rules.rule import Hit, close_to, hit, replaced, rule, string
from flake8_flyteconf.flytekit.calls import Configured
from flake8_flyteconf.values import DictValue, KubernetesObject, Value

_MEANT = {
    "mem": "memory",
    "ram": "memory",
    "disk": "ephemeral-storage",
    "storage": "ephemeral-storage",
    "gpus": "nvidia.com/gpu",
}


@rule(
    "FYT651",
    'resource "{name}" {fault}{hint}',
    on=KubernetesObject,
    models=("V1ResourceRequirements", "V1PodSpec"),
    kind="refused",
    stage="pod creation",
)
def unknown_pod_resource(call: KubernetesObject) -> Iterator[Hit]:
    """A resource that no container can have.

    Kubernetes refuses the pod: ``must be a standard resource type or fully qualified``. It knows ``cpu``, ``memory``,
    ``ephemeral-storage`` and ``hugepages-*``; others have a domain, as ``nvidia.com/gpu``. ``gpu`` is renamed by Flyte.
    Source: Kubernetes, pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec, V1ResourceRequirements

        MAIN = V1Container(
            name="primary", resources=V1ResourceRequirements(limits={"mem": "1Gi"})
        )
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[MAIN]))

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec, V1ResourceRequirements

        MAIN = V1Container(
            name="primary", resources=V1ResourceRequirements(limits={"memory": "1Gi"})
        )
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[MAIN]))
    """
    for keyword in ("requests", "limits", "overhead"):
        for key, value in entries_of(call.get(keyword)):
            name = string_of(key)
            fault = grammar.resource_name(name) if name is not None else None
            if name is not None and fault:
                meant = _MEANT.get(name.lower())
                # A bare number under the right name would be bytes, see FYT104.
                meant = None if meant != "nvidia.com/gpu" and (string_of(value) or "").isdecimal() else meant
                remedies = (
                    replaced(key.position, string(meant)) if meant else close_to(name, grammar.RESOURCES, key.position)
                )
                yield hit(key.position, remedies=remedies, name=shorten(name), fault=fault)


@rule(
    "FYT652",
    on=Configured,
    kind="refused",
    stage="registration",
)
def pod_request_over_limit(call: Configured) -> Iterator[Hit]:
    """A request of a container above its limit, or a GPU request that differs from its limit.

    flyteadmin or Kubernetes refuses it. Extended resources such as GPUs cannot be overcommitted, so request and limit
    are equal. Source: Kubernetes, pkg/apis/core/validation/validation.go; flyteadmin.

    Bad::

        from flytekit import PodTemplate, task
        from kubernetes.client import V1Container, V1PodSpec, V1ResourceRequirements

        SIZE = V1ResourceRequirements(requests={"cpu": "2"}, limits={"cpu": "1"})

        @task(
            pod_template=PodTemplate(
                pod_spec=V1PodSpec(
                    containers=[V1Container(name="primary", resources=SIZE)]
                )
            )
        )
        def train() -> None: ...

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec, V1ResourceRequirements

        SIZE = V1ResourceRequirements(requests={"cpu": "1"}, limits={"cpu": "2"})
        plain = PodTemplate(
            pod_spec=V1PodSpec(
                containers=[V1Container(name="primary", resources=SIZE)]
            )
        )
    """
    template = call.pod_template()
    spec = template.pod_spec() if template is not None else None
    # The resources of the primary container are replaced when the task has some: FYT506.
    has_resources = any(call.get(name) is not None for name in ("requests", "limits", "resources"))
    replaced = template.primary_container() if template is not None and has_resources else None
    for container in spec.objects("containers") if spec is not None else ():
        resources = container.object("resources")
        if resources is None or container is replaced:
            continue
        limits = {string_of(key): value for key, value in entries_of(resources.get("limits"))}
        for key, value in entries_of(resources.get("requests")):
            name = string_of(key)
            request, limit = _quantity(value), _quantity(limits.get(name))
            if name is None or request is None or limit is None or request.value < 0 or limit.value <= 0:
                continue
            place, quoted = limits[name].position, f'"{string_of(value)}"'
            shown_limit = f'"{string_of(limits[name])}"'
            fault = ""
            if grammar.is_extended(name) or name.startswith("hugepages-"):
                if request.value != limit.value and request.is_integer and limit.is_integer:
                    fault = "must equal the request"
            elif request.whole > limit.whole:
                fault = "is below the request"
            if fault:
                remedies = raised(limits[name], value)
                yield hit(place, f"{name} limit {shown_limit} {fault} {quoted}", remedies=remedies)


@rule(
    "FYT653",
    on=KubernetesObject,
    models=("V1ResourceRequirements",),
    kind="refused",
    stage="pod creation",
)
def uncountable_pod_resource(call: KubernetesObject) -> Iterator[Hit]:
    """A part of something that is counted in whole units: a GPU, a huge page.

    Kubernetes refuses the pod: ``must be an integer``. Source: Kubernetes,
    pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec, V1ResourceRequirements

        HALF = V1ResourceRequirements(limits={"nvidia.com/gpu": "500m"})
        plain = PodTemplate(
            pod_spec=V1PodSpec(
                containers=[V1Container(name="primary", resources=HALF)]
            )
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec, V1ResourceRequirements

        ONE = V1ResourceRequirements(limits={"nvidia.com/gpu": "1"})
        plain = PodTemplate(
            pod_spec=V1PodSpec(
                containers=[V1Container(name="primary", resources=ONE)]
            )
        )
    """
    for keyword in ("requests", "limits"):
        for key, value in entries_of(call.get(keyword)):
            name, quantity = string_of(key), _quantity(value)
            if name is None or quantity is None or quantity.value < 0:
                continue
            page = quantities.parse(name.removeprefix("hugepages-")) if name.startswith("hugepages-") else None
            if grammar.is_extended(name) and not quantity.is_integer:
                whole = replaced(value.position, string(str(math.ceil(quantity.value))), safe=False)
                yield hit(value.position, f'{name} "{string_of(value)}" is not a whole number', remedies=whole)
            elif page is not None and page.value > 0 and quantity.value % page.value:
                fault = f"is not a multiple of the page size {name.removeprefix('hugepages-')}"
                yield hit(value.position, f'{name} "{string_of(value)}" {fault}')


def _quantity(value: Value | None) -> Quantity | None:
    text = string_of(value)
    return None if text is None else quantities.parse(text.strip(" "))


@rule(
    "FYT658", "{name} needs cpu or memory beside it", on=Configured, kind="refused", stage="pod creation", since="0.2.0"
)
def lonely_huge_pages(call: Configured) -> Iterator[Hit]:
    """Huge pages for a container that asks for neither CPU nor memory.

    Kubernetes refuses the pod: ``HugePages require cpu or memory``. The container of the task gets some of each from
    Flyte, a sidecar does not. Source: Kubernetes, pkg/apis/core/validation/validation.go; flyteplugins,
    tasks/pluginmachinery/flytek8s/container_helper.go.

    Bad::

        from flytekit import PodTemplate, task
        from kubernetes.client import V1Container, V1PodSpec, V1ResourceRequirements

        PAGES = V1ResourceRequirements(limits={"hugepages-2Mi": "4Mi"})
        CACHE = V1Container(name="cache", image="redis:7", resources=PAGES)

        @task(
            pod_template=PodTemplate(
                pod_spec=V1PodSpec(containers=[V1Container(name="primary"), CACHE])
            )
        )
        def train() -> None: ...

    Good::

        from flytekit import PodTemplate, task
        from kubernetes.client import V1Container, V1PodSpec, V1ResourceRequirements

        PAGES = V1ResourceRequirements(
            limits={"hugepages-2Mi": "4Mi", "memory": "1Gi"}
        )
        CACHE = V1Container(name="cache", image="redis:7", resources=PAGES)

        @task(
            pod_template=PodTemplate(
                pod_spec=V1PodSpec(containers=[V1Container(name="primary"), CACHE])
            )
        )
        def train() -> None: ...
    """
    template = call.pod_template()
    spec = template.pod_spec() if template is not None else None
    if template is None or spec is None or template.primary() is None:
        return
    for container in spec.objects("containers"):
        resources = container.object("resources")
        name = container.text("name")
        if resources is None or resources.incomplete or name in (None, template.primary()):
            continue
        entries = [*entries_of(resources.get("requests")), *entries_of(resources.get("limits"))]
        values = [resources.get(keyword) for keyword in ("requests", "limits")]
        known = all(v is None or isinstance(v, DictValue) and not v.incomplete for v in values)
        names = {string_of(key) for key, _ in entries}
        if known and None not in names and not names & {"cpu", "memory"}:
            pages = [key for key, _ in entries if (string_of(key) or "").startswith("hugepages-")]
            if pages:
                yield hit(pages[0].position, name=string_of(pages[0]))
