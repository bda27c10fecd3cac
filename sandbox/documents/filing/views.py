"""Screens of the archive: look for a paper, file it, send it on, destroy it in time."""

from datetime import date
from http import HTTPStatus
from typing import Any

from flask import Response, abort, request, url_for

from sandbox.core.setting import Setting, setting_of
from sandbox.documents.blueprint import bp
from sandbox.documents.filing import plan, queries, services
from sandbox.documents.filing.models import ArchiveItem
from sandbox.web import Answer, acting, done, page, run, session


def _setting() -> Setting:
    return setting_of(session(), run().digest)


def _day(name: str) -> date | None:
    try:
        return date.fromisoformat(request.args.get(name, ""))
    except ValueError:
        return None


def _wanted() -> queries.Search:
    texts = {name: request.args.get(name, "") for name in ("q", "kind", "folder", "state")}
    return queries.Search(**texts, since=_day("du"), until=_day("au"), today=run().clock.date())


@bp.get("/classement")
def archive() -> Response:
    """The archive: papers found, and those that wait to be filed."""
    wanted, number = _wanted(), max(request.args.get("page", 1, type=int), 1)
    kept = {name: value for name, value in request.args.items() if value and name != "page"}
    return page(
        "documents/archive.html",
        found=queries.search(session(), run().id, wanted, number),
        waiting=queries.to_file(session(), run().id),
        wanted=wanted,
        number=number,
        kept=kept,
        folders=_setting().procedures.filing.plan,
        labels=plan.LABELS,
        label=plan.label,
    )


def _found(item_id: int) -> ArchiveItem:
    found = queries.item(session(), run().id, item_id)
    if found is None:
        abort(HTTPStatus.NOT_FOUND)
    return found


@bp.get("/classement/<int:item_id>")
def archive_item(item_id: int) -> Response:
    """One paper: where it is, who has it."""
    found, setting = _found(item_id), _setting()
    sent = queries.transmissions(session(), run().id, item_id)
    return page(
        "documents/item.html",
        item=found,
        label=plan.label(found.kind),
        folder_choices=[(f.code, f"{f.code} {f.label}") for f in _plan(setting)],
        naming=setting.procedures.filing.naming,
        sent=[(plan.said(setting, each.recipient), each) for each in sent],
        recipients=_recipients(setting, found),
        today=run().clock.date(),
    )


def _recipients(setting: Setting, item: ArchiveItem) -> list[tuple[str, str]]:
    """Everybody a paper may be sent to: its partners, then the posts."""
    posts = [(person.post, plan.said(setting, person.post)) for person in setting.colleagues]
    partner = plan.PARTNERS[item.partner]
    others = [("carrier", plan.PARTNERS["carrier"])] if item.partner != "carrier" else []
    return [(item.partner, f"{partner} ({item.partner_name})"), *others, *posts]


@bp.get("/classement/regles")
def filing_rules() -> Response:
    """The filing plan, the naming rule, how long papers are kept, who must have them."""
    setting = _setting()
    return page(
        "documents/rules.html",
        filing=setting.procedures.filing,
        kinds={f.code: ", ".join(plan.label(k) for k in f.kinds) for f in _plan(setting)},
        matrix=_matrix(setting),
    )


def _plan(setting: Setting) -> Any:
    return setting.procedures.filing.plan


def _matrix(setting: Setting) -> list[tuple[str, str]]:
    """Each paper or event, and who must know of it."""
    rows = setting.procedures.alerts.matrix.items()
    return [
        (plan.label(what), ", ".join(plan.said(setting, who) for who in told))
        for what, told in rows
    ]


@bp.post("/classement/<int:item_id>/consulter")
def consult_archive(item_id: int) -> Answer:
    """Take a paper out and read it."""
    with acting() as ctx:
        item = services.consult_archive(ctx, ctx.get(ArchiveItem, item_id))
    return done(f"{item.number} sorti de l'archive.", url_for(".archive_item", item_id=item_id))


@bp.post("/classement/<int:item_id>/classer")
def file_document(item_id: int) -> Answer:
    """File a paper."""
    folder, name = request.form.get("folder", ""), request.form.get("name", "")
    with acting() as ctx:
        item = ctx.get(ArchiveItem, item_id)
        services.file_document(ctx, item, folder=folder, name=name)
    return done(f"{item.number} classé en {folder}.", url_for(".archive_item", item_id=item_id))


@bp.post("/classement/<int:item_id>/transmettre")
def transmit_document(item_id: int) -> Answer:
    """Send a paper on."""
    chosen, note = request.form.getlist("recipients"), request.form.get("note", "")
    with acting() as ctx:
        item = ctx.get(ArchiveItem, item_id)
        services.transmit_document(ctx, item, recipients=chosen, note=note)
    return done(f"{item.number} transmis.", url_for(".archive_item", item_id=item_id))


@bp.post("/classement/<int:item_id>/detruire")
def destroy_document(item_id: int) -> Answer:
    """Destroy a paper whose delay has gone."""
    with acting() as ctx:
        item = services.destroy_document(ctx, ctx.get(ArchiveItem, item_id))
    return done(f"{item.number} détruit.", url_for(".archive"))
