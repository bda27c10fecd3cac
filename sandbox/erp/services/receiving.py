"""Suppliers' e-invoices: brought by our platform, answered by the learner as their buyer."""

from sandbox.core.context import Context
from sandbox.erp.errors.billing import NotTheirStatus, PlatformHasAnswered, WrongReason
from sandbox.erp.models import PlatformEvent
from sandbox.erp.platform.reasons import allowed, reason_of
from sandbox.erp.platform.statuses import Party, Status, may_follow, may_set
from sandbox.erp.queries.platform import events_received
from sandbox.journal import record, use_case
from sandbox.journal.payloads import (
    SupplierInvoiceApproved,
    SupplierInvoiceDisputed,
    SupplierInvoiceStatusSet,
)
from sandbox.supply.errors import AlreadyDecidedInvoice, DifferencesUnsettled, NotMatched
from sandbox.supply.models import SupplierInvoice, SupplierInvoiceStatus
from sandbox.supply.services import approve_supplier_invoice, dispute_supplier_invoice

_CONTESTED = (Status.DISPUTED, Status.REFUSED)


def last_status(ctx: Context, invoice: SupplierInvoice) -> Status:
    """The last status of a supplier's invoice; none before the platform has brought it."""
    events = events_received(ctx.session, ctx.run.id, invoice.id)
    return events[-1].status if events else Status.NONE


def _keep(
    ctx: Context, invoice: SupplierInvoice, party: Party, status: Status, reason: str = ""
) -> None:
    row = PlatformEvent(supplier_invoice_id=invoice.id, at=ctx.now(), code=status, party=party)
    row.reason = reason
    ctx.add(row)


@use_case()
def bring_supplier_invoice(ctx: Context, supplier_invoice: SupplierInvoice) -> SupplierInvoice:
    """Our platform receives a supplier's invoice and shows it to us (the platform acts)."""
    if last_status(ctx, supplier_invoice) == Status.NONE:
        for status in (Status.RECEIVED, Status.AVAILABLE):
            _keep(ctx, supplier_invoice, Party.RECEIVING_PLATFORM, status)
    return supplier_invoice


@use_case()
def relay_decision(ctx: Context, supplier_invoice: SupplierInvoice, *, status: int) -> None:
    """Tell the supplier what the purchasing desk has decided (the platform acts)."""
    wanted = Status(status)
    if may_follow(Party.BUYER, wanted, last_status(ctx, supplier_invoice)):
        reason = "AUTRE" if wanted == Status.DISPUTED else ""
        _keep(ctx, supplier_invoice, Party.BUYER, wanted, reason)


@use_case(
    minutes=2,
    emits=(SupplierInvoiceStatusSet, SupplierInvoiceApproved, SupplierInvoiceDisputed),
    refuses=(NotTheirStatus, WrongReason, PlatformHasAnswered, AlreadyDecidedInvoice),
    warns=(NotMatched, DifferencesUnsettled),
)
def answer_supplier_invoice(
    ctx: Context, supplier_invoice: SupplierInvoice, *, status: int, reason: str = ""
) -> SupplierInvoice:
    """Set a status on a supplier's invoice: take in hand, approve, dispute, suspend, refuse."""
    wanted = _checked(ctx, supplier_invoice, status, reason)
    _keep(ctx, supplier_invoice, Party.BUYER, wanted, reason)
    if wanted == Status.APPROVED:
        approve_supplier_invoice(ctx, supplier_invoice)
    disputed = supplier_invoice.status == SupplierInvoiceStatus.DISPUTED
    if wanted in _CONTESTED and not disputed:
        dispute_supplier_invoice(ctx, supplier_invoice, reason=reason_of(reason).meaning)
    payload = SupplierInvoiceStatusSet(supplier_invoice.supplier.reference, wanted, reason)
    record(ctx, supplier_invoice.reference, payload)
    return supplier_invoice


def _checked(ctx: Context, invoice: SupplierInvoice, code: int, reason: str) -> Status:
    status = Status(code) if code in set(Status) else Status.NONE
    shown = f"{code} {status.label}"
    if not may_set(Party.BUYER, status):
        raise NotTheirStatus(party=Party.BUYER.label, status=shown)
    if not allowed(status, reason):
        raise WrongReason(reason=reason or "—", status=shown)
    if not may_follow(Party.BUYER, status, last_status(ctx, invoice)):
        raise PlatformHasAnswered(reference=invoice.reference)
    return status
