"""The bank is looked at before each reminder."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.looking import consulted_before, query
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule


@rule("CP4.2/banque-avant-relance", on=("dunning.sent", "formal_notice.sent"), blocking=True)
def bank_before_reminder(facts: Facts, act: Fact) -> Iterator[Said]:
    """La banque est regardée avant chaque relance, et rien de payé ni de contesté n'est relancé.

    Pourquoi : relancer un client qui a payé, ou qui conteste, coûte plus que le retard.

    Mesure : pour chaque relance et mise en demeure que vous envoyez, une consultation de la
    banque avant, dans le délai de la procédure de recouvrement et sans crédit de ce client
    depuis ; aucun règlement de ce client en attente ; facture ni rejetée ni refusée.

    Conseil : commencez par la banque, enregistrez et lettrez, relancez ensuite.
    """
    minutes = facts.procedures.dunning.bank_check_minutes
    money = facts.find("bank.credited", customer=act["customer"], before=act)
    waiting = next((line for line in money if not recorded(facts, line, act)), None)
    dispute = facts.first("invoice.rejected", "invoice.refused", of=act.subject, before=act)
    credited = query(facts, "bank.credited", customer=act["customer"])
    look = consulted_before(act, minutes, query(facts, "bank.consulted"), credited)
    if waiting is not None:
        yield missed(f"{act.subject} relancée : un règlement attendait en banque.", act, waiting)
    elif dispute is not None:
        yield missed(f"{act.subject} relancée : la facture est contestée.", act, dispute)
    elif look.fresh:
        yield met(f"{act.subject} relancée : banque, {look}.", act, look.fact)
    else:
        yield missed(f"{act.subject} relancée : banque, {look}.", act, look.fact, look.change)


def recorded(facts: Facts, line: Fact, act: Fact) -> bool:
    """Whether a bank line had been recorded as a payment before an act."""
    return facts.first("payment.recorded", bank_line=line.subject, before=act) is not None
