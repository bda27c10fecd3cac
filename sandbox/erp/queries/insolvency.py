"""Insolvency proceedings, for the rules and the screens."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.setting import DunningProcedure
from sandbox.core.units import Cents
from sandbox.crm.models import Customer
from sandbox.erp.collection import Claim, claim
from sandbox.erp.models import Invoice
from sandbox.erp.models.insolvency import DebtClaim, Insolvency

SHOWN = 50


@dataclass(frozen=True)
class OwedBefore:
    """An invoice to be declared, and what it comes to on the day of the judgment."""

    invoice: Invoice
    claim: Claim


@dataclass(frozen=True)
class Declarable:
    """What a customer owes for what was supplied before the judgment, in cents."""

    rows: tuple[OwedBefore, ...]

    @property
    def principal(self) -> Cents:
        """What is left of the invoices."""
        return sum(row.claim.balance for row in self.rows)

    @property
    def penalties(self) -> Cents:
        """Interest stops on the day of the judgment (C. com. L622-28)."""
        return sum(row.claim.penalties for row in self.rows)

    @property
    def indemnity(self) -> Cents:
        """The fixed sums of invoices already late."""
        return sum(row.claim.indemnity for row in self.rows)

    @property
    def total(self) -> Cents:
        """All that may be declared."""
        return self.principal + self.penalties + self.indemnity


def insolvency_of(
    session: Session, run_id: int, customer_id: int, *, noted: bool = False
) -> Insolvency | None:
    """The proceedings against a customer; only once noted on the record, if asked."""
    wanted = select(Insolvency).where(
        Insolvency.run_id == run_id, Insolvency.customer_id == customer_id
    )
    if noted:
        wanted = wanted.where(Insolvency.noted_at.is_not(None))
    return session.scalars(wanted.order_by(Insolvency.id.desc()).limit(1)).first()


def proceedings_of(session: Session, run_id: int) -> Sequence[Insolvency]:
    """Proceedings known in a run, the latest first."""
    return session.scalars(
        select(Insolvency)
        .where(Insolvency.run_id == run_id)
        .order_by(Insolvency.id.desc())
        .limit(SHOWN)
        .options(*Insolvency.full())
    ).all()


def claim_in(session: Session, insolvency: Insolvency) -> DebtClaim | None:
    """The debt declared in these proceedings, if it was."""
    return session.scalars(
        select(DebtClaim).where(
            DebtClaim.run_id == insolvency.run_id, DebtClaim.insolvency_id == insolvency.id
        )
    ).first()


def declarable(session: Session, insolvency: Insolvency, procedure: DunningProcedure) -> Declarable:
    """What is to be declared: goods supplied up to the judgment, due or not (C. com. L622-24)."""
    found = session.scalars(
        select(Invoice)
        .join(Customer, Invoice.customer)
        .where(
            Invoice.run_id == insolvency.run_id,
            Invoice.customer_id == insolvency.customer_id,
            Invoice.supplied_on <= insolvency.judged_on,
            Invoice.balance > 0,
        )
        .order_by(Invoice.due_on, Invoice.id)
        .options(*Invoice.full())
    )
    return Declarable(
        tuple(
            OwedBefore(invoice, claim(invoice, procedure, insolvency.judged_on))
            for invoice in found
            if not invoice.stopped
        )
    )
