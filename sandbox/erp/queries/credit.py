"""What a customer owes and is about to owe: three lines and a sum."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, ScalarSelect, and_, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from sandbox.core.money import rate_of
from sandbox.core.setting import CreditProcedure
from sandbox.core.terms import PaymentTerm
from sandbox.core.units import Cents, Days, Rate
from sandbox.crm.doubles import group_of
from sandbox.crm.models import Customer
from sandbox.erp.models import Approval, CreditNote, Invoice, InvoicedDelivery, Order
from sandbox.erp.models.order_life import UNDER_WAY


@dataclass(frozen=True)
class Outstanding:
    """Cents: unpaid invoices, orders to be invoiced, the order at hand, and the limit."""

    invoiced_unpaid: Cents
    orders_not_invoiced: Cents
    this_order: Cents
    limit: Cents
    oldest_overdue_days: Days
    on_credit: bool = True

    @property
    def outstanding(self) -> Cents:
        """The official notion (RE): what is invoiced and not paid."""
        return self.invoiced_unpaid

    @property
    def exposure(self) -> Cents:
        """The house's notion: all that is under way, the order at hand included."""
        return self.invoiced_unpaid + self.orders_not_invoiced + self.this_order

    def counted(self, credit: CreditProcedure) -> Cents:
        """The sum that the company's procedure compares with the limit."""
        if credit.definition == "exposure":
            return self.exposure
        return self.outstanding + self.this_order

    def excess(self, credit: CreditProcedure) -> Cents:
        """What goes over the limit; nothing for a customer who pays with the order."""
        return max(0, self.counted(credit) - self.limit) if self.on_credit else 0

    def excess_rate(self, credit: CreditProcedure) -> Rate:
        """The excess against the limit; without a limit, any excess is the whole of it."""
        excess = self.excess(credit)
        return rate_of(excess, self.limit or excess)


def outstanding(
    session: Session, run_id: int, customer: Customer, today: date, about: Order | None = None
) -> Outstanding:
    """What this customer owes; ``about`` is the order at hand, if it is still to be recorded."""
    unpaid = and_(Invoice.run_id == run_id, Invoice.customer_id == customer.id, Invoice.balance > 0)
    given_back = and_(CreditNote.run_id == run_id, CreditNote.customer_id == customer.id)
    invoiced, owed_back, oldest, ordered, billed = session.execute(
        select(
            _sum(Invoice.balance, unpaid),
            _sum(CreditNote.left, given_back),
            select(func.min(Invoice.due_on)).where(unpaid).scalar_subquery(),
            _sum(Order.gross, _under_way(run_id, customer)),
            _billed(run_id, customer),
        )
    ).one()
    at_hand = about.gross if about is not None and about.to_check else 0
    return Outstanding(
        invoiced_unpaid=max(0, int(invoiced) - int(owed_back)),
        orders_not_invoiced=max(0, int(ordered) - int(billed)),
        this_order=at_hand,
        limit=customer.credit_limit,
        oldest_overdue_days=max(0, (today - oldest).days) if oldest else 0,
        on_credit=customer.terms != PaymentTerm.PREPAID and not (about and about.paid_online),
    )


@dataclass(frozen=True)
class GroupOwed:
    """What each company of a group has not paid, in cents: the head first."""

    rows: tuple[tuple[Customer, Cents], ...]

    @property
    def total(self) -> Cents:
        """What the group has not paid."""
        return sum(owed for _, owed in self.rows)


def group_owed(session: Session, run_id: int, customer: Customer) -> GroupOwed | None:
    """Unpaid invoices of a customer's group, less credit notes left; None when it has no group."""
    members = group_of(session, run_id, customer)
    if len(members) < 2:
        return None
    ids = [member.id for member in members]
    unpaid = select(Invoice.customer_id, func.sum(Invoice.balance)).where(
        Invoice.run_id == run_id, Invoice.customer_id.in_(ids), Invoice.balance > 0
    )
    given = select(CreditNote.customer_id, func.sum(CreditNote.left)).where(
        CreditNote.run_id == run_id, CreditNote.customer_id.in_(ids)
    )
    owed = {key: int(sum_) for key, sum_ in session.execute(unpaid.group_by(Invoice.customer_id))}
    back = {key: int(sum_) for key, sum_ in session.execute(given.group_by(CreditNote.customer_id))}
    return GroupOwed(
        tuple((one, max(0, owed.get(one.id, 0) - back.get(one.id, 0))) for one in members)
    )


def _sum(column: InstrumentedAttribute[Cents], where: ColumnElement[bool]) -> ScalarSelect[Cents]:
    return select(func.coalesce(func.sum(column), 0)).where(where).scalar_subquery()


def _under_way(run_id: int, customer: Customer) -> ColumnElement[bool]:
    return and_(
        Order.run_id == run_id,
        Order.customer_id == customer.id,
        Order.status.in_(sorted(UNDER_WAY)),
    )


def _billed(run_id: int, customer: Customer) -> ColumnElement[int]:
    """What has been invoiced of the orders under way: it is among the invoices already."""
    stands, wanted = Invoice.credited.is_(False), _under_way(run_id, customer)
    own = Invoice.gross - Invoice.packaging_deposit - Invoice.deducted
    alone = select(func.coalesce(func.sum(own), 0)).join(Invoice.order)
    together = select(func.coalesce(func.sum(InvoicedDelivery.gross), 0))
    together = together.join(InvoicedDelivery.invoice).join(InvoicedDelivery.order)
    found = [each.where(wanted, stands).scalar_subquery() for each in (alone, together)]
    return found[0] + found[1]


def approvals_about(session: Session, run_id: int, *references: str) -> list[Approval]:
    """What was asked about a document, under any reference that it has borne; oldest first."""
    return list(
        session.scalars(
            select(Approval)
            .where(Approval.run_id == run_id, Approval.about.in_(references))
            .order_by(Approval.id)
        )
    )
