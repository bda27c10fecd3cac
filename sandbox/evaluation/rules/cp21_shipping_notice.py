"""The shipping service is told in time."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import never


@rule("CP2.1/avis-d-expedition", on=("delivery.instructed",))
def shipping_notice(facts: Facts, notice: Fact) -> Iterator[Said]:
    """L'ordre d'expédition est donné avant l'heure limite.

    Pourquoi : l'expédition organise ses quais ; un ordre tardif attend le lendemain.

    Mesure : chaque ordre d'expédition que vous donnez l'est avant l'heure limite de
    l'expéditeur.

    Conseil : donnez l'ordre dès que la marchandise est prête.
    """
    yield never(
        notice,
        not notice["in_time"],
        f"{notice.subject} : ordre d'expédition donné à temps.",
        f"{notice.subject} : ordre d'expédition donné après l'heure limite.",
    )
