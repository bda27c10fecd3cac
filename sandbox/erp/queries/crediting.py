"""What credit notes are issued on: those before them, and the goods that came back."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from sandbox.crm.models import Customer
from sandbox.erp.models import CreditNote, Invoice, InvoiceLine
from sandbox.erp.models.dispatch import CustomerReturn
from sandbox.erp.queries.paging import Page, paged, searched
from sandbox.erp.queries.periodic import notes_charged

SORTS: dict[str, Any] = {
    "ref": CreditNote.reference,
    "customer": Customer.name,
    "issued": CreditNote.issued_on,
    "gross": CreditNote.gross,
    "left": CreditNote.left,
}


def credit_notes(
    session: Session, run_id: int, *, q: str = "", state: str = "", sort: str = "", page: int = 1
) -> Page:
    """One page of credit notes: newest first, unless asked otherwise."""
    wanted = (
        select(CreditNote)
        .join(CreditNote.customer)
        .join(CreditNote.invoice)
        .where(CreditNote.run_id == run_id, *_in_state(state))
        .where(*searched(q, CreditNote.reference, Invoice.reference, Customer.name))
        .options(joinedload(CreditNote.customer), joinedload(CreditNote.invoice))
    )
    return paged(session, wanted, SORTS, sort, CreditNote.id.desc(), page)


def _in_state(state: str) -> tuple[Any, ...]:
    match state:
        case "left":
            return (CreditNote.left > 0,)
        case "internal":
            return (CreditNote.internal.is_(True),)
        case _:
            return ()


def usable_on(
    session: Session, run_id: int, notes: Iterable[CreditNote]
) -> dict[int, list[Invoice]]:
    """Invoices still owed by those whose credit note has something left, by customer id."""
    customers = {note.customer_id for note in notes if note.left}
    if not customers:
        return {}
    rows = session.scalars(
        select(Invoice)
        .where(
            Invoice.run_id == run_id,
            Invoice.balance > 0,
            Invoice.customer_id.in_(sorted(customers)),
        )
        .order_by(Invoice.due_on, Invoice.id)
    )
    found: dict[int, list[Invoice]] = {}
    for invoice in rows:
        found.setdefault(invoice.customer_id, []).append(invoice)
    return found


def notes_on(session: Session, invoice: Invoice) -> list[CreditNote]:
    """Credit notes on an invoice, with their lines, oldest first."""
    return list(
        session.scalars(
            select(CreditNote)
            .where(CreditNote.run_id == invoice.run_id, CreditNote.invoice_id == invoice.id)
            .order_by(CreditNote.id)
            .options(selectinload(CreditNote.lines))
        )
    )


def units_returned(session: Session, invoice: Invoice) -> Counter[int]:
    """Units that came back of the deliveries that an invoice charges, by product id."""
    rows = session.execute(
        select(CustomerReturn.product_id, func.sum(CustomerReturn.quantity))
        .where(
            CustomerReturn.run_id == invoice.run_id,
            CustomerReturn.delivery_id.in_(notes_charged(session, invoice)),
        )
        .group_by(CustomerReturn.product_id)
    )
    return Counter({product_id: int(units) for product_id, units in rows})


def charged_for(session: Session, customer: Customer, packaging: str) -> list[InvoiceLine]:
    """Lines that charged this customer the deposit of a packaging, oldest first."""
    return list(
        session.scalars(
            select(InvoiceLine)
            .join(InvoiceLine.invoice)
            .where(
                InvoiceLine.run_id == customer.run_id,
                InvoiceLine.packaging == packaging,
                Invoice.customer_id == customer.id,
                Invoice.credited.is_(False),
            )
            .order_by(InvoiceLine.id)
        )
    )
