"""One plausible snapshot of each kind, and the parties they share."""

from sandbox.documents.specimens import one_of_each
from sandbox.documents.specimens.parties import HEVEA, LINES, LUMEN, TOTALS, WORKSHOP
from sandbox.documents.specimens.recovery import (
    first_reminder,
    formal_notice,
    second_reminder,
    statement,
)
from sandbox.documents.specimens.selling import (
    credit_note,
    delivery_note,
    invoice,
    order_acknowledgement,
    quote,
)

__all__ = [
    "HEVEA",
    "LINES",
    "LUMEN",
    "TOTALS",
    "WORKSHOP",
    "credit_note",
    "delivery_note",
    "first_reminder",
    "formal_notice",
    "invoice",
    "one_of_each",
    "order_acknowledgement",
    "quote",
    "second_reminder",
    "statement",
]
