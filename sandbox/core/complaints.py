"""Customers' complaints: what is complained of, what may be offered, in which delays."""

from dataclasses import dataclass, field
from enum import StrEnum

from sandbox.core.units import Days, Minutes


class ComplaintNature(StrEnum):
    """What a customer complains of."""

    DAMAGED = "damaged"
    MISSING = "missing"
    WRONG = "wrong"
    QUALITY = "quality"
    LATE = "late"
    INVOICE = "invoice"
    SERVICE = "service"


class Liability(StrEnum):
    """Whose doing it is, once the facts are known."""

    OURS = "ours"
    CARRIER = "carrier"
    SUPPLIER = "supplier"
    CUSTOMER = "customer"


class Remedy(StrEnum):
    """What a customer asks for, and what it is answered."""

    REPLACEMENT = "replacement"
    REDELIVERY = "redelivery"
    FULL_CREDIT = "full_credit"
    PARTIAL_CREDIT = "partial_credit"
    DISCOUNT = "discount"
    REFUSAL = "refusal"


# Remedies that give money back: their amount is weighed against the delegation table.
MONEY = (Remedy.FULL_CREDIT, Remedy.PARTIAL_CREDIT, Remedy.DISCOUNT)
# Days after delivery (or invoice) in which a business may complain (C. com. L133-3 for what the
# carrier did, three days; terms of sale for the rest).
WITHIN: dict[str, Days] = {
    ComplaintNature.DAMAGED: 3,
    ComplaintNature.MISSING: 3,
    ComplaintNature.WRONG: 8,
    ComplaintNature.QUALITY: 365,
    ComplaintNature.INVOICE: 30,
}


@dataclass(frozen=True)
class ComplaintProcedure:
    """Delays in company working minutes; ``within`` days to complain, by nature.

    A consumer is not held to ``within``: the legal warranty lasts two years (C. consom. L217-3).
    """

    acknowledge_minutes: Minutes = 480
    answer_minutes: Minutes = 2400
    within: dict[str, Days] = field(default_factory=lambda: dict(WITHIN))

    def days(self, nature: str, *, business: bool) -> Days | None:
        """Days that the customer has to complain of this; None where nothing bounds it."""
        return self.within.get(nature) if business else None
