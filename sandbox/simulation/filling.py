"""Texts and conditions of incident files: what stands between braces is filled when they strike."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import Any

Facts = dict[str, str]
# What an incident may name: references first, then words for people.
REFERENCES = (
    *("customer", "supplier", "carrier", "product", "about"),
    *("quote", "order", "invoice", "delivery", "purchase", "arrival"),
)
WORDS = (
    *("customer_name", "contact", "supplier_name", "carrier_name", "product_name", "company"),
    *("order_number", "quantity", "held", "amount", "date", "before", "rate", "list", "number"),
)
FACTS = frozenset((*REFERENCES, *WORDS))


def filled(value: Any, facts: Mapping[str, str]) -> Any:
    """The same value, every text of it filled; a name that the facts lack leaves nothing."""
    if isinstance(value, Enum) or value is None:
        return value
    if isinstance(value, str):
        return value.format_map(defaultdict(str, facts)) if "{" in value else value
    if isinstance(value, Mapping):
        return {filled(key, facts): filled(item, facts) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(filled(item, facts) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        held = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **{name: filled(item, facts) for name, item in held.items()})
    return value


def in_letters(day: date | datetime) -> str:
    """A day as people write it: 12/11/2026."""
    return f"{day:%d/%m/%Y}"
