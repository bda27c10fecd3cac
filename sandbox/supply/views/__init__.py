"""Screens of the supply desk."""

from sandbox.supply.views import (
    claims,
    counts,
    invoices,
    market,
    production,
    purchases,
    quarantine,
    stock,
)
from sandbox.supply.views.base import bp

__all__ = [
    "bp",
    "claims",
    "counts",
    "invoices",
    "market",
    "production",
    "purchases",
    "quarantine",
    "stock",
]
