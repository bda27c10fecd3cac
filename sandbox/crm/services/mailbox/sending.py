"""What goes out: letters to those outside, alerts to colleagues, copies, papers joined."""

from sandbox.core.context import Context
from sandbox.core.setting import Colleague
from sandbox.core.units import Cents
from sandbox.crm.drafts import Draft
from sandbox.crm.enclosures import enclose
from sandbox.crm.errors import (
    DraftClosed,
    EmptyMessage,
    UnfilledField,
    UnknownEnclosure,
    UnknownPost,
    UnknownRecipient,
)
from sandbox.crm.labels import topic_label
from sandbox.crm.merging import left_in
from sandbox.crm.models import Channel, Customer, Message
from sandbox.crm.people_errors import ChannelUnfit
from sandbox.crm.people_warning import warn_of_channel
from sandbox.crm.privacy_errors import ConsumerConsentMissing, ObjectionIgnored
from sandbox.crm.privacy_warning import caution_prospecting
from sandbox.crm.services.mailbox.keeping import (
    addressee,
    clean,
    customer_of,
    keep,
    keep_sent,
    named,
)
from sandbox.crm.signing import signed_by
from sandbox.journal import record, use_case
from sandbox.journal.payloads import ColleagueAlerted, DocumentTransmitted, MessageSent
from sandbox.journal.payloads.mailbox import (
    DocumentsAttached,
    LetterPosted,
    MessageCopied,
    ReceiptAsked,
    TemplateUsed,
)


@use_case(
    minutes=5,
    emits=(
        MessageSent,
        MessageCopied,
        ColleagueAlerted,
        DocumentTransmitted,
        DocumentsAttached,
        ReceiptAsked,
        TemplateUsed,
        LetterPosted,
    ),
    refuses=(EmptyMessage, UnknownRecipient, UnknownEnclosure, DraftClosed, UnfilledField),
    warns=(ChannelUnfit, ObjectionIgnored, ConsumerConsentMissing),
)
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
    copies: tuple[str, ...] = (),
    attachments: tuple[str, ...] = (),
    signed: bool = False,
    receipt: bool = False,
    draft: Draft | None = None,
    template: str = "",
) -> Message:
    """Write to somebody outside the company; ``to`` is a key such as « customer:CLI-0001 ».

    ``copies`` are keys or posts, ``attachments`` papers of the archive by reference.
    """
    if not body.strip():
        raise EmptyMessage
    if field := left_in(subject, body):
        raise UnfilledField(name=field)
    if draft is not None:
        draft.close(ctx.now())
    _warn(ctx, to, channel, topic)
    sent = keep_sent(
        ctx,
        to=to,
        subject=subject,
        body=body,
        topic=topic,
        channel=channel,
        customer=customer or (customer_of(answers) if answers else None),
        about=about or (answers.about if answers else None),
        answers=answers,
        proposal=proposal,
    )
    record(ctx, sent.reference, _sent(ctx, sent))
    if template:
        record(ctx, sent.reference, TemplateUsed(template, to, sent.topic))
    _copy(ctx, sent, copies)
    _attach(ctx, sent, attachments)
    if signed:
        sent.body = f"{sent.body.rstrip()}\n\n{signed_by(ctx.setting)}"
    if receipt:
        sent.receipt_asked = True
        record(ctx, sent.reference, ReceiptAsked(to, named(customer_of(sent)), sent.about))
    return sent


def _warn(ctx: Context, to: str, channel: Channel, topic: str) -> None:
    """What somebody there needs, and whether they may be prospected."""
    warn_of_channel(ctx, to, channel)
    caution_prospecting(ctx, to, topic, channel)


def _copy(ctx: Context, sent: Message, copies: tuple[str, ...]) -> None:
    """Others who get the same words; a colleague in copy has been told."""
    others = [key for key in dict.fromkeys(copies) if key and key != sent.to_key]
    if not others:
        return
    sent.copies = [[key, _copied_name(ctx, key)] for key in others]
    record(ctx, sent.reference, MessageCopied(sent.to_key, tuple(others), sent.about))
    for post in (key for key in others if ctx.setting.colleague(key)):
        told = ColleagueAlerted(post, sent.topic, named(customer_of(sent)), sent.about, None)
        record(ctx, sent.reference, told)


def _copied_name(ctx: Context, key: str) -> str:
    colleague = ctx.setting.colleague(key)
    return colleague.name if colleague else addressee(ctx, key)[1]


def _attach(ctx: Context, sent: Message, attachments: tuple[str, ...]) -> None:
    """Join papers of the archive, as links: light, and each leaves the proof that it was sent."""
    papers = [enclose(ctx, paper, sent) for paper in dict.fromkeys(attachments) if paper]
    if papers:
        sent.attachments = [[paper.row_id, paper.title] for paper in papers]
        numbers = tuple(paper.number for paper in papers)
        record(ctx, sent.reference, DocumentsAttached(sent.to_key, numbers, sent.about))


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
    payload = ColleagueAlerted(post, topic, named(customer), told.about, stake)
    record(ctx, told.reference, payload)
    return told


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
        about=clean(about),
    )
    return keep(ctx, message, customer)


def _sent(ctx: Context, message: Message) -> MessageSent:
    return MessageSent(
        to=message.to_key,
        channel=message.channel,
        topic=message.topic,
        customer=named(customer_of(message)),
        about=message.about,
        answers=message.answers,
        proposal=message.proposal,
        words=len(message.body.split()),
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
