"""Solvency on the screen: what each source said, and the grid with its working."""

from datetime import date

from sandbox.core.setting import Setting
from sandbox.core.units import Cents
from sandbox.crm.models import Customer
from sandbox.erp.grid import Grid
from sandbox.erp.labels import SECTORS
from sandbox.erp.models.solvency import SolvencyFile, Source
from sandbox.filters import eur, plural

CRITERIA = {
    "age_years": ("Ancienneté", 10),
    "equity_positive": ("Capitaux propres positifs", 10),
    "incident": ("Rien d’alarmant dans les sources", 25),
    "average_delay": ("Retard moyen dans nos livres", 20),
    "bureau_score": ("Note de l’agence, divisée par quatre", 25),
    "sector_risk": ("Risque du secteur", 10),
}


def rows_of(grid: Grid) -> list[tuple[str, int, int]]:
    """Criterion, points and most points; nothing while a source lacks."""
    if grid.score is None:
        return []
    return [(*_named(name, points),) for name, points in grid.score.points.items()]


def _named(name: str, points: int) -> tuple[str, int, int]:
    label, most = CRITERIA[name]
    return label, points, most


def said(file: SolvencyFile, source: Source) -> str:
    """What a source said when it was read, in one French sentence; empty before."""
    told = file.looked.get(source)
    if told is None:
        return "Demandé : la réponse arrive dans la journée." if source in file.asked else ""
    match source:
        case Source.REGISTER:
            created = date.fromisoformat(told["created_on"])
            state = "inscrite" if told["exists"] else "radiée du registre"
            years = plural(told["age"], "an")
            risk = SECTORS[told["sector"]]
            begun = f"créée le {created:%d/%m/%Y} ({years})"
            return f"Société {state}, {begun} ; risque du secteur : {risk}."
        case Source.NOTICES:
            return "Procédure collective en cours." if told["insolvent"] else "Aucune annonce."
        case Source.ACCOUNTS:
            return (
                f"Chiffre d’affaires {eur(told['sales'])}, résultat {eur(told['profit'])}, "
                f"capitaux propres {eur(told['equity'])}."
            )
        case Source.PRIVILEGES:
            owed = told["owed"]
            return f"Privilège inscrit : {eur(owed)}." if owed else "Aucun privilège inscrit."
        case Source.BUREAU:
            return f"Note {told['score']} sur 100."


def solvency_called(customer: Customer, gross: Cents, setting: Setting) -> str:
    """Why so many cents with tax call for a look at solvency first; empty when nothing does."""
    if customer.known_since is None:
        return "Nouveau client"
    unusual = customer.unusual(gross, setting.procedures.credit)
    return "Montant inhabituel" if unusual else ""
