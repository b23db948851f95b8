from kubernetes.client import V1Toleration

SIZES = {"large": {"mem": "64GB", "cpu": "8"}, "small": {"mem": "1Gi"}}
JOBS = {"fit": {"retries": "3", "env": {"LEVEL": 1}}}
TOLERATIONS = [V1Toleration(key="gpu", operator="Equals", effect="NoSchedule")]
