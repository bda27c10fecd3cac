"""What is within the delegation is decided alone."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import value_within


@rule("CP3.3/autonomie", on=("run.opened",), anyone=True)
def autonomy(facts: Facts, _opened: Fact) -> Iterator[Said]:
    """Ce qui est dans la délégation se décide seul.

    Pourquoi : demander la permission pour tout ralentit le client et occupe la direction.

    Mesure : le nombre de demandes d'accord sans objet reste dans ce qu'admet la procédure.

    Conseil : relisez votre délégation avant de demander ; si vous y êtes, décidez.
    """
    asked = facts.acts("approval.requested")
    needless = [request for request in asked if not request["needed"]]
    if not asked:
        return
    if value_within(len(needless), most=facts.procedures.relation.needless_requests):
        yield met("Les demandes d'accord avaient un objet.", *asked)
    else:
        yield missed(f"{len(needless)} demandes d'accord pour rien.", *needless)
