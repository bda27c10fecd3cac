"""Verbs of the diary: tasks noted, finished, dropped."""

from dataclasses import dataclass
from datetime import datetime

from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class TaskCreated(Payload, verb="task.created"):
    """Something is to be done by ``post`` before ``due_at``; its text counts so many words."""

    kind: str
    post: str
    customer: str | None
    about: str | None
    due_at: datetime
    words: int
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class TaskFinished(Payload, verb="task.finished"):
    """A task was ticked off; ``late`` if its hour had passed."""

    kind: str
    post: str
    customer: str | None
    about: str | None
    late: bool


@dataclass(frozen=True)
class TaskDropped(Payload, verb="task.dropped"):
    """A task was given up."""

    kind: str
    post: str
    customer: str | None
    about: str | None
