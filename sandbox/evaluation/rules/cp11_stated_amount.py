"""Amounts that the learner works out are right."""

from collections.abc import Iterator

from sandbox.core.money import format_euros
from sandbox.core.units import Cents
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import value_within

ONE_EURO = 100


@rule("CP1.1/montant-juste", on=("approval.requested",))
def stated_amount(facts: Facts, request: Fact) -> Iterator[Said]:
    """Le montant annoncé dans une demande d'accord est juste.

    Pourquoi : une décision prise sur un chiffre faux est une décision à reprendre.

    Mesure : le montant annoncé est, à un euro près, celui du dépassement d'après l'encours que
    vous avez lu, ou le solde de la facture que vous avez relancée. Sans
    dépassement, rien n'est jugé.

    Conseil : recopiez l'encours commande comprise, retirez le plafond, et vérifiez le signe.
    """
    true = _true_amount(facts, request)
    if true is None:
        return
    amount, proof = true
    name = f"{request['about']} : {format_euros(request['amount'])} annoncés"
    if value_within(request["amount"] - amount, -ONE_EURO, ONE_EURO):
        yield met(f"{name}, c'est le montant.", request, proof)
    else:
        yield missed(f"{name}, le montant est de {format_euros(amount)}.", request, proof)


def _true_amount(facts: Facts, request: Fact) -> tuple[Cents, Fact] | None:
    """What is at stake, from what the learner had read or written; None when nothing tells."""
    if request["kind"] == "formal_notice":
        dunning = facts.last("dunning.sent", of=request["about"], before=request)
        return (dunning["balance"], dunning) if dunning else None
    look = facts.last("outstanding.consulted", of=request["customer"], mine=True, before=request)
    if request["kind"] != "over_limit" or look is None or look["about"] != request["about"]:
        return None
    excess = look[facts.procedures.credit.definition] - look["limit"]
    return (excess, look) if excess > 0 else None
