"""Units set apart: damaged, returned, doubtful; and what becomes of them."""

from sandbox.core.context import Context
from sandbox.journal import record, use_case
from sandbox.journal.payloads import QuarantineSettled, StockQuarantined
from sandbox.supply.errors import AlreadySettled, BadUnits, DestroyingSoundGoods
from sandbox.supply.models import (
    MoveKind,
    Product,
    Quarantine,
    QuarantineCause,
    QuarantineOutcome,
)
from sandbox.supply.services.stock import take_out


def set_apart(
    ctx: Context, product: Product, quantity: int, cause: QuarantineCause, document: str
) -> Quarantine:
    """Keep units of a product away from any promise, under a document; raises BadUnits."""
    if not 0 < quantity <= product.available:
        free = max(product.available, 0)
        raise BadUnits(product=product.reference, quantity=quantity, free=free)
    product.quarantined += quantity
    kept = ctx.add(
        Quarantine(
            reference=ctx.number("QUA"),
            product_id=product.id,
            product=product,
            quantity=quantity,
            cause=cause,
            document=document,
            opened_at=ctx.now(),
            outcome="",
        )
    )
    record(ctx, kept.reference, StockQuarantined(product.reference, quantity, cause, document))
    return kept


@use_case(minutes=4, emits=(StockQuarantined,), refuses=(BadUnits,))
def quarantine_units(
    ctx: Context, product: Product, *, quantity: int, cause: QuarantineCause, document: str = ""
) -> Quarantine:
    """Set units apart until somebody knows what to do with them."""
    return set_apart(ctx, product, quantity, cause, document.strip() or product.reference)


@use_case(minutes=2, emits=(QuarantineSettled,), refuses=(AlreadySettled,))
def release_quarantine(ctx: Context, quarantine: Quarantine) -> Quarantine:
    """Put checked units back on sale."""
    quarantine.close(QuarantineOutcome.RELEASED, ctx.now())
    _settled(ctx, quarantine, 0)
    return quarantine


@use_case(
    minutes=4,
    emits=(QuarantineSettled,),
    refuses=(AlreadySettled,),
    warns=(DestroyingSoundGoods,),
)
def scrap(ctx: Context, quarantine: Quarantine) -> Quarantine:
    """Destroy units that nobody can sell: only damaged ones (AGEC, C. env. L541-15-8)."""
    if quarantine.cause != QuarantineCause.DAMAGED:
        ctx.caution(DestroyingSoundGoods())
    _leave(ctx, quarantine, QuarantineOutcome.SCRAPPED, MoveKind.SCRAP)
    return quarantine


@use_case(minutes=5, emits=(QuarantineSettled,), refuses=(AlreadySettled,))
def send_back(ctx: Context, quarantine: Quarantine) -> Quarantine:
    """Send units back to the supplier who delivered them."""
    _leave(ctx, quarantine, QuarantineOutcome.SENT_BACK, MoveKind.SUPPLIER_RETURN)
    return quarantine


def _leave(
    ctx: Context, quarantine: Quarantine, outcome: QuarantineOutcome, kind: MoveKind
) -> None:
    quarantine.close(outcome, ctx.now())
    product, document = quarantine.product, quarantine.reference
    value = take_out(ctx, product, quarantine.quantity, document, kind, quarantine.cause)
    _settled(ctx, quarantine, value)


def _settled(ctx: Context, quarantine: Quarantine, value: int) -> None:
    payload = QuarantineSettled(
        product=quarantine.product.reference,
        quantity=quarantine.quantity,
        outcome=quarantine.outcome,
        value=value,
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, quarantine.reference, payload)
