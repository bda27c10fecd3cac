"""A formal notice is proposed with what it takes to decide."""

from collections.abc import Iterator

from sandbox.evaluation.debts import debts_of
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed, partly
from sandbox.evaluation.registry import rule


@rule("CP4.3/proposition-argumentee", on=("approval.requested",))
def argued_proposal(facts: Facts, request: Fact) -> Iterator[Said]:
    """La proposition de mise en demeure donne options et avis.

    Pourquoi : la direction décide sur votre dossier ; sans options, elle ne peut que redemander.

    Mesure : chaque demande d'accord pour une mise en demeure contient des options et une
    recommandation, et suit une relance restée sans effet.

    Conseil : encours, historique des relances, deux options, votre avis.
    """
    if request["kind"] != "formal_notice":
        return
    before = facts.last("dunning.sent", of=request["about"], before=request)
    owed = [d for d in debts_of(facts, request["customer"]) if d.invoice == request["about"]]
    dunned = before is not None or any(debt.level for debt in owed)
    name, complete = request["about"], request["options"] and request["recommendation"]
    if complete and dunned:
        yield met(f"{name} : proposition complète, après relances.", request, before)
    elif complete or dunned:
        yield partly(f"{name} : proposition incomplète, ou sans relance avant.", request, before)
    else:
        yield missed(f"{name} : ni relance avant, ni options.", request)
