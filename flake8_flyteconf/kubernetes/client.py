"""The pod models of the kubernetes client, generated from version 37.0.1.

Do not edit: ``python tools/generate_models.py`` writes this file. A field is ``keyword:type``; a type is ``str``,
``int|str``, ``[V1Volume]`` for a list or ``{str}`` for a dict of str. ``!`` marks what is required, ``=name`` the
JSON name where that is not the keyword in camel case.
"""

from __future__ import annotations

MODELS: dict[str, str] = {
    "CoreV1ResourceClaim": "name:str! request:str",
    "V1AWSElasticBlockStoreVolumeSource": "fs_type:str partition:int read_only:bool volume_id:str!=volumeID",
    "V1Affinity": "node_affinity:V1NodeAffinity pod_affinity:V1PodAffinity pod_anti_affinity:V1PodAntiAffinity",
    "V1AppArmorProfile": "localhost_profile:str type:str!",
    "V1AzureDiskVolumeSource": "caching_mode:str disk_name:str! disk_uri:str!=diskURI fs_type:str kind:str read_only:bool",
    "V1AzureFileVolumeSource": "read_only:bool secret_name:str! share_name:str!",
    "V1CSIVolumeSource": (
        "driver:str! fs_type:str node_publish_secret_ref:V1LocalObjectReference read_only:bool "
        "volume_attributes:{str}"
    ),
    "V1Capabilities": "add:[str] drop:[str]",
    "V1CephFSVolumeSource": "monitors:[str]! path:str read_only:bool secret_file:str secret_ref:V1LocalObjectReference user:str",
    "V1CinderVolumeSource": "fs_type:str read_only:bool secret_ref:V1LocalObjectReference volume_id:str!=volumeID",
    "V1ClusterTrustBundleProjection": "label_selector:V1LabelSelector name:str optional:bool path:str! signer_name:str user:int",
    "V1ConfigMapEnvSource": "name:str optional:bool",
    "V1ConfigMapKeySelector": "key:str! name:str optional:bool",
    "V1ConfigMapProjection": "items:[V1KeyToPath] name:str optional:bool",
    "V1ConfigMapVolumeSource": "default_mode:int default_user:int items:[V1KeyToPath] name:str optional:bool",
    "V1Container": (
        "args:[str] command:[str] env:[V1EnvVar] env_from:[V1EnvFromSource] image:str image_pull_policy:str "
        "lifecycle:V1Lifecycle liveness_probe:V1Probe name:str! ports:[V1ContainerPort] "
        "readiness_probe:V1Probe resize_policy:[V1ContainerResizePolicy] resources:V1ResourceRequirements "
        "restart_policy:str restart_policy_rules:[V1ContainerRestartRule] security_context:V1SecurityContext "
        "startup_probe:V1Probe stdin:bool stdin_once:bool termination_message_path:str "
        "termination_message_policy:str tty:bool volume_devices:[V1VolumeDevice] "
        "volume_mounts:[V1VolumeMount] working_dir:str"
    ),
    "V1ContainerPort": "container_port:int! host_ip:str=hostIP host_port:int name:str protocol:str",
    "V1ContainerResizePolicy": "resource_name:str! restart_policy:str!",
    "V1ContainerRestartRule": "action:str! exit_codes:V1ContainerRestartRuleOnExitCodes",
    "V1ContainerRestartRuleOnExitCodes": "operator:str! values:[int]",
    "V1DownwardAPIProjection": "items:[V1DownwardAPIVolumeFile]",
    "V1DownwardAPIVolumeFile": (
        "field_ref:V1ObjectFieldSelector mode:int path:str! resource_field_ref:V1ResourceFieldSelector "
        "user:int"
    ),
    "V1DownwardAPIVolumeSource": "default_mode:int default_user:int items:[V1DownwardAPIVolumeFile]",
    "V1EmptyDirVolumeSource": "medium:str mode:int size_limit:str",
    "V1EnvFromSource": "config_map_ref:V1ConfigMapEnvSource prefix:str secret_ref:V1SecretEnvSource",
    "V1EnvVar": "name:str! value:str value_from:V1EnvVarSource",
    "V1EnvVarSource": (
        "config_map_key_ref:V1ConfigMapKeySelector field_ref:V1ObjectFieldSelector "
        "file_key_ref:V1FileKeySelector resource_field_ref:V1ResourceFieldSelector "
        "secret_key_ref:V1SecretKeySelector"
    ),
    "V1EphemeralContainer": (
        "args:[str] command:[str] env:[V1EnvVar] env_from:[V1EnvFromSource] image:str image_pull_policy:str "
        "lifecycle:V1Lifecycle liveness_probe:V1Probe name:str! ports:[V1ContainerPort] "
        "readiness_probe:V1Probe resize_policy:[V1ContainerResizePolicy] resources:V1ResourceRequirements "
        "restart_policy:str restart_policy_rules:[V1ContainerRestartRule] security_context:V1SecurityContext "
        "startup_probe:V1Probe stdin:bool stdin_once:bool target_container_name:str "
        "termination_message_path:str termination_message_policy:str tty:bool volume_devices:[V1VolumeDevice] "
        "volume_mounts:[V1VolumeMount] working_dir:str"
    ),
    "V1EphemeralVolumeSource": "volume_claim_template:V1PersistentVolumeClaimTemplate",
    "V1EvictionResponder": "name:str! priority:int!",
    "V1ExecAction": "command:[str]",
    "V1FCVolumeSource": "fs_type:str lun:int read_only:bool target_wwns:[str]=targetWWNs wwids:[str]",
    "V1FileKeySelector": "key:str! optional:bool path:str! volume_name:str!",
    "V1FlexVolumeSource": "driver:str! fs_type:str options:{str} read_only:bool secret_ref:V1LocalObjectReference",
    "V1FlockerVolumeSource": "dataset_name:str dataset_uuid:str=datasetUUID",
    "V1GCEPersistentDiskVolumeSource": "fs_type:str partition:int pd_name:str! read_only:bool",
    "V1GRPCAction": "mode:str port:int! service:str",
    "V1GitRepoVolumeSource": "directory:str repository:str! revision:str",
    "V1GlusterfsVolumeSource": "endpoints:str! path:str! read_only:bool",
    "V1HTTPGetAction": "host:str http_headers:[V1HTTPHeader] path:str port:int|str! protocol:str scheme:str",
    "V1HTTPHeader": "name:str! value:str!",
    "V1HostAlias": "hostnames:[str] ip:str!",
    "V1HostPathVolumeSource": "path:str! type:str",
    "V1ISCSIVolumeSource": (
        "chap_auth_discovery:bool chap_auth_session:bool fs_type:str initiator_name:str iqn:str! "
        "iscsi_interface:str lun:int! portals:[str] read_only:bool secret_ref:V1LocalObjectReference "
        "target_portal:str!"
    ),
    "V1ImageVolumeSource": "pull_policy:str reference:str",
    "V1KeyToPath": "key:str! mode:int path:str! user:int",
    "V1LabelSelector": "match_expressions:[V1LabelSelectorRequirement] match_labels:{str}",
    "V1LabelSelectorRequirement": "key:str! operator:str! values:[str]",
    "V1Lifecycle": "post_start:V1LifecycleHandler pre_stop:V1LifecycleHandler stop_signal:str",
    "V1LifecycleHandler": "_exec:V1ExecAction=exec http_get:V1HTTPGetAction sleep:V1SleepAction tcp_socket:V1TCPSocketAction",
    "V1LocalObjectReference": "name:str",
    "V1ManagedFieldsEntry": (
        "api_version:str fields_type:str fields_v1:{str} manager:str operation:str subresource:str "
        "time:datetime"
    ),
    "V1NFSVolumeSource": "path:str! read_only:bool server:str!",
    "V1NodeAffinity": (
        "preferred_during_scheduling_ignored_during_execution:[V1PreferredSchedulingTerm] "
        "required_during_scheduling_ignored_during_execution:V1NodeSelector"
    ),
    "V1NodeSelector": "node_selector_terms:[V1NodeSelectorTerm]!",
    "V1NodeSelectorRequirement": "key:str! operator:str! values:[str]",
    "V1NodeSelectorTerm": "match_expressions:[V1NodeSelectorRequirement] match_fields:[V1NodeSelectorRequirement]",
    "V1ObjectFieldSelector": "api_version:str field_path:str!",
    "V1ObjectMeta": (
        "annotations:{str} creation_timestamp:datetime deletion_grace_period_seconds:int "
        "deletion_timestamp:datetime finalizers:[str] generate_name:str generation:int labels:{str} "
        "managed_fields:[V1ManagedFieldsEntry] name:str namespace:str owner_references:[V1OwnerReference] "
        "resource_version:str self_link:str uid:str"
    ),
    "V1OwnerReference": "api_version:str! block_owner_deletion:bool controller:bool kind:str! name:str! uid:str!",
    "V1PersistentVolumeClaimSpec": (
        "access_modes:[str] data_source:V1TypedLocalObjectReference data_source_ref:V1TypedObjectReference "
        "resources:V1VolumeResourceRequirements selector:V1LabelSelector storage_class_name:str "
        "volume_attributes_class_name:str volume_mode:str volume_name:str"
    ),
    "V1PersistentVolumeClaimTemplate": "metadata:V1ObjectMeta spec:V1PersistentVolumeClaimSpec!",
    "V1PersistentVolumeClaimVolumeSource": "claim_name:str! read_only:bool",
    "V1PhotonPersistentDiskVolumeSource": "fs_type:str pd_id:str!=pdID",
    "V1PodAffinity": (
        "preferred_during_scheduling_ignored_during_execution:[V1WeightedPodAffinityTerm] "
        "required_during_scheduling_ignored_during_execution:[V1PodAffinityTerm]"
    ),
    "V1PodAffinityTerm": (
        "label_selector:V1LabelSelector match_label_keys:[str] mismatch_label_keys:[str] "
        "namespace_selector:V1LabelSelector namespaces:[str] topology_key:str!"
    ),
    "V1PodAntiAffinity": (
        "preferred_during_scheduling_ignored_during_execution:[V1WeightedPodAffinityTerm] "
        "required_during_scheduling_ignored_during_execution:[V1PodAffinityTerm]"
    ),
    "V1PodCertificateProjection": (
        "certificate_chain_path:str credential_bundle_path:str key_path:str key_type:str! "
        "max_expiration_seconds:int signer_name:str! user:int user_annotations:{str}"
    ),
    "V1PodDNSConfig": "nameservers:[str] options:[V1PodDNSConfigOption] searches:[str]",
    "V1PodDNSConfigOption": "name:str value:str",
    "V1PodOS": "name:str!",
    "V1PodReadinessGate": "condition_type:str!",
    "V1PodResourceClaim": "name:str! resource_claim_name:str resource_claim_template_name:str",
    "V1PodSchedulingGate": "name:str!",
    "V1PodSchedulingGroup": "pod_group_name:str",
    "V1PodSecurityContext": (
        "app_armor_profile:V1AppArmorProfile fs_group:int fs_group_change_policy:str run_as_group:int "
        "run_as_non_root:bool run_as_user:int se_linux_change_policy:str se_linux_options:V1SELinuxOptions "
        "seccomp_profile:V1SeccompProfile supplemental_groups:[int] supplemental_groups_policy:str "
        "sysctls:[V1Sysctl] windows_options:V1WindowsSecurityContextOptions"
    ),
    "V1PodSpec": (
        "active_deadline_seconds:int affinity:V1Affinity automount_service_account_token:bool "
        "containers:[V1Container]! dns_config:V1PodDNSConfig dns_policy:str enable_service_links:bool "
        "ephemeral_containers:[V1EphemeralContainer] eviction_responders:[V1EvictionResponder] "
        "host_aliases:[V1HostAlias] host_ipc:bool=hostIPC host_network:bool host_pid:bool=hostPID "
        "host_users:bool hostname:str hostname_override:str image_pull_secrets:[V1LocalObjectReference] "
        "init_containers:[V1Container] node_name:str node_selector:{str} os:V1PodOS overhead:{str} "
        "preemption_policy:str priority:int priority_class_name:str readiness_gates:[V1PodReadinessGate] "
        "resource_claims:[V1PodResourceClaim] resources:V1ResourceRequirements restart_policy:str "
        "runtime_class_name:str scheduler_name:str scheduling_gates:[V1PodSchedulingGate] "
        "scheduling_group:V1PodSchedulingGroup security_context:V1PodSecurityContext service_account:str "
        "service_account_name:str set_hostname_as_fqdn:bool=setHostnameAsFQDN share_process_namespace:bool "
        "subdomain:str termination_grace_period_seconds:int tolerations:[V1Toleration] "
        "topology_spread_constraints:[V1TopologySpreadConstraint] volumes:[V1Volume]"
    ),
    "V1PortworxVolumeSource": "fs_type:str read_only:bool volume_id:str!=volumeID",
    "V1PreferredSchedulingTerm": "preference:V1NodeSelectorTerm! weight:int!",
    "V1Probe": (
        "_exec:V1ExecAction=exec failure_threshold:int grpc:V1GRPCAction http_get:V1HTTPGetAction "
        "initial_delay_seconds:int period_seconds:int success_threshold:int tcp_socket:V1TCPSocketAction "
        "termination_grace_period_seconds:int timeout_seconds:int"
    ),
    "V1ProjectedVolumeSource": "default_mode:int default_user:int sources:[V1VolumeProjection]",
    "V1QuobyteVolumeSource": "group:str read_only:bool registry:str! tenant:str user:str volume:str!",
    "V1RBDVolumeSource": (
        "fs_type:str image:str! keyring:str monitors:[str]! pool:str read_only:bool "
        "secret_ref:V1LocalObjectReference user:str"
    ),
    "V1ResourceFieldSelector": "container_name:str divisor:str resource:str!",
    "V1ResourceRequirements": "claims:[CoreV1ResourceClaim] limits:{str} requests:{str}",
    "V1SELinuxOptions": "level:str role:str type:str user:str",
    "V1ScaleIOVolumeSource": (
        "fs_type:str gateway:str! protection_domain:str read_only:bool secret_ref:V1LocalObjectReference! "
        "ssl_enabled:bool storage_mode:str storage_pool:str system:str! volume_name:str"
    ),
    "V1SeccompProfile": "localhost_profile:str type:str!",
    "V1SecretEnvSource": "name:str optional:bool",
    "V1SecretKeySelector": "key:str! name:str optional:bool",
    "V1SecretProjection": "items:[V1KeyToPath] name:str optional:bool",
    "V1SecretVolumeSource": "default_mode:int default_user:int items:[V1KeyToPath] optional:bool secret_name:str",
    "V1SecurityContext": (
        "allow_privilege_escalation:bool app_armor_profile:V1AppArmorProfile capabilities:V1Capabilities "
        "privileged:bool proc_mount:str read_only_root_filesystem:bool run_as_group:int run_as_non_root:bool "
        "run_as_user:int se_linux_options:V1SELinuxOptions seccomp_profile:V1SeccompProfile "
        "windows_options:V1WindowsSecurityContextOptions"
    ),
    "V1ServiceAccountTokenProjection": "audience:str expiration_seconds:int path:str! user:int",
    "V1SleepAction": "seconds:int!",
    "V1StorageOSVolumeSource": "fs_type:str read_only:bool secret_ref:V1LocalObjectReference volume_name:str volume_namespace:str",
    "V1Sysctl": "name:str! value:str!",
    "V1TCPSocketAction": "host:str port:int|str!",
    "V1Toleration": "effect:str key:str operator:str toleration_seconds:int value:str",
    "V1TopologySpreadConstraint": (
        "label_selector:V1LabelSelector match_label_keys:[str] max_skew:int! min_domains:int "
        "node_affinity_policy:str node_taints_policy:str topology_key:str! when_unsatisfiable:str!"
    ),
    "V1TypedLocalObjectReference": "api_group:str kind:str! name:str!",
    "V1TypedObjectReference": "api_group:str kind:str! name:str! namespace:str",
    "V1Volume": (
        "aws_elastic_block_store:V1AWSElasticBlockStoreVolumeSource azure_disk:V1AzureDiskVolumeSource "
        "azure_file:V1AzureFileVolumeSource cephfs:V1CephFSVolumeSource cinder:V1CinderVolumeSource "
        "config_map:V1ConfigMapVolumeSource csi:V1CSIVolumeSource "
        "downward_api:V1DownwardAPIVolumeSource=downwardAPI empty_dir:V1EmptyDirVolumeSource "
        "ephemeral:V1EphemeralVolumeSource fc:V1FCVolumeSource flex_volume:V1FlexVolumeSource "
        "flocker:V1FlockerVolumeSource gce_persistent_disk:V1GCEPersistentDiskVolumeSource "
        "git_repo:V1GitRepoVolumeSource glusterfs:V1GlusterfsVolumeSource host_path:V1HostPathVolumeSource "
        "image:V1ImageVolumeSource iscsi:V1ISCSIVolumeSource name:str! nfs:V1NFSVolumeSource "
        "persistent_volume_claim:V1PersistentVolumeClaimVolumeSource "
        "photon_persistent_disk:V1PhotonPersistentDiskVolumeSource portworx_volume:V1PortworxVolumeSource "
        "projected:V1ProjectedVolumeSource quobyte:V1QuobyteVolumeSource rbd:V1RBDVolumeSource "
        "scale_io:V1ScaleIOVolumeSource=scaleIO secret:V1SecretVolumeSource storageos:V1StorageOSVolumeSource "
        "vsphere_volume:V1VsphereVirtualDiskVolumeSource"
    ),
    "V1VolumeDevice": "device_path:str! name:str!",
    "V1VolumeMount": (
        "bind_mount_options:[str] mount_path:str! mount_propagation:str name:str! read_only:bool "
        "recursive_read_only:str sub_path:str sub_path_expr:str"
    ),
    "V1VolumeProjection": (
        "cluster_trust_bundle:V1ClusterTrustBundleProjection config_map:V1ConfigMapProjection "
        "downward_api:V1DownwardAPIProjection=downwardAPI pod_certificate:V1PodCertificateProjection "
        "secret:V1SecretProjection service_account_token:V1ServiceAccountTokenProjection"
    ),
    "V1VolumeResourceRequirements": "limits:{str} requests:{str}",
    "V1VsphereVirtualDiskVolumeSource": "fs_type:str storage_policy_id:str=storagePolicyID storage_policy_name:str volume_path:str!",
    "V1WeightedPodAffinityTerm": "pod_affinity_term:V1PodAffinityTerm! weight:int!",
    "V1WindowsSecurityContextOptions": "gmsa_credential_spec:str gmsa_credential_spec_name:str host_process:bool run_as_user_name:str",
}

#: Every class of the client.
CLASSES: frozenset[str] = frozenset(
    """
    V1APIGroup V1APIGroupList V1APIResource V1APIResourceList V1APIService V1APIServiceCondition V1APIServiceList
    V1APIServiceSpec V1APIServiceStatus V1APIVersions V1AWSElasticBlockStoreVolumeSource V1Affinity
    V1AggregationRule V1AllocatedDeviceStatus V1AllocationResult V1AppArmorProfile V1ApplyConfiguration
    V1AttachedVolume V1AuditAnnotation V1AzureDiskVolumeSource V1AzureFilePersistentVolumeSource
    V1AzureFileVolumeSource V1Binding V1BoundObjectReference V1CELDeviceSelector V1CSIDriver V1CSIDriverList
    V1CSIDriverSpec V1CSINode V1CSINodeDriver V1CSINodeList V1CSINodeSpec V1CSINodeStatus
    V1CSIPersistentVolumeSource V1CSIStorageCapacity V1CSIStorageCapacityList V1CSIVolumeSource V1Capabilities
    V1CapacityRequestPolicy V1CapacityRequestPolicyRange V1CapacityRequirements V1CephFSPersistentVolumeSource
    V1CephFSVolumeSource V1CertificateSigningRequest V1CertificateSigningRequestCondition
    V1CertificateSigningRequestList V1CertificateSigningRequestSpec V1CertificateSigningRequestStatus
    V1CinderPersistentVolumeSource V1CinderVolumeSource V1ClientIPConfig V1ClusterRole V1ClusterRoleBinding
    V1ClusterRoleBindingList V1ClusterRoleList V1ClusterTrustBundle V1ClusterTrustBundleList
    V1ClusterTrustBundleProjection V1ClusterTrustBundleSpec V1ComponentCondition V1ComponentStatus
    V1ComponentStatusList V1Condition V1ConfigMap V1ConfigMapEnvSource V1ConfigMapKeySelector V1ConfigMapList
    V1ConfigMapNodeConfigSource V1ConfigMapProjection V1ConfigMapVolumeSource V1Container
    V1ContainerExtendedResourceRequest V1ContainerImage V1ContainerPort V1ContainerResizePolicy
    V1ContainerRestartRule V1ContainerRestartRuleOnExitCodes V1ContainerState V1ContainerStateRunning
    V1ContainerStateTerminated V1ContainerStateWaiting V1ContainerStatus V1ContainerUser V1ControllerRevision
    V1ControllerRevisionList V1Counter V1CounterSet V1CronJob V1CronJobList V1CronJobSpec V1CronJobStatus
    V1CrossVersionObjectReference V1CustomResourceColumnDefinition V1CustomResourceConversion
    V1CustomResourceDefinition V1CustomResourceDefinitionCondition V1CustomResourceDefinitionList
    V1CustomResourceDefinitionNames V1CustomResourceDefinitionSpec V1CustomResourceDefinitionStatus
    V1CustomResourceDefinitionVersion V1CustomResourceSubresourceScale V1CustomResourceSubresources
    V1CustomResourceValidation V1DaemonEndpoint V1DaemonSet V1DaemonSetCondition V1DaemonSetList V1DaemonSetSpec
    V1DaemonSetStatus V1DaemonSetUpdateStrategy V1DeleteOptions V1Deployment V1DeploymentCondition V1DeploymentList
    V1DeploymentSpec V1DeploymentStatus V1DeploymentStrategy V1Device V1DeviceAllocationConfiguration
    V1DeviceAllocationResult V1DeviceAttribute V1DeviceCapacity V1DeviceClaim V1DeviceClaimConfiguration
    V1DeviceClass V1DeviceClassConfiguration V1DeviceClassList V1DeviceClassSpec V1DeviceConstraint
    V1DeviceCounterConsumption V1DeviceDerivedAttribute V1DeviceRequest V1DeviceRequestAllocationResult
    V1DeviceSelector V1DeviceSubRequest V1DeviceTaint V1DeviceTaintRule V1DeviceTaintRuleList V1DeviceTaintRuleSpec
    V1DeviceTaintRuleStatus V1DeviceTaintSelector V1DeviceToleration V1DownwardAPIProjection V1DownwardAPIVolumeFile
    V1DownwardAPIVolumeSource V1EmptyDirVolumeSource V1Endpoint V1EndpointAddress V1EndpointConditions
    V1EndpointHints V1EndpointSlice V1EndpointSliceList V1EndpointSubset V1Endpoints V1EndpointsList V1EnvFromSource
    V1EnvVar V1EnvVarSource V1EphemeralContainer V1EphemeralVolumeSource V1EventSource V1Eviction
    V1EvictionResponder V1ExactDeviceRequest V1ExecAction V1ExemptPriorityLevelConfiguration V1ExpressionWarning
    V1ExternalDocumentation V1FCVolumeSource V1FieldSelectorAttributes V1FieldSelectorRequirement V1FileKeySelector
    V1FlexPersistentVolumeSource V1FlexVolumeSource V1FlockerVolumeSource V1FlowDistinguisherMethod V1FlowSchema
    V1FlowSchemaCondition V1FlowSchemaList V1FlowSchemaSpec V1FlowSchemaStatus V1ForNode V1ForZone
    V1GCEPersistentDiskVolumeSource V1GRPCAction V1GitRepoVolumeSource V1GlusterfsPersistentVolumeSource
    V1GlusterfsVolumeSource V1GroupResource V1GroupSubject V1GroupVersionForDiscovery V1GroupVersionKind
    V1HTTPGetAction V1HTTPHeader V1HTTPIngressPath V1HTTPIngressRuleValue V1HorizontalPodAutoscaler
    V1HorizontalPodAutoscalerList V1HorizontalPodAutoscalerSpec V1HorizontalPodAutoscalerStatus V1HostAlias V1HostIP
    V1HostPathVolumeSource V1IPAddress V1IPAddressList V1IPAddressSpec V1IPBlock V1ISCSIPersistentVolumeSource
    V1ISCSIVolumeSource V1ImageVolumeSource V1ImageVolumeStatus V1Ingress V1IngressBackend V1IngressClass
    V1IngressClassList V1IngressClassParametersReference V1IngressClassSpec V1IngressList
    V1IngressLoadBalancerIngress V1IngressLoadBalancerStatus V1IngressPortStatus V1IngressRule
    V1IngressServiceBackend V1IngressSpec V1IngressStatus V1IngressTLS V1JSONPatch V1JSONSchemaProps V1Job
    V1JobCondition V1JobList V1JobSchedulingConfiguration V1JobSpec V1JobStatus V1JobTemplateSpec V1KeyToPath
    V1LabelSelector V1LabelSelectorAttributes V1LabelSelectorRequirement V1Lease V1LeaseList V1LeaseSpec V1Lifecycle
    V1LifecycleHandler V1LimitRange V1LimitRangeItem V1LimitRangeList V1LimitRangeSpec V1LimitResponse
    V1LimitedPriorityLevelConfiguration V1LinuxContainerUser V1ListMeta V1LoadBalancerIngress V1LoadBalancerStatus
    V1LocalObjectReference V1LocalSubjectAccessReview V1LocalVolumeSource V1ManagedFieldsEntry V1MatchCondition
    V1MatchResources V1ModifyVolumeStatus V1MutatingAdmissionPolicy V1MutatingAdmissionPolicyBinding
    V1MutatingAdmissionPolicyBindingList V1MutatingAdmissionPolicyBindingSpec V1MutatingAdmissionPolicyList
    V1MutatingAdmissionPolicySpec V1MutatingWebhook V1MutatingWebhookConfiguration
    V1MutatingWebhookConfigurationList V1Mutation V1NFSVolumeSource V1NamedRuleWithOperations V1Namespace
    V1NamespaceCondition V1NamespaceList V1NamespaceSpec V1NamespaceStatus V1NetworkDeviceData V1NetworkPolicy
    V1NetworkPolicyEgressRule V1NetworkPolicyIngressRule V1NetworkPolicyList V1NetworkPolicyPeer V1NetworkPolicyPort
    V1NetworkPolicySpec V1Node V1NodeAddress V1NodeAffinity V1NodeAllocatableMappedResources
    V1NodeAllocatableMapping V1NodeAllocatableOverhead V1NodeAllocatableOverheadResources V1NodeAllocatableResource
    V1NodeAllocatableResourceClaimStatus V1NodeCondition V1NodeConfigSource V1NodeConfigStatus V1NodeDaemonEndpoints
    V1NodeFeatures V1NodeList V1NodePodPreemptionPolicy V1NodeRuntimeHandler V1NodeRuntimeHandlerFeatures
    V1NodeSelector V1NodeSelectorRequirement V1NodeSelectorTerm V1NodeSpec V1NodeStatus V1NodeSwapStatus
    V1NodeSystemInfo V1NonResourceAttributes V1NonResourcePolicyRule V1NonResourceRule V1ObjectFieldSelector
    V1ObjectMeta V1ObjectReference V1OpaqueDeviceConfiguration V1Overhead V1OwnerReference V1ParamKind V1ParamRef
    V1ParentReference V1PersistentVolume V1PersistentVolumeClaim V1PersistentVolumeClaimCondition
    V1PersistentVolumeClaimList V1PersistentVolumeClaimSpec V1PersistentVolumeClaimStatus
    V1PersistentVolumeClaimTemplate V1PersistentVolumeClaimVolumeSource V1PersistentVolumeList
    V1PersistentVolumeSpec V1PersistentVolumeStatus V1PhotonPersistentDiskVolumeSource V1Pod V1PodAffinity
    V1PodAffinityTerm V1PodAntiAffinity V1PodCertificateProjection V1PodCertificateRequest
    V1PodCertificateRequestList V1PodCertificateRequestSpec V1PodCertificateRequestStatus V1PodCondition
    V1PodDNSConfig V1PodDNSConfigOption V1PodDisruptionBudget V1PodDisruptionBudgetList V1PodDisruptionBudgetSpec
    V1PodDisruptionBudgetStatus V1PodExtendedResourceClaimStatus V1PodFailurePolicy
    V1PodFailurePolicyOnExitCodesRequirement V1PodFailurePolicyOnPodConditionsPattern V1PodFailurePolicyRule V1PodIP
    V1PodList V1PodOS V1PodReadinessGate V1PodResourceClaim V1PodResourceClaimStatus V1PodSchedulingGate
    V1PodSchedulingGroup V1PodSecurityContext V1PodSpec V1PodStatus V1PodTemplate V1PodTemplateList
    V1PodTemplateSpec V1PodVolumeHealth V1PolicyRule V1PolicyRulesWithSubjects V1PortStatus V1PortworxVolumeSource
    V1Preconditions V1PreferredSchedulingTerm V1PriorityClass V1PriorityClassList V1PriorityLevelConfiguration
    V1PriorityLevelConfigurationCondition V1PriorityLevelConfigurationList V1PriorityLevelConfigurationReference
    V1PriorityLevelConfigurationSpec V1PriorityLevelConfigurationStatus V1Probe V1ProjectedVolumeSource
    V1QueuingConfiguration V1QuobyteVolumeSource V1RBDPersistentVolumeSource V1RBDVolumeSource V1ReplicaSet
    V1ReplicaSetCondition V1ReplicaSetList V1ReplicaSetSpec V1ReplicaSetStatus V1ReplicationController
    V1ReplicationControllerCondition V1ReplicationControllerList V1ReplicationControllerSpec
    V1ReplicationControllerStatus V1ResourceAttributes V1ResourceClaimConsumerReference V1ResourceClaimList
    V1ResourceClaimSpec V1ResourceClaimStatus V1ResourceClaimTemplate V1ResourceClaimTemplateList
    V1ResourceClaimTemplateSpec V1ResourceFieldSelector V1ResourceHealth V1ResourcePolicyRule V1ResourcePool
    V1ResourceQuota V1ResourceQuotaList V1ResourceQuotaSpec V1ResourceQuotaStatus V1ResourceRequirements
    V1ResourceRule V1ResourceSlice V1ResourceSliceList V1ResourceSliceSpec V1ResourceStatus V1Role V1RoleBinding
    V1RoleBindingList V1RoleList V1RoleRef V1RollingUpdateDaemonSet V1RollingUpdateDeployment
    V1RollingUpdateStatefulSetStrategy V1RuleWithOperations V1RuntimeClass V1RuntimeClassList V1SELinuxOptions
    V1Scale V1ScaleIOPersistentVolumeSource V1ScaleIOVolumeSource V1ScaleSpec V1ScaleStatus V1Scheduling
    V1ScopeSelector V1ScopedResourceSelectorRequirement V1SeccompProfile V1Secret V1SecretEnvSource
    V1SecretKeySelector V1SecretList V1SecretProjection V1SecretReference V1SecretVolumeSource V1SecurityContext
    V1SelectableField V1SelfSubjectAccessReview V1SelfSubjectAccessReviewSpec V1SelfSubjectReview
    V1SelfSubjectReviewStatus V1SelfSubjectRulesReview V1SelfSubjectRulesReviewSpec V1ServerAddressByClientCIDR
    V1Service V1ServiceAccount V1ServiceAccountList V1ServiceAccountSubject V1ServiceAccountTokenProjection
    V1ServiceBackendPort V1ServiceCIDR V1ServiceCIDRList V1ServiceCIDRSpec V1ServiceCIDRStatus V1ServiceList
    V1ServicePort V1ServiceSpec V1ServiceStatus V1SessionAffinityConfig V1ShardInfo V1SleepAction V1StatefulSet
    V1StatefulSetCondition V1StatefulSetList V1StatefulSetOrdinals V1StatefulSetPersistentVolumeClaimRetentionPolicy
    V1StatefulSetSpec V1StatefulSetStatus V1StatefulSetUpdateStrategy V1Status V1StatusCause V1StatusDetails
    V1StorageClass V1StorageClassList V1StorageHealth V1StorageHealthCondition V1StorageOSPersistentVolumeSource
    V1StorageOSVolumeSource V1StorageVersionMigration V1StorageVersionMigrationList V1StorageVersionMigrationSpec
    V1StorageVersionMigrationStatus V1SubjectAccessReview V1SubjectAccessReviewSpec V1SubjectAccessReviewStatus
    V1SubjectRulesReviewStatus V1SuccessPolicy V1SuccessPolicyRule V1Sysctl V1TCPSocketAction V1Taint
    V1TokenRequestSpec V1TokenRequestStatus V1TokenReview V1TokenReviewSpec V1TokenReviewStatus V1Toleration
    V1TopologySelectorLabelRequirement V1TopologySelectorTerm V1TopologySpreadConstraint V1TypeChecking
    V1TypedLocalObjectReference V1TypedObjectReference V1UncountedTerminatedPods V1UserInfo V1UserSubject
    V1ValidatingAdmissionPolicy V1ValidatingAdmissionPolicyBinding V1ValidatingAdmissionPolicyBindingList
    V1ValidatingAdmissionPolicyBindingSpec V1ValidatingAdmissionPolicyList V1ValidatingAdmissionPolicySpec
    V1ValidatingAdmissionPolicyStatus V1ValidatingWebhook V1ValidatingWebhookConfiguration
    V1ValidatingWebhookConfigurationList V1Validation V1ValidationRule V1Variable V1Volume V1VolumeAttachment
    V1VolumeAttachmentList V1VolumeAttachmentSource V1VolumeAttachmentSpec V1VolumeAttachmentStatus
    V1VolumeAttributesClass V1VolumeAttributesClassList V1VolumeDevice V1VolumeError V1VolumeHealthCondition
    V1VolumeHealthStatus V1VolumeMount V1VolumeMountStatus V1VolumeNodeAffinity V1VolumeNodeResources
    V1VolumeProjection V1VolumeResourceRequirements V1VolumeStatus V1VsphereVirtualDiskVolumeSource V1WatchEvent
    V1WebhookConversion V1WeightedPodAffinityTerm V1WindowsSecurityContextOptions V1alpha1ApplyConfiguration
    V1alpha1Eviction V1alpha1EvictionList V1alpha1EvictionPodReference V1alpha1EvictionRequest
    V1alpha1EvictionRequestList V1alpha1EvictionRequestPodReference V1alpha1EvictionRequestSpec
    V1alpha1EvictionRequestStatus V1alpha1EvictionRequestTarget V1alpha1EvictionSpec V1alpha1EvictionStatus
    V1alpha1EvictionTarget V1alpha1JSONPatch V1alpha1MatchCondition V1alpha1MatchResources
    V1alpha1MutatingAdmissionPolicy V1alpha1MutatingAdmissionPolicyBinding
    V1alpha1MutatingAdmissionPolicyBindingList V1alpha1MutatingAdmissionPolicyBindingSpec
    V1alpha1MutatingAdmissionPolicyList V1alpha1MutatingAdmissionPolicySpec V1alpha1Mutation
    V1alpha1NamedRuleWithOperations V1alpha1ParamKind V1alpha1ParamRef V1alpha1Requester V1alpha1ResponderStatus
    V1alpha1ServerStorageVersion V1alpha1StorageVersion V1alpha1StorageVersionCondition V1alpha1StorageVersionList
    V1alpha1StorageVersionStatus V1alpha1TargetResponder V1alpha1Variable V1alpha2LeaseCandidate
    V1alpha2LeaseCandidateList V1alpha2LeaseCandidateSpec V1alpha3CompositeDisruptionMode
    V1alpha3CompositeGangSchedulingPolicy V1alpha3CompositePodGroup V1alpha3CompositePodGroupList
    V1alpha3CompositePodGroupSchedulingConstraints V1alpha3CompositePodGroupSchedulingPolicy
    V1alpha3CompositePodGroupSpec V1alpha3CompositePodGroupStatus V1alpha3CompositePodGroupTemplate
    V1alpha3DeviceTaint V1alpha3DeviceTaintRule V1alpha3DeviceTaintRuleList V1alpha3DeviceTaintRuleSpec
    V1alpha3DeviceTaintRuleStatus V1alpha3DeviceTaintSelector V1alpha3DisruptionMode V1alpha3GangSchedulingPolicy
    V1alpha3PartitionTypeStatus V1alpha3PodGroup V1alpha3PodGroupList V1alpha3PodGroupResourceClaim
    V1alpha3PodGroupResourceClaimStatus V1alpha3PodGroupSchedulingConstraints V1alpha3PodGroupSchedulingPolicy
    V1alpha3PodGroupSpec V1alpha3PodGroupStatus V1alpha3PodGroupTemplate V1alpha3PoolStatus
    V1alpha3ResourcePoolStatusRequest V1alpha3ResourcePoolStatusRequestList V1alpha3ResourcePoolStatusRequestSpec
    V1alpha3ResourcePoolStatusRequestStatus V1alpha3ShareableCapacityStatus V1alpha3ShareableSummaryStatus
    V1alpha3TopologyConstraint V1alpha3TypedLocalObjectReference V1alpha3Workload V1alpha3WorkloadList
    V1alpha3WorkloadPodGroupDisruptionMode V1alpha3WorkloadPodGroupGangSchedulingPolicy
    V1alpha3WorkloadPodGroupResourceClaim V1alpha3WorkloadPodGroupSchedulingConstraints
    V1alpha3WorkloadPodGroupSchedulingPolicy V1alpha3WorkloadReference V1alpha3WorkloadSpec
    V1beta1AllocatedDeviceStatus V1beta1AllocationResult V1beta1ApplyConfiguration V1beta1BasicDevice
    V1beta1CELDeviceSelector V1beta1CapacityRequestPolicy V1beta1CapacityRequestPolicyRange
    V1beta1CapacityRequirements V1beta1ClusterTrustBundle V1beta1ClusterTrustBundleList
    V1beta1ClusterTrustBundleSpec V1beta1CompositeDisruptionMode V1beta1CompositeGangSchedulingPolicy
    V1beta1CompositePodGroupSchedulingConstraints V1beta1CompositePodGroupSchedulingPolicy
    V1beta1CompositePodGroupTemplate V1beta1Counter V1beta1CounterSet V1beta1Device
    V1beta1DeviceAllocationConfiguration V1beta1DeviceAllocationResult V1beta1DeviceAttribute V1beta1DeviceCapacity
    V1beta1DeviceClaim V1beta1DeviceClaimConfiguration V1beta1DeviceClass V1beta1DeviceClassConfiguration
    V1beta1DeviceClassList V1beta1DeviceClassSpec V1beta1DeviceConstraint V1beta1DeviceCounterConsumption
    V1beta1DeviceDerivedAttribute V1beta1DeviceRequest V1beta1DeviceRequestAllocationResult V1beta1DeviceSelector
    V1beta1DeviceSubRequest V1beta1DeviceTaint V1beta1DeviceToleration V1beta1DisruptionMode
    V1beta1GangSchedulingPolicy V1beta1JSONPatch V1beta1LeaseCandidate V1beta1LeaseCandidateList
    V1beta1LeaseCandidateSpec V1beta1MatchCondition V1beta1MatchResources V1beta1MutatingAdmissionPolicy
    V1beta1MutatingAdmissionPolicyBinding V1beta1MutatingAdmissionPolicyBindingList
    V1beta1MutatingAdmissionPolicyBindingSpec V1beta1MutatingAdmissionPolicyList V1beta1MutatingAdmissionPolicySpec
    V1beta1Mutation V1beta1NamedRuleWithOperations V1beta1NetworkDeviceData V1beta1NodeAllocatableMapping
    V1beta1NodeAllocatableOverhead V1beta1NodeAllocatableResource V1beta1OpaqueDeviceConfiguration V1beta1ParamKind
    V1beta1ParamRef V1beta1PodCertificateRequest V1beta1PodCertificateRequestList V1beta1PodCertificateRequestSpec
    V1beta1PodCertificateRequestStatus V1beta1PodGroup V1beta1PodGroupList V1beta1PodGroupResourceClaim
    V1beta1PodGroupResourceClaimStatus V1beta1PodGroupSchedulingConstraints V1beta1PodGroupSchedulingPolicy
    V1beta1PodGroupSpec V1beta1PodGroupStatus V1beta1PodGroupTemplate V1beta1ResourceClaim
    V1beta1ResourceClaimConsumerReference V1beta1ResourceClaimList V1beta1ResourceClaimSpec
    V1beta1ResourceClaimStatus V1beta1ResourceClaimTemplate V1beta1ResourceClaimTemplateList
    V1beta1ResourceClaimTemplateSpec V1beta1ResourcePool V1beta1ResourceSlice V1beta1ResourceSliceList
    V1beta1ResourceSliceSpec V1beta1StorageVersionMigration V1beta1StorageVersionMigrationList
    V1beta1StorageVersionMigrationSpec V1beta1StorageVersionMigrationStatus V1beta1TopologyConstraint
    V1beta1TypedLocalObjectReference V1beta1Variable V1beta1Workload V1beta1WorkloadList V1beta1WorkloadReference
    V1beta1WorkloadSpec V1beta2AllocatedDeviceStatus V1beta2AllocationResult V1beta2CELDeviceSelector
    V1beta2CapacityRequestPolicy V1beta2CapacityRequestPolicyRange V1beta2CapacityRequirements V1beta2Counter
    V1beta2CounterSet V1beta2Device V1beta2DeviceAllocationConfiguration V1beta2DeviceAllocationResult
    V1beta2DeviceAttribute V1beta2DeviceCapacity V1beta2DeviceClaim V1beta2DeviceClaimConfiguration
    V1beta2DeviceClass V1beta2DeviceClassConfiguration V1beta2DeviceClassList V1beta2DeviceClassSpec
    V1beta2DeviceConstraint V1beta2DeviceCounterConsumption V1beta2DeviceDerivedAttribute V1beta2DeviceRequest
    V1beta2DeviceRequestAllocationResult V1beta2DeviceSelector V1beta2DeviceSubRequest V1beta2DeviceTaint
    V1beta2DeviceTaintRule V1beta2DeviceTaintRuleList V1beta2DeviceTaintRuleSpec V1beta2DeviceTaintRuleStatus
    V1beta2DeviceTaintSelector V1beta2DeviceToleration V1beta2ExactDeviceRequest V1beta2NetworkDeviceData
    V1beta2NodeAllocatableMapping V1beta2NodeAllocatableOverhead V1beta2NodeAllocatableResource
    V1beta2OpaqueDeviceConfiguration V1beta2ResourceClaim V1beta2ResourceClaimConsumerReference
    V1beta2ResourceClaimList V1beta2ResourceClaimSpec V1beta2ResourceClaimStatus V1beta2ResourceClaimTemplate
    V1beta2ResourceClaimTemplateList V1beta2ResourceClaimTemplateSpec V1beta2ResourcePool V1beta2ResourceSlice
    V1beta2ResourceSliceList V1beta2ResourceSliceSpec V2APIGroupDiscovery V2APIGroupDiscoveryList
    V2APIResourceDiscovery V2APISubresourceDiscovery V2APIVersionDiscovery V2ContainerResourceMetricSource
    V2ContainerResourceMetricStatus V2CrossVersionObjectReference V2ExternalMetricSource V2ExternalMetricStatus
    V2HPAScalingPolicy V2HPAScalingRules V2HorizontalPodAutoscaler V2HorizontalPodAutoscalerBehavior
    V2HorizontalPodAutoscalerCondition V2HorizontalPodAutoscalerList V2HorizontalPodAutoscalerSpec
    V2HorizontalPodAutoscalerStatus V2MetricIdentifier V2MetricSpec V2MetricStatus V2MetricTarget
    V2MetricValueStatus V2ObjectMetricSource V2ObjectMetricStatus V2PodsMetricSource V2PodsMetricStatus
    V2ResourceMetricSource V2ResourceMetricStatus V2beta1APIGroupDiscovery V2beta1APIGroupDiscoveryList
    V2beta1APIResourceDiscovery V2beta1APISubresourceDiscovery V2beta1APIVersionDiscovery
    """.split()
)
