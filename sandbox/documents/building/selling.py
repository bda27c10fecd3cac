"""Quotes and order acknowledgements."""

from sandbox.core.context import Context
from sandbox.core.units import Cents
from sandbox.documents import mentions
from sandbox.documents.base import Language
from sandbox.documents.building import english
from sandbox.documents.building.common import (
    circumstances,
    company,
    customer_party,
    delivery_address,
    delivery_terms,
    feet,
    issued,
    language_of,
    payment_terms,
    priced,
    writer,
)
from sandbox.documents.building.offering import (
    deposit_terms,
    early_payment_terms,
    with_incoterm,
)
from sandbox.documents.issuing import store
from sandbox.documents.snapshots import OrderAcknowledgement
from sandbox.documents.snapshots import Quote as QuoteSnapshot
from sandbox.erp.comparison import sentences
from sandbox.erp.models import Order, Quote
from sandbox.erp.services.lines import vat_of
from sandbox.journal import subscribe
from sandbox.journal.payloads import OrderAcknowledged, QuoteSent


@subscribe(QuoteSent)
def keep_quote(ctx: Context, reference: str, payload: QuoteSent) -> None:
    """Freeze a quote as it leaves."""
    store(ctx, quote_snapshot(ctx, issued(ctx, Quote, reference), payload.replaces or ""))


@subscribe(OrderAcknowledged)
def keep_acknowledgement(ctx: Context, reference: str, payload: OrderAcknowledged) -> None:
    """Freeze an order acknowledgement as it leaves."""
    store(ctx, acknowledgement_snapshot(ctx, issued(ctx, Order, reference), payload))


def quote_snapshot(ctx: Context, quote: Quote, replaces: str = "") -> QuoteSnapshot:
    """A quote as its customer reads it, and the version that it takes the place of."""
    customer, language = quote.customer, language_of(quote.customer)
    return QuoteSnapshot(
        reference=quote.reference,
        issued_on=quote.left_on,
        valid_until=quote.ends_on,
        language=language,
        seller=company(ctx),
        customer=customer_party(customer, language),
        delivery_address=delivery_address(customer, language),
        handled_by=writer(ctx, language),
        lines=tuple(priced(line, line.product, language) for line in quote.firm_lines),
        options=tuple(priced(line, line.product, language) for line in quote.options),
        gross_with_options=_with_options(ctx, quote),
        totals=feet(ctx, quote, customer, quote.firm_lines),
        version=quote.version,
        replaces=replaces,
        delivery_terms=with_incoterm(
            delivery_terms(quote.carriage, quote.requested_on, language=language), quote
        ),
        payment_terms=payment_terms(customer.terms, language),
        deposit_terms=deposit_terms(quote, language),
        early_payment_terms=early_payment_terms(quote, language),
        mentions=mentions.of_quote(circumstances(ctx, customer, quote.lines)),
    )


def _with_options(ctx: Context, quote: Quote) -> Cents | None:
    """The total with tax if every option were taken; None when there is none."""
    if not quote.options:
        return None
    carriage_vat = vat_of(ctx.setting.procedures.sales.carriage_vat, quote.customer)
    return quote.foot(quote.lines, quote.carriage, carriage_vat).gross


def acknowledgement_snapshot(
    ctx: Context, order: Order, payload: OrderAcknowledged
) -> OrderAcknowledgement:
    """What we undertake to deliver, at which price and when."""
    customer, language = order.customer, language_of(order.customer)
    return OrderAcknowledgement(
        reference=order.reference,
        issued_on=ctx.today(),
        ordered_on=order.received_at.date(),
        promised_on=payload.promised_on,
        quote_reference=order.quote.reference if order.quote else "",
        customer_reference=order.customer_reference,
        differences=_differences(order, language),
        language=language,
        seller=company(ctx),
        customer=customer_party(customer, language),
        delivery_address=delivery_address(customer, language),
        handled_by=writer(ctx, language),
        lines=tuple(priced(line, line.product, language) for line in order.lines if line.quantity),
        totals=feet(ctx, order, customer, order.lines),
        delivery_terms=with_incoterm(
            delivery_terms(order.carriage, payload.promised_on, promised=True, language=language),
            order,
        ),
        payment_terms=payment_terms(customer.terms, language),
        mentions=mentions.of_acknowledgement(circumstances(ctx, customer, order.lines)),
    )


def _differences(order: Order, language: Language) -> tuple[str, ...]:
    if order.quote is None:
        return ()
    return sentences(order) if language == "fr" else english.differences(order)
