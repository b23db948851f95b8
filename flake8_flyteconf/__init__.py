"""A flake8 plugin for Flyte task configuration: see ``plugin`` for the entry point."""
