"""Debts in other hands, and the papers that we hold to prove one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from sandbox.core.litigation import ESSENTIAL, Outcome, PieceKind
from sandbox.core.setting import DunningProcedure
from sandbox.crm.letters import Letter
from sandbox.crm.models import Message
from sandbox.erp.models import DeliveryStatus, Dunning, Invoice
from sandbox.erp.models.litigation import LitigationFile
from sandbox.erp.models.statement import AccountStatement
from sandbox.erp.queries.periodic import deliveries_of, orders_of

FORMAL_NOTICE = "formal_notice"
# Not reported on yet, or paid to the recipient month by month.
IN_HANDS = ("", Outcome.PLAN)
SHOWN = 50
Paper = tuple[str, date | None]


@dataclass(frozen=True)
class Piece:
    """A kind of paper: those that we hold, by name and day; none when it is missing."""

    kind: PieceKind
    papers: tuple[Paper, ...]

    @property
    def held(self) -> bool:
        """Whether we can join it."""
        return bool(self.papers)

    @property
    def essential(self) -> bool:
        """Whether it proves the debt."""
        return self.kind in ESSENTIAL


def open_litigation(session: Session, invoice: Invoice) -> LitigationFile | None:
    """The file by which an invoice is in other hands today."""
    return session.scalars(
        select(LitigationFile).where(
            LitigationFile.run_id == invoice.run_id,
            LitigationFile.invoice_id == invoice.id,
            LitigationFile.outcome.in_(IN_HANDS),
        )
    ).first()


def litigation_of(session: Session, invoice: Invoice) -> Sequence[LitigationFile]:
    """Every file of an invoice, the latest first."""
    return session.scalars(
        select(LitigationFile)
        .where(LitigationFile.run_id == invoice.run_id, LitigationFile.invoice_id == invoice.id)
        .order_by(LitigationFile.id.desc())
    ).all()


def litigation_files(session: Session, run_id: int) -> Sequence[LitigationFile]:
    """Files of a run, the latest first."""
    return session.scalars(
        select(LitigationFile)
        .where(LitigationFile.run_id == run_id)
        .order_by(LitigationFile.id.desc())
        .limit(SHOWN)
        .options(*LitigationFile.full())
    ).all()


def noticed(session: Session, run_id: int) -> Sequence[Invoice]:
    """Invoices owed after formal notice, in nobody's hands and not given up; the oldest first."""
    handed = select(LitigationFile.invoice_id).where(
        LitigationFile.run_id == run_id,
        or_(LitigationFile.outcome.in_(IN_HANDS), LitigationFile.written_off_at.is_not(None)),
    )
    return session.scalars(
        select(Invoice)
        .where(
            Invoice.run_id == run_id,
            Invoice.balance > 0,
            Invoice.dunning_level == FORMAL_NOTICE,
            Invoice.id.not_in(handed),
        )
        .order_by(Invoice.due_on, Invoice.id)
        .limit(SHOWN)
        .options(*Invoice.full()[:1])
    ).all()


def dunnings_of(session: Session, invoice: Invoice) -> Sequence[Dunning]:
    """Steps taken on an invoice, in order."""
    return session.scalars(
        select(Dunning)
        .where(Dunning.run_id == invoice.run_id, Dunning.invoice_id == invoice.id)
        .order_by(Dunning.at, Dunning.id)
    ).all()


def noticed_on(steps: Iterable[Dunning]) -> date | None:
    """Day of the last formal notice among these steps."""
    days = [step.at.date() for step in steps if step.level == FORMAL_NOTICE]
    return days[-1] if days else None


def pieces_of(
    session: Session, invoice: Invoice, procedure: DunningProcedure, steps: Sequence[Dunning]
) -> tuple[Piece, ...]:
    """The eight kinds of papers of a file, and what we hold of each."""
    found: dict[PieceKind, list[Paper]] = {
        **_of_the_sale(session, invoice),
        PieceKind.REMINDERS: [
            (_name(procedure, step.level), step.at.date())
            for step in steps
            if step.level != FORMAL_NOTICE
        ],
        PieceKind.FORMAL_NOTICE: _notice(session, invoice, steps),
        PieceKind.STATEMENT: _statement(session, invoice),
        PieceKind.EXCHANGES: _exchanges(session, invoice),
    }
    return tuple(Piece(kind, tuple(papers)) for kind, papers in found.items())


def _of_the_sale(session: Session, invoice: Invoice) -> dict[PieceKind, list[Paper]]:
    orders, deliveries = orders_of(session, invoice), deliveries_of(session, invoice)
    return {
        PieceKind.ORDER: [(order.reference, order.received_at.date()) for order in orders],
        PieceKind.ACKNOWLEDGEMENT: [
            (f"accusé de {order.reference}", order.acknowledged_at.date())
            for order in orders
            if order.acknowledged_at
        ],
        PieceKind.DELIVERY: [
            (f"{note.reference} signé", note.delivered_at.date() if note.delivered_at else None)
            for note in deliveries
            if note.status == DeliveryStatus.DELIVERED
        ],
        PieceKind.INVOICE: [(invoice.reference, invoice.issued_on)],
    }


def _name(procedure: DunningProcedure, level: str) -> str:
    return next((s.label.lower() for s in procedure.steps if s.level == level), level)


def _notice(session: Session, invoice: Invoice, steps: Sequence[Dunning]) -> list[Paper]:
    """The formal notice, and the receipt of its registered letter when the post brought it."""
    sent: list[Paper] = [
        ("mise en demeure", step.at.date()) for step in steps if step.level == FORMAL_NOTICE
    ]
    if not sent:
        return []
    receipts = session.scalars(
        select(Letter)
        .where(
            Letter.run_id == invoice.run_id,
            Letter.about == invoice.reference,
            Letter.registered,
            Letter.returned_at.is_not(None),
        )
        .order_by(Letter.id)
    )
    for letter in receipts:
        name = "avis de réception" if letter.signed_on else "pli non réclamé, présenté"
        sent.append((name, letter.signed_on or letter.presented_on))
    return sent


def _statement(session: Session, invoice: Invoice) -> list[Paper]:
    """The last statement sent since the invoice was due."""
    found = session.scalars(
        select(AccountStatement)
        .where(
            AccountStatement.run_id == invoice.run_id,
            AccountStatement.customer_id == invoice.customer_id,
            AccountStatement.closed_on >= invoice.due_on,
        )
        .order_by(AccountStatement.id.desc())
        .limit(1)
    ).first()
    return [(found.reference, found.closed_on)] if found else []


def _exchanges(session: Session, invoice: Invoice) -> list[Paper]:
    """How many messages were exchanged about the invoice, and the day of the last."""
    count, last = session.execute(
        select(func.count(), func.max(Message.at)).where(
            Message.run_id == invoice.run_id, Message.about == invoice.reference
        )
    ).one()
    return [(f"{count} message{'s' if count > 1 else ''}", last.date())] if count else []
