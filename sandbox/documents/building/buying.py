"""Purchase orders."""

from sandbox.core.context import Context
from sandbox.core.pricing import totals
from sandbox.documents import mentions
from sandbox.documents.building.common import (
    company,
    company_address,
    country,
    issued,
    writer,
)
from sandbox.documents.issuing import store
from sandbox.documents.parts import Line, Party, Totals, VatRow
from sandbox.documents.snapshots import PurchaseOrder as PurchaseOrderSnapshot
from sandbox.journal import subscribe
from sandbox.journal.payloads import PurchaseOrderSent
from sandbox.supply.models import PurchaseOrder, PurchaseOrderLine, Supplier


@subscribe(PurchaseOrderSent)
def keep_purchase_order(ctx: Context, reference: str, _payload: PurchaseOrderSent) -> None:
    """Freeze a purchase order as it leaves."""
    store(ctx, purchase_order_snapshot(ctx, issued(ctx, PurchaseOrder, reference)))


def purchase_order_snapshot(ctx: Context, order: PurchaseOrder) -> PurchaseOrderSnapshot:
    """What we order, at which cost, and when we expect it; we are the customer here."""
    return PurchaseOrderSnapshot(
        reference=order.reference,
        issued_on=order.sent_at.date(),
        expected_on=order.expected_on,
        seller=_supplier(order.supplier),
        customer=company(ctx),
        delivery_address=company_address(ctx),
        handled_by=writer(ctx),
        lines=tuple(_printed(line) for line in order.lines),
        totals=_totals(order),
        mentions=mentions.of_purchase_order(),
    )


def _supplier(supplier: Supplier) -> Party:
    return Party(
        name=supplier.name,
        street="",
        postcode="",
        town=supplier.town,
        country=country(supplier.country),
        email=supplier.email,
        phone=supplier.phone,
    )


def _printed(line: PurchaseOrderLine) -> Line:
    return Line(
        reference=line.product.reference,
        label=line.product.label,
        quantity=line.ordered,
        unit=line.product.unit,
        unit_price=line.unit_price,
        vat_rate=line.product.vat_rate,
        net=line.net,
    )


def _totals(order: PurchaseOrder) -> Totals:
    foot = totals([(line.product.vat_rate, line.net) for line in order.lines])
    return Totals(
        goods=foot.net,
        net=foot.net,
        vat_rows=tuple(VatRow(rate=row.rate, base=row.base, vat=row.vat) for row in foot.vat_rows),
        vat=foot.vat,
        gross=foot.gross,
        due=foot.gross,
    )
