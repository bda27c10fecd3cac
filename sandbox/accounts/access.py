"""Who may see and play which run."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, aliased

from sandbox.accounts.models import Account, Cohort, Role
from sandbox.core.run import Run


@dataclass(frozen=True)
class Access:
    """A run, whether this person may see it, and whether they play it."""

    run: Run
    sees: bool
    plays: bool


_owner = aliased(Account)
_RUN_AND_TRAINER = (
    select(Run, Cohort.trainer_id)
    .outerjoin(_owner, _owner.id == Run.owner_id)
    .outerjoin(Cohort, Cohort.id == _owner.cohort_id)
    .where(Run.id == bindparam("run_id"))
)


def access_to(session: Session, account: Account, run_id: int) -> Access | None:
    """Rights of a person on a run; None when there is no such run.

    The owner plays; the trainer of the owner's cohort and administrators look over the shoulder.
    """
    row = session.execute(_RUN_AND_TRAINER, {"run_id": run_id}).one_or_none()
    if row is None:
        return None
    run, trainer_id = row
    plays = run.owner_id == account.id
    trains = account.role == Role.TRAINER and trainer_id == account.id
    return Access(run, plays or trains or account.role == Role.ADMINISTRATOR, plays)
