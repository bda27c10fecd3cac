"""What the approved platform keeps: the directory, and the statuses of each invoice."""

from datetime import date, datetime

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from sandbox.core.orm import SAME_RUN, Base, InRun, in_run
from sandbox.erp.models.invoice import Invoice
from sandbox.erp.platform.statuses import Party, Status
from sandbox.supply.models import SupplierInvoice


class DirectoryLine(InRun, Base):
    """An electronic address of the directory and who receives there; closed, never deleted."""

    __tablename__ = "directory_line"
    __table_args__ = (Index(None, "run_id", "siren"),)

    address: Mapped[str]
    siren: Mapped[str]
    name: Mapped[str]
    platform: Mapped[str]
    opens_on: Mapped[date]
    closes_on: Mapped[date | None]
    wants_order_number: Mapped[bool] = mapped_column(default=False)


class PlatformEvent(InRun, Base):
    """A status set on an invoice of ours, or on one that a supplier sent us; never changed."""

    __tablename__ = "platform_event"
    __table_args__ = (
        in_run("invoice_id", "invoice"),
        in_run("supplier_invoice_id", "supplier_invoice"),
        Index(None, "run_id", "invoice_id"),
        Index(None, "run_id", "supplier_invoice_id"),
    )

    invoice_id: Mapped[int | None]
    supplier_invoice_id: Mapped[int | None]
    at: Mapped[datetime]
    code: Mapped[int]
    party: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(Text, default="")
    document: Mapped[str] = mapped_column(default="")

    invoice: Mapped[Invoice | None] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    supplier_invoice: Mapped[SupplierInvoice | None] = relationship(
        lazy="raise_on_sql", overlaps=SAME_RUN
    )

    @property
    def status(self) -> Status:
        """The status, with its French name and its rules."""
        return Status(self.code)

    @property
    def set_by(self) -> Party:
        """Whoever set it."""
        return Party(self.party)
