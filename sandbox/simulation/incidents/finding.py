"""What an incident bears on: the document named, or the latest that lends itself to it."""

from collections.abc import Sequence
from typing import Any, TypeVar, cast

from sqlalchemy import Select, select
from sqlalchemy.sql.elements import ColumnElement

from sandbox.core.context import Context
from sandbox.core.orm import Referable
from sandbox.crm.models import Customer
from sandbox.erp.models import (
    DeliveryNote,
    DeliveryStatus,
    Invoice,
    Order,
    Payment,
    Quote,
    QuoteStatus,
)
from sandbox.erp.models.order_life import UNDER_WAY
from sandbox.simulation.incidents.kinds import NothingToStrike
from sandbox.supply.models import PurchaseOrder, PurchaseStatus, Supplier

R = TypeVar("R", bound=Referable)


def _latest(
    ctx: Context, kind: type[R], named: str, missing: str, *where: ColumnElement[bool]
) -> R:
    """The row of that reference, or the latest that fits; raises NotFound or NothingToStrike."""
    if named:
        return ctx.find(kind, named)
    fitting: Select[Any] = select(kind).where(kind.run_id == ctx.run.id, *where)
    row = ctx.session.scalar(fitting.order_by(kind.id.desc()).limit(1).options(*kind.full()))
    if row is None:
        raise NothingToStrike(missing=missing)
    return cast(R, row)


def open_purchase(ctx: Context, named: str, supplier: str = "") -> PurchaseOrder:
    """A purchase order still expected."""
    where = [PurchaseOrder.status != PurchaseStatus.RECEIVED]
    if supplier:
        where.append(PurchaseOrder.supplier_id == ctx.find(Supplier, supplier).id)
    return _latest(ctx, PurchaseOrder, named, "aucune commande fournisseur n'est en cours.", *where)


def sent_quote(ctx: Context, named: str, customer: str = "") -> Quote:
    """A quote that waits for its answer."""
    where = [Quote.status == QuoteStatus.SENT, *_of(ctx, Quote.customer_id, customer)]
    return _latest(ctx, Quote, named, "aucun devis n'attend de réponse.", *where)


def order_under_way(ctx: Context, named: str, customer: str = "") -> Order:
    """An order recorded, not yet invoiced."""
    where = [Order.status.in_(sorted(UNDER_WAY)), *_of(ctx, Order.customer_id, customer)]
    return _latest(ctx, Order, named, "aucune commande n'est en cours.", *where)


def delivered(ctx: Context, named: str, customer: str = "") -> DeliveryNote:
    """Goods that have reached a customer."""
    where = [
        DeliveryNote.status == DeliveryStatus.DELIVERED,
        *_of(ctx, DeliveryNote.customer_id, customer),
    ]
    return _latest(ctx, DeliveryNote, named, "rien n'a été livré à ce client.", *where)


def owed_invoice(ctx: Context, named: str, customer: str = "") -> Invoice:
    """An invoice that is still to be paid."""
    where = [Invoice.balance > 0, *_of(ctx, Invoice.customer_id, customer)]
    return _latest(ctx, Invoice, named, "ce client ne doit aucune facture.", *where)


def invoice_with(ctx: Context, named: str, customer: str, statuses: Sequence[str]) -> Invoice:
    """An invoice that stands so with the platform."""
    where = [
        Invoice.platform_status.in_(statuses),
        Invoice.credited.is_(False),
        *_of(ctx, Invoice.customer_id, customer),
    ]
    return _latest(ctx, Invoice, named, "aucune facture ne s'y prête.", *where)


def overdue(ctx: Context, customer: str) -> list[Invoice]:
    """Invoices of a customer past their due date, oldest first."""
    where = (
        Invoice.run_id == ctx.run.id,
        Invoice.balance > 0,
        Invoice.due_on < ctx.today(),
        *_of(ctx, Invoice.customer_id, customer),
    )
    found = select(Invoice).where(*where).order_by(Invoice.due_on, Invoice.id)
    return list(ctx.session.scalars(found.options(*Invoice.full())))


def _of(ctx: Context, column: Any, customer: str) -> list[ColumnElement[bool]]:
    return [column == ctx.find(Customer, customer).id] if customer else []


def recorded_payment(ctx: Context, named: str, customer: str = "") -> Payment:
    """Money that the learner has recorded, and that nobody took back."""
    where = [Payment.given_back == 0, *_of(ctx, Payment.customer_id, customer)]
    return _latest(ctx, Payment, named, "aucun règlement n'est enregistré.", *where)
