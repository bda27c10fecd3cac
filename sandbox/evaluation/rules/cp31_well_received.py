"""What is offered to a customer suits both sides."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule


@rule("CP3.1/proposition-acceptee", on=("message.received",), anyone=True)
def well_received(facts: Facts, reaction: Fact) -> Iterator[Said]:
    """La proposition faite au client lui convient, sans sortir de la délégation.

    Pourquoi : une bonne solution règle le problème du client au coût que l'entreprise accepte.

    Mesure : chaque réaction d'un client à une proposition que vous lui avez faite : acceptée,
    c'est réussi ; refusée, manqué.

    Conseil : proposez une date que vous tiendrez et une alternative ; demandez ce qui convient.
    """
    if reaction["topic"] not in ("date_agreed", "date_declined"):
        return
    offers = facts.acts("message.sent", customer=reaction["customer"], before=reaction)
    offer = next((m for m in reversed(offers) if m["proposal"]), None)
    if offer is None:
        return
    if reaction["topic"] == "date_agreed":
        yield met("La proposition convient au client.", reaction, offer)
    else:
        yield missed("La proposition ne convient pas au client.", reaction, offer)
