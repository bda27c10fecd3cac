"""The stock ledger of a past year: departures, receipts, and what our own workshop made."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from sandbox.core.calendar import PARIS
from sandbox.core.context import Context
from sandbox.core.stock import cost_of
from sandbox.simulation.books.numbers import Numbers, at_noon
from sandbox.simulation.books.sales import Written
from sandbox.simulation.past_year.supplying import Receipt, Supplies
from sandbox.supply.models import (
    Arrival,
    MoveKind,
    Product,
    ProductionRequest,
    ProductionStatus,
    PurchaseOrder,
    PurchaseOrderLine,
    PurchaseStatus,
    StockMove,
    Supplier,
)

OPENING_STOCK = "OUVERTURE"
# Trucks come before anything leaves.
MORNING = time(9, 0)


def write_ledger(
    ctx: Context,
    supplied: Supplies,
    sold: Sequence[Written],
    products: Mapping[str, Product],
    suppliers: Mapping[int, Supplier],
) -> None:
    """The moves of a year, by moment: they add up to the counters of the products."""
    documents = _receipts(ctx, supplied.receipts, sold, products, suppliers)
    moves = [
        _move(products[r.product], _morning(r.came_on), _kind(r), r.quantity, document)
        for r, document in zip(supplied.receipts, documents, strict=True)
    ]
    for written in sold:
        for line in written.order.lines:
            if line.product.stocked:
                at, note = at_noon(written.sale.shipped_on), written.delivery.reference
                moves.append(_move(line.product, at, MoveKind.SHIPMENT, -line.quantity, note))
    opened_at = _morning(supplied.opened_on).replace(hour=8)
    for reference, units in supplied.opening.items():
        if units:
            product = products[reference]
            moves.append(_move(product, opened_at, MoveKind.OPENING, units, OPENING_STOCK))
    for move in sorted(moves, key=lambda move: move.at):
        ctx.add(move)


def _move(
    product: Product, at: datetime, kind: MoveKind, quantity: int, document: str
) -> StockMove:
    return StockMove(
        product_id=product.id,
        at=at,
        kind=kind,
        quantity=quantity,
        document=document,
        value=cost_of(quantity, product.cost),
    )


def _kind(receipt: Receipt) -> MoveKind:
    return MoveKind.PRODUCTION if receipt.made_for else MoveKind.RECEIPT


def _morning(day: date) -> datetime:
    return datetime.combine(day, MORNING, PARIS)


def _receipts(
    ctx: Context,
    receipts: Sequence[Receipt],
    sold: Sequence[Written],
    products: Mapping[str, Product],
    suppliers: Mapping[int, Supplier],
) -> list[str]:
    """Write where the units came from; the document of each receipt."""
    numbers = Numbers(ctx)
    for place, receipt in enumerate(receipts):
        numbers.ask("OF" if receipt.made_for else "CF", receipt.asked_on, place)
        numbers.ask("ARR", None if receipt.made_for else receipt.came_on, place)
    numbers.give()
    orders = {id(written.sale): written.order.reference for written in sold}
    documents = []
    for place, receipt in enumerate(receipts):
        product = products[receipt.product]
        if receipt.made_for:
            needed_for = orders[id(receipt.made_for)]
            documents.append(_made(ctx, receipt, product, numbers("OF", place), needed_for))
        else:
            supplier = suppliers[product.supplier_id or 0]
            order = _bought(ctx, receipt, product, supplier, numbers("CF", place))
            documents.append(_arrived(ctx, receipt, order, numbers("ARR", place)))
    return documents


def _made(ctx: Context, receipt: Receipt, product: Product, number: str, needed_for: str) -> str:
    request = ProductionRequest(
        reference=number,
        product_id=product.id,
        quantity=receipt.quantity,
        needed_for=needed_for,
        status=ProductionStatus.DONE,
        asked_at=at_noon(receipt.asked_on),
        wanted_on=receipt.came_on,
        promised_on=receipt.came_on,
        done_at=_morning(receipt.came_on),
    )
    return ctx.add(request).reference


def _bought(
    ctx: Context, receipt: Receipt, product: Product, supplier: Supplier, number: str
) -> PurchaseOrder:
    line = PurchaseOrderLine(
        product_id=product.id,
        product=product,
        ordered=receipt.quantity,
        received=receipt.quantity,
        invoiced=receipt.quantity,
        unit_price=product.cost,
    )
    return ctx.add(
        PurchaseOrder(
            reference=number,
            supplier_id=supplier.id,
            status=PurchaseStatus.RECEIVED,
            sent_at=at_noon(receipt.asked_on),
            expected_on=receipt.came_on,
            confirmed_on=receipt.came_on,
            received_at=_morning(receipt.came_on),
            net=line.net,
            lines=[line],
        )
    )


def _arrived(ctx: Context, receipt: Receipt, order: PurchaseOrder, number: str) -> str:
    units = {receipt.product: receipt.quantity}
    arrival = Arrival(
        reference=number,
        purchase_order_id=order.id,
        at=_morning(receipt.came_on),
        announced=units,
        counted=units,
        damaged={},
        booked_at=_morning(receipt.came_on),
    )
    return ctx.add(arrival).reference
