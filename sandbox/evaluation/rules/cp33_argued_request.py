"""Requests for approval hold what it takes to decide."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed, partly
from sandbox.evaluation.registry import rule


@rule("CP3.3/demande-argumentee", on=("approval.requested",))
def argued_request(facts: Facts, request: Fact) -> Iterator[Said]:
    """Une demande d'accord donne les options et votre avis.

    Pourquoi : une question sans options fait perdre un aller-retour ; votre avis montre que vous
    avez cherché.

    Mesure : chaque demande utile contient des options et une recommandation ; l'une des deux, à
    moitié. Leur valeur se lit par une personne.

    Conseil : le fait chiffré, deux ou trois solutions, celle que vous recommandez et pourquoi.
    """
    if not request["needed"] or request["kind"] == "formal_notice":
        return
    name = f"Demande sur {request['about']}"
    if request["options"] and request["recommendation"]:
        yield met(f"{name} : options et recommandation y sont.", request)
    elif request["options"] or request["recommendation"]:
        yield partly(f"{name} : il manque les options ou votre avis.", request)
    else:
        yield missed(f"{name} : ni options, ni avis.", request)
