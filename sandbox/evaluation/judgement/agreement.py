"""How far two people who rate the same texts agree; nothing is said of fewer than thirty.

Cohen 1960 (kappa), Cohen 1968 (quadratic weights), Gwet 2008 (AC1); percentile bootstrap.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sandbox.core.chance import below
from sandbox.evaluation.judgement.grid import LEVELS

Pair = tuple[int, int]
Figure = Callable[[Sequence[Pair], Sequence[int]], float | None]

MINIMUM = 30
RESAMPLES = 400
SEED = 20260823


@dataclass(frozen=True)
class Agreement:
    """Figures between 0 and 1 (kappas may fall under 0); None where they are not defined."""

    count: int
    raw: float | None
    kappa: float | None
    ac1: float | None
    weighted: float | None
    interval: tuple[float, float] | None

    @property
    def speaks(self) -> bool:
        """Whether there are enough texts to say anything."""
        return self.count >= MINIMUM


def agreement(pairs: Sequence[Pair], levels: Sequence[int] = LEVELS) -> Agreement:
    """The figures of pairs of levels; the interval is that of the weighted kappa, at 95 %."""
    return Agreement(
        len(pairs),
        raw_agreement(pairs),
        kappa(pairs, levels),
        gwet_ac1(pairs, levels),
        weighted_kappa(pairs, levels),
        bootstrap(pairs, levels) if len(pairs) >= MINIMUM else None,
    )


def raw_agreement(pairs: Sequence[Pair]) -> float | None:
    """Share of the texts on which both say the same."""
    return sum(a == b for a, b in pairs) / len(pairs) if pairs else None


def kappa(pairs: Sequence[Pair], levels: Sequence[int] = LEVELS) -> float | None:
    """Agreement beyond what the margins of both would give by chance."""
    seen = raw_agreement(pairs)
    if seen is None:
        return None
    first, second = _margins(pairs)
    return _beyond(seen, sum(first[level] * second[level] for level in levels))


def gwet_ac1(pairs: Sequence[Pair], levels: Sequence[int] = LEVELS) -> float | None:
    """Agreement beyond chance, steady when nearly everything falls on one level."""
    seen = raw_agreement(pairs)
    if seen is None:
        return None
    first, second = _margins(pairs)
    shares = [(first[level] + second[level]) / 2 for level in levels]
    return _beyond(seen, sum(share * (1 - share) for share in shares) / (len(levels) - 1))


def weighted_kappa(pairs: Sequence[Pair], levels: Sequence[int] = LEVELS) -> float | None:
    """Kappa where a gap of two levels weighs four times a gap of one."""
    if not pairs:
        return None
    first, second = _margins(pairs)
    observed = sum((a - b) ** 2 for a, b in pairs) / len(pairs)
    chance = sum((a - b) ** 2 * first[a] * second[b] for a in levels for b in levels)
    return 1 - observed / chance if chance else None


def bootstrap(
    pairs: Sequence[Pair], levels: Sequence[int] = LEVELS, figure: Figure = weighted_kappa
) -> tuple[float, float] | None:
    """95 % interval of a figure, drawn with a fixed seed: the same texts give the same one."""
    drawn = (figure(_resampled(pairs, rank), levels) for rank in range(RESAMPLES))
    values = sorted(value for value in drawn if value is not None)
    if not values:
        return None
    return values[len(values) * 25 // 1000], values[(len(values) * 975 - 1) // 1000]


def _resampled(pairs: Sequence[Pair], rank: int) -> list[Pair]:
    count = len(pairs)
    return [pairs[below(count, SEED, "bootstrap", str(rank), str(i))] for i in range(count)]


def _margins(pairs: Sequence[Pair]) -> tuple[dict[int, float], dict[int, float]]:
    return _shares([a for a, _ in pairs]), _shares([b for _, b in pairs])


def _shares(values: list[int]) -> dict[int, float]:
    counts = Counter(values)
    return {level: counts[level] / len(values) for level in LEVELS}


def _beyond(seen: float, chance: float) -> float | None:
    return (seen - chance) / (1 - chance) if chance < 1 else None
