"""Saying, as it is done, that a note or a message goes against data protection."""

from sandbox.core.context import Context
from sandbox.crm.consents import PROSPECTING, Bar, barred_among
from sandbox.crm.models import Customer
from sandbox.crm.privacy_errors import ConsumerConsentMissing, ObjectionIgnored, SensitiveWords
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
