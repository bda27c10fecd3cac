"""An order is cancelled on a ground that holds."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule

UNLAWFUL = {
    "NoWithdrawal": "un professionnel n'a pas de rétractation",
    "MadeToMeasure": "le sur-mesure n'ouvre pas de rétractation",
    "KeptFromConsumer": "un consommateur qui peut se rétracter récupère tout",
}


@rule("CP3.3/annulation-fondee", on=("order.cancelled",), blocking=True)
def lawful_cancellation(facts: Facts, act: Fact) -> Iterator[Said]:
    """L'annulation d'une commande repose sur une base qui tient.

    Pourquoi : une commande enregistrée engage les deux parties ; céder un droit qui n'existe pas
    coûte, en refuser un qui existe expose.

    Mesure : pour chaque commande que vous annulez, la base choisie est possible pour ce client :
    rétractation d'un consommateur seulement, hors sur-mesure ; somme d'avance gardée si le client
    ne peut plus se rétracter ; sinon, un accord.

    Conseil : lisez d'abord qui est le client, ce qui est fabriqué pour lui, et ce qui est versé.
    """
    because = next((UNLAWFUL[code] for code in act.get("cautions", ()) if code in UNLAWFUL), None)
    if because is None:
        yield met(f"{act.subject} : annulée sur une base qui tient.", act)
    else:
        yield missed(f"{act.subject} : {because}.", act)
