"""Deposit invoices: a sum asked in advance, its VAT, and the final invoice that takes it off."""

from sqlalchemy.orm import Session

from sandbox.core.context import Context
from sandbox.core.money import format_euros, format_rate
from sandbox.core.pricing import PRICE_UNITS_PER_CENT, VatRow, from_gross, spread
from sandbox.core.terms import PaymentTerm
from sandbox.core.units import Cents
from sandbox.erp.errors.common import NotRecorded
from sandbox.erp.errors.depositing import (
    DepositAboveOrder,
    DepositDeducted,
    DepositNotAsAgreed,
    DepositTooLate,
    NoDepositAgreed,
)
from sandbox.erp.models import Invoice, InvoiceLine, Order, OrderStatus, PlatformStatus
from sandbox.erp.queries.depositing import Advances, advances_of, final_of
from sandbox.erp.services.lines import vat_of
from sandbox.erp.services.sending import addressee_of
from sandbox.journal import record, use_case
from sandbox.journal.payloads import DepositDeduction, DepositInvoiced

ALL_LEFT = frozenset({OrderStatus.SHIPPED, OrderStatus.INVOICED})


@use_case(
    minutes=4,
    emits=(DepositInvoiced,),
    refuses=(NoDepositAgreed, NotRecorded, DepositTooLate, DepositAboveOrder),
    warns=(DepositNotAsAgreed,),
)
def invoice_deposit(ctx: Context, order: Order, *, amount: Cents | None = None) -> Invoice:
    """Issue the invoice of a deposit, so many cents with VAT; what was agreed when none is given.

    It is issued at the latest when the sum is paid (CGI 289-I-1-c): VAT on goods is due then since
    2023 (CGI 269-2-a). It has a number of the invoices' series and is due at once.
    """
    before = _ready(ctx, order)
    asked = before.to_ask if amount is None else amount
    if not 0 < asked <= before.room:
        raise DepositAboveOrder(reference=order.reference, left=format_euros(before.room))
    if before.invoiced + asked > before.agreed:
        agreed, total = format_euros(before.agreed), format_euros(before.invoiced + asked)
        ctx.caution(DepositNotAsAgreed(agreed=agreed, asked=total))
    invoice = _drawn_up(ctx, order, asked)
    invoice.reference = ctx.number("FA")
    ctx.add(invoice)
    payload = DepositInvoiced(
        order=order.reference,
        customer=order.customer.reference,
        business=order.customer.business,
        deposit_kind=order.deposit_kind,
        deposit_asked=before.agreed,
        net=invoice.net,
        vat=invoice.vat,
        gross=invoice.gross,
        due_on=invoice.due_on,
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, invoice.reference, payload)
    return invoice


def _ready(ctx: Context, order: Order) -> Advances:
    """What was asked before of an order of which a deposit may be invoiced."""
    if not order.deposit_kind:
        raise NoDepositAgreed(reference=order.reference)
    if not order.recorded or order.status == OrderStatus.CANCELLED:
        raise NotRecorded(reference=order.reference)
    if order.status in ALL_LEFT:
        raise DepositTooLate(reference=order.reference)
    return advances_of(ctx.session, order)


def _drawn_up(ctx: Context, order: Order, asked: Cents) -> Invoice:
    """The deposit invoice of an order: a line for each VAT rate, no number yet."""
    today = ctx.today()
    carriage_vat = vat_of(ctx.setting.procedures.sales.carriage_vat, order.customer)
    rows = order.foot(order.lines, order.carriage, carriage_vat).vat_rows
    invoice = Invoice(
        customer=order.customer,
        order=order,
        issued_on=today,
        supplied_on=today,
        due_on=today,
        terms=PaymentTerm.ON_RECEIPT,
        platform_status=PlatformStatus.PENDING,
        lifecycle=0,
        addressee=addressee_of(order.customer, order),
        credited=False,
        credited_amount=0,
        packaging_deposit=0,
        advance=order.deposit_kind,
        deductions=[],
        deducted=0,
    )
    lines = _lines(order, rows, asked)
    invoice.total_up(lines, 0, 0)
    invoice.balance, invoice.lines = invoice.gross, lines
    return invoice


def _lines(order: Order, rows: tuple[VatRow, ...], asked: Cents) -> list[InvoiceLine]:
    """The sum asked, spread over the VAT rates of the order as its total is."""
    word = "Arrhes" if order.deposit_kind == "forfeit" else "Acompte"
    parts = spread(asked, [row.base + row.vat for row in rows])
    made: list[InvoiceLine] = []
    for row, part in zip(rows, parts, strict=True):
        if not part:
            continue
        line = InvoiceLine(
            position=len(made) + 1,
            packaging="",
            label=f"{word} sur la commande {order.known_as}, part à {format_rate(row.rate)} de TVA",
            quantity=1,
            unit_price=from_gross(part, row.rate)[0] * PRICE_UNITS_PER_CENT,
            discount=0,
            vat_rate=row.rate,
            eco=0,
        )
        line.price()
        made.append(line)
    return made


def take_deposits_off(session: Session, invoice: Invoice, order: Order) -> list[DepositDeduction]:
    """Deduct the deposit invoices of an order from its final invoice, as far as it goes."""
    taken = []
    for deposit in advances_of(session, order).waiting:
        amount = min(deposit.left, invoice.balance)
        if amount > 0:
            invoice.deduct(deposit.invoice.reference, amount)
            taken.append(
                DepositDeduction(
                    order=order.reference,
                    customer=invoice.customer.reference,
                    advance=deposit.invoice.reference,
                    amount=amount,
                    unpaid=deposit.invoice.balance,
                )
            )
    return taken


def must_not_be_deducted(ctx: Context, invoice: Invoice) -> None:
    """Raise DepositDeducted for a deposit invoice that a final one takes off."""
    final = final_of(ctx.session, invoice) if invoice.advance else ""
    if final:
        raise DepositDeducted(reference=invoice.reference, final=final)
