"""Who is there: classes and their people."""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from sandbox.accounts.models import Account, Cohort, Role

Query = TypeVar("Query", bound=Select[Any])


_SIGNED_IN = select(Account).where(
    Account.id == bindparam("account_id"),
    Account.session_key == bindparam("key"),
    Account.active.is_(True),
)


def account_behind(session: Session, cookie: str) -> Account | None:
    """The account that a session's cookie names, unless its key has changed since."""
    number, _, key = cookie.partition(":")
    if not number.isdecimal():
        return None
    return session.scalar(_SIGNED_IN, {"account_id": int(number), "key": key})


def cohorts_of(session: Session, trainer: Account) -> Sequence[Cohort]:
    """Classes that a person runs: their own, or all of them for an administrator."""
    return session.scalars(_run_by(select(Cohort), trainer).order_by(Cohort.name)).all()


def learners_of(session: Session, cohort: Cohort) -> Sequence[Account]:
    """Learners of a class, by name."""
    return session.scalars(
        select(Account)
        .where(Account.cohort_id == cohort.id, Account.role == Role.LEARNER)
        .order_by(Account.name, Account.id)
    ).all()


def learner_of(session: Session, trainer: Account, learner_id: int) -> Account | None:
    """A learner of one of a trainer's classes."""
    query = select(Account).join(Cohort, Cohort.id == Account.cohort_id)
    return session.scalar(
        _run_by(query, trainer).where(Account.id == learner_id, Account.role == Role.LEARNER)
    )


def cohort_of(session: Session, trainer: Account, cohort_id: int) -> Cohort | None:
    """One of a trainer's classes."""
    return session.scalar(_run_by(select(Cohort), trainer).where(Cohort.id == cohort_id))


def _run_by(query: Query, trainer: Account) -> Query:
    if trainer.role == Role.ADMINISTRATOR:
        return query
    return query.where(Cohort.trainer_id == trainer.id)
