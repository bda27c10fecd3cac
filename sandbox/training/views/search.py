"""Going anywhere in a run: the palette, and the address of a reference."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from flask import abort, make_response, redirect, request, url_for

from sandbox import web
from sandbox.shell import NAVIGATION
from sandbox.training.search import Hit, find, named
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


@bp.get("/parties/<int:run_id>/palette")
def palette() -> Answer:
    """Screens and records that match what is typed."""
    words = request.args.get("q", "").strip()[:80]
    items = [item for item in _screens() if words.lower() in item.label.lower()]
    if len(words) > 1:
        items += [_item(hit) for hit in find(web.session(), web.run().id, words)]
    return page("_palette_results.html", items=items, q=words)


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
