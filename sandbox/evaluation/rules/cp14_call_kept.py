"""Calls leave a written trace."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import alerted, from_customer
from sandbox.evaluation.vocabulary import earliest, in_time


@rule("CP1.4/trace-de-l-appel", on=("message.received", "call.ended"), anyone=True)
def call_kept(facts: Facts, call: Fact) -> Iterator[Said]:
    """Un appel de client laisse une trace écrite.

    Pourquoi : ce qui s'est dit au téléphone n'existe que pour vous ; demain, un collègue
    reprendra le dossier.

    Mesure : pour chaque conversation avec un client, ou message qu'il laisse, une note d'appel ou
    dans sa fiche, une alerte à un collègue ou un écrit au client, dans le délai de la procédure
    (minutes ouvrées).

    Conseil : écrivez tout de suite l'objet de l'appel, ce qui est décidé et la suite.
    """
    customer = call["customer"]
    if not _is_kept(call):
        return
    notes = facts.acts("customer.updated", of=customer, after=call)
    note = next((fact for fact in notes if "note" in fact["changed"]), None)
    known = (call["about"], call.subject, customer)
    trace = earliest(
        note,
        facts.first("call.noted", of=call.subject, mine=True),
        _written(facts, customer, known, call),
        alerted(facts, *known, after=call),
        facts.first("quote.sent", customer=customer, mine=True, after=call),
    )
    minutes = facts.procedures.relation.note_minutes
    yield from in_time(facts, f"Appel de {customer}", "trace écrite", call, trace, minutes)


def _is_kept(call: Fact) -> bool:
    """Whether it is a message left by a customer, or a conversation with one."""
    if call.verb == "call.ended":
        return bool(call["to"] == f"customer:{call['customer']}")
    return call["channel"] == "phone" and from_customer(call)


def _written(facts: Facts, customer: str, known: tuple[str | None, ...], call: Fact) -> Fact | None:
    """The first message to the customer that is not words on the telephone."""
    sent = facts.acts("message.sent", customer=customer, after=call)
    about = (None, *known)
    return next((m for m in sent if m["channel"] != "phone" and m["about"] in about), None)
