"""The marking queue of a class, and how far two people who rate it agree."""

from collections.abc import Sequence
from http import HTTPStatus

from flask import abort, request, url_for
from flask_login import current_user

from sandbox import web
from sandbox.accounts import queries as people
from sandbox.accounts.models import Account, Cohort
from sandbox.core.database import writing
from sandbox.evaluation.judgement.agreement import MINIMUM, agreement
from sandbox.evaluation.judgement.grid import ITEM_HELP, ITEMS, LEVEL_LABELS
from sandbox.training.judging import services
from sandbox.training.judging.marking import (
    Waiting,
    levels_in,
    pairs_by_item,
    queue_of,
    sheet_for,
    unpublished,
)
from sandbox.training.judging.queries import (
    Text,
    run_ids_of,
    streams_of,
    text_of,
    texts_of,
)
from sandbox.training.judging.views.blueprint import bp, said
from sandbox.training.reach import cohort_at, run_at, trainers_only
from sandbox.web import Answer, done, page


@bp.get("/formateur/corrections")
@trainers_only
def marking() -> Answer:
    """The texts of a class that wait for a person's eye."""
    cohorts = people.cohorts_of(web.session(), current_user)
    cohort = _chosen(cohorts)
    queue = queue_of(web.session(), cohort, current_user.id) if cohort else None
    return page("judging/marking.html", cohorts=cohorts, cohort=cohort, queue=queue)


@bp.get("/formateur/corrections/<int:played_id>/<int:message_id>")
@trainers_only
def text(played_id: int, message_id: int) -> Answer:
    """One text, what the machine points at in it, and the grid."""
    session, found = web.session(), _text(played_id, message_id)
    cohort = cohort_at(_cohort_of(found))
    return page(
        "judging/text.html",
        text=found,
        cohort=cohort,
        sheet=sheet_for(session, found, current_user.id),
        queue=queue_of(session, cohort, current_user.id),
        helps=ITEM_HELP,
        levels=LEVEL_LABELS,
    )


@bp.post("/formateur/corrections/<int:played_id>/<int:message_id>")
@trainers_only
def rate(played_id: int, message_id: int) -> Answer:
    """Rate a text, and go on to the next."""
    form = request.form
    with writing(web.session()) as session:
        found = _text(played_id, message_id)
        cohort, name = cohort_at(_cohort_of(found)), found.message.reference
        levels, why = levels_in(form), form.get("reason", "")
        services.rate_text(session, played_id, said(), text=name, levels=levels, sentence=why)
        session.commit()
    after = queue_of(web.session(), cohort, current_user.id).after(played_id, message_id)
    return done("Note gardée.", _next(after, cohort))


@bp.post("/formateur/classes/<int:cohort_id>/corrections/publier")
@trainers_only
def publish(cohort_id: int) -> Answer:
    """Let the learners of a class read what was said of their texts."""
    with writing(web.session()) as session:
        runs = {one.run.id for one in texts_of(session, cohort_at(cohort_id))}
        for run_id, stream in streams_of(session, runs).items():
            if unpublished(stream):
                services.release_texts(session, run_id, said())
        session.commit()
    return done("Notes publiées.", url_for(".marking", classe=cohort_id))


@bp.get("/formateur/accord")
@trainers_only
def agreements() -> Answer:
    """How far two people agree on the same texts."""
    session = web.session()
    runs = run_ids_of(session, people.cohorts_of(session, current_user))
    pairs = pairs_by_item(list(streams_of(session, runs).values()))
    figures = [(ITEMS[item], agreement(own)) for item, own in pairs.items()]
    return page("judging/agreement.html", figures=figures, minimum=MINIMUM)


def _text(played_id: int, message_id: int) -> Text:
    """A free text of a run that this person looks over; anything else is refused or not found."""
    run_at(played_id)
    return text_of(web.session(), played_id, message_id) or abort(HTTPStatus.NOT_FOUND)


def _cohort_of(found: Text) -> int:
    owner = web.session().get_one(Account, found.run.owner_id)
    return owner.cohort_id or abort(HTTPStatus.FORBIDDEN)


def _chosen(cohorts: Sequence[Cohort]) -> Cohort | None:
    """The class asked for, else the first one."""
    asked = request.args.get("classe", type=int)
    if asked:
        return cohort_at(asked)
    return next(iter(cohorts), None)


def _next(after: Waiting | None, cohort: Cohort) -> str:
    if after is None:
        return url_for(".marking", classe=cohort.id)
    run_id, message_id = after.key
    return url_for(".text", played_id=run_id, message_id=message_id)
