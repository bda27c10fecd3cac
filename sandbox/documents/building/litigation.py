"""The slip that goes with a debt handed over: what is owed, and the papers joined."""

from sandbox.core.context import Context
from sandbox.core.deadlines import limitation
from sandbox.core.litigation import PieceKind
from sandbox.documents import mentions
from sandbox.documents.building.common import (
    circumstances,
    company,
    customer_party,
    issued,
    writer,
)
from sandbox.documents.issuing import store
from sandbox.documents.parts import AmountsDue, Party, UnpaidInvoice
from sandbox.documents.snapshots_recovery import JoinedPiece, LitigationSlip
from sandbox.erp.collection import claim
from sandbox.erp.labels import PIECES
from sandbox.erp.models.litigation import LitigationFile
from sandbox.erp.queries.litigation import Piece, dunnings_of, pieces_of
from sandbox.erp.queries.periodic import orders_of
from sandbox.erp.showing.litigation import papers_in_words
from sandbox.journal import subscribe
from sandbox.journal.payloads.litigation import LitigationHanded


@subscribe(LitigationHanded)
def keep_slip(ctx: Context, reference: str, payload: LitigationHanded) -> None:
    """Freeze a slip as the file leaves."""
    store(ctx, slip_snapshot(ctx, issued(ctx, LitigationFile, reference), payload))


def slip_snapshot(ctx: Context, file: LitigationFile, payload: LitigationHanded) -> LitigationSlip:
    """The debt, its reckoning and the list of papers, those left out included."""
    invoice, procedure = file.invoice, ctx.setting.procedures.dunning
    owed = claim(invoice, procedure, ctx.today())
    pieces = pieces_of(ctx.session, invoice, procedure, dunnings_of(ctx.session, invoice))
    return LitigationSlip(
        reference=file.reference,
        issued_on=ctx.today(),
        seller=company(ctx),
        customer=customer_party(file.customer),
        handled_by=writer(ctx),
        recipient=Party(name=file.recipient_name, street="", postcode="", town=""),
        order_reference=", ".join(o.reference for o in orders_of(ctx.session, invoice)),
        noticed_on=payload.noticed_on,
        limitation=limitation(invoice.due_on, consumer=not file.customer.business),
        invoices=(
            UnpaidInvoice(
                reference=invoice.reference,
                issued_on=invoice.issued_on,
                due_on=invoice.due_on,
                gross=invoice.gross,
                paid=invoice.paid,
                remaining=owed.balance,
                days_late=max(owed.days_late, 0),
                penalty=owed.penalties or None,
            ),
        ),
        amounts=AmountsDue(
            principal=file.principal,
            penalties=file.penalties or None,
            indemnity=file.indemnity or None,
            total=file.total,
        ),
        penalty_rate=procedure.late_rate if file.customer.business else None,
        approval=payload.approval or "",
        pieces=tuple(_joined(piece, file) for piece in pieces),
        mentions=mentions.of_letter(circumstances(ctx, file.customer)),
    )


def _joined(piece: Piece, file: LitigationFile) -> JoinedPiece:
    joined = PieceKind(piece.kind).value in file.pieces
    said = papers_in_words(piece.papers) if joined else ""
    return JoinedPiece(label=PIECES[piece.kind], details=said, joined=joined)
