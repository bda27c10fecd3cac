"""Use cases of the mailbox: read, write, alert, and what the world sends."""

from sandbox.core.context import Context
from sandbox.core.setting import Colleague
from sandbox.core.units import Cents
from sandbox.crm.directory import family_of, name_of
from sandbox.crm.errors import EmptyMessage, UnknownPost, UnknownRecipient
from sandbox.crm.labels import topic_label
from sandbox.crm.models import Channel, Customer, Message
from sandbox.journal import record, use_case
from sandbox.journal.payloads import ColleagueAlerted, MessageRead, MessageReceived, MessageSent


@use_case(minutes=1, emits=(MessageRead,))
def read_message(ctx: Context, message: Message) -> Message:
    """Open a message; only the first time is news."""
    if message.unread:
        message.read_at = ctx.now()
        payload = MessageRead(
            sender=message.sender_key,
            topic=message.topic,
            customer=_reference(_customer_of(message)),
            about=message.about,
        )
        record(ctx, message.reference, payload)
    return message


@use_case(minutes=5, emits=(MessageSent,), refuses=(EmptyMessage, UnknownRecipient))
def send_message(
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
    """Write to somebody outside the company; ``to`` is a key such as « customer:CLI-0001 »."""
    if not body.strip():
        raise EmptyMessage
    sent = keep_sent(
        ctx,
        to=to,
        subject=subject,
        body=body,
        topic=topic,
        channel=channel,
        customer=customer or (_customer_of(answers) if answers else None),
        about=about or (answers.about if answers else None),
        answers=answers,
        proposal=proposal,
    )
    record(ctx, sent.reference, _sent(sent))
    return sent


@use_case(minutes=3, emits=(ColleagueAlerted,), refuses=(UnknownPost, EmptyMessage))
def alert_colleague(
    ctx: Context,
    *,
    post: str,
    topic: str,
    body: str,
    customer: Customer | None = None,
    about: str | None = None,
    stake: Cents | None = None,
) -> Message:
    """Tell a colleague of something that concerns their post."""
    colleague = ctx.setting.colleague(post)
    if colleague is None:
        raise UnknownPost(post=post)
    if not body.strip():
        raise EmptyMessage
    told = _told(ctx, colleague, topic, body, customer, about)
    payload = ColleagueAlerted(post, topic, _reference(customer), told.about, stake)
    record(ctx, told.reference, payload)
    return told


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
) -> Message:
    """A message lands in the mailbox; ``language`` is that of the answer expected."""
    message = Message(
        channel=channel,
        topic=topic,
        family=family,
        sender_key=sender,
        sender_name=sender_name,
        subject=subject,
        body=body,
        about=_clean(about),
    )
    _keep(ctx, message, customer)
    known = _reference(customer)
    payload = MessageReceived(sender, channel, topic, known, message.about, language)
    record(ctx, message.reference, payload)
    return message


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

    Raises UnknownRecipient, and NotFound for a customer who is not there.
    """
    family = family_of(to)
    if family is None:
        raise UnknownRecipient(to=to)
    customer = _customer_written_to(ctx, to) or customer
    return _keep(
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
            about=_clean(about),
            answers=_reference(answers),
            proposal=proposal or None,
        ),
        customer,
    )


def _told(
    ctx: Context,
    colleague: Colleague,
    topic: str,
    body: str,
    customer: Customer | None,
    about: str | None,
) -> Message:
    message = Message(
        outgoing=True,
        channel=Channel.CHAT,
        topic=topic,
        family="interne",
        sender_key=ctx.actor,
        to_key=colleague.post,
        to_name=colleague.name,
        subject=topic_label(topic),
        body=body,
        about=_clean(about),
    )
    return _keep(ctx, message, customer)


def _keep(ctx: Context, message: Message, customer: Customer | None) -> Message:
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


def _sent(message: Message) -> MessageSent:
    return MessageSent(
        to=message.to_key,
        channel=message.channel,
        topic=message.topic,
        customer=_reference(_customer_of(message)),
        about=message.about,
        answers=message.answers,
        proposal=message.proposal,
        words=len(message.body.split()),
    )


def _customer_of(message: Message) -> Customer | None:
    # A message of nobody's may come from a factory or a flush, its relation never loaded.
    return None if message.customer_id is None else message.customer


def _reference(row: Customer | Message | None) -> str | None:
    return None if row is None else row.reference


def _clean(reference: str | None) -> str | None:
    return (reference or "").strip() or None
