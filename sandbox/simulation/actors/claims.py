"""Suppliers who are claimed from, or asked for an earlier date."""

from sandbox.core.calendar import add_working_days, opening
from sandbox.core.context import Context
from sandbox.core.pricing import line_net
from sandbox.journal import subscribe
from sandbox.journal.payloads import PurchaseDateAsked, SupplierClaimed
from sandbox.simulation.actors.speaking import soon, supplier_key, supplier_says
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.scene import scene, supplier_character
from sandbox.supply.models import ClaimNature, ClaimRequest, PurchaseOrder, SupplierClaim
from sandbox.supply.services import acknowledge_purchase_order, settle_claim

DELIVERY, CREDIT, REFUSED = "delivery", "credit", "refused"
REST_FOLLOWS_IN = 3


@subscribe(SupplierClaimed)
def be_claimed(ctx: Context, reference: str, payload: SupplierClaimed) -> None:
    """A claim lands at the supplier's."""
    if scene(ctx) is None:
        return
    key = supplier_key(payload.supplier)
    bounds = supplier_character(ctx, payload.supplier).answers_in
    soon(ctx, bounds, "supplier_settles", key, reference)


@happens("supplier_settles")
def settle(ctx: Context, subject: str) -> None:
    """What was asked for, if it is asked of the right party; lateness is regretted, not paid."""
    claim = ctx.find(SupplierClaim, subject)
    order = claim.purchase_order
    supplier = ctx.acting_as(supplier_key(order.supplier.reference))
    if claim.nature == ClaimNature.LATE:
        outcome, credit = REFUSED, 0
    elif claim.asks == ClaimRequest.DELIVERY:
        outcome, credit = DELIVERY, 0
        day = add_working_days(ctx.today(), REST_FOLLOWS_IN)
        schedule(ctx, opening(day), "truck_arrives", order.reference, short={})
    else:
        outcome, credit = CREDIT, line_net(claim.quantity, _price(claim))
    settle_claim(supplier, claim, outcome=outcome, credit=credit)
    said = {"product": claim.product.label, "quantity": str(claim.quantity)}
    supplier_says(
        ctx,
        order.supplier,
        f"settles_{outcome}",
        about=order.reference,
        topic="claim",
        **said,
    )


def _price(claim: SupplierClaim) -> int:
    lines = claim.purchase_order.lines
    return next((line.unit_price for line in lines if line.product_id == claim.product_id), 0)


@subscribe(PurchaseDateAsked)
def be_hurried(ctx: Context, reference: str, payload: PurchaseDateAsked) -> None:
    """The supplier looks at what it can do."""
    if scene(ctx) is None:
        return
    key = supplier_key(payload.supplier)
    bounds = supplier_character(ctx, payload.supplier).answers_in
    soon(ctx, bounds, "supplier_weighs_date", key, reference)


@happens("supplier_weighs_date")
def weigh(ctx: Context, subject: str) -> None:
    """Half the way is done, the first time; after that the date stands."""
    order = ctx.find(PurchaseOrder, subject)
    if order.asked_on is None:
        return
    gained = (order.due_on - order.asked_on).days // 2
    supplier = ctx.acting_as(supplier_key(order.supplier.reference))
    stands = order.rounds > 1 or gained <= 0
    day = order.due_on if stands else add_working_days(order.asked_on, gained)
    if not stands:
        acknowledge_purchase_order(supplier, order, confirmed_on=day)
        schedule(ctx, opening(day), "truck_arrives", subject, short={})
    supplier_says(
        ctx,
        order.supplier,
        "date_stands" if stands else "date_gained",
        about=subject,
        topic="purchase",
        date=f"{day:%d/%m/%Y}",
    )
