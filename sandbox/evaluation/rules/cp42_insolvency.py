"""An insolvent customer is dunned no more; what it owes is declared in time."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.wording import day

REMINDERS = ("dunning.sent", "formal_notice.sent")


@rule("CP4.2/procedure-collective", on=("insolvency.published",), anyone=True, blocking=True)
def insolvency_respected(facts: Facts, notice: Fact) -> Iterator[Said]:
    """Un client en procédure collective n'est plus relancé, et la créance est déclarée à temps.

    Pourquoi : la loi gèle ce qui est dû d'avant le jugement ; le réclamer est interdit, et qui ne
    déclare pas sa créance dans les deux mois n'a plus droit à rien (C. com. L622-21, L622-24).

    Mesure : après l'annonce, aucune relance ni mise en demeure de votre part à ce client ; et une
    déclaration de créance au mandataire avant le dernier jour. Tant que ce jour n'est pas passé,
    une déclaration qui n'est pas encore faite n'est pas comptée.

    Conseil : ouvrez l'annonce, notez la procédure sur la fiche, puis déclarez sans attendre.
    """
    customer, last_day = notice["customer"], notice.date("last_day")
    reminders = facts.acts(*REMINDERS, customer=customer, after=notice)
    claim = facts.first("debt_claim.declared", insolvency=notice.subject)
    for act in reminders:
        yield missed(f"{act.subject} : relancée malgré la procédure collective.", notice, act)
    if claim is not None and not facts.others(claim):
        if claim.at.date() <= last_day:
            yield met(f"{claim.subject} : créance déclarée à temps.", notice, claim)
        else:
            because = f"{claim.subject} : déclarée après le dernier jour, {day(last_day)}."
            yield missed(because, notice, claim)
    elif claim is None and facts.is_over(last_day) and notice["owed"]:
        yield missed(f"{notice.subject} : créance jamais déclarée, {day(last_day)} passé.", notice)
