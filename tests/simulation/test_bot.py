"""Whatever a learner tries, the company stands."""

import time

import pytest
from sqlalchemy.orm import Session

from sandbox.config import SCENARIOS
from sandbox.core.run import Run
from sandbox.evaluation.report import evaluate
from sandbox.journal.recording import entries_of, verify
from sandbox.simulation.files import names
from sandbox.simulation.world import fresh_run
from tests.simulation.bot import Bot

TWO_WEEKS, LONGEST = 10, 10
SEEDS = (1, 2, 3)


def let_loose(session: Session, scenario: str, seed: int, days: int, moves: int) -> tuple[Bot, Run]:
    run = fresh_run(session, scenario, seed=seed)
    session.commit()
    bot = Bot(session, run, seed)
    bot.play(days, moves)
    return bot, session.get_one(Run, run.id, populate_existing=True)


@pytest.mark.parametrize("scenario", names(SCENARIOS))
def test_a_bot_breaks_nothing_in_a_day(session: Session, scenario: str) -> None:
    bot, run = let_loose(session, scenario, seed=1, days=1, moves=25)
    assert bot.done
    assert bot.refused
    assert verify(session, run) is None


@pytest.mark.nightly
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("scenario", names(SCENARIOS))
def test_a_bot_breaks_nothing_in_two_weeks(session: Session, scenario: str, seed: int) -> None:
    begun = time.perf_counter()
    _, run = let_loose(session, scenario, seed, TWO_WEEKS, moves=12)
    spent = time.perf_counter() - begun
    assert verify(session, run) is None
    assert evaluate(entries_of(session, run.id)).criteria
    assert spent < LONGEST
