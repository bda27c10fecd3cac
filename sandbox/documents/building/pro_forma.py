"""Pro forma invoices."""

from sandbox.core.context import Context
from sandbox.documents import mentions
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
from sandbox.documents.building.offering import with_incoterm
from sandbox.documents.issuing import store
from sandbox.documents.snapshots import ProForma
from sandbox.erp.models import Order
from sandbox.journal import subscribe
from sandbox.journal.payloads import ProFormaIssued


@subscribe(ProFormaIssued)
def keep_pro_forma(ctx: Context, reference: str, payload: ProFormaIssued) -> None:
    """Freeze a pro forma as it is issued: no book of accounts, so nobody files it."""
    order = issued(ctx, Order, payload.order)
    store(ctx, pro_forma_snapshot(ctx, order, reference, payload), archived=False)


def pro_forma_snapshot(
    ctx: Context, order: Order, reference: str, payload: ProFormaIssued
) -> ProForma:
    """What the invoice will say, as far as it is known."""
    customer, language = order.customer, language_of(order.customer)
    return ProForma(
        reference=reference,
        issued_on=ctx.today(),
        valid_until=payload.valid_until,
        order_reference=order.reference,
        quote_reference=order.quote.reference if order.quote else "",
        customer_reference=order.customer_reference,
        language=language,
        seller=company(ctx),
        customer=customer_party(customer, language),
        delivery_address=delivery_address(customer, language),
        handled_by=writer(ctx, language),
        lines=tuple(priced(line, line.product, language) for line in order.lines if line.quantity),
        totals=feet(ctx, order, customer, order.lines),
        delivery_terms=with_incoterm(
            delivery_terms(
                order.carriage,
                order.promised_on or order.requested_on,
                promised=order.promised_on is not None,
                language=language,
            ),
            order,
        ),
        payment_terms=payment_terms(customer.terms, language),
        mentions=mentions.of_pro_forma(circumstances(ctx, customer, order.lines)),
    )
