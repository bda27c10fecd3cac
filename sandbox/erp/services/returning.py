"""Use cases on money that goes the other way: unmatched, corrected, unpaid, given back."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from sandbox.core.context import Context
from sandbox.core.money import format_euros
from sandbox.core.units import Cents
from sandbox.crm.models import Customer
from sandbox.erp.errors.billing import AlreadyRecordedLine, BadAmount
from sandbox.erp.errors.returning import (
    AlreadyReturned,
    CashingReported,
    NothingToReturn,
    NotMatchedThere,
    NotThatPayment,
    NotUnpaid,
    RefundNotAgreed,
    SamePayer,
    StillMatched,
)
from sandbox.erp.errors.selling import MissingReason
from sandbox.erp.models import BankLine, CreditNote, Invoice, Payment, Reconciliation
from sandbox.erp.models.refund import Refund
from sandbox.erp.platform.statuses import Status
from sandbox.journal import record, use_case
from sandbox.journal.models import JournalEntry
from sandbox.journal.payloads import (
    BankDebited,
    ColleagueAlerted,
    PayerCorrected,
    PaymentReturned,
    PaymentUnmatched,
    RefundIssued,
)


@use_case(
    minutes=2,
    emits=(PaymentUnmatched,),
    refuses=(MissingReason, NotMatchedThere),
    warns=(CashingReported,),
)
def unmatch(ctx: Context, payment: Payment, *, invoice: Invoice, reason: str) -> Invoice:
    """Take a payment off an invoice that it does not pay; the invoice is owed again."""
    if not reason.strip():
        raise MissingReason
    parts = [part for part in _parts(ctx, payment) if part.invoice_id == invoice.id]
    if not parts:
        raise NotMatchedThere(payment=payment.reference, invoice=invoice.reference)
    for part in parts:
        _take_off(ctx, part)
    payload = PaymentUnmatched(
        invoice=invoice.reference,
        customer=payment.customer.reference,
        amount=sum(part.amount for part in parts),
        left=invoice.balance,
        words=len(reason.split()),
    )
    record(ctx, payment.reference, payload)
    return invoice


def _take_off(ctx: Context, part: Reconciliation) -> None:
    if part.invoice.lifecycle == Status.CASHED:
        ctx.caution(CashingReported(invoice=part.invoice.reference))
    part.invoice.owe_again(part.amount)
    part.payment.left += part.amount
    ctx.session.delete(part)


@use_case(minutes=2, emits=(PayerCorrected,), refuses=(StillMatched, SamePayer))
def correct_payer(ctx: Context, payment: Payment, *, customer: Customer) -> Payment:
    """Put a payment in the name of the customer who really paid."""
    before = payment.customer
    if payment.left != payment.amount:
        raise StillMatched(reference=payment.reference)
    if before.id == customer.id:
        raise SamePayer(reference=payment.reference, customer=customer.name)
    payment.customer_id, payment.customer = customer.id, customer
    payload = PayerCorrected(customer.reference, before.reference, payment.amount)
    record(ctx, payment.reference, payload)
    return payment


@use_case(emits=(BankDebited,), refuses=(AlreadyReturned,))
def return_unpaid(ctx: Context, payment: Payment, *, why: str) -> BankLine:
    """A payment is not honoured: the bank takes its amount back (the bank acts)."""
    if payment.returned:
        raise AlreadyReturned(reference=payment.reference)
    line = ctx.add(
        BankLine(
            reference=ctx.number("BQ"),
            at=ctx.now(),
            label=f"IMPAYE {why} {payment.reference}",
            payer=payment.customer.name,
            amount=-payment.amount,
        )
    )
    payload = BankDebited(payment.customer.reference, payment.reference, payment.amount, why)
    record(ctx, line.reference, payload)
    return line


@use_case(
    minutes=3,
    emits=(PaymentReturned,),
    refuses=(NotUnpaid, NotThatPayment, AlreadyReturned, AlreadyRecordedLine),
    warns=(CashingReported,),
)
def record_return(ctx: Context, bank_line: BankLine, *, payment: Payment) -> Payment:
    """Record an unpaid item against the payment that comes back: its invoices are owed again."""
    if bank_line.amount >= 0:
        raise NotUnpaid(reference=bank_line.reference)
    if payment.returned:
        raise AlreadyReturned(reference=payment.reference)
    if payment.reference != bank_line.returns or payment.given_back:
        raise NotThatPayment(reference=payment.reference, label=bank_line.label)
    bank_line.take()
    parts = _parts(ctx, payment)
    for part in parts:
        _take_off(ctx, part)
    payment.come_back()
    payload = PaymentReturned(
        bank_line=bank_line.reference,
        customer=payment.customer.reference,
        amount=payment.amount,
        unmatched=sum(part.amount for part in parts),
        invoices=tuple(dict.fromkeys(part.invoice.reference for part in parts)),
    )
    record(ctx, payment.reference, payload)
    return payment


def _parts(ctx: Context, payment: Payment) -> list[Reconciliation]:
    return list(
        ctx.session.scalars(
            select(Reconciliation)
            .where(Reconciliation.run_id == ctx.run.id, Reconciliation.payment_id == payment.id)
            .order_by(Reconciliation.id)
            .options(joinedload(Reconciliation.invoice), joinedload(Reconciliation.payment))
        )
    )


@use_case(
    minutes=3,
    emits=(RefundIssued,),
    refuses=(BadAmount, NothingToReturn),
    warns=(RefundNotAgreed,),
)
def refund(ctx: Context, payment: Payment, *, amount: Cents | None = None) -> Refund:
    """Give back what nothing has used of a payment, or so many cents of it."""
    return _give_back(ctx, payment, amount)


@use_case(
    minutes=3,
    emits=(RefundIssued,),
    refuses=(BadAmount, NothingToReturn),
    warns=(RefundNotAgreed,),
)
def refund_credit_note(
    ctx: Context, credit_note: CreditNote, *, amount: Cents | None = None
) -> Refund:
    """Give back what nothing has used of a credit note, or so many cents of it."""
    return _give_back(ctx, credit_note, amount)


def _accounting_told(ctx: Context, reference: str) -> bool:
    """Whether the accounts, who make the transfer, were alerted about what is to be given back."""
    told = (
        JournalEntry.run_id == ctx.run.id,
        JournalEntry.verb == ColleagueAlerted.verb,
        JournalEntry.payload.contains(f'"about":"{reference}"', autoescape=True),
        JournalEntry.payload.contains('"post":"accounting"', autoescape=True),
    )
    return ctx.session.scalar(select(JournalEntry.seq).where(*told).limit(1)) is not None


def _give_back(ctx: Context, source: Payment | CreditNote, amount: Cents | None) -> Refund:
    given = source.left if amount is None else amount
    if given <= 0:
        raise BadAmount
    if given > source.left:
        left = format_euros(source.left)
        raise NothingToReturn(reference=source.reference, left=left)
    source.give_back(given)
    if not _accounting_told(ctx, source.reference):
        ctx.caution(RefundNotAgreed(amount=format_euros(given)))
    made = ctx.add(
        Refund(
            reference=ctx.number("RMB"),
            customer_id=source.customer_id,
            customer=source.customer,
            source=source.reference,
            amount=given,
            at=ctx.now(),
        )
    )
    payload = RefundIssued(source.customer.reference, source.reference, given)
    record(ctx, made.reference, payload)
    return made
