"""Verbs of the shipping desk, between the order and the signature."""

from dataclasses import dataclass
from datetime import date

from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class ShippingInstructed(Payload, verb="delivery.instructed"):
    """The shipping service was told how a delivery leaves; in time for the cut-off or not."""

    order: str
    carrier: str | None
    leaves_on: date
    urgent: bool
    dangerous: bool
    incoterm: str
    in_time: bool
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class DeliveryPacked(Payload, verb="delivery.packed"):
    """The content of each parcel is known: weights in grams, amounts in cents."""

    order: str
    parcels: int
    gross_weight: int
    net_weight: int
    packaging_price: int
    deposit: int
    returnable: int


@dataclass(frozen=True)
class DepartureGrouped(Payload, verb="departure.grouped"):
    """Several deliveries leave together with one carrier; what it costs and what was saved."""

    carrier: str
    deliveries: tuple[str, ...]
    price: int
    saved: int
    grams_co2: int


@dataclass(frozen=True)
class DeliveryTracked(Payload, verb="delivery.tracked"):
    """The carrier's tracking of a delivery was looked up."""

    order: str
    carrier: str
    delivered: bool


@dataclass(frozen=True)
class ProofAsked(Payload, verb="delivery.proof_asked"):
    """The carrier was asked for the proof of delivery."""

    order: str
    carrier: str


@dataclass(frozen=True)
class ProofReceived(Payload, verb="delivery.proof_received"):
    """The signed delivery note came back from the carrier."""

    order: str
    carrier: str
    signed: bool


@dataclass(frozen=True)
class DeliveryContested(Payload, verb="delivery.contested"):
    """The customer wrote reserves on the delivery note; ``last_day`` to protest is theirs."""

    order: str
    customer: str
    product: str
    quantity: int
    nature: str
    precise: bool
    last_day: date


@dataclass(frozen=True)
class BackorderDated(Payload, verb="order.backorder_dated"):
    """What is left of an order has a new date; ``possible_on`` is what the stock allows."""

    customer: str
    units: int
    previous_on: date | None
    new_on: date
    possible_on: date
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class GoodsReturned(Payload, verb="goods.returned"):
    """A customer's goods came back: into stock, or set apart."""

    delivery: str
    order: str
    customer: str
    product: str
    quantity: int
    cause: str
    sound: bool


@dataclass(frozen=True)
class PackagingReturned(Payload, verb="packaging.returned"):
    """A customer gave returnable packaging back; the deposit owed to them in cents."""

    customer: str
    packaging: str
    quantity: int
    refund: int
    still_out: int


@dataclass(frozen=True)
class TakenBack(Payload, verb="delivery.taken_back"):
    """Used goods were taken back, one for one (C. env. L541-10-8); the price in cents."""

    order: str
    customer: str
    quantity: int
    price: int
