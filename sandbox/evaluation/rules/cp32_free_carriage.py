"""What is announced to a customer stays within the terms of sale."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import asked_and_obtained


@rule("CP3.2/port-sur-accord", on=("quote.sent",))
def free_carriage(facts: Facts, quote: Fact) -> Iterator[Said]:
    """Un port offert hors conditions de vente a été accordé avant.

    Pourquoi : le franco de port fait partie des conditions ; en offrir un engage tous les autres.

    Mesure : chaque devis que vous envoyez avec un port inférieur à celui des conditions de vente
    a un accord obtenu avant.

    Conseil : proposez plutôt d'atteindre le seuil du franco.
    """
    stated, draft = quote.get("carriage"), facts.last("quote.drawn_up", of=quote.subject)
    sales = facts.procedures.sales
    goods = sum(line["net"] for line in draft["lines"]) if draft else sales.carriage_free_from
    if stated is None or goods >= sales.carriage_free_from or stated >= sales.carriage_flat:
        return
    approval = asked_and_obtained(facts, "discount", quote.subject, before=quote)
    name = f"{quote.subject} : port offert"
    if approval.granted:
        yield met(f"{name} avec accord.", quote, approval.answer)
    else:
        yield missed(f"{name} {approval.lack}.", quote, approval.asked, approval.answer)
