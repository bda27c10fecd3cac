"""What a periodic invoice covers: the delivery notes of a month, and each one's part of it."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from sandbox.core.orm import SAME_RUN, Base, Cents, InRun, in_run
from sandbox.erp.models.delivery import DeliveryNote
from sandbox.erp.models.invoice import Invoice
from sandbox.erp.models.order import Order


class InvoicedDelivery(InRun, Base):
    """A delivery note among those of a periodic invoice (CGI art. 289-I-3).

    ``gross`` is its part of the invoice, VAT included and lent packaging left out, in cents: the
    parts add up to the invoice. ``carriage`` is what the note's order is charged of it, without
    VAT.
    """

    __tablename__ = "invoiced_delivery"
    __table_args__ = (
        in_run("invoice_id", "invoice"),
        in_run("delivery_id", "delivery_note"),
        in_run("order_id", "customer_order"),
        Index(None, "run_id", "invoice_id"),
        Index(None, "run_id", "delivery_id"),
        Index(None, "run_id", "order_id"),
    )

    invoice_id: Mapped[int]
    delivery_id: Mapped[int]
    order_id: Mapped[int]
    gross: Mapped[Cents]
    carriage: Mapped[Cents] = mapped_column(default=0)

    invoice: Mapped[Invoice] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    delivery: Mapped[DeliveryNote] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    order: Mapped[Order] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
