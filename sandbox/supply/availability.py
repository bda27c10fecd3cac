"""Available to promise: from when some units can leave, and the arithmetic that says why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from sandbox.core.calendar import add_working_days
from sandbox.core.context import Context
from sandbox.core.units import Days
from sandbox.supply.models import Product
from sandbox.supply.queries import Incoming, incoming

STOCK, RECEIPT, SUPPLIER = "stock", "receipt", "supplier"


@dataclass(frozen=True)
class Promise:
    """When ``wanted`` units of a product can leave; ``source`` says what the date hangs on.

    ``free`` is what the stock gives at once, ``receipts`` the purchase orders that fill the rest,
    ``short`` what nothing covers yet and must be ordered. Units.
    """

    product: Product
    wanted: int
    free: int
    receipts: tuple[Incoming, ...]
    short: int
    on: date
    source: str


def promise(
    product: Product,
    wanted: int,
    coming: Iterable[Incoming],
    *,
    today: date,
    preparation_days: Days,
    claimed: int = 0,
) -> Promise:
    """From when units of a product can leave: today from stock, else once received and prepared.

    ``claimed`` units of the free stock and of the receipts are owed to others first. A receipt
    that is overdue is counted for today at the earliest. Quantities in units, delays in worked
    days.
    """
    free = product.available - claimed
    if not product.stocked or free >= wanted:
        return Promise(product, wanted, wanted, (), 0, today, STOCK)
    used, short = _cover(product, wanted - free, coming)
    if short:
        lead = product.lead_days
        ready, source = add_working_days(today, lead), SUPPLIER
    else:
        ready, source = max(today, *(receipt.on for receipt in used)), RECEIPT
    on = add_working_days(ready, preparation_days)
    return Promise(product, wanted, max(free, 0), used, short, on, source)


def _cover(
    product: Product, short: int, coming: Iterable[Incoming]
) -> tuple[tuple[Incoming, ...], int]:
    """Receipts that fill a shortage, soonest first, and the units that none fills."""
    used = []
    for receipt in coming:
        if short > 0 and receipt.product_id == product.id:
            short -= receipt.quantity
            used.append(receipt)
    return tuple(used), max(short, 0)


def promises(
    session: Session,
    run_id: int,
    wanted: Mapping[int, int],
    *,
    today: date,
    preparation_days: Days,
    claimed: Mapping[int, int] | None = None,
) -> list[Promise]:
    """When each product (id → units) can leave, two statements in all."""
    owed = claimed or {}
    coming = incoming(session, run_id, list(wanted))
    return [
        promise(
            product,
            wanted[product.id],
            coming,
            today=today,
            preparation_days=preparation_days,
            claimed=owed.get(product.id, 0),
        )
        for product in _products(session, run_id, list(wanted))
    ]


def available_on(
    ctx: Context, wanted: Mapping[int, int], *, claimed: Mapping[int, int] | None = None
) -> date:
    """First day on which everything wanted (product id → units) can leave together."""
    found = promises(
        ctx.session,
        ctx.run.id,
        wanted,
        today=ctx.today(),
        preparation_days=ctx.setting.procedures.supply.preparation_days,
        claimed=claimed,
    )
    return max((each.on for each in found), default=ctx.today())


def _products(session: Session, run_id: int, ids: Sequence[int]) -> Sequence[Product]:
    return session.scalars(
        select(Product)
        .where(Product.run_id == run_id, Product.id.in_(ids))
        .order_by(Product.id)
        .options(joinedload(Product.supplier))
    ).all()
