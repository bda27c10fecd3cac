"""Verbs of billing: invoices, their platform status, payments, dunning."""

from dataclasses import dataclass
from datetime import date, datetime

from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class InvoicePart:
    """What a periodic invoice charges of one delivery note: cents, VAT included."""

    delivery: str
    order: str
    gross: int
    shipped_at: datetime


@dataclass(frozen=True)
class InvoiceIssued(Payload, verb="invoice.issued"):
    """An invoice was issued from a delivery note, or a periodic one from its ``parts``; cents.

    A periodic one has neither ``order`` nor ``delivery``; ``shipped_at`` is the last departure.
    """

    order: str
    delivery: str
    customer: str
    business: bool
    net: int
    vat: int
    gross: int
    due_on: date
    terms: str
    shipped_at: datetime
    packaging_deposit: int = 0
    parts: tuple[InvoicePart, ...] = ()
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class DepositInvoiced(Payload, verb="deposit.invoiced"):
    """A sum asked in advance was invoiced: acompte (deposit) or arrhes (forfeit); cents.

    ``deposit_asked`` is what the order says of it, VAT included.
    """

    order: str
    customer: str
    business: bool
    deposit_kind: str
    deposit_asked: int
    net: int
    vat: int
    gross: int
    due_on: date
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProFormaIssued(Payload, verb="pro_forma.issued"):
    """A pro forma of an order was drawn up: it claims nothing; cents."""

    order: str
    customer: str
    gross: int
    valid_until: date


@dataclass(frozen=True)
class DepositDeduction(Payload, verb="deposit.deducted"):
    """A final invoice took a deposit invoice off; ``unpaid`` is what it still asks; cents."""

    order: str
    customer: str
    advance: str
    amount: int
    unpaid: int


@dataclass(frozen=True)
class InvoiceDeposited(Payload, verb="invoice.deposited"):
    """Status « déposée »: the platform took the invoice in.

    Not ``transmitted`` to consumers and abroad: the data alone go to the tax office.
    """

    customer: str
    transmitted: bool = True


@dataclass(frozen=True)
class InvoiceRejected(Payload, verb="invoice.rejected"):
    """Status « rejetée »: a platform's control failed; ``reason`` is the official code."""

    customer: str
    reason: str


@dataclass(frozen=True)
class InvoiceRefused(Payload, verb="invoice.refused"):
    """Status « refusée »: the customer turned it down; ``reason`` is the official code."""

    customer: str
    reason: str


@dataclass(frozen=True)
class InvoiceCashed(Payload, verb="invoice.cashed"):
    """Status « encaissée »: the invoice is wholly paid."""

    customer: str


@dataclass(frozen=True)
class CreditNoteIssued(Payload, verb="credit_note.issued"):
    """A credit note took an invoice back, wholly or in part, for a reason of so many words; cents.

    An ``internal`` one stays in our books: the platform or the customer had stopped the invoice.
    ``kind`` is cancellation, return, price, goodwill or packaging.
    """

    invoice: str
    customer: str
    gross: int
    words: int
    internal: bool = False
    kind: str = "cancellation"
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class CreditNoteUsed(Payload, verb="credit_note.used"):
    """What a credit note owed was set against another invoice: cents, and what is left of both."""

    invoice: str
    customer: str
    amount: int
    left: int
    balance: int


@dataclass(frozen=True)
class BankCredited(Payload, verb="bank.credited"):
    """A line on the bank statement: money came in (cents)."""

    customer: str | None
    amount: int


@dataclass(frozen=True)
class PaymentRecorded(Payload, verb="payment.recorded"):
    """The learner recorded a payment from a bank line (cents)."""

    bank_line: str
    customer: str
    amount: int
    credited_at: datetime
    method: str = "transfer"


@dataclass(frozen=True)
class PaymentReconciled(Payload, verb="payment.reconciled"):
    """A payment was set against an invoice; ``left`` stays due on it (cents)."""

    invoice: str
    customer: str
    amount: int
    left: int


@dataclass(frozen=True)
class AgedBalanceConsulted(Payload, verb="aged_balance.consulted"):
    """The aged balance was looked up; cents overdue and the invoices concerned."""

    overdue: int
    invoices: tuple[str, ...]


@dataclass(frozen=True)
class BankConsulted(Payload, verb="bank.consulted"):
    """The bank lines not yet recorded were looked up."""

    waiting: int


@dataclass(frozen=True)
class PaymentPromised(Payload, verb="payment.promised"):
    """The customer promised to pay by a date."""

    customer: str
    promised_on: date


@dataclass(frozen=True)
class DunningSent(Payload, verb="dunning.sent"):
    """A dunning step on one invoice; cents; ``days_late`` counted from the due date."""

    customer: str
    business: bool
    level: str
    channel: str
    days_late: int
    balance: int
    penalties: int
    indemnity: int
    cautions: tuple[str, ...]


@dataclass(frozen=True)
class FormalNoticeSent(Payload, verb="formal_notice.sent"):
    """A formal notice on one invoice (mise en demeure); cents."""

    customer: str
    business: bool
    channel: str
    days_late: int
    balance: int
    penalties: int
    indemnity: int
    approval: str | None
    cautions: tuple[str, ...]
