"""What the supply desk's screens and rules read, relations loaded."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Select, Subquery, and_, func, or_, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from sandbox.core.errors import NotFound
from sandbox.core.orm import Referable
from sandbox.journal.payloads import StockPosition
from sandbox.supply.models import (
    Arrival,
    Product,
    PurchaseOrder,
    PurchaseOrderLine,
    PurchaseStatus,
    Reservation,
    StockMove,
    Supplier,
)

Found = Select[*tuple[Any, ...]]
Row = TypeVar("Row", bound=Referable)

PAGE = 25
MOVES_SHOWN = 40

_due_on = func.coalesce(PurchaseOrder.confirmed_on, PurchaseOrder.expected_on)
_left = PurchaseOrderLine.ordered - PurchaseOrderLine.received


@dataclass(frozen=True)
class Page:
    """Some rows of a list, and how many there are in all."""

    rows: Sequence[Any]
    total: int
    number: int

    @property
    def pages(self) -> int:
        return max(-(-self.total // PAGE), 1)


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


def expected(run_id: int) -> Found:
    """Open purchase order lines of a run, soonest first."""
    return (
        select(PurchaseOrderLine.product_id, _due_on, _left, PurchaseOrder.reference)
        .join(PurchaseOrderLine.purchase_order)
        .where(
            PurchaseOrderLine.run_id == run_id,
            PurchaseOrder.status != PurchaseStatus.RECEIVED,
            _left > 0,
        )
        .order_by(_due_on, PurchaseOrder.id)
    )


def incoming(session: Session, run_id: int, product_ids: Collection[int]) -> list[Incoming]:
    """What suppliers still owe of these products, soonest first."""
    rows = session.execute(expected(run_id).where(PurchaseOrderLine.product_id.in_(product_ids)))
    return [Incoming(*row) for row in rows]


def positions(session: Session, run_id: int, products: Sequence[Product]) -> list[StockPosition]:
    """Where these products stand, in their order: one statement."""
    if not products:
        return []
    coming = incoming(session, run_id, [product.id for product in products])
    return [position(product, coming) for product in products]


def position(product: Product, coming: Iterable[Incoming]) -> StockPosition:
    """Where a product stands, given what suppliers owe."""
    own = [receipt for receipt in coming if receipt.product_id == product.id]
    return StockPosition(
        product=product.reference,
        physical=product.physical,
        reserved=product.reserved,
        available=product.available,
        on_order=sum(receipt.quantity for receipt in own),
        expected_on=own[0].on if own else None,
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


def _owed(run_id: int) -> Subquery:
    lines = expected(run_id).order_by(None).subquery()
    product_id, _, units, _ = lines.c
    return (
        select(product_id.label("product_id"), func.sum(units).label("units"))
        .group_by(product_id)
        .subquery()
    )


def stock_page(
    session: Session, run_id: int, *, q: str = "", state: str = "", sort: str = "", number: int = 1
) -> Page:
    """A page of the stock list: all products, those to reorder, or those run out."""
    owed = _owed(run_id)
    on_order, available = func.coalesce(owed.c.units, 0), Product.physical - Product.reserved
    found: Found = (
        select(Product, on_order, func.count().over())
        .outerjoin(owed, owed.c.product_id == Product.id)
        .where(Product.run_id == run_id, Product.stocked.is_(True))
    )
    if q:
        found = found.where(or_(Product.reference.icontains(q), Product.label.icontains(q)))
    if state == "low":
        found = found.where(available + on_order < Product.reorder_point)
    if state == "out":
        found = found.where(available <= 0)
    keys = {"available": available, "on_order": on_order, "point": Product.reorder_point}
    keys |= {name: getattr(Product, name) for name in ("label", "physical", "reserved", "price")}
    rows = session.execute(_cut(_sorted(found, keys, sort, Product.reference), number)).all()
    return Page([StockRow(row[0], int(row[1])) for row in rows], _total(rows), number)


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
    keys = {"supplier": Supplier.name, "sent": PurchaseOrder.sent_at, "due": _due_on}
    keys["net"] = PurchaseOrder.net
    found = _sorted(found, keys, sort or "-ref", PurchaseOrder.reference)
    rows = session.execute(_cut(found, number)).all()
    return Page([row[0] for row in rows], _total(rows), number)


def _sorted(found: Found, keys: dict[str, Any], sort: str, named: Any) -> Found:
    key = keys.get(sort.lstrip("-"), named)
    ordered = found.order_by(key.desc() if sort.startswith("-") else key.asc())
    return ordered if key is named else ordered.order_by(named)


def _cut(found: Found, number: int) -> Found:
    return found.limit(PAGE).offset((number - 1) * PAGE)


def _total(rows: Sequence[Any]) -> int:
    return int(rows[0][-1]) if rows else 0


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


def moves_of(session: Session, run_id: int, product_id: int) -> Sequence[StockMove]:
    """Latest moves of a product, newest first."""
    return session.scalars(
        select(StockMove)
        .where(StockMove.run_id == run_id, StockMove.product_id == product_id)
        .order_by(StockMove.at.desc(), StockMove.id.desc())
        .limit(MOVES_SHOWN)
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


def one(session: Session, run_id: int, kind: type[Row], row_id: int) -> Row:
    """A row of the run with all that its screen shows; raises NotFound."""
    row = session.scalar(
        select(kind).where(kind.run_id == run_id, kind.id == row_id).options(*kind.full())
    )
    if row is None:
        raise NotFound(kind=kind.__kind__, reference=row_id)
    return row
