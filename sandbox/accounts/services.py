"""What can be done with accounts and classes; the caller gives the moment and commits."""

import re
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from sandbox.accounts import passwords
from sandbox.accounts.errors import (
    BadLogin,
    CohortTaken,
    LoginTaken,
    NamelessPerson,
    UnknownClassCode,
    WeakPassword,
    WrongPassword,
)
from sandbox.accounts.models import Account, Cohort, Role

FAILURES = 5
LONGEST_NAME = 120
LOCK = timedelta(minutes=5)
LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")


def by_login(session: Session, login: str) -> Account | None:
    """The account of this login, however it was typed."""
    return session.scalar(select(Account).where(Account.login == login.strip().lower()))


def is_let_in(account: Account | None, password: str, now: datetime) -> bool:
    """Whether this person may come in; as long to say for a login that nobody has."""
    right = passwords.matches(account.password_hash if account else None, password)
    return right and account is not None and account.active and not account.is_locked(now)


def remember_failure(session: Session, account: Account, now: datetime) -> None:
    """Count a failed attempt; the fifth shuts the account for a while."""
    if account.is_locked(now):
        return
    failures = session.scalar(select(Account.failures).where(Account.id == account.id)) or 0
    shut = failures + 1 >= FAILURES
    session.execute(
        update(Account)
        .where(Account.id == account.id)
        .values(
            failures=0 if shut else Account.failures + 1, locked_until=now + LOCK if shut else None
        )
    )


def remember_success(session: Session, account: Account, password: str) -> None:
    """Forget past failures, and hash the password anew if the settings have changed."""
    values: dict[str, object] = {"failures": 0, "locked_until": None}
    if passwords.is_outdated(account.password_hash):
        values["password_hash"] = passwords.hashed(password)
    session.execute(update(Account).where(Account.id == account.id).values(**values))


def create_account(
    session: Session,
    *,
    login: str,
    name: str,
    role: Role,
    password: str,
    cohort: Cohort | None = None,
) -> Account:
    """Open an account; raises BadLogin, LoginTaken, NamelessPerson, WeakPassword."""
    login = login.strip().lower()
    if not LOGIN.fullmatch(login):
        raise BadLogin
    if not name.strip():
        raise NamelessPerson
    if by_login(session, login) is not None:
        raise LoginTaken(login=login)
    account = Account(
        login=login,
        name=name.strip()[:LONGEST_NAME],
        role=role,
        password_hash=passwords.hashed(_strong(password, login)),
        session_key=passwords.new_session_key(),
        cohort_id=cohort.id if cohort else None,
    )
    session.add(account)
    try:
        session.flush()
    except IntegrityError as error:
        # Somebody else has just opened the same.
        raise LoginTaken(login=login) from error
    return account


def create_cohort(session: Session, *, name: str, trainer: Account | None) -> Cohort:
    """Open a class; raises CohortTaken."""
    name = name.strip()[:LONGEST_NAME]
    if not name or session.scalar(select(Cohort.id).where(Cohort.name == name)):
        raise CohortTaken
    cohort = Cohort(name=name, trainer_id=trainer.id if trainer else None)
    session.add(cohort)
    try:
        session.flush()
    except IntegrityError as error:
        raise CohortTaken from error
    return cohort


def open_door(cohort: Cohort) -> str:
    """Let learners join a class by a new code, and return it."""
    cohort.join_code = passwords.new_class_code()
    return cohort.join_code


def close_door(cohort: Cohort) -> None:
    """Nobody joins by code any more; those who have joined stay."""
    cohort.join_code = None


def join(session: Session, *, code: str, name: str, login: str, password: str) -> Account:
    """Open one's own account in the class of a code.

    Raises UnknownClassCode, and what create_account raises.
    """
    typed = code.strip().lower().replace(" ", "-")
    cohort = session.scalar(select(Cohort).where(Cohort.join_code == typed)) if typed else None
    if cohort is None:
        raise UnknownClassCode
    return create_account(
        session, login=login, name=name, role=Role.LEARNER, password=password, cohort=cohort
    )


def change_password(session: Session, account: Account, *, current: str, new: str) -> None:
    """Change one's own password: other sessions end; raises WrongPassword, WeakPassword."""
    if not passwords.matches(account.password_hash, current):
        raise WrongPassword
    _set_password(session, account, _strong(new, account.login))


def reset_access(session: Session, account: Account) -> str:
    """Give a person a new access code, and return it: it is shown once and kept nowhere."""
    code = passwords.new_access_code()
    _set_password(session, account, code)
    return code


def sign_out_everywhere(session: Session, account: Account) -> None:
    """End every open session of this person."""
    account.session_key = passwords.new_session_key()
    session.add(account)


def _set_password(session: Session, account: Account, password: str) -> None:
    account.password_hash = passwords.hashed(password)
    account.failures, account.locked_until = 0, None
    sign_out_everywhere(session, account)


def _strong(password: str, login: str) -> str:
    if len(password) < passwords.SHORTEST or password.lower() == login:
        raise WeakPassword(shortest=passwords.SHORTEST)
    return password
