"""What the platform's screens show: the life of an invoice, what to do, the directory."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sandbox.core.pricing import VatRow
from sandbox.core.setting import Setting
from sandbox.erp.models import CreditNote, DirectoryLine, Invoice, PlatformEvent, PricedLine
from sandbox.erp.platform.checks import Finding
from sandbox.erp.platform.directory import is_open
from sandbox.erp.platform.obligations import (
    Size,
    duties,
    fine_for_mentions,
    fine_off_platform,
)
from sandbox.erp.platform.reasons import CODES, reason_of
from sandbox.erp.platform.reporting import Sale
from sandbox.erp.platform.roads import OWN_PLATFORM, road_of
from sandbox.erp.platform.statuses import Party, Status, offered
from sandbox.erp.services.lines import vat_of
from sandbox.erp.services.sending import said_to, still_wrong
from sandbox.supply.models import SupplierInvoice

KINDS = {
    Status.NONE: "neutral",
    Status.APPROVED: "ok",
    Status.CASHED: "ok",
    Status.PAYMENT_SENT: "ok",
    Status.PARTLY_APPROVED: "warn",
    Status.DISPUTED: "warn",
    Status.SUSPENDED: "warn",
    Status.REFUSED: "bad",
    Status.REJECTED: "bad",
}
ICONS = {
    Status.DEPOSITED: "cloud-check",
    Status.ISSUED: "send",
    Status.RECEIVED: "cloud-download",
    Status.AVAILABLE: "eye",
    Status.IN_HAND: "person-check",
    Status.APPROVED: "check-circle",
    Status.PARTLY_APPROVED: "check-circle",
    Status.DISPUTED: "exclamation-circle",
    Status.SUSPENDED: "pause-circle",
    Status.COMPLETED: "paperclip",
    Status.REFUSED: "x-circle",
    Status.PAYMENT_SENT: "bank",
    Status.CASHED: "bank",
    Status.REJECTED: "x-circle",
}
_ORDER_NUMBER = frozenset({"CMD_ERR", "REJ_CONT_B2G"})
# An invoice that we receive is answered with these, from the inbox.
ANSWERS = (
    Status.IN_HAND,
    Status.APPROVED,
    Status.DISPUTED,
    Status.SUSPENDED,
    Status.REFUSED,
)


@dataclass(frozen=True)
class Step:
    """One status, as the status line tells it."""

    event_id: int
    icon: str
    code: int
    label: str
    who: str
    at: datetime
    why: str
    reason: str
    said: str


@dataclass(frozen=True)
class Way:
    """What is done about an invoice that was stopped, and what is left to do."""

    wrong: Finding | None
    replacement: Invoice | None
    wants_number: bool


@dataclass(frozen=True)
class Received:
    """A supplier's invoice in the inbox: its status, and the answers that may be given."""

    invoice: SupplierInvoice
    last: Status
    steps: list[Step]
    answers: list[tuple[str, str]]


def pill(status: Status) -> tuple[str, str]:
    """Label and colour of a status."""
    code = f"{status:d} " if status else ""
    return f"{code}{status.label}", KINDS.get(status, "info")


def steps(events: Iterable[PlatformEvent], seller: str, buyer: str) -> list[Step]:
    """The status line of an invoice, oldest first."""
    return [_step(event, {Party.SELLER: seller, Party.BUYER: buyer}) for event in events]


def _step(event: PlatformEvent, names: dict[Party, str]) -> Step:
    meaning = reason_of(event.reason).meaning if event.reason else ""
    joined = f"Pièce jointe : {event.document}" if event.document else ""
    return Step(
        event_id=event.id,
        icon=ICONS[event.status],
        code=event.code,
        label=event.status.label,
        who=names.get(event.set_by, event.set_by.label),
        at=event.at,
        why=meaning[:1].upper() + meaning[1:],
        reason=event.reason,
        said=event.note or joined,
    )


def panel(
    invoice: Invoice,
    events: Sequence[PlatformEvent],
    way: Way | None,
    note: CreditNote | None,
    setting: Setting,
    papers: Sequence[tuple[str, str]],
) -> dict[str, Any]:
    """The platform's panel on an invoice's page."""
    return {
        "pill": pill(invoice.last_status),
        "road": invoice.road.label,
        "steps": steps(events, setting.company.name, invoice.customer.name),
        "older": not events and invoice.last_status != Status.NONE,
        "own": OWN_PLATFORM,
        "way": way,
        "stages": stages(invoice, way, note) if way else [],
        "papers": papers,
        "address": said_to(invoice)["address"],
    }


def way_out(
    invoice: Invoice,
    lines: Sequence[DirectoryLine],
    replacement: Invoice | None,
    setting: Setting,
    today: date,
) -> Way:
    """What is still wrong with the record of a customer whose invoice was stopped."""
    wants = invoice.platform_reason in _ORDER_NUMBER
    missing = wants and invoice.order is not None and not invoice.order.customer_reference
    wrong = still_wrong(setting, invoice, lines, today)
    return Way(wrong, replacement, missing)


def stages(
    invoice: Invoice, way: Way, note: CreditNote | None
) -> list[tuple[str, str, dict[str, int], str]]:
    """Label, endpoint with its arguments, and state of each step out of a rejection."""
    corrected = not (way.wrong or way.wants_number)
    credit = f"Avoir interne {note.reference}" if note else "Avoir interne"
    anew = f"Facture {way.replacement.reference}" if way.replacement else "Nouvelle facture"
    states = [note is not None, corrected, way.replacement is not None]
    here = next((number for number, done in enumerate(states) if not done), len(states))
    said = ["done" if done else "here" if n == here else "todo" for n, done in enumerate(states)]
    again = _anew(invoice, way)
    return [
        (credit, "", {}, said[0]),
        ("Fiche corrigée", "crm.edit_customer", {"customer_id": invoice.customer_id}, said[1]),
        (anew, *again, said[2]),
    ]


def _anew(invoice: Invoice, way: Way) -> tuple[str, dict[str, int]]:
    if way.replacement:
        return "erp.invoice", {"invoice_id": way.replacement.id}
    if invoice.credited and invoice.periodic:
        return "erp.to_invoice", {}
    if invoice.credited and invoice.delivery_id:
        return "erp.delivery", {"delivery_id": invoice.delivery_id}
    return "", {}


def law_of(today: date) -> dict[str, Any]:
    """What the law asks of a firm of our size on a day, and what it costs not to."""
    return {
        "today": today,
        "duties": duties(Size.SMALL, today),
        "fine_off_platform": fine_off_platform,
        "fine_for_mentions": fine_for_mentions,
    }


def line_state(line: DirectoryLine, today: date) -> tuple[str, str]:
    """Pill of a line of the directory on a day."""
    if is_open(line, today):
        return "Ouverte", "ok"
    return ("Pas encore ouverte", "neutral") if line.opens_on > today else ("Fermée", "bad")


def sales(invoices: Iterable[Invoice], notes: Iterable[CreditNote], setting: Setting) -> list[Sale]:
    """Invoices and credit notes as e-reporting counts them."""
    told = [_sale(i, i.lines, setting, 1) for i in invoices]
    return told + [_sale(n, n.told, setting, -1) for n in notes]


def _sale(
    row: Invoice | CreditNote, lines: Sequence[PricedLine], setting: Setting, sign: int
) -> Sale:
    """Deposits of packaging are no sale: they are not reported."""
    carriage_vat = vat_of(setting.procedures.sales.carriage_vat, row.customer)
    sold = [line for line in lines if not line.lent]
    foot = row.foot(sold, row.carriage, carriage_vat)
    return Sale(
        reference=row.reference,
        customer=row.customer.name,
        country=row.customer.country,
        road=road_of(row.customer),
        on=row.issued_on,
        rows=tuple(VatRow(r.rate, sign * r.base, sign * r.vat) for r in foot.vat_rows),
    )


def inbox(
    invoices: Iterable[SupplierInvoice], events: Sequence[PlatformEvent], company: str
) -> list[Received]:
    """Suppliers' invoices with their status and what may be answered."""
    return [
        _received(invoice, [e for e in events if e.supplier_invoice_id == invoice.id], company)
        for invoice in invoices
    ]


def _received(invoice: SupplierInvoice, events: Sequence[PlatformEvent], company: str) -> Received:
    last = events[-1].status if events else Status.NONE
    told = steps(events, invoice.supplier.name, company)
    possible = set(offered(Party.BUYER, last))
    return Received(invoice, last, told, answers(possible))


def answers(possible: set[Status]) -> list[tuple[str, str]]:
    """Answers to choose from, one a status and reason: « 207:PU_ERR »."""
    found = []
    for status in (status for status in ANSWERS if status in possible):
        if status not in CODES:
            found.append((f"{status:d}:", status.label))
        found += [
            (f"{status:d}:{code}", f"{status.label} : {reason_of(code).meaning}")
            for code in CODES.get(status, ())
        ]
    return found
