"""Where the stock stands: free, kept, coming; its moves."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import CompoundSelect, Select, Subquery, func, or_, select, union_all
from sqlalchemy.orm import Session, joinedload

from sandbox.journal.payloads import StockPosition
from sandbox.supply.models import (
    Product,
    ProductionRequest,
    ProductionStatus,
    PurchaseOrder,
    PurchaseOrderLine,
    PurchaseStatus,
    Reservation,
    StockMove,
)
from sandbox.supply.queries.paging import Found, Page, cut, in_order, total

MOVES_SHOWN = 40

due_on = func.coalesce(PurchaseOrder.confirmed_on, PurchaseOrder.expected_on)
free = Product.physical - Product.reserved - Product.quarantined
STOCK_SORTS: dict[str, Any] = {
    "available": free,
    "point": Product.reorder_point,
    "label": Product.label,
    "physical": Product.physical,
    "reserved": Product.reserved,
    "price": Product.price,
}
_left = PurchaseOrderLine.ordered - PurchaseOrderLine.received


@dataclass(frozen=True)
class Incoming:
    """Units of a product that a purchase order still promises."""

    product_id: int
    on: date
    quantity: int
    purchase_order: str


@dataclass(frozen=True)
class StockRow:
    """One line of the stock list, in units."""

    product: Product
    on_order: int

    @property
    def low(self) -> bool:
        return self.product.must_be_reordered(self.on_order)


def expected(
    run_id: int, product_ids: Collection[int] | None = None
) -> CompoundSelect[int, date, int, str, int]:
    """What suppliers and our workshop still owe, soonest first."""
    bought, made = _bought(run_id), _made(run_id)
    if product_ids is not None:
        bought = bought.where(PurchaseOrderLine.product_id.in_(product_ids))
        made = made.where(ProductionRequest.product_id.in_(product_ids))
    return union_all(bought, made).order_by("due_on", "id")


def _bought(run_id: int) -> Select[int, date, int, str, int]:
    return (
        select(
            PurchaseOrderLine.product_id.label("product_id"),
            due_on.label("due_on"),
            _left.label("units"),
            PurchaseOrder.reference.label("reference"),
            PurchaseOrder.id.label("id"),
        )
        .join(PurchaseOrderLine.purchase_order)
        .where(
            PurchaseOrderLine.run_id == run_id,
            PurchaseOrder.status != PurchaseStatus.RECEIVED,
            _left > 0,
        )
    )


def _made(run_id: int) -> Select[int, date, int, str, int]:
    made = ProductionRequest
    return select(
        made.product_id,
        func.coalesce(made.promised_on, made.wanted_on),
        made.quantity,
        made.reference,
        made.id,
    ).where(made.run_id == run_id, made.status != ProductionStatus.DONE)


def incoming(session: Session, run_id: int, product_ids: Collection[int]) -> list[Incoming]:
    """What is still owed of these products, soonest first."""
    rows = session.execute(expected(run_id, product_ids))
    return [Incoming(*row[:4]) for row in rows]


def positions(session: Session, run_id: int, products: Sequence[Product]) -> list[StockPosition]:
    """Where these products stand, in their order: one statement."""
    if not products:
        return []
    coming = incoming(session, run_id, [product.id for product in products])
    return [position(product, coming) for product in products]


def position(product: Product, coming: Iterable[Incoming]) -> StockPosition:
    """Where a product stands, given what is still owed."""
    own = [receipt for receipt in coming if receipt.product_id == product.id]
    return StockPosition(
        product=product.reference,
        physical=product.physical,
        reserved=product.reserved,
        available=product.available,
        on_order=sum(receipt.quantity for receipt in own),
        expected_on=own[0].on if own else None,
        quarantined=product.quarantined,
    )


def products_called(
    session: Session, run_id: int, references: Collection[str]
) -> Sequence[Product]:
    """Products by reference, their supplier loaded."""
    return session.scalars(
        select(Product)
        .where(Product.run_id == run_id, Product.reference.in_(references))
        .options(joinedload(Product.supplier))
    ).all()


def reserved_units(session: Session, run_id: int, document: str) -> dict[int, int]:
    """Units set aside for a document, by product id."""
    rows = session.execute(
        select(Reservation.product_id, func.sum(Reservation.quantity))
        .where(Reservation.run_id == run_id, Reservation.document == document)
        .group_by(Reservation.product_id)
    )
    return {product_id: int(units) for product_id, units in rows}


def reservations_of(session: Session, run_id: int, product_id: int) -> Sequence[Reservation]:
    """Who holds units of a product."""
    return session.scalars(
        select(Reservation)
        .where(Reservation.run_id == run_id, Reservation.product_id == product_id)
        .order_by(Reservation.document)
    ).all()


def owed(run_id: int) -> Subquery:
    """Units still to come by product."""
    lines = expected(run_id).order_by(None).subquery()
    return (
        select(lines.c.product_id, func.sum(lines.c.units).label("units"))
        .group_by(lines.c.product_id)
        .subquery()
    )


def stock_page(
    session: Session, run_id: int, *, q: str = "", state: str = "", sort: str = "", number: int = 1
) -> Page:
    """A page of the stock list: all products, those to reorder, or those run out."""
    coming = owed(run_id)
    on_order, available = func.coalesce(coming.c.units, 0), free
    found: Found = (
        select(Product, on_order, func.count().over())
        .outerjoin(coming, coming.c.product_id == Product.id)
        .where(Product.run_id == run_id, Product.stocked.is_(True))
    )
    if q:
        found = found.where(or_(Product.reference.icontains(q), Product.label.icontains(q)))
    if state == "low":
        found = found.where(available + on_order < Product.reorder_point)
    if state == "out":
        found = found.where(available <= 0)
    keys = STOCK_SORTS | {"on_order": on_order}
    rows = session.execute(cut(in_order(found, keys, sort, Product.reference), number)).all()
    return Page([StockRow(row[0], int(row[1])) for row in rows], total(rows), number)


def moves_of(session: Session, run_id: int, product_id: int) -> Sequence[StockMove]:
    """Latest moves of a product, newest first."""
    return session.scalars(
        select(StockMove)
        .where(StockMove.run_id == run_id, StockMove.product_id == product_id)
        .order_by(StockMove.at.desc(), StockMove.id.desc())
        .limit(MOVES_SHOWN)
    ).all()


def moves_page(
    session: Session, run_id: int, *, product_id: int | None = None, kind: str = "", number: int = 1
) -> Page:
    """A page of the ledger, newest first; of one product and one kind of move if asked."""
    wanted = [StockMove.run_id == run_id]
    if product_id is not None:
        wanted.append(StockMove.product_id == product_id)
    if kind:
        wanted.append(StockMove.kind == kind)
    counted = session.scalar(select(func.count()).select_from(StockMove).where(*wanted)) or 0
    # Only the rows of the page are joined: the far end of a long ledger opens as fast as its head.
    ids = select(StockMove.id).where(*wanted).order_by(StockMove.at.desc(), StockMove.id.desc())
    found = (
        select(StockMove, Product.reference, Product.label)
        .join(Product, (Product.run_id == StockMove.run_id) & (Product.id == StockMove.product_id))
        .where(StockMove.run_id == run_id, StockMove.id.in_(cut(ids, number).scalar_subquery()))
        .order_by(StockMove.at.desc(), StockMove.id.desc())
    )
    return Page(session.execute(found).all(), counted, number)
