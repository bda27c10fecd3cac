"""Terms of a quote in words, as the screen shows and takes them."""

from typing import Any

from sandbox.core.incoterms import written
from sandbox.core.pricing import forfeit
from sandbox.core.units import Cents
from sandbox.erp.labels import DEPOSIT
from sandbox.erp.models import OfferTerms
from sandbox.erp.models.offer import Offered
from sandbox.filters import eur, input_rate, plural, rate

_NAMED = (
    "Pour un consommateur, le mot « acompte » doit être écrit : sans précision, une somme versée "
    "d’avance est des arrhes (C. conso., art. L214-1)."
)
_BINDS = (
    "Un acompte engage les deux parties : y renoncer, c’est devoir réparer le préjudice de l’autre."
)


def terms_typed(terms: OfferTerms) -> dict[str, Any]:
    """Terms as the form takes them."""
    asked = rate(terms.deposit_rate) if terms.deposit_rate else ""
    return {
        "deposit_kind": terms.deposit_kind,
        "deposit": eur(terms.deposit_amount) if terms.deposit_amount else asked,
        "early_payment": input_rate(terms.early_payment) if terms.early_payment else "",
        "early_payment_days": terms.early_payment_days or None,
        "incoterm": terms.incoterm,
        "incoterm_place": terms.incoterm_place,
        "overall_discount": input_rate(terms.overall_discount) if terms.overall_discount else "",
    }


def terms_shown(document: Offered) -> list[tuple[str, str]]:
    """Label and words of each term that a document states."""
    terms, rows = document.offer_terms, []
    if terms.overall_discount:
        rows.append(("Remise globale", rate(terms.overall_discount)))
    if terms.deposit_kind:
        rows.append((DEPOSIT[terms.deposit_kind], _deposit(document)))
    if terms.early_payment:
        days = plural(terms.early_payment_days, "jour")
        rows.append(("Escompte", f"{rate(terms.early_payment)} pour un paiement sous {days}"))
    if terms.incoterm:
        rows.append(("Incoterm", written(terms.incoterm, terms.incoterm_place)))
    return rows


def _deposit(document: Offered) -> str:
    part = f"{rate(document.deposit_rate)} du total, soit " if document.deposit_rate else ""
    return f"{part}{eur(document.deposit_asked)} TTC (solde : {eur(document.after_deposit)})"


def deposit_told(document: Offered, *, business: bool) -> str:
    """What the sum asked in advance means in law (C. civ. 1590, C. conso. L214-1), in words."""
    if document.deposit_kind == "forfeit":
        return _gives_up(document.deposit_asked)
    if document.deposit_kind != "deposit":
        return ""
    return _BINDS if business else f"{_BINDS} {_NAMED}"


def _gives_up(asked: Cents) -> str:
    cost = forfeit(asked)
    return (
        f"Avec des arrhes, chacun peut renoncer : le client y perd {eur(cost.buyer_loses)}, nous "
        f"rendons le double, {eur(cost.seller_returns)} (C. civ., art. 1590)."
    )
