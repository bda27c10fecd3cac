"""A debt that leaves our hands: to whom, with which papers, by which road in law."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sandbox.core.calendar import add_months, shift_to_working_day
from sandbox.core.money import divide_half_up
from sandbox.core.units import Cents, Days

# A formal notice leaves the debtor so many days to pay (house calendar).
NOTICE_DAYS: Days = 8
# Most that a commissaire de justice collects without a judge (CPCE R125-1), interest included.
SMALL_CLAIM: Cents = 500_000


class Recipient(StrEnum):
    """Who takes the file: our own lawyers, a collection agency, a commissaire de justice."""

    OWN = "own"
    AGENCY = "agency"
    BAILIFF = "bailiff"


class PieceKind(StrEnum):
    """Papers of a litigation file, in the order in which they tell the story of the debt."""

    ORDER = "order"
    ACKNOWLEDGEMENT = "acknowledgement"
    DELIVERY = "delivery"
    INVOICE = "invoice"
    REMINDERS = "reminders"
    FORMAL_NOTICE = "formal_notice"
    STATEMENT = "statement"
    EXCHANGES = "exchanges"


# The mail exchanged helps; the seven others prove.
ESSENTIAL: tuple[PieceKind, ...] = tuple(kind for kind in PieceKind if kind != PieceKind.EXCHANGES)


class Outcome(StrEnum):
    """What became of the debt in other hands."""

    PAID = "paid"
    PLAN = "by_instalments"
    UNCOLLECTABLE = "uncollectable"


@dataclass(frozen=True, slots=True)
class Loss:
    """A debt that nobody will pay, in cents: the loss is net, its VAT comes back (CGI 272-1)."""

    net: Cents
    vat: Cents

    @property
    def gross(self) -> Cents:
        """What is given up in all."""
        return self.net + self.vat


def notice_over(noticed: date) -> date:
    """Last day that a formal notice leaves to pay."""
    return noticed + timedelta(days=NOTICE_DAYS)


def small_claim_allowed(principal: Cents, penalties: Cents) -> bool:
    """Whether a commissaire de justice may collect it without a judge (CPCE L125-1, R125-1)."""
    return principal + penalties <= SMALL_CLAIM


def small_claim_answer_by(proposed: date) -> date:
    """Last day for the debtor to agree: one month from the letter (CPCE R125-2)."""
    return shift_to_working_day(add_months(proposed, 1))


def loss_of(balance: Cents, net: Cents, gross: Cents) -> Loss:
    """What is lost of an invoice (cents net and gross) of which ``balance`` is still owed."""
    lost = divide_half_up(net * balance, gross) if gross else 0
    return Loss(net=lost, vat=balance - lost)
