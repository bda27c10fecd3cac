"""Use cases of quotes: drawing up, sending, following up, and the customer's answer."""

from datetime import date, timedelta

from sqlalchemy.orm.attributes import set_committed_value

from sandbox.core.context import Context
from sandbox.core.errors import Caution
from sandbox.core.money import format_euros, format_rate
from sandbox.core.setting import DelegationLevel
from sandbox.core.units import Cents, Days, Rate
from sandbox.crm.models import Channel, Customer, Message
from sandbox.erp.errors.common import TooEarly
from sandbox.erp.errors.selling import (
    AlreadySent,
    AmountAboveDelegation,
    BadCarriage,
    BadDiscount,
    BadPrice,
    BadQuantity,
    BadValidity,
    DiscountAboveDelegation,
    EmptyQuote,
    ExpiredQuote,
    NotSent,
    UnknownProduct,
)
from sandbox.erp.models import Approval, ApprovalKind, Quote, QuoteLine, QuoteStatus
from sandbox.erp.services.credit import deciding, granted
from sandbox.erp.services.letters import write_to
from sandbox.erp.services.lines import LineDraft, payload_lines, price_all, total_up
from sandbox.journal import record, use_case
from sandbox.journal.payloads import (
    QuoteAccepted,
    QuoteDeclined,
    QuoteDrawnUp,
    QuoteExpired,
    QuoteFollowedUp,
    QuoteSent,
)

_BAD_LINES = (UnknownProduct, BadQuantity, BadDiscount, BadPrice, BadCarriage, BadValidity)


@use_case(minutes=10, emits=(QuoteDrawnUp,), refuses=_BAD_LINES)
def draw_up_quote(
    ctx: Context,
    *,
    customer: Customer,
    lines: list[LineDraft],
    enquiry: Message | None = None,
    requested_on: date | None = None,
    validity_days: Days | None = None,
    carriage: Cents | None = None,
) -> Quote:
    """Draw up a draft quote; nothing said of carriage or validity means the procedure's."""
    quote = Quote(
        customer_id=customer.id,
        customer=customer,
        drawn_up_at=ctx.now(),
        status=QuoteStatus.DRAFT,
        enquiry_id=enquiry.id if enquiry else None,
        lines=price_all(ctx, QuoteLine, lines, customer),
    )
    # Setting a relation to None would blank the key that it shares with the row: the run's.
    set_committed_value(quote, "enquiry", enquiry)
    ctx.add(quote)
    quote.reference = quote.alias
    return _settle(ctx, quote, requested_on, validity_days, carriage)


@use_case(minutes=6, emits=(QuoteDrawnUp,), refuses=(AlreadySent, *_BAD_LINES))
def revise_quote(
    ctx: Context,
    quote: Quote,
    *,
    lines: list[LineDraft],
    requested_on: date | None = None,
    validity_days: Days | None = None,
    carriage: Cents | None = None,
) -> Quote:
    """Change a draft quote: its lines and terms are those given now."""
    quote.still_draft()
    quote.lines = price_all(ctx, QuoteLine, lines, quote.customer)
    ctx.add(quote)
    return _settle(ctx, quote, requested_on, validity_days, carriage)


def _settle(
    ctx: Context,
    quote: Quote,
    requested_on: date | None,
    validity_days: Days | None,
    carriage: Cents | None,
) -> Quote:
    """Set the terms and the totals of a draft, and record it."""
    sales = ctx.setting.procedures.sales
    days = sales.quote_validity_days if validity_days is None else validity_days
    if days < 1:
        raise BadValidity
    quote.requested_on = requested_on
    quote.valid_until = quote.drawn_up_at.date() + timedelta(days=days)
    total_up(quote, quote.lines, carriage, sales, quote.customer)
    payload = QuoteDrawnUp(
        customer=quote.customer.reference,
        lines=payload_lines(quote.lines),
        net=quote.net,
        gross=quote.gross,
        highest_discount=quote.highest_discount,
        enquiry=quote.enquiry.reference if quote.enquiry else None,
    )
    record(ctx, quote.reference, payload)
    return quote


@use_case(
    minutes=3,
    emits=(QuoteSent,),
    refuses=(EmptyQuote, AlreadySent),
    warns=(DiscountAboveDelegation, AmountAboveDelegation),
)
def send_quote(ctx: Context, quote: Quote, *, channel: Channel = Channel.EMAIL) -> Quote:
    """Send a draft quote to its customer: from now on it binds the company."""
    quote.ready()
    approvals = granted(ctx, quote.reference)
    _caution_delegation(ctx, quote, approvals)
    quote.send(ctx.now(), ctx.number("DE"))
    record(ctx, quote.reference, _sent(ctx, quote, approvals))
    write_to(
        ctx,
        quote.customer,
        topic="quote",
        subject=f"Notre devis {quote.reference}",
        text=(
            f"Veuillez trouver notre devis {quote.reference}, "
            f"d'un montant de {format_euros(quote.gross)} TTC, "
            f"valable jusqu'au {quote.ends_on:%d/%m/%Y}."
        ),
        about=quote.reference,
        channel=channel,
        answers=quote.enquiry,
    )
    return quote


def _sent(ctx: Context, quote: Quote, approvals: dict[str, Approval]) -> QuoteSent:
    enquiry = quote.enquiry
    return QuoteSent(
        alias=quote.alias,
        customer=quote.customer.reference,
        new_customer=quote.customer.known_since is None,
        net=quote.net,
        gross=quote.gross,
        highest_discount=quote.highest_discount,
        valid_until=quote.ends_on,
        enquiry=enquiry.reference if enquiry else None,
        asked_at=enquiry.at if enquiry else None,
        approval=deciding(approvals, ApprovalKind.DISCOUNT, ApprovalKind.ORDER_AMOUNT),
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
        grid_discount=quote.customer.discount,
        carriage=quote.carriage,
        unusual=_unusual(ctx, quote),
    )


def _unusual(ctx: Context, quote: Quote) -> bool:
    """More than so many times the customer's mean order, as an order would be."""
    mean = quote.customer.mean_order
    return mean > 0 and quote.gross > ctx.setting.procedures.credit.unusual_multiple * mean


def _caution_delegation(ctx: Context, quote: Quote, approvals: dict[str, Approval]) -> None:
    """Caution when discount or amount is beyond the learner's post, and nobody granted it."""
    level = ctx.setting.procedures.level(ctx.setting.learner_post)
    for kind, breach in breaches(quote.net, quote.highest_discount, level, quote.customer).items():
        if kind not in approvals:
            ctx.caution(breach)


def breaches(
    net: Cents, discount: Rate, level: DelegationLevel, customer: Customer
) -> dict[ApprovalKind, Caution]:
    """What an offer (cents net of tax, highest discount) needs an approval for, at this level."""
    found: dict[ApprovalKind, Caution] = {}
    most = discount_allowed(level.discount, customer)
    if discount > most:
        found[ApprovalKind.DISCOUNT] = DiscountAboveDelegation(
            discount=format_rate(discount), most=format_rate(most)
        )
    if net > level.order_net:
        found[ApprovalKind.ORDER_AMOUNT] = AmountAboveDelegation(
            net=format_euros(net), most=format_euros(level.order_net)
        )
    return found


def discount_allowed(delegated: Rate, customer: Customer) -> Rate:
    """The most that may be given alone: one's delegation, or what the customer's terms grant."""
    return max(delegated, customer.discount)


@use_case(minutes=3, emits=(QuoteFollowedUp,), refuses=(NotSent,), warns=(TooEarly,))
def follow_up_quote(ctx: Context, quote: Quote) -> Quote:
    """Ask the customer for an answer to a quote."""
    quote.awaited()
    due = quote.follow_up_from(ctx.setting.procedures.sales.follow_up_from_days)
    if ctx.today() < due:
        ctx.caution(TooEarly(step="la relance d'un devis", from_on=due))
    quote.followed_up_at = ctx.now()
    payload = QuoteFollowedUp(
        customer=quote.customer.reference,
        sent_on=quote.left_on,
        valid_until=quote.ends_on,
    )
    record(ctx, quote.reference, payload)
    write_to(
        ctx,
        quote.customer,
        topic="quote",
        subject=f"Votre avis sur notre devis {quote.reference}",
        text=(
            f"Avez-vous pu étudier notre devis {quote.reference} ? Il est valable jusqu'au "
            f"{quote.ends_on:%d/%m/%Y} ; je réponds volontiers à vos questions."
        ),
        about=quote.reference,
    )
    return quote


@use_case(emits=(QuoteAccepted,), refuses=(ExpiredQuote, NotSent))
def accept_quote(ctx: Context, quote: Quote) -> Quote:
    """The customer says yes."""
    quote.accept(ctx.now())
    record(ctx, quote.reference, QuoteAccepted(quote.customer.reference))
    return quote


@use_case(emits=(QuoteDeclined,), refuses=(NotSent,))
def decline_quote(ctx: Context, quote: Quote, *, reason: str) -> Quote:
    """The customer says no."""
    quote.close(QuoteStatus.DECLINED, ctx.now())
    record(ctx, quote.reference, QuoteDeclined(quote.customer.reference, reason))
    return quote


@use_case(emits=(QuoteExpired,), refuses=(NotSent,))
def expire_quote(ctx: Context, quote: Quote) -> Quote:
    """The validity passes without an answer."""
    quote.close(QuoteStatus.EXPIRED, ctx.now())
    record(ctx, quote.reference, QuoteExpired(quote.customer.reference))
    return quote
