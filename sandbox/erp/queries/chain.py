"""The chain of an affair: from the quote to the payment, whichever document it is seen from."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, case, literal, or_, select, union_all
from sqlalchemy.orm import Session

from sandbox.erp.models import (
    CreditNote,
    DeliveryNote,
    Dunning,
    Invoice,
    InvoicedDelivery,
    Order,
    Payment,
    Quote,
    Reconciliation,
)

Document = Quote | Order | DeliveryNote | Invoice
# Columns of what bears no figure.
_NO_FIGURES = tuple(literal(0).label(name) for name in ("left", "gross", "advance", "credited"))
KINDS = ("quote", "order", "delivery", "invoice", "credit", "dunning", "payment")


@dataclass(frozen=True)
class Link:
    """A document of the chain; ``said`` is its reference, or the step of a reminder.

    Of an invoice: what is ``left`` to pay of its ``gross`` (cents), whether it is asked in
    ``advance``, and whether a credit note took the whole of it back.
    """

    kind: str
    id: int
    said: str
    left: int = 0
    gross: int = 0
    advance: int = 0
    credited: int = 0


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
            _charged(run_id, invoices),
            _those("credit", CreditNote, CreditNote.reference, run_id).where(
                CreditNote.invoice_id.in_(invoices)
            ),
            select(literal("dunning"), Dunning.invoice_id, Dunning.level, *_NO_FIGURES).where(
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
    named = (literal(kind).label("kind"), model.id.label("id"), reference.label("said"))
    return select(*named, *_NO_FIGURES).where(model.run_id == run_id, *kept)


def _charged(run_id: int, invoices: Any) -> Select[Any]:
    """Invoices, with their figures."""
    return select(
        literal("invoice"),
        Invoice.id,
        Invoice.reference,
        Invoice.balance,
        Invoice.gross - Invoice.credited_amount,
        case((Invoice.advance != "", 1), else_=0),
        case((Invoice.credited.is_(True), 1), else_=0),
    ).where(Invoice.run_id == run_id, Invoice.id.in_(invoices))


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
        case Invoice(periodic=True):
            return _covered(document.run_id, document.id)
        case _:
            return [] if document.order_id is None else [document.order_id]


def _invoices(document: Document) -> Any:
    """Invoices of the affair: those of its orders, and this one when it has none."""
    orders, run_id = _orders(document), document.run_id
    among = select(InvoicedDelivery.invoice_id).where(
        InvoicedDelivery.run_id == run_id, InvoicedDelivery.order_id.in_(orders)
    )
    kept: list[ColumnElement[bool]] = [Invoice.order_id.in_(orders), Invoice.id.in_(among)]
    if isinstance(document, Invoice):
        kept.append(Invoice.id == document.id)
    return select(Invoice.id).where(Invoice.run_id == run_id, or_(*kept))


def _covered(run_id: int, invoice_id: int) -> Select[int]:
    """Orders of a periodic invoice."""
    return select(InvoicedDelivery.order_id).where(
        InvoicedDelivery.run_id == run_id, InvoicedDelivery.invoice_id == invoice_id
    )


def _payments(run_id: int, invoices: Any) -> Select[Any]:
    kept = (Reconciliation.run_id == run_id, Reconciliation.invoice_id.in_(invoices))
    return select(Reconciliation.payment_id).where(*kept)
