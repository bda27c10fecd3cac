"""A desk that tries anything: the same books, the same journal, nothing issued ever changes."""

import contextlib

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from sqlalchemy.orm import Session

from sandbox.core.context import Context, open_context
from sandbox.core.errors import DomainError
from sandbox.core.run import Run
from sandbox.journal.recording import verify
from sandbox.simulation.world import fresh_run
from tests.property import truths
from tests.property.gestures_account import gestures

SMALL = st.integers(0, 11)
QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
STEPS = 100
# Gestures between two looks at the books: a look costs more than a gesture.
LOOK = 25


class Company(RuleBasedStateMachine):
    """A fresh run, and hands that do not know what they do."""

    session: Session

    def __init__(self) -> None:
        super().__init__()
        run = fresh_run(self.session, "premiers-pas", seed=1)
        self.session.commit()
        self.run_id = run.id
        self.before = truths.totals(self.ctx)
        self.steps, self.issued = 0, truths.frozen(self.ctx)

    @property
    def ctx(self) -> Context:
        """The learner's hands."""
        return open_context(self.session, self.run_id, "learner")

    @rule(name=st.sampled_from(sorted(gestures)), a=SMALL, b=SMALL, c=SMALL)
    def do(self, name: str, a: int, b: int, c: int) -> None:
        """One gesture, sound or absurd."""
        with contextlib.suppress(DomainError):
            gestures[name](self.ctx, a, b, c)
        self.session.flush()
        self.steps += 1
        if self.steps % LOOK == 0:
            self.look()

    def look(self) -> None:
        """Open the books."""
        self.session.expire_all()
        ctx = self.ctx
        truths.debts_add_up(ctx)
        truths.stock_adds_up(ctx)
        truths.quantities_agree_or_show_it(ctx)
        now = truths.frozen(ctx)
        truths.nothing_issued_changed(self.issued, now)
        self.issued = now

    def teardown(self) -> None:
        """At the end, everything is looked at."""
        self.look()
        ctx = self.ctx
        truths.series_are_gapless(ctx)
        truths.vat_adds_up(ctx)
        truths.every_paper_is_kept(ctx)
        truths.journal_tells_the_same(ctx, self.before)
        assert verify(self.session, self.session.get_one(Run, self.run_id)) is None
        self.session.rollback()


def let_loose(session: Session, steps: int) -> None:
    """So many gestures in all, a hundred in each company."""
    Company.session = session
    wanted = settings(
        max_examples=steps // STEPS,
        stateful_step_count=STEPS,
        deadline=None,
        derandomize=True,
        # Shrinking a hundred gestures takes minutes; the printed ones replay as they are.
        phases=[Phase.generate],
        suppress_health_check=QUIET,
    )
    run_state_machine_as_test(Company, settings=wanted)


def test_the_company_stands_two_thousand_gestures(session: Session) -> None:
    let_loose(session, 2_000)


@pytest.mark.nightly
def test_the_company_stands_fifty_thousand_gestures(session: Session) -> None:
    let_loose(session, 50_000)
