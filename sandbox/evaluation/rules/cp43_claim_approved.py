"""No debt declared without the director's decision."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import asked_and_obtained


@rule("CP4.3/accord-avant-declaration", on=("debt_claim.declared",), blocking=True)
def claim_approved(facts: Facts, claim: Fact) -> Iterator[Said]:
    """Pas de déclaration de créance sans la décision de la direction.

    Pourquoi : elle engage l'entreprise devant le tribunal.

    Mesure : chaque déclaration que vous envoyez a été précédée d'un accord demandé et obtenu sur
    cette procédure.

    Conseil : préparez les montants, demandez l'accord le jour de l'annonce, envoyez ensuite.
    """
    approval = asked_and_obtained(facts, "debt_claim", claim["insolvency"], before=claim)
    evidence = (claim, approval.asked, approval.answer)
    if approval.granted:
        yield met(f"{claim.subject} : déclarée avec l'accord obtenu.", *evidence)
    else:
        yield missed(f"{claim.subject} : déclarée {approval.lack}.", *evidence)
