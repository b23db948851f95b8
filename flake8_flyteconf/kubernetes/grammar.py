"""What Kubernetes asks of single fields of a pod: texts, choices and ranges.

Source: ``pkg/apis/core/validation/validation.go`` of Kubernetes. Keys are model and field in the spelling of
the Python client. Fields whose verdict depends on a feature gate or on the cluster are left out.
"""

from __future__ import annotations

from collections.abc import Callable

from flake8_flyteconf.kubernetes import validation

Grammar = Callable[[str], "str | None"]


def _optional(grammar: Grammar) -> Grammar:
    """A grammar of a field that is not sent when it is empty."""
    return lambda text: grammar(text) if text else None


def _source_name(text: str) -> str | None:
    """The name of a Secret or ConfigMap whose keys become variables; Kubernetes lets a dash at its end pass."""
    return validation.not_empty(text) or validation.dns_subdomain(text.rstrip("-") or text)


#: String fields and their grammars.
TEXTS: dict[tuple[str, str], Grammar] = {
    ("V1Container", "name"): validation.dns_label,
    ("V1Container", "image"): validation.without_blanks,
    ("V1ContainerPort", "name"): _optional(validation.port_name),
    ("V1ConfigMapEnvSource", "name"): _source_name,
    ("V1ConfigMapKeySelector", "name"): lambda text: validation.not_empty(text) or validation.dns_subdomain(text),
    ("V1ConfigMapKeySelector", "key"): validation.config_map_key,
    ("V1ConfigMapProjection", "name"): validation.not_empty,
    ("V1ConfigMapVolumeSource", "name"): validation.not_empty,
    ("V1AWSElasticBlockStoreVolumeSource", "volume_id"): validation.not_empty,
    ("V1AzureDiskVolumeSource", "disk_name"): validation.not_empty,
    ("V1AzureDiskVolumeSource", "disk_uri"): validation.not_empty,
    ("V1AzureFileVolumeSource", "secret_name"): validation.not_empty,
    ("V1AzureFileVolumeSource", "share_name"): validation.not_empty,
    ("V1CSIVolumeSource", "driver"): validation.csi_driver,
    ("V1CinderVolumeSource", "volume_id"): validation.not_empty,
    ("V1ClusterTrustBundleProjection", "path"): validation.local_path,
    ("V1DownwardAPIVolumeFile", "path"): validation.local_path,
    ("V1EnvFromSource", "prefix"): _optional(validation.environment_name),
    ("V1EnvVar", "name"): validation.environment_name,
    ("V1EphemeralContainer", "name"): validation.dns_label,
    ("V1FlexVolumeSource", "driver"): validation.not_empty,
    ("V1GCEPersistentDiskVolumeSource", "pd_name"): validation.not_empty,
    ("V1GitRepoVolumeSource", "repository"): validation.not_empty,
    ("V1GitRepoVolumeSource", "directory"): _optional(validation.relative_path),
    ("V1GlusterfsVolumeSource", "endpoints"): validation.not_empty,
    ("V1GlusterfsVolumeSource", "path"): validation.not_empty,
    ("V1HTTPHeader", "name"): validation.header_name,
    ("V1HostAlias", "ip"): validation.ip_address,
    ("V1HostPathVolumeSource", "path"): lambda text: validation.not_empty(text)
    or validation.path_without_backsteps(text),
    ("V1ISCSIVolumeSource", "iqn"): validation.iscsi_name,
    ("V1ISCSIVolumeSource", "initiator_name"): validation.iscsi_name,
    ("V1ISCSIVolumeSource", "target_portal"): validation.not_empty,
    ("V1Lifecycle", "stop_signal"): validation.stop_signal,
    ("V1KeyToPath", "key"): validation.not_empty,
    ("V1KeyToPath", "path"): validation.local_path,
    ("V1NFSVolumeSource", "path"): lambda text: validation.not_empty(text) or validation.absolute_path(text),
    ("V1NFSVolumeSource", "server"): validation.not_empty,
    ("V1NodeSelectorRequirement", "key"): validation.qualified_name,
    ("V1LabelSelectorRequirement", "key"): validation.qualified_name,
    ("V1ObjectFieldSelector", "field_path"): validation.not_empty,
    ("V1PersistentVolumeClaimVolumeSource", "claim_name"): validation.not_empty,
    ("V1PersistentVolumeClaimSpec", "storage_class_name"): _optional(validation.dns_subdomain),
    ("V1PhotonPersistentDiskVolumeSource", "pd_id"): validation.not_empty,
    ("V1PortworxVolumeSource", "volume_id"): validation.not_empty,
    ("V1PodAffinityTerm", "topology_key"): lambda text: validation.not_empty(text) or validation.qualified_name(text),
    ("V1PodDNSConfigOption", "name"): validation.not_empty,
    ("V1PodReadinessGate", "condition_type"): validation.qualified_name,
    ("V1PodResourceClaim", "name"): validation.dns_label,
    ("V1PodResourceClaim", "resource_claim_name"): validation.dns_subdomain,
    ("V1PodResourceClaim", "resource_claim_template_name"): validation.dns_subdomain,
    ("V1PodSchedulingGate", "name"): validation.qualified_name,
    ("V1PodSpec", "hostname"): _optional(validation.dns_label),
    ("V1PodSpec", "node_name"): _optional(validation.dns_subdomain),
    ("V1PodSpec", "priority_class_name"): _optional(validation.dns_subdomain),
    ("V1PodSpec", "runtime_class_name"): validation.dns_subdomain,
    ("V1PodSpec", "service_account_name"): _optional(validation.dns_subdomain),
    ("V1PodSpec", "subdomain"): _optional(validation.dns_label),
    ("V1QuobyteVolumeSource", "registry"): lambda text: validation.not_empty(text)
    or (None if all(":" in pair for pair in text.split(",")) else "must be a host and a port, or several of them"),
    ("V1QuobyteVolumeSource", "volume"): validation.not_empty,
    ("V1RBDVolumeSource", "image"): validation.not_empty,
    ("V1ScaleIOVolumeSource", "gateway"): validation.not_empty,
    ("V1ScaleIOVolumeSource", "system"): validation.not_empty,
    ("V1ScaleIOVolumeSource", "volume_name"): validation.not_empty,
    ("V1SecretEnvSource", "name"): _source_name,
    ("V1SecretKeySelector", "name"): lambda text: validation.not_empty(text) or validation.dns_subdomain(text),
    ("V1SecretKeySelector", "key"): validation.config_map_key,
    ("V1SecretProjection", "name"): validation.not_empty,
    ("V1SecretVolumeSource", "secret_name"): validation.not_empty,
    ("V1ServiceAccountTokenProjection", "path"): lambda text: validation.not_empty(text) or validation.local_path(text),
    ("V1StorageOSVolumeSource", "volume_name"): validation.dns_label,
    ("V1StorageOSVolumeSource", "volume_namespace"): _optional(validation.dns_label),
    ("V1Sysctl", "name"): validation.sysctl,
    ("V1Toleration", "key"): _optional(validation.qualified_name),
    ("V1TopologySpreadConstraint", "topology_key"): validation.not_empty,
    ("V1TypedLocalObjectReference", "name"): validation.not_empty,
    ("V1TypedLocalObjectReference", "kind"): validation.not_empty,
    ("V1Volume", "name"): validation.dns_label,
    ("V1VolumeDevice", "device_path"): lambda text: validation.not_empty(text)
    or validation.path_without_backsteps(text),
    ("V1VolumeDevice", "name"): validation.not_empty,
    ("V1VolumeMount", "mount_path"): validation.not_empty,
    ("V1VolumeMount", "name"): validation.not_empty,
    ("V1VolumeMount", "sub_path"): _optional(validation.relative_path),
    ("V1VolumeMount", "sub_path_expr"): _optional(validation.relative_path),
    ("V1VsphereVirtualDiskVolumeSource", "volume_path"): validation.not_empty,
    ("V1WindowsSecurityContextOptions", "gmsa_credential_spec"): validation.not_empty,
    ("V1WindowsSecurityContextOptions", "gmsa_credential_spec_name"): validation.dns_subdomain,
    ("V1WindowsSecurityContextOptions", "run_as_user_name"): validation.windows_user,
}

#: Fields that the Python client lets you omit but Kubernetes requires.
NEEDED: dict[str, str] = {
    "V1ConfigMapEnvSource": "name",
    "V1ConfigMapKeySelector": "name",
    "V1ConfigMapProjection": "name",
    "V1ConfigMapVolumeSource": "name",
    "V1EphemeralVolumeSource": "volume_claim_template",
    "V1PersistentVolumeClaimSpec": "access_modes",
    "V1ScaleIOVolumeSource": "volume_name",
    "V1SecretEnvSource": "name",
    "V1SecretKeySelector": "name",
    "V1SecretProjection": "name",
    "V1SecretVolumeSource": "secret_name",
    "V1StorageOSVolumeSource": "volume_name",
}
#: Lists that must not be empty.
FILLED = frozenset(
    {
        ("V1CephFSVolumeSource", "monitors"),
        ("V1NodeSelector", "node_selector_terms"),
        ("V1PersistentVolumeClaimSpec", "access_modes"),
        ("V1RBDVolumeSource", "monitors"),
    }
)

_ACCESS_MODES = ("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod")


def _access_mode(text: str) -> str | None:
    return None if text in _ACCESS_MODES else f"must be one of {', '.join(_ACCESS_MODES)}"


#: Lists of strings and the grammars of their items.
ITEMS: dict[tuple[str, str], Grammar] = {
    ("V1HostAlias", "hostnames"): validation.dns_subdomain,
    ("V1PersistentVolumeClaimSpec", "access_modes"): _access_mode,
    ("V1PodAffinityTerm", "match_label_keys"): validation.qualified_name,
    ("V1PodAffinityTerm", "mismatch_label_keys"): validation.qualified_name,
    ("V1PodAffinityTerm", "namespaces"): validation.dns_label,
    ("V1PodDNSConfig", "nameservers"): validation.ip_address,
    ("V1PodDNSConfig", "searches"): validation.search_domain,
    ("V1TopologySpreadConstraint", "match_label_keys"): validation.qualified_name,
}

#: Dicts of labels: their keys are qualified names, their values label values.
LABELS = frozenset({("V1PodSpec", "node_selector"), ("V1LabelSelector", "match_labels"), ("V1ObjectMeta", "labels")})

_PULL_POLICIES = ("Always", "IfNotPresent", "Never")
_PROFILES = ("Localhost", "RuntimeDefault", "Unconfined")
_HONOR = ("Honor", "Ignore")

#: Fields with a closed set of values.
CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("V1AppArmorProfile", "type"): _PROFILES,
    ("V1AzureDiskVolumeSource", "caching_mode"): ("None", "ReadOnly", "ReadWrite"),
    ("V1AzureDiskVolumeSource", "kind"): ("Shared", "Dedicated", "Managed"),
    ("V1Container", "image_pull_policy"): _PULL_POLICIES,
    # A main container may have one only behind a feature gate, but no other value is ever right.
    ("V1Container", "restart_policy"): ("Always", "OnFailure", "Never"),
    ("V1Container", "termination_message_policy"): ("File", "FallbackToLogsOnError"),
    ("V1ContainerPort", "protocol"): ("TCP", "UDP", "SCTP"),
    ("V1ContainerResizePolicy", "resource_name"): ("cpu", "memory"),
    ("V1ContainerResizePolicy", "restart_policy"): ("NotRequired", "RestartContainer"),
    ("V1HTTPGetAction", "scheme"): ("HTTP", "HTTPS"),
    ("V1HostPathVolumeSource", "type"): (
        "",
        "BlockDevice",
        "CharDevice",
        "Directory",
        "DirectoryOrCreate",
        "File",
        "FileOrCreate",
        "Socket",
    ),
    ("V1ImageVolumeSource", "pull_policy"): _PULL_POLICIES,
    ("V1LabelSelectorRequirement", "operator"): ("In", "NotIn", "Exists", "DoesNotExist"),
    ("V1NodeSelectorRequirement", "operator"): ("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"),
    ("V1ObjectFieldSelector", "api_version"): ("v1",),
    ("V1PersistentVolumeClaimSpec", "volume_mode"): ("Block", "Filesystem"),
    ("V1PodOS", "name"): ("linux", "windows"),
    ("V1PodSecurityContext", "fs_group_change_policy"): ("OnRootMismatch", "Always"),
    ("V1PodSecurityContext", "se_linux_change_policy"): ("Recursive", "MountOption"),
    ("V1PodSecurityContext", "supplemental_groups_policy"): ("Merge", "Strict"),
    ("V1PodSpec", "dns_policy"): ("ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"),
    ("V1PodSpec", "preemption_policy"): ("PreemptLowerPriority", "Never"),
    ("V1PodSpec", "restart_policy"): ("Always", "OnFailure", "Never"),
    ("V1SeccompProfile", "type"): _PROFILES,
    ("V1SecurityContext", "proc_mount"): ("Default", "Unmasked"),
    ("V1Toleration", "effect"): ("NoSchedule", "PreferNoSchedule", "NoExecute"),
    # Lt and Gt need a feature gate.
    ("V1Toleration", "operator"): ("Equal", "Exists", "Lt", "Gt"),
    ("V1TopologySpreadConstraint", "node_affinity_policy"): _HONOR,
    ("V1TopologySpreadConstraint", "node_taints_policy"): _HONOR,
    ("V1TopologySpreadConstraint", "when_unsatisfiable"): ("DoNotSchedule", "ScheduleAnyway"),
    ("V1VolumeMount", "mount_propagation"): ("Bidirectional", "HostToContainer", "None"),
    ("V1VolumeMount", "recursive_read_only"): ("Disabled", "IfPossible", "Enabled"),
}
#: Fields that are wrong when empty; elsewhere an empty text counts as not set.
NEVER_EMPTY = frozenset(
    {
        ("V1ContainerResizePolicy", "resource_name"),
        ("V1ContainerResizePolicy", "restart_policy"),
        ("V1LabelSelectorRequirement", "operator"),
        ("V1NodeSelectorRequirement", "operator"),
        ("V1PodOS", "name"),
        ("V1SeccompProfile", "type"),
        ("V1AppArmorProfile", "type"),
        ("V1TopologySpreadConstraint", "when_unsatisfiable"),
    }
)

_ID = (0, 2**31 - 1)
_PORT = (1, 65535)
_MODE = (0, 0o777)
_COUNT = (0, None)

#: What fits into the numbers of a pod, which are mostly of 32 bits.
INT32 = (-(2**31), 2**31 - 1)
INT64 = (-(2**63), 2**63 - 1)
LONG = frozenset(
    {
        "active_deadline_seconds",
        "expiration_seconds",
        "fs_group",
        "run_as_group",
        "run_as_user",
        "seconds",
        "termination_grace_period_seconds",
        "toleration_seconds",
    }
)

#: Numbers and the range they lie in, both ends included; None is unbounded.
RANGES: dict[tuple[str, str], tuple[int, int | None]] = {
    ("V1AWSElasticBlockStoreVolumeSource", "partition"): (0, 255),
    ("V1ConfigMapVolumeSource", "default_mode"): _MODE,
    ("V1ContainerPort", "container_port"): _PORT,
    ("V1ContainerPort", "host_port"): (0, 65535),
    ("V1DownwardAPIVolumeFile", "mode"): _MODE,
    ("V1DownwardAPIVolumeSource", "default_mode"): _MODE,
    ("V1GRPCAction", "port"): _PORT,
    ("V1GCEPersistentDiskVolumeSource", "partition"): (0, 255),
    ("V1HTTPGetAction", "port"): _PORT,
    ("V1ISCSIVolumeSource", "lun"): (0, 255),
    ("V1KeyToPath", "mode"): _MODE,
    ("V1PodSecurityContext", "fs_group"): _ID,
    ("V1PodSecurityContext", "run_as_group"): _ID,
    ("V1PodSecurityContext", "run_as_user"): _ID,
    ("V1PodSpec", "active_deadline_seconds"): (1, 2**31 - 1),
    ("V1PreferredSchedulingTerm", "weight"): (1, 100),
    ("V1Probe", "failure_threshold"): _COUNT,
    ("V1Probe", "initial_delay_seconds"): _COUNT,
    ("V1Probe", "period_seconds"): _COUNT,
    ("V1Probe", "success_threshold"): _COUNT,
    ("V1Probe", "termination_grace_period_seconds"): (1, None),
    ("V1Probe", "timeout_seconds"): _COUNT,
    ("V1ProjectedVolumeSource", "default_mode"): _MODE,
    ("V1SecretVolumeSource", "default_mode"): _MODE,
    ("V1SecurityContext", "run_as_group"): _ID,
    ("V1SecurityContext", "run_as_user"): _ID,
    ("V1ServiceAccountTokenProjection", "expiration_seconds"): (600, 2**32),
    ("V1SleepAction", "seconds"): _COUNT,
    ("V1TCPSocketAction", "port"): _PORT,
    ("V1TopologySpreadConstraint", "max_skew"): (1, None),
    ("V1TopologySpreadConstraint", "min_domains"): (1, None),
    ("V1WeightedPodAffinityTerm", "weight"): (1, 100),
}

#: Downward API fields: of an environment variable, of a file in a volume.
ENVIRONMENT_FIELDS = (
    "metadata.name",
    "metadata.namespace",
    "metadata.uid",
    "spec.host",  # an older name of the next
    "spec.nodeName",
    "spec.serviceAccountName",
    "status.hostIP",
    "status.hostIPs",
    "status.podIP",
    "status.podIPs",
)
FILE_FIELDS = ("metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid")

#: Resources that the downward API tells; those of huge pages begin as listed.
RESOURCE_FIELDS = tuple(
    f"{bound}.{name}" for bound in ("limits", "requests") for name in ("cpu", "memory", "ephemeral-storage")
)
HUGE_PAGES_FIELDS = ("limits.hugepages-", "requests.hugepages-")
_BYTES = ("1", *(f"1{unit}" for unit in ("k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei")))
DIVISORS = {"cpu": ("1m", "1"), "memory": _BYTES, "ephemeral-storage": _BYTES}
HUGE_PAGES_DIVISORS = _BYTES

#: Volumes that a pod may use as a raw block device.
BLOCK_SOURCES = ("persistent_volume_claim", "ephemeral")

#: Resource names of containers without a prefix.
RESOURCES = ("cpu", "memory", "ephemeral-storage")
#: What Flyte renames on the way to Kubernetes.
FLYTE_RESOURCES = ("gpu",)


def resource_name(text: str) -> str | None:
    """What keeps a string from being the name of a resource of a container.

    Source: ``validateContainerResourceName`` and ``IsExtendedResourceName``; flyteplugins renames ``gpu``.
    """
    if text in RESOURCES or text in FLYTE_RESOURCES or text.startswith("hugepages-"):
        return None
    if "/" not in text:
        return "is not a resource of Kubernetes"
    fault = validation.qualified_name(text)
    if (
        fault is None
        and "kubernetes.io/" not in text
        and (text.startswith("requests.") or validation.qualified_name(f"requests.{text}"))
    ):
        fault = "is not a name for an extended resource"
    return fault


def is_extended(text: str) -> bool:
    """Whether a resource is counted in whole units and cannot be overcommitted, as a GPU."""
    return text in FLYTE_RESOURCES or "/" in text
