"""Periods that law or the house counts from an event: last days to act, and dates to keep."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sandbox.core.calendar import (
    add_months,
    add_open_days,
    add_years,
    in_paris,
    is_open_day,
    is_public_holiday,
    shift_to_working_day,
)
from sandbox.core.units import Days

CONFORMITY_PRESUMPTION_MONTHS = 24


@dataclass(frozen=True, slots=True)
class ClaimDeadlines:
    """Last days to declare a claim in insolvency: ours, a foreign creditor's, and for relief."""

    raw: date
    last_day: date
    foreign: date
    relief: date


@dataclass(frozen=True, slots=True)
class CourtOrder:
    """Dates of an « injonction de payer »; the last two need the day it was served."""

    serve_by: date
    oppose_by: date
    enforceable_on: date


@dataclass(frozen=True, slots=True)
class Retention:
    """Last days to keep an invoice, for commercial law and for tax."""

    commercial: date
    tax: date

    @property
    def keep_until(self) -> date:
        """The later of the two."""
        return max(self.commercial, self.tax)


def quote_valid_until(quoted: date, days: Days = 30) -> date:
    """Last day of a quote's term (C. civ. 1116); 30 days is the house's."""
    return quoted + timedelta(days=days)


def withdrawal_raw_day(received: date) -> date:
    """Fourteenth day after receipt, working or not (C. conso. L221-18)."""
    return received + timedelta(days=14)


def withdrawal_last_day(received: date) -> date:
    """Last day for a consumer to withdraw: 14 days, off days passed over (C. conso. L221-19)."""
    return shift_to_working_day(withdrawal_raw_day(received))


def withdrawal_if_uninformed(last_day: date) -> date:
    """Last day to withdraw when the seller did not inform: 12 months more (C. conso. L221-20)."""
    return add_years(last_day, 1)


def withdrawal_refund_by(notified: date) -> date:
    """Latest refund after a withdrawal, unless goods are awaited (C. conso. L221-24)."""
    return notified + timedelta(days=14)


def conformity_until(delivered: date) -> date:
    """End of the legal guarantee of conformity of new goods (C. conso. L217-3)."""
    return add_years(delivered, 2)


def consumer_delivery_by(ordered: date) -> date:
    """Latest delivery to a consumer when no date was agreed: 30 days (C. conso. L216-1)."""
    return ordered + timedelta(days=30)


def carrier_protest_by(received: date) -> date:
    """Last day to protest to a French carrier: 3 « jours ouvrables » (C. com. L133-3)."""
    return add_open_days(received, 3)


def carrier_protest_prudent(received: date) -> date:
    """The same had Sunday counted, so never too late: the last post day within it (house rule)."""
    day, left = received, 3
    while left:
        day += timedelta(days=1)
        left -= not is_public_holiday(day)
    while not is_open_day(day):
        day -= timedelta(days=1)
    return day


def cmr_hidden_damage_by(received: date) -> date:
    """Last day for reserves on hidden damage: 7 « jours ouvrables » (CMR art. 30-1)."""
    return add_open_days(received, 7)


def cmr_delay_by(available: date) -> date:
    """Last day for a reserve on delay: 21 days after the goods were available (CMR art. 30-3)."""
    return available + timedelta(days=21)


def claim_deadlines(published: date) -> ClaimDeadlines:
    """Periods to declare a claim, from the BODACC notice.

    C. com. L622-24, R622-24, L622-26; day off moved on by CPC 642.
    """
    raw = add_months(published, 2)
    return ClaimDeadlines(
        raw=raw,
        last_day=shift_to_working_day(raw),
        foreign=shift_to_working_day(add_months(published, 4)),
        relief=shift_to_working_day(add_months(published, 6)),
    )


def limitation(due: date, *, consumer: bool) -> date:
    """Last day to sue: 5 years for a business (C. com. L110-4), 2 for a consumer (L218-2)."""
    return add_years(due, 2 if consumer else 5)


def court_order(ordered: date, served: date) -> CourtOrder:
    """Dates of an order to pay: served in 3 months, opposed in 1, enforceable after 2.

    CPC 1405 s., decree 2026-96; day off moved on by CPC 642.
    """
    return CourtOrder(
        serve_by=shift_to_working_day(add_months(ordered, 3)),
        oppose_by=shift_to_working_day(add_months(served, 1)),
        enforceable_on=add_months(served, 2),
    )


def prospect_data_until(last_contact: date) -> date:
    """Day from which a prospect's data is deleted: 3 years after they last got in touch (CNIL)."""
    return add_years(last_contact, 3)


def rights_answer_by(received: date, *, extended: bool = False) -> date:
    """Last day to answer a request on personal data: 1 month, 3 if complex (GDPR art. 12-3)."""
    return shift_to_working_day(add_months(received, 3 if extended else 1))


def breach_notice_by(aware: datetime) -> datetime:
    """Latest notice of a data breach to the CNIL: 72 real hours (GDPR art. 33)."""
    return in_paris(in_paris(aware).astimezone(UTC) + timedelta(hours=72))


def invoice_retention(invoiced: date, year_end: date) -> Retention:
    """How long an invoice is kept: 10 years from the accounting year end, 6 from its own date.

    C. com. L123-22; LPF L102 B.
    """
    return Retention(commercial=add_years(year_end, 10), tax=add_years(invoiced, 6))
