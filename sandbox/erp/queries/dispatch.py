"""What the screens around a delivery read, and what orders still wait for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload

from sandbox.crm.models import Customer
from sandbox.erp.models import DeliveryNote, DeliveryStatus, Order, OrderLine, OrderStatus
from sandbox.erp.models.dispatch import (
    CustomerReturn,
    DeliveryProof,
    DeliveryReserve,
    Departure,
    PackagingMove,
    Parcel,
    ShippingInstruction,
)
from sandbox.supply.models import Product, Reservation
from sandbox.supply.projection import Claim, register_demand

OPEN = (OrderStatus.RECORDED, OrderStatus.PARTLY_SHIPPED)
MOST = 200


@dataclass(frozen=True)
class Around:
    """All that surrounds one delivery."""

    instruction: ShippingInstruction | None
    parcels: Sequence[Parcel] = field(default_factory=list)
    proofs: Sequence[DeliveryProof] = field(default_factory=list)
    reserves: Sequence[DeliveryReserve] = field(default_factory=list)
    returns: Sequence[CustomerReturn] = field(default_factory=list)


def around(session: Session, delivery: DeliveryNote) -> Around:
    """What is known of a delivery beside its lines."""
    run_id, here = delivery.run_id, delivery.id
    told = select(ShippingInstruction).where(
        ShippingInstruction.run_id == run_id, ShippingInstruction.delivery_id == here
    )
    parcels = select(Parcel).where(Parcel.run_id == run_id, Parcel.delivery_id == here)
    proofs = select(DeliveryProof).where(
        DeliveryProof.run_id == run_id, DeliveryProof.delivery_id == here
    )
    reserves = select(DeliveryReserve).where(
        DeliveryReserve.run_id == run_id, DeliveryReserve.delivery_id == here
    )
    returns = select(CustomerReturn).where(
        CustomerReturn.run_id == run_id, CustomerReturn.delivery_id == here
    )
    return Around(
        session.scalar(told),
        session.scalars(parcels.order_by(Parcel.number)).all(),
        session.scalars(proofs.order_by(DeliveryProof.id)).all(),
        session.scalars(
            reserves.order_by(DeliveryReserve.id).options(joinedload(DeliveryReserve.product))
        ).all(),
        session.scalars(
            returns.order_by(CustomerReturn.id).options(joinedload(CustomerReturn.product))
        ).all(),
    )


@dataclass(frozen=True)
class Backorder:
    """An order that is not wholly delivered: units left, and those that are set aside."""

    order: Order
    left: int
    reserved: int

    @property
    def goods(self) -> list[tuple[str, int]]:
        """What is still to be delivered: product reference, units."""
        left = ((line.product, line.quantity - line.shipped) for line in self.order.lines)
        return [(product.reference, units) for product, units in left if product.stocked and units]


def backorders(session: Session, run_id: int) -> list[Backorder]:
    """Orders delivered in part or short of goods, the earliest promise first."""
    kept = (
        select(Reservation.document, func.sum(Reservation.quantity).label("units"))
        .where(Reservation.run_id == run_id)
        .group_by(Reservation.document)
        .subquery()
    )
    left = (
        select(OrderLine.order_id, func.sum(OrderLine.quantity - OrderLine.shipped).label("units"))
        .join(OrderLine.product)
        .where(OrderLine.run_id == run_id, Product.stocked.is_(True))
        .group_by(OrderLine.order_id)
        .subquery()
    )
    reserved = func.coalesce(kept.c.units, 0)
    rows = session.execute(
        select(Order, left.c.units, reserved)
        .join(Order.customer)
        .join(left, left.c.order_id == Order.id)
        .outerjoin(kept, kept.c.document == Order.reference)
        .where(Order.run_id == run_id, Order.status.in_(OPEN), left.c.units > reserved)
        .order_by(Order.promised_on, Order.id)
        .options(
            contains_eager(Order.customer),
            selectinload(Order.lines).joinedload(OrderLine.product),
        )
        .limit(MOST)
    )
    return [Backorder(row[0], int(row[1]), int(row[2])) for row in rows]


@register_demand
def waited_for(session: Session, run_id: int, product_id: int) -> list[Claim]:
    """Units of a product that recorded orders wait for and that nobody has set aside."""
    kept = (
        select(Reservation.document, func.sum(Reservation.quantity).label("units"))
        .where(Reservation.run_id == run_id, Reservation.product_id == product_id)
        .group_by(Reservation.document)
        .subquery()
    )
    missing = func.sum(OrderLine.quantity - OrderLine.shipped) - func.coalesce(
        func.max(kept.c.units), 0
    )
    rows = session.execute(
        select(Order.promised_on, Order.reference, missing)
        .join(OrderLine.order)
        .outerjoin(kept, kept.c.document == Order.reference)
        .where(
            OrderLine.run_id == run_id, OrderLine.product_id == product_id, Order.status.in_(OPEN)
        )
        .group_by(Order.promised_on, Order.reference)
        .having(missing > 0)
        .order_by(Order.reference)
    )
    return [Claim(on or date.min, reference, int(units)) for on, reference, units in rows]


def waiting_to_leave(session: Session, run_id: int) -> Sequence[DeliveryNote]:
    """Deliveries prepared and not gone, oldest first."""
    return session.scalars(
        select(DeliveryNote)
        .where(DeliveryNote.run_id == run_id, DeliveryNote.status == DeliveryStatus.PREPARED)
        .order_by(DeliveryNote.id)
        .options(
            joinedload(DeliveryNote.customer),
            joinedload(DeliveryNote.order),
            joinedload(DeliveryNote.carrier),
        )
        .limit(MOST)
    ).all()


def departures(session: Session, run_id: int) -> Sequence[Departure]:
    """Latest grouped departures."""
    return session.scalars(
        select(Departure)
        .where(Departure.run_id == run_id)
        .order_by(Departure.id.desc())
        .limit(20)
        .options(*Departure.full())
    ).all()


def packaging_out(session: Session, run_id: int) -> list[tuple[Customer, str, int, int]]:
    """Returnable packaging that customers have: customer, packaging, units, deposit in cents."""
    units = func.sum(PackagingMove.quantity)
    rows = session.execute(
        select(Customer, PackagingMove.packaging, units, func.sum(PackagingMove.deposit))
        .join(
            PackagingMove,
            (PackagingMove.run_id == Customer.run_id) & (PackagingMove.customer_id == Customer.id),
        )
        .where(Customer.run_id == run_id)
        .group_by(Customer.run_id, Customer.id, PackagingMove.packaging)
        .having(units != 0)
        .order_by(Customer.reference, PackagingMove.packaging)
    )
    return [(row[0], row[1], int(row[2]), int(row[3])) for row in rows]
