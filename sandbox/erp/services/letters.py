"""What the sales desk writes to customers: the deed is the entry, the letter goes with it."""

from sandbox.core.context import Context
from sandbox.crm.models import Channel, Customer, Message
from sandbox.crm.services import keep_sent


def write_to(
    ctx: Context,
    customer: Customer,
    *,
    topic: str,
    subject: str,
    text: str,
    about: str,
    channel: Channel = Channel.EMAIL,
    answers: Message | None = None,
    proposal: str | None = None,
) -> Message:
    """Put a letter to a customer among the messages sent."""
    company = ctx.setting.company.name
    return keep_sent(
        ctx,
        to=f"customer:{customer.reference}",
        subject=subject,
        body=f"Bonjour,\n\n{text}\n\nCordialement,\nLe service commercial\n{company}",
        topic=topic,
        channel=channel,
        customer=customer,
        about=about,
        answers=answers,
        proposal=proposal,
    )
