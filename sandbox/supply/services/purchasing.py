"""Ordering from suppliers, and asking them where the goods are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sandbox.core.calendar import add_working_days
from sandbox.core.context import Context
from sandbox.journal import record, use_case
from sandbox.journal.payloads import (
    PurchaseDateAsked,
    PurchaseLine,
    PurchaseOrderAcknowledged,
    PurchaseOrderChased,
    PurchaseOrderSent,
)
from sandbox.supply.errors import (
    AlreadyReceived,
    BadQuantity,
    BelowMinimum,
    EmptyPurchaseOrder,
    NotEarlier,
    NotFromThisSupplier,
    NotFullPacks,
    Overstock,
    TooManyRounds,
    UnknownProduct,
)
from sandbox.supply.models import Product, PurchaseOrder, PurchaseOrderLine, Supplier
from sandbox.supply.queries import positions
from sandbox.supply.replenishment import is_overstock
from sandbox.supply.services.stock import known_products


@dataclass(frozen=True)
class PurchaseLineDraft:
    """A product (by reference) and the units wanted of it."""

    product: str
    quantity: int


@use_case(
    minutes=6,
    emits=(PurchaseOrderSent,),
    refuses=(EmptyPurchaseOrder, UnknownProduct, NotFromThisSupplier, BadQuantity),
    warns=(NotFullPacks, BelowMinimum, Overstock),
)
def send_purchase_order(
    ctx: Context,
    *,
    supplier: Supplier,
    lines: list[PurchaseLineDraft],
    needed_for: str | None = None,
) -> PurchaseOrder:
    """Order goods from a supplier, at their catalogue cost; it cannot be taken back."""
    wanted = _wanted(ctx, supplier, lines)
    _warn(ctx, wanted)
    return place(ctx, _drawn_up(ctx, supplier, wanted), needed_for)


def place(ctx: Context, order: PurchaseOrder, needed_for: str | None) -> PurchaseOrder:
    """Send an order that is drawn up."""
    ctx.add(order)
    record(ctx, order.reference, _sent(ctx, order, needed_for))
    return order


def _drawn_up(
    ctx: Context, supplier: Supplier, wanted: Sequence[tuple[Product, int]]
) -> PurchaseOrder:
    lines = [
        PurchaseOrderLine(
            product_id=product.id, product=product, ordered=quantity, unit_price=product.cost
        )
        for product, quantity in wanted
    ]
    return PurchaseOrder(
        reference=ctx.number("CF"),
        supplier_id=supplier.id,
        supplier=supplier,
        sent_at=ctx.now(),
        expected_on=add_working_days(ctx.today(), supplier.lead_days),
        net=sum(line.net for line in lines),
        lines=lines,
    )


def _wanted(
    ctx: Context, supplier: Supplier, lines: Sequence[PurchaseLineDraft]
) -> list[tuple[Product, int]]:
    """Products and units asked for, one line a product; raises what does not fit."""
    if not lines:
        raise EmptyPurchaseOrder
    units: Counter[str] = Counter()
    for line in lines:
        if line.quantity <= 0:
            raise BadQuantity(product=line.product, quantity=line.quantity)
        units[line.product] += line.quantity
    products = known_products(ctx, list(units))
    for product in products:
        if product.supplier_id != supplier.id:
            raise NotFromThisSupplier(product=product.reference, supplier=supplier.name)
    return [(product, units[product.reference]) for product in products]


def _warn(ctx: Context, wanted: Sequence[tuple[Product, int]]) -> None:
    found = positions(ctx.session, ctx.run.id, [product for product, _ in wanted])
    for (product, quantity), position in zip(wanted, found, strict=True):
        if quantity % product.pack:
            ctx.caution(
                NotFullPacks(product=product.reference, pack=product.pack, quantity=quantity)
            )
        if quantity < product.minimum:
            ctx.caution(
                BelowMinimum(product=product.reference, minimum=product.minimum, quantity=quantity)
            )
        projected = position.available + position.on_order + quantity
        if is_overstock(product, projected):
            ctx.caution(
                Overstock(
                    product=product.reference,
                    projected=projected,
                    reorder_point=product.reorder_point,
                )
            )


def _sent(ctx: Context, order: PurchaseOrder, needed_for: str | None) -> PurchaseOrderSent:
    return PurchaseOrderSent(
        supplier=order.supplier.reference,
        lines=tuple(
            PurchaseLine(line.product.reference, line.ordered, 0, line.unit_price)
            for line in order.lines
        ),
        net=order.net,
        expected_on=order.expected_on,
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
        needed_for=needed_for,
    )


@use_case(minutes=3, emits=(PurchaseOrderChased,), refuses=(AlreadyReceived,))
def chase_supplier(ctx: Context, purchase_order: PurchaseOrder) -> PurchaseOrder:
    """Ask the supplier where the goods are."""
    purchase_order.chase(ctx.now())
    late = purchase_order.days_late(ctx.today())
    record(
        ctx,
        purchase_order.reference,
        PurchaseOrderChased(purchase_order.supplier.reference, late),
    )
    return purchase_order


@use_case(emits=(PurchaseOrderAcknowledged,), refuses=(AlreadyReceived,))
def acknowledge_purchase_order(
    ctx: Context, purchase_order: PurchaseOrder, *, confirmed_on: date
) -> PurchaseOrder:
    """Take down the date that a supplier promises, the first time or again (the supplier acts)."""
    purchase_order.acknowledge(confirmed_on)
    record(
        ctx,
        purchase_order.reference,
        PurchaseOrderAcknowledged(
            purchase_order.supplier.reference,
            confirmed_on,
            tuple(line.product.reference for line in purchase_order.lines),
        ),
    )
    return purchase_order


@use_case(
    minutes=4,
    emits=(PurchaseDateAsked,),
    refuses=(AlreadyReceived, NotEarlier),
    warns=(TooManyRounds,),
)
def ask_earlier_date(
    ctx: Context, purchase_order: PurchaseOrder, *, wanted_on: date
) -> PurchaseOrder:
    """Ask the supplier to deliver sooner; each time is one round of the negotiation."""
    due_on = purchase_order.due_on
    purchase_order.ask_for(wanted_on)
    allowed = ctx.setting.procedures.supply.date_rounds
    if purchase_order.rounds > allowed:
        ctx.caution(TooManyRounds(rounds=purchase_order.rounds, allowed=allowed))
    payload = PurchaseDateAsked(
        supplier=purchase_order.supplier.reference,
        wanted_on=wanted_on,
        due_on=due_on,
        round=purchase_order.rounds,
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, purchase_order.reference, payload)
    return purchase_order
