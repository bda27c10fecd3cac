"""All that an order's page shows: what was looked up, and whether it still holds."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Generic, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.calendar import working_minutes_between
from sandbox.core.codec import decode
from sandbox.core.run import Run
from sandbox.core.setting import Setting
from sandbox.crm.models import Customer
from sandbox.erp.comparison import Comparison, compare
from sandbox.erp.models import Approval, Order
from sandbox.erp.queries.chain import Link, chain_of
from sandbox.erp.queries.credit import Outstanding, approvals_about, outstanding
from sandbox.erp.queries.selling import Linked, story_of
from sandbox.journal.models import JournalEntry
from sandbox.journal.payloads import OrderCompared, OutstandingConsulted, Payload, StockConsulted
from sandbox.supply.queries import positions

P = TypeVar("P", bound=Payload)


@dataclass(frozen=True)
class LookUp(Generic[P]):
    """What a look-up said and when; ``stale`` when figures have changed or it is too old."""

    at: datetime
    found: P
    stale: bool = False


@dataclass(frozen=True)
class OrderFile:
    """An order and what surrounds it."""

    order: Order
    entries: Sequence[JournalEntry]
    approvals: Sequence[Approval]
    links: Sequence[Link]
    comparison: Comparison | None
    credit: LookUp[OutstandingConsulted] | None
    stock: LookUp[StockConsulted] | None

    @property
    def linked(self) -> list[Linked]:
        """Its delivery notes, its invoices, and those asked in advance, still standing."""
        return [
            Linked(
                "deposit" if each.advance else each.kind, each.id, each.said, each.left, each.gross
            )
            for each in self.links
            if each.kind in ("delivery", "invoice") and not each.credited
        ]

    @property
    def paid(self) -> bool:
        """Whether all that was invoiced of it is paid."""
        invoices = [document for document in self.linked if document.kind == "invoice"]
        return bool(invoices) and not any(document.left for document in invoices)


def file_of(session: Session, run: Run, setting: Setting, order: Order) -> OrderFile:
    """Gather what an order's page shows, in at most five statements beside the order's own."""
    told = story_of(session, run.id, order.reference, order.customer.reference)
    credit = _last(told, OutstandingConsulted, order)
    stock = _last(told, StockConsulted, order)
    compared = any(e.verb == OrderCompared.verb and e.reference == order.reference for e in told)
    return OrderFile(
        order=order,
        entries=[entry for entry in told if _concerns(entry, order)],
        approvals=approvals_about(session, run.id, order.reference),
        links=chain_of(session, order),
        comparison=compare(order) if compared and order.quote is not None else None,
        credit=credit and _credit(session, run, setting, order, credit),
        stock=stock and _stock(session, run, setting, order, stock),
    )


def last_credit(
    session: Session, run_id: int, customer: Customer, about: str = ""
) -> LookUp[OutstandingConsulted] | None:
    """The last look-up of what a customer owes, for one document if it is named."""
    wanted = [
        JournalEntry.run_id == run_id,
        JournalEntry.reference == customer.reference,
        JournalEntry.verb == OutstandingConsulted.verb,
    ]
    if about:
        wanted.append(JournalEntry.payload.contains(f'"about":"{about}"', autoescape=True))
    newest = select(JournalEntry).where(*wanted).order_by(JournalEntry.seq.desc()).limit(1)
    entry = session.scalar(newest)
    return _look_up(entry, OutstandingConsulted) if entry else None


def _look_up(entry: JournalEntry, kind: type[P]) -> LookUp[P]:
    return LookUp(entry.at, decode(kind, json.loads(entry.payload)))


def _concerns(entry: JournalEntry, order: Order) -> bool:
    """Entries on the order, and look-ups of its customer made for it."""
    if entry.reference == order.reference:
        return True
    about = f'"about":"{order.reference}"'
    return entry.verb == OutstandingConsulted.verb and about in entry.payload


def _last(entries: Sequence[JournalEntry], kind: type[P], order: Order) -> LookUp[P] | None:
    for entry in reversed(entries):
        if entry.verb == kind.verb and _concerns(entry, order):
            return _look_up(entry, kind)
    return None


def _credit(
    session: Session,
    run: Run,
    setting: Setting,
    order: Order,
    look_up: LookUp[OutstandingConsulted],
) -> LookUp[OutstandingConsulted]:
    """The look-up of credit, stale when the sums have changed since, or with age."""
    if not order.to_check:
        return look_up
    now = outstanding(session, run.id, order.customer, run.clock.date(), order)
    changed = _sums(now) != _sums(look_up.found)
    return replace(look_up, stale=changed or _old(run, setting, look_up.at))


def _sums(found: Outstanding | OutstandingConsulted) -> tuple[int, ...]:
    return (found.invoiced_unpaid, found.orders_not_invoiced, found.this_order, found.limit)


def _stock(
    session: Session,
    run: Run,
    setting: Setting,
    order: Order,
    look_up: LookUp[StockConsulted],
) -> LookUp[StockConsulted]:
    """The look-up of stock, stale when it has moved since, or with age."""
    if not order.to_check:
        return look_up
    products = {line.product.id: line.product for line in order.lines}
    now = positions(session, run.id, list(products.values()))
    before = {position.product: position for position in look_up.found.positions}
    changed = any(before.get(position.product) != position for position in now)
    return replace(look_up, stale=changed or _old(run, setting, look_up.at))


def _old(run: Run, setting: Setting, at: datetime) -> bool:
    valid = setting.procedures.credit.check_valid_minutes
    return working_minutes_between(at, run.clock) > valid
