"""Around a delivery: the order to ship, parcels, groups, proof, reserves, returns, packaging."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship, selectinload
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.orm import SAME_RUN, Base, Cents, InRun, Referable, in_run
from sandbox.core.units import Grams
from sandbox.crm.models import Customer
from sandbox.erp.models.delivery import DeliveryNote
from sandbox.supply.models import Carrier, Product


class ShippingInstruction(InRun, Base):
    """What the shipping service is told of a delivery: the day, urgency, danger, incoterm."""

    __tablename__ = "shipping_instruction"
    __table_args__ = (
        in_run("delivery_id", "delivery_note"),
        UniqueConstraint("run_id", "delivery_id"),
    )

    delivery_id: Mapped[int]
    at: Mapped[datetime]
    leaves_on: Mapped[date]
    urgent: Mapped[bool] = mapped_column(default=False)
    dangerous: Mapped[bool] = mapped_column(default=False)
    incoterm: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(Text, default="")


class Parcel(InRun, Base):
    """One parcel of a delivery: product reference → units, weights, what its packaging costs."""

    __tablename__ = "parcel"
    __table_args__ = (in_run("delivery_id", "delivery_note"), Index(None, "run_id", "delivery_id"))

    delivery_id: Mapped[int]
    number: Mapped[int]
    packaging: Mapped[str]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    net: Mapped[Grams]
    gross: Mapped[Grams]
    price: Mapped[Cents] = mapped_column(default=0)
    deposit: Mapped[Cents] = mapped_column(default=0)


class PackagingMove(InRun, Base):
    """Returnable packaging that a customer got (positive) or gave back; deposit in cents."""

    __tablename__ = "packaging_move"
    __table_args__ = (
        in_run("customer_id", "customer"),
        Index(None, "run_id", "customer_id"),
        Index(None, "run_id", "document"),
    )

    customer_id: Mapped[int]
    packaging: Mapped[str]
    quantity: Mapped[int]
    deposit: Mapped[Cents]
    document: Mapped[str]
    at: Mapped[datetime]


class Departure(Referable, Base):
    """Several deliveries with one carrier (DEP-); price of the whole in cents."""

    __tablename__ = "departure"
    __kind__ = "Départ"
    __table_args__ = (UniqueConstraint("run_id", "reference"), in_run("carrier_id", "carrier"))

    carrier_id: Mapped[int]
    at: Mapped[datetime]
    price: Mapped[Cents]
    grams_co2: Mapped[Grams]

    carrier: Mapped[Carrier] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    lines: Mapped[list["DepartureLine"]] = relationship(
        order_by="DepartureLine.id",
        lazy="raise_on_sql",
        overlaps=SAME_RUN,
        back_populates="departure",
    )

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return joinedload(cls.carrier), selectinload(cls.lines)


class DepartureLine(InRun, Base):
    """A delivery in a grouped departure."""

    __tablename__ = "departure_line"
    __table_args__ = (
        in_run("departure_id", "departure"),
        in_run("delivery_id", "delivery_note"),
        UniqueConstraint("run_id", "delivery_id"),
        Index(None, "run_id", "departure_id"),
    )

    departure_id: Mapped[int]
    delivery_id: Mapped[int]

    departure: Mapped[Departure] = relationship(
        lazy="raise_on_sql", overlaps=SAME_RUN, back_populates="lines"
    )


class DeliveryProof(InRun, Base):
    """The carrier was asked for the signed delivery note, and gave it, or could not."""

    __tablename__ = "delivery_proof"
    __table_args__ = (in_run("delivery_id", "delivery_note"), Index(None, "run_id", "delivery_id"))

    delivery_id: Mapped[int]
    asked_at: Mapped[datetime]
    received_at: Mapped[datetime | None]
    signed: Mapped[bool] = mapped_column(default=False)


class DeliveryReserve(InRun, Base):
    """Reserves that the customer wrote on a delivery note; they have until ``last_day``."""

    __tablename__ = "delivery_reserve"
    __table_args__ = (
        in_run("delivery_id", "delivery_note"),
        in_run("product_id", "product"),
        Index(None, "run_id", "delivery_id"),
    )

    delivery_id: Mapped[int]
    product_id: Mapped[int]
    quantity: Mapped[int]
    nature: Mapped[str]
    text: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime]
    last_day: Mapped[date]

    product: Mapped[Product] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)


class ReturnCause(StrEnum):
    """Why goods come back."""

    DAMAGED = "damaged"
    WRONG_ITEM = "wrong_item"
    UNWANTED = "unwanted"


class CustomerReturn(Referable, Base):
    """Units of a delivery that came back (RET-): sound ones on the shelves, the rest apart."""

    __tablename__ = "customer_return"
    __kind__ = "Retour client"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("delivery_id", "delivery_note"),
        in_run("product_id", "product"),
        Index(None, "run_id", "delivery_id"),
    )

    delivery_id: Mapped[int]
    product_id: Mapped[int]
    quantity: Mapped[int]
    cause: Mapped[str]
    sound: Mapped[bool]
    at: Mapped[datetime]

    delivery: Mapped[DeliveryNote] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    product: Mapped[Product] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)


class TakeBack(InRun, Base):
    """Used goods taken back one for one with a delivery (C. env. L541-10-8); price in cents."""

    __tablename__ = "take_back"
    __table_args__ = (
        in_run("delivery_id", "delivery_note"),
        in_run("customer_id", "customer"),
        Index(None, "run_id", "delivery_id"),
    )

    delivery_id: Mapped[int]
    customer_id: Mapped[int]
    quantity: Mapped[int]
    price: Mapped[Cents]
    at: Mapped[datetime]

    customer: Mapped[Customer] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
