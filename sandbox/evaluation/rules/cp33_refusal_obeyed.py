"""A refusal is obeyed."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import asked_and_obtained

ACTS = {
    "over_limit": ("order.recorded",),
    "order_amount": ("order.recorded", "quote.sent"),
    "discount": ("quote.sent",),
    "formal_notice": ("formal_notice.sent",),
}


@rule("CP3.3/refus-respecte", on=("approval.decided",), anyone=True, blocking=True)
def refusal_obeyed(facts: Facts, answer: Fact) -> Iterator[Said]:
    """Un refus est respecté.

    Pourquoi : passer outre une décision, c'est perdre la confiance et parfois le poste.

    Mesure : après chaque refus d'une demande que vous avez faite, l'acte refusé n'est pas fait, à
    moins d'un accord venu depuis. Rien ne vous est reproché si vous proposez autre chose.

    Conseil : remerciez, reformulez, et cherchez une solution dans votre délégation.
    """
    if answer["granted"] or not facts.mine(facts.first("approval.requested", of=answer.subject)):
        return
    about, kind = answer["about"], answer["kind"]
    verbs = ACTS.get(kind, ())
    act = facts.first(*verbs, of=about, mine=True, after=answer) if verbs else None
    again = asked_and_obtained(facts, kind, about, before=act) if act else None
    if act is not None and not (again and again.granted):
        yield missed(f"{about} : fait malgré le refus.", act, answer)
    else:
        yield met(f"{about} : le refus est respecté.", answer)
