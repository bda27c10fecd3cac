"""Supply papers are filed where the plan says, under the right name."""

from collections.abc import Iterator

from sandbox.core.paperwork import SALES_PAPERS
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed, partly
from sandbox.evaluation.registry import rule


@rule("CP2.2/classement-des-achats", on=("document.filed",))
def filed_supply(facts: Facts, filed: Fact) -> Iterator[Said]:
    """Les pièces d'achat, de transport et d'environnement sont classées à leur place.

    Pourquoi : bon de livraison, réserves et facture se lisent ensemble, ou le litige est perdu.

    Mesure : chaque pièce de ces familles que vous classez est dans le dossier du plan de
    classement et porte le nom que donne la règle ; sous un autre nom, à moitié.

    Conseil : classez le bon de livraison le jour de la réception, avec ses réserves.
    """
    if filed["kind"] in SALES_PAPERS:
        return
    if filed["well_filed"] and filed["well_named"]:
        yield met(f"{filed['document']} : classé et nommé selon le plan.", filed)
    elif filed["well_filed"]:
        yield partly(f"{filed['document']} : bien classé, mal nommé.", filed)
    else:
        because = f"{filed['document']} : classé en {filed['folder']}"
        yield missed(f"{because}, le plan dit {filed['expected_folder']}.", filed)
