"""Terms that a quote states, in the words and the language of its reader."""

from sandbox.core.incoterms import written
from sandbox.core.money import format_euros, format_rate
from sandbox.documents.base import Language
from sandbox.erp.models import DepositKind
from sandbox.erp.models.offer import Offered

_ASKED: dict[Language, dict[str, str]] = {
    "fr": {
        DepositKind.DEPOSIT: "Acompte de {part}, TVA comprise ; il engage les deux parties. "
        "Solde : {left}.",
        DepositKind.FORFEIT: "Arrhes de {part}, TVA comprise : chacun peut renoncer, le client en "
        "les perdant, nous en rendant le double (C. civ., art. 1590). Solde : {left}.",
    },
    "en": {
        DepositKind.DEPOSIT: "Deposit of {part}, VAT included; it binds both parties. "
        "Balance: {left}.",
        DepositKind.FORFEIT: "Earnest money of {part}, VAT included: either party may withdraw, "
        "the customer by losing it, the seller by returning twice as much (French Civil Code, "
        "Article 1590). Balance: {left}.",
    },
}
_OF: dict[Language, str] = {"fr": "{rate} du total, soit {sum}", "en": "{rate} of the total: {sum}"}
_EARLY: dict[Language, str] = {
    "fr": "{rate} des articles, hors port et éco-contribution, pour un paiement dans les {days} "
    "jours de la facture ; la TVA est alors calculée sur le prix net d’escompte (CGI, art. "
    "267-II).",
    "en": "{rate} off the goods, carriage and eco-contribution aside, for payment within {days} "
    "days of the invoice; VAT is then worked out on the discounted price (French Tax Code, "
    "Article 267-II).",
}


def deposit_terms(document: Offered, language: Language) -> str:
    """What is asked in advance, and what it means; empty when nothing is."""
    if not document.deposit_kind:
        return ""
    part = format_euros(document.deposit_asked)
    if document.deposit_rate:
        part = _OF[language].format(rate=format_rate(document.deposit_rate), sum=part)
    return _ASKED[language][document.deposit_kind].format(
        part=part, left=format_euros(document.after_deposit)
    )


def early_payment_terms(document: Offered, language: Language) -> str:
    """The escompte and what it does to VAT; empty when there is none."""
    if not document.early_payment:
        return ""
    rate = format_rate(document.early_payment)
    return _EARLY[language].format(rate=rate, days=document.early_payment_days)


def with_incoterm(delivery: str, document: Offered) -> str:
    """How goods come, and under which incoterm."""
    if not document.incoterm:
        return delivery
    return f"{delivery} {written(document.incoterm, document.incoterm_place)}."


def early_payment_mention(document: Offered, language: Language) -> str:
    """The escompte as an invoice must state it (C. com. L441-9); empty when there is none."""
    said = early_payment_terms(document, language)
    name = {"fr": "Escompte de", "en": "Early payment discount:"}[language]
    return f"{name} {said}" if said else ""
