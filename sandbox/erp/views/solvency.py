"""Solvency files: what is looked up of a customer, the grid, the conclusion."""

from http import HTTPStatus
from typing import Any

from flask import abort, url_for

from sandbox.core.context import Context
from sandbox.core.setting import Setting
from sandbox.crm.forms import beside
from sandbox.crm.models import Customer
from sandbox.erp.forms.solvency import ConclusionForm
from sandbox.erp.labels import DECISION, SECTORS, SOURCES
from sandbox.erp.models.solvency import COSTS, LATER, SolvencyFile, Source
from sandbox.erp.queries import solvency as queries
from sandbox.erp.queries.credit import approvals_about
from sandbox.erp.services import solvency as services
from sandbox.erp.showing.solvency import rows_of, said
from sandbox.erp.views.base import bp, current_setting
from sandbox.supply.queries import one
from sandbox.web import Answer, acting, done, page, run, session

WORDS: dict[str, Any] = {"names": SOURCES, "decisions": DECISION, "sectors": SECTORS}


@bp.get("/clients/<int:customer_id>/solvabilite")
def solvency_files(customer_id: int) -> Answer:
    """Files of a customer, the latest first."""
    customer = one(session(), run().id, Customer, customer_id)
    found = queries.files_of(session(), customer)
    return page("erp/solvency/list.html", customer=customer, found=found, **WORDS)


@bp.post("/clients/<int:customer_id>/solvabilite")
def open_solvency(customer_id: int) -> Answer:
    """Begin a file."""
    with acting() as ctx:
        opened = services.open_solvency(ctx, ctx.get(Customer, customer_id))
    to = url_for(".solvency", solvency_file_id=opened.id)
    return done(f"Dossier {opened.reference} ouvert.", to)


@bp.get("/solvabilite/<int:solvency_file_id>")
def solvency(solvency_file_id: int) -> Answer:
    """One file."""
    return _shown(solvency_file_id, ConclusionForm(formdata=None))


def _shown(row_id: int, form: ConclusionForm, status: int = HTTPStatus.OK) -> Answer:
    found, setting = one(session(), run().id, SolvencyFile, row_id), current_setting()
    grid = services.grid(_looking(setting), found)
    return page(
        "erp/solvency/page.html",
        status=status,
        form=form,
        found=found,
        grid=grid,
        points=rows_of(grid),
        sources=[(one, COSTS.get(one, 0), one in LATER, said(found, one)) for one in Source],
        approvals=approvals_about(session(), run().id, found.reference),
        **WORDS,
    )


def _looking(setting: Setting) -> Context:
    """What a reckoning reads: nothing is written through it."""
    return Context(session(), run(), setting)


@bp.post("/solvabilite/<int:solvency_file_id>/<source>")
def look_up_source(solvency_file_id: int, source: str) -> Answer:
    """Read a source."""
    if source not in SOURCES:
        abort(HTTPStatus.NOT_FOUND)
    with acting() as ctx:
        found = ctx.get(SolvencyFile, solvency_file_id)
        services.look_up_source(ctx, found, source=Source(source))
    later = " : la réponse arrive dans la journée" if Source(source) in LATER else ""
    told = f"{SOURCES[source]}, demande faite{later}." if later else f"{SOURCES[source]}, lu."
    return done(told, url_for(".solvency", solvency_file_id=solvency_file_id))


@bp.post("/solvabilite/<int:solvency_file_id>/conclure")
def conclude_solvency(solvency_file_id: int) -> Answer:
    """Write the conclusion down."""
    form = ConclusionForm()
    if form.validate():
        with beside(form), acting() as ctx:
            found = ctx.get(SolvencyFile, solvency_file_id)
            services.conclude_solvency(ctx, found, **form.details())
        if not form.errors:
            to = url_for(".solvency", solvency_file_id=solvency_file_id)
            return done("Dossier conclu.", to)
    return _shown(solvency_file_id, form, HTTPStatus.UNPROCESSABLE_ENTITY)


@bp.post("/solvabilite/<int:solvency_file_id>/appliquer")
def apply_limit(solvency_file_id: int) -> Answer:
    """Put the limit on the record."""
    with acting() as ctx:
        customer = services.apply_limit(ctx, ctx.get(SolvencyFile, solvency_file_id))
    told = f"Plafond de {customer.name} mis à jour."
    return done(told, url_for(".solvency", solvency_file_id=solvency_file_id))
