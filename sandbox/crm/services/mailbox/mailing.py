"""Mailings: one template, several customers, a message to each with their own data."""

from sandbox.core.context import Context
from sandbox.crm.errors import EmptyMessage, FieldMissingFor, TooFewRecipients
from sandbox.crm.merging import MERGED, fill, left_in, merge_values
from sandbox.crm.models import Customer, Message
from sandbox.crm.privacy_errors import ConsumerConsentMissing, ObjectionIgnored
from sandbox.crm.services.mailbox.sending import send_message
from sandbox.journal import record, use_case
from sandbox.journal.payloads import MessageSent
from sandbox.journal.payloads.mailbox import MailMerged, TemplateUsed

LEAST = 2


@use_case(
    minutes=5,
    emits=(MessageSent, TemplateUsed, MailMerged),
    refuses=(TooFewRecipients, EmptyMessage, FieldMissingFor),
    warns=(ObjectionIgnored, ConsumerConsentMissing),
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

    All of them leave, or none; a letter takes a minute of company time.
    """
    chosen = list({customer.reference: customer for customer in customers}.values())
    if len(chosen) < LEAST:
        raise TooFewRecipients
    if not body.strip():
        raise EmptyMessage
    ctx.takes(len(chosen))
    sent = [_one(ctx, customer, subject, body, topic, template) for customer in chosen]
    fields = tuple(sorted(name for name in MERGED if "{" + name + "}" in subject + body))
    names = tuple(customer.reference for customer in chosen)
    record(ctx, sent[0].reference, _merged(ctx, template, names, topic, fields))
    return sent


def _merged(
    ctx: Context, template: str, names: tuple[str, ...], topic: str, fields: tuple[str, ...]
) -> MailMerged:
    cautions = tuple(caution.code for caution in ctx.scratch.cautions)
    return MailMerged(template, names, topic, fields, cautions)


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
