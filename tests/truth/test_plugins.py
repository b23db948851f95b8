"""The table of plugin configurations is that of the plugins that are installed."""

from __future__ import annotations

import dataclasses
import importlib
import importlib.util
import inspect

import pytest

from flake8_flyteconf.flytekit.plugins import SIGNATURES

INSTALLED = [
    name
    for name in SIGNATURES
    if importlib.util.find_spec("flytekitplugins") and importlib.util.find_spec(name.rpartition(".")[0])
]


@pytest.mark.parametrize("name", INSTALLED)
def test_fields_are_those_of_the_class(name: str) -> None:
    module, _, title = name.rpartition(".")
    target = getattr(importlib.import_module(module), title, None)
    if target is None:
        pytest.skip("the package does not export it")
    positional, keywords, required, swallows = SIGNATURES[name]
    if dataclasses.is_dataclass(target):
        assert tuple(field.name for field in dataclasses.fields(target)) == positional
    # The metaclass of tasks hides the signature of the class.
    _, *parameters = inspect.signature(target.__init__).parameters.values()
    named = [p for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD]
    assert tuple(p.name for p in named) == positional
    assert {p.name for p in parameters if p.kind is p.KEYWORD_ONLY} == set(keywords)
    needed = [p.name for p in parameters if p.default is p.empty and p.kind is not p.VAR_KEYWORD]
    assert set(needed) == set(required)
    assert any(p.kind is p.VAR_KEYWORD for p in parameters) == swallows
