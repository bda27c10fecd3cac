"""Negotiation in rounds: an offer with a figure is taken, countered, or refused."""

from datetime import timedelta
from typing import Any

from sqlalchemy import func, select

from sandbox.core.calendar import working_minutes_between
from sandbox.core.context import LEARNER, Context
from sandbox.core.money import WHOLE, divide_half_up
from sandbox.core.units import Cents
from sandbox.crm.models import Channel, Customer, Message
from sandbox.crm.offers import DISCOUNT, PLAN, Offer, amount_of, read_offer
from sandbox.crm.services import answer_offer
from sandbox.erp.models import DeliveryNote, Invoice, Order, Quote
from sandbox.journal import subscribe
from sandbox.journal.payloads import MessageSent
from sandbox.simulation.actors.speaking import (
    customer_key,
    customer_says,
    soon,
    supplier_key,
    supplier_says,
)
from sandbox.simulation.engine import happens
from sandbox.simulation.negotiation import (
    GIVES,
    WISHES,
    Verdict,
    customer_verdict,
    held_to,
    supplier_verdict,
)
from sandbox.simulation.regard import TIRED, feel, loyalty_of
from sandbox.simulation.scene import between, customer_character, scene, supplier_character
from sandbox.supply.models import PurchaseOrder, Supplier

USUAL_BASE: Cents = 100_000
PLEASED, DISPLEASED, TOLD_AGAIN = 4, -4, -2
FAR_BACK = timedelta(days=30)
_OCCASIONS = {"agreed": "accepts_offer", "countered": "counters_offer", "refused": "declines_offer"}
_TOPICS = {"agreed": "offer_agreed", "countered": "negotiation", "refused": "offer_declined"}


def weigh_for_customer(
    ctx: Context, customer: Customer, about: str, offer: Offer, turn: int, channel: str
) -> None:
    """The customer looks at a figure: what it wishes, how it holds us, how long it has waited."""
    key = customer_key(customer.reference)
    verdict = _customer_says_of(ctx, customer, about, offer, turn, channel)
    said = Offer(offer.kind, verdict.asked) if verdict.asked is not None else None
    message = customer_says(
        ctx,
        customer,
        _OCCASIONS[verdict.outcome],
        topic=_TOPICS[verdict.outcome],
        about=about,
        proposal=said.code if said else None,
        amount=amount_of(said) if said else "",
    )
    answer_offer(
        ctx.acting_as(key),
        message,
        offer=offer.code,
        outcome=verdict.outcome,
        asked=verdict.asked,
        turn=turn,
    )
    feel(ctx, key, {"agreed": PLEASED, "refused": DISPLEASED}.get(verdict.outcome, 0))


def _customer_says_of(
    ctx: Context, customer: Customer, about: str, offer: Offer, turn: int, channel: str
) -> Verdict:
    character, key = customer_character(ctx, customer.reference), customer_key(customer.reference)
    loyalty = loyalty_of(ctx, key)
    if loyalty < TIRED or (offer.kind != DISCOUNT and offer.kind not in character.wants):
        return Verdict("refused")
    late = _waited_too_long(ctx, customer, about)
    part = held_to(loyalty, by_phone=channel == Channel.PHONE, late=late)
    wish = _wish(ctx, key, about, offer.kind, character.haggles)
    if turn > 1 and _said_before(ctx, key, about, offer):
        feel(ctx, key, TOLD_AGAIN)
    return customer_verdict(offer.kind, wish, part, offer.value or 0, turn)


def _wish(ctx: Context, key: str, about: str, kind: str, haggles: int) -> int:
    if kind == DISCOUNT and haggles:
        return haggles
    drawn = between(ctx, WISHES[kind], key, f"wish_{kind}", about)
    return drawn if kind in (DISCOUNT, PLAN) else _part_of(_base(ctx, about), drawn)


def _part_of(base: Cents, rate: int) -> Cents:
    return divide_half_up(base * rate, WHOLE)


def _base(ctx: Context, about: str) -> Cents:
    """What the document at stake comes to, tax included; that of its order for a delivery."""
    kinds: dict[str, Any] = {"DE": Quote, "CDE": Order, "FA": Invoice, "CF": PurchaseOrder}
    prefix = about.partition("-")[0]
    if prefix == "BL":
        query = (
            select(Order.gross)
            .join(DeliveryNote, (DeliveryNote.order_id == Order.id))
            .where(Order.run_id == ctx.run.id, DeliveryNote.run_id == ctx.run.id)
            .where(DeliveryNote.reference == about)
        )
        return ctx.session.scalar(query) or USUAL_BASE
    kind = kinds.get(prefix)
    if kind is None:
        return USUAL_BASE
    amount = kind.net if kind is PurchaseOrder else kind.gross
    query = select(amount).where(kind.run_id == ctx.run.id, kind.reference == about)
    return ctx.session.scalar(query) or USUAL_BASE


def _waited_too_long(ctx: Context, customer: Customer, about: str) -> bool:
    """Whether the customer's last word on the document went unanswered beyond the procedure."""
    theirs = _last(ctx, about, Message.outgoing.is_(False), Message.customer_id == customer.id)
    if theirs is None or ctx.now() - theirs > FAR_BACK:
        return False
    ours = ctx.session.scalar(
        select(func.min(Message.at)).where(
            Message.run_id == ctx.run.id,
            Message.outgoing.is_(True),
            Message.customer_id == customer.id,
            Message.at >= theirs,
        )
    )
    spent = working_minutes_between(theirs, ours or ctx.now())
    return spent > ctx.setting.procedures.relation.answer_minutes


def _last(ctx: Context, about: str, *kept: Any) -> Any:
    query = select(func.max(Message.at)).where(
        Message.run_id == ctx.run.id, Message.about == about, *kept
    )
    return ctx.session.scalar(query)


def _said_before(ctx: Context, key: str, about: str, offer: Offer) -> bool:
    """Whether the very same figure was already proposed."""
    return turns(ctx, key, about, offer.code) > 1


def turns(ctx: Context, key: str, about: str, proposal: str) -> int:
    """How many of our messages to somebody about a document carry such a proposal."""
    query = (
        select(func.count())
        .select_from(Message)
        .where(
            Message.run_id == ctx.run.id,
            Message.outgoing.is_(True),
            Message.to_key == key,
            Message.about == about,
            Message.proposal.startswith(proposal),
        )
    )
    return ctx.session.scalar(query) or 0


@subscribe(MessageSent)
def hear_request(ctx: Context, _reference: str, payload: MessageSent) -> None:
    """A supplier is asked for something with a figure in it."""
    offer = read_offer(payload.proposal)
    asked = offer.value is not None and payload.about is not None and ctx.actor == LEARNER
    if scene(ctx) is None or not asked or not payload.to.startswith("supplier:"):
        return
    bounds = supplier_character(ctx, payload.to.partition(":")[2]).answers_in
    said = {"supplier": payload.to.partition(":")[2], "proposal": offer.code}
    turn = turns(ctx, payload.to, payload.about or "", f"{offer.kind}:")
    soon(ctx, bounds, "supplier_weighs_request", payload.to, payload.about or "", turn=turn, **said)


@happens("supplier_weighs_request")
def weigh_request(ctx: Context, subject: str, supplier: str, proposal: str, turn: int) -> None:
    """The supplier gives a little more at each time of asking, up to its limit."""
    row, offer = ctx.find(Supplier, supplier), read_offer(proposal)
    key = supplier_key(supplier)
    drawn = between(ctx, GIVES[offer.kind], key, f"gives_{offer.kind}", subject)
    fixed = offer.kind in (DISCOUNT, PLAN)
    most = drawn if fixed else _part_of(_base(ctx, subject), drawn)
    verdict = supplier_verdict(offer.kind, most, offer.value or 0, turn)
    given = Offer(offer.kind, verdict.asked) if verdict.asked is not None else None
    message = supplier_says(
        ctx,
        row,
        {"agreed": "grants", "countered": "counters", "refused": "stands"}[verdict.outcome],
        about=subject,
        topic=_TOPICS[verdict.outcome],
        proposal=given.code if given else None,
        amount=amount_of(given or offer),
    )
    answer_offer(
        ctx.acting_as(key),
        message,
        offer=offer.code,
        outcome=verdict.outcome,
        asked=verdict.asked,
        turn=turn,
    )
