"""What the shipping desk's screens and rules read, relations loaded."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select, union_all
from sqlalchemy.orm import Session, joinedload

from sandbox.crm.models import Customer
from sandbox.erp.models import (
    DeliveryLine,
    DeliveryNote,
    DeliveryStatus,
    Invoice,
    InvoicedDelivery,
    Order,
    OrderStatus,
)
from sandbox.erp.models.delivery import portions
from sandbox.erp.models.dispatch import PackagingMove
from sandbox.erp.queries.paging import Page, paged, searched
from sandbox.erp.queries.periodic import charging
from sandbox.supply.models import Carrier, Reservation

SORTS: dict[str, Any] = {
    "ref": DeliveryNote.reference,
    "customer": Customer.name,
    "prepared": DeliveryNote.prepared_at,
    "arrives": DeliveryNote.arrives_on,
}


@dataclass(frozen=True)
class ReadyOrder:
    """An order with goods reserved that no delivery note holds yet (units)."""

    order: Order
    ready: int
    missing: int


def in_preparation(session: Session, run_id: int, order_id: int) -> Counter[int]:
    """Units of an order that delivery notes hold and that have not left, by order line id."""
    rows = session.execute(
        select(DeliveryLine.order_line_id, func.sum(DeliveryLine.quantity))
        .join(DeliveryLine.delivery)
        .where(
            DeliveryLine.run_id == run_id,
            DeliveryNote.order_id == order_id,
            DeliveryNote.status == DeliveryStatus.PREPARED,
        )
        .group_by(DeliveryLine.order_line_id)
    )
    return Counter({line_id: int(quantity) for line_id, quantity in rows})


def others_to_invoice(session: Session, delivery: DeliveryNote) -> int:
    """How many other deliveries of the same order are still to be invoiced."""
    found = session.scalar(
        select(func.count())
        .select_from(DeliveryNote)
        .where(
            DeliveryNote.run_id == delivery.run_id,
            DeliveryNote.order_id == delivery.order_id,
            DeliveryNote.id != delivery.id,
            DeliveryNote.invoiced.is_(False),
        )
    )
    return int(found or 0)


def carriage_invoiced(session: Session, run_id: int, orders: Collection[int]) -> Counter[int]:
    """Carriage invoiced of several orders so far, in cents, by order id."""
    alone = select(Invoice.order_id, Invoice.carriage).where(Invoice.order_id.in_(orders))
    shared = (
        select(InvoicedDelivery.order_id, InvoicedDelivery.carriage)
        .join(InvoicedDelivery.invoice)
        .where(InvoicedDelivery.order_id.in_(orders))
    )
    stands = (Invoice.run_id == run_id, Invoice.credited.is_(False))
    found: Counter[int] = Counter()
    rows: Iterable[Any] = session.execute(union_all(alone.where(*stands), shared.where(*stands)))
    for order_id, carriage in rows:
        found[order_id] += carriage
    return found


def packaging_lent(session: Session, *deliveries: DeliveryNote) -> Counter[str]:
    """Returnable packaging that left with deliveries of one run, by its code."""
    rows = session.execute(
        select(PackagingMove.packaging, func.sum(PackagingMove.quantity))
        .where(
            PackagingMove.run_id == deliveries[0].run_id,
            PackagingMove.document.in_([delivery.reference for delivery in deliveries]),
        )
        .group_by(PackagingMove.packaging)
    )
    return Counter({code: int(quantity) for code, quantity in rows})


def deliveries(
    session: Session, run_id: int, *, q: str = "", state: str = "", sort: str = "", page: int = 1
) -> Page:
    """One page of delivery notes: newest first, unless asked otherwise."""
    wanted = (
        select(DeliveryNote)
        .join(DeliveryNote.customer)
        .join(DeliveryNote.order)
        .where(DeliveryNote.run_id == run_id, *_in_state(state))
        .where(*searched(q, DeliveryNote.reference, Order.reference, Customer.name))
        .options(
            joinedload(DeliveryNote.customer),
            joinedload(DeliveryNote.order),
            joinedload(DeliveryNote.carrier),
        )
    )
    return paged(session, wanted, SORTS, sort, DeliveryNote.id.desc(), page)


def _in_state(state: str) -> tuple[Any, ...]:
    if state == "to_invoice":
        return DeliveryNote.shipped_at.is_not(None), DeliveryNote.invoiced.is_(False)
    return (DeliveryNote.status == state,) if state in set(DeliveryStatus) else ()


def ready_orders(session: Session, run_id: int) -> list[ReadyOrder]:
    """Orders with something to prepare, the earliest promise first."""
    orders = list(session.scalars(_open_orders(run_id)))
    reserved = _reserved(session, run_id)
    held = _held(session, run_id)
    found = (_ready(order, reserved.get(order.reference, {}), held) for order in orders)
    return [row for row in found if row.ready]


def _open_orders(run_id: int) -> Select[Order]:
    return (
        select(Order)
        .where(
            Order.run_id == run_id,
            Order.status.in_((OrderStatus.RECORDED, OrderStatus.PARTLY_SHIPPED)),
        )
        .order_by(Order.promised_on, Order.id)
        .options(*Order.full())
    )


def _reserved(session: Session, run_id: int) -> dict[str, dict[int, int]]:
    rows = session.execute(
        select(Reservation.document, Reservation.product_id, func.sum(Reservation.quantity))
        .where(Reservation.run_id == run_id)
        .group_by(Reservation.document, Reservation.product_id)
    )
    found: dict[str, dict[int, int]] = {}
    for document, product_id, quantity in rows:
        found.setdefault(document, {})[product_id] = int(quantity)
    return found


def _held(session: Session, run_id: int) -> Counter[int]:
    rows = session.execute(
        select(DeliveryLine.order_line_id, DeliveryLine.quantity)
        .join(DeliveryLine.delivery)
        .where(DeliveryLine.run_id == run_id, DeliveryNote.status == DeliveryStatus.PREPARED)
    )
    found: Counter[int] = Counter()
    for line_id, quantity in rows:
        found[line_id] += quantity
    return found


def _ready(order: Order, reserved: dict[int, int], held: Counter[int]) -> ReadyOrder:
    found = portions(order, held, reserved)
    return ReadyOrder(
        order, sum(portion.ready for portion in found), sum(portion.short for portion in found)
    )


def carriers(session: Session, run_id: int) -> Sequence[Carrier]:
    """Carriers to choose from, the cheapest first."""
    return session.scalars(
        select(Carrier).where(Carrier.run_id == run_id).order_by(Carrier.price, Carrier.id)
    ).all()


def invoices_of_delivery(session: Session, delivery: DeliveryNote) -> Sequence[Invoice]:
    """Invoices of a delivery, credited ones too."""
    return session.scalars(
        select(Invoice).where(charging(delivery.run_id, [delivery.id])).order_by(Invoice.id)
    ).all()
