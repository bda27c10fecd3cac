"""One table: what people said of a run, chained like the journal and as append-only."""

import hashlib
import json
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from sandbox.core.orm import Base


class Kind(StrEnum):
    """What somebody says; what ``key`` and ``content`` hold depends on it."""

    SELF_RATING = "self_rating"  # criterion: {"level": met, partly, missed or unknown}
    RATING = "rating"  # message: {item of the grid: level}
    OVERRIDE = "override"  # finding: {"outcome"}
    COMMENT = "comment"  # criterion, message or question of the debriefing
    CONTEST = "contest"  # finding
    ANSWER = "answer"  # finding
    RELEASE = "release"  # "report" or "texts": {"entries", "head"} of the journal at that time;
    # "booklet": {"version", "sha256", "pdf"} of the booklet of the learner
    COMMITMENT = "commitment"  # "next", or "kept": {"run", "kept"}
    OBSERVATION = "observation"  # criterion, or nothing: what was seen in the room
    DECISION = "decision"  # criterion: {"level", "proposed", "runs"}


class JudgementEntry(Base):
    """One thing that somebody said of a run; never changed, never deleted (triggers see to it).

    ``at`` is real time in UTC, ISO 8601 to the second; ``author_id`` is the account's number, with
    no foreign key: the name goes with the account, what was said stays.
    """

    __tablename__ = "judgement_entry"

    run_id: Mapped[int] = mapped_column(ForeignKey("run.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[str]
    author_id: Mapped[int]
    kind: Mapped[str]
    key: Mapped[str]
    content: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    hash: Mapped[str] = mapped_column(String(64))

    @property
    def data(self) -> dict[str, Any]:
        """The content, read."""
        found: dict[str, Any] = json.loads(self.content)
        return found

    @property
    def moment(self) -> datetime:
        """When it was said, aware."""
        return datetime.fromisoformat(self.at)


class Booklet(Base):
    """A booklet as it was released: what it said, as canonical JSON, and the file made then.

    ``sha256`` is that of ``content``; the stream of the learner's latest run repeats it in its
    chain. ``at`` is real time in UTC, ISO 8601 to the second.
    """

    __tablename__ = "booklet"

    learner_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[str]
    author_id: Mapped[int]
    content: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    pdf: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)

    @property
    def data(self) -> dict[str, Any]:
        """The content, read."""
        found: dict[str, Any] = json.loads(self.content)
        return found

    @property
    def moment(self) -> datetime:
        """When it was released, aware."""
        return datetime.fromisoformat(self.at)

    @property
    def is_whole(self) -> bool:
        """Whether the content is still the one that was released."""
        return hashlib.sha256(self.content.encode()).hexdigest() == self.sha256
