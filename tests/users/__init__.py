"""The packages that users of Flyte install."""
