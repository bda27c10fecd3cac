"""What comes in: the world writes, the learner reads."""

from sandbox.core.context import Context
from sandbox.crm.models import Channel, Customer, Message
from sandbox.crm.services.mailbox.keeping import clean, customer_of, keep, named
from sandbox.journal import record, use_case
from sandbox.journal.payloads import MessageRead, MessageReceived


@use_case(minutes=1, emits=(MessageRead,))
def read_message(ctx: Context, message: Message) -> Message:
    """Open a message; only the first time is news."""
    if message.unread:
        message.read_at = ctx.now()
        payload = MessageRead(
            sender=message.sender_key,
            topic=message.topic,
            customer=named(customer_of(message)),
            about=message.about,
        )
        record(ctx, message.reference, payload)
    return message


@use_case(emits=(MessageReceived,))
def receive_message(
    ctx: Context,
    *,
    sender: str,
    sender_name: str,
    family: str,
    topic: str,
    subject: str,
    body: str,
    channel: Channel = Channel.EMAIL,
    customer: Customer | None = None,
    about: str | None = None,
    language: str = "fr",
    proposal: str | None = None,
    answers: Message | None = None,
    link: str = "",
    fraudulent: bool = False,
) -> Message:
    """A message lands in the mailbox; ``language`` is that of the answer expected.

    ``proposal`` is what its author would settle for.
    """
    message = Message(
        channel=channel,
        topic=topic,
        family=family,
        sender_key=sender,
        sender_name=sender_name,
        subject=subject,
        body=body,
        about=clean(about),
        proposal=proposal or None,
        answers=named(answers),
        link=link,
        fraudulent=fraudulent,
    )
    keep(ctx, message, customer)
    payload = MessageReceived(sender, channel, topic, named(customer), message.about, language)
    record(ctx, message.reference, payload)
    return message
