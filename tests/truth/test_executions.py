"""What ``FlyteRemote.execute`` sends of its options, seen by a client that sends nothing."""

from __future__ import annotations

from typing import Any
from unittest import mock

import pytest
from flytekit import Email, Options, WorkflowExecutionPhase
from flytekit.configuration import Config
from flytekit.models.core.identifier import Identifier, ResourceType
from flytekit.remote import FlyteRemote
from flytekit.remote.entities import FlyteLaunchPlan

FAILED = Email(phases=[WorkflowExecutionPhase.FAILED], recipients_email=["me@example.com"])


def sent(**arguments: Any) -> Any:
    """The specification of an execution that a registered launch plan is executed with."""
    remote = FlyteRemote(Config.for_endpoint("localhost"), "project", "development")
    client = mock.MagicMock()
    remote._client, remote._client_initialized = client, True
    plan = mock.MagicMock(spec=FlyteLaunchPlan)
    plan.interface.inputs, plan.python_interface = {}, None
    plan.id = Identifier(ResourceType.LAUNCH_PLAN, "project", "development", "nightly", "1")
    with mock.patch("flytekit.remote.remote.FlyteWorkflowExecution"):
        remote.execute(plan, **arguments)
    return client.create_execution.call_args.args[3].to_flyte_idl()


@pytest.mark.parametrize("disabled", [None, False])
def test_notifications_are_not_sent(disabled: bool | None) -> None:
    """FYT451."""
    execution = sent(options=Options(notifications=[FAILED], disable_notifications=disabled))
    assert not execution.notifications.notifications


def test_overwrite_cache_is_sent_as_an_argument_only() -> None:
    """FYT451."""
    assert not sent(options=Options(overwrite_cache=True)).overwrite_cache
    assert sent(overwrite_cache=True).overwrite_cache


def test_enabled_notifications_need_a_list() -> None:
    """FYT452."""
    with pytest.raises(TypeError, match="'NoneType' object is not iterable"):
        sent(options=Options(disable_notifications=False))
