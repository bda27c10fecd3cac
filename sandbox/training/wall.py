"""The trainer's wall: where each learner of a class stands, read anew only where it moved."""

import hashlib
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox.accounts.models import Account, Cohort
from sandbox.accounts.queries import learners_of
from sandbox.core.context import LEARNER
from sandbox.core.run import Run
from sandbox.crm.models import Message
from sandbox.filters import plural, when
from sandbox.journal.models import JournalEntry, Move
from sandbox.journal.payloads import HintAsked
from sandbox.journal.recording import break_in
from sandbox.training.assessment import tally
from sandbox.training.pacing import PACES
from sandbox.training.queries import Played, entries_of_runs, runs_of
from sandbox.training.wording import label

# Real time without an act after which somebody may be stuck.
STUCK = timedelta(minutes=5)
# Refusals among the last acts that are worth a look over the shoulder.
RECENT, REFUSED = 6, 3
_KEPT = 512


@dataclass(frozen=True)
class Story:
    """What a journal says of a run: last gesture, occasions, hints, where the chain breaks."""

    last: str = ""
    met: int = 0
    missed: int = 0
    hints: int = 0
    broken: str | None = None


@dataclass(frozen=True)
class Tile:
    """One learner: the run being played, the last gesture, occasions, what asks for a look."""

    learner: Account
    played: Played | None
    unread: int = 0
    refused: int = 0
    stuck: bool = False
    story: Story = Story()

    @property
    def state(self) -> str:
        """Colour of the tile."""
        if self.played is None or self.played.is_new:
            return "idle"
        if not self.played.is_open:
            return "done"
        return "stuck" if self.alerts else "active"

    @property
    def alerts(self) -> tuple[str, ...]:
        """What deserves the trainer's eye, in words."""
        found = ["Rien depuis cinq minutes"] if self.stuck else []
        if self.refused >= REFUSED:
            found.append(
                f"{plural(self.refused, 'geste refusé', 'gestes refusés')} de suite ou presque"
            )
        return tuple(found)

    @property
    def stamp(self) -> str:
        """All that shows on the tile, in one line."""
        if self.played is None:
            return f"{self.learner.id}"
        run = self.played.run
        moving = (run.id, run.head_hash, run.clock, run.status, run.paused, run.pace)
        return f"{self.learner.id} {moving} {self.unread} {self.refused} {self.stuck}"


@dataclass(frozen=True)
class Wall:
    """The tiles, and one word that changes with any of them."""

    tiles: Sequence[Tile]
    state: str
    paces = tuple(PACES.items())

    @property
    def open_runs(self) -> list[Run]:
        """Runs that are being played."""
        return [t.played.run for t in self.tiles if t.played and t.played.is_open]

    @property
    def paused(self) -> int:
        """How many of them are stopped."""
        return sum(run.paused for run in self.open_runs)

    @property
    def pace(self) -> int:
        """Pace at which the trainer drives the class; 0 when everybody goes as they like."""
        return max((run.pace for run in self.open_runs if run.paced_by_trainer), default=0)


def wall(
    session: Session, cohort: Cohort, now: datetime, *, since: str = "", fresh: bool = False
) -> Wall | None:
    """The wall at a moment of real time; None when nothing has changed since a state of it.

    ``fresh`` reads whole journals again, to verify their chains.
    """
    glances = _glances(session, cohort, now)
    state = hashlib.sha256("|".join(tile.stamp for tile in glances).encode()).hexdigest()[:12]
    if state == since:
        return None
    stories = _stories(session, [tile.played.run for tile in glances if tile.played], fresh)
    return Wall([_told(tile, stories) for tile in glances], state)


def _glances(session: Session, cohort: Cohort, now: datetime) -> list[Tile]:
    """Tiles without what takes reading a journal."""
    learners = learners_of(session, cohort)
    latest: dict[int, Played] = {}
    for played in runs_of(session, learners):
        latest.setdefault(played.run.owner_id or 0, played)
    numbers = [played.run.id for played in latest.values()]
    unread, refused = _unread(session, numbers), _refusals(session, numbers)
    return [_glance(learner, latest.get(learner.id), now, unread, refused) for learner in learners]


def _glance(
    learner: Account,
    played: Played | None,
    now: datetime,
    unread: dict[int, int],
    refused: dict[int, int],
) -> Tile:
    if played is None:
        return Tile(learner, None)
    run = played.run
    acted = run.acted_at
    stuck = played.is_open and not run.paused and acted is not None and now - acted >= STUCK
    return Tile(learner, played, unread.get(run.id, 0), refused.get(run.id, 0), stuck)


def _unread(session: Session, runs: Sequence[int]) -> dict[int, int]:
    rows = session.execute(
        select(Message.run_id, func.count())
        .where(Message.run_id.in_(runs), Message.outgoing.is_(False), Message.read_at.is_(None))
        .group_by(Message.run_id)
    )
    return {row[0]: row[1] for row in rows}


def _refusals(session: Session, runs: Sequence[int]) -> dict[int, int]:
    """How many of the learner's last acts were refused, by run."""
    rows = session.execute(
        select(Move.run_id, func.count())
        .join(Run, Run.id == Move.run_id)
        .where(
            Move.run_id.in_(runs),
            Move.actor == LEARNER,
            Move.refusal.is_not(None),
            Move.seq > Run.move_seq - RECENT,
        )
        .group_by(Move.run_id)
    )
    return {row[0]: row[1] for row in rows}


_known: OrderedDict[tuple[int, str], Story] = OrderedDict()


def _stories(session: Session, runs: Sequence[Run], fresh: bool) -> dict[int, Story]:
    """Stories of runs; those whose journal has not grown are known by heart."""
    unknown = [run for run in runs if fresh or (run.id, run.head_hash) not in _known]
    journals = entries_of_runs(session, unknown) if unknown else {}
    for run in unknown:
        _known[run.id, run.head_hash] = _story(run, journals[run.id])
    found = {run.id: _known[run.id, run.head_hash] for run in runs}
    while len(_known) > _KEPT:
        _known.popitem(last=False)
    return found


def _story(run: Run, entries: list[JournalEntry]) -> Story:
    met, missed = tally(run, entries)
    hints = sum(entry.verb == HintAsked.verb for entry in entries)
    return Story(last_gesture(entries), met, missed, hints, break_in(run, entries))


def _told(tile: Tile, stories: dict[int, Story]) -> Tile:
    if tile.played is None:
        return tile
    story = stories[tile.played.run.id]
    return Tile(tile.learner, tile.played, tile.unread, tile.refused, tile.stuck, story)


def last_gesture(entries: list[JournalEntry]) -> str:
    """What the learner did last, and when in the company."""
    mine = (entry for entry in reversed(entries) if entry.post == LEARNER)
    last = next(mine, None)
    return f"{label(last.verb)}, {when(last.at)}" if last else ""
