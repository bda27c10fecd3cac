"""What several of the room's tests start from."""

import pytest

from sandbox.core.context import Context
from sandbox.crm.models import Message
from tests.factories.crm import MessageFactory
from tests.factories.world import World


@pytest.fixture
def base(world: World) -> str:
    """Where the run's screens are."""
    return f"/parties/{world.run.id}"


@pytest.fixture
def enquiry(ctx: Context, world: World) -> Message:
    """A customer's mail, not read yet."""
    message: Message = MessageFactory(customer_id=world.customer.id, about="DE-2026-000001")
    ctx.session.commit()
    return message
