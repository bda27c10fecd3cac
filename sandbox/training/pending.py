"""Pending business of a run, one select a kind: row, a name for it, what it is about."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Integer,
    Select,
    SQLColumnExpression,
    bindparam,
    exists,
    func,
    select,
)

from sandbox.core.orm import CompanyTime
from sandbox.core.setting import DunningStep
from sandbox.crm.models import Customer, Message
from sandbox.erp.models import (
    Approval,
    ApprovalStatus,
    BankLine,
    DeliveryNote,
    DeliveryStatus,
    Invoice,
    Order,
    OrderStatus,
    Payment,
    Quote,
    QuoteStatus,
)
from sandbox.journal.models import JournalEntry
from sandbox.journal.payloads import DifferencesRaised, OrderCorrected
from sandbox.supply.models import Arrival, Product, PurchaseOrder, PurchaseOrderLine, Reservation

Found = Select[int, str, str]
Text = SQLColumnExpression[str]

RUN: ColumnElement[int] = bindparam("run_id", type_=Integer)
TODAY: ColumnElement[date] = bindparam("today", type_=Date)
LEFT_BEFORE: ColumnElement[datetime] = bindparam("left_before", type_=CompanyTime())
SENT_BEFORE: ColumnElement[datetime] = bindparam("sent_before", type_=CompanyTime())


def _named(row_id: SQLColumnExpression[int], name: Text, about: Text) -> Found:
    return select(row_id.label("row_id"), name.label("name"), about.label("about"))


def _of_customers(kind: Any) -> Found:
    """Documents of a kind, named by their reference and their customer."""
    return (
        _named(kind.id, kind.reference, Customer.name).join(kind.customer).where(kind.run_id == RUN)
    )


def unread() -> Found:
    """Messages not read yet, oldest first; practice mail presses nobody."""
    return (
        _named(Message.id, Message.sender_name, Message.subject)
        .outerjoin(Message.customer)
        .where(
            Message.run_id == RUN,
            Message.outgoing.is_(False),
            Message.read_at.is_(None),
            Customer.practice.is_not(True),
        )
        .order_by(Message.at, Message.id)
    )


def enquiries() -> Found:
    """Enquiries that no quote answers, practice ones left aside."""
    answered = exists().where(Quote.run_id == RUN, Quote.enquiry_id == Message.id)
    return (
        _named(Message.id, Message.sender_name, Message.subject)
        .outerjoin(Message.customer)
        .where(
            Message.run_id == RUN,
            Message.outgoing.is_(False),
            Message.topic == "enquiry",
            Customer.practice.is_not(True),
            ~answered,
        )
        .order_by(Message.at, Message.id)
    )


def drafts() -> Found:
    """Quotes not sent, unless an approval is awaited."""
    return (
        _of_customers(Quote)
        .where(Quote.status == QuoteStatus.DRAFT, ~undecided(Quote.reference))
        .order_by(Quote.id)
    )


def silent_quotes() -> Found:
    """Quotes sent some days ago and neither answered nor followed up."""
    return (
        _of_customers(Quote)
        .where(
            Quote.status == QuoteStatus.SENT,
            Quote.followed_up_at.is_(None),
            Quote.sent_at < SENT_BEFORE,
        )
        .order_by(Quote.id)
    )


def undecided(reference: Text) -> ColumnElement[bool]:
    """Whether an answer of the management is awaited on a document."""
    return exists().where(
        Approval.run_id == RUN,
        Approval.about == reference,
        Approval.status == ApprovalStatus.REQUESTED,
    )


def argued() -> ColumnElement[bool]:
    """Whether the customer has been told of differences and has not corrected them."""
    raised, corrected = (
        exists().where(
            JournalEntry.run_id == RUN,
            JournalEntry.reference == Order.reference,
            JournalEntry.verb == payload.verb,
        )
        for payload in (DifferencesRaised, OrderCorrected)
    )
    return raised & ~corrected


def to_check() -> ColumnElement[bool]:
    """Whether an order received waits for nobody but the learner."""
    return ~undecided(Order.reference) & ~argued()


def orders(status: OrderStatus, also: ColumnElement[bool]) -> Found:
    """Orders of a status, oldest first."""
    return (
        _of_customers(Order)
        .where(Order.status == status, also)
        .order_by(Order.received_at, Order.id)
    )


def ready_orders() -> Found:
    """Orders with goods set aside and no delivery under preparation."""
    set_aside = exists().where(Reservation.run_id == RUN, Reservation.document == Order.reference)
    leaving = exists().where(
        DeliveryNote.run_id == RUN,
        DeliveryNote.order_id == Order.id,
        DeliveryNote.status == DeliveryStatus.PREPARED,
    )
    return (
        _of_customers(Order)
        .where(
            Order.status.in_((OrderStatus.RECORDED, OrderStatus.PARTLY_SHIPPED)),
            set_aside,
            ~leaving,
        )
        .order_by(Order.promised_on, Order.id)
    )


def deliveries(status: DeliveryStatus, also: ColumnElement[bool]) -> Found:
    """Delivery notes of a status."""
    return (
        _of_customers(DeliveryNote)
        .where(DeliveryNote.status == status, also)
        .order_by(DeliveryNote.id)
    )


def not_invoiced() -> Found:
    """Goods gone and not invoiced, for customers who want an invoice each time."""
    return _gone().where(Customer.monthly_invoice.is_(False))


def not_invoiced_this_month() -> Found:
    """Goods gone in a month that is over or nearly so, for customers with periodic invoices."""
    over = DeliveryNote.shipped_at < LEFT_BEFORE
    return _gone().where(Customer.monthly_invoice.is_(True), over)


def _gone() -> Found:
    left = DeliveryNote.status.in_((DeliveryStatus.SHIPPED, DeliveryStatus.DELIVERED))
    return (
        _of_customers(DeliveryNote)
        .where(left, DeliveryNote.invoiced.is_(False))
        .order_by(DeliveryNote.id)
    )


def arrivals() -> Found:
    """Trucks at the dock, not booked."""
    return (
        _named(Arrival.purchase_order_id, Arrival.reference, PurchaseOrder.reference)
        .join(Arrival.purchase_order)
        .where(Arrival.run_id == RUN, Arrival.booked_at.is_(None))
        .order_by(Arrival.id)
    )


def bank_lines() -> Found:
    """Money on the bank account, not recorded."""
    return (
        _named(BankLine.id, BankLine.reference, BankLine.label)
        .where(BankLine.run_id == RUN, BankLine.recorded.is_(False))
        .order_by(BankLine.id)
    )


def payments() -> Found:
    """Payments not wholly set against invoices."""
    return _of_customers(Payment).where(Payment.left > 0).order_by(Payment.id)


def late(step: DunningStep, previous: DunningStep | None) -> Found:
    """Late invoices whose next step of the procedure has come."""
    before = (previous.level,) if previous else ("", "pre_reminder")
    promised = Invoice.promised_on.is_not(None) & (Invoice.promised_on >= TODAY)
    return (
        _of_customers(Invoice)
        .where(
            Invoice.balance > 0,
            Invoice.dunning_level.in_(before),
            Invoice.due_on <= _days_ago(step.after_days),
            ~promised,
            ~undecided(Invoice.reference),
        )
        .order_by(Invoice.due_on, Invoice.id)
    )


def _days_ago(days: int) -> ColumnElement[date]:
    return bindparam(f"ago_{days}", type_=Date)


def short_products() -> Found:
    """Products under their reorder point, what is on order counted."""
    on_order = (
        select(func.coalesce(func.sum(PurchaseOrderLine.ordered - PurchaseOrderLine.received), 0))
        .where(PurchaseOrderLine.run_id == RUN, PurchaseOrderLine.product_id == Product.id)
        .scalar_subquery()
    )
    return (
        _named(Product.id, Product.reference, Product.label)
        .where(
            Product.run_id == RUN,
            Product.stocked.is_(True),
            Product.physical - Product.reserved + on_order < Product.reorder_point,
        )
        .order_by(Product.reference)
    )
