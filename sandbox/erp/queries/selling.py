"""What the sales desk's screens read, relations loaded."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager, joinedload

from sandbox.core.errors import NotFound
from sandbox.crm.models import Customer, Message
from sandbox.erp.models import (
    Order,
    OrderLine,
    OrderStatus,
    Quote,
    QuoteLine,
    QuoteStatus,
)
from sandbox.erp.models.order_life import UNDER_WAY
from sandbox.erp.queries.paging import Page, paged, searched
from sandbox.journal.models import JournalEntry
from sandbox.supply.models import Product
from sandbox.supply.queries import one

QUOTE_SORTS: dict[str, Any] = {
    "ref": Quote.reference,
    "customer": Customer.name,
    "date": Quote.drawn_up_at,
    "until": Quote.valid_until,
    "total": Quote.gross,
}
ORDER_SORTS: dict[str, Any] = {
    "ref": Order.reference,
    "customer": Customer.name,
    "received": Order.received_at,
    "promised": Order.promised_on,
    "total": Order.gross,
}


@dataclass(frozen=True)
class Linked:
    """A document that follows from another; ``left`` is what is due of ``gross``, in cents."""

    kind: str
    id: int
    reference: str
    left: int
    gross: int = 0


def quotes(
    session: Session, run_id: int, *, q: str = "", state: str = "", sort: str = "", page: int = 1
) -> Page:
    """One page of quotes: newest first, unless asked otherwise."""
    wanted = (
        select(Quote)
        .join(Quote.customer)
        .where(Quote.run_id == run_id, *searched(q, Quote.reference, Customer.name))
        .options(contains_eager(Quote.customer))
    )
    if state in set(QuoteStatus):
        wanted = wanted.where(Quote.status == state)
    return paged(session, wanted, QUOTE_SORTS, sort, Quote.id.desc(), page)


def orders(
    session: Session, run_id: int, *, q: str = "", state: str = "", sort: str = "", page: int = 1
) -> Page:
    """One page of orders: newest first, unless asked otherwise."""
    found = searched(q, Order.reference, Order.customer_reference, Customer.name)
    wanted = (
        select(Order)
        .join(Order.customer)
        .where(Order.run_id == run_id, *found)
        .options(contains_eager(Order.customer))
    )
    if state == "under_way":
        wanted = wanted.where(Order.status.in_(sorted(UNDER_WAY)))
    elif state in set(OrderStatus):
        wanted = wanted.where(Order.status == state)
    return paged(session, wanted, ORDER_SORTS, sort, Order.id.desc(), page)


def quote_of(session: Session, run_id: int, quote_id: int) -> Quote:
    """A quote with all that its page shows; raises NotFound."""
    return one(session, run_id, Quote, quote_id)


def order_of(session: Session, run_id: int, order_id: int) -> Order:
    """An order with all that its page shows, two statements; raises NotFound."""
    lines = joinedload(Order.lines).joinedload(OrderLine.product)
    quoted = joinedload(Order.quote).selectinload(Quote.lines).joinedload(QuoteLine.product)
    found = session.scalars(
        select(Order)
        .where(Order.run_id == run_id, Order.id == order_id)
        .options(joinedload(Order.customer), lines, quoted)
    )
    order: Order | None = found.unique().one_or_none()
    if order is None:
        raise NotFound(kind=Order.__kind__, reference=order_id)
    return order


def customer_called(session: Session, run_id: int, reference: str) -> Customer | None:
    """A customer by reference, if there is one."""
    return session.scalar(
        select(Customer).where(Customer.run_id == run_id, Customer.reference == reference)
    )


def customer_of(session: Session, run_id: int, customer_id: int) -> Customer:
    """A customer by id; raises NotFound."""
    return one(session, run_id, Customer, customer_id)


def enquiry_of(session: Session, run_id: int, message_id: int | None) -> Message | None:
    """The message that a quote answers, its customer loaded; None when there is none."""
    return session.scalar(
        select(Message)
        .where(Message.run_id == run_id, Message.id == message_id, Message.outgoing.is_(False))
        .options(joinedload(Message.customer))
    )


def customers_to_quote(session: Session, run_id: int) -> Sequence[Customer]:
    """Customers to choose from, by name."""
    return session.scalars(
        select(Customer).where(Customer.run_id == run_id).order_by(Customer.name)
    ).all()


def products_on_sale(session: Session, run_id: int) -> Sequence[Product]:
    """The catalogue, by reference."""
    return session.scalars(
        select(Product).where(Product.run_id == run_id).order_by(Product.reference)
    ).all()


def story_of(session: Session, run_id: int, *references: str) -> Sequence[JournalEntry]:
    """Entries about these references, oldest first."""
    return session.scalars(
        select(JournalEntry)
        .where(JournalEntry.run_id == run_id, JournalEntry.reference.in_(references))
        .order_by(JournalEntry.seq)
    ).all()


def orders_of_quote(session: Session, run_id: int, quote_id: int) -> list[Linked]:
    """Orders that a quote led to."""
    rows = session.execute(
        select(Order.id, Order.reference)
        .where(Order.run_id == run_id, Order.quote_id == quote_id)
        .order_by(Order.id)
    )
    return [Linked("order", row.id, row.reference, 0) for row in rows]
