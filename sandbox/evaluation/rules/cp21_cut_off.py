"""Goods are handed over before the carrier's last hour."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import never


@rule("CP2.1/heure-limite", on=("delivery.shipped",))
def cut_off(facts: Facts, shipped: Fact) -> Iterator[Said]:
    """L'expédition est remise avant l'heure limite du transporteur.

    Pourquoi : une heure de retard à quai fait un jour de retard chez le client.

    Mesure : chaque bon de livraison que vous faites partir est remis avant l'heure limite du
    transporteur choisi.

    Conseil : préparez le matin, expédiez avant l'heure, ou prenez un autre transporteur.
    """
    yield never(
        shipped,
        "AfterCutOff" in shipped["cautions"],
        f"{shipped.subject} : remis avant l'heure limite.",
        f"{shipped.subject} : remis après l'heure limite, il part un jour plus tard.",
    )
