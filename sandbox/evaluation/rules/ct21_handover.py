"""The desk is handed over with its open cases."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed, partly
from sandbox.evaluation.registry import rule


@rule("CT2.1/note-de-passation", on=("handover.written",))
def handover(facts: Facts, note: Fact) -> Iterator[Said]:
    """La note de passation dit chaque dossier ouvert et la prochaine action.

    Pourquoi : qui reprend le poste doit pouvoir agir sans vous rappeler.

    Mesure : chaque note de passation nomme vos tâches ouvertes et les messages que vous suivez,
    avec une prochaine action pour chaque dossier ; à moitié s'il manque l'un ou l'autre.

    Conseil : écrivez-la en vous demandant ce que vous aimeriez trouver en arrivant.
    """
    cases = note["cases"]
    acts, forgotten = note["with_next_act"], note["forgotten"]
    if cases and acts == len(cases) and not forgotten:
        yield met("Chaque dossier a sa prochaine action.", note)
    elif acts:
        left = f"{len(forgotten)} oubliés, {len(cases) - acts} sans suite"
        yield partly(f"Passation incomplète : dossiers {left}.", note)
    else:
        yield missed("La note de passation ne dit aucune prochaine action.", note)
