"""The company's news feed."""

from flask import url_for

from sandbox.crm import services
from sandbox.crm.news import KINDS, News, news_of
from sandbox.crm.views.base import bp, plays
from sandbox.web import Answer, acting, done, page, run, session


@bp.get("/actualites")
def news() -> Answer:
    """What changes in the company; reading is a gesture."""
    found = news_of(session(), run().id)
    today = run().clock.date()
    return page("crm/news.html", news=found, kinds=KINDS, today=today, plays=plays())


@bp.post("/actualites/<int:news_id>/lire")
def read_news(news_id: int) -> Answer:
    """Read one."""
    with acting() as ctx:
        services.read_news(ctx, ctx.get(News, news_id))
    return done("Actualité lue.", url_for(".news"))
