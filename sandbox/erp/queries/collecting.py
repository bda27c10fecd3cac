"""What the dunning desk's screens and rules read, relations loaded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, joinedload

from sandbox.core.codec import encode
from sandbox.core.dunning import AgedBalance, aged_balance
from sandbox.core.setting import DunningStep, Setting
from sandbox.erp.collection import Claim, claim, falls_on, is_ours, next_step
from sandbox.erp.models import (
    Dunning,
    Invoice,
    Payment,
)
from sandbox.erp.queries.billing import last_look, waiting_lines
from sandbox.journal.payloads import AgedBalanceConsulted
from sandbox.journal.recording import canonical

HISTORY_SHOWN = 30
AGED_BALANCE = "balance-agee"


@dataclass(frozen=True)
class Overdue:
    """An invoice in the dunning table: what is claimed, the step to take and its day."""

    invoice: Invoice
    claim: Claim
    step: DunningStep | None
    on: date | None
    due: bool
    ours: bool


def overdue(owed: Sequence[Invoice], setting: Setting, today: date) -> list[Overdue]:
    """Unpaid invoices past their due date, or whose pre-reminder falls today; oldest first."""
    rows = (followed(invoice, setting, today) for invoice in owed)
    return [row for row in rows if row.claim.days_late > 0 or row.due]


def followed(invoice: Invoice, setting: Setting, today: date) -> Overdue:
    """Where an invoice stands in the procedure."""
    procedure = setting.procedures.dunning
    step = next_step(invoice, procedure, today)
    on = falls_on(step, invoice.due_on) if step else None
    return Overdue(
        invoice=invoice,
        claim=claim(invoice, procedure, today),
        step=step,
        on=on,
        due=on is not None and on <= today,
        ours=step is None or is_ours(setting, step),
    )


def balance_by_age(invoices: Sequence[Invoice], today: date) -> AgedBalance:
    """What is owed, by age."""
    return aged_balance(today, [(invoice.due_on, invoice.balance) for invoice in invoices])


def dunning_history(
    session: Session, run_id: int, invoice: Invoice | None = None
) -> Sequence[Dunning]:
    """Latest dunning steps of a run, or of one invoice."""
    wanted = select(Dunning).where(Dunning.run_id == run_id)
    if invoice is not None:
        wanted = wanted.where(Dunning.invoice_id == invoice.id)
    return session.scalars(
        wanted.order_by(Dunning.id.desc())
        .limit(HISTORY_SHOWN)
        .options(joinedload(Dunning.invoice).joinedload(Invoice.customer))
    ).all()


def payment_waiting(session: Session, invoice: Invoice) -> bool:
    """Whether money of this customer waits: a bank line not recorded, a payment not reconciled."""
    unspent = exists().where(
        Payment.run_id == invoice.run_id,
        Payment.customer_id == invoice.customer_id,
        Payment.left > 0,
    )
    if session.scalar(select(unspent)):
        return True
    return any(line.names(invoice) for line in waiting_lines(session, invoice.run_id))


def aged_balance_of(owed: Iterable[Invoice], today: date) -> AgedBalanceConsulted:
    """What looking up the aged balance says: cents overdue, the invoices concerned."""
    late = [invoice for invoice in owed if invoice.days_late(today) > 0]
    return AgedBalanceConsulted(
        sum(invoice.balance for invoice in late), tuple(invoice.reference for invoice in late)
    )


def aged_balance_seen(session: Session, run_id: int, owed: Iterable[Invoice], today: date) -> bool:
    """Whether the last look-up of the aged balance still says what is true."""
    last = last_look(session, run_id, AgedBalanceConsulted.verb)
    now = canonical(encode(aged_balance_of(owed, today)))
    return last is not None and last.payload == now
