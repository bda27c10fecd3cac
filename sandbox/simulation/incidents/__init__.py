"""Incidents: kinds in code, incidents as data, and what a trainer does with them."""

from sandbox.simulation.incidents import (
    billing,
    insolvency,
    message,
    orders,
    privacy,
    reacting,
    striking,
    supply,
)
from sandbox.simulation.incidents.services import (
    arm_incident,
    cancel_incident,
    fire_incident,
    inject_incident,
    write_as,
)

__all__ = [
    "arm_incident",
    "billing",
    "cancel_incident",
    "fire_incident",
    "inject_incident",
    "insolvency",
    "message",
    "orders",
    "privacy",
    "reacting",
    "striking",
    "supply",
    "write_as",
]
