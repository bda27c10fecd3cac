"""No debt handed over without the decision of the post that the procedure names."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import asked_and_obtained


@rule("CP4.3/accord-avant-contentieux", on=("litigation.handed",), blocking=True)
def litigation_approved(facts: Facts, handed: Fact) -> Iterator[Said]:
    """Pas de créance confiée au contentieux ou à un prestataire sans la décision de la direction.

    Pourquoi : elle engage des frais, rompt souvent la relation et peut mener au tribunal.

    Mesure : chaque dossier que vous remettez a été précédé d'un accord demandé et obtenu sur sa
    facture, quand la décision revient à un autre poste que le vôtre.

    Conseil : demandez l'accord dès que la mise en demeure reste sans effet, avec vos options.
    """
    if not handed["needed"]:
        return
    approval = asked_and_obtained(facts, "litigation", handed["invoice"], before=handed)
    evidence = (handed, approval.asked, approval.answer)
    if approval.granted:
        yield met(f"{handed['invoice']} : confiée avec l'accord obtenu.", *evidence)
    else:
        yield missed(f"{handed['invoice']} : confiée {approval.lack}.", *evidence)
