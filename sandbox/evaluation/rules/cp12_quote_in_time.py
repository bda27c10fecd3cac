"""Quotes answer enquiries in time."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import waits, within


@rule("CP1.2/devis-dans-les-delais", on=("message.received",), anyone=True)
def quote_in_time(facts: Facts, enquiry: Fact) -> Iterator[Said]:
    """Un devis part dans le délai après la demande du client.

    Pourquoi : un client qui demande un prix le demande aussi ailleurs ; le premier devis clair
    l'emporte souvent.

    Mesure : pour chaque demande de prix reçue, un devis dans le délai de la procédure
    commerciale (minutes ouvrées). Le temps pendant lequel vous attendez une précision du client
    ne compte pas.

    Conseil : lisez les demandes dès leur arrivée ; s'il manque une information, demandez-la
    tout de suite.
    """
    minutes = facts.procedures.sales.quote_minutes
    if enquiry["topic"] != "enquiry":
        return
    customer = enquiry["customer"]
    quote = facts.first("quote.sent", enquiry=enquiry.subject)
    if quote is None and customer is not None:
        quote = facts.first("quote.sent", customer=customer, after=enquiry)
    questions = facts.find("message.sent", answers=enquiry.subject, mine=True)
    answers = facts.find("message.received", sender=enquiry["sender"], after=enquiry)
    timing = within(facts, enquiry.at, quote, minutes, waits(questions, answers))
    if timing is None or facts.others(quote):
        return
    if quote is None:
        yield missed(f"Demande {enquiry.subject} : aucun devis ({timing}).", enquiry)
    elif timing.kept:
        yield met(f"{quote.subject} : envoyé à temps ({timing}).", quote, enquiry)
    else:
        yield missed(f"{quote.subject} : envoyé trop tard ({timing}).", quote, enquiry)
