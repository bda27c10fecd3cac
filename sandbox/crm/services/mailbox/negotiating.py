"""Negotiation: what becomes of an offer, and taking what the other would settle for."""

from typing import Literal

from sandbox.core.context import Context
from sandbox.crm.errors import NothingToAccept
from sandbox.crm.models import Message
from sandbox.crm.offers import offer_label, read_offer
from sandbox.crm.services.mailbox.keeping import customer_of, named
from sandbox.crm.services.mailbox.sending import send_message
from sandbox.journal import record, use_case
from sandbox.journal.payloads import MessageSent
from sandbox.journal.payloads.mailbox import OfferAnswered


@use_case(emits=(OfferAnswered,))
def answer_offer(
    ctx: Context,
    message: Message,
    *,
    offer: str,
    outcome: Literal["agreed", "countered", "refused"],
    asked: int | None = None,
    turn: int = 1,
) -> Message:
    """Somebody takes, counters or refuses an offer, in this message (they act)."""
    payload = OfferAnswered(
        other=message.sender_key,
        customer=named(customer_of(message)),
        about=message.about,
        offer=offer,
        outcome=outcome,
        asked=asked,
        turn=turn,
    )
    record(ctx, message.reference, payload)
    return message


@use_case(minutes=3, emits=(MessageSent,), refuses=(NothingToAccept,))
def accept_counter(ctx: Context, message: Message) -> Message:
    """Take the figure that the other would settle for, in writing."""
    if message.outgoing or read_offer(message.proposal).value is None:
        raise NothingToAccept(reference=message.reference)
    said = offer_label(message.proposal)
    return send_message(
        ctx,
        to=message.sender_key,
        subject=f"Re: {message.subject.removeprefix('Re: ')}",
        body=f"Bonjour,\n\nNous acceptons ce que vous proposez. {said}.\n\nCordialement,",
        topic="negotiation",
        answers=message,
        proposal=message.proposal,
        signed=True,
    )
