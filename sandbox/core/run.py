"""A run: one learner's (or team's) play of one scenario, a world of its own."""

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, Session, mapped_column

from sandbox.core.orm import Base


class RunStatus(StrEnum):
    """Life of a run; a template is the pattern that fresh runs are copied from."""

    TEMPLATE = "template"
    OPEN = "open"
    CLOSED = "closed"
    PURGED = "purged"


class Mode(StrEnum):
    """How much help and when the feedback comes."""

    DISCOVERY = "decouverte"
    TRAINING = "entrainement"
    ASSESSMENT = "evaluation"

    @property
    def label(self) -> str:
        return {"decouverte": "Découverte", "entrainement": "Entraînement"}.get(self, "Évaluation")


class SettingVersion(Base):
    """The exact scenario and company file that runs were opened with, under their digest."""

    __tablename__ = "setting_version"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    scenario: Mapped[str]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)


class Run(Base):
    """One world: its clock, its counters, and the head of its journal."""

    __tablename__ = "run"

    MOVING: ClassVar = (
        "clock",
        "next_event_at",
        "next_id",
        "counters",
        "move_seq",
        "entry_seq",
        "head_hash",
        "paused",
        "acted_at",
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scenario: Mapped[str]
    digest: Mapped[str] = mapped_column(ForeignKey("setting_version.digest"))
    seed: Mapped[int] = mapped_column(BigInteger)
    mode: Mapped[str] = mapped_column(default=Mode.DISCOVERY)
    status: Mapped[str] = mapped_column(default=RunStatus.OPEN, index=True)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("run.id"))
    forked_at: Mapped[int | None]
    clock: Mapped[datetime]
    next_event_at: Mapped[datetime | None]
    next_id: Mapped[int] = mapped_column(default=1)
    counters: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)
    move_seq: Mapped[int] = mapped_column(default=0)
    entry_seq: Mapped[int] = mapped_column(default=0)
    head_hash: Mapped[str] = mapped_column(String(64), default="")
    # Real life, which no replay looks at: stopped by the trainer, last act, pace of the clock.
    paused: Mapped[bool] = mapped_column(default=False)
    acted_at: Mapped[datetime | None]
    pace: Mapped[int] = mapped_column(default=0)
    paced_by_trainer: Mapped[bool] = mapped_column(default=False)
    beat_at: Mapped[datetime | None]
    owed_seconds: Mapped[int] = mapped_column(default=0)

    def position(self) -> dict[str, Any]:
        """Where the run stands: all that a move may change in this row."""
        return {name: getattr(self, name) for name in self.MOVING}

    def return_to(self, position: dict[str, Any]) -> None:
        """Stand again where one stood."""
        for name, value in position.items():
            setattr(self, name, value)

    def take_id(self) -> int:
        """Next id of this run, the same on every database."""
        self.next_id += 1
        return self.next_id - 1

    def count_up(self, series: str) -> int:
        """Next number of a gapless series: under the run's lock, undone with the transaction."""
        number = self.counters.get(series, 0) + 1
        self.counters = {**self.counters, series: number}
        return number


def locked(session: Session, run_id: int) -> Run:
    """A run as it stands, locked until the transaction ends; raises NoResultFound."""
    return session.get_one(Run, run_id, with_for_update={"key_share": True}, populate_existing=True)
