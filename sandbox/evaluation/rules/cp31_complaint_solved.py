"""What answers a complaint suits the customer and the company."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed, partly
from sandbox.evaluation.registry import rule


@rule("CP3.1/solution-de-reclamation", on=("complaint.replied",), anyone=True)
def complaint_solved(facts: Facts, reply: Fact) -> Iterator[Said]:
    """La solution d'une réclamation convient au client, et l'entreprise peut la donner.

    Pourquoi : trop peu perd le client, trop donné perd la marge ; il faut les deux.

    Mesure : chaque réaction à votre réponse : solution acceptée et permise, c'est réussi ; refus
    fondé sur les faits mais mal reçu, ou accord payé d'un geste non accordé, à moitié ; sinon
    manqué.

    Conseil : demandez ce qui compte pour le client ; le moins cher est souvent ce qu'il préfère.
    """
    answer = facts.last("complaint.answered", mine=True, of=reply.subject, before=reply)
    if answer is None:
        return
    name, gift = reply.subject, "GestureAboveDelegation" in answer["cautions"]
    founded = answer["liability"] == "customer" or not answer["in_terms"]
    if reply["agreed"] and not gift:
        yield met(f"{name} : la solution convient au client.", reply, answer)
    elif reply["agreed"]:
        yield partly(
            f"{name} : le client accepte un geste que personne n'a accordé.", reply, answer
        )
    elif answer["solution"] == "refusal" and founded:
        yield partly(f"{name} : refus fondé, mais mal reçu.", reply, answer)
    else:
        yield missed(f"{name} : la solution ne convient pas au client.", reply, answer)
