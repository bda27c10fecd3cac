"""Who objects to prospecting gets none."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule

UNLAWFUL = frozenset({"ObjectionIgnored", "ConsumerConsentMissing"})


@rule("CP1.4/opposition-respectee", on=("message.sent",), blocking=True)
def objection_honoured(facts: Facts, message: Fact) -> Iterator[Said]:
    """Une offre commerciale ne part ni à qui s'y oppose, ni à un particulier sans son accord.

    Pourquoi : prospecter contre la volonté des gens est interdit, et se paie en plaintes.

    Mesure : chaque message d'offre commerciale que vous envoyez va à quelqu'un qui ne s'y oppose
    pas, et à un particulier seulement si son accord est noté.

    Conseil : regardez « Données personnelles » sur la fiche avant un publipostage d'offres.
    """
    if message["topic"] != "prospecting":
        return
    if UNLAWFUL & set(message.get("cautions", ())):
        yield missed(f"{message.subject} : une offre à qui n'en veut pas.", message)
    else:
        yield met(f"{message.subject} : une offre à qui peut en recevoir.", message)
