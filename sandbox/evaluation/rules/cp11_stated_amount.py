"""Amounts that the learner works out are right."""

from collections.abc import Iterator

from sandbox.core.money import format_euros
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import value_within

ONE_EURO = 100


@rule("CP1.1/montant-juste", on=("approval.requested",))
def stated_amount(facts: Facts, request: Fact) -> Iterator[Said]:
    """Le montant annoncé dans une demande d'accord est juste.

    Pourquoi : une décision prise sur un chiffre faux est une décision à reprendre.

    Mesure : pour chaque demande sur un dépassement de plafond, le montant annoncé est celui du
    dépassement d'après l'encours que vous avez lu, à un euro près.

    Conseil : recopiez l'encours commande comprise, retirez le plafond, et vérifiez le signe.
    """
    if request["kind"] != "over_limit":
        return
    customer, counted = request["customer"], facts.procedures.credit.definition
    look = facts.last("outstanding.consulted", of=customer, mine=True, before=request)
    if look is None or look["about"] != request["about"]:
        return
    excess = look[counted] - look["limit"]
    name = f"{request['about']} : {format_euros(request['amount'])} annoncés"
    if value_within(request["amount"] - excess, -ONE_EURO, ONE_EURO):
        yield met(f"{name}, c'est le dépassement lu.", request, look)
    else:
        yield missed(f"{name}, le dépassement lu est de {format_euros(excess)}.", request, look)
