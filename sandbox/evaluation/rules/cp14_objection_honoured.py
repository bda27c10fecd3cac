"""Who objects to prospecting gets none."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed, partly
from sandbox.evaluation.registry import rule

UNLAWFUL = frozenset({"ObjectionIgnored", "ConsumerConsentMissing"})


@rule("CP1.4/opposition-respectee", on=("message.sent", "call.placed"), blocking=True)
def objection_honoured(facts: Facts, act: Fact) -> Iterator[Said]:
    """Une offre commerciale ne va ni à qui s'y oppose, ni à un particulier sans son accord.

    Pourquoi : prospecter contre la volonté des gens est interdit, et se paie en plaintes.

    Mesure : chaque message ou appel d'offre commerciale de votre part va à quelqu'un qui ne s'y
    oppose pas par cette voie, et à un particulier seulement si la loi dispense de son accord ou
    s'il est noté. Un appel hors des heures permises est à moitié réussi.

    Conseil : regardez « Données personnelles » sur la fiche ; le publipostage le fait pour vous.
    """
    if act["topic"] != "prospecting":
        return
    cautions = set(act.get("cautions", ()))
    if UNLAWFUL & cautions:
        yield missed(f"{act.subject} : une offre à qui n'en veut pas.", act)
    elif "OutsideCallHours" in cautions:
        yield partly(f"{act.subject} : un particulier appelé à une heure interdite.", act)
    else:
        yield met(f"{act.subject} : une offre à qui peut en recevoir.", act)
