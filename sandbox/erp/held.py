"""What the sales desk holds on a private person: what they bought and paid."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox.core.money import format_euros
from sandbox.crm.models import Contact, Customer
from sandbox.crm.privacy import Held, register_held, register_kept
from sandbox.erp.models import Invoice, Order


def purchases(session: Session, contact: Contact, customer: Customer) -> Sequence[Held]:
    """Orders and invoices; those of a firm are the firm's, not its contact's."""
    if customer.business:
        return []
    orders = session.scalars(
        select(Order)
        .where(Order.run_id == customer.run_id, Order.customer_id == customer.id)
        .order_by(Order.id)
    )
    invoices = session.scalars(
        select(Invoice)
        .where(Invoice.run_id == customer.run_id, Invoice.customer_id == customer.id)
        .order_by(Invoice.id)
    )
    ordered = ((o.reference, f"reçue le {o.received_at:%d/%m/%Y}") for o in orders)
    charged = (
        (i.reference, f"{format_euros(i.gross)}, reste dû {format_euros(i.balance)}")
        for i in invoices
    )
    return [Held("Achats et règlements", (*ordered, *charged))]


def kept(session: Session, customer: Customer) -> Sequence[str]:
    """Invoices and orders are kept, and what proves a debt that is still owed."""
    here = (Invoice.run_id == customer.run_id, Invoice.customer_id == customer.id)
    invoiced, owed = session.execute(
        select(func.count(Invoice.id), func.coalesce(func.sum(Invoice.balance), 0)).where(*here)
    ).one()
    ordered = session.scalar(
        select(func.count(Order.id)).where(
            Order.run_id == customer.run_id, Order.customer_id == customer.id
        )
    )
    found = {"invoices": invoiced, "orders": ordered, "claims": owed > 0}
    return [code for code, there in found.items() if there]


register_held("purchases", purchases)
register_kept("purchases", kept)
