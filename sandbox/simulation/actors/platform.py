"""The approved platforms: they check an e-invoice, take it in or reject it, and hand it over."""

from sandbox.core.calendar import add_working_minutes
from sandbox.core.context import Context
from sandbox.erp.models import Invoice
from sandbox.erp.platform.statuses import Status
from sandbox.erp.services.platform import deliver_invoice, deposit_invoice, reject_invoice
from sandbox.erp.services.receiving import bring_supplier_invoice, relay_decision
from sandbox.erp.services.sending import control
from sandbox.journal import subscribe
from sandbox.journal.payloads import (
    DepositInvoiced,
    InvoiceDeposited,
    InvoiceIssued,
    SupplierInvoiceApproved,
    SupplierInvoiceDisputed,
    SupplierInvoiceReceived,
)
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.scene import scene
from sandbox.supply.models import SupplierInvoice

# In working minutes; less, together, than the quickest of customers takes to read.
CHECKS_TAKE = 60
TRANSMISSION_TAKES = 30


@subscribe(InvoiceIssued, DepositInvoiced)
def receive(ctx: Context, reference: str, _payload: InvoiceIssued | DepositInvoiced) -> None:
    """The invoice is in the platform's queue."""
    if scene(ctx) is not None:
        at = add_working_minutes(ctx.now(), CHECKS_TAKE)
        schedule(ctx, at, "platform_checks", reference)


@happens("platform_checks")
def check(ctx: Context, subject: str) -> None:
    """Status « déposée », or « rejetée » with the official code of what is wrong."""
    invoice, platform = ctx.find(Invoice, subject), ctx.acting_as("platform")
    wrong = control(ctx, invoice)
    if wrong:
        reject_invoice(platform, invoice, reason=wrong.code, note=wrong.sentence)
    else:
        deposit_invoice(platform, invoice)


@subscribe(InvoiceDeposited)
def transmit(ctx: Context, reference: str, payload: InvoiceDeposited) -> None:
    """The invoice is on its way to the buyer's platform."""
    if payload.transmitted and scene(ctx) is not None:
        at = add_working_minutes(ctx.now(), TRANSMISSION_TAKES)
        schedule(ctx, at, "platform_delivers", reference)


@happens("platform_delivers")
def hand_over(ctx: Context, subject: str) -> None:
    """Statuses « reçue », then « mise à disposition »."""
    deliver_invoice(ctx.acting_as("platform"), ctx.find(Invoice, subject))


@subscribe(SupplierInvoiceReceived)
def expect_supplier_invoice(
    ctx: Context, reference: str, _payload: SupplierInvoiceReceived
) -> None:
    """A supplier's invoice comes in by our platform."""
    if scene(ctx) is not None:
        schedule(ctx, ctx.now(), "platform_brings", reference)


@happens("platform_brings")
def bring(ctx: Context, subject: str) -> None:
    """French suppliers send e-invoices; those from abroad come by mail."""
    invoice = ctx.find(SupplierInvoice, subject)
    if invoice.supplier.country == "FR":
        bring_supplier_invoice(ctx.acting_as("platform"), invoice)


@subscribe(SupplierInvoiceApproved, SupplierInvoiceDisputed)
def hear_decision(
    ctx: Context, reference: str, payload: SupplierInvoiceApproved | SupplierInvoiceDisputed
) -> None:
    """What the purchasing desk decides is told to the supplier."""
    approved = isinstance(payload, SupplierInvoiceApproved)
    status = Status.APPROVED if approved else Status.DISPUTED
    if scene(ctx) is not None:
        schedule(ctx, ctx.now(), "platform_relays", reference, status=int(status))


@happens("platform_relays")
def relay(ctx: Context, subject: str, status: int) -> None:
    """The status of the decision, unless it was set from the inbox already."""
    relay_decision(ctx.acting_as("platform"), ctx.find(SupplierInvoice, subject), status=status)
