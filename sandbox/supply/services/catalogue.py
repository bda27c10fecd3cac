"""What the company changes in its catalogue: a list price, a product that stops."""

from sandbox.core.context import LEARNER, Context
from sandbox.core.errors import NotEntitled
from sandbox.core.units import UnitPrice
from sandbox.journal import record, use_case
from sandbox.journal.payloads.mailbox import PriceChanged, ProductStopped
from sandbox.supply.models import Product


@use_case(emits=(PriceChanged,), refuses=(NotEntitled,))
def change_price(ctx: Context, product: Product, *, price: UnitPrice) -> Product:
    """Give a product another list price (the company acts); quotes drawn up keep the old one."""
    if ctx.actor == LEARNER:
        raise NotEntitled
    old, product.price = product.price, price
    record(ctx, product.reference, PriceChanged(product.reference, old, price))
    return product


@use_case(emits=(ProductStopped,), refuses=(NotEntitled,))
def stop_product(ctx: Context, product: Product, *, instead: str = "") -> Product:
    """Buy a product no more (the company acts): it is not to be reordered."""
    if ctx.actor == LEARNER:
        raise NotEntitled
    product.reorder_point = product.reorder_quantity = product.safety = 0
    product.stopped_on, product.instead = ctx.today(), instead
    record(ctx, product.reference, ProductStopped(product.reference, instead))
    return product
