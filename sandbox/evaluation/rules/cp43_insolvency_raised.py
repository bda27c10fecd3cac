"""The director hears of an insolvent customer at once."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import alerted
from sandbox.evaluation.vocabulary import within

TOLD = ("colleague.alerted", "approval.requested")


@rule("CP4.3/procedure-collective-remontee", on=("insolvency.published",), anyone=True)
def insolvency_raised(facts: Facts, notice: Fact) -> Iterator[Said]:
    """L'ouverture d'une procédure collective est remontée tout de suite à la direction.

    Pourquoi : il y a de l'argent en jeu, des commandes à retenir et une décision qui n'est pas la
    vôtre.

    Mesure : après l'annonce, une alerte ou une demande d'accord à la direction sur ce client, dans
    le délai que la procédure de recouvrement donne pour une promesse rompue.

    Conseil : dites ce qui est dû, ce qui est en commande, et ce que vous proposez.
    """
    customer = notice["customer"]
    word = alerted(facts, notice.subject, customer, after=notice, verbs=TOLD, posts=("director",))
    timing = within(facts, notice.at, word, facts.procedures.dunning.broken_promise_minutes)
    if timing is None:
        return
    if timing.kept:
        yield met(f"{notice.subject} : la direction l'a su à temps.", notice, word)
    else:
        yield missed(f"{notice.subject} : la direction ne l'a pas su à temps.", notice, word)
