"""The clock of a run at a pace of its own: it ages only while somebody is there to see it.

No process of its own beats it: each poll of an open page does. What a poll advances is a move like
any other, so that a replay needs no real time at all.
"""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from sandbox.core.context import LEARNER, TRAINER, open_context
from sandbox.core.errors import DomainError, RunIsClosed, RunIsPaused
from sandbox.core.run import Run, RunStatus, locked
from sandbox.simulation.engine import TooFarAhead, advance_by

PACES = {0: "Libre", 1: "×1", 5: "×5", 20: "×20"}
# Company minutes that pass at once: fewer, larger moves keep the journal readable.
STEP = 5
# Pages poll every four seconds; after this long a closed laptop has aged nothing.
ABSENCE = timedelta(seconds=15)


class UnknownPace(DomainError):
    """The clock has four paces."""

    message = "Cette allure n'existe pas : libre, ×1, ×5 ou ×20."
    field = "pace"


class PacedByTrainer(DomainError):
    """While the trainer drives the clock of the class, nobody else does."""

    message = "Votre formateur tient l'horloge de la classe : le temps avance pour tous à la fois."


def set_pace(
    session: Session, run_id: int, pace: int, now: datetime, *, by_trainer: bool = False
) -> Run:
    """Let the clock of a run go at a pace (company time per real time, 0 to stop).

    ``now`` is real time, aware. Raises UnknownPace, PacedByTrainer, RunIsPaused or RunIsClosed;
    the caller commits.
    """
    if pace not in PACES:
        raise UnknownPace
    run = locked(session, run_id)
    if run.status != RunStatus.OPEN:
        raise RunIsClosed
    if not by_trainer and run.paused:
        raise RunIsPaused
    if run.paced_by_trainer and not by_trainer:
        raise PacedByTrainer
    run.pace, run.beat_at, run.owed_seconds = pace, now, 0
    run.paced_by_trainer = by_trainer and pace > 0
    return run


def beat(session: Session, run_id: int, now: datetime) -> bool:
    """Count the real time since the last beat; True when the company's clock has advanced.

    ``now`` is real time, aware; an absence counts for nothing. The caller commits.
    """
    run = locked(session, run_id)
    if not run.pace or run.status != RunStatus.OPEN:
        return False
    gap, run.beat_at = now - (run.beat_at or now), now
    if run.paused or not timedelta(0) <= gap <= ABSENCE:
        return False
    run.owed_seconds += round(gap.total_seconds()) * run.pace
    minutes = run.owed_seconds // 60
    if minutes < STEP:
        return False
    run.owed_seconds -= minutes * 60
    session.flush()
    return _advance(session, run, minutes)


def _advance(session: Session, run: Run, minutes: int) -> bool:
    actor = TRAINER if run.paced_by_trainer else LEARNER
    try:
        advance_by(open_context(session, run.id, actor), minutes=minutes)
    except TooFarAhead:
        run.pace = 0
        return False
    return True
