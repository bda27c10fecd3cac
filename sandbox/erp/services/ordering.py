"""Use cases of orders: recorded, acknowledged, held, released, declined; backorders reserved."""

from datetime import date

from sandbox.core.context import Context
from sandbox.core.money import format_euros
from sandbox.crm.models import Channel
from sandbox.erp.comparison import differences
from sandbox.erp.errors.common import NotRecorded
from sandbox.erp.errors.insolvency import CreditToInsolvent
from sandbox.erp.errors.selling import (
    AlreadyAcknowledged,
    AlreadyRecorded,
    AmountAboveDelegation,
    DifferencesOpen,
    EmptyOrder,
    ExpiredQuote,
    MissingReason,
    NotHeld,
    NothingGranted,
    NothingShort,
    NotToBeChecked,
    OverLimit,
    PromiseBeforeAvailable,
    PromiseInThePast,
    StillOutOfStock,
)
from sandbox.erp.models import Approval, ApprovalKind, Order, OrderStatus, Release
from sandbox.erp.queries.credit import Outstanding
from sandbox.erp.queries.insolvency import insolvency_of
from sandbox.erp.services.credit import caution_over_limit, deciding, granted, outstanding_of
from sandbox.erp.services.letters import write_to
from sandbox.erp.services.lines import payload_lines
from sandbox.journal import record, use_case
from sandbox.journal.payloads import (
    OrderAcknowledged,
    OrderDeclined,
    OrderHeld,
    OrderRecorded,
    OrderReleased,
    StockReserved,
)
from sandbox.supply.availability import available_on
from sandbox.supply.queries import reserved_units
from sandbox.supply.services import reserve_lines


@use_case(
    minutes=5,
    emits=(OrderRecorded, StockReserved),
    refuses=(EmptyOrder, AlreadyRecorded, NotToBeChecked, PromiseInThePast),
    warns=(
        OverLimit,
        AmountAboveDelegation,
        DifferencesOpen,
        ExpiredQuote,
        PromiseBeforeAvailable,
        CreditToInsolvent,
    ),
)
def confirm_order(ctx: Context, order: Order, *, promised_on: date | None = None) -> Order:
    """Record an order and set its goods aside; without a date, the first one that can hold."""
    order.ready()
    owed, approvals = outstanding_of(ctx, order.customer, order), granted(ctx, order.reference)
    available = available_on(ctx, order.wanted)
    promised = promised_on or max(available, order.requested_on or available)
    found, new = differences(order), order.customer.known_since is None
    order.record(ctx.now(), promised)
    _caution(ctx, order, owed, approvals, found, available)
    payload = OrderRecorded(
        customer=order.customer.reference,
        quote=order.quote.reference if order.quote else None,
        lines=payload_lines(order.lines),
        net=order.net,
        gross=order.gross,
        promised_on=promised,
        available_on=available,
        requested_on=order.requested_on,
        outstanding=owed.outstanding,
        exposure=owed.exposure,
        limit=owed.limit,
        excess=owed.excess(ctx.setting.procedures.credit),
        new_customer=new,
        unusual=order.unusual(ctx.setting.procedures.credit),
        differences=found,
        quote_expired=order.quote_expired,
        approval=deciding(approvals, ApprovalKind.OVER_LIMIT, ApprovalKind.ORDER_AMOUNT),
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
        missing=order.customer.missing,
    )
    record(ctx, order.reference, payload)
    wanted = [(line.product, line.quantity) for line in order.lines]
    reserve_lines(ctx, wanted, document=order.reference)
    return order


def _caution(
    ctx: Context,
    order: Order,
    owed: Outstanding,
    approvals: dict[str, Approval],
    found: tuple[str, ...],
    available: date,
) -> None:
    """What procedure and good sense say of recording this order now."""
    caution_over_limit(ctx, owed, approvals)
    if owed.on_credit and insolvency_of(ctx.session, ctx.run.id, order.customer.id, noted=True):
        ctx.caution(CreditToInsolvent(customer=order.customer.name))
    level = ctx.setting.procedures.level(ctx.setting.learner_post)
    if order.net > level.order_net and ApprovalKind.ORDER_AMOUNT not in approvals:
        shown = {"net": format_euros(order.net), "most": format_euros(level.order_net)}
        ctx.caution(AmountAboveDelegation(**shown))
    if order.quote and found:
        ctx.caution(DifferencesOpen(quote=order.quote.reference))
    if order.quote and order.quote_expired:
        lapsed = order.quote
        ctx.caution(ExpiredQuote(reference=lapsed.reference, valid_until=lapsed.ends_on))
    if order.promised_on and order.promised_on < available:
        dates = {"promised_on": order.promised_on, "available_on": available}
        ctx.caution(PromiseBeforeAvailable(**dates))


@use_case(minutes=3, emits=(OrderAcknowledged,), refuses=(NotRecorded, AlreadyAcknowledged))
def acknowledge_order(ctx: Context, order: Order, *, channel: Channel = Channel.EMAIL) -> Order:
    """Send the customer the acknowledgement of a recorded order: lines, price, date."""
    promised = order.acknowledge(ctx.now())
    payload = OrderAcknowledged(order.customer.reference, order.gross, promised)
    record(ctx, order.reference, payload)
    write_to(
        ctx,
        order.customer,
        topic="order",
        subject=f"Accusé de réception de votre commande {order.known_as}",
        text=(
            f"Nous avons bien enregistré votre commande {order.known_as} sous le numéro "
            f"{order.reference}, pour {format_euros(order.gross)} TTC. "
            f"Nous prévoyons de vous livrer le {promised:%d/%m/%Y}."
        ),
        about=order.reference,
        channel=channel,
    )
    return order


@use_case(minutes=2, emits=(OrderHeld,), refuses=(AlreadyRecorded, NotToBeChecked, MissingReason))
def hold_order(ctx: Context, order: Order, *, reason: str) -> Order:
    """Let an order wait, for a reason."""
    order.put_aside(OrderStatus.HELD, reason)
    record(
        ctx, order.reference, OrderHeld(order.customer.reference, len(order.hold_reason.split()))
    )
    return order


@use_case(
    minutes=2,
    emits=(OrderReleased,),
    refuses=(NotHeld,),
    warns=(OverLimit, NothingGranted),
)
def release_order(ctx: Context, order: Order, *, ground: Release) -> Order:
    """Let a held order be decided on again: paid, approved, limit raised or question settled.

    What is owed (cents) is looked at again: a ground that the file does not bear out is told.
    """
    order.release()
    owed, approvals = outstanding_of(ctx, order.customer, order), granted(ctx, order.reference)
    approval = deciding(approvals, ApprovalKind.OVER_LIMIT, ApprovalKind.ORDER_AMOUNT)
    caution_over_limit(ctx, owed, approvals)
    if ground == Release.APPROVED and approval is None:
        ctx.caution(NothingGranted(reference=order.reference))
    excess = owed.excess(ctx.setting.procedures.credit)
    payload = OrderReleased(
        customer=order.customer.reference,
        ground=ground,
        excess=excess,
        approval=approval,
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, order.reference, payload)
    return order


@use_case(
    minutes=4,
    emits=(OrderDeclined,),
    refuses=(AlreadyRecorded, NotToBeChecked, MissingReason),
)
def decline_order(ctx: Context, order: Order, *, reason: str) -> Order:
    """Turn an order down, and tell the customer why."""
    excess = outstanding_of(ctx, order.customer, order).excess(ctx.setting.procedures.credit)
    order.put_aside(OrderStatus.DECLINED, reason)
    words = len(order.hold_reason.split())
    payload = OrderDeclined(order.customer.reference, words, excess)
    record(ctx, order.reference, payload)
    write_to(
        ctx,
        order.customer,
        topic="order",
        subject=f"Votre commande {order.known_as}",
        text=(
            f"Nous ne pouvons pas donner suite à votre commande {order.known_as}.\n"
            f"{order.hold_reason}"
        ),
        about=order.reference,
    )
    return order


@use_case(
    minutes=1,
    emits=(StockReserved,),
    refuses=(NotRecorded, NothingShort, StillOutOfStock),
)
def reserve_backorder(ctx: Context, order: Order) -> Order:
    """Set aside what was short when the order was recorded, now that goods have come in."""
    missing = order.missing(reserved_units(ctx.session, ctx.run.id, order.reference))
    if not missing:
        raise NothingShort(reference=order.reference)
    ready = [(product, units) for product, units in missing if product.available > 0]
    if not ready:
        raise StillOutOfStock(reference=order.reference)
    reserve_lines(ctx, ready, document=order.reference)
    return order
