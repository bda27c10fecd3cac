"""What an invoice corrects: the one of the same delivery that a credit note took back."""

from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.documents.parts import PriorInvoice
from sandbox.erp.models import CreditKind, CreditNote, Invoice


def replaced_by(ctx: Context, invoice: Invoice) -> tuple[PriorInvoice, ...]:
    """The last cancelled invoice of the same delivery, then its credit note (CGI 289-I-5)."""
    if invoice.delivery is None:
        return ()
    before, note = _cancelled(ctx, invoice, invoice.delivery.id) or (None, None)
    return tuple(
        PriorInvoice(reference=paper.reference, issued_on=paper.issued_on)
        for paper in (before, note)
        if paper is not None
    )


def _cancelled(
    ctx: Context, invoice: Invoice, delivery_id: int
) -> tuple[Invoice, CreditNote] | None:
    found = ctx.session.execute(
        select(Invoice, CreditNote)
        .join(CreditNote.invoice)
        .where(
            Invoice.run_id == ctx.run.id,
            Invoice.delivery_id == delivery_id,
            Invoice.id < invoice.id,
            CreditNote.kind == CreditKind.CANCELLATION,
        )
        .order_by(Invoice.id.desc())
        .limit(1)
    ).first()
    return (found[0], found[1]) if found else None
