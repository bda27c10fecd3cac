"""Screens of the mailbox and of the customers."""

from sandbox.crm.views import (
    complaints,
    customers,
    diary,
    drafting,
    grouping,
    letters,
    mailbox,
    mailing,
    news,
    people,
    privacy,
    retention,
    segments,
    sorting,
    team,
    telephone,
    writing,
)
from sandbox.crm.views.base import bp

__all__ = [
    "bp",
    "complaints",
    "customers",
    "diary",
    "drafting",
    "grouping",
    "letters",
    "mailbox",
    "mailing",
    "news",
    "people",
    "privacy",
    "retention",
    "segments",
    "sorting",
    "team",
    "telephone",
    "writing",
]
