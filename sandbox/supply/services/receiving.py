"""Goods at our dock: the truck that brings them, and the receipt that is booked."""

import re

from sandbox.core.context import Context
from sandbox.journal import record, use_case
from sandbox.journal.payloads import GoodsArrived, GoodsReceived, PurchaseLine
from sandbox.supply.errors import AlreadyBooked, AlreadyReceived, MoreThanPossible, VagueReserves
from sandbox.supply.models import Arrival, PurchaseOrder
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


@use_case(minutes=10, emits=(GoodsReceived,), refuses=(AlreadyBooked, MoreThanPossible))
def receive_goods(
    ctx: Context, arrival: Arrival, *, counted: dict[str, int], reserves: str = ""
) -> Arrival:
    """Book a goods receipt: units really there by product reference, and the delivery reserves."""
    order, reserves = arrival.purchase_order, reserves.strip()
    outstanding = {line.product.reference: line.outstanding for line in order.lines}
    differs = arrival.differs(counted)
    arrival.book(counted, reserves, ctx.now())
    order.receive(counted, ctx.now())
    for line in order.lines:
        take_in(ctx, line.product, counted.get(line.product.reference, 0), arrival.reference)
    if (differs or reserves) and vague(reserves):
        ctx.caution(VagueReserves())
    payload = GoodsReceived(
        purchase_order=order.reference,
        supplier=order.supplier.reference,
        lines=_lines(order, counted),
        difference=differs or any(counted.get(p, 0) != units for p, units in outstanding.items()),
        reserves=bool(reserves),
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, arrival.reference, payload)
    return arrival


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
