"""Pods, without an import of flytekit."""

from kubernetes.client import V1Container, V1EnvVar, V1PodSpec, V1ResourceRequirements, V1Volume, V1VolumeMount

SPEC = V1PodSpec(containers=[V1Container(name="primary")])
SIDECAR = V1Container(name="Log Agent", image="busybox")
MOUNTS = [V1VolumeMount(name="cache", mount_path="/cache")]
LEVEL = V1EnvVar(name="LEVEL", value="1")
QUANTITIES = V1ResourceRequirements(requests={"memory": "2GB"})
