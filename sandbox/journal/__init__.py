"""The journal: what was asked, what happened, and who is told."""

from sandbox.journal.recording import record, subscribe
from sandbox.journal.use_cases import use_case

__all__ = ["record", "subscribe", "use_case"]
