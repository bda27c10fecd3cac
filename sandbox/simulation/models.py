"""What a run's world keeps for itself: what is going to happen, incidents, regards."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from sandbox.core.errors import DomainError
from sandbox.core.orm import Base, InRun, Referable


class AlreadyStruck(DomainError):
    """An incident strikes once."""

    message = "L'incident {reference} s'est déjà produit."


class Event(InRun, Base):
    """Something that will happen at a company time; equal times happen in order of id."""

    __tablename__ = "event"
    __table_args__ = (Index(None, "run_id", "done", "at"),)

    at: Mapped[datetime]
    kind: Mapped[str]
    subject: Mapped[str]
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    done: Mapped[bool] = mapped_column(default=False)


class IncidentStatus(StrEnum):
    """Life of an incident."""

    ARMED = "armed"
    PLANNED = "planned"
    STRUCK = "struck"
    CANCELLED = "cancelled"


class Incident(Referable, Base):
    """An incident of a run (INC-): armed, planned, or struck; ``facts`` names what it bears on.

    ``answers`` are the reactions recognised so far, as « accepted:0 ».
    """

    __tablename__ = "incident"
    __kind__ = "Incident"
    __table_args__ = (UniqueConstraint("run_id", "reference"), Index(None, "run_id", "status"))

    incident: Mapped[str]
    kind: Mapped[str]
    name: Mapped[str]
    params: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    status: Mapped[str]
    planned_at: Mapped[datetime | None]
    struck_at: Mapped[datetime | None]
    struck_seq: Mapped[int] = mapped_column(default=0)
    about: Mapped[str | None]
    facts: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    answers: Mapped[list[Any]] = mapped_column(JSON, default=list)

    def must_be_to_come(self) -> None:
        """Raise AlreadyStruck once it has struck, or was given up."""
        if self.status in (IncidentStatus.STRUCK, IncidentStatus.CANCELLED):
            raise AlreadyStruck(reference=self.reference)

    def strike(self, at: datetime, seq: int, facts: dict[str, str]) -> None:
        """It has struck, and bears on these facts."""
        self.status, self.struck_at, self.struck_seq = IncidentStatus.STRUCK, at, seq
        self.facts, self.about = facts, facts.get("about")

    def answered(self, worth: str, reaction: int) -> bool:
        """Keep a reaction; False when it was recognised before."""
        mark = f"{worth}:{reaction}"
        if mark in self.answers:
            return False
        self.answers = [*self.answers, mark]
        return True

    def has_answer(self, worth: str) -> bool:
        """Whether a reaction of this worth was recognised."""
        return any(mark.partition(":")[0] == worth for mark in self.answers)


class Regard(Referable, Base):
    """How an actor (by its key) holds us: loyalty from 0 to 100; some have stopped answering."""

    __tablename__ = "regard"
    __table_args__ = (UniqueConstraint("run_id", "reference"),)

    loyalty: Mapped[int]
    silent: Mapped[bool] = mapped_column(default=False)
