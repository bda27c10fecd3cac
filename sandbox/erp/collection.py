"""Collection procedure applied to an invoice: what is claimed, which step, when, by whom."""

from dataclasses import dataclass
from datetime import date, timedelta

from sandbox.core.calendar import next_working_day
from sandbox.core.context import LEARNER
from sandbox.core.late_fees import penalty
from sandbox.core.setting import DunningProcedure, DunningStep, Setting
from sandbox.core.units import Cents, Days, Rate
from sandbox.erp.models import Invoice


@dataclass(frozen=True, slots=True)
class Claim:
    """What may be claimed on one invoice on a day, in cents; days late count from the due date."""

    days_late: Days
    balance: Cents
    rate: Rate
    penalties: Cents
    indemnity: Cents

    @property
    def extra(self) -> Cents:
        """What lateness adds: penalties and indemnity."""
        return self.penalties + self.indemnity

    @property
    def total(self) -> Cents:
        """Principal, penalties and indemnity."""
        return self.balance + self.extra


def claim(invoice: Invoice, procedure: DunningProcedure, today: date) -> Claim:
    """Claim on an invoice: penalties and indemnity between businesses only.

    C. com. L441-10 and D441-5 speak of professionals; a consumer owes neither. Nothing is added
    until the due date has passed.
    """
    late = invoice.days_late(today)
    owing = invoice.customer.business and late > 0
    return Claim(
        days_late=late,
        balance=invoice.balance,
        rate=procedure.late_rate,
        penalties=penalty(invoice.balance, procedure.late_rate, late) if owing else 0,
        indemnity=procedure.indemnity if owing else 0,
    )


def falls_on(step: DunningStep, due_on: date) -> date:
    """Day set by the procedure for a step, moved to the next worked day."""
    return next_working_day(due_on + timedelta(days=step.after_days))


def step_before(procedure: DunningProcedure, step: DunningStep) -> DunningStep | None:
    """Step that must have been taken before this one; those before the due date are optional."""
    earlier = [s for s in _in_order(procedure) if 0 < s.after_days < step.after_days]
    return earlier[-1] if earlier else None


def taken(procedure: DunningProcedure, level: str, step: DunningStep) -> bool:
    """Whether an invoice that has reached a level has been through a step."""
    reached = next((s for s in procedure.steps if s.level == level), None)
    return reached is not None and reached.after_days >= step.after_days


def furthest(procedure: DunningProcedure, level: str, step: DunningStep) -> str:
    """Level of an invoice after a step: going back to a milder one does not lower it."""
    return level if taken(procedure, level, step) else step.level


def next_step(invoice: Invoice, procedure: DunningProcedure, today: date) -> DunningStep | None:
    """First step not yet taken; one from before the due date no longer counts once it passed."""
    late = invoice.days_late(today) > 0
    for step in _in_order(procedure):
        if not taken(procedure, invoice.dunning_level, step) and not (late and step.after_days < 0):
            return step
    return None


def is_ours(setting: Setting, step: DunningStep) -> bool:
    """Whether the learner's own post decides on a step."""
    return step.decided_by in (LEARNER, setting.learner_post)


def _in_order(procedure: DunningProcedure) -> list[DunningStep]:
    return sorted(procedure.steps, key=lambda step: step.after_days)
