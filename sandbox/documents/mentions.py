"""Sentences that the law, or our terms of sale, want on commercial documents: kept as data."""

from collections.abc import Iterator
from dataclasses import dataclass

from sandbox.core.money import format_euros, format_rate
from sandbox.core.units import Cents, Rate

FICTITIOUS = (
    "Entreprise fictive : document d’entraînement, sans valeur commerciale, comptable ni fiscale."
)
NO_EARLY_PAYMENT_DISCOUNT = "Pas d’escompte en cas de paiement anticipé."
LATE_PAYMENT = (
    "En cas de retard, pénalités au taux annuel de {rate}, exigibles sans rappel, et indemnité "
    "forfaitaire de {indemnity} pour frais de recouvrement (C. com., art. L441-10 et D441-5)."
)
LATE_PAYMENT_CONSUMER = (
    "En cas de retard, l’intérêt au taux légal court à compter de la mise en demeure "
    "(C. civ., art. 1231-6)."
)
RETENTION_OF_TITLE = (
    "Réserve de propriété : les marchandises restent à nous jusqu’à leur paiement complet "
    "(C. civ., art. 2367)."
)
ECO_CONTRIBUTION = (
    "Éco-contribution mobilier incluse dans la base de TVA, sans remise possible "
    "(C. env., art. L541-10-21)."
)
PRODUCER_NUMBER = "Identifiant unique du producteur (IDU) : {number}."
CONSUMER_GUARANTEE = (
    "Biens garantis deux ans par la loi en cas de défaut de conformité (C. conso., art. L217-3)."
)
BINDING_OFFER = (
    "Offre ferme jusqu’à la date de validité indiquée ; bon pour accord à nous retourner."
)
TERMS_ACCEPTED = "La commande vaut acceptation de nos conditions générales de vente, jointes."
CARRIAGE_CLAIMS = (
    "Réserves précises à porter sur ce bon, puis à confirmer au transporteur par lettre "
    "recommandée sous trois jours, jours fériés non compris (C. com., art. L133-3)."
)
CREDIT_NOTE = "Cet avoir annule la facture citée (CGI, art. 289, I-5)."
QUOTE_OUR_NUMBER = "Rappelez notre numéro de commande sur vos bons et vos factures."


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What decides which sentences a document bears; rate in hundredths of a %, cents."""

    business: bool
    late_rate: Rate
    indemnity: Cents
    eco: bool
    producer_number: str
    vat_mention: str = ""


def of_quote(case: Circumstances) -> tuple[str, ...]:
    """Sentences of a quote."""
    return (BINDING_OFFER, TERMS_ACCEPTED, *_of_sale(case), FICTITIOUS)


def of_acknowledgement(case: Circumstances) -> tuple[str, ...]:
    """Sentences of an order acknowledgement."""
    return (TERMS_ACCEPTED, *_of_sale(case), FICTITIOUS)


def of_invoice(case: Circumstances) -> tuple[str, ...]:
    """Sentences of an invoice (C. com. L441-9, L441-10; CGI ann. II 242 nonies A)."""
    return (NO_EARLY_PAYMENT_DISCOUNT, late_payment(case), *_of_sale(case), FICTITIOUS)


def of_credit_note() -> tuple[str, ...]:
    """Sentences of a credit note."""
    return CREDIT_NOTE, FICTITIOUS


def of_delivery_note() -> tuple[str, ...]:
    """Sentences of a delivery note."""
    return CARRIAGE_CLAIMS, RETENTION_OF_TITLE, FICTITIOUS


def of_purchase_order() -> tuple[str, ...]:
    """Sentences of a purchase order."""
    return QUOTE_OUR_NUMBER, FICTITIOUS


def of_letter(case: Circumstances) -> tuple[str, ...]:
    """Sentences of a dunning letter or a formal notice."""
    return late_payment(case), FICTITIOUS


def late_payment(case: Circumstances) -> str:
    """What a late payment costs: the 40 euros are for businesses alone."""
    if not case.business:
        return LATE_PAYMENT_CONSUMER
    return LATE_PAYMENT.format(
        rate=format_rate(case.late_rate), indemnity=format_euros(case.indemnity)
    )


def _of_sale(case: Circumstances) -> Iterator[str]:
    if case.vat_mention:
        yield f"{case.vat_mention}."
    yield RETENTION_OF_TITLE
    if case.eco:
        yield ECO_CONTRIBUTION
    if case.producer_number:
        yield PRODUCER_NUMBER.format(number=case.producer_number)
    if not case.business:
        yield CONSUMER_GUARANTEE
