"""Papers reach everybody who must have them."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule


@rule("CP2.3/pieces-transmises", on=("document.transmitted",))
def matrix(facts: Facts, sent: Fact) -> Iterator[Said]:
    """Une pièce transmise l'est à tous ceux qui doivent l'avoir.

    Pourquoi : un service qui n'a pas la pièce ne fait pas son travail, et ne sait pas qu'il
    devrait.

    Mesure : chaque pièce que vous transmettez parvient, ce jour-là, à tous les destinataires que
    la procédure d'alerte prévoit pour elle.

    Conseil : ouvrez « Qui reçoit quoi » avant de choisir les destinataires.
    """
    same = facts.acts("document.transmitted", document=sent["document"])
    if sent is not same[-1]:
        return
    missing = sent["missing"]
    if missing:
        because = f"{sent['document']} : il manque {len(missing)} destinataires."
        yield missed(because, *same)
    else:
        yield met(f"{sent['document']} : tous les destinataires l'ont.", *same)
