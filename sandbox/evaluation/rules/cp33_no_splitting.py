"""Offers are not split to stay under the delegation."""

from collections.abc import Iterator

from sandbox.core.calendar import working_days_between
from sandbox.core.money import format_euros
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import asked_and_obtained


@rule("CP3.3/sans-decoupage", on=("quote.sent",), blocking=True)
def no_splitting(facts: Facts, quote: Fact) -> Iterator[Said]:
    """Une offre n'est pas découpée pour rester sous la délégation.

    Pourquoi : la délégation porte sur l'affaire, pas sur le nombre de feuilles.

    Mesure : les devis que vous envoyez à un client pour une même demande, en quelques jours
    ouvrés, se comptent ensemble, sauf ceux qu'une version a remplacés ; si leur somme dépasse votre
    délégation, un accord l'a précédée.

    Conseil : faites un seul devis et demandez l'accord.
    """
    most, days = facts.procedures.level("assistant").order_net, facts.procedures.relation.split_days
    sent_before = facts.acts("quote.sent", customer=quote["customer"], before=quote)
    replaced = {sent.get("replaces") for sent in (quote, *sent_before)}
    earlier = [
        sent
        for sent in sent_before
        if sent["enquiry"] == quote["enquiry"]
        and sent.subject not in replaced
        and working_days_between(sent.at.date(), quote.at.date()) <= days
    ]
    total = quote["net"] + sum(sent["net"] for sent in earlier)
    if not earlier or total <= most:
        return
    documents = (quote.subject, *(sent.subject for sent in earlier))
    approval = asked_and_obtained(facts, "order_amount", *documents, before=quote)
    name = f"{len(earlier) + 1} devis pour {quote['customer']}, {format_euros(total)} en tout"
    if approval.granted:
        yield met(f"{name}, avec accord.", quote, *earlier, approval.answer)
    else:
        yield missed(f"{name}, {approval.lack}.", quote, *earlier)
