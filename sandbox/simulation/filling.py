"""Texts and conditions of incident files: what stands between braces is filled when they strike."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import Any

from sandbox.core.setting import Colleague

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
# Colleagues by their posts: « {director} » is a first name, « {director_name} » the whole name.
POSTS = (
    *("director", "sales_rep", "purchasing", "warehouse", "shipping", "accounting"),
    *("after_sales", "production"),
)
PEOPLE = frozenset((*POSTS, *(f"{post}_name" for post in POSTS)))
FACTS = frozenset((*REFERENCES, *WORDS)) | PEOPLE


class _LeftAlone(dict[str, str]):
    """What is not known yet stays between its braces."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


def filled(value: Any, facts: Mapping[str, str]) -> Any:
    """The same value, every text of it filled; a name that the facts lack leaves nothing."""
    return _filled(value, defaultdict(str, facts))


def signed(value: Any, colleagues: Iterable[Colleague]) -> Any:
    """The same value with the colleagues of a company named; the rest is filled when it strikes."""
    names = dict.fromkeys(PEOPLE, "")
    for person in colleagues:
        names[person.post] = person.name.split()[0]
        names[f"{person.post}_name"] = person.name
    return _filled(value, _LeftAlone(names))


def _filled(value: Any, words: Mapping[str, str]) -> Any:
    if isinstance(value, Enum) or value is None:
        return value
    if isinstance(value, str):
        return value.format_map(words) if "{" in value else value
    if isinstance(value, Mapping):
        return {_filled(key, words): _filled(item, words) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_filled(item, words) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        held = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **{name: _filled(item, words) for name, item in held.items()})
    return value


def in_letters(day: date | datetime) -> str:
    """A day as people write it: 12/11/2026."""
    return f"{day:%d/%m/%Y}"
