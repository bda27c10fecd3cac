"""Deposit invoices on the final one: which they are, and what they take off it."""

from dataclasses import replace

from sandbox.core.context import Context
from sandbox.documents.parts import PriorInvoice, Totals
from sandbox.erp.models import Invoice
from sandbox.erp.queries.depositing import deducted_by


def after_deposits(invoice: Invoice, totals: Totals) -> Totals:
    """The foot of an invoice, less the deposits that it deducts."""
    if not invoice.deducted:
        return totals
    return replace(totals, deposit=invoice.deducted, due=totals.gross - invoice.deducted)


def prior_invoices(ctx: Context, invoice: Invoice) -> tuple[PriorInvoice, ...]:
    """The deposit invoices that it deducts, net and VAT apart (CGI ann. II 242 nonies A)."""
    return tuple(
        PriorInvoice(
            reference=part.deposit.reference,
            issued_on=part.deposit.issued_on,
            net=part.net,
            vat=part.vat,
            gross=part.gross,
        )
        for part in deducted_by(ctx.session, invoice)
    )
