"""Letters that the learner writes: what goes by post is printed, and kept in the archive."""

from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.crm.letters import PAPER, Letter
from sandbox.crm.models import Customer, Message
from sandbox.documents.building.common import (
    company,
    customer_party,
    issued,
    language_of,
    writer,
)
from sandbox.documents.issuing import store
from sandbox.documents.parts import Party
from sandbox.documents.snapshots import Letter as LetterSnapshot
from sandbox.journal import subscribe
from sandbox.journal.payloads import MessageSent


@subscribe(MessageSent)
def print_letter(ctx: Context, reference: str, payload: MessageSent) -> None:
    """Freeze a letter that goes by post; a mail or a call is not printed."""
    if payload.channel in PAPER:
        message = issued(ctx, Message, reference)
        customer = ctx.find(Customer, payload.customer) if payload.customer else None
        store(ctx, letter_snapshot(ctx, message, customer))


def letter_snapshot(ctx: Context, message: Message, customer: Customer | None) -> LetterSnapshot:
    """A letter as it was written, to whom, under which number."""
    ctx.session.flush()
    query = select(Letter).where(Letter.run_id == ctx.run.id, Letter.message == message.reference)
    letter = ctx.session.scalars(query).one()
    to = customer if customer and f"customer:{customer.reference}" == message.to_key else None
    language = language_of(to) if to else "fr"
    blank = Party(name=message.to_name, street="", postcode="", town="")
    return LetterSnapshot(
        reference=letter.reference,
        issued_on=ctx.today(),
        seller=company(ctx),
        customer=customer_party(to, language) if to else blank,
        subject=message.subject,
        paragraphs=tuple(part.strip() for part in message.body.split("\n\n") if part.strip()),
        tracking=letter.tracking,
        handled_by=writer(ctx, language),
        language=language,
    )
