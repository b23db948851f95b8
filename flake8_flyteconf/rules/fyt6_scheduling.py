"""FYT64: where a pod may run: tolerations, affinity, topology, DNS."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_flyteconf.kubernetes import validation
from flake8_flyteconf.rules.conversions import as_label, dropped, reworded
from flake8_flyteconf.rules.predicates import is_given, shorten, string_of
from flake8_flyteconf.rules.rule import Hit, hit, replaced, rule, string
from flake8_flyteconf.values import Constant, DictValue, KubernetesObject, SequenceValue, Value

#: Characters of all DNS search paths together, with a blank between them.
_LONGEST_SEARCHES = 2048
_NO_EXECUTE = 'needs effect="NoExecute"'


@rule("FYT641", on=KubernetesObject, models=("V1Toleration",), kind="refused", stage="pod creation")
def contradicting_toleration(call: KubernetesObject) -> Iterator[Hit]:
    """A toleration whose parts do not go together.

    Kubernetes refuses the pod: ``Exists`` has no value, ``Equal`` has a key, and seconds count for ``NoExecute`` only.
    Source: Kubernetes, pkg/apis/core/validation/validation.go (ValidateTolerations).

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSpec, V1Toleration

        GPU = V1Toleration(key="gpu", operator="Exists", value="true")
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[], tolerations=[GPU]))

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSpec, V1Toleration

        GPU = V1Toleration(key="gpu", operator="Equal", value="true")
        plain = PodTemplate(pod_spec=V1PodSpec(containers=[], tolerations=[GPU]))
    """
    operator, value, seconds = call.text("operator"), call.get("value"), call.get("toleration_seconds")
    no_key = call.lacks("key") or call.text("key") == ""
    is_equal = call.lacks("operator") or operator in ("", "Equal")
    text = string_of(value)
    if no_key and is_equal:
        place = call.arguments["operator"].position if is_given(call.get("operator")) else call.position
        yield hit(place, 'V1Toleration without a key needs operator="Exists"')
    if value is not None and text:
        if operator == "Exists":
            yield hit(
                value.position,
                f'value "{shorten(text)}" must be left out when operator is "Exists"',
                remedies=dropped(call, "value"),
            )
        elif is_equal and (fault := validation.label_value(text)):
            remedies = reworded(value, as_label, lambda new: validation.label_value(new) is None)
            yield hit(value.position, f'value "{shorten(text)}" {fault}', remedies=remedies)
    effect = call.text("effect")
    if seconds is not None and is_given(seconds):
        if call.lacks("effect") or effect in ("", "NoSchedule", "PreferNoSchedule"):
            yield hit(
                seconds.position, f"toleration_seconds {_NO_EXECUTE}", remedies=dropped(call, "toleration_seconds")
            )


@rule(
    "FYT642",
    on=KubernetesObject,
    kind="refused",
    stage="pod creation",
    models=("V1NodeAffinity", "V1NodeSelectorRequirement", "V1LabelSelectorRequirement"),
)
def mismatched_operator_values(call: KubernetesObject) -> Iterator[Hit]:
    """A requirement of an affinity whose operator and values do not go together.

    Kubernetes refuses the pod: ``In`` and ``NotIn`` need values, ``Exists`` and ``DoesNotExist`` have none, ``Gt`` and
    ``Lt`` have one. Source: Kubernetes, pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        ZONE = k8s.V1NodeSelectorTerm(
            match_expressions=[
                k8s.V1NodeSelectorRequirement(key="zone", operator="In")
            ]
        )
        NODES = k8s.V1NodeAffinity(
            required_during_scheduling_ignored_during_execution=k8s.V1NodeSelector(
                node_selector_terms=[ZONE]
            )
        )
        plain = PodTemplate(
            pod_spec=k8s.V1PodSpec(
                containers=[], affinity=k8s.V1Affinity(node_affinity=NODES)
            )
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        ZONE = k8s.V1NodeSelectorTerm(
            match_expressions=[
                k8s.V1NodeSelectorRequirement(key="zone", operator="Exists")
            ]
        )
        NODES = k8s.V1NodeAffinity(
            required_during_scheduling_ignored_during_execution=k8s.V1NodeSelector(
                node_selector_terms=[ZONE]
            )
        )
        plain = PodTemplate(
            pod_spec=k8s.V1PodSpec(
                containers=[], affinity=k8s.V1Affinity(node_affinity=NODES)
            )
        )
    """
    if call.title == "V1NodeAffinity":
        for requirement in _node_requirements(call):
            yield from _label_values(requirement)
        return
    operator, values = call.text("operator"), call.get("values")
    known = isinstance(values, SequenceValue) and not values.incomplete
    count = len(values.items) if isinstance(values, SequenceValue) else 0
    empty = call.lacks("values") or known and count == 0
    place = values.position if values is not None else call.position
    if operator in ("In", "NotIn") and empty:
        yield hit(place, f'operator "{operator}" needs values')
    elif operator in ("Exists", "DoesNotExist") and count:
        yield hit(place, f'operator "{operator}" takes no values')
    elif operator in ("Gt", "Lt") and call.title == "V1NodeSelectorRequirement" and (empty or known and count != 1):
        yield hit(place, f'operator "{operator}" takes exactly one value')
    elif call.title == "V1LabelSelectorRequirement":
        yield from _label_values(call)


def _node_requirements(affinity: KubernetesObject) -> Iterator[KubernetesObject]:
    """The expressions that a node must match; Kubernetes looks at the values of preferences less closely."""
    selector = affinity.object("required_during_scheduling_ignored_during_execution")
    for term in selector.objects("node_selector_terms") if selector is not None else ():
        yield from term.objects("match_expressions")


def _label_values(requirement: KubernetesObject) -> Iterator[Hit]:
    values = requirement.get("values")
    if isinstance(values, SequenceValue):
        for item in values.items:
            text = string_of(item)
            fault = validation.label_value(text) if text is not None else None
            if fault:
                yield hit(
                    item.position,
                    f'value "{shorten(text)}" {fault}',
                    remedies=reworded(item, as_label, lambda new: validation.label_value(new) is None),
                )


@rule(
    "FYT643",
    on=KubernetesObject,
    models=("V1NodeSelectorTerm",),
    kind="refused",
    stage="pod creation",
)
def unknown_match_field(call: KubernetesObject) -> Iterator[Hit]:
    """A node chosen by another field than its name.

    Kubernetes refuses the pod: ``match_fields`` knows ``metadata.name`` with ``In`` or ``NotIn`` and one value. Source:
    Kubernetes, pkg/apis/core/validation/validation.go (ValidateNodeFieldSelectorRequirement).

    Bad::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        READY = k8s.V1NodeSelectorRequirement(
            key="spec.unschedulable", operator="In", values=["false"]
        )
        NODES = k8s.V1NodeAffinity(
            required_during_scheduling_ignored_during_execution=k8s.V1NodeSelector(
                node_selector_terms=[k8s.V1NodeSelectorTerm(match_fields=[READY])]
            )
        )
        plain = PodTemplate(
            pod_spec=k8s.V1PodSpec(
                containers=[], affinity=k8s.V1Affinity(node_affinity=NODES)
            )
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes import client as k8s

        FIRST = k8s.V1NodeSelectorRequirement(
            key="metadata.name", operator="In", values=["node-1"]
        )
        NODES = k8s.V1NodeAffinity(
            required_during_scheduling_ignored_during_execution=k8s.V1NodeSelector(
                node_selector_terms=[k8s.V1NodeSelectorTerm(match_fields=[FIRST])]
            )
        )
        plain = PodTemplate(
            pod_spec=k8s.V1PodSpec(
                containers=[], affinity=k8s.V1Affinity(node_affinity=NODES)
            )
        )
    """
    for field in call.objects("match_fields"):
        key, operator, values = field.text("key"), field.text("operator"), field.get("values")
        if key is not None and key != "metadata.name":
            place = field.arguments["key"].position
            remedies = replaced(place, string("metadata.name"), safe=False)
            yield hit(place, f'match_fields takes the key "metadata.name", not "{shorten(key)}"', remedies=remedies)
        elif operator in ("Exists", "DoesNotExist", "Gt", "Lt"):
            place = field.arguments["operator"].position
            yield hit(
                place,
                f'match_fields takes the operators "In" and "NotIn", not "{operator}"',
                remedies=replaced(place, string("In"), safe=False) if is_given(values) else [],
            )
        elif isinstance(values, SequenceValue) and not values.incomplete and len(values.items) > 1:
            yield hit(values.position, "match_fields takes exactly one value")
        elif isinstance(values, SequenceValue):
            for item in values.items:
                text = string_of(item)
                if text is not None and (problem := validation.dns_subdomain(text)):
                    yield hit(item.position, f'match_fields takes the name of a node: "{shorten(text)}" {problem}')


@rule(
    "FYT644",
    on=KubernetesObject,
    models=("V1TopologySpreadConstraint", "V1PodSpec"),
    kind="refused",
    stage="pod creation",
)
def contradicting_topology_spread(call: KubernetesObject) -> Iterator[Hit]:
    """Topology spread constraints that contradict each other or themselves.

    Kubernetes refuses the pod: a number of domains can only be demanded together with ``DoNotSchedule``, and no two
    constraints may have the same key and consequence. Source: Kubernetes,
    pkg/apis/core/validation/validation.go (validateTopologySpreadConstraints).

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSpec, V1TopologySpreadConstraint

        SPREAD = V1TopologySpreadConstraint(
            max_skew=1,
            min_domains=2,
            topology_key="zone",
            when_unsatisfiable="ScheduleAnyway",
        )
        plain = PodTemplate(
            pod_spec=V1PodSpec(containers=[], topology_spread_constraints=[SPREAD])
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSpec, V1TopologySpreadConstraint

        SPREAD = V1TopologySpreadConstraint(
            max_skew=1,
            min_domains=2,
            topology_key="zone",
            when_unsatisfiable="DoNotSchedule",
        )
        plain = PodTemplate(
            pod_spec=V1PodSpec(containers=[], topology_spread_constraints=[SPREAD])
        )
    """
    if call.title == "V1TopologySpreadConstraint":
        domains = call.get("min_domains")
        if isinstance(domains, Constant) and domains.value is not None:
            if call.text("when_unsatisfiable") == "ScheduleAnyway":
                yield hit(domains.position, 'min_domains needs when_unsatisfiable="DoNotSchedule"')
        return
    seen = set()
    for constraint in call.objects("topology_spread_constraints"):
        key = (constraint.text("topology_key"), constraint.text("when_unsatisfiable"))
        if None not in key and key in seen:
            fault = "and when_unsatisfiable are the same in two constraints"
            yield hit(constraint.arguments["topology_key"].position, f'topology_key "{shorten(key[0])}" {fault}')
        seen.add(key)


@rule(
    "FYT645",
    on=KubernetesObject,
    models=("V1PodSpec", "V1PodDNSConfig"),
    kind="refused",
    stage="pod creation",
)
def malformed_dns_settings(call: KubernetesObject) -> Iterator[Hit]:
    """DNS settings that Kubernetes refuses.

    ``dns_policy="None"`` needs a ``dns_config`` with a name server; there are at most 3 name servers and 32 search
    domains. Source: Kubernetes, pkg/apis/core/validation/validation.go (validatePodDNSConfig).

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSpec

        plain = PodTemplate(pod_spec=V1PodSpec(containers=[], dns_policy="None"))

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodDNSConfig, V1PodSpec

        DNS = V1PodDNSConfig(nameservers=["10.0.0.10"])
        plain = PodTemplate(
            pod_spec=V1PodSpec(containers=[], dns_policy="None", dns_config=DNS)
        )
    """
    if call.title == "V1PodSpec":
        if call.text("dns_policy") == "None":
            config = call.object("dns_config")
            servers = config.get("nameservers") if config is not None else None
            none = isinstance(servers, SequenceValue) and not servers.incomplete and not servers.items
            if call.lacks("dns_config") or config is not None and (config.lacks("nameservers") or none):
                fault = "needs dns_config with at least one name server"
                yield hit(call.arguments["dns_policy"].position, f'dns_policy "None" {fault}')
        return
    for field, most in (("nameservers", 3), ("searches", 32)):
        value = call.get(field)
        if isinstance(value, SequenceValue) and len(value.items) > most:
            yield hit(value.position, f"{field} must have at most {most} items")
    searches = call.get("searches")
    if isinstance(searches, SequenceValue):
        if len(" ".join(string_of(item) or "" for item in searches.items)) > _LONGEST_SEARCHES:
            yield hit(searches.position, f"searches must have at most {_LONGEST_SEARCHES} characters")


@rule(
    "FYT646",
    "ephemeral_containers cannot be given when a pod is created",
    on=KubernetesObject,
    models=("V1PodSpec",),
    kind="refused",
    stage="pod creation",
)
def ephemeral_containers_at_creation(call: KubernetesObject) -> Iterator[Hit]:
    """Ephemeral containers in the template of a new pod.

    Kubernetes refuses the pod; ephemeral containers are added to a running pod for debugging. Source: Kubernetes,
    pkg/apis/core/validation/validation.go (ValidatePodCreate).

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1EphemeralContainer, V1PodSpec

        DEBUG = V1EphemeralContainer(name="debug", image="busybox:1")
        plain = PodTemplate(
            pod_spec=V1PodSpec(containers=[], ephemeral_containers=[DEBUG])
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1PodSpec

        plain = PodTemplate(
            pod_spec=V1PodSpec(
                containers=[V1Container(name="debug", image="busybox:1")]
            )
        )
    """
    value = call.get("ephemeral_containers")
    if isinstance(value, SequenceValue) and value.items:
        yield hit(value.position)


@rule(
    "FYT647",
    'restart_policy "RestartContainer" of a resize policy must be "NotRequired": the pod of a task never restarts',
    on=KubernetesObject,
    models=("V1PodSpec",),
    kind="refused",
    stage="pod creation",
)
def restart_on_resize(call: KubernetesObject) -> Iterator[Hit]:
    """A resize policy that restarts a container of a pod that never restarts.

    Flyte sets ``restart_policy="Never"`` unless the template says otherwise, and Kubernetes refuses the pod: ``must be
    'NotRequired' when `restartPolicy` is 'Never'``. Source: Kubernetes, pkg/apis/core/validation/validation.go.

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1ContainerResizePolicy, V1PodSpec

        GROW = V1ContainerResizePolicy(
            resource_name="cpu", restart_policy="RestartContainer"
        )
        plain = PodTemplate(
            pod_spec=V1PodSpec(
                containers=[V1Container(name="primary", resize_policy=[GROW])]
            )
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1Container, V1ContainerResizePolicy, V1PodSpec

        GROW = V1ContainerResizePolicy(
            resource_name="cpu", restart_policy="NotRequired"
        )
        plain = PodTemplate(
            pod_spec=V1PodSpec(
                containers=[V1Container(name="primary", resize_policy=[GROW])]
            )
        )
    """
    if call.lacks("restart_policy") or call.text("restart_policy") in ("", "Never"):
        for container in call.objects("containers"):
            for policy in container.objects("resize_policy"):
                if policy.text("restart_policy") == "RestartContainer":
                    yield hit(policy.arguments["restart_policy"].position)


@rule(
    "FYT659",
    on=KubernetesObject,
    models=("V1PodAffinityTerm", "V1TopologySpreadConstraint"),
    kind="refused",
    stage="pod creation",
    since="0.2.0",
)
def contradicting_label_keys(call: KubernetesObject) -> Iterator[Hit]:
    """Keys of labels to match without a selector, or with one that names the same key.

    Kubernetes refuses the pod: ``match_label_keys`` add to a ``label_selector``. Source: Kubernetes,
    pkg/apis/core/validation/validation.go (validateMatchLabelKeysInTopologySpread).

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSpec, V1TopologySpreadConstraint

        SPREAD = V1TopologySpreadConstraint(
            max_skew=1,
            topology_key="zone",
            when_unsatisfiable="DoNotSchedule",
            match_label_keys=["version"],
        )
        plain = PodTemplate(
            pod_spec=V1PodSpec(containers=[], topology_spread_constraints=[SPREAD])
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import (
            V1LabelSelector,
            V1PodSpec,
            V1TopologySpreadConstraint,
        )

        SPREAD = V1TopologySpreadConstraint(
            max_skew=1,
            topology_key="zone",
            when_unsatisfiable="DoNotSchedule",
            label_selector=V1LabelSelector(match_labels={"app": "train"}),
            match_label_keys=["version"],
        )
        plain = PodTemplate(
            pod_spec=V1PodSpec(containers=[], topology_spread_constraints=[SPREAD])
        )
    """
    keys = {name: _strings(call, name) for name in ("match_label_keys", "mismatch_label_keys")}
    for name, found in keys.items():
        if found and call.lacks("label_selector"):
            yield hit(call.arguments[name].position, f"{name} needs a label_selector")
    both = {string_of(item) for item in keys["mismatch_label_keys"]}
    selector = call.object("label_selector")
    selected = _selected_keys(selector) if selector is not None else set()
    if call.title == "V1PodAffinityTerm":
        selected = set()  # there only a key that is selected twice is refused
    for item in keys["match_label_keys"]:
        text = string_of(item)
        if text is not None and text in both | selected:
            other = "mismatch_label_keys" if text in both else "label_selector"
            yield hit(item.position, f'key "{shorten(text)}" is in match_label_keys and {other}')


def _strings(call: KubernetesObject, name: str) -> tuple[Value, ...]:
    value = call.get(name)
    return value.items if isinstance(value, SequenceValue) else ()


def _selected_keys(selector: KubernetesObject) -> set[str | None]:
    labels = selector.get("match_labels")
    keys = {string_of(key) for key, _ in labels.entries} if isinstance(labels, DictValue) else set()
    return keys | {expression.text("key") for expression in selector.objects("match_expressions")}


@rule(
    "FYT660",
    "node_name and scheduling_gates are mutually exclusive",
    on=KubernetesObject,
    models=("V1PodSpec",),
    kind="refused",
    stage="pod creation",
    since="0.2.0",
)
def gated_pod_on_a_node(call: KubernetesObject) -> Iterator[Hit]:
    """A pod that is put on a node and held back by scheduling gates.

    Kubernetes refuses the pod: ``cannot be set until all schedulingGates have been cleared``. Source: Kubernetes,
    pkg/apis/core/validation/validation.go (ValidatePodCreate).

    Bad::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSchedulingGate, V1PodSpec

        GATE = V1PodSchedulingGate(name="example.com/quota")
        plain = PodTemplate(
            pod_spec=V1PodSpec(
                containers=[], node_name="node-1", scheduling_gates=[GATE]
            )
        )

    Good::

        from flytekit import PodTemplate
        from kubernetes.client import V1PodSchedulingGate, V1PodSpec

        GATE = V1PodSchedulingGate(name="example.com/quota")
        plain = PodTemplate(
            pod_spec=V1PodSpec(containers=[], scheduling_gates=[GATE])
        )
    """
    if call.text("node_name") and call.objects("scheduling_gates"):
        yield hit(call.arguments["node_name"].position)
