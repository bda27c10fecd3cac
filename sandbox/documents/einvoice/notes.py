"""Notes of an e-invoice (BG-1): the legal sentences of the document, under their codes."""

from collections.abc import Iterator

from sandbox.core.money import format_euros
from sandbox.core.units import Cents
from sandbox.documents.einvoice.codes import (
    EARLY_DISCOUNT,
    LATE_PENALTIES,
    LEGAL_FORM,
    PROCESSING,
    RECOVERY_FEE,
    REGISTER,
    country_code,
)
from sandbox.documents.parts import Party
from sandbox.documents.snapshots import Bill, CreditNote

# A few words are enough to know the sentence that the law asks for (C. com. L441-9, I), in French
# or in the English of our foreign customers.
_WORDS = {
    LATE_PENALTIES: ("pénalités", "intérêt au taux légal", "penalt", "late payment interest"),
    RECOVERY_FEE: ("indemnité forfaitaire", "recovery", "collection cost"),
    EARLY_DISCOUNT: ("escompte", "early payment", "early settlement"),
}
_NOT_ON_A_CREDIT_NOTE = "Sans objet : avoir."
_NOT_FOR_A_CONSUMER = "Sans objet : client particulier."


def notes(bill: Bill) -> list[tuple[str, str]]:
    """Codes (empty when there is none) and sentences; what the document lacks is not made up."""
    return [
        *_of_seller(bill.seller),
        *_of_payment(bill),
        (PROCESSING, processing(bill)),
        *_plain(bill),
    ]


def processing(bill: Bill) -> str:
    """Road of the invoice: between French businesses, abroad, or to a consumer (BR-FR-20)."""
    if bill.customer.consumer:
        return "B2C"
    domestic = country_code(bill.customer.country) == country_code(bill.seller.country)
    return "B2B" if domestic else "B2BINT"


def _of_seller(seller: Party) -> Iterator[tuple[str, str]]:
    capital = "" if seller.capital is None else f"au capital de {_whole_euros(seller.capital)}"
    form = " ".join(filter(None, (seller.legal_form, capital)))
    if form:
        yield LEGAL_FORM, form
    if seller.rcs_town:
        yield REGISTER, f"RCS {seller.rcs_town} {seller.siren}"


def _whole_euros(amount: Cents) -> str:
    return format_euros(amount).replace(",00", "")


def _of_payment(bill: Bill) -> Iterator[tuple[str, str]]:
    for code, words in _WORDS.items():
        sentence = next((said for said in bill.mentions if _says(said, words)), "")
        sentence = sentence or _without_object(bill, code)
        if sentence:
            yield code, sentence


def _without_object(bill: Bill, code: str) -> str:
    """The official rule wants the three notes on every invoice, even where the law does not."""
    if isinstance(bill, CreditNote):
        return _NOT_ON_A_CREDIT_NOTE
    return _NOT_FOR_A_CONSUMER if bill.customer.consumer and code == RECOVERY_FEE else ""


def _plain(bill: Bill) -> Iterator[tuple[str, str]]:
    coded = [word for words in _WORDS.values() for word in words]
    for said in bill.printed_mentions:
        if said.strip() and not _says(said, coded):
            yield "", said


def _says(sentence: str, words: list[str] | tuple[str, ...]) -> bool:
    return any(word in sentence.casefold() for word in words)
