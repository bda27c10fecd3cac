"""Counts: asked of the warehouse, taken down, agreed to, and only then the books corrected."""

from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.core.money import format_euros
from sandbox.journal import record, use_case
from sandbox.journal.payloads import (
    StockAdjusted,
    StockCountDecided,
    StockCounted,
    StockCountRequested,
    StockCountSubmitted,
)
from sandbox.supply.errors import (
    AlreadyAdjusted,
    AlreadyCounted,
    CountUnderway,
    GapNotApproved,
    ImpossibleCount,
    NotCounted,
    NothingToAdjust,
    NotSubmitted,
)
from sandbox.supply.models import CountCause, CountStatus, Product, StockCount
from sandbox.supply.services.stock import correct, free_units


@use_case(minutes=4, emits=(StockCountRequested,), refuses=(CountUnderway,))
def request_count(ctx: Context, product: Product) -> StockCount:
    """Ask the warehouse to count a product."""
    found = ctx.session.scalar(
        select(StockCount.reference).where(
            StockCount.run_id == ctx.run.id,
            StockCount.product_id == product.id,
            StockCount.status != CountStatus.ADJUSTED,
            StockCount.status != CountStatus.COUNTED,
        )
    )
    if found:
        raise CountUnderway(product=product.reference, count=found)
    count = ctx.add(
        StockCount(
            reference=ctx.number("INV"),
            product_id=product.id,
            product=product,
            status=CountStatus.REQUESTED,
            asked_at=ctx.now(),
            unit_cost=0,
        )
    )
    record(ctx, count.reference, StockCountRequested(product.reference, product.physical))
    return count


@use_case(minutes=10, emits=(StockCounted,), refuses=(AlreadyCounted, ImpossibleCount))
def report_count(ctx: Context, stock_count: StockCount, *, counted: int) -> StockCount:
    """Take down the units really on the shelves (the warehouse, or the learner with its sheet)."""
    stock_count.note(counted, ctx.now())
    gap = stock_count.gap
    record(
        ctx,
        stock_count.reference,
        StockCounted(
            product=stock_count.product.reference,
            book=stock_count.book or 0,
            counted=counted,
            gap=gap.units,
            gap_value=gap.value,
            gap_rate=gap.rate,
            approval_needed=approval_needed(ctx, stock_count),
        ),
    )
    return stock_count


def approval_needed(ctx: Context, stock_count: StockCount) -> bool:
    """Whether the procedure wants somebody else to agree to this correction."""
    gap = stock_count.gap
    return ctx.setting.procedures.supply.gap_needs_approval(gap.value, gap.rate)


@use_case(minutes=5, emits=(StockCountSubmitted,), refuses=(NotCounted, AlreadyAdjusted))
def submit_gap(ctx: Context, stock_count: StockCount, *, facts: str) -> StockCount:
    """Ask whoever decides to agree to a correction, with the facts."""
    stock_count.submit(facts.strip())
    post = ctx.setting.procedures.supply.count_decided_by
    payload = StockCountSubmitted(
        stock_count.product.reference, post, stock_count.gap.value, bool(stock_count.facts)
    )
    record(ctx, stock_count.reference, payload)
    return stock_count


@use_case(emits=(StockCountDecided,), refuses=(NotSubmitted,))
def decide_gap(
    ctx: Context, stock_count: StockCount, *, granted: bool, comment: str = ""
) -> StockCount:
    """Grant or refuse a correction (a colleague with power acts)."""
    stock_count.decide(granted, comment)
    payload = StockCountDecided(stock_count.product.reference, granted)
    record(ctx, stock_count.reference, payload)
    return stock_count


@use_case(
    minutes=4,
    emits=(StockAdjusted,),
    refuses=(NotCounted, AlreadyAdjusted, NothingToAdjust),
    warns=(GapNotApproved,),
)
def adjust_stock(ctx: Context, stock_count: StockCount, *, cause: CountCause) -> StockCount:
    """Correct the books by the gap that a count found, under a reason code.

    Units moved since the count are left as they are: only the gap is corrected.
    """
    stock_count.still_open()
    gap, product = stock_count.gap, stock_count.product
    if not gap.units:
        raise NothingToAdjust(count=stock_count.reference)
    needed = approval_needed(ctx, stock_count)
    approved = stock_count.status == CountStatus.APPROVED
    if needed and not approved:
        ctx.caution(GapNotApproved(gap=format_euros(gap.value)))
    units = max(gap.units, -product.physical)
    freed = free_units(ctx, product, -units - max(product.available, 0))
    correct(ctx, product, units, stock_count.reference, cause)
    product.quarantined = min(product.quarantined, product.physical - product.reserved)
    product.miscount -= units
    stock_count.status, stock_count.cause = CountStatus.ADJUSTED, cause
    stock_count.adjusted_at = ctx.now()
    payload = StockAdjusted(
        count=stock_count.reference,
        product=product.reference,
        gap=units,
        gap_value=gap.value,
        cause=cause,
        approval_needed=needed,
        approved=approved,
        freed=freed,
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, product.reference, payload)
    return stock_count
