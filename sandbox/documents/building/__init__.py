"""Snapshots built from the rows as they are when a document is issued.

Importing the package subscribes it to the journal.
"""

from sandbox.documents.building import (
    account,
    billing,
    buying,
    insolvency,
    litigation,
    planning,
    pro_forma,
    protesting,
    rights,
    selling,
    shipping,
    warehouse,
    writing,
)

__all__ = [
    "account",
    "billing",
    "buying",
    "insolvency",
    "litigation",
    "planning",
    "pro_forma",
    "protesting",
    "rights",
    "selling",
    "shipping",
    "warehouse",
    "writing",
]
