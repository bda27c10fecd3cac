"""Credit notes: an issued invoice never changes, what is wrong in it is taken back."""

from collections import Counter

from sandbox.core.context import Context
from sandbox.core.money import format_euros
from sandbox.core.units import Cents
from sandbox.crm.models import Customer
from sandbox.erp.errors.billing import AlreadyCredited, AlreadyPaid, BadAmount, NothingLeft
from sandbox.erp.errors.crediting import (
    DepositNotCharged,
    GoodwillAboveDelegation,
    MoreThanInvoiced,
    MoreThanLineNet,
    MustBeWhole,
    NothingCameBack,
    NothingCredited,
    OneOrTheOther,
    OtherDebtor,
    UnknownLine,
    WrongKindOfLine,
)
from sandbox.erp.errors.depositing import DepositDeducted
from sandbox.erp.errors.selling import MissingReason
from sandbox.erp.models import ApprovalKind, CreditKind, CreditLineDraft, CreditNote, Invoice
from sandbox.erp.models.credit import CreditNoteLine, lines_of, taken_back
from sandbox.erp.queries.crediting import charged_for, notes_on, units_returned
from sandbox.erp.services.credit import granted
from sandbox.erp.services.depositing import must_not_be_deducted
from sandbox.erp.services.periodic import set_free
from sandbox.journal import record, use_case
from sandbox.journal.payloads import CreditNoteIssued, CreditNoteUsed

# A whole one has its own gesture, and so has an early payment, which goes with its payment.
NOT_BY_HAND = (CreditKind.CANCELLATION, CreditKind.EARLY_PAYMENT)
GIVEN_BACK = "Emballages consignés rendus."


@use_case(
    minutes=5,
    emits=(CreditNoteIssued,),
    refuses=(MissingReason, AlreadyCredited, AlreadyPaid, DepositDeducted),
)
def issue_credit_note(ctx: Context, invoice: Invoice, *, reason: str) -> CreditNote:
    """Cancel an invoice wholly by a credit note; its deliveries may then be invoiced again."""
    if not reason.strip():
        raise MissingReason
    must_not_be_deducted(ctx, invoice)
    invoice.cancel()
    set_free(ctx.session, invoice)
    note = CreditNote(
        internal=invoice.stopped,
        kind=CreditKind.CANCELLATION,
        left=0,
        carriage=invoice.carriage,
        net=invoice.net,
        vat=invoice.vat,
        gross=invoice.gross,
        lines=[],
    )
    return issue_note(ctx, invoice, note, reason)


@use_case(
    minutes=6,
    emits=(CreditNoteIssued,),
    refuses=(
        *(MissingReason, MustBeWhole, AlreadyCredited, NothingCredited, UnknownLine),
        *(OneOrTheOther, WrongKindOfLine, MoreThanInvoiced, MoreThanLineNet, DepositDeducted),
    ),
    warns=(GoodwillAboveDelegation, NothingCameBack),
)
def credit_part(
    ctx: Context,
    invoice: Invoice,
    *,
    kind: CreditKind,
    lines: list[CreditLineDraft],
    reason: str,
) -> CreditNote:
    """Take back a part of an invoice: units that came back, a wrong price, a gesture, a deposit.

    What was paid already of it is owed to the customer: ``CreditNote.left``.
    """
    if not reason.strip():
        raise MissingReason
    if kind in NOT_BY_HAND or invoice.stopped:
        raise MustBeWhole(reference=invoice.reference)
    must_not_be_deducted(ctx, invoice)
    before = notes_on(ctx.session, invoice)
    made = lines_of(invoice, kind, lines, before)
    note = CreditNote(internal=False, kind=kind, lines=made)
    note.total_up(made, 0, 0)
    note.left = invoice.take_off(note.gross)
    _warn(ctx, invoice, note, before)
    return issue_note(ctx, invoice, note, reason)


def give_deposit_back(ctx: Context, customer: Customer, packaging: str, quantity: int) -> None:
    """Credit the deposit of so many packagings, on the invoices that charged it, oldest first.

    Raises DepositNotCharged when fewer were charged.
    """
    missing = quantity
    for line in charged_for(ctx.session, customer, packaging):
        invoice = ctx.get(Invoice, line.invoice_id)
        left = taken_back(notes_on(ctx.session, invoice)).units_left(line)
        # What the platform stopped is cancelled whole, and its deposit with it.
        units = 0 if invoice.stopped else min(missing, left)
        if units > 0:
            drafts = [CreditLineDraft(position=line.position, quantity=units)]
            credit_part(ctx, invoice, kind=CreditKind.PACKAGING, lines=drafts, reason=GIVEN_BACK)
            missing -= units
    if missing:
        raise DepositNotCharged(missing=missing)


def issue_note(ctx: Context, invoice: Invoice, note: CreditNote, reason: str) -> CreditNote:
    """Give it its number and its day, and tell the journal."""
    note.reference = ctx.number("AV")
    note.invoice, note.customer = invoice, invoice.customer
    note.issued_on, note.reason = ctx.today(), reason.strip()
    ctx.add(note)
    payload = CreditNoteIssued(
        invoice=invoice.reference,
        customer=invoice.customer.reference,
        gross=note.gross,
        words=len(note.reason.split()),
        internal=note.internal,
        kind=note.kind,
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, note.reference, payload)
    return note


def _warn(ctx: Context, invoice: Invoice, note: CreditNote, before: list[CreditNote]) -> None:
    """A gesture within the delegation, goods that did come back."""
    if note.kind == CreditKind.GOODWILL:
        limit = ctx.setting.procedures.level(ctx.setting.learner_post).goodwill
        given = sum(one.net for one in before if one.kind == CreditKind.GOODWILL) + note.net
        approval = granted(ctx, invoice.reference).get(ApprovalKind.GOODWILL)
        if given > max(limit, approval.amount if approval else 0):
            amount, most = format_euros(given), format_euros(limit)
            ctx.caution(GoodwillAboveDelegation(amount=amount, limit=most))
    if note.kind == CreditKind.RETURN and _more_than_came_back(ctx, invoice, note.lines, before):
        ctx.caution(NothingCameBack())


def _more_than_came_back(
    ctx: Context, invoice: Invoice, lines: list[CreditNoteLine], before: list[CreditNote]
) -> bool:
    """Whether more goods are credited, this time and before, than the delivery's returns say."""
    taken = taken_back(one for one in before if one.kind == CreditKind.RETURN)
    for line in lines:
        taken.add(line)
    wanted: Counter[int] = Counter()
    for sold in invoice.lines:
        if sold.product is not None and sold.product.stocked:
            wanted[sold.product.id] += taken.units[sold.position]
    back = units_returned(ctx.session, invoice)
    return any(units > back[product] for product, units in wanted.items())


@use_case(
    minutes=3,
    emits=(CreditNoteUsed,),
    refuses=(BadAmount, OtherDebtor, NothingLeft, AlreadyCredited),
)
def use_credit_note(
    ctx: Context, credit_note: CreditNote, *, invoice: Invoice, amount: Cents | None = None
) -> CreditNote:
    """Set what a credit note still owes a customer against another invoice of theirs."""
    if invoice.customer_id != credit_note.customer_id:
        raise OtherDebtor(reference=invoice.reference, customer=credit_note.customer.name)
    if not credit_note.left or not invoice.balance:
        raise NothingLeft(reference=(invoice if credit_note.left else credit_note).reference)
    given = min(credit_note.left, invoice.balance) if amount is None else amount
    if not 0 < given <= min(credit_note.left, invoice.balance):
        raise BadAmount
    invoice.take_off(given)
    credit_note.left -= given
    payload = CreditNoteUsed(
        invoice=invoice.reference,
        customer=invoice.customer.reference,
        amount=given,
        left=credit_note.left,
        balance=invoice.balance,
    )
    record(ctx, credit_note.reference, payload)
    return credit_note
