"""Screens of the commercial desks."""

from sandbox.erp import diary, figures, held, panels, story
from sandbox.erp.views import (
    approvals,
    credit,
    credit_notes,
    deliveries,
    dispatch,
    dunning,
    insolvency,
    invoices,
    orders,
    payments,
    plans,
    platform,
    quotes,
    solvency,
    statements,
    versions,
)
from sandbox.erp.views.base import bp

__all__ = [
    "approvals",
    "bp",
    "credit",
    "credit_notes",
    "deliveries",
    "diary",
    "dispatch",
    "dunning",
    "figures",
    "held",
    "insolvency",
    "invoices",
    "orders",
    "panels",
    "payments",
    "plans",
    "platform",
    "quotes",
    "solvency",
    "statements",
    "story",
    "versions",
]
