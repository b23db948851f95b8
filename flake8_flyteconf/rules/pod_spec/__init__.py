"""FYT6: what Kubernetes refuses in a pod spec."""

from __future__ import annotations

from flake8_flyteconf.rules.pod_spec import containers, fields, resources, scheduling, schema, volumes

#: The modules of the family in the order of their codes.
FAMILY = (schema, fields, containers, volumes, scheduling, resources)
