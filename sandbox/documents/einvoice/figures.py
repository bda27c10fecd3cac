"""The printed page against the XML inside it: same number, same figures, same legal sentences."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from sandbox.documents.einvoice import codes
from sandbox.documents.einvoice.house import notes_of
from sandbox.documents.einvoice.model import Terms
from sandbox.documents.einvoice.reading import Unreadable, text_of
from sandbox.documents.einvoice.results import Problem

_TOTALS = {
    "BT-107": "le total des remises",
    "BT-108": "le total des frais",
    "BT-109": "le total hors taxe",
    "BT-110": "le total de la TVA",
    "BT-112": "le total toutes taxes comprises",
    "BT-113": "l’acompte déduit",
    "BT-115": "le net à payer",
}
_ROWS = {"BT-116": "une base de TVA", "BT-117": "un montant de TVA", "BT-119": "un taux de TVA"}
_LINES = {"BT-129": "une quantité", "BT-146": "un prix unitaire", "BT-152": "un taux de TVA"}
_NARROW = "\u202f"
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_SPACED = re.compile(r"(?<=\d)[ \u00a0](?=\d{3}(?!\d))")
_SAID = (codes.LATE_PENALTIES, codes.RECOVERY_FEE, codes.EARLY_DISCOUNT)
_WITHOUT_OBJECT = "Sans objet"
_EXAMPLES = 5


def figure_problems(terms: Terms, pdf: bytes) -> list[Problem]:
    """Figures and sentences of the XML that the page does not show."""
    try:
        text = text_of(pdf)
    except Unreadable as error:
        return [Problem("C-TEXTE", str(error))]
    return [*_number(terms, text), *_figures(terms, text), *_sentences(terms, text)]


def numbers_in(text: str) -> set[Decimal]:
    """Every number that a French text shows, whatever space groups its digits."""
    plain = text.replace(_NARROW, "")
    return {
        Decimal(found.replace(",", "."))
        for version in (plain, _SPACED.sub("", plain))
        for found in _NUMBER.findall(version)
    }


def _number(terms: Terms, text: str) -> Iterator[Problem]:
    if str(terms.get("BT-1", "")) not in text:
        sentence = f"Le numéro « {terms.get('BT-1')} » du XML n’est pas imprimé sur le PDF."
        yield Problem("C-NUMERO", sentence)


def _figures(terms: Terms, text: str) -> Iterator[Problem]:
    printed = numbers_in(text)
    absent = [(what, value) for what, value in _expected(terms) if not _shown(value, printed)]
    for what, value in list(dict.fromkeys(absent))[:_EXAMPLES]:
        shown = str(value).replace(".", ",")
        yield Problem("C-CHIFFRES", f"Le XML dit {what} {shown} : le PDF ne l’imprime pas.")


def _shown(value: str, printed: set[Decimal]) -> bool:
    try:
        return abs(Decimal(value)) in printed
    except InvalidOperation:
        return False


def _expected(terms: Terms) -> Iterator[tuple[str, str]]:
    yield from _named(terms, {term: what for term, what in _TOTALS.items() if _counts(terms, term)})
    for row in terms.get("BG-23", ()):
        yield from _named(row, _ROWS)
    for line in terms.get("BG-25", ()):
        yield from _named(line, _LINES)
        charges = [Decimal(charge["amount"]) for charge in line.get("BG-28", ())]
        yield "le total d’une ligne", str(Decimal(line["BT-131"]) - sum(charges))
        yield from (("une éco-contribution", str(charge)) for charge in charges)


def _counts(terms: Terms, term: str) -> bool:
    """The sum of several discounts is not printed: each of them is."""
    return term != "BT-107" or len(terms.get("BG-20", ())) == 1


def _named(terms: Terms, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    return ((what, str(terms[term])) for term, what in names.items() if term in terms)


def _sentences(terms: Terms, text: str) -> Iterator[Problem]:
    """A sentence may be cut by the end of a page: its words are looked for, one by one."""
    words = set(text.split())
    sentences = [said for code in _SAID for said in notes_of(terms, code)]
    sentences += [row["BT-120"] for row in terms.get("BG-23", ()) if row.get("BT-120")]
    for said in dict.fromkeys(sentences):
        if not said.startswith(_WITHOUT_OBJECT) and not _says(words, said):
            yield Problem("C-MENTION", f"Le PDF n’imprime pas la mention « {said} ».")


def _says(words: set[str], sentence: str) -> bool:
    bare = {word.strip(".,;:()") for word in words}
    return all(word.strip(".,;:()") in bare for word in sentence.split())
