"""Versions of a quote: what was sent stays, a new version takes its place."""

from datetime import timedelta

from sqlalchemy.orm.attributes import set_committed_value

from sandbox.core.context import Context
from sandbox.erp.errors.offering import (
    AcceptedQuote,
    ReplacedQuote,
    StillADraft,
    VersionUnderWay,
)
from sandbox.erp.models import Quote, QuoteLine, QuoteStatus
from sandbox.erp.queries.quoting import draft_version
from sandbox.erp.services.quoting import record_draft
from sandbox.journal import record, use_case
from sandbox.journal.payloads import QuoteDrawnUp, QuoteVersionMade


@use_case(
    minutes=3,
    emits=(QuoteVersionMade, QuoteDrawnUp),
    refuses=(StillADraft, AcceptedQuote, ReplacedQuote, VersionUnderWay),
)
def new_version(ctx: Context, quote: Quote) -> Quote:
    """Draw up the next version of a quote that left; it takes its place when it is sent."""
    quote.to_replace()
    if under_way := draft_version(ctx.session, quote):
        raise VersionUnderWay(reference=quote.reference, draft=under_way.reference)
    made = _copy(ctx, quote)
    payload = QuoteVersionMade(quote.customer.reference, made.alias, made.version)
    record(ctx, quote.reference, payload)
    return record_draft(ctx, made)


def _copy(ctx: Context, quote: Quote) -> Quote:
    """A draft that offers the same, valid as long from its own day."""
    days = (quote.ends_on - quote.left_on).days
    made = Quote(
        customer_id=quote.customer_id,
        customer=quote.customer,
        enquiry_id=quote.enquiry_id,
        status=QuoteStatus.DRAFT,
        drawn_up_at=ctx.now(),
        valid_until=ctx.today() + timedelta(days=days),
        requested_on=quote.requested_on,
        carriage=quote.carriage,
        net=quote.net,
        vat=quote.vat,
        gross=quote.gross,
        version=quote.version + 1,
        origin_id=quote.family,
        lines=[_same(line) for line in quote.lines],
    )
    set_committed_value(made, "enquiry", quote.enquiry)
    made.offer(quote.offer_terms)
    ctx.add(made)
    made.reference = made.alias
    return made


def _same(line: QuoteLine) -> QuoteLine:
    return QuoteLine(
        position=line.position,
        product_id=line.product_id,
        product=line.product,
        label=line.label,
        quantity=line.quantity,
        unit_price=line.unit_price,
        discount=line.discount,
        second_discount=line.second_discount,
        overall_discount=line.overall_discount,
        optional=line.optional,
        vat_rate=line.vat_rate,
        eco=line.eco,
        net=line.net,
    )
