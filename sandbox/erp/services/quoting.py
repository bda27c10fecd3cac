"""Use cases of quotes: drawing up, sending, following up, and the customer's answer."""

from datetime import date, timedelta

from sqlalchemy.orm.attributes import set_committed_value

from sandbox.core.context import Context
from sandbox.core.errors import Caution
from sandbox.core.money import format_euros, format_rate
from sandbox.core.setting import DelegationLevel, SalesProcedure
from sandbox.core.units import Cents, Days, Rate
from sandbox.crm.models import Channel, Customer, Message
from sandbox.erp.errors.offering import (
    AcceptedQuote,
    BadDeposit,
    BadEarlyPayment,
    BadOverallDiscount,
    MarginBelowFloor,
    NoFirmLine,
)
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
    UnknownProduct,
)
from sandbox.erp.errors.shipping import IncotermWithoutPlace, UnknownIncoterm
from sandbox.erp.margin import margin_of
from sandbox.erp.models import Approval, ApprovalKind, OfferTerms, Quote, QuoteStatus
from sandbox.erp.queries.quoting import version_before
from sandbox.erp.services.credit import deciding, granted
from sandbox.erp.services.letters import write_to
from sandbox.erp.services.lines import LineDraft, payload_lines, quote_lines, total_up
from sandbox.journal import record, use_case
from sandbox.journal.payloads import (
    QuoteDrawnUp,
    QuoteReplaced,
    QuoteSent,
)

_BAD_LINES = (UnknownProduct, BadQuantity, BadDiscount, BadPrice, BadCarriage, BadValidity)
BAD_TERMS = (BadDeposit, BadEarlyPayment, BadOverallDiscount, UnknownIncoterm)


@use_case(
    minutes=10,
    emits=(QuoteDrawnUp,),
    refuses=(*_BAD_LINES, *BAD_TERMS),
    warns=(IncotermWithoutPlace,),
)
def draw_up_quote(
    ctx: Context,
    *,
    customer: Customer,
    lines: list[LineDraft],
    enquiry: Message | None = None,
    requested_on: date | None = None,
    validity_days: Days | None = None,
    carriage: Cents | None = None,
    terms: OfferTerms | None = None,
) -> Quote:
    """Draw up a draft quote; nothing said of carriage or validity means the procedure's."""
    asked = terms or OfferTerms()
    asked.check()
    quote = Quote(
        customer_id=customer.id,
        customer=customer,
        drawn_up_at=ctx.now(),
        status=QuoteStatus.DRAFT,
        enquiry_id=enquiry.id if enquiry else None,
        lines=quote_lines(ctx, lines, customer, asked.overall_discount),
    )
    # Setting a relation to None would blank the key that it shares with the row: the run's.
    set_committed_value(quote, "enquiry", enquiry)
    ctx.add(quote)
    quote.reference = quote.alias
    _settle(ctx, quote, requested_on, validity_days, carriage)
    return _offer(ctx, quote, asked)


@use_case(
    minutes=6,
    emits=(QuoteDrawnUp,),
    refuses=(AlreadySent, *_BAD_LINES, *BAD_TERMS),
    warns=(IncotermWithoutPlace,),
)
def revise_quote(
    ctx: Context,
    quote: Quote,
    *,
    lines: list[LineDraft],
    requested_on: date | None = None,
    validity_days: Days | None = None,
    carriage: Cents | None = None,
    terms: OfferTerms | None = None,
) -> Quote:
    """Change a draft quote: its lines and terms are those given now."""
    asked = terms or OfferTerms()
    asked.check()
    quote.still_draft()
    quote.lines = quote_lines(ctx, lines, quote.customer, asked.overall_discount)
    ctx.add(quote)
    _settle(ctx, quote, requested_on, validity_days, carriage)
    return _offer(ctx, quote, asked)


def _settle(
    ctx: Context,
    quote: Quote,
    requested_on: date | None,
    validity_days: Days | None,
    carriage: Cents | None,
) -> None:
    """Set the dates and the totals of a draft; raises BadValidity or BadCarriage."""
    sales = ctx.setting.procedures.sales
    days = sales.quote_validity_days if validity_days is None else validity_days
    if days < 1:
        raise BadValidity
    quote.requested_on = requested_on
    quote.valid_until = quote.drawn_up_at.date() + timedelta(days=days)
    total_up(quote, quote.firm_lines, carriage, sales, quote.customer)


def _offer(ctx: Context, quote: Quote, terms: OfferTerms) -> Quote:
    """Set the terms of a draft whose totals are known, and record it."""
    quote.offer(terms)
    if terms.incoterm and not quote.incoterm_place:
        ctx.caution(IncotermWithoutPlace())
    return record_draft(ctx, quote)


def record_draft(ctx: Context, quote: Quote) -> Quote:
    """Say in the journal what a draft offers now."""
    payload = QuoteDrawnUp(
        customer=quote.customer.reference,
        lines=payload_lines(quote.lines),
        net=quote.net,
        gross=quote.gross,
        highest_discount=quote.highest_discount,
        enquiry=quote.enquiry.reference if quote.enquiry else None,
        quote_version=quote.version,
    )
    record(ctx, quote.reference, payload)
    return quote


@use_case(
    minutes=3,
    emits=(QuoteSent, QuoteReplaced),
    refuses=(EmptyQuote, NoFirmLine, AlreadySent, AcceptedQuote),
    warns=(DiscountAboveDelegation, AmountAboveDelegation, MarginBelowFloor),
)
def send_quote(ctx: Context, quote: Quote, *, channel: Channel = Channel.EMAIL) -> Quote:
    """Send a draft quote to its customer: from now on it binds the company."""
    quote.ready()
    approvals = granted(ctx, quote.reference)
    _caution_delegation(ctx, quote, approvals)
    if thin := margin_breach(quote, ctx.setting.procedures.sales):
        ctx.caution(thin)
    before = version_before(ctx.session, quote)
    if before:
        before.to_replace()
    quote.send(ctx.now(), ctx.number("DE"))
    record(ctx, quote.reference, _sent(ctx, quote, approvals, before))
    if before:
        _replace(ctx, before, quote)
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


def _replace(ctx: Context, before: Quote, quote: Quote) -> None:
    """Close the version before: nobody answers it any more."""
    before.status = QuoteStatus.REPLACED
    record(ctx, before.reference, QuoteReplaced(quote.customer.reference, quote.reference))


def _sent(
    ctx: Context, quote: Quote, approvals: dict[str, Approval], before: Quote | None
) -> QuoteSent:
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
        quote_version=quote.version,
        replaces=before.reference if before else None,
        deposit_kind=quote.deposit_kind,
        deposit_asked=quote.deposit_asked,
        early_payment=quote.early_payment,
    )


def _unusual(ctx: Context, quote: Quote) -> bool:
    """Whether its total with tax is unusual for the customer, as an order would be."""
    return quote.customer.unusual(quote.gross, ctx.setting.procedures.credit)


def _caution_delegation(ctx: Context, quote: Quote, approvals: dict[str, Approval]) -> None:
    """Caution when discount or amount is beyond the learner's post, and nobody granted it."""
    level = ctx.setting.procedures.level(ctx.setting.learner_post)
    for kind, breach in breaches(quote.net, quote.highest_discount, level, quote.customer).items():
        if kind not in approvals:
            ctx.caution(breach)


def margin_breach(quote: Quote, sales: SalesProcedure) -> Caution | None:
    """Why a quote earns too little, if it does."""
    found = margin_of(quote)
    if found is None or found.margin >= sales.margin_floor:
        return None
    return MarginBelowFloor(rate=format_rate(found.margin), floor=format_rate(sales.margin_floor))


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
