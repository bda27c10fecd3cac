"""The director is not alerted for everything."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import amount_of


@rule("CP3.4/enjeux-mesures", on=("run.opened",), anyone=True)
def no_inflated_stakes(facts: Facts, _opened: Fact) -> Iterator[Said]:
    """La direction n'est alertée que pour ce qui la concerne, sans grossir l'enjeu.

    Pourquoi : qui alerte la direction pour tout n'est plus entendu le jour où c'est grave.

    Mesure : le nombre d'alertes à la direction de faible enjeu reste dans ce qu'admet la
    procédure d'alerte, et l'enjeu annoncé ne dépasse pas le montant du dossier.

    Conseil : traitez seul ce qui est dans votre délégation ; chiffrez l'enjeu d'après le
    document.
    """
    alerts = facts.procedures.alerts
    raised = facts.find("colleague.alerted", post="director", mine=True)
    inflated = [a for a in raised if 0 < amount_of(facts, a["about"]) < (a["stake"] or 0)]
    small = [
        alert
        for alert in raised
        if "director" not in alerts.recipients.get(alert["topic"], ())
        and max(amount_of(facts, alert["about"]), alert["stake"] or 0) < alerts.high_stake
    ]
    if inflated:
        yield missed("Un enjeu annoncé dépasse le montant du dossier.", *inflated)
    elif len(small) > alerts.small_alerts_to_director:
        yield missed(f"{len(small)} alertes de faible enjeu à la direction.", *small)
    elif raised:
        yield met("Les alertes à la direction sont mesurées.", *raised)
