"""A workbook calculates, and its figures are those of the company."""

from collections.abc import Iterator

from sandbox.core.money import format_euros
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed, partly
from sandbox.evaluation.registry import rule


@rule("CT3.1/classeur-a-formules", on=("workbook.handed_in",))
def workbook(facts: Facts, book: Fact) -> Iterator[Said]:
    """Un classeur remis calcule avec des formules, sur les chiffres de l'entreprise.

    Pourquoi : un total tapé à la main reste faux le jour où une ligne change.

    Mesure : pour chaque travail demandé, le dernier classeur remis a des formules, aucun total
    tapé, et l'un de ses résultats est le montant échu que vous aviez lu dans la balance âgée ;
    à moitié si un total est tapé. Sans classeur, rien n'est jugé.

    Conseil : exportez la liste, puis faites la somme avec le tableur au lieu de la recopier.
    """
    if book is not facts.last("workbook.handed_in", task=book["task"], mine=True):
        return
    name = f"Classeur {book.subject}"
    seen = facts.last("aged_balance.consulted", mine=True, before=book)
    if not book["formulas"]:
        yield missed(f"{name} : aucune formule.", book)
    elif seen is not None and seen["overdue"] not in book["figures"]:
        due = format_euros(seen["overdue"])
        yield missed(f"{name} : aucun résultat ne vaut {due}, le montant échu.", book, seen)
    elif book["typed_totals"]:
        yield partly(f"{name} : un total au moins est tapé à la main.", book, seen)
    else:
        yield met(f"{name} : des formules, et les chiffres du jour.", book, seen)
