"""No formal notice without the director's decision."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import asked_and_obtained


@rule("CP4.3/accord-avant-mise-en-demeure", on=("formal_notice.sent",), blocking=True)
def formal_notice_approved(facts: Facts, notice: Fact) -> Iterator[Said]:
    """Pas de mise en demeure sans la décision de la direction.

    Pourquoi : elle ouvre la voie au contentieux et peut rompre la relation ; ce choix n'est pas
    le vôtre.

    Mesure : chaque mise en demeure que vous envoyez a été précédée d'un accord demandé et
    obtenu, quand la procédure de recouvrement en confie la décision à un autre poste.

    Conseil : demandez l'accord quand la deuxième relance reste sans effet, sans attendre le
    dernier jour.
    """
    steps = {step.level: step.decided_by for step in facts.procedures.dunning.steps}
    if steps.get("formal_notice", "learner") in ("learner", "assistant"):
        return
    approval = asked_and_obtained(facts, "formal_notice", notice.subject, before=notice)
    evidence = (notice, approval.asked, approval.answer)
    if approval.granted:
        yield met(f"{notice.subject} : mise en demeure avec l'accord obtenu.", *evidence)
    else:
        reason = "malgré le refus" if approval.refused else "sans accord obtenu"
        yield missed(f"{notice.subject} : mise en demeure {reason}.", *evidence)
