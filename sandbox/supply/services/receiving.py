"""Goods at our dock: the truck that brings them, and the receipt that is booked."""

import re

from sandbox.core.context import Context
from sandbox.journal import record, use_case
from sandbox.journal.payloads import (
    GoodsArrived,
    GoodsReceived,
    PurchaseLine,
    StockQuarantined,
)
from sandbox.supply.errors import (
    AlreadyBooked,
    AlreadyReceived,
    MoreDamagedThanCounted,
    MoreThanPossible,
    VagueReserves,
)
from sandbox.supply.models import Arrival, PurchaseOrder, PurchaseOrderLine, QuarantineCause
from sandbox.supply.services.quarantine import set_apart
from sandbox.supply.services.stock import take_in

_FORMULA = re.compile(r"\bsous\s+(toutes?\s+)?r[ée]serves?\b", re.IGNORECASE)
_WORDS_AT_LEAST = 3


@use_case(emits=(GoodsArrived,), refuses=(AlreadyReceived, MoreThanPossible))
def arrive_goods(
    ctx: Context, purchase_order: PurchaseOrder, *, announced: dict[str, int]
) -> Arrival:
    """Bring goods to our dock with a slip: product reference → units (the supplier acts)."""
    purchase_order.still_open()
    purchase_order.check_counts(announced)
    arrival = ctx.add(
        Arrival(
            reference=ctx.number("ARR"),
            purchase_order_id=purchase_order.id,
            purchase_order=purchase_order,
            at=ctx.now(),
            announced=dict(announced),
        )
    )
    lines = _lines(purchase_order, announced)
    record(ctx, purchase_order.reference, GoodsArrived(purchase_order.supplier.reference, lines))
    return arrival


@use_case(
    minutes=10,
    emits=(GoodsReceived, StockQuarantined),
    refuses=(AlreadyBooked, MoreThanPossible, MoreDamagedThanCounted),
    warns=(VagueReserves,),
)
def receive_goods(
    ctx: Context,
    arrival: Arrival,
    *,
    counted: dict[str, int],
    reserves: str = "",
    damaged: dict[str, int] | None = None,
) -> Arrival:
    """Book a goods receipt: units really there by product reference, and the delivery reserves.

    ``damaged`` units are among those counted: they are set apart at once.
    """
    order, reserves, spoilt = arrival.purchase_order, reserves.strip(), _some(damaged)
    outstanding = {line.product.reference: line.outstanding for line in order.lines}
    differs = arrival.differs(counted)
    _check_damage(counted, spoilt)
    arrival.book(counted, reserves, ctx.now(), spoilt)
    order.receive(counted, ctx.now())
    for line in order.lines:
        _put_away(ctx, line, counted, spoilt, arrival.reference)
    if (differs or reserves or spoilt) and vague(reserves):
        ctx.caution(VagueReserves())
    payload = GoodsReceived(
        purchase_order=order.reference,
        supplier=order.supplier.reference,
        lines=_lines(order, counted),
        difference=differs or any(counted.get(p, 0) != units for p, units in outstanding.items()),
        reserves=bool(reserves),
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
        damaged=tuple(line for line in _lines(order, spoilt) if line.received),
    )
    record(ctx, arrival.reference, payload)
    return arrival


def _some(units: dict[str, int] | None) -> dict[str, int]:
    return {product: quantity for product, quantity in (units or {}).items() if quantity}


def _check_damage(counted: dict[str, int], damaged: dict[str, int]) -> None:
    for product, quantity in damaged.items():
        if not 0 <= quantity <= counted.get(product, 0):
            raise MoreDamagedThanCounted(
                product=product, damaged=quantity, counted=counted.get(product, 0)
            )


def _put_away(
    ctx: Context,
    line: PurchaseOrderLine,
    counted: dict[str, int],
    damaged: dict[str, int],
    document: str,
) -> None:
    """Shelve what was counted of a line, and set the damaged units apart."""
    product = line.product
    take_in(ctx, product, counted.get(product.reference, 0), document, unit_cost=line.unit_price)
    if product.stocked and damaged.get(product.reference):
        spoilt = damaged[product.reference]
        set_apart(ctx, product, spoilt, QuarantineCause.DAMAGED, document)


def vague(reserves: str) -> bool:
    """Whether reserves say too little: « sous réserve de déballage » has no value.

    They must give the nature, the quantity and the article (C. com. L133-3).
    """
    if _FORMULA.search(reserves) and not re.search(r"\d", reserves):
        return True
    return len(reserves.split()) < _WORDS_AT_LEAST


def _lines(order: PurchaseOrder, units: dict[str, int]) -> tuple[PurchaseLine, ...]:
    """Lines of an order with the units that one truck brings of them."""
    return tuple(
        PurchaseLine(
            line.product.reference,
            line.ordered,
            units.get(line.product.reference, 0),
            line.unit_price,
        )
        for line in order.lines
    )
