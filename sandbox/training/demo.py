"""The demonstration class: well-known accounts, made on demand and only by ``flask demo``."""

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.accounts.models import Account, Cohort, Role
from sandbox.accounts.services import by_login, create_account, create_cohort
from sandbox.core.run import Run
from sandbox.training.services import give_run

COHORT = "Classe de démonstration"
SCENARIO = "premiers-pas"
# login, name, role, password: printed by the command and in the user's guide of the installation.
PEOPLE = (
    ("admin", "Administration", Role.ADMINISTRATOR, "comptoir-admin"),
    ("formateur", "Camille Formateur", Role.TRAINER, "comptoir-formateur"),
    ("apprenant1", "Awa Diallo", Role.LEARNER, "comptoir-1"),
    ("apprenant2", "Basile Morin", Role.LEARNER, "comptoir-2"),
    ("apprenant3", "Chloé Nguyen", Role.LEARNER, "comptoir-3"),
    ("apprenant4", "Driss Lemaire", Role.LEARNER, "comptoir-4"),
)


def make_demo(session: Session, folder: Path) -> None:
    """Make what is missing of the demonstration class; the caller commits.

    Raises BadFiles when the scenario's files have mistakes.
    """
    cohort = session.scalar(select(Cohort).where(Cohort.name == COHORT))
    cohort = cohort or create_cohort(session, name=COHORT, trainer=None)
    for login, name, role, password in PEOPLE:
        account = by_login(session, login) or create_account(
            session,
            login=login,
            name=name,
            role=role,
            password=password,
            cohort=cohort if role == Role.LEARNER else None,
        )
        if role == Role.TRAINER:
            cohort.trainer_id = cohort.trainer_id or account.id
        if role == Role.LEARNER and not _plays(session, account):
            give_run(session, account, scenario=SCENARIO, folder=folder)


def _plays(session: Session, learner: Account) -> bool:
    return session.scalar(select(Run.id).where(Run.owner_id == learner.id).limit(1)) is not None


def exists(session: Session) -> bool:
    """Whether the demonstration class has been made."""
    return session.scalar(select(Cohort.id).where(Cohort.name == COHORT)) is not None


def shown() -> list[str]:
    """The accounts, a line each."""
    return [f"{login:<12} {password}" for login, _, _, password in PEOPLE]
