"""Messages are read before they are answered."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import never_without


@rule("CT1.1/lire-avant-de-repondre", on=("message.sent", "quote.sent"))
def read_before_answer(facts: Facts, answer: Fact) -> Iterator[Said]:
    """Un message est lu avant qu'on y réponde.

    Pourquoi : écouter commence par lire ; répondre au titre, c'est répondre à côté.

    Mesure : chaque réponse ou devis que vous envoyez suit la lecture du message auquel il répond.

    Conseil : lisez jusqu'au bout, relevez la demande, la contrainte et la date.
    """
    about = answer["enquiry"] if answer.verb == "quote.sent" else answer["answers"]
    message = facts.first("message.received", of=about) if about else None
    if message is None:
        return
    read = facts.first("message.read", of=about, before=answer)
    yield never_without(
        answer,
        read,
        f"{about} : lu avant la réponse.",
        f"{about} : une réponse est partie sans l'avoir lu.",
    )
