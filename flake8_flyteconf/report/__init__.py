"""``python -m flake8_flyteconf check``: findings for people, scripts and platforms."""
