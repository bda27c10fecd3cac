"""Periodic invoices: the notes that they cover, and what left without being invoiced yet."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from sandbox.core.errors import NotFound
from sandbox.crm.models import Customer
from sandbox.erp.models import DeliveryLine, DeliveryNote, Invoice, InvoicedDelivery, Order


def covered(session: Session, invoice: Invoice) -> Sequence[InvoicedDelivery]:
    """The delivery notes of a periodic invoice, with their orders; of another one, nothing."""
    if not invoice.periodic:
        return ()
    return session.scalars(
        select(InvoicedDelivery)
        .where(InvoicedDelivery.run_id == invoice.run_id, InvoicedDelivery.invoice_id == invoice.id)
        .order_by(InvoicedDelivery.id)
        .options(joinedload(InvoicedDelivery.delivery), joinedload(InvoicedDelivery.order))
    ).all()


def deliveries_of(session: Session, invoice: Invoice) -> list[DeliveryNote]:
    """The delivery notes that an invoice charges; the one of an ordinary invoice is loaded."""
    if invoice.periodic:
        return [part.delivery for part in covered(session, invoice)]
    alone = invoice.delivery if _has(invoice, "delivery") else None
    return [alone] if alone else []


def orders_of(session: Session, invoice: Invoice) -> list[Order]:
    """The orders that an invoice charges, each once."""
    if invoice.periodic:
        return list(dict.fromkeys(part.order for part in covered(session, invoice)))
    alone = invoice.order if _has(invoice, "order") else None
    return [alone] if alone else []


def _has(invoice: Invoice, name: str) -> bool:
    """Whether an invoice has a document of its own, be it written yet or about to be."""
    return getattr(invoice, f"{name}_id") is not None or name in invoice.__dict__


def papers_of(session: Session, invoice: Invoice) -> list[tuple[str, str]]:
    """Documents of the sale that may be joined to a suspended invoice: reference and name."""
    notes = [(note.reference, "Bon de livraison") for note in deliveries_of(session, invoice)]
    orders = [(order.reference, "Commande du client") for order in orders_of(session, invoice)]
    return [(reference, f"{name} {reference}") for reference, name in notes + orders]


def notes_charged(session: Session, invoice: Invoice) -> list[int]:
    """Ids of the delivery notes that an invoice charges: one, several, or none."""
    return [note.id for note in deliveries_of(session, invoice)]


def charging(run_id: int, deliveries: Sequence[int]) -> ColumnElement[bool]:
    """The condition on an invoice of the run that it charges one of these notes."""
    among = select(InvoicedDelivery.invoice_id).where(
        InvoicedDelivery.run_id == run_id, InvoicedDelivery.delivery_id.in_(deliveries)
    )
    return and_(
        Invoice.run_id == run_id,
        or_(Invoice.delivery_id.in_(deliveries), Invoice.id.in_(among)),
    )


def notes_named(session: Session, run_id: int, ids: Collection[int]) -> Sequence[DeliveryNote]:
    """These delivery notes, relations loaded; raises NotFound when one is not of the run."""
    found = session.scalars(
        select(DeliveryNote)
        .where(DeliveryNote.run_id == run_id, DeliveryNote.id.in_(ids))
        .order_by(DeliveryNote.id)
        .options(*DeliveryNote.full())
    ).all()
    for missing in set(ids) - {note.id for note in found}:
        raise NotFound(kind=DeliveryNote.__kind__, reference=missing)
    return found


def to_invoice(session: Session, run_id: int) -> Sequence[DeliveryNote]:
    """Notes that left and are not invoiced, by customer then by departure, lines loaded."""
    return session.scalars(
        select(DeliveryNote)
        .join(DeliveryNote.customer)
        .where(
            DeliveryNote.run_id == run_id,
            DeliveryNote.shipped_at.is_not(None),
            DeliveryNote.invoiced.is_(False),
        )
        .order_by(Customer.name, DeliveryNote.shipped_at, DeliveryNote.id)
        .options(
            joinedload(DeliveryNote.customer),
            joinedload(DeliveryNote.order),
            selectinload(DeliveryNote.lines).joinedload(DeliveryLine.order_line),
            selectinload(DeliveryNote.lines).joinedload(DeliveryLine.product),
        )
    ).all()
