"""What follows a bad arrival: the protest to the carrier, the claim on the supplier."""

from sandbox.core.context import Context
from sandbox.core.units import Cents
from sandbox.journal import record, use_case
from sandbox.journal.payloads import CarrierProtested, SupplierClaimed, SupplierClaimSettled
from sandbox.supply.errors import (
    AlreadySettled,
    EmptyProtest,
    NotBooked,
    NotEvidentialProtest,
    NothingToReproach,
    TooLate,
    TooManyClaimed,
    UnknownProduct,
    VagueReserves,
)
from sandbox.supply.models import (
    Arrival,
    CarrierProtest,
    ClaimNature,
    ClaimRequest,
    Product,
    ProtestChannel,
    PurchaseOrder,
    SupplierClaim,
)
from sandbox.supply.services.receiving import vague


@use_case(
    minutes=10,
    emits=(CarrierProtested,),
    refuses=(NotBooked, NothingToReproach, EmptyProtest),
    warns=(TooLate, NotEvidentialProtest, VagueReserves),
)
def protest_to_carrier(
    ctx: Context, arrival: Arrival, *, text: str, channel: ProtestChannel
) -> CarrierProtest:
    """Protest to the carrier of damaged or missing goods, with reasons.

    By registered letter or bailiff within three days, public holidays left out (C. com. L133-3);
    seven across a border (CMR art. 30).
    """
    _check(arrival, text)
    protest = CarrierProtest(
        reference=ctx.number("PRO"),
        arrival_id=arrival.id,
        arrival=arrival,
        at=ctx.now(),
        channel=channel,
        text=text.strip(),
        last_day=arrival.protest_by,
    )
    precise = not vague(protest.text)
    _warn(ctx, protest, precise)
    ctx.add(protest)
    payload = CarrierProtested(
        arrival=arrival.reference,
        purchase_order=arrival.purchase_order.reference,
        channel=channel,
        received_on=arrival.at.date(),
        last_day=protest.last_day,
        in_time=ctx.today() <= protest.last_day,
        evidential=channel.evidential,
        precise=precise,
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, protest.reference, payload)
    return protest


def _check(arrival: Arrival, text: str) -> None:
    if arrival.booked_at is None:
        raise NotBooked(arrival=arrival.reference)
    if not arrival.at_fault:
        raise NothingToReproach(arrival=arrival.reference)
    if not text.strip():
        raise EmptyProtest


def _warn(ctx: Context, protest: CarrierProtest, precise: bool) -> None:
    if ctx.today() > protest.last_day:
        ctx.caution(TooLate(last_day=f"{protest.last_day:%d/%m/%Y}"))
    if not ProtestChannel(protest.channel).evidential:
        ctx.caution(NotEvidentialProtest())
    if not precise:
        ctx.caution(VagueReserves())


@use_case(minutes=6, emits=(SupplierClaimed,), refuses=(UnknownProduct, TooManyClaimed))
def claim_from_supplier(
    ctx: Context,
    purchase_order: PurchaseOrder,
    *,
    product: str,
    quantity: int,
    nature: ClaimNature,
    asks: ClaimRequest,
    text: str = "",
    arrival: str = "",
) -> SupplierClaim:
    """Claim missing, damaged, wrong or late goods from the supplier."""
    claimed = _claimed(purchase_order, product, quantity)
    claim = ctx.add(
        SupplierClaim(
            reference=ctx.number("LIT"),
            purchase_order_id=purchase_order.id,
            purchase_order=purchase_order,
            product_id=claimed.id,
            product=claimed,
            arrival=arrival,
            nature=nature,
            quantity=quantity,
            asks=asks,
            text=text.strip(),
            opened_at=ctx.now(),
            outcome="",
            credit=0,
        )
    )
    payload = SupplierClaimed(
        purchase_order=purchase_order.reference,
        supplier=purchase_order.supplier.reference,
        product=product,
        nature=nature,
        quantity=quantity,
        asks=asks,
    )
    record(ctx, claim.reference, payload)
    return claim


def _claimed(purchase_order: PurchaseOrder, product: str, quantity: int) -> Product:
    """The product claimed; raises UnknownProduct or TooManyClaimed."""
    for line in purchase_order.lines:
        if line.product.reference == product:
            if not 0 < quantity <= line.ordered:
                raise TooManyClaimed(product=product, ordered=line.ordered, quantity=quantity)
            return line.product
    raise UnknownProduct(product=product)


@use_case(emits=(SupplierClaimSettled,), refuses=(AlreadySettled,))
def settle_claim(
    ctx: Context, supplier_claim: SupplierClaim, *, outcome: str, credit: Cents = 0
) -> SupplierClaim:
    """Take down what the supplier answers: « delivery », « credit » or « refused » (it acts)."""
    supplier_claim.settle(outcome, credit, ctx.now())
    order = supplier_claim.purchase_order
    payload = SupplierClaimSettled(order.reference, order.supplier.reference, outcome, credit)
    record(ctx, supplier_claim.reference, payload)
    return supplier_claim
