"""What a trainer does with runs: give one, close it, begin again; the caller commits."""

from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox.accounts.models import Account
from sandbox.core.context import LEARNER
from sandbox.core.errors import DomainError, RunIsClosed, RunIsPaused
from sandbox.core.run import Mode, Run, RunStatus, locked
from sandbox.core.setting import setting_of
from sandbox.journal.models import Move
from sandbox.simulation.files import names
from sandbox.simulation.opening import open_run, template_of
from sandbox.simulation.replay import fork
from sandbox.simulation.world import install
from sandbox.training.saved import hand_over_filters


class UnknownScenario(DomainError):
    """No scenario file bears this name."""

    message = "Le scénario « {name} » n'existe pas."
    field = "scenario"


def give_run(
    session: Session, learner: Account, *, scenario: str, folder: Path, mode: Mode | None = None
) -> Run:
    """Open a run of a scenario for a learner; raises UnknownScenario, or BadFiles."""
    if scenario not in names(folder):
        raise UnknownScenario(name=scenario)
    template = install(session, scenario, folder)
    return _open(session, template, learner.id, mode)


def give_class(
    session: Session,
    learners: Iterable[Account],
    *,
    scenario: str,
    folder: Path,
    mode: Mode | None = None,
    waits: bool = False,
) -> list[Run]:
    """Open a run for each learner who plays none of this scenario yet; raises UnknownScenario.

    Those that wait are paused until the trainer starts everybody.
    """
    people = list(learners)
    busy = set(
        session.scalars(
            select(Run.owner_id).where(
                Run.owner_id.in_([learner.id for learner in people]),
                Run.scenario == scenario,
                Run.status == RunStatus.OPEN,
            )
        )
    )
    given = [
        give_run(session, learner, scenario=scenario, folder=folder, mode=mode)
        for learner in people
        if learner.id not in busy
    ]
    for run in given:
        run.paused = waits
    return given


# Looking, waiting and asking for help are not acts to take back.
_NOT_ACTS = ("read_message", "ask_hint")


class OnlyInDiscovery(DomainError):
    """Going back one act is for discovery alone."""

    message = "On ne revient en arrière qu'en mode découverte."


class NothingToTakeBack(DomainError):
    """The learner has done nothing yet."""

    message = (
        "Il n'y a encore aucun geste à reprendre : lire ou demander un indice n'en est pas un."
    )


def go_back(session: Session, run_id: int, at_move: int) -> Run:
    """Begin again from a move, in a run that takes over.

    Raises RunIsClosed, NoSuchMove, NoTemplate.
    """
    return _taken_over(session, _still_open(session, run_id), at_move)


def _taken_over(session: Session, run: Run, at_move: int) -> Run:
    """The run that takes over, and the filters kept in the one that it follows."""
    fresh = fork(session, run, at_move)
    hand_over_filters(session, run.id, fresh.id)
    return fresh


def _still_open(session: Session, run_id: int) -> Run:
    """A run that nothing has taken over yet, locked; raises RunIsClosed."""
    run = locked(session, run_id)
    if run.status != RunStatus.OPEN:
        raise RunIsClosed
    return run


def step_back(session: Session, run_id: int) -> Run:
    """Begin again from before the learner's last act, in a run that takes over.

    Raises RunIsClosed, RunIsPaused, OnlyInDiscovery, NothingToTakeBack, NoTemplate.
    """
    run = _still_open(session, run_id)
    if run.paused:
        raise RunIsPaused
    if run.mode != Mode.DISCOVERY:
        raise OnlyInDiscovery
    last = session.scalar(
        select(Move.seq)
        .where(
            Move.run_id == run.id,
            Move.actor == LEARNER,
            Move.refusal.is_(None),
            Move.use_case.not_in(_NOT_ACTS),
            Move.use_case.not_like("advance%"),
        )
        .order_by(Move.seq.desc())
        .limit(1)
    )
    if last is None:
        raise NothingToTakeBack
    return _taken_over(session, run, last - 1)


def close_run(session: Session, run_id: int) -> Run:
    """Close a run for good: it is consulted, its report is released, nothing more happens."""
    run = locked(session, run_id)
    run.status = RunStatus.CLOSED
    return run


def begin_again(session: Session, run_id: int, *, folder: Path) -> Run:
    """Close a run and open a fresh one of the very same scenario for its owner."""
    old = close_run(session, run_id)
    template = template_of(session, old.digest) or install(session, old.scenario, folder)
    return _open(session, template, old.owner_id, Mode(old.mode))


def _open(session: Session, template: Run, owner_id: int | None, mode: Mode | None) -> Run:
    """A fresh run; a first attempt at a scenario has the same luck for everybody."""
    attempts = session.scalar(
        select(func.count())
        .select_from(Run)
        .where(Run.owner_id == owner_id, Run.scenario == template.scenario)
    )
    played = mode or setting_of(session, template.digest).mode
    # An assessment is the same for everybody, whatever was played before.
    seed = 1 if played == Mode.ASSESSMENT else (attempts or 0) + 1
    return open_run(session, template, seed=seed, mode=mode, owner_id=owner_id)
