"""Sentences that the law, or our terms of sale, want on commercial documents: kept as data."""

from collections.abc import Iterator
from dataclasses import dataclass

from sandbox.core.money import NO_BREAK_SPACE, format_euros, format_rate
from sandbox.core.units import Cents, Rate
from sandbox.core.vat import VatReason
from sandbox.documents.base import Language


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording:
    """Every sentence in one language; {rate}, {indemnity} and {number} are filled in."""

    fictitious: str
    no_early_payment_discount: str
    late_payment: str
    late_payment_consumer: str
    retention_of_title: str
    eco_contribution: str
    producer_number: str
    consumer_guarantee: str
    binding_offer: str
    terms_accepted: str
    carriage_claims: str
    credit_note: str
    deposit: str
    forfeit: str
    deposit_vat: str


FRENCH = Wording(
    fictitious="Entreprise fictive : document d’entraînement, sans valeur commerciale, comptable "
    "ni fiscale.",
    no_early_payment_discount="Pas d’escompte en cas de paiement anticipé.",
    late_payment="En cas de retard, pénalités au taux annuel de {rate}, exigibles sans rappel, et "
    "indemnité forfaitaire de {indemnity} pour frais de recouvrement (C. com., art. L441-10 et "
    "D441-5).",
    late_payment_consumer="En cas de retard, l’intérêt au taux légal court à compter de la mise en "
    "demeure (C. civ., art. 1231-6).",
    retention_of_title="Réserve de propriété : les marchandises restent à nous jusqu’à leur "
    "paiement complet (C. civ., art. 2367).",
    eco_contribution="Éco-contribution mobilier incluse dans la base de TVA, sans remise possible "
    "(C. env., art. L541-10-21).",
    producer_number="Identifiant unique du producteur (IDU) : {number}.",
    consumer_guarantee="Biens garantis deux ans par la loi en cas de défaut de conformité "
    "(C. conso., art. L217-3).",
    binding_offer="Offre ferme jusqu’à la date de validité indiquée ; bon pour accord à nous "
    "retourner.",
    terms_accepted="La commande vaut acceptation de nos conditions générales de vente, jointes.",
    carriage_claims="Réserves précises à porter sur ce bon, puis à confirmer au transporteur par "
    "lettre recommandée sous trois jours, jours fériés non compris (C. com., art. L133-3).",
    credit_note="Cet avoir annule la facture citée (CGI, art. 289, I-5).",
    deposit="Acompte à valoir sur le prix : il engage les deux parties et sera déduit de la "
    "facture définitive.",
    forfeit="Arrhes à valoir sur le prix : chacun peut renoncer, le client en les perdant, le "
    "vendeur en rendant le double (C. civ., art. 1590 ; C. conso., art. L214-1).",
    deposit_vat="TVA exigible à l’encaissement de cette somme (CGI, art. 269-2).",
)
# The notes of the e-invoice know these sentences by « early payment », « penalties », « recovery ».
ENGLISH = Wording(
    fictitious="Fictitious company: training document, without any commercial, accounting or tax "
    "value.",
    no_early_payment_discount="No discount for early payment.",
    late_payment="Late payment gives rise, without notice, to penalties at {rate} a year and to a "
    "fixed recovery charge of {indemnity} per invoice (French Commercial Code, Articles L441-10 "
    "and D441-5).",
    late_payment_consumer="Late payment interest runs at the French legal rate from the formal "
    "notice (French Civil Code, Article 1231-6).",
    retention_of_title="Retention of title: the goods remain ours until they are paid in full "
    "(French Civil Code, Article 2367).",
    eco_contribution="Furniture eco-contribution included in the VAT base, without any possible "
    "discount (French Environment Code, Article L541-10-21).",
    producer_number="Producer’s unique identifier (IDU): {number}.",
    consumer_guarantee="Goods under a two-year legal guarantee of conformity (French Consumer "
    "Code, Article L217-3).",
    binding_offer="Firm offer until the date of validity; please return it signed if you agree.",
    terms_accepted="An order implies acceptance of our terms of sale, enclosed.",
    carriage_claims="Visible damage: write precise reservations on this note at once. Damage that "
    "cannot be seen: write to the carrier within seven days, Sundays and public holidays left "
    "out (CMR Convention, Article 30).",
    credit_note="This credit note cancels the invoice it names (French Tax Code, Article 289-I-5).",
    deposit="Deposit to be set against the price: it binds both parties and will be deducted from "
    "the final invoice.",
    forfeit="Earnest money to be set against the price: either party may withdraw, the customer by "
    "losing it, the seller by returning twice as much (French Civil Code, Article 1590).",
    deposit_vat="Any VAT is due when this sum is received (French Tax Code, Article 269-2).",
)
WORDINGS: dict[Language, Wording] = {"fr": FRENCH, "en": ENGLISH}
QUOTE_OUR_NUMBER = "Rappelez notre numéro de commande sur vos bons et vos factures."
STANDARD_CARRIAGE = (
    "Transport soumis au contrat type général (C. transp., annexe à l’article D3222-1)."
)
# The articles are quoted by the same figures in both languages: VAT categories are read there.
_VAT_ABROAD = {
    VatReason.INTRA_EU_SUPPLY: "VAT-exempt intra-Community supply (Directive 2006/112/EC, Article "
    "138; Article 262 ter I of the French Tax Code)",
    VatReason.EXPORT: "VAT-exempt export (Article 262 I of the French Tax Code)",
    VatReason.REVERSE_CHARGE: "Reverse charge (Directive 2006/112/EC, Article 196; Article 283-2 "
    "of the French Tax Code)",
}


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What decides which sentences a document bears; rate in hundredths of a %, cents."""

    business: bool
    late_rate: Rate
    indemnity: Cents
    eco: bool
    producer_number: str
    vat_mention: str = ""
    early_payment: str = ""
    language: Language = "fr"

    @property
    def words(self) -> Wording:
        """The sentences in the customer's language."""
        return WORDINGS[self.language]


def vat_mention(reason: VatReason, language: Language) -> str:
    """Why a sale bears no French VAT, without a full stop; empty when it bears some."""
    return reason.mention if language == "fr" else _VAT_ABROAD.get(reason, "")


def of_quote(case: Circumstances) -> tuple[str, ...]:
    """Sentences of a quote."""
    words = case.words
    return (words.binding_offer, words.terms_accepted, *_of_sale(case), words.fictitious)


def of_acknowledgement(case: Circumstances) -> tuple[str, ...]:
    """Sentences of an order acknowledgement."""
    return (case.words.terms_accepted, *_of_sale(case), case.words.fictitious)


def of_invoice(case: Circumstances) -> tuple[str, ...]:
    """Sentences of an invoice (C. com. L441-9, L441-10; CGI ann. II 242 nonies A)."""
    words = case.words
    early = case.early_payment or words.no_early_payment_discount
    return early, late_payment(case), *_of_sale(case), words.fictitious


def of_pro_forma(case: Circumstances) -> tuple[str, ...]:
    """Sentences of a pro forma, which claims nothing: why there is no VAT, if there is none."""
    return (*_of_vat(case), case.words.fictitious)


def of_deposit(case: Circumstances, *, forfeit: bool) -> tuple[str, ...]:
    """Sentences of a deposit invoice: what the sum binds to, and when its VAT is due."""
    words = case.words
    meaning = words.forfeit if forfeit else words.deposit
    return (meaning, words.deposit_vat, *of_invoice(case))


def of_credit_note(case: Circumstances) -> tuple[str, ...]:
    """Sentences of a credit note."""
    return (case.words.credit_note, *_of_vat(case), case.words.fictitious)


def of_delivery_note(language: Language) -> tuple[str, ...]:
    """Sentences of a delivery note."""
    words = WORDINGS[language]
    return words.carriage_claims, words.retention_of_title, words.fictitious


def of_goods(language: Language) -> tuple[str, ...]:
    """Sentences of a paper of the warehouse: it promises nothing."""
    return (WORDINGS[language].fictitious,)


def of_waybill() -> tuple[str, ...]:
    """Sentences of a waybill within France."""
    return STANDARD_CARRIAGE, FRENCH.carriage_claims, FRENCH.fictitious


def of_cmr() -> tuple[str, ...]:
    """Sentences of a CMR note, read by both sides of the border."""
    return FRENCH.fictitious, ENGLISH.fictitious


def of_purchase_order() -> tuple[str, ...]:
    """Sentences of a purchase order."""
    return QUOTE_OUR_NUMBER, FRENCH.fictitious


def of_letter(case: Circumstances) -> tuple[str, ...]:
    """Sentences of a dunning letter, a formal notice or a statement."""
    return late_payment(case), case.words.fictitious


def late_payment(case: Circumstances) -> str:
    """What a late payment costs: the 40 euros are for businesses alone."""
    if not case.business:
        return case.words.late_payment_consumer
    rate, indemnity = format_rate(case.late_rate), format_euros(case.indemnity)
    if case.language == "en":
        rate, indemnity = in_english(rate), in_english(indemnity)
    return case.words.late_payment.format(rate=rate, indemnity=indemnity)


def in_english(figure: str) -> str:
    """« €40.00 » from « 40,00 € », « 12.15% » from « 12,15 % »."""
    bare = figure.replace(",", ".").replace(NO_BREAK_SPACE, "")
    return f"€{bare.removesuffix('€')}" if bare.endswith("€") else bare


def _of_vat(case: Circumstances) -> Iterator[str]:
    if case.vat_mention:
        yield f"{case.vat_mention}."


def _of_sale(case: Circumstances) -> Iterator[str]:
    words = case.words
    yield from _of_vat(case)
    yield words.retention_of_title
    if case.eco:
        yield words.eco_contribution
    if case.producer_number:
        yield words.producer_number.format(number=case.producer_number)
    if not case.business:
        yield words.consumer_guarantee
