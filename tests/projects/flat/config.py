from flytekit import Resources

MEM = "2GB"
REQUESTS = Resources(mem="4Gi")
SECONDS = 60
ATTEMPTS = -1
VERSION = "1.0"
