"""Purchase orders, trucks, suppliers."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from sandbox.supply.models import Arrival, Product, PurchaseOrder, PurchaseStatus, Supplier
from sandbox.supply.queries.paging import Found, Page, cut, in_order, total
from sandbox.supply.queries.stock import due_on

PURCHASE_SORTS: dict[str, Any] = {
    "supplier": Supplier.name,
    "sent": PurchaseOrder.sent_at,
    "due": due_on,
    "net": PurchaseOrder.net,
}


def purchases_page(
    session: Session, run_id: int, *, q: str = "", state: str = "", sort: str = "", number: int = 1
) -> Page:
    """A page of purchase orders, latest first: all, those still expected, or those received."""
    found: Found = (
        select(PurchaseOrder, func.count().over())
        .join(PurchaseOrder.supplier)
        .where(PurchaseOrder.run_id == run_id)
        .options(contains_eager(PurchaseOrder.supplier))
    )
    if q:
        found = found.where(or_(PurchaseOrder.reference.icontains(q), Supplier.name.icontains(q)))
    if state == "open":
        found = found.where(PurchaseOrder.status != PurchaseStatus.RECEIVED)
    if state == "received":
        found = found.where(PurchaseOrder.status == PurchaseStatus.RECEIVED)
    found = in_order(found, PURCHASE_SORTS, sort or "-ref", PurchaseOrder.reference)
    rows = session.execute(cut(found, number)).all()
    return Page([row[0] for row in rows], total(rows), number)


def arrivals_waiting(session: Session, run_id: int) -> Sequence[Arrival]:
    """Trucks at the dock whose goods are not booked, oldest first."""
    return session.scalars(
        select(Arrival)
        .where(Arrival.run_id == run_id, Arrival.booked_at.is_(None))
        .order_by(Arrival.at, Arrival.id)
        .options(joinedload(Arrival.purchase_order).joinedload(PurchaseOrder.supplier))
    ).all()


def arrivals_of(session: Session, run_id: int, purchase_order_id: int) -> Sequence[Arrival]:
    """Trucks of a purchase order, in order."""
    return session.scalars(
        select(Arrival)
        .where(Arrival.run_id == run_id, Arrival.purchase_order_id == purchase_order_id)
        .order_by(Arrival.id)
    ).all()


def suppliers(session: Session, run_id: int) -> Sequence[tuple[Supplier, int]]:
    """Suppliers with how many products are bought from each."""
    rows = session.execute(
        select(Supplier, func.count(Product.id))
        .outerjoin(
            Product, and_(Product.run_id == Supplier.run_id, Product.supplier_id == Supplier.id)
        )
        .where(Supplier.run_id == run_id)
        .group_by(Supplier.run_id, Supplier.id)
        .order_by(Supplier.reference)
    )
    return [(supplier, count) for supplier, count in rows]


def sold_by(session: Session, run_id: int, supplier_id: int) -> Sequence[Product]:
    """Products bought from a supplier."""
    return session.scalars(
        select(Product)
        .where(Product.run_id == run_id, Product.supplier_id == supplier_id)
        .order_by(Product.reference)
    ).all()
