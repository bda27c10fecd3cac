"""Saying, as it is done, that a note or a message goes against data protection."""

from sandbox.core.context import Context
from sandbox.crm.models import Channel, Contact, Customer
from sandbox.crm.privacy import consents_of, prospected
from sandbox.crm.privacy_errors import ConsumerConsentMissing, ObjectionIgnored, SensitiveWords
from sandbox.crm.sensitive import sensitive_words

PROSPECTING = "prospecting"


def caution_sensitive(ctx: Context, *texts: str) -> None:
    """Caution when a note holds words that a customer's file does not."""
    found = sensitive_words("\n".join(texts))
    if found:
        ctx.caution(SensitiveWords(words=", ".join(found)))


def caution_prospecting(ctx: Context, customer: Customer) -> None:
    """Caution when prospecting reaches who objected, or a private person who did not agree."""
    person = prospected(ctx.session, customer)
    if person is not None and person.objected_on is not None:
        ctx.caution(ObjectionIgnored(name=person.name))
    elif not customer.business and not _agreed(ctx, person):
        ctx.caution(ConsumerConsentMissing(name=customer.name))


def _agreed(ctx: Context, person: Contact | None) -> bool:
    if person is None:
        return False
    return any(
        consent.channel == Channel.EMAIL and consent.withdrawn_on is None
        for consent in consents_of(ctx.session, ctx.run.id, person.id)
    )
