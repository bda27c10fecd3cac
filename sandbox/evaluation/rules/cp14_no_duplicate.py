"""No customer has two records."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule


@rule("CP1.4/sans-doublon", on=("customer.created", "move.refused"))
def no_duplicate(facts: Facts, act: Fact) -> Iterator[Said]:
    """Aucune fiche n'est ouverte en double.

    Pourquoi : avec deux fiches, l'encours est coupé en deux et personne ne voit le retard.

    Mesure : chaque ouverture de fiche ; un essai refusé parce que ce SIREN existe déjà est
    manqué.

    Conseil : cherchez le nom et le SIREN avant d'ouvrir une fiche.
    """
    if act.verb == "customer.created":
        yield met(f"{act.subject} : fiche ouverte sans doublon.", act)
    elif act["reason"] == "DuplicateCustomer":
        yield missed("Une fiche allait être ouverte en double.", act)
