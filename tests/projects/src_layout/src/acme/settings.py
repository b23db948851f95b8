from flytekit import Resources

LIMIT = Resources(mem="1Gi")
QUANTITY = "1 Gi"
LATE = "1d"
