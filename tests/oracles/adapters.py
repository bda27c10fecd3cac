"""How worked examples are put to the product: inputs in, answers out, as the file has them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from sandbox.core.money import euros

Inputs = dict[str, Any]
Adapter = Callable[[Inputs], Inputs]

ADAPTERS: dict[str, Adapter] = {}


def answers(*ids: str) -> Callable[[Adapter], Adapter]:
    """Register the adapter of some worked examples."""

    def register(adapter: Adapter) -> Adapter:
        ADAPTERS.update(dict.fromkeys(ids, adapter))
        return adapter

    return register


def day(text: str) -> date:
    """A date of the file."""
    return date.fromisoformat(text)


def cents(text: str) -> int:
    """An amount of the file, in cents."""
    return euros(text)


def rate(text: str) -> int:
    """A percentage of the file, however many zeros it ends with."""
    return int(Decimal(text) * 100)


def money(amount: int) -> str:
    """Cents (or hundredths) as the file writes them."""
    sign = "-" if amount < 0 else ""
    return f"{sign}{abs(amount) // 100}.{abs(amount) % 100:02d}"
