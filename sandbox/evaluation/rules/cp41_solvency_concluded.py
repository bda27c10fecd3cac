"""A solvency file leads to a written conclusion that the commitment follows."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed, partly
from sandbox.evaluation.registry import rule

COMMITMENTS = ("quote.sent", "order.recorded")


@rule("CP4.1/solvabilite-conclue", on=("solvency.opened",))
def solvency_concluded(facts: Facts, opened: Fact) -> Iterator[Said]:
    """Un dossier de solvabilité se conclut par écrit, et l'on fait ce que l'on a conclu.

    Pourquoi : un renseignement qui ne décide de rien n'a servi à rien ; une note ne décide pas
    seule.

    Mesure : pour chaque dossier que vous ouvrez, une conclusion écrite avant votre prochain devis
    envoyé ou votre prochaine commande enregistrée pour ce client. Conclure au crédit malgré une
    source alarmante, ou s'engager après avoir conclu au refus, est manqué ; un plafond au-dessus de
    la grille est à moitié réussi.

    Conseil : lisez au moins le registre, les annonces et les comptes, puis dites ce que vous en
    retenez.
    """
    customer, file = opened["customer"], opened.subject
    concluded = facts.first("solvency.concluded", of=file, mine=True)
    act = facts.first(*COMMITMENTS, customer=customer, mine=True, after=opened)
    if concluded is None or (act is not None and act.seq < concluded.seq):
        if act is not None:
            yield missed(f"{file} : engagement pris avant de conclure.", opened, act)
        return
    refused = concluded["decision"] == "refusal"
    followed = facts.first(*COMMITMENTS, customer=customer, mine=True, after=concluded)
    if refused and followed is not None:
        yield missed(f"{file} : refus conclu, puis engagement pris.", opened, concluded, followed)
    elif "AlarmIgnored" in concluded["cautions"]:
        yield missed(f"{file} : crédit malgré une source alarmante.", opened, concluded)
    elif "LimitAboveGrid" in concluded["cautions"]:
        yield partly(f"{file} : conclu, au-dessus de ce que donne la grille.", opened, concluded)
    else:
        yield met(f"{file} : conclu par écrit.", opened, concluded)
