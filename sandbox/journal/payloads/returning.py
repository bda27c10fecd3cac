"""Money that goes the other way: matched in error, unpaid by the bank, given back."""

from dataclasses import dataclass

from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class PaymentUnmatched(Payload, verb="payment.unmatched"):
    """A payment was taken off an invoice, on which ``left`` is due again (cents)."""

    invoice: str
    customer: str
    amount: int
    left: int
    words: int


@dataclass(frozen=True)
class PayerCorrected(Payload, verb="payment.payer_corrected"):
    """A payment recorded in the name of ``instead_of`` is now that of ``customer``."""

    customer: str
    instead_of: str
    amount: int


@dataclass(frozen=True)
class BankDebited(Payload, verb="bank.debited"):
    """The bank takes back a payment that was not honoured (cents); ``why`` in its words."""

    customer: str
    payment: str
    amount: int
    why: str


@dataclass(frozen=True)
class PaymentReturned(Payload, verb="payment.returned"):
    """The unpaid item was recorded: so much is due again on these invoices (cents)."""

    bank_line: str
    customer: str
    amount: int
    unmatched: int
    invoices: tuple[str, ...]


@dataclass(frozen=True)
class RefundIssued(Payload, verb="refund.issued"):
    """Money was given back to a customer, out of a payment or of a credit note (cents)."""

    customer: str
    source: str
    amount: int
