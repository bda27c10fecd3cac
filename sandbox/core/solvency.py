"""What the outside world knows of a firm: coherent fictitious figures, always the same."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sandbox.core import chance
from sandbox.core.credit import SectorRisk
from sandbox.core.money import share
from sandbox.core.units import Cents, Rate

EUROS = 100
# Our customers buy from us a small part of what they sell.
SALES_PER_MEAN_ORDER = 150
SMALLEST_SALES: Cents = 18_000_000
STEP: Cents = 100_000


class Health(StrEnum):
    """How a firm is doing; a firm struck off the register no longer exists."""

    SOUND = "sound"
    FRAGILE = "fragile"
    FAILING = "failing"
    STRUCK_OFF = "struck_off"


# Bounds by health: age in years, equity and profit for sales (hundredths of a percent), score.
_AGE = {
    Health.SOUND: (6, 32),
    Health.FRAGILE: (2, 9),
    Health.FAILING: (1, 6),
    Health.STRUCK_OFF: (1, 4),
}
_EQUITY: dict[Health, tuple[Rate, Rate]] = {
    Health.SOUND: (1800, 4200),
    Health.FRAGILE: (200, 1100),
    Health.FAILING: (-1500, -100),
    Health.STRUCK_OFF: (-2500, -500),
}
_PROFIT: dict[Health, tuple[Rate, Rate]] = {
    Health.SOUND: (200, 900),
    Health.FRAGILE: (-150, 250),
    Health.FAILING: (-1200, -250),
    Health.STRUCK_OFF: (-2000, -500),
}
_SCORE = {
    Health.SOUND: (62, 94),
    Health.FRAGILE: (38, 61),
    Health.FAILING: (6, 30),
    Health.STRUCK_OFF: (0, 0),
}
_RISKS = {SectorRisk.LOW.value: 4, SectorRisk.MEDIUM.value: 4, SectorRisk.HIGH.value: 2}
_HEALTHS = {Health.SOUND.value: 70, Health.FRAGILE.value: 22, Health.FAILING.value: 8}
# Of firms that are failing, those with a privilege of the tax office or of social security.
_PRIVILEGED: Rate = 7000


@dataclass(frozen=True, slots=True)
class Standing:
    """A firm as its register, its accounts and a bureau tell it; cents, a score out of 100."""

    health: Health
    created_on: date
    sales: Cents
    profit: Cents
    equity: Cents
    privileges: Cents
    bureau_score: int
    sector_risk: SectorRisk

    @property
    def exists(self) -> bool:
        """Whether the register still has it."""
        return self.health != Health.STRUCK_OFF

    def age(self, today: date) -> int:
        """Whole years since it was registered."""
        before = (today.month, today.day) < (self.created_on.month, self.created_on.day)
        return today.year - self.created_on.year - before


def standing(
    seed: int, reference: str, *, today: date, mean_order: Cents = 0, health: Health | None = None
) -> Standing:
    """What is known of a customer, drawn once for all from the seed of the run.

    `mean_order` sets the size of the firm; `health` is told by the scenario, or drawn.
    """

    def between(name: str, bounds: tuple[int, int]) -> int:
        return chance.between(*bounds, seed, reference, "solvency", name)

    found = health or Health(chance.pick(_HEALTHS, seed, reference, "solvency", "health"))
    sales = max(SMALLEST_SALES, mean_order * SALES_PER_MEAN_ORDER)
    sales = share(sales, between("sales", (7000, 16000))) // STEP * STEP
    failing = found in (Health.FAILING, Health.STRUCK_OFF)
    privileged = failing and chance.happens(_PRIVILEGED, seed, reference, "solvency", "privileged")
    years = between("age", _AGE[found])
    return Standing(
        health=found,
        created_on=date(today.year - years, between("month", (1, 12)), between("day", (1, 28))),
        sales=sales,
        profit=share(sales, between("profit", _PROFIT[found])) // EUROS * EUROS,
        equity=share(sales, between("equity", _EQUITY[found])) // EUROS * EUROS,
        privileges=share(sales, between("owed", (100, 600))) // EUROS * EUROS if privileged else 0,
        bureau_score=between("score", _SCORE[found]),
        sector_risk=SectorRisk(chance.pick(_RISKS, seed, reference, "solvency", "sector")),
    )
