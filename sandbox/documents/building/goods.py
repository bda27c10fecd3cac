"""Goods as a carrier sees them: packages of a delivery, their weights, where they are taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.core.money import NO_BREAK_SPACE
from sandbox.core.units import Grams
from sandbox.documents.base import Language
from sandbox.documents.building import english
from sandbox.documents.parts import Party
from sandbox.documents.snapshots_logistics import Goods
from sandbox.erp.models import DeliveryLine, DeliveryNote
from sandbox.erp.models.dispatch import Parcel, ShippingInstruction
from sandbox.supply.models import Carrier

PACKAGE = "Colis"
NO_CARRIER = "Transporteur à désigner"
# Papers of a delivery bear its number and these letters: they are found with it.
PICKING, INSTRUCTION, PACKING, WAYBILL, CMR = "-BP", "-OE", "-LC", "-LV", "-CMR"


@dataclass(frozen=True)
class Load:
    """What leaves: goods by kind, number of packages, weight in grams; packed by us or not."""

    goods: tuple[Goods, ...]
    parcels: int
    weight: Grams
    packed: bool


def loaded(ctx: Context, delivery: DeliveryNote, parcels: Sequence[Parcel]) -> Load:
    """The load of a delivery: as it was packed, else in the packs that our suppliers make."""
    goods = _packed(ctx, delivery, parcels) if parcels else _unpacked(delivery)
    count, weight = sum(one.parcels for one in goods), sum(one.weight for one in goods)
    return Load(goods, count, weight, packed=bool(parcels))


def parcels_of(ctx: Context, delivery: DeliveryNote) -> Sequence[Parcel]:
    """Parcels of a delivery, in order; none until somebody packs it."""
    return ctx.session.scalars(
        select(Parcel)
        .where(Parcel.run_id == ctx.run.id, Parcel.delivery_id == delivery.id)
        .order_by(Parcel.number)
    ).all()


def instruction_of(ctx: Context, delivery: DeliveryNote) -> ShippingInstruction | None:
    """What the shipping service was told of a delivery, if anything."""
    return ctx.session.scalar(
        select(ShippingInstruction).where(
            ShippingInstruction.run_id == ctx.run.id,
            ShippingInstruction.delivery_id == delivery.id,
        )
    )


def leaving(delivery: DeliveryNote) -> list[DeliveryLine]:
    """Lines of goods that really leave: a service is not carried."""
    return [line for line in delivery.lines if line.product.stocked and line.quantity]


def packaging(ctx: Context, code: str, language: Language = "fr") -> str:
    """Name of a packaging."""
    options = ctx.setting.procedures.shipping.packaging
    said = next((option.label for option in options if option.code == code), code)
    return said if language == "fr" else english.PACKAGING.get(code, said)


def carrier_party(carrier: Carrier | None) -> Party:
    """Who carries: we know its name alone."""
    name = carrier.name if carrier else NO_CARRIER
    return Party(name=name, street="", postcode="", town="", country="")


def _packed(ctx: Context, delivery: DeliveryNote, parcels: Sequence[Parcel]) -> tuple[Goods, ...]:
    labels = {line.product.reference: line.order_line.label for line in delivery.lines}
    kinds = groupby(sorted(parcels, key=_kind), _kind)
    alike = sorted((list(group) for _, group in kinds), key=lambda group: group[0].number)
    return tuple(_together(ctx, labels, group) for group in alike)


def _kind(parcel: Parcel) -> tuple[str, list[str]]:
    return parcel.packaging, sorted(parcel.content)


def _together(ctx: Context, labels: dict[str, str], alike: list[Parcel]) -> Goods:
    numbers = ", ".join(str(parcel.number) for parcel in alike)
    return Goods(
        marks=f"n°{NO_BREAK_SPACE}{numbers}",
        label=", ".join(labels[product] for product in sorted(alike[0].content)),
        parcels=len(alike),
        packaging=packaging(ctx, alike[0].packaging),
        weight=sum(parcel.gross for parcel in alike),
    )


def _unpacked(delivery: DeliveryNote) -> tuple[Goods, ...]:
    return tuple(
        Goods(
            label=line.order_line.label,
            parcels=-(-line.quantity // max(line.product.pack, 1)),
            packaging=PACKAGE,
            weight=line.quantity * line.product.weight,
        )
        for line in leaving(delivery)
    )
