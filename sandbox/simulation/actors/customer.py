"""Customers: they answer quotes, order, argue, agree, promise and pay."""

from datetime import date, timedelta

from sqlalchemy import or_, select

from sandbox.core import chance
from sandbox.core.calendar import (
    add_working_days,
    add_working_minutes,
    opening,
    working_minutes_between,
)
from sandbox.core.context import Context
from sandbox.core.money import WHOLE, divide_half_up, format_rate
from sandbox.core.units import Rate, UnitPrice
from sandbox.crm.models import Channel, Customer, Message
from sandbox.erp.models import (
    Invoice,
    Quote,
    QuoteLine,
    QuoteStatus,
    RefusalReason,
)
from sandbox.erp.services.answering import accept_quote, decline_quote
from sandbox.erp.services.lines import LineDraft
from sandbox.erp.services.paying import promise_payment
from sandbox.journal import subscribe
from sandbox.journal.payloads import (
    DepositInvoiced,
    DunningSent,
    FormalNoticeSent,
    InvoiceIssued,
    QuoteFollowedUp,
    QuoteSent,
)
from sandbox.simulation.actors.early import paid_early
from sandbox.simulation.actors.online import paid_online
from sandbox.simulation.actors.placing import place_order
from sandbox.simulation.actors.speaking import contact_of, customer_key, customer_says, soon
from sandbox.simulation.characters import CustomerCharacter, OrderTwist
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.regard import COLD, COLD_PAYS_LATER, TIRED, loyalty_of
from sandbox.simulation.scene import between, customer_character, scene

LATER = "later_date:"
HAGGLING = "negotiation"
WHOLE_CENT = 100


@subscribe(QuoteSent)
def weigh_quote(ctx: Context, reference: str, payload: QuoteSent) -> None:
    """The customer thinks a quote over, and may ring first."""
    if scene(ctx) is None:
        return
    character, key = customer_character(ctx, payload.customer), customer_key(payload.customer)
    if character.calls_in is not None:
        at = add_working_minutes(ctx.now(), character.calls_in)
        schedule(ctx, at, "customer_calls", reference)
    if character.answer != "silent":
        soon(ctx, character.answers_in, "customer_answers_quote", key, reference)
    schedule(ctx, opening(payload.valid_until + timedelta(days=1)), "quote_lapses", reference)


@subscribe(QuoteFollowedUp)
def be_reminded(ctx: Context, reference: str, payload: QuoteFollowedUp) -> None:
    """Somebody who kept silent answers when asked."""
    if scene(ctx) is not None:
        character = customer_character(ctx, payload.customer)
        key = customer_key(payload.customer)
        soon(ctx, character.reacts_in, "customer_answers_quote", key, reference)


@happens("customer_calls")
def call(ctx: Context, subject: str) -> None:
    """The telephone rings about a quote."""
    quote = ctx.find(Quote, subject)
    if quote.status == QuoteStatus.SENT:
        occasion = customer_character(ctx, quote.customer.reference).call
        _ring_or_leave_word(ctx, quote, occasion)


def _ring_or_leave_word(ctx: Context, quote: Quote, occasion: str) -> None:
    """A conversation if one is written under that name, else a voice message."""
    found, about = scene(ctx), quote.reference
    if found and occasion in found.calls:
        said = {"dialogue": occasion, "about": about, "facts": {"quote": about}}
        schedule(ctx, ctx.now(), "somebody_rings", quote.customer.reference, **said)
        return
    channel = Channel.PHONE
    customer_says(ctx, quote.customer, occasion, topic="delivery", about=about, channel=channel)


@happens("customer_answers_quote")
def answer_quote(ctx: Context, subject: str) -> None:
    """Yes with an order, or no."""
    quote = ctx.find(Quote, subject)
    if quote.status != QuoteStatus.SENT or _overtaken(ctx, quote):
        return
    character = customer_character(ctx, quote.customer.reference)
    key = customer_key(quote.customer.reference)
    customer = ctx.acting_as(key)
    if character.haggles and not _has_haggled(ctx, quote):
        _haggle(ctx, quote, character)
        return
    if character.answer == "declines" or loyalty_of(ctx, key) < TIRED:
        _decline(ctx, quote, character)
        return
    signed_by = contact_of(ctx, quote.customer)
    accept_quote(customer, quote, options=_options_taken(ctx, quote, key), signed_by=signed_by)
    place_order(
        ctx,
        quote.customer,
        [_ordered(line, character.order) for line in quote.agreed_lines],
        quote=quote,
        number=character.order.reference or None,
        requested_on=character.order.requested_on or _agreed_date(ctx, quote, character),
    )


def _decline(ctx: Context, quote: Quote, character: CustomerCharacter) -> None:
    """No, with the reason, in words that say it."""
    key = customer_key(quote.customer.reference)
    reason = _reason(ctx, quote, key, character)
    decline_quote(ctx.acting_as(key), quote, reason=reason)
    occasion = "declines" if reason == RefusalReason.PRICE else f"declines_{reason}"
    customer_says(ctx, quote.customer, occasion, topic="quote", about=quote.reference)


def _reason(ctx: Context, quote: Quote, key: str, character: CustomerCharacter) -> RefusalReason:
    """A quote that came late lost to another; a customer who is tired of us goes elsewhere."""
    allowed = ctx.setting.procedures.sales.quote_minutes
    asked, left = quote.enquiry.at if quote.enquiry else None, quote.sent_at
    if asked and left and quote.version == 1 and working_minutes_between(asked, left) > allowed:
        return RefusalReason.TIMING
    if loyalty_of(ctx, key) < TIRED:
        return RefusalReason.COMPETITOR
    return RefusalReason(character.declines_for)


def _options_taken(ctx: Context, quote: Quote, key: str) -> list[int]:
    """Positions of the options that the customer takes: one in two."""
    about = quote.reference
    return [
        line.position
        for line in quote.options
        if between(ctx, (0, 1), key, f"option_{line.position}", about)
    ]


def _has_haggled(ctx: Context, quote: Quote) -> bool:
    """Whether the customer has already asked for better terms: it does so once."""
    asked = select(Message.id).where(
        Message.run_id == ctx.run.id,
        Message.customer_id == quote.customer_id,
        Message.topic == HAGGLING,
    )
    return ctx.session.scalar(asked.limit(1)) is not None


def _haggle(ctx: Context, quote: Quote, character: CustomerCharacter) -> None:
    less = format_rate(character.haggles)
    customer_says(
        ctx, quote.customer, "counters", topic=HAGGLING, about=quote.reference, amount=less
    )


def _overtaken(ctx: Context, quote: Quote) -> bool:
    """Whether the same enquiry has had a later quote, or one that the customer has taken."""
    if quote.enquiry_id is None:
        return False
    settled = or_(Quote.status == QuoteStatus.ACCEPTED, Quote.id > quote.id)
    others = select(Quote.id).where(
        Quote.run_id == ctx.run.id,
        Quote.enquiry_id == quote.enquiry_id,
        Quote.id != quote.id,
        Quote.status.in_((QuoteStatus.SENT, QuoteStatus.ACCEPTED)),
        settled,
    )
    return ctx.session.scalar(others.limit(1)) is not None


def _ordered(line: QuoteLine, twist: OrderTwist) -> LineDraft:
    product = line.product.reference
    quantity = twist.quantities.get(product, line.quantity)
    return LineDraft(product, quantity, line.discount, cut(line.unit_price, twist.price))


def cut(price: UnitPrice, cut: Rate) -> UnitPrice:
    """Price lowered by a rate, rounded to the cent as a customer would write it."""
    return divide_half_up(price * (WHOLE - cut), WHOLE * WHOLE_CENT) * WHOLE_CENT if cut else price


def _agreed_date(ctx: Context, quote: Quote, character: CustomerCharacter) -> date | None:
    """The later date that we proposed and the customer can live with, else the one asked for."""
    proposed = ctx.session.scalar(
        select(Message.proposal)
        .where(
            Message.run_id == ctx.run.id,
            Message.customer_id == quote.customer_id,
            Message.about == quote.reference,
            Message.proposal.startswith(LATER),
        )
        .order_by(Message.id.desc())
        .limit(1)
    )
    if proposed and character.accepts_later:
        return date.fromisoformat(proposed.removeprefix(LATER))
    return quote.requested_on


@subscribe(InvoiceIssued, DepositInvoiced)
def await_due_date(ctx: Context, reference: str, payload: InvoiceIssued | DepositInvoiced) -> None:
    """The customer files the invoice until it falls due."""
    if scene(ctx) is not None:
        schedule(ctx, opening(payload.due_on), "invoice_falls_due", reference)


@happens("invoice_falls_due")
def pay_in_time(ctx: Context, subject: str) -> None:
    """The customer pays as late as it usually does, if it pays."""
    invoice = ctx.find(Invoice, subject)
    customer = invoice.customer
    paid = paid_online(ctx, invoice) or paid_early(ctx, subject)
    if customer_character(ctx, customer.reference).pays and not paid:
        late = _days_late(ctx, customer, subject)
        if loyalty_of(ctx, customer_key(customer.reference)) < COLD:
            late += COLD_PAYS_LATER
        schedule(ctx, opening(invoice.due_on + timedelta(days=late)), "money_lands", subject)


def _days_late(ctx: Context, customer: Customer, invoice: str) -> int:
    character, found = customer_character(ctx, customer.reference), scene(ctx)
    if character.pays_late is not None:
        return character.pays_late
    habit = found.habits.get(customer.segment) if found else None
    if not habit:
        return 0
    key = customer_key(customer.reference)
    return int(chance.pick(habit, ctx.run.seed, key, "pays_late", invoice))


@subscribe(DunningSent, FormalNoticeSent)
def be_dunned(ctx: Context, reference: str, payload: DunningSent | FormalNoticeSent) -> None:
    """A dunning step makes some customers promise, and some pay."""
    if scene(ctx) is None:
        return
    level = payload.level if isinstance(payload, DunningSent) else "formal_notice"
    character = customer_character(ctx, payload.customer)
    if character.pays_after == level:
        schedule(ctx, opening(add_working_days(ctx.today(), 2)), "money_lands", reference)
    elif level == "call" and character.promises is not None:
        schedule(ctx, ctx.now(), "customer_promises", reference)


@happens("customer_promises")
def promise(ctx: Context, subject: str) -> None:
    """On the telephone, the customer gives a date, and keeps it or not."""
    invoice = ctx.find(Invoice, subject)
    character = customer_character(ctx, invoice.customer.reference)
    promised_on = opening(ctx.today() + timedelta(days=character.promises or 0)).date()
    key = customer_key(invoice.customer.reference)
    promise_payment(ctx.acting_as(key), invoice, promised_on=promised_on)
    if character.keeps_promise:
        schedule(ctx, opening(promised_on), "money_lands", subject)
