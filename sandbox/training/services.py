"""What a trainer does with runs: give one, close it, begin again; the caller commits."""

from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox.accounts.models import Account
from sandbox.core.errors import DomainError
from sandbox.core.run import Mode, Run, RunStatus
from sandbox.simulation.files import names
from sandbox.simulation.opening import open_run, template_of
from sandbox.simulation.world import install


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


def close_run(session: Session, run_id: int) -> Run:
    """Close a run for good: it is consulted, its report is released, nothing more happens."""
    run = session.get_one(Run, run_id, with_for_update={"key_share": True})
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
    return open_run(session, template, seed=(attempts or 0) + 1, mode=mode, owner_id=owner_id)
