"""Calls leave a written trace."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import alerted, from_customer, told
from sandbox.evaluation.vocabulary import earliest, in_time


@rule("CP1.4/trace-de-l-appel", on=("message.received",), anyone=True)
def call_kept(facts: Facts, call: Fact) -> Iterator[Said]:
    """Un appel de client laisse une trace écrite.

    Pourquoi : ce qui s'est dit au téléphone n'existe que pour vous ; demain, un collègue
    reprendra le dossier.

    Mesure : pour chaque appel d'un client, une note dans sa fiche, une alerte à un collègue ou un
    écrit au client, dans le délai de la procédure (minutes ouvrées).

    Conseil : écrivez tout de suite l'objet de l'appel, ce qui est décidé et la suite.
    """
    customer = call["customer"]
    if call["channel"] != "phone" or not from_customer(call):
        return
    notes = facts.acts("customer.updated", of=customer, after=call)
    note = next((fact for fact in notes if "note" in fact["changed"]), None)
    known = (call["about"], call.subject, customer)
    trace = earliest(
        note,
        told(facts, customer, *known, after=call),
        alerted(facts, *known, after=call),
        facts.first("quote.sent", customer=customer, mine=True, after=call),
    )
    minutes = facts.procedures.relation.note_minutes
    yield from in_time(facts, f"Appel de {customer}", "trace écrite", call, trace, minutes)
