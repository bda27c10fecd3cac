"""Cohorts and the people who sign in."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from sandbox.core.orm import Base


class Role(StrEnum):
    """What a person may do beside their own runs."""

    LEARNER = "learner"
    TRAINER = "trainer"
    ADMINISTRATOR = "administrator"
    JUROR = "juror"


class Cohort(Base):
    """A class (promotion) and the trainer who runs it."""

    __tablename__ = "cohort"
    __table_args__ = (Index("uq_cohort_join_code", "join_code", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    # No foreign key: accounts already point to cohorts, and SQLite cannot close a circle.
    trainer_id: Mapped[int | None]
    # What learners type to join by themselves; none: the door is closed.
    join_code: Mapped[str | None]


class Account(Base):
    """A person; the only place where a real name stands.

    ``session_key`` is in the cookie of every open session: a new one signs all of them out.
    """

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    role: Mapped[str]
    password_hash: Mapped[str]
    active: Mapped[bool] = mapped_column(default=True)
    cohort_id: Mapped[int | None] = mapped_column(ForeignKey("cohort.id"), index=True)
    session_key: Mapped[str]
    failures: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]

    is_authenticated = True
    is_anonymous = False

    @property
    def is_active(self) -> bool:
        """Whether this person may sign in."""
        return self.active

    @property
    def initials(self) -> str:
        """Two letters at most, for the small round at the top of the page."""
        return "".join(word[0] for word in self.name.split()[:2]).upper()

    @property
    def trains(self) -> bool:
        """Whether this person runs a class, or all of them."""
        return self.role in (Role.TRAINER, Role.ADMINISTRATOR)

    def get_id(self) -> str:
        """What the session's cookie holds."""
        return f"{self.id}:{self.session_key}"

    def is_locked(self, now: datetime) -> bool:
        """Whether too many failures keep this account shut for the moment."""
        return self.locked_until is not None and self.locked_until > now
