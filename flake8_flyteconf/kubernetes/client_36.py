"""What differs in version 36.0.3 of the kubernetes client, in the notation of ``client.py``.

A field without a type does not exist there.
"""

from __future__ import annotations

MODELS: dict[str, str] = {
    "V1ClusterTrustBundleProjection": "user:",
    "V1ConfigMapVolumeSource": "default_user:",
    "V1DownwardAPIVolumeFile": "user:",
    "V1DownwardAPIVolumeSource": "default_user:",
    "V1EmptyDirVolumeSource": "mode:",
    "V1EvictionResponder": "name: priority:",
    "V1GRPCAction": "mode:",
    "V1HTTPGetAction": "port:Any! protocol:",
    "V1KeyToPath": "user:",
    "V1ManagedFieldsEntry": "fields_v1:Any",
    "V1PodCertificateProjection": "user:",
    "V1PodSpec": "eviction_responders:",
    "V1ProjectedVolumeSource": "default_user:",
    "V1SecretVolumeSource": "default_user:",
    "V1ServiceAccountTokenProjection": "user:",
    "V1TCPSocketAction": "port:Any!",
    "V1VolumeMount": "bind_mount_options:",
}

#: The classes that only one of the two generations has.
CLASSES: frozenset[str] = frozenset(
    """
    V1CSINodeStatus V1ClusterTrustBundle V1ClusterTrustBundleList V1ClusterTrustBundleSpec V1DeviceDerivedAttribute
    V1DeviceTaintRule V1DeviceTaintRuleList V1DeviceTaintRuleSpec V1DeviceTaintRuleStatus V1DeviceTaintSelector
    V1EvictionResponder V1GroupVersionKind V1JobSchedulingConfiguration V1NodeAllocatableMappedResources
    V1NodeAllocatableMapping V1NodeAllocatableOverhead V1NodeAllocatableOverheadResources V1NodeAllocatableResource
    V1NodeAllocatableResourceMapping V1NodePodPreemptionPolicy V1PodCertificateRequest V1PodCertificateRequestList
    V1PodCertificateRequestSpec V1PodCertificateRequestStatus V1PodVolumeHealth V1StorageHealth
    V1StorageHealthCondition V1StorageVersionMigration V1StorageVersionMigrationList V1StorageVersionMigrationSpec
    V1StorageVersionMigrationStatus V1VolumeHealthCondition V1VolumeHealthStatus V1alpha1ClusterTrustBundle
    V1alpha1ClusterTrustBundleList V1alpha1ClusterTrustBundleSpec V1alpha1Eviction V1alpha1EvictionList
    V1alpha1EvictionPodReference V1alpha1EvictionRequest V1alpha1EvictionRequestList
    V1alpha1EvictionRequestPodReference V1alpha1EvictionRequestSpec V1alpha1EvictionRequestStatus
    V1alpha1EvictionRequestTarget V1alpha1EvictionSpec V1alpha1EvictionStatus V1alpha1EvictionTarget
    V1alpha1Requester V1alpha1ResponderStatus V1alpha1TargetResponder V1alpha2GangSchedulingPolicy V1alpha2PodGroup
    V1alpha2PodGroupList V1alpha2PodGroupResourceClaim V1alpha2PodGroupResourceClaimStatus
    V1alpha2PodGroupSchedulingConstraints V1alpha2PodGroupSchedulingPolicy V1alpha2PodGroupSpec
    V1alpha2PodGroupStatus V1alpha2PodGroupTemplate V1alpha2PodGroupTemplateReference V1alpha2TopologyConstraint
    V1alpha2TypedLocalObjectReference V1alpha2Workload V1alpha2WorkloadList
    V1alpha2WorkloadPodGroupTemplateReference V1alpha2WorkloadSpec V1alpha3CompositeDisruptionMode
    V1alpha3CompositeGangSchedulingPolicy V1alpha3CompositePodGroup V1alpha3CompositePodGroupList
    V1alpha3CompositePodGroupSchedulingConstraints V1alpha3CompositePodGroupSchedulingPolicy
    V1alpha3CompositePodGroupSpec V1alpha3CompositePodGroupStatus V1alpha3CompositePodGroupTemplate
    V1alpha3DisruptionMode V1alpha3GangSchedulingPolicy V1alpha3PartitionTypeStatus V1alpha3PodGroup
    V1alpha3PodGroupList V1alpha3PodGroupResourceClaim V1alpha3PodGroupResourceClaimStatus
    V1alpha3PodGroupSchedulingConstraints V1alpha3PodGroupSchedulingPolicy V1alpha3PodGroupSpec
    V1alpha3PodGroupStatus V1alpha3PodGroupTemplate V1alpha3ShareableCapacityStatus V1alpha3ShareableSummaryStatus
    V1alpha3TopologyConstraint V1alpha3TypedLocalObjectReference V1alpha3Workload V1alpha3WorkloadList
    V1alpha3WorkloadPodGroupDisruptionMode V1alpha3WorkloadPodGroupGangSchedulingPolicy
    V1alpha3WorkloadPodGroupResourceClaim V1alpha3WorkloadPodGroupSchedulingConstraints
    V1alpha3WorkloadPodGroupSchedulingPolicy V1alpha3WorkloadReference V1alpha3WorkloadSpec
    V1beta1CompositeDisruptionMode V1beta1CompositeGangSchedulingPolicy
    V1beta1CompositePodGroupSchedulingConstraints V1beta1CompositePodGroupSchedulingPolicy
    V1beta1CompositePodGroupTemplate V1beta1DeviceDerivedAttribute V1beta1DisruptionMode V1beta1GangSchedulingPolicy
    V1beta1IPAddress V1beta1IPAddressList V1beta1IPAddressSpec V1beta1NodeAllocatableMapping
    V1beta1NodeAllocatableOverhead V1beta1NodeAllocatableResource V1beta1NodeAllocatableResourceMapping
    V1beta1ParentReference V1beta1PodGroup V1beta1PodGroupList V1beta1PodGroupResourceClaim
    V1beta1PodGroupResourceClaimStatus V1beta1PodGroupSchedulingConstraints V1beta1PodGroupSchedulingPolicy
    V1beta1PodGroupSpec V1beta1PodGroupStatus V1beta1PodGroupTemplate V1beta1ServiceCIDR V1beta1ServiceCIDRList
    V1beta1ServiceCIDRSpec V1beta1ServiceCIDRStatus V1beta1TopologyConstraint V1beta1TypedLocalObjectReference
    V1beta1VolumeAttributesClass V1beta1VolumeAttributesClassList V1beta1Workload V1beta1WorkloadList
    V1beta1WorkloadReference V1beta1WorkloadSpec V1beta2DeviceDerivedAttribute V1beta2NodeAllocatableMapping
    V1beta2NodeAllocatableOverhead V1beta2NodeAllocatableResource V1beta2NodeAllocatableResourceMapping
    """.split()
)
