"""What an invoice corrects: the one of the same delivery that a credit note took back."""

from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.documents.parts import PriorInvoice
from sandbox.erp.models import CreditKind, CreditNote, Invoice
from sandbox.erp.queries.periodic import charging, notes_charged


def replaced_by(ctx: Context, invoice: Invoice) -> tuple[PriorInvoice, ...]:
    """The last cancelled invoice of the same deliveries, then its credit note (CGI 289-I-5)."""
    notes = notes_charged(ctx.session, invoice)
    before, note = (_cancelled(ctx, invoice, notes) if notes else None) or (None, None)
    return tuple(
        PriorInvoice(reference=paper.reference, issued_on=paper.issued_on)
        for paper in (before, note)
        if paper is not None
    )


def _cancelled(
    ctx: Context, invoice: Invoice, notes: list[int]
) -> tuple[Invoice, CreditNote] | None:
    found = ctx.session.execute(
        select(Invoice, CreditNote)
        .join(CreditNote.invoice)
        .where(
            charging(ctx.run.id, notes),
            Invoice.id < invoice.id,
            CreditNote.kind == CreditKind.CANCELLATION,
        )
        .order_by(Invoice.id.desc())
        .limit(1)
    ).first()
    return (found[0], found[1]) if found else None
