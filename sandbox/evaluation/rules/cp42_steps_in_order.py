"""Collection steps are taken in order, each in its window."""

from collections.abc import Iterator

from sandbox.evaluation.collection import Step, steps_of
from sandbox.evaluation.debts import SOURCES, Debt, debts
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed, partly
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import asked_and_obtained
from sandbox.evaluation.wording import day


@rule("CP4.2/etapes-dans-l-ordre", on=SOURCES, anyone=True, blocking=True)
def steps_in_order(facts: Facts, source: Fact) -> Iterator[Said]:
    """Chaque étape du recouvrement est faite dans l'ordre et à sa date.

    Pourquoi : une montée régulière et prévisible fait payer sans fâcher ; un trou dans la suite
    affaiblit le dossier.

    Mesure : pour chaque facture échue, y compris celles d'avant votre arrivée, chaque étape de
    la procédure de recouvrement à partir de son jour, avant la fin de sa tolérance, et après
    l'étape précédente. En retard, c'est à moitié réussi. Une facture payée, avoirée ou
    contestée, une promesse ou un échéancier en cours, un accord refusé ou attendu arrêtent le
    compte.

    Conseil : ouvrez les relances chaque matin : elles disent l'étape du jour de chaque facture.
    """
    for debt in debts(facts, source):
        for step in steps_of(facts, debt):
            if facts.others(step.act):
                continue
            finding = _done(debt, step) if step.act else _not_done(facts, debt, step)
            if finding is not None:
                yield finding


def _done(debt: Debt, step: Step) -> Said:
    name, act = f"{debt.invoice}, {step.label}", step.act
    pledge = debt.pledge_over(step.done_on, step.done_on)
    if step.done_on < step.opens:
        return missed(f"{name} : trop tôt, prévue {day(step.opens)}.", act, debt.source)
    if step.skipped:
        return missed(f"{name} : l'étape « {step.skipped} » manque avant.", act, debt.source)
    if pledge is not None and pledge.at < step.moment:
        return missed(f"{name} : une promesse ou un échéancier courait.", act, pledge)
    if step.done_on > step.closes and not step.inherited:
        return partly(f"{name} : en retard, prévue {day(step.opens)}.", act, debt.source)
    return met(f"{name} : faite à sa date.", act, debt.source)


def _not_done(facts: Facts, debt: Debt, step: Step) -> Said | None:
    """Missed once its window is over, unless something stopped the count before."""
    stopped = debt.stopped_on is not None and debt.stopped_on <= step.closes
    pledged = debt.pledge_over(step.opens, step.closes)
    if step.inherited or stopped or pledged or not facts.is_over(step.closes):
        return None
    if not step.ours:
        approval = asked_and_obtained(facts, step.level, debt.invoice)
        if approval.asked and not approval.granted:
            return None
    because = f"{debt.invoice}, {step.label} : attendue {day(step.opens)}, pas faite."
    return missed(because, debt.source)
