"""Verbs of insolvency: a customer's proceedings are published, noted, and our debt declared."""

from dataclasses import dataclass
from datetime import date

from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class InsolvencyPublished(Payload, verb="insolvency.published"):
    """A court opened proceedings; ``last_day`` to declare what the customer owes (cents) us."""

    customer: str
    proceedings: str
    judged_on: date
    published_on: date
    last_day: date
    owed: int


@dataclass(frozen=True)
class InsolvencyNoted(Payload, verb="insolvency.noted"):
    """The proceedings are on the customer's record: dunning stops."""

    customer: str
    proceedings: str


@dataclass(frozen=True)
class DebtClaimDeclared(Payload, verb="debt_claim.declared"):
    """What is owed is declared to the creditors' representative; cents, reckoned on the judgment.

    ``approval`` is the decision that allowed it, if there was one.
    """

    customer: str
    insolvency: str
    invoices: tuple[str, ...]
    principal: int
    penalties: int
    indemnity: int
    total: int
    channel: str
    last_day: date
    approval: str | None
    cautions: tuple[str, ...] = ()
