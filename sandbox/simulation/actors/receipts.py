"""Read receipts: whoever is written to opens the message, sooner or later."""

from sandbox.core.context import Context
from sandbox.crm.models import Message
from sandbox.crm.services import return_receipt
from sandbox.journal import subscribe
from sandbox.journal.payloads.mailbox import ReceiptAsked
from sandbox.simulation.actors.speaking import soon
from sandbox.simulation.engine import happens
from sandbox.simulation.scene import scene

OPENED_IN = (20, 420)


@subscribe(ReceiptAsked)
def be_asked_to_say(ctx: Context, reference: str, payload: ReceiptAsked) -> None:
    """The message waits in the other's mailbox."""
    if scene(ctx) is not None:
        soon(ctx, OPENED_IN, "message_opened", payload.to, reference)


@happens("message_opened")
def open_it(ctx: Context, subject: str) -> None:
    """It is opened, and the receipt leaves by itself."""
    message = ctx.find(Message, subject)
    return_receipt(ctx.acting_as(message.to_key), message)
