"""The director hears of broken promises."""

from collections.abc import Iterator
from datetime import timedelta

from sandbox.core.calendar import opening
from sandbox.evaluation.debts import debts_of
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import alerted
from sandbox.evaluation.vocabulary import within


@rule("CP4.3/promesse-rompue-remontee", on=("payment.promised",), anyone=True)
def broken_promise_raised(facts: Facts, promise: Fact) -> Iterator[Said]:
    """Une seconde promesse rompue est remontée à la direction ou à la comptabilité.

    Pourquoi : un client qui promet deux fois sans payer n'a peut-être plus de quoi.

    Mesure : quand une promesse de paiement suit une promesse déjà manquée sur la même facture et
    n'est pas tenue non plus, une alerte ou une demande d'accord dans le délai.

    Conseil : dites l'encours, les promesses faites et ce que vous proposez.
    """
    invoice, customer = promise.subject, promise["customer"]
    earlier = facts.last("payment.promised", of=invoice, before=promise)
    since = opening(promise.date("promised_on") + timedelta(days=1))
    debt = next((d for d in debts_of(facts, customer) if d.invoice == invoice), None)
    broken = earlier is not None and earlier.date("promised_on") < promise.at.date()
    paid = debt is None or (debt.stopped_on is not None and debt.stopped_on <= since.date())
    if not broken or paid:
        return
    raised = ("colleague.alerted", "approval.requested")
    word = alerted(facts, invoice, customer, after=promise, verbs=raised)
    timing = within(facts, since, word, facts.procedures.dunning.broken_promise_minutes)
    if timing is None:
        return
    if timing.kept:
        yield met(f"{invoice} : seconde promesse rompue, remontée.", promise, earlier, word)
    else:
        yield missed(f"{invoice} : seconde promesse rompue, tue.", promise, earlier, word)
