"""Pro forma invoices: the picture of an invoice to come, for customs, a bank or a payment first."""

from datetime import timedelta

from sandbox.core.context import Context
from sandbox.erp.errors.depositing import ProFormaUseless
from sandbox.erp.models import Order, OrderStatus
from sandbox.journal import record, use_case
from sandbox.journal.payloads import ProFormaIssued

VALID_FOR = timedelta(days=30)
NOT_TO_BE_SOLD = frozenset({OrderStatus.DECLINED, OrderStatus.CANCELLED, OrderStatus.INVOICED})


@use_case(minutes=3, emits=(ProFormaIssued,), refuses=(ProFormaUseless,))
def issue_pro_forma(ctx: Context, order: Order) -> Order:
    """Issue the pro forma of an order, valid 30 days.

    It bears a number of its own series (PF-): it is no invoice, claims nothing, makes no VAT due
    (CGI 269, 289) and counts in no outstanding. A new one may follow: each has its number.
    """
    if order.status in NOT_TO_BE_SOLD:
        raise ProFormaUseless(reference=order.reference)
    payload = ProFormaIssued(
        order=order.reference,
        customer=order.customer.reference,
        gross=order.gross,
        valid_until=ctx.today() + VALID_FOR,
    )
    record(ctx, ctx.number("PF"), payload)
    return order
