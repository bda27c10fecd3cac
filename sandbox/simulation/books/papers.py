"""The papers of a past sale, as they stand once everything was done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from sandbox.core.context import Context
from sandbox.core.pricing import carriage
from sandbox.core.terms import due_date
from sandbox.core.units import Cents
from sandbox.crm.models import Customer
from sandbox.erp.models import (
    BankLine,
    CreditNote,
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
    Quote,
    QuoteLine,
    QuoteStatus,
    Reconciliation,
)
from sandbox.erp.services.lines import vat_of
from sandbox.simulation.books.numbers import at_noon
from sandbox.simulation.happening import LineSheet
from sandbox.simulation.past_year.sales import LostQuote, PastSale
from sandbox.supply.models import Carrier, Product

Line = TypeVar("Line", OrderLine, QuoteLine)

WRONG_PRICE = "Prix facturé différent du prix convenu : facture annulée, puis refaite."
COPIED = (
    *("position", "product_id", "label", "quantity", "unit_price", "discount"),
    *("vat_rate", "eco", "net"),
)


@dataclass(frozen=True)
class Masters:
    """Master records by reference, which the books name."""

    customers: Mapping[str, Customer]
    products: Mapping[str, Product]
    carriers: Mapping[str, Carrier]


def quote(ctx: Context, sale: PastSale, number: str, masters: Masters) -> Quote:
    """The quote that the customer took."""
    sent_on = sale.quoted_on or sale.ordered_on
    offer = _offer(ctx, number, masters.customers[sale.customer], sale.lines, sent_on, masters)
    offer.status, offer.answered_at = QuoteStatus.ACCEPTED, at_noon(sale.ordered_on)
    return offer


def lost_quote(ctx: Context, lost: LostQuote, number: str, masters: Masters) -> None:
    """A quote refused, left to expire, or that still waits for its answer."""
    customer = masters.customers[lost.customer]
    offer = _offer(ctx, number, customer, lost.lines, lost.sent_on, masters)
    if lost.refused_on is not None:
        offer.status, offer.answered_at = QuoteStatus.DECLINED, at_noon(lost.refused_on)
        offer.refusal = lost.refusal
    elif offer.lapsed(ctx.today()):
        offer.status, offer.answered_at = QuoteStatus.EXPIRED, at_noon(offer.ends_on)


def _offer(
    ctx: Context,
    number: str,
    customer: Customer,
    lines: Sequence[LineSheet],
    sent_on: date,
    masters: Masters,
) -> Quote:
    sales = ctx.setting.procedures.sales
    offer = Quote(
        reference=number,
        customer_id=customer.id,
        customer=customer,
        status=QuoteStatus.SENT,
        drawn_up_at=at_noon(sent_on),
        sent_at=at_noon(sent_on),
        valid_until=sent_on + timedelta(days=sales.quote_validity_days),
        lines=[
            _priced(QuoteLine, rank, line, masters.products[line.product], customer)
            for rank, line in enumerate(lines, 1)
        ],
    )
    carriage_vat = vat_of(sales.carriage_vat, customer)
    offer.total_up(offer.lines, _carriage(ctx, offer.lines), carriage_vat)
    return ctx.add(offer)


def _carriage(ctx: Context, lines: Sequence[OrderLine | QuoteLine]) -> Cents:
    sales, goods = ctx.setting.procedures.sales, sum(line.net for line in lines)
    return carriage(goods, sales.carriage_flat, sales.carriage_free_from)


def order(
    ctx: Context, sale: PastSale, number: str, masters: Masters, quote: Quote | None
) -> Order:
    """The customer's order, all of it gone and invoiced."""
    customer, products = masters.customers[sale.customer], masters.products
    placed = Order(
        reference=number,
        customer_id=customer.id,
        customer=customer,
        quote_id=quote.id if quote else None,
        customer_reference=sale.customer_reference,
        status=OrderStatus.INVOICED,
        received_at=at_noon(sale.ordered_on),
        promised_on=sale.delivered_on,
        recorded_at=at_noon(sale.ordered_on),
        acknowledged_at=at_noon(sale.ordered_on),
        lines=[
            _priced(OrderLine, rank, line, products[line.product], customer)
            for rank, line in enumerate(sale.lines, 1)
        ],
    )
    for line in placed.lines:
        line.shipped = line.quantity
    carriage_vat = vat_of(ctx.setting.procedures.sales.carriage_vat, customer)
    placed.total_up(placed.lines, _carriage(ctx, placed.lines), carriage_vat)
    return ctx.add(placed)


def _priced(
    kind: type[Line], number: int, line: LineSheet, product: Product, customer: Customer
) -> Line:
    priced = kind(
        position=number,
        product_id=product.id,
        product=product,
        label=product.label,
        quantity=line.quantity,
        unit_price=product.price if line.unit_price is None else line.unit_price,
        discount=customer.discount if line.discount is None else line.discount,
        vat_rate=vat_of(product.vat_rate, customer),
        eco=product.eco,
    )
    priced.price()
    return priced


def delivery(
    ctx: Context, sale: PastSale, number: str, masters: Masters, order: Order
) -> DeliveryNote:
    """The delivery note, signed."""
    carrier = masters.carriers[sale.carrier] if sale.carrier else None
    return ctx.add(
        DeliveryNote(
            reference=number,
            order_id=order.id,
            customer_id=order.customer_id,
            carrier_id=carrier.id if carrier else None,
            cost=carrier.price if carrier else 0,
            status=DeliveryStatus.DELIVERED,
            prepared_at=at_noon(sale.shipped_on),
            shipped_at=at_noon(sale.shipped_on),
            arrives_on=sale.delivered_on,
            delivered_at=at_noon(sale.delivered_on),
            invoiced=True,
            lines=[
                DeliveryLine(
                    order_line_id=line.id, product_id=line.product_id, quantity=line.quantity
                )
                for line in order.lines
            ],
        )
    )


def invoice(
    ctx: Context, order: Order, delivery: DeliveryNote, issued_on: date, number: str
) -> Invoice:
    """The invoice, all of it owed."""
    return ctx.add(
        Invoice(
            reference=number,
            customer_id=order.customer_id,
            customer=order.customer,
            order_id=order.id,
            delivery_id=delivery.id,
            issued_on=issued_on,
            supplied_on=delivery.arrives_on,
            due_on=due_date(order.customer.terms, issued_on),
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


def cancel(ctx: Context, invoice: Invoice, on: date, number: str) -> None:
    """The whole invoice is taken back: it is issued anew, so that its delivery stays invoiced."""
    invoice.credited, invoice.credited_amount, invoice.balance = True, invoice.balance, 0
    ctx.add(
        CreditNote(
            reference=number,
            invoice_id=invoice.id,
            customer_id=invoice.customer_id,
            issued_on=on,
            reason=WRONG_PRICE,
            carriage=invoice.carriage,
            net=invoice.net,
            vat=invoice.vat,
            gross=invoice.gross,
        )
    )


def pay(ctx: Context, sale: PastSale, invoice: Invoice, *, bank_line: str, payment: str) -> None:
    """The money that settled it: a line of the statement, a payment, and the two set together."""
    paid_at = at_noon(sale.paid_on or invoice.due_on)
    credited = ctx.add(
        BankLine(
            reference=bank_line,
            at=paid_at,
            label=f"VIR {invoice.reference}",
            amount=invoice.gross,
            recorded=True,
        )
    )
    recorded = ctx.add(
        Payment(
            reference=payment,
            customer_id=invoice.customer_id,
            bank_line_id=credited.id,
            method=sale.method,
            amount=invoice.gross,
            left=0,
            recorded_at=paid_at,
        )
    )
    ctx.add(
        Reconciliation(
            payment_id=recorded.id,
            invoice_id=invoice.id,
            amount=invoice.gross,
            at=paid_at,
        )
    )
    invoice.balance, invoice.platform_status = 0, PlatformStatus.CASHED
