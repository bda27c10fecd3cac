"""Screens of the commercial desks."""

from sandbox.erp import panels
from sandbox.erp.views import (
    approvals,
    credit,
    deliveries,
    dunning,
    invoices,
    orders,
    payments,
    quotes,
)
from sandbox.erp.views.base import bp

__all__ = [
    "approvals",
    "bp",
    "credit",
    "deliveries",
    "dunning",
    "invoices",
    "orders",
    "panels",
    "payments",
    "quotes",
]
