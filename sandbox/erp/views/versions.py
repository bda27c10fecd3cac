"""Quotes beside other quotes: versions of one, and what became of all of them."""

from flask import url_for

from sandbox.erp import services
from sandbox.erp.models import Quote
from sandbox.erp.queries import quoting
from sandbox.erp.queries import selling as queries
from sandbox.erp.showing import outcomes as outcomes_showing
from sandbox.erp.showing import versions as showing
from sandbox.erp.views.base import bp
from sandbox.web import Answer, acting, done, page, run, session


@bp.post("/devis/<int:quote_id>/version")
def new_version(quote_id: int) -> Answer:
    """Draw up the next version of a quote that left."""
    with acting() as ctx:
        quote = ctx.get(Quote, quote_id)
        made = services.new_version(ctx, quote)
    said = f"Version {made.version} en brouillon : {quote.reference} reste tel qu’il est parti."
    return done(said, url_for(".edit_quote", quote_id=made.id))


@bp.get("/devis/<int:quote_id>/versions")
def versions(quote_id: int) -> Answer:
    """The versions of an offer side by side."""
    quote = queries.quote_of(session(), run().id, quote_id)
    found = quoting.versions_of(session(), quote)
    rows = showing.side_by_side(found)
    return page("erp/quotes/versions.html", quote=quote, versions=found, rows=rows)


@bp.get("/devis/suites")
def quote_outcomes() -> Answer:
    """What became of the quotes: by state, how many were won, why others were lost."""
    return page("erp/quotes/outcomes.html", **outcomes_showing.shown(session(), run().id))
