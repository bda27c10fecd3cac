"""The house's grid laid over a solvency file: points, what lacks, and the limit that it gives."""

from dataclasses import dataclass
from datetime import date

from sandbox.core.credit import NEW_CUSTOMER_LIMIT, Score, SectorRisk, score, suggested_limit
from sandbox.core.solvency import Standing
from sandbox.core.terms import term_days
from sandbox.core.units import Cents, Days
from sandbox.erp.models.solvency import SolvencyFile, Source

NEEDED = (Source.REGISTER, Source.NOTICES, Source.ACCOUNTS, Source.BUREAU)
MONTHS = 12


@dataclass(frozen=True)
class Grid:
    """Points by criterion once every source is read, with the limit (cents) and its working."""

    missing: tuple[Source, ...]
    score: Score | None
    yearly: Cents
    terms: Days
    equity: Cents
    limit: Cents

    @property
    def points(self) -> int | None:
        """Total out of 100, None while a source lacks."""
        return self.score.total if self.score else None


def grid_of(file: SolvencyFile, *, yearly: Cents, delay: Days | None, terms: str) -> Grid:
    """The grid of a file: yearly sales with tax, mean delay in our books (None without any).

    A customer without history has the house's first limit; a firm struck off has none.
    """
    missing = tuple(source for source in NEEDED if source not in file.looked)
    days, equity = term_days(terms), int(file.looked.get(Source.ACCOUNTS, {}).get("equity", 0))
    if missing:
        return Grid(missing, None, yearly, days, equity, 0)
    found = score(
        age_years=int(file.looked[Source.REGISTER]["age"]),
        equity_positive=equity > 0,
        incident=bool(file.alarming),
        average_delay=delay,
        bureau_score=int(file.looked[Source.BUREAU]["score"]),
        sector_risk=SectorRisk(file.looked[Source.REGISTER]["sector"]),
    )
    return Grid((), found, yearly, days, equity, _limit(file, found, yearly, days, equity))


def _limit(file: SolvencyFile, found: Score, yearly: Cents, days: Days, equity: Cents) -> Cents:
    if not file.looked[Source.REGISTER]["exists"]:
        return 0
    if not yearly:
        return NEW_CUSTOMER_LIMIT if found.score_class != "D" else 0
    return suggested_limit(yearly, days, equity, found.score_class)


def said_by(source: Source, known: Standing, insolvent: bool, today: date) -> dict[str, object]:
    """What a source says of a firm on a day; ``alarming`` when it is serious."""
    match source:
        case Source.REGISTER:
            told: dict[str, object] = {
                "exists": known.exists,
                "created_on": known.created_on.isoformat(),
                "age": known.age(today),
                "sector": known.sector_risk.value,
            }
            return told | {"alarming": not known.exists}
        case Source.NOTICES:
            return {"insolvent": insolvent, "alarming": insolvent}
        case Source.ACCOUNTS:
            filed = {"sales": known.sales, "profit": known.profit, "equity": known.equity}
            return {**filed, "alarming": known.equity < 0}
        case Source.PRIVILEGES:
            return {"owed": known.privileges, "alarming": known.privileges > 0}
        case Source.BUREAU:
            return {"score": known.bureau_score, "alarming": known.bureau_score < 30}
