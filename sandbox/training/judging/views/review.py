"""The trainer's word on one run: findings, contests, comments, release."""

from flask import request, url_for

from sandbox import web
from sandbox.accounts.models import Account
from sandbox.core.database import writing
from sandbox.core.run import Run
from sandbox.evaluation.judgement.amending import SAID_BY_A_PERSON
from sandbox.evaluation.report import Report
from sandbox.training.assessment import report_of
from sandbox.training.judging import debriefing as flow
from sandbox.training.judging import services
from sandbox.training.judging.judged import judged_groups
from sandbox.training.judging.queries import stream_of
from sandbox.training.judging.stream import break_in
from sandbox.training.judging.views.blueprint import bp, said
from sandbox.training.queries import entries_on
from sandbox.training.reach import run_at, trainers_only
from sandbox.web import Answer, done, page


@bp.get("/formateur/parties/<int:played_id>/jugement")
@trainers_only
def review(played_id: int) -> Answer:
    """Every finding of a run, with what can be said of it."""
    session, played = web.session(), run_at(played_id)
    stream, entries = stream_of(session, played_id), entries_on(session, played_id)
    return page(
        "judging/review.html",
        played=played,
        learner=session.get(Account, played.owner_id),
        groups=judged_groups(played, entries, stream),
        stream=stream,
        outcomes=SAID_BY_A_PERSON,
        self_levels=services.SELF_LEVELS,
        written=[(services.QUESTIONS[name], text) for name, text in flow.answers(stream).items()],
        broken=break_in(played, stream.entries),
    )


@bp.post("/formateur/parties/<int:played_id>/jugement/constat")
@trainers_only
def override(played_id: int) -> Answer:
    """Put one's own word in place of the machine's, with a reason."""
    form = request.form
    with writing(web.session()) as session:
        report = _report(run_at(played_id))
        key, outcome, why = (form.get(name, "") for name in ("finding", "outcome", "reason"))
        services.override(
            session, played_id, said(), report, finding=key, outcome=outcome, reason=why
        )
        session.commit()
    return done("Votre avis remplace celui de la machine.", url_for(".review", played_id=played_id))


@bp.post("/formateur/parties/<int:played_id>/jugement/reponse")
@trainers_only
def answer(played_id: int) -> Answer:
    """Answer a contest, the finding standing."""
    key, sentence = request.form.get("finding", ""), request.form.get("reason", "")
    with writing(web.session()) as session:
        stream = stream_of(session, run_at(played_id).id)
        services.answer(session, played_id, said(), stream, finding=key, sentence=sentence)
        session.commit()
    return done("Réponse envoyée.", url_for(".review", played_id=played_id))


@bp.post("/formateur/parties/<int:played_id>/jugement/commentaire")
@trainers_only
def comment(played_id: int) -> Answer:
    """Say something of a criterion."""
    code, sentence = request.form.get("criterion", ""), request.form.get("reason", "")
    with writing(web.session()) as session:
        run_at(played_id)
        services.comment(session, played_id, said(), criterion=code, sentence=sentence)
        session.commit()
    return done("Commentaire gardé.", url_for(".review", played_id=played_id))


@bp.post("/formateur/parties/<int:played_id>/jugement/publier")
@trainers_only
def release(played_id: int) -> Answer:
    """Let the learner read the report of an assessment."""
    with writing(web.session()) as session:
        run_at(played_id)
        services.release_report(session, played_id, said())
        session.commit()
    return done("Bilan publié : l'apprenant peut le lire.", url_for(".review", played_id=played_id))


def _report(played: Run) -> Report:
    return report_of(played, entries_on(web.session(), played.id))
