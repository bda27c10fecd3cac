"""Whom a trainer reaches: their classes, learners and runs, and one gesture made in several."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from flask import abort, current_app, flash, request
from flask_login import current_user

from sandbox import web
from sandbox.accounts import queries as people
from sandbox.accounts.access import access_to
from sandbox.accounts.models import Account, Cohort, Role
from sandbox.core.context import Context
from sandbox.core.errors import DomainError
from sandbox.core.run import Run
from sandbox.filters import plural
from sandbox.training.queries import Played, runs_of
from sandbox.web import for_roles

trainers_only = for_roles(Role.TRAINER, Role.ADMINISTRATOR)


def scenarios() -> Path:
    """Where this installation keeps its scenarios."""
    return Path(current_app.config["SCENARIOS"])


def cohort_at(cohort_id: int) -> Cohort:
    """A class that this person runs; anything else is refused."""
    found = people.cohort_of(web.session(), current_user, cohort_id)
    return found or abort(HTTPStatus.FORBIDDEN)


def learner_at(learner_id: int) -> Account:
    """A learner of a class that this person runs; anything else is refused."""
    found = people.learner_of(web.session(), current_user, learner_id)
    return found or abort(HTTPStatus.FORBIDDEN)


def run_at(played_id: int) -> Run:
    """A run that this person looks over; anything else is refused."""
    access = access_to(web.session(), current_user, played_id)
    if access is None or not access.sees:
        abort(HTTPStatus.FORBIDDEN)
    return access.run


@dataclass(frozen=True)
class Seat:
    """A learner of the class, and the run being played."""

    learner: Account
    played: Played


def seats_of(cohort: Cohort) -> list[Seat]:
    """Learners of a class who have an open run, by name, each with the latest."""
    learners = people.learners_of(web.session(), cohort)
    latest: dict[int, Played] = {}
    for played in runs_of(web.session(), learners):
        if played.is_open:
            latest.setdefault(played.run.owner_id or 0, played)
    return [Seat(learner, latest[learner.id]) for learner in learners if learner.id in latest]


def chosen(seats: Sequence[Seat]) -> list[Seat]:
    """The seats ticked in the form; a run of another class is refused."""
    wanted = {int(n) for n in request.form.getlist("runs") if n.isdecimal() and len(n) < 12}
    if wanted - {seat.played.run.id for seat in seats}:
        abort(HTTPStatus.FORBIDDEN)
    return [seat for seat in seats if seat.played.run.id in wanted]


class NobodyChosen(DomainError):
    """A gesture is made in at least one run."""

    message = "Cochez au moins une partie."
    field = "runs"


def in_each(seats: Iterable[Seat], act: Callable[[Context], object]) -> int:
    """Make the same gesture in several runs; says who could not be reached, and why.

    Returns how many were. Raises NobodyChosen, or the refusal when all of them refuse.
    """
    done, refusals = 0, []
    for seat in seats:
        try:
            with web.stirring(seat.played.run.id) as ctx:
                act(ctx)
            done += 1
        except DomainError as error:
            refusals.append((seat.learner.name, error))
    if not done:
        raise refusals[0][1] if refusals else NobodyChosen()
    for name, refusal in refusals:
        flash(f"{name} : {refusal}", "warning")
    return done


def reached(count: int, what: str) -> str:
    """« Message envoyé : 14 parties. »"""
    return f"{what} : {plural(count, 'partie')}."
