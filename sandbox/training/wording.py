"""The journal in French: a short label and a sentence for every verb."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sandbox.core.calendar import PARIS
from sandbox.core.errors import DomainError
from sandbox.core.setting import Setting
from sandbox.crm.labels import FIELDS
from sandbox.erp.labels import CANCELLATION, REFUSAL, RELEASE
from sandbox.erp.platform.statuses import Status
from sandbox.filters import eur, rate, short_day, when
from sandbox.training.wording_complaints import COMPLAINTS
from sandbox.training.wording_mailbox import MAILBOX
from sandbox.training.wording_story import STORY
from sandbox.training.wording_supply import CENTS, SUPPLY


@dataclass(frozen=True)
class Wording:
    """How a verb reads: label of a link, sentence with the payload's fields, icon."""

    label: str
    sentence: str
    icon: str


WORDING: dict[str, Wording] = {
    "run.opened": Wording("Ouverture", "Ouverture de la partie.", "flag"),
    "clock.advanced": Wording("Temps", "Le temps a passé depuis {since}.", "clock"),
    "move.refused": Wording("Refus", "Geste refusé : {reason}", "slash-circle"),
    "message.received": Wording("Message reçu", "Message reçu.", "envelope"),
    "message.read": Wording("Message lu", "Message lu, de {sender}.", "envelope-open"),
    "message.sent": Wording("Message envoyé", "Message envoyé à {to} ({words} mots).", "send"),
    "colleague.alerted": Wording("Alerte", "Alerte donnée : {post}.", "megaphone"),
    "history.consulted": Wording(
        "Historique consulté", "Historique de {customer} consulté.", "clock-history"
    ),
    "customer.created": Wording("Client créé", "Fiche client créée.", "person-plus"),
    "customer.updated": Wording(
        "Fiche à jour", "Fiche client mise à jour : {changed}.", "person-gear"
    ),
    "quote.drawn_up": Wording(
        "Devis établi",
        "Devis établi pour {customer} : {net} HT, remise de {highest_discount} au plus.",
        "file-earmark-text",
    ),
    "quote.sent": Wording(
        "Devis envoyé",
        "Devis envoyé à {customer} : {gross} TTC, valable jusqu'au {valid_until}.",
        "send",
    ),
    "quote.version_made": Wording(
        "Nouvelle version",
        "Version {quote_version} du devis en préparation pour {customer}.",
        "files",
    ),
    "quote.replaced": Wording("Devis remplacé", "Devis remplacé par {by}.", "arrow-repeat"),
    "quote.followed_up": Wording(
        "Devis relancé", "Relance de {customer}, sans réponse au devis du {sent_on}.", "telephone"
    ),
    "quote.accepted": Wording("Devis accepté", "Devis accepté.", "hand-thumbs-up"),
    "quote.declined": Wording("Devis décliné", "Devis décliné : {reason}.", "hand-thumbs-down"),
    "quote.expired": Wording(
        "Devis périmé", "Devis périmé, resté sans réponse.", "hourglass-bottom"
    ),
    "order.received": Wording("Commande reçue", "Commande reçue : {gross} TTC.", "cart3"),
    "order.compared": Wording(
        "Commande comparée", "Commande de {customer} comparée au devis.", "layout-split"
    ),
    "order.differences_raised": Wording(
        "Écarts signalés", "Écarts avec le devis signalés à {customer}.", "flag"
    ),
    "order.corrected": Wording(
        "Commande corrigée", "Commande alignée sur le devis : {gross} TTC.", "pencil"
    ),
    "outstanding.consulted": Wording(
        "Encours consulté",
        "Encours de {customer} consulté : {exposure} engagés, plafond de {limit}.",
        "piggy-bank",
    ),
    "approval.requested": Wording(
        "Accord demandé", "Accord demandé au sujet de {about} : {post}.", "question-circle"
    ),
    "approval.decided": Wording(
        "Accord rendu", "Décision rendue au sujet de {about}.", "check2-square"
    ),
    "order.recorded": Wording(
        "Commande enregistrée",
        "Commande de {customer} enregistrée : {gross} TTC, promise pour le {promised_on}.",
        "journal-check",
    ),
    "order.released": Wording("Attente levée", "Attente levée : {ground}.", "play-circle"),
    "order.held": Wording("Commande en attente", "Commande mise en attente.", "pause-circle"),
    "order.declined": Wording("Commande refusée", "Commande de {customer} refusée.", "x-circle"),
    "order.acknowledged": Wording(
        "Accusé de réception",
        "Accusé de réception envoyé à {customer} : livraison le {promised_on}.",
        "envelope-check",
    ),
    "stock.consulted": Wording("Stock consulté", "Stock consulté.", "box-seam"),
    "stock.reserved": Wording(
        "Stock réservé", "{product} : {reserved} réservé, {short} en manque.", "bookmark-check"
    ),
    "purchase_order.sent": Wording(
        "Commande fournisseur",
        "Commande envoyée à {supplier} : {net} HT, attendue le {expected_on}.",
        "bag",
    ),
    "purchase_order.acknowledged": Wording(
        "Fournisseur confirmé", "Livraison confirmée pour le {confirmed_on}.", "calendar-check"
    ),
    "purchase_order.chased": Wording("Fournisseur relancé", "Relance de {supplier}.", "telephone"),
    "goods.arrived": Wording("Camion à quai", "Camion à quai.", "truck"),
    "goods.received": Wording(
        "Réception", "Réception de la livraison de {supplier}.", "box-arrow-in-down"
    ),
    "delivery.prepared": Wording(
        "Livraison préparée",
        "Livraison de {order} préparée : {quantity} pièces, reliquat {backorder}.",
        "box2",
    ),
    "delivery.carrier_chosen": Wording(
        "Transporteur choisi", "{order} confiée à {carrier}, arrivée le {arrives_on}.", "signpost"
    ),
    "delivery.shipped": Wording(
        "Expédition", "{quantity} pièces expédiées à {customer}, arrivée le {arrives_on}.", "truck"
    ),
    "delivery.delivered": Wording("Livré", "Livraison signée par {customer}.", "house-check"),
    "invoice.issued": Wording(
        "Facture émise",
        "Facture émise pour {customer} : {gross} TTC, échéance le {due_on}.",
        "receipt",
    ),
    "invoice.deposited": Wording(
        "Facture déposée", "Facture déposée sur la plateforme.", "cloud-check"
    ),
    "invoice.rejected": Wording(
        "Facture rejetée", "Facture rejetée par la plateforme.", "cloud-slash"
    ),
    "invoice.refused": Wording("Facture refusée", "Facture refusée par le client.", "x-octagon"),
    "invoice.status_set": Wording(
        "Statut de facture", "Facture de {customer} : statut « {status} ».", "arrow-repeat"
    ),
    "order.number_noted": Wording(
        "Numéro noté", "Numéro de commande de {customer} noté sur la commande.", "hash"
    ),
    "supplier_invoice.status_set": Wording(
        "Réponse au fournisseur", "Facture de {supplier} : statut « {status} ».", "reply"
    ),
    "invoice.cashed": Wording("Facture encaissée", "Facture de {customer} soldée.", "check-circle"),
    "credit_note.used": Wording(
        "Avoir imputé", "{amount} d'avoir imputés sur {invoice} de {customer}.", "link-45deg"
    ),
    "credit_note.issued": Wording(
        "Avoir émis", "Avoir de {gross}, qui annule la facture {invoice}.", "arrow-return-left"
    ),
    "bank.consulted": Wording("Banque consultée", "Relevé de banque consulté.", "bank"),
    "bank.credited": Wording("Virement reçu", "Virement reçu : {amount}.", "bank"),
    "payment.recorded": Wording(
        "Règlement enregistré", "Règlement de {customer} enregistré : {amount}.", "cash-coin"
    ),
    "payment.reconciled": Wording(
        "Lettrage", "{amount} lettrés sur la facture {invoice}, reste dû {left}.", "link-45deg"
    ),
    "payment.promised": Wording(
        "Promesse de règlement", "Règlement promis pour le {promised_on}.", "calendar-heart"
    ),
    "aged_balance.consulted": Wording(
        "Balance âgée", "Balance âgée consultée : {overdue} en retard.", "bar-chart-steps"
    ),
    "dunning.sent": Wording(
        "Relance", "Relance de {customer} : {balance}, {days_late} jours de retard.", "alarm"
    ),
    "formal_notice.sent": Wording(
        "Mise en demeure", "Mise en demeure de {customer} : {balance}.", "envelope-exclamation"
    ),
}

WORDING |= {verb: Wording(*words) for verb, words in SUPPLY.items()}
WORDING |= {verb: Wording(*words) for verb, words in STORY.items()}
WORDING |= {verb: Wording(*words) for verb, words in (MAILBOX | COMPLAINTS).items()}

_CENTS = (
    *CENTS,
    "net", "gross", "amount", "balance", "stake", "exposure", "limit", "outstanding", "left",
    "overdue", "price", "total", "cost", "before",
)  # fmt: skip
_LAST_DAYS = ("last_day", "answer_by")
DAY = len("2026-11-02")
_DETAIL = re.compile(r"\{[^}]*\}")
_POSTS = {
    "learner": "Vous",
    "trainer": "Votre formateur",
    "world": "Comptoir",
    "bank": "La banque",
    "post_office": "Le bureau de poste",
    "registry": "Le greffe du tribunal",
    "bureau": "L'agence de renseignement",
    "stranger": "Un inconnu",
    "news": "L'entreprise",
    "platform": "La plateforme de facturation",
}
Names = Mapping[str, str]


def said(verb: str, payload: str, setting: Setting, names: Names) -> str:
    """The sentence of an entry, without who did it; ``names`` gives the name behind a code."""
    wording = WORDING.get(verb)
    if wording is None:
        return verb
    values = json.loads(payload)
    return wording.sentence.format_map(
        {name: _written(name, value, setting, names) for name, value in values.items()}
    )


def who(post: str, setting: Setting, names: Names) -> str:
    """Who did it, as the learner knows them."""
    if post in _POSTS:
        return _POSTS[post]
    colleague = setting.colleague(post)
    if colleague is not None:
        return colleague.title[0].upper() + colleague.title[1:]
    code = post.partition(":")[2] or post
    return names.get(code, code)


def label(verb: str) -> str:
    """A verb in two words, for a link."""
    return WORDING[verb].label if verb in WORDING else verb


def icon(verb: str) -> str:
    """The picture beside an entry."""
    return WORDING[verb].icon if verb in WORDING else "dot"


def _written(field: str, value: Any, setting: Setting, names: Names) -> str:
    if value is None:
        return "—"
    if isinstance(value, int):
        return _number(field, value)
    if isinstance(value, str):
        return _text(field, value, setting, names)
    return ", ".join(FIELDS.get(name, name) for name in value if field == "changed")


def _number(field: str, value: int) -> str:
    if field in _CENTS:
        return eur(value)
    if field == "status":
        return f"{value} {Status(value).label}"
    return rate(value) if field == "highest_discount" else str(value)


def _text(field: str, value: str, setting: Setting, names: Names) -> str:
    if field == "reason":
        return REFUSAL.get(value, "").lower() or _refusals().get(value, value)
    if field == "ground":
        return {**RELEASE, **CANCELLATION}.get(value, value).lower()
    if field in ("sender", "to", "post", "caller", "other"):
        return who(value, setting, names)
    read: Callable[[str], str] | None = _moment if field == "since" else None
    if field.endswith(("_on", "_until")) or (field in _LAST_DAYS and len(value) == DAY):
        read = _day
    return read(value) if read else names.get(value, value)


@cache
def _refusals() -> dict[str, str]:
    """Why a refusal refuses, by its name; what depends on the moment is left out."""
    kinds, said = [DomainError], {}
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        said[kind.__name__] = _without_details(kind.message)
    return said


def _without_details(message: str) -> str:
    return _DETAIL.sub("…", message)


def _day(text: str) -> str:
    return short_day(date.fromisoformat(text))


def _moment(text: str) -> str:
    return when(datetime.fromisoformat(text).replace(tzinfo=PARIS))
