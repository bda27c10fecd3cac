"""The declaration of a debt in an insolvent customer's proceedings (C. com. L622-24, L622-25)."""

from sandbox.core.context import Context
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
from sandbox.documents.snapshots_recovery import ClaimDeclaration
from sandbox.erp.models.insolvency import DebtClaim, Proceedings
from sandbox.erp.queries.insolvency import OwedBefore, declarable
from sandbox.erp.queries.periodic import deliveries_of
from sandbox.journal import subscribe
from sandbox.journal.payloads.insolvency import DebtClaimDeclared


@subscribe(DebtClaimDeclared)
def keep_claim(ctx: Context, reference: str, _payload: DebtClaimDeclared) -> None:
    """Freeze a declaration as it leaves."""
    store(ctx, claim_snapshot(ctx, issued(ctx, DebtClaim, reference)))


def claim_snapshot(ctx: Context, claim: DebtClaim) -> ClaimDeclaration:
    """What is declared, invoice by invoice, as it stood on the day of the judgment."""
    insolvency, procedure = claim.insolvency, ctx.setting.procedures.dunning
    customer = insolvency.customer
    rows = declarable(ctx.session, insolvency, procedure).rows
    late = any(row.claim.penalties for row in rows)
    return ClaimDeclaration(
        reference=claim.reference,
        issued_on=ctx.today(),
        seller=company(ctx),
        customer=customer_party(customer),
        handled_by=writer(ctx),
        receiver=Party(
            name=insolvency.receiver,
            street=insolvency.receiver_street,
            postcode=insolvency.receiver_postcode,
            town=insolvency.receiver_town,
        ),
        proceedings=Proceedings(insolvency.proceedings).value,
        court=insolvency.court,
        judgment_on=insolvency.judged_on,
        published_on=insolvency.published_on,
        last_day=insolvency.last_day,
        invoices=tuple(_unpaid(row) for row in rows),
        amounts=AmountsDue(
            principal=claim.principal,
            penalties=claim.penalties or None,
            indemnity=claim.indemnity or None,
            total=claim.total,
        ),
        penalty_rate=procedure.late_rate if late else None,
        enclosures=tuple(_enclosure(ctx, row) for row in rows),
        mentions=mentions.of_letter(circumstances(ctx, customer)),
    )


def _unpaid(row: OwedBefore) -> UnpaidInvoice:
    invoice, owed = row.invoice, row.claim
    return UnpaidInvoice(
        reference=invoice.reference,
        issued_on=invoice.issued_on,
        due_on=invoice.due_on,
        gross=invoice.gross,
        paid=invoice.paid,
        remaining=owed.balance,
        days_late=max(owed.days_late, 0),
        penalty=owed.penalties or None,
    )


def _enclosure(ctx: Context, row: OwedBefore) -> str:
    """The papers that prove a row: the invoice, and the delivery notes that we have."""
    notes = deliveries_of(ctx.session, row.invoice)
    word = "bon de livraison" if len(notes) == 1 else "bons de livraison"
    named = ", ".join(note.reference for note in notes)
    return f"Facture {row.invoice.reference}" + (f" et {word} {named}" if notes else "")
