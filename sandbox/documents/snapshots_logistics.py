"""Papers of the goods: preparation, packing, carriage (C. com. L132-9, arrêté of 9/11/1999, CMR).

`seller` is always our company, which sends; `customer` is who receives.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar, Literal

from sandbox.core.units import Cents, Grams, Unit
from sandbox.documents.base import FrenchSnapshot, Snapshot
from sandbox.documents.parts import Address, Party

Centimetres = Annotated[int, Unit("centimetres")]
Litres = Annotated[int, Unit("litres")]
CarriagePayer = Literal["sender", "consignee"]
CmrCopy = Literal["sender", "consignee", "carrier"]


@dataclass(frozen=True, kw_only=True)
class Goods:
    """Goods as a carrier sees them: so many packages of one kind, and what they weigh."""

    label: str
    parcels: int
    packaging: str
    weight: Grams
    marks: str = ""
    volume: Litres | None = None
    customs_code: str = ""


@dataclass(frozen=True, kw_only=True)
class PickLine:
    """What to take, from which place of the warehouse, in the order of the walk."""

    place: str
    reference: str
    label: str
    quantity: int
    unit: str
    batch: str = ""


@dataclass(frozen=True, kw_only=True)
class PackedItem:
    """What a package holds."""

    reference: str
    label: str
    quantity: int
    unit: str


@dataclass(frozen=True, kw_only=True)
class Size:
    """Outer dimensions of a package."""

    length: Centimetres
    width: Centimetres
    height: Centimetres


@dataclass(frozen=True, kw_only=True)
class Package:
    """One package and its content; `number` is the mark written on it, as « 2/5 »."""

    number: str
    packaging: str
    contents: tuple[PackedItem, ...]
    net_weight: Grams
    gross_weight: Grams
    size: Size | None = None


@dataclass(frozen=True, kw_only=True)
class ShippingInstruction(FrenchSnapshot):
    """Ordre d'expédition: what we ask a carrier to take, where, when and how."""

    kind: ClassVar[str] = "shipping_instruction"
    carrier: Party
    goods: tuple[Goods, ...]
    parcels: int
    weight: Grams
    pickup_on: date
    order_reference: str
    volume: Litres | None = None
    delivery_reference: str = ""
    pickup: Address | None = None
    pickup_hours: str = ""
    deliver_on: date | None = None
    delivery_hours: str = ""
    service: str = ""
    payer: CarriagePayer = "sender"
    delivery_terms: str = ""
    declared_value: Cents | None = None
    cash_on_delivery: Cents | None = None
    instructions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PickingList(FrenchSnapshot):
    """Bon de préparation: `articles` and `units` are the numbers of lines and of units to take."""

    kind: ClassVar[str] = "picking_list"
    lines: tuple[PickLine, ...]
    order_reference: str
    ship_on: date
    articles: int
    units: int
    delivery_reference: str = ""
    carrier: str = ""
    leave_at: str = ""
    weight: Grams | None = None
    instructions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PackingList(Snapshot):
    """Liste de colisage: content, weight and size of each package."""

    kind: ClassVar[str] = "packing_list"
    packages: tuple[Package, ...]
    order_reference: str
    shipped_on: date
    parcels: int
    net_weight: Grams
    gross_weight: Grams
    volume: Litres | None = None
    delivery_reference: str = ""
    customer_reference: str = ""
    carrier: str = ""
    delivery_terms: str = ""
    marks: str = ""


@dataclass(frozen=True, kw_only=True)
class Waybill(FrenchSnapshot):
    """Lettre de voiture, road carriage within France; `price` is net of VAT."""

    kind: ClassVar[str] = "waybill"
    carrier: Party
    goods: tuple[Goods, ...]
    parcels: int
    weight: Grams
    taken_on: date
    volume: Litres | None = None
    pickup: Address | None = None
    deliver_on: date | None = None
    order_reference: str = ""
    delivery_reference: str = ""
    vehicle: str = ""
    payer: CarriagePayer = "sender"
    price: Cents | None = None
    declared_value: Cents | None = None
    cash_on_delivery: Cents | None = None
    instructions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Cmr(FrenchSnapshot):
    """CMR consignment note, French and English side by side; one `copy` of the three originals."""

    kind: ClassVar[str] = "cmr"
    carrier: Party
    goods: tuple[Goods, ...]
    parcels: int
    weight: Grams
    taken_on: date
    copy: CmrCopy = "sender"
    volume: Litres | None = None
    pickup: Address | None = None
    documents: tuple[str, ...] = ()
    successive_carriers: str = ""
    reservations: str = ""
    instructions: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    payer: CarriagePayer = "sender"
    delivery_terms: str = ""
    price: Cents | None = None
    cash_on_delivery: Cents | None = None
