"""Read receipts: the other's mailbox says that our message was opened."""

from sandbox.core.context import Context
from sandbox.crm.errors import NoReceiptAsked
from sandbox.crm.models import Message
from sandbox.crm.services.mailbox.keeping import customer_of, named
from sandbox.journal import record, use_case
from sandbox.journal.payloads.mailbox import ReceiptReturned


@use_case(emits=(ReceiptReturned,), refuses=(NoReceiptAsked,))
def return_receipt(ctx: Context, message: Message) -> Message:
    """Whoever was written to has opened the message (they act)."""
    if not message.receipt_asked or message.receipt_at is not None:
        raise NoReceiptAsked(reference=message.reference)
    message.receipt_at = ctx.now()
    payload = ReceiptReturned(message.to_key, named(customer_of(message)), message.about)
    record(ctx, message.reference, payload)
    return message
