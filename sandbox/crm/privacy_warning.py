"""Saying, as it is done, that a note or a message goes against data protection."""

from sandbox.core.context import Context
from sandbox.core.prospecting import in_call_hours
from sandbox.crm.consents import PROSPECTING, Bar, barred_among
from sandbox.crm.models import Customer
from sandbox.crm.privacy_errors import (
    ConsumerConsentMissing,
    ObjectionIgnored,
    OutsideCallHours,
    SensitiveWords,
)
from sandbox.crm.sensitive import sensitive_words


def caution_sensitive(ctx: Context, *texts: str) -> None:
    """Caution when a note holds words that a customer's file does not."""
    found = sensitive_words("\n".join(texts))
    if found:
        ctx.caution(SensitiveWords(words=", ".join(found)))


def caution_prospecting(ctx: Context, key: str, topic: str, channel: str) -> None:
    """Caution when prospecting reaches who objected, or a consumer who did not agree."""
    kind, _, reference = key.partition(":")
    if topic != PROSPECTING or kind != "customer":
        return
    customer = ctx.find(Customer, reference)
    found = barred_among(ctx.session, ctx.run.id, [customer], channel).get(reference)
    if found is None:
        return
    who = found.person or customer.name
    if found.why == Bar.OBJECTION:
        ctx.caution(ObjectionIgnored(who=who, since=found.since))
    else:
        ctx.caution(ConsumerConsentMissing(who=who))


def caution_call_hours(ctx: Context, customer: Customer | None, topic: str) -> None:
    """Caution when a consumer is rung up to be sold something, and it is not the hour for it."""
    if topic != PROSPECTING or customer is None or customer.business:
        return
    if not in_call_hours(ctx.now()):
        ctx.caution(OutsideCallHours(who=customer.name))
