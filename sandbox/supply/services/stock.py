"""Looking stock up, setting units aside, and the ledger that every unit goes through."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.core.stock import moving_average
from sandbox.core.units import Cents, UnitPrice
from sandbox.journal import record, use_case
from sandbox.journal.consulting import consulted_already
from sandbox.journal.payloads import StockConsulted, StockPosition, StockReserved
from sandbox.supply.errors import NotEnoughStock, NothingToConsult, UnknownProduct
from sandbox.supply.models import MoveKind, Product, Reservation, StockMove
from sandbox.supply.queries import positions, products_called


@use_case(emits=(StockConsulted,), refuses=(NothingToConsult, UnknownProduct))
def consult_stock(
    ctx: Context, *, products: list[str], about: str | None = None
) -> list[StockPosition]:
    """Look up the stock of some products (references), for a document if ``about`` names it."""
    if not products:
        raise NothingToConsult
    wanted = list(dict.fromkeys(products))
    found = positions(ctx.session, ctx.run.id, known_products(ctx, wanted))
    reference = about or (wanted[0] if len(wanted) == 1 else "stock")
    payload = StockConsulted(about, tuple(found))
    if not consulted_already(ctx, StockConsulted.verb, reference, payload):
        record(ctx, reference, payload)
    return found


def known_products(ctx: Context, references: Sequence[str]) -> list[Product]:
    """The products called so, in that order; raises UnknownProduct."""
    known = {p.reference: p for p in products_called(ctx.session, ctx.run.id, references)}
    for reference in references:
        if reference not in known:
            raise UnknownProduct(product=reference)
    return [known[reference] for reference in references]


def reserve(ctx: Context, product: Product, *, quantity: int, document: str) -> int:
    """Set units of a product aside for a document, as many as are free; returns how many."""
    return reserve_lines(ctx, [(product, quantity)], document=document).get(product.id, 0)


def reserve_lines(
    ctx: Context, wanted: Iterable[tuple[Product, int]], *, document: str
) -> dict[int, int]:
    """Set units aside for a document, as many as are free; units reserved by product id."""
    demand = [(product, quantity) for product, quantity in wanted if quantity > 0]
    found = positions(ctx.session, ctx.run.id, [product for product, _ in demand])
    kept: dict[int, int] = {product.id: 0 for product, _ in demand}
    for (product, quantity), position in zip(demand, found, strict=True):
        kept[product.id] += _set_aside(ctx, product, quantity, document, position.on_order)
    return kept


def _set_aside(ctx: Context, product: Product, quantity: int, document: str, on_order: int) -> int:
    before = product.available
    kept = product.set_aside(quantity)
    if kept:
        ctx.add(Reservation(product_id=product.id, document=document, quantity=kept))
    if product.stocked:
        payload = StockReserved(
            product=product.reference,
            reserved=kept,
            short=quantity - kept,
            available_before=before,
            on_order=on_order,
            reorder_point=product.reorder_point,
        )
        record(ctx, document, payload)
    return kept


def release(ctx: Context, document: str) -> None:
    """Give back whatever is still set aside for a document."""
    for reservation in _reservations(ctx, document):
        reservation.product.let_go(reservation.quantity)
        ctx.session.delete(reservation)


def _reservations(ctx: Context, document: str) -> list[Reservation]:
    return list(
        ctx.session.scalars(
            select(Reservation)
            .where(Reservation.run_id == ctx.run.id, Reservation.document == document)
            .order_by(Reservation.id)
            .options(*Reservation.full())
        )
    )


def ship_out(
    ctx: Context, product: Product, quantity: int, document: str, reserved_for: str = ""
) -> None:
    """Let units leave under a document, using up what was set aside for an order.

    Raises NotEnoughStock.
    """
    ship_lines(ctx, [(product, quantity)], document=document, reserved_for=reserved_for)


def ship_lines(
    ctx: Context,
    shipped: Iterable[tuple[Product, int]],
    *,
    document: str,
    reserved_for: str = "",
) -> None:
    """Let units of several products leave under a delivery note; raises NotEnoughStock.

    ``reserved_for`` is the order they were set aside for: its reservations are used up first.
    """
    kept = _reservations(ctx, reserved_for or document)
    for product, quantity in shipped:
        if quantity > 0:
            _use_up(ctx, kept, product, quantity)
            _leave_what_is_kept(product, quantity)
            _move(ctx, product, -quantity, MoveKind.SHIPMENT, document)


def _leave_what_is_kept(product: Product, quantity: int) -> None:
    """Raise NotEnoughStock rather than ship what is kept for others or set apart."""
    if product.stocked and quantity > product.available:
        free = max(product.available, 0)
        raise NotEnoughStock(product=product.reference, physical=free, quantity=quantity)


def _use_up(ctx: Context, kept: list[Reservation], product: Product, quantity: int) -> None:
    for reservation in kept:
        if reservation.product_id == product.id and quantity:
            used = min(reservation.quantity, quantity)
            reservation.quantity -= used
            quantity -= used
            product.let_go(used)
            if not reservation.quantity:
                ctx.session.delete(reservation)


def take_in(
    ctx: Context,
    product: Product,
    quantity: int,
    document: str,
    *,
    unit_cost: UnitPrice | None = None,
    kind: MoveKind = MoveKind.RECEIPT,
) -> None:
    """Put units on the shelves under a document, at their cost or at the average one."""
    if quantity > 0:
        _move(ctx, product, quantity, kind, document, unit_cost=unit_cost)


def take_out(
    ctx: Context, product: Product, quantity: int, document: str, kind: MoveKind, reason: str = ""
) -> Cents:
    """Take units off the shelves otherwise than by a sale; their cost in cents."""
    before = product.value
    _move(ctx, product, -quantity, kind, document, reason=reason)
    return before - product.value


def correct(ctx: Context, product: Product, gap: int, document: str, reason: str) -> None:
    """Set the books to what was counted, under a reason code."""
    _move(ctx, product, gap, MoveKind.ADJUSTMENT, document, reason=reason)


def free_units(ctx: Context, product: Product, quantity: int) -> tuple[str, ...]:
    """Give up reserved units that no longer exist, the latest promises first; whose they were."""
    freed = []
    for kept in _latest_reservations(ctx, product):
        if quantity <= 0:
            break
        used = min(kept.quantity, quantity)
        quantity -= used
        kept.quantity -= used
        product.let_go(used)
        freed.append(kept.document)
        if not kept.quantity:
            ctx.session.delete(kept)
    return tuple(dict.fromkeys(freed))


def _latest_reservations(ctx: Context, product: Product) -> list[Reservation]:
    wanted = (Reservation.run_id == ctx.run.id, Reservation.product_id == product.id)
    found = select(Reservation).where(*wanted).order_by(Reservation.id.desc())
    return list(ctx.session.scalars(found))


def _move(
    ctx: Context,
    product: Product,
    quantity: int,
    kind: MoveKind,
    document: str,
    *,
    unit_cost: UnitPrice | None = None,
    reason: str = "",
) -> None:
    """Change what the warehouse holds: the only door to ``Product.physical`` and its value."""
    if not product.stocked:
        return
    if product.physical + quantity < 0:
        raise NotEnoughStock(
            product=product.reference, physical=product.physical, quantity=-quantity
        )
    value = _value(product, quantity, unit_cost)
    product.physical += quantity
    product.value += value
    ctx.add(
        StockMove(
            product_id=product.id,
            at=ctx.now(),
            kind=kind,
            quantity=quantity,
            document=document,
            value=value,
            reason=reason,
        )
    )


def _value(product: Product, quantity: int, unit_cost: UnitPrice | None) -> Cents:
    """What a move adds to the value of the stock, or takes from it (CUMP), in cents."""
    if quantity < 0:
        return -product.holding.issue_value(-quantity)
    cost = product.average_cost if unit_cost is None else unit_cost
    return moving_average(product.holding, quantity, cost).value - product.value
