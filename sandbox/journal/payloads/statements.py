"""Verbs of the statement of account: sent to a customer, who agrees with it or not."""

from dataclasses import dataclass
from datetime import date

from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class StatementIssued(Payload, verb="statement.issued"):
    """A customer was sent what it owes and what it paid; cents on that day."""

    customer: str
    closed_on: date
    balance: int
    overdue: int
    invoices: int
    channel: str


@dataclass(frozen=True)
class StatementAnswered(Payload, verb="statement.answered"):
    """The customer agrees with the balance, or says which invoices it does not accept."""

    customer: str
    agreed: bool
    invoices: tuple[str, ...]
