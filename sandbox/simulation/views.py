"""The clock of a run, as the learner moves it."""

from datetime import datetime

from flask import Blueprint, Response, request, url_for
from sqlalchemy import func, select

from sandbox import web
from sandbox.core.calendar import PARIS
from sandbox.core.context import Context
from sandbox.core.errors import DomainError
from sandbox.filters import plural
from sandbox.intake import came_from
from sandbox.journal.models import JournalEntry
from sandbox.simulation import correspondents as correspondents
from sandbox.simulation import engine
from sandbox.simulation import world as world

bp = Blueprint("simulation", __name__, url_prefix="/parties/<int:run_id>")

HOUR = 60
# What is worth saying when it has happened meanwhile.
NEWS = {
    "call.rang": ("appel", "appels"),
    "message.received": ("message", "messages"),
    "order.received": ("commande", "commandes"),
    "bank.credited": ("ligne de banque", "lignes de banque"),
    "goods.arrived": ("arrivage", "arrivages"),
    "delivery.delivered": ("livraison faite", "livraisons faites"),
    "invoice.rejected": ("facture rejetée", "factures rejetées"),
    "invoice.refused": ("facture refusée", "factures refusées"),
}


class NotAMoment(DomainError):
    """The moment asked for cannot be read."""

    message = "« {until} » n'est pas un moment : choisissez une date et une heure."
    field = "until"


@bp.post("/avancer")
def advance() -> Response:
    """Let company time pass, and say what is new."""
    with web.acting() as ctx:
        before = ctx.run.entry_seq
        wanted = request.form.get("until", "next")
        let_pass(ctx, request.form.get("moment", "") if wanted == "moment" else wanted)
        news = _news(ctx, before)
    return web.done(news, came_from(url_for("crm.inbox")))


def let_pass(ctx: Context, until: str) -> None:
    """Let time pass as a form says: next, hour, tomorrow or a moment; raises NotAMoment."""
    match until:
        case "next":
            engine.advance_to_next_event(ctx)
        case "hour":
            engine.advance_by(ctx, minutes=HOUR)
        case "tomorrow":
            engine.advance_to_tomorrow(ctx)
        case _:
            engine.advance_clock(ctx, until=_moment(until))


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=PARIS)
    except ValueError as error:
        raise NotAMoment(until=text) from error


def _news(ctx: Context, before: int) -> str:
    """« Nouveau : 2 messages, 1 commande. »"""
    rows = ctx.session.execute(
        select(JournalEntry.verb, func.count())
        .where(
            JournalEntry.run_id == ctx.run.id,
            JournalEntry.seq > before,
            JournalEntry.verb.in_(NEWS),
        )
        .group_by(JournalEntry.verb)
    )
    counts = {row[0]: row[1] for row in rows}
    said = [plural(counts[verb], *words) for verb, words in NEWS.items() if verb in counts]
    return f"Nouveau : {', '.join(said)}." if said else "Rien de nouveau."
