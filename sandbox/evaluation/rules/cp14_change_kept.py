"""Changes that customers announce reach their record."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import from_customer
from sandbox.evaluation.vocabulary import in_time, precedes

DOCUMENTS = ("quote.sent", "order.recorded", "order.acknowledged", "invoice.issued")


@rule("CP1.4/changement-reporte", on=("message.received",), anyone=True)
def change_kept(facts: Facts, news: Fact) -> Iterator[Said]:
    """Un changement annoncé par un client est dans sa fiche avant le document suivant.

    Pourquoi : la prochaine livraison ou la prochaine facture partira sinon à l'ancienne adresse.

    Mesure : pour chaque message de client qui annonce un changement, la fiche mise à jour dans le
    délai de la procédure, et avant tout nouveau document pour ce client.

    Conseil : modifiez la fiche en lisant le message, avant d'y répondre.
    """
    if news["topic"] != "change" or not from_customer(news):
        return
    customer, minutes = news["customer"], facts.procedures.relation.change_minutes
    kept = facts.first("customer.updated", of=customer, after=news)
    document = facts.first(*DOCUMENTS, customer=customer, mine=True, after=news)
    if document is not None and not precedes(kept, document):
        because = f"{document.subject} : parti avant que la fiche de {customer} soit à jour."
        yield missed(because, document, news, kept)
        return
    yield from in_time(facts, customer, "changement reporté sur la fiche", news, kept, minutes)
