"""The figure read is the figure of the moment."""

from collections.abc import Iterator

from sandbox.core.money import format_euros
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule

ONE_EURO = 100


@rule("CP4.1/chiffre-du-moment", on=("order.recorded",))
def figure_of_the_moment(facts: Facts, order: Fact) -> Iterator[Said]:
    """La décision repose sur le chiffre du moment.

    Pourquoi : ouvrir l'encours ne suffit pas : c'est la somme lue, commande comprise, qui se
    compare au plafond.

    Mesure : pour chaque commande enregistrée après une consultation de l'encours, la dernière
    somme lue, au sens de la procédure de crédit, est celle du moment de l'enregistrement à un
    euro près.

    Conseil : consultez l'encours depuis la commande, pour qu'elle soit comptée, et juste avant
    d'enregistrer.
    """
    counted = facts.procedures.credit.definition
    looks = facts.find("outstanding.consulted", of=order["customer"], mine=True, before=order)
    if not looks:
        return
    read = looks[-1][counted]
    if counted == "exposure":
        read += order["gross"] - looks[-1]["this_order"]
    gap = abs(read - order[counted])
    name = f"{order.subject} : {format_euros(read)} d'après la consultation"
    if gap <= ONE_EURO:
        yield met(f"{name}, le chiffre du moment.", order, looks[-1])
    else:
        yield missed(f"{name}, {format_euros(order[counted])} au moment.", order, looks[-1])
