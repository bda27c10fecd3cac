"""Lists of the warehouse and of what follows a purchase: newest first, a page at a time."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from sandbox.supply.models import (
    Arrival,
    CarrierProtest,
    MarketOffer,
    Product,
    ProductionRequest,
    PurchaseOrder,
    Quarantine,
    StockCount,
    SupplierClaim,
    SupplierInvoice,
)
from sandbox.supply.queries.paging import Found, Page, paged
from sandbox.supply.queries.stock import free, owed


def counts_page(session: Session, run_id: int, number: int = 1) -> Page:
    """Counts, newest first."""
    found: Found = (
        select(StockCount, func.count().over())
        .where(StockCount.run_id == run_id)
        .order_by(StockCount.id.desc())
        .options(joinedload(StockCount.product))
    )
    return paged(session, found, number)


def counts_of(session: Session, run_id: int, product_id: int) -> Sequence[StockCount]:
    """Latest counts of a product."""
    return session.scalars(
        select(StockCount)
        .where(StockCount.run_id == run_id, StockCount.product_id == product_id)
        .order_by(StockCount.id.desc())
        .limit(5)
    ).all()


def quarantines_page(session: Session, run_id: int, *, state: str = "", number: int = 1) -> Page:
    """Units set apart: those that wait, or all of them."""
    found: Found = (
        select(Quarantine, func.count().over())
        .where(Quarantine.run_id == run_id)
        .order_by(Quarantine.id.desc())
        .options(joinedload(Quarantine.product))
    )
    if state != "all":
        found = found.where(Quarantine.outcome == "")
    return paged(session, found, number)


def low_products(session: Session, run_id: int) -> list[tuple[Product, int]]:
    """Products under their reorder point with what is on order, by supplier."""
    coming = owed(run_id)
    on_order = func.coalesce(coming.c.units, 0)
    rows = session.execute(
        select(Product, on_order)
        .outerjoin(coming, coming.c.product_id == Product.id)
        .where(
            Product.run_id == run_id,
            Product.stocked.is_(True),
            free + on_order < Product.reorder_point,
        )
        .order_by(Product.supplier_id, Product.reference)
        .options(joinedload(Product.supplier))
    )
    return [(product, int(units)) for product, units in rows]


def claims_page(session: Session, run_id: int, *, state: str = "", number: int = 1) -> Page:
    """Claims on suppliers: those open, or all of them."""
    found: Found = (
        select(SupplierClaim, func.count().over())
        .join(SupplierClaim.purchase_order)
        .join(PurchaseOrder.supplier)
        .where(SupplierClaim.run_id == run_id)
        .order_by(SupplierClaim.id.desc())
        .options(
            contains_eager(SupplierClaim.purchase_order).contains_eager(PurchaseOrder.supplier),
            joinedload(SupplierClaim.product),
        )
    )
    if state != "all":
        found = found.where(SupplierClaim.outcome == "")
    return paged(session, found, number)


def claims_of(session: Session, run_id: int, purchase_order_id: int) -> Sequence[SupplierClaim]:
    """Claims on a purchase order."""
    return session.scalars(
        select(SupplierClaim)
        .where(SupplierClaim.run_id == run_id, SupplierClaim.purchase_order_id == purchase_order_id)
        .order_by(SupplierClaim.id)
        .options(joinedload(SupplierClaim.product))
    ).all()


def protests_of(session: Session, run_id: int, purchase_order_id: int) -> Sequence[CarrierProtest]:
    """Protests about the trucks of a purchase order."""
    return session.scalars(
        select(CarrierProtest)
        .join(CarrierProtest.arrival)
        .where(CarrierProtest.run_id == run_id, Arrival.purchase_order_id == purchase_order_id)
        .order_by(CarrierProtest.id)
        .options(contains_eager(CarrierProtest.arrival))
    ).all()


def invoices_page(session: Session, run_id: int, *, state: str = "", number: int = 1) -> Page:
    """Suppliers' invoices, newest first; in one state if asked."""
    found: Found = (
        select(SupplierInvoice, func.count().over())
        .where(SupplierInvoice.run_id == run_id)
        .order_by(SupplierInvoice.id.desc())
        .options(joinedload(SupplierInvoice.supplier), joinedload(SupplierInvoice.purchase_order))
    )
    if state:
        found = found.where(SupplierInvoice.status == state)
    return paged(session, found, number)


def invoices_of(session: Session, run_id: int, purchase_order_id: int) -> Sequence[SupplierInvoice]:
    """Invoices of a purchase order."""
    return session.scalars(
        select(SupplierInvoice)
        .where(
            SupplierInvoice.run_id == run_id,
            SupplierInvoice.purchase_order_id == purchase_order_id,
        )
        .order_by(SupplierInvoice.id)
    ).all()


def offers(session: Session, run_id: int, product_id: int | None = None) -> Sequence[MarketOffer]:
    """Offers of the marketplace by product, the cheapest first."""
    found = (
        select(MarketOffer)
        .join(MarketOffer.product)
        .where(MarketOffer.run_id == run_id)
        .order_by(Product.reference, MarketOffer.unit_price, MarketOffer.id)
        .options(contains_eager(MarketOffer.product), joinedload(MarketOffer.supplier))
        .limit(200)
    )
    if product_id is not None:
        found = found.where(MarketOffer.product_id == product_id)
    return session.scalars(found).all()


def production_page(session: Session, run_id: int, number: int = 1) -> Page:
    """Requests to the workshop, newest first."""
    found: Found = (
        select(ProductionRequest, func.count().over())
        .where(ProductionRequest.run_id == run_id)
        .order_by(ProductionRequest.id.desc())
        .options(joinedload(ProductionRequest.product))
    )
    return paged(session, found, number)


def made_products(session: Session, run_id: int) -> Sequence[Product]:
    """Products that we make."""
    return session.scalars(
        select(Product)
        .where(Product.run_id == run_id, Product.made.is_(True))
        .order_by(Product.reference)
    ).all()
