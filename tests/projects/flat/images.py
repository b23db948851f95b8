from flytekit import ImageSpec

PACKAGES = "pandas"
spec = ImageSpec(name="jobs", packages=["pandas"], registry="ghcr.io/acme")
