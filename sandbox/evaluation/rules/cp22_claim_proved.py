"""Claims on suppliers rest on a booked receipt."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import never_without


@rule("CP2.2/piece-avant-litige", on=("supplier.claimed",))
def claim_proved(facts: Facts, claim: Fact) -> Iterator[Said]:
    """Une réclamation au fournisseur s'appuie sur une réception enregistrée.

    Pourquoi : sans réception datée ni réserves, le fournisseur répond que tout était là.

    Mesure : chaque réclamation que vous faites suit l'enregistrement d'une réception de cette
    commande, avec une différence ou une avarie.

    Conseil : saisissez la réception et ses réserves d'abord, réclamez ensuite.
    """
    receipts = facts.find("goods.received", purchase_order=claim["purchase_order"], before=claim)
    proof = next((r for r in receipts if r["difference"] or r.get("damaged")), None)
    yield never_without(
        claim,
        proof,
        f"{claim['purchase_order']} : réclamation appuyée sur la réception.",
        f"{claim['purchase_order']} : réclamation sans réception qui la prouve.",
    )
