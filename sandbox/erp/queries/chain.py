"""The chain of an affair: from the quote to the payment, whichever document it is seen from."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, literal, or_, select, union_all
from sqlalchemy.orm import Session

from sandbox.erp.models import (
    CreditNote,
    DeliveryNote,
    Dunning,
    Invoice,
    Order,
    Payment,
    Quote,
    Reconciliation,
)

Document = Quote | Order | DeliveryNote | Invoice
KINDS = ("quote", "order", "delivery", "invoice", "credit", "dunning", "payment")


@dataclass(frozen=True)
class Link:
    """A document of the chain; ``said`` is its reference, or the step of a reminder."""

    kind: str
    id: int
    said: str


def chain_of(session: Session, document: Document) -> list[Link]:
    """Every document of the affair of this one, in the order of the road: one statement."""
    run_id = document.run_id
    orders, invoices = _orders(document), _invoices(document)
    found = union_all(
        *(
            _those("quote", Quote, Quote.reference, run_id, _quotes(document)),
            _those("order", Order, Order.reference, run_id, Order.id.in_(orders)),
            _those("delivery", DeliveryNote, DeliveryNote.reference, run_id).where(
                DeliveryNote.order_id.in_(orders)
            ),
            _those("invoice", Invoice, Invoice.reference, run_id, Invoice.id.in_(invoices)),
            _those("credit", CreditNote, CreditNote.reference, run_id).where(
                CreditNote.invoice_id.in_(invoices)
            ),
            select(literal("dunning"), Dunning.invoice_id, Dunning.level).where(
                Dunning.run_id == run_id, Dunning.invoice_id.in_(invoices)
            ),
            _those("payment", Payment, Payment.reference, run_id).where(
                Payment.id.in_(_payments(run_id, invoices))
            ),
        )
    ).subquery()
    rows = [Link(*row) for row in session.execute(select(found).order_by(found.c.id)).all()]
    return sorted(rows, key=lambda link: KINDS.index(link.kind))


def _those(
    kind: str, model: Any, reference: Any, run_id: int, *kept: ColumnElement[bool]
) -> Select[Any]:
    wanted = select(literal(kind).label("kind"), model.id.label("id"), reference.label("said"))
    return wanted.where(model.run_id == run_id, *kept)


def _quotes(document: Document) -> ColumnElement[bool]:
    if isinstance(document, Quote):
        return Quote.id == document.id
    of_orders = select(Order.quote_id).where(
        Order.run_id == document.run_id, Order.id.in_(_orders(document))
    )
    return Quote.id.in_(of_orders)


def _orders(document: Document) -> Any:
    """Orders of the affair: a condition for ``in_``."""
    match document:
        case Quote():
            kept = (Order.run_id == document.run_id, Order.quote_id == document.id)
            return select(Order.id).where(*kept)
        case Order():
            return [document.id]
        case _:
            return [] if document.order_id is None else [document.order_id]


def _invoices(document: Document) -> Any:
    """Invoices of the affair: those of its orders, and this one when it has none."""
    kept: list[ColumnElement[bool]] = [Invoice.order_id.in_(_orders(document))]
    if isinstance(document, Invoice):
        kept.append(Invoice.id == document.id)
    return select(Invoice.id).where(Invoice.run_id == document.run_id, or_(*kept))


def _payments(run_id: int, invoices: Any) -> Select[Any]:
    kept = (Reconciliation.run_id == run_id, Reconciliation.invoice_id.in_(invoices))
    return select(Reconciliation.payment_id).where(*kept)
