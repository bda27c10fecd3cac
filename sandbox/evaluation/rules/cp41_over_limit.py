"""Over the limit, nothing is recorded without approval."""

from collections.abc import Iterator

from sandbox.core.money import format_euros
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed, partly
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import Approval, asked_and_obtained
from sandbox.evaluation.vocabulary import value_within

ONE_EURO = 100


@rule("CP4.1/plafond-et-accord", on=("order.recorded", "order.declined"), blocking=True)
def over_limit(facts: Facts, act: Fact) -> Iterator[Said]:
    """Au-delà du plafond, la commande n'est enregistrée qu'avec l'accord obtenu.

    Pourquoi : le plafond est le risque que l'entreprise accepte sur ce client ; le dépasser se
    décide plus haut.

    Mesure : pour chaque commande qui porte l'encours au-delà du plafond : enregistrée, l'accord
    a été demandé et obtenu avant, pour ce montant ; refusée, l'accord a été demandé avant.
    Refuser sans rien demander respecte le plafond mais ne laisse pas décider : à moitié réussi.

    Conseil : demandez l'accord avec l'encours, les options (acompte, livraison partielle) et
    votre avis.
    """
    if act["excess"] <= 0:
        return
    approval = asked_and_obtained(facts, "over_limit", act.subject, before=act)
    name = f"{act.subject}, {format_euros(act['excess'])} au-dessus du plafond"
    evidence = (act, approval.asked, approval.answer)
    if act.verb == "order.declined" and approval.asked:
        yield met(f"{name} : refusée après avoir consulté la direction.", *evidence)
    elif act.verb == "order.declined":
        yield partly(f"{name} : refusée sans consulter la direction.", *evidence)
    elif approval.granted and not covers(approval, act):
        yield partly(f"{name} : enregistrée, l'accord portait sur moins.", *evidence)
    elif approval.granted:
        yield met(f"{name} : enregistrée avec l'accord obtenu.", *evidence)
    else:
        reason = "malgré le refus" if approval.refused else "sans accord obtenu"
        yield missed(f"{name} : enregistrée {reason}.", *evidence)


def covers(approval: Approval, act: Fact) -> bool:
    """Whether an approval was asked for as much as the excess, when it named an amount."""
    amount = approval.asked["amount"] if approval.asked else 0
    return not amount or value_within(act["excess"] - amount, most=ONE_EURO)
