"""Across the runs of a learner: the machine proposes, the trainer decides."""

from flask import request, url_for

from sandbox import web
from sandbox.core.database import writing
from sandbox.evaluation.judgement.rollup import Level
from sandbox.training.judging import services
from sandbox.training.judging.progress import progress_of
from sandbox.training.judging.views.blueprint import bp, parameters, said
from sandbox.training.reach import learner_at, trainers_only
from sandbox.web import Answer, done, page


@bp.get("/formateur/apprenants/<int:learner_id>/decisions")
@trainers_only
def decisions(learner_id: int) -> Answer:
    """Every criterion: what is proposed, why, and what was decided."""
    learner, figures = learner_at(learner_id), parameters()
    return page(
        "judging/decisions.html",
        learner=learner,
        criteria=progress_of(web.session(), learner, figures),
        levels=list(Level),
        parameters=figures,
    )


@bp.post("/formateur/apprenants/<int:learner_id>/decisions")
@trainers_only
def decide(learner_id: int) -> Answer:
    """Decide of one criterion."""
    level, why = request.form.get("level", ""), request.form.get("reason", "")
    with writing(web.session()) as session:
        every = progress_of(session, learner_at(learner_id), parameters())
        found = next((one for one in every if one.code == request.form.get("criterion")), None)
        services.decide(session, said(), found, level=level, reason=why)
        session.commit()
    return done("Décision gardée.", url_for(".decisions", learner_id=learner_id))
