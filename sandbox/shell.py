"""What surrounds every page: rights of access, navigation, the strip at the top, headers."""

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, abort, current_app, g, request, url_for
from flask_login import current_user

from sandbox import intake
from sandbox.accounts.access import access_to
from sandbox.accounts.models import Account, Role
from sandbox.core.run import Mode, Run
from sandbox.core.setting import Setting, setting_of
from sandbox.crm.queries import pulse
from sandbox.extensions import db
from sandbox.training.glossary import GLOSSARY
from sandbox.training.guide import next_act
from sandbox.training.judging.day_note import day_is_over
from sandbox.training.pacing import PACES
from sandbox.web import asked_by_htmx

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)

NAVIGATION = (
    ("Bureau", "crm.inbox", "inbox", "Messages"),
    ("Bureau", "crm.diary", "calendar-week", "Agenda"),
    ("Bureau", "crm.news", "megaphone", "Actualités"),
    ("Ventes", "crm.customers", "people", "Clients"),
    ("Ventes", "erp.quotes", "file-earmark-text", "Devis"),
    ("Ventes", "erp.orders", "cart3", "Commandes"),
    ("Logistique", "supply.stock", "box-seam", "Stock"),
    ("Logistique", "supply.purchases", "bag", "Achats"),
    ("Logistique", "erp.deliveries", "truck", "Expéditions"),
    ("Argent", "erp.invoices", "receipt", "Factures"),
    ("Argent", "erp.payments", "bank", "Règlements"),
    ("Argent", "erp.dunning", "alarm", "Relances"),
    ("Repères", "training.procedures", "journal-text", "Procédures"),
    ("Repères", "training.calculators", "calculator", "Calculettes"),
    ("Repères", "documents.archive", "archive", "Classement"),
    ("Repères", "training.report", "clipboard-data", "Bilan"),
)


@dataclass(frozen=True)
class NavItem:
    """One entry of the side navigation."""

    url: str
    icon: str
    label: str
    group: str
    count: int
    current: bool


@dataclass(frozen=True)
class RunStrip:
    """What the top of each page says of the run."""

    id: int
    company_name: str
    now: Any
    mode: str
    status: str
    plays: bool
    setting: Setting
    pace: int
    paced_by_trainer: bool
    paces = tuple(PACES.items())


def register(app: Flask) -> None:
    """Guard every route, and give templates what surrounds them."""
    app.before_request(_guard)
    app.url_defaults(_name_the_run)
    app.after_request(_headers)
    app.context_processor(_surroundings)
    app.jinja_env.globals["GLOSSARY"] = GLOSSARY


def _guard() -> Response | None:
    """Nobody sees anything unless the route is public or they are entitled to it."""
    intake.check()
    view = current_app.view_functions.get(request.endpoint or "")
    if view is None or getattr(view, "is_public", False):
        return None
    if not current_user.is_authenticated:
        return _to_sign_in()
    run_id = (request.view_args or {}).pop("run_id", None)
    if run_id is not None:
        _enter(run_id)
    return None


def _enter(run_id: int) -> None:
    access = access_to(db.session(), current_user, run_id)
    if access is None:
        abort(HTTPStatus.NOT_FOUND)
    if not access.sees or (request.method != "GET" and not access.plays):
        abort(HTTPStatus.FORBIDDEN)
    g.run, g.plays = access.run, access.plays


def _to_sign_in() -> Response:
    back = request.full_path.rstrip("?") if request.method == "GET" else None
    target = url_for("accounts.sign_in", next=back)
    if asked_by_htmx():
        # A redirect would be swallowed into a fragment.
        return Response(status=HTTPStatus.NO_CONTENT, headers={"HX-Redirect": target})
    return Response(status=HTTPStatus.SEE_OTHER, headers={"Location": target})


def _name_the_run(endpoint: str, values: dict[str, Any]) -> None:
    """Addresses built within a run lead to the same run."""
    if "run_id" in values or g.get("run") is None:
        return
    if current_app.url_map.is_endpoint_expecting(endpoint, "run_id"):
        values["run_id"] = g.run.id


def _headers(response: Response) -> Response:
    response.headers.setdefault("Content-Security-Policy", CSP)
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "same-origin")
    response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    if response.mimetype == "text/html":
        response.headers.setdefault("Cache-Control", "private, no-store")
        response.headers.add("Vary", "HX-Request")
    return response


def _surroundings() -> dict[str, Any]:
    """Names that the base template reads; fragments under htmx need none of them."""
    account = current_user if current_user.is_authenticated else None
    theme = request.cookies.get("theme", "light")
    around: dict[str, Any] = {
        "run": None,
        "me": account,
        "unread": 0,
        "next_act": None,
        "theme": theme if theme in ("light", "dark") else "light",
        "nav_items": (),
    }
    if account is not None and g.get("run") is not None and not asked_by_htmx():
        around |= _of_the_run(g.run)
    elif account is not None:
        around["nav_items"] = _of_the_person(account)
    return around


def _of_the_run(run: Run) -> dict[str, Any]:
    session = db.session()
    setting = setting_of(session, run.digest)
    now = pulse(session, run)
    unread = now.unread
    counts = {"crm.inbox": unread, "crm.diary": now.overdue, "crm.news": now.news}
    strip = RunStrip(
        run.id,
        setting.company.name,
        run.clock,
        run.mode,
        run.status,
        g.plays,
        setting,
        run.pace,
        run.paced_by_trainer,
    )
    return {
        "run": strip,
        "unread": unread,
        "day_note_url": _day_note_url(run, setting),
        "next_act": next_act(session, run) if g.plays and run.mode == Mode.DISCOVERY else None,
        "nav_items": tuple(_items(counts)),
        "advance_url": url_for("simulation.advance") if g.plays else None,
        "palette_url": url_for("training.palette"),
        "recent_url": url_for("training.recent"),
        "hint_url": url_for("training.hint"),
        "step_back_url": url_for("training.step_back") if run.move_seq else None,
        "pulse": now,
    }


def _day_note_url(run: Run, setting: Setting) -> str:
    """Where the note of the day is read, once the day is over; nothing on that page itself."""
    url = url_for("judging.day_note")
    return url if g.plays and day_is_over(run, setting) and request.path != url else ""


def _items(counts: dict[str, int]) -> Iterator[NavItem]:
    for group, endpoint, icon, label in NAVIGATION:
        url = url_for(endpoint)
        count = counts.get(endpoint, 0)
        yield NavItem(url, icon, label, group, count, f"{request.path}/".startswith(f"{url}/"))


def _of_the_person(account: Account) -> tuple[NavItem, ...]:
    entries = [("training.home", "house", "Accueil")]
    if account.role in (Role.TRAINER, Role.ADMINISTRATOR):
        entries.append(("training.trainer", "easel", "Ma classe"))
        entries.append(("training.scenario_list", "journal-bookmark", "Scénarios"))
        entries.append(("judging.marking", "pencil-square", "Corrections"))
    return tuple(
        NavItem(url_for(endpoint), icon, label, "", 0, request.path == url_for(endpoint))
        for endpoint, icon, label in entries
    )
