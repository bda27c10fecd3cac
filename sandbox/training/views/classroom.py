"""A class before the lesson: who is in it, their cards, its door, the scenario that it is given."""

from typing import Any

from flask import flash, request, url_for

from sandbox import web
from sandbox.accounts import queries as people
from sandbox.accounts import services as accounts
from sandbox.accounts.roster import Card, Line, checked, read_roster, write_roster
from sandbox.core.database import writing
from sandbox.core.errors import DomainError
from sandbox.core.run import Mode
from sandbox.core.workbooks import Table, read_rows
from sandbox.filters import plural
from sandbox.training import services
from sandbox.training.reach import cohort_at, scenarios, trainers_only
from sandbox.training.views.blueprint import bp
from sandbox.web import Answer, done, download, page

MODEL = Table("Apprenants", ("Nom", "Prénom", "Identifiant"), [("Diallo", "Awa", "awa.diallo")])


@bp.get("/formateur/classes/<int:cohort_id>")
@trainers_only
def classroom(cohort_id: int) -> Answer:
    """The list of the class, its cards and its door."""
    cohort = cohort_at(cohort_id)
    learners = people.learners_of(web.session(), cohort)
    return page("training/classroom.html", cohort=cohort, learners=learners, refusal="")


@bp.get("/formateur/liste.<kind>")
@trainers_only
def roster_model(kind: str) -> Answer:
    """An example of the list that can be imported."""
    return download(kind, MODEL)


@bp.post("/formateur/classes/<int:cohort_id>/liste")
@trainers_only
def read_list(cohort_id: int) -> Answer:
    """Show what a file holds, line by line, before anything is written."""
    cohort, file = cohort_at(cohort_id), request.files.get("file")
    name, content = (file.filename or "", file.read()) if file else ("", b"")
    try:
        lines = checked(web.session(), read_roster(read_rows(name, content)))
    except DomainError as error:
        learners = people.learners_of(web.session(), cohort)
        values: dict[str, Any] = {"cohort": cohort, "learners": learners, "refusal": str(error)}
        return page("training/classroom.html", status=422, **values)
    return _shown(cohort_id, lines)


def _shown(cohort_id: int, lines: list[Line]) -> Answer:
    wrong = sum(bool(line.problem) for line in lines)
    values: dict[str, Any] = {"cohort": cohort_at(cohort_id), "lines": lines, "wrong": wrong}
    return page("training/roster.html", status=422 if wrong else 200, **values)


@bp.post("/formateur/classes/<int:cohort_id>/liste/creer")
@trainers_only
def write_list(cohort_id: int) -> Answer:
    """Open the accounts of a list as corrected on the screen, then print their cards."""
    cohort = cohort_at(cohort_id)
    lines = checked(web.session(), _typed())
    if not lines or any(line.problem for line in lines):
        return _shown(cohort_id, lines)
    with writing(web.session()) as session:
        cards = write_roster(session, cohort, lines)
        session.commit()
    flash(f"{plural(len(cards), 'compte créé', 'comptes créés')}.", "success")
    return page("training/cards.html", cohort=cohort, cards=cards)


def _typed() -> list[Line]:
    """The lines as corrected; one emptied of name and login is left out."""
    columns = [request.form.getlist(name)[:100] for name in ("number", "name", "login")]
    rows = zip(*columns, strict=False)
    lines = [Line(_number(n), name.strip()[:120], login[:80]) for n, name, login in rows]
    return [line for line in lines if line.name or line.login.strip()]


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else 0


@bp.post("/formateur/classes/<int:cohort_id>/cartes")
@trainers_only
def print_cards(cohort_id: int) -> Answer:
    """New access codes for everybody, on cards to be cut out."""
    cohort = cohort_at(cohort_id)
    with writing(web.session()) as session:
        learners = people.learners_of(session, cohort)
        cards = [Card(learner, accounts.reset_access(session, learner)) for learner in learners]
        session.commit()
    return page("training/cards.html", cohort=cohort, cards=cards)


@bp.post("/formateur/classes/<int:cohort_id>/porte")
@trainers_only
def class_door(cohort_id: int) -> Answer:
    """Open the door of the class under a new code, or close it."""
    with writing(web.session()) as session:
        cohort = cohort_at(cohort_id)
        if request.form.get("open"):
            said = f"Les apprenants peuvent rejoindre la classe : {accounts.open_door(cohort)}"
        else:
            accounts.close_door(cohort)
            said = "Plus personne ne rejoint la classe par un code."
        session.commit()
    return done(said, url_for(".classroom", cohort_id=cohort_id))


@bp.post("/formateur/classes/<int:cohort_id>/parties")
@trainers_only
def give_class(cohort_id: int) -> Answer:
    """Give a scenario to the whole class, to be begun at once or all together."""
    form, mode = request.form, request.form.get("mode", "")
    with writing(web.session()) as session:
        learners = people.learners_of(session, cohort_at(cohort_id))
        given = services.give_class(
            session,
            learners,
            scenario=form.get("scenario", ""),
            folder=scenarios(),
            mode=Mode(mode) if mode in list(Mode) else None,
            waits=bool(form.get("waits")),
        )
        session.commit()
    return done(_given(len(given), len(learners)), url_for(".trainer", classe=cohort_id))


def _given(count: int, people_there: int) -> str:
    left = people_there - count
    already = f" {plural(left, 'apprenant joue', 'apprenants jouent')} déjà ce scénario." * bool(
        left
    )
    return f"{plural(count, 'partie donnée', 'parties données')}.{already}"
