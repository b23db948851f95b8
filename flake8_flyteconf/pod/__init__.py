"""The pod that a task becomes: what the SDKs serialize of it, and what Flyte makes of that."""
