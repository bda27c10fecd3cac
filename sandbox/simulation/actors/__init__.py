"""Simulated actors: each listens to the journal, and schedules what it will do."""

from sandbox.simulation.actors import (
    accounts,
    bank,
    carrier,
    claims,
    colleagues,
    customer,
    papers,
    platform,
    posts,
    proposals,
    stage,
    story,
    supplier,
    tasks,
    telephone,
    warehouse,
)

__all__ = [
    "accounts",
    "bank",
    "carrier",
    "claims",
    "colleagues",
    "customer",
    "papers",
    "platform",
    "posts",
    "proposals",
    "stage",
    "story",
    "supplier",
    "tasks",
    "telephone",
    "warehouse",
]
