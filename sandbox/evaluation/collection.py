"""The collection procedure laid over one debt: which step, from when to when, taken or not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from sandbox.core.calendar import add_working_days, next_working_day
from sandbox.core.procedures import DunningStep
from sandbox.core.units import Days
from sandbox.evaluation.debts import Debt
from sandbox.evaluation.facts import LEARNER, Facts
from sandbox.evaluation.model import Fact

OUR_POSTS = (LEARNER, "assistant")


@dataclass(frozen=True, slots=True)
class Step:
    """A step that a debt calls for; ``skipped`` names the one before it that was not taken.

    An inherited step had run out of time before the run began: it may still be taken.
    """

    level: str
    label: str
    ours: bool
    opens: date
    closes: date
    inherited: bool
    act: Fact | None
    skipped: str

    @property
    def moment(self) -> datetime:
        """When it was taken."""
        if self.act is None:
            raise ValueError(f"step {self.level} was not taken")
        return self.act.at

    @property
    def done_on(self) -> date:
        """Day on which it was taken."""
        return self.moment.date()


def steps_of(facts: Facts, debt: Debt) -> Iterator[Step]:
    """Steps after the due date that were not taken before the run; litigation is not ours yet."""
    procedure = facts.once("dunning steps", lambda: _in_order(facts))
    acts = _acts(facts, debt)
    reached = next((s.after_days for s in procedure if s.level == debt.level), 0)
    before: DunningStep | None = None
    for step in procedure:
        if step.after_days > max(reached, 0) and step.level != "litigation":
            act = acts.get(step.level)
            skipped = before.label if before and _lacks(acts.get(before.level), act) else ""
            yield _step(facts, debt, step, act, skipped)
            before = step


def _lacks(previous: Fact | None, act: Fact | None) -> bool:
    return act is not None and (previous is None or previous.seq > act.seq)


def _in_order(facts: Facts) -> list[DunningStep]:
    return sorted(facts.procedures.dunning.steps, key=lambda step: step.after_days)


def _acts(facts: Facts, debt: Debt) -> dict[str, Fact]:
    """The first act of each level on a debt."""
    acts: dict[str, Fact] = {}
    for reminder in facts.find("dunning.sent", of=debt.invoice):
        acts.setdefault(reminder.get("level", ""), reminder)
    notice = facts.first("formal_notice.sent", of=debt.invoice)
    return {**acts, "formal_notice": notice} if notice else acts


def _step(facts: Facts, debt: Debt, step: DunningStep, act: Fact | None, skipped: str) -> Step:
    opens, closes = _window(debt.due_on, step.after_days, step.tolerance_days)
    start = facts.opening.at.date() if facts.opening else date.min
    return Step(
        level=step.level,
        label=step.label,
        ours=step.decided_by in OUR_POSTS,
        opens=opens,
        closes=max(closes, add_working_days(start, 1)) if start <= closes else closes,
        inherited=closes < start,
        act=act,
        skipped=skipped,
    )


@lru_cache(maxsize=4096)
def _window(due_on: date, after: Days, tolerance: Days) -> tuple[date, date]:
    """First and last worked day of a step."""
    raw = due_on + timedelta(days=after)
    return next_working_day(raw), next_working_day(raw + timedelta(days=tolerance))
