"""Old papers are destroyed once their delay has gone, and not before."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed, partly
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import within


@rule("CP1.4/anciens-papiers", on=("archive.box_opened",), anyone=True)
def old_papers(facts: Facts, box: Fact) -> Iterator[Said]:
    """Ce qui a passé son délai de conservation est détruit ; le reste est gardé.

    Pourquoi : garder sans fin coûte, et la loi l'interdit pour ce qui nomme des personnes ;
    détruire trop tôt prive l'entreprise de sa preuve en cas de contrôle ou de litige.

    Mesure : à chaque carton ouvert, les documents dont le dernier jour est passé sont détruits
    dans le délai de la procédure. Une partie seulement, ou un essai sur un document à garder, ne
    compte qu'à moitié.

    Conseil : dix ans pour une pièce comptable se comptent depuis la clôture de l'exercice, pas
    depuis la date de la pièce.
    """
    today = box.at.date().isoformat()
    gone = [paper["number"] for paper in box["papers"] if paper["keep_until"] < today]
    if not gone:
        return
    done = [act for number in gone for act in facts.acts("document.destroyed", document=number)]
    last = done[-1] if len(done) == len(gone) else None
    timing = within(facts, box.at, last, facts.procedures.filing.sort_minutes)
    if timing is None:
        return
    early = facts.acts("move.refused", reason="TooEarlyToDestroy", after=box)
    name = f"Carton d'archives, {len(done)} documents détruits sur {len(gone)}"
    if not done:
        yield missed(f"{name} ({timing}).", box)
    elif timing.kept and not early:
        yield met(f"{name} ({timing}).", box, *done)
    else:
        tried = ", avec un essai sur un document à garder" if early else ""
        yield partly(f"{name}{tried} ({timing}).", box, *done, *early)
