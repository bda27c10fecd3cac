"""Those whom the supply desk asks something of: suppliers, the warehouse, the workshop, carriers."""

from datetime import date, timedelta

from sandbox.core.calendar import add_working_days, opening
from sandbox.core.context import Context
from sandbox.core.stock import cost_of
from sandbox.erp.models import DeliveryNote, DeliveryStatus
from sandbox.erp.services.following import give_proof
from sandbox.journal import subscribe
from sandbox.journal.payloads import (
    GoodsReceived,
    ProductionDateAsked,
    ProductionPromised,
    ProductionRequested,
    ProofAsked,
    PurchaseDateAsked,
    StockCountRequested,
    StockCountSubmitted,
    SupplierClaimed,
)
from sandbox.simulation.actors.speaking import soon, supplier_key, supplier_says
from sandbox.simulation.actors.supplier import promise_date
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.scene import between, scene, supplier_character
from sandbox.supply.models import (
    Arrival,
    ClaimRequest,
    CountStatus,
    ProductionRequest,
    ProductionStatus,
    PurchaseOrder,
    PurchaseStatus,
    StockCount,
    SupplierClaim,
)
from sandbox.supply.services import (
    InvoicedLineDraft,
    decide_gap,
    finish_production,
    promise_production,
    receive_supplier_invoice,
    report_count,
    settle_claim,
)

COUNTS_IN = (60, 240)
DECIDES_IN = (60, 180)
WORKSHOP_ANSWERS_IN = (60, 240)
INVOICES_IN = (480, 960)
SETTLES_IN = (480, 1440)
PROVES_IN = (240, 960)
MOST_DAYS_GAINED = 4
INVOICE_DUE = timedelta(days=30)


@subscribe(PurchaseDateAsked)
def be_asked_sooner(ctx: Context, reference: str, payload: PurchaseDateAsked) -> None:
    """The supplier looks whether it can deliver sooner."""
    if scene(ctx) is not None:
        bounds = supplier_character(ctx, payload.supplier).answers_in
        key = supplier_key(payload.supplier)
        wanted = payload.wanted_on.isoformat()
        soon(ctx, bounds, "supplier_negotiates", key, reference, wanted_on=wanted)


@happens("supplier_negotiates")
def negotiate(ctx: Context, subject: str, wanted_on: str) -> None:
    """It gains a few days, never more than it can, and says so; or it keeps its date."""
    order = ctx.find(PurchaseOrder, subject)
    if order.status == PurchaseStatus.RECEIVED:
        return
    key = supplier_key(order.supplier.reference)
    gained = between(ctx, (0, MOST_DAYS_GAINED), key, "gains", subject)
    earliest = add_working_days(order.expected_on, -gained) if gained else order.due_on
    given = max(date.fromisoformat(wanted_on), earliest, add_working_days(ctx.today(), 1))
    if given < order.due_on:
        promise_date(ctx, order, given, "acknowledges")
        schedule(ctx, opening(given), "truck_arrives", subject, short={})
    else:
        said = f"{order.due_on:%d/%m/%Y}"
        supplier_says(ctx, order.supplier, "answers", about=subject, topic="delivery", date=said)


@subscribe(GoodsReceived)
def be_received(ctx: Context, reference: str, payload: GoodsReceived) -> None:
    """The supplier will invoice what its slip said."""
    if scene(ctx) is not None:
        soon(ctx, INVOICES_IN, "supplier_invoices", supplier_key(payload.supplier), reference)


@happens("supplier_invoices")
def invoice(ctx: Context, subject: str) -> None:
    """It invoices what its slip announced, at the price of the order: not what was counted."""
    arrival = ctx.find(Arrival, subject)
    order = arrival.purchase_order
    lines = [
        InvoicedLineDraft(line.product.reference, units, line.unit_price)
        for line in order.lines
        if (units := arrival.announced.get(line.product.reference, 0))
    ]
    supplier = ctx.acting_as(supplier_key(order.supplier.reference))
    number = f"{order.supplier.reference}-{subject.rpartition('-')[2]}"
    due_on = ctx.today() + INVOICE_DUE
    receive_supplier_invoice(supplier, order, number=number, lines=lines, due_on=due_on)


@subscribe(SupplierClaimed)
def be_claimed_from(ctx: Context, reference: str, payload: SupplierClaimed) -> None:
    """The supplier takes a claim in."""
    if scene(ctx) is not None:
        key = supplier_key(payload.supplier)
        soon(ctx, SETTLES_IN, "supplier_settles", key, reference)


@happens("supplier_settles")
def settle(ctx: Context, subject: str) -> None:
    """It credits what is asked at the price of the order, or promises the goods."""
    claim = ctx.find(SupplierClaim, subject)
    if claim.outcome:
        return
    supplier = ctx.acting_as(supplier_key(claim.purchase_order.supplier.reference))
    if claim.asks == ClaimRequest.CREDIT:
        credit = cost_of(claim.quantity, claim.product.cost)
        settle_claim(supplier, claim, outcome="credit", credit=credit)
    else:
        settle_claim(supplier, claim, outcome="delivery")


@subscribe(StockCountRequested)
def be_asked_to_count(ctx: Context, reference: str, _payload: StockCountRequested) -> None:
    """The warehouse goes and counts."""
    if scene(ctx) is not None:
        soon(ctx, COUNTS_IN, "warehouse_counts", "warehouse", reference)


@happens("warehouse_counts")
def count(ctx: Context, subject: str) -> None:
    """It says what is really on the shelves."""
    asked = ctx.find(StockCount, subject)
    if asked.status == CountStatus.REQUESTED:
        counted = max(asked.product.physical + asked.product.miscount, 0)
        report_count(ctx.acting_as("warehouse"), asked, counted=counted)


@subscribe(StockCountSubmitted)
def be_asked_to_accept(ctx: Context, reference: str, payload: StockCountSubmitted) -> None:
    """A gap lands on the desk of whoever decides."""
    if scene(ctx) is not None:
        soon(ctx, DECIDES_IN, "post_accepts_gap", payload.post, reference)


@happens("post_accepts_gap")
def accept_gap(ctx: Context, subject: str) -> None:
    """Granted when the facts are told."""
    asked = ctx.find(StockCount, subject)
    if asked.status == CountStatus.SUBMITTED:
        post = ctx.setting.procedures.supply.count_decided_by
        decide_gap(ctx.acting_as(post), asked, granted=bool(asked.facts))


@subscribe(ProductionRequested, ProductionDateAsked)
def be_asked_to_make(ctx: Context, reference: str, _payload: ProductionRequested) -> None:
    """The workshop looks at its plan."""
    if scene(ctx) is not None:
        soon(ctx, WORKSHOP_ANSWERS_IN, "workshop_promises", "production", reference)


@happens("workshop_promises")
def promise(ctx: Context, subject: str) -> None:
    """It gives the day asked for if its usual delay allows, else the first possible one."""
    asked = ctx.find(ProductionRequest, subject)
    if asked.status != ProductionStatus.DONE:
        possible = add_working_days(asked.asked_at.date(), asked.product.make_days)
        on = max(asked.wanted_on, possible, ctx.today())
        promise_production(ctx.acting_as("production"), asked, promised_on=on)


@subscribe(ProductionPromised)
def plan_to_make(ctx: Context, reference: str, payload: ProductionPromised) -> None:
    """The units come out of the workshop on the day promised."""
    if scene(ctx) is not None:
        schedule(ctx, opening(payload.promised_on), "workshop_delivers", reference)


@happens("workshop_delivers")
def make(ctx: Context, subject: str) -> None:
    """The units go into stock, unless another day was promised since."""
    asked = ctx.find(ProductionRequest, subject)
    if asked.status == ProductionStatus.PROMISED and asked.due_on <= ctx.today():
        finish_production(ctx.acting_as("production"), asked)


@subscribe(ProofAsked)
def be_asked_for_proof(ctx: Context, reference: str, payload: ProofAsked) -> None:
    """The carrier looks for the signed note."""
    if scene(ctx) is not None:
        soon(ctx, PROVES_IN, "carrier_proves", f"carrier:{payload.carrier}", reference)


@happens("carrier_proves")
def prove(ctx: Context, subject: str) -> None:
    """It has a signature once the goods were delivered."""
    delivery = ctx.find(DeliveryNote, subject)
    if delivery.carrier is not None:
        signed = delivery.status == DeliveryStatus.DELIVERED
        give_proof(ctx.acting_as(f"carrier:{delivery.carrier.reference}"), delivery, signed=signed)
