"""Credit notes have a cause."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, to_review
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import earliest


@rule("CP3.2/avoir-justifie", on=("credit_note.issued",))
def credit_note_founded(facts: Facts, note: Fact) -> Iterator[Said]:
    """Un avoir répond à une erreur, à un retour ou à des réserves.

    Pourquoi : un avoir sans cause est un cadeau déguisé, que l'entreprise n'a pas décidé.

    Mesure : chaque avoir que vous émettez suit un rejet ou un refus de la facture, un retour de
    marchandise, des réserves du client ou un accord ; sinon une personne regarde pourquoi. Une
    consigne rendue, un escompte convenu ne sont pas des cadeaux : leur avoir n'est pas examiné.

    Conseil : rattachez toujours l'avoir à la pièce qui le justifie.
    """
    invoice = facts.first("invoice.issued", of=note["invoice"])
    if note.get("kind") in ("packaging", "early_payment"):
        return
    of_sale = {"customer": note["customer"], "before": note}
    causes = (
        facts.first("invoice.rejected", "invoice.refused", of=note["invoice"], before=note),
        facts.first("goods.returned", "delivery.contested", **of_sale),
        facts.first("message.received", topic="claim", **of_sale),
        facts.first("approval.decided", about=note["invoice"], granted=True, before=note),
        facts.first("move.refused", of=note["invoice"], use_case="amend_invoice", before=note),
    )
    cause = earliest(*causes)
    if cause is not None:
        yield met(f"{note.subject} : avoir justifié.", note, cause, invoice)
    else:
        yield to_review(f"{note.subject} : rien au journal ne justifie cet avoir.", note, invoice)
