"""The trainer's wall: where each learner of a class stands."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from sandbox.accounts.models import Account, Cohort
from sandbox.accounts.queries import learners_of
from sandbox.core.context import LEARNER
from sandbox.filters import when
from sandbox.journal.models import JournalEntry
from sandbox.journal.recording import break_in
from sandbox.training.assessment import tally
from sandbox.training.queries import Played, entries_of_runs, runs_of
from sandbox.training.wording import label


@dataclass(frozen=True)
class Tile:
    """One learner: the run being played, the last gesture, occasions, integrity."""

    learner: Account
    played: Played | None
    last: str = ""
    met: int = 0
    missed: int = 0
    broken: str | None = None

    @property
    def state(self) -> str:
        """Colour of the tile."""
        if self.played is None or self.played.is_new:
            return "idle"
        return "active" if self.played.is_open else "done"


def wall(session: Session, cohort: Cohort) -> list[Tile]:
    """A tile a learner, in three statements (and one for each setting never read yet)."""
    learners = learners_of(session, cohort)
    latest: dict[int, Played] = {}
    for played in runs_of(session, learners):
        latest.setdefault(played.run.owner_id or 0, played)
    journals = entries_of_runs(session, [played.run for played in latest.values()])
    return [_tile(learner, latest.get(learner.id), journals) for learner in learners]


def _tile(learner: Account, played: Played | None, journals: dict[int, list[JournalEntry]]) -> Tile:
    if played is None:
        return Tile(learner, None)
    entries = journals[played.run.id]
    met, missed = tally(played.run, entries)
    return Tile(learner, played, last_gesture(entries), met, missed, break_in(played.run, entries))


def last_gesture(entries: list[JournalEntry]) -> str:
    """What the learner did last, and when in the company."""
    mine = (entry for entry in reversed(entries) if entry.post == LEARNER)
    last = next(mine, None)
    return f"{label(last.verb)}, {when(last.at)}" if last else ""
