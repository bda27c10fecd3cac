"""Orders of customers long overdue wait, and accounting knows."""

from collections.abc import Iterator
from datetime import date

from sandbox.evaluation.debts import Debt, debts_of
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import alerted, asked_and_obtained
from sandbox.evaluation.vocabulary import in_time


@rule("CP4.1/retard-fait-attendre", on=("order.recorded", "order.held", "order.declined"))
def overdue_held(facts: Facts, act: Fact) -> Iterator[Said]:
    """La commande d'un client très en retard attend, et les collègues le savent.

    Pourquoi : livrer un client qui ne paie plus, c'est agrandir l'impayé.

    Mesure : quand une facture du client est échue depuis plus longtemps que la procédure de
    crédit ne l'admet, la commande est mise en attente ou refusée, et un collègue prévenu dans le
    délai d'alerte ; enregistrée, elle l'est avec un accord.

    Conseil : regardez la plus ancienne échéance dans l'encours avant d'enregistrer.
    """
    credit, today = facts.procedures.credit, act.at.date()
    oldest = min(
        (d.due_on for d in debts_of(facts, act["customer"]) if _owed(d, today)), default=today
    )
    late, name = (today - oldest).days, act.subject
    if late <= credit.overdue_block_days:
        return
    if act.verb == "order.recorded":
        approval = asked_and_obtained(facts, "over_limit", act.subject, before=act)
        proofs = (act, approval.asked, approval.answer)
        if approval.granted:
            yield met(f"{name} : échéance dépassée de {late} jours, accord obtenu.", *proofs)
        else:
            yield missed(f"{name} : enregistrée, échéance dépassée de {late} jours.", *proofs)
        return
    since = facts.first("order.received", of=act.subject) or act
    raised = ("colleague.alerted", "approval.requested")
    word = alerted(facts, act.subject, act["customer"], after=since, verbs=raised)
    minutes = facts.procedures.alerts.minutes
    yield from in_time(facts, name, "arrêtée, collègue prévenu", act, word, minutes)


def _owed(debt: Debt, today: date) -> bool:
    return debt.stopped_on is None or debt.stopped_on > today
