"""The warehouse and the workshop: they count what they are asked to, and make what is ordered."""

from datetime import timedelta

from sandbox.core.calendar import add_working_days, opening
from sandbox.core.context import Context
from sandbox.journal import subscribe
from sandbox.journal.payloads import (
    ProductionDateAsked,
    ProductionPromised,
    ProductionRequested,
    StockCounted,
    StockCountRequested,
    StockCountSubmitted,
)
from sandbox.simulation.actors.colleagues import colleague_says
from sandbox.simulation.actors.speaking import soon
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.scene import post_character, scene
from sandbox.supply.models import CountStatus, ProductionRequest, ProductionStatus, StockCount
from sandbox.supply.services import (
    decide_gap,
    finish_production,
    promise_production,
    report_count,
)

WAREHOUSE, WORKSHOP = "warehouse", "production"
COUNTING, WORKSHOP_THINKS = (60, 150), (60, 180)


@subscribe(StockCountRequested)
def be_asked(ctx: Context, reference: str, payload: StockCountRequested) -> None:
    """Somebody goes to the shelves."""
    if scene(ctx) is not None:
        soon(ctx, COUNTING, "warehouse_counts", WAREHOUSE, reference)


@happens("warehouse_counts")
def count(ctx: Context, subject: str) -> None:
    """What really stands there is taken down."""
    found = ctx.find(StockCount, subject)
    if found.status == CountStatus.REQUESTED:
        real = max(found.product.physical + found.product.miscount, 0)
        report_count(ctx.acting_as(WAREHOUSE), found, counted=real)


@subscribe(StockCounted)
def tell(ctx: Context, reference: str, payload: StockCounted) -> None:
    """The warehouse says what it found."""
    if scene(ctx) is not None and ctx.actor == WAREHOUSE:
        said = {"product": payload.product, "quantity": str(payload.counted)}
        schedule(ctx, ctx.now(), "warehouse_tells", reference, **said)


@happens("warehouse_tells")
def write(ctx: Context, subject: str, product: str, quantity: str) -> None:
    """A word in the internal chat."""
    colleague_says(
        ctx,
        WAREHOUSE,
        "counted",
        topic="stock",
        about=product,
        product=product,
        quantity=quantity,
        reference=subject,
    )


@subscribe(StockCountSubmitted)
def be_asked_to_agree(ctx: Context, reference: str, payload: StockCountSubmitted) -> None:
    """A correction lands on the desk of whoever decides."""
    if scene(ctx) is not None:
        bounds = post_character(ctx, payload.post).answers_in
        said = {"post": payload.post, "argued": payload.argued}
        soon(ctx, bounds, "post_decides_gap", payload.post, reference, **said)


@happens("post_decides_gap")
def decide(ctx: Context, subject: str, post: str, argued: bool) -> None:
    """Granted when the facts are there."""
    found = ctx.find(StockCount, subject)
    if found.status != CountStatus.SUBMITTED:
        return
    decide_gap(ctx.acting_as(post), found, granted=argued)
    occasion = "grants" if argued else "asks_more"
    colleague_says(
        ctx,
        post,
        occasion,
        topic="approval",
        about=subject,
        reference=subject,
        customer=found.product.label,
    )


@subscribe(ProductionRequested, ProductionDateAsked)
def be_ordered(
    ctx: Context, reference: str, payload: ProductionRequested | ProductionDateAsked
) -> None:
    """The workshop looks at its planning."""
    if scene(ctx) is not None:
        soon(ctx, WORKSHOP_THINKS, "workshop_promises", WORKSHOP, reference)


@happens("workshop_promises")
def promise(ctx: Context, subject: str) -> None:
    """The first day that the workshop can keep: the one wanted, or a day later than possible."""
    request = ctx.find(ProductionRequest, subject)
    if request.status == ProductionStatus.DONE:
        return
    possible = add_working_days(request.asked_at.date(), request.product.make_days)
    possible -= timedelta(days=min(request.rounds, 1))
    day = max(request.wanted_on, possible, ctx.today())
    promise_production(ctx.acting_as(WORKSHOP), request, promised_on=day)


@subscribe(ProductionPromised)
def get_to_work(ctx: Context, reference: str, payload: ProductionPromised) -> None:
    """The units will be there on the day."""
    if scene(ctx) is not None:
        schedule(ctx, opening(payload.promised_on), "workshop_delivers", reference)


@happens("workshop_delivers")
def deliver(ctx: Context, subject: str) -> None:
    """The units go into stock, unless the date has been moved."""
    request = ctx.find(ProductionRequest, subject)
    if request.status != ProductionStatus.DONE and request.due_on <= ctx.today():
        finish_production(ctx.acting_as(WORKSHOP), request)
