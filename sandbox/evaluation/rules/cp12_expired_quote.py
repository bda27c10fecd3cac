"""Orders on expired quotes are not recorded as they are."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule


@rule("CP1.2/devis-perime", on=("order.received",), anyone=True)
def expired_quote(facts: Facts, received: Fact) -> Iterator[Said]:
    """Une commande sur un devis périmé n'est pas enregistrée telle quelle.

    Pourquoi : passé la date de validité, l'offre ne tient plus : prix et délai ont pu changer.

    Mesure : pour chaque commande reçue après la fin de validité de son devis, un nouveau devis
    avant l'enregistrement, ou un refus motivé.

    Conseil : vérifiez la date de validité ; refaites le devis aux conditions du jour.
    """
    quote = facts.first("quote.sent", of=received["quote"]) if received["quote"] else None
    if quote is None or received.at.date() <= quote.date("valid_until"):
        return
    end = facts.first("order.recorded", "order.declined", of=received.subject)
    anew = facts.first("quote.sent", customer=received["customer"], after=received, before=end)
    if facts.others(end):
        return
    name = f"{received.subject}, sur le devis {quote.subject} périmé"
    if facts.mine(anew):
        yield met(f"{name} : un nouveau devis est parti.", received, quote, anew)
    elif end is not None and end.verb == "order.declined":
        yield met(f"{name} : refusée.", received, quote, end)
    elif end is not None:
        yield missed(f"{name} : enregistrée sans nouveau devis.", end, received, quote)
