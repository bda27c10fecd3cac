"""Sales papers are filed where the plan says, under the right name."""

from collections.abc import Iterator

from sandbox.core.paperwork import SALES_PAPERS
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed, partly
from sandbox.evaluation.registry import rule


@rule("CP1.4/classement-des-ventes", on=("document.filed",))
def filed_sales(facts: Facts, filed: Fact) -> Iterator[Said]:
    """Les pièces de vente sont classées à leur place et sous leur nom.

    Pourquoi : une pièce mal classée est une pièce perdue le jour du litige ou du contrôle.

    Mesure : chaque pièce de vente que vous classez est dans le dossier du plan de classement et
    porte le nom que donne la règle ; la bonne place sous un autre nom ne compte qu'à moitié.

    Conseil : gardez le plan de classement ouvert ; le nom suit toujours le même ordre.
    """
    if filed["kind"] not in SALES_PAPERS:
        return
    if filed["well_filed"] and filed["well_named"]:
        yield met(f"{filed['document']} : classé et nommé selon le plan.", filed)
    elif filed["well_filed"]:
        yield partly(f"{filed['document']} : bien classé, mal nommé.", filed)
    else:
        because = f"{filed['document']} : classé en {filed['folder']}"
        yield missed(f"{because}, le plan dit {filed['expected_folder']}.", filed)
