"""Mailings: one template, several customers, a message to each with their own data."""

from sandbox.core.context import Context
from sandbox.crm.consents import PROSPECTING, barred_among
from sandbox.crm.errors import EmptyMessage, FieldMissingFor, TooFewRecipients
from sandbox.crm.merging import MERGED, fill, left_in, merge_values
from sandbox.crm.models import Channel, Customer, Message
from sandbox.crm.privacy_errors import NobodyLeft
from sandbox.crm.services.mailbox.sending import send_message
from sandbox.journal import record, use_case
from sandbox.journal.payloads import MessageSent
from sandbox.journal.payloads.mailbox import MailMerged, TemplateUsed

LEAST = 2


@use_case(
    minutes=5,
    emits=(MessageSent, TemplateUsed, MailMerged),
    refuses=(TooFewRecipients, EmptyMessage, FieldMissingFor, NobodyLeft),
)
def send_mailing(
    ctx: Context,
    *,
    customers: tuple[Customer, ...],
    subject: str,
    body: str,
    topic: str = "other",
    template: str = "",
) -> list[Message]:
    """Send the same letter to several customers, each message filled and kept on its own.

    All of them leave, or none; a letter takes a minute of company time. Those whom the law forbids
    to prospect are left out of a prospecting letter.
    """
    chosen = list({customer.reference: customer for customer in customers}.values())
    if len(chosen) < LEAST:
        raise TooFewRecipients
    if not body.strip():
        raise EmptyMessage
    left_out = _forbidden(ctx, chosen, topic)
    written = [customer for customer in chosen if customer.reference not in left_out]
    if not written:
        raise NobodyLeft
    ctx.takes(len(written))
    sent = [_one(ctx, customer, subject, body, topic, template) for customer in written]
    fields = tuple(sorted(name for name in MERGED if "{" + name + "}" in subject + body))
    names = tuple(customer.reference for customer in written)
    cautions = tuple(caution.code for caution in ctx.scratch.cautions)
    merged = MailMerged(template, names, topic, fields, cautions, left_out)
    record(ctx, sent[0].reference, merged)
    return sent


def _forbidden(ctx: Context, chosen: list[Customer], topic: str) -> tuple[str, ...]:
    """References of those who objected, or did not agree."""
    if topic != PROSPECTING:
        return ()
    return tuple(sorted(barred_among(ctx.session, ctx.run.id, chosen, Channel.EMAIL)))


def _one(
    ctx: Context, customer: Customer, subject: str, body: str, topic: str, template: str
) -> Message:
    values = merge_values(ctx.session, ctx.run.id, ctx.setting, customer, "")
    title, text = fill(subject, values), fill(body, values)
    if field := left_in(title, text):
        raise FieldMissingFor(name=field, customer=customer.name)
    to = f"customer:{customer.reference}"
    return send_message(
        ctx, to=to, subject=title, body=text, topic=topic, signed=True, template=template
    )
