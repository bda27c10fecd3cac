"""Replaying a run from its moves, and going back to one of them by forking."""

import json
from collections.abc import Iterable
from contextlib import suppress

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.context import open_context
from sandbox.core.errors import DomainError
from sandbox.core.run import Mode, Run, RunStatus
from sandbox.journal.models import Move
from sandbox.journal.use_cases import perform
from sandbox.simulation.opening import open_run, template_of


class NoTemplate(DomainError):
    """The pattern of the run is gone."""

    message = "Le modèle de cette partie n'existe plus : elle ne peut pas être rejouée."


class NoSuchMove(DomainError):
    """The run has not so many moves."""

    message = "La partie compte {count} actions : impossible de revenir à la n° {at_move}."


def moves_of(session: Session, run_id: int, upto: int | None = None) -> list[Move]:
    """Moves of a run in order, the last one included."""
    found = select(Move).where(Move.run_id == run_id).order_by(Move.seq)
    return list(session.scalars(found if upto is None else found.where(Move.seq <= upto)))


def replay(session: Session, run: Run, upto: int | None = None) -> Run:
    """A fresh run of the same setting and seed, given the same moves. The caller commits.

    Raises NoTemplate.
    """
    template = template_of(session, run.digest)
    if template is None:
        raise NoTemplate
    moves = moves_of(session, run.id, upto)
    fresh = open_run(session, template, seed=run.seed, mode=Mode(run.mode), owner_id=run.owner_id)
    session.flush()
    make_again(session, fresh, moves)
    return fresh


def make_again(session: Session, run: Run, moves: Iterable[Move]) -> None:
    """Make moves again in a run, those that were refused included."""
    for move in moves:
        ctx = open_context(session, run.id, move.actor)
        with suppress(DomainError):
            perform(ctx, move.use_case, move.subject, json.loads(move.arguments))
        session.flush()


def fork(session: Session, run: Run, at_move: int) -> Run:
    """Go back to a move: a new run replayed up to it takes over, the old one closes.

    The caller commits. Raises NoSuchMove or NoTemplate.
    """
    if not 0 <= at_move <= run.move_seq:
        raise NoSuchMove(count=run.move_seq, at_move=at_move)
    fresh = replay(session, run, at_move)
    fresh.parent_id, fresh.forked_at = run.id, at_move
    # One who begins again is not kept waiting by a pause of before.
    fresh.paused, fresh.pace, fresh.paced_by_trainer = False, run.pace, run.paced_by_trainer
    run.status = RunStatus.CLOSED
    return fresh
