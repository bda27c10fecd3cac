"""After goods left: tracking, proof, the customer's reserves, the rest of an order, returns."""

from datetime import date

from sqlalchemy import func, select

from sandbox.core.context import Context
from sandbox.core.deadlines import carrier_protest_by
from sandbox.crm.models import Customer
from sandbox.erp.errors.billing import NotShipped
from sandbox.erp.errors.crediting import DepositNotCharged
from sandbox.erp.errors.shipping import (
    MoreThanDelivered,
    MoreThanOut,
    NoBackorder,
    NotDelivered,
    PastDay,
    SoonerThanStock,
    UnknownPackaging,
)
from sandbox.erp.models import DeliveryNote, DeliveryStatus, Order
from sandbox.erp.models.dispatch import (
    CustomerReturn,
    DeliveryProof,
    DeliveryReserve,
    PackagingMove,
    ReturnCause,
    TakeBack,
)
from sandbox.erp.services.crediting import give_deposit_back
from sandbox.journal import record, use_case
from sandbox.journal.payloads import (
    BackorderDated,
    CreditNoteIssued,
    DeliveryContested,
    DeliveryTracked,
    GoodsReturned,
    PackagingReturned,
    ProofAsked,
    ProofReceived,
    StockQuarantined,
    TakenBack,
)
from sandbox.supply.availability import available_on
from sandbox.supply.errors import UnknownProduct
from sandbox.supply.models import MoveKind, Product, QuarantineCause
from sandbox.supply.queries import reserved_units
from sandbox.supply.services import set_apart, take_in, vague


@use_case(minutes=1, emits=(DeliveryTracked,), refuses=(NotShipped,))
def track_delivery(ctx: Context, delivery: DeliveryNote) -> DeliveryNote:
    """Look a delivery up in the carrier's tracking."""
    carrier = _carrier(delivery)
    delivered = delivery.status == DeliveryStatus.DELIVERED
    payload = DeliveryTracked(delivery.order.reference, carrier, delivered)
    record(ctx, delivery.reference, payload)
    return delivery


def _carrier(delivery: DeliveryNote) -> str:
    """Reference of the carrier who has the goods; raises NotShipped."""
    if not delivery.left or delivery.carrier is None:
        raise NotShipped(reference=delivery.reference)
    return delivery.carrier.reference


@use_case(minutes=3, emits=(ProofAsked,), refuses=(NotShipped,))
def ask_proof(ctx: Context, delivery: DeliveryNote) -> DeliveryProof:
    """Ask the carrier for the signed delivery note."""
    carrier = _carrier(delivery)
    proof = ctx.add(DeliveryProof(delivery_id=delivery.id, asked_at=ctx.now(), signed=False))
    record(ctx, delivery.reference, ProofAsked(delivery.order.reference, carrier))
    return proof


@use_case(emits=(ProofReceived,), refuses=(NotShipped,))
def give_proof(ctx: Context, delivery: DeliveryNote, *, signed: bool) -> DeliveryNote:
    """Give the proof of delivery, signed or not (the carrier acts)."""
    carrier = _carrier(delivery)
    wanted = (DeliveryProof.run_id == ctx.run.id, DeliveryProof.delivery_id == delivery.id)
    for proof in ctx.session.scalars(select(DeliveryProof).where(*wanted)):
        proof.received_at, proof.signed = proof.received_at or ctx.now(), signed
    record(ctx, delivery.reference, ProofReceived(delivery.order.reference, carrier, signed))
    return delivery


@use_case(emits=(DeliveryContested,), refuses=(NotDelivered, UnknownProduct, MoreThanDelivered))
def contest_delivery(
    ctx: Context, delivery: DeliveryNote, *, product: str, quantity: int, nature: str, text: str
) -> DeliveryReserve:
    """Write reserves on the delivery note (the customer acts, and has three days to protest).

    The protest to the carrier is the recipient's (C. com. L133-3): we remind them of it.
    """
    if delivery.status != DeliveryStatus.DELIVERED:
        raise NotDelivered(reference=delivery.reference)
    item = _delivered(delivery, product, quantity)
    last_day = carrier_protest_by(ctx.today())
    reserve = ctx.add(
        DeliveryReserve(
            delivery_id=delivery.id,
            product_id=item.id,
            product=item,
            quantity=quantity,
            nature=nature,
            text=text,
            at=ctx.now(),
            last_day=last_day,
        )
    )
    payload = DeliveryContested(
        order=delivery.order.reference,
        customer=delivery.customer.reference,
        product=product,
        quantity=quantity,
        nature=nature,
        precise=not vague(text),
        last_day=last_day,
    )
    record(ctx, delivery.reference, payload)
    return reserve


def _delivered(delivery: DeliveryNote, product: str, quantity: int) -> Product:
    """The product of a delivery; raises UnknownProduct or MoreThanDelivered."""
    lines = [line for line in delivery.lines if line.product.reference == product]
    if not lines:
        raise UnknownProduct(product=product)
    delivered = sum(line.quantity for line in lines)
    if not 0 < quantity <= delivered:
        raise MoreThanDelivered(reference=delivery.reference, product=product, delivered=delivered)
    return lines[0].product


@use_case(
    minutes=3,
    emits=(BackorderDated,),
    refuses=(NoBackorder, PastDay),
    warns=(SoonerThanStock,),
)
def date_backorder(ctx: Context, order: Order, *, new_on: date) -> Order:
    """Give what is left of an order its new date, on the order itself."""
    left = {line.product: max(line.quantity - line.shipped, 0) for line in order.lines}
    units = sum(left.values())
    if not units or not order.promised_on:
        raise NoBackorder(reference=order.reference)
    if new_on < ctx.today():
        raise PastDay(on=f"{new_on:%d/%m/%Y}")
    kept = reserved_units(ctx.session, ctx.run.id, order.reference)
    wanted = {item.id: n - kept.get(item.id, 0) for item, n in left.items() if item.stocked}
    possible = available_on(ctx, {item_id: n for item_id, n in wanted.items() if n > 0})
    if new_on < possible:
        ctx.caution(SoonerThanStock(possible=f"{possible:%d/%m/%Y}"))
    previous, order.promised_on = order.promised_on, new_on
    payload = BackorderDated(
        customer=order.customer.reference,
        units=units,
        previous_on=previous,
        new_on=new_on,
        possible_on=possible,
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, order.reference, payload)
    return order


@use_case(
    minutes=6,
    emits=(GoodsReturned, StockQuarantined),
    refuses=(NotShipped, UnknownProduct, MoreThanDelivered),
)
def receive_return(
    ctx: Context,
    delivery: DeliveryNote,
    *,
    product: str,
    quantity: int,
    cause: ReturnCause,
    sound: bool,
) -> CustomerReturn:
    """Take a customer's goods back: sound ones on the shelves, the others set apart."""
    _carrier(delivery)
    item = _delivered(delivery, product, quantity + _returned(ctx, delivery, product))
    back = ctx.add(
        CustomerReturn(
            reference=ctx.number("RET"),
            delivery_id=delivery.id,
            delivery=delivery,
            product_id=item.id,
            product=item,
            quantity=quantity,
            cause=cause,
            sound=sound,
            at=ctx.now(),
        )
    )
    take_in(ctx, item, quantity, back.reference, kind=MoveKind.CUSTOMER_RETURN)
    if not sound and item.stocked:
        why = QuarantineCause.DAMAGED if cause == ReturnCause.DAMAGED else QuarantineCause.RETURNED
        set_apart(ctx, item, quantity, why, back.reference)
    payload = GoodsReturned(
        delivery=delivery.reference,
        order=delivery.order.reference,
        customer=delivery.customer.reference,
        product=product,
        quantity=quantity,
        cause=cause,
        sound=sound,
    )
    record(ctx, back.reference, payload)
    return back


def _returned(ctx: Context, delivery: DeliveryNote, product: str) -> int:
    """Units of a product that came back from a delivery so far."""
    counted = (
        select(func.coalesce(func.sum(CustomerReturn.quantity), 0))
        .join(CustomerReturn.product)
        .where(
            CustomerReturn.run_id == ctx.run.id,
            CustomerReturn.delivery_id == delivery.id,
            Product.reference == product,
        )
    )
    return int(ctx.session.scalar(counted) or 0)


@use_case(
    minutes=5,
    emits=(PackagingReturned, CreditNoteIssued),
    refuses=(UnknownPackaging, MoreThanOut, DepositNotCharged),
)
def return_packaging(
    ctx: Context, customer: Customer, *, packaging: str, quantity: int
) -> PackagingMove:
    """Take returnable packaging back from a customer: credit notes give its deposit back."""
    options = {option.code: option for option in ctx.setting.procedures.shipping.packaging}
    if packaging not in options or not options[packaging].returnable:
        raise UnknownPackaging(packaging=packaging)
    out = _out(ctx, customer, packaging)
    if not 0 < quantity <= out:
        raise MoreThanOut(out=out)
    refund = options[packaging].deposit * quantity
    move = ctx.add(
        PackagingMove(
            customer_id=customer.id,
            packaging=packaging,
            quantity=-quantity,
            deposit=-refund,
            document=customer.reference,
            at=ctx.now(),
        )
    )
    payload = PackagingReturned(customer.reference, packaging, quantity, refund, out - quantity)
    record(ctx, customer.reference, payload)
    give_deposit_back(ctx, customer, packaging, quantity)
    return move


def _out(ctx: Context, customer: Customer, packaging: str) -> int:
    """Packaging of one kind that a customer still has."""
    counted = select(func.coalesce(func.sum(PackagingMove.quantity), 0)).where(
        PackagingMove.run_id == ctx.run.id,
        PackagingMove.customer_id == customer.id,
        PackagingMove.packaging == packaging,
    )
    return int(ctx.session.scalar(counted) or 0)


@use_case(minutes=4, emits=(TakenBack,), refuses=(NotShipped, MoreThanDelivered))
def take_back(ctx: Context, delivery: DeliveryNote, *, quantity: int) -> TakeBack:
    """Take used goods back with a delivery, one for one (AGEC, C. env. L541-10-8)."""
    _carrier(delivery)
    if not 0 < quantity <= delivery.quantity:
        raise MoreThanDelivered(
            reference=delivery.reference, product="articles", delivered=delivery.quantity
        )
    price = ctx.setting.procedures.shipping.take_back_price * quantity
    taken = ctx.add(
        TakeBack(
            delivery_id=delivery.id,
            customer_id=delivery.customer_id,
            quantity=quantity,
            price=price,
            at=ctx.now(),
        )
    )
    payload = TakenBack(delivery.order.reference, delivery.customer.reference, quantity, price)
    record(ctx, delivery.reference, payload)
    return taken
