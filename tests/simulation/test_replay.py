"""The log of moves is enough to make a run again, and to go back."""

import pytest
from sqlalchemy.orm import Session

from sandbox.config import SCENARIOS
from sandbox.core.run import Run, RunStatus
from sandbox.journal.recording import verify
from sandbox.simulation.playfile import read_play
from sandbox.simulation.plays import play_out
from sandbox.simulation.replay import NoSuchMove, fork, moves_of, replay
from tests.simulation.stories import Desk, journal

PLAY = SCENARIOS / "plays" / "premiers-pas" / "encours-trop-tard.yaml"


@pytest.fixture
def played(session: Session) -> Run:
    return play_out(session, read_play(PLAY)).run


def test_the_same_moves_make_the_same_journal(session: Session, played: Run) -> None:
    again = replay(session, played)
    assert again.head_hash == played.head_hash
    assert verify(session, again) is None


def test_a_replay_up_to_any_move_is_the_journal_up_to_there(session: Session, played: Run) -> None:
    for move in moves_of(session, played.id):
        again = replay(session, played, upto=move.seq)
        assert journal(session, again) == journal(session, played, move.last_entry)


def test_a_fork_at_any_move_takes_over_and_closes_its_parent(session: Session, played: Run) -> None:
    for move in moves_of(session, played.id):
        child = fork(session, played, move.seq)
        assert (child.parent_id, child.forked_at) == (played.id, move.seq)
        assert journal(session, child) == journal(session, played, move.last_entry)
    assert played.status == RunStatus.CLOSED


def test_there_is_no_going_back_to_a_move_that_was_not_made(session: Session, played: Run) -> None:
    with pytest.raises(NoSuchMove):
        fork(session, played, played.move_seq + 1)


def test_a_fork_may_take_another_way(session: Session) -> None:
    desk = Desk(session)
    desk.do("consult_bank")
    desk.do("consult_aged_balance")
    desk.run = fork(session, desk.run, 1)
    session.commit()
    desk.do("consult_outstanding", "CLI-0001")
    assert [e.verb for e in desk.entries()][-2:] == ["bank.consulted", "outstanding.consulted"]
