"""The customer's outstanding is looked up before recording."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.looking import outstanding_before
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule


@rule("CP4.1/encours-avant-commande", on=("order.recorded",), blocking=True)
def outstanding_before_recording(facts: Facts, order: Fact) -> Iterator[Said]:
    """L'encours de ce client est consulté avant d'enregistrer sa commande.

    Pourquoi : chaque commande livrée à crédit augmente ce que le client peut ne pas payer.

    Mesure : pour chaque commande que vous enregistrez, une consultation de l'encours de ce
    client, avant l'enregistrement, dans le délai de validité de la procédure de crédit, et sans
    facture, avoir, règlement ni commande de ce client depuis. Consulter plusieurs fois n'enlève
    rien.

    Conseil : pressez « Consulter l'encours » sur la commande, lisez la somme, puis décidez.
    """
    look = outstanding_before(facts, order)
    because = f"{order.subject} : encours de {order['customer']}, {look}."
    if look.fresh:
        yield met(because, order, look.fact)
    else:
        yield missed(because, order, look.fact, look.change)
