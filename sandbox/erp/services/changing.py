"""Use cases on a recorded order before it has left: changed with the customer, cancelled."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.core.money import format_euros
from sandbox.core.units import Cents
from sandbox.erp.errors.changing import (
    BelowShipped,
    CostEngaged,
    DepositToReturn,
    GoodsGone,
    KeptFromConsumer,
    MadeToMeasure,
    NotCancellable,
    NothingChanges,
    NothingOrdered,
    NoWithdrawal,
)
from sandbox.erp.errors.common import NotRecorded
from sandbox.erp.errors.selling import MissingReason, OverLimit, PromiseInThePast
from sandbox.erp.labels import CANCELLATION
from sandbox.erp.models import CancelGround, DeliveryNote, DeliveryStatus, Order, OrderStatus
from sandbox.erp.queries.depositing import Advances, advances_of
from sandbox.erp.services.credit import caution_over_limit, granted, outstanding_of
from sandbox.erp.services.letters import write_to
from sandbox.erp.services.lines import payload_lines, total_up
from sandbox.journal import record, use_case
from sandbox.journal.payloads import OrderCancelled, OrderChanged, StockReserved
from sandbox.supply.models import ProductionRequest, ProductionStatus
from sandbox.supply.services import release, reserve_lines


@use_case(
    minutes=5,
    emits=(OrderChanged, StockReserved),
    refuses=(NotRecorded, NothingChanges, BelowShipped, NothingOrdered, PromiseInThePast),
    warns=(OverLimit,),
)
def change_order(
    ctx: Context,
    order: Order,
    *,
    quantities: Mapping[int, int] | None = None,
    promised_on: date | None = None,
) -> Order:
    """Change a recorded order with the customer: units by position of the line, date promised.

    Prices stay as agreed. What was set aside is set aside anew, and a new acknowledgement is due.
    """
    before, wanted = order.gross, dict(quantities or {})
    moved = any(wanted.get(n.position, n.quantity) != n.quantity for n in order.lines)
    order.change(wanted, promised_on or order.promised_on, ctx.today())
    total_up(order, order.lines, _carriage(order), ctx.setting.procedures.sales, order.customer)
    caution_over_limit(
        ctx, outstanding_of(ctx, order.customer, order), granted(ctx, order.reference)
    )
    payload = OrderChanged(
        customer=order.customer.reference,
        lines=payload_lines(line for line in order.lines if line.quantity),
        net=order.net,
        gross=order.gross,
        promised_on=order.promised_on or ctx.today(),
        before=before,
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, order.reference, payload)
    if moved:
        _set_aside_anew(ctx, order)
        _close(ctx, order)
    return order


def _carriage(order: Order) -> Cents | None:
    """What was stated, or has been counted already; else the procedure says."""
    if order.has_left:
        return order.carriage
    return order.quote.carriage if order.quote else None


def _set_aside_anew(ctx: Context, order: Order) -> None:
    """Stock for what is still to leave; delivery notes in preparation are drawn up again."""
    _drop_notes(ctx, order)
    release(ctx, order.reference)
    left = [(line.product, line.quantity - line.shipped) for line in order.lines]
    reserve_lines(ctx, left, document=order.reference)


def _close(ctx: Context, order: Order) -> None:
    """Nothing is left to ship: the order is invoiced once all that left is."""
    waiting = (DeliveryNote.shipped_at.is_not(None), DeliveryNote.invoiced.is_(False))
    mine = (DeliveryNote.run_id == ctx.run.id, DeliveryNote.order_id == order.id)
    found = select(DeliveryNote.id).where(*mine, *waiting).limit(1)
    if order.status == OrderStatus.SHIPPED and ctx.session.scalar(found) is None:
        order.status = OrderStatus.INVOICED


@use_case(
    minutes=6,
    emits=(OrderCancelled,),
    refuses=(NotCancellable, GoodsGone, MissingReason),
    warns=(NoWithdrawal, MadeToMeasure, KeptFromConsumer, DepositToReturn, CostEngaged),
)
def cancel_order(ctx: Context, order: Order, *, ground: CancelGround, reason: str) -> Order:
    """Cancel a customer's order before anything has left, and confirm it in writing.

    Agreed: nobody owes anything. Kept: the sum paid in advance stays ours (C. civ. 1590, or the
    damages of a deposit). Withdrawal: a consumer's right (C. conso. L221-18).
    """
    recorded = order.recorded
    order.cancel(reason)
    advances = advances_of(ctx.session, order)
    _caution(ctx, order, ground, advances)
    payload = OrderCancelled(
        customer=order.customer.reference,
        ground=ground,
        business=order.customer.business,
        recorded=recorded,
        deposit=advances.invoiced,
        words=len(order.hold_reason.split()),
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, order.reference, payload)
    _drop_notes(ctx, order)
    release(ctx, order.reference)
    _confirm(ctx, order, ground, advances.invoiced)
    return order


def _caution(ctx: Context, order: Order, ground: CancelGround, advances: Advances) -> None:
    """What the law and good sense say of cancelling on this ground."""
    customer, made = order.customer, [line.product for line in order.lines if line.product.made]
    if ground == CancelGround.WITHDRAWAL and customer.business:
        ctx.caution(NoWithdrawal(customer=customer.name))
    elif ground == CancelGround.WITHDRAWAL and made:
        ctx.caution(MadeToMeasure(products=", ".join(product.reference for product in made)))
    if ground == CancelGround.KEPT and not customer.business and not made:
        ctx.caution(KeptFromConsumer(customer=customer.name))
    if advances.invoiced > 0 and ground != CancelGround.KEPT:
        names = ", ".join(each.invoice.reference for each in advances.found)
        ctx.caution(DepositToReturn(amount=format_euros(advances.invoiced), invoices=names))
    launched = _in_production(ctx, order)
    if launched:
        ctx.caution(CostEngaged(production=", ".join(each.reference for each in launched)))


def _in_production(ctx: Context, order: Order) -> Sequence[ProductionRequest]:
    return ctx.session.scalars(
        select(ProductionRequest)
        .where(
            ProductionRequest.run_id == ctx.run.id,
            ProductionRequest.needed_for == order.reference,
            ProductionRequest.status != ProductionStatus.DONE,
        )
        .order_by(ProductionRequest.id)
    ).all()


def _drop_notes(ctx: Context, order: Order) -> None:
    """Delivery notes that have not left are void."""
    for note in ctx.session.scalars(
        select(DeliveryNote).where(
            DeliveryNote.run_id == ctx.run.id,
            DeliveryNote.order_id == order.id,
            DeliveryNote.status == DeliveryStatus.PREPARED,
        )
    ):
        note.status = DeliveryStatus.CANCELLED


def _confirm(ctx: Context, order: Order, ground: CancelGround, deposit: Cents) -> None:
    ending = "nous reste acquise" if ground == CancelGround.KEPT else "vous sera rendue"
    money = f"\nLa somme versée d'avance, {format_euros(deposit)}, {ending}." if deposit else ""
    write_to(
        ctx,
        order.customer,
        topic="order",
        subject=f"Annulation de votre commande {order.known_as}",
        text=(
            f"Nous avons annulé votre commande {order.known_as} "
            f"({CANCELLATION[ground].lower()}).\n{order.hold_reason}{money}"
        ),
        about=order.reference,
    )
