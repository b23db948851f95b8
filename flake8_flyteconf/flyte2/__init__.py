"""Facts about the Flyte 2 SDK, the package ``flyte``."""
