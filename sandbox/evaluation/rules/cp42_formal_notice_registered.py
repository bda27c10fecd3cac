"""Formal notices are sent by registered letter."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule


@rule("CP4.2/mise-en-demeure-recommandee", on=("formal_notice.sent",), blocking=True)
def formal_notice_registered(facts: Facts, notice: Fact) -> Iterator[Said]:
    """La mise en demeure part en recommandé avec avis de réception.

    Pourquoi : devant un juge, il faut prouver que le client l'a reçue, et quand.

    Mesure : chaque mise en demeure que vous envoyez part en lettre recommandée.

    Conseil : réservez les courriels aux relances ; la mise en demeure se poste.
    """
    if notice["channel"] == "registered":
        yield met(f"{notice.subject} : mise en demeure en recommandé.", notice)
    else:
        yield missed(f"{notice.subject} : mise en demeure sans recommandé.", notice)
