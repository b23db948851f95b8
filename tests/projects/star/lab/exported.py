from flytekit import Resources

__all__ = ["ATTEMPTS", "LATE"]

ATTEMPTS = "1"
LATE = "1h"
HIDDEN = "2h"
dict = Resources
