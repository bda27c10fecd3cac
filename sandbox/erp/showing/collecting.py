"""Dunning on the screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from sandbox.charts import aged_balance
from sandbox.core.setting import DunningStep, Setting
from sandbox.erp.collection import is_ours
from sandbox.erp.models import Invoice
from sandbox.erp.queries.collecting import Overdue, balance_by_age
from sandbox.erp.services.dunning import FORMAL_NOTICE
from sandbox.erp.wording import LETTERS
from sandbox.filters import eur, plural, rate

FRIENDLY = ("pre_reminder", "call", "reminder_1", "reminder_2", "reminder_3")


@dataclass(frozen=True)
class AgedView:
    """The aged balance: its drawing, its columns (words, cents), what is overdue."""

    chart: Markup
    columns: list[tuple[str, int]]
    overdue: int
    overdue_rate: int


@dataclass(frozen=True)
class StepView:
    """A step of the procedure, who decides on it, and when it falls, in words."""

    step: DunningStep
    decider: str
    moment: str


def aged_view(invoices: Sequence[Invoice], today: date) -> AgedView:
    """The aged balance of open invoices."""
    found = balance_by_age(invoices, today)
    columns = [(bucket.label.capitalize(), cents) for bucket, cents in found.buckets.items()]
    drawn = [(words.replace("jours", "j"), cents) for words, cents in columns]
    chart = aged_balance(drawn, f"Balance âgée au {today:%d/%m/%Y}")
    return AgedView(chart, columns, found.overdue, found.overdue_rate)


def reckoning(row: Overdue) -> str:
    """How the penalties were reckoned, in figures."""
    claim = row.claim
    if not row.invoice.customer.business:
        return "Particulier : ni pénalités ni indemnité forfaitaire."
    if claim.days_late <= 0:
        return "Rien avant l’échéance."
    return (
        f"{eur(claim.balance)} × {rate(claim.rate)} × {claim.days_late} j ÷ 365 "
        f"= {eur(claim.penalties)}, plus {eur(claim.indemnity)} d’indemnité"
    )


def steps_of(setting: Setting) -> list[StepView]:
    """Steps of the procedure in order."""
    found = sorted(setting.procedures.dunning.steps, key=lambda step: step.after_days)
    return [StepView(step, _decider(setting, step), _moment(step)) for step in found]


def _moment(step: DunningStep) -> str:
    days = plural(abs(step.after_days), "jour")
    return f"{days} {'avant' if step.after_days < 0 else 'après'} l’échéance"


def _decider(setting: Setting, step: DunningStep) -> str:
    if is_ours(setting, step):
        return "vous"
    person = setting.colleague(step.decided_by)
    return person.title.lower() if person else setting.procedures.level(step.decided_by).label


def step_called(setting: Setting, level: str) -> DunningStep | None:
    """The step of this level, when it is an act at this desk."""
    steps = setting.procedures.dunning.steps
    return next((s for s in steps if s.level == level and can_be_taken(s)), None)


def can_be_taken(step: DunningStep) -> bool:
    """Whether a step is an act at this desk (a file passed to court is not)."""
    return step.level in (*FRIENDLY, FORMAL_NOTICE)


def dunning_values(setting: Setting) -> dict[str, Any]:
    """What the dunning partial needs on every screen."""
    return {
        "dunning_steps": steps_of(setting),
        "can_be_taken": can_be_taken,
        "reckoning": reckoning,
        "formal_notice": FORMAL_NOTICE,
        "letters": LETTERS,
    }
