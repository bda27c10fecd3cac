"""What looks like a fraud: it is reported, or its link is followed."""

from sandbox.core.context import Context
from sandbox.crm.errors import AlreadyReported, NoLink, NotReceived
from sandbox.crm.models import MailFolder, Message
from sandbox.crm.services.mailbox.keeping import customer_of, named
from sandbox.journal import record, use_case
from sandbox.journal.payloads.mailbox import LinkFollowed, SuspicionReported


@use_case(minutes=2, emits=(SuspicionReported,), refuses=(NotReceived, AlreadyReported))
def report_suspicious(ctx: Context, message: Message, *, reason: str = "") -> Message:
    """Report a message that looks like a fraud; it leaves the inbox, unanswered."""
    if message.outgoing:
        raise NotReceived(reference=message.reference)
    if message.reported_at is not None:
        raise AlreadyReported(reference=message.reference)
    message.reported_at, message.folder = ctx.now(), MailFolder.TRASH
    payload = SuspicionReported(
        sender=message.sender_key,
        topic=message.topic,
        customer=named(customer_of(message)),
        founded=message.fraudulent,
        words=len(reason.split()),
    )
    record(ctx, message.reference, payload)
    return message


@use_case(minutes=2, emits=(LinkFollowed,), refuses=(NoLink,))
def follow_link(ctx: Context, message: Message) -> Message:
    """Click on the link of a message."""
    if message.outgoing or not message.link:
        raise NoLink(reference=message.reference)
    payload = LinkFollowed(message.sender_key, message.topic, message.fraudulent)
    record(ctx, message.reference, payload)
    return message
