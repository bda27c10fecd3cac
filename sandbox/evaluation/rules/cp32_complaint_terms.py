"""The delay to complain runs from the right day."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.wording import day


@rule("CP3.2/delai-de-reclamation", on=("complaint.qualified",), blocking=True)
def complaint_terms(facts: Facts, qualified: Fact) -> Iterator[Said]:
    """Le délai de réclamation des CGV est compté depuis la bonne date.

    Pourquoi : compté depuis la commande ou la facture, il refuse à tort, ou accorde à tort.

    Mesure : pour chaque réclamation d'un professionnel que les CGV bornent, la date de départ est
    donnée, et c'est celle de la livraison (ou de la facture, si elle est contestée).

    Conseil : ouvrez le bon de livraison émargé : c'est lui qui porte la date.
    """
    if not qualified["business"] or qualified["allowed"] is None:
        return
    name, about = qualified.subject, qualified["about"] or ""
    if qualified["since"] is None:
        yield missed(f"{name} : aucune date de départ, le délai n'est pas compté.", qualified)
        return
    start = _start(facts, qualified["nature"], about)
    if start is None:
        return
    right, given = start.at.date(), qualified.date("since")
    if given == right:
        yield met(f"{name} : délai compté depuis {day(right)}.", qualified, start)
    else:
        wrong = f"{name} : délai compté depuis {day(given)}, au lieu de {day(right)}."
        yield missed(wrong, qualified, start)


def _start(facts: Facts, nature: str, about: str) -> Fact | None:
    """The fact from which the delay runs; a periodic invoice does not say which delivery it is."""
    invoice = facts.first("invoice.issued", of=about)
    if nature == "invoice":
        return invoice
    if invoice is not None and invoice.get("parts"):
        return None
    delivery = invoice["delivery"] if invoice else about
    delivered = facts.first("delivery.delivered", of=delivery)
    return delivered or facts.last("delivery.delivered", order=about)
