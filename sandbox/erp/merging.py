"""What a template may say of a document of sale: amount, dates."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.money import format_euros
from sandbox.crm.merging import Values, register_merge
from sandbox.erp.models import DeliveryNote, Invoice, Order, Quote


def of_quote(session: Session, run_id: int, reference: str) -> Values:
    """Amount and end of validity of a quote."""
    quote = _found(session, Quote, run_id, reference)
    if quote is None:
        return {}
    on = quote.left_on
    return {"montant": format_euros(quote.gross), "date": _day(on)} | _due(quote.valid_until)


def of_order(session: Session, run_id: int, reference: str) -> Values:
    """Amount, day and promised delivery of an order."""
    order = _found(session, Order, run_id, reference)
    if order is None:
        return {}
    values = {"montant": format_euros(order.gross), "date": _day(order.received_at.date())}
    return values | {"livraison": _day(order.promised_on)}


def of_invoice(session: Session, run_id: int, reference: str) -> Values:
    """What is still owed on an invoice, its day and its due date."""
    bill = _found(session, Invoice, run_id, reference)
    if bill is None:
        return {}
    return {"montant": format_euros(bill.balance), "date": _day(bill.issued_on)} | _due(bill.due_on)


def of_delivery(session: Session, run_id: int, reference: str) -> Values:
    """Day of departure and of arrival of a delivery."""
    note = _found(session, DeliveryNote, run_id, reference)
    if note is None:
        return {}
    left = note.shipped_at.date() if note.shipped_at else None
    return {"date": _day(left), "livraison": _day(note.arrives_on)}


def _found(session: Session, kind: Any, run_id: int, reference: str) -> Any:
    return session.scalar(select(kind).where(kind.run_id == run_id, kind.reference == reference))


def _due(on: date | None) -> Values:
    return {"echeance": _day(on)}


def _day(on: date | None) -> str:
    return f"{on:%d/%m/%Y}" if on else ""


register_merge("DE", of_quote)
register_merge("CDE", of_order)
register_merge("FA", of_invoice)
register_merge("BL", of_delivery)
