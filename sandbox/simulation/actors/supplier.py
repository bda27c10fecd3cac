"""Suppliers: they confirm a date, answer when chased, and their trucks arrive."""

from datetime import date

from sandbox.core.calendar import add_working_days, add_working_minutes, opening
from sandbox.core.context import Context
from sandbox.journal import subscribe
from sandbox.journal.payloads import CallAnswered, PurchaseOrderChased, PurchaseOrderSent
from sandbox.simulation.actors.speaking import soon, supplier_key, supplier_says
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.regard import fall_silent, is_silent
from sandbox.simulation.scene import between, scene, supplier_character
from sandbox.supply.models import PurchaseOrder, PurchaseStatus
from sandbox.supply.services import acknowledge_purchase_order, arrive_goods

REST_FOLLOWS_IN = 3
MORNING = (30, 210)


@subscribe(PurchaseOrderSent)
def take_purchase_order(ctx: Context, reference: str, payload: PurchaseOrderSent) -> None:
    """The supplier takes the order down; one that keeps silent delivers all the same."""
    if scene(ctx) is None:
        return
    character, key = supplier_character(ctx, payload.supplier), supplier_key(payload.supplier)
    if character.acknowledges:
        soon(ctx, character.acknowledges_in, "supplier_acknowledges", key, reference)
    day = add_working_days(payload.expected_on, character.late_days)
    after = between(ctx, MORNING, key, "truck", reference)
    at = add_working_minutes(opening(day), after)
    schedule(ctx, at, "truck_arrives", reference, short=dict(character.short))


@happens("supplier_acknowledges")
def acknowledge(ctx: Context, subject: str) -> None:
    """The supplier writes the date it promises."""
    order = ctx.find(PurchaseOrder, subject)
    silent = is_silent(ctx, supplier_key(order.supplier.reference))
    if order.status == PurchaseStatus.SENT and not silent:
        promise_date(ctx, order, _likely(ctx, order), "acknowledges")


def promise_date(ctx: Context, order: PurchaseOrder, confirmed_on: date, occasion: str) -> None:
    """The supplier gives a date, and writes it."""
    supplier = ctx.acting_as(supplier_key(order.supplier.reference))
    acknowledge_purchase_order(supplier, order, confirmed_on=confirmed_on)
    supplier_says(
        ctx,
        order.supplier,
        occasion,
        about=order.reference,
        topic="delay" if occasion == "late" else "purchase",
        date=f"{confirmed_on:%d/%m/%Y}",
    )


def _likely(ctx: Context, order: PurchaseOrder) -> date:
    late = supplier_character(ctx, order.supplier.reference).late_days
    return add_working_days(order.expected_on, late)


@subscribe(PurchaseOrderChased)
def be_chased(ctx: Context, reference: str, payload: PurchaseOrderChased) -> None:
    """The supplier looks the order up; a silent one wakes at the second time of asking."""
    if scene(ctx) is not None:
        key = supplier_key(payload.supplier)
        bounds = supplier_character(ctx, payload.supplier).answers_in
        soon(ctx, bounds, "supplier_answers", key, reference)


@subscribe(CallAnswered)
def be_rung(ctx: Context, _reference: str, payload: CallAnswered) -> None:
    """On the telephone nobody can keep silent."""
    if payload.other.startswith("supplier:") and scene(ctx) is not None:
        schedule(ctx, ctx.now(), "supplier_wakes", payload.other)
        if payload.about:
            schedule(ctx, ctx.now(), "supplier_answers", payload.about)


@happens("supplier_wakes")
def wake(ctx: Context, subject: str) -> None:
    """The supplier answers again."""
    if is_silent(ctx, subject):
        fall_silent(ctx, subject, silent=False)


@happens("supplier_answers")
def answer(ctx: Context, subject: str) -> None:
    """The supplier says when the goods will come."""
    order = ctx.find(PurchaseOrder, subject)
    key = supplier_key(order.supplier.reference)
    if is_silent(ctx, key):
        fall_silent(ctx, key, silent=False)
        return
    if order.confirmed_on is None:
        acknowledge(ctx, subject)
    elif order.status != PurchaseStatus.RECEIVED:
        said = f"{order.confirmed_on:%d/%m/%Y}"
        supplier_says(ctx, order.supplier, "answers", about=subject, topic="purchase", date=said)


@happens("truck_arrives")
def arrive(ctx: Context, subject: str, short: dict[str, int]) -> None:
    """A truck stops at our dock with what is owed, less what is missing; the rest follows."""
    order = ctx.find(PurchaseOrder, subject)
    if order.confirmed_on and ctx.today() < order.confirmed_on:
        schedule(ctx, opening(order.confirmed_on), "truck_arrives", subject, short=short)
        return
    owed = {line.product.reference: line.outstanding for line in order.lines}
    brought = {product: units - short.get(product, 0) for product, units in owed.items()}
    brought = {product: units for product, units in brought.items() if units > 0}
    if brought:
        supplier = ctx.acting_as(supplier_key(order.supplier.reference))
        arrive_goods(supplier, order, announced=brought)
    if brought != {product: units for product, units in owed.items() if units > 0}:
        day = add_working_days(ctx.today(), REST_FOLLOWS_IN)
        schedule(ctx, opening(day), "truck_arrives", subject, short={})
