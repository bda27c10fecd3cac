"""Negotiations end in an agreement, in few rounds."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed, partly
from sandbox.evaluation.registry import rule


@rule("CP3.1/negociation-conclue", on=("offer.answered",), anyone=True)
def negotiated(facts: Facts, answer: Fact) -> Iterator[Said]:
    """Une négociation chiffrée se conclut par un accord avec le client.

    Pourquoi : céder trop vite coûte à l'entreprise, ne rien céder lui coûte le client.

    Mesure : pour chaque document négocié avec un client, la dernière réponse : un accord obtenu en
    cédant au fil des tours ou du premier coup est réussi ; un refus est manqué, à moitié si une
    autre solution a ensuite été proposée.

    Conseil : lisez la contre-proposition : elle dit presque toujours où l'accord se trouve.
    """
    if answer["customer"] is None or answer["outcome"] == "countered":
        return
    about, customer = answer["about"], answer["customer"]
    if answer["outcome"] == "agreed":
        turn = answer["turn"]
        yield met(f"{about} : accord trouvé au tour {turn}.", answer)
        return
    after = facts.acts("message.sent", customer=customer, about=about, after=answer)
    again = next((word for word in after if word["proposal"]), None)
    if again is not None:
        yield partly(f"{about} : refusé, puis une autre proposition.", answer, again)
    else:
        yield missed(f"{about} : la négociation a échoué.", answer)
