"""How simulated actors behave: traits that a company or a scenario may give to each."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from sandbox.core.units import Cents, Days, Minutes, Rate
from sandbox.erp.platform.reasons import CODES, allowed
from sandbox.erp.platform.statuses import Status

Between = tuple[Minutes, Minutes]
ANSWERS = {
    "silent": Status.NONE,
    "approves": Status.APPROVED,
    "approves_part": Status.PARTLY_APPROVED,
    "disputes": Status.DISPUTED,
    "suspends": Status.SUSPENDED,
    "refuses": Status.REFUSED,
}
USUAL_REASON = {
    Status.PARTLY_APPROVED: "QTE_ERR",
    Status.DISPUTED: "PU_ERR",
    Status.SUSPENDED: "JUSTIF_ABS",
    Status.REFUSED: "NON_CONFORME",
}


@dataclass(frozen=True)
class OrderTwist:
    """What a customer's order says otherwise than our quote."""

    price: Rate = 0
    quantities: dict[str, int] = field(default_factory=dict)
    requested_on: date | None = None
    reference: str = ""


@dataclass(frozen=True)
class CustomerCharacter:
    """A customer: how it answers, orders and pays; delays in working minutes, drawn between two.

    ``pays_late`` in days after the due date (by the habits of its segment when left out);
    ``takes_early_payment`` when an escompte was agreed, whatever its habits;
    ``pays_after`` the dunning step that makes it pay, ``promises`` the days it asks for on a call;
    ``wants`` the proposals that settle its claims; ``haggles`` the discount that it asks for first.
    ``invoices`` is what it does with an e-invoice: the first one of a delivery (a dispute or a
    refusal is lifted by the next), with ``invoice_reason``, the official code. ``collects`` says
    whether it fetches its registered letters (most do, when it is left out). ``declines_for`` is
    the reason that it gives when it declines quotes; one that came late is declined for that.
    """

    answers_in: Between = (240, 960)
    answer: Literal["accepts", "declines", "silent"] = "accepts"
    declines_for: Literal["price", "timing", "competitor", "stopped"] = "price"
    calls_in: Minutes | None = None
    call: str = "hesitates"
    order: OrderTwist = OrderTwist()
    agrees: bool = True
    reacts_in: Between = (60, 240)
    accepts_later: bool = True
    pays: bool = True
    pays_late: Days | None = None
    takes_early_payment: bool = True
    pays_after: (
        Literal["call", "reminder_1", "reminder_2", "reminder_3", "formal_notice"] | None
    ) = None
    promises: Days | None = None
    keeps_promise: bool = True
    wants_order_number: bool = False
    language: Literal["fr", "en"] = "fr"
    loyalty: int = 60
    wants: tuple[str, ...] = ("replacement", "credit", "plan", "refund", "goodwill")
    haggles: Rate = 0
    invoices: Literal["silent", "approves", "approves_part", "disputes", "suspends", "refuses"] = (
        "silent"
    )
    invoice_reason: str = ""
    collects: bool | None = None

    def __post_init__(self) -> None:
        status = ANSWERS[self.invoices]
        if self.invoice_reason and not allowed(status, self.invoice_reason):
            codes = ", ".join(CODES.get(status, ())) or "aucun"
            raise ValueError(
                f"le motif « {self.invoice_reason} » n'est pas permis ici ; choisir parmi {codes}."
            )

    @property
    def answer_to_invoices(self) -> tuple[Status, str]:
        """The status that it sets on an invoice, and the reason code."""
        status = ANSWERS[self.invoices]
        return status, self.invoice_reason or USUAL_REASON.get(status, "")


@dataclass(frozen=True)
class SupplierCharacter:
    """A supplier: how soon it acknowledges and answers, by how many working days it is late.

    ``short`` says how many units of an article are missing from its first truck.
    """

    acknowledges: bool = True
    acknowledges_in: Between = (120, 480)
    answers_in: Between = (120, 300)
    late_days: Days = 0
    short: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class PostCharacter:
    """A colleague who decides: what is granted, if the request is argued.

    ``over_limit`` is a part of the customer's limit; zero grants nothing of the kind.
    """

    answers_in: Between = (60, 180)
    hears_in: Between = (30, 120)
    discount: Rate = 10_000
    over_limit: Rate = 1000
    order_amount: Cents = 10_000_000
    formal_notice: bool = True
    wants_options: bool = True


@dataclass(frozen=True)
class Characters:
    """Characters by reference or post; those left out behave as the defaults say."""

    customers: dict[str, CustomerCharacter] = field(default_factory=dict)
    suppliers: dict[str, SupplierCharacter] = field(default_factory=dict)
    posts: dict[str, PostCharacter] = field(default_factory=dict)
