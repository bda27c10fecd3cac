"""Alerts on high stakes say how high."""

from collections.abc import Iterator

from sandbox.core.money import format_euros
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import amount_of, never


@rule("CP3.4/enjeu-chiffre", on=("colleague.alerted",))
def stake_stated(facts: Facts, alert: Fact) -> Iterator[Said]:
    """Une alerte à fort enjeu dit le montant en jeu.

    Pourquoi : celui qui reçoit dix alertes traite d'abord celle dont il voit l'enjeu.

    Mesure : chaque alerte sur un dossier dont le montant atteint l'enjeu élevé de la procédure
    d'alerte porte ce montant.

    Conseil : donnez le montant, le risque et la date qui presse.
    """
    amount = amount_of(facts, alert["about"])
    if amount < facts.procedures.alerts.high_stake:
        return
    name = f"Alerte sur {alert['about']}, {format_euros(amount)}"
    yield never(alert, alert["stake"] is None, f"{name} : enjeu dit.", f"{name} : enjeu tu.")
