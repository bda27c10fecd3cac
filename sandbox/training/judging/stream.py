"""The stream of what people said of a run: written in a chain, read as it stands."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.run import Run, locked
from sandbox.evaluation.judgement.grid import ITEMS, Mark
from sandbox.evaluation.model import Outcome
from sandbox.journal.recording import canonical
from sandbox.training.judging.models import JudgementEntry, Kind

FORMAT = 1
REPORT, TEXTS, BOOKLET = "report", "texts", "booklet"
NEXT, KEPT = "next", "kept"


@dataclass(frozen=True)
class Said:
    """Something about to be said: who says it, and when (aware)."""

    author_id: int
    at: datetime


@dataclass(frozen=True)
class Note:
    """One thing to say: its kind, what it is about, its content, and why."""

    kind: Kind
    key: str
    content: dict[str, Any] = field(default_factory=dict)
    reason: str = ""

    def entry(self, run_id: int, seq: int, said: Said) -> JudgementEntry:
        """The same as a row, not yet chained."""
        return JudgementEntry(
            run_id=run_id,
            seq=seq,
            at=said.at.astimezone(UTC).isoformat(timespec="seconds"),
            author_id=said.author_id,
            kind=self.kind,
            key=self.key,
            content=canonical(self.content),
            reason=self.reason.strip(),
        )


def genesis(run: Run) -> str:
    """Hash that the first thing said of a run is chained to."""
    text = f"comptoir-judgement|{FORMAT}|{run.id}|{run.digest}|{run.seed}"
    return hashlib.sha256(text.encode()).hexdigest()


def chained(previous: str, entry: JudgementEntry) -> str:
    """SHA-256 of the canonical text of an entry and of the hash before it."""
    who = (entry.seq, entry.at, entry.author_id)
    said = [*who, entry.kind, entry.key, entry.content, entry.reason]
    return hashlib.sha256(f"{previous}\n{canonical(said)}".encode()).hexdigest()


def append(session: Session, run_id: int, said: Said, *notes: Note) -> list[JudgementEntry]:
    """Say things of a run, under the run's lock; the caller commits."""
    run = locked(session, run_id)
    last = session.scalar(
        select(JudgementEntry)
        .where(JudgementEntry.run_id == run_id)
        .order_by(JudgementEntry.seq.desc())
        .limit(1)
    )
    seq, previous = (last.seq, last.hash) if last else (0, genesis(run))
    added = []
    for note in notes:
        seq += 1
        entry = note.entry(run_id, seq, said)
        previous = entry.hash = chained(previous, entry)
        added.append(entry)
    session.add_all(added)
    session.flush()
    return added


def break_in(run: Run, entries: Iterable[JudgementEntry]) -> str | None:
    """French sentence saying where the chain breaks, or None when it is whole."""
    previous = genesis(run)
    for number, entry in enumerate(entries, start=1):
        previous = chained(previous, entry)
        if (entry.seq, entry.hash) != (number, previous):
            return f"L'avis n° {number} ne correspond pas à son empreinte."
    return None


class Stream:
    """Everything said of one run, and what stands of it."""

    def __init__(self, entries: Sequence[JudgementEntry]) -> None:
        self.entries = entries

    def of(self, kind: Kind) -> list[JudgementEntry]:
        """What was said of this kind, in order."""
        return [entry for entry in self.entries if entry.kind == kind]

    def latest(self, kind: Kind) -> dict[str, JudgementEntry]:
        """The last thing said of this kind under each key."""
        return {entry.key: entry for entry in self.of(kind)}

    @property
    def self_ratings(self) -> dict[str, str]:
        """How the learner sees it, by criterion."""
        return {key: e.data["level"] for key, e in self.latest(Kind.SELF_RATING).items()}

    @property
    def has_rated_self(self) -> bool:
        """Whether the learner has said how they think they did."""
        return bool(self.of(Kind.SELF_RATING))

    @property
    def contests(self) -> dict[str, JudgementEntry]:
        """What the learner contests, by finding."""
        return self.latest(Kind.CONTEST)

    @property
    def observations(self) -> list[JudgementEntry]:
        """What the trainer saw in the room, in order."""
        return self.of(Kind.OBSERVATION)

    def pending(self) -> list[str]:
        """Findings contested that nobody has answered since."""
        return [key for key, contest in self.contests.items() if self._last_word(key) < contest.seq]

    def _last_word(self, key: str) -> int:
        spoken = (Kind.ANSWER, Kind.OVERRIDE)
        return max((e.seq for e in self.entries if e.key == key and e.kind in spoken), default=0)

    def outcomes(self) -> dict[str, Outcome]:
        """What people make of findings: a trainer's word, or contested until a trainer speaks."""
        said = {key: Outcome(e.data["outcome"]) for key, e in self.latest(Kind.OVERRIDE).items()}
        return said | dict.fromkeys(self.pending(), Outcome.CONTESTED)

    def release(self, what: str = REPORT) -> JudgementEntry | None:
        """The last release of the report, or of the ratings of texts."""
        return self.latest(Kind.RELEASE).get(what)

    def marks(self, released_only: bool = False) -> list[Mark]:
        """Levels given to texts, in order; those that the learner may see."""
        release = self.release(TEXTS)
        until = (release.seq if release else 0) if released_only else len(self.entries)
        return [
            Mark(entry.key, item, level, entry.author_id)
            for entry in self.of(Kind.RATING)
            if entry.seq <= until
            for item, level in entry.data.items()
            if item in ITEMS
        ]

    @property
    def commitment(self) -> JudgementEntry | None:
        """The one thing to do next time."""
        return self.latest(Kind.COMMITMENT).get(NEXT)
