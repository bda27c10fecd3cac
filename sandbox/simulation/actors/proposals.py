"""Customers weigh what is proposed to them: what was decided, when, by which channel."""

from sandbox.core.calendar import add_working_minutes
from sandbox.core.context import Context
from sandbox.crm.models import Channel, Customer
from sandbox.crm.offers import read_offer
from sandbox.erp.models import Order, Quote
from sandbox.erp.services.checking import correct_order
from sandbox.journal import subscribe
from sandbox.journal.payloads import DeliveryDelivered, DifferencesRaised, DunningSent, MessageSent
from sandbox.simulation.actors.customer import LATER
from sandbox.simulation.actors.negotiating import turns, weigh_for_customer
from sandbox.simulation.actors.speaking import customer_key, customer_says, soon
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.regard import TIRED, feel, loyalty_of
from sandbox.simulation.scene import between, customer_character, scene

ALIGN, PARTIAL, FIRM = "align_on_quote", "partial:", "firm"
# A letter takes two worked days to get there.
POST_TAKES = 2 * 480
PAPER = (Channel.LETTER, Channel.REGISTERED)
BROKEN_PROMISE, DUNNED_FOR_NOTHING = -8, -15


@subscribe(DifferencesRaised)
def hear_differences(ctx: Context, reference: str, payload: DifferencesRaised) -> None:
    """The customer looks at its order again."""
    if scene(ctx) is not None:
        character = customer_character(ctx, payload.customer)
        key = customer_key(payload.customer)
        soon(ctx, character.reacts_in, "customer_answers_differences", key, reference)


@happens("customer_answers_differences")
def answer_differences(ctx: Context, subject: str) -> None:
    """The customer falls in with the quote, or insists."""
    order = ctx.find(Order, subject)
    if not customer_character(ctx, order.customer.reference).agrees:
        customer_says(ctx, order.customer, "insists", topic="difference", about=subject)
        return
    key = customer_key(order.customer.reference)
    correct_order(ctx.acting_as(key), order, by_agreement=True)
    customer_says(ctx, order.customer, "agrees", topic="difference", about=subject)


@subscribe(MessageSent)
def hear_proposal(ctx: Context, _reference: str, payload: MessageSent) -> None:
    """A message that proposes something gets an answer; by post it takes longer to arrive."""
    if scene(ctx) is None or not (payload.proposal and payload.customer and payload.about):
        return
    character, key = customer_character(ctx, payload.customer), customer_key(payload.customer)
    if payload.to != key:
        return
    delay = between(ctx, character.reacts_in, key, "customer_answers_proposal", payload.about)
    delay += POST_TAKES if payload.channel in PAPER else 0
    said = {"customer": payload.customer, "proposal": payload.proposal}
    offer = read_offer(payload.proposal)
    if offer.value is not None:
        turn = turns(ctx, key, payload.about, f"{offer.kind}:")
        figures = {"turn": turn, "channel": payload.channel}
        at = add_working_minutes(ctx.now(), delay)
        schedule(ctx, at, "customer_weighs_figure", payload.about, **said, **figures)
        return
    at = add_working_minutes(ctx.now(), delay)
    schedule(ctx, at, "customer_answers_proposal", payload.about, **said)


@happens("customer_answers_proposal")
def answer_proposal(ctx: Context, subject: str, customer: str, proposal: str) -> None:
    """Yes or no to a later date, the terms of the quote, a replacement, a credit, a plan."""
    row, kind = ctx.find(Customer, customer), proposal.partition(":")[0]
    willing = loyalty_of(ctx, customer_key(customer)) >= TIRED
    if proposal == ALIGN:
        answer_differences(ctx, subject)
    elif kind == FIRM:
        _take_or_leave(ctx, subject)
    elif proposal.startswith((LATER, PARTIAL)):
        accepts = willing and customer_character(ctx, customer).accepts_later
        occasion = "agrees_date" if accepts else "declines_date"
        topic = "date_agreed" if accepts else "date_declined"
        said = proposal.removeprefix(LATER)
        customer_says(ctx, row, occasion, topic=topic, about=subject, date=said)
    else:
        accepts = willing and kind in customer_character(ctx, customer).wants
        occasion = "accepts_offer" if accepts else "declines_offer"
        topic = "offer_agreed" if accepts else "offer_declined"
        customer_says(ctx, row, occasion, topic=topic, about=subject)


@happens("customer_weighs_figure")
def weigh_figure(
    ctx: Context, subject: str, customer: str, proposal: str, turn: int, channel: str
) -> None:
    """An amount, a rate or a number of instalments is negotiated in rounds."""
    row = ctx.find(Customer, customer)
    weigh_for_customer(ctx, row, subject, read_offer(proposal), turn, channel)


def _take_or_leave(ctx: Context, subject: str) -> None:
    """Somebody who haggles takes the quote once it is defended."""
    quote = ctx.find(Quote, subject)
    schedule(ctx, ctx.now(), "customer_answers_quote", quote.reference)


@subscribe(DeliveryDelivered)
def notice_lateness(ctx: Context, _reference: str, payload: DeliveryDelivered) -> None:
    """Goods that come after the promised day cost us some regard."""
    if scene(ctx) is not None and ctx.today() > payload.promised_on:
        feel(ctx, customer_key(payload.customer), BROKEN_PROMISE)


@subscribe(DunningSent)
def resent_dunning(ctx: Context, _reference: str, payload: DunningSent) -> None:
    """Nobody likes to be dunned when the money is on its way."""
    if scene(ctx) is not None and {"PaymentWaiting", "PromiseRunning"} & set(payload.cautions):
        feel(ctx, customer_key(payload.customer), DUNNED_FOR_NOTHING)
