"""How the supply desk's states and stories are said in French."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sandbox.filters import day, plural, when
from sandbox.journal.payloads import StockPosition
from sandbox.supply.availability import RECEIPT, STOCK, Promise
from sandbox.supply.models import Arrival, MoveKind, PurchaseOrder, PurchaseStatus
from sandbox.supply.queries import StockRow
from sandbox.supply.replenishment import Suggestion
from sandbox.supply.saying import LABELS

FAMILIES = {
    "furniture": "Mobilier",
    "outdoor": "Cycles et plein air",
    "packaging": "Emballages",
    "service": "Services",
}
MOVES = {
    MoveKind.OPENING: "Stock d'ouverture",
    MoveKind.RECEIPT: "Réception",
    MoveKind.SHIPMENT: "Expédition",
    MoveKind.PRODUCTION: "Production",
    MoveKind.ADJUSTMENT: "Inventaire",
    MoveKind.CUSTOMER_RETURN: "Retour client",
    MoveKind.SUPPLIER_RETURN: "Retour fournisseur",
    MoveKind.SCRAP: "Mise au rebut",
}
_STATES = {
    PurchaseStatus.SENT: ("Envoyée", "info"),
    PurchaseStatus.ACKNOWLEDGED: ("Confirmée", "info"),
    PurchaseStatus.PARTLY_RECEIVED: ("Reçue en partie", "violet"),
    PurchaseStatus.RECEIVED: ("Reçue", "ok"),
}


@dataclass(frozen=True)
class FeedEntry:
    """One line of a document's story."""

    icon: str
    who: str
    what: str
    when: str
    quote: str = ""
    url: str = ""


def purchase_state(order: PurchaseOrder, today: date) -> tuple[str, str]:
    """Label and colour of a purchase order; lateness comes before the rest."""
    late = order.days_late(today)
    if late and order.status != PurchaseStatus.RECEIVED:
        return f"En retard de {plural(late, 'jour')}", "bad"
    return _STATES[PurchaseStatus(order.status)]


def purchase_steps(order: PurchaseOrder) -> list[tuple[str, str]]:
    """Steps of a purchase order's life; the part receipt shows only when there is one."""
    partly = order.status == PurchaseStatus.PARTLY_RECEIVED
    skipped = None if partly else PurchaseStatus.PARTLY_RECEIVED
    return [(key, label) for key, (label, _) in _STATES.items() if key != skipped]


def stock_state(row: StockRow) -> tuple[str, str]:
    """Label and colour of a line of the stock list."""
    if row.product.made and row.product.available <= 0:
        return "À la commande", "info"
    if row.product.available <= 0:
        return "Rupture", "bad"
    return ("À réapprovisionner", "warn") if row.low else ("En stock", "ok")


def said(position: StockPosition) -> str:
    """A position in one sentence."""
    parts = [
        f"{position.physical} en stock",
        plural(position.reserved, "réservé"),
        plural(position.available, "disponible"),
        f"{position.on_order} en commande" if position.on_order else "rien en commande",
    ]
    due = f" pour le {day(position.expected_on)}" if position.expected_on else ""
    return f"{position.product} : {', '.join(parts)}{due}."


def why(promise: Promise) -> str:
    """What the date of a promise hangs on."""
    if promise.source == STOCK:
        return "Le stock disponible suffit : l'article peut partir dès aujourd'hui."
    if promise.source == RECEIPT:
        orders = ", ".join(receipt.purchase_order for receipt in promise.receipts)
        return f"Plus rien de libre : il faut recevoir {orders}, puis préparer."
    return "Rien de libre ni en stock ni en commande : il faut commander, recevoir, puis préparer."


def story(order: PurchaseOrder, arrivals: Sequence[Arrival]) -> list[FeedEntry]:
    """What happened to a purchase order, in order."""
    return list(_told(order, arrivals))


def _told(order: PurchaseOrder, arrivals: Sequence[Arrival]) -> Iterator[FeedEntry]:
    yield FeedEntry("send", "Vous", "avez envoyé la commande", when(order.sent_at))
    if order.confirmed_on:
        what = f"confirme la livraison pour le {day(order.confirmed_on)}"
        yield FeedEntry("check2-circle", order.supplier.name, what, "")
    if order.chased_at:
        yield FeedEntry("bell", "Vous", "avez relancé le fournisseur", when(order.chased_at))
    if order.asked_on:
        what = f"avez demandé le {day(order.asked_on)} ({plural(order.rounds, 'demande')})"
        yield FeedEntry("calendar-event", "Vous", what, "")
    for arrival in arrivals:
        what = f"{arrival.reference} est à quai"
        yield FeedEntry("truck", "Camion", what, when(arrival.at))
        if arrival.booked_at:
            what = f"avez enregistré la réception {arrival.reference}"
            yield FeedEntry("box-seam", "Vous", what, when(arrival.booked_at), arrival.reserves)


def working(advice: Suggestion) -> str:
    """The arithmetic of a proposal, in one line."""
    product, position = advice.product, advice.position
    parts = [
        f"{position.available} disponibles + {position.on_order} attendus = {advice.projected}",
        f"seuil {product.reorder_point}, il manque {advice.missing}",
        f"quantité de commande {product.reorder_quantity}",
    ]
    if product.minimum > 1:
        parts.append(f"minimum {product.minimum}")
    if product.pack > 1:
        parts.append(f"par {product.pack}")
    return " ; ".join(parts) + f" : commander {advice.quantity}."


def difference(code: str) -> str:
    """A difference of a supplier's invoice, in one sentence."""
    what, _, product = code.partition(":")
    return {
        "quantity": f"{product} : facturé plus que reçu.",
        "price": f"{product} : le prix n'est pas celui de la commande.",
        "unordered": f"{product} : facturé sans avoir été commandé.",
        "carriage": "Un port est facturé : il n'était pas prévu à la commande.",
    }[what]


__all__ = [
    "LABELS",
    "MOVES",
    "FeedEntry",
    "difference",
    "purchase_state",
    "purchase_steps",
    "said",
    "stock_state",
    "story",
    "why",
    "working",
]
