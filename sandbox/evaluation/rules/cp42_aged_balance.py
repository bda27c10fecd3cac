"""The aged balance is opened regularly."""

from collections.abc import Iterator

from sandbox.core.calendar import add_working_days, working_days_between
from sandbox.evaluation.debts import DEBT_VERBS, debts
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Finding, met, missed
from sandbox.evaluation.registry import rule


@rule(
    code="CP4.2/balance-agee",
    criterion="CP4.2",
    listens=("aged_balance.consulted", *DEBT_VERBS),
)
def aged_balance(facts: Facts) -> Iterator[Finding]:
    """La balance âgée est ouverte régulièrement.

    Pourquoi : un retard vu tôt se règle d'un appel ; vu tard, il devient un impayé.

    Mesure : une consultation de la balance âgée dans chaque période de jours ouvrés fixée par
    la procédure de recouvrement, dès qu'un client doit quelque chose. Une période commencée ne
    compte que si vous l'avez consultée.

    Conseil : choisissez un jour fixe de la semaine.
    """
    length = facts.procedures.dunning.aged_balance_days
    if facts.opening is None or next(debts(facts), None) is None:
        return
    start = facts.opening.at.date()
    looks = {
        working_days_between(start, look.at.date()) // length: look
        for look in facts.acts("aged_balance.consulted")
    }
    over = working_days_between(start, facts.as_of.date()) // length
    for number in range(over + 1):
        since = add_working_days(start, number * length)
        look = looks.get(number)
        if look is not None:
            yield met(f"Période du {since:%d/%m/%Y} : balance âgée consultée.", look)
        elif number < over:
            yield missed(
                f"Période du {since:%d/%m/%Y} : balance âgée jamais ouverte.", facts.opening
            )
