"""Verbs of payment plans: agreed, followed, broken."""

from dataclasses import dataclass
from datetime import date

from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class PaymentPlanAgreed(Payload, verb="payment_plan.agreed"):
    """A debt is to be paid in so many instalments; cents, and the approval if there was one."""

    customer: str
    invoices: tuple[str, ...]
    total: int
    count: int
    first_on: date
    ends_on: date
    approval: str | None
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class InstalmentKept(Payload, verb="payment_plan.instalment_kept"):
    """An instalment was paid in time; cents paid so far and still to pay."""

    customer: str
    rank: int
    paid: int
    left: int


@dataclass(frozen=True)
class PaymentPlanKept(Payload, verb="payment_plan.kept"):
    """The last instalment was paid."""

    customer: str


@dataclass(frozen=True)
class PaymentPlanBroken(Payload, verb="payment_plan.broken"):
    """An instalment was not paid: the whole sum is due again; cents left to pay."""

    customer: str
    invoices: tuple[str, ...]
    rank: int
    left: int
