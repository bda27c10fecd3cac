"""How a message is kept: to whom it goes, under which name, about what."""

from sandbox.core.context import Context
from sandbox.crm.directory import family_of, name_of
from sandbox.crm.errors import UnknownRecipient
from sandbox.crm.labels import topic_label
from sandbox.crm.models import Channel, Customer, Message
from sandbox.crm.services.mailbox.posting import post


def keep_sent(
    ctx: Context,
    *,
    to: str,
    subject: str,
    body: str,
    topic: str = "other",
    channel: Channel = Channel.EMAIL,
    customer: Customer | None = None,
    about: str | None = None,
    answers: Message | None = None,
    proposal: str | None = None,
) -> Message:
    """File a message that leaves, without journal: the act that it carries has its own entry.

    On paper, it goes to the post, which has one.

    Raises UnknownRecipient, and NotFound for a customer who is not there.
    """
    family = family_of(to)
    if family is None:
        raise UnknownRecipient(to=to)
    customer = _customer_written_to(ctx, to) or customer
    sent = keep(
        ctx,
        Message(
            outgoing=True,
            channel=channel,
            topic=topic,
            family=family,
            sender_key=ctx.actor,
            to_key=to,
            to_name=_name(ctx, to, customer),
            subject=subject.strip() or topic_label(topic),
            body=body,
            about=clean(about),
            answers=named(answers),
            proposal=proposal or None,
        ),
        customer,
    )
    post(ctx, sent)
    return sent


def keep(ctx: Context, message: Message, customer: Customer | None) -> Message:
    """Put a message into the run under its reference, with the customer whom it concerns."""
    message.at = ctx.now()
    if customer is not None:
        message.customer_id, message.customer = customer.id, customer
    ctx.add(message)
    message.reference = f"MSG-{message.id:06d}"
    return message


def addressee(ctx: Context, to: str) -> tuple[Customer | None, str]:
    """The customer under a key, if it is one, and the name to show.

    Raises UnknownRecipient, and NotFound for a customer who is not there.
    """
    if family_of(to) is None:
        raise UnknownRecipient(to=to)
    customer = _customer_written_to(ctx, to)
    return customer, _name(ctx, to, customer)


def _customer_written_to(ctx: Context, to: str) -> Customer | None:
    kind, _, reference = to.partition(":")
    return ctx.find(Customer, reference) if kind == "customer" else None


def _name(ctx: Context, to: str, customer: Customer | None) -> str:
    if customer is not None and to == f"customer:{customer.reference}":
        return customer.name
    return name_of(ctx.session, ctx.run.id, to)


def customer_of(message: Message) -> Customer | None:
    """The customer of a message, if it has one."""
    # A message of nobody's may come from a factory or a flush, its relation never loaded.
    return None if message.customer_id is None else message.customer


def named(row: Customer | Message | None) -> str | None:
    """Reference of a row, if there is one."""
    return None if row is None else row.reference


def clean(reference: str | None) -> str | None:
    """A reference as it was typed, blanks off; None when nothing was."""
    return (reference or "").strip() or None
