"""Buying on a professional marketplace: an offer chosen among others becomes an order."""

from sqlalchemy import func, select

from sandbox.core.calendar import add_working_days
from sandbox.core.context import Context
from sandbox.core.stock import cost_of
from sandbox.journal import record, use_case
from sandbox.journal.payloads import OfferTaken, PurchaseOrderSent
from sandbox.supply.errors import BadQuantity, BelowMinimum, DearerThanUsual, RiskySeller
from sandbox.supply.models import MarketOffer, PurchaseOrder, PurchaseOrderLine
from sandbox.supply.services.purchasing import place


@use_case(
    minutes=8,
    emits=(OfferTaken, PurchaseOrderSent),
    refuses=(BadQuantity,),
    warns=(BelowMinimum, RiskySeller, DearerThanUsual),
)
def take_offer(
    ctx: Context, market_offer: MarketOffer, *, quantity: int, needed_for: str | None = None
) -> PurchaseOrder:
    """Order from a seller of the marketplace, at the price and delay of the offer."""
    if quantity <= 0:
        raise BadQuantity(product=market_offer.product.reference, quantity=quantity)
    _warn(ctx, market_offer, quantity)
    order = place(ctx, _order(ctx, market_offer, quantity), needed_for)
    payload = OfferTaken(
        product=market_offer.product.reference,
        supplier=market_offer.supplier.reference,
        quantity=quantity,
        unit_price=market_offer.unit_price,
        usual=market_offer.product.cost,
        carriage=market_offer.carriage,
        rating=market_offer.rating,
        delay_days=market_offer.delay_days,
        others=_others(ctx, market_offer),
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, order.reference, payload)
    return order


def _order(ctx: Context, offer: MarketOffer, quantity: int) -> PurchaseOrder:
    line = PurchaseOrderLine(
        product_id=offer.product_id,
        product=offer.product,
        ordered=quantity,
        received=0,
        unit_price=offer.unit_price,
    )
    return PurchaseOrder(
        reference=ctx.number("CF"),
        supplier_id=offer.supplier_id,
        supplier=offer.supplier,
        sent_at=ctx.now(),
        expected_on=add_working_days(ctx.today(), offer.delay_days),
        net=line.net + offer.carriage,
        offer=offer.reference,
        lines=[line],
    )


def _warn(ctx: Context, offer: MarketOffer, quantity: int) -> None:
    product = offer.product
    if quantity < offer.minimum:
        ctx.caution(
            BelowMinimum(product=product.reference, minimum=offer.minimum, quantity=quantity)
        )
    if offer.rating < ctx.setting.procedures.supply.seller_rating:
        written = f"{offer.rating // 10},{offer.rating % 10}"
        ctx.caution(RiskySeller(seller=offer.supplier.name, rating=written))
    usual = cost_of(quantity, product.cost)
    if cost_of(quantity, offer.unit_price) + offer.carriage > usual:
        ctx.caution(DearerThanUsual(product=product.reference))


def _others(ctx: Context, offer: MarketOffer) -> int:
    counted = select(func.count()).where(
        MarketOffer.run_id == ctx.run.id,
        MarketOffer.product_id == offer.product_id,
        MarketOffer.id != offer.id,
    )
    return int(ctx.session.scalar(counted) or 0)
