"""Finding any record of a run by its reference or its name."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import starmap
from typing import Any

from sqlalchemy import Select, func, literal, or_, select, text, union_all
from sqlalchemy.orm import Session

from sandbox.crm.complaints import Complaint
from sandbox.crm.models import Customer, Message
from sandbox.crm.privacy import PrivacyRequest
from sandbox.erp.models import (
    BankLine,
    CreditNote,
    DeliveryNote,
    Invoice,
    Order,
    Payment,
    Quote,
)
from sandbox.erp.models.insolvency import Insolvency
from sandbox.erp.models.litigation import LitigationFile
from sandbox.erp.models.solvency import SolvencyFile
from sandbox.supply.models import Arrival, Product, PurchaseOrder, Supplier

LIMIT = 24
EACH = 4
Row = Select[str, int, str, str]


@dataclass(frozen=True)
class Hit:
    """A record found: its kind, its row, its reference and the name beside it."""

    kind: str
    row_id: int
    reference: str
    name: str


def find(session: Session, run_id: int, words: str) -> list[Hit]:
    """Records whose reference or name holds these words, in one statement."""
    sought = words.strip().lower()
    selects = [
        query.where(
            or_(*(func.lower(column).contains(sought, autoescape=True) for column in columns))
        )
        for query, columns in _everything(run_id).values()
    ]
    return _hits(session, selects, LIMIT)


def named(session: Session, run_id: int, reference: str) -> Hit | None:
    """The record of this very reference, in one statement."""
    selects = [
        query.where(columns[0] == reference)
        for query, columns in (*_everything(run_id).values(), *_without_screen(run_id))
    ]
    return next(iter(_hits(session, selects, 1)), None)


def seen(session: Session, run_id: int, rows: Sequence[tuple[str, int]]) -> list[Hit]:
    """These records, each a kind and a row, in this order and in one statement; gone ones left out.

    A kind that has no screen of its own is left out as well.
    """
    known = _everything(run_id) | {"message": _of(run_id, "message", Message, Message.subject)}
    selects = []
    for kind in sorted({kind for kind, _ in rows if kind in known}):
        query = known[kind][0]
        ids = [row_id for one, row_id in rows if one == kind]
        selects.append(query.where(query.selected_columns["row_id"].in_(ids)))
    if not selects:
        return []
    hits = {(hit.kind, hit.row_id): hit for hit in starmap(Hit, session.execute(_all(selects)))}
    return [hits[row] for row in rows if row in hits]


def _all(selects: list[Row]) -> Any:
    return selects[0] if len(selects) == 1 else union_all(*selects)


def _hits(session: Session, selects: list[Row], limit: int) -> list[Hit]:
    latest = (query.order_by(text("row_id DESC")).limit(EACH).subquery() for query in selects)
    branches = [select(one) for one in latest]
    rows = session.execute(union_all(*branches).limit(limit))
    return [Hit(*row) for row in rows]


def _everything(run_id: int) -> dict[str, tuple[Row, tuple[Any, ...]]]:
    """A select for every kind that has a screen of its own, and the columns to look in."""
    found: dict[str, tuple[Row, tuple[Any, ...]]] = {
        "customer": _of(run_id, "customer", Customer, Customer.name),
        "product": _of(run_id, "product", Product, Product.label),
    }
    documents: dict[str, Any] = {
        "quote": Quote,
        "order": Order,
        "delivery": DeliveryNote,
        "invoice": Invoice,
        "complaint": Complaint,
        "insolvency": Insolvency,
        "litigation": LitigationFile,
        "solvency": SolvencyFile,
        "privacy": PrivacyRequest,
    }
    for kind, model in documents.items():
        query, columns = _of(run_id, kind, model, Customer.name)
        found[kind] = (query.join(model.customer), columns)
    query, columns = _of(run_id, "purchase", PurchaseOrder, Supplier.name)
    found["purchase"] = (query.join(PurchaseOrder.supplier), columns)
    return found


def _without_screen(run_id: int) -> list[tuple[Row, tuple[Any, ...]]]:
    """Records shown on the screen of another one."""
    return [
        _of(run_id, "message", Message, Message.subject),
        _of(run_id, "invoice", CreditNote, CreditNote.reason, CreditNote.invoice_id),
        _of(run_id, "purchase", Arrival, Arrival.reserves, Arrival.purchase_order_id),
        _of(run_id, "payment", Payment, Payment.method),
        _of(run_id, "payment", BankLine, BankLine.label),
    ]


def _of(
    run_id: int, kind: str, model: Any, name: Any, row_id: Any = None
) -> tuple[Row, tuple[Any, ...]]:
    query = select(
        literal(kind).label("kind"),
        (model.id if row_id is None else row_id).label("row_id"),
        model.reference.label("reference"),
        name.label("name"),
    ).where(model.run_id == run_id)
    return query, (model.reference, name)
