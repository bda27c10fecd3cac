"""Going anywhere in a run: the palette, and the address of a reference."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from flask import Response, abort, g, make_response, redirect, request, url_for
from flask import session as flask_session

from sandbox import web
from sandbox.shell import NAVIGATION
from sandbox.training.recent import OPENED, opened_in, remembered
from sandbox.training.search import Hit, find, named, seen
from sandbox.training.views.blueprint import bp
from sandbox.web import Answer, page


@dataclass(frozen=True)
class Item:
    """One line of the palette."""

    url: str
    icon: str
    label: str
    hint: str


# Screen of a record: its endpoint, the name of its id in the address, icon, and what to call it.
_SCREENS = {
    "customer": ("crm.customer", "customer_id", "people", "Client"),
    "product": ("supply.product", "product_id", "box-seam", "Article"),
    "quote": ("erp.quote", "quote_id", "file-earmark-text", "Devis"),
    "order": ("erp.order", "order_id", "cart3", "Commande"),
    "delivery": ("erp.delivery", "delivery_id", "truck", "Bon de livraison"),
    "invoice": ("erp.invoice", "invoice_id", "receipt", "Facture"),
    "purchase": ("supply.purchase", "purchase_id", "bag", "Commande fournisseur"),
    "solvency": ("erp.solvency", "solvency_file_id", "search", "Solvabilité"),
    "insolvency": ("erp.insolvency", "insolvency_id", "bank2", "Procédure collective"),
    "litigation": ("erp.litigation", "litigation_file_id", "folder-symlink", "Contentieux"),
    "privacy": ("crm.privacy_request", "privacy_request_id", "shield-check", "Demande RGPD"),
    "complaint": ("crm.complaint", "complaint_id", "chat-square-quote", "Réclamation"),
    "message": ("crm.message", "message_id", "envelope", "Message"),
    "payment": ("erp.payments", "", "bank", "Règlement"),
}

# What each screen of a record shows, and the argument of its address that says which.
_KINDS = {screen: (kind, argument) for kind, (screen, argument, *_) in _SCREENS.items()}


@bp.get("/parties/<int:run_id>/palette")
def palette() -> Answer:
    """Screens and records that match what is typed."""
    words = request.args.get("q", "").strip()[:80]
    items = [] if words else [_item(hit) for hit in _opened()]
    items += [item for item in _screens() if words.lower() in item.label.lower()]
    if len(words) > 1:
        items += [_item(hit) for hit in find(web.session(), web.run().id, words)]
    return page("_palette_results.html", items=items, q=words)


@bp.get("/parties/<int:run_id>/recents")
def recent() -> Answer:
    """Documents and records that the person opened last in this run."""
    items = [_item(hit) for hit in _opened()]
    return page("training/recent.html", fragment="training/_recent.html", items=items)


@bp.after_app_request
def _remember(response: Response) -> Response:
    """Note which record was opened, in the person's own session: a reading writes no database."""
    kind, argument = _KINDS.get(request.endpoint or "", ("", ""))
    row_id = (request.view_args or {}).get(argument)
    opened = request.method == "GET" and response.status_code == HTTPStatus.OK
    if kind and row_id and opened and not web.asked_by_htmx() and g.get("run") is not None:
        flask_session[OPENED] = remembered(flask_session.get(OPENED), g.run.id, kind, row_id)
    return response


def _opened() -> list[Hit]:
    rows = opened_in(flask_session.get(OPENED), web.run().id)
    return seen(web.session(), web.run().id, rows)


@bp.get("/parties/<int:run_id>/aller")
def go() -> Answer:
    """Send to the screen of a reference such as DE-2026-000001."""
    hit = named(web.session(), web.run().id, request.args.get("ref", "").strip())
    if hit is None:
        abort(HTTPStatus.NOT_FOUND)
    return make_response(redirect(_item(hit).url, HTTPStatus.SEE_OTHER))


def _screens() -> list[Item]:
    return [
        Item(url_for(endpoint), icon, label, group) for group, endpoint, icon, label in NAVIGATION
    ]


def _item(hit: Hit) -> Item:
    endpoint, argument, icon, kind = _SCREENS[hit.kind]
    target: dict[str, Any] = {argument: hit.row_id} if argument else {}
    url = url_for(endpoint, **target)
    return Item(url, icon, f"{hit.reference} · {hit.name}", kind)
