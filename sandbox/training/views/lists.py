"""Lists beyond their screens: as files, grouped, under filters that one keeps by a name."""

from http import HTTPStatus

from flask import abort, request
from flask_login import current_user

from sandbox.core.database import writing
from sandbox.core.listing import Listing, Wanted
from sandbox.core.setting import setting_of
from sandbox.training.list_tools import LISTINGS, address, grouped_page, list_tools, said
from sandbox.training.saved import GROUPED_BY, keep_filter, own_filter, rename_filter, understood
from sandbox.training.views.blueprint import bp
from sandbox.web import Answer, done, download, page, run, session

bp.add_app_template_global(list_tools, "list_tools")
bp.add_app_template_filter(said, "said")


def _listing(name: str) -> Listing:
    return LISTINGS.get(name) or abort(HTTPStatus.NOT_FOUND)


def _wanted() -> Wanted:
    return Wanted(session(), run(), setting_of(session(), run().digest), request.args)


@bp.get("/parties/<int:run_id>/listes/<name>.<kind>")
def export_list(name: str, kind: str) -> Answer:
    """A list as filtered by its address, in XLSX or CSV; grouped when it says so."""
    listing, by = _listing(name), request.args.get(GROUPED_BY, "")
    grouped = by in listing.groupings
    return download(kind, listing.grouped(_wanted(), by) if grouped else listing.table(_wanted()))


@bp.get("/parties/<int:run_id>/listes/<name>")
def grouped_list(name: str) -> Answer:
    """A list by group, with the subtotals of what adds up and the total of all its pages."""
    listing = _listing(name)
    if not listing.groupings:
        abort(HTTPStatus.NOT_FOUND)
    number = request.args.get("page", 1, type=int)
    return page("training/grouped.html", **grouped_page(name, _wanted(), number))


@bp.post("/parties/<int:run_id>/listes/<name>/filtres")
def keep_list_filter(name: str) -> Answer:
    """Keep the present filter of a list under a name."""
    listing, run_id, me = _listing(name), run().id, current_user.id
    typed = {key: request.form.get(key, "") for key in ("label", "query")}
    with writing(session()) as current:
        kept = keep_filter(current, run_id, me, (name, listing), **typed)
        label, asked = kept.label, kept.asked
        current.commit()
    return done(f"Filtre « {label} » gardé : il est au-dessus de la liste.", address(name, asked))


@bp.post("/parties/<int:run_id>/listes/filtres/<int:filter_id>")
def change_list_filter(filter_id: int) -> Answer:
    """Rename a filter that one kept, or remove it."""
    run_id, me, removed = run().id, current_user.id, "remove" in request.form
    with writing(session()) as current:
        kept = own_filter(current, run_id, me, filter_id)
        if removed:
            current.delete(kept)
        else:
            rename_filter(current, kept, request.form.get("label", ""))
        name, label = kept.listing, kept.label
        to = address(name, understood(_listing(name), kept.asked)[0])
        current.commit()
    return done(f"Filtre « {label} » {'retiré' if removed else 'renommé'}.", to)
