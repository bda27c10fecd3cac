"""What the platform's controls and screens read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from sandbox.crm.models import Customer
from sandbox.erp.models import CreditNote, DirectoryLine, Invoice, PlatformEvent
from sandbox.erp.platform.checks import Deposited
from sandbox.erp.platform.statuses import Status
from sandbox.erp.queries.paging import searched
from sandbox.erp.queries.periodic import charging, notes_charged
from sandbox.supply.models import SupplierInvoice

SHOWN = 25


@dataclass(frozen=True)
class Following:
    """An invoice of ours and the last thing that was said of it."""

    event: PlatformEvent
    invoice: Invoice


def events_of(session: Session, run_id: int, invoice_id: int) -> Sequence[PlatformEvent]:
    """Statuses of one of our invoices, in the order in which they were set."""
    return session.scalars(
        select(PlatformEvent)
        .where(PlatformEvent.run_id == run_id, PlatformEvent.invoice_id == invoice_id)
        .order_by(PlatformEvent.id)
    ).all()


def event_of(session: Session, run_id: int, invoice_id: int, event_id: int) -> PlatformEvent | None:
    """One status of one of our invoices."""
    return session.scalar(
        select(PlatformEvent).where(
            PlatformEvent.run_id == run_id,
            PlatformEvent.invoice_id == invoice_id,
            PlatformEvent.id == event_id,
        )
    )


def directory_of(session: Session, run_id: int, siren: str) -> Sequence[DirectoryLine]:
    """Lines of the directory of one company."""
    return session.scalars(
        select(DirectoryLine)
        .where(DirectoryLine.run_id == run_id, DirectoryLine.siren == siren)
        .order_by(DirectoryLine.opens_on, DirectoryLine.id)
    ).all()


def directory(session: Session, run_id: int, q: str) -> Sequence[DirectoryLine]:
    """Lines of the directory that a name, a SIREN or an address finds; none when nothing is asked.

    Nobody lists the real one: it is asked about a company.
    """
    if not q:
        return ()
    wanted = searched(q, DirectoryLine.name, DirectoryLine.siren, DirectoryLine.address)
    return session.scalars(
        select(DirectoryLine)
        .where(DirectoryLine.run_id == run_id, *wanted)
        .order_by(DirectoryLine.name, DirectoryLine.opens_on, DirectoryLine.id)
        .limit(SHOWN)
    ).all()


def deposited_as(session: Session, invoice: Invoice, seller: str) -> Deposited:
    """Whether the number of an invoice was deposited already, as the controls want to know it."""
    found = session.execute(
        select(Invoice.reference, Invoice.issued_on)
        .join(PlatformEvent.invoice)
        .where(
            PlatformEvent.run_id == invoice.run_id,
            PlatformEvent.code == Status.DEPOSITED,
            Invoice.reference == invoice.reference,
        )
    )
    return frozenset((seller, row.issued_on.year, row.reference) for row in found)


def replacement(session: Session, invoice: Invoice) -> Invoice | None:
    """The invoice of the same delivery that was issued after this one, if any."""
    notes = notes_charged(session, invoice)
    if not notes:
        return None
    return session.scalar(
        select(Invoice)
        .where(charging(invoice.run_id, notes), Invoice.id > invoice.id)
        .order_by(Invoice.id)
        .limit(1)
    )


def replaces(session: Session, invoice: Invoice) -> bool:
    """Whether another invoice of the same delivery came before."""
    notes = notes_charged(session, invoice)
    if not notes:
        return False
    before = select(Invoice.id).where(charging(invoice.run_id, notes), Invoice.id < invoice.id)
    return session.scalar(before.limit(1)) is not None


def latest(session: Session, run_id: int) -> list[Following]:
    """Our latest invoices with their last status, the last to have moved first."""
    newest = (
        select(func.max(PlatformEvent.id))
        .where(PlatformEvent.run_id == run_id, PlatformEvent.invoice_id.is_not(None))
        .group_by(PlatformEvent.invoice_id)
    )
    rows = session.execute(
        select(PlatformEvent, Invoice)
        .join(PlatformEvent.invoice)
        .where(PlatformEvent.run_id == run_id, PlatformEvent.id.in_(newest))
        .options(joinedload(Invoice.customer))
        .order_by(PlatformEvent.id.desc())
        .limit(SHOWN)
    )
    return [Following(event, invoice) for event, invoice in rows]


def reported(
    session: Session, run_id: int, since: date, until: date
) -> tuple[Sequence[Invoice], Sequence[CreditNote]]:
    """Invoices and credit notes to consumers and abroad, dated between two days, lines loaded."""
    apart = or_(Customer.business.is_(False), Customer.country.not_in(("FR", "MC")))
    invoices = session.scalars(
        select(Invoice)
        .join(Invoice.customer)
        .where(Invoice.run_id == run_id, Invoice.issued_on.between(since, until), apart)
        .order_by(Invoice.issued_on, Invoice.id)
        .options(joinedload(Invoice.customer), selectinload(Invoice.lines))
    ).all()
    notes = session.scalars(
        select(CreditNote)
        .join(CreditNote.customer)
        .where(CreditNote.run_id == run_id, CreditNote.issued_on.between(since, until), apart)
        .where(CreditNote.internal.is_(False))
        .order_by(CreditNote.issued_on, CreditNote.id)
        .options(
            joinedload(CreditNote.customer),
            joinedload(CreditNote.invoice).selectinload(Invoice.lines),
            selectinload(CreditNote.lines),
        )
    ).all()
    return invoices, notes


def received(session: Session, run_id: int) -> Sequence[SupplierInvoice]:
    """Suppliers' invoices that the platform brought, newest first."""
    return session.scalars(
        select(SupplierInvoice)
        .where(SupplierInvoice.run_id == run_id)
        .order_by(SupplierInvoice.id.desc())
        .limit(SHOWN)
        .options(joinedload(SupplierInvoice.supplier), joinedload(SupplierInvoice.purchase_order))
    ).all()


def events_received(
    session: Session, run_id: int, *supplier_invoice_ids: int
) -> Sequence[PlatformEvent]:
    """Statuses of suppliers' invoices, in the order in which they were set."""
    return session.scalars(
        select(PlatformEvent)
        .where(
            PlatformEvent.run_id == run_id,
            PlatformEvent.supplier_invoice_id.in_(supplier_invoice_ids),
        )
        .order_by(PlatformEvent.id)
    ).all()
