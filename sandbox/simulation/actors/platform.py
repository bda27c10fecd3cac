"""The approved platform: it checks an e-invoice and takes it in, or rejects it."""

from sandbox.core.calendar import add_working_minutes
from sandbox.core.context import Context
from sandbox.core.identifiers import is_siren
from sandbox.crm.models import Customer
from sandbox.erp.models import Invoice
from sandbox.erp.services.invoicing import deposit_invoice, reject_invoice
from sandbox.journal import subscribe
from sandbox.journal.payloads import InvoiceIssued
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.scene import scene

CHECKS_TAKE = 60


@subscribe(InvoiceIssued)
def receive(ctx: Context, reference: str, _payload: InvoiceIssued) -> None:
    """The invoice is in the platform's queue."""
    if scene(ctx) is not None:
        at = add_working_minutes(ctx.now(), CHECKS_TAKE)
        schedule(ctx, at, "platform_checks", reference)


@happens("platform_checks")
def check(ctx: Context, subject: str) -> None:
    """Status « déposée », or « rejetée » with the official code of what is wrong."""
    invoice, platform = ctx.find(Invoice, subject), ctx.acting_as("platform")
    reason = _wrong(invoice.customer)
    if reason:
        reject_invoice(platform, invoice, reason=reason)
    else:
        deposit_invoice(platform, invoice)


def _wrong(customer: Customer) -> str:
    """Reason for rejection, or nothing: the buyer must be known, and have an address."""
    if not customer.business or customer.country != "FR":
        return ""
    if not is_siren(customer.siren):
        return "DEST_INC"
    return "" if customer.platform_address else "ADR_ERR"
