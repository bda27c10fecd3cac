"""The post: what a letter costs, its number, and what comes back of it."""

from datetime import date

from sandbox.core import chance
from sandbox.core.context import Context
from sandbox.crm.errors import AlreadyReturned
from sandbox.crm.letters import PAPER, Letter
from sandbox.crm.models import Channel, Message
from sandbox.journal import record, use_case
from sandbox.journal.payloads.mailbox import LetterPosted, LetterReturned

NUMBERS = 10**11


def post(ctx: Context, message: Message) -> Letter | None:
    """Put a message that goes on paper into the post; None when it goes otherwise."""
    if message.channel not in PAPER:
        return None
    registered = message.channel == Channel.REGISTERED
    relation = ctx.setting.procedures.relation
    letter = Letter(
        message=message.reference,
        registered=registered,
        to_key=message.to_key,
        to_name=message.to_name,
        subject=message.subject,
        about=message.about,
        customer_id=message.customer_id,
        posted_at=ctx.now(),
        cost=relation.registered_cost if registered else relation.letter_cost,
    )
    ctx.add(letter)
    letter.reference = f"LET-{letter.id:06d}"
    letter.tracking = _number(ctx, letter.reference) if registered else ""
    record(ctx, letter.reference, _posted(letter, message))
    return letter


def _posted(letter: Letter, message: Message) -> LetterPosted:
    known = message.customer if message.customer_id is not None else None
    return LetterPosted(
        to=letter.to_key,
        registered=letter.registered,
        customer=known.reference if known else None,
        about=letter.about,
        cost=letter.cost,
        tracking=letter.tracking,
    )


def _number(ctx: Context, reference: str) -> str:
    drawn = f"{chance.below(NUMBERS, ctx.run.seed, 'post', 'tracking', reference):011d}"
    return f"1A {drawn[:3]} {drawn[3:6]} {drawn[6:10]} {drawn[10:]}"


@use_case(emits=(LetterReturned,), refuses=(AlreadyReturned,))
def return_letter(
    ctx: Context, letter: Letter, *, presented_on: date, signed_on: date | None = None
) -> Letter:
    """The receipt of a registered letter comes back, or the letter that nobody fetched."""
    letter.come_back(ctx.now(), presented_on, signed_on)
    known = letter.customer if letter.customer_id is not None else None
    payload = LetterReturned(
        to=letter.to_key,
        customer=known.reference if known else None,
        about=letter.about,
        outcome=letter.status,
        presented_on=presented_on,
        signed_on=signed_on,
    )
    record(ctx, letter.reference, payload)
    return letter
