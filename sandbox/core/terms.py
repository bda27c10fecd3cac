"""Payment terms: due dates agreed or set by law, instalments, and the ceiling on cash."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sandbox.core.calendar import add_months, end_of_month
from sandbox.core.units import Cents, Days

CASH_CEILING: Cents = 100_000


class PaymentTerm(StrEnum):
    """Closed list of the terms a customer may be given."""

    NET_30 = "net_30"
    NET_60 = "net_60"
    EOM_30 = "eom_30"
    EOM_30_10 = "eom_30_10"
    EOM_45_A = "eom_45_a"
    EOM_45_B = "eom_45_b"
    ON_RECEIPT = "on_receipt"
    PREPAID = "prepaid"


_LABELS = {
    PaymentTerm.NET_30: "30 jours nets",
    PaymentTerm.NET_60: "60 jours nets",
    PaymentTerm.EOM_30: "30 jours fin de mois",
    PaymentTerm.EOM_30_10: "30 jours fin de mois le 10",
    PaymentTerm.EOM_45_A: "45 jours, puis fin de mois",
    PaymentTerm.EOM_45_B: "fin de mois, puis 45 jours",
    PaymentTerm.ON_RECEIPT: "à réception de facture",
    PaymentTerm.PREPAID: "paiement à la commande",
}
_DAYS = {
    PaymentTerm.NET_30: 30,
    PaymentTerm.NET_60: 60,
    PaymentTerm.EOM_30: 30,
    PaymentTerm.EOM_30_10: 30,
    PaymentTerm.EOM_45_A: 45,
    PaymentTerm.EOM_45_B: 45,
    PaymentTerm.ON_RECEIPT: 0,
    PaymentTerm.PREPAID: 0,
}


@dataclass(frozen=True, slots=True)
class Instalment:
    """One date and amount (cents) of a payment plan."""

    due: date
    amount: Cents


def payment_term(code: str) -> PaymentTerm:
    """The term of this code; raises ValueError with a French sentence when there is none."""
    try:
        return PaymentTerm(code)
    except ValueError:
        known = ", ".join(PaymentTerm)
        raise ValueError(f"Condition de paiement « {code} » inconnue : {known}.") from None


def label(code: str) -> str:
    """French wording of a term; raises ValueError for an unknown code."""
    return _LABELS[payment_term(code)]


def term_days(code: str) -> Days:
    """Days a term allows, ends of month aside; raises ValueError for an unknown code."""
    return _DAYS[payment_term(code)]


def due_date(code: str, invoice_date: date) -> date:
    """Calendar date on which an invoice falls due, kept even on a day off.

    C. com. L441-10: 60 days at most, or by derogation 45 days end of month, counted either way.
    Raises ValueError for an unknown code.
    """
    days = timedelta(days=term_days(code))
    match payment_term(code):
        case PaymentTerm.EOM_30 | PaymentTerm.EOM_45_A:
            return end_of_month(invoice_date + days)
        case PaymentTerm.EOM_30_10:
            return end_of_month(invoice_date + days) + timedelta(days=10)
        case PaymentTerm.EOM_45_B:
            return end_of_month(invoice_date) + days
        case _:
            return invoice_date + days


def default_due_date(received: date) -> date:
    """Nothing agreed: 30 days after receipt of goods or end of service (C. com. L441-10)."""
    return received + timedelta(days=30)


def periodic_latest(issued: date) -> date:
    """Latest due date of a summary invoice: 45 days from its issue (C. com. L441-10)."""
    return issued + timedelta(days=45)


def ten_day_period_end(delivered: date) -> date:
    """Last day of the ten-day period of a delivery: the 10th, the 20th or the end of the month."""
    if delivered.day > 20:
        return end_of_month(delivered)
    return delivered.replace(day=10 if delivered.day <= 10 else 20)


def perishable_due_date(delivered: date) -> date:
    """Perishable food, periodic invoice: 30 days after the ten-day period (C. com. L441-11)."""
    return ten_day_period_end(delivered) + timedelta(days=30)


def transport_latest(issued: date) -> date:
    """Road transport and forwarding: 30 days from issue at most (C. com. L441-11 II 5°)."""
    return issued + timedelta(days=30)


def payment_plan(amount: Cents, count: int, first: date) -> tuple[Instalment, ...]:
    """Equal monthly instalments; the cents that do not divide fall on the last one.

    Raises ValueError when there is no instalment or nothing to pay.
    """
    if count < 1 or amount <= 0:
        raise ValueError("Un échéancier demande un montant positif et au moins une échéance.")
    part, rest = divmod(amount, count)
    return tuple(
        Instalment(add_months(first, month), part + (rest if month == count - 1 else 0))
        for month in range(count)
    )


def cash_allowed(amount: Cents) -> bool:
    """Whether a business or a resident consumer may pay this in cash (CMF L112-6, D112-3)."""
    return amount <= CASH_CEILING
