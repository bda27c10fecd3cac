"""Chance as a hash, not a stream: one idle act shifts nothing, and every machine draws the same."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from itertools import accumulate

from sandbox.core.units import Rate

BITS = 53


def draw(seed: int, actor: str, purpose: str, subject: str) -> int:
    """Integer in [0, 2**53) that depends on these four things only."""
    digest = sha256(f"{seed}|{actor}|{purpose}|{subject}".encode()).digest()
    return int.from_bytes(digest[:8], "big") >> (64 - BITS)


def below(limit: int, seed: int, actor: str, purpose: str, subject: str) -> int:
    """Integer in [0, limit), evenly spread."""
    return draw(seed, actor, purpose, subject) * limit >> BITS


def percent(seed: int, actor: str, purpose: str, subject: str) -> Rate:
    """Integer from 0 to 9999, to compare with a probability in hundredths of a percent."""
    return below(10_000, seed, actor, purpose, subject)


def happens(probability: Rate, seed: int, actor: str, purpose: str, subject: str) -> bool:
    """Whether something of this probability (hundredths of a percent) comes about."""
    return percent(seed, actor, purpose, subject) < probability


def between(low: int, high: int, seed: int, actor: str, purpose: str, subject: str) -> int:
    """Integer from `low` to `high`, both possible; raises ValueError when `high` is below `low`."""
    if high < low:
        raise ValueError(f"Intervalle vide : de {low} à {high}.")
    return low + below(high - low + 1, seed, actor, purpose, subject)


def pick(
    weights: Mapping[str, int] | Sequence[str], seed: int, actor: str, purpose: str, subject: str
) -> str:
    """One of the names, by weight (equal weights for a sequence), in the order given.

    Raises ValueError when there is nothing to choose from or a weight is negative.
    """
    table = weights if isinstance(weights, Mapping) else dict.fromkeys(weights, 1)
    bounds = list(accumulate(table.values()))
    if not bounds or bounds[-1] <= 0 or min(table.values()) < 0:
        raise ValueError("Rien à tirer au sort : il faut au moins un choix de poids positif.")
    ticket = below(bounds[-1], seed, actor, purpose, subject)
    return next(name for name, bound in zip(table, bounds, strict=True) if ticket < bound)
