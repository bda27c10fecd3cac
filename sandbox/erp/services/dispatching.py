"""Before goods leave: the order to ship, what each parcel holds, departures grouped."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select

from sandbox.core.context import Context
from sandbox.core.incoterms import INCOTERMS
from sandbox.core.paperwork import PackagingOption
from sandbox.erp.errors.billing import AlreadyShipped
from sandbox.erp.errors.shipping import (
    AlreadyGrouped,
    AlreadyInstructed,
    EmptyParcel,
    IncotermWithoutPlace,
    InstructionTooLate,
    NotAGroupedDay,
    NotTheDelivery,
    PastDay,
    TooFewToGroup,
    TooHeavy,
    UnknownIncoterm,
    UnknownPackaging,
)
from sandbox.erp.models.delivery import DeliveryNote, leaving_day
from sandbox.erp.models.dispatch import (
    Departure,
    DepartureLine,
    PackagingMove,
    Parcel,
    ShippingInstruction,
)
from sandbox.journal import record, use_case
from sandbox.journal.payloads import DeliveryPacked, DepartureGrouped, ShippingInstructed
from sandbox.supply.models import Carrier

WEEK = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


@use_case(
    minutes=4,
    emits=(ShippingInstructed,),
    refuses=(AlreadyShipped, AlreadyInstructed, UnknownIncoterm, PastDay),
    warns=(InstructionTooLate, IncotermWithoutPlace),
)
def instruct_shipping(
    ctx: Context,
    delivery: DeliveryNote,
    *,
    leaves_on: date,
    urgent: bool = False,
    dangerous: bool = False,
    incoterm: str = "",
    place: str = "",
    note: str = "",
) -> ShippingInstruction:
    """Tell the shipping service when and how a delivery leaves, before the carrier's cut-off."""
    _check_instruction(ctx, delivery, leaves_on, incoterm)
    earliest = leaving_day(delivery.carrier, ctx.now()) if delivery.carrier else ctx.today()
    if leaves_on < earliest and delivery.carrier:
        carrier, day = delivery.carrier, f"{earliest:%d/%m/%Y}"
        ctx.caution(
            InstructionTooLate(carrier=carrier.name, cut_off=carrier.cut_off, leaves_on=day)
        )
    if incoterm and not place.strip():
        ctx.caution(IncotermWithoutPlace())
    told = ctx.add(
        ShippingInstruction(
            delivery_id=delivery.id,
            at=ctx.now(),
            leaves_on=leaves_on,
            urgent=urgent,
            dangerous=dangerous,
            incoterm=incoterm,
            place=place.strip(),
            note=note.strip(),
        )
    )
    payload = ShippingInstructed(
        order=delivery.order.reference,
        carrier=delivery.carrier.reference if delivery.carrier else None,
        leaves_on=leaves_on,
        urgent=urgent,
        dangerous=dangerous,
        incoterm=incoterm,
        in_time=leaves_on >= earliest,
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, delivery.reference, payload)
    return told


def _check_instruction(
    ctx: Context, delivery: DeliveryNote, leaves_on: date, incoterm: str
) -> None:
    if delivery.left:
        raise AlreadyShipped(reference=delivery.reference)
    if incoterm and incoterm not in INCOTERMS:
        raise UnknownIncoterm(incoterm=incoterm)
    if leaves_on < ctx.today():
        raise PastDay(on=f"{leaves_on:%d/%m/%Y}")
    told = ctx.session.scalar(
        select(ShippingInstruction.id).where(
            ShippingInstruction.run_id == ctx.run.id,
            ShippingInstruction.delivery_id == delivery.id,
        )
    )
    if told is not None:
        raise AlreadyInstructed(reference=delivery.reference)


@dataclass(frozen=True)
class ParcelDraft:
    """A packaging (by code) and what goes in it: product reference → units."""

    packaging: str
    content: dict[str, int]


@use_case(
    minutes=8,
    emits=(DeliveryPacked,),
    refuses=(AlreadyShipped, UnknownPackaging, EmptyParcel, NotTheDelivery),
    warns=(TooHeavy,),
)
def pack_delivery(
    ctx: Context, delivery: DeliveryNote, *, parcels: list[ParcelDraft]
) -> list[Parcel]:
    """Say what each parcel of a delivery holds; packing again replaces the list."""
    if delivery.left:
        raise AlreadyShipped(reference=delivery.reference)
    _same_goods(delivery, parcels)
    packed = list(_parcels(ctx, delivery, parcels))
    _unpack(ctx, delivery)
    for parcel in packed:
        ctx.add(parcel)
    returnable = Counter(parcel.packaging for parcel in packed if parcel.deposit)
    for code, quantity in returnable.items():
        _lend(ctx, delivery, _option(ctx, code), quantity)
    payload = DeliveryPacked(
        order=delivery.order.reference,
        parcels=len(packed),
        gross_weight=sum(parcel.gross for parcel in packed),
        net_weight=sum(parcel.net for parcel in packed),
        packaging_price=sum(parcel.price for parcel in packed),
        deposit=sum(parcel.deposit for parcel in packed),
        returnable=returnable.total(),
    )
    record(ctx, delivery.reference, payload)
    return packed


def _option(ctx: Context, code: str) -> PackagingOption:
    """The packaging of the procedure with this code; raises UnknownPackaging."""
    for option in ctx.setting.procedures.shipping.packaging:
        if option.code == code:
            return option
    raise UnknownPackaging(packaging=code)


def _same_goods(delivery: DeliveryNote, parcels: Sequence[ParcelDraft]) -> None:
    """Raise EmptyParcel or NotTheDelivery unless the parcels hold just what leaves."""
    packed: Counter[str] = Counter()
    for number, parcel in enumerate(parcels, 1):
        if sum(parcel.content.values()) <= 0:
            raise EmptyParcel(number=number)
        packed.update(parcel.content)
    leaving: Counter[str] = Counter()
    for line in delivery.lines:
        if line.product.stocked:
            leaving[line.product.reference] += line.quantity
    for product in sorted({*packed, *leaving}):
        if packed[product] != leaving[product]:
            raise NotTheDelivery(product=product, packed=packed[product], expected=leaving[product])


def _parcels(
    ctx: Context, delivery: DeliveryNote, drafts: Sequence[ParcelDraft]
) -> Iterator[Parcel]:
    weights = {line.product.reference: line.product.weight for line in delivery.lines}
    for number, draft in enumerate(drafts, 1):
        option = _option(ctx, draft.packaging)
        content = {product: units for product, units in draft.content.items() if units}
        net = sum(weights[product] * units for product, units in content.items())
        if net > option.most_grams:
            ctx.caution(TooHeavy(number=number, kilos=net // 1000))
        yield Parcel(
            delivery_id=delivery.id,
            number=number,
            packaging=option.code,
            content=content,
            net=net,
            gross=net + option.grams,
            price=option.price,
            deposit=option.deposit,
        )


def _unpack(ctx: Context, delivery: DeliveryNote) -> None:
    """Forget an earlier packing list, and the packaging that it lent."""
    run_id, document = ctx.run.id, delivery.reference
    ctx.session.execute(
        delete(Parcel).where(Parcel.run_id == run_id, Parcel.delivery_id == delivery.id)
    )
    ctx.session.execute(
        delete(PackagingMove).where(
            PackagingMove.run_id == run_id, PackagingMove.document == document
        )
    )


def _lend(ctx: Context, delivery: DeliveryNote, option: PackagingOption, quantity: int) -> None:
    ctx.add(
        PackagingMove(
            customer_id=delivery.customer_id,
            packaging=option.code,
            quantity=quantity,
            deposit=option.deposit * quantity,
            document=delivery.reference,
            at=ctx.now(),
        )
    )


@use_case(
    minutes=5,
    emits=(DepartureGrouped,),
    refuses=(TooFewToGroup, AlreadyShipped, AlreadyGrouped),
    warns=(NotAGroupedDay,),
)
def group_departure(ctx: Context, *, deliveries: list[DeliveryNote], carrier: Carrier) -> Departure:
    """Let several deliveries leave with one carrier: each after the first at half price."""
    together = list(dict.fromkeys(deliveries))
    if len(together) < 2:
        raise TooFewToGroup
    _not_grouped(ctx, together)
    days = ctx.setting.procedures.shipping.grouped_days
    if days and leaving_day(carrier, ctx.now()).weekday() not in days:
        ctx.caution(NotAGroupedDay(days=" et le ".join(WEEK[day] for day in days)))
    return _grouped(ctx, together, carrier)


def _grouped(ctx: Context, together: list[DeliveryNote], carrier: Carrier) -> Departure:
    count = len(together)
    price = carrier.price + (count - 1) * (carrier.price // 2)
    shares = [price // count + (rank < price % count) for rank in range(count)]
    for delivery, share in zip(together, shares, strict=True):
        delivery.choose(carrier)
        delivery.cost = share
    departure = ctx.add(
        Departure(
            reference=ctx.number("DEP"),
            carrier_id=carrier.id,
            carrier=carrier,
            at=ctx.now(),
            price=price,
            grams_co2=carrier.grams_co2 + (count - 1) * (carrier.grams_co2 // 2),
            lines=[DepartureLine(delivery_id=delivery.id) for delivery in together],
        )
    )
    payload = DepartureGrouped(
        carrier=carrier.reference,
        deliveries=tuple(delivery.reference for delivery in together),
        price=price,
        saved=count * carrier.price - price,
        grams_co2=departure.grams_co2,
    )
    record(ctx, departure.reference, payload)
    return departure


def _not_grouped(ctx: Context, together: Sequence[DeliveryNote]) -> None:
    grouped = set(
        ctx.session.scalars(
            select(DepartureLine.delivery_id).where(
                DepartureLine.run_id == ctx.run.id,
                DepartureLine.delivery_id.in_([delivery.id for delivery in together]),
            )
        )
    )
    for delivery in together:
        if delivery.left:
            raise AlreadyShipped(reference=delivery.reference)
        if delivery.id in grouped:
            raise AlreadyGrouped(reference=delivery.reference)
