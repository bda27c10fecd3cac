"""Broken promises to pay are followed at once."""

from collections.abc import Iterator
from datetime import timedelta

from sandbox.core.calendar import opening
from sandbox.evaluation.debts import debts_of
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import earliest, within
from sandbox.evaluation.wording import day


@rule("CP4.2/promesse-suivie", on=("payment.promised",), anyone=True)
def promise_followed(facts: Facts, promise: Fact) -> Iterator[Said]:
    """Une promesse de paiement non tenue est suivie d'un acte dans la journée.

    Pourquoi : une promesse manquée sans réaction apprend au client que nous n'y tenons pas.

    Mesure : quand le jour promis est passé sans règlement, une relance, un message ou une alerte
    dans le délai de la procédure de recouvrement (minutes ouvrées).

    Conseil : notez la date promise ; le lendemain matin, banque, puis téléphone.
    """
    invoice, since = promise.subject, opening(promise.date("promised_on") + timedelta(days=1))
    debt = next((d for d in debts_of(facts, promise["customer"]) if d.invoice == invoice), None)
    later = facts.first("payment.promised", of=invoice, after=promise)
    if debt is None or later or (debt.stopped_on and debt.stopped_on <= since.date()):
        return
    customer = promise["customer"]
    acts = facts.find("dunning.sent", "formal_notice.sent", of=invoice, after=promise)
    words = facts.acts("message.sent", "call.placed", customer=customer, after=promise)
    raised = ("colleague.alerted", "approval.requested")
    alerts = [f for v in raised for f in facts.acts(v, about=invoice, after=promise)]
    act = earliest(*(f for f in (*acts, *words, *alerts) if f.at >= since))
    timing = within(facts, since, act, facts.procedures.dunning.broken_promise_minutes)
    if timing is None or facts.others(act):
        return
    name = f"{invoice}, promise {day(promise.date('promised_on'))}"
    if timing.kept:
        yield met(f"{name} : non tenue, suivie à temps.", promise, act)
    else:
        yield missed(f"{name} : non tenue, sans suite à temps ({timing}).", promise, act)
