"""The books at the start of a run: past sales already delivered, invoiced and perhaps paid."""

from datetime import date, datetime, time

from sandbox.core.calendar import PARIS, opening
from sandbox.core.context import Context
from sandbox.core.numbering import reference
from sandbox.core.pricing import carriage
from sandbox.core.terms import due_date
from sandbox.crm.models import Customer
from sandbox.erp.models import (
    BankLine,
    DeliveryLine,
    DeliveryNote,
    DeliveryStatus,
    Invoice,
    InvoiceLine,
    Order,
    OrderLine,
    OrderStatus,
    Payment,
    PlatformStatus,
    Reconciliation,
)
from sandbox.simulation.engine import schedule
from sandbox.simulation.happening import LineSheet
from sandbox.simulation.story import PastInvoice
from sandbox.supply.models import Product

NOON = time(12, 0)
COPIED = (
    *("position", "product_id", "label", "quantity", "unit_price", "discount"),
    *("vat_rate", "eco", "net"),
)


def numbered(ctx: Context, prefix: str, day: date) -> str:
    """Next number of a series in the year of a past day."""
    return reference(prefix, day.year, ctx.run.count_up(f"{prefix}-{day.year}"))


def at_noon(day: date) -> datetime:
    """A past moment of that day."""
    return datetime.combine(day, NOON, PARIS)


def past_sale(
    ctx: Context, sheet: PastInvoice, customer: Customer, products: dict[str, Product]
) -> None:
    """Write an order, its delivery and its invoice, and the payment if it came before the start."""
    order = _order(ctx, sheet, customer, products)
    delivery = _delivery(ctx, sheet, order)
    invoice = _invoice(ctx, sheet, order, delivery)
    start = ctx.setting.starts_at.date()
    if sheet.paid_on is None:
        if invoice.due_on >= start:
            schedule(ctx, opening(invoice.due_on), "invoice_falls_due", invoice.reference)
    elif sheet.paid_on < start:
        _pay(ctx, sheet.paid_on, invoice)
    else:
        at, label = opening(sheet.paid_on), sheet.bank_label
        schedule(ctx, at, "money_lands", invoice.reference, label=label)


def _order(
    ctx: Context, sheet: PastInvoice, customer: Customer, products: dict[str, Product]
) -> Order:
    order = Order(
        reference=numbered(ctx, "CDE", sheet.issued_on),
        customer_id=customer.id,
        customer=customer,
        customer_reference=sheet.customer_reference,
        status=OrderStatus.INVOICED,
        received_at=at_noon(sheet.issued_on),
        promised_on=sheet.issued_on,
        recorded_at=at_noon(sheet.issued_on),
        acknowledged_at=at_noon(sheet.issued_on),
        lines=[
            _priced(OrderLine, number, line, products[line.product], customer)
            for number, line in enumerate(sheet.lines, 1)
        ],
    )
    for line in order.lines:
        line.shipped = line.quantity
    sales = ctx.setting.procedures.sales
    goods = sum(line.net for line in order.lines)
    charged = carriage(goods, sales.carriage_flat, sales.carriage_free_from)
    order.total_up(order.lines, charged, sales.carriage_vat)
    return ctx.add(order)


def _priced(
    kind: type[OrderLine], number: int, line: LineSheet, product: Product, customer: Customer
) -> OrderLine:
    priced = kind(
        position=number,
        product_id=product.id,
        product=product,
        label=product.label,
        quantity=line.quantity,
        unit_price=product.price if line.unit_price is None else line.unit_price,
        discount=customer.discount if line.discount is None else line.discount,
        vat_rate=product.vat_rate,
        eco=product.eco,
    )
    priced.price()
    return priced


def _delivery(ctx: Context, sheet: PastInvoice, order: Order) -> DeliveryNote:
    return ctx.add(
        DeliveryNote(
            reference=numbered(ctx, "BL", sheet.issued_on),
            order_id=order.id,
            customer_id=order.customer_id,
            status=DeliveryStatus.DELIVERED,
            prepared_at=at_noon(sheet.issued_on),
            shipped_at=at_noon(sheet.issued_on),
            arrives_on=sheet.issued_on,
            delivered_at=at_noon(sheet.issued_on),
            invoiced=True,
            lines=[
                DeliveryLine(
                    order_line_id=line.id, product_id=line.product_id, quantity=line.quantity
                )
                for line in order.lines
            ],
        )
    )


def _invoice(ctx: Context, sheet: PastInvoice, order: Order, delivery: DeliveryNote) -> Invoice:
    return ctx.add(
        Invoice(
            reference=numbered(ctx, "FA", sheet.issued_on),
            customer_id=order.customer_id,
            order_id=order.id,
            delivery_id=delivery.id,
            issued_on=sheet.issued_on,
            supplied_on=sheet.issued_on,
            due_on=due_date(order.customer.terms, sheet.issued_on),
            terms=order.customer.terms,
            platform_status=PlatformStatus.DEPOSITED,
            carriage=order.carriage,
            net=order.net,
            vat=order.vat,
            gross=order.gross,
            balance=order.gross,
            lines=[
                InvoiceLine(**{name: getattr(line, name) for name in COPIED})
                for line in order.lines
            ],
        )
    )


def _pay(ctx: Context, paid_on: date, invoice: Invoice) -> None:
    line = ctx.add(
        BankLine(
            reference=numbered(ctx, "BQ", paid_on),
            at=at_noon(paid_on),
            label=f"VIR {invoice.reference}",
            amount=invoice.gross,
            recorded=True,
        )
    )
    payment = ctx.add(
        Payment(
            reference=numbered(ctx, "REG", paid_on),
            customer_id=invoice.customer_id,
            bank_line_id=line.id,
            amount=invoice.gross,
            left=0,
            recorded_at=at_noon(paid_on),
        )
    )
    ctx.add(
        Reconciliation(
            payment_id=payment.id,
            invoice_id=invoice.id,
            amount=invoice.gross,
            at=at_noon(paid_on),
        )
    )
    invoice.balance, invoice.platform_status = 0, PlatformStatus.CASHED
