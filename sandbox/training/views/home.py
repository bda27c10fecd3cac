"""The home of each role, and the help."""

from flask import make_response, redirect, url_for
from flask_login import current_user

from sandbox import web
from sandbox.crm.legal import PAGES
from sandbox.filters import slug
from sandbox.training.glossary import GLOSSARY
from sandbox.training.handbook import manager
from sandbox.training.queries import runs_of
from sandbox.training.views.blueprint import bp
from sandbox.web import Answer, page


@bp.get("/")
def home() -> Answer:
    """A learner's runs; a trainer's class."""
    if current_user.trains:
        return make_response(redirect(url_for(".trainer")))
    runs = runs_of(web.session(), [current_user])
    current = next((played for played in runs if played.is_open), None)
    others = [played for played in runs if played is not current]
    boss = manager(current.setting) if current else None
    return page("training/home.html", current=current, others=others, manager=boss)


@bp.get("/aide")
def guide() -> Answer:
    """The user's guide, and the words of the trade."""
    words = sorted(GLOSSARY.items(), key=_unaccented)
    return page("training/help.html", words=words, legal=PAGES.values())


def _unaccented(entry: tuple[str, str]) -> str:
    return slug(entry[0])
