"""Legal information of specialised bodies: the list, and each page."""

from http import HTTPStatus

from flask import abort, url_for

from sandbox.crm.legal import PAGES
from sandbox.crm.services.legal import consult_legal_page as consult
from sandbox.crm.views.base import bp, plays
from sandbox.web import Answer, acting, done, page


@bp.get("/informations-juridiques")
def legal_pages() -> Answer:
    """Bodies, and when each is of use."""
    return page("crm/legal/list.html", found=PAGES.values(), plays=plays())


@bp.get("/informations-juridiques/<legal_code>")
def legal_page(legal_code: str) -> Answer:
    """What one body tells."""
    if legal_code not in PAGES:
        abort(HTTPStatus.NOT_FOUND)
    return page("crm/legal/page.html", found=PAGES[legal_code])


@bp.post("/informations-juridiques/<legal_code>")
def consult_legal_page(legal_code: str) -> Answer:
    """The gesture « Consulter » of a page."""
    with acting() as ctx:
        consult(ctx, page=legal_code)
    return done(
        f"{PAGES[legal_code].body} : page lue.", url_for(".legal_page", legal_code=legal_code)
    )
