"""Each step of collection goes through the channel of the procedure."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import never

STRONGER = {
    "phone": ("phone",),
    "email": ("email", "letter", "registered"),
    "letter": ("letter", "registered"),
    "registered": ("registered",),
}


@rule("CP4.2/canal-de-l-etape", on=("dunning.sent",))
def channel_of_step(facts: Facts, dunning: Fact) -> Iterator[Said]:
    """Chaque étape du recouvrement passe par le canal de la procédure.

    Pourquoi : l'appel entretient la relation, l'écrit fait preuve ; l'un ne remplace pas l'autre.

    Mesure : chaque relance que vous envoyez passe par le canal que la procédure de recouvrement
    donne à cette étape, ou par un écrit plus fort.

    Conseil : gardez le canal proposé.
    """
    steps = {step.level: step for step in facts.procedures.dunning.steps}
    step = steps.get(dunning["level"])
    if step is None:
        return
    yield never(
        dunning,
        dunning["channel"] not in STRONGER[step.channel],
        f"{dunning.subject}, {step.label} : par le bon canal.",
        f"{dunning.subject}, {step.label} : pas par le canal de la procédure.",
    )
