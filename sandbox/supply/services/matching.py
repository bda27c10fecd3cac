"""Suppliers' invoices: received, matched with the order and the receipts, approved or disputed."""

from dataclasses import dataclass
from datetime import date

from sandbox.core.context import Context
from sandbox.core.pricing import line_net, totals
from sandbox.core.units import Cents, UnitPrice
from sandbox.journal import record, use_case
from sandbox.journal.payloads import (
    SupplierInvoiceApproved,
    SupplierInvoiceDisputed,
    SupplierInvoiceMatched,
    SupplierInvoiceReceived,
)
from sandbox.supply.errors import (
    AlreadyDecidedInvoice,
    DifferencesUnsettled,
    EmptyInvoice,
    NoReasonGiven,
    NotMatched,
    UnknownProduct,
)
from sandbox.supply.matching import match
from sandbox.supply.models import (
    PurchaseOrder,
    SupplierInvoice,
    SupplierInvoiceLine,
    SupplierInvoiceStatus,
)
from sandbox.supply.services.stock import known_products

CARRIAGE_VAT = 2000


@dataclass(frozen=True)
class InvoicedLineDraft:
    """Units of a product (by reference) and their price on a supplier's invoice."""

    product: str
    quantity: int
    unit_price: UnitPrice


@use_case(emits=(SupplierInvoiceReceived,), refuses=(EmptyInvoice, UnknownProduct))
def receive_supplier_invoice(
    ctx: Context,
    purchase_order: PurchaseOrder,
    *,
    number: str,
    lines: list[InvoicedLineDraft],
    due_on: date,
    carriage: Cents = 0,
) -> SupplierInvoice:
    """A supplier's invoice comes in, under the supplier's own number (the supplier acts)."""
    if not lines:
        raise EmptyInvoice
    invoice = _invoice(ctx, purchase_order, lines, carriage)
    invoice.number, invoice.due_on = number, due_on
    ctx.add(invoice)
    billed = {line.product_id: line.quantity for line in invoice.lines}
    for line in purchase_order.lines:
        line.invoiced += billed.get(line.product_id, 0)
    payload = SupplierInvoiceReceived(
        purchase_order=purchase_order.reference,
        supplier=purchase_order.supplier.reference,
        number=number,
        net=invoice.net,
        gross=invoice.gross,
        due_on=due_on,
    )
    record(ctx, invoice.reference, payload)
    return invoice


def _invoice(
    ctx: Context, order: PurchaseOrder, lines: list[InvoicedLineDraft], carriage: Cents
) -> SupplierInvoice:
    products = known_products(ctx, [line.product for line in lines])
    taxed = [
        (product.vat_rate, line_net(line.quantity, line.unit_price))
        for product, line in zip(products, lines, strict=True)
    ]
    foot = totals([*taxed, (CARRIAGE_VAT, carriage)] if carriage else taxed)
    return SupplierInvoice(
        reference=ctx.number("FF"),
        purchase_order_id=order.id,
        purchase_order=order,
        supplier_id=order.supplier_id,
        supplier=order.supplier,
        status=SupplierInvoiceStatus.RECEIVED,
        received_at=ctx.now(),
        issued_on=ctx.today(),
        carriage=carriage,
        net=foot.net,
        vat=foot.vat,
        gross=foot.gross,
        lines=[
            SupplierInvoiceLine(
                product_id=product.id,
                product=product,
                quantity=line.quantity,
                unit_price=line.unit_price,
            )
            for product, line in zip(products, lines, strict=True)
        ],
    )


@use_case(minutes=4, emits=(SupplierInvoiceMatched,))
def match_supplier_invoice(ctx: Context, supplier_invoice: SupplierInvoice) -> SupplierInvoice:
    """Lay an invoice beside the order and the receipts."""
    found = match(supplier_invoice)
    supplier_invoice.matched_at = ctx.now()
    order = supplier_invoice.purchase_order
    payload = SupplierInvoiceMatched(
        order.reference, supplier_invoice.supplier.reference, found.lines, found.differences
    )
    record(ctx, supplier_invoice.reference, payload)
    return supplier_invoice


@use_case(
    minutes=2,
    emits=(SupplierInvoiceApproved,),
    refuses=(AlreadyDecidedInvoice,),
    warns=(NotMatched, DifferencesUnsettled),
)
def approve_supplier_invoice(ctx: Context, supplier_invoice: SupplierInvoice) -> SupplierInvoice:
    """Say that an invoice may be paid."""
    supplier_invoice.decide(SupplierInvoiceStatus.APPROVED, ctx.now())
    differences = match(supplier_invoice).differences
    if supplier_invoice.matched_at is None:
        ctx.caution(NotMatched(invoice=supplier_invoice.reference))
    if differences:
        ctx.caution(DifferencesUnsettled(invoice=supplier_invoice.reference))
    payload = SupplierInvoiceApproved(
        purchase_order=supplier_invoice.purchase_order.reference,
        supplier=supplier_invoice.supplier.reference,
        gross=supplier_invoice.gross,
        differences=differences,
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, supplier_invoice.reference, payload)
    return supplier_invoice


@use_case(
    minutes=5, emits=(SupplierInvoiceDisputed,), refuses=(AlreadyDecidedInvoice, NoReasonGiven)
)
def dispute_supplier_invoice(
    ctx: Context, supplier_invoice: SupplierInvoice, *, reason: str
) -> SupplierInvoice:
    """Contest an invoice, saying why."""
    if not reason.strip():
        raise NoReasonGiven
    supplier_invoice.decide(SupplierInvoiceStatus.DISPUTED, ctx.now(), reason.strip())
    differences = match(supplier_invoice).differences
    payload = SupplierInvoiceDisputed(
        supplier_invoice.purchase_order.reference,
        supplier_invoice.supplier.reference,
        differences,
        bool(differences),
    )
    record(ctx, supplier_invoice.reference, payload)
    return supplier_invoice
