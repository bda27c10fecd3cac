"""The aged balance is opened regularly."""

from collections.abc import Iterator
from datetime import date, timedelta

from sandbox.core.calendar import add_working_days, working_days_between
from sandbox.evaluation.debts import Debt, debts
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule


@rule("CP4.2/balance-agee", on=("run.opened",), anyone=True)
def aged_balance(facts: Facts, opened: Fact) -> Iterator[Said]:
    """La balance âgée est ouverte régulièrement.

    Pourquoi : un retard vu tôt se règle d'un appel ; vu tard, il devient un impayé.

    Mesure : une consultation de la balance âgée dans chaque période de jours ouvrés fixée par
    la procédure de recouvrement, dès qu'une facture y est échue. Une période commencée ne compte
    que si vous l'avez consultée.

    Conseil : choisissez un jour fixe de la semaine.
    """
    length = facts.procedures.dunning.aged_balance_days
    start, number = opened.at.date(), 0
    sources = (opened, *facts.find("invoice.issued"))
    if len(sources) == 1 and not debts(facts, opened):
        return
    looks = {
        working_days_between(start, look.at.date()) // length: look
        for look in facts.acts("aged_balance.consulted")
    }
    while number in looks or facts.is_over(_last_day(start, number, length)):
        since = add_working_days(start, number * length)
        last = _last_day(start, number, length)
        if number in looks:
            yield met(f"Période du {since:%d/%m/%Y} : balance âgée consultée.", looks[number])
        elif any(_due(debt, since, last) for s in sources for debt in debts(facts, s)):
            yield missed(f"Période du {since:%d/%m/%Y} : balance âgée jamais ouverte.", opened)
        number += 1


def _last_day(start: date, number: int, length: int) -> date:
    """Last day of a period, the eve of the next one."""
    return add_working_days(start, (number + 1) * length) - timedelta(days=1)


def _due(debt: Debt, first: date, last: date) -> bool:
    """Whether a debt was overdue on some day of a period."""
    return debt.due_on < last and (debt.stopped_on is None or debt.stopped_on > first)
