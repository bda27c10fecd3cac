"""Papers that come back: the supplier's invoice after a receipt, the carrier's proof."""

from datetime import timedelta

from sandbox.core.context import Context
from sandbox.erp.models import DeliveryNote, DeliveryStatus
from sandbox.erp.services.following import give_proof
from sandbox.journal import subscribe
from sandbox.journal.payloads import GoodsReceived, ProofAsked
from sandbox.simulation.actors.speaking import soon, supplier_key
from sandbox.simulation.engine import happens
from sandbox.simulation.scene import scene
from sandbox.supply.models import Arrival
from sandbox.supply.services import InvoicedLineDraft, receive_supplier_invoice

INVOICES_IN, PROVES_IN = (480, 960), (240, 960)
INVOICE_DUE = timedelta(days=30)


@subscribe(GoodsReceived)
def be_received(ctx: Context, reference: str, payload: GoodsReceived) -> None:
    """The supplier will invoice what its slip said."""
    if scene(ctx) is not None:
        soon(ctx, INVOICES_IN, "supplier_invoices", supplier_key(payload.supplier), reference)


@happens("supplier_invoices")
def invoice(ctx: Context, subject: str) -> None:
    """It invoices what its slip announced, at the price of the order: not what was counted."""
    arrival = ctx.find(Arrival, subject)
    order = arrival.purchase_order
    lines = [
        InvoicedLineDraft(line.product.reference, units, line.unit_price)
        for line in order.lines
        if (units := arrival.announced.get(line.product.reference, 0))
    ]
    supplier = ctx.acting_as(supplier_key(order.supplier.reference))
    number = f"{order.supplier.reference}-{subject.rpartition('-')[2]}"
    due_on = ctx.today() + INVOICE_DUE
    receive_supplier_invoice(supplier, order, number=number, lines=lines, due_on=due_on)


@subscribe(ProofAsked)
def be_asked_for_proof(ctx: Context, reference: str, payload: ProofAsked) -> None:
    """The carrier looks for the signed note."""
    if scene(ctx) is not None:
        soon(ctx, PROVES_IN, "carrier_proves", f"carrier:{payload.carrier}", reference)


@happens("carrier_proves")
def prove(ctx: Context, subject: str) -> None:
    """It has a signature once the goods were delivered."""
    delivery = ctx.find(DeliveryNote, subject)
    if delivery.carrier is not None:
        signed = delivery.status == DeliveryStatus.DELIVERED
        give_proof(ctx.acting_as(f"carrier:{delivery.carrier.reference}"), delivery, signed=signed)
