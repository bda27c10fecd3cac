"""Lists as files: what the screen shows, all its pages together."""

from http import HTTPStatus

from flask import abort, request

from sandbox.core.listing import Wanted
from sandbox.core.setting import setting_of
from sandbox.crm import listings as crm
from sandbox.documents.filing import listings as filing
from sandbox.erp import listings as erp
from sandbox.supply import listings as supply
from sandbox.training.views.blueprint import bp
from sandbox.web import Answer, download, run, session

LISTINGS = crm.LISTINGS | supply.LISTINGS | erp.LISTINGS | filing.LISTINGS


@bp.get("/parties/<int:run_id>/listes/<name>.<kind>")
def export_list(name: str, kind: str) -> Answer:
    """A list as filtered by its address, in XLSX or CSV."""
    if name not in LISTINGS:
        abort(HTTPStatus.NOT_FOUND)
    setting = setting_of(session(), run().digest)
    wanted = Wanted(session(), run(), setting, request.args)
    return download(kind, LISTINGS[name].table(wanted))
