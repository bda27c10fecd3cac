"""A class at work, as trainers meet it: learners with a run each, and the trainer's browser."""

from collections.abc import Sequence

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.accounts.models import Account, Cohort
from sandbox.config import SCENARIOS
from sandbox.core.run import Mode, Run, RunStatus
from sandbox.training.demo import COHORT, make_demo
from sandbox.training.services import give_class
from tests.conftest import sign_in


class ClassAtWork:
    """The demonstration class, each learner in a run of a scenario."""

    def __init__(self, app: Flask, session: Session, scenario: str, mode: Mode) -> None:
        self.app, self.session = app, session
        make_demo(session, SCENARIOS)
        self.cohort = session.scalars(select(Cohort).filter_by(name=COHORT)).one()
        self.learners: Sequence[Account] = session.scalars(
            select(Account).filter_by(cohort_id=self.cohort.id).order_by(Account.login)
        ).all()
        given = give_class(session, self.learners, scenario=scenario, folder=SCENARIOS, mode=mode)
        self.numbers = [run.id for run in given]
        session.commit()
        self.trainer = self.browser("formateur")
        self.base = f"/formateur/classes/{self.cohort.id}"

    def browser(self, login: str) -> FlaskClient:
        """Somebody's browser."""
        client = self.app.test_client()
        client.test_session = self.session
        return sign_in(client, self.session.scalars(select(Account).filter_by(login=login)).one())

    def runs(self) -> list[Run]:
        """The runs that were given, as they stand."""
        return [self.session.get_one(Run, number) for number in self.numbers]

    def open_runs(self) -> list[Run]:
        """Every run still played, latest last."""
        found = select(Run).where(Run.status == RunStatus.OPEN).order_by(Run.id)
        return list(self.session.scalars(found))
