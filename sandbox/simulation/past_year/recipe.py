"""How a company's customers bought in the past year, segment by segment."""

from dataclasses import dataclass

from sandbox.core.units import Rate

Between = tuple[int, int]


@dataclass(frozen=True)
class SegmentYear:
    """Customers of a segment: orders a year and articles an order (drawn between two numbers).

    ``quoted`` is the part of the orders that a quote came before.
    """

    orders: Between
    articles: Between = (1, 3)
    quoted: Rate = 4000

    def __post_init__(self) -> None:
        for low, high in (self.orders, self.articles):
            if not 0 <= low <= high:
                raise ValueError("deux nombres sont attendus, le plus petit d'abord : [1, 3].")


@dataclass(frozen=True)
class PastYear:
    """The recipe of a year: what each customer spends an order stands on its record.

    ``lost_quotes`` are quotes without an order, for each order that had one; ``corrected`` the
    invoices cancelled by a credit note and issued anew; worked days from an order to its departure.
    """

    segments: dict[str, SegmentYear]
    lost_quotes: Rate = 2500
    corrected: Rate = 200
    departs_in: Between = (1, 4)
    answers_in: Between = (1, 8)
